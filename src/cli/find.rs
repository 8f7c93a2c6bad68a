//! `postil find`: every place of an article with the words, or where an expression fits.

use super::args::FindArgs;
use super::print::visible;
use super::{End, Refusal, Stop, World, articles, json};
use crate::document::Numbers;
use crate::session::Session;
use crate::text::TextRange;
use crate::text::find::{Finder, MOST_HITS, Query, context};
use serde_json::{Value, json};

/// Characters that are printed before and after a hit.
const AROUND: usize = 32;

pub(super) fn run(args: &FindArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let query = Query {
        words: args.words.clone(),
        is_case_sensitive: args.case,
        is_whole_word: args.word,
        is_regex: args.regex,
    };
    if query.is_empty() {
        return Err(Refusal::new("there is nothing to look for").hint("give some words").into());
    }
    let finder = Finder::new(&query).map_err(|error| Refusal::new(error.to_string()))?;
    let session = articles::open(&args.file, &args.reading, None, world)?;
    let document = session.document();
    let hits = finder.in_paragraphs(document.text(), &document.block_ranges(), &mut || true);
    if hits.is_capped {
        world.warn(&format!("there are more hits; the first {MOST_HITS} are told"));
    }
    let numbers = Numbers::of(document);
    if args.json {
        let found: Vec<Value> = hits.ranges.iter().map(|&hit| described(&session, &numbers, hit)).collect();
        json::print(&Value::Array(found), &mut world.out)?;
    } else {
        for &hit in &hits.ranges {
            world.out.line(&line(&session, &numbers, hit))?;
        }
    }
    Ok(End::Done)
}

/// The number of the paragraph, if it has one.
fn number(session: &Session, numbers: &Numbers, hit: TextRange) -> Option<usize> {
    numbers.of_block(session.document().block_at(hit.start())?)
}

fn line(session: &Session, numbers: &Numbers, hit: TextRange) -> String {
    let document = session.document();
    let (words, _) = context(document.text(), document.paragraph_at(hit.start()), hit, AROUND);
    let number = number(session, numbers, hit).map_or_else(|| "–".to_owned(), |number| number.to_string());
    format!("{number:>5}  {}", visible(&words))
}

fn described(session: &Session, numbers: &Numbers, hit: TextRange) -> Value {
    let document = session.document();
    let place = document.code_points(hit);
    let (around, _) = context(document.text(), document.paragraph_at(hit.start()), hit, AROUND);
    json!({
        "start": place.start,
        "end": place.end,
        "words": document.slice(hit),
        "paragraph": number(session, numbers, hit),
        "context": around,
    })
}
