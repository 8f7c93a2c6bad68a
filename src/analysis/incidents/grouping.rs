//! Which accounts seem to count the same event: what each article tells of one ([`super::scenes`]) is put together
//! over articles by place, days, numbers, and the words that they share ([`super::telling`]).

use super::near::{ENOUGH, MOST_MORE, MOST_TIMES, Near};
use super::place::Places;
use super::scenes::{Article, Scene};
use super::telling::{Weights, Words};
use super::{Account, Days, parts};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// How many days lie at most between an article on an event and the next one.
const MOST_DAYS: i32 = 2;
/// How many days later an article still tells of it that clearly means it by its words.
const LATER: i32 = 10;
/// The least share that these are of the words of the shorter scene.
const LEAST_SHARE: f32 = 0.15;
/// Outlets tell of other events by the same phrases.
const OF_ONE_OUTLET: f32 = 1.7;
/// What names another place than its article may be of the article's place all the same.
const OF_OTHER_PLACE: f32 = 1.5;
/// With so many scenes of a group another is compared, the first ones and the last.
const MOST_COMPARED: usize = 12;

/// A scene, with what is asked of it again and again.
struct Told {
    scene: Arc<Scene>,
    article: Arc<str>,
    outlet: Arc<str>,
    /// What its words weigh.
    weight: f32,
    /// Whether its passages have any that weigh: a title alone may be of something else.
    is_worded: bool,
    days: Days,
    told_on: Option<i32>,
    is_dated: bool,
}

impl Told {
    fn of(scene: &Arc<Scene>, weights: &Weights) -> Option<Self> {
        let first = scene.accounts.first()?;
        Some(Self {
            scene: Arc::clone(scene),
            article: Arc::clone(&first.article),
            outlet: Arc::clone(&first.outlet),
            weight: weights.whole(&scene.words),
            is_worded: 0.0 < weights.whole(scene.own()),
            days: Days::common(scene.accounts.iter().filter_map(|account| account.days))?,
            told_on: first.told_on,
            is_dated: scene.accounts.iter().any(|account| account.is_dated),
        })
    }

    /// The places that it may have been at.
    fn all_places(&self) -> impl Iterator<Item = usize> + '_ {
        self.scene.places.iter().chain(&self.scene.others).copied()
    }

    fn order(&self) -> impl Ord + '_ {
        self.scene.accounts.first().map(|first| first.key())
    }
}

/// Scenes that belong together.
struct Group {
    all: Vec<Told>,
    /// Which of them each article tells.
    by_article: HashMap<Arc<str>, Vec<usize>>,
    /// The places that its first scene leads to, and those which may be one with them.
    places: Vec<usize>,
    /// The places of its first scene's article, where passages name another.
    others: Vec<usize>,
    /// The days that all have in common, but those that tell of it later.
    days: Days,
    /// The first day on which it was told.
    told_on: Option<i32>,
    n_accounts: usize,
    /// The counts of each outcome, in their order.
    numbers: BTreeMap<Arc<str>, Vec<u64>>,
    /// The days on which it was told.
    told: BTreeSet<Option<i32>>,
    is_worded: bool,
    is_dated: bool,
    /// Where all are of one outlet, which.
    outlet: Option<Arc<str>>,
}

impl Group {
    fn of(told: Told, places: &mut Places) -> Self {
        let mut group = Self {
            days: told.days,
            told_on: told.told_on,
            outlet: Some(Arc::clone(&told.outlet)).filter(|outlet| !outlet.is_empty()),
            all: Vec::new(),
            by_article: HashMap::new(),
            places: told.scene.places.clone(),
            others: told.scene.others.clone(),
            n_accounts: 0,
            numbers: BTreeMap::new(),
            told: BTreeSet::new(),
            is_worded: false,
            is_dated: false,
        };
        group.add(told, places);
        group
    }

    fn add(&mut self, told: Told, places: &mut Places) {
        self.days = self.days.meet(told.days).unwrap_or(self.days);
        self.n_accounts += told.scene.accounts.len();
        for account in &told.scene.accounts {
            let numbers = self.numbers.entry(account.outcome.clone()).or_default();
            if let Some(number) = account.number() {
                numbers.insert(numbers.partition_point(|known| *known < number), number);
            }
        }
        self.told.insert(told.told_on);
        self.told_on = [self.told_on, told.told_on].into_iter().flatten().min();
        self.is_worded |= told.is_worded;
        self.is_dated |= told.is_dated;
        self.outlet.take_if(|outlet| *outlet != told.outlet);
        for &place in &told.scene.places {
            if !self.places.contains(&place) && meet(&self.places, &[place], places) {
                self.places.push(place);
            }
        }
        self.by_article.entry(Arc::clone(&told.article)).or_default().push(self.all.len());
        self.all.push(told);
    }

    /// The scenes that another one is compared with.
    fn compared(&self) -> impl Iterator<Item = &Told> {
        let n = self.all.len();
        let is_compared = move |nth: usize| nth < MOST_COMPARED / 2 || n - nth <= MOST_COMPARED / 2;
        self.all.iter().enumerate().filter(move |(nth, _)| is_compared(*nth)).map(|(_, told)| told)
    }

    /// How well a scene belongs to it; `None` where it does not.
    fn fits(&self, told: &Told, weights: &Weights, places: &mut Places) -> Option<(i64, i32, usize)> {
        let (led, others) = (&told.scene.places, &told.scene.others);
        let is_led = meet(&self.places, led, places);
        let may_be_here = is_led
            || meet(&self.places, others, places)
            || meet(&self.others, led, places)
            || meet(&self.others, others, places);
        if !may_be_here || self.counts_other(told) {
            return None;
        }
        let common = self.days.meet(told.days);
        let is_worded = self.is_worded && told.is_worded;
        let ratio = if is_worded {
            self.shares_words(told, weights, (common, is_led))?
        } else {
            self.is_of_size(told, common).filter(|_| is_led)?
        };
        let common = common.map_or(0, |common| common.last - common.first);
        Some((ratio, common, self.n_accounts))
    }

    /// Whether its own article counts other people or other events here.
    fn counts_other(&self, told: &Told) -> bool {
        let same = self.by_article.get(&told.article).into_iter().flatten();
        let mut others = same.filter_map(|&nth| self.all.get(nth)).flat_map(|other| &other.scene.accounts);
        others.any(|other| told.scene.accounts.iter().any(|account| other.is_other_count(account)))
    }

    /// By words: how much more they share than they need to, in hundredths.
    #[expect(clippy::cast_possible_truncation, reason = "hundredths of some tens")]
    fn shares_words(
        &self,
        told: &Told,
        weights: &Weights,
        (common, is_led): (Option<Days>, bool),
    ) -> Option<i64> {
        let mut shared: Vec<(f32, f32)> = self
            .compared()
            .map(|other| (weights.shared(&other.scene.words, &told.scene.words), other.weight))
            .collect();
        shared.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (most, middle) = (shared.last()?.0, shared.get(shared.len() / 2)?.0);
        let share = shared.iter().map(|(shared, weight)| shared / weight.min(told.weight).max(1.0));
        // By the one in the middle, so that no row of scenes leads from one event to another.
        if middle < 0.5 * ENOUGH || share.fold(0.0, f32::max) < LEAST_SHARE {
            return None;
        }
        let near = self.compared().map(|other| Near::of(&other.scene, &told.scene)).min()?;
        let mut needed = near.needed()?;
        if common.is_none() || !self.is_told_in_time(told) {
            let later = told.told_on.zip(self.told_on).map(|(told, first)| (told - first).abs());
            if self.is_dated && told.is_dated && common.is_none() || later.is_none_or(|later| LATER < later) {
                return None;
            }
            needed += ENOUGH;
        }
        if !is_led {
            needed *= OF_OTHER_PLACE;
        }
        if self.outlet.as_ref() == Some(&told.outlet) && !self.told.contains(&told.told_on) {
            if Near::Close < near {
                return None;
            }
            needed *= OF_ONE_OUTLET;
        }
        (needed <= most).then_some((100.0 * most / needed) as i64)
    }

    /// Where there are no words to compare: by the size of counts, and by days.
    fn is_of_size(&self, told: &Told, common: Option<Days>) -> Option<i64> {
        common?;
        let is_other_outcome = |account: &Arc<Account>| !self.numbers.contains_key(&account.outcome);
        if told.scene.accounts.iter().all(is_other_outcome) {
            return self.by_article.contains_key(&told.article).then_some(0);
        }
        let is_of_size = told.scene.accounts.iter().all(|account| self.is_of_their_size(account));
        (is_of_size && self.is_told_in_time(told)).then_some(0)
    }

    /// Whether an event that is counted so may be counted as this account has it: by the count in the middle, so
    /// that no row of ever larger counts leads from one event to another. Words without a number say nothing
    /// against it.
    fn is_of_their_size(&self, account: &Account) -> bool {
        let Some(numbers) = self.numbers.get(&account.outcome) else { return true };
        let (Some(&middle), Some(number)) = (numbers.get(numbers.len() / 2), account.number()) else {
            return true;
        };
        let (less, more) = (middle.min(number), middle.max(number));
        more <= less.saturating_mul(MOST_TIMES) || more - less <= MOST_MORE
    }

    /// Whether it is told soon enough after any of them, or before; a figure with days of its own always is.
    fn is_told_in_time(&self, told: &Told) -> bool {
        let Some(day) = told.told_on.filter(|_| !told.is_dated) else { return true };
        let near = Some(day.saturating_sub(MOST_DAYS))..=Some(day.saturating_add(MOST_DAYS));
        self.told.contains(&None) || self.told.range(near).next().is_some()
    }
}

/// Whether some of both may be one place.
fn meet(known: &[usize], others: &[usize], places: &mut Places) -> bool {
    others.iter().any(|&other| known.iter().any(|&place| places.may_be_one(place, other)))
}

/// What is known of articles from one time to the next: most are as they were.
#[derive(Debug, Default)]
pub(super) struct Known {
    articles: HashMap<Arc<str>, Article>,
    places: Places,
    words: Words,
}

impl Known {
    /// The scenes of an article, made anew where its accounts are others.
    fn article(&mut self, path: &Arc<str>, accounts: Vec<Arc<Account>>) {
        let is_same = |article: &Article| {
            article.accounts.len() == accounts.len()
                && article.accounts.iter().zip(&accounts).all(|(a, b)| Arc::ptr_eq(a, b))
        };
        if !self.articles.get(path).is_some_and(is_same) {
            let article = Article::of(accounts, &mut self.places, &mut self.words);
            self.articles.insert(Arc::clone(path), article);
        }
    }
}

/// Groups accounts by the events that they seem to count. An account without a place or without days stands alone.
pub(super) fn groups(accounts: Vec<Arc<Account>>, known: &mut Known) -> Vec<Vec<Arc<Account>>> {
    let mut alone: Vec<Vec<Arc<Account>>> = Vec::new();
    let mut shares: Vec<Arc<Account>> = Vec::new();
    let mut by_article: HashMap<Arc<str>, Vec<Arc<Account>>> = HashMap::new();
    let (linked_parts, accounts): (Vec<_>, Vec<_>) =
        accounts.into_iter().partition(|account| account.is_linked_part());
    for account in accounts {
        if account.days.is_none() || known.places.number(&account.place).is_none() {
            alone.push(vec![account]);
        } else if account.is_share() {
            shares.push(account);
        } else {
            by_article.entry(Arc::clone(&account.article)).or_default().push(account);
        }
    }
    known.articles.retain(|path, _| by_article.contains_key(path));
    let mut by_article: Vec<_> = by_article.into_iter().collect();
    by_article.sort_by(|a, b| a.0.cmp(&b.0));
    by_article.into_iter().for_each(|(path, accounts)| known.article(&path, accounts));
    let weights = Weights::of(known.articles.values().map(|article| (&*article.outlet, &article.words)));
    let scenes = known.articles.values().flat_map(|article| &article.scenes);
    let mut told: Vec<Told> = scenes.filter_map(|scene| Told::of(scene, &weights)).collect();
    told.sort_by(|a, b| a.days.cmp(&b.days).then_with(|| a.order().cmp(&b.order())));
    let groups = linked(told, &weights, &mut known.places);
    let accounts = |group: Group| -> Vec<Arc<Account>> {
        group.all.iter().flat_map(|told| &told.scene.accounts).cloned().collect()
    };
    let mut all: Vec<Vec<Arc<Account>>> = groups.into_iter().map(accounts).collect();
    put_shares(&mut all, shares);
    all.append(&mut alone);
    // One whose whole is nowhere belongs to what its article counts.
    let homeless = parts::put(all.iter_mut(), linked_parts);
    put_shares(&mut all, homeless);
    all
}

/// Puts scenes together, the earliest first: each goes to the group that fits best, of several to the one whose
/// days it narrows least, and of those to the largest.
fn linked(told: Vec<Told>, weights: &Weights, places: &mut Places) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // The groups that a later scene may still belong to, by the places of their first scenes.
    let mut open: HashMap<usize, Vec<usize>> = HashMap::new();
    for told in told {
        let mut best = None;
        let mut near: Vec<usize> = told.all_places().flat_map(|place| places.like(place)).collect();
        if 1 < told.all_places().count() {
            near.sort_unstable();
            near.dedup();
        }
        for place in near {
            let Some(open) = open.get_mut(&place) else { continue };
            let is_open = |nth: &usize| {
                groups.get(*nth).is_some_and(|group| told.days.first <= group.days.last + LATER)
            };
            open.retain(is_open);
            for &nth in open.iter() {
                let fit = groups.get(nth).and_then(|group| group.fits(&told, weights, places));
                best = best.max(fit.map(|fit| (fit, Reverse(nth))));
            }
        }
        match best.and_then(|(_, Reverse(nth))| groups.get_mut(nth)) {
            Some(group) => group.add(told, places),
            None => {
                told.all_places().for_each(|place| open.entry(place).or_default().push(groups.len()));
                groups.push(Group::of(told, places));
            }
        }
    }
    groups
}

/// A part or an addition belongs to what its article counts.
fn put_shares(groups: &mut Vec<Vec<Arc<Account>>>, shares: Vec<Arc<Account>>) {
    let mut by_article: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    for (nth, group) in groups.iter().enumerate() {
        for account in group {
            let here = by_article.entry(Arc::clone(&account.article)).or_default();
            if here.last() != Some(&nth) {
                here.push(nth);
            }
        }
    }
    for share in shares {
        let here = by_article.get(&*share.article).into_iter().flatten();
        let whole = here.copied().max_by_key(|&nth| {
            let group = groups.get(nth).map_or(&[][..], Vec::as_slice);
            let is_whole =
                |other: &&Arc<Account>| other.article == share.article && other.outcome == share.outcome;
            let nearest = group.iter().filter(is_whole).map(|other| other.at.abs_diff(share.at)).min();
            let is_of_mark = group.iter().any(|other| other.mark == share.mark);
            (is_of_mark, nearest.map(Reverse))
        });
        match whole.and_then(|nth| groups.get_mut(nth)) {
            Some(group) => group.push(share),
            None => groups.push(vec![share]),
        }
    }
}
