//! Handing marks and tables on: what can be, the wait until all is saved, and what came of it.

use super::App;
use crate::document::import::Options;
use crate::gui::all_marks::AllMarks;
use crate::gui::command::Command;
use crate::gui::exporting::{Ask, Choice, ExportDialog, Told, What};
use crate::gui::modal::Modal;
use crate::gui::notices::Offer;
use crate::gui::panels::marks_view::MarksView;
use crate::gui::panels::voices;
use crate::gui::told;
use crate::gui::view::Tabled;
use crate::gui::words::say;
use crate::gui::worker::{self, Job, Lane};
use crate::host::file_name;
use crate::session::exporting::{ArticleToRead, ExportFault, Exported, Marks, Which};
use crate::session::{SaveState, Session};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What waits until all that is open is saved: an export tells what lies on the disk.
#[derive(Debug, Default)]
pub(super) struct Exporting {
    waiting: Vec<Ask>,
}

impl App {
    /// Asks what is to be handed on, or printed; says so where there is nothing.
    pub(super) fn ask_export(&mut self, prints: bool) {
        self.start_saves();
        let choices: Vec<Choice> = self.choices().into_iter().filter(|choice| 0 < choice.n).collect();
        if choices.is_empty() {
            return self.notices.tell(say!("export-nothing"), Some(say!("export-nothing-hint")));
        }
        let root = self.workspace.library().map(|library| library.root().to_owned());
        let beside = || Some(self.workspace.active()?.path().parent()?.to_owned());
        let folder = root.or_else(beside).unwrap_or_default();
        self.show(Modal::Export(Box::new(ExportDialog::new(prints, choices, folder))));
    }

    /// What can be handed on of what is looked at, the nearest first.
    fn choices(&self) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::new();
        choices.extend(self.choice_of_page());
        choices.extend(self.choice_of_voices());
        choices.extend(self.choice_of_table());
        choices.extend(self.choices_of_article());
        choices.extend(self.choice_of_folder());
        choices
    }

    fn folder_name(&self) -> String {
        let root = self.workspace.library().map(|library| file_name(library.root()));
        root.filter(|name| !name.is_empty()).unwrap_or_default()
    }

    /// The table of the page that is looked at.
    fn choice_of_page(&self) -> Option<Choice> {
        let (row, view) = self.views.looked_at()?;
        let tabled = view.tabled(&self.workspace, &self.settings)?;
        Some(Choice {
            label: say!("export-page", page = row.label(), count = tabled.n_rows),
            n: tabled.n_rows,
            of: self.folder_name(),
            page: row.id,
            what: What::Sheet(tabled.makes),
        })
    }

    /// Who is speaking in the article, while that is shown.
    fn choice_of_voices(&self) -> Option<Choice> {
        let session = self.workspace.active().filter(|_| self.views.page().is_none())?;
        let sheet = voices::sheet(&self.voices.shown(Some(session))?.voices);
        let n = sheet.rows.len();
        let page = Tabled::new(n, move || sheet.clone());
        let label = say!("export-page", page = say!("look-voices"), count = n);
        Some(Choice { label, n, of: session.file_name(), page: "voices", what: What::Sheet(page.makes) })
    }

    /// The marks that the table of all marks lists.
    fn choice_of_table(&self) -> Option<Choice> {
        let (row, _) = self.views.looked_at().filter(|(row, _)| row.id == AllMarks::ID)?;
        let table = self.views.get::<AllMarks>()?.table();
        let marks = Marks { which: Which::Table(Arc::clone(table)), ..self.marks_of_folder()? };
        let n = table.n_marks();
        Some(Choice {
            label: say!("export-listed", count = n),
            n,
            of: self.folder_name(),
            page: row.id,
            what: What::Marks(marks),
        })
    }

    /// The marks of the article, and those of them that its list shows where that is filtered.
    fn choices_of_article(&self) -> Vec<Choice> {
        let Some(session) = self.workspace.active() else { return Vec::new() };
        let marks = self.marks_of(vec![self.article_to_read(session)], session.path());
        let all = session.order().marks().len();
        let choice = |label: String, n: usize, which: Which| Choice {
            label,
            n,
            of: session.file_name(),
            page: "",
            what: What::Marks(Marks { which, ..marks.clone() }),
        };
        let listed = self.views.get::<MarksView>().map(|view| view.list.listed(session)).unwrap_or_default();
        let mut choices = Vec::new();
        if listed.len() < all && self.views.page().is_none() {
            let ids = listed.iter().filter_map(|&nth| Some(session.nth_mark(nth)?.annotation.id));
            let label = say!("export-list", count = listed.len());
            choices.push(choice(label, listed.len(), Which::These(Arc::new(ids.collect()))));
        }
        let name = crate::gui::widgets::shortened(&crate::gui::widgets::visible(&session.file_name()), 60);
        choices.push(choice(say!("export-article", name = name, count = all), all, Which::All));
        choices
    }

    fn choice_of_folder(&self) -> Option<Choice> {
        let library = self.workspace.library()?;
        let n = library.entries().map(|entry| entry.rows.len()).sum();
        let articles = library.entries().filter(|entry| !entry.rows.is_empty()).count();
        Some(Choice {
            label: say!("export-folder", count = n, articles = articles),
            n,
            of: self.folder_name(),
            page: "",
            what: What::Marks(self.marks_of_folder()?),
        })
    }

    fn marks_of_folder(&self) -> Option<Marks> {
        let library = self.workspace.library()?;
        let open = |path: &Path| self.workspace.sessions().iter().find(|session| session.path() == path);
        let entries = library.entries().filter(|entry| !entry.rows.is_empty());
        let articles = entries.map(|entry| {
            let path = library.file_of(entry);
            match open(&path) {
                Some(session) => self.article_to_read(session),
                None => {
                    let password = self.passwords.get(&path).cloned();
                    let options = Options { password, ..Options::default() };
                    ArticleToRead { name: entry.path.to_string(), path, options }
                }
            }
        });
        Some(self.marks_of(articles.collect(), library.root()))
    }

    fn marks_of(&self, articles: Vec<ArticleToRead>, at: &Path) -> Marks {
        let me = self.person_at(at).map(|me| me.id);
        Marks { articles: Arc::new(articles), which: Which::All, me }
    }

    /// An open article, read as it is read here.
    fn article_to_read(&self, session: &Session) -> ArticleToRead {
        let path = session.path().to_owned();
        let name = self.workspace.library().and_then(|library| library.path_of(&path));
        let password = self.passwords.get(&path).cloned();
        let options = Options { password, ..Options::again(session.document().reading()) };
        ArticleToRead { name: name.unwrap_or_else(|| session.file_name()), path, options }
    }

    /// Does what the dialog asks for: what reads the marks waits until they are saved.
    pub(super) fn do_export(&mut self, ask: Ask) {
        match ask {
            Ask::Place(path) => {
                self.worker.give(Job::place_of_export(path), &mut *self.host);
            }
            Ask::Choose(path) => self.worker.ask(worker::Ask::Place(path)),
            Ask::Preview(_) => {
                // Another one is wanted: that one is not any more.
                self.exporting.waiting.retain(|ask| !matches!(ask, Ask::Preview(_)));
                self.worker.cancel(Lane::Edit, Path::new(Job::PREVIEW));
                self.exporting.waiting.push(ask);
            }
            Ask::Write(_) | Ask::Print(_) => {
                self.notices.go_on(say!("export-goes-on"));
                self.exporting.waiting.push(ask);
            }
        }
        self.follow_exporting();
    }

    /// Gives on what waited, once all that is open is saved.
    pub(super) fn follow_exporting(&mut self) {
        if self.exporting.waiting.is_empty() {
            return;
        }
        let has = |is: fn(&SaveState) -> bool| {
            self.workspace.sessions().iter().any(|session| is(session.save_state()))
        };
        if has(|state| matches!(state, SaveState::Failed(_))) {
            self.exporting.waiting.clear();
            self.notices.forget_offers();
            return self.notices.refuse(say!("export-unsaved"), Some(say!("export-unsaved-hint")));
        }
        if has(|state| *state != SaveState::Saved) {
            return self.start_saves();
        }
        for ask in std::mem::take(&mut self.exporting.waiting) {
            let job = match ask {
                Ask::Preview(job) => Job::preview_export(job),
                Ask::Write(job) => Job::export(job),
                Ask::Print(job) => Job::print(job),
                Ask::Place(_) | Ask::Choose(_) => continue,
            };
            self.worker.give(job, &mut *self.host);
        }
    }

    /// Something came of it.
    pub(super) fn export_told(&mut self, told: Told) {
        match told {
            Told::Place(path, place) => {
                if let Some(Modal::Export(dialog)) = &mut self.modal {
                    dialog.take_place(path, place);
                }
            }
            Told::Preview(job, preview) => {
                if let Some(Modal::Export(dialog)) = &mut self.modal {
                    dialog.take_preview(&job, preview);
                }
            }
            Told::Written(result) => self.exported(result),
            Told::Printed(Ok((exported, is_opened))) => self.printed(&exported, is_opened),
            Told::Printed(Err(fault)) => self.export_failed(&fault),
            Told::NotOpened(path) => {
                let hint = say!("open-outside-failed-hint", path = path.display().to_string());
                self.notices.refuse(say!("open-outside-failed"), Some(hint));
            }
        }
    }

    fn exported(&mut self, result: Result<Exported, ExportFault>) {
        let exported = match result {
            Ok(exported) => exported,
            Err(fault) => return self.export_failed(&fault),
        };
        self.notices.forget_offers();
        let path = exported.out.display().to_string();
        let count = exported.n_rows;
        let words = if exported.is_sheet {
            say!("export-done", count = count, path = path)
        } else {
            say!("export-done-marks", count = count, path = path)
        };
        let unread = exported.unread.len();
        let more = (0 < unread).then(|| say!("export-unread", count = unread));
        let offer = |label: String, hint: String, command: Command| Offer { label, hint, command };
        let open = Command::open_outside(&exported.out);
        let reveal = Command::reveal(&exported.out);
        self.notices.offer_all(
            words,
            more,
            vec![
                offer(say!("export-open"), say!("export-open-hint"), open),
                offer(say!("export-reveal"), say!("export-reveal-hint"), reveal),
            ],
        );
    }

    fn export_failed(&mut self, fault: &ExportFault) {
        self.notices.forget_offers();
        if *fault != ExportFault::Left {
            self.notices.refuse(told::export_fault(fault), Some(told::export_hint(fault)));
        }
    }

    fn printed(&mut self, exported: &Exported, is_opened: bool) {
        self.notices.forget_offers();
        let path = exported.out.display().to_string();
        if is_opened {
            self.notices.tell(say!("print-done"), Some(say!("print-done-hint")));
        } else {
            self.notices.refuse(say!("print-not-opened"), Some(say!("print-not-opened-hint", path = path)));
        }
    }

    /// Has the system open a file with the program that it has for it.
    pub(super) fn open_outside(&mut self, path: PathBuf) {
        self.worker.give(Job::open_outside(path), &mut *self.host);
    }
}
