//! What is read of word processors' files: where they are at hand, a collection of files with the exact
//! tree of each, and files of all kinds that must at least be read.
#![expect(clippy::disallowed_methods, reason = "a test reads its files from the disk")]
#![expect(clippy::print_stdout, reason = "the scores are what is asked for")]

use postil::document::import::{Options, import};
use postil::document::{Document, ImportWarning, InlineStyle, Reason, Warned};
use postil::text::{TextRange, TextSize};
use std::fs;
use std::path::{Path, PathBuf};

/// Where files with their trees lie, as pandoc writes them: beside the project, or beside the folder that
/// this copy of it lies in.
fn corpus() -> PathBuf {
    let places = ["../shared", "../../shared"].map(|place| Path::new(env!("CARGO_MANIFEST_DIR")).join(place));
    let found = places.iter().find(|place| place.exists()).unwrap_or(&places[0]);
    found.join("corpora/documents")
}

#[path = "documents/tree.rs"]
mod tree;

fn read(path: &Path) -> Warned<Document, ImportWarning> {
    let bytes = fs::read(path).expect("a file");
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    import(&bytes, &name, &Options::default()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The words of a document without the signs of its notes, which a tree does not have, and with the lists
/// of contents that it has.
fn words_as_in_a_tree(document: &Document) -> Vec<String> {
    let mut text = document.text().to_owned();
    let signs = document.spans().iter().filter(|span| span.style == InlineStyle::FootnoteReference);
    let mut changes: Vec<_> = signs.map(|span| (span.range, " ")).collect();
    for passage in document.left_out().iter().filter(|passage| passage.why == Reason::Navigation) {
        let block = usize::try_from(passage.before).ok().and_then(|index| document.blocks().get(index));
        let at = block.map_or(TextSize::of(&text), |block| block.range.start());
        changes.push((TextRange::new(at, at), &passage.text));
    }
    // From the end, so that places before a change stay; those at one place in the order that they have.
    changes.sort_by_key(|(range, _)| range.start());
    for (range, words) in changes.into_iter().rev() {
        text.replace_range(range.start().to_usize()..range.end().to_usize(), &format!(" {words} "));
    }
    words(&text)
}

/// How many words both have in the same order.
fn in_order(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut before = 0;
        for (at, other) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { before + 1 } else { above.max(row[at]) };
            before = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// The files of an ending in a folder, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|known| known == ending));
    files.sort();
    files
}

/// The mean of precision and recall over all words, of the files that have a tree.
fn measure(files: &[PathBuf], tree_of: impl Fn(&Path) -> PathBuf) -> Option<f64> {
    let (mut n_common, mut n_all, mut n_files) = (0, 0, 0);
    for path in files {
        let tree = tree_of(path);
        let Ok(text) = fs::read_to_string(&tree) else { continue };
        let is_tree = tree.extension().is_some_and(|ending| ending == "native");
        let found = words_as_in_a_tree(&read(path).value);
        let expected = match is_tree {
            true => [false, true].map(|below| words(&tree::words_of(&text, below))).to_vec(),
            false => vec![words_as_in_a_tree(&read(&tree).value)],
        };
        let scored = expected.into_iter().map(|expected| (in_order(&expected, &found), expected));
        let (common, expected) = scored.max_by_key(|(common, _)| *common).expect("a tree");
        (n_common, n_all) = (n_common + 2 * common, n_all + expected.len() + found.len());
        n_files += 1;
        let score = 2.0 * common as f64 / (expected.len() + found.len()).max(1) as f64;
        println!("{score:.3} {:5} words, {}", expected.len(), path.display());
        if score < 0.995 {
            println!("    expected {}\n    found    {}", expected.join(" "), found.join(" "));
        }
    }
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let score = count(n_common) / count(n_all.max(1));
    println!("{n_files} files: {score:.4}");
    (0 < n_files).then_some(score)
}

#[test]
fn the_words_of_docx_files_are_those_of_their_trees() {
    let folder = corpus().join("pandoc/docx");
    let mut all = files(&folder, "docx");
    all.extend(files(&folder.join("golden"), "docx"));
    let tree_of = |path: &Path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let trees = [format!("{stem}.native"), format!("{stem}_accept.native")];
        let found = trees.iter().map(|tree| folder.join(tree)).find(|tree| tree.exists());
        found.unwrap_or_else(|| folder.join("none"))
    };
    match measure(&all, tree_of) {
        Some(score) => assert!(0.99 <= score, "{score}"),
        None => println!("skipped: the files of {} are not here", corpus().display()),
    }
}

#[test]
fn the_words_of_odt_files_are_those_of_their_trees() {
    let folder = corpus().join("pandoc/odt");
    // Some have their text as Markdown instead.
    let tree_of = |path: &Path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let tree = folder.join("native").join(format!("{stem}.native"));
        if tree.exists() { tree } else { folder.join("markdown").join(format!("{stem}.md")) }
    };
    match measure(&files(&folder.join("odt"), "odt"), tree_of) {
        Some(score) => assert!(0.985 <= score, "{score}"),
        None => println!("skipped: the files of {} are not here", corpus().display()),
    }
}

#[test]
fn the_words_of_books_are_those_of_their_trees() {
    let tree_of = |path: &Path| path.with_extension("native");
    let mut all = files(&corpus().join("pandoc/epub"), "epub");
    // The letters of formulas are read, and are no words of a tree.
    all.retain(|path| !fs::read_to_string(tree_of(path)).is_ok_and(|tree| tree.contains("Math")));
    match measure(&all, tree_of) {
        Some(score) => assert!(0.985 <= score, "{score}"),
        None => println!("skipped: the files of {} are not here", corpus().display()),
    }
}

#[test]
fn every_file_of_other_programs_is_read() {
    let mut all = files(&corpus().join("mammoth"), "docx");
    all.extend(files(&corpus().join("pandoc/odt/odt"), "odt"));
    for path in all {
        let found = read(&path);
        println!("{}: {:?} {:?}", path.display(), found.value.text(), found.warnings);
        let document = &found.value;
        let has_nothing =
            document.text().is_empty() && document.images().is_empty() && document.left_out().is_empty();
        // One has no paragraph, the other a variable that is set and not shown.
        let is_empty = path.ends_with("empty.docx") || path.ends_with("variable.odt");
        assert_eq!(has_nothing, is_empty, "{}", path.display());
    }
}
