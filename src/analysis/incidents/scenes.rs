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
    /// Those of the passages alone, where the title has others.
    own: Option<Telling>,
    /// The places that its accounts lead to, by number.
    pub places: Vec<usize>,
    /// The places of its article, where passages name another.
    pub others: Vec<usize>,
}

/// A scene that is being put together.
struct Draft {
    accounts: Vec<Arc<Account>>,
    /// The words of the passages, one for each account. They are many, and nobody asks for them later.
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
    /// The words of the passages alone.
    pub(super) fn own(&self) -> &Telling {
        self.own.as_ref().unwrap_or(&self.words)
    }

    /// What was put together, the `nth` of an article.
    fn of(Draft { accounts, passages }: Draft, nth: usize, places: &mut Places, words: &mut Words) -> Self {
        let sorted = |mut telling: Telling| {
            telling.sort_unstable();
            telling.dedup();
            telling.shrink_to_fit();
            telling
        };
        let mut all = sorted(passages.into_iter().flatten().collect());
        let mut own = None;
        let title = accounts.first().map(|account| Arc::clone(&account.title)).unwrap_or_default();
        if nth == 0 || accounts.iter().any(|account| is_in_title(account, &title)) {
            let with_title = sorted(all.iter().copied().chain(words.telling(&title)).collect());
            own = Some(std::mem::replace(&mut all, with_title));
        }
        Self {
            words: all,
            own,
            places: numbers(&accounts, |account| &account.place, places),
            others: numbers(&accounts, |account| &account.other_place, places),
            accounts,
        }
    }
}

impl Draft {
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
        let mut drafts: Vec<Draft> = Vec::new();
        let mut told: Option<(Arc<Account>, Telling)> = None;
        for account in in_order {
            // Figures of one mark have one passage.
            let passage = match told.take().filter(|(told, _)| told.quote == account.quote) {
                Some((_, passage)) => passage,
                None => words.telling(&account.quote),
            };
            told = Some((Arc::clone(&account), passage.clone()));
            match best(&drafts, &account, &passage, places).and_then(|nth| drafts.get_mut(nth)) {
                Some(draft) => {
                    draft.accounts.push(account);
                    draft.passages.push(passage);
                }
                None => drafts.push(Draft { accounts: vec![account], passages: vec![passage] }),
            }
        }
        let drafts = drafts.into_iter().enumerate();
        let scenes: Vec<Scene> = drafts.map(|(nth, draft)| Scene::of(draft, nth, places, words)).collect();
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
fn best(scenes: &[Draft], account: &Account, words: &[u32], places: &mut Places) -> Option<usize> {
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
