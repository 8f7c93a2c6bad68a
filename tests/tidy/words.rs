//! The window's words: each key that is asked for has words, and none has words for nobody.

use super::{assert_none, files_below, read, sources};
use std::collections::BTreeSet;

/// The keys that code asks for, by `say!("key"`.
fn asked_for() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for source in sources().iter().filter(|source| source.path.starts_with("src/gui")) {
        for (_, rest) in
            source.text.match_indices("say!(").map(|(at, sign)| (at, &source.text[at + sign.len()..]))
        {
            let key = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            keys.extend(key.map(str::to_owned));
        }
    }
    keys
}

/// The keys that a file of words has.
fn defined(words: &str) -> BTreeSet<String> {
    let keys = words.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())).collect()
}

#[test]
fn every_key_has_words_and_no_words_are_for_nobody() {
    let asked = asked_for();
    let mut faults = Vec::new();
    let files = files_below("assets/words");
    assert!(files.iter().any(|path| path.ends_with("en.ftl")), "no English words");
    for path in files {
        let defined = defined(&read(&path));
        faults.extend(asked.difference(&defined).map(|key| format!("{path} has no words for {key}")));
        faults.extend(defined.difference(&asked).map(|key| format!("{path}: nobody asks for {key}")));
    }
    assert_none(&faults, "each key that the window asks for has words in every language, and no other");
}
