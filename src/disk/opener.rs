//! Has the desktop open a file with the program that it has for such files.

use std::path::Path;
use std::process::{Command, Stdio};

/// Opens it; whether a program was started.
pub(super) fn open(file: &Path) -> bool {
    #[cfg(all(unix, not(target_os = "macos")))]
    if super::desktop::open(file) {
        return true;
    }
    let (program, arguments): (&str, &[&str]) = if cfg!(windows) {
        // What `start` does, without a shell that would read signs in the name.
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // It ends as soon as it has handed the file on.
    command.status().is_ok_and(|status| status.success())
}
