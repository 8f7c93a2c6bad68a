//! What the lines of a script work on: an article, and the register of the folder that it is in, which is
//! opened when a line asks for it.

use super::super::args::RunArgs;
use super::super::articles;
use super::super::{Refusal, World};
use crate::host::Host;
use crate::layer::{About, Annotator, FolderItem, FolderLayer};
use crate::library::{Depth, Library, root_of};
use crate::session::history::Way;
use crate::session::{
    Action, ActionError, FolderAction, FolderDesk, FolderError, Outcome, SaveError, Session,
};
use std::path::{Path, PathBuf};

/// An article, a folder, or both.
pub(super) struct Work {
    session: Option<Session>,
    /// Where the article lies, links followed.
    article: PathBuf,
    root: PathBuf,
    annotator: Annotator,
    folder: Option<(FolderDesk, Library)>,
    /// Whether each step that can be undone was one of the folder; and redone.
    done: Vec<bool>,
    undone: Vec<bool>,
}

impl Work {
    pub(super) fn open(args: &RunArgs, person: Annotator, world: &mut World<'_>) -> Result<Self, Refusal> {
        let (session, article, root) = if world.host.is_folder(&args.file) {
            (None, PathBuf::new(), world.host.place_of_folder(&args.file))
        } else {
            let session = articles::open(&args.file, &args.reading, Some(person.clone()), world)?;
            let beside = session.path().parent().filter(|parent| !parent.as_os_str().is_empty());
            let place = world.host.place_of_folder(beside.unwrap_or(Path::new(".")));
            let article = place.join(session.path().file_name().unwrap_or_default());
            let root = root_of(&article, world.host);
            (Some(session), article, root)
        };
        let (done, undone) = (Vec::new(), Vec::new());
        Ok(Self { session, article, root, annotator: person, folder: None, done, undone })
    }

    /// The article, if the work is on one.
    pub(super) fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    pub(super) fn perform(&mut self, action: &Action, world: &mut World<'_>) -> Result<Outcome, ActionError> {
        match action {
            Action::Folder(action) => self.perform_in_folder(action, world.host),
            Action::Undo => self.step(Way::Back, world.host),
            Action::Redo => self.step(Way::Forth, world.host),
            Action::Save => self.save(world.host).map(|()| Outcome::default()).map_err(ActionError::Save),
            action => {
                let session = self.session.as_mut().ok_or(ActionError::Folder(FolderError::NoArticle))?;
                let before = session.history().len();
                let outcome = session.perform(action, world.host)?;
                if before < session.history().len() {
                    self.done.push(false);
                    self.undone.clear();
                }
                self.keep_refused(world.host)?;
                Ok(outcome)
            }
        }
    }

    /// Proposals that were refused are kept in the register, which is opened for it.
    fn keep_refused(&mut self, host: &mut dyn Host) -> Result<(), ActionError> {
        let refused = self.session.as_mut().map(Session::take_refused).unwrap_or_default();
        if refused.is_empty() {
            return Ok(());
        }
        if self.folder.is_none() {
            self.folder = Some(self.open_folder(host)?);
        }
        let desk = self.folder.as_mut().map(|(desk, _)| desk);
        desk.map_or(Ok(()), |desk| desk.keep_refused(refused, host))
    }

    fn perform_in_folder(
        &mut self,
        action: &FolderAction,
        host: &mut dyn Host,
    ) -> Result<Outcome, ActionError> {
        if self.folder.is_none() {
            self.folder = Some(self.open_folder(host)?);
        }
        let (Some((desk, library)), session) = (&mut self.folder, &self.session) else {
            return Err(ActionError::Folder(FolderError::NoFolder));
        };
        // The marks that the lines before made count.
        session.iter().for_each(|session| library.set_open(&self.article, session.article()));
        desk.perform(action, library, host)?;
        self.done.push(true);
        self.undone.clear();
        Ok(Outcome::default())
    }

    /// The register with all marks of the folder.
    fn open_folder(&self, host: &mut dyn Host) -> Result<(FolderDesk, Library), ActionError> {
        let mut library = Library::new(self.root.clone(), Depth::All);
        library.look().run(host, |news| {
            library.take(news);
            true
        });
        // A look that could not be kept costs the next one time, and nothing else.
        drop(library.save().run(host));
        let desk = FolderDesk::among(&self.root, self.annotator.clone(), library.register_files());
        Ok((desk, library))
    }

    fn step(&mut self, way: Way, host: &mut dyn Host) -> Result<Outcome, ActionError> {
        let (from, to) = match way {
            Way::Back => (&mut self.done, &mut self.undone),
            Way::Forth => (&mut self.undone, &mut self.done),
        };
        let last = from.pop();
        let outcome = match (last, &mut self.folder, &mut self.session) {
            (Some(true), Some((desk, _)), _) => desk.step(way).map(|_| Outcome::default()),
            (_, _, Some(session)) => {
                session.perform(if way == Way::Back { &Action::Undo } else { &Action::Redo }, host)
            }
            _ => Err(ActionError::NoStep(way)),
        };
        if outcome.is_ok() {
            to.push(last.unwrap_or_default());
        } else {
            from.extend(last);
        }
        outcome
    }

    /// Saves the marks and the register.
    pub(super) fn save(&mut self, host: &mut dyn Host) -> Result<(), SaveError> {
        self.session.as_mut().map_or(Ok(()), |session| session.save(host))?;
        self.folder.as_mut().map_or(Ok(()), |(desk, _)| desk.save(host))
    }

    /// The register as lines that would make it.
    pub(super) fn register(&self) -> String {
        let Some((desk, library)) = &self.folder else { return String::new() };
        desk.layer().map_or_else(String::new, |layer| as_lines(layer, library))
    }
}

fn as_lines(layer: &FolderLayer, library: &Library) -> String {
    let mut lines: Vec<FolderAction> = Vec::new();
    for actor in layer.actors() {
        lines.push(FolderAction::Group(actor.names.iter().map(|name| name.name.clone()).collect()));
        let readings = actor.names.iter();
        let readings = readings.filter_map(|name| Some((name.name.clone(), name.reading.clone()?)));
        lines.extend(readings.map(|(name, reading)| FolderAction::Reading(name, reading)));
        if !actor.note.is_empty() {
            lines.push(FolderAction::NoteActor(actor.name().to_owned(), actor.note.clone()));
        }
    }
    for incident in layer.incidents() {
        let marks = incident.marks.iter().map(|mark| mark.0.simple().to_string()).collect();
        let name = Some(incident.name.clone()).filter(|name| !name.is_empty());
        lines.push(FolderAction::Join(name, marks));
    }
    lines.extend(
        layer.searches().map(|search| FolderAction::NotFound(search.words.clone(), search.note.clone())),
    );
    for held in layer.corrections() {
        let entry = library.entries().find(|entry| entry.document == Some(held.document));
        // One that is gone is called by its id.
        let article = entry.map_or_else(|| held.document.0.to_string(), |entry| entry.path.to_string());
        let date = held.date.map(|date| FolderAction::CorrectDate(article.clone(), date.iso()));
        let outlet = held.outlet.clone().map(|outlet| FolderAction::CorrectOutlet(article, outlet));
        lines.extend(date.into_iter().chain(outlet));
    }
    let mut verdicts: Vec<About> = layer.verdicts().map(|verdict| verdict.about).collect();
    verdicts.sort();
    verdicts.dedup();
    for about in verdicts {
        let id = match about {
            About::Mark(mark) => mark.0.simple().to_string(),
            About::Incident(incident) => match layer.item(incident).map(AsRef::as_ref) {
                Some(FolderItem::Incident(incident)) if !incident.name.is_empty() => incident.name.clone(),
                _ => incident.0.simple().to_string(),
            },
        };
        let all = layer.verdicts_on(about).into_iter();
        lines.extend(
            all.map(|verdict| {
                FolderAction::Verdict(id.clone(), verdict.value.clone(), verdict.reason.clone())
            }),
        );
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}
