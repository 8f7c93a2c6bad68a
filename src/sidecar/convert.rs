//! Marks and relations from lines and back, by hand: the one place that knows both the model and the
//! words of the format.
//!
//! A changed mark keeps what we do not know in its line: every `old` below is the value that was
//! read, and what it has besides our keys follows them, as it stood.

mod attribution;
mod body;
mod figure;
mod folder;
mod target;

use super::file::Content;
use super::json::Raw;
use super::line::{Object, Pairs, quoted, text};
use super::warning::LineFault;
use super::wire::{CONTEXT, Warnings, read_iri, read_time, time};
use crate::document::DocumentId;
use crate::layer::{Annotation, AnnotationId, AnnotatorId, Motivation, Relation, RelationId, RelationSlug};
use body::Bodies;
pub(super) use folder::item_line;
use std::sync::Arc;
use uuid::Uuid;

/// What a line of type `Annotation` says.
pub(super) fn read(id: Uuid, pairs: &Pairs<'_>, warnings: &mut Warnings) -> Content {
    let motivations: Vec<String> = pairs.items("motivation").into_iter().filter_map(text).collect();
    let is_mark = |word: &String| matches!(word.as_str(), "tagging" | "commenting" | "highlighting");
    let is_reply = motivations == ["replying"] && has_passage(pairs);
    let read = if motivations.iter().all(is_mark) || is_reply || is_assessment(&motivations, pairs) {
        read_annotation(id, pairs, warnings).map(|mark| Content::Annotation(Arc::new(mark)))
    } else if motivations == ["linking"] {
        read_relation(id, pairs).map(|relation| Content::Relation(Box::new(relation)))
    } else {
        let item = match motivations.as_slice() {
            [only] => folder::read(id, only, pairs, warnings),
            _ => None,
        };
        return item.map_or(Content::Foreign, |item| Content::Item(Arc::new(item)));
    };
    read.unwrap_or_else(|| {
        warnings.say(LineFault::NoTarget);
        Content::Foreign
    })
}

/// Whether a line is about words, and not about another line alone.
fn has_passage(pairs: &Pairs<'_>) -> bool {
    let mut targets = pairs.items("target").into_iter().filter_map(Pairs::of);
    targets.any(|target| target.get("selector").is_some())
}

/// Whether a line says of words how good somebody's mark is. One about a line is a verdict in a register.
fn is_assessment(motivations: &[String], pairs: &Pairs<'_>) -> bool {
    let mut bodies = pairs.items("body").into_iter().filter_map(Pairs::of);
    motivations == ["assessing"] && has_passage(pairs) && bodies.any(|body| body.says("purpose", "assessing"))
}

fn read_annotation(id: Uuid, pairs: &Pairs<'_>, warnings: &mut Warnings) -> Option<Annotation> {
    let target = target::read(pairs.get("target")?, warnings)?;
    let attribution = pairs.get("postil:attribution").map(|raw| attribution::read(raw, warnings));
    let bodies = Bodies::read(pairs, warnings);
    Some(Annotation {
        id: AnnotationId(id),
        created: read_time(pairs, "created").unwrap_or_default(),
        modified: read_time(pairs, "modified"),
        motivation: match bodies.assessment() {
            Some(assessment) => Motivation::Assessing(Box::new(assessment)),
            None if pairs.says("motivation", "replying") => Motivation::Replying,
            None => Motivation::Marking,
        },
        tags: bodies.tags(),
        note: bodies.note(),
        target,
        figures: bodies.figures(),
        attribution: attribution.unwrap_or_default(),
        implied: pairs.is_true("postil:implied").then(|| bodies.implied()),
        is_without_figure: pairs.is_true(NO_FIGURE),
        proposed_by: pairs.text(PROPOSED_BY),
    })
}

fn read_relation(id: Uuid, pairs: &Pairs<'_>) -> Option<Relation> {
    let [from] = pairs.items("target")[..] else { return None };
    let link = Link::read(pairs)?;
    Some(Relation {
        id: RelationId(id),
        created: read_time(pairs, "created").unwrap_or_default(),
        modified: read_time(pairs, "modified"),
        kind: RelationSlug::new(link.kind?),
        from: AnnotationId(read_end(from)?),
        to: AnnotationId(link.to),
        to_document: link.document,
    })
}

/// The mark that an IRI, or an object about it, names.
fn read_end(raw: Raw<'_>) -> Option<Uuid> {
    let iri = text(raw).or_else(|| {
        let pairs = Pairs::of(raw)?;
        pairs.text("source").or_else(|| pairs.text("id"))
    });
    read_iri(&iri?)
}

/// The bodies of a relation.
struct Link<'a> {
    to: Uuid,
    document: Option<DocumentId>,
    kind: Option<String>,
    to_body: Pairs<'a>,
    kind_body: Option<Pairs<'a>>,
    others: Vec<Raw<'a>>,
}

impl<'a> Link<'a> {
    fn read(pairs: &Pairs<'a>) -> Option<Self> {
        let (mut end, mut kind, mut others) = (None, None, Vec::new());
        for raw in pairs.items("body") {
            let body = Pairs::of(raw).unwrap_or_default();
            let to = body.text("source").and_then(|iri| read_iri(&iri));
            if let (None, Some(to), true) = (&end, to, body.says("purpose", "linking")) {
                end = Some((to, body));
            } else if let (None, Some(slug), true) =
                (&kind, body.text("value"), body.says("purpose", "tagging"))
            {
                kind = Some((slug, body));
            } else {
                others.push(raw);
            }
        }
        let (to, to_body) = end?;
        let document = to_body.text("postil:document").and_then(|iri| read_iri(&iri)).map(DocumentId);
        let (kind, kind_body) = kind.unzip();
        Some(Self { to, document, kind, to_body, kind_body, others })
    }
}

const NO_FIGURE: &str = "postil:noFigure";
const PROPOSED_BY: &str = "postil:proposedBy";
const MARK_KEYS: &[&str] = &[
    "@context",
    "id",
    "type",
    "motivation",
    "creator",
    "created",
    "modified",
    "body",
    "target",
    "postil:join",
    "postil:implied",
    "postil:attribution",
    "postil:rev",
    "postil:was",
];

/// Whose line it is and which version, besides what it says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signature<'a> {
    /// Who made it, unless the old line says.
    pub(super) creator: AnnotatorId,
    /// The new version's revision.
    pub(super) rev: u64,
    /// What it replaces.
    pub(super) was: &'a [String],
}

/// The line of a mark; `old` is the one that it replaces.
pub(super) fn annotation_line(
    mark: &Annotation,
    old: Option<&Pairs<'_>>,
    signature: Signature<'_>,
) -> String {
    // Nothing of a line was lost when it was read, so its warnings were given then.
    let warnings = &mut Warnings::default();
    let before = old.map(|pairs| Bodies::read(pairs, warnings)).unwrap_or_default();
    let old_value = |key: &str| old.and_then(|pairs| pairs.get(key));
    let target = target::write(&mark.target, old_value("target"));
    let attribution = attribution::write(&mark.attribution, old_value("postil:attribution"));
    let motivation = quoted(match mark {
        Annotation { motivation: Motivation::Replying, .. } => "replying",
        Annotation { motivation: Motivation::Assessing(_), .. } => "assessing",
        _ if !mark.tags.is_empty() => "tagging",
        _ if !mark.note.is_empty() => "commenting",
        _ => "highlighting",
    });
    // A proposer in a form of another program stands as it stood.
    let names_proposer = mark.proposed_by.is_some() || old.is_some_and(|old| old.text(PROPOSED_BY).is_some());
    let says_no_figure = mark.is_without_figure || old.is_some_and(|old| old.is_true(NO_FIGURE));
    let known: Vec<&str> = MARK_KEYS
        .iter()
        .copied()
        .chain(before.has_body_value.then_some("bodyValue"))
        .chain(names_proposer.then_some(PROPOSED_BY))
        .chain(says_no_figure.then_some(NO_FIGURE))
        .collect();
    let written = before.write(mark);
    let motivation = match old.filter(|_| written.needs_motivation) {
        Some(old) => old.get("motivation").map(Raw::get),
        None => Some(motivation.as_str()),
    };
    head(mark.id.0, motivation, old, signature.creator)
        .text_if("created", time(mark.created).as_deref())
        .text_if("modified", mark.modified.map(|at| at.to_string()).as_deref())
        .array("body", &written.bodies)
        .json("target", &target)
        .json_if("postil:join", (1 < mark.target.pieces.len()).then_some("true"))
        .json_if("postil:implied", mark.implied.is_some().then_some("true"))
        .json_if("postil:attribution", attribution.as_deref())
        .json_if(NO_FIGURE, mark.is_without_figure.then_some("true"))
        .text_if(PROPOSED_BY, mark.proposed_by.as_deref())
        .number_if("postil:rev", Some(signature.rev))
        .texts("postil:was", signature.was)
        .rest_of(old, &known)
        .close()
}

/// The line of a relation; `old` is the one that it replaces.
pub(super) fn relation_line(
    relation: &Relation,
    old: Option<&Pairs<'_>>,
    signature: Signature<'_>,
) -> String {
    let before = old.and_then(Link::read);
    let kind = Object::new()
        .text("type", "TextualBody")
        .text("purpose", "tagging")
        .text("value", relation.kind.as_str())
        .rest_of(before.as_ref().and_then(|link| link.kind_body.as_ref()), &["type", "purpose", "value"])
        .close();
    let to = Object::new()
        .text("type", "SpecificResource")
        .text("purpose", "linking")
        .text("source", &relation.to.iri())
        .text_if("postil:document", relation.to_document.map(DocumentId::iri).as_deref())
        .rest_of(before.as_ref().map(|link| &link.to_body), &["type", "purpose", "source", "postil:document"])
        .close();
    let others = before.iter().flat_map(|link| &link.others).map(|raw| raw.get().to_owned());
    let bodies: Vec<String> = [kind, to].into_iter().chain(others).collect();
    head(relation.id.0, Some("\"linking\""), old, signature.creator)
        .text_if("created", time(relation.created).as_deref())
        .text_if("modified", relation.modified.map(|at| at.to_string()).as_deref())
        .array("body", &bodies)
        .text("target", &relation.from.iri())
        .number_if("postil:rev", Some(signature.rev))
        .texts("postil:was", signature.was)
        .rest_of(old, MARK_KEYS)
        .close()
}

/// The keys that marks and relations begin with; the motivation is JSON already.
fn head(id: Uuid, motivation: Option<&str>, old: Option<&Pairs<'_>>, creator: AnnotatorId) -> Object {
    let by_another = old.and_then(|pairs| pairs.get("creator")).map(Raw::get);
    Object::new()
        .json("@context", CONTEXT)
        .text("id", &id.urn().to_string())
        .text("type", "Annotation")
        .json_if("motivation", motivation)
        .json("creator", by_another.unwrap_or(&quoted(&creator.iri())))
}
