//! A workbook of one sheet: a row for each mark under a head that stays, with a filter on every column.
//!
//! Written here and not by a crate: the parts of a workbook that are needed are five short texts, a row is
//! written when it comes, and so memory does not grow with the table.

use super::columns::{COLUMNS, Cell, cells};
use super::{Told, Writer};
use std::io::{self, Write};
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

/// The most characters that a cell may have; past them a spreadsheet calls the file damaged.
const LONGEST_CELL: usize = 32_767;
/// The most rows of a sheet. What is beyond them stands in no workbook.
const MOST_ROWS: usize = 1_048_576;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Marks" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const WORKBOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// The second style is the head's: bold.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;
const SHEET_HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>"#;

pub(super) fn begin<'a>(out: &'a mut dyn Write) -> io::Result<Box<dyn Writer + 'a>> {
    let mut sheet = Sheet::begin(out, "Marks")?;
    let names: Vec<Cell> = COLUMNS.iter().map(|column| Cell::Words(column.name.to_owned())).collect();
    sheet.row(&names, 1)?;
    Ok(Box::new(sheet))
}

/// What stands in a cell of [`workbook`].
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Words.
    Words(String),
    /// A number.
    Number(f64),
}

/// A table as a workbook of one sheet; the first row is its head. The same table gives the same bytes.
pub fn workbook(name: &str, rows: &[Vec<Field>]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(&mut bytes, name, rows.iter().map(Vec::as_slice))?;
    Ok(bytes)
}

/// The same row by row.
pub(super) fn write<'a>(
    out: &mut dyn Write,
    name: &str,
    rows: impl Iterator<Item = &'a [Field]>,
) -> io::Result<()> {
    let mut sheet = Sheet::begin(out, &sheet_name(name))?;
    let mut n_columns = 1;
    for (nth, row) in rows.enumerate() {
        if nth == 0 {
            n_columns = row.len();
        }
        let field = |field: &Field| match field {
            Field::Words(_) => (None, field.shown()),
            Field::Number(number) => (Some(number.to_string()), String::new()),
        };
        sheet.fields(row.iter().map(field), usize::from(nth == 0))?;
    }
    sheet.finish(n_columns)
}

/// A name as a spreadsheet takes it: at most 31 characters, none of which means something in formulas.
fn sheet_name(name: &str) -> String {
    let plain = crate::text::shown::visible(name)
        .replace(|sign: char| sign.is_control() || "[]:*?/\\'".contains(sign), " ");
    let name: String = plain.trim().chars().take(31).collect();
    if name.is_empty() { "Table".to_owned() } else { name }
}

struct Sheet<'a> {
    zip: ZipWriter<StreamWriter<&'a mut dyn Write>>,
    n_rows: usize,
}

impl<'a> Sheet<'a> {
    fn begin(out: &'a mut dyn Write, name: &str) -> io::Result<Self> {
        let mut zip = ZipWriter::new_stream(out);
        let workbook = WORKBOOK.replace("\"Marks\"", &format!("\"{}\"", escaped(name)));
        // Without a time of its own: the same marks give the same bytes.
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        let parts = [
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", workbook.as_str()),
            ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
            ("xl/styles.xml", STYLES),
        ];
        for (name, text) in parts {
            zip.start_file(name, options)?;
            zip.write_all(text.as_bytes())?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", options.large_file(true))?;
        zip.write_all(SHEET_HEAD.as_bytes())?;
        Ok(Sheet { zip, n_rows: 0 })
    }

    fn row(&mut self, cells: &[Cell], style: usize) -> io::Result<()> {
        let cell = |cell: &Cell| (cell.number().map(|number| number.to_string()), cell.text());
        self.fields(cells.iter().map(cell), style)
    }

    fn finish(mut self, n_columns: usize) -> io::Result<()> {
        let last = letters(n_columns.saturating_sub(1));
        write!(self.zip, "</sheetData><autoFilter ref=\"A1:{last}{}\"/></worksheet>", self.n_rows)?;
        self.zip.finish()?.into_inner().flush()
    }

    /// A row of cells, each a number as it is written, or words.
    fn fields(
        &mut self,
        cells: impl Iterator<Item = (Option<String>, String)>,
        style: usize,
    ) -> io::Result<()> {
        if self.n_rows == MOST_ROWS {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "a sheet of a workbook has room for 1,048,575 marks; export them as ndjson or csv",
            ));
        }
        self.n_rows += 1;
        let mut row = format!("<row r=\"{}\">", self.n_rows);
        for (nth, (number, words)) in cells.enumerate() {
            let place = format!("{}{}", letters(nth), self.n_rows);
            row.push_str(&match number {
                Some(number) => format!("<c r=\"{place}\"><v>{number}</v></c>"),
                None if words.is_empty() => String::new(),
                // Words stand as words, never as a formula, whatever they begin with.
                None => format!(
                    "<c r=\"{place}\" t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(&words)
                ),
            });
        }
        row.push_str("</row>");
        self.zip.write_all(row.as_bytes())
    }
}

impl Writer for Sheet<'_> {
    fn article(&mut self, told: &Told) -> io::Result<()> {
        for mark in &told.marks {
            let cells: Vec<Cell> = cells(told, mark).map(|(_, cell)| cell).collect();
            self.row(&cells, 0)?;
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<()> {
        self.finish(COLUMNS.len())
    }
}

/// `A`, `Z`, `AA` for the first, the 26th, the 27th column.
fn letters(nth: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or_default());
    match nth.checked_div(26) {
        Some(before) if 0 < before => format!("{}{}", letters(before - 1), letter(nth)),
        _ => letter(nth).to_string(),
    }
}

/// The words of a cell as XML. `_x000D_` in them would be read as a control character.
fn escaped(words: &str) -> String {
    let is_long = LONGEST_CELL < words.encode_utf16().count();
    let mut escaped = String::with_capacity(words.len() + 16);
    let mut n_units = 0;
    for (at, character) in words.char_indices() {
        n_units += character.len_utf16();
        if is_long && LONGEST_CELL - 1 < n_units {
            escaped.push('…');
            break;
        }
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '_' if is_escape(words.get(at..).unwrap_or_default()) => escaped.push_str("_x005F_"),
            _ => escaped.push(character),
        }
    }
    escaped
}

fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.get(1) == Some(&b'x')
        && bytes.get(6) == Some(&b'_')
        && bytes.get(2..6).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        let names = [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
        for (nth, name) in names {
            assert_eq!(letters(nth), name);
        }
    }

    #[test]
    fn a_cell_holds_words_only_and_no_more_than_it_may() {
        assert_eq!(escaped("<a&b>_x000D_ _xyz_"), "&lt;a&amp;b&gt;_x005F_x000D_ _xyz_");
        let long = escaped(&"🕊".repeat(20_000));
        assert_eq!(long.encode_utf16().count(), 32_767);
        assert!(long.ends_with('…'));
    }
}
