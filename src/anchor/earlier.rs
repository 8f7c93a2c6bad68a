//! The text that targets were made on: whole where it was kept, else as far as the words of the marks and
//! those around them tell it. Fifty marks know half of an article, and so they carry each other.

use super::seeds::Seeds;
use super::selector::{Description, Quote, Target};
use crate::text::align::Alignment;
use crate::text::{TextRange, Units};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Stands where the text is not known.
const UNKNOWN: char = '\0';

/// An earlier text.
pub(super) struct Earlier {
    text: Arc<str>,
    /// `None` where the whole text is known.
    parts: Option<Vec<Part>>,
    units: OnceLock<Units>,
    seeds: OnceLock<Seeds>,
    alignment: OnceLock<Alignment>,
}

/// A part of a text that is known, in code points.
struct Part {
    /// In the text that nobody kept.
    place: Range<usize>,
    /// Where it begins in what is known of it.
    start: usize,
}

impl Earlier {
    /// A text that was kept.
    pub(super) fn whole(text: Arc<str>) -> Self {
        Self::knowing(text, None)
    }

    /// What the descriptions of these targets tell of the text that they were made on. What contradicts
    /// an earlier one is left out; `None` if nothing is told.
    pub(super) fn told_by<'a>(targets: impl IntoIterator<Item = &'a Target>) -> Option<Self> {
        let pieces = targets.into_iter().flat_map(|target| &target.pieces);
        let mut told: Vec<Told> = pieces.filter_map(|piece| Told::by(piece.latest()?)).collect();
        told.sort_by(|a, b| (a.start, &b.words).cmp(&(b.start, &a.words)));
        let mut texts: Vec<(usize, Told)> = Vec::new();
        for next in told {
            match texts.last_mut() {
                Some((end, last)) if next.start <= *end => last.join(end, &next),
                _ => texts.push((next.start + next.words.chars().count(), next)),
            }
        }
        let (mut text, mut parts, mut start) = (String::new(), Vec::new(), 0);
        for (end, told) in &texts {
            parts.push(Part { place: told.start..*end, start });
            text.push_str(&told.words);
            text.push_str("\n\0\n");
            start += end - told.start + 3;
        }
        (!parts.is_empty()).then(|| Self::knowing(text.into(), Some(parts)))
    }

    fn knowing(text: Arc<str>, parts: Option<Vec<Part>>) -> Self {
        Self { text, parts, units: OnceLock::new(), seeds: OnceLock::new(), alignment: OnceLock::new() }
    }

    /// Its words, to be looked for.
    pub(super) fn seeds(&self) -> &Seeds {
        self.seeds.get_or_init(|| Seeds::of(&self.text))
    }

    /// What is known of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether all of it is known.
    pub(super) fn is_whole(&self) -> bool {
        self.parts.is_none()
    }

    pub(super) fn is_aligned(&self) -> bool {
        self.alignment.get().is_some()
    }

    /// The alignment with `new`, made once: it must always be the same text.
    pub(super) fn alignment(&self, new: &str) -> &Alignment {
        self.alignment.get_or_init(|| match self.parts {
            None => Alignment::of(&self.text, new),
            Some(_) => Alignment::of_parts(&self.text, UNKNOWN, new),
        })
    }

    /// The passage that was described, in what is known of this text; `None` if the words are others.
    pub(super) fn find(&self, description: &Description) -> Option<TextRange> {
        let position = description.position.clone()?;
        let known = match &self.parts {
            None => position,
            Some(parts) => {
                let after = parts.partition_point(|part| part.place.start <= position.start);
                let part = parts.get(after.checked_sub(1)?)?;
                let shift = |at: usize| at.checked_sub(part.place.start).map(|at| part.start + at);
                let is_known = position.end <= part.place.end;
                shift(position.start).zip(shift(position.end)).filter(|_| is_known).map(|(a, b)| a..b)?
            }
        };
        let units = self.units.get_or_init(|| Units::of(&self.text));
        let range = units.range_from_code_points(&self.text, known)?;
        let words_fit = range.of(&self.text) == description.quote.as_ref().map(|quote| quote.exact.as_str());
        (words_fit && !range.is_empty()).then_some(range)
    }
}

/// Words of a text, and where they stood in it, in code points.
struct Told {
    start: usize,
    words: String,
}

impl Told {
    fn by(description: &Description) -> Option<Self> {
        let (position, quote) = (description.position.clone()?, description.quote.as_ref()?);
        let Quote { exact, prefix, suffix } = quote;
        let start = position.start.checked_sub(prefix.chars().count())?;
        let words = [prefix.as_str(), exact, suffix].concat();
        let is_told = position.len() == exact.chars().count() && !exact.is_empty();
        (is_told && !words.contains(UNKNOWN)).then_some(Self { start, words })
    }

    /// Adds what `next` tells beyond this, whose `end` is given, if they agree.
    fn join(&mut self, end: &mut usize, next: &Self) {
        let n_shared = *end - next.start;
        let at = match n_shared.checked_sub(1) {
            None => self.words.len(),
            Some(nth) => self.words.char_indices().rev().nth(nth).map_or(0, |(at, _)| at),
        };
        let known = &self.words[at..];
        if let Some(more) = next.words.strip_prefix(known) {
            *end += more.chars().count();
            self.words.push_str(more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::describe;
    use crate::document::{Document, DocumentId, Timestamp};

    #[test]
    fn marks_tell_the_text_around_them() {
        let filler = "Nothing else was said of it on that day, and nobody asked. ".repeat(8);
        let old = Document::plain(&format!("The mill closed on Friday. {filler}The army denied it all."));
        let target = |words: &str| {
            let at = old.text().find(words).unwrap();
            let range = TextRange::from_usize(at..at + words.len());
            describe(&old, DocumentId::mint(old.digest()), &[range], Timestamp::default())
        };
        let targets = [target("closed on"), target("denied"), target("mill"), target("army denied it")];
        let told = Earlier::told_by(&targets).unwrap();
        let parts: Vec<&str> = told.text().split(UNKNOWN).map(str::trim).collect();
        assert!(parts[0].starts_with("The mill closed on Friday. Nothing else") && parts.len() == 3);
        assert!(parts[1].ends_with("nobody asked. The army denied it all."));
        for target in &targets {
            let description = target.pieces[0].latest().unwrap();
            let found = told.find(description).unwrap();
            assert_eq!(found.of(told.text()), description.quote.as_ref().map(|quote| quote.exact.as_str()));
        }
    }

    #[test]
    fn what_contradicts_is_left_out() {
        let told = |start: usize, exact: &str, suffix: &str| {
            let quote = Quote { exact: exact.to_owned(), suffix: suffix.to_owned(), ..Quote::default() };
            let position = Some(start..start + exact.chars().count());
            let descriptions = vec![Description { quote: Some(quote), position, ..Description::default() }];
            Target {
                source: DocumentId::mint(crate::document::Digest::of("")),
                pieces: vec![crate::anchor::Piece { descriptions }],
            }
        };
        let targets = [told(0, "one", " two"), told(4, "two", " three"), told(4, "six", " seven")];
        let known = Earlier::told_by(&targets).unwrap();
        assert_eq!(known.text().trim_end(), "one two three\n\0");
        assert!(Earlier::told_by(&[told(0, "o\0e", "")]).is_none());
    }
}
