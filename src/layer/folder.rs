//! What one person says about a folder and not about one article: which names mean one actor, which marks
//! tell of one incident, what the person holds of a claim, and what holds of an article whose file is wrong.
//!
//! Two people's registers never meet in one file, so they cannot be in conflict: whose one is followed is a
//! choice. A verdict is never overwritten: another one follows it.
//!
//! ```
//! use postil::document::Timestamp;
//! use postil::layer::{Actor, AnnotatorId, Annotator, FolderChange, FolderItem, FolderLayer, ItemId, LayerId};
//!
//! let ana = Annotator::new(AnnotatorId::named("ana").unwrap(), "Ana");
//! let mut layer = FolderLayer::new(LayerId::named("l1").unwrap(), ana, Timestamp::default());
//! let actor = Actor::of(ItemId::named("x1").unwrap(), Timestamp::default(), ["SDS", "VTS"]);
//!
//! let back = layer.apply(&[FolderChange::put(FolderItem::Actor(actor))]).unwrap();
//! assert_eq!(layer.actor_called("VTS").map(|actor| actor.name()), Some("SDS"));
//! layer.apply(&back).unwrap();
//! assert!(layer.is_empty());
//! ```

mod items;

pub use items::{
    About, Actor, ActorName, Correction, FolderItem, Incident, Occurrence, Refusal, Search, VERDICTS, Verdict,
};

use super::{AnnotationId, Annotator, ItemId, LayerError, LayerId};
use crate::document::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One person's register of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderLayer {
    /// Random.
    pub id: LayerId,
    /// Whose it is.
    pub annotator: Annotator,
    /// When it was begun.
    pub created: Timestamp,
    /// Shared with the copies that are being saved.
    items: BTreeMap<ItemId, Arc<FolderItem>>,
}

/// One thing set to what it shall be, or (`None`) taken away. The inverse sets it to what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderChange {
    /// Which.
    pub id: ItemId,
    /// What it becomes.
    pub to: Option<Arc<FolderItem>>,
}

impl FolderChange {
    /// Puts `item`, new or instead of the one with its id.
    pub fn put(item: FolderItem) -> Self {
        Self { id: item.id(), to: Some(Arc::new(item)) }
    }

    /// Takes it away.
    pub fn remove(id: ItemId) -> Self {
        Self { id, to: None }
    }
}

impl FolderLayer {
    /// An empty register.
    pub fn new(id: LayerId, annotator: Annotator, created: Timestamp) -> Self {
        Self { id, annotator, created, items: BTreeMap::new() }
    }

    /// With these items, as they were read.
    #[must_use]
    pub fn holding(mut self, items: impl IntoIterator<Item = Arc<FolderItem>>) -> Self {
        self.items.extend(items.into_iter().map(|item| (item.id(), item)));
        self
    }

    /// Everything in it, by id.
    pub fn items(&self) -> impl ExactSizeIterator<Item = &Arc<FolderItem>> {
        self.items.values()
    }

    /// One of them.
    pub fn item(&self, id: ItemId) -> Option<&Arc<FolderItem>> {
        self.items.get(&id)
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The actors, by id.
    pub fn actors(&self) -> impl Iterator<Item = &Actor> {
        self.items.values().filter_map(|item| match item.as_ref() {
            FolderItem::Actor(actor) => Some(actor),
            _ => None,
        })
    }

    /// The incidents, by id.
    pub fn incidents(&self) -> impl Iterator<Item = &Incident> {
        self.items.values().filter_map(|item| match item.as_ref() {
            FolderItem::Incident(incident) => Some(incident),
            _ => None,
        })
    }

    /// The verdicts, by id: those that were followed by others too.
    pub fn verdicts(&self) -> impl Iterator<Item = &Verdict> {
        self.items.values().filter_map(|item| match item.as_ref() {
            FolderItem::Verdict(verdict) => Some(verdict),
            _ => None,
        })
    }

    /// What was looked for and not found, by id.
    pub fn searches(&self) -> impl Iterator<Item = &Search> {
        self.items.values().filter_map(|item| match item.as_ref() {
            FolderItem::Search(search) => Some(search),
            _ => None,
        })
    }

    /// What was refused of what rules proposed, by id.
    pub fn refusals(&self) -> impl Iterator<Item = &Refusal> {
        self.items.values().filter_map(|item| match item.as_ref() {
            FolderItem::Refusal(refusal) => Some(refusal),
            _ => None,
        })
    }

    /// What holds of articles whose files are wrong, by id.
    pub fn corrections(&self) -> impl Iterator<Item = &Correction> {
        self.items.values().filter_map(|item| match item.as_ref() {
            FolderItem::Correction(correction) => Some(correction),
            _ => None,
        })
    }

    /// The actor that bears a name, letter for letter.
    pub fn actor_called(&self, name: &str) -> Option<&Actor> {
        self.actors().find(|actor| actor.is_called(name))
    }

    /// The incident that a mark was put in.
    pub fn incident_of(&self, mark: AnnotationId) -> Option<&Incident> {
        self.incidents().find(|incident| incident.marks.contains(&mark))
    }

    /// What was held of something, the earliest first; the last one counts.
    pub fn verdicts_on(&self, about: About) -> Vec<&Verdict> {
        let mut verdicts: Vec<&Verdict> = self.verdicts().filter(|verdict| verdict.about == about).collect();
        let depth = |verdict: &Verdict| {
            let mut depth = 0_usize;
            let mut before = verdict.follows;
            // A file of another program may have verdicts follow one another in a circle.
            while let Some(verdict) = before.and_then(|id| verdicts.iter().find(|other| other.id == id)) {
                if verdicts.len() <= depth {
                    break;
                }
                depth = depth.saturating_add(1);
                before = verdict.follows;
            }
            depth
        };
        let depths: BTreeMap<ItemId, usize> =
            verdicts.iter().map(|verdict| (verdict.id, depth(verdict))).collect();
        verdicts.sort_by_key(|verdict| (depths.get(&verdict.id).copied(), verdict.created, verdict.id));
        verdicts
    }

    /// What the person holds of something now.
    pub fn verdict_on(&self, about: About) -> Option<&Verdict> {
        self.verdicts_on(about).pop()
    }

    /// Does all of `changes`, or nothing, and gives the way back.
    pub fn apply(&mut self, changes: &[FolderChange]) -> Result<Vec<FolderChange>, LayerError> {
        for change in changes {
            self.check(change)?;
        }
        let mut back: Vec<FolderChange> = changes.iter().map(|change| self.set(change)).collect();
        back.reverse();
        Ok(back)
    }

    fn check(&self, change: &FolderChange) -> Result<(), LayerError> {
        let Some(to) = &change.to else { return Ok(()) };
        if to.id() != change.id {
            return Err(LayerError::WrongId);
        }
        let stands =
            self.items.get(&change.id).filter(|item| matches!(item.as_ref(), FolderItem::Verdict(_)));
        match stands {
            Some(verdict) if verdict != to => Err(LayerError::VerdictStands),
            _ => Ok(()),
        }
    }

    fn set(&mut self, change: &FolderChange) -> FolderChange {
        let before = match &change.to {
            Some(item) => self.items.insert(change.id, Arc::clone(item)),
            None => self.items.remove(&change.id),
        };
        FolderChange { id: change.id, to: before }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::AnnotatorId;

    fn id(name: &str) -> ItemId {
        ItemId::named(name).expect("a short name")
    }

    fn layer() -> FolderLayer {
        let ana = Annotator::new(AnnotatorId::named("ana").expect("a name"), "Ana");
        FolderLayer::new(LayerId::named("l1").expect("a name"), ana, Timestamp::default())
    }

    fn verdict(name: &str, value: &str, follows: Option<&str>) -> FolderItem {
        FolderItem::Verdict(Verdict {
            id: id(name),
            created: Timestamp::default(),
            about: About::Mark(AnnotationId::named("c1").expect("a name")),
            value: value.to_owned(),
            reason: "two hospitals say so".to_owned(),
            follows: follows.map(id),
        })
    }

    #[test]
    fn a_verdict_is_followed_and_never_overwritten() {
        let mut layer = layer();
        let about = About::Mark(AnnotationId::named("c1").expect("a name"));
        // The later one has the smaller id, and both are of one second.
        layer.apply(&[FolderChange::put(verdict("v2", "likely", None))]).expect("a verdict");
        layer.apply(&[FolderChange::put(verdict("v1", "undecided", Some("v2")))]).expect("another");
        let values = |layer: &FolderLayer| -> Vec<String> {
            layer.verdicts_on(about).iter().map(|verdict| verdict.value.clone()).collect()
        };
        assert_eq!(values(&layer), ["likely", "undecided"]);
        let overwritten = layer.apply(&[FolderChange::put(verdict("v2", "refuted", None))]);
        assert_eq!(overwritten, Err(LayerError::VerdictStands));
        assert_eq!(values(&layer), ["likely", "undecided"]);
    }

    #[test]
    fn verdicts_that_follow_one_another_in_a_circle_are_all_told() {
        let items = [verdict("v1", "a", Some("v2")), verdict("v2", "b", Some("v1"))];
        let layer = layer().holding(items.map(Arc::new));
        assert_eq!(layer.verdicts_on(About::Mark(AnnotationId::named("c1").expect("a name"))).len(), 2);
    }

    #[test]
    fn all_changes_are_done_or_none() {
        let mut layer = layer();
        let actor = |name: &str| FolderItem::Actor(Actor::of(id(name), Timestamp::default(), ["SDS"]));
        let wrong = FolderChange { id: id("x2"), to: Some(Arc::new(actor("x3"))) };
        assert_eq!(layer.apply(&[FolderChange::put(actor("x1")), wrong]), Err(LayerError::WrongId));
        assert!(layer.is_empty());
    }

    #[test]
    fn the_inverse_gives_back_what_was_in_the_order_that_it_needs() {
        let mut layer = layer();
        let actor = |names: &[&str]| {
            FolderItem::Actor(Actor::of(id("x1"), Timestamp::default(), names.iter().copied()))
        };
        layer.apply(&[FolderChange::put(actor(&["SDS"]))]).expect("an actor");
        let before = layer.clone();
        let changes = [
            FolderChange::put(actor(&["SDS", "VTS"])),
            FolderChange::remove(id("x1")),
            FolderChange::put(verdict("v1", "likely", None)),
        ];
        let back = layer.apply(&changes).expect("changes");
        assert_ne!(layer, before);
        layer.apply(&back).expect("the way back");
        assert_eq!(layer, before);
    }
}
