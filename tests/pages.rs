//! Which part of a saved page is read: pages of our own with the traps of news sites, and, where it
//! is at hand, a collection of real pages with the article of each.
#![expect(clippy::disallowed_methods, reason = "a test reads its pages from the disk")]

use postil::document::import::{Extent, Options, import};
use postil::document::{BlockKind, Document, ImportWarning, Role, Warned};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Real pages, each with `source.html` and what an extractor finds in it, `expected.html`.
const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpora/html");

fn read(page: &[u8]) -> Warned<Document, ImportWarning> {
    import(page, "page.html", &Options::default()).expect("a page")
}

fn our_page(name: &str) -> Warned<Document, ImportWarning> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    read(&fs::read(folder.join(name)).expect("a page of our own"))
}

/// The page is read as its article, from its headline to its last words, without anything around it.
fn check_article(name: &str, first: &str, last: &str) {
    let page = our_page(name);
    let text = page.value.text();
    assert_eq!(page.value.reading().extent, Extent::Article, "{name}: {text}");
    assert!(text.starts_with(first) && text.ends_with(last), "{name}: {text}");
    assert!(!text.contains("Ferry fares") && !text.contains("Obituaries"), "{name}: {text}");
    assert!(page.warnings.is_empty(), "{name}: {:?}", page.warnings);
}

#[test]
fn short_news_on_a_busy_page_is_the_article() {
    check_article("short-news.html", "Gas leak empties a street\n\nForty people", "been told of the pipe.");
}

#[test]
fn a_text_that_json_ld_gives_as_well_is_the_article() {
    check_article("json-ld.html", "Mill burns down at Storvik\n\nThe mill", "this paper has seen.");
}

#[test]
fn the_entries_of_a_live_page_are_the_article() {
    check_article("live.html", "Live: quake in the east", "rang by themselves.");
}

#[test]
fn a_page_without_an_article_is_shown_whole_and_says_so() {
    for (name, last) in [
        ("list.html", "Advertise with us"),
        ("menu.html", "Advertise with us"),
        ("cookies.html", "afterwards"),
    ] {
        let page = our_page(name);
        assert_eq!(page.value.reading().extent, Extent::Page, "{name}: {}", page.value.text());
        assert!(page.value.text().ends_with(last), "{name}: {}", page.value.text());
        assert_eq!(page.warnings.len(), 1, "{name}: {:?}", page.warnings);
    }
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// How often each row of four words is met.
fn rows(words: &[String]) -> BTreeMap<&[String], usize> {
    let mut rows = BTreeMap::new();
    for row in words.windows(words.len().clamp(1, 4)) {
        *rows.entry(row).or_default() += 1;
    }
    rows
}

/// The mean of precision and recall (F1) of `found` by rows of four words, and the recall.
fn score(expected: &str, found: &str) -> (f64, f64) {
    let (expected, found) = (words(expected), words(found));
    let (expected, found) = (rows(&expected), rows(&found));
    let common: usize =
        expected.iter().map(|(row, &n)| n.min(found.get(row).copied().unwrap_or_default())).sum();
    let n_expected: usize = expected.values().sum();
    let all: usize = n_expected + found.values().sum::<usize>();
    (2.0 * common as f64 / all.max(1) as f64, common as f64 / n_expected.max(1) as f64)
}

/// What the extractor makes of a page by itself.
fn extracted(page: &[u8]) -> String {
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    let page = String::from_utf8_lossy(page);
    let mut reader = dom_smoothie::Readability::new(&*page, None, Some(config)).expect("a page");
    reader.parse().map(|article| article.text_content.to_string()).unwrap_or_default()
}

/// The text without headlines, standfirsts, bylines, dates, captions and credits that are not expected: they are
/// read on purpose, and the rest of what is read too much is furniture.
fn without_what_is_read_besides(document: &Document, expected: &str) -> String {
    let expected = words(expected).join(" ");
    let besides = [Role::Headline, Role::Standfirst, Role::Byline, Role::Date, Role::Caption, Role::Credit];
    let kept = document.blocks().iter().filter_map(|block| {
        let text = document.slice(block.range);
        let is_besides =
            block.kind == BlockKind::Caption || block.role.is_some_and(|role| besides.contains(&role));
        (!is_besides || expected.contains(&words(text).join(" "))).then_some(text)
    });
    kept.collect::<Vec<_>>().join("\n\n")
}

/// What is expected is what an extractor keeps. We read more: headlines, captions, standfirsts and what it
/// takes for furniture by its class alone. So F1 is a little below its own, and recall must not be.
#[test]
fn real_pages_are_read_with_all_that_an_extractor_keeps_and_little_besides() {
    let Ok(entries) = fs::read_dir(CORPUS) else {
        println!("skipped: the pages {CORPUS} are not here");
        return;
    };
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    let (mut ours, mut recall, mut alone, mut n_pages, mut whole) = (0.0, 0.0, 0.0, 0, Vec::new());
    let mut prose = 0.0;
    for folder in folders {
        let Ok(page) = fs::read(folder.join("source.html")) else { continue };
        let expected = fs::read_to_string(folder.join("expected.html")).expect("its article");
        let expected = dom_query::Document::from(expected).formatted_text();
        let document = read(&page).value;
        if document.reading().extent == Extent::Page && !expected.trim().is_empty() {
            whole.push(folder.clone());
        }
        if words(&expected).len() < 4 {
            // It has no row of four words.
            continue;
        }
        let ((own, own_recall), (others, _)) =
            (score(&expected, document.text()), score(&expected, &extracted(&page)));
        println!("{own:.3} {own_recall:.3} {others:.3} {}", folder.display());
        (ours, recall, alone) = (ours + own, recall + own_recall, alone + others);
        prose += score(&expected, &without_what_is_read_besides(&document, &expected)).0;
        n_pages += 1;
    }
    let mean = |sum: f64| sum / f64::from(n_pages.max(1));
    let (ours, recall, alone, prose) = (mean(ours), mean(recall), mean(alone), mean(prose));
    println!("{n_pages} pages: F1 {ours:.4} and recall {recall:.4} with us, F1 {alone:.4} alone");
    println!("F1 {prose:.4} without headlines, captions and their like");
    assert!(0 < n_pages, "there are pages");
    assert!(0.97 <= ours && 0.995 <= recall, "F1 {ours}, recall {recall}");
    assert!(0.985 <= prose, "F1 {prose} of the rest");
    assert_eq!(whole, Vec::<PathBuf>::new(), "shown whole");
}
