//! What people say is one incident goes before what is proposed: the marks of a person's incident stand
//! together, and no other stands with them.

use super::{Account, parts};
use crate::layer::{About, AnnotationId, AnnotatorId, FolderLayer, ItemId, Verdict};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// An incident of a person's register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// In the register.
    pub id: ItemId,
    /// What the person calls it; empty where it has no name yet.
    pub name: Box<str>,
    /// The person's words about it.
    pub note: Box<str>,
    /// Whose register it is.
    pub annotator: AnnotatorId,
    /// The person's name.
    pub person: Box<str>,
    /// How many of its marks tell no figure, or are no longer there.
    pub n_without_figure: usize,
    /// What the person held of it, the earliest first; the last one counts.
    pub verdicts: Vec<Verdict>,
    /// The first of its marks, in the order of their ids.
    pub(super) first: AnnotationId,
}

/// An incident of a register with its accounts.
pub(super) type HeldAccounts = (Held, Vec<Arc<Account>>);

/// The registers in the order in which they are followed: that of `first`, and then as they stand.
pub fn in_order(registers: &[Arc<FolderLayer>], first: Option<AnnotatorId>) -> Vec<Arc<FolderLayer>> {
    let is_first = |layer: &&Arc<FolderLayer>| first == Some(layer.annotator.id);
    let (own, others): (Vec<_>, Vec<_>) = registers.iter().partition(is_first);
    own.into_iter().chain(others).cloned().collect()
}

/// The accounts of each incident that a person put together, and those that nobody put anywhere. A mark is in
/// that of the first register that has it; an incident whose marks are all in others is left out.
pub(super) fn parted(
    accounts: Vec<Arc<Account>>,
    registers: &[Arc<FolderLayer>],
) -> (Vec<HeldAccounts>, Vec<Arc<Account>>) {
    let mut held: Vec<HeldAccounts> = Vec::new();
    let mut of_mark: HashMap<AnnotationId, usize> = HashMap::new();
    for layer in registers {
        for incident in layer.incidents() {
            let own = incident.marks.iter().filter(|mark| !of_mark.contains_key(mark));
            let own: Vec<AnnotationId> = own.copied().collect();
            let Some(&first) = own.iter().min() else { continue };
            of_mark.extend(own.iter().map(|&mark| (mark, held.len())));
            let verdicts = layer.verdicts_on(About::Incident(incident.id)).into_iter().cloned().collect();
            let its = Held {
                id: incident.id,
                name: incident.name.as_str().into(),
                note: incident.note.as_str().into(),
                annotator: layer.annotator.id,
                person: layer.annotator.name.as_str().into(),
                n_without_figure: own.len(),
                verdicts,
                first,
            };
            held.push((its, Vec::new()));
        }
    }
    if of_mark.is_empty() {
        return (held, accounts);
    }
    let mut others = Vec::new();
    for account in accounts {
        match of_mark.get(&account.mark).and_then(|&nth| held.get_mut(nth)) {
            Some((_, its)) => its.push(account),
            None => others.push(account),
        }
    }
    for (its, accounts) in &mut held {
        let with_figure: HashSet<AnnotationId> = accounts.iter().map(|account| account.mark).collect();
        its.n_without_figure = its.n_without_figure.saturating_sub(with_figure.len());
    }
    (held, others)
}

/// Those whose whole a person put into an incident belong there too.
pub(super) fn with_linked_parts(held: &mut [HeldAccounts], others: Vec<Arc<Account>>) -> Vec<Arc<Account>> {
    let (linked, mut others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|account| !held.is_empty() && account.is_linked_part());
    others.extend(parts::put(held.iter_mut().map(|(_, accounts)| accounts), linked));
    others
}
