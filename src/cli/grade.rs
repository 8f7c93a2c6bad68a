//! `postil grade`: what pupils handed in against the key, point by point, with what the teacher decided.

mod described;

use super::args::GradeArgs;
use super::assign::{self, shown};
use super::print::visible;
use super::{End, Refusal, Stop, World, articles, json};
use crate::exchange::archive::is_archive;
use crate::session::class::earlier::lessons;
use crate::session::class::handed::{NamedFile, gather, is_lesson};
use crate::session::class::phrase::english;
use crate::session::class::{
    ClassAction, ClassBook, ClassDesk, ClassFault, ClassJob, Grades, HandedFault, KeySource, Lessons,
    Marking, NamedFault, Out, tables,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) fn run(args: &GradeArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let desk = ClassDesk::open(&args.file, world.host);
    let mut desk = desk.map_err(|fault| Refusal::new(fault.to_string()))?;
    let (marking, title) = marking(args, desk.grades(), world)?;
    let now = files(&args.layers, &desk.grades().handed_in, args, world);
    let folder = args.file.parent().unwrap_or(Path::new(""));
    let kept = desk.grades().before.iter().map(|path| folder.join(path));
    let earlier: Vec<PathBuf> = if args.before.is_empty() { kept.collect() } else { args.before.clone() };
    let (earlier, before): (Vec<PathBuf>, Vec<PathBuf>) =
        earlier.into_iter().partition(|path| is_lesson(path));
    let earlier = lessons(&earlier, None, world.host);
    let then = gather(&before, world.host);
    if args.layers.is_empty() && desk.grades().handed_in.is_empty() {
        return Err(Refusal::new("it is not said what was handed in")
            .hint("name files, archives or folders after the assignment")
            .into());
    }
    let mut end = tell_unread(now.1.iter().chain(&then.1), world);
    let is_compared = !args.before.is_empty();
    let key = (marking, title);
    let files = (now.0, then.0);
    let book = |grades: &Arc<Grades>| {
        let mut grades = Grades::clone(grades);
        if is_compared {
            grades.before = args.before.iter().map(|path| path.display().to_string()).collect();
        }
        let book = ClassBook::of_files(key.clone(), files.clone(), earlier.clone(), Arc::new(grades));
        book.map_err(|fault| Refusal::new(fault.to_string()))
    };
    let mut graded = book(desk.grades())?;
    for action in &args.decide {
        decide(action, &mut desk, &graded, world)?;
        graded = book(desk.grades())?;
    }
    desk.save(world.host).map_err(|fault| Refusal::new(fault.to_string()))?;
    end = end.max(tell_faults(&graded, world));
    hand_out(args, &graded, world)?;
    if args.json {
        json::print(&described::all(&graded), &mut world.out)?;
    } else if args.csv {
        world.out.raw(&tables::csv(&graded.pupils, &graded.names))?;
    } else {
        world.out.raw(&described::printed(&graded))?;
    }
    Ok(end)
}

/// Names the files that could not be read; how the program ends for them.
fn tell_unread<'a>(faults: impl Iterator<Item = &'a (String, HandedFault)>, world: &mut World<'_>) -> End {
    let mut end = End::Done;
    for (name, fault) in faults {
        let words = format!("`{}`: {fault}", visible(name));
        if matches!(fault, HandedFault::Host(_) | HandedFault::TooLarge) {
            world.refuse(&Refusal::new(words));
            end = End::Unusable;
        } else {
            world.warn(&words);
            end = end.max(End::Findings);
        }
    }
    end
}

/// Names the files that are not graded; how the program ends for them.
fn tell_faults(graded: &ClassBook, world: &mut World<'_>) -> End {
    let mut end = End::Done;
    for (name, fault) in graded.faults() {
        let words = format!("`{}`: {fault}", visible(name));
        if fault.is_teachers() {
            world.note(&words);
        } else {
            world.warn(&words);
            end = End::Findings;
        }
    }
    end
}

fn decide(
    action: &str,
    desk: &mut ClassDesk,
    book: &ClassBook,
    world: &mut World<'_>,
) -> Result<(), Refusal> {
    let done = action.parse::<ClassAction>().and_then(|action| desk.perform(&action, Some(book), world.host));
    done.map_err(|error| {
        let refusal = Refusal::new(format!("`{}`: {error}; nothing was decided", visible(action)));
        match error.hint() {
            Some(hint) => refusal.hint(hint),
            None => refusal,
        }
    })
}

/// The files that are named, or else those that the file of the class names; with those that cannot be read.
fn files(
    named: &[PathBuf],
    kept: &[String],
    args: &GradeArgs,
    world: &World<'_>,
) -> (Vec<NamedFile>, Vec<NamedFault>) {
    let folder = args.file.parent().unwrap_or(Path::new(""));
    let kept: Vec<PathBuf> = kept.iter().map(|path| folder.join(path)).collect();
    gather(if named.is_empty() { &kept } else { named }, world.host)
}

/// The key with its text, and what the article is called.
fn marking(args: &GradeArgs, grades: &Arc<Grades>, world: &mut World<'_>) -> Result<(Marking, String), Stop> {
    let own = args.rubric.as_ref().map(|path| assign::text(path, world)).transpose()?;
    let bytes = assign::read(&args.file, world)?;
    let is_bundle = is_archive(&bytes) && args.file.extension().is_some_and(|ending| ending == "postil");
    let source = match is_bundle {
        true => KeySource::Bundle(None, Box::new(args.reading.options())),
        false => layer_source(args, grades, world)?,
    };
    let mut grades = Grades::clone(grades);
    grades.rubric = own.or(grades.rubric);
    let grades = Arc::new(grades);
    let mut job =
        ClassJob { about: args.file.clone(), source, grades, known: None, earlier: Lessons::default() };
    let mut found = job.marking(world.host);
    if let (Err(ClassFault::Sealed), KeySource::Bundle(pass_phrase, _)) = (&found, &mut job.source) {
        *pass_phrase = Some(assign::pass_phrase(args.pass_phrase_file.as_deref(), world)?);
        found = job.marking(world.host);
    }
    let (marking, title, is_other_key) = found.map_err(|fault| Refusal::new(fault.to_string()))?;
    if is_other_key {
        world.warn("the key is not the one that its commitment was published for");
    }
    Ok((marking, title))
}

/// The layer beside an article that is the key.
fn layer_source(args: &GradeArgs, grades: &Grades, world: &mut World<'_>) -> Result<KeySource, Stop> {
    let session = articles::open(&args.file, &args.reading, None, world)?;
    let kept = grades.key.as_ref().map(|person| person.id.0.simple().to_string());
    let name = args.key.clone().or(kept).ok_or_else(|| {
        Refusal::new("it is not said whose marks are the key").hint("name them: `--key Teacher`")
    })?;
    let found = session.layers().iter().filter(|placed| placed.layer.annotator.answers_to(&name));
    let [placed] = found.collect::<Vec<_>>()[..] else {
        let message = format!("no layer, or more than one, beside the article is called `{name}`");
        return Err(Refusal::new(message).into());
    };
    let placers = Box::new(session.article().placers().clone());
    Ok(KeySource::Layer(placers, Box::new(placed.layer.clone()), session.document().title().to_owned()))
}

/// Writes the workbook, the pages and the gradebook that are asked for.
fn hand_out(args: &GradeArgs, book: &ClassBook, world: &mut World<'_>) -> Result<(), Stop> {
    let workbook = args.xlsx.clone().map(Out::Workbook);
    let pages = args.html.clone().map(Out::Pages);
    let gradebook = args.fill.clone().map(|path| Out::Gradebook(path, args.column.clone()));
    let feedback = args.feedback.clone().map(Out::Feedback);
    for out in [workbook, pages, feedback, gradebook].into_iter().flatten() {
        let written = out.write(book, true, &english, world.host);
        let written = written.map_err(|fault| Refusal::new(fault.to_string()))?;
        for name in &written.without_row {
            let (name, table) = (visible(name), shown(&written.path));
            world.warn(&format!("`{name}` has no row of their own in `{table}`: no grade was put there"));
        }
    }
    Ok(())
}
