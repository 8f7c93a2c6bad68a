//! `postil assign`, `unpack`, `handin`, `seal` and `unseal`: an assignment on its way out and back.

use super::args::{AssignArgs, HandinArgs, SealArgs, UnpackArgs};
use super::print::visible;
use super::{End, Refusal, Stop, World, articles, count};
use crate::exchange::bundle::Bundle;
use crate::exchange::seal::{self, is_sealed, seal, unseal};
use crate::host::HostError;
use crate::session::Session;
use crate::session::class::rubric;
use crate::sidecar::LayerFile;
use std::io::Read;
use std::path::Path;

/// The longest file that is read whole.
pub(super) const MOST_BYTES: usize = 64 << 20;
/// The longest text of a pass-phrase, a rubric or instructions.
const MOST_WORDS: usize = 1 << 20;

pub(super) fn assign(args: &AssignArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let session = articles::open(&args.file, &args.reading, None, world)?;
    let (mut key, n_marks) = key_bytes(&session, &args.key, world)?;
    let rubric = match &args.rubric {
        Some(path) => rubric::read(&text(path, world)?).map_err(|fault| Refusal::new(fault.to_string()))?,
        None => crate::analysis::grading::Rubric::default(),
    };
    let instructions = args.instructions.as_ref().map(|path| text(path, world)).transpose()?;
    let codebook = match world.host.codebook_for(session.path()) {
        Some((_, Ok(codebook))) => Some(codebook),
        _ => None,
    };
    let mut commitment = None;
    if args.seal {
        let pass_phrase = pass_phrase(args.pass_phrase_file.as_deref(), world)?;
        let sealed = seal(&key, &pass_phrase, &chance(world)).map_err(refused)?;
        commitment = Some(seal::commitment(&sealed, &key).map_err(refused)?);
        key = sealed;
    }
    let article = read(session.path(), world)?;
    let bundle = Bundle {
        name: session.file_name(),
        article,
        codebook,
        instructions,
        rubric: rubric::write(&rubric),
        key,
        commitment: commitment.clone(),
    };
    let bytes = bundle.write();
    Bundle::read(&bytes).map_err(|fault| Refusal::new(fault.to_string()))?;
    write(&args.out, &bytes, world)?;
    world.out.line(&format!("{}: {} in the key", shown(&args.out), count(n_marks, "mark")))?;
    match commitment {
        Some(commitment) => world.out.line(&format!("commitment: {commitment}"))?,
        None => world
            .warn("the key lies open in the assignment: whoever unpacks it can read it; `--seal` closes it"),
    }
    Ok(End::Done)
}

/// The bytes of the layer that is the key.
fn key_bytes(session: &Session, name: &str, world: &World<'_>) -> Result<(Vec<u8>, usize), Refusal> {
    let found = session.layers().iter().filter(|placed| placed.layer.annotator.answers_to(name));
    let found: Vec<_> = found.collect();
    let [placed] = found.as_slice() else {
        let names = session.layers().iter().map(|placed| placed.layer.annotator.name.as_str());
        let names = names.collect::<Vec<_>>().join(", ");
        return Err(Refusal::new(format!("no layer, or more than one, is called `{name}`"))
            .hint(format!("there are marks by {names}")));
    };
    let path = session.desk_of(placed.layer.annotator.id).and_then(|desk| desk.path());
    let path = path.ok_or_else(|| Refusal::new(format!("the marks by `{name}` are in no file yet")))?;
    Ok((read(path, world)?, placed.layer.annotations().len()))
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
    let session = articles::open(&args.file, &args.reading, Some(person), world)?;
    let (Some(placed), Some(desk)) = (session.my_layer(), session.my_desk()) else {
        return Err(Refusal::new(format!("{} has marked nothing there", visible(&args.name))).into());
    };
    let Some(header) = desk.file().header() else {
        return Err(Refusal::new("the marks are in no file yet").hint("save them first").into());
    };
    let (mut header, now) = (header.clone(), world.host.now());
    header.closed = Some(now);
    let bytes = LayerFile::new(header).write(&placed.layer, now);
    let n = placed.layer.annotations().len();
    write(&args.out, &bytes, world)?;
    world.out.line(&format!(
        "{}: {} handed in at {now}; send this file back",
        shown(&args.out),
        count(n, "mark")
    ))?;
    Ok(End::Done)
}

pub(super) fn seal_file(args: &SealArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let contents = read(&args.file, world)?;
    let pass_phrase = pass_phrase(args.pass_phrase_file.as_deref(), world)?;
    let sealed = seal(&contents, &pass_phrase, &chance(world)).map_err(refused)?;
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

fn chance(world: &mut World<'_>) -> seal::Chance {
    let mut chance = [0; 40];
    for part in chance.chunks_mut(16) {
        let random = world.host.fresh_uuid();
        part.iter_mut().zip(random.as_bytes()).for_each(|(to, from)| *to = *from);
    }
    chance
}
