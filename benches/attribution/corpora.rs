//! The corpora to measure with: articles with sources and cues in brat's standoff, sentences that judge or tell.
//! They stand beside the repository (`../shared/corpora`) and are never part of it.

use postil::text::{TextRange, boundary};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the corpora are, if they are.
pub(crate) fn folder(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora").join(name);
    folder.is_dir().then_some(folder)
}

/// An article with the places of its attributions, in bytes.
pub(crate) struct Annotated {
    pub(crate) text: String,
    pub(crate) attributions: Vec<Marked>,
}

/// The pieces of one attribution.
#[derive(Default)]
pub(crate) struct Marked {
    pub(crate) source: Vec<TextRange>,
    pub(crate) cue: Vec<TextRange>,
}

/// All articles of a folder with `text` and `ann`. The names of the texts are shortened; the annotations whose
/// words stand at their places belong to a text.
pub(crate) fn annotated(folder: &Path) -> Vec<Annotated> {
    let names = |of: &str| {
        let entries = fs::read_dir(folder.join(of)).expect("a folder");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let annotations = names("ann");
    let mut all = Vec::new();
    for path in names("text") {
        let text = fs::read_to_string(&path).expect("a text");
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let of_it = annotations
            .iter()
            .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&stem)));
        if let Some(attributions) = of_it.filter_map(|path| standoff(path, &text)).next() {
            all.push(Annotated { text, attributions });
        }
    }
    all
}

/// The attributions of a file of standoff; none where its words do not stand in the text.
fn standoff(path: &Path, text: &str) -> Option<Vec<Marked>> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut spans: BTreeMap<String, Vec<TextRange>> = BTreeMap::new();
    let mut all = Vec::new();
    let lines = fs::read_to_string(path).expect("annotations");
    for line in lines.lines() {
        let mut fields = line.split('\t');
        let (id, head, words) = (fields.next()?, fields.next().unwrap_or(""), fields.next().unwrap_or(""));
        if id.starts_with('T') {
            let (_, places) = head.split_once(' ')?;
            let mut pieces = Vec::new();
            for piece in places.split(';') {
                let (start, end) = piece.split_once(' ')?;
                let byte = |at: &str| bytes.get(at.parse::<usize>().ok()?).copied();
                pieces.push(TextRange::from_usize(byte(start)?..byte(end)?));
            }
            let found: Vec<&str> = pieces.iter().filter_map(|piece| piece.of(text)).collect();
            let plain = |words: &str| words.split_whitespace().collect::<String>();
            if plain(&found.concat()) != plain(words) {
                return None;
            }
            spans.insert(id.to_owned(), pieces);
        } else if id.starts_with('E') {
            let mut marked = Marked::default();
            for (role, span) in head.split(' ').filter_map(|part| part.split_once(':')) {
                let pieces = spans.get(span).cloned().unwrap_or_default();
                match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                    "Source" => marked.source.extend(pieces),
                    "Cue" => marked.cue.extend(pieces),
                    _ => {}
                }
            }
            all.push(marked);
        }
    }
    Some(all)
}

/// The sentences of a text, by lines.
pub(crate) fn sentences(text: &str) -> Vec<TextRange> {
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        all.extend(boundary::sentences(text, TextRange::from_usize(start..start + line.len())));
        start += line.len() + 1;
    }
    all
}

/// Sentences with whether they are subjective, from a table with `Sentence,Label,…`.
pub(crate) fn judged(folder: &Path) -> Vec<(String, bool)> {
    let table = fs::read_to_string(folder.join("newssd-train.csv")).expect("a table");
    let mut rows = Vec::new();
    let (mut field, mut row, mut is_quoted) = (String::new(), Vec::new(), false);
    let mut letters = table.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if is_quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut field)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    let labelled = rows.into_iter().filter_map(|row| {
        let mut fields = row.into_iter();
        let (sentence, label) = (fields.next()?, fields.next()?);
        matches!(label.as_str(), "SUBJ" | "OBJ").then(|| (sentence.trim().to_owned(), label == "SUBJ"))
    });
    labelled.collect()
}
