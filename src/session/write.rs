//! A layer into its file: read again, united with what others wrote meanwhile, replaced durably.

use crate::document::{Digest, Timestamp};
use crate::host::{Host, HostError};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{Contents, LayerFile};
use std::path::Path;

/// The file as it is on disk now.
#[derive(Debug)]
pub(super) struct OnDisk {
    pub(super) file: LayerFile,
    pub(super) digest: Digest,
    /// Whether nothing lay there.
    pub(super) was_missing: bool,
}

/// Writes `layer` into the file at `path`, which was `file` when it was last read or written, with the digest
/// `known`. What others wrote since is united with it.
pub(super) fn write<L: Contents>(
    path: &Path,
    mut file: LayerFile,
    known: Option<Digest>,
    layer: &L,
    now: Timestamp,
    host: &mut dyn Host,
) -> Result<OnDisk, HostError> {
    let held = host.hold_saves();
    let there = match host.read(path, MAX_LAYER_BYTES) {
        // What is not read whole must not be replaced by what was read of it.
        Ok(bytes) => match too_large(&bytes) {
            Some(reason) => return Err(HostError::TooLarge(reason)),
            None => Some(bytes),
        },
        Err(HostError::NotFound) => None,
        Err(error) => return Err(error),
    };
    let mut bytes = file.write(layer, now);
    if let Some(others) = there.as_ref().filter(|there| Some(Digest::of_bytes(there)) != known) {
        file.absorb(&LayerFile::read(others).value);
        if let Some(layer) = L::of(&file) {
            bytes = file.write(&layer, now);
        }
    }
    if there.as_ref() != Some(&bytes) {
        if let Some(there) = &there {
            // An earlier state that cannot be put aside is no reason not to save the present one.
            drop(host.keep_generation(path, there));
        }
        host.write(path, &bytes)?;
    }
    drop(held);
    Ok(OnDisk { file, digest: Digest::of_bytes(&bytes), was_missing: there.is_none() })
}
