//! What was compared, for people.

use super::super::count;
use super::super::print::{quoted, visible};
use super::described::{each_two, scope};
use crate::analysis::agreement::{Compared, Difference, Finding, Pair, Scope, Text, pairs, sentence};
use crate::layer::AnnotationId;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The most characters of a passage that are printed.
const LONGEST: usize = 60;

/// What differs between each two people, then the measures.
pub(super) fn all(
    texts: &[Text],
    quotes: &BTreeMap<AnnotationId, String>,
    compared: &Compared,
    names: &[String],
) -> String {
    let mut shown = String::new();
    for (person, name) in compared.people.iter().zip(names) {
        let here = || texts.iter().filter_map(|text| text.of_person(person));
        let n_lost: usize = here().map(|marked| marked.n_without_place).sum();
        let lost = match n_lost {
            0 => String::new(),
            n => format!(", {n} left out: without a place in the text"),
        };
        let n = here().map(|marked| marked.marks.len()).sum();
        line(&mut shown, &format!("{}: {}{lost}", visible(name), count(n, "mark")));
    }
    for (first, second) in each_two(names.len()) {
        two(&mut shown, texts, quotes, (compared, names), (first, second));
    }
    let over = if compared.is_over_articles { "articles" } else { "paragraphs" };
    line(&mut shown, &format!("\nAgreement (interval: {over} drawn anew)"));
    let is_shown =
        |finding: &&Finding| names.len() < 4 || 2 < finding.people.len() || finding.scope == Scope::All;
    for finding in compared.findings.iter().filter(is_shown) {
        line(&mut shown, &measured(finding, names));
    }
    shown
}

fn line(shown: &mut String, words: &str) {
    shown.push_str(words.trim_end());
    shown.push('\n');
}

/// The differences of two people.
fn two(
    shown: &mut String,
    texts: &[Text],
    quotes: &BTreeMap<AnnotationId, String>,
    (compared, names): (&Compared, &[String]),
    (first, second): (usize, usize),
) {
    let of =
        |text: &Text, nth: usize| compared.people.get(nth).and_then(|person| text.of_person(person).cloned());
    let mut counts: BTreeMap<Difference, usize> = BTreeMap::new();
    let (mut n_agreed, mut lines) = (0, String::new());
    for text in texts {
        let (Some(one), Some(two)) = (of(text, first), of(text, second)) else { continue };
        for pair in &pairs(&one, &two).0 {
            n_agreed += usize::from(pair.agrees());
            for &difference in &pair.differences {
                *counts.entry(difference).or_default() += 1;
            }
            if !pair.agrees() {
                let place =
                    if texts.len() < 2 { String::new() } else { format!("{}: ", visible(&text.name)) };
                line(&mut lines, &format!("  {place}{}", differing(pair, quotes)));
            }
        }
    }
    let counts = counts.iter().map(|(difference, n)| format!(", {n} {difference}")).collect::<String>();
    let name = |nth: usize| names.get(nth).map(|name| visible(name).into_owned()).unwrap_or_default();
    line(shown, &format!("\n{} and {}: {n_agreed} agreed{counts}", name(first), name(second)));
    shown.push_str(&lines);
}

fn differing(pair: &Pair<'_>, quotes: &BTreeMap<AnnotationId, String>) -> String {
    let kinds: Vec<&str> = pair.differences.iter().map(|difference| difference.name()).collect();
    let side = |mark: Option<&crate::analysis::agreement::Mark>| {
        let Some(mark) = mark else { return "nothing".to_owned() };
        let tags: Vec<&str> = mark.tags.iter().map(|tag| tag.as_str()).collect();
        let words = quotes.get(&mark.id).map_or("", String::as_str);
        format!("{} {}", visible(&tags.join(", ")), quoted(words, LONGEST))
    };
    format!("{}: {} / {}", kinds.join(", "), side(pair.first), side(pair.second))
}

fn measured(finding: &Finding, names: &[String]) -> String {
    let mut shown = format!("  {:<19} {:<16}", finding.measure.to_string(), visible(scope(&finding.scope)));
    let written = match finding.value {
        Ok(estimate) => {
            let interval = estimate.interval.map(|(low, high)| format!("({low:.2} to {high:.2})"));
            write!(shown, " {:>6.3} {:<18}", estimate.value, interval.unwrap_or_default())
        }
        Err(_) => write!(shown, "      – {:<18}", ""),
    };
    debug_assert!(written.is_ok(), "writing to a string");
    let said = visible(&sentence(finding, names)).into_owned();
    let things = finding.measure.counts();
    let things = if finding.n == 1 { things.trim_end_matches('s') } else { things };
    format!("{shown} n {} {things}  {said}", finding.n)
}
