//! From a description to a place: the ladder, strictest evidence first, and never a silent guess.
//!
//! 1. the same text: the position, with the quote verified;
//! 2. exactly one occurrence of the quote with both contexts;
//! 3. a word diff from the kept text, both ends mapped independently;
//! 4. and 5. the quote by edit distance, scored with its contexts, accepted only above a floor *and*
//!    with a lead over the runner-up, and never in a region that other old text became;
//! 6. orphan, with the best guess.

use super::approximate;
use super::diff::Alignment;
use super::placement::{Candidate, Passage, Placement, Score};
use super::selector::{Description, Piece, Quote, Target};
use crate::document::Document;
use crate::text::TextRange;
use crate::text::search::{Case, Folded};
use std::collections::BTreeMap;

/// Below this score a place is a guess, not a placement.
const FLOOR: Score = Score(700);
/// By how much the best place must beat the next.
const LEAD: u16 = 100;
/// The longest product of text and quote, in characters squared, that a search by edit distance may
/// cost: a second or so.
const MOST_STEPS: usize = 400_000_000;

/// Where `target` is in `document`. `earlier` is the text that the description was made from, if it
/// was kept: it is what makes placing in a changed text reliable.
pub fn place(document: &Document, target: &Target, earlier: Option<&str>) -> Placement {
    Placer::new(document, earlier).place(target)
}

/// Places many targets in one document: the folded view and the diff are made once.
pub struct Placer<'a> {
    document: &'a Document,
    earlier: Option<&'a str>,
    folded: Option<Folded>,
    alignment: Option<Alignment>,
    once: BTreeMap<String, Vec<TextRange>>,
}

/// Where one piece landed.
enum Landed {
    Exact(TextRange),
    Moved(TextRange),
    Changed(TextRange, Score),
    Ambiguous(Vec<(TextRange, Score)>),
    Gone(Option<(TextRange, Score)>),
}

impl<'a> Placer<'a> {
    /// A placer for `document`; `earlier` as for [`place`].
    pub fn new(document: &'a Document, earlier: Option<&'a str>) -> Self {
        Self { document, earlier, folded: None, alignment: None, once: BTreeMap::new() }
    }

    /// Where `target` is. A mark of several pieces takes the worst of their placements.
    pub fn place(&mut self, target: &Target) -> Placement {
        let landed: Vec<Landed> = target.pieces.iter().map(|piece| self.place_piece(piece)).collect();
        join(landed)
    }

    fn place_piece(&mut self, piece: &Piece) -> Landed {
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
        if let Some(range) = self.unique_in_context(quote) {
            return Landed::Moved(range);
        }
        if let Some(landed) = self.by_diff(description, quote) {
            return landed;
        }
        self.by_search(description, quote)
    }

    /// Rung 1. With another digest the position is no evidence, even where the words fit: fifty "he
    /// said" fit everywhere. A description without a digest is believed if the contexts fit too.
    fn at_position(&self, description: &Description) -> Option<TextRange> {
        let text = self.document.text();
        let range = self.document.units().range_from_code_points(text, description.position.clone()?)?;
        let quote = description.quote.as_ref()?;
        let words_fit = range.of(text) == Some(quote.exact.as_str());
        let contexts_fit = || {
            text[..range.start().to_usize()].ends_with(&quote.prefix)
                && text[range.end().to_usize()..].starts_with(&quote.suffix)
        };
        let same_text = description.digest == Some(self.document.digest());
        (!range.is_empty() && words_fit && (same_text || contexts_fit())).then_some(range)
    }

    /// A position without words can only be believed in the same text.
    fn without_words(&self, description: &Description) -> Landed {
        let text = self.document.text();
        let same_text = description.digest == Some(self.document.digest());
        let range =
            description.position.clone().and_then(|p| self.document.units().range_from_code_points(text, p));
        match range {
            Some(range) if same_text && !range.is_empty() => Landed::Exact(range),
            _ => Landed::Gone(None),
        }
    }

    /// Rung 2, in the folded view.
    fn unique_in_context(&mut self, quote: &Quote) -> Option<TextRange> {
        let whole = format!("{}{}{}", quote.prefix, quote.exact, quote.suffix);
        let mut places = self
            .occurrences(&quote.exact)
            .into_iter()
            .filter(|&range| context_score(self.document.text(), range, quote) == (1000, 1000));
        let place = places.next()?;
        // Contexts that are both empty are no evidence but in a text that is the quote.
        let says_something = quote.exact.len() < whole.len() || TextRange::all(self.document.text()) == place;
        (places.next().is_none() && says_something).then_some(place)
    }

    fn occurrences(&mut self, exact: &str) -> Vec<TextRange> {
        if let Some(known) = self.once.get(exact) {
            return known.clone();
        }
        let folded = self.folded.get_or_insert_with(|| Folded::of(self.document.text(), Case::Kept));
        let found = folded.find_all(exact, Case::Kept);
        self.once.insert(exact.to_owned(), found.clone());
        found
    }

    /// Rung 3.
    fn by_diff(&mut self, description: &Description, quote: &Quote) -> Option<Landed> {
        let (old, range) = self.in_earlier(description)?;
        let new = self.document.text();
        let alignment = self.alignment.get_or_insert_with(|| Alignment::of(old, new));
        let mapped = alignment.map(old, range)?;
        let place = self.document.snap(mapped.range);
        if fold(place.of(new)?) == fold(&quote.exact) {
            return Some(Landed::Moved(place));
        }
        let (before, after) = context_score(new, place, quote);
        let score = Score((mapped.kept / 2 + (before + after) / 4).max(500));
        Some(Landed::Changed(place, score))
    }

    /// The kept text and the passage in it, if it is the text that the description was made from.
    fn in_earlier(&self, description: &Description) -> Option<(&'a str, TextRange)> {
        let old = self.earlier?;
        let units = crate::text::Units::of(old);
        let range = units.range_from_code_points(old, description.position.clone()?)?;
        let words_fit = range.of(old) == description.quote.as_ref().map(|quote| quote.exact.as_str());
        (words_fit && !range.is_empty()).then_some((old, range))
    }

    /// Rungs 4 to 6.
    fn by_search(&mut self, description: &Description, quote: &Quote) -> Landed {
        let mut places = self.candidates(quote);
        places.sort_by_key(|&(range, score)| {
            (std::cmp::Reverse(score), self.distance(description, range), range.start())
        });
        let text = self.document.text();
        let mut free = places.clone();
        if let (Some(_), Some(alignment)) = (self.in_earlier(description), &self.alignment) {
            free.retain(|&(range, _)| !alignment.is_taken(text, range));
        }
        let Some(&(best, score)) = free.first() else { return Landed::Gone(places.first().copied()) };
        if score < FLOOR {
            return Landed::Gone(Some((best, score)));
        }
        let rivals: Vec<_> = free.iter().copied().filter(|&(_, other)| score.0 < other.0 + LEAD).collect();
        if 1 < rivals.len() {
            return Landed::Ambiguous(rivals);
        }
        if fold(best.of(text).unwrap_or_default()) == fold(&quote.exact) {
            Landed::Moved(best)
        } else {
            Landed::Changed(best, score)
        }
    }

    /// All places that resemble the quote, with their scores: exact copies, else near ones.
    fn candidates(&mut self, quote: &Quote) -> Vec<(TextRange, Score)> {
        let text = self.document.text();
        let copies = self.occurrences(&quote.exact);
        let length = quote.exact.chars().count();
        let mut found: Vec<(TextRange, Score)> =
            copies.into_iter().map(|range| (range, score(text, range, quote, 0, length))).collect();
        if text.len().saturating_mul(length) <= MOST_STEPS {
            let near = approximate::find(text, &quote.exact, length * 2 / 5);
            let near = near.into_iter().map(|near| (self.document.snap(near.range), near.errors));
            for (range, errors) in near {
                if 0 < errors && !found.iter().any(|(other, _)| other.overlaps(range)) {
                    found.push((range, score(text, range, quote, errors, length)));
                }
            }
        }
        found
    }

    fn distance(&self, description: &Description, range: TextRange) -> usize {
        let old = description.position.as_ref().map_or(0, |position| position.start);
        self.document.units().code_point(self.document.text(), range.start()).abs_diff(old)
    }
}

/// How well a place fits, in thousandths: six parts words, two parts each context. A short quote
/// without context is weak evidence even when it fits to the letter.
fn score(text: &str, range: TextRange, quote: &Quote, errors: usize, length: usize) -> Score {
    let words = 1000_usize.saturating_sub(errors * 1000 / length.max(1));
    let (before, after) = context_score(text, range, quote);
    let context = usize::from(before.max(after));
    let sum = (6 * words + 2 * usize::from(before) + 2 * usize::from(after)) / 10;
    // A long quote speaks for itself: 24 characters as they were are evidence enough.
    let own_weight = if 24 <= length { words.saturating_sub(150) } else { words * context / 1000 };
    Score(u16::try_from(sum.max(own_weight)).unwrap_or(1000))
}

/// How much of each context stands around `range`, from its inner end outwards, in thousandths.
fn context_score(text: &str, range: TextRange, quote: &Quote) -> (u16, u16) {
    let before = text.get(..range.start().to_usize()).unwrap_or_default();
    let after = text.get(range.end().to_usize()..).unwrap_or_default();
    let reach = |side: &str| 2 * side.len() + 16;
    let near_before =
        &before[before.floor_char_boundary(before.len().saturating_sub(reach(&quote.prefix)))..];
    let near_after = &after[..after.floor_char_boundary(reach(&quote.suffix))];
    let prefix = share(fold(&quote.prefix).chars().rev(), fold(near_before).chars().rev(), before.is_empty());
    let suffix = share(fold(&quote.suffix).chars(), fold(near_after).chars(), after.is_empty());
    (prefix, suffix)
}

/// The share of `wanted` that `there` begins with. An empty context fits only the end of the text.
fn share(wanted: impl Iterator<Item = char> + Clone, there: impl Iterator<Item = char>, at_end: bool) -> u16 {
    let length = wanted.clone().count();
    if length == 0 {
        return if at_end { 1000 } else { 0 };
    }
    let same = wanted.zip(there).take_while(|(a, b)| a == b).count();
    u16::try_from(same * 1000 / length).unwrap_or(1000)
}

fn fold(text: &str) -> String {
    Folded::of(text, Case::Kept).text().to_owned()
}

/// One placement from those of the pieces.
fn join(landed: Vec<Landed>) -> Placement {
    if let [Landed::Ambiguous(places)] = landed.as_slice() {
        return Placement::Ambiguous(places.iter().map(|&(range, score)| candidate(range, score)).collect());
    }
    let (mut pieces, mut worst, mut is_moved, mut is_changed, mut is_lost) =
        (Vec::new(), Score(1000), false, false, landed.is_empty());
    for piece in landed {
        match piece {
            Landed::Exact(range) => pieces.push(range),
            Landed::Moved(range) => {
                is_moved = true;
                pieces.push(range);
            }
            Landed::Changed(range, score) => {
                is_changed = true;
                worst = worst.min(score);
                pieces.push(range);
            }
            Landed::Ambiguous(places) => {
                is_lost = true;
                pieces.extend(places.first().map(|place| place.0));
            }
            Landed::Gone(guess) => {
                is_lost = true;
                worst = worst.min(guess.map_or(Score(0), |guess| guess.1));
                pieces.extend(guess.map(|guess| guess.0));
            }
        }
    }
    // Pieces in another order than before need a look.
    let is_disordered = pieces.windows(2).any(|pair| pair[1].start() < pair[0].start());
    let passage = Passage::new(pieces);
    match (is_lost, is_changed || is_disordered && is_moved, is_moved) {
        (true, ..) => {
            let best_guess = (!passage.is_empty()).then_some(Candidate { passage, score: worst });
            Placement::Orphaned { best_guess }
        }
        (_, true, _) => Placement::Changed { to: passage, score: worst },
        (_, _, true) => Placement::Moved { to: passage },
        _ => Placement::Exact(passage),
    }
}

fn candidate(range: TextRange, score: Score) -> Candidate {
    Candidate { passage: Passage::from(range), score }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::describe;
    use crate::document::{DocumentId, Timestamp};
    use crate::text::marks;
    use proptest::prelude::*;

    fn land(old_marked: &str, new: &str, keep: bool) -> String {
        let (old, ranges) = marks::parse(old_marked);
        let (old, new) = (Document::plain(&old), Document::plain(new));
        let target = describe(&old, DocumentId::mint(old.digest()), &ranges, Timestamp::default());
        let placement = place(&new, &target, keep.then_some(old.text()));
        let pieces = placement.passage().map_or(&[][..], Passage::pieces);
        format!("{}: {}", placement.name(), marks::show(new.text(), pieces))
    }

    fn check(old_marked: &str, new: &str, expected: &str) {
        assert_eq!(land(old_marked, new, true), expected, "with the kept text");
    }

    #[test]
    fn an_insertion_before_moves_a_mark() {
        check(
            "The army <|denied|> it.",
            "On Monday the army fell. The army denied it.",
            "moved: On Monday the army fell. The army <|denied|> it.",
        );
    }

    #[test]
    fn an_edited_passage_is_changed_until_confirmed() {
        check(
            "Police said <|three men were held|>.",
            "On Tuesday the police confirmed that three men are held.",
            "changed: On Tuesday the police confirmed that <|three men are held|>.",
        );
    }

    #[test]
    fn a_corrected_number_does_not_jump_to_an_old_copy() {
        check(
            "Today <|seven people died|> in the north.\n\nThe vote is on Monday, they said.\n\nYesterday seven people died in the south.",
            "Today nine people died in the north.\n\nThe vote is on Monday, they said.\n\nYesterday seven people died in the south.",
            "changed: Today <|nine people died|> in the north.\n\nThe vote is on Monday, they said.\n\nYesterday seven people died in the south.",
        );
    }

    #[test]
    fn a_deleted_passage_is_an_orphan() {
        check(
            "<|A disgrace.|> The vote is on Monday.",
            "The vote is on Monday.",
            "orphaned: The vote is on Monday.",
        );
        assert_eq!(
            land("<|A disgrace.|> The vote is on Monday.", "The vote is on Monday.", false),
            "orphaned: The vote is on Monday."
        );
    }

    #[test]
    fn a_repeated_quote_without_its_text_is_ambiguous() {
        let new = "x he said y. x he said y.";
        assert!(
            land("One <|he said|> two.", new, false).starts_with("orphaned")
                || land("One <|he said|> two.", new, false).starts_with("ambiguous")
        );
    }

    #[test]
    fn line_ends_quotes_and_composition_do_not_matter() {
        check(
            "He said <|“café”|> twice.",
            "He\nsaid \"cafe\u{301}\" twice.",
            "moved: He\nsaid <|\"cafe\u{301}\"|> twice.",
        );
    }

    proptest! {
        #[test]
        fn what_is_described_is_found_exactly(text in "([a-c]{1,3}[ .\n]|é|👩\u{200d}🚒){1,60}", a in 0..300_usize, b in 0..300_usize) {
            let document = Document::plain(&text);
            let range = document.snap(TextRange::from_usize(a.min(b)..a.max(b)));
            prop_assume!(!range.is_empty());
            let target = describe(&document, DocumentId::mint(document.digest()), &[range], Timestamp::default());
            prop_assert_eq!(place(&document, &target, None), Placement::Exact(range.into()));
        }

        #[test]
        fn placing_never_panics_and_never_cuts_a_cluster(old in "([a-c]{1,3}[ .\n]|é|👩\u{200d}🚒){1,40}", new in "([a-c]{1,3}[ .\n]|é|👩\u{200d}🚒){0,40}", a in 0..200_usize, b in 0..200_usize) {
            let (old, new) = (Document::plain(&old), Document::plain(&new));
            let range = old.snap(TextRange::from_usize(a.min(b)..a.max(b)));
            prop_assume!(!range.is_empty());
            let target = describe(&old, DocumentId::mint(old.digest()), &[range], Timestamp::default());
            for earlier in [None, Some(old.text())] {
                if let Some(passage) = place(&new, &target, earlier).passage() {
                    for &piece in passage.pieces() {
                        prop_assert_eq!(new.snap(piece), piece);
                    }
                }
            }
        }
    }

    #[test]
    fn positions_out_of_range_count_as_missing() {
        let document = Document::plain("The army denied it.");
        let mut target = describe(
            &document,
            DocumentId::mint(document.digest()),
            &[TextRange::from_usize(9..15)],
            Timestamp::default(),
        );
        target.pieces[0].descriptions[0].position = Some(500..700);
        assert_eq!(place(&document, &target, None).name(), "moved");
    }
}
