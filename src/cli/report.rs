//! `postil report`: one page that holds everything, and the same as JSON.

use super::args::ReportArgs;
use super::articles::{self, Read};
use super::print::visible;
use super::{End, Refusal, Stop, World, export};
use crate::exchange::report::{ReportArticle, page};
use crate::library::Entry;
use crate::session::Session;
use crate::session::report::report;
use crate::text::shown::safe_json;
use std::path::Path;

pub(super) fn run(args: &ReportArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let beside = args.out.with_extension("json");
    if beside == args.out {
        return Err(Refusal::new("the page would take the place of its own data")
            .hint("give the report the ending `.html`")
            .into());
    }
    export::refuse_what_is_not_ours(&args.out)?;
    let me = world.host.annotator();
    let mut articles: Vec<ReportArticle> = Vec::new();
    let mut entries = Vec::new();
    let mut codebook = None;
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
            articles.push(article);
            entries.push(entry);
            codebook.get_or_insert(its);
            Ok(End::Done)
        },
    )?;
    Entry::date_together(&mut entries);
    let codebook = codebook.unwrap_or_default();
    let data = report(articles, &entries, &codebook, &args.rule, world.host.now()).to_json();
    write(&args.out, page(&data).as_bytes(), world)?;
    write(&beside, safe_json(&format!("{data:#}\n")).as_bytes(), world)?;
    Ok(end)
}

fn write(path: &Path, bytes: &[u8], world: &mut World<'_>) -> Result<(), Refusal> {
    world.host.write(path, bytes).map_err(|error| {
        Refusal::new(format!("cannot write `{}`: {error}", visible(&path.to_string_lossy())))
            .hint("choose another file")
    })
}
