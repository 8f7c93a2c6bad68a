//! Whether what the extractor found is an article, judged by what it found and by what the page says
//! about itself; never by its share of the page, since short news stands among hundreds of teasers.

use super::html_heads::{Head, Heads};
use super::html_meta::JsonLd;
use crate::document::{Block, BlockKind, Builder, InlineStyle, Metadata};
use crate::text::TextRange;
use dom_query::{Document, NodeId};
use std::collections::HashSet;

/// How much of a block must be no link for it to be prose, in bytes: a Chinese sentence has few
/// letters, and each has three.
const PROSE: usize = 60;

/// So few blocks need not be prose: a page may say one short thing.
const FEW_BLOCKS: usize = 3;

/// How many of the headings that lead elsewhere make a list of teasers.
const MANY_TEASERS: usize = 3;

/// How many paragraphs a teaser has at most, on average.
const TEASER: usize = 2;

/// The length of the rows that two texts are compared by, in letters and digits.
const ROW: usize = 16;

/// The shortest text of its own that a page can be held to, in letters and digits.
const SHORTEST: usize = 10 * ROW;

/// The shortest word that can be had in common, in letters.
const SHORTEST_WORD: usize = 4;

/// How many words a headline and a summary must have for it to mean something that none is met.
const ENOUGH_WORDS: usize = 6;

/// What a page says about its article, taken down before the extractor takes the page apart.
#[derive(Default)]
pub(super) struct Said {
    /// The article's text, by JSON-LD or by a mark on the element that has it.
    body: Option<String>,
    /// The `article` element.
    element: Option<NodeId>,
    /// The headline and the summary.
    words: Vec<String>,
    /// Whether it calls itself an article.
    is_article: bool,
}

impl Said {
    /// Takes it down.
    pub(super) fn of(page: &Document, heads: &Heads, data: &JsonLd, metadata: &Metadata) -> Self {
        // Of several the first: elements nest, and each has the words of all within it.
        let text = |head: Head| heads.get(page, head).map(|found| folded(&found.text()));
        let enough = |text: &String| text.chars().nth(SHORTEST).is_some();
        let kind = heads.get(page, Head::Kind).and_then(|meta| meta.attr("content"));
        let words =
            [&metadata.title, &metadata.description].map(|words| words.as_deref().unwrap_or_default());
        Self {
            body: data
                .body
                .as_deref()
                .map(folded)
                .filter(enough)
                .or_else(|| text(Head::ArticleBody).filter(enough)),
            element: heads.get(page, Head::Article).map(|element| element.id),
            words: long_words(&words.join(" ")).collect(),
            is_article: data.is_article || kind.is_some_and(|kind| kind.trim() == "article"),
        }
    }

    /// Whether `found` is what the page speaks of; `page` is it as it was when this was taken down.
    pub(super) fn is_in(&self, found: &Builder, page: &Document) -> bool {
        let facts = Facts::of(found);
        if facts.n_bytes == 0 {
            return false;
        }
        if let Some(body) = &self.body {
            let text = folded(found.text());
            // A page behind a payment has a part of the body only; another has words around it.
            let common = part_of(&text, body).max(part_of(body, &text));
            if common < 0.1 {
                return false;
            }
            if 0.5 < common {
                return true;
            }
        }
        let is_links = facts.n_bytes < facts.n_linked * 2;
        let is_teasers = MANY_TEASERS <= facts.n_teasers && facts.n_prose <= facts.n_teasers * TEASER;
        if is_links || (is_teasers && !self.is_article) || self.has_nothing_in(found.text()) {
            return false;
        }
        0 < facts.n_prose || facts.n_blocks <= FEW_BLOCKS || {
            let element = self.element.and_then(|id| page.tree.get(&id));
            let words = element.map(|element| folded(&element.text())).unwrap_or_default();
            0.5 < part_of(&folded(found.text()), &words)
        }
    }

    /// Whether no word of the headline and the summary is met: a notice about cookies, say.
    fn has_nothing_in(&self, text: &str) -> bool {
        let said: HashSet<&str> = self.words.iter().map(String::as_str).collect();
        ENOUGH_WORDS <= said.len() && !long_words(text).any(|word| said.contains(word.as_str()))
    }
}

/// What can be counted in blocks.
#[derive(Default)]
struct Facts {
    n_blocks: usize,
    /// Bytes of text.
    n_bytes: usize,
    /// Of these, bytes of links.
    n_linked: usize,
    /// Paragraphs and items that are sentences more than links.
    n_prose: usize,
    /// Headings that lead to another page.
    n_teasers: usize,
}

impl Facts {
    fn of(found: &Builder) -> Self {
        let mut facts = Self { n_blocks: found.blocks().len(), ..Self::default() };
        let mut links = vec![(0, false); found.blocks().len()];
        for span in &found.spans {
            let InlineStyle::Link(link) = span.style else { continue };
            let block = found.blocks().partition_point(|block| block.range.end() <= span.range.start());
            if let Some((n_linked, leads)) = links.get_mut(block) {
                *n_linked += length(span.range);
                *leads |= leads_elsewhere(found, link);
            }
        }
        for (block, (n_linked, leads)) in found.blocks().iter().zip(links) {
            facts.count(block, n_linked, leads);
        }
        facts
    }

    fn count(&mut self, block: &Block, n_linked: usize, leads: bool) {
        let n_bytes = length(block.range);
        let n_linked = n_linked.min(n_bytes);
        self.n_bytes += n_bytes;
        self.n_linked += n_linked;
        match block.kind {
            BlockKind::Paragraph | BlockKind::ListItem { .. } => {
                self.n_prose += usize::from(PROSE <= n_bytes - n_linked && n_linked * 2 <= n_bytes);
            }
            BlockKind::Heading { .. } => self.n_teasers += usize::from(leads && n_bytes <= n_linked * 2),
            _ => {}
        }
    }
}

fn leads_elsewhere(found: &Builder, link: u32) -> bool {
    found.links.get(link as usize).is_some_and(|address| !address.starts_with('#'))
}

fn length(range: TextRange) -> usize {
    range.to_usize().len()
}

/// How much of `text` stands in `whole`, by rows of letters and digits; both are folded.
fn part_of(text: &str, whole: &str) -> f64 {
    let known: HashSet<&str> = rows(whole, 1).collect();
    let (mut n_known, mut n_rows) = (0_u32, 0_u32);
    for row in rows(text, ROW) {
        n_rows += 1;
        n_known += u32::from(known.contains(row));
    }
    f64::from(n_known) / f64::from(n_rows.max(1))
}

/// The rows of a text, each beginning `step` characters after the one before.
fn rows(text: &str, step: usize) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let row = move |n: usize| text.get(*starts.get(n)?..*starts.get(n + ROW)?);
    (0..).step_by(step).map_while(row)
}

/// Letters and digits alone, in lower case.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether one is the other, perhaps with a site's name added or the end cut.
pub(super) fn is_same_title(a: &str, b: &str) -> bool {
    let (a, b) = (folded(a), folded(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && long.len() <= short.len() * 2 && long.contains(&short)
}

fn long_words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| SHORTEST_WORD <= word.chars().count()).map(str::to_lowercase)
}
