//! What stands in the rows in view: told once, and kept as long as the folder, the table, its columns and the
//! language are the same.

use super::columns;
use crate::gui::widgets::visible;
use crate::gui::words;
use crate::library::table::{Column, Table};
use crate::library::{Entry, Library, MarkRow};
use std::collections::HashMap;
use std::rc::Rc;

/// What a row says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// In each column that is shown, in their order, as it is drawn.
    pub(super) cells: Vec<String>,
    /// All of it, for screen readers.
    pub(super) name: String,
}

/// The rows that were drawn last, by their lines in the table.
#[derive(Debug, Default)]
pub(super) struct Said {
    of: Option<(u64, &'static str, Vec<Column>)>,
    before: HashMap<usize, Rc<Row>>,
    now: HashMap<usize, Rc<Row>>,
}

impl Said {
    /// Forgets all: the lines of another table are others.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// To be called once in every frame: what was not drawn in the last one goes.
    pub(super) fn begin_frame(&mut self, library: &Library, columns: impl Iterator<Item = Column>) {
        let of = Some((library.revision(), words::spoken(), columns.collect()));
        if self.of != of {
            (self.of, self.now) = (of, HashMap::new());
        }
        self.before = std::mem::take(&mut self.now);
    }

    /// What a line of the table says.
    pub(super) fn row(&mut self, library: &Library, table: &Table, line: usize) -> Option<Rc<Row>> {
        let (entry, row) = table.get(line)?;
        let known = self.before.remove(&line).or_else(|| self.now.get(&line).cloned());
        let row = known.unwrap_or_else(|| {
            let columns = self.of.as_ref().map_or(&[][..], |(_, _, columns)| columns);
            Rc::new(Row::of(library, columns, entry, row))
        });
        self.now.insert(line, Rc::clone(&row));
        Some(row)
    }
}

impl Row {
    fn of(library: &Library, columns: &[Column], entry: &Entry, row: &MarkRow) -> Self {
        let said = |column: &Column| visible(&columns::words(*column, library, entry, row));
        let mut cells: Vec<String> = columns.iter().map(said).collect();
        let words: Vec<&str> = cells.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        let name = words.join("; ");
        for (column, cell) in columns.iter().zip(&mut cells) {
            if *column == Column::Date {
                // A day with the whole name of its month would be cut off in most windows.
                *cell = visible(&words::short_date_of(entry));
            }
        }
        Self { cells, name }
    }
}
