//! Counts that people say are a part of another one: by a relation between two marks, or between two figures of one
//! mark. What people say goes before what words and places tell: such a part stands with its whole, wherever that is,
//! and is never a count of its own.

use super::{Account, Whole};
use crate::layer::{AnnotationId, Share};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Accounts that are a part of another one say so by their share. Links between counts of other outcomes say nothing,
/// and links in a circle neither: each would be smaller than itself.
pub(super) fn told_as_parts(accounts: Vec<Arc<Account>>) -> Vec<Arc<Account>> {
    let wholes = accounts.iter().flat_map(|account| account.wholes.iter().map(|whole| whole.mark));
    let mut by_mark: HashMap<AnnotationId, Vec<Arc<Account>>> =
        wholes.map(|mark| (mark, Vec::new())).collect();
    if by_mark.is_empty() {
        return accounts;
    }
    for account in &accounts {
        by_mark.entry(account.mark).and_modify(|its| its.push(Arc::clone(account)));
    }
    let told = |account: Arc<Account>| {
        if account.wholes.is_empty() {
            return account;
        }
        let as_meant = |whole: &Whole| {
            let known = by_mark.get(&whole.mark).map_or(&[][..], Vec::as_slice);
            let mut alike = its_figures(*whole, &account, known).peekable();
            // A mark that is not here may still be the whole.
            let is_meant = known.is_empty() || alike.peek().is_some();
            let is_of_same = alike.any(|whole| whole.population == account.population);
            let whole = Whole { is_of_same, ..*whole };
            (is_meant && !leads_back(whole, &account, &by_mark)).then_some(whole)
        };
        let wholes: Arc<[Whole]> = account.wholes.iter().filter_map(as_meant).collect();
        // Most stay as they are, and what is known of them.
        let is_told = account.is_part() || wholes.is_empty();
        if is_told && wholes == account.wholes {
            return account;
        }
        let share = if wholes.is_empty() { account.share.clone() } else { Share::Part.name().into() };
        Arc::new(Account { wholes, share, ..Account::clone(&account) })
    };
    accounts.into_iter().map(told).collect()
}

/// The figures of a whole that a part can be of.
fn its_figures<'a>(
    whole: Whole,
    part: &'a Account,
    known: &'a [Arc<Account>],
) -> impl Iterator<Item = &'a Arc<Account>> {
    known.iter().filter(move |account| whole.is(account) && account.outcome == part.outcome)
}

/// Whether a whole is, by whatever links, a part of its own part.
fn leads_back(whole: Whole, part: &Account, by_mark: &HashMap<AnnotationId, Vec<Arc<Account>>>) -> bool {
    let (mut seen, mut open) = (HashSet::new(), vec![whole]);
    while let Some(whole) = open.pop() {
        let known = by_mark.get(&whole.mark).map_or(&[][..], Vec::as_slice);
        for account in its_figures(whole, part, known) {
            if (account.mark, account.nth) == (part.mark, part.nth) {
                return true;
            }
            if seen.insert((account.mark, account.nth)) {
                open.extend(account.wholes.iter().copied());
            }
        }
    }
    false
}

/// Puts parts where their wholes are; gives back those whose wholes are in none of the groups.
pub(super) fn put<'a>(
    groups: impl Iterator<Item = &'a mut Vec<Arc<Account>>>,
    mut parts: Vec<Arc<Account>>,
) -> Vec<Arc<Account>> {
    let mut groups: Vec<&mut Vec<Arc<Account>>> = groups.collect();
    // A part may be the whole of another.
    loop {
        let n_before = parts.len();
        parts.retain(|part| {
            let is_whole = |account: &Arc<Account>| part.is_linked_to(account);
            let its = groups.iter_mut().find(|group| group.iter().any(is_whole));
            its.map(|group| group.push(Arc::clone(part))).is_none()
        });
        if parts.len() == n_before {
            return parts;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{only, together};
    use super::super::{Reason, Rule, Verdict};

    /// The least and the most of a range, and of how many parts it is.
    type Killed = (Option<u64>, Option<u64>, usize);

    /// The pairs of an incident and the range of its killed.
    fn told(lines: &str) -> (Vec<(Verdict, Reason)>, Killed) {
        let incident = only(lines);
        let pairs = incident.pairs().iter().map(|pair| (pair.verdict, pair.reason)).collect();
        let estimate = incident.estimate("killed", &Rule::Range).expect("killed");
        (pairs, (estimate.low, estimate.high, estimate.n_parts))
    }

    #[test]
    fn a_linked_part_is_neither_a_second_toll_nor_in_conflict() {
        let whole = "2017-04-15 X A killed 35";
        let alone = told(&format!("{whole}\n2017-04-15 X B killed 20"));
        assert_eq!(alone, (vec![(Verdict::Conflict, Reason::Apart(0))], (Some(20), Some(35), 0)));
        let linked = told(&format!("{whole}\n2017-04-15 X B killed 20 of 1"));
        assert_eq!(linked, (vec![(Verdict::PartOf, Reason::Part)], (Some(35), Some(35), 1)));
        // Of the same people, too, and of one origin in one article.
        let civilians =
            "2017-04-15 X A killed 35 civilians in a\n2017-04-15 X A killed 20 civilians in a of 1";
        assert_eq!(told(civilians), (vec![(Verdict::PartOf, Reason::Part)], (Some(35), Some(35), 1)));
        // Two parts of one whole are no rivals, and a part that is larger than its whole is at odds with it.
        let two = told(&format!("{whole}\n2017-04-15 X B killed 20 of 1\n2017-04-15 X C killed 12 of 1"));
        let verdicts: Vec<Verdict> = two.0.iter().map(|pair| pair.0).collect();
        assert_eq!(verdicts, [Verdict::PartOf, Verdict::PartOf, Verdict::NotComparable]);
        assert_eq!(two.1, (Some(35), Some(35), 2));
        let larger = told(&format!("{whole}\n2017-04-15 X B killed 40 of 1"));
        assert_eq!(larger.0, [(Verdict::Conflict, Reason::LargerPart)]);
    }

    #[test]
    fn a_linked_part_stands_with_its_whole_wherever_that_is() {
        let far =
            "2017-04-15 Hamra A killed 35\n2017-09-01 Tabqa B killed 20 of 1\n2018-01-01 . C killed 4 of 2";
        assert_eq!(together(far), [["m1", "m2", "m3"]]);
        let unlinked = "2017-04-15 Hamra A killed 35\n2017-09-01 Tabqa B killed 20";
        assert_eq!(together(unlinked), [["m1"], ["m2"]]);
    }

    #[test]
    fn links_in_a_circle_or_between_other_outcomes_say_nothing() {
        let circle = "2017-04-15 X A killed 35 of 2\n2017-04-15 X B killed 20 of 1";
        assert_eq!(told(circle), (vec![(Verdict::Conflict, Reason::Apart(0))], (Some(20), Some(35), 0)));
        let other = "2017-04-15 X A injured 35\n2017-04-15 X B killed 20 of 1";
        assert_eq!(told(other).1, (Some(20), Some(20), 0));
    }
}
