//! `postil threads`: what is claimed, and who repeats, confirms and denies it, over all articles.

use super::args::asking::AskingArgs;
use super::asked::{self, Asked, verdicts};
use super::print::quoted;
use super::{End, Stop, World, json};
use crate::analysis::marked::{Bearing, Marked};
use crate::analysis::threads::{Broken, Line, Thread, Threads, judge, speaker};
use crate::layer::{Codebook, RelationSlug};
use serde_json::{Value, json};

/// How many characters of a passage are listed.
const MOST_WORDS: usize = 90;

pub(super) fn run(args: &AskingArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let (folders, end) = asked::folders(args, world)?;
    let (mut open, mut broken, mut threads) = (Vec::new(), Vec::new(), Vec::new());
    let mut is_nothing = !args.json;
    for folder in &folders {
        let found = Threads::of(&folder.entries, folder.codebook(), &folder.registers);
        if args.json {
            open.extend(found.open.iter().map(|mark| folder.described(mark)));
            broken.extend(found.broken.iter().map(|one| one_broken(one, folder)));
            threads.extend(found.threads.iter().map(|thread| described(thread, folder)));
        } else {
            is_nothing &= found.open.is_empty() && found.broken.is_empty() && found.threads.is_empty();
            print(&found, folder, world)?;
        }
    }
    if is_nothing {
        Asked::tell_nothing(&folders, "threads", world);
    }
    if args.json {
        json::print(&json!({ "open": open, "broken": broken, "threads": threads }), &mut world.out)?;
    }
    Ok(end)
}

fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Rejects => "rejects",
        Bearing::DisputesFigure => "disputes-figure",
        Bearing::Other => "other",
    }
}

fn one_broken(broken: &Broken, folder: &Asked) -> Value {
    json!({
        "mark": folder.described(&broken.mark),
        "relation": broken.kind.as_str(),
        "starts_here": broken.starts_here,
        "gone": broken.gone.0.to_string(),
        "words": broken.words,
    })
}

fn described(thread: &Thread, folder: &Asked) -> Value {
    let answer = |line: &Line| {
        json!({
            "depth": line.depth,
            "relation": line.kind.as_str(),
            "bearing": bearing(line.bearing),
            "mark": folder.described(&line.mark),
        })
    };
    json!({
        "claim": folder.described(&thread.claim),
        "contested": thread.is_contested,
        "answers": thread.lines.iter().map(answer).collect::<Vec<_>>(),
        "verdicts": verdicts(&thread.verdicts),
    })
}

fn print(found: &Threads, folder: &Asked, world: &mut World<'_>) -> Result<(), Stop> {
    if !found.open.is_empty() {
        world.out.line("Denied, but what?")?;
        for mark in &found.open {
            world.out.line(&format!("  {}", told(mark, folder)))?;
        }
    }
    if !found.broken.is_empty() {
        world.out.line("Links to what is not there")?;
        for broken in &found.broken {
            let kind = label(folder.codebook(), &broken.kind, !broken.starts_here);
            let gone = if broken.words.is_empty() {
                broken.gone.to_string()
            } else {
                quoted(&broken.words, MOST_WORDS)
            };
            world.out.line(&format!("  {} {kind} {gone}", told(&broken.mark, folder)))?;
        }
    }
    for thread in &found.threads {
        world.out.line(&told(&thread.claim, folder))?;
        for line in &thread.lines {
            let kind = label(folder.codebook(), &line.kind, true);
            let indent = "  ".repeat(line.depth);
            world.out.line(&format!("{indent}{kind}: {}", told(&line.mark, folder)))?;
        }
        for of_person in &thread.verdicts {
            if let Some(verdict) = of_person.1.last() {
                let person = &judge(of_person).name;
                let reason = quoted(&verdict.reason, MOST_WORDS);
                world.out.line(&format!("  {person} holds: {}, since {reason}", verdict.value))?;
            }
        }
    }
    Ok(())
}

fn label<'a>(codebook: &'a Codebook, kind: &'a RelationSlug, is_inverse: bool) -> &'a str {
    codebook.relation(kind).map_or(kind.as_str(), |kind| if is_inverse { &kind.inverse } else { &kind.label })
}

/// `a1b2c3d4  “The army denied it”  the army  2017/raid.txt`.
fn told(mark: &Marked, folder: &Asked) -> String {
    let words = quoted(&mark.row().quote, MOST_WORDS);
    format!("{}  {words}  {}  {}", mark.id(), speaker(mark), folder.path(mark))
}
