//! Which figures of many articles count the same incident, where they collide, and by whose count.
//!
//! Incidents are proposed from place, days, counts and the words that passages share; what a person joined, parted
//! and named goes before that ([`people`]). Nothing here says who is right: a number that stands for an incident is made by a rule with a name
//! ([`Rule`]), and how the others lie to it is told of each pair ([`Verdict`]).
//!
//! Figures of one origin are one testimony, however many articles print it: the farthest source that a mark
//! names, or the outlet where it names none ([`origin`]); names that a person put together as one actor are one.

pub mod account;
pub mod days;
mod differing;
pub mod estimate;
mod grouping;
mod memory;
mod near;
pub mod origin;
mod parts;
pub mod people;
mod place;
#[cfg(test)]
mod place_tests;
mod scenes;
mod telling;
#[cfg(test)]
mod tests;
pub mod verdict;
#[cfg(test)]
mod verdict_tests;

pub use account::{Account, Whole, accounts_instead_of, accounts_of};
pub use days::Days;
pub use differing::Differing;
pub use estimate::{Estimate, Rule};
pub use memory::Memory;
pub use origin::{Joined, Origins};
pub use people::Held;
pub use verdict::{Reason, Verdict};

use crate::layer::{AnnotationId, FolderLayer};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Figures that seem to count the same event.
#[derive(Clone, Debug)]
pub struct Incident {
    /// That of its first mark: the same as long as that belongs to it.
    pub id: AnnotationId,
    /// The place by the name that most accounts have; empty where none has one.
    pub place: Box<str>,
    /// The days on which it can have been, by all accounts.
    pub days: Option<Days>,
    /// Every figure, by the day of its article and then as the articles stand.
    pub accounts: Vec<Arc<Account>>,
    /// What is said, in the order of origins and days: accounts of one origin that say the same are one.
    pub statements: Vec<Statement>,
    /// The origins in the order of their first accounts.
    pub origins: Vec<Box<str>>,
    /// Who put it together, with the name; `None` where it is only proposed.
    pub held: Option<Held>,
}

/// What one origin says of one outcome, in however many articles.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Which of the incident's origins.
    pub origin: usize,
    /// Which of the incident's accounts say it, the earliest first; never empty.
    pub accounts: Vec<usize>,
}

/// How two statements lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Which of the incident's statements, the earlier one.
    pub one: usize,
    /// The later one.
    pub other: usize,
    /// How.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
}

/// The incidents that accounts tell: those that people put together, in the order in which `registers` are to
/// be followed ([`people::in_order`]), and those that are proposed; of each kind those of most origins first. A
/// count that nobody else tells stands alone, and comes last.
pub fn incidents(accounts: Vec<Arc<Account>>, registers: &[Arc<FolderLayer>]) -> Vec<Arc<Incident>> {
    Memory::default().of(accounts, registers)
}

impl Incident {
    /// Of accounts that belong together; `joined`: the names that are one origin's.
    pub fn of(mut accounts: Vec<Arc<Account>>, joined: &Joined) -> Self {
        accounts.sort_by(|a, b| a.key().cmp(&b.key()));
        let origins = Origins::of(&accounts, joined);
        Self {
            id: accounts.iter().map(|account| account.mark).min().unwrap_or(AnnotationId(uuid::Uuid::nil())),
            place: most_used(accounts.iter().map(|account| &*account.place)).into(),
            days: Days::common(accounts.iter().filter_map(|account| account.days)),
            statements: statements(&accounts, &origins),
            origins: origins.names,
            held: None,
            accounts,
        }
    }

    /// Every mark that tells it, each once.
    pub fn marks(&self) -> Vec<AnnotationId> {
        let mut marks: Vec<AnnotationId> = self.accounts.iter().map(|account| account.mark).collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    /// What the person called it who put it together.
    pub fn name(&self) -> Option<&str> {
        self.held.as_ref().map(|held| &*held.name).filter(|name| !name.is_empty())
    }

    /// What the person called it who put it together, else its place and days.
    pub fn title(&self) -> String {
        if let Some(name) = self.name() {
            return name.to_owned();
        }
        let days = self.days.map(|days| days.to_string()).unwrap_or_default();
        format!("{} {days}", self.place).trim().to_owned()
    }

    /// The first account of a statement.
    pub fn first(&self, statement: usize) -> Option<&Account> {
        self.accounts.get(*self.statements.get(statement)?.accounts.first()?).map(AsRef::as_ref)
    }

    /// Every pair of statements with its verdict, the more telling ones before those that cannot be compared.
    pub fn pairs(&self) -> Vec<Pair> {
        let n = self.statements.len();
        let all = (0..n).flat_map(|one| (one + 1..n).map(move |other| (one, other)));
        let replaced = self.replaced();
        let mut pairs: Vec<Pair> = all.filter_map(|(one, other)| self.pair(one, other, &replaced)).collect();
        pairs.sort_by_key(|pair| (pair.verdict, pair.one, pair.other));
        pairs
    }

    fn pair(&self, one: usize, other: usize, replaced: &[bool]) -> Option<Pair> {
        let (first, second) = (self.first(one)?, self.first(other)?);
        let is_one_origin = self.statements.get(one)?.origin == self.statements.get(other)?.origin;
        let is_turned = second.key() < first.key();
        let (earlier, later) = if is_turned { (second, first) } else { (first, second) };
        let is_replaced = |nth: usize| replaced.get(nth).copied().unwrap_or_default();
        let (nth_earlier, nth_later) = if is_turned { (other, one) } else { (one, other) };
        let is_replaced_later =
            is_replaced(nth_later) && !is_replaced(nth_earlier) && earlier.told_on == later.told_on;
        let is_turned =
            is_turned != (is_replaced_later || verdict::is_told_later(earlier, later, is_one_origin));
        let (one, other, first, second) =
            if is_turned { (other, one, second, first) } else { (one, other, first, second) };
        let accounts = self.statements.get(one).into_iter().flat_map(|statement| &statement.accounts);
        let last = accounts.filter_map(|&nth| self.accounts.get(nth)?.told_on).max();
        let is_upheld = last.zip(second.told_on).is_some_and(|(last, later)| later <= last);
        let part = match () {
            () if self.is_linked(other, one) => Some(verdict::Part::Later),
            () if self.is_linked(one, other) => Some(verdict::Part::Earlier),
            () => None,
        };
        let is_replaced = is_replaced(one);
        let mut known = verdict::Between { is_one_origin, is_upheld, is_replaced, part };
        let (mut verdict, mut reason) = verdict::between(first, second, known);
        if matches!(reason, Reason::Outgrown(_) | Reason::OutgrownByPart(_))
            && !is_replaced
            && self.was_said_before(first, second)
        {
            known.is_upheld = true;
            (verdict, reason) = verdict::between(first, second, known);
        }
        Some(Pair { one, other, verdict, reason })
    }

    /// Whether people say that one statement counts a part of another.
    fn is_linked(&self, part: usize, whole: usize) -> bool {
        let accounts = |nth: usize| {
            let statement = self.statements.get(nth).into_iter();
            statement.flat_map(|statement| &statement.accounts).filter_map(|&nth| self.accounts.get(nth))
        };
        accounts(part)
            .any(|part| part.is_linked_part() && accounts(whole).any(|whole| part.is_linked_to(whole)))
    }

    /// Of each statement, whether somebody names its count as what another one was before.
    fn replaced(&self) -> Vec<bool> {
        let later: Vec<&Account> =
            self.accounts.iter().map(AsRef::as_ref).filter(|account| account.before.is_some()).collect();
        let by = |count: &Account| {
            later.iter().any(|other| verdict::replaces(other, count) && count.told_on <= other.told_on)
        };
        (0..self.statements.len()).map(|nth| self.first(nth).is_some_and(by)).collect()
    }

    /// Whether somebody had said already, when `earlier` was said, as large a count as `later` and one that it fits:
    /// then they were at odds from the first, and nothing rose since.
    fn was_said_before(&self, earlier: &Account, later: &Account) -> bool {
        let (most, number) = (earlier.bounds().1, later.number());
        let said = (0..self.statements.len()).map_while(|statement| self.first(statement));
        // They come in the order of their days.
        let mut before = said.take_while(|said| said.told_on.is_some() && said.told_on <= earlier.told_on);
        before.any(|said| {
            most < said.bounds().0
                && number <= said.number()
                && !said.is_denied
                && said.meets(later)
                && (&said.outcome, &said.population, &said.share)
                    == (&later.outcome, &later.population, &later.share)
        })
    }

    /// The outcomes that are counted, the one with most statements first.
    pub fn outcomes(&self) -> Vec<&str> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for statement in 0..self.statements.len() {
            if let Some(account) = self.first(statement) {
                *counts.entry(&account.outcome).or_default() += 1;
            }
        }
        let mut outcomes: Vec<(&str, usize)> = counts.into_iter().collect();
        outcomes.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        outcomes.into_iter().map(|(outcome, _)| outcome).collect()
    }

    /// Low, best and high of an outcome by a rule.
    pub fn estimate(&self, outcome: &str, rule: &Rule) -> Option<Estimate> {
        estimate::estimate(self, outcome, rule)
    }
}

/// Accounts of one origin that say the same, as one.
fn statements(accounts: &[Arc<Account>], origins: &Origins) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for (nth, account) in accounts.iter().enumerate() {
        let origin = origins.of_accounts.get(nth).copied().unwrap_or_default();
        let is_same = |statement: &&mut Statement| {
            let first = statement.accounts.first().and_then(|&first| accounts.get(first));
            statement.origin == origin && first.is_some_and(|first| first.says_the_same(account))
        };
        match statements.iter_mut().find(is_same) {
            Some(statement) => statement.accounts.push(nth),
            None => statements.push(Statement { origin, accounts: vec![nth] }),
        }
    }
    statements
}

/// The word that most use; of equals the first in the alphabet.
fn most_used<'a>(words: impl Iterator<Item = &'a str>) -> &'a str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words.filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0))).map_or("", |(word, _)| word)
}
