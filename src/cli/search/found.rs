//! What a search finds in one article: in its title, sentence by sentence in its text, and its marks.

use crate::cli::args::SearchArgs;
use crate::cli::print::{quoted, visible};
use crate::cli::{count, json};
use crate::document::{Document, Numbers};
use crate::host::Host;
use crate::library::search::{Search, Sentence};
use crate::library::{Entry, Library, MarkRow, OpenError, read_document};
use crate::text::TextRange;
use crate::text::find::context;
use serde_json::{Value, json};

/// How many characters of a sentence, a passage or a note are printed in a line.
const MOST_WORDS: usize = 200;
/// Characters that are printed before and after a hit in a long sentence.
const AROUND: usize = 90;

/// What is asked of each article.
pub(super) struct Asking<'a> {
    pub(super) search: &'a Search,
    pub(super) library: &'a Library,
    pub(super) args: &'a SearchArgs,
}

/// What was found in one, as it is printed.
#[derive(Default)]
pub(super) struct Found {
    /// For people; empty where nothing was found.
    pub(super) lines: String,
    /// The elements of the array for programs.
    pub(super) elements: Vec<String>,
}

impl Asking<'_> {
    pub(super) fn ask(&self, entry: &Entry, host: &dyn Host) -> Result<Found, OpenError> {
        let path = self.library.file_of(entry);
        if let Some(reason) = &entry.fault {
            return Err(OpenError { path, reason: reason.clone() });
        }
        let rows: Vec<&MarkRow> = self.search.marks(entry).collect();
        let looks_into_text = self.search.looks_into_text_of(entry);
        if rows.is_empty() && !looks_into_text {
            return Ok(Found::default());
        }
        let document = read_document(&path, &self.args.reading.options(), host)?.value;
        let asked = self.search.asked();
        let sentences = || asked.sentences(document.text(), &document.block_ranges());
        let found = Answer {
            path: path.to_string_lossy().into_owned(),
            is_title: looks_into_text && asked.are_in(std::iter::once(document.title())),
            sentences: if looks_into_text { sentences() } else { Vec::new() },
            rows,
            numbers: Numbers::of(&document),
            document: &document,
            library: self.library,
        };
        Ok(if self.args.json { found.as_elements() } else { found.as_lines() })
    }
}

/// What was found in an article.
struct Answer<'a> {
    path: String,
    is_title: bool,
    sentences: Vec<Sentence>,
    rows: Vec<&'a MarkRow>,
    numbers: Numbers,
    document: &'a Document,
    library: &'a Library,
}

impl Answer<'_> {
    fn as_lines(&self) -> Found {
        if !self.is_title && self.sentences.is_empty() && self.rows.is_empty() {
            return Found::default();
        }
        let mut counts = Vec::new();
        counts.extend(self.is_title.then(|| "title".to_owned()));
        let some = |n: usize, one: &str| (0 < n).then(|| count(n, one));
        counts.extend(some(self.sentences.len(), "sentence"));
        counts.extend(some(self.rows.len(), "mark"));
        let mut lines = format!("{}: {}\n", visible(&self.path), counts.join(", "));
        if self.is_title {
            lines.push_str(&format!("    –  {}\n", quoted(self.document.title(), MOST_WORDS)));
        }
        for sentence in &self.sentences {
            let hit = sentence.places.first().copied().unwrap_or(sentence.range);
            let (words, _) = context(self.document.text(), sentence.range, hit, AROUND);
            let number = self.number(hit).map_or_else(|| "–".to_owned(), |number| number.to_string());
            lines.push_str(&format!("{number:>5}  {}\n", visible(words.trim())));
        }
        self.rows.iter().for_each(|row| lines.push_str(&self.line(row)));
        Found { lines, elements: Vec::new() }
    }

    /// A mark, with its sentence and what else the person wrote below it.
    fn line(&self, row: &MarkRow) -> String {
        let tags: Vec<&str> = row.tags.iter().map(|tag| self.library.codebook().label(tag)).collect();
        let tags = if tags.is_empty() { "no tag".to_owned() } else { tags.join(", ") };
        let (who, placement) = (visible(&row.person.name), row.placement.name());
        let words = quoted(&row.quote, MOST_WORDS);
        let mut lines = format!("  {}  {}  {who}  {placement}  {words}\n", row.id, visible(&tags));
        let sentence = self.sentence(row).map(|range| self.document.slice(range).to_owned());
        let below = [
            ("sentence", sentence.unwrap_or_default()),
            ("source", row.source()),
            ("note", row.note.to_string()),
        ];
        for (what, words) in below.iter().filter(|(_, words)| !words.is_empty()) {
            lines.push_str(&format!("            {what}:  {}\n", quoted(words, MOST_WORDS)));
        }
        lines
    }

    fn as_elements(&self) -> Found {
        let title = self.is_title.then(|| self.element("title", None));
        let sentences = self.sentences.iter().map(|sentence| self.element("text", Some(sentence.range)));
        let marks = self.rows.iter().map(|row| {
            let mut element = self.element("mark", self.sentence(row));
            let tags: Vec<&str> = row.tags.iter().map(|tag| tag.as_str()).collect();
            let source = Some(row.source()).filter(|source| !source.is_empty());
            element["mark"] = json!({
                "id": row.id.0.to_string(),
                "annotator": row.person.name,
                "tags": tags,
                "quote": row.quote,
                "note": row.note,
                "source": source,
                "placement": row.placement.name(),
            });
            element
        });
        let elements = title.into_iter().chain(sentences).chain(marks);
        Found { elements: elements.map(|element| json::element(&element)).collect(), lines: String::new() }
    }

    /// Offsets are those of the sentence.
    fn element(&self, found_in: &str, sentence: Option<TextRange>) -> Value {
        let place = sentence.map(|range| self.document.code_points(range));
        json!({
            "article": self.path,
            "title": self.document.title(),
            "in": found_in,
            "sentence": sentence.map(|range| self.document.slice(range)),
            "start": place.as_ref().map(|place| place.start),
            "end": place.as_ref().map(|place| place.end),
            "paragraph": sentence.and_then(|range| self.number(range)),
        })
    }

    /// The number of the paragraph, if it has one.
    fn number(&self, range: TextRange) -> Option<usize> {
        self.numbers.of_block(self.document.block_at(range.start())?)
    }

    /// The sentence that a mark begins in.
    fn sentence(&self, row: &MarkRow) -> Option<TextRange> {
        Some(self.document.sentence_at(row.place?.start()))
    }
}
