//! Proposals that a person refused: kept in the register, so that they are not made again.

use super::super::ActionError;
use super::FolderDesk;
use crate::analysis::proposals::NAME;
use crate::anchor::Target;
use crate::document::DocumentId;
use crate::host::Host;
use crate::layer::{FolderChange, FolderItem, ItemId, Refusal, TagId};

/// What is to be kept of what was refused in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A passage is not to be proposed again with this tag.
    Passage(Box<Target>, TagId),
    /// All that were refused in an article may be proposed again.
    Nothing(DocumentId),
}

impl FolderDesk {
    /// Keeps what was refused. It is no step to be undone: what takes it back is [`Refused::Nothing`].
    pub fn keep_refused(&mut self, refused: Vec<Refused>, host: &mut dyn Host) -> Result<(), ActionError> {
        let layer = self.begun(host)?;
        let mut changes = Vec::new();
        for one in refused {
            match one {
                Refused::Passage(at, tag) => {
                    let (id, created) = (ItemId(host.fresh_uuid()), host.now());
                    let proposed_by = NAME.to_owned();
                    let refusal = Refusal { id, created, at, tag, proposed_by };
                    changes.push(FolderChange::put(FolderItem::Refusal(refusal)));
                }
                Refused::Nothing(document) => {
                    let of_it = layer.refusals().filter(|refusal| refusal.at.source == document);
                    changes.extend(of_it.map(|refusal| FolderChange::remove(refusal.id)));
                }
            }
        }
        self.layer = Some(layer);
        let back = self.apply(&changes)?;
        if !back.is_empty() {
            self.changed();
        }
        Ok(())
    }
}
