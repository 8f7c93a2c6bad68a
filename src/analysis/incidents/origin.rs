//! Who a figure comes from in the end: rows of independent origin.

use super::Account;
use crate::layer::FolderLayer;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Words of a source's name that tell no source from another.
const GENERAL: [&str; 16] = [
    "the",
    "a",
    "an",
    "of",
    "for",
    "and",
    "in",
    "group",
    "monitoring",
    "monitor",
    "agency",
    "news",
    "based",
    "said",
    "its",
    "s",
];
/// From how many characters on the same words in two articles are a copy and no coincidence.
const LONG_QUOTE: usize = 60;

/// The names that people put together as one actor, with the one that it goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined(HashMap<BTreeSet<String>, Box<str>>);

impl Joined {
    /// Of the registers, in the order in which they are followed: a name is of the first actor that bears it.
    pub fn of(registers: &[Arc<FolderLayer>]) -> Self {
        let mut all = HashMap::new();
        for actor in registers.iter().flat_map(|layer| layer.actors()) {
            for name in &actor.names {
                all.entry(words(&name.name)).or_insert_with(|| actor.name().into());
            }
        }
        Self(all)
    }

    /// The name that an actor goes by which bears one, as far as its telling words say.
    fn name_of(&self, words: &BTreeSet<String>) -> Option<&str> {
        self.0.get(words).map(AsRef::as_ref)
    }
}

/// The origins of accounts that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// Their names, in the order of the first accounts.
    pub names: Vec<Box<str>>,
    /// For each account, which it has.
    pub of_accounts: Vec<usize>,
}

impl Origins {
    /// The farthest source that a mark names is its origin; where it names none, the outlet is, and where
    /// that is unknown the article. Names are one where the telling words of one are among those of just one
    /// other ("the Observatory", "Syrian Observatory"). Articles that print the same long words without a
    /// source have one origin. Names that are `joined` as one actor's are one before all this.
    pub fn of(accounts: &[Arc<Account>], joined: &Joined) -> Self {
        let mut names: Vec<(Name<'_>, Vec<usize>)> = Vec::new();
        for (nth, account) in accounts.iter().enumerate() {
            let name = Name::of(account, joined);
            match names.iter_mut().find(|(known, _)| known.is(&name, account)) {
                Some((_, all)) => all.push(nth),
                None => names.push((name, vec![nth])),
            }
        }
        join_shortened(&mut names, |name| &name.words);
        names.sort_by_key(|(_, all)| all.first().copied());
        let mut of_accounts = vec![0; accounts.len()];
        for (origin, (_, all)) in names.iter().enumerate() {
            for &nth in all {
                if let Some(of) = of_accounts.get_mut(nth) {
                    *of = origin;
                }
            }
        }
        Self { names: names.into_iter().map(|(name, _)| name.shown.into()).collect(), of_accounts }
    }
}

/// What an origin is known by.
struct Name<'a> {
    shown: &'a str,
    /// Its telling words; of an outlet or article none, since those are the same or are not.
    words: BTreeSet<String>,
    first: &'a Account,
}

impl<'a> Name<'a> {
    fn of(account: &'a Account, joined: &'a Joined) -> Self {
        let source = account.sources.last().map(AsRef::as_ref).filter(|name: &&str| !name.trim().is_empty());
        let shown =
            source.unwrap_or(if account.outlet.is_empty() { &account.article } else { &account.outlet });
        let own = source.map(words).unwrap_or_default();
        let (shown, words) = match joined.name_of(&own) {
            Some(actor) => (actor, words(actor)),
            None => (shown, own),
        };
        Self { shown, words, first: account }
    }

    fn is(&self, other: &Self, account: &Account) -> bool {
        if !self.words.is_empty() || !other.words.is_empty() {
            return self.words == other.words;
        }
        let is_copy = LONG_QUOTE <= account.quote.chars().count() && self.first.quote == account.quote;
        self.shown == other.shown || is_copy
    }
}

/// Which of `names` are one, as [`Origins::of`] has it: for each the number of its group, by their first names.
pub(in crate::analysis) fn joined(names: &[&str]) -> Vec<usize> {
    let mut groups: Vec<(BTreeSet<String>, Vec<usize>)> = Vec::new();
    let mut known: HashMap<BTreeSet<String>, usize> = HashMap::new();
    for (nth, name) in names.iter().enumerate() {
        let words = words(name);
        let group = *known.entry(words.clone()).or_insert_with(|| {
            groups.push((words, Vec::new()));
            groups.len() - 1
        });
        groups[group].1.push(nth);
    }
    join_shortened(&mut groups, |words| words);
    groups.sort_by_key(|(_, all)| all.first().copied());
    let mut of = vec![0; names.len()];
    for (group, (_, all)) in groups.iter().enumerate() {
        all.iter().for_each(|&nth| of[nth] = group);
    }
    of
}

/// Joins each name with the only other that has all its words, until none has such another.
fn join_shortened<N>(names: &mut Vec<(N, Vec<usize>)>, words: impl Fn(&N) -> &BTreeSet<String>) {
    loop {
        let mut having: HashMap<&str, Vec<usize>> = HashMap::new();
        for (nth, (name, _)) in names.iter().enumerate() {
            words(name).iter().for_each(|word| having.entry(word).or_default().push(nth));
        }
        let into: Vec<Option<usize>> = (0..names.len())
            .map(|nth| {
                let own = words(&names.get(nth)?.0);
                let rarest =
                    own.iter().filter_map(|word| having.get(word.as_str())).min_by_key(|all| all.len())?;
                let is_longer = |&other: &usize| {
                    let longer = names.get(other).map(|(name, _)| words(name));
                    longer.is_some_and(|longer| own.len() < longer.len() && own.is_subset(longer))
                };
                let mut longer = rarest.iter().copied().filter(is_longer);
                longer.next().filter(|_| longer.next().is_none())
            })
            .collect();
        if into.iter().all(Option::is_none) {
            return;
        }
        // The shortest first, so that what is joined with another goes along with that.
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|&nth| names.get(nth).map(|(name, _)| words(name).len()));
        for nth in order {
            let Some(other) = into.get(nth).copied().flatten() else { continue };
            let moved = names.get_mut(nth).map(|(_, all)| std::mem::take(all)).unwrap_or_default();
            if let Some((_, all)) = names.get_mut(other) {
                all.extend(moved);
                all.sort_unstable();
            }
        }
        names.retain(|(_, all)| !all.is_empty());
    }
}

fn words(name: &str) -> BTreeSet<String> {
    let name = name.to_lowercase();
    let all = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: BTreeSet<String> =
        all.clone().filter(|word| !GENERAL.contains(word)).map(str::to_owned).collect();
    if telling.is_empty() { all.map(str::to_owned).collect() } else { telling }
}
