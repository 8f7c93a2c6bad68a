//! The columns of the table of all marks in the words of the window.

use crate::document::CalendarDate;
use crate::gui::widgets::visible;
use crate::gui::words::{self, date, date_of, say};
use crate::layer::Figure;
use crate::library::table::{Column, Group, Grouping};
use crate::library::{Entry, FigureRow, Library, MarkRow, RowPlacement};

/// What stands above a column.
pub(super) fn label(column: Column) -> String {
    match column {
        Column::Words => say!("column-words"),
        Column::Tags => say!("column-tags"),
        Column::Article => say!("column-article"),
        Column::Outlet => say!("column-outlet"),
        Column::Date => say!("column-date"),
        Column::Person => say!("column-person"),
        Column::Source => say!("column-source"),
        Column::Figure => say!("column-figure"),
        Column::Links => say!("column-links"),
        Column::Note => say!("column-note"),
        Column::Placement => say!("column-placement"),
    }
}

/// What stands in it.
pub(super) fn words(column: Column, library: &Library, entry: &Entry, row: &MarkRow) -> String {
    match column {
        Column::Date => date_of(entry),
        Column::Tags => {
            let tags = row.tags.iter().map(|tag| visible(&words::name(library.codebook().label(tag))));
            tags.collect::<Vec<_>>().join(", ")
        }
        Column::Source if row.is_unattributed => say!("source-nobody"),
        Column::Placement => placement(row.placement),
        Column::Figure => row.figures.iter().map(figure).collect::<Vec<_>>().join(", "),
        _ => column.words(library, entry, row),
    }
}

/// What the rows of a group have in common; `None` for those that have nothing of the kind.
pub(super) fn group(grouping: Grouping, group: &Group) -> Option<String> {
    let own = Some(&*group.label).filter(|label| !label.is_empty())?;
    let words = match grouping {
        Grouping::Day | Grouping::Month => CalendarDate::read(&group.id, None).map(date),
        Grouping::Placement => {
            RowPlacement::ALL.into_iter().find(|placement| placement.name() == own).map(placement)
        }
        _ => None,
    };
    Some(words.unwrap_or_else(|| visible(own)))
}

fn figure(row: &FigureRow) -> String {
    let FigureRow { low, high, stated, .. } = *row;
    words::figure(&Figure { low, high, stated, wording: row.wording.to_string(), ..Figure::default() })
}

fn placement(placement: RowPlacement) -> String {
    match placement {
        RowPlacement::Whole => say!("placement-whole"),
        RowPlacement::Implied => say!("placement-implied"),
        RowPlacement::Exact => say!("placement-exact"),
        RowPlacement::Moved => say!("placement-moved"),
        RowPlacement::Changed => say!("placement-changed"),
        RowPlacement::Ambiguous => say!("placement-ambiguous"),
        RowPlacement::Orphaned => say!("placement-gone"),
    }
}
