//! From a description to a place: the ladder, strictest evidence first, and never a silent guess.
//!
//! 1. the same text: the position, with the quote verified;
//! 2. exactly one occurrence of the quote with both contexts;
//! 3. the words of the kept text aligned with those of the new one, both ends mapped;
//! 4. the quote, perhaps edited, where the new text has words that no old ones became;
//! 5. the quote by edit distance, scored with its contexts, accepted only above a floor *and* with a
//!    lead over the runner-up, and never in a region that other old text became;
//! 6. orphan, with the best guess.

mod led;
mod left_over;

use super::earlier::Earlier;
use super::evidence::{Evidence, contexts, whole_words};
use super::landed::{Landed, join};
use super::placement::{Passage, Placement, Score};
use super::seeds::{Seeds, fold};
use super::selector::{Description, Piece, Quote, Target};
use crate::document::Document;
use crate::text::TextRange;
use crate::text::align::Alignment;
use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// Below this score a place is a guess, not a placement.
const FLOOR: Score = Score(700);
/// By how much the best place must beat the next.
const LEAD: u16 = 100;
/// Copies of a quote that are compared by their contexts.
const MOST_COPIES: usize = 200;
/// By how much the contexts of an exact copy must beat those of a changed place, of 2000.
const CLEARLY_BETTER: u16 = 800;
/// The words of a best guess resemble the quote at least so much, in thousandths.
const LEAST_GUESS: u16 = 500;

/// The score of the right words with an accent more at one of their ends.
const HALF_A_CLUSTER: Score = Score(900);

/// The score of the right words with other spaces or hyphens between them.
const OTHER_SPACES: Score = Score(990);
/// The same for short words of a text that is known in parts only, in characters.
const LEAST_BESIDE: usize = 6;
/// So many characters speak for themselves where the alignment leads.
const LEAST_TELLING: usize = 24;

/// So much of both contexts must stand around the same words for them to count as moved, of 2000; with
/// less they may be another's words, and a person is asked.
const HOME: u16 = 1400;

/// Places many targets in one document. What all of them need is made once, and only when one needs it:
/// the alignment with the kept text, and the index of words.
pub struct Placer {
    text: Arc<Searched>,
    earlier: Option<Earlier>,
}

/// The text in which targets are placed.
pub(super) struct Searched {
    document: Arc<Document>,
    seeds: OnceLock<Seeds>,
    n_placed: AtomicUsize,
}

impl Searched {
    pub(super) fn new(document: Arc<Document>) -> Self {
        Self { document, seeds: OnceLock::new(), n_placed: AtomicUsize::new(0) }
    }

    pub(super) fn document(&self) -> &Arc<Document> {
        &self.document
    }

    pub(super) fn n_placed(&self) -> usize {
        self.n_placed.load(Ordering::Relaxed)
    }
}

/// The earlier text, and where in it the passage is that is looked for.
type Own<'a> = (&'a Earlier, TextRange);

/// A place that may be meant.
#[derive(Clone, Copy)]
struct Place {
    range: TextRange,
    evidence: Evidence,
    /// Whether other old text became it.
    is_taken: bool,
}

impl Placer {
    /// A placer for `document`; `earlier` as for [`place`](super::place()).
    pub fn new(document: &Arc<Document>, earlier: Option<&str>) -> Self {
        let earlier = earlier.map(|text| Earlier::whole(text.into()));
        Self::by(Arc::new(Searched::new(Arc::clone(document))), earlier)
    }

    /// A placer for a text that others search, too.
    pub(super) fn by(text: Arc<Searched>, earlier: Option<Earlier>) -> Self {
        Self { text, earlier }
    }

    /// What is known of the text that targets were made on.
    pub(super) fn earlier(&self) -> Option<&Earlier> {
        self.earlier.as_ref()
    }

    fn document(&self) -> &Document {
        &self.text.document
    }

    /// Where `target` is. A mark of several pieces takes the worst of their placements.
    pub fn place(&self, target: &Target) -> Placement {
        self.text.n_placed.fetch_add(1, Ordering::Relaxed);
        join(target.pieces.iter().map(|piece| self.whole_clusters(self.place_piece(piece))).collect())
    }

    /// Words may be found that end amid a cluster, where the new text has an accent more: no cluster is
    /// cut, and what is more than the words is a change. (A position in the same text stays as written.)
    fn whole_clusters(&self, landed: Landed) -> Landed {
        let whole = |range| self.document().snap(range);
        let all = |(range, score)| (whole(range), score);
        match landed {
            Landed::Moved(range) if whole(range) != range => {
                Landed::Changed(whole(range).into(), HALF_A_CLUSTER)
            }
            Landed::Exact(_) | Landed::Moved(_) => landed,
            Landed::Changed(passage, score) => {
                Landed::Changed(Passage::new(passage.pieces().iter().copied().map(whole)), score)
            }
            Landed::Ambiguous(places) => Landed::Ambiguous(places.into_iter().map(all).collect()),
            Landed::Gone(guess) => Landed::Gone(guess.map(all)),
        }
    }

    fn place_piece(&self, piece: &Piece) -> Landed {
        // The newest description that fits exactly wins; else the newest is looked for.
        for description in piece.descriptions.iter().rev() {
            if let Some(range) = self.at_position(description) {
                return Landed::Exact(range);
            }
        }
        let Some(description) = piece.latest() else { return Landed::Gone(None) };
        let Some(quote) = &description.quote else { return self.without_words(description) };
        if quote.exact.is_empty() {
            return Landed::Gone(None);
        }
        let own = self.in_earlier(description);
        let mapped = own.and_then(|own| self.by_diff(own, quote));
        // Where the words stand as they stood, the alignment answers without a search: that a copy of them
        // stands elsewhere between both contexts does not count against it.
        match mapped {
            Some(Landed::Moved(range)) if self.is_beyond_doubt(range, own, quote) => {
                return Landed::Moved(range);
            }
            _ => {}
        }
        // What stands between the same words as the passage did may be a copy of it that was there before:
        // then the passage is where the alignment says, or nowhere.
        if let Some(range) = self.seeds().only_place(quote).filter(|&range| !self.is_anothers(own, range)) {
            return Landed::Moved(range);
        }
        match mapped {
            Some(landed) => self.unless_copy_is_better(landed, own, quote),
            None => self.by_search(description, own, quote),
        }
    }

    /// Whether words that stand letter for letter where the alignment leads need no other evidence: they
    /// speak for themselves, or what stood on one side of them still stands there.
    fn is_beyond_doubt(&self, range: TextRange, own: Option<Own<'_>>, quote: &Quote) -> bool {
        let (before, after) = contexts(self.document().text(), range, quote);
        let is_telling = LEAST_TELLING <= quote.exact.chars().count();
        match own {
            Some((old, _)) if old.is_whole() => is_telling || before.max(after) == 1000,
            _ => (before, after) == (1000, 1000),
        }
    }

    /// Rung 1. With another digest the position is no evidence, even where the words fit: fifty "he
    /// said" fit everywhere. A description without a digest is believed if the contexts fit too.
    fn at_position(&self, description: &Description) -> Option<TextRange> {
        let text = self.document().text();
        let quote = description.quote.as_ref()?;
        let is_same_text = description.digest == Some(self.document().digest());
        let range = self.document().units().range_from_code_points(text, description.position.clone()?)?;
        let words_fit = range.of(text) == Some(quote.exact.as_str());
        let contexts_fit = || {
            text[..range.start().to_usize()].ends_with(&quote.prefix)
                && text[range.end().to_usize()..].starts_with(&quote.suffix)
        };
        (!range.is_empty() && words_fit && (is_same_text || contexts_fit())).then_some(range)
    }

    /// A position without words can only be believed in the same text.
    fn without_words(&self, description: &Description) -> Landed {
        let text = self.document().text();
        let is_same_text = description.digest == Some(self.document().digest());
        let range = description
            .position
            .clone()
            .and_then(|p| self.document().units().range_from_code_points(text, p));
        match range {
            Some(range) if is_same_text && !range.is_empty() => Landed::Exact(range),
            _ => Landed::Gone(None),
        }
    }

    fn seeds(&self) -> &Seeds {
        self.text.seeds.get_or_init(|| Seeds::of(self.document().text()))
    }

    fn alignment<'a>(&self, earlier: &'a Earlier) -> &'a Alignment {
        earlier.alignment(self.document().text())
    }

    /// The earlier text and the passage in it, if it is the text that the description was made from.
    fn in_earlier(&self, description: &Description) -> Option<Own<'_>> {
        let earlier = self.earlier.as_ref()?;
        Some((earlier, earlier.find(description)?))
    }

    /// Rung 3.
    fn by_diff(&self, (old, range): Own<'_>, quote: &Quote) -> Option<Landed> {
        let new = self.document().text();
        let alignment = self.alignment(old);
        let Some(mapped) = alignment.map(old.text(), new, range) else {
            return self.where_it_leads(alignment, range, quote);
        };
        let place = self.with_outer_space(self.document().snap(mapped.hull()), quote);
        let (before, after) = contexts(new, place, quote);
        let is_short = quote.exact.chars().count() < LEAST_TELLING;
        let n_beside = |context: &str, share: u16| context.chars().count() * usize::from(share) / 1000;
        let n_beside = n_beside(&quote.prefix, before).max(n_beside(&quote.suffix, after));
        if !old.is_whole() && is_short && n_beside < LEAST_BESIDE {
            // Of what was told only these words fit: they may be others.
            return None;
        }
        if mapped.pieces.len() == 1 && fold(place.of(new)?) == fold(&quote.exact) {
            return Some(Landed::Moved(place));
        }
        if let Some(landed) = self.verbatim(alignment, &mapped, range, quote) {
            return Some(landed);
        }
        let score = Score((mapped.kept / 2 + (before + after) / 4).max(500));
        let last = mapped.pieces.len() - 1;
        let pieces = mapped.pieces.iter().enumerate().map(|(nth, &piece)| {
            // Only the outermost ends may have white space.
            let start = if nth == 0 { place.start() } else { piece.start() };
            TextRange::new(start, if nth == last { place.end() } else { piece.end() })
        });
        Some(Landed::Changed(Passage::new(pieces), score))
    }

    /// `range` with so many bytes more on either side.
    fn grown(&self, range: TextRange, by: usize) -> TextRange {
        let text = self.document().text();
        let start = text.floor_char_boundary(range.start().to_usize().saturating_sub(by));
        let end = text.ceil_char_boundary((range.end().to_usize() + by).min(text.len()));
        TextRange::from_usize(start..end)
    }

    /// `place` with the white space around it, where the quote has some at that end: words are aligned
    /// without it.
    fn with_outer_space(&self, place: TextRange, quote: &Quote) -> TextRange {
        let text = self.document().text();
        let (before, after) = (&text[..place.start().to_usize()], &text[place.end().to_usize()..]);
        let (mut start, mut end) = (before.len(), place.end().to_usize());
        if quote.exact.starts_with(char::is_whitespace) {
            start = before.trim_end().len();
        }
        if quote.exact.ends_with(char::is_whitespace) {
            end = text.len() - after.trim_start().len();
        }
        TextRange::from_usize(start..end)
    }

    /// An exact copy elsewhere in words that are new is preferred where its contexts fit clearly better;
    /// a person is asked.
    fn unless_copy_is_better(&self, landed: Landed, own: Option<Own<'_>>, quote: &Quote) -> Landed {
        let Landed::Changed(place, _) = &landed else { return landed };
        let Some(place) = place.hull() else { return landed };
        let text = self.document().text();
        let fit = |range| {
            let (before, after) = contexts(text, range, quote);
            before + after
        };
        let needed = fit(place) + CLEARLY_BETTER;
        let copies = self.seeds().copies(&quote.exact, MOST_COPIES).into_iter();
        let better = copies.filter(|&copy| needed <= fit(copy) && !self.is_taken(own, copy));
        match better.max_by_key(|&copy| (fit(copy), Reverse(copy.start()))) {
            Some(copy) => Landed::Changed(copy.into(), Evidence::of(text, copy, quote, 0).score()),
            None => landed,
        }
    }

    fn is_anothers(&self, own: Option<Own<'_>>, range: TextRange) -> bool {
        own.is_some_and(|(old, own)| self.alignment(old).is_anothers(range, own))
    }

    fn is_taken(&self, own: Option<Own<'_>>, range: TextRange) -> bool {
        own.is_some_and(|(old, own)| self.alignment(old).is_taken(range, own))
    }

    /// Rungs 4 to 6.
    fn by_search(&self, description: &Description, own: Option<Own<'_>>, quote: &Quote) -> Landed {
        let text = self.document().text();
        let mut places = self.places(own, quote);
        let rank = |place: &Place| {
            let far = self.distance(description, place.range);
            (place.is_taken, Reverse(place.evidence.score()), far, place.range.start())
        };
        places.sort_by_key(rank);
        let guess = || {
            let likely = places.iter().find(|place| LEAST_GUESS <= place.evidence.words);
            let likely = likely.map(|place| (place.range, place.evidence.score()));
            let between = || {
                let (old, range) = own?;
                let between = self.alignment(old).between_neighbours(range)?;
                Some((self.document().snap(between), Score(0)))
            };
            Landed::Gone(
                likely
                    .filter(|_| places.first().is_some_and(|first| !first.is_taken))
                    .or_else(between)
                    .or(likely),
            )
        };
        let Some(best) = places.first().filter(|best| !best.is_taken) else { return guess() };
        let score = best.evidence.score();
        if score < FLOOR && !(own.is_some() && best.evidence.is_enough_for_free_place()) {
            let left = self.left_over(&places, own, quote);
            return left.map_or_else(guess, |left| Landed::Changed(left.range.into(), left.evidence.score()));
        }
        let equals =
            places.iter().filter(|place| !place.is_taken && score.0 < place.evidence.score().0 + LEAD);
        let equals: Vec<_> = equals.map(|place| (place.range, place.evidence.score())).collect();
        if 1 < equals.len() {
            let left = self.left_over(&places, own, quote);
            let left = left.map(|left| Landed::Changed(left.range.into(), left.evidence.score()));
            return left.unwrap_or_else(|| self.in_its_place(equals, own));
        }
        let is_at_home = HOME <= best.evidence.before + best.evidence.after;
        if is_at_home && fold(best.range.of(text).unwrap_or_default()) == fold(&quote.exact) {
            Landed::Moved(best.range)
        } else {
            Landed::Changed(best.range.into(), score)
        }
    }

    /// Of places that fit equally well the one that stands between what stood around the passage, if
    /// there is but one.
    fn in_its_place(&self, equals: Vec<(TextRange, Score)>, own: Option<Own<'_>>) -> Landed {
        let expected = own.and_then(|(old, range)| self.alignment(old).expected(range));
        let is_there =
            |place: &&(TextRange, Score)| expected.is_some_and(|place_of| place_of.covers(place.0));
        let mut there = equals.iter().filter(is_there);
        match (there.next(), there.next()) {
            (Some(&(range, score)), None) => Landed::Changed(range.into(), score),
            _ => Landed::Ambiguous(equals),
        }
    }

    /// All places that resemble the quote: copies, and near ones.
    fn places(&self, own: Option<Own<'_>>, quote: &Quote) -> Vec<Place> {
        let text = self.document().text();
        let place = |range: TextRange, errors: usize| {
            let range = self.document().snap(range);
            let is_taken = match own {
                // What is the same to the letter may only be what was the same before.
                Some((old, own)) if errors == 0 && LEAST_TELLING <= quote.exact.len() => {
                    self.alignment(old).is_anothers(range, own)
                }
                Some((old, own)) if errors == 0 => self.alignment(old).is_taken_by_the_same(range, own),
                _ => self.is_taken(own, range),
            };
            Place { range, evidence: Evidence::of(text, range, quote, errors), is_taken }
        };
        let copies = self.seeds().copies(&quote.exact, MOST_COPIES);
        let mut places: Vec<Place> = copies.into_iter().map(|range| place(range, 0)).collect();
        for (range, errors) in self.seeds().alike(quote) {
            let range = whole_words(text, range);
            if !places.iter().any(|other| other.range.overlaps(range)) {
                places.push(place(range, errors));
            }
        }
        places
    }

    fn distance(&self, description: &Description, range: TextRange) -> usize {
        let old = description.position.as_ref().map_or(0, |position| position.start);
        self.document().units().code_point(self.document().text(), range.start()).abs_diff(old)
    }
}

#[cfg(test)]
mod tests;
