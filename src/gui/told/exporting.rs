//! Why nothing was written.

use super::host_error;
use crate::gui::words::say;
use crate::host::file_name;
use crate::session::exporting::ExportFault;

/// Why an export was not written.
pub(in crate::gui) fn export_fault(fault: &ExportFault) -> String {
    match fault {
        ExportFault::Nothing => say!("export-fault-nothing"),
        ExportFault::Article(path) => say!("export-fault-article", name = file_name(path)),
        ExportFault::Ours(path) => say!("export-fault-ours", name = file_name(path)),
        ExportFault::Taken(path) => say!("export-fault-taken", name = file_name(path)),
        ExportFault::OwnData => say!("export-fault-own-data"),
        ExportFault::Host(path, error) => {
            say!("export-fault-host", name = file_name(path), reason = host_error(error))
        }
        ExportFault::NoRoom(_) => say!("export-fault-no-room"),
        ExportFault::NoHome => say!("file-no-home"),
        ExportFault::Left => say!("export-fault-left"),
    }
}

/// What to do about it.
pub(in crate::gui) fn export_hint(fault: &ExportFault) -> String {
    match fault {
        ExportFault::Nothing => say!("export-nothing-hint"),
        ExportFault::NoRoom(_) => say!("export-hint-no-room"),
        _ => say!("export-hint-elsewhere"),
    }
}
