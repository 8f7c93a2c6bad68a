//! What stands before the colon of a bracket, after a row of carets and after `! orphan`: tags, id
//! and relations.

use super::Problem;
use postil::layer::{AnnotationId, Codebook, RelationSlug, TagId};
use uuid::Uuid;

/// A head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// `denial#d1 denies c1`: a mark begins.
    Mark(MarkHead),
    /// `+d1`: a further piece of a mark.
    Piece(AnnotationId),
    /// `&d1`: the piece that began on a line above goes on.
    GoesOn(AnnotationId),
}

/// The head of a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MarkHead {
    pub(super) tags: Vec<TagId>,
    pub(super) is_changed: bool,
    /// `None`: it will be counted.
    pub(super) id: Option<AnnotationId>,
    /// Kind and the name of the other end, which may stand further down.
    pub(super) relations: Vec<(RelationSlug, AnnotationId)>,
}

/// Reads a head.
pub(super) fn parse(head: &str, codebook: &Codebook) -> Result<Head, Problem> {
    if let Some(name) = head.strip_prefix('+') {
        return Ok(Head::Piece(id_called(name.trim())?));
    }
    if let Some(name) = head.strip_prefix('&') {
        return Ok(Head::GoesOn(id_called(name.trim())?));
    }
    let mut words = head.split_whitespace();
    let first = words.next().unwrap_or_default();
    let (tags, name) = first.split_once('#').map_or((first, None), |(tags, name)| (tags, Some(name)));
    let (tags, is_changed) = tags.strip_suffix('?').map_or((tags, false), |tags| (tags, true));
    if first.is_empty() || tags.is_empty() && name.is_none() {
        return Err(Problem::BadHead(head.to_owned()));
    }
    let id = name.map(id_called).transpose()?;
    let mut parsed = MarkHead { tags: parse_tags(tags, codebook)?, is_changed, id, ..MarkHead::default() };
    while let Some(kind) = words.next() {
        let to = words.next().ok_or_else(|| Problem::BadHead(head.to_owned()))?;
        parsed.relations.push((relation_called(kind, codebook)?, id_called(to)?));
    }
    Ok(Head::Mark(parsed))
}

/// Reads `claim,opinion`; nothing is no tags.
pub(super) fn parse_tags(tags: &str, codebook: &Codebook) -> Result<Vec<TagId>, Problem> {
    let known = |slug: &str| {
        let tag = codebook.tag(&TagId::new(slug)).map(|tag| tag.id.clone());
        tag.ok_or_else(|| Problem::UnknownTag(slug.to_owned()))
    };
    if tags.is_empty() { Ok(Vec::new()) } else { tags.split(',').map(known).collect() }
}

/// The kind of relation with a slug.
pub(super) fn relation_called(slug: &str, codebook: &Codebook) -> Result<RelationSlug, Problem> {
    let kind = codebook.relation(&RelationSlug::new(slug)).map(|kind| kind.id.clone());
    kind.ok_or_else(|| Problem::UnknownRelation(slug.to_owned()))
}

/// The id that a name means: a short name, the digits that people see of an id, or all of them.
pub(super) fn id_called(name: &str) -> Result<AnnotationId, Problem> {
    let digits = || name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let id = match name.len() {
        8 if digits() => Uuid::parse_str(&format!("{name}000040008000000000000000")).ok().map(AnnotationId),
        32 if digits() => Uuid::parse_str(name).ok().map(AnnotationId),
        _ => AnnotationId::named(name),
    };
    id.ok_or_else(|| Problem::BadName(name.to_owned()))
}
