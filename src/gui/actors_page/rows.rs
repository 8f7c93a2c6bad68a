//! The rows of the list of names: which each is, and its words when it is in view.

use crate::analysis::actors::Actors;
use crate::gui::widgets::outline::{Outline, OutlineRow};
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::layer::{Actor, ActorName, FolderItem, FolderLayer, ItemId};

/// A row that names several users names no more.
const MOST_USERS: usize = 3;

/// Which row it is: numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    GroupsHead,
    /// An actor of the register with that number.
    Group(usize, ItemId),
    NamesHead,
    Name(usize),
}

/// All rows.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<At>);

impl Rows {
    /// Those of these.
    pub(super) fn of(actors: &Actors) -> Self {
        let of_layer = |(nth, layer): (usize, &std::sync::Arc<FolderLayer>)| {
            layer.actors().map(|actor| At::Group(nth, actor.id)).collect::<Vec<_>>()
        };
        let groups: Vec<At> = actors.registers.iter().enumerate().flat_map(of_layer).collect();
        let names: Vec<At> = (0..actors.names.len()).map(At::Name).collect();
        let headed = |head: At, rows: Vec<At>| (!rows.is_empty()).then_some(head).into_iter().chain(rows);
        Self(headed(At::GroupsHead, groups).chain(headed(At::NamesHead, names)).collect())
    }

    /// How many there are.
    pub(super) fn n(&self) -> usize {
        self.0.len()
    }

    /// The names of a row.
    pub(super) fn names(&self, actors: &Actors, row: usize) -> Vec<String> {
        match self.0.get(row) {
            Some(&At::Group(nth, id)) => group(actors, nth, id)
                .map(|(_, actor)| actor.names.iter().map(|name| name.name.clone()).collect())
                .unwrap_or_default(),
            Some(&At::Name(nth)) => {
                actors.names.get(nth).map(|named| named.name.clone()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

fn group(actors: &Actors, nth: usize, id: ItemId) -> Option<(&FolderLayer, &Actor)> {
    let layer = actors.registers.get(nth)?;
    match layer.item(id)?.as_ref() {
        FolderItem::Actor(actor) => Some((layer, actor)),
        _ => None,
    }
}

/// The rows with what they tell.
pub(super) struct Shown<'a> {
    pub(super) rows: &'a Rows,
    pub(super) actors: &'a Actors,
    pub(super) chosen: &'a [String],
}

impl Outline for Shown<'_> {
    fn n_rows(&self) -> usize {
        self.rows.n()
    }

    fn is_stop(&self, row: usize) -> bool {
        self.rows.0.get(row).is_some_and(|at| matches!(at, At::Group(..) | At::Name(_)))
    }

    fn row(&self, row: usize) -> OutlineRow {
        let names = self.rows.names(self.actors, row);
        let is_chosen = !names.is_empty() && names.iter().all(|name| self.chosen.contains(name));
        let told = self.rows.0.get(row).and_then(|at| self.told(*at)).unwrap_or_default();
        OutlineRow { is_chosen, ..told }
    }
}

impl Shown<'_> {
    fn told(&self, at: At) -> Option<OutlineRow> {
        let heading = |words: String| Some(OutlineRow { is_heading: true, words, ..OutlineRow::default() });
        match at {
            At::GroupsHead => heading(say!("actors-groups")),
            At::NamesHead => heading(say!("actors-names")),
            At::Group(nth, id) => {
                let (layer, actor) = group(self.actors, nth, id)?;
                let spelt = |name: &ActorName| match &name.reading {
                    Some(reading) => {
                        say!("actors-read-as", name = name.name.as_str(), reading = reading.as_str())
                    }
                    None => name.name.clone(),
                };
                let words = actor.names.iter().map(spelt).collect::<Vec<_>>().join(", ");
                let (kind, behind) = (visible(&layer.annotator.name), actor.note.clone());
                Some(OutlineRow { kind, words, behind, ..OutlineRow::default() })
            }
            At::Name(nth) => {
                let named = self.actors.names.get(nth)?;
                let alike = self.actors.alike_at(nth);
                let count = say!("actors-marks", count = named.n_marks());
                let users: Vec<&str> = named.users.keys().map(String::as_str).take(MOST_USERS).collect();
                let behind =
                    if users.is_empty() { count } else { format!("{count} · {}", users.join(", ")) };
                let kind = if alike.is_empty() {
                    String::new()
                } else {
                    say!("actors-alike", names = alike.join(", "))
                };
                Some(OutlineRow { words: named.name.clone(), kind, behind, ..OutlineRow::default() })
            }
        }
    }
}
