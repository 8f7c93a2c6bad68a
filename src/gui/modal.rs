//! Dialogs: at most one at a time.

mod earlier;
mod finding;
pub(super) mod keys;
mod settings;
mod sharing;

use super::command::Command;
use super::outbox::Request;
use super::palette::Palette;
use super::view_ctx::ViewCtx;
use super::widgets::visible;
use super::worker::Ask;
use crate::document::import;
use crate::layer::TagId;
use crate::session::Action;
use crate::session::earlier::Earlier;
use crate::text::find::Query;
use egui::{Key, RichText, ScrollArea, TextEdit, Ui};
use keys::KeySheet;
use std::path::PathBuf;

/// The dialog that is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Modal {
    /// Asks for the name under which the person marks; then does what had to wait.
    WhoMarks {
        /// What has been typed.
        name: String,
        /// What was asked for before the name was known.
        then: Vec<Action>,
    },
    /// A list of our own, where the system has no dialog.
    OpenPath {
        /// What is looked for.
        ask: Ask,
        /// What has been typed.
        path: String,
    },
    /// All commands.
    Palette(Palette),
    /// The sheet of keys.
    Keys(KeySheet),
    /// Preferences.
    Settings,
    /// The earlier states of my marks.
    Earlier {
        /// The newest first.
        states: Vec<Earlier>,
    },
    /// Another encoding.
    Encoding {
        /// What has been typed.
        label: String,
    },
    /// The wording of an implied claim.
    Imply {
        /// What has been typed.
        wording: String,
        /// Which tag it gets.
        tag: Option<TagId>,
    },
    /// A tag for every hit of a search.
    MarkAll {
        /// What was looked for.
        query: Query,
        /// How many hits there are.
        count: usize,
        /// What has been chosen.
        tag: Option<TagId>,
    },
    /// The number of a paragraph to go to.
    GoTo {
        /// What has been typed.
        typed: String,
        /// The last number that there is.
        last: usize,
    },
    /// Several versions of a mark that may have no place to be shown at.
    Versions {
        /// Of the mark or relation.
        id: uuid::Uuid,
    },
    /// Conflict copies, before they go.
    Copies,
    /// Version and licences.
    About,
}

impl Modal {
    /// The question for a name, before `then` is done.
    pub(super) fn who(then: Vec<Action>) -> Self {
        Self::WhoMarks { name: String::new(), then }
    }

    /// Whether the next key is to be chosen for a command, and means nothing else.
    pub(super) fn is_recording(&self) -> bool {
        matches!(self, Self::Keys(sheet) if sheet.is_recording())
    }

    fn title(&self) -> &'static str {
        match self {
            Self::WhoMarks { .. } => "Who marks here?",
            Self::OpenPath { ask: Ask::Articles, .. } => "Open an article",
            Self::OpenPath { ask: Ask::Folder, .. } => "Open a folder",
            Self::Palette(_) => "All commands",
            Self::Keys(_) => "Keys",
            Self::Settings => "Settings",
            Self::Earlier { .. } => "Earlier states of my marks",
            Self::Encoding { .. } => "Read with another encoding",
            Self::Imply { .. } => "An implied claim",
            Self::MarkAll { .. } => "Mark every occurrence",
            Self::GoTo { .. } => "Go to paragraph",
            Self::Versions { .. } => "Which shall it be?",
            Self::Copies => "Remove conflict copies",
            Self::About => "About Postil",
        }
    }

    /// Draws the dialog; closed by Escape or a click beside it.
    pub(super) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        can_run: &dyn Fn(&Command) -> bool,
        entries: &dyn Fn(&str) -> Vec<(PathBuf, bool)>,
        ctx: &egui::Context,
    ) {
        let id = egui::Id::unique("dialog");
        let theme = cx.theme;
        let frame = egui::Frame::new()
            .fill(theme.panel_raised)
            .stroke((1.0, theme.line))
            .corner_radius(8)
            .inner_margin(20);
        let backdrop = theme.ink.gamma_multiply(if theme.is_dark { 0.12 } else { 0.25 });
        let modal = egui::Modal::new(id).frame(frame).backdrop_color(backdrop);
        let response = modal.show(ctx, |ui| {
            ui.set_max_width(560.0);
            ui.heading(self.title());
            ui.add_space(6.0);
            match self {
                Self::WhoMarks { name, .. } => who_ui(cx, name, ui),
                Self::OpenPath { path, ask } => open_path_ui(cx, *ask, path, entries, ui),
                Self::Palette(palette) => palette.ui(cx, can_run, ui),
                Self::Keys(sheet) => sheet.ui(cx, ui),
                Self::Settings => settings::settings_ui(cx, ui),
                Self::Earlier { states } => earlier::earlier_ui(cx, states, ui),
                Self::Encoding { label } => encoding_ui(cx, label, ui),
                Self::Imply { wording, tag } => imply_ui(cx, wording, tag, ui),
                Self::MarkAll { query, count, tag } => finding::mark_all_ui(cx, query, *count, tag, ui),
                Self::GoTo { typed, last } => finding::go_to_ui(cx, typed, *last, ui),
                Self::Versions { id } => sharing::versions_ui(cx, *id, ui),
                Self::Copies => sharing::copies_ui(cx, ui),
                Self::About => about_ui(cx, ui),
            }
        });
        if response.should_close() {
            cx.ask(Request::Modal(None));
        }
    }
}

/// How high a list in a dialog may be, in points: `wanted`, or what a small window has left of itself.
pub(super) fn room_for_list(ui: &Ui, wanted: f32) -> f32 {
    const AROUND: f32 = 240.0;
    (ui.ctx().content_rect().height() - AROUND).clamp(120.0, wanted)
}

fn buttons_ui(cx: &ViewCtx<'_>, ui: &mut Ui, yes: &str, is_ready: bool) -> bool {
    ui.add_space(8.0);
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    let clicked = ui
        .horizontal(|ui| {
            let button =
                egui::Button::new(RichText::new(yes).color(cx.theme.accent_ink)).fill(cx.theme.accent);
            let clicked = ui.add_enabled(is_ready, button).clicked();
            if ui.button("Cancel").clicked() {
                cx.ask(Request::Modal(None));
            }
            clicked
        })
        .inner;
    is_ready && (clicked || enter)
}

fn who_ui(cx: &ViewCtx<'_>, name: &mut String, ui: &mut Ui) {
    ui.label("Your name goes into the file of your marks, so that others can tell them from their own. It stays on this machine and in those files.");
    ui.add_space(6.0);
    let label = ui.label("Name");
    let field = ui.add(TextEdit::singleline(name).desired_width(280.0).char_limit(120)).labelled_by(label.id);
    field.request_focus();
    if buttons_ui(cx, ui, "Start marking", !name.trim().is_empty()) {
        cx.ask(Request::Annotator(name.trim().to_owned()));
    }
}

fn open_path_ui(
    cx: &ViewCtx<'_>,
    ask: Ask,
    path: &mut String,
    entries: &dyn Fn(&str) -> Vec<(PathBuf, bool)>,
    ui: &mut Ui,
) {
    ui.label(
        RichText::new("The system shows no dialog, so choose here, or type a path")
            .color(cx.theme.ink_subdued),
    );
    let label = ui.label("Path");
    let field = ui.add(TextEdit::singleline(path).desired_width(520.0)).labelled_by(label.id);
    field.request_focus();
    ui.add_space(4.0);
    let parent = parent_of(path);
    let typed = path.clone();
    let height = room_for_list(ui, 280.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show(
        ui,
        |ui| {
            if let Some(parent) = parent
                && ui.selectable_label(false, "⏎ folder above").clicked()
            {
                *path = parent;
            }
            for (entry, is_folder) in entries(path) {
                let name = entry.file_name().unwrap_or(entry.as_os_str()).to_string_lossy().into_owned();
                let shown = if is_folder { format!("{}/", visible(&name)) } else { visible(&name) };
                if ui.selectable_label(false, shown).clicked() {
                    *path = entry.display().to_string();
                    if is_folder {
                        path.push(std::path::MAIN_SEPARATOR);
                    } else {
                        cx.ask(Request::Open(entry.clone()));
                    }
                }
            }
        },
    );
    if *path != typed {
        // What is typed next goes on from what was chosen.
        let mut state = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
        let end = egui::text::CCursor::new(path.chars().count());
        state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
        state.store(ui.ctx(), field.id);
    }
    let word = if ask == Ask::Folder { "Open this folder" } else { "Open" };
    if buttons_ui(cx, ui, word, !path.trim().is_empty()) {
        cx.ask(Request::Open(PathBuf::from(path.trim().trim_start_matches("file://"))));
    }
}

fn parent_of(path: &str) -> Option<String> {
    let trimmed = path.trim_end_matches(std::path::MAIN_SEPARATOR);
    let parent = std::path::Path::new(trimmed).parent()?;
    Some(format!(
        "{}{}",
        parent.display().to_string().trim_end_matches(std::path::MAIN_SEPARATOR),
        std::path::MAIN_SEPARATOR
    ))
}

/// Encodings that news comes in, besides those that are found without asking.
const ENCODINGS: [(&str, &str); 12] = [
    ("utf-8", "Unicode"),
    ("windows-1251", "Cyrillic, Windows"),
    ("koi8-r", "Cyrillic, KOI8"),
    ("ibm866", "Cyrillic, DOS"),
    ("windows-1256", "Arabic, Windows"),
    ("iso-8859-6", "Arabic, ISO"),
    ("windows-1255", "Hebrew, Windows"),
    ("windows-1252", "Western Europe"),
    ("windows-1250", "Central Europe"),
    ("windows-1253", "Greek"),
    ("gb18030", "Chinese"),
    ("utf-16le", "Unicode, 16 bits"),
];

fn encoding_ui(cx: &ViewCtx<'_>, label: &mut String, ui: &mut Ui) {
    let Some(session) = cx.session else { return };
    let reading = session.document().reading();
    let how = if reading.encoding_overridden { "as you chose" } else { "as was found" };
    ui.label(format!("The file was read as {}, {how}. Marks stay with their words.", reading.encoding));
    ui.add_space(6.0);
    let mut chosen = None;
    egui::Grid::new("encodings").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
        for (i, (name, words)) in ENCODINGS.iter().enumerate() {
            let is_now = name.eq_ignore_ascii_case(reading.encoding);
            if ui.selectable_label(is_now, format!("{name} · {words}")).clicked() {
                chosen = Some((*name).to_owned());
            }
            if i % 2 == 1 {
                ui.end_row();
            }
        }
    });
    let words = ui.label("Another");
    ui.add(TextEdit::singleline(label).desired_width(200.0)).labelled_by(words.id);
    if buttons_ui(cx, ui, "Read again", !label.trim().is_empty()) {
        chosen = Some(label.trim().to_owned());
    }
    if chosen.is_some() {
        cx.ask(Request::ReadAgain(import::Options { encoding: chosen, extent: reading.extent }));
    }
}

fn imply_ui(cx: &ViewCtx<'_>, wording: &mut String, tag: &mut Option<TagId>, ui: &mut Ui) {
    ui.label("When an article reports only the denial: what is being denied, in your own words.");
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        for known in &cx.commands.codebook().tags {
            let is_on = tag.as_ref() == Some(&known.id);
            if super::widgets::chip::tag_chip_ui(ui, cx.theme, known, is_on, false).clicked() {
                *tag = Some(known.id.clone());
            }
        }
    });
    let label = ui.label("Wording");
    ui.add(TextEdit::singleline(wording).desired_width(480.0)).labelled_by(label.id);
    let is_ready = !wording.trim().is_empty() && tag.is_some();
    if buttons_ui(cx, ui, "Add", is_ready)
        && let Some(tag) = tag
    {
        cx.send(Action::Imply(tag.clone(), wording.trim().to_owned()));
        cx.ask(Request::Modal(None));
    }
}

fn about_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let commit = option_env!("POSTIL_COMMIT").unwrap_or_default();
    let commit = commit.get(..8).map_or_else(String::new, |commit| format!(" ({commit})"));
    ui.label(format!("Postil {}{commit}", env!("CARGO_PKG_VERSION")));
    ui.label("A reader in which people mark what an article says: who claims, who denies, who died by whose count, and what is only opinion. It never says who is right.");
    ui.add_space(6.0);
    ui.label(RichText::new("MIT or Apache-2.0. Faces under the Open Font License: Source Serif, Inter, JetBrains Mono, Noto Naskh Arabic, Noto Serif Hebrew.").color(cx.theme.ink_subdued));
    ui.add_space(8.0);
    if ui.button("Close").clicked() {
        cx.ask(Request::Modal(None));
    }
}
