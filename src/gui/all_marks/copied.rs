//! Marks of the table as text for other programs: Markdown for people, columns for spreadsheets.

use super::columns::{group, label, words};
use crate::article::citation::item_in_markdown;
use crate::gui::words::{date_of, say};
use crate::library::table::{Column, Table};
use crate::library::{Entry, Library, MarkRow};
use crate::session::exporting::{Field, Sheet};

/// A list of quotations, each with where it stands and what is said of it.
pub(in crate::gui) fn markdown(library: &Library, marks: &[(&Entry, &MarkRow)]) -> String {
    let one = |(entry, row): &(&Entry, &MarkRow)| {
        let about = [Column::Tags, Column::Source, Column::Figure, Column::Person];
        let about = about.map(|column| words(column, library, entry, row));
        let place = [entry.title.to_string(), entry.outlet.to_string(), date_of(entry)];
        item_in_markdown(&row.quote, &about, &place, &row.note)
    };
    marks.iter().map(one).collect()
}

/// Columns with a head, parted by tabs, a line for each mark. What a spreadsheet would take for a formula
/// has an apostrophe before it.
pub(super) fn tabs(library: &Library, columns: &[Column], marks: &[(&Entry, &MarkRow)]) -> String {
    let head: Vec<String> = columns.iter().map(|&column| label(column)).collect();
    let mut text = head.join("\t") + "\n";
    for (entry, row) in marks {
        let cells: Vec<String> =
            columns.iter().map(|column| cell(&words(*column, library, entry, row))).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// The table as it stands, in its groups where it has some.
pub(super) fn sheet(library: &Library, columns: &[Column], table: &Table) -> Sheet {
    let grouping = table.made_for().map(|made| made.grouping).filter(|_| !table.groups().is_empty());
    let own = |entry: &Entry, row: &MarkRow| -> Vec<Field> {
        columns.iter().map(|&column| Field::words(words(column, library, entry, row))).collect()
    };
    let mut rows = Vec::with_capacity(table.n_lines());
    match grouping {
        None => rows.extend(table.lines().map(|(entry, row)| own(entry, row))),
        Some(grouping) => {
            for of in table.groups() {
                let name = group(grouping, of).unwrap_or_default();
                let lines = (of.start..of.start + of.n_lines).filter_map(|line| table.get(line));
                rows.extend(lines.map(|(entry, row)| {
                    std::iter::once(Field::words(name.as_str())).chain(own(entry, row)).collect::<Vec<_>>()
                }));
            }
        }
    }
    let head = columns.iter().map(|&column| label(column));
    let head = grouping.map(|_| say!("all-marks-group")).into_iter().chain(head).collect();
    Sheet { title: say!("command-show-all-marks"), head, rows }
}

fn cell(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.starts_with(['=', '+', '-', '@']) { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_is_one_line_and_no_formula() {
        assert_eq!(cell("eight\tpeople\ndied"), "eight people died");
        for formula in ["=1+1", "+1", "-1", "@x", " =1"] {
            assert!(cell(formula).starts_with('\''), "{formula}");
        }
    }
}
