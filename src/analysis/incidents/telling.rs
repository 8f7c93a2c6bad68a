//! The words that tell one event from others: how much it says that two passages share them.
//!
//! A word says the more the fewer articles have it: its weight is the inverse document frequency of retrieval
//! (Spärck Jones 1972). What most articles of a folder have, and words of no content, weigh nothing.

use std::collections::{BTreeSet, HashMap};

/// Shorter words tell little in any language that parts words by spaces.
const LEAST_LETTERS: usize = 4;
/// A folder counts as if it had so many articles at least: in three on one event every word is in all.
const LEAST_ARTICLES: usize = 100;
/// A word that more than one in so many articles have tells nothing, in a folder of that many.
const COMMON: usize = 8;
const MANY_ARTICLES: usize = 40;

/// Words of casualty reports, and of no content, that tell no event from another.
const GENERAL: &str = "
    about according accor after against agency also among another around army attack attacks been before being
    between body bodies casualties casualty child children citizen citizens civilian civilians correspondent could
    days dead death deaths died dies dozen dozens down during each earlier eight eleven fighter fighters five force
    forces four from group groups have having head hundred hundreds hurt includ injur into their injuries kill killed
    killing kills last later least left less life live lives many media member members militant militants million
    monday monitor month more most much nearly news nine number official officials only other others over people
    person persons police rebel rebels regime government report reported reporter reports said saturday saying says
    seven several since some source sources spokesman state statement such sunday tell terrorist terrorists than that
    them then there these they this those thousand thousands three through thursday time told toll tuesday twelve
    twenty under until upon victim victims wednesday week were what when where which while whom will with within
    without woman women would wounded wounding wound wounds yesterday years january february march april june july
    august september october november december friday
    ante antes cada como contra cuando cuatro dado dijo dice donde durante ellos entre estaba este esta fueron
    gente haber había hace hacia hasta heridos herido hombres más menos mientras muchos muerto muertos mujeres niños
    otras otros para pero personas personas porque según siete sobre también tras tres unas unos víctimas";

/// The words of a passage that may tell what event it is about, each by its stem and once.
pub(super) fn telling(passage: &str) -> BTreeSet<Box<str>> {
    let words =
        passage.split(|c: char| !c.is_alphabetic()).filter(|word| LEAST_LETTERS <= word.chars().count());
    let words = words.map(str::to_lowercase).filter(|word| !is_general(word));
    words.map(|word| stem(&word).into()).collect()
}

fn is_general(word: &str) -> bool {
    thread_local! {
        static WORDS: BTreeSet<&'static str> = GENERAL.split_whitespace().collect();
    }
    WORDS.with(|words| words.contains(word))
}

/// Without the endings of English that one event is told with: "bombing", "bombed", "bombs".
fn stem(word: &str) -> &str {
    let ending = ["ings", "ing", "ers", "er", "ies", "es", "s", "ed"]
        .into_iter()
        .find(|ending| word.strip_suffix(ending).is_some_and(|rest| LEAST_LETTERS <= rest.chars().count()));
    ending.and_then(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// The words of a folder by number, with their weights.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
    n_having: Vec<u32>,
    n_articles: usize,
}

impl Vocabulary {
    /// Takes in the words of one more article, all that are told of it.
    pub(super) fn add(&mut self, words: &BTreeSet<Box<str>>) {
        self.n_articles += 1;
        for word in words {
            let number = match self.numbers.get(word) {
                Some(number) => *number,
                None => {
                    let number = u32::try_from(self.n_having.len()).unwrap_or(u32::MAX);
                    self.numbers.insert(word.clone(), number);
                    self.n_having.push(0);
                    number
                }
            };
            if let Some(n) = self.n_having.get_mut(number as usize) {
                *n += 1;
            }
        }
    }

    /// Words with their weights, by number; those that weigh nothing are left out.
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts")]
    pub(super) fn weighed(&self, words: &BTreeSet<Box<str>>) -> Weighed {
        let n = self.n_articles.max(LEAST_ARTICLES) as f32;
        let weight = |word: &Box<str>| {
            let number = *self.numbers.get(word)?;
            let n_having = *self.n_having.get(number as usize)?;
            let is_common = MANY_ARTICLES <= self.n_articles
                && self.n_articles < COMMON.saturating_mul(n_having as usize);
            (!is_common).then(|| (number, (n / n_having.max(1) as f32).ln().max(0.0)))
        };
        let mut all: Vec<(u32, f32)> = words.iter().filter_map(weight).collect();
        all.sort_unstable_by_key(|(number, _)| *number);
        let whole = all.iter().map(|(_, weight)| weight).sum();
        Weighed { all, whole }
    }
}

/// Words with their weights.
#[derive(Clone, Debug, Default)]
pub(super) struct Weighed {
    all: Vec<(u32, f32)>,
    whole: f32,
}

impl Weighed {
    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How much the words weigh that both have.
    pub(super) fn shared(&self, other: &Self) -> f32 {
        let (mut ours, mut theirs) = (self.all.iter().peekable(), other.all.iter().peekable());
        let mut shared = 0.0;
        while let (Some((one, weight)), Some((two, _))) = (ours.peek(), theirs.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => ours.next(),
                std::cmp::Ordering::Greater => theirs.next(),
                std::cmp::Ordering::Equal => {
                    shared += weight;
                    ours.next();
                    theirs.next()
                }
            };
        }
        shared
    }

    /// The same as a share of the one that has less.
    pub(super) fn share(&self, other: &Self) -> f32 {
        self.shared(other) / self.whole.min(other.whole).max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_few_articles_have_weighs_more_than_what_many_have() {
        let mut words = Vocabulary::default();
        for nth in 0..50 {
            let place = if nth < 2 { "a bakery" } else { "a street" };
            words.add(&telling(&format!("A motorbike exploded outside {place}, killing many people")));
        }
        let of = |passage: &str| words.weighed(&telling(passage));
        let bombing = of("the bombings at the bakery");
        assert!(3.0 < bombing.shared(&of("Bakery hit, 12 killed")));
        // What all have says nothing, nor do the words of every report.
        assert!(of("an exploded motorbike killed four people").is_empty());
        assert_eq!(bombing.shared(&of("four people were killed")), 0.0);
    }
}
