//! Who a figure comes from in the end: rows of independent origin.

use super::Account;
use std::collections::BTreeSet;

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
    /// source have one origin.
    pub fn of(accounts: &[Account]) -> Self {
        let mut names: Vec<(Name<'_>, Vec<usize>)> = Vec::new();
        for (nth, account) in accounts.iter().enumerate() {
            let name = Name::of(account);
            match names.iter_mut().find(|(known, _)| known.is(&name, account, accounts)) {
                Some((_, all)) => all.push(nth),
                None => names.push((name, vec![nth])),
            }
        }
        join_shortened(&mut names);
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
    fn of(account: &'a Account) -> Self {
        let source = account.sources.last().map(AsRef::as_ref).filter(|name: &&str| !name.trim().is_empty());
        let shown =
            source.unwrap_or(if account.outlet.is_empty() { &account.article } else { &account.outlet });
        Self { shown, words: source.map(words).unwrap_or_default(), first: account }
    }

    fn is(&self, other: &Self, account: &Account, _all: &[Account]) -> bool {
        if !self.words.is_empty() || !other.words.is_empty() {
            return self.words == other.words;
        }
        let is_copy = LONG_QUOTE <= account.quote.chars().count() && self.first.quote == account.quote;
        self.shown == other.shown || is_copy
    }
}

/// Joins each name with the only other that has all its words.
fn join_shortened(names: &mut Vec<(Name<'_>, Vec<usize>)>) {
    let mut nth = 0;
    while nth < names.len() {
        let Some((name, _)) = names.get(nth) else { return };
        let longer = names.iter().enumerate().filter(|(other, (longer, _))| {
            *other != nth
                && !name.words.is_empty()
                && name.words.len() < longer.words.len()
                && name.words.is_subset(&longer.words)
        });
        let longer: Vec<usize> = longer.map(|(other, _)| other).collect();
        let [into] = longer[..] else {
            nth += 1;
            continue;
        };
        let (_, accounts) = names.remove(nth);
        let into = if nth < into { into - 1 } else { into };
        if let Some((_, all)) = names.get_mut(into) {
            all.extend(accounts);
            all.sort_unstable();
        }
        nth = 0;
    }
}

fn words(name: &str) -> BTreeSet<String> {
    let name = name.to_lowercase();
    let all = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: BTreeSet<String> =
        all.clone().filter(|word| !GENERAL.contains(word)).map(str::to_owned).collect();
    if telling.is_empty() { all.map(str::to_owned).collect() } else { telling }
}
