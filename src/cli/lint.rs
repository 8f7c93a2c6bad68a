//! `postil lint`: what is worth a second look in what was marked, each with what mends it.

use super::args::asking::AskingArgs;
use super::asked::{self, Asked};
use super::print::quoted;
use super::{End, Stop, World, json};
use crate::analysis::checks::{Finding, findings};
use serde_json::{Value, json};

/// How many characters of a passage are told.
const MOST_WORDS: usize = 90;

pub(super) fn run(args: &AskingArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let (folders, mut end) = asked::folders(args, world)?;
    let mut array = json::Array::default();
    let mut is_nothing = !args.json;
    for folder in &folders {
        for finding in findings(&folder.entries, folder.codebook(), &folder.registers) {
            end = end.max(End::Findings);
            is_nothing = false;
            if args.json {
                array.add(&json::element(&described(&finding, folder)), &mut world.out)?;
            } else {
                print(&finding, folder, world)?;
            }
        }
    }
    if args.json {
        array.end(&mut world.out)?;
    }
    if is_nothing {
        Asked::tell_nothing(&folders, "findings", world);
    }
    Ok(end)
}

fn described(finding: &Finding, folder: &Asked) -> Value {
    json!({
        "check": finding.check.name(),
        "message": finding.check.to_string(),
        "fix": finding.fix(),
        "action": finding.action(folder.codebook()),
        "mark": finding.mark.as_ref().map(|mark| folder.described(mark)),
    })
}

fn print(finding: &Finding, folder: &Asked, world: &mut World<'_>) -> Result<(), Stop> {
    let (check, name) = (&finding.check, finding.check.name());
    match &finding.mark {
        Some(mark) => {
            let words = quoted(&mark.row().quote, MOST_WORDS);
            let (path, id) = (folder.path(mark), mark.id());
            world.out.line(&format!("{path}: {id} {words} {check} [{name}]"))?;
        }
        None => world.out.line(&format!("{check} [{name}]"))?,
    }
    world.out.line(&format!("  mend: {}", finding.fix()))
}
