//! `postil list`: every mark of every article.

use super::args::ListArgs;
use super::print::{quoted, visible};
use super::{End, Refusal, Stop, World, articles, count, json};
use crate::anchor::Placement;
use crate::layer::Relation;
use crate::session::{MarkRef, Session};
use crate::text::search::{Case, Folded};
use serde_json::{Value, json};

/// How many characters of a passage or a note are listed.
const MOST_WORDS: usize = 100;

pub(super) fn run(args: &ListArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let mut found = Vec::new();
    let end = articles::each(&args.paths, &args.reading, world, |session, world| {
        let wanted = Wanted::of(args, session)?;
        let marks: Vec<MarkRef<'_>> = session.marks().into_iter().filter(|mark| wanted.has(mark)).collect();
        if args.json {
            found.extend(marks.iter().map(|mark| described(session, mark)));
        } else if !marks.is_empty() || wanted.is_all() {
            world.out.raw(&listed(session, &marks))?;
        }
        Ok(End::Done)
    })?;
    if args.json {
        json::print(&Value::Array(found), &mut world.out)?;
    }
    Ok(end)
}

/// Which marks are listed.
struct Wanted<'a> {
    tags: Vec<String>,
    by: Option<&'a str>,
    words: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    /// A tag may be given by its label. One that neither codebook nor marks know is a slip of the pen.
    fn of(args: &'a ListArgs, session: &Session) -> Result<Self, Refusal> {
        let codebook = session.codebook();
        let mut tags = Vec::new();
        for word in &args.tag {
            let used = || {
                session.marks().iter().any(|mark| mark.annotation.tags.iter().any(|tag| tag.as_str() == word))
            };
            match codebook.tag_called(word) {
                Some(tag) => tags.push(tag.id.as_str().to_owned()),
                None if used() => tags.push(word.clone()),
                None => {
                    let slugs: Vec<&str> = codebook.tags.iter().map(|tag| tag.id.as_str()).collect();
                    return Err(Refusal::new(format!("the codebook has no tag `{word}`"))
                        .hint(format!("its tags are {}", slugs.join(", "))));
                }
            }
        }
        Ok(Self { tags, by: args.by.as_deref(), words: args.text.as_deref() })
    }

    fn is_all(&self) -> bool {
        self.tags.is_empty() && self.by.is_none() && self.words.is_none()
    }

    fn has(&self, mark: &MarkRef<'_>) -> bool {
        let annotation = mark.annotation;
        let annotator = &mark.layer.layer.annotator;
        let by_tag = self.tags.is_empty()
            || annotation.tags.iter().any(|tag| self.tags.iter().any(|wanted| wanted == tag.as_str()));
        let by_person = self.by.is_none_or(|who| annotator.answers_to(who));
        let by_words = self.words.is_none_or(|words| {
            let has = |text: &str| !Folded::of(text, Case::Folded).find_all(words, Case::Folded).is_empty();
            has(&annotation.quote()) || has(&annotation.note)
        });
        by_tag && by_person && by_words
    }
}

fn described(session: &Session, mark: &MarkRef<'_>) -> Value {
    let annotation = mark.annotation;
    let document = session.document();
    let pieces = mark.placement.and_then(Placement::passage).map_or(&[][..], |passage| passage.pieces());
    let pieces: Vec<Value> = pieces
        .iter()
        .map(|&piece| document.code_points(piece))
        .map(|piece| json!({ "start": piece.start, "end": piece.end }))
        .collect();
    let desk = session.desk_of(mark.layer.layer.annotator.id);
    let layer = desk.and_then(|desk| desk.path()?.file_name()).map(|name| name.to_string_lossy());
    let tags: Vec<&str> = annotation.tags.iter().map(|tag| tag.as_str()).collect();
    json!({
        "document": session.path().to_string_lossy(),
        "layer": layer,
        "annotator": mark.layer.layer.annotator.name,
        "id": annotation.id.0.to_string(),
        "tags": tags,
        "note": annotation.note,
        "pieces": pieces,
        "quote": annotation.quote(),
        "placement": mark.placement.map(Placement::name),
        "created": annotation.created.to_string(),
        "modified": annotation.modified.map(|time| time.to_string()),
    })
}

/// One article and its marks: what is short in columns, the rest below.
fn listed(session: &Session, marks: &[MarkRef<'_>]) -> String {
    let path = session.path().display().to_string();
    let mut shown = format!("{}: {}\n", visible(&path), count(marks.len(), "mark"));
    let rows: Vec<[String; 4]> = marks.iter().map(|mark| columns(session, mark)).collect();
    let widths: Vec<usize> =
        (0..4).map(|i| rows.iter().map(|row| row[i].chars().count()).max().unwrap_or(0)).collect();
    for (mark, row) in marks.iter().zip(&rows) {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:<width$}")).collect();
        let words = mark.annotation.quote();
        let words = if words.is_empty() { String::new() } else { quoted(&words, MOST_WORDS) };
        shown.push_str(format!("  {}  {words}", cells.join("  ")).trim_end());
        shown.push('\n');
        for (what, words) in particulars(session, mark) {
            shown.push_str(&format!("            {}  {words}\n", visible(&what)));
        }
    }
    shown
}

/// Id, tags, who, and whether it was found where it was made.
fn columns(session: &Session, mark: &MarkRef<'_>) -> [String; 4] {
    let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| session.codebook().label(tag)).collect();
    let tags = if tags.is_empty() { "no tag".to_owned() } else { tags.join(", ") };
    let placement = match mark.placement {
        Some(placement) => placement.name(),
        None if mark.annotation.implied.is_some() => "implied",
        None => "whole article",
    };
    let who = &mark.layer.layer.annotator.name;
    [
        mark.annotation.id.to_string(),
        visible(&tags).into_owned(),
        visible(who).into_owned(),
        placement.to_owned(),
    ]
}

fn particulars(session: &Session, mark: &MarkRef<'_>) -> Vec<(String, String)> {
    let annotation = mark.annotation;
    let mut found = Vec::new();
    let source = annotation.attribution.summary();
    if !source.is_empty() {
        found.push(("source:".to_owned(), quoted(&source, MOST_WORDS)));
    }
    for figure in &annotation.figures {
        found.push(("figure:".to_owned(), quoted(&figure.wording, MOST_WORDS)));
    }
    let relations = session.article().relations_of(annotation.id).map(|(_, relation)| relation);
    for relation in relations.filter(|relation| relation.from == annotation.id) {
        found.push(related(session, relation));
    }
    if !annotation.note.is_empty() {
        found.push(("note:".to_owned(), quoted(&annotation.note, MOST_WORDS)));
    }
    found
}

fn related(session: &Session, relation: &Relation) -> (String, String) {
    let kind = session.codebook().relation(&relation.kind);
    let label = kind.map_or(relation.kind.as_str(), |kind| kind.label.as_str()).to_owned();
    let other = session.mark(relation.to).map(|mark| mark.annotation.quote());
    let other = match other {
        Some(words) if !words.is_empty() => format!("{} {}", relation.to, quoted(&words, 60)),
        Some(_) => relation.to.to_string(),
        None => format!("{}, which is not among the marks of this article", relation.to),
    };
    (label, other)
}
