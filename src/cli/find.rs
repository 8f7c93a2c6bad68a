//! `postil find`: every place of an article with the words, or where an expression fits.

use super::args::FindArgs;
use super::articles::{self, Read};
use super::print::visible;
use super::{End, Refusal, Stop, World, count, json};
use crate::document::{Document, Numbers};
use crate::library::read_document;
use crate::text::TextRange;
use crate::text::find::{Finder, MOST_HITS, context};
use serde_json::{Value, json};
use std::path::Path;

/// Characters that are printed before and after a hit.
const AROUND: usize = 32;

pub(super) fn run(args: &FindArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let query = args.meant.query(&args.words);
    if query.is_empty() {
        return Err(Refusal::new("there is nothing to look for").hint("give some words").into());
    }
    let finder = Finder::new(&query).map_err(|error| Refusal::new(error.to_string()))?;
    let is_one = args.paths.len() == 1 && !args.paths.iter().any(|path| world.host.is_folder(path));
    let mut array = json::Array::default();
    let end = articles::each(
        &args.paths,
        world,
        &|path, host| {
            let read = read_document(path, &args.reading.options(), host)?;
            let found = Found::of(args, &finder, path, &read.value);
            let mut warnings: Vec<String> = read.warnings.iter().map(ToString::to_string).collect();
            if found.is_capped {
                warnings.push(format!("there are more hits; the first {MOST_HITS} are told"));
            }
            Ok(Read { found, warnings, layers: Vec::new() })
        },
        |found, world| {
            if args.json {
                found.hits.iter().try_for_each(|hit| array.add(hit, &mut world.out))?;
            } else {
                found.print(is_one, world)?;
            }
            Ok(End::Done)
        },
    )?;
    if args.json {
        array.end(&mut world.out)?;
    }
    Ok(end)
}

/// The hits in one article.
struct Found {
    article: String,
    /// As they are printed.
    hits: Vec<String>,
    is_capped: bool,
}

impl Found {
    fn of(args: &FindArgs, finder: &Finder, path: &Path, document: &Document) -> Self {
        let hits = finder.in_paragraphs(document.text(), &document.block_ranges(), &mut || true);
        let article = path.to_string_lossy().into_owned();
        let numbers = Numbers::of(document);
        let printed = |&hit: &TextRange| match args.json {
            true => json::element(&described(&article, document, &numbers, hit)),
            false => line(document, &numbers, hit),
        };
        Self { hits: hits.ranges.iter().map(printed).collect(), is_capped: hits.is_capped, article }
    }

    /// The lines, below the name of the article unless it was the only one that was asked about.
    fn print(&self, is_one: bool, world: &mut World<'_>) -> Result<(), Stop> {
        if !is_one && !self.hits.is_empty() {
            let n = count(self.hits.len(), "place");
            world.out.line(&format!("{}: {n}", self.article))?;
        }
        self.hits.iter().try_for_each(|hit| world.out.line(hit))
    }
}

/// The number of the paragraph, if it has one.
fn number(document: &Document, numbers: &Numbers, hit: TextRange) -> Option<usize> {
    numbers.of_block(document.block_at(hit.start())?)
}

fn line(document: &Document, numbers: &Numbers, hit: TextRange) -> String {
    let (words, _) = context(document.text(), document.paragraph_at(hit.start()), hit, AROUND);
    let number = number(document, numbers, hit).map_or_else(|| "–".to_owned(), |number| number.to_string());
    format!("{number:>5}  {}", visible(&words))
}

fn described(article: &str, document: &Document, numbers: &Numbers, hit: TextRange) -> Value {
    let place = document.code_points(hit);
    let (around, _) = context(document.text(), document.paragraph_at(hit.start()), hit, AROUND);
    json!({
        "article": article,
        "start": place.start,
        "end": place.end,
        "words": document.slice(hit),
        "paragraph": number(document, numbers, hit),
        "context": around,
    })
}
