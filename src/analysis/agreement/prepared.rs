//! Texts made ready to be compared: what each person covered by tag, and where the strata of intervals begin.

use super::gamma;
use super::marked::{Mark, Marked, Text};
use super::unit::Unit;
use super::{unitizing, words};
use crate::layer::{Annotator, TagId};
use std::collections::BTreeSet;
use std::ops::Range;

/// With so many texts each is drawn as a whole for intervals; with fewer, their paragraphs.
const FEWEST_ARTICLES: usize = 10;

/// All tags that anybody used, by slug.
pub(super) fn tags_in(texts: &[Text]) -> Vec<TagId> {
    let marks = texts.iter().flat_map(|text| &text.people).flat_map(|marked| &marked.marks);
    let tags: BTreeSet<&TagId> = marks.flat_map(|mark| &mark.tags).collect();
    tags.into_iter().cloned().collect()
}

/// One text; scope 0 is everything, the others are tags by their number.
pub(super) struct Prepared<'a> {
    length: usize,
    /// Where its strata begin: one for each paragraph.
    starts: Vec<usize>,
    /// To which of them each word belongs.
    word_strata: Vec<usize>,
    /// By the number of the person; `None`: who did not mark it.
    people: Vec<Option<Person<'a>>>,
}

/// What one person marked in it.
pub(super) struct Person<'a> {
    /// By scope.
    pub(super) marks: Vec<Vec<&'a Mark>>,
    /// What they cover, by scope.
    pub(super) units: Vec<Vec<Range<usize>>>,
    /// Which words they cover, by scope.
    pub(super) words: Vec<Vec<bool>>,
    /// For γ.
    pub(super) kinds: Vec<Unit>,
}

impl<'a> Prepared<'a> {
    pub(super) fn of(text: &'a Text, people: &[Annotator], tags: &[TagId]) -> Self {
        let mut starts: Vec<usize> = text.paragraphs.iter().map(|paragraph| paragraph.start).collect();
        starts.sort_unstable();
        starts.dedup();
        match starts.first_mut() {
            Some(first) => *first = 0,
            None => starts.push(0),
        }
        let word_strata = text.words.iter().map(|word| stratum(&starts, word.start)).collect();
        let marks = text.people.iter().flat_map(|marked| &marked.marks);
        let kinds: BTreeSet<&[TagId]> = marks.map(|mark| mark.tags.as_slice()).collect();
        let person = |person: &Annotator| {
            text.of_person(person).map(|marked| Person::of(marked, &text.words, tags, &kinds))
        };
        Self { length: text.length, starts, word_strata, people: people.iter().map(person).collect() }
    }
}

impl<'a> Person<'a> {
    fn of(marked: &'a Marked, all: &[Range<usize>], tags: &[TagId], kinds: &BTreeSet<&[TagId]>) -> Self {
        let scopes = || std::iter::once(None).chain(tags.iter().map(Some));
        let with = |tag: Option<&TagId>| {
            let marks = marked.marks.iter().filter(|mark| tag.is_none_or(|tag| mark.has_tag(tag)));
            marks.collect::<Vec<&Mark>>()
        };
        let units: Vec<_> = scopes().map(|tag| unitizing::units(&marked.marks, tag)).collect();
        let marks: Vec<_> = scopes().map(with).collect();
        Self {
            kinds: gamma::units(&marks[0], kinds),
            words: units.iter().map(|units| words::covered(all, units)).collect(),
            marks,
            units,
        }
    }
}

/// The stratum of a place.
fn stratum(starts: &[usize], at: usize) -> usize {
    starts.partition_point(|&start| start <= at).saturating_sub(1)
}

/// Some people in the texts that all of them marked, with the strata of these.
pub(super) struct Group<'a> {
    pub(super) members: Vec<Member<'a>>,
    pub(super) n_strata: usize,
    pub(super) n_people: usize,
}

/// One of these texts.
pub(super) struct Member<'a> {
    pub(super) people: Vec<&'a Person<'a>>,
    pub(super) length: usize,
    /// Where its strata begin, and their numbers.
    pub(super) starts: &'a [usize],
    pub(super) rows: Vec<usize>,
    /// The numbers of the strata of its words.
    pub(super) word_rows: Vec<usize>,
}

impl<'a> Group<'a> {
    /// Whether so many texts are drawn as wholes.
    pub(super) fn is_of_articles(n_texts: usize) -> bool {
        FEWEST_ARTICLES <= n_texts
    }

    pub(super) fn of(prepared: &'a [Prepared<'a>], texts: &[usize], people: &[usize]) -> Self {
        let mut members = Vec::new();
        let found = texts.iter().filter_map(|&nth| prepared.get(nth)).filter_map(|text| {
            let person = |&nth: &usize| text.people.get(nth)?.as_ref();
            Some((text, people.iter().map(person).collect::<Option<Vec<&Person<'_>>>>()?))
        });
        let found: Vec<_> = found.collect();
        let is_of_articles = Self::is_of_articles(found.len());
        let mut n_strata = 0;
        for (text, people) in found {
            let rows: Vec<usize> = match is_of_articles {
                true => vec![n_strata; text.starts.len()],
                false => (n_strata..n_strata + text.starts.len()).collect(),
            };
            n_strata = rows.last().map_or(n_strata, |last| last + 1);
            let word_rows = text.word_strata.iter().map(|&nth| rows[nth]).collect();
            members.push(Member { people, length: text.length, starts: &text.starts, rows, word_rows });
        }
        Self { members, n_strata, n_people: people.len() }
    }
}

impl Member<'_> {
    /// The number of the stratum of a place.
    pub(super) fn stratum(&self, at: usize) -> usize {
        self.rows[stratum(self.starts, at)]
    }
}
