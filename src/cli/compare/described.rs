//! What was compared, for programs.

use super::super::csv;
use crate::analysis::agreement::{
    Compared, Difference, Finding, Mark, Pair, Scope, Text, confusion, pairs, sentence,
};
use crate::layer::{AnnotationId, TagId};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Everything as one object.
pub(super) fn all(
    texts: &[Text],
    quotes: &BTreeMap<AnnotationId, String>,
    compared: &Compared,
    names: &[String],
) -> Value {
    let measures: Vec<Value> = compared.findings.iter().map(|finding| measure(finding, names)).collect();
    let (mut all_pairs, mut confusions) = (Vec::new(), Vec::new());
    for (first, second) in each_two(names.len()) {
        let mut found: Vec<Pair<'_>> = Vec::new();
        for text in texts {
            let of = |nth: usize| compared.people.get(nth).and_then(|person| text.of_person(person));
            let (Some(one), Some(two)) = (of(first), of(second)) else { continue };
            let (here, is_optimal) = pairs(one, two);
            let describe = |it: &Pair<'_>| {
                let mut described = pair(it, quotes);
                let people = json!([names.get(first), names.get(second)]);
                if let Some(object) = described.as_object_mut() {
                    object.insert("article".to_owned(), json!(text.name));
                    object.insert("people".to_owned(), people);
                    object.insert("is_best_matching".to_owned(), json!(is_optimal));
                }
                described
            };
            all_pairs.extend(here.iter().map(describe));
            found.extend(here);
        }
        let people = json!([names.get(first), names.get(second)]);
        let cell = |((row, column), n): (&(Option<TagId>, Option<TagId>), &usize)| {
            let slug = |tag: &Option<TagId>| tag.as_ref().map(|tag| tag.as_str().to_owned());
            json!({ "people": people, "first": slug(row), "second": slug(column), "n": n })
        };
        confusions.extend(confusion(&found).iter().map(cell));
    }
    json!({
        "people": people(texts, compared, names),
        "interval": if compared.is_over_articles { "articles" } else { "paragraphs" },
        "measures": measures,
        "pairs": all_pairs,
        "confusion": confusions,
    })
}

/// Each two of so many.
pub(super) fn each_two(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |first| (first + 1..n).map(move |second| (first, second)))
}

fn people(texts: &[Text], compared: &Compared, names: &[String]) -> Vec<Value> {
    let described = |(person, name): (&crate::layer::Annotator, &String)| {
        let here = || texts.iter().filter_map(|text| text.of_person(person));
        json!({
            "name": name,
            "id": person.id.0.to_string(),
            "articles": here().count(),
            "marks": here().map(|marked| marked.marks.len()).sum::<usize>(),
            "without_place": here().map(|marked| marked.n_without_place).sum::<usize>(),
        })
    };
    compared.people.iter().zip(names).map(described).collect()
}

/// What files call a scope.
pub(super) fn scope(scope: &Scope) -> &str {
    match scope {
        Scope::All => "all",
        Scope::Tag(tag) => tag.as_str(),
        Scope::Article(name) => name,
    }
}

fn people_of<'a>(finding: &Finding, names: &'a [String]) -> Vec<&'a str> {
    finding.people.iter().filter_map(|&nth| names.get(nth)).map(String::as_str).collect()
}

fn measure(finding: &Finding, names: &[String]) -> Value {
    let interval = finding.value.ok().and_then(|estimate| estimate.interval);
    json!({
        "measure": finding.measure.to_string(),
        "scope": scope(&finding.scope),
        "people": people_of(finding, names),
        "value": finding.value.ok().map(|estimate| estimate.value),
        "low": interval.map(|(low, _)| low),
        "high": interval.map(|(_, high)| high),
        "n": finding.n,
        "of": finding.measure.counts(),
        "why": finding.value.err().map(|why| why.to_string()),
        "sentence": sentence(finding, names),
    })
}

/// The measures as a table.
pub(super) fn table(compared: &Compared, names: &[String]) -> String {
    let head = ["measure", "scope", "people", "value", "low", "high", "n", "of", "why", "sentence"];
    let mut table = csv::line(head);
    for finding in &compared.findings {
        let interval = finding.value.ok().and_then(|estimate| estimate.interval);
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.5}"));
        // A negative number is no formula; the apostrophe that a cell would get is for words.
        let cells = csv::line([
            finding.measure.to_string(),
            scope(&finding.scope).to_owned(),
            people_of(finding, names).join("; "),
            String::new(),
            String::new(),
            String::new(),
            finding.n.to_string(),
            finding.measure.counts().to_owned(),
            finding.value.err().map_or_else(String::new, |why| why.to_string()),
            sentence(finding, names),
        ]);
        let numbers = format!(
            "{},{},{}",
            number(finding.value.ok().map(|estimate| estimate.value)),
            number(interval.map(|(low, _)| low)),
            number(interval.map(|(_, high)| high)),
        );
        table.push_str(&cells.replacen(",,,,", &format!(",{numbers},"), 1));
    }
    table
}

/// The gravest difference, or that there is none.
pub(super) fn kind(pair: &Pair<'_>) -> &'static str {
    pair.differences.first().map_or("agreed", |difference| difference.name())
}

fn pair(pair: &Pair<'_>, quotes: &BTreeMap<AnnotationId, String>) -> Value {
    let side = |mark: Option<&Mark>| {
        mark.map(|mark| {
            let pieces = mark.pieces.iter().map(|piece| json!({ "start": piece.start, "end": piece.end }));
            json!({
                "id": mark.id.0.to_string(),
                "tags": mark.tags.iter().map(TagId::as_str).collect::<Vec<_>>(),
                "quote": quotes.get(&mark.id),
                "pieces": pieces.collect::<Vec<_>>(),
            })
        })
    };
    json!({
        "first": side(pair.first),
        "second": side(pair.second),
        "kind": kind(pair),
        "kinds": pair.differences.iter().copied().map(Difference::name).collect::<Vec<_>>(),
        "share": pair.share,
    })
}
