//! The head of a mail that was saved as text: lines that say from whom it is, what about, and when.

use super::plain_lines::Line;
use crate::document::Metadata;

/// What a line of the head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    From,
    Subject,
    Date,
    /// To whom, and what programs write for each other.
    Other,
}

/// The fields of RFC 5322, and their names in the languages that programs for mail write them in.
const FIELDS: &[(&str, Field)] = &[
    ("from", Field::From),
    ("von", Field::From),
    ("de", Field::From),
    ("от", Field::From),
    ("від", Field::From),
    ("من", Field::From),
    ("subject", Field::Subject),
    ("betreff", Field::Subject),
    ("objet", Field::Subject),
    ("asunto", Field::Subject),
    ("тема", Field::Subject),
    ("الموضوع", Field::Subject),
    ("date", Field::Date),
    ("sent", Field::Date),
    ("datum", Field::Date),
    ("gesendet", Field::Date),
    ("envoyé", Field::Date),
    ("fecha", Field::Date),
    ("дата", Field::Date),
    ("التاريخ", Field::Date),
    ("to", Field::Other),
    ("an", Field::Other),
    ("à", Field::Other),
    ("para", Field::Other),
    ("кому", Field::Other),
    ("إلى", Field::Other),
    ("cc", Field::Other),
    ("bcc", Field::Other),
    ("reply-to", Field::Other),
    ("message-id", Field::Other),
    ("in-reply-to", Field::Other),
    ("organization", Field::Other),
    ("newsgroups", Field::Other),
];

/// The field of a line, and what stands in it.
fn field(line: &str) -> Option<(Field, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    FIELDS.iter().find(|(known, _)| *known == name).map(|&(_, field)| (field, value.trim()))
}

/// Whether `lines`, the first of a text, are the head of a mail.
pub(super) fn is_head(text: &str, lines: &[Line]) -> bool {
    let found = || lines.iter().filter_map(|line| field(line.range.of(text).unwrap_or_default()));
    let has = |field: Field| found().any(|(found, _)| found == field);
    let is_first = found().next().is_some()
        && lines.first().is_some_and(|line| field(line.range.of(text).unwrap_or_default()).is_some());
    is_first && 2 <= found().count() && (has(Field::From) || has(Field::Subject))
}

/// What the head of a mail says, if `lines` are one.
pub(super) fn metadata(text: &str, lines: &[Line]) -> Metadata {
    let mut metadata = Metadata::default();
    if !is_head(text, lines) {
        return metadata;
    }
    for (field, value) in lines.iter().filter_map(|line| field(line.range.of(text)?)) {
        let place = match field {
            Field::From => &mut metadata.byline,
            Field::Subject => &mut metadata.title,
            Field::Date => &mut metadata.published,
            Field::Other => continue,
        };
        if !value.is_empty() {
            place.get_or_insert_with(|| value.to_owned());
        }
    }
    metadata
}
