//! What stands in a person's register of a folder: actors (`identifying`), incidents (`classifying`), verdicts
//! (`assessing`), what was looked for and not found (`questioning`), passages that the person will not have marked as
//! rules proposed it (`moderating`), and what holds of articles whose files are wrong (`editing`).

use super::super::json::Raw;
use super::super::line::{Object, Pairs, array, quoted};
use super::super::wire::{Warnings, read_iri, read_time, time};
use super::{Signature, head, target};
use crate::anchor::Target;
use crate::document::{CalendarDate, DocumentId, Timestamp};
use crate::layer::{
    About, Actor, ActorName, AnnotationId, Correction, FolderItem, Incident, ItemId, Occurrence, Refusal,
    Search, TagId, Verdict,
};
use uuid::Uuid;

/// What a line with that motivation says; `None` for other motivations, and where nothing can be made of it.
pub(super) fn read(
    id: Uuid,
    motivation: &str,
    pairs: &Pairs<'_>,
    warnings: &mut Warnings,
) -> Option<FolderItem> {
    let (id, created) = (ItemId(id), read_time(pairs, "created").unwrap_or_default());
    let modified = read_time(pairs, "modified");
    match motivation {
        "identifying" => read_actor(pairs, warnings)
            .map(|(names, at, note)| FolderItem::Actor(Actor { id, created, modified, names, at, note })),
        "classifying" => {
            let marks = pairs.items("target").into_iter().filter_map(super::read_end).map(AnnotationId);
            let marks: Vec<AnnotationId> = marks.collect();
            let (name, note) = (said(pairs, "classifying").unwrap_or_default(), note(pairs));
            let is_one = !marks.is_empty();
            is_one.then_some(FolderItem::Incident(Incident { id, created, modified, name, marks, note }))
        }
        "questioning" => said(pairs, "questioning")
            .map(|words| FolderItem::Search(Search { id, created, words, note: note(pairs) })),
        "assessing" => read_verdict(id, created, pairs).map(FolderItem::Verdict),
        "moderating" => read_refusal(id, created, pairs, warnings).map(FolderItem::Refusal),
        "editing" => read_correction(id, (created, modified), pairs).map(FolderItem::Correction),
        _ => None,
    }
}

fn read_actor(
    pairs: &Pairs<'_>,
    warnings: &mut Warnings,
) -> Option<(Vec<ActorName>, Vec<Occurrence>, String)> {
    let bodies = pairs.items("body").into_iter().filter_map(Pairs::of);
    let names = bodies.filter(|body| body.says("purpose", "identifying")).filter_map(|body| {
        Some(ActorName { name: body.text("value")?, reading: body.text("postil:reading") })
    });
    let names: Vec<ActorName> = names.collect();
    let at = pairs.items("target").into_iter().filter_map(|raw| read_occurrence(raw, warnings));
    (!names.is_empty()).then(|| (names, at.collect(), note(pairs)))
}

/// `None` where only the folder is named: nobody said where the name stands.
fn read_occurrence(raw: Raw<'_>, warnings: &mut Warnings) -> Option<Occurrence> {
    if Pairs::of(raw).is_some_and(|pairs| pairs.get("selector").is_some()) {
        return target::read(raw, warnings).map(Box::new).map(Occurrence::Passage);
    }
    let id = super::read_end(raw).filter(|id| DocumentId(*id) != DocumentId::of_folder())?;
    Some(Occurrence::Mark(AnnotationId(id)))
}

fn read_verdict(id: ItemId, created: Timestamp, pairs: &Pairs<'_>) -> Option<Verdict> {
    let [about] = pairs.items("target")[..] else { return None };
    let about = super::read_end(about)?;
    let about = if pairs.says("postil:about", "incident") {
        About::Incident(ItemId(about))
    } else {
        About::Mark(AnnotationId(about))
    };
    let follows = pairs.text("postil:follows").and_then(|iri| read_iri(&iri)).map(ItemId);
    Some(Verdict { id, created, about, value: said(pairs, "assessing")?, reason: note(pairs), follows })
}

/// `None` where something else is said of a passage than that it is refused.
fn read_refusal(
    id: ItemId,
    created: Timestamp,
    pairs: &Pairs<'_>,
    warnings: &mut Warnings,
) -> Option<Refusal> {
    let [at] = pairs.items("target")[..] else { return None };
    said(pairs, "moderating").filter(|said| said == REFUSED)?;
    let tag = TagId::new(&said(pairs, "tagging")?);
    let proposed_by = pairs.text("postil:proposedBy").unwrap_or_default();
    Some(Refusal { id, created, at: Box::new(target::read(at, warnings)?), tag, proposed_by })
}

/// `None` where nothing is corrected that we know.
fn read_correction(
    id: ItemId,
    (created, modified): (Timestamp, Option<Timestamp>),
    pairs: &Pairs<'_>,
) -> Option<Correction> {
    let [document] = pairs.items("target")[..] else { return None };
    let document = DocumentId(super::read_end(document)?);
    let fact = |name: &str| {
        let mut bodies = pairs.items("body").into_iter().filter_map(Pairs::of);
        bodies.find_map(|body| body.text("value").filter(|_| is_correction_of(&body, name)))
    };
    let date = fact(DATE).and_then(|date| CalendarDate::read(&date, None));
    let outlet = fact(OUTLET).filter(|outlet| !outlet.trim().is_empty());
    let is_known = date.is_some() || outlet.is_some();
    is_known.then_some(Correction { id, created, modified, document, date, outlet })
}

fn is_correction_of(body: &Pairs<'_>, fact: &str) -> bool {
    body.says("purpose", "editing") && body.says("postil:fact", fact)
}

/// The value of the first body of that purpose.
fn said(pairs: &Pairs<'_>, purpose: &str) -> Option<String> {
    let mut bodies = pairs.items("body").into_iter().filter_map(Pairs::of);
    bodies.find_map(|body| body.text("value").filter(|_| body.says("purpose", purpose)))
}

fn note(pairs: &Pairs<'_>) -> String {
    said(pairs, "commenting").unwrap_or_default()
}

/// What is said of a proposal that is refused.
const REFUSED: &str = "refused";

/// What of an article is corrected.
const DATE: &str = "date";
const OUTLET: &str = "outlet";

const KEYS: &[&str] = &[
    "@context",
    "id",
    "type",
    "motivation",
    "creator",
    "created",
    "modified",
    "body",
    "target",
    "postil:about",
    "postil:follows",
    "postil:proposedBy",
    "postil:rev",
    "postil:was",
];

/// The line of an item; `old` is the one that it replaces.
pub(in crate::sidecar) fn item_line(
    item: &FolderItem,
    old: Option<&Pairs<'_>>,
    signature: Signature<'_>,
) -> String {
    let mut olds: Vec<Raw<'_>> = old.map(|pairs| pairs.items("body")).unwrap_or_default();
    let bodies: Vec<String> = bodies_of(item).into_iter().map(|body| write_body(&body, &mut olds)).collect();
    // What is left are bodies that the item no longer has, and those that we do not know: the latter stay.
    let others = olds.into_iter().filter(|&raw| !is_ours(raw)).map(|raw| raw.get().to_owned());
    let bodies: Vec<String> = bodies.into_iter().chain(others).collect();
    let mut proposed_by = None;
    let (motivation, about, follows) = match item {
        FolderItem::Actor(_) => ("\"identifying\"", None, None),
        FolderItem::Incident(_) => ("\"classifying\"", None, None),
        FolderItem::Search(_) => ("\"questioning\"", None, None),
        FolderItem::Correction(_) => ("\"editing\"", None, None),
        FolderItem::Refusal(refusal) => {
            proposed_by = Some(refusal.proposed_by.as_str()).filter(|by| !by.is_empty());
            ("\"moderating\"", None, None)
        }
        FolderItem::Verdict(verdict) => {
            let about = matches!(verdict.about, About::Incident(_)).then_some("incident");
            ("\"assessing\"", about, verdict.follows.map(ItemId::iri))
        }
    };
    head(item.id().0, Some(motivation), old, signature.creator)
        .text_if("created", time(item.created()).as_deref())
        .text_if("modified", item.modified().map(|at| at.to_string()).as_deref())
        .array("body", &bodies)
        .json("target", &targets_of(item, old.and_then(|pairs| pairs.get("target"))))
        .text_if("postil:about", about)
        .text_if("postil:follows", follows.as_deref())
        .text_if("postil:proposedBy", proposed_by)
        .number_if("postil:rev", Some(signature.rev))
        .texts("postil:was", signature.was)
        .rest_of(old, KEYS)
        .close()
}

/// A body as it is written.
struct Body<'a> {
    purpose: &'a str,
    value: std::borrow::Cow<'a, str>,
    /// A proposed reading of a name.
    reading: Option<&'a str>,
    /// What of an article is corrected.
    fact: Option<&'a str>,
}

impl<'a> Body<'a> {
    fn of(purpose: &'a str, value: &'a str) -> Self {
        Self { purpose, value: value.into(), reading: None, fact: None }
    }
}

fn bodies_of(item: &FolderItem) -> Vec<Body<'_>> {
    let (mut bodies, note) = match item {
        FolderItem::Actor(actor) => {
            let names = actor.names.iter();
            let names = names
                .map(|name| Body { reading: name.reading.as_deref(), ..Body::of("identifying", &name.name) });
            (names.collect::<Vec<_>>(), actor.note.as_str())
        }
        FolderItem::Incident(incident) => {
            let name = (!incident.name.is_empty()).then_some(Body::of("classifying", &incident.name));
            (name.into_iter().collect(), incident.note.as_str())
        }
        FolderItem::Search(search) => (vec![Body::of("questioning", &search.words)], search.note.as_str()),
        FolderItem::Verdict(verdict) => {
            (vec![Body::of("assessing", &verdict.value)], verdict.reason.as_str())
        }
        FolderItem::Refusal(refusal) => {
            (vec![Body::of("moderating", REFUSED), Body::of("tagging", refusal.tag.as_str())], "")
        }
        FolderItem::Correction(correction) => (corrected(correction), ""),
    };
    bodies.extend((!note.is_empty()).then_some(Body::of("commenting", note)));
    bodies
}

fn corrected(correction: &Correction) -> Vec<Body<'_>> {
    let date = correction.date.map(|date| Body {
        value: date.iso().into(),
        fact: Some(DATE),
        ..Body::of("editing", "")
    });
    let outlet = correction.outlet.as_deref();
    let outlet = outlet.map(|outlet| Body { fact: Some(OUTLET), ..Body::of("editing", outlet) });
    date.into_iter().chain(outlet).collect()
}

fn is_ours(raw: Raw<'_>) -> bool {
    Pairs::of(raw).is_some_and(|body| {
        let purposes =
            ["identifying", "classifying", "assessing", "questioning", "moderating", "tagging", "commenting"];
        let is_known = purposes.iter().any(|purpose| body.says("purpose", purpose))
            || [DATE, OUTLET].iter().any(|fact| is_correction_of(&body, fact));
        body.text("value").is_some() && is_known
    })
}

/// A body; one that says the same, or of the same purpose and value, keeps what we do not know in it.
fn write_body(body: &Body<'_>, olds: &mut Vec<Raw<'_>>) -> String {
    let &Body { purpose, ref value, reading, fact } = body;
    let is_same = |raw: &Raw<'_>| {
        Pairs::of(*raw).is_some_and(|body| {
            let is_one = purpose != "identifying" || body.text("value").as_deref() == Some(value);
            let is_of_fact = fact.is_none_or(|fact| body.says("postil:fact", fact));
            is_ours(*raw) && is_one && is_of_fact && body.says("purpose", purpose)
        })
    };
    let old = olds.iter().position(is_same).map(|at| olds.remove(at)).and_then(Pairs::of);
    let format = (purpose == "commenting").then_some("text/plain");
    Object::new()
        .text("type", "TextualBody")
        .text("purpose", purpose)
        .text("value", value)
        .text_if("format", format)
        .text_if("postil:reading", reading)
        .text_if("postil:fact", fact)
        .rest_of(old.as_ref(), &["type", "purpose", "value", "format", "postil:reading", "postil:fact"])
        .close()
}

fn targets_of(item: &FolderItem, old: Option<Raw<'_>>) -> String {
    let iris: Vec<String> = match item {
        FolderItem::Actor(actor) => actor.at.iter().map(|at| write_occurrence(at, old)).collect(),
        FolderItem::Incident(incident) => incident.marks.iter().map(|mark| quoted(&mark.iri())).collect(),
        FolderItem::Search(_) => Vec::new(),
        FolderItem::Correction(correction) => vec![quoted(&correction.document.iri())],
        FolderItem::Refusal(refusal) => vec![write_passage(&refusal.at, old)],
        FolderItem::Verdict(verdict) => vec![quoted(&match verdict.about {
            About::Mark(mark) => mark.iri(),
            About::Incident(incident) => incident.iri(),
        })],
    };
    match iris.as_slice() {
        // The model wants a target: where nobody said where a name stands, that is the folder.
        [] => quoted(&DocumentId::of_folder().iri()),
        [only] => only.clone(),
        _ => array(&iris),
    }
}

fn write_occurrence(at: &Occurrence, old: Option<Raw<'_>>) -> String {
    match at {
        Occurrence::Mark(mark) => quoted(&mark.iri()),
        Occurrence::Passage(passage) => write_passage(passage, old),
    }
}

/// A passage; the one that was there keeps what we do not know in it.
fn write_passage(passage: &Target, old: Option<Raw<'_>>) -> String {
    let silent = &mut Warnings::default();
    let mut olds = old.map(Raw::items).unwrap_or_default().into_iter();
    let same = olds.find(|&raw| target::read(raw, silent).as_ref() == Some(passage));
    target::write(passage, same)
}
