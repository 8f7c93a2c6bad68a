//! The page 'Actors': every name in what was marked, who uses it, and which names a person takes for one.

mod matrix;
mod rows;

use super::known::KnownFor;
use super::outbox::{Request, Work};
use super::settings::Settings;
use super::threads_page::{being_read_ui, go_to, no_folder_ui, none_ui};
use super::view::{Tabled, View};
use super::view_ctx::ViewCtx;
use super::widgets::outline::{self, Done, outline_ui};
use super::widgets::visible;
use super::widgets::whose::{Called, whose_ui};
use super::words::say;
use crate::analysis::actors::Actors;
use crate::analysis::ledger::Whose;
use crate::analysis::study::{Asked, Question, StudyJob};
use crate::layer::FolderLayer;
use crate::library::Library;
use crate::session::{Action, FolderAction};
use crate::workspace::Workspace;
use egui::{Frame, Key, Margin, Modifiers, RichText, TextEdit, Ui};
use rows::{Rows, Shown};
use std::sync::Arc;

const LIST: &str = "actors";

/// What is shown and chosen.
#[derive(Default)]
pub(super) struct ActorsPage {
    actors: KnownFor<Asked, Actors>,
    rows: Rows,
    /// Whose register is followed.
    whose: Whose,
    /// The names that are chosen, in the order of choosing.
    chosen: Vec<String>,
    /// A note or a proposed reading.
    words: String,
    shows_matrix: bool,
    wants_list: bool,
}

impl ActorsPage {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "actors";

    /// Takes over what was found.
    pub(super) fn take(&mut self, asked: Asked, actors: &Arc<Actors>) {
        if self.actors.take(&asked, actors) {
            self.chosen.retain(|name| actors.named(name).is_some());
            self.rows = Rows::of(actors);
        }
    }

    /// Says whose register is followed, where people have some.
    fn whose_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let mut with = library.registers();
        with.retain(|layer| layer.actors().next().is_some());
        let called = Called {
            all: say!("actors-whose-all"),
            nobody: say!("actors-whose-nobody"),
            mine: say!("actors-whose-mine"),
            one: &|person| say!("actors-whose-one", person = person),
        };
        whose_ui(cx, &with, &mut self.whose, &called, ui);
    }

    fn toggle(&mut self, names: &[String]) {
        let has_all = names.iter().all(|name| self.chosen.contains(name));
        self.chosen.retain(|name| !names.contains(name));
        if !has_all {
            self.chosen.extend(names.iter().cloned());
        }
    }

    /// Buttons for what is chosen.
    fn deeds_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let n = self.chosen.len();
        let mine = cx.workspace.register().and_then(|desk| desk.layer());
        let mine = mine.cloned().or_else(|| my_layer(cx));
        let is_mine = |name: &String| mine.as_ref().is_some_and(|layer| layer.actor_called(name).is_some());
        let n_mine = self.chosen.iter().filter(|name| is_mine(name)).count();
        let mut send = None;
        let is_typing = ui.ctx().text_edit_focused();
        let groups = !is_typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::G));
        ui.horizontal_wrapped(|ui| {
            let mut button = |label: String, is_enabled: bool, why: String| {
                ui.add_enabled(is_enabled, egui::Button::new(label)).on_disabled_hover_text(why).clicked()
            };
            let group = if n == 1 { say!("actors-register") } else { say!("actors-group") };
            if button(group, 0 < n, say!("actors-choose")) || 0 < n && groups {
                // What is chosen next is another actor.
                send = Some(FolderAction::Group(std::mem::take(&mut self.chosen)));
            }
            if button(say!("actors-split"), 0 < n && n == n_mine, say!("actors-none-mine")) {
                send = Some(FolderAction::Split(self.chosen.clone()));
            }
            if button(say!("actors-remove"), n_mine == 1 && n == 1, say!("actors-one-mine")) {
                send = self.chosen.first().cloned().map(FolderAction::RemoveActor);
            }
            if button(say!("actors-none"), 0 < n, say!("actors-choose")) {
                self.chosen.clear();
            }
        });
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(say!("actors-words"));
            let field = TextEdit::singleline(&mut self.words).desired_width(260.0);
            ui.add(field).labelled_by(label.id);
            let first = self.chosen.first().cloned().filter(|_| n == 1 && n_mine == 1);
            let mut button = |label: String| {
                let button = ui.add_enabled(first.is_some(), egui::Button::new(label));
                button.on_disabled_hover_text(say!("actors-one-mine")).clicked()
            };
            if button(say!("actors-note")) {
                send =
                    first.clone().map(|name| FolderAction::NoteActor(name, std::mem::take(&mut self.words)));
            }
            if button(say!("actors-reading")) {
                send = first.clone().map(|name| FolderAction::Reading(name, std::mem::take(&mut self.words)));
            }
            ui.checkbox(&mut self.shows_matrix, say!("actors-matrix"));
        });
        send.into_iter().for_each(|action| cx.send(Action::Folder(action)));
    }
}

/// The register of the person who marks here, as the folder has it.
fn my_layer(cx: &ViewCtx<'_>) -> Option<Arc<FolderLayer>> {
    let me = cx.me?.id;
    cx.workspace.library()?.registers().into_iter().find(|layer| layer.annotator.id == me)
}

impl View for ActorsPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(library) = cx.workspace.library() else { return no_folder_ui(cx, ui) };
        self.actors.follow(Asked::of(library, Question::Actors(self.whose)), |asked| {
            cx.ask(Request::Work(Work::Study(Box::new(StudyJob::new(library, asked.question)))));
        });
        let Some(actors) = self.actors.known().cloned() else { return being_read_ui(cx, ui) };
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            let chosen: Vec<String> = self.chosen.iter().map(|name| visible(name)).collect();
            let chosen = if chosen.is_empty() { say!("actors-hint") } else { chosen.join(", ") };
            ui.horizontal_wrapped(|ui| {
                self.whose_ui(cx, library, ui);
                ui.label(RichText::new(chosen).color(cx.theme.ink_subdued));
            });
            self.deeds_ui(cx, ui);
            ui.add_space(6.0);
            if self.rows.n() == 0 {
                return none_ui(cx, library, &say!("actors-empty"), &say!("actors-empty-hint"), ui);
            }
            if self.shows_matrix {
                matrix::matrix_ui(cx, &actors, &self.chosen, ui);
                ui.add_space(6.0);
            }
            let wanted = std::mem::take(&mut self.wants_list).then_some(0);
            let shown = Shown { rows: &self.rows, actors: &actors, chosen: &self.chosen };
            match outline_ui(cx, LIST, &shown, wanted, ui) {
                Some(Done::Chosen(row)) => self.toggle(&self.rows.names(&actors, row)),
                Some(Done::Opened(row)) => {
                    let names = self.rows.names(&actors, row);
                    let named = names.iter().find_map(|name| actors.named(name)?.marks().next());
                    go_to(cx, library, named);
                }
                None => {}
            }
        });
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }

    fn tabled(&self, _workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let actors = Arc::clone(self.actors.known()?);
        let n = outline::n_told(&Shown { rows: &self.rows, actors: &actors, chosen: &[] });
        Some(Tabled::new(n, move || {
            let rows = Rows::of(&actors);
            outline::sheet(say!("command-show-actors"), &Shown { rows: &rows, actors: &actors, chosen: &[] })
        }))
    }
}
