//! `postil incidents`: which counts collide, and by whose count.

use super::args::IncidentsArgs;
use super::folder::{Folder, n_marks, tell_nothing};
use super::print::{quoted, visible};
use super::{End, Stop, World, count, csv, json};
use crate::analysis::incidents::{Account, Estimate, Held, Incident, Rule, Verdict, days};
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) fn run(args: &IncidentsArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let asked = &args.ledger;
    let (folder, end) = Folder::read(&asked.paths, &asked.reading, world)?;
    let is_meant =
        |incident: &&Arc<Incident>| args.all || incident.held.is_some() || 1 < incident.origins.len();
    let (n_marks, n_articles) = (n_marks(&folder.entries), folder.entries.len());
    let all = folder.into_incidents();
    let incidents = all.iter().filter(is_meant);
    let is_nothing = !asked.json && !asked.csv && incidents.clone().next().is_none();
    if asked.csv {
        world.out.raw(&csv::line(COLUMNS))?;
    }
    let mut array = json::Array::default();
    for incident in incidents {
        if asked.json {
            array.add(&json::element(&described(incident, &args.rule)), &mut world.out)?;
        } else if asked.csv {
            for row in rows(incident) {
                world.out.raw(&csv::line(row))?;
            }
        } else {
            world.out.raw(&in_words(incident, &args.rule))?;
        }
    }
    if asked.json {
        array.end(&mut world.out)?;
    }
    if is_nothing {
        match all.len() {
            1 => world.note("1 incident, told by one origin: `--all` lists it"),
            0 => tell_nothing("figures", n_marks, n_articles, world),
            n => {
                world.note(&format!("{}, each told by one origin: `--all` lists them", count(n, "incident")))
            }
        }
    }
    Ok(end)
}

/// An incident with all that is computed of it.
pub(super) fn described(incident: &Incident, rule: &Rule) -> Value {
    let outcomes = incident.outcomes().into_iter().filter_map(|outcome| {
        let estimate = incident.estimate(outcome, rule)?;
        Some(json!({
            "outcome": maybe(outcome),
            "rule": rule.name(),
            "low": estimate.low,
            "best": estimate.best,
            "high": estimate.high,
            "statements": estimate.statements,
            "vague": estimate.n_vague,
            "denied": estimate.n_denied,
            "parts": estimate.n_parts,
        }))
    });
    let statements = incident.statements.iter().map(|statement| {
        let accounts = statement.accounts.iter().filter_map(|&nth| incident.accounts.get(nth));
        json!({
            "origin": incident.origins.get(statement.origin),
            "accounts": accounts.map(|told| account(told)).collect::<Vec<_>>(),
        })
    });
    let pairs = incident.pairs().into_iter().map(|pair| {
        json!({
            "one": pair.one,
            "other": pair.other,
            "verdict": pair.verdict.name(),
            "reason": pair.reason.to_string(),
        })
    });
    let held = incident.held.as_ref().map(|held| {
        let verdict = |verdict: &crate::layer::Verdict| {
            json!({
                "value": verdict.value,
                "reason": verdict.reason,
                "created": verdict.created.to_string(),
            })
        };
        json!({
            "id": held.id.0.to_string(),
            "person": held.person,
            "name": maybe(&held.name),
            "note": maybe(&held.note),
            "without_figure": held.n_without_figure,
            "verdicts": held.verdicts.iter().map(verdict).collect::<Vec<_>>(),
        })
    });
    json!({
        "id": incident.id.0.to_string(),
        "held": held,
        "place": maybe(&incident.place),
        "from": incident.days.map(|days| days::iso(days.first)),
        "to": incident.days.map(|days| days::iso(days.last)),
        "origins": incident.origins,
        "outcomes": outcomes.collect::<Vec<_>>(),
        "statements": statements.collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
    })
}

fn maybe(words: &str) -> Option<&str> {
    Some(words).filter(|words| !words.is_empty())
}

fn account(account: &Account) -> Value {
    json!({
        "mark": account.mark.0.to_string(),
        "article": &*account.article,
        "outlet": maybe(&account.outlet),
        "told_on": account.told_on.map(days::iso),
        "by": &*account.person,
        "outcome": maybe(&account.outcome),
        "population": maybe(&account.population),
        "low": account.low,
        "high": account.high,
        "stated": account.stated,
        "wording": &*account.wording,
        "convention": maybe(&account.convention),
        "denied": account.is_denied,
        "share": maybe(&account.share),
        "place": maybe(&account.place),
        "blamed": maybe(&account.blamed),
        "sources": account.sources.iter().collect::<Vec<_>>(),
        "quote": &*account.quote,
    })
}

const COLUMNS: [&str; 17] = [
    "incident",
    "place",
    "from",
    "to",
    "origin",
    "told_on",
    "article",
    "outlet",
    "outcome",
    "population",
    "low",
    "high",
    "stated",
    "wording",
    "convention",
    "denied",
    "quote",
];

/// A row for each account.
fn rows(incident: &Incident) -> Vec<[String; 17]> {
    let number = |n: Option<u64>| n.map_or_else(String::new, |n| n.to_string());
    let day = |day: Option<i32>| day.map(days::iso).unwrap_or_default();
    let of_statement = |(nth, account): (usize, &Arc<Account>)| {
        let statement = incident.statements.iter().find(|statement| statement.accounts.contains(&nth));
        let origin = statement.and_then(|statement| incident.origins.get(statement.origin));
        [
            incident.id.0.to_string(),
            incident.place.to_string(),
            day(incident.days.map(|days| days.first)),
            day(incident.days.map(|days| days.last)),
            origin.map(ToString::to_string).unwrap_or_default(),
            day(account.told_on),
            account.article.to_string(),
            account.outlet.to_string(),
            account.outcome.to_string(),
            account.population.to_string(),
            number(account.low),
            number(account.high),
            number(account.stated),
            account.wording.to_string(),
            account.convention.to_string(),
            if account.is_denied { "yes".to_owned() } else { String::new() },
            account.quote.to_string(),
        ]
    };
    incident.accounts.iter().enumerate().map(of_statement).collect()
}

fn in_words(incident: &Incident, rule: &Rule) -> String {
    let place = if incident.place.is_empty() { "no place" } else { &incident.place };
    let days = incident.days.map_or_else(|| "no date".to_owned(), |days| days.to_string());
    let held = incident.held.as_ref().map(held_in_words).unwrap_or_default();
    let mut words = format!(
        "{held}{}, {days}: {}, {}\n",
        visible(place),
        count(incident.accounts.len(), "figure"),
        count(incident.origins.len(), "origin"),
    );
    for outcome in incident.outcomes() {
        if let Some(estimate) = incident.estimate(outcome, rule) {
            let outcome = if outcome.is_empty() { "harmed" } else { outcome };
            words.push_str(&format!("  {}: {} ({rule})\n", visible(outcome), estimated(&estimate)));
        }
    }
    for (nth, statement) in incident.statements.iter().enumerate() {
        let Some(first) = incident.first(nth) else { continue };
        let origin = incident.origins.get(statement.origin).map_or("", AsRef::as_ref);
        let more = match statement.accounts.len() {
            1 => String::new(),
            n => format!(" and {} more", n - 1),
        };
        let day = first.told_on.map(days::iso).unwrap_or_default();
        let counted =
            [&*first.interval, &*first.outcome, &*first.population].map(|word| visible(word).into_owned());
        let counted: Vec<String> = counted.into_iter().filter(|word| !word.is_empty()).collect();
        let denied = if first.is_denied { ", denied" } else { "" };
        words.push_str(&format!(
            "  {:>3}  {}{denied}  {}  {day} {}{more}  {}\n",
            nth + 1,
            counted.join(" "),
            visible(origin),
            visible(&first.article),
            quoted(&first.wording, 60),
        ));
    }
    words.push_str(&verdicts(incident));
    words.push('\n');
    words
}

/// Who put it together and what they hold of it.
fn held_in_words(held: &Held) -> String {
    let by = visible(&held.person);
    let mut words = match &*held.name {
        "" => format!("put together by {by}\n"),
        name => format!("{} (put together by {by})\n", visible(name)),
    };
    if let Some(verdict) = held.verdicts.last() {
        let (value, reason) = (visible(&verdict.value), visible(&verdict.reason));
        words.push_str(&format!("  {value}: {reason}\n"));
    }
    words
}

/// The verdicts that a person should see, and how many others there are.
fn verdicts(incident: &Incident) -> String {
    let pairs = incident.pairs();
    let is_shown = |verdict| matches!(verdict, Verdict::Conflict | Verdict::Reversal | Verdict::Update);
    let shown = pairs.iter().filter(|pair| is_shown(pair.verdict));
    let mut words: String = shown
        .map(|pair| {
            format!("       {} and {}: {}, {}\n", pair.one + 1, pair.other + 1, pair.verdict, pair.reason)
        })
        .collect();
    let others = Verdict::ALL.into_iter().filter(|verdict| !is_shown(*verdict));
    let others = others.map(|verdict| (pairs.iter().filter(|pair| pair.verdict == verdict).count(), verdict));
    let others: Vec<String> =
        others.filter(|(n, _)| 0 < *n).map(|(n, verdict)| format!("{n} {verdict}")).collect();
    if !others.is_empty() {
        words.push_str(&format!("       pairs: {}\n", others.join(", ")));
    }
    words
}

fn estimated(estimate: &Estimate) -> String {
    let number = |n: Option<u64>, open: &str| n.map_or_else(|| open.to_owned(), |n| n.to_string());
    if estimate.statements.is_empty() {
        return "no number by this rule".to_owned();
    }
    let best = estimate.best.map(|best| format!("best {best}, ")).unwrap_or_default();
    format!("{best}from {} to {}", number(estimate.low, "0"), number(estimate.high, "open"))
}
