//! Handing in: a layer is closed with its time, and changes no more until it is taken back. What is sent to the
//! teacher is one small file with the marks as they stand.

use super::outcome::Done;
use super::{ActionError, Outcome, Session};
use crate::document::Timestamp;
use crate::host::{Host, HostError, file_name};
use crate::layer::AnnotatorId;
use crate::sidecar::{Header, layer_file_name};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder beside the article for what is to be sent.
pub const HANDED_IN: &str = "handed-in";

/// The file that is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Where it is written.
    pub path: PathBuf,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// How many marks those are.
    pub n_marks: usize,
    /// When it was handed in.
    pub at: Timestamp,
}

impl Handed {
    /// Writes it, into `out` or where it is proposed to lie.
    pub fn write(&self, out: Option<&Path>, host: &mut dyn Host) -> Result<(), HostError> {
        if out.is_none()
            && let Some(folder) = self.path.parent()
        {
            host.make_folder(folder)?;
        }
        host.write(out.unwrap_or(&self.path), &self.bytes)
    }
}

impl Session {
    /// When the marks of somebody, as they lie beside the article, were handed in, if they were.
    pub fn handed_in_by(&self, person: AnnotatorId) -> Option<Timestamp> {
        self.desk_of(person)?.file().header()?.closed
    }

    /// When my layer was handed in, if it was and was not taken back.
    pub fn handed_in(&self) -> Option<Timestamp> {
        self.my_desk()?.file().header()?.closed
    }

    /// What is to be sent; none before it was handed in.
    pub fn handed(&self) -> Option<Handed> {
        let (at, placed, desk) = (self.handed_in()?, self.my_layer()?, self.my_desk()?);
        let bytes = desk.file().clone().write(&placed.layer, at);
        let name = layer_file_name(&file_name(&self.path), &placed.layer.annotator);
        let path = self.path.with_file_name(HANDED_IN).join(name);
        let marks = placed.layer.annotations().filter(|mark| mark.motivation.is_marking());
        Some(Handed { path, bytes, n_marks: marks.count(), at })
    }

    /// Closes my layer with the present time. One that is closed keeps its time: nothing changed since.
    pub(super) fn hand_in(&mut self, host: &mut dyn Host) -> Result<Outcome, ActionError> {
        if self.annotator.is_none() {
            return Err(ActionError::NoAnnotator);
        }
        if self.my_layer().is_none_or(|placed| placed.layer.is_empty()) {
            return Err(ActionError::NothingToHandIn);
        }
        if let Some(at) = self.handed_in() {
            return Ok(Done::HandedIn(at).into());
        }
        self.writable_layer(host)?;
        let now = host.now();
        self.close(Some(now));
        self.follow_blind();
        Ok(Done::HandedIn(now).into())
    }

    /// Opens my layer again.
    pub(super) fn take_back_handed(&mut self) -> Result<Outcome, ActionError> {
        if self.handed_in().is_none() {
            return Err(ActionError::NotHandedIn);
        }
        self.close(None);
        self.follow_blind();
        Ok(Done::TakenBack.into())
    }

    /// Has the header of my layer say so with the next save.
    pub(super) fn close(&mut self, closed: Option<Timestamp>) {
        let Some(desk) = self.me().and_then(|me| self.desks.get_mut(&me)) else { return };
        let Some(header) = desk.file.header().cloned() else { return };
        Arc::make_mut(&mut desk.file).set_header(Header { closed, ..header });
        self.saving.has_changed();
    }
}
