//! `postil import`: marks from an export of ours, put into a layer as they were.

use super::args::ImportArgs;
use super::print::visible;
use super::{End, Refusal, Stop, World, articles, count, not_saved};
use crate::exchange::{self, Incoming, IncomingLayer};
use crate::session::Session;

/// The most that is read of an export, in bytes.
const MOST_BYTES: usize = 512 << 20;

pub(super) fn run(args: &ImportArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let incoming = read(args, world)?;
    let person = articles::person(&args.name, world)?;
    let mut session = articles::open(&args.document, &args.reading, Some(person), world)?;
    let meant = of_person(of_document(&incoming, &session)?, args)?;
    let taken = session.take_in(&meant.file, world.host)?;
    session.save(world.host).map_err(not_saved)?;
    let mut told = vec![format!("{} taken in", count(taken.n_new, "mark"))];
    let others = [(taken.n_renewed, "renewed"), (taken.n_same, "there already")];
    told.extend(others.iter().filter(|(n, _)| 0 < *n).map(|(n, what)| format!("{n} {what}")));
    if 0 < taken.n_links {
        told.push(format!("{} taken in", count(taken.n_links, "link")));
    }
    world.out.line(&told.join(", "))?;
    let unread = incoming.n_unread + meant.file.n_foreign();
    if 0 < unread {
        world.warn(&format!("{} of the export could not be sorted and came not in", count(unread, "line")));
        return Ok(End::Findings);
    }
    Ok(End::Done)
}

fn read(args: &ImportArgs, world: &World<'_>) -> Result<Incoming, Refusal> {
    let path = args.file.to_string_lossy();
    let fail = |why: String| Refusal::new(format!("cannot read `{}`: {why}", visible(&path)));
    let bytes = world.host.read(&args.file, MOST_BYTES).map_err(|error| fail(error.to_string()))?;
    if MOST_BYTES < bytes.len() {
        return Err(fail(format!("it has more than {} MiB", MOST_BYTES >> 20)).hint("export single articles"));
    }
    exchange::read(&bytes)
        .map_err(|error| fail(error.to_string()).hint("export with `--format w3c` or `--format ndjson`"))
}

/// The layers that are about this article: by its id, its text or its name; else those of the only one.
fn of_document<'a>(incoming: &'a Incoming, session: &Session) -> Result<Vec<&'a IncomingLayer>, Refusal> {
    let (id, digest, name) = (session.document_id(), session.document().digest(), session.file_name());
    let which = |is_meant: &dyn Fn(&IncomingLayer) -> bool| -> Vec<&'a IncomingLayer> {
        incoming.layers.iter().filter(|layer| is_meant(layer)).collect()
    };
    let ways: [Vec<&IncomingLayer>; 3] = [
        which(&|layer| layer.header.document == id),
        which(&|layer| layer.header.digest == Some(digest)),
        which(&|layer| layer.header.file == name),
    ];
    if let Some(found) = ways.into_iter().find(|found| !found.is_empty()) {
        let first = found.first().map(|layer| layer.header.document);
        return Ok(found.into_iter().filter(|layer| Some(layer.header.document) == first).collect());
    }
    let mut names: Vec<&str> = incoming.layers.iter().map(|layer| layer.header.file.as_str()).collect();
    names.dedup();
    match names.as_slice() {
        [_] => Ok(incoming.layers.iter().collect()),
        _ => Err(Refusal::new("none of the articles in the export is this one")
            .hint(format!("it holds marks on {}", listed(&names)))),
    }
}

/// The layer of the person that is asked for, or of the only one.
fn of_person<'a>(layers: Vec<&'a IncomingLayer>, args: &ImportArgs) -> Result<&'a IncomingLayer, Refusal> {
    let who = args.by.as_ref().unwrap_or(&args.name);
    if let Some(&found) = layers.iter().find(|layer| layer.header.annotator.answers_to(who)) {
        return Ok(found);
    }
    let names: Vec<&str> = layers.iter().map(|layer| layer.header.annotator.name.as_str()).collect();
    match layers.as_slice() {
        [only] if args.by.is_none() => Ok(only),
        _ => Err(Refusal::new(format!("the export holds no marks by `{}` on this article", visible(who)))
            .hint(format!("say with `--by` whose marks come in; it holds marks by {}", listed(&names)))),
    }
}

fn listed(names: &[&str]) -> String {
    const MOST: usize = 20;
    let mut names = names.to_vec();
    names.sort_unstable();
    names.dedup();
    let mut listed: Vec<String> =
        names.iter().take(MOST).map(|name| format!("`{}`", visible(name))).collect();
    if MOST < names.len() {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}
