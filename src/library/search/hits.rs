//! What a search finds in one article: in its title, sentence by sentence in its text, and its marks.

use super::Asked;
use super::texts::Text;
use crate::layer::AnnotationId;
use crate::library::{Entry, MarkRow, RowPlacement};
use crate::text::find::context;
use crate::text::{TextRange, TextSize, boundary};
use std::sync::Arc;

/// Characters of a sentence, a note or a source that are kept before and after its first hit.
const AROUND: usize = 160;

/// What was found in an article.
#[derive(Clone, Debug)]
pub struct InArticle {
    /// The article.
    pub entry: Arc<Entry>,
    /// Where its title has the words, in bytes of the title.
    pub title: Vec<TextRange>,
    /// The rows below it: sentences in the order of the text, then marks.
    pub hits: Vec<Hit>,
    /// Every place in its text, in order.
    pub places: Vec<TextRange>,
    /// How often the words were found in all; marks that were asked for without words count once.
    pub n_found: usize,
}

/// A sentence, or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub found_in: HitIn,
    /// The words around it on one line, shortened.
    pub words: Box<str>,
    /// Which bytes of them were looked for.
    pub lit: Box<[TextRange]>,
}

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitIn {
    /// In a sentence of the text.
    Text {
        /// The number of the paragraph, if it has one.
        paragraph: Option<u32>,
        /// The first place.
        first: TextRange,
    },
    /// In a mark.
    Mark(AnnotationId, MarkField),
}

/// What of a mark has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkField {
    /// Its passage as it was marked.
    Quote,
    /// What the person says about it.
    Note,
    /// A source.
    Source,
}

/// A sentence in which all words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes in the text.
    pub range: TextRange,
    /// Where the words stand in it.
    pub places: Vec<TextRange>,
}

impl Asked {
    /// The sentences of a text in which all words stand and none that must not.
    pub fn sentences(&self, text: &str, paragraphs: &[TextRange]) -> Vec<Sentence> {
        let mut sentences: Vec<Sentence> = Vec::new();
        for place in self.places_in(text, paragraphs) {
            match sentences.last_mut().filter(|last| place.start() < last.range.end()) {
                Some(last) => last.places.push(place),
                None => {
                    let nth = paragraphs.partition_point(|paragraph| paragraph.start() <= place.start());
                    let paragraph = nth.checked_sub(1).and_then(|nth| paragraphs.get(nth));
                    let paragraph = paragraph.copied().unwrap_or(place);
                    let range = boundary::sentence_at(text, paragraph, place.start());
                    sentences.push(Sentence { range, places: vec![place] });
                }
            }
        }
        let has_all = |sentence: &Sentence| self.are_in(sentence.range.of(text).into_iter());
        if self.only_words().is_none() {
            sentences.retain(has_all);
        }
        sentences
    }
}

impl InArticle {
    pub(super) fn of(entry: Arc<Entry>) -> Self {
        Self { entry, title: Vec::new(), hits: Vec::new(), places: Vec::new(), n_found: 0 }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.title.is_empty() && self.hits.is_empty()
    }

    pub(super) fn add_title(&mut self, asked: &Asked) {
        let title = &self.entry.title;
        if asked.are_in(std::iter::once(&**title)) {
            self.title = asked.places_in(title, &[TextRange::all(title)]);
            self.n_found += self.title.len();
        }
    }

    pub(super) fn add_text(&mut self, asked: &Asked, text: &Text) {
        let is_title =
            |range: TextRange| range.of(&text.text).is_some_and(|words| *words == *self.entry.title);
        for sentence in asked.sentences(&text.text, &text.paragraphs) {
            // A headline is said once, as the title.
            if self.places.is_empty() && is_title(sentence.range) && !self.title.is_empty() {
                self.places.extend(sentence.places);
                continue;
            }
            let Some(&first) = sentence.places.first() else { continue };
            let (words, lit) = lit_line(&text.text, sentence.range, &sentence.places);
            let found_in = HitIn::Text { paragraph: text.number_at(first.start()), first };
            self.hits.push(Hit { found_in, words, lit });
            self.n_found += sentence.places.len();
            self.places.extend(sentence.places);
        }
    }

    /// Passages that stand in the text as they were marked are found there already.
    pub(super) fn add_mark(&mut self, asked: &Asked, row: &MarkRow, has_text: bool) {
        let stands = has_text && matches!(row.placement, RowPlacement::Exact | RowPlacement::Moved);
        let sources = row.sources.iter().map(|source| (MarkField::Source, &*source.name));
        let quote = (!stands).then_some((MarkField::Quote, &*row.quote));
        let fields = quote.into_iter().chain([(MarkField::Note, &*row.note)]).chain(sources);
        for (field, text) in fields.filter(|(_, text)| !text.is_empty()) {
            let all = TextRange::all(text);
            let places = asked.places_in(text, &[all]);
            let is_asked_for = !places.is_empty() || (!asked.has_words() && field == MarkField::Quote);
            if is_asked_for {
                let (words, lit) = lit_line(text, all, &places);
                self.hits.push(Hit { found_in: HitIn::Mark(row.id, field), words, lit });
                self.n_found += places.len().max(1);
            }
        }
    }
}

/// A passage on one line, shortened around the first of some places, and where those are on it.
fn lit_line(text: &str, passage: TextRange, places: &[TextRange]) -> (Box<str>, Box<[TextRange]>) {
    let first = places.first().copied().unwrap_or(TextRange::empty(passage.start()));
    let (line, inside) = context(text, passage, first, AROUND);
    let on_line = |place: &TextRange| {
        let start = (inside.start() + place.start()).to_usize().checked_sub(first.start().to_usize())?;
        let range = TextRange::from_usize(start..start + place.len().to_usize());
        let is_whole = range.of(&line)?.len() == place.len().to_usize() && range.end() <= TextSize::of(&line);
        is_whole.then_some(range)
    };
    let lit = places.iter().filter_map(on_line).collect();
    (line.into(), lit)
}
