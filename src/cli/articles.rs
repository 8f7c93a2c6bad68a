//! From the paths of the command line to open articles.

use super::args::ReadingArgs;
use super::walk::{Step, Walk};
use super::{End, Refusal, Stop, World};
use crate::host::{Files, Host, Storage, Whereabouts};
use crate::layer::Annotator;
use crate::library::{OpenError, article_of, parallel};
use crate::session::{Session, Warning};
use std::path::{Path, PathBuf};

/// The most articles that are read before what was found in them is printed …
const MOST_IN_PORTION: usize = 32;
/// … and the most bytes of them, unless one alone has more: so memory stays flat.
const MOST_BYTES: u64 = 1 << 20;

/// Opens one article and passes on what there is to be known about it.
pub(super) fn open(
    path: &Path,
    reading: &ReadingArgs,
    annotator: Option<Annotator>,
    world: &mut World<'_>,
) -> Result<Session, Refusal> {
    let session = Session::open(&article_of(path, world.host), &reading.options(), annotator, world.host)?;
    session.remember(world.host);
    for warning in session.warnings() {
        world.warn(&warning.to_string());
    }
    Ok(session)
}

/// The person that `--as` names.
pub(super) fn person(name: &str, world: &mut World<'_>) -> Result<Annotator, Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::new("nobody is named who marks").hint("give a name: `--as Ana`"));
    }
    world
        .host
        .annotator_called(name)
        .map_err(|error| Refusal::new(format!("`{name}` cannot be remembered as one who marks: {error}")))
}

/// What reading an article gave.
pub(super) struct Read<T> {
    /// What was asked for.
    pub(super) found: T,
    /// What the person should know about its files.
    pub(super) warnings: Vec<String>,
    /// Where its layers lie.
    pub(super) layers: Vec<Whereabouts>,
}

impl<T> Read<T> {
    /// What was `found` in an article that is open.
    pub(super) fn of(found: T, session: &Session) -> Self {
        Self::but(|_| false, found, session)
    }

    /// The same, without the warnings that are told elsewhere.
    pub(super) fn but(is_told: impl Fn(&Warning) -> bool, found: T, session: &Session) -> Self {
        let warnings = session.warnings().iter().filter(|warning| !is_told(warning));
        Self { found, warnings: warnings.map(Warning::to_string).collect(), layers: session.whereabouts() }
    }
}

/// What is asked of an article; it neither prints nor writes, so that several can be asked at once.
pub(super) type Ask<'a, T> = &'a (dyn Fn(&Path, &dyn Host) -> Result<Read<T>, OpenError> + Sync);

/// Asks one article after another, those of a folder in the order of their names, and has `print` tell
/// what was found, while the next ones are still to be read. What cannot be opened is told, and the others
/// are asked all the same.
pub(super) fn each<T: Send + 'static>(
    paths: &[PathBuf],
    world: &mut World<'_>,
    ask: Ask<'_, T>,
    mut print: impl FnMut(T, &mut World<'_>) -> Result<End, Stop>,
) -> Result<End, Stop> {
    let mut walk = Walk::new(paths);
    let mut end = End::Done;
    loop {
        let portion = portion(&mut walk, world.host);
        if portion.is_empty() {
            return Ok(end);
        }
        let mut answers = Vec::with_capacity(portion.len());
        let read = |nth: usize, host: &dyn Host| answer(&portion[nth], ask, host);
        parallel(world.host, portion.len(), read, |answer| {
            answers.push(answer);
            true
        });
        remember(&answers, world.host);
        for answer in answers {
            end = end.max(told(answer, world, &mut print)?);
        }
    }
}

/// The next steps, until they hold enough to be read together.
fn portion(walk: &mut Walk<'_>, host: &dyn Files) -> Vec<Step> {
    let (mut steps, mut n_bytes) = (Vec::new(), 0);
    while steps.len() < MOST_IN_PORTION && n_bytes < MOST_BYTES {
        let Some(step) = walk.next(host) else { break };
        if let Step::Article(path) = &step {
            n_bytes += host.stamp(path).map_or(0, |stamp| stamp.length);
        }
        steps.push(step);
    }
    steps
}

/// What came of a step.
enum Answer<T> {
    Read(PathBuf, Read<T>),
    Refused(Refusal),
    Warning(String),
}

fn answer<T>(step: &Step, ask: Ask<'_, T>, host: &dyn Host) -> Answer<T> {
    match step {
        Step::Article(path) => match ask(path, host) {
            Ok(read) => Answer::Read(path.clone(), read),
            Err(error) => Answer::Refused(error.into()),
        },
        Step::Refused(refusal) => Answer::Refused(refusal.clone()),
        Step::Warning(warning) => Answer::Warning(warning.clone()),
    }
}

fn remember<T>(answers: &[Answer<T>], host: &mut dyn Storage) {
    let layers = answers.iter().filter_map(|answer| match answer {
        Answer::Read(_, read) => Some(&read.layers),
        _ => None,
    });
    let seen: Vec<Whereabouts> = layers.flatten().cloned().collect();
    if !seen.is_empty() {
        host.remember_layers(seen);
    }
}

fn told<T>(
    answer: Answer<T>,
    world: &mut World<'_>,
    print: &mut impl FnMut(T, &mut World<'_>) -> Result<End, Stop>,
) -> Result<End, Stop> {
    match answer {
        Answer::Read(path, read) => {
            for warning in &read.warnings {
                world.warn(&format!("{}: {warning}", path.display()));
            }
            print(read.found, world)
        }
        Answer::Refused(refusal) => {
            world.refuse(&refusal);
            Ok(End::Unusable)
        }
        Answer::Warning(warning) => {
            world.warn(&warning);
            Ok(End::Done)
        }
    }
}
