//! From the paths of the command line to open articles.

use super::args::ReadingArgs;
use super::{End, Refusal, Stop, World};
use crate::layer::Annotator;
use crate::session::{HostError, Session, Warning, article_of};
use std::path::{Path, PathBuf};

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

/// Opens one article after another, those of a folder in the order of their names, and has `each`
/// ask something of it. What cannot be opened is told, and the others are asked all the same.
pub(super) fn each(
    paths: &[PathBuf],
    reading: &ReadingArgs,
    world: &mut World<'_>,
    ask: impl FnMut(&Session, &mut World<'_>) -> Result<End, Stop>,
) -> Result<End, Stop> {
    each_but(|_, _| false, paths, reading, world, ask)
}

/// The same, without the warnings that `is_told` elsewhere.
pub(super) fn each_but(
    is_told: impl Fn(&Session, &Warning) -> bool,
    paths: &[PathBuf],
    reading: &ReadingArgs,
    world: &mut World<'_>,
    mut ask: impl FnMut(&Session, &mut World<'_>) -> Result<End, Stop>,
) -> Result<End, Stop> {
    let mut end = End::Done;
    for path in paths {
        let articles = match articles(path, world) {
            Ok(articles) => articles,
            Err(refusal) => {
                world.refuse(&refusal);
                end = End::Unusable;
                continue;
            }
        };
        for article in articles {
            let opened = Session::open(&article, &reading.options(), world.host.annotator(), world.host);
            end = end.max(match opened {
                Ok(session) => {
                    session.remember(world.host);
                    for warning in session.warnings().iter().filter(|warning| !is_told(&session, warning)) {
                        world.warn(&format!("{}: {warning}", article.display()));
                    }
                    ask(&session, world)?
                }
                Err(error) => {
                    world.refuse(&error.into());
                    End::Unusable
                }
            });
        }
    }
    Ok(end)
}

fn articles(path: &Path, world: &mut World<'_>) -> Result<Vec<PathBuf>, Refusal> {
    if !world.host.is_folder(path) {
        return Ok(vec![article_of(path, world.host)]);
    }
    let articles = world.host.articles_in(path).map_err(|error| {
        let hint = match error {
            HostError::Denied => "ask for the right to read the folder",
            _ => "name its articles one by one",
        };
        Refusal::new(format!("cannot list the folder `{}`: {error}", path.display())).hint(hint)
    })?;
    if articles.is_empty() {
        world.warn(&format!("there are no articles in `{}`", path.display()));
    }
    Ok(articles)
}
