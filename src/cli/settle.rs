//! `postil settle`: what all people agree on goes into a layer of its own, and the rest is listed.

use super::args::SettleArgs;
use super::print::{quoted, visible};
use super::{End, Refusal, Stop, World, articles, count, json, not_saved};
use crate::analysis::agreement::Difference;
use crate::layer::{Annotator, AnnotatorId};
use crate::session::{Action, How, Session, Undecided};
use serde_json::{Value, json};

/// The most characters of a passage that are printed.
const LONGEST: usize = 60;

pub(super) fn run(args: &SettleArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let person = articles::person(&args.name, world)?;
    let settled = person.id;
    let mut session = articles::open(&args.file, &args.reading, Some(person), world)?;
    let people = people(args, &session, settled)?;
    let ids: Vec<AnnotatorId> = people.iter().map(|person| person.id).collect();
    let agreed = session.undecided(&ids).into_iter().filter(|found| found.differences.is_empty());
    let agreed: Vec<Vec<String>> =
        agreed.filter(|found| !found.is_again).map(|found| named(&found)).collect();
    let mut copied = Vec::new();
    for marks in agreed {
        // What all agree on went into the outcome from all of them: the copy is the first one's.
        let made = session.perform(&Action::Decide(How::Merge, marks, String::new()), world.host)?;
        copied.extend(made.created);
    }
    session.save(world.host).map_err(not_saved)?;
    let rest = session.undecided(&ids);
    if args.json {
        let outcome = |person: &Annotator| {
            let (decided, taken) = session.outcome_for(person.id, &ids);
            json!({ "name": person.name, "decided": decided, "taken": taken })
        };
        let described = json!({
            "copied": copied.iter().map(|id| id.0.to_string()).collect::<Vec<_>>(),
            "rest": rest.iter().map(|found| described(found, &session, &people)).collect::<Vec<_>>(),
            "people": people.iter().map(outcome).collect::<Vec<_>>(),
        });
        json::print(&described, &mut world.out)?;
    } else {
        world.out.line(&format!("{} copied, on which all agree", count(copied.len(), "mark")))?;
        for found in &rest {
            world.out.line(&listed(found, &session, &people))?;
        }
        world.out.line(&format!("{} to be decided", count(rest.len(), "difference")))?;
    }
    Ok(if rest.is_empty() { End::Done } else { End::Findings })
}

/// The people that are asked for, each once.
fn people(args: &SettleArgs, session: &Session, settled: AnnotatorId) -> Result<Vec<Annotator>, Refusal> {
    let mut people: Vec<Annotator> = Vec::new();
    for who in &args.layers {
        let layers = session.layers().iter().map(|placed| &placed.layer.annotator);
        let found: Vec<&Annotator> =
            layers.filter(|person| person.id != settled && person.answers_to(who)).collect();
        if found.is_empty() {
            let names = session.layers().iter().map(|placed| placed.layer.annotator.name.clone());
            return Err(Refusal::new(format!("nobody called `{who}` has marked there"))
                .hint(format!("there are marks by {}", names.collect::<Vec<_>>().join(", "))));
        }
        for person in found {
            if !people.iter().any(|known| known.id == person.id) {
                people.push(person.clone());
            }
        }
    }
    if people.len() < 2 {
        return Err(Refusal::new("to settle takes marks of two people at least"));
    }
    Ok(people)
}

fn named(found: &Undecided) -> Vec<String> {
    found.marks.iter().flatten().map(|id| id.0.to_string()).collect()
}

fn kinds(found: &Undecided) -> Vec<&'static str> {
    found.differences.iter().copied().map(Difference::name).collect()
}

fn listed(found: &Undecided, session: &Session, people: &[Annotator]) -> String {
    let sides = found.marks.iter().zip(people).map(|(mark, person)| {
        let name = visible(&person.name).into_owned();
        let Some(mark) = mark.and_then(|id| session.mark(id)) else { return format!("{name}: nothing") };
        let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| tag.as_str()).collect();
        let words = quoted(&mark.annotation.quote(), LONGEST);
        format!("{name}: {} {} {words}", mark.annotation.id, visible(&tags.join(", ")))
    });
    let kinds = kinds(found);
    let what = if kinds.is_empty() { "changed since".to_owned() } else { kinds.join(", ") };
    let again = if found.is_again && !kinds.is_empty() { " (changed since)" } else { "" };
    format!("  {what}{again}: {}", sides.collect::<Vec<_>>().join(" / "))
}

fn described(found: &Undecided, session: &Session, people: &[Annotator]) -> Value {
    let sides = found.marks.iter().zip(people).map(|(mark, person)| {
        let mark = mark.and_then(|id| session.mark(id));
        json!({
            "person": person.name,
            "id": mark.map(|mark| mark.annotation.id.0.to_string()),
            "tags": mark.map(|mark| mark.annotation.tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>()),
            "quote": mark.map(|mark| mark.annotation.quote()),
        })
    });
    json!({ "kinds": kinds(found), "changed": found.is_again, "marks": sides.collect::<Vec<_>>() })
}
