//! `postil report`: one page that holds everything, and the same as JSON.

use super::args::ReportArgs;
use super::articles::{self, Read};
use super::print::visible;
use super::{End, Refusal, Stop, World, export};
use crate::exchange::report::ReportArticle;
use crate::library::{Entry, FolderFiles};
use crate::session::Session;
use crate::session::report::{Around, report};
use std::collections::BTreeSet;
use std::path::Path;

pub(super) fn run(args: &ReportArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let beside = args.out.with_extension("json");
    if beside == args.out {
        return Err(Refusal::new("the page would take the place of its own data")
            .hint("give the report the ending `.html`")
            .into());
    }
    export::refuse_what_is_not_ours(&args.out, world)?;
    let me = world.host.annotator();
    let mut articles: Vec<ReportArticle> = Vec::new();
    let mut entries = Vec::new();
    let mut codebook = None;
    let mut folders = BTreeSet::new();
    let end = articles::each(
        &args.paths,
        world,
        &|path, host| {
            let session = Session::open(path, &args.reading.options(), me.clone(), host)?;
            let name = path.to_string_lossy();
            let entry = Entry::opened(&name, session.article());
            let is_meant = args.all || !entry.rows.is_empty();
            let found = is_meant.then(|| (session.reported(&name), entry, session.codebook().clone()));
            Ok(Read::of((found, path.to_owned()), &session))
        },
        |(found, path), _| {
            let Some((article, entry, its)) = found else { return Ok(End::Done) };
            if export::is_same(&path, &args.out) {
                return Err(export::refused(&args.out, "it is one of the articles, and has marks").into());
            }
            folders.insert(path.parent().unwrap_or(Path::new("")).to_owned());
            articles.push(article);
            entries.push(entry);
            codebook.get_or_insert(its);
            Ok(End::Done)
        },
    )?;
    let (registers, warnings) = FolderFiles::around(&folders, world.host);
    warnings.iter().for_each(|warning| world.warn(&warning.to_string()));
    let around = Around {
        codebook: &codebook.unwrap_or_default(),
        registers: &registers,
        me: me.map(|me| me.id),
        rule: &args.rule,
        made: world.host.now(),
    };
    let (page, data) = report(articles, entries, &around).written();
    write(&args.out, page.as_bytes(), world)?;
    write(&beside, data.as_bytes(), world)?;
    Ok(end)
}

fn write(path: &Path, bytes: &[u8], world: &mut World<'_>) -> Result<(), Refusal> {
    world.host.write(path, bytes).map_err(|error| {
        Refusal::new(format!("cannot write `{}`: {error}", visible(&path.to_string_lossy())))
            .hint("choose another file")
    })
}
