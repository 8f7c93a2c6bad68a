//! What the fuzzer begins with and all that it ever found, tried on every reader again.
//!
//! `scripts/fuzz SECONDS` looks for more. A find is a file in `tests/fixtures/finds`, in the folder of
//! the reader that it broke.
#![expect(clippy::disallowed_methods, reason = "corpora are files")]

#[path = "support/article.rs"]
mod article;
#[path = "../fuzz/src/bodies.rs"]
mod bodies;
#[path = "support/desk.rs"]
mod desk;

use bodies::{Body, TARGETS};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The files in a folder of the crate, in the order of their names; none where it is not there.
fn files_in(folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).read_dir() else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

#[test]
fn corpora_and_finds_break_no_reader() {
    for (target, body) in TARGETS {
        let corpus = files_in(&format!("fuzz/corpus/{target}"));
        assert!(!corpus.is_empty(), "`{target}` has nothing to begin with");
        for path in corpus.into_iter().chain(files_in(&format!("tests/fixtures/finds/{target}"))) {
            println!("{}", path.display());
            body(&fs::read(path).expect("a file"));
        }
    }
}

#[test]
fn every_corpus_and_every_find_has_a_reader() {
    let known: BTreeSet<&str> = TARGETS.iter().map(|&(target, _)| target).collect();
    for path in files_in("fuzz/corpus").into_iter().chain(files_in("tests/fixtures/finds")) {
        let name = path.file_name().expect("a name").to_string_lossy();
        assert!(known.contains(&*name), "no reader is called `{name}`");
    }
}

/// The packages of a lock file, each with its version.
fn locked(path: &str) -> BTreeSet<(String, String)> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a lock file");
    let value =
        |line: Option<&str>| line.and_then(|line| line.split('"').nth(1)).unwrap_or_default().to_owned();
    let packages = text.split("[[package]]").skip(1);
    packages.map(|package| (value(package.lines().nth(1)), value(package.lines().nth(2)))).collect()
}

#[test]
fn what_is_fuzzed_is_what_is_shipped() {
    let (shipped, fuzzed) = (locked("Cargo.lock"), locked("fuzz/Cargo.lock"));
    let of_the_fuzzer =
        ["postil-fuzz", "libfuzzer-sys", "arbitrary", "cc", "find-msvc-tools", "shlex", "jobserver"];
    let others: Vec<_> =
        fuzzed.difference(&shipped).filter(|(name, _)| !of_the_fuzzer.contains(&name.as_str())).collect();
    assert!(60 < fuzzed.len() && others.is_empty(), "copy Cargo.lock to fuzz/ and build there: {others:?}");
}

/// Lines of which scripts are put together at random.
const ACTIONS: &[&str] = &[
    "select 'Eight people died' 1",
    "select 'denied it'",
    "select 9..40",
    "select-more 'disgrace'",
    "span 0 12",
    "caret end",
    "clear",
    "mark",
    "tag claim",
    "tag denial",
    "tag casualty-report",
    "tag opinion c1",
    "tag-all opinion 'died'",
    "untag c1 claim",
    "retag denial",
    "retag d1 opinion",
    "note 'why?'",
    "note 'why not?'",
    "note c1 ''",
    "source 'the army ← a hospital'",
    "source d1 'unattributed'",
    "figure k1 'more than 40'",
    "figure k1 ''",
    "delete",
    "delete c1",
    "delete a1",
    "move o1 'disgrace'",
    "link a1 denies c1",
    "link d1 denies a1",
    "unlink d1 denies c1",
    "imply claim 'that it fired'",
    "focus c1",
    "focus a2",
    "copy b1",
    "confirm c1",
    "undo",
    "undo",
    "redo",
    "save",
    "reopen",
];

/// One of the readers.
fn body(name: &str) -> Body {
    TARGETS.iter().find(|&&(target, _)| target == name).expect("a reader").1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn actions_can_be_undone_done_again_and_saved(lines in prop::collection::vec(select(ACTIONS), 0..24)) {
        body("session")(lines.join("\n").as_bytes());
    }

    #[test]
    fn spoiled_corpora_break_no_reader(
        target in select(TARGETS),
        file in any::<Index>(),
        edits in prop::collection::vec((any::<Index>(), any::<u8>(), 0..4_u8), 1..12),
    ) {
        let corpus = files_in(&format!("fuzz/corpus/{}", target.0));
        let mut bytes = fs::read(file.get(&corpus)).expect("a file");
        for (at, byte, how) in edits {
            let at = at.index(bytes.len() + 1);
            match how {
                0 if at < bytes.len() => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.truncate(at),
                // What stands once stands twice.
                _ => bytes.extend_from_within(at..),
            }
            bytes.truncate(8192);
        }
        target.1(&bytes);
    }
}
