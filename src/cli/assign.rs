//! `postil assign`, `unpack`, `handin`, `seal` and `unseal`: an assignment on its way out and back.

use super::args::{AssignArgs, HandinArgs, SealArgs, UnpackArgs};
use super::print::visible;
use super::{End, Refusal, Stop, World, articles, count};
use crate::exchange::bundle::Bundle;
use crate::exchange::seal::{self, is_sealed, seal, unseal};
use crate::host::HostError;
use crate::layer::AnnotatorId;
use crate::session::class::making::{Draft, chance};
use crate::session::class::rubric;
use crate::session::{Action, ActionError, Session};
use std::io::Read;
use std::path::Path;

/// The longest file that is read whole.
pub(super) const MOST_BYTES: usize = 64 << 20;
/// The longest text of a pass-phrase, a rubric or instructions.
const MOST_WORDS: usize = 1 << 20;

pub(super) fn assign(args: &AssignArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let session = articles::open(&args.file, &args.reading, None, world)?;
    let rubric = match &args.rubric {
        Some(path) => rubric::read(&text(path, world)?).map_err(|fault| Refusal::new(fault.to_string()))?,
        None => crate::analysis::grading::Rubric::default(),
    };
    let instructions = args.instructions.as_ref().map(|path| text(path, world)).transpose()?;
    let draft = Draft::of(&session, key_by(&session, &args.key)?);
    let mut draft = draft.map_err(|fault| Refusal::new(fault.to_string()))?;
    (draft.rubric, draft.instructions) = (rubric, instructions.unwrap_or_default());
    if args.seal {
        draft.pass_phrase = Some(pass_phrase(args.pass_phrase_file.as_deref(), world)?);
    }
    let commitment =
        draft.write(&args.out, true, world.host).map_err(|fault| Refusal::new(fault.to_string()))?;
    world.out.line(&format!("{}: {} in the key", shown(&args.out), count(draft.n_marks, "mark")))?;
    match commitment {
        Some(commitment) => world.out.line(&format!("commitment: {commitment}"))?,
        None => world
            .warn("the key lies open in the assignment: whoever unpacks it can read it; `--seal` closes it"),
    }
    Ok(End::Done)
}

/// Whose layer is the key.
fn key_by(session: &Session, name: &str) -> Result<AnnotatorId, Refusal> {
    let found = session.layers().iter().filter(|placed| placed.layer.annotator.answers_to(name));
    let [placed] = found.collect::<Vec<_>>()[..] else {
        let names = session.layers().iter().map(|placed| placed.layer.annotator.name.as_str());
        let names = names.collect::<Vec<_>>().join(", ");
        return Err(Refusal::new(format!("no layer, or more than one, is called `{name}`"))
            .hint(format!("there are marks by {names}")));
    };
    Ok(placed.layer.annotator.id)
}

pub(super) fn unpack(args: &UnpackArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let bundle = bundle(&args.file, world)?;
    let folder = args.out.clone().unwrap_or_else(|| args.file.with_extension(""));
    world.host.make_folder(&folder).map_err(|error| not_written(&folder, &error))?;
    for (name, bytes) in bundle.files() {
        let path = folder.join(name);
        match world.host.read(&path, 0) {
            Err(HostError::NotFound) => {
                write(&path, bytes, world)?;
                world.out.line(&format!("{}: written", shown(&path)))?;
            }
            _ => world.out.line(&format!("{}: kept as it is", shown(&path)))?,
        }
    }
    Ok(End::Done)
}

pub(super) fn handin(args: &HandinArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let person = articles::person(&args.name, world)?;
    let mut session = articles::open(&args.file, &args.reading, Some(person), world)?;
    let nothing = || Refusal::new(format!("{} has marked nothing there", visible(&args.name)));
    for action in [Action::HandIn, Action::Save] {
        session.perform(&action, world.host).map_err(|error| match error {
            ActionError::NothingToHandIn => nothing(),
            error => Refusal::new(error.to_string()),
        })?;
    }
    let handed = session.handed().ok_or_else(nothing)?;
    let out = args.out.as_deref().unwrap_or(&handed.path);
    handed.write(args.out.as_deref(), world.host).map_err(|error| not_written(out, &error))?;
    world.out.line(&format!(
        "{}: {} handed in at {}; send this file back",
        shown(out),
        count(handed.n_marks, "mark"),
        handed.at
    ))?;
    Ok(End::Done)
}

pub(super) fn seal_file(args: &SealArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let contents = read(&args.file, world)?;
    let pass_phrase = pass_phrase(args.pass_phrase_file.as_deref(), world)?;
    let sealed = seal(&contents, &pass_phrase, &chance(world.host)).map_err(refused)?;
    let commitment = seal::commitment(&sealed, &contents).map_err(refused)?;
    write(&args.out, &sealed, world)?;
    world.out.line(&format!("commitment: {commitment}"))?;
    Ok(End::Done)
}

pub(super) fn unseal_file(args: &SealArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let mut sealed = read(&args.file, world)?;
    if !is_sealed(&sealed)
        && let Ok(bundle) = Bundle::read(&sealed)
    {
        sealed = bundle.key;
    }
    let pass_phrase = pass_phrase(args.pass_phrase_file.as_deref(), world)?;
    let contents = unseal(&sealed, &pass_phrase).map_err(refused)?;
    write(&args.out, &contents, world)?;
    world.out.line(&format!("commitment: {}", seal::commitment(&sealed, &contents).map_err(refused)?))?;
    Ok(End::Done)
}

/// An assignment from its file.
pub(super) fn bundle(path: &Path, world: &World<'_>) -> Result<Bundle, Refusal> {
    Bundle::read(&read(path, world)?).map_err(|fault| Refusal::new(format!("`{}`: {fault}", shown(path))))
}

pub(super) fn refused(error: seal::SealError) -> Refusal {
    Refusal::new(error.to_string())
}

/// The first line of a file, or of standard input.
pub(super) fn pass_phrase(path: Option<&Path>, world: &mut World<'_>) -> Result<String, Refusal> {
    let words = match path {
        Some(path) => text(path, world)?,
        None => {
            let mut bytes = Vec::new();
            let read = world.input.take(MOST_WORDS as u64).read_to_end(&mut bytes);
            read.map_err(|error| Refusal::new(format!("standard input cannot be read: {error}")))?;
            String::from_utf8(bytes).map_err(|_| Refusal::new("the pass-phrase is not UTF-8"))?
        }
    };
    let words = words.lines().next().unwrap_or_default().trim().to_owned();
    if words.is_empty() {
        return Err(Refusal::new("there is no pass-phrase")
            .hint("name a file with it, `--pass-phrase-file FILE`, or give it as a line of standard input"));
    }
    Ok(words)
}

pub(super) fn text(path: &Path, world: &World<'_>) -> Result<String, Refusal> {
    let bytes = read(path, world)?;
    let text = String::from_utf8(bytes).ok().filter(|text| text.len() <= MOST_WORDS);
    text.ok_or_else(|| Refusal::new(format!("`{}` is no text in UTF-8", shown(path))))
}

pub(super) fn read(path: &Path, world: &World<'_>) -> Result<Vec<u8>, Refusal> {
    match world.host.read(path, MOST_BYTES) {
        Ok(bytes) if bytes.len() <= MOST_BYTES => Ok(bytes),
        Ok(_) => Err(Refusal::new(format!("`{}` has more than {} MiB", shown(path), MOST_BYTES >> 20))),
        Err(error) => Err(Refusal::new(format!("cannot read `{}`: {error}", shown(path)))),
    }
}

pub(super) fn write(path: &Path, bytes: &[u8], world: &mut World<'_>) -> Result<(), Refusal> {
    world.host.write(path, bytes).map_err(|error| not_written(path, &error))
}

fn not_written(path: &Path, error: &HostError) -> Refusal {
    Refusal::new(format!("cannot write `{}`: {error}", shown(path)))
}

pub(super) fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}
