//! `postil changes`: what changed in substance between two versions of an article.

use super::args::ChangesArgs;
use super::print::visible;
use super::{End, Stop, World, articles, json};
use crate::analysis::{SubstantialChange, Words, changes};
use crate::document::{Document, Numbers};
use serde_json::{Value, json};

pub(super) fn run(args: &ChangesArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let old = articles::open(&args.old, &args.reading, None, world)?;
    let new = articles::open(&args.new, &args.reading, None, world)?;
    let (old, new) = (old.document(), new.document());
    let found = changes(old.text(), new.text());
    let numbers = Numbers::of(new);
    if args.json {
        let told = found.iter().map(|change| described(change, old, new, &numbers));
        json::print(&Value::Array(told.collect()), &mut world.out)?;
    } else {
        for change in &found {
            let paragraph = numbers.at(new, change.at);
            let place = paragraph.map_or_else(String::new, |number| format!(" (paragraph {number})"));
            let line = format!("{}: {}{place}", change.kind.name(), visible(&change.summary()));
            world.out.line(&line)?;
        }
    }
    Ok(if found.is_empty() { End::Done } else { End::Findings })
}

fn described(change: &SubstantialChange, old: &Document, new: &Document, numbers: &Numbers) -> Value {
    let told = |document: &Document, words: Option<Words>| {
        words.map(|words| {
            let place = document.code_points(words.range);
            json!({
                "start": place.start,
                "end": place.end,
                "words": document.slice(words.range),
                "sentence": document.slice(words.sentence),
            })
        })
    };
    json!({
        "kind": change.kind.name(),
        "summary": change.summary(),
        "paragraph": numbers.at(new, change.at),
        "old": told(old, change.old),
        "new": told(new, change.new),
    })
}
