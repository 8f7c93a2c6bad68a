//! A page's table as HTML: the same look as the report, and as little of it runs.

use super::style::STYLE;
use super::words::{GENERATOR, bdi, html};
use crate::exchange::sheet::{Field, Sheet};
use crate::text::shown::on_a_line;
use std::io::{self, Write};

/// A table of more columns is printed across.
const UPRIGHT: usize = 5;
/// A table of more columns is printed in small type, so that all of them are on the paper.
const MANY: usize = 8;
/// Columns of shorter words need no least width, and those of longer ones a wider one; in characters.
const SHORT: usize = 12;
const LONG: usize = 40;
/// The longest title, in characters.
const LONGEST_TITLE: usize = 300;

/// Writes a table as a page of HTML.
pub fn table_page(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let title = on_a_line(&sheet.title, LONGEST_TITLE);
    let title = html(&title);
    let across = match sheet.head.len() {
        0..=UPRIGHT => "",
        n if n <= MANY => "@page{size:landscape}\nbody{max-width:none}\n",
        _ => {
            "@page{size:landscape;margin:10mm}\nbody{max-width:none}\n@media print{table{font-size:7pt}th,td{padding:.1rem \
             .2rem}}\n"
        }
    };
    let classes: Vec<&str> = (0..sheet.head.len()).map(|nth| class_of(sheet, nth)).collect();
    write!(
        out,
        "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n{GENERATOR}\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}\n{across}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<table><thead><tr>"
    )?;
    for head in &sheet.head {
        write!(out, "<th>{}</th>", bdi(head))?;
    }
    out.write_all(b"</tr></thead><tbody>\n")?;
    for row in &sheet.rows {
        out.write_all(b"<tr>")?;
        for (field, class) in row.iter().zip(&classes) {
            match field {
                Field::Words(words) => write!(out, "<td{class} dir=\"auto\">{}</td>", html(words))?,
                Field::Number(_) => write!(out, "<td class=\"n\">{}</td>", field.shown())?,
            }
        }
        out.write_all(b"</tr>\n")?;
    }
    out.write_all(b"</tbody></table>\n</body>\n</html>\n")?;
    out.flush()
}

/// How wide a column of words is at least: what is empty or short in all rows takes no room from the others.
fn class_of(sheet: &Sheet, nth: usize) -> &'static str {
    let length = |row: &Vec<Field>| match row.get(nth) {
        Some(Field::Words(words)) => words.chars().take(LONG + 1).count(),
        _ => 0,
    };
    match sheet.rows.iter().map(length).max().unwrap_or_default() {
        0..=SHORT => "",
        n if n <= LONG => " class=\"s\"",
        _ => " class=\"w\"",
    }
}
