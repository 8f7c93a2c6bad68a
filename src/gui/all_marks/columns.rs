//! The columns of the table of all marks in the words of the window.

use crate::gui::words::{date_of, say};
use crate::library::table::Column;
use crate::library::{Entry, Library, MarkRow, RowPlacement};

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
        Column::Placement => placement(row.placement),
        _ => column.words(library, entry, row),
    }
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
