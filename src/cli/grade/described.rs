//! Grades, for programs and for people.

use super::super::print::{quoted, visible};
use crate::analysis::grading::{Grade, Judged, KeyMark, Verdict};
use crate::session::class::marking::counted;
use crate::session::class::phrase::points;
use crate::session::class::tables::{rounded, summary};
use crate::session::class::{ClassBook, Marking, Pupil};
use serde_json::{Value, json};

/// The most characters of a passage that are printed.
const LONGEST: usize = 60;
/// All pupils as an array.
pub(super) fn all(book: &ClassBook) -> Value {
    let before = |nth: usize| {
        let then = book.before.as_ref()?.people.iter().find(|(_, now, _)| *now == Some(nth))?.2?;
        Some(&book.before.as_ref()?.pupils.get(then)?.grade)
    };
    let pupils = book.pupils.iter().zip(&book.names).enumerate();
    Value::Array(pupils.map(|(nth, (pupil, name))| one(&book.marking, pupil, name, before(nth))).collect())
}

fn one(marking: &Marking, pupil: &Pupil, name: &str, before: Option<&Grade>) -> Value {
    let grade = &pupil.grade;
    let marks = grade.marks.iter().zip(marking.key()).map(|(judged, key)| mark(judged, key));
    let extras = grade.extras.iter().map(|id| {
        let words = pupil.handed.words.get(id);
        json!({
            "id": id.0.to_string(),
            "quote": words.map(|(quote, _)| quote),
            "tags": words.map(|(_, tags)| tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>()),
            "points": -grade.cost,
        })
    });
    let mut one = json!({
        "name": name,
        "id": pupil.handed.person.id.0.to_string(),
        "points": rounded(grade.points),
        "of": rounded(grade.of),
        "passed": grade.has_passed,
        "handed_in": pupil.handed.handed_in.map(|at| at.to_string()),
        "marks": marks.collect::<Vec<_>>(),
        "extras": extras.collect::<Vec<_>>(),
        "unplaced": pupil.handed.unplaced,
    });
    if let (Some(map), Some(before)) = (one.as_object_mut(), before) {
        let before = json!({ "points": rounded(before.points), "of": rounded(before.of) });
        map.insert("before".to_owned(), before);
    }
    one
}

fn mark(judged: &Judged, key: &KeyMark) -> Value {
    let lines = judged.lines.iter().map(|line| {
        json!({
            "part": line.part.name(),
            "points": rounded(line.points),
            "of": rounded(line.of),
            "why": line.why.to_string(),
        })
    });
    json!({
        "id": judged.key.0.to_string(),
        "verdict": judged.verdict.name(),
        "points": rounded(judged.points()),
        "of": rounded(judged.of()),
        "why": judged.why(),
        "quote": key.quote,
        "explanation": key.explanation,
        "by_hand": judged.by_hand.as_ref().map(|by_hand| by_hand.reason.as_str()),
        "own": judged.own.map(|own| own.0.to_string()),
        "lines": lines.collect::<Vec<_>>(),
    })
}

/// The grade book for people, and what the class has in common.
pub(super) fn printed(book: &ClassBook) -> String {
    let mut shown = String::new();
    for (pupil, name) in book.pupils.iter().zip(&book.names) {
        let passed = if pupil.grade.has_passed { "passed" } else { "not passed" };
        shown.push_str(&format!("{}: {}; {passed}\n", visible(name), summary(pupil)));
        for (judged, key) in pupil.grade.marks.iter().zip(book.marking.key()) {
            if judged.verdict != Verdict::Found || judged.by_hand.is_some() {
                let words = quoted(&key.quote, LONGEST);
                let (given, of) = (points(judged.points()), points(judged.of()));
                shown.push_str(&format!("  {given}/{of}  {words}: {}\n", visible(&judged.why())));
            }
        }
        for extra in &pupil.grade.extras {
            let words = pupil.handed.words.get(extra).map_or("", |(words, _)| words.as_str());
            shown.push_str(&format!(
                "  -{}  {}: not in the key\n",
                points(pupil.grade.cost),
                quoted(words, LONGEST)
            ));
        }
    }
    shown.push_str(&in_common(book));
    shown.push_str(&compared(book));
    shown
}

/// What was taken for what, what divided the class, and what the key lacks.
fn in_common(book: &ClassBook) -> String {
    let mut shown = String::new();
    let who = |pupils: &[usize]| {
        let name = |(nth, times): (usize, usize)| {
            let name = visible(book.names.get(nth)?);
            Some(if times == 1 { name.into_owned() } else { format!("{name} ({times} times)") })
        };
        counted(pupils).into_iter().filter_map(name).collect::<Vec<_>>().join(", ")
    };
    for confused in &book.class.confused {
        let (key, own, n) = (&confused.key, &confused.own, confused.pupils.len());
        shown.push_str(&format!("{key} taken for {own}: {n} ({})\n", who(&confused.pupils)));
    }
    let divided = book.class.divided.iter().filter(|one| 0 < one.n_right && 0 < one.n_other + one.n_missed);
    for divided in divided.take(3) {
        let quote = book.marking.key().get(divided.key).map_or("", |key| key.quote.as_str());
        shown.push_str(&format!(
            "divided the class: {}: {} as in the key, {} otherwise, {} not\n",
            quoted(quote, LONGEST),
            divided.n_right,
            divided.n_other,
            divided.n_missed
        ));
    }
    for answer in &book.class.answers {
        let giver = answer.pupils.first().and_then(|&nth| book.pupils.get(nth));
        let words = giver.and_then(|pupil| pupil.handed.words.get(&answer.example));
        let words = words.map_or("", |(words, _)| words.as_str());
        let tags: Vec<&str> = answer.tags.iter().map(|tag| tag.as_str()).collect();
        let (n, who) = (answer.pupils.len(), who(&answer.pupils));
        let tags = visible(&tags.join(", ")).into_owned();
        shown.push_str(&format!(
            "not in the key, and given by {n}: {tags} {} ({who})\n",
            quoted(words, LONGEST)
        ));
    }
    shown
}

/// The class an earlier time and now.
fn compared(book: &ClassBook) -> String {
    let Some(before) = &book.before else { return String::new() };
    let percent =
        |share: Option<f64>| share.map_or("-".to_owned(), |share| format!("{:.0} %", share * 100.0));
    let mut shown = String::new();
    for ((name, ..), change) in before.people.iter().zip(&before.compared.pupils) {
        let (then, now) = (percent(change.before), percent(change.after));
        shown.push_str(&format!("before and after: {}: {then} to {now}\n", visible(name)));
    }
    for (tag, change) in &before.compared.tags {
        let (then, now) = (percent(change.before), percent(change.after));
        shown.push_str(&format!("of {tag} as in the key: {then} to {now}\n"));
    }
    for (key, change) in book.marking.key().iter().zip(&before.compared.marks) {
        let (then, now) = (percent(change.before), percent(change.after));
        shown.push_str(&format!("as in the key: {}: {then} to {now}\n", quoted(&key.quote, LONGEST)));
    }
    if let Some((then, now)) = before.compared.mean {
        shown.push_str(&format!(
            "on average, of those graded both times: {} to {}\n",
            percent(Some(then)),
            percent(Some(now))
        ));
    }
    shown
}
