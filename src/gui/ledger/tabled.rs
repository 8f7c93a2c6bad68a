//! Pages of the ledger as tables for other programs: incidents with a row for each statement of an origin, and counts.

use super::words;
use crate::analysis::incidents::{Incident, Rule};
use crate::gui::words::say;
use crate::session::exporting::{Field, Sheet};

/// The statements of incidents, with low, best and high of their outcome by a rule.
pub(super) fn sheet<'a>(incidents: impl Iterator<Item = &'a Incident>, rule: &Rule) -> Sheet {
    Sheet {
        title: say!("command-show-incidents"),
        head: head(rule),
        rows: incidents.flat_map(|incident| rows(incident, rule)).collect(),
    }
}

fn head(rule: &Rule) -> Vec<String> {
    let rule = words::rule(rule);
    vec![
        say!("incidents-incident"),
        say!("incidents-source"),
        say!("incidents-what"),
        say!("incidents-who"),
        say!("incidents-least"),
        say!("incidents-most"),
        say!("incidents-words"),
        say!("incidents-is-denied"),
        say!("incidents-when"),
        say!("incidents-where"),
        say!("incidents-blamed"),
        say!("incidents-told-in"),
        say!("incidents-low-by", rule = rule.as_str()),
        say!("incidents-best-by", rule = rule.as_str()),
        say!("incidents-high-by", rule = rule),
    ]
}

fn rows(incident: &Incident, rule: &Rule) -> Vec<Vec<Field>> {
    let number = |n: Option<u64>| match n.and_then(|n| usize::try_from(n).ok()) {
        Some(n) => Field::count(n),
        None => Field::words(""),
    };
    let row = |nth: usize| {
        let first = incident.first(nth)?;
        let statement = incident.statements.get(nth)?;
        let told = statement.accounts.iter().filter_map(|&nth| incident.accounts.get(nth));
        let told: Vec<String> = told.map(|account| account.article.to_string()).collect();
        let days = first.days.filter(|_| first.is_dated).map(|days| days.to_string()).unwrap_or_default();
        let estimate = incident.estimate(&first.outcome, rule);
        let by_rule = |pick: fn(&crate::analysis::incidents::Estimate) -> Option<u64>| {
            number(estimate.as_ref().and_then(pick))
        };
        Some(vec![
            Field::words(incident.title()),
            Field::words(words::origin(incident, nth)),
            Field::words(first.outcome.to_string()),
            Field::words(words::people(first)),
            number(first.low),
            number(first.high),
            Field::words(first.wording.to_string()),
            Field::words(if first.is_denied { say!("incidents-yes") } else { String::new() }),
            Field::words(days),
            Field::words(first.place.to_string()),
            Field::words(first.blamed.to_string()),
            Field::words(told.join("; ")),
            by_rule(|estimate| estimate.low),
            by_rule(|estimate| estimate.best),
            by_rule(|estimate| estimate.high),
        ])
    };
    (0..incident.statements.len()).filter_map(row).collect()
}

/// What is counted, and how many marks each of it has.
pub(super) type Counted = (String, Vec<(String, usize)>);

/// How many marks there are by each of some kinds.
pub(super) fn counts(lists: &[Counted]) -> Sheet {
    let row = |kind: &str, (name, n): &(String, usize)| {
        vec![Field::words(kind), Field::words(name.clone()), Field::count(*n)]
    };
    Sheet {
        title: say!("command-show-counts"),
        head: vec![say!("counts-by"), say!("counts-name"), say!("sources-marks")],
        rows: lists.iter().flat_map(|(kind, all)| all.iter().map(|one| row(kind, one))).collect(),
    }
}
