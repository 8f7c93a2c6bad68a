//! What one article tells of one event: its own grouping, before other articles are looked at.

use super::Account;
use super::place::Places;
use super::telling::{Telling, Words, n_shared};
use std::cmp::Reverse;
use std::sync::Arc;

/// Figures so near each other tell of one event, where nothing speaks against it; in bytes.
const NEAR: usize = 200;
/// So many words in common say that passages of one article are about one event.
const LEAST_SHARED: usize = 2;
/// Smaller counts are the same by chance.
const LEAST_SAME: u64 = 3;

/// Accounts of one article that tell of one event.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    pub accounts: Vec<Arc<Account>>,
    /// The words that tell what event it is: of the passages, and of the title where it is about that.
    pub words: Telling,
    /// Those of the passages alone.
    pub own: Telling,
    /// The places that its accounts lead to, by number.
    pub places: Vec<usize>,
    /// The places of its article, where passages name another.
    pub others: Vec<usize>,
    /// The words of the passages, one for each account.
    passages: Vec<Telling>,
}

/// What one article tells.
#[derive(Debug, Default)]
pub(super) struct Article {
    /// What it was made of.
    pub accounts: Vec<Arc<Account>>,
    /// Who published it.
    pub outlet: Arc<str>,
    /// In the order of the text.
    pub scenes: Vec<Arc<Scene>>,
    /// The words of all of them.
    pub words: Telling,
}

impl Scene {
    /// How well an account belongs to it; `None` where it does not.
    fn fits(&self, account: &Account, words: &[u32], places: &mut Places) -> Option<impl Ord + use<>> {
        let speaks_against = |other: &Arc<Account>| {
            other.is_other_count(account)
                || other.is_far_from(account)
                || !is_together(other, account, places)
        };
        if self.accounts.iter().any(speaks_against) {
            return None;
        }
        let is_of_mark = self.accounts.iter().any(|other| other.mark == account.mark);
        let number = account.number().filter(|number| LEAST_SAME <= *number);
        let is_same = number.is_some()
            && self.accounts.iter().any(|other| other.outcome == account.outcome && other.number() == number);
        let shared = self.passages.iter().map(|own| n_shared(own, words)).max().unwrap_or_default();
        let distance = self.accounts.iter().map(|other| other.at.abs_diff(account.at)).min()?;
        let fits = is_of_mark || is_same || LEAST_SHARED <= shared || distance < NEAR;
        fits.then_some((is_of_mark, is_same, shared, Reverse(distance.min(4 * NEAR) / (NEAR / 4))))
    }
}

impl Article {
    /// The scenes of an article whose accounts these are.
    pub(super) fn of(accounts: Vec<Arc<Account>>, places: &mut Places, words: &mut Words) -> Self {
        let mut in_order = accounts.clone();
        in_order.sort_by_key(|account| (account.at, account.mark, account.nth));
        let mut scenes: Vec<Scene> = Vec::new();
        let mut told: Option<(Box<str>, Telling)> = None;
        for account in in_order {
            // Figures of one mark have one passage.
            let passage = match told.take().filter(|(quote, _)| *quote == account.quote) {
                Some((_, passage)) => passage,
                None => words.telling(&account.quote),
            };
            told = Some((account.quote.clone(), passage.clone()));
            match best(&scenes, &account, &passage, places).and_then(|nth| scenes.get_mut(nth)) {
                Some(scene) => {
                    scene.accounts.push(account);
                    scene.passages.push(passage);
                }
                None => scenes.push(Scene {
                    accounts: vec![account],
                    words: Telling::new(),
                    own: Telling::new(),
                    places: Vec::new(),
                    others: Vec::new(),
                    passages: vec![passage],
                }),
            }
        }
        for (nth, scene) in scenes.iter_mut().enumerate() {
            scene.words = scene.passages.iter().flatten().copied().collect();
            scene.own.clone_from(&scene.words);
            let title = scene.accounts.first().map(|account| Arc::clone(&account.title)).unwrap_or_default();
            if nth == 0 || scene.accounts.iter().any(|account| is_in_title(account, &title)) {
                scene.words.append(&mut words.telling(&title));
            }
            scene.words.sort_unstable();
            scene.words.dedup();
            scene.places = numbers(&scene.accounts, |account| &account.place, places);
            scene.others = numbers(&scene.accounts, |account| &account.other_place, places);
        }
        let mut all: Telling = scenes.iter().flat_map(|scene| &scene.words).copied().collect();
        all.sort_unstable();
        all.dedup();
        let outlet = accounts.first().map(|first| Arc::clone(&first.outlet)).unwrap_or_default();
        Self { accounts, outlet, scenes: scenes.into_iter().map(Arc::new).collect(), words: all }
    }
}

/// The places that accounts name, each once and in order.
fn numbers(accounts: &[Arc<Account>], place: impl Fn(&Account) -> &str, places: &mut Places) -> Vec<usize> {
    let mut numbers: Vec<usize> =
        accounts.iter().filter_map(|account| places.number(place(account))).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The scene that an account belongs to best.
fn best(scenes: &[Scene], account: &Account, words: &[u32], places: &mut Places) -> Option<usize> {
    let mut best = None;
    for (nth, scene) in scenes.iter().enumerate() {
        if let Some(fit) = scene.fits(account, words, places)
            && best.as_ref().is_none_or(|(known, _)| *known < fit)
        {
            best = Some((fit, nth));
        }
    }
    best.map(|(_, nth)| nth)
}

/// Whether both can have been at one place on one day.
fn is_together(one: &Account, other: &Account, places: &mut Places) -> bool {
    let is_one_day = one.days.zip(other.days).is_none_or(|(a, b)| a.meet(b).is_some());
    if one.place == other.place || !is_one_day {
        return is_one_day;
    }
    let (ones, others): (Vec<usize>, Vec<usize>) =
        (places.of(one.places()).collect(), places.of(other.places()).collect());
    let is_unknown = ones.is_empty() || others.is_empty();
    is_unknown || ones.iter().any(|&a| others.iter().any(|&b| places.may_be_one(a, b)))
}

/// Whether a title has the number of an account in digits.
fn is_in_title(account: &Account, title: &str) -> bool {
    let Some(number) = account.stated.or_else(|| account.number()) else { return false };
    title.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.parse() == Ok(number))
}
