//! The house rules that no compiler keeps: which floor sees which, what each must never name, and that no code
//! compares sentences. The files beside it hold what files are like, licences, circles and words.
#![expect(clippy::disallowed_methods, reason = "a test looks at its own sources and asks cargo")]

#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/licences.rs"]
mod licences;
#[path = "tidy/words.rs"]
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every floor with those it may import from.
const FLOORS: [(&str, &[&str]); 17] = [
    ("text", &[]),
    ("language", &["text"]),
    ("document", &["text"]),
    ("anchor", &["text", "document"]),
    ("layer", &["text", "language", "document", "anchor"]),
    ("sidecar", &["text", "document", "anchor", "layer"]),
    ("article", &["text", "document", "anchor", "layer"]),
    ("exchange", &["text", "document", "anchor", "layer", "sidecar"]),
    ("host", &["document", "layer", "sidecar"]),
    ("library", &["text", "document", "anchor", "layer", "sidecar", "article", "host"]),
    // Of the library it sees entries and rows.
    ("analysis", &["text", "language", "document", "anchor", "layer", "article", "library"]),
    (
        "session",
        &[
            "text", "document", "anchor", "layer", "sidecar", "article", "analysis", "exchange", "host",
            "library",
        ],
    ),
    ("page", &["text", "document"]),
    ("workspace", &["document", "layer", "host", "session", "library"]),
    (
        "cli",
        &[
            "text", "document", "anchor", "layer", "sidecar", "article", "analysis", "exchange", "host",
            "session", "library",
        ],
    ),
    (
        "gui",
        &[
            "text",
            "document",
            "anchor",
            "layer",
            "article",
            "analysis",
            "page",
            "host",
            "session",
            "library",
            "workspace",
        ],
    ),
    // Not a floor: the one host that touches a disk.
    ("disk", &["text", "document", "layer", "sidecar", "host", "library"]),
];

const DISK: &[&str] = &["std::fs", "fs::", "File::", "OpenOptions"];
const CLOCK: &[&str] = &["SystemTime", "Timestamp::now", "Zoned::now"];
const CHANCE: &[&str] = &["new_v4", "getrandom"];
const WINDOW: &[&str] = &["egui", "eframe", "winit", "rfd::"];
const SERDE: &[&str] = &["Serialize", "Deserialize", "serde_json"];
const THREADS: &[&str] = &["std::thread", "thread::"];
/// The disk may wait, but starts nothing.
const STARTS: &[&str] = &["thread::Builder", "thread::spawn", "thread::scope", "thread::{"];
const PATHS: &[&str] = &["std::path", "PathBuf"];
const CHANGES: &[&str] = &["Change::", "Transaction"];
const SHAPING: &[&str] = &["parley", "vello", "fontique"];

/// What the code of a floor must never name.
const UNSEEN: [(&str, &[&[&str]]); 17] = [
    ("text", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, PATHS, SHAPING]),
    ("language", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, PATHS, SHAPING]),
    ("document", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, PATHS, SHAPING]),
    ("anchor", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, PATHS, SHAPING]),
    ("layer", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, PATHS, SHAPING]),
    ("sidecar", &[DISK, CLOCK, CHANCE, WINDOW, THREADS, PATHS, SHAPING]),
    ("article", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, PATHS, SHAPING]),
    ("analysis", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, PATHS, SHAPING]),
    ("exchange", &[DISK, CLOCK, CHANCE, WINDOW, THREADS, PATHS, SHAPING]),
    ("host", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, SHAPING]),
    ("session", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, SHAPING]),
    ("library", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, SHAPING]),
    ("workspace", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, THREADS, SHAPING]),
    ("page", &[DISK, CLOCK, CHANCE, WINDOW, SERDE, PATHS]),
    ("cli", &[DISK, CLOCK, CHANCE, WINDOW, THREADS, CHANGES, SHAPING]),
    ("gui", &[DISK, CLOCK, CHANCE, SERDE, THREADS, CHANGES, SHAPING]),
    ("disk", &[WINDOW, STARTS, SHAPING]),
];

/// What a file may name all the same, and why.
const EXCEPT: [(&str, &[&str], &str); 15] = [
    (
        "src/document/import/html_meta.rs",
        &["serde_json"],
        "reads the JSON-LD of web pages; no model is written",
    ),
    ("src/gui/worker.rs", THREADS, "the window's threads are started here"),
    ("src/disk/parallel.rs", STARTS, "the threads that read a folder together"),
    ("src/disk/apart/child.rs", STARTS, "a reader of strangers' files needs a stack of a known size"),
    ("src/disk/apart/runner.rs", STARTS, "a process is asked and heard at once"),
    ("src/disk/apart/thread.rs", STARTS, "a reader that hangs is left behind where none can be ended"),
    ("src/disk/log.rs", STARTS, "a log is synced by a thread of its own, so that no frame waits"),
    ("src/gui/worker/searching.rs", THREADS, "the threads that search a long text together"),
    ("src/gui/worker/watching.rs", THREADS, "the thread that the folders' watcher waits on"),
    ("src/gui/settings.rs", SERDE, "settings are a file of the window's own"),
    ("src/gui/theme.rs", SERDE, "themes are files of the window's own"),
    ("src/gui/words/near.rs", SERDE, "passages that are easily confused are data of the window's own"),
    ("src/gui/words/language.rs", SERDE, "the choice of a language is a setting"),
    ("src/gui/reader/glyphs.rs", SHAPING, "draws the glyphs that the page has set"),
    ("src/gui/reader/glyph_mesh.rs", SHAPING, "lays the drawn glyphs out as a mesh"),
];

struct Source {
    /// From the crate's folder, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// `layer` for `src/layer.rs` and for all in `src/layer/`.
    fn floor(&self) -> Option<&str> {
        let floor = self.path.strip_prefix("src/")?.split(['/', '.']).next()?;
        FLOORS.iter().any(|(name, _)| *name == floor).then_some(floor)
    }

    /// Tests may lay files down and make changes; the walls hold for what is shipped.
    fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.split('/').any(|part| matches!(part, "tests" | "tests.rs" | "properties.rs"))
    }

    /// The code that is shipped: without comments, and without the tests at its end or in files of their own.
    fn code(&self) -> String {
        if self.is_test() && self.path.starts_with("src/") {
            return String::new();
        }
        let shipped = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code = shipped.lines().map(|line| match line.find("//") {
            Some(at) if !line[..at].contains('"') => &line[..at],
            _ => line,
        });
        code.collect::<Vec<_>>().join("\n")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &str) -> Vec<String> {
    fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                collect(&path, into);
            } else {
                into.push(path);
            }
        }
    }
    let mut files = Vec::new();
    collect(&root().join(folder), &mut files);
    let relative =
        |path: &PathBuf| path.strip_prefix(root()).expect("below").to_string_lossy().replace('\\', "/");
    let mut files: Vec<String> = files.iter().map(relative).collect();
    files.sort();
    files
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default().replace("\r\n", "\n")
}

fn sources() -> Vec<Source> {
    let paths = files_below("src").into_iter().chain(files_below("tests"));
    let rust = paths.filter(|path| path.ends_with(".rs"));
    rust.chain(["build.rs".to_owned()]).map(|path| Source { text: read(&path), path }).collect()
}

fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// The floors that a text names after `crate::`, groups included.
fn imports(code: &str) -> BTreeSet<String> {
    let mut floors = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let mut word = String::new();
            let mut is_head = true;
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ':' => is_head = false,
                    ',' if depth == 1 => {
                        floors.insert(std::mem::take(&mut word));
                        is_head = true;
                    }
                    c if is_head && depth == 1 && !c.is_whitespace() => word.push(c),
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
            floors.insert(word);
        } else {
            floors.insert(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    floors.remove("");
    floors
}

#[test]
fn each_floor_imports_only_from_those_above_it() {
    assert_eq!(
        imports("use crate::{text::A, layer::{self, B}}; crate::page::C"),
        ["layer", "page", "text"].map(str::to_owned).into()
    );
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for source in sources() {
        let Some(floor) = source.floor() else { continue };
        seen.insert(floor.to_owned());
        let (_, allowed) = FLOORS.iter().find(|(name, _)| *name == floor).expect("a floor");
        for import in imports(&source.code()) {
            // Its own parts, and what stands in the file itself.
            if import != floor
                && FLOORS.iter().any(|(name, _)| *name == import)
                && !allowed.contains(&import.as_str())
            {
                faults.push(format!("{}: `{floor}` must not see `{import}`", source.path));
            }
        }
    }
    assert_eq!(seen.len(), FLOORS.len(), "a floor without files");
    assert_none(&faults, "walls");
}

/// Whether a word stands in the code, and not only at the end of a longer one.
fn names(code: &str, word: &str) -> bool {
    let begins = |(at, _): (usize, &str)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(word).any(begins)
}

#[test]
fn each_floor_does_without_what_it_must_never_see() {
    assert!(
        names("std::fs::read", "std::fs")
            && names("(File::open)", "File::")
            && !names("LayerFile::read", "File::")
    );
    let mut faults = Vec::new();
    let sources = sources();
    for source in sources.iter().filter(|source| !source.is_test()) {
        let Some(floor) = source.floor() else { continue };
        let (_, unseen) = UNSEEN.iter().find(|(name, _)| *name == floor).expect("a row");
        let code = source.code();
        for word in unseen.iter().copied().flatten() {
            let is_excepted =
                EXCEPT.iter().any(|(path, words, _)| source.path == *path && words.contains(word));
            if names(&code, word) && !is_excepted {
                faults.push(format!("{}: `{floor}` must not name `{word}`", source.path));
            }
        }
    }
    for (path, words, reason) in EXCEPT {
        let source = sources.iter().find(|source| source.path == path);
        let is_needed = source.is_some_and(|source| words.iter().any(|word| names(&source.code(), word)));
        if !is_needed {
            faults.push(format!("{path} needs no exception any more: {reason}"));
        }
    }
    assert_none(&faults, "never seen");
}

/// Messages are values: what is said can be told apart without its words.
#[test]
fn no_code_compares_sentences() {
    let word = "[A-Za-z`’']{2,}";
    let sentence = format!(r#""[^"\n]*{word}[,;:]? {word}[^"\n]*""#);
    let forms = [
        format!(r"[=!]=\s*(?:&|\*|\(|Some\(|Ok\(|Err\()*(?:format!\(\s*)?{sentence}"),
        format!(r"{sentence}(?:\.to_owned\(\)|\.into\(\)|\.to_string\(\))?\)*\s*[=!]="),
        format!(
            r"\b(?:contains|starts_with|ends_with|strip_prefix|strip_suffix|eq|ne|find|matches)\(\s*&?(?:format!\(\s*)?{sentence}"
        ),
    ];
    let forms: Vec<_> = forms.iter().map(|form| regex::Regex::new(form).expect("a form")).collect();
    let compares =
        |code: &str| forms.iter().find_map(|form| form.find(code).map(|found| found.as_str().to_owned()));
    for code in [
        r#"warning == "the file is empty""#,
        r#"message.contains(&format!("line {n} cannot be read"))"#,
        r#""the file is gone".to_owned() != words"#,
    ] {
        assert!(compares(code).is_some(), "{code}");
    }
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| source.path.starts_with("src/"))
        .filter_map(|source| compares(&source.code()).map(|code| format!("{}: {code}", source.path)))
        // What browsers write into the pages that they save.
        .filter(|found| !found.contains("saved from url="))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}
