//! Dialogs: at most one at a time.

pub(super) mod correcting;
mod earlier;
pub(super) mod edits;
mod encoding;
mod finding;
pub(super) mod keys;
pub(super) mod open_path;
pub(super) mod palette;
pub(super) mod password;
pub(super) mod paste;
mod settings;
mod sharing;
mod who;

use super::class::{AssignmentSheet, GradesSheet, HandInSheet, InstructionSheet, MakingSheet};
use super::exporting::ExportDialog;
use super::importing::ImportDialog;
use super::outbox::{NewPerson, Request};
use super::tag_test::TagTestSheet;
use super::view_ctx::ViewCtx;
use super::widgets::dialog::buttons_ui;
use super::words::say;
use crate::layer::TagId;
use crate::session::Action;
use crate::session::earlier::Earlier;
use crate::text::find::Query;
use egui::{RichText, TextEdit, Ui};
use keys::KeySheet;
use open_path::PathDialog;
use palette::Palette;

/// How wide a dialog is at most within its edge, and how wide that is, in points.
const WIDTH: f32 = 560.0;
const PADDING: f32 = 20.0;
/// How far one stays from the words that it is about, and from the edge of the window.
const GAP: f32 = 10.0;

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
    /// One more name under which marks are made.
    AddPerson(NewPerson),
    /// An article of what was pasted.
    NewArticle(Box<paste::NewArticle>),
    /// An assignment, before it is laid into a folder.
    Assignment(Box<AssignmentSheet>),
    /// The test of a tag.
    TagTest(Box<TagTestSheet>),
    /// Where grades are to go.
    Grades(GradesSheet),
    /// What pupils are to do with the article.
    Instructions(InstructionSheet),
    /// Handing in, and what was handed in.
    HandIn(Box<HandInSheet>),
    /// An assignment in the making.
    Making(Box<MakingSheet>),
    /// The password of an article's file.
    Locked(password::Locked),
    /// A list of our own, where the system has no dialog.
    OpenPath(PathDialog),
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
    /// When an article was published, and by whom.
    Correct(Box<correcting::CorrectionSheet>),
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
    /// Changes of the marks of many articles, before they are made.
    Edits(edits::Proposal),
    /// A note for many marks.
    NoteMany(edits::NoteMany),
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
    /// What is handed on or printed, and where it goes.
    Export(Box<ExportDialog>),
    /// What an export holds, before it comes in.
    Import(Box<ImportDialog>),
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

    /// Whether it has a field of its own for a path, so that nobody has to be asked in another dialog.
    pub(super) fn has_path(&self) -> bool {
        matches!(self, Self::Assignment(_) | Self::Making(_) | Self::Export(_) | Self::Grades(_))
    }

    fn title(&self) -> String {
        match self {
            Self::WhoMarks { .. } => say!("title-who"),
            Self::AddPerson(_) => say!("who-add-title"),
            Self::NewArticle(_) => say!("paste-heading"),
            Self::Assignment(sheet) => sheet.title(),
            Self::TagTest(_) => say!("title-tag-test"),
            Self::HandIn(sheet) => sheet.title(),
            Self::Making(sheet) => sheet.title(),
            Self::Grades(_) => say!("title-grades"),
            Self::Instructions(_) => say!("title-instructions"),
            Self::Locked(_) => say!("title-password"),
            Self::OpenPath(dialog) => dialog.title(),
            Self::Palette(_) => say!("title-palette"),
            Self::Keys(_) => say!("title-keys"),
            Self::Settings => say!("title-settings"),
            Self::Earlier { .. } => say!("title-earlier"),
            Self::Correct(_) => say!("title-correct"),
            Self::Encoding { .. } => say!("title-encoding"),
            Self::Imply { .. } => say!("title-imply"),
            Self::MarkAll { .. } => say!("title-mark-all"),
            Self::Edits(proposal) => proposal.title.clone(),
            Self::NoteMany(note) => note.title.clone(),
            Self::GoTo { .. } => say!("title-go-to"),
            Self::Versions { .. } => say!("title-versions"),
            Self::Export(dialog) => dialog.title(),
            Self::Import(_) => say!("title-import"),
            Self::Copies => say!("title-copies"),
            Self::About => say!("title-about"),
        }
    }

    /// Where it stands: in the middle, or above or below the words that it asks about, which stay in sight.
    fn area(&self, id: egui::Id, ctx: &egui::Context) -> egui::Area {
        let area = egui::Modal::default_area(id);
        let spot = if let Self::TagTest(sheet) = self { sheet.spot() } else { None };
        let Some(spot) = spot else { return area };
        let screen = ctx.content_rect().shrink(GAP);
        let (above, below) = (spot.top() - screen.top(), screen.bottom() - spot.bottom());
        let left = spot.left().min(screen.right() - WIDTH - 2.0 * PADDING).max(screen.left());
        let (pivot, y) = match above < below {
            true => (egui::Align2::LEFT_TOP, spot.bottom() + GAP),
            false => (egui::Align2::LEFT_BOTTOM, spot.top() - GAP),
        };
        let area = egui::Area::new(id).kind(egui::UiKind::Modal).sense(egui::Sense::hover());
        let area = area.order(egui::Order::Foreground).interactable(true).constrain(true);
        area.pivot(pivot).fixed_pos(egui::pos2(left, y))
    }

    /// Draws the dialog; closed by Escape or a click beside it.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ctx: &egui::Context) {
        let id = egui::Id::unique("dialog");
        let theme = cx.theme;
        let frame = egui::Frame::new()
            .fill(theme.panel_raised)
            .stroke((theme.line_weight, theme.line))
            .corner_radius(8)
            .inner_margin(PADDING);
        // Darker than the window by night, too: what lies behind steps back.
        let backdrop = if theme.is_dark { theme.shadow } else { theme.ink.gamma_multiply(0.25) };
        let modal = egui::Modal::new(id).area(self.area(id, ctx)).frame(frame).backdrop_color(backdrop);
        let response = modal.show(ctx, |ui| {
            ui.set_max_width(WIDTH);
            ui.heading(self.title());
            ui.add_space(6.0);
            match self {
                Self::WhoMarks { name, .. } => who_ui(cx, name, ui),
                Self::AddPerson(person) => person.ui(cx, ui),
                Self::NewArticle(article) => article.ui(cx, ui),
                Self::Assignment(sheet) => sheet.ui(cx, ui),
                Self::TagTest(sheet) => sheet.ui(cx, ui),
                Self::HandIn(sheet) => sheet.ui(cx, ui),
                Self::Making(sheet) => sheet.ui(cx, ui),
                Self::Grades(sheet) => sheet.ui(cx, ui),
                Self::Instructions(sheet) => sheet.ui(cx, ui),
                Self::Locked(file) => file.ui(cx, ui),
                Self::OpenPath(dialog) => dialog.ui(cx, ui),
                Self::Palette(palette) => palette.ui(cx, ui),
                Self::Keys(sheet) => sheet.ui(cx, ui),
                Self::Settings => settings::settings_ui(cx, ui),
                Self::Earlier { states } => earlier::earlier_ui(cx, states, ui),
                Self::Correct(sheet) => sheet.ui(cx, ui),
                Self::Encoding { label } => encoding::encoding_ui(cx, label, ui),
                Self::Imply { wording, tag } => imply_ui(cx, wording, tag, ui),
                Self::MarkAll { query, count, tag } => finding::mark_all_ui(cx, query, *count, tag, ui),
                Self::Edits(proposal) => proposal.ui(cx, ui),
                Self::NoteMany(note) => note.ui(cx, ui),
                Self::GoTo { typed, last } => finding::go_to_ui(cx, typed, *last, ui),
                Self::Versions { id } => sharing::versions_ui(cx, *id, ui),
                Self::Export(dialog) => dialog.ui(cx, ui),
                Self::Import(dialog) => dialog.ui(cx, ui),
                Self::Copies => sharing::copies_ui(cx, ui),
                Self::About => about_ui(cx, ui),
            }
        });
        if response.should_close() {
            cx.ask(Request::CloseDialog);
        }
    }
}

fn who_ui(cx: &ViewCtx<'_>, name: &mut String, ui: &mut Ui) {
    ui.label(say!("who-about"));
    ui.add_space(6.0);
    let label = ui.label(say!("who-name"));
    let field = ui.add(TextEdit::singleline(name).desired_width(280.0).char_limit(120)).labelled_by(label.id);
    if ui.memory(|memory| memory.focused()).is_none() {
        field.request_focus();
    }
    if buttons_ui(cx, ui, &say!("who-start"), !name.trim().is_empty()) {
        cx.ask(Request::Annotator(name.trim().to_owned()));
    }
}

fn imply_ui(cx: &ViewCtx<'_>, wording: &mut String, tag: &mut Option<TagId>, ui: &mut Ui) {
    ui.label(say!("imply-about"));
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        for known in &cx.commands.codebook().tags {
            let is_on = tag.as_ref() == Some(&known.id);
            if super::widgets::chip::tag_chip_ui(ui, cx.theme, known, is_on, false).clicked() {
                *tag = Some(known.id.clone());
            }
        }
    });
    let label = ui.label(say!("imply-wording"));
    let field = ui.add(TextEdit::singleline(wording).desired_width(480.0)).labelled_by(label.id);
    if ui.memory(|memory| memory.focused()).is_none() {
        field.request_focus();
    }
    let is_ready = !wording.trim().is_empty() && tag.is_some();
    if buttons_ui(cx, ui, &say!("imply-add"), is_ready)
        && let Some(tag) = tag
    {
        // First, since another dialog may ask for the person's name.
        cx.ask(Request::CloseDialog);
        cx.send(Action::Imply(tag.clone(), wording.trim().to_owned()));
    }
}

fn about_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let commit = option_env!("POSTIL_COMMIT").unwrap_or_default();
    let commit = commit.get(..8).map_or_else(String::new, |commit| format!(" ({commit})"));
    ui.label(format!("Postil {}{commit}", env!("CARGO_PKG_VERSION")));
    ui.label(say!("about-what"));
    ui.add_space(6.0);
    ui.label(RichText::new(say!("about-licences")).color(cx.theme.ink_subdued));
    ui.add_space(8.0);
    if ui.button(say!("dialog-close")).clicked() {
        cx.ask(Request::CloseDialog);
    }
}
