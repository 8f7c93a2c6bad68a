//! `postil report`: one page that holds everything, and the same as JSON.

use super::args::ReportArgs;
use super::folder::Gathered;
use super::print::visible;
use super::{End, Refusal, Stop, World, export};
use crate::exchange::report::ReportArticle;
use crate::session::report::{Around, report};
use std::path::Path;

pub(super) fn run(args: &ReportArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let beside = args.out.with_extension("json");
    if beside == args.out {
        return Err(Refusal::new("the page would take the place of its own data")
            .hint("give the report the ending `.html`")
            .into());
    }
    export::refuse_what_is_not_ours(&args.out, world)?;
    let mut articles: Vec<ReportArticle> = Vec::new();
    let (gathered, end) = Gathered::read(
        &args.paths,
        &args.reading,
        world,
        &|session, entry| {
            let is_meant = args.all || !entry.rows.is_empty();
            is_meant.then(|| session.reported(&entry.path))
        },
        |path, article| {
            if export::is_same(path, &args.out) {
                return Err(export::refused(&args.out, "it is one of the articles, and has marks").into());
            }
            articles.push(article);
            Ok(())
        },
    )?;
    let around = Around {
        codebook: &gathered.codebook,
        registers: &gathered.registers,
        me: world.host.annotator().map(|me| me.id),
        rule: &args.rule,
        made: world.host.now(),
    };
    let (page, data) = report(articles, gathered.entries, &around).written();
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
