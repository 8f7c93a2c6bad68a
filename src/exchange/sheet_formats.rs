//! The formats that a page's table is written in. Its words are as harmless there as those of marks.

use super::csv::{BYTE_ORDER_MARK, comma_separated, harmless, tab_separated};
use super::markdown::plain;
use super::report::table_page;
use super::sheet::{Field, Sheet};
use super::xlsx;
use crate::text::shown::safe_json;
use serde_json::Value;
use std::borrow::Cow;
use std::io::{self, Write};

/// A format of tables.
#[derive(Clone, Copy, Debug)]
pub struct SheetFormat {
    /// Its word, as that of [`Format`](super::Format) where it is the same.
    pub id: &'static str,
    /// The ending of its files.
    pub ending: &'static str,
    write: fn(&Sheet, &mut dyn Write) -> io::Result<()>,
}

impl SheetFormat {
    /// Writes a table.
    ///
    /// # Errors
    ///
    /// Where `out` fails, or a workbook has more rows than a sheet may have.
    pub fn write(&self, sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
        (self.write)(sheet, out)
    }

    /// The format of that name.
    pub fn called(id: &str) -> Option<&'static Self> {
        SHEET_FORMATS.iter().find(|format| format.id == id)
    }
}

/// All formats, in the order of menus.
pub static SHEET_FORMATS: [SheetFormat; 6] = [
    SheetFormat { id: "csv", ending: "csv", write: comma },
    SheetFormat { id: "tsv", ending: "tsv", write: tabs },
    SheetFormat { id: "xlsx", ending: "xlsx", write: workbook },
    SheetFormat { id: "ndjson", ending: "ndjson", write: ndjson },
    SheetFormat { id: "markdown", ending: "md", write: markdown },
    SheetFormat { id: "html", ending: "html", write: |sheet, out| table_page(sheet, out) },
];

fn comma(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    separated(sheet, comma_separated, out)
}

fn tabs(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    separated(sheet, tab_separated, out)
}

fn separated(sheet: &Sheet, line: fn(&[Cow<'_, str>]) -> String, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    let cell = |field: &Field| -> Cow<'static, str> {
        match field {
            Field::Words(_) => harmless(&field.shown()).into_owned().into(),
            // A number below zero is no formula.
            Field::Number(_) => field.shown().into(),
        }
    };
    let head = sheet.head.iter().map(|words| Field::words(words.as_str()));
    out.write_all(line(&head.map(|field| cell(&field)).collect::<Vec<_>>()).as_bytes())?;
    for row in &sheet.rows {
        out.write_all(line(&row.iter().map(cell).collect::<Vec<_>>()).as_bytes())?;
    }
    out.flush()
}

fn workbook(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let head: Vec<Field> = sheet.head.iter().map(|words| Field::words(words.as_str())).collect();
    let rows = std::iter::once(head.as_slice()).chain(sheet.rows.iter().map(Vec::as_slice));
    xlsx::write(out, &sheet.title, rows)
}

/// One object a row; the keys are the head, each once, in its order.
fn ndjson(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let mut keys: Vec<String> = Vec::new();
    for (nth, head) in sheet.head.iter().enumerate() {
        let head = if head.trim().is_empty() { format!("column {}", nth + 1) } else { head.clone() };
        let is_taken = keys.contains(&head);
        keys.push(if is_taken { format!("{head} {}", nth + 1) } else { head });
    }
    for row in &sheet.rows {
        let value = |field: &Field| match field {
            Field::Words(words) if words.is_empty() => Value::Null,
            Field::Words(words) => words.as_str().into(),
            Field::Number(number) => number_of(*number),
        };
        let pairs = keys
            .iter()
            .zip(row)
            .map(|(key, field)| format!("{}:{}", Value::from(key.as_str()), value(field)));
        let object = pairs.collect::<Vec<_>>().join(",");
        writeln!(out, "{{{}}}", safe_json(&object))?;
    }
    out.flush()
}

/// A count stays a whole number.
fn number_of(number: f64) -> Value {
    format!("{number}").parse::<u64>().map_or_else(|_| number.into(), Value::from)
}

fn markdown(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    write!(out, "# {}\n\n", plain(&sheet.title))?;
    out.write_all(line(sheet.head.iter().map(|words| plain(words)).collect()).as_bytes())?;
    let is_number = |nth: usize| {
        let has_number = |row: &Vec<Field>| matches!(row.get(nth), Some(Field::Number(_)));
        sheet.rows.first().is_some_and(has_number)
    };
    let rule = (0..sheet.head.len()).map(|nth| if is_number(nth) { "---:" } else { "---" }.to_owned());
    out.write_all(line(rule.collect()).as_bytes())?;
    for row in &sheet.rows {
        out.write_all(line(row.iter().map(|field| plain(&field.shown())).collect()).as_bytes())?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(id: &str) -> String {
        let row = |name: &str, n: f64| vec![Field::words(name), Field::Number(n)];
        let sheet = Sheet {
            title: "Sources".to_owned(),
            head: vec!["Source".to_owned(), "Marks".to_owned()],
            rows: vec![row("=the \"army\" | <b>", 3.0), row("", -1.5)],
        };
        let mut bytes = Vec::new();
        SheetFormat::called(id).expect("a format").write(&sheet, &mut bytes).expect("written");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn a_table_says_the_same_in_every_format() {
        assert_eq!(written("csv"), "\u{feff}Source,Marks\r\n\"'=the \"\"army\"\" | <b>\",3\r\n,-1.5\r\n");
        assert_eq!(written("tsv"), "\u{feff}Source\tMarks\r\n'=the \"army\" | <b>\t3\r\n\t-1.5\r\n");
        assert_eq!(
            written("ndjson"),
            "{\"Source\":\"=the \\\"army\\\" | <b>\",\"Marks\":3}\n{\"Source\":null,\"Marks\":-1.5}\n"
        );
        let markdown = written("markdown");
        assert!(markdown.contains("| Source | Marks |\n| --- | ---: |\n"), "{markdown}");
        assert!(markdown.contains("the \"army\" \\| &lt;b&gt; | 3 |"), "{markdown}");
        let html = written("html");
        assert!(
            html.contains(
                "<td class=\"s\" dir=\"auto\">=the &quot;army&quot; | &lt;b&gt;</td><td class=\"n\">3</td>"
            ),
            "{html}"
        );
        assert!(written("xlsx").starts_with("PK"));
    }
}
