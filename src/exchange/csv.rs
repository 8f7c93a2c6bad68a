//! Tables in comma- or tab-separated values, a row for each mark, that no spreadsheet takes for formulas.

use super::columns::{COLUMNS, cells};
use super::xlsx::Field;
use super::{Told, Writer};
use crate::text::shown::visible;
use std::borrow::Cow;
use std::io::{self, Write};

/// What some spreadsheets need to see that a file is UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) fn begin_csv<'a>(out: &'a mut dyn Write) -> io::Result<Box<dyn Writer + 'a>> {
    begin(out, comma_separated)
}

pub(super) fn begin_tsv<'a>(out: &'a mut dyn Write) -> io::Result<Box<dyn Writer + 'a>> {
    begin(out, tab_separated)
}

/// How a row is written, with the end of its line.
type Line = fn(&[Cow<'_, str>]) -> String;

fn begin<'a>(out: &'a mut dyn Write, line: Line) -> io::Result<Box<dyn Writer + 'a>> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    out.write_all(line(&COLUMNS.each_ref().map(|column| column.name.into())).as_bytes())?;
    Ok(Box::new(Table { out, line }))
}

struct Table<'a> {
    out: &'a mut dyn Write,
    line: Line,
}

impl Writer for Table<'_> {
    fn article(&mut self, told: &Told) -> io::Result<()> {
        for mark in &told.marks {
            let row: Vec<Cow<'_, str>> =
                cells(told, mark).map(|(_, cell)| harmless(&cell.text()).into_owned().into()).collect();
            self.out.write_all((self.line)(&row).as_bytes())?;
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

/// A row of words and numbers with the end of its line; words run nothing in a spreadsheet, and what could steer
/// a terminal is shown by signs.
pub fn row(fields: &[Field]) -> String {
    let cells = fields.iter().map(|field| match field {
        Field::Words(words) => Cow::Owned(harmless(&visible(words)).into_owned()),
        Field::Number(number) => Cow::Owned(number.to_string()),
    });
    comma_separated(&cells.collect::<Vec<_>>())
}

/// Words that a spreadsheet would run get an apostrophe before them, also after spaces, which some cut.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let runs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|', '%'];
    let is_run = text.starts_with(runs) || text.trim_start().starts_with(runs);
    if is_run { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// As RFC 4180 has it.
pub(super) fn comma_separated(row: &[Cow<'_, str>]) -> String {
    let cells = row.iter().map(|text| {
        if text.contains([',', '"', '\n', '\r', '\t', ';']) || text.trim() != text {
            Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
        } else {
            Cow::Borrowed(text.as_ref())
        }
    });
    cells.collect::<Vec<_>>().join(",") + "\r\n"
}

/// As IANA has it: there are no quotation marks, so a tab or a line's end within a cell is a space.
pub(super) fn tab_separated(row: &[Cow<'_, str>]) -> String {
    let cells = row.iter().map(|text| text.replace(['\t', '\n', '\r'], " "));
    cells.collect::<Vec<_>>().join("\t") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_run_nothing_and_are_quoted_where_they_must_be() {
        let cases = [
            ("", "", ""),
            ("plain words", "plain words", "plain words"),
            ("one, “two”", "\"one, “two”\"", "one, “two”"),
            ("say \"no\"", "\"say \"\"no\"\"\"", "say \"no\""),
            ("two\nlines", "\"two\nlines\"", "two lines"),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"", "'=HYPERLINK(\"x\")"),
            ("-1", "'-1", "'-1"),
            (" +1", "' +1", "' +1"),
            ("@x", "'@x", "'@x"),
            ("\tx", "\"'\tx\"", "' x"),
            ("a=b", "a=b", "a=b"),
        ];
        for (text, comma, tab) in cases {
            assert_eq!(comma_separated(&[harmless(text)]), format!("{comma}\r\n"), "{text:?}");
            assert_eq!(tab_separated(&[harmless(text)]), format!("{tab}\r\n"), "{text:?}");
        }
    }
}
