//! Verdicts, reasons and rules in the words of the window.

use crate::analysis::incidents::{Account, Estimate, Reason, Rule, Verdict};
use crate::gui::words::say;

pub(super) fn rule(rule: &Rule) -> String {
    match rule {
        Rule::Range => say!("rule-range"),
        Rule::Majority => say!("rule-majority"),
        Rule::MostConservative => say!("rule-most-conservative"),
        Rule::Hierarchy(_) => say!("rule-hierarchy"),
        Rule::Latest => say!("rule-latest"),
    }
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
        Reason::BothDenied => say!("reason-both-denied"),
        Reason::SameOrigin => say!("reason-same-origin"),
        Reason::Rose(days) => say!("reason-rose", days = days),
        Reason::Fell(days) => say!("reason-fell", days = days),
        Reason::TwoNumbers => say!("reason-two-numbers"),
        Reason::Meet => say!("reason-meet"),
        Reason::SameNumber => say!("reason-same-number"),
        Reason::Apart(days) => say!("reason-apart", days = days),
        Reason::Part => say!("reason-part"),
        Reason::LargerPart => say!("reason-larger-part"),
    }
}

/// `≥ 36 killed civilians`, and whether it is denied.
pub(super) fn counted(account: &Account) -> String {
    let words = [&account.interval, &account.outcome, &account.population];
    let words: Vec<&str> =
        words.into_iter().map(AsRef::as_ref).filter(|word: &&str| !word.is_empty()).collect();
    let words = words.join(" ");
    if account.is_denied { say!("incidents-denied", figure = words) } else { words }
}

/// Low, best and high of an outcome.
pub(super) fn estimate(outcome: &str, rule: &Rule, estimate: &Estimate) -> String {
    let number = |n: Option<u64>| n.map_or_else(|| say!("incidents-open"), |n| n.to_string());
    let outcome = if outcome.is_empty() { say!("incidents-harmed") } else { outcome.to_owned() };
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
