//! Verdicts, reasons and rules in the words of the window.

use crate::analysis::incidents::{Account, Estimate, Incident, Reason, Rule, Verdict};
use crate::gui::widgets::{in_visual_order, visible};
use crate::gui::words::{days, figures, say};
use crate::layer::FigureField;

/// What a person called it, else its place and days.
pub(super) fn title(incident: &Incident) -> String {
    let title = incident.name().map_or_else(|| place_and_days(incident), str::to_owned);
    if title.is_empty() { say!("incidents-nowhere") } else { in_visual_order(&visible(&title)) }
}

/// Where and when it was, as far as that is known.
pub(super) fn place_and_days(incident: &Incident) -> String {
    let when = incident.days.map(days).unwrap_or_default();
    format!("{} {when}", incident.place).trim().to_owned()
}

/// Who says a statement in the end.
pub(super) fn origin(incident: &Incident, statement: usize) -> String {
    let origin = incident.statements.get(statement).map(|statement| statement.origin);
    origin.and_then(|origin| incident.origins.get(origin)).map(ToString::to_string).unwrap_or_default()
}

/// Of whom an account counts.
pub(super) fn people(account: &Account) -> String {
    figures::value(FigureField::Population, &account.population)
}

pub(super) fn rule(rule: &Rule) -> String {
    match rule {
        Rule::Range => say!("rule-range"),
        Rule::Majority => say!("rule-majority"),
        Rule::MostConservative => say!("rule-most-conservative"),
        Rule::Hierarchy(_) => say!("rule-hierarchy"),
        Rule::Latest => say!("rule-latest"),
    }
}

/// What a rule takes.
pub(super) fn rule_hint(rule: &Rule) -> String {
    match rule {
        Rule::Range => say!("rule-range-hint"),
        Rule::Majority => say!("rule-majority-hint"),
        Rule::MostConservative => say!("rule-most-conservative-hint"),
        Rule::Hierarchy(_) => say!("rule-hierarchy-hint"),
        Rule::Latest => say!("rule-latest-hint"),
    }
}

/// How many statements a rule leaves out, and why.
pub(super) fn left_out(estimate: &Estimate) -> String {
    let facts = [
        (estimate.n_vague, say!("incidents-n-vague", count = estimate.n_vague)),
        (estimate.n_denied, say!("incidents-n-denied", count = estimate.n_denied)),
        (estimate.n_parts, say!("incidents-n-parts", count = estimate.n_parts)),
    ];
    let facts: Vec<String> = facts.into_iter().filter(|(n, _)| 0 < *n).map(|(_, words)| words).collect();
    if facts.is_empty() { String::new() } else { say!("incidents-left-out", facts = facts.join(", ")) }
}

pub(super) fn verdict(verdict: Verdict) -> String {
    match verdict {
        Verdict::Conflict => say!("verdict-conflict"),
        Verdict::Reversal => say!("verdict-reversal"),
        Verdict::Update => say!("verdict-update"),
        Verdict::PartOf => say!("verdict-part-of"),
        Verdict::Compatible => say!("verdict-compatible"),
        Verdict::Repeat => say!("verdict-repeat"),
        Verdict::NotComparable => say!("verdict-not-comparable"),
    }
}

pub(super) fn reason(reason: Reason) -> String {
    match reason {
        Reason::OtherOutcome => say!("reason-other-outcome"),
        Reason::OtherPopulation => say!("reason-other-population"),
        Reason::NoNumber => say!("reason-no-number"),
        Reason::Denied => say!("reason-denied"),
        Reason::OtherDenied => say!("reason-other-denied"),
        Reason::BothDenied => say!("reason-both-denied"),
        Reason::SameOrigin => say!("reason-same-origin"),
        Reason::Rose(days) => say!("reason-rose", days = days),
        Reason::Fell(days) => say!("reason-fell", days = days),
        Reason::TwoNumbers => say!("reason-two-numbers"),
        Reason::Meet => say!("reason-meet"),
        Reason::SameNumber => say!("reason-same-number"),
        Reason::Apart(days) => say!("reason-apart", days = days),
        Reason::Replaced => say!("reason-replaced"),
        Reason::Former => say!("reason-former"),
        Reason::Outgrown(days) => say!("reason-outgrown", days = days),
        Reason::OutgrownByPart(days) => say!("reason-outgrown-by-part", days = days),
        Reason::OnTop => say!("reason-on-top"),
        Reason::Part => say!("reason-part"),
        Reason::LargerPart => say!("reason-larger-part"),
    }
}

/// What became of people; nothing where the words do not say.
fn outcome(word: &str) -> String {
    figures::value(FigureField::Outcome, word)
}

/// `≥ 36 killed civilians`, and whether it is denied.
pub(super) fn counted(account: &Account) -> String {
    let number = match account.stated {
        _ if !account.has_number() => say!("figure-as-worded"),
        Some(stated) if account.low.is_none() && account.high.is_none() => {
            say!("figure-about", number = stated.to_string())
        }
        _ => account.interval.to_string(),
    };
    let mut words = vec![number, outcome(&account.outcome), people(account)];
    words.retain(|word| !word.is_empty());
    let words = words.join(" ");
    if account.is_denied { say!("incidents-denied", figure = words) } else { words }
}

/// Low, best and high of an outcome.
pub(super) fn estimate(outcome: &str, rule: &Rule, estimate: &Estimate) -> String {
    let number = |n: Option<u64>| n.map_or_else(|| say!("incidents-open"), |n| n.to_string());
    let outcome = if outcome.is_empty() { say!("incidents-harmed") } else { self::outcome(outcome) };
    let rule = self::rule(rule);
    if estimate.statements.is_empty() {
        return say!("incidents-no-number", outcome = outcome, rule = rule);
    }
    let (low, high) = (number(Some(estimate.low.unwrap_or(0))), number(estimate.high));
    match estimate.best {
        Some(best) => {
            say!(
                "incidents-best",
                outcome = outcome,
                rule = rule,
                best = best.to_string(),
                low = low,
                high = high
            )
        }
        None => say!("incidents-from-to", outcome = outcome, rule = rule, low = low, high = high),
    }
}
