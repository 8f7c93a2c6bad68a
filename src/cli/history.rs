//! `postil history`: the earlier states of a layer that were kept, and one of them brought back.

use super::args::{HistoryArgs, ReadingArgs};
use super::print::visible;
use super::{End, Refusal, Stop, World, articles, count, json, not_saved};
use crate::session::Action;
use crate::session::earlier::{Earlier, earlier_states};
use crate::sidecar::caps::MAX_LAYER_BYTES;
use crate::sidecar::{LayerFile, is_layer_name};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &HistoryArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let found = earlier_states(&args.file, world.host);
    if let Some((wanted, name)) = args.restore.as_ref().zip(args.name.as_ref()) {
        return restore(args, &found, wanted, name, world);
    }
    if args.json {
        json::print(&Value::Array(found.iter().map(described).collect()), &mut world.out)?;
        return Ok(End::Done);
    }
    if found.is_empty() {
        world.warn("no earlier state of these marks has been kept on this machine");
    }
    for (i, earlier) in found.iter().enumerate() {
        let marks = count(earlier.n_marks, "mark");
        let line = format!(
            "{:>3}  {}  {:>9}  {marks}, {}",
            i + 1,
            earlier.day,
            size(earlier.n_bytes),
            name(earlier)
        );
        world.out.line(&visible(&line))?;
    }
    Ok(End::Done)
}

fn name(earlier: &Earlier) -> String {
    earlier.layer.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn size(n_bytes: u64) -> String {
    if n_bytes < 10_000 { format!("{n_bytes} B") } else { format!("{} kB", n_bytes / 1000) }
}

fn described(earlier: &Earlier) -> Value {
    json!({
        "day": earlier.day,
        "layer": earlier.layer.display().to_string(),
        "annotator": earlier.annotator,
        "bytes": earlier.n_bytes,
        "marks": earlier.n_marks,
    })
}

fn restore(
    args: &HistoryArgs,
    found: &[Earlier],
    wanted: &str,
    name: &str,
    world: &mut World<'_>,
) -> Result<End, Stop> {
    // A small number is a place in the list; nothing else of a day looks like one.
    let nth = wanted.parse::<usize>().ok().and_then(|n| found.get(n.checked_sub(1)?));
    let is_meant = |earlier: &&Earlier| earlier.day == wanted && earlier.annotator == name;
    let earlier = nth.or_else(|| found.iter().find(is_meant)).ok_or_else(|| {
        Refusal::new(format!("no state called `{}` has been kept", visible(wanted)))
            .hint("`postil history FILE` lists what there is, and whose it is with `--json`")
    })?;
    if earlier.annotator != name {
        let whose = visible(&earlier.annotator).into_owned();
        return Err(Refusal::new(format!("this is a state of the marks of {whose}"))
            .hint("a person can bring back only marks of their own: `--as` names them")
            .into());
    }
    let person = articles::person(name, world)?;
    let article = article_of(&args.file, world)?;
    let mut session = articles::open(&article, &ReadingArgs::default(), Some(person), world)?;
    let outcome = session.perform(&Action::restore(earlier), world.host)?;
    session.save(world.host).map_err(not_saved)?;
    world.out.line(&outcome.notice.map(|done| done.to_string()).unwrap_or_default())?;
    Ok(End::Done)
}

/// The article that a layer is about, or the article itself.
fn article_of(path: &Path, world: &World<'_>) -> Result<PathBuf, Refusal> {
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !is_layer_name(&file_name) {
        return Ok(path.to_owned());
    }
    let bytes = world.host.read(path, MAX_LAYER_BYTES).map_err(|error| {
        Refusal::new(format!("cannot read `{}`: {error}", path.display())).hint("name the article")
    })?;
    let file = LayerFile::read(&bytes).value;
    // A bare name only: a header must not lead out of the folder.
    let article = file.header().map(|header| path.with_file_name(&header.file));
    article
        .filter(|article| article.parent() == path.parent() && world.host.read(article, 0).is_ok())
        .ok_or_else(|| {
            Refusal::new("the article of this layer is not beside it").hint("name the article instead")
        })
}
