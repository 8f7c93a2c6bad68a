//! What stands before the colon of a bracket, after a row of carets and after `! orphan`: tags, id
//! and relations.

use crate::layer::{RelationSlug, TagId};
use crate::text::quoted;

/// Writes the head of a mark; `relations` are kinds and names.
pub(super) fn write(
    tags: &[TagId],
    is_changed: bool,
    name: &str,
    relations: &[(&RelationSlug, &str)],
) -> String {
    let mut head = write_tags(tags);
    if is_changed {
        head.push('?');
    }
    head.push('#');
    head.push_str(name);
    for (kind, to) in relations {
        head.push_str(&format!(" {} {to}", slug(kind.as_str())));
    }
    head
}

/// Writes `claim,opinion`.
pub(super) fn write_tags(tags: &[TagId]) -> String {
    tags.iter().map(|tag| slug(tag.as_str())).collect::<Vec<_>>().join(",")
}

/// A slug as it is; one that no codebook may have in quotes, so that no text runs into another.
pub(super) fn slug(slug: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !slug.is_empty() && slug.bytes().all(is_plain) { slug.to_owned() } else { quoted::quote(slug) }
}
