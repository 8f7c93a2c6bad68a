//! Which accounts seem to count the same event.

use super::place::Places;
use super::{Account, Days};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many times as large one count of an event may be as another, where neither gives a smaller bound.
const MOST_TIMES: u64 = 4;
/// Small counts differ by more than that.
const MOST_MORE: u64 = 15;
/// How many days lie at most between an article on an event and the next one.
const MOST_DAYS: i32 = 2;

/// Accounts that belong together.
struct Group {
    accounts: Vec<Account>,
    place: usize,
    /// The days that all have in common.
    days: Days,
}

/// Groups by place, days, outcome and size; the first that fits takes an account, of several the one whose
/// days it narrows least, and of those the largest. An account without a place or without days stands
/// alone, as does one that its own article gives beside another count of the same.
pub(super) fn groups(mut accounts: Vec<Account>) -> Vec<Vec<Account>> {
    accounts.sort_by(|a, b| (a.days, a.order()).cmp(&(b.days, b.order())));
    let mut places = Places::default();
    let mut groups: Vec<Group> = Vec::new();
    let mut alone: Vec<Vec<Account>> = Vec::new();
    // The groups that a later account may still belong to, by their last day.
    let mut open: Vec<usize> = Vec::new();
    let mut shares: Vec<Account> = Vec::new();
    for account in accounts {
        let place = places.number(&account.place);
        let (Some(place), Some(days)) = (place, account.days) else {
            alone.push(vec![account]);
            continue;
        };
        if account.is_share() {
            shares.push(account);
            continue;
        }
        open.retain(|&nth| groups.get(nth).is_some_and(|group| days.first <= group.days.last));
        let fits = |&nth: &usize| {
            let group = groups.get(nth)?;
            let common = group.days.meet(days)?;
            (places.may_be_one(group.place, place) && belongs(group, &account)).then_some((
                common.last - common.first,
                group.accounts.len(),
                Reverse(nth),
            ))
        };
        match open.iter().filter_map(fits).max() {
            Some((_, _, Reverse(nth))) => {
                if let Some(group) = groups.get_mut(nth) {
                    group.days = group.days.meet(days).unwrap_or(group.days);
                    group.accounts.push(account);
                }
            }
            None => {
                open.push(groups.len());
                groups.push(Group { accounts: vec![account], place, days });
            }
        }
    }
    let mut all: Vec<Vec<Account>> = groups.into_iter().map(|group| group.accounts).collect();
    put_shares(&mut all, shares);
    all.append(&mut alone);
    all
}

/// Whether an account may count what a group counts.
fn belongs(group: &Group, account: &Account) -> bool {
    let beside = group.accounts.iter().filter(|other| other.article == account.article);
    let is_other_count = |other: &Account| {
        other.outcome == account.outcome
            && other.population == account.population
            && other.person == account.person
            && other.mark != account.mark
            && other.has_number()
            && account.has_number()
            && !meets(other, account)
            && other.sources.last() == account.sources.last()
    };
    if beside.into_iter().any(is_other_count) {
        return false;
    }
    // Another outcome is told of the same event in the same article, or where numbers say nothing against it.
    let of_outcome = || group.accounts.iter().filter(|other| other.outcome == account.outcome);
    if of_outcome().next().is_none() {
        return group.accounts.iter().any(|other| other.article == account.article);
    }
    is_of_their_size(of_outcome(), account) && is_told_in_time(group, account)
}

/// Whether both have a number in common.
pub(super) fn meets(one: &Account, other: &Account) -> bool {
    let ((low, high), (other_low, other_high)) = (one.bounds(), other.bounds());
    low.max(other_low) <= high.min(other_high)
}

/// Whether an event that is counted so may be counted as this account has it: by the count in the middle, so
/// that no row of ever larger counts leads from one event to another. Words without a number say nothing
/// against it.
fn is_of_their_size<'a>(counted: impl Iterator<Item = &'a Account>, account: &Account) -> bool {
    let mut numbers: Vec<u64> = counted.filter_map(Account::number).collect();
    numbers.sort_unstable();
    let (Some(&middle), Some(number)) = (numbers.get(numbers.len() / 2), account.number()) else {
        return true;
    };
    let (less, more) = (middle.min(number), middle.max(number));
    more <= less.saturating_mul(MOST_TIMES) || more - less <= MOST_MORE
}

/// Whether it is told soon enough after any of them, or before; a figure with days of its own always is.
fn is_told_in_time(group: &Group, account: &Account) -> bool {
    let days = |other: &Account| account.told_on.zip(other.told_on).map(|(a, b)| (a - b).abs());
    account.is_dated || group.accounts.iter().any(|other| days(other).is_none_or(|days| days <= MOST_DAYS))
}

/// A part or an addition belongs to what its article counts.
fn put_shares(groups: &mut Vec<Vec<Account>>, shares: Vec<Account>) {
    let mut by_article: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, group) in groups.iter().enumerate() {
        for account in group {
            by_article.entry(account.article.to_string()).or_default().push(nth);
        }
    }
    for share in shares {
        let here = by_article.get(&*share.article).into_iter().flatten();
        let whole = here.copied().max_by_key(|&nth| {
            let group = groups.get(nth).map_or(&[][..], Vec::as_slice);
            let is_whole =
                |other: &&Account| other.article == share.article && other.outcome == share.outcome;
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
