//! Marks of the table as text for other programs: Markdown for people, columns for spreadsheets.

use super::columns::{label, words};
use crate::article::citation::item_in_markdown;
use crate::gui::words::date_of;
use crate::library::table::Column;
use crate::library::{Entry, Library, MarkRow};

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
