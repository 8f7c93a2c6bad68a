//! The page 'Actors': every name in what was marked, who uses it, and which names a person takes for one.

mod matrix;

use super::threads_page::{go_to, no_folder_ui, nothing_ui};
use super::view::View;
use super::view_ctx::ViewCtx;
use super::widgets::outline::{Done, OutlineRow, outline_ui};
use super::widgets::visible;
use super::words::say;
use crate::analysis::actors::Actors;
use crate::layer::{ActorName, FolderLayer};
use crate::library::Library;
use crate::session::{Action, FolderAction};
use egui::{Frame, Margin, RichText, TextEdit, Ui};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

const LIST: &str = "actors";

/// What is shown and chosen.
#[derive(Default)]
pub(super) struct ActorsPage {
    /// With the folder and its revision that they were made for.
    actors: Option<(PathBuf, u64, Actors)>,
    rows: Vec<(OutlineRow, Vec<String>)>,
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

    fn follow(&mut self, library: &Library) {
        let is_same = |(root, revision, _): &(PathBuf, u64, Actors)| {
            root == library.root() && *revision == library.revision()
        };
        if self.actors.as_ref().is_some_and(is_same) {
            return;
        }
        let entries: Vec<_> = library.entries().cloned().collect();
        let actors = Actors::of(&entries, &library.registers());
        self.chosen.retain(|name| actors.named(name).is_some());
        self.rows = rows(&actors);
        self.actors = Some((library.root().to_owned(), library.revision(), actors));
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
        ui.horizontal_wrapped(|ui| {
            let mut button = |label: String, is_enabled: bool, why: String| {
                ui.add_enabled(is_enabled, egui::Button::new(label)).on_disabled_hover_text(why).clicked()
            };
            let group = if n == 1 { say!("actors-register") } else { say!("actors-group") };
            if button(group, 0 < n, say!("actors-choose")) {
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
        self.follow(library);
        Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            let chosen: Vec<String> = self.chosen.iter().map(|name| visible(name)).collect();
            let chosen = if chosen.is_empty() { say!("actors-hint") } else { chosen.join(", ") };
            ui.label(RichText::new(chosen).color(cx.theme.ink_subdued));
            self.deeds_ui(cx, ui);
            ui.add_space(6.0);
            if self.rows.is_empty() {
                return nothing_ui(cx, &say!("actors-empty"), &say!("actors-empty-hint"), ui);
            }
            if self.shows_matrix
                && let Some((_, _, actors)) = &self.actors
            {
                matrix::matrix_ui(cx, actors, &self.chosen, ui);
                ui.add_space(6.0);
            }
            let wanted = std::mem::take(&mut self.wants_list).then_some(0);
            let set: BTreeSet<&String> = self.chosen.iter().collect();
            let is_chosen =
                |names: &Vec<String>| !names.is_empty() && names.iter().all(|name| set.contains(name));
            let shown: Vec<OutlineRow> = self
                .rows
                .iter()
                .map(|(row, names)| OutlineRow { is_chosen: is_chosen(names), ..row.clone() })
                .collect();
            let done = outline_ui(cx, LIST, &shown, wanted, ui);
            let (Some(Done::Chosen(row) | Done::Opened(row)), Some(done)) = (done, done) else { return };
            let names = self.rows.get(row).map(|(_, names)| names.clone()).unwrap_or_default();
            match done {
                Done::Chosen(_) => self.toggle(&names),
                Done::Opened(_) => {
                    let actors = self.actors.as_ref().map(|(_, _, actors)| actors);
                    let named = names.iter().find_map(|name| actors?.named(name)?.marks().next());
                    go_to(cx, library, named);
                }
            }
        });
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }
}

fn rows(actors: &Actors) -> Vec<(OutlineRow, Vec<String>)> {
    let heading =
        |words: String| (OutlineRow { is_heading: true, words, ..OutlineRow::default() }, Vec::new());
    let mut rows = Vec::new();
    if actors.groups().next().is_some() {
        rows.push(heading(say!("actors-groups")));
    }
    for (layer, actor) in actors.groups() {
        let spelt = |name: &ActorName| match &name.reading {
            Some(reading) => say!("actors-read-as", name = name.name.as_str(), reading = reading.as_str()),
            None => name.name.clone(),
        };
        let names: Vec<String> = actor.names.iter().map(spelt).collect();
        let row = OutlineRow {
            kind: visible(&layer.annotator.name),
            words: names.join(", "),
            behind: actor.note.clone(),
            ..OutlineRow::default()
        };
        rows.push((row, actor.names.iter().map(|name| name.name.clone()).collect()));
    }
    if !actors.names.is_empty() {
        rows.push(heading(say!("actors-names")));
    }
    for named in &actors.names {
        let alike = actors.alike_to(&named.name);
        let count = say!("actors-marks", count = named.n_marks());
        let users: Vec<&str> = named.users.keys().map(String::as_str).take(3).collect();
        let behind = if users.is_empty() { count } else { format!("{count} · {}", users.join(", ")) };
        let kind =
            if alike.is_empty() { String::new() } else { say!("actors-alike", names = alike.join(", ")) };
        let row = OutlineRow { words: named.name.clone(), kind, behind, ..OutlineRow::default() };
        rows.push((row, vec![named.name.clone()]));
    }
    rows
}
