//! `postil export`: marks for other programs, written while the articles are read.

use super::args::ExportArgs;
use super::articles::{self, Read};
use super::print::visible;
use super::{End, Refusal, Stop, World};
use crate::exchange::{FORMATS, Format, Told, Writer};
use crate::library::Corrections;
use crate::session::exported::as_corrected;
use crate::session::exporting::{ExportFault, Place};
use crate::session::{MarkRef, Session};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &ExportArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let format = format(args)?;
    if args.out.as_os_str() == "-" {
        // The writer and the messages of reading both need the world, so pieces are handed over.
        let pieces = Pieces::default();
        let mut sink = &pieces;
        let writer = format.begin(&mut sink).map_err(unwritten)?;
        return each(args, world, writer, &mut |world| {
            let bytes = std::mem::take(&mut *pieces.0.borrow_mut());
            world.out.bytes(&bytes)
        });
    }
    refuse_what_is_not_ours(&args.out, world)?;
    let begun = world.host.begin_file(&args.out);
    let mut file = begun.map_err(|error| refused(&args.out, &error.to_string()))?;
    let mut end = End::Done;
    let mut sink: &mut dyn Write = &mut file;
    let writer = format.begin(&mut sink).map_err(unwritten)?;
    end = end.max(each(args, world, writer, &mut |_| Ok(()))?);
    file.finish(world.host).map_err(|error| refused(&args.out, &error.to_string()))?;
    Ok(end)
}

/// Has each article written; `after` each something may be done with what is there.
fn each<'a>(
    args: &ExportArgs,
    world: &mut World<'_>,
    mut writer: Box<dyn Writer + 'a>,
    after: &mut dyn FnMut(&mut World<'_>) -> Result<(), Stop>,
) -> Result<End, Stop> {
    let me = world.host.annotator();
    let out = args.out.clone();
    let mut tags_asked_for = vec![false; args.tag.len()];
    // Of each folder that an article lies in, looked at once.
    let mut corrections: BTreeMap<PathBuf, Corrections> = BTreeMap::new();
    let end = articles::each(
        &args.paths,
        world,
        &|path, host| {
            let session = Session::open(path, &args.reading.options(), me.clone(), host)?;
            Ok(Read::of(asked_for(args, &session, path), &session))
        },
        |(told, known), world| {
            tags_asked_for.iter_mut().zip(known).for_each(|(is_known, also)| *is_known |= also);
            if is_same(Path::new(&told.article.path), &out) {
                return refuse_article(&told, &out);
            }
            let folder = Path::new(&told.article.path).parent().unwrap_or(Path::new("")).to_owned();
            let held = corrections.entry(folder.clone());
            let held = held.or_insert_with(|| Corrections::around(&[folder].into(), world.host));
            writer.article(&as_corrected(told, held)).map_err(unwritten)?;
            after(world)?;
            Ok(End::Done)
        },
    )?;
    if let Some((tag, _)) = args.tag.iter().zip(&tags_asked_for).find(|(_, is_known)| !**is_known) {
        return Err(Refusal::new(format!("no codebook and no mark has the tag `{}`", visible(tag)))
            .hint("`postil list` shows the tags")
            .into());
    }
    writer.end().map_err(unwritten)?;
    after(world)?;
    Ok(end)
}

/// The marks of an article that are asked for, and which of the tags it knows.
fn asked_for(args: &ExportArgs, session: &Session, path: &Path) -> (Told, Vec<bool>) {
    let slug = |word: &String| {
        let tag = session.codebook().tag_called(word);
        tag.map_or_else(|| word.clone(), |tag| tag.id.as_str().to_owned())
    };
    let tags: Vec<String> = args.tag.iter().map(slug).collect();
    let has_tag = |mark: &MarkRef<'_>, tag: &str| mark.annotation.tags.iter().any(|has| has.as_str() == tag);
    let told = session.exported(&path.to_string_lossy(), &|mark| {
        let person = &mark.layer.layer.annotator;
        (tags.is_empty() || tags.iter().any(|tag| has_tag(mark, tag)))
            && args.by.as_deref().is_none_or(|who| person.answers_to(who))
    });
    let is_known = |(word, tag): (&String, &String)| {
        session.codebook().tag_called(word).is_some() || session.marks().iter().any(|mark| has_tag(mark, tag))
    };
    let known = args.tag.iter().zip(&tags).map(is_known).collect();
    (told, known)
}

fn format(args: &ExportArgs) -> Result<&'static Format, Refusal> {
    let ids: Vec<&str> = FORMATS.iter().map(|format| format.id).collect();
    let hint = format!("formats are {}", ids.join(", "));
    if let Some(word) = &args.format {
        let unknown = || Refusal::new(format!("there is no format `{}`", visible(word))).hint(hint);
        return Format::called(word).ok_or_else(unknown);
    }
    let ending = args.out.extension().and_then(|ending| ending.to_str());
    let unsaid = || Refusal::new("nothing says in which format").hint(format!("give `--format`; {hint}"));
    ending.and_then(Format::called).ok_or_else(unsaid)
}

/// Articles and files that hold people's marks are not written over.
pub(super) fn refuse_what_is_not_ours(out: &Path, world: &World<'_>) -> Result<(), Refusal> {
    match Place::of(out, world.host) {
        Place::Barred(fault @ (ExportFault::Ours(_) | ExportFault::Article(_))) => {
            Err(Refusal::new(fault.to_string()).hint("nothing was written; choose another name"))
        }
        _ => Ok(()),
    }
}

/// An export that lies in the folder may be there from the last time; an article that somebody marked is no
/// such.
fn refuse_article(told: &Told, out: &Path) -> Result<End, Stop> {
    if told.marks.is_empty() {
        return Ok(End::Done);
    }
    Err(refused(out, "it is one of the articles, and has marks").into())
}

pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let plain = |path: &Path| {
        path.components().filter(|part| part.as_os_str() != ".").collect::<std::path::PathBuf>()
    };
    plain(one) == plain(other)
}

pub(super) fn refused(out: &Path, why: &str) -> Refusal {
    Refusal::new(format!("cannot write `{}`: {why}", visible(&out.to_string_lossy())))
        .hint("nothing was written; choose another file")
}

fn unwritten(error: io::Error) -> Stop {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::Closed,
        _ => Refusal::new(format!("the export cannot be written: {error}")).into(),
    }
}

/// What was written and not handed on yet.
#[derive(Default)]
struct Pieces(RefCell<Vec<u8>>);

impl Write for &Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
