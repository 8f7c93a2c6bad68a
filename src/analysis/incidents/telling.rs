//! The words that tell one event from others: how much it says that two passages share them.
//!
//! A word says the more the fewer articles have it: its weight is the inverse document frequency of retrieval
//! (Spärck Jones 1972). What most articles of a folder have, and words of no content, weigh nothing.

use std::collections::{HashMap, HashSet};

/// Shorter words tell little in any language that parts words by spaces.
const LEAST_LETTERS: usize = 4;
/// A folder counts as if it had so many articles at least: in three on one event every word is in all.
const LEAST_ARTICLES: usize = 100;
/// A word that more than one in so many articles have tells nothing, in a folder of that many.
const COMMON: usize = 8;
const MANY_ARTICLES: usize = 40;
/// A word that more than one in so many articles of one outlet have is a phrase of that outlet, where it has so many
/// articles: what one calls "Daesh" and another "the extremists" is in all that they print.
const STOCK: usize = 4;
const MANY_OF_OUTLET: usize = 12;

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

/// The numbers of the words that may tell what a passage is about, in their order and each once.
pub(super) type Telling = Vec<u32>;

fn is_general(word: &str) -> bool {
    thread_local! {
        static WORDS: HashSet<&'static str> = GENERAL.split_whitespace().collect();
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

/// Words by number: a word keeps its number whatever comes after it.
#[derive(Debug, Default)]
pub(super) struct Words(HashMap<Box<str>, u32>);

impl Words {
    /// The words of a passage that may tell what event it is about, each by its stem.
    pub(super) fn telling(&mut self, passage: &str) -> Telling {
        let words = passage.split(|c: char| !c.is_alphabetic());
        let words = words.filter(|word| LEAST_LETTERS <= word.chars().count()).map(str::to_lowercase);
        let words = words.filter(|word| !is_general(word));
        let mut all: Telling = words.map(|word| self.number(stem(&word))).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.0.get(word) {
            return *number;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(word.into(), number);
        number
    }
}

/// How many words are in both.
pub(super) fn n_shared(one: &[u32], other: &[u32]) -> usize {
    shared_of(one, other).count()
}

/// The words that are in both.
fn shared_of<'a>(one: &'a [u32], other: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    few.iter().copied().filter(|word| many.binary_search(word).is_ok())
}

/// What each word of a folder weighs.
#[derive(Debug, Default)]
pub(super) struct Weights(Vec<f32>);

impl Weights {
    /// By the words of each article and its outlet.
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts")]
    pub(super) fn of<'a>(articles: impl Iterator<Item = (&'a str, &'a Telling)>) -> Self {
        let mut n_having: Vec<usize> = Vec::new();
        let mut n_articles = 0_usize;
        let mut outlets: HashMap<&str, Vec<&Telling>> = HashMap::new();
        for (outlet, words) in articles {
            n_articles += 1;
            outlets.entry(outlet).or_default().push(words);
            for &word in words {
                let word = word as usize;
                if n_having.len() <= word {
                    n_having.resize(word + 1, 0);
                }
                n_having[word] += 1;
            }
        }
        let n = n_articles.max(LEAST_ARTICLES) as f32;
        let weight = |n_having: usize| {
            let is_common = MANY_ARTICLES <= n_articles && n_articles < COMMON.saturating_mul(n_having);
            // In parts of 64, so that sums are the same in whatever order.
            let whole = if is_common || n_having == 0 { 0.0 } else { (n / n_having as f32).ln().max(0.0) };
            (whole * 64.0).round() / 64.0
        };
        let mut weights: Vec<f32> = n_having.into_iter().map(weight).collect();
        let large = outlets.iter().filter(|(outlet, articles)| {
            MANY_ARTICLES <= n_articles && MANY_OF_OUTLET <= articles.len() && !outlet.is_empty()
        });
        for word in large.flat_map(|(_, articles)| stock(articles)) {
            weights[word as usize] = 0.0;
        }
        Self(weights)
    }

    /// How much words weigh.
    pub(super) fn whole(&self, words: &[u32]) -> f32 {
        words.iter().map(|word| self.weight(*word)).sum()
    }

    /// How much the words weigh that both have.
    pub(super) fn shared(&self, one: &[u32], other: &[u32]) -> f32 {
        shared_of(one, other).map(|word| self.weight(word)).sum()
    }

    fn weight(&self, word: u32) -> f32 {
        self.0.get(word as usize).copied().unwrap_or_default()
    }
}

/// The words that many articles of one outlet have.
fn stock(articles: &[&Telling]) -> Vec<u32> {
    let mut all: Vec<u32> = articles.iter().flat_map(|words| words.iter().copied()).collect();
    all.sort_unstable();
    let runs = all.chunk_by(|one, other| one == other);
    let is_stock = |run: &&[u32]| articles.len() < STOCK.saturating_mul(run.len());
    runs.filter(is_stock).filter_map(|run| run.first().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_few_articles_have_weighs_more_than_what_many_have() {
        let mut words = Words::default();
        let article = |nth: usize| {
            let place = if nth < 2 { "a bakery" } else { "a street" };
            format!("A motorbike exploded outside {place}, killing many people")
        };
        let articles: Vec<Telling> = (0..50).map(|nth| words.telling(&article(nth))).collect();
        let weights = Weights::of(articles.iter().map(|words| ("", words)));
        let bombing = words.telling("the bombings at the bakery");
        assert!(3.0 < weights.shared(&bombing, &words.telling("Bakery hit, 12 killed")));
        // What all have says nothing, nor do the words of every report.
        assert_eq!(weights.whole(&words.telling("an exploded motorbike killed four people")), 0.0);
        assert_eq!(n_shared(&bombing, &words.telling("four people were killed")), 0);
    }

    #[test]
    fn what_one_outlet_prints_in_all_it_has_tells_nothing() {
        let mut words = Words::default();
        let articles: Vec<Telling> = (0..100)
            .map(|nth| words.telling(if nth % 20 == 0 { "the Daesh raid on the bakery" } else { "quiet" }))
            .collect();
        let by = |n_outlets: usize| {
            let outlets: Vec<String> = (0..100).map(|nth| (nth % n_outlets).to_string()).collect();
            Weights::of(outlets.iter().map(String::as_str).zip(&articles))
        };
        let daesh = Words::telling(&mut words, "Daesh");
        // One in five of the first outlet, of which there are as many articles.
        assert!(0.0 < by(4).whole(&daesh));
        // One in one.
        let telling: Vec<(&str, Telling)> = (0..100)
            .map(|nth| {
                (if nth % 5 == 0 { "a" } else { "b" }, articles[if nth % 10 == 0 { 0 } else { 1 }].clone())
            })
            .collect();
        let weights = Weights::of(telling.iter().map(|(outlet, words)| (*outlet, words)));
        assert_eq!(weights.whole(&daesh), 0.0);
    }
}
