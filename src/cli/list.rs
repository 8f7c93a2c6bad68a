//! `postil list`: every mark of every article.

use super::args::ListArgs;
use super::articles::{self, Read};
use super::print::{quoted, visible};
use super::row::{self, COLUMNS, links_from};
use super::{End, Refusal, Stop, World, count, csv, json};
use crate::layer::Relation;
use crate::session::{MarkRef, Session};
use crate::text::search::{Case, Folded};

/// How many characters of a passage or a note are listed.
const MOST_WORDS: usize = 100;

pub(super) fn run(args: &ListArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let me = world.host.annotator();
    let mut tags = TagsAskedFor::default();
    let mut array = json::Array::default();
    if args.csv {
        world.out.raw(if args.bom { csv::BYTE_ORDER_MARK } else { "" })?;
        world.out.raw(&csv::line(COLUMNS.map(|(name, _)| name)))?;
    }
    let end = articles::each(
        &args.paths,
        world,
        &|path, host| {
            let session = Session::open(path, &args.reading.options(), me.clone(), host)?;
            Ok(Read::of(Listed::of(args, &session), &session))
        },
        |listed, world| {
            tags.add(listed.tags);
            for printed in &listed.printed {
                if args.json {
                    array.add(printed, &mut world.out)?;
                } else {
                    world.out.raw(printed)?;
                }
            }
            Ok(End::Done)
        },
    )?;
    if args.json {
        array.end(&mut world.out)?;
    }
    tags.refuse_unknown(args)?;
    Ok(end)
}

/// What is listed of one article.
struct Listed {
    /// What is to be printed: of JSON the elements of the array.
    printed: Vec<String>,
    tags: TagsAskedFor,
}

impl Listed {
    fn of(args: &ListArgs, session: &Session) -> Self {
        let wanted = Wanted::of(args, session);
        let marks: Vec<MarkRef<'_>> = session.marks().into_iter().filter(|mark| wanted.has(mark)).collect();
        let printed = if args.json {
            let described = |mark| json::element(&row::described(session, mark));
            marks.iter().map(described).collect()
        } else if args.csv {
            marks.iter().map(|mark| row::line(session, mark)).collect()
        } else if !marks.is_empty() || wanted.is_all() {
            vec![listed(session, &marks)]
        } else {
            Vec::new()
        };
        Self { printed, tags: wanted.tags_asked_for }
    }
}

/// Which of the tags that were asked for are known to an article's codebook or its marks.
#[derive(Default)]
struct TagsAskedFor {
    known: Vec<bool>,
    /// Those of the first codebook.
    slugs: Vec<String>,
}

impl TagsAskedFor {
    /// With what another article knows.
    fn add(&mut self, other: Self) {
        if self.known.is_empty() {
            *self = other;
        } else {
            self.known.iter_mut().zip(other.known).for_each(|(known, also)| *known |= also);
        }
    }

    /// A tag that no article knows is a slip of the pen.
    fn refuse_unknown(&self, args: &ListArgs) -> Result<(), Refusal> {
        match args.tag.iter().zip(&self.known).find(|(_, is_known)| !**is_known) {
            Some((tag, _)) => Err(Refusal::new(format!("the codebook has no tag `{tag}`"))
                .hint(format!("its tags are {}", self.slugs.join(", ")))),
            None => Ok(()),
        }
    }
}

/// Which marks are listed.
struct Wanted<'a> {
    tags: Vec<String>,
    tags_asked_for: TagsAskedFor,
    by: Option<&'a str>,
    words: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    /// A tag may be given by its label.
    fn of(args: &'a ListArgs, session: &Session) -> Self {
        let codebook = session.codebook();
        let is_used = |word: &str| {
            session.marks().iter().any(|mark| mark.annotation.tags.iter().any(|tag| tag.as_str() == word))
        };
        let slug = |word: &String| match codebook.tag_called(word) {
            Some(tag) => Some(tag.id.as_str().to_owned()),
            None => is_used(word).then(|| word.clone()),
        };
        let found: Vec<Option<String>> = args.tag.iter().map(slug).collect();
        let tags_asked_for = TagsAskedFor {
            known: found.iter().map(Option::is_some).collect(),
            slugs: codebook.tags.iter().map(|tag| tag.id.as_str().to_owned()).collect(),
        };
        let tags = found.into_iter().zip(&args.tag).map(|(slug, word)| slug.unwrap_or_else(|| word.clone()));
        Self { tags: tags.collect(), tags_asked_for, by: args.by.as_deref(), words: args.text.as_deref() }
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
    for relation in links_from(session, annotation.id) {
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
