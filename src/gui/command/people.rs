//! Going to the next mark of each person whose marks are on the page: in the palette, with keys if they
//! are given any.

use super::{About, Command, Menu};
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::layer::Annotator;

/// More people than this are a crowd: their marks are gone to by "next of the same person".
pub(super) const MOST: usize = 40;
/// The characters of a name.
const LONGEST: usize = 40;

/// A row for each of `people`.
pub(super) fn rows(people: &[Annotator]) -> Vec<About> {
    // A person may have two layers, from two machines.
    let first = |person: &Annotator| people.iter().position(|other| other.id == person.id);
    let rows = people.iter().enumerate().take(MOST).filter(|&(nth, person)| first(person) == Some(nth)).map(
        |(_, person)| About {
            command: Command::NextOf(person.id),
            name: format!("next-of-person-{}", person.id.0.simple()),
            label: format!("Next mark of {}", in_visual_order(&visible(&shortened(&person.name, LONGEST)))),
            hint: "Chooses the nearest mark of this person".to_owned(),
            keys: Vec::new(),
            menu: Menu::Caret,
            begins_group: false,
        },
    );
    rows.collect()
}
