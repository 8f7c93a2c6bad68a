//! A file that grows while it is written, and takes its place only when it is whole.

use super::replace::{self, Sharing};
use super::{folder_of, host_error};
use crate::host::{Files, HostError, NewFile};
use std::fs::Metadata;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Begins a file; a link is followed.
pub(super) fn begin(path: &Path) -> Result<Box<dyn NewFile>, HostError> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let old = replace::old(&path)?;
    let folder = folder_of(&path);
    replace::sweep(folder);
    let file = replace::temporary(folder, Sharing::AsFolder).map_err(|error| replace::of_folder(&error))?;
    Ok(Box::new(Growing { file: BufWriter::with_capacity(1 << 16, file), path, old }))
}

struct Growing {
    file: BufWriter<NamedTempFile>,
    path: PathBuf,
    old: Option<Metadata>,
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl NewFile for Growing {
    fn finish(self: Box<Self>, _files: &mut dyn Files) -> Result<(), HostError> {
        let Self { file, path, old } = *self;
        let file = file.into_inner().map_err(|error| host_error(error.error()))?;
        replace::put(file, &path, old.as_ref()).map_err(|error| replace::of_folder(&error))
    }
}
