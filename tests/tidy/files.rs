//! How files begin, where they stand and how long they grow, and that no asset lies about unused.

use super::{assert_none, files_below, read, sources};

/// Lines beyond which a file has lost its shape.
const LONGEST_FILE: usize = 450;

#[test]
fn every_file_begins_by_saying_what_it_is() {
    let without: Vec<String> = sources()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    assert_none(&without, "no `//!` at the head");
}

#[test]
fn modules_stand_beside_their_folders_and_not_too_deep() {
    let is_misplaced = |path: &String| {
        // The tests of a file may stand one step below it.
        let place = path.strip_suffix("/tests.rs").unwrap_or(path);
        (path.ends_with("/mod.rs") && path != "tests/support/mod.rs")
            || (path.starts_with("src/") && 4 < place.split('/').count())
    };
    let misplaced: Vec<String> =
        sources().into_iter().map(|source| source.path).filter(is_misplaced).collect();
    assert_none(&misplaced, "a `mod.rs`, or deeper than `src/a/b/c.rs`");
}

/// The functions of a text as `rustfmt` lays them out, with their lengths in lines.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some((head, rest)) = line.split_once("fn ") else { continue };
        let indent = line.len() - line.trim_start().len();
        let is_head = head
            .trim()
            .split(' ')
            .all(|word| matches!(word, "" | "const" | "async") || word.starts_with("pub"));
        let end = lines[start..].iter().position(|line| line.strip_prefix(&" ".repeat(indent)) == Some("}"));
        if let (true, Some(length)) = (is_head, end) {
            let name = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push((name, length + 1));
        }
    }
    found
}

#[test]
fn no_file_is_too_long_and_the_longest_are_told() {
    assert_eq!(functions("impl A {\n    pub fn b() {\n        1\n    }\n}\n"), [("b".to_owned(), 3)]);
    let sources = sources();
    let mut by_length: Vec<(usize, &str)> =
        sources.iter().map(|source| (source.text.lines().count(), source.path.as_str())).collect();
    by_length.sort_unstable_by(|a, b| b.cmp(a));
    let mut longest: Vec<(usize, String)> = sources
        .iter()
        .flat_map(|source| {
            functions(&source.text)
                .into_iter()
                .map(|(name, length)| (length, format!("{} {name}", source.path)))
        })
        .collect();
    longest.sort_unstable_by(|a, b| b.cmp(a));
    for (length, name) in by_length.iter().take(10) {
        println!("{length:5} {name}");
    }
    for (length, name) in longest.iter().take(10) {
        println!("{length:5} {name}");
    }
    let too_long: Vec<String> = by_length
        .iter()
        .filter(|(length, path)| LONGEST_FILE < *length && path.starts_with("src/"))
        .map(|(length, path)| format!("{path}: {length} lines"))
        .collect();
    assert_none(&too_long, "files over 450 lines");
}

#[test]
fn every_asset_and_every_sample_is_used() {
    let mut words: String = sources().into_iter().map(|source| source.text).collect();
    for path in ["README.md", "ARCHITECTURE.md", "Cargo.toml", ".ci/run", "assets/LICENSES.md"] {
        words.push_str(&read(path));
    }
    // A saved page names its own pictures.
    words.push_str(&read("sample_docs/harbour-fire.html"));
    let is_unused = |path: &String| {
        let name = path.rsplit('/').next().expect("a name");
        // That each layer is read is looked at by `samples.rs`. Other names are written out whole.
        !name.ends_with(".postil.jsonl") && !words.contains(name)
    };
    let unused: Vec<String> =
        files_below("assets").into_iter().chain(files_below("sample_docs")).filter(is_unused).collect();
    assert_none(&unused, "named nowhere");
}

/// A text without its spaces and line breaks.
fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_code_that_is_shown_is_the_code_that_is_there() {
    let shown = read("ARCHITECTURE.md");
    let shown: Vec<&str> =
        shown.split("```rust").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(4 <= shown.len(), "a command, a view, an importer and a message are shown");
    let code: Vec<String> = sources().iter().map(|source| dense(&source.text)).collect();
    let is_there = |example: &&str| code.iter().any(|text| text.contains(&dense(example)));
    let gone: Vec<String> =
        shown.iter().filter(|example| !is_there(example)).map(|example| (*example).to_owned()).collect();
    assert_none(&gone, "shown in ARCHITECTURE.md and nowhere in the code");
}
