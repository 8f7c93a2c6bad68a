//! `postil annotate`: one mark from the words of the command line.

use super::args::AnnotateArgs;
use super::print::{quoted, visible};
use super::{End, Refusal, Stop, World, articles, not_saved};
use crate::document::Document;
use crate::layer::TagId;
use crate::session::resolve::find;
use crate::session::{Action, Place, Session};
use crate::text::TextRange;

/// How many places of the same words are listed.
const MOST_LISTED: usize = 20;
/// How much stands around the words that are listed, in characters.
const AROUND: usize = 30;

pub(super) fn run(args: &AnnotateArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let person = articles::person(&args.name, world)?;
    let mut session = articles::open(&args.file, &args.reading, Some(person), world)?;
    let nth = args.nth.map(|nth| nth as usize);
    if nth.is_none() {
        refuse_several(session.document(), &args.quote)?;
    }
    session.perform(&Action::Select(Place::Words(args.quote.clone(), nth)), world.host)?;
    let mut tags = args.tag.iter().map(|word| tag_called(&session, word)).collect::<Vec<_>>().into_iter();
    let Some(first) = tags.next() else {
        return Err(Refusal::new("a mark needs a tag").hint("add `--tag claim`, say").into());
    };
    let made = session.perform(&Action::Tag(first, None), world.host)?;
    let Some(id) = made.created else {
        return Err(Refusal::new("the mark could not be made").into());
    };
    let name = Some(id.0.to_string());
    for tag in tags {
        session.perform(&Action::Tag(tag, name.clone()), world.host)?;
    }
    if let Some(note) = &args.note {
        session.perform(&Action::Note(name, note.clone()), world.host)?;
    }
    session.save(world.host).map_err(not_saved)?;
    world.out.line(&id.0.to_string())?;
    Ok(End::Done)
}

/// A tag by its slug or its label; what the codebook lacks is refused by the action, with the list.
fn tag_called(session: &Session, word: &str) -> TagId {
    session.codebook().tag_called(word).map_or_else(|| TagId::new(word), |tag| tag.id.clone())
}

/// Words that stand in the article more than once name no passage: the places are listed.
fn refuse_several(document: &Document, words: &str) -> Result<(), Refusal> {
    let place = |nth| find(document, &Place::Words(words.to_owned(), Some(nth))).ok();
    let places: Vec<TextRange> = (1..).map_while(place).collect();
    if places.len() < 2 {
        return Ok(());
    }
    let mut hint = "say which with `--nth`:".to_owned();
    for (i, &place) in places.iter().take(MOST_LISTED).enumerate() {
        let line = document.units().line(place.start()) + 1;
        hint.push_str(&format!("\n  --nth {}  line {line}: {}", i + 1, around(document, place)));
    }
    if MOST_LISTED < places.len() {
        hint.push_str(&format!("\n  … up to --nth {}", places.len()));
    }
    Err(Refusal::new(format!("{} stands in the article {} times", quoted(words, 100), places.len()))
        .hint(hint))
}

/// `… way out of [the city], while the …`: the passage in brackets, with the words around it.
fn around(document: &Document, place: TextRange) -> String {
    let paragraph = document.paragraph_at(place.start()).hull(place);
    let before = document.slice(TextRange::new(paragraph.start(), place.start()));
    let after = document.slice(TextRange::new(place.end(), paragraph.end()));
    let start = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
    let start = if start == 0 { 0 } else { before[start..].find(' ').map_or(before.len(), |at| start + at) };
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let end = if end == after.len() { end } else { after[..end].rfind(' ').unwrap_or(0) };
    let more = |is_cut: bool| if is_cut { "…" } else { "" };
    let line = format!(
        "{}{}[{}]{}{}",
        more(0 < start),
        &before[start..],
        document.slice(place),
        &after[..end],
        more(end < after.len())
    );
    visible(&line.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}
