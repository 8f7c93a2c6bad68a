//! What is read of pages made for the purpose: `tests/fixtures/pdf` has each with its text, typed in by
//! whoever made the page. Files are compared by rows of four words, and by the order of their blocks.
#![expect(clippy::disallowed_methods, reason = "a test reads its pages from the disk")]

use crate::document::import::{Options, import};
use crate::document::{Document, ImportWarning, Warned};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pdf")
}

fn read(name: &str) -> Warned<Document, ImportWarning> {
    let bytes = fs::read(folder().join(format!("{name}.pdf"))).expect("a page of our own");
    import(&bytes, "a.pdf", &Options::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn truth(name: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.txt"))).expect("its text")
}

/// The names of all that have a text.
fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the pages");
    let names = entries.filter_map(|entry| {
        let name = entry.expect("a file").file_name().to_string_lossy().into_owned();
        name.strip_suffix(".txt").map(str::to_owned)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// How often each row of four words is met.
fn rows<'t>(words: &[&'t str]) -> BTreeMap<Vec<&'t str>, usize> {
    let mut rows = BTreeMap::new();
    for row in words.windows(4) {
        *rows.entry(row.to_vec()).or_default() += 1;
    }
    rows
}

/// The harmonic mean of precision and recall by rows of four words.
fn score(expected: &str, found: &str) -> f64 {
    let (expected, found) = (rows(&words(expected)), rows(&words(found)));
    let common: usize = expected.iter().map(|(row, n)| found.get(row).copied().unwrap_or(0).min(*n)).sum();
    let total: usize = expected.values().chain(found.values()).sum();
    2.0 * common as f64 / total as f64
}

#[test]
fn pages_made_for_the_purpose_are_read_as_they_were_written() {
    let mut failed = String::new();
    for name in names() {
        let (read, truth) = (read(&name), truth(&name));
        let f1 = score(&truth, read.value.text());
        let blocks: Vec<&str> = read.value.text().split("\n\n").collect();
        let expected: Vec<&str> = truth.trim_end().split("\n\n").collect();
        if f1 < 0.99 || blocks != expected || !read.warnings.is_empty() {
            failed.push_str(&format!("{name}: {f1:.4} {:?}\n", read.told()));
            for (found, expected) in blocks.iter().zip(&expected).filter(|(a, b)| a != b).take(3) {
                failed.push_str(&format!("    found {found:?}\n    not   {expected:?}\n"));
            }
            failed.push_str(&format!("    {} blocks, not {}\n", blocks.len(), expected.len()));
        }
    }
    assert!(failed.is_empty(), "{failed}");
}
