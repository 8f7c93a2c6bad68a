//! `postil propose`: passages that look like a claim, a denial, a casualty report or an opinion, by rules.

use super::args::ProposeArgs;
use super::print::quoted;
use super::{End, Stop, World, articles, json, not_saved};
use crate::analysis::Proposal;
use crate::analysis::proposals::NAME;
use crate::document::{Document, Numbers};
use crate::session::action::proposed::OnProposals;
use crate::session::{Action, Session};
use crate::text::TextRange;
use serde_json::{Value, json};

/// The most characters of a passage that are printed.
const LONGEST: usize = 80;

pub(super) fn run(args: &ProposeArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let person = if args.write { Some(articles::person(NAME, world)?) } else { None };
    let mut all = Vec::new();
    for path in &args.files {
        let mut session = articles::open(path, &args.reading, person.clone(), world)?;
        session.perform(&Action::Proposals(OnProposals::Find), world.host)?;
        if args.json {
            let name = (1 < args.files.len()).then(|| session.path().to_string_lossy().into_owned());
            let found = session.proposals();
            all.extend(found.iter().map(|(_, one)| described(one, name.as_deref(), session.document())));
        } else {
            print(&session, 1 < args.files.len(), world)?;
        }
        if args.write {
            write(&mut session, world)?;
        }
    }
    if args.json {
        json::print(&Value::Array(all), &mut world.out)?;
    }
    Ok(End::Done)
}

/// The proposals as marks of the annotator that they are named after, in a layer beside the article.
fn write(session: &mut Session, world: &mut World<'_>) -> Result<(), Stop> {
    let numbers: Vec<usize> = session.proposals().iter().map(|(nth, _)| *nth).collect();
    for nth in numbers {
        session.perform(&Action::Proposals(OnProposals::Accept(Some(nth))), world.host)?;
    }
    session.save(world.host).map_err(not_saved)?;
    Ok(())
}

fn print(session: &Session, is_named: bool, world: &mut World<'_>) -> Result<(), Stop> {
    let document = session.document();
    if is_named {
        world.out.line(&super::print::visible(&session.path().to_string_lossy()))?;
    }
    let numbers = Numbers::of(document);
    for (nth, proposal) in session.proposals() {
        let tag = session.codebook().label(&proposal.tag);
        let paragraph = numbers.at(document, proposal.range.start());
        let place = paragraph.map_or_else(String::new, |number| format!(" (paragraph {number})"));
        let words = quoted(document.slice(proposal.range), LONGEST);
        world.out.line(&format!(
            "{nth:>3} {} {:.2}: {words}{place}",
            super::print::visible(tag),
            proposal.score
        ))?;
        let because = proposal.because(document.text());
        let because = super::print::visible(&because);
        let sources: Vec<&str> = proposal.sources.iter().map(|source| source.name.as_str()).collect();
        let by = match sources.as_slice() {
            [] => String::new(),
            sources => format!("; by {}", super::print::visible(&sources.join(" ← "))),
        };
        world.out.line(&format!("    {because}{by}"))?;
    }
    Ok(())
}

fn described(proposal: &Proposal, name: Option<&str>, document: &Document) -> Value {
    let place = document.code_points(proposal.range);
    let words = |range: TextRange| {
        let place = document.code_points(range);
        json!({ "text": document.slice(range), "start": place.start, "end": place.end })
    };
    let sources: Vec<Value> = proposal.sources.iter().map(|source| words(source.at)).collect();
    // A score is no exact number: two decimals say all that it knows.
    let score = (f64::from(proposal.score) * 100.0).round() / 100.0;
    let mut described = json!({
        "start": place.start,
        "end": place.end,
        "text": document.slice(proposal.range),
        "tag": proposal.tag.as_str(),
        "reason": proposal.because(document.text()),
        "score": score,
        "source": sources.first(),
        "cue": proposal.cue.map(words),
    });
    if let Some(of) = described.as_object_mut() {
        if 1 < sources.len() {
            of.insert("chain".to_owned(), Value::Array(sources));
        }
        of.extend(name.map(|name| ("document".to_owned(), json!(name))));
    }
    described
}
