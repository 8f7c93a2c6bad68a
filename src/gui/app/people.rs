//! Who marks: everywhere, and in folders where that is somebody else.

use super::App;
use crate::gui::modal::Modal;
use crate::gui::outbox::NewPerson;
use crate::gui::told;
use crate::gui::words::say;
use crate::host::Host;
use crate::layer::{Annotator, AnnotatorId};
use crate::session::Action;
use egui::Context;
use std::path::{Path, PathBuf};

/// Those who mark at this machine.
#[derive(Debug, Default)]
pub(super) struct People {
    /// All of them.
    pub all: Vec<Annotator>,
    /// Who marks where nobody else was chosen.
    everywhere: Option<Annotator>,
}

impl People {
    /// As the host knows them.
    pub(super) fn of(host: &dyn Host) -> Self {
        Self { all: host.people(), everywhere: host.annotator() }
    }
}

impl App {
    /// Who marks in an article or a folder: whoever was chosen for the nearest folder around it, else who
    /// does everywhere.
    pub(super) fn person_at(&self, path: &Path) -> Option<Annotator> {
        let chosen = |folder: &Path| {
            let id = self.settings.marks_as.get(folder.to_str()?)?;
            self.people.all.iter().find(|person| person.id.0.to_string() == *id)
        };
        path.ancestors().find_map(chosen).or(self.people.everywhere.as_ref()).cloned()
    }

    /// Who marks in what is looked at.
    pub(super) fn person_here(&self) -> Option<Annotator> {
        self.folder_here().map_or_else(|| self.people.everywhere.clone(), |folder| self.person_at(&folder))
    }

    /// The folder that is open, if what is looked at lies in it; else that of the article.
    pub(super) fn folder_here(&self) -> Option<PathBuf> {
        let root = self.workspace.library().map(|library| library.root());
        let article = self.workspace.active().map(|session| session.path());
        match (root, article) {
            (Some(root), Some(article)) if !article.starts_with(root) => article.parent().map(Path::to_owned),
            (None, Some(article)) => article.parent().map(Path::to_owned),
            (root, _) => root.map(Path::to_owned),
        }
    }

    /// The person has given their name for the first time.
    pub(super) fn set_annotator(&mut self, name: &str) {
        let person = self.host.annotator_called(name);
        let kept = person.and_then(|person| self.host.set_annotator(&person).map(|()| person));
        let person = kept.unwrap_or_else(|error| {
            let hint = say!("name-not-kept-hint");
            self.notices.refuse(say!("name-not-kept", reason = told::host_error(&error)), Some(hint));
            Annotator::new(AnnotatorId(self.host.fresh_uuid()), name)
        });
        self.people = People::of(&*self.host);
        self.people.everywhere = Some(person);
        self.name_sessions();
        if let Some(Modal::WhoMarks { then, .. }) = self.modal.take() {
            then.iter().for_each(|action| self.perform(action));
            if then.iter().any(|action| matches!(action, Action::Proposals(_))) {
                self.show_proposal();
            }
        }
        self.edit_waiting();
        // Who asked for a note goes on to it.
        if !self.marks_view().is_some_and(|marks| marks.editor.wants_field()) {
            self.focus_page();
        }
    }

    /// Somebody marks from now on, in this folder only or everywhere. Marks of the one before are saved
    /// first, and stay theirs.
    pub(super) fn mark_as(&mut self, person: AnnotatorId, is_here: bool) {
        let Some(person) = self.people.all.iter().find(|known| known.id == person).cloned() else { return };
        self.wait_for_edits();
        let errors = self.save_all();
        if !errors.is_empty() {
            return self.notices.refuse(errors.join("; "), Some(say!("who-unsaved")));
        }
        let folder = self.folder_here();
        let name = folder.as_deref().and_then(Path::to_str).map(str::to_owned);
        if let (true, Some(name)) = (is_here, &name) {
            self.settings.marks_as.insert(name.clone(), person.id.0.to_string());
        } else {
            name.iter().for_each(|name| drop(self.settings.marks_as.remove(name)));
            if let Err(error) = self.host.set_annotator(&person) {
                let hint = say!("name-not-kept-hint");
                self.notices.refuse(say!("name-not-kept", reason = told::host_error(&error)), Some(hint));
            }
            self.people.everywhere = Some(person.clone());
        }
        self.settings.store(&mut *self.host);
        self.name_sessions();
        let who = person.name.as_str();
        self.notices.say(match folder.filter(|_| is_here) {
            Some(folder) => {
                let folder = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
                say!("who-now-here", person = who, folder = folder)
            }
            None => say!("who-now", person = who),
        });
    }

    /// Asks who else marks here.
    pub(super) fn ask_person(&mut self) {
        let colour = self.people.all.len();
        self.show(Modal::AddPerson(NewPerson { colour, ..NewPerson::default() }));
    }

    /// Whether who marks in what is looked at was chosen for this folder.
    pub(super) fn marks_only_here(&self) -> bool {
        let folder = self.folder_here();
        let name = folder.as_deref().and_then(Path::to_str);
        name.is_some_and(|name| self.settings.marks_as.contains_key(name))
    }

    /// Somebody new marks from now on, in a colour of their choice. A name that is known already is that
    /// person's.
    pub(super) fn add_person(&mut self, new: &NewPerson, ctx: &Context) {
        let person = match self.host.annotator_called(&new.name) {
            Ok(person) => person,
            Err(error) => {
                return self.notices.refuse(say!("name-not-kept", reason = told::host_error(&error)), None);
            }
        };
        self.modal = None;
        self.people.all = self.host.people();
        if self.people.all.iter().all(|known| known.id != person.id) {
            self.people.all.push(person.clone());
        }
        let id = person.id.0.to_string();
        self.prefer(ctx, |settings| {
            settings.colours_of_people.insert(id, new.colour);
        });
        self.mark_as(person.id, new.is_here);
        self.focus_page();
    }

    /// Has every open article know who marks in it.
    fn name_sessions(&mut self) {
        for path in self.open_paths() {
            let person = self.person_at(&path);
            if let Some((session, person)) = self.workspace.session_mut(&path).zip(person) {
                session.set_annotator(person);
            }
        }
        self.follow_blind();
        self.workspace.show_open();
    }
}
