//! A mail that holds no page: its words are plain text, below the lines of its head that tell a reader something.

use super::saved_page::Part;
use super::{File, ImportError, Imported, MAX_BYTES, decode, plain};
use crate::document::SourceMap;
use mail_parser::{Addr, HeaderName, Message};

/// Who sent it, as a line of the head has it; none where that is no person, as in the archives that browsers write.
pub(super) fn sender(head: &Message<'_>) -> Option<String> {
    head.from()?.first().filter(|sender| sender.address().is_some_and(|own| own.contains('@'))).map(person)
}

/// Reads `words`, the part of a mail that is no page.
pub(super) fn read(file: &File<'_>, head: Option<&Message<'_>>, words: &Part<'_>) -> Imported {
    let bytes = words.bytes();
    if MAX_BYTES < bytes.len() {
        return Err(ImportError::TooLarge);
    }
    let decoded = decode::decode(&bytes, file.options.encoding.as_deref(), words.charset)?;
    let lines: String = head.map(lines).unwrap_or_default();
    let text = format!("{lines}\n{}", decoded.text);
    let mut read = plain::read(text, file.reading(decoded.name), SourceMap::default());
    read.warnings.splice(0..0, decoded.warnings);
    Ok(read)
}

/// The lines of the head that are not for programs, as a mail that is saved as text has them.
fn lines(head: &Message<'_>) -> String {
    let to: Vec<String> = head.to().into_iter().flat_map(|to| to.iter()).map(person).collect();
    let date = head.header_raw(HeaderName::Date).map(|date| date.trim().to_owned());
    let fields = [
        ("From", sender(head)),
        ("To", Some(to.join(", "))),
        ("Subject", head.subject().map(str::to_owned)),
        ("Date", date),
    ];
    let mut lines = String::new();
    for (name, value) in fields {
        let value = value.unwrap_or_default();
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            lines.push_str(&format!("{name}: {value}\n"));
        }
    }
    lines
}

fn person(person: &Addr<'_>) -> String {
    match (person.name(), person.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.or(address).unwrap_or_default().to_owned(),
    }
}
