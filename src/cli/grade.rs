//! `postil grade`: what pupils handed in against the key, point by point.

mod described;

use super::args::GradeArgs;
use super::assign::{self, shown};
use super::{End, Refusal, Stop, World, articles, json};
use crate::analysis::grading::Rubric;
use crate::anchor::Placers;
use crate::document::import::{self, is_read_apart};
use crate::exchange::archive::is_archive;
use crate::exchange::seal::{commitment, is_sealed, unseal};
use crate::exchange::{gradebook, xlsx};
use crate::layer::Layer;
use crate::session::class::feedback::Feedback;
use crate::session::class::{Marking, Pupil, class_of, names, pages, rubric};
use crate::sidecar::LayerFile;
use crate::sidecar::names::is_layer_name;
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(args: &GradeArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let (marking, title) = marking(args, world)?;
    if marking.key().is_empty() {
        return Err(Refusal::new("the key has no mark with a tag and a place in the text").into());
    }
    let mut end = End::Done;
    let mut files = Vec::new();
    for path in &args.layers {
        match handed_in(path, world) {
            Ok(found) => files.extend(found),
            Err(refusal) => {
                world.refuse(&refusal);
                end = End::Unusable;
            }
        }
    }
    let (pupils, faults) = marking.pupils(files);
    for (name, fault) in &faults {
        world.warn(&format!("`{}`: {fault}", super::print::visible(name)));
        end = end.max(End::Findings);
    }
    let names = names(&pupils);
    hand_out(args, (&marking, &title), &pupils, &names, world)?;
    if args.json {
        json::print(&described::all(&marking, &pupils, &names), &mut world.out)?;
    } else if args.csv {
        world.out.raw(&described::csv(&pupils, &names))?;
    } else {
        world.out.raw(&described::printed(&marking, &pupils, &names, &class_of(&marking, &pupils)))?;
    }
    Ok(end)
}

/// The key with its text, and what the article is called.
fn marking(args: &GradeArgs, world: &mut World<'_>) -> Result<(Marking, String), Stop> {
    let own = args.rubric.as_ref().map(|path| assign::text(path, world)).transpose()?;
    let bytes = assign::read(&args.file, world)?;
    let is_bundle = is_archive(&bytes) && args.file.extension().is_some_and(|ending| ending == "postil");
    let weighed = |text: &str| rubric::read(text).map_err(|fault| Refusal::new(fault.to_string()));
    if !is_bundle {
        let session = articles::open(&args.file, &args.reading, None, world)?;
        let name = args.key.as_deref().ok_or_else(|| {
            Refusal::new("it is not said whose marks are the key").hint("name them: `--key Teacher`")
        })?;
        let found = session.layers().iter().filter(|placed| placed.layer.annotator.answers_to(name));
        let [placed] = found.collect::<Vec<_>>()[..] else {
            let message = format!("no layer, or more than one, beside the article is called `{name}`");
            return Err(Refusal::new(message).into());
        };
        let rubric = own.as_deref().map(weighed).transpose()?.unwrap_or_default();
        let title = session.document().title().to_owned();
        return Ok((Marking::new(session.article().placers().clone(), placed.layer.clone(), rubric), title));
    }
    let bundle = assign::bundle(&args.file, world)?;
    let rubric: Rubric = weighed(own.as_deref().unwrap_or(&bundle.rubric))?;
    let mut key = bundle.key;
    if is_sealed(&key) {
        let pass_phrase = assign::pass_phrase(args.pass_phrase_file.as_deref(), world)?;
        let open = unseal(&key, &pass_phrase).map_err(assign::refused)?;
        if bundle.commitment.is_some_and(|published| commitment(&key, &open).ok() != Some(published)) {
            world.warn("the key is not the one that its commitment was published for");
        }
        key = open;
    }
    let options = args.reading.options();
    let imported = match is_read_apart(&bundle.article) {
        true => world.host.read_apart(&bundle.article, &bundle.name, &options),
        false => import::import(&bundle.article, &bundle.name, &options),
    };
    let document = imported.map_err(|error| Refusal::new(format!("`{}`: {error}", bundle.name)))?.value;
    let layer: Option<Layer> = LayerFile::read(&key).value.layer();
    let layer = layer.ok_or_else(|| Refusal::new("the assignment holds no key"))?;
    let title = document.title().to_owned();
    Ok((Marking::new(Placers::new(Arc::new(document), Default::default()), layer, rubric), title))
}

/// The files of a path: itself, or the layers and archives in a folder.
fn handed_in(path: &Path, world: &World<'_>) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    if !world.host.is_folder(path) {
        return Ok(vec![(shown(path), assign::read(path, world)?)]);
    }
    let listing = world.host.listing(path);
    let listing = listing
        .map_err(|error| Refusal::new(format!("cannot list the folder `{}`: {error}", shown(path))))?;
    let names = listing.files.keys().filter(|name| is_layer_name(name));
    names.map(|name| Ok((name.clone(), assign::read(&path.join(name), world)?))).collect()
}

/// Writes the workbook, the pages and the gradebook that are asked for.
fn hand_out(
    args: &GradeArgs,
    (marking, title): (&Marking, &str),
    pupils: &[Pupil],
    names: &[String],
    world: &mut World<'_>,
) -> Result<(), Stop> {
    if let Some(path) = &args.xlsx {
        let workbook = xlsx::workbook("Grades", &described::fields(pupils, names));
        let bytes =
            workbook.map_err(|error| Refusal::new(format!("the workbook cannot be made: {error}")))?;
        assign::write(path, &bytes, world)?;
    }
    if let Some(folder) = &args.html {
        let made = world.host.make_folder(folder);
        made.map_err(|error| Refusal::new(format!("cannot make the folder `{}`: {error}", shown(folder))))?;
        for (pupil, name) in pupils.iter().zip(names) {
            let slug = crate::sidecar::names::slug(&pupil.person.name);
            let digits: String = pupil.person.id.0.simple().to_string().chars().take(8).collect();
            let path = folder.join(format!("{slug}-{digits}.html"));
            assign::write(&path, pages::page(marking, pupil, name, title).as_bytes(), world)?;
        }
    }
    if let Some(folder) = &args.feedback {
        let made = world.host.make_folder(folder);
        made.map_err(|error| Refusal::new(format!("cannot make the folder `{}`: {error}", shown(folder))))?;
        for pupil in pupils {
            let feedback = Feedback::of(marking, pupil);
            assign::write(&folder.join(&feedback.name), &feedback.bytes, world)?;
        }
    }
    if let Some(path) = &args.fill {
        let table = assign::read(path, world)?;
        let filled = gradebook::fill(&table, &described::scores(pupils), args.column.as_deref());
        let filled = filled.map_err(|fault| Refusal::new(format!("`{}`: {fault}", shown(path))))?;
        assign::write(path, &filled.bytes, world)?;
        for name in &filled.without_row {
            let name = super::print::visible(name).into_owned();
            world.warn(&format!(
                "`{name}` has no row of their own in `{}`: no grade was put there",
                shown(path)
            ));
        }
    }
    Ok(())
}
