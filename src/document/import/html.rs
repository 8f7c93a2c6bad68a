//! A saved web page: what is the article in it, as blocks; or all of it, or its words alone.
//!
//! Nothing is ever fetched, and nothing in a page ever runs. A library says which elements are the
//! article; the text is made by our own walk over them, so that no update of it moves an offset
//! without our knowing.

use super::ImportWarning;
use super::html_caps::{self, Cap};
use super::html_found::{Said, folded, is_same_title};
use super::html_furniture::{Verdict, judge};
use super::html_heads::Heads;
use super::html_meta::JsonLd;
use super::html_nodes::{is_any_text, is_attribute};
use super::html_region::{Region, texts_below};
use super::html_scan::Stripped;
use super::html_style::Sheet;
use super::html_tree::Tree;
use super::html_walk::{Plan, blocks_of};
use super::{Extent, html_census, html_meta, html_plain, html_roles, html_scan, html_shadow};
use crate::document::{BlockKind, Builder, Document, Metadata, Reading, Reason, Role, SourceMap, Warned};
use dom_query::NodeRef;
use dom_smoothie::{Article, Config, ParsePolicy, Readability};
use html5ever::local_name;

pub(super) use super::html_meta::declared_encoding;

/// How many blocks at the top may stand above the headline.
const TOP: usize = 6;

/// The element that the extractor puts what it found into.
const EXTRACTED: &str = "readability-page-1";

/// How many characters of an article the extractor needs to make no further attempt.
const ENOUGH: usize = 500;

/// A document of a page.
pub(super) fn from_text(page: &str, reading: Reading) -> Warned<Document, ImportWarning> {
    let stripped = html_scan::strip(page);
    match html_census::parsed(&stripped.text) {
        Err(cap) => plain_view(&stripped, cap, reading),
        Ok(page) => parsed_view(page, &stripped, reading),
    }
}

/// The words of a page that is too much for a parser.
fn plain_view(stripped: &Stripped, cap: Cap, reading: Reading) -> Warned<Document, ImportWarning> {
    let metadata = html_meta::of_plain(stripped);
    let title = metadata.title.as_deref();
    let blocks = with_headline(title, None, html_plain::blocks_of(&stripped.text));
    let mut warnings = vec![ImportWarning::PlainWords(cap)];
    if html_plain::MAX_BLOCKS <= blocks.blocks().len() {
        warnings.push(ImportWarning::OneBlock { is_page: true });
    }
    Warned {
        value: blocks.finish(metadata, Reading { extent: Extent::Page, ..reading }, SourceMap::default()),
        warnings,
    }
}

fn parsed_view(
    page: dom_query::Document,
    stripped: &Stripped,
    reading: Reading,
) -> Warned<Document, ImportWarning> {
    let config = Config {
        // JSON-LD is read by us, with a limit to its depth; the scripts are gone by now.
        disable_json_ld: true,
        // Only which texts it took is asked.
        keep_classes: true,
        max_elements_to_parse: html_caps::MAX_ELEMENTS,
        ..Config::default()
    };
    html_shadow::flatten(&page, &stripped.text);
    let whole = page.clone();
    let mut reader = Readability { doc: page, doc_url: None, config };
    let data = JsonLd::of(stripped);
    let heads = Heads::of(&whole);
    let meta = reader.get_article_metadata(None);
    let mut metadata = html_meta::of_page(&whole, &heads, stripped, &data, meta);
    let heading = first_heading(&whole, &heads, metadata.title.as_deref());
    let said = Said::of(&whole, &heads, &data, &metadata);
    let mut warnings = Vec::new();
    let mut plan = Plan {
        sheet: Sheet::of(&stripped.styles),
        takes_left_out: reading.extent == Extent::WithLeftOut,
        headline: heads.title_paragraph(&whole),
        ..Plan::default()
    };
    let title =
        |metadata: &Metadata, blocks| with_headline(metadata.title.as_deref(), heading.as_deref(), blocks);
    if reading.extent != Extent::Page
        && let Some(article) = article_of(&mut reader, &whole, &said, &mut metadata, &mut plan)
    {
        warnings.extend(article.warnings);
        let blocks = title(&metadata, article.value);
        return Warned { value: blocks.finish(metadata, reading, SourceMap::default()), warnings };
    }
    let root = whole.body().unwrap_or_else(|| whole.root());
    let blocks = blocks_of(&[root], &Plan { sheet: plan.sheet, headline: plan.headline, ..Plan::default() });
    if reading.extent != Extent::Page && !blocks.text().is_empty() {
        warnings.push(ImportWarning::WholePage);
    }
    let blocks = title(&metadata, blocks);
    let reading = Reading { extent: Extent::Page, ..reading };
    Warned { value: blocks.finish(metadata, reading, SourceMap::default()), warnings }
}

/// The blocks of the article in a page, where the extractor finds one. It takes `reader`'s page apart;
/// `whole` is the page as it was, in which the same nodes have the same numbers.
fn article_of(
    reader: &mut Readability,
    whole: &dom_query::Document,
    said: &Said,
    metadata: &mut Metadata,
    plan: &mut Plan,
) -> Option<Warned<Builder, ImportWarning>> {
    if html_caps::is_slow_to_write(&reader.doc) {
        return None;
    }
    let article = extracted(reader, whole)?;
    // The extractor finds bylines in the page's own words.
    metadata.byline = metadata.byline.take().or(article.byline);
    // What it writes out as HTML stands in its tree as well, and need not be parsed again.
    let texts = texts_below(&found_by(reader)?);
    let root = whole.body().unwrap_or_else(|| whole.root());
    let tree = Tree::of(root, &texts, &plan.sheet);
    let region = Region::of(&tree, metadata.title.as_deref())?;
    let judgement = judge(&tree, &region);
    plan.verdicts = judgement.verdicts;
    plan.roles = html_roles::roles_of(&tree, &region, metadata.description.as_deref());
    let mut roots = vec![tree.get(region.around)?.node];
    for notes in judgement.notes.iter().filter_map(|&at| tree.get(at)) {
        plan.roles.insert(notes.node.id, Role::Footnote);
        roots.push(notes.node);
    }
    for comments in judgement.comments.iter().filter_map(|&at| tree.get(at)) {
        plan.verdicts.insert(comments.node.id, Verdict::LeaveOut(Reason::Comments));
        roots.push(comments.node);
    }
    let blocks = blocks_of(&roots, plan);
    let warning = (0 < judgement.n_hidden).then_some(ImportWarning::HiddenParagraphs(judgement.n_hidden));
    said.is_in(&blocks, whole).then(|| Warned { value: blocks, warnings: warning.into_iter().collect() })
}

/// What the extractor finds in `reader`'s page, which is as `whole` is. Left to itself it keeps a copy of the page
/// for a second attempt, which hardly any page needs.
fn extracted(reader: &mut Readability, whole: &dom_query::Document) -> Option<Article> {
    let first = reader.parse_with_policy(ParsePolicy::Strict);
    let mut n_characters = 0;
    let mut is_enough = |text: &str| {
        n_characters += text.chars().filter(|c| !c.is_whitespace()).count();
        ENOUGH <= n_characters
    };
    if let Ok(article) = first
        && found_by(reader).is_some_and(|found| is_any_text(&found, &mut is_enough))
    {
        return Some(article);
    }
    reader.doc = whole.clone();
    reader.parse().ok()
}

/// The element that holds what the extractor found.
fn found_by(reader: &Readability) -> Option<NodeRef<'_>> {
    let is_found = |node: &NodeRef<'_>| is_attribute(node, local_name!("id"), |id| id == EXTRACTED);
    reader.doc.root().descendants_it().find(is_found)
}

/// Begins the blocks with the headline where they do not have it at their top: a headline makes
/// claims and will be marked, and extractors leave it out.
///
/// `heading` is the page's own wording of it, which beats that of the metadata.
fn with_headline(title: Option<&str>, heading: Option<&str>, mut blocks: Builder) -> Builder {
    let Some(title) = title.filter(|title| !folded(title).is_empty()) else { return blocks };
    let top = |limit: usize| {
        let texts = blocks.blocks().iter().take(limit);
        texts.filter_map(|block| Some((&block.kind, block.range.of(blocks.text())?)))
    };
    let begins = top(1).any(|(_, text)| folded(text).starts_with(&folded(title)));
    let is_headline = |(kind, text): (&BlockKind, &str)| {
        matches!(kind, BlockKind::Heading { .. })
            && (is_same_title(text, title) || heading.is_some_and(|heading| is_same_title(text, heading)))
    };
    if !begins && !top(TOP).any(is_headline) {
        blocks.put_first(BlockKind::Heading { level: 1 }, heading.unwrap_or(title));
    }
    blocks
}

/// The page's heading that says what the title does, as the page words it.
fn first_heading(page: &dom_query::Document, heads: &Heads, title: Option<&str>) -> Option<String> {
    let texts = heads.headings(page).map(|node| node.text().split_whitespace().collect::<Vec<_>>().join(" "));
    { texts }.find(|text| is_same_title(text, title.unwrap_or_default()))
}

/// The blocks of a page that is a part of a longer text, such as a chapter of a book: all that it shows, with no
/// headline of its own.
pub(super) fn chapter(page: &str, takes_left_out: bool) -> Warned<Builder, ImportWarning> {
    let stripped = html_scan::strip(page);
    let page = match html_census::parsed(&stripped.text) {
        Ok(page) => page,
        Err(cap) => {
            let warnings = vec![ImportWarning::PlainWords(cap)];
            return Warned { value: html_plain::blocks_of(&stripped.text), warnings };
        }
    };
    html_shadow::flatten(&page, &stripped.text);
    let root = page.body().unwrap_or_else(|| page.root());
    let sheet = Sheet::of(&stripped.styles);
    let plan = Plan { sheet, takes_left_out, names_hidden: true, ..Plan::default() };
    Warned::silent(blocks_of(&[root], &plan))
}

/// The words of a fragment, with its blocks on lines of their own.
pub(super) fn words_of(html: &str) -> Builder {
    html_plain::blocks_of(&html_scan::strip(html).text)
}

#[cfg(test)]
mod tests;
