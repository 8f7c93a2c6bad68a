//! A mail that holds no page: its words are plain text, below the lines of its head that tell a reader something.
//! What was sent with it is named.

use super::saved_page::Part;
use super::{File, ImportError, ImportWarning, Imported, MAX_BYTES, decode, plain};
use crate::document::{Role, SourceMap};
use mail_parser::{Addr, HeaderName, Message};

/// Who sent it, as a line of the head has it; none where that is no person, as in the archives that browsers write.
pub(super) fn sender(head: &Message<'_>) -> Option<String> {
    head.from()?.first().filter(|sender| sender.address().is_some_and(|own| own.contains('@'))).map(person)
}

/// Whether a part is words of the letter itself.
pub(super) fn is_words(part: &Part<'_>) -> bool {
    let is_plain = part.kind.is_empty() || part.kind == "text/plain";
    is_plain && part.attached.is_none() && !part.body.trim_ascii().is_empty()
}

/// Reads `words`, the parts of a mail that has no page: lists of subscribers get a second one, below the letter.
pub(super) fn read(file: &File<'_>, head: Option<&Message<'_>>, words: &[&Part<'_>]) -> Imported {
    let lines = head.map(lines).unwrap_or_default();
    let mut text: String = lines.iter().map(|(_, line)| format!("{line}\n")).collect();
    let (mut encoding, mut warnings) = (None, Vec::new());
    for part in words {
        let bytes = part.bytes();
        if MAX_BYTES < bytes.len() + text.len() {
            return Err(ImportError::TooLarge);
        }
        let decoded = decode::decode(&bytes, file.options.encoding.as_deref(), part.charset)?;
        text.push('\n');
        text.push_str(&decoded.text);
        encoding.get_or_insert(decoded.name);
        warnings.extend(decoded.warnings);
    }
    let encoding = encoding.ok_or(ImportError::NoPage)?;
    let mut read = plain::read(text, file.reading(encoding), SourceMap::default());
    for (block, (role, _)) in read.value.blocks.iter_mut().zip(lines) {
        block.role = Some(role);
    }
    read.warnings.splice(0..0, warnings);
    Ok(read)
}

/// So many files are named of those that were sent with a mail.
const MOST_NAMED: usize = 5;
/// The longest name of one, in characters.
const LONGEST_NAME: usize = 60;

/// Names the parts of a mail that are not read; nothing where there are none.
pub(super) fn left_out<'p, 'b: 'p>(parts: impl Iterator<Item = &'p Part<'b>>) -> Option<ImportWarning> {
    let (mut n, mut names) = (0, Vec::new());
    for part in parts.filter(|part| !part.body.trim_ascii().is_empty()) {
        n += 1;
        if names.len() < MOST_NAMED {
            let name = part.attached.as_deref().unwrap_or(&part.kind);
            names.push(name.chars().take(LONGEST_NAME).collect::<String>());
        }
    }
    (0 < n).then_some(ImportWarning::Attached { n, names })
}

/// The lines of the head that are not for programs, as a mail that is saved as text has them.
fn lines(head: &Message<'_>) -> Vec<(Role, String)> {
    let to: Vec<String> = head.to().into_iter().flat_map(|to| to.iter()).map(person).collect();
    let date = head.header_raw(HeaderName::Date).map(|date| date.trim().to_owned());
    let fields = [
        (Role::Byline, "From", sender(head)),
        (Role::Byline, "To", Some(to.join(", "))),
        (Role::Byline, "Subject", head.subject().map(str::to_owned)),
        (Role::Date, "Date", date),
    ];
    let told = fields.into_iter().filter_map(|(role, name, value)| {
        let value = value?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!value.is_empty()).then(|| (role, format!("{name}: {value}")))
    });
    told.collect()
}

fn person(person: &Addr<'_>) -> String {
    match (person.name(), person.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.or(address).unwrap_or_default().to_owned(),
    }
}
