//! A page's table as HTML: the same look as the report, and as little of it runs.

use super::style::STYLE;
use super::words::{GENERATOR, bdi, html};
use crate::exchange::sheet::{Field, Sheet};
use crate::text::shown::on_a_line;
use std::io::{self, Write};

/// A table of more columns is printed across.
const UPRIGHT: usize = 5;
/// The longest title, in characters.
const LONGEST_TITLE: usize = 300;

/// Writes a table as a page of HTML.
pub fn table_page(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let title = html(&on_a_line(&sheet.title, LONGEST_TITLE));
    let across =
        if UPRIGHT < sheet.head.len() { "@page{size:landscape}\nbody{max-width:none}\n" } else { "" };
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
        for field in row {
            match field {
                Field::Words(words) => write!(out, "<td class=\"w\" dir=\"auto\">{}</td>", html(words))?,
                Field::Number(_) => write!(out, "<td class=\"n\">{}</td>", field.shown())?,
            }
        }
        out.write_all(b"</tr>\n")?;
    }
    out.write_all(b"</tbody></table>\n</body>\n</html>\n")?;
    out.flush()
}
