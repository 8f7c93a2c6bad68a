//! What a search finds in one article: in its title, sentence by sentence in its text, and its marks.
//!
//! Found and counted is everything, on whichever thread looks at the article. The rows of a list, for each of
//! which a sentence is cut out of the text, are made of as many articles as are listed.

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
    /// Whether it is listed; the rows of others are not made.
    pub is_listed: bool,
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

/// What was found in an article, of which no rows are made yet.
pub(super) struct Unlisted {
    article: InArticle,
    text: Option<Arc<Text>>,
    /// How many of the first places are in the headline, which is said once, as the title.
    n_in_headline: usize,
    marks: Vec<InMark>,
}

/// Where a mark has the words.
struct InMark {
    /// Which row of the article it is.
    row: usize,
    /// Which of its [`fields`].
    field: usize,
    /// In bytes of the field; none where marks are asked for without words.
    places: Vec<TextRange>,
}

/// The words of a mark.
fn fields(row: &MarkRow) -> impl Iterator<Item = (MarkField, &str)> {
    let sources = row.sources.iter().map(|source| (MarkField::Source, &*source.name));
    [(MarkField::Quote, &*row.quote), (MarkField::Note, &*row.note)].into_iter().chain(sources)
}

impl Asked {
    /// The sentences of a text in which all words stand and none that must not.
    pub fn sentences(&self, text: &str, paragraphs: &[TextRange]) -> Vec<Sentence> {
        let mut sentences = sentences_around(text, paragraphs, &self.places_in(text, paragraphs));
        let has_all = |sentence: &Sentence| self.are_in(sentence.range.of(text).into_iter());
        if self.only_words().is_none() {
            sentences.retain(has_all);
        }
        sentences
    }

    /// The places in these sentences.
    fn places_in_sentences(&self, text: &Text) -> Vec<TextRange> {
        if let Some(places) = self.places_within_lines(&text.text) {
            return places;
        }
        if self.only_words().is_some() {
            return self.places_in(&text.text, text.paragraphs());
        }
        let sentences = self.sentences(&text.text, text.paragraphs());
        sentences.into_iter().flat_map(|sentence| sentence.places).collect()
    }
}

/// The sentences in which some places stand that are in order.
fn sentences_around(text: &str, paragraphs: &[TextRange], places: &[TextRange]) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    for &place in places {
        match sentences.last_mut().filter(|last| place.start() < last.range.end()) {
            Some(last) => last.places.push(place),
            None => {
                let range = sentence_at(text, paragraphs, place);
                sentences.push(Sentence { range, places: vec![place] });
            }
        }
    }
    sentences
}

fn sentence_at(text: &str, paragraphs: &[TextRange], place: TextRange) -> TextRange {
    let nth = paragraphs.partition_point(|paragraph| paragraph.start() <= place.start());
    let paragraph = nth.checked_sub(1).and_then(|nth| paragraphs.get(nth));
    boundary::sentence_at(text, paragraph.copied().unwrap_or(place), place.start())
}

impl Unlisted {
    pub(super) fn of(entry: Arc<Entry>) -> Self {
        let (title, hits, places) = (Vec::new(), Vec::new(), Vec::new());
        let article = InArticle { entry, title, is_listed: false, hits, places, n_found: 0 };
        Self { article, text: None, n_in_headline: 0, marks: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.article.n_found == 0
    }

    pub(super) fn add_title(&mut self, asked: &Asked) {
        let title = &self.article.entry.title;
        if asked.are_in(std::iter::once(&**title)) {
            self.article.title = asked.places_in(title, &[TextRange::all(title)]);
            self.article.n_found += self.article.title.len();
        }
    }

    pub(super) fn add_text(&mut self, asked: &Asked, text: Arc<Text>) {
        let places = asked.places_in_sentences(&text);
        if let Some(headline) = self.headline(&text, &places) {
            self.n_in_headline = places.partition_point(|place| place.start() < headline.end());
        }
        self.article.n_found += places.len() - self.n_in_headline;
        (self.article.places, self.text) = (places, Some(text));
    }

    /// The sentence of the first place, if it is the title.
    fn headline(&self, text: &Text, places: &[TextRange]) -> Option<TextRange> {
        let (first, in_title) = (*places.first()?, self.article.title.first()?);
        let title = &*self.article.entry.title;
        // Most titles do not stand there, which is known without looking for sentences.
        let start = first.start().to_usize().checked_sub(in_title.start().to_usize())?;
        text.text.get(start..).filter(|rest| rest.starts_with(title))?;
        let sentence = sentence_at(&text.text, text.paragraphs(), first);
        sentence.of(&text.text).is_some_and(|words| words == title).then_some(sentence)
    }

    /// Looks into the `nth` row of the article, which is meant by the filters. Passages that stand in the text
    /// as they were marked are found there already.
    pub(super) fn add_mark(&mut self, asked: &Asked, (nth, row): (usize, &MarkRow), has_text: bool) {
        let is_in_text = has_text && stands(row);
        for (nth_field, (field, text)) in fields(row).enumerate() {
            if text.is_empty() || (is_in_text && field == MarkField::Quote) {
                continue;
            }
            let places = asked.places_in(text, &[TextRange::all(text)]);
            let is_asked_for = !places.is_empty() || (!asked.has_words() && field == MarkField::Quote);
            if is_asked_for {
                self.article.n_found += places.len().max(1);
                self.marks.push(InMark { row: nth, field: nth_field, places });
            }
        }
    }

    /// Makes its rows; how many there are, with the heading.
    pub(super) fn list(&mut self) -> usize {
        let article = &mut self.article;
        if !article.is_listed {
            let places = article.places.get(self.n_in_headline..).unwrap_or_default();
            let in_text = self.text.iter().flat_map(|text| hits_in_text(text, places));
            let in_marks = self.marks.iter().filter_map(|mark| mark.hit(&article.entry));
            article.hits = in_text.chain(in_marks).collect();
            article.is_listed = true;
        }
        1 + article.hits.len()
    }

    /// What was found, without rows if they are not made.
    pub(super) fn unlisted(mut self) -> InArticle {
        self.article.is_listed = false;
        self.article.hits = Vec::new();
        self.article
    }

    /// What was found, with its rows.
    pub(super) fn listed(mut self) -> InArticle {
        self.list();
        self.article
    }
}

/// Whether a passage stands in the text as it was marked.
fn stands(row: &MarkRow) -> bool {
    matches!(row.placement, RowPlacement::Exact | RowPlacement::Moved)
}

/// Whether nothing of a mark can be found that is not in the text of its article.
pub(super) fn says_no_more_than_the_text(row: &MarkRow) -> bool {
    stands(row) && row.note.is_empty() && row.sources.is_empty()
}

/// A row for each sentence in which some places stand.
fn hits_in_text(text: &Text, places: &[TextRange]) -> impl Iterator<Item = Hit> {
    sentences_around(&text.text, text.paragraphs(), places).into_iter().filter_map(|sentence| {
        let first = *sentence.places.first()?;
        let (words, lit) = lit_line(&text.text, sentence.range, &sentence.places);
        let found_in = HitIn::Text { paragraph: text.number_at(first.start()), first };
        Some(Hit { found_in, words, lit })
    })
}

impl InMark {
    fn hit(&self, entry: &Entry) -> Option<Hit> {
        let row = entry.rows.get(self.row)?;
        let (field, text) = fields(row).nth(self.field)?;
        let (words, lit) = lit_line(text, TextRange::all(text), &self.places);
        Some(Hit { found_in: HitIn::Mark(row.id, field), words, lit })
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
