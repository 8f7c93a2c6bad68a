//! Which files of a floor import each other in circles. Each circle costs whoever reads one of its files
//! the reading of all, so a new one has to give its reason here.

use super::{FLOORS, Source, assert_none, sources};
use std::collections::{BTreeMap, BTreeSet};

/// The circles that there are: their files without `src/` and `.rs`, and why they stay.
const CIRCLES: [(&[&str], &str); 6] = [
    (
        &["analysis/facts", "analysis/substance"],
        "what changed is told by the facts that changed, and names them",
    ),
    (
        &["document/import/html", "document/import/markdown", "document/import/warning"],
        "a warning names the kinds of content that importers leave out, and importers warn",
    ),
    (
        &["language/lexicon", "language/numbers", "language/words"],
        "the words of a language are numerals too, and numerals are found among its words",
    ),
    (&["page/ahead", "page/view"], "the page makes the jobs that run ahead of it, and takes what they set"),
    (
        &["page/frame", "page/images", "page/inline", "page/shaping", "page/typeset"],
        "what is typeset is made of frames, and each frame of what is typeset in it",
    ),
    (
        &["sidecar/convert", "sidecar/file", "sidecar/line", "sidecar/wire"],
        "a line is read into what the file holds, and written from it",
    ),
];

/// `["session", "save"]` for `src/session/save.rs`.
type Module = Vec<String>;

fn module(source: &Source) -> Option<Module> {
    let path = source.path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let is_meant = source.floor().is_some() && !source.is_test();
    is_meant.then(|| path.split('/').map(str::to_owned).collect())
}

/// The paths that a text names from `crate`, `super` or `self` on, with those in braces apart.
fn paths(code: &str) -> Vec<Module> {
    let mut found = Vec::new();
    for head in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(head) {
            let before = code[..at].chars().next_back();
            if !before.is_some_and(|c| c == ':' || c == '_' || c.is_alphanumeric()) {
                tree(&code[at..], &mut Vec::new(), &mut found);
            }
        }
    }
    found
}

/// Reads one path with all its branches, and gives what comes after it.
fn tree<'a>(code: &'a str, before: &mut Module, found: &mut Vec<Module>) -> &'a str {
    let length = before.len();
    let mut rest = code.trim_start();
    loop {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if let Some(inner) = rest.strip_prefix('{') {
            rest = inner.trim_start();
            while !rest.is_empty() && !rest.starts_with('}') {
                let after = tree(rest, before, found);
                let skipped = after.find([',', '}']).unwrap_or(after.len());
                rest = after[skipped..].trim_start_matches(',').trim_start();
            }
            rest = rest.strip_prefix('}').unwrap_or(rest);
            break;
        }
        before.push(word.to_owned());
        match after.strip_prefix("::") {
            Some(further) if !word.is_empty() => rest = further,
            _ => {
                found.push(before.clone());
                rest = after;
                break;
            }
        }
    }
    before.truncate(length);
    rest
}

/// From the crate's root.
fn absolute(from: &[String], path: &[String]) -> Module {
    let n_supers = path.iter().take_while(|part| *part == "super").count();
    match path.first().map(String::as_str) {
        Some("crate") => path[1..].to_vec(),
        Some("self") => [from, &path[1..]].concat(),
        _ => [&from[..from.len().saturating_sub(n_supers)], &path[n_supers..]].concat(),
    }
}

/// What the files of all floors name of each other; what is passed on by `pub use` counts as named where
/// it is made.
struct Imports {
    code: BTreeMap<Module, String>,
    passed_on: BTreeMap<Module, Module>,
}

impl Imports {
    fn of(sources: &[Source]) -> Self {
        let code = sources.iter().filter_map(|source| Some((module(source)?, source.code())));
        let code: BTreeMap<Module, String> = code.collect();
        let mut passed_on = BTreeMap::new();
        for (from, code) in &code {
            for (at, _) in code.match_indices("pub").filter(|&(at, _)| at == 0 || code[..at].ends_with('\n'))
            {
                let line = code[at..].split(';').next().unwrap_or_default();
                let Some((_, tree)) = line.split_once(" use ").filter(|(head, _)| !head.contains('\n'))
                else {
                    continue;
                };
                let is_rooted = ["crate::", "super::", "self::"].iter().any(|root| tree.starts_with(root));
                let tree = if is_rooted { tree.to_owned() } else { format!("self::{tree}") };
                for path in paths(&tree) {
                    let name = path.last().cloned().into_iter().collect::<Vec<_>>();
                    passed_on.insert([from.clone(), name].concat(), absolute(from, &path));
                }
            }
        }
        Self { code, passed_on }
    }

    /// The file that a path leads into.
    fn file(&self, path: &[String], n_steps: usize) -> Option<Module> {
        let n = (1..=path.len()).rev().find(|&n| self.code.contains_key(&path[..n]))?;
        let further = path.get(..n + 1).and_then(|name| self.passed_on.get(name)).filter(|_| n_steps < 5);
        match further {
            Some(further) => self.file(&[&further[..], &path[n + 1..]].concat(), n_steps + 1),
            None => Some(path[..n].to_vec()),
        }
    }

    /// The files of its floor that a file imports, without those that it is a part of or that are parts
    /// of it.
    fn imports(&self, from: &Module) -> BTreeSet<Module> {
        let named = paths(&self.code[from]).into_iter().map(|path| absolute(from, &path));
        let files = named.filter_map(|path| self.file(&path, 0));
        files.filter(|to| to[0] == from[0] && !to.starts_with(from) && !from.starts_with(to)).collect()
    }

    fn circles(&self) -> BTreeSet<Vec<String>> {
        let imports: BTreeMap<&Module, BTreeSet<Module>> =
            self.code.keys().map(|file| (file, self.imports(file))).collect();
        let reached: BTreeMap<&Module, BTreeSet<&Module>> =
            self.code.keys().map(|file| (file, reached(&imports, file))).collect();
        let circle = |file: &Module| {
            let is_in = |other: &&Module| reached[file].contains(other) && reached[other].contains(file);
            let circle: Vec<String> = self.code.keys().filter(is_in).map(|file| file.join("/")).collect();
            (!circle.is_empty()).then_some(circle)
        };
        self.code.keys().filter_map(circle).collect()
    }
}

/// Everything that can be reached from a file, itself only if there is a way back.
fn reached<'a>(imports: &'a BTreeMap<&Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&Module> = imports[from].iter().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(&imports[file]);
        }
    }
    reached
}

#[test]
fn no_files_of_a_floor_import_each_other_in_circles_without_a_reason() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let sample = [
        source("src/text.rs", "mod a;\nmod b;\npub use b::B;\n"),
        source("src/text/a.rs", "use super::{B, c::{C, D}};\n"),
        source("src/text/b.rs", "fn b() { crate::text::a::x() }\n"),
        source("src/text/c.rs", "use crate::text::b::B;\n"),
    ];
    let circle = ["text/a", "text/b", "text/c"].map(str::to_owned).to_vec();
    assert_eq!(Imports::of(&sample).circles(), [circle].into());
    assert_eq!(FLOORS[0].0, "text", "the sample is of a floor that there is");

    let found = Imports::of(&sources()).circles();
    let is_within =
        |circle: &[String], known: &[&str]| circle.iter().all(|file| known.contains(&file.as_str()));
    let is_known = |circle: &&Vec<String>| CIRCLES.iter().any(|(known, _)| is_within(circle, known));
    let new = found.iter().filter(|circle| !is_known(circle)).map(|circle| circle.join(", "));
    let is_there = |known: &[&str]| found.iter().any(|circle| is_within(circle, known));
    let gone = CIRCLES.iter().filter(|(known, _)| !is_there(known));
    let gone = gone.map(|(known, reason)| format!("{} are no circle any more: {reason}", known.join(", ")));
    assert_none(&new.chain(gone).collect::<Vec<_>>(), "files that import each other in circles");
}
