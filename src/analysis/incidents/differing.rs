//! Where what is told of one incident differs: which facts of a statement are not those of most others.

use super::place::Places;
use super::{Account, Incident};

/// Which facts of a statement differ from what most others tell. What it does not tell does not differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differing {
    /// The days, where the figure is dated itself.
    pub when: bool,
    /// The place.
    pub place: bool,
    /// Of whom.
    pub who: bool,
    /// The number, among those of the same outcome and people.
    pub number: bool,
    /// The party to blame.
    pub blamed: bool,
}

impl Incident {
    /// Of each statement, what differs. Where no fact is that of most, all that is told otherwise differs.
    pub fn differing(&self) -> Vec<Differing> {
        let firsts: Vec<Option<&Account>> = (0..self.statements.len()).map(|nth| self.first(nth)).collect();
        let of = |fact: &dyn Fn(&Account) -> bool| -> Vec<Option<&Account>> {
            firsts.iter().map(|first| first.filter(|account| fact(account))).collect()
        };
        let when = odd(&of(&|account| account.is_dated), &mut |a, b| {
            a.days.zip(b.days).is_some_and(|(a, b)| a.meet(b).is_some())
        });
        let mut places = Places::default();
        let place = odd(&of(&|account| !account.place.is_empty()), &mut |a, b| {
            let numbers = places.number(&a.place).zip(places.number(&b.place));
            numbers.map_or(a.place == b.place, |(a, b)| places.may_be_one(a, b))
        });
        let who =
            odd(&of(&|account| !account.population.is_empty()), &mut |a, b| a.population == b.population);
        let blamed = odd(&of(&|account| !account.blamed.is_empty()), &mut |a, b| {
            a.blamed.to_lowercase() == b.blamed.to_lowercase()
        });
        let number = self.numbers_that_differ(&firsts);
        let all = when.into_iter().zip(place).zip(who).zip(number).zip(blamed);
        all.map(|((((when, place), who), number), blamed)| Differing { when, place, who, number, blamed })
            .collect()
    }

    /// Numbers are compared with those of the same outcome and people.
    fn numbers_that_differ(&self, firsts: &[Option<&Account>]) -> Vec<bool> {
        let mut differ = vec![false; firsts.len()];
        let kind =
            |account: &Account| (account.outcome.clone(), account.population.clone(), account.is_share());
        let mut kinds: Vec<_> = firsts.iter().flatten().map(|account| kind(account)).collect();
        kinds.sort();
        kinds.dedup();
        for its in kinds {
            let counts = |account: &&Account| {
                account.has_number()
                    && !account.is_denied
                    && !account.is_linked_part()
                    && kind(account) == its
            };
            let alike: Vec<Option<&Account>> = firsts.iter().map(|first| first.filter(counts)).collect();
            let odd = odd(&alike, &mut |a, b| a.meets(b));
            differ.iter_mut().zip(odd).for_each(|(differs, odd)| *differs |= odd);
        }
        differ
    }
}

/// Which of those that there are is not what most are. Where several are told by as many, all that another one
/// is not the same as.
fn odd(all: &[Option<&Account>], same: &mut dyn FnMut(&Account, &Account) -> bool) -> Vec<bool> {
    let told: Vec<&Account> = all.iter().flatten().copied().collect();
    let mut support: Vec<usize> = Vec::with_capacity(told.len());
    for one in &told {
        support.push(told.iter().filter(|other| same(one, other)).count());
    }
    let most = support.iter().copied().max().unwrap_or_default();
    let leading: Vec<&Account> =
        told.iter().zip(&support).filter(|(_, n)| **n == most).map(|(account, _)| *account).collect();
    let mut is_odd = |account: &Account| match leading.split_first() {
        Some((first, rest)) if rest.iter().all(|other| same(first, other)) => !same(first, account),
        _ => told.iter().any(|other| !same(account, other)),
    };
    all.iter().map(|account| account.is_some_and(&mut is_odd)).collect()
}
