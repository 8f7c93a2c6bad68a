//! What stands above the page about another text of its file: that there is one and how much is other in
//! it, before it is read and after.

use super::Changes;
use crate::gui::command::Command;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons;
use crate::gui::words::say;
use crate::session::Session;
use egui::{Align, Layout, Rect, RichText, Sense, TextStyle, Ui, vec2};

/// What there is to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Banner {
    /// The file gives another text; the page shows the one before.
    Waiting,
    /// The new text is on the page.
    Read,
}

impl Banner {
    /// All of it in a sentence, as far as it is known.
    pub(in crate::gui) fn sentence(self, changes: Option<&Changes>, session: &Session) -> String {
        let changed = changes.map(Changes::told);
        let look = session.n_to_review();
        match (self, changed) {
            (Self::Waiting, None) => say!("banner-changed"),
            (Self::Waiting, Some(what)) => say!("banner-changed-so", what = what),
            (Self::Read, what) if 0 < look => {
                let what = what.unwrap_or_else(|| say!("banner-read"));
                say!("banner-with-look", what = what, count = look)
            }
            (Self::Read, what) => {
                what.map_or_else(|| say!("banner-read"), |what| say!("banner-told", what = what))
            }
        }
    }
}

impl Changes {
    /// `2 changes in substance`
    pub(super) fn told(&self) -> String {
        match self.n_changes() {
            0 if self.is_same() => say!("changes-none-at-all"),
            0 => say!("changes-none"),
            count => say!("changes-count", count = count),
        }
    }
}

/// What a button of the banner asks for.
enum Deed {
    Run(Command),
    Dismiss,
}

/// Draws it in one row, or below each other where there is no room for that.
pub(in crate::gui) fn banner_ui(
    cx: &ViewCtx<'_>,
    banner: Banner,
    changes: Option<&Changes>,
    session: &Session,
    ui: &mut Ui,
) {
    let sentence = banner.sentence(changes, session);
    let font = TextStyle::Body.resolve(ui.style());
    let words = ui.painter().layout_no_wrap(sentence.clone(), font, cx.theme.ink_strong).size().x;
    let room = ui.available_width() - words - 24.0;
    // Where there is no room for them, the names of the buttons are told by their hints.
    let lengths = [true, false];
    let is_long = lengths.into_iter().find(|&is_long| buttons_width(banner, session, is_long, ui) < room);
    let label = |ui: &mut Ui| {
        ui.add(egui::Label::new(RichText::new(&sentence).color(cx.theme.ink_strong)).wrap());
    };
    let mut deeds = Vec::new();
    if let Some(is_long) = is_long {
        ui.horizontal(|ui| {
            label(ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                // From the right: what takes it away stands at the edge.
                deeds.extend(dismiss_ui(cx, banner, ui));
                for choice in choices(banner, session).iter().rev() {
                    deeds.extend(choice_ui(cx, choice, is_long, ui));
                }
            });
        });
    } else {
        ui.horizontal(|ui| {
            let room = vec2(ui.available_width() - 32.0, 24.0);
            ui.allocate_ui_with_layout(
                room,
                Layout::left_to_right(Align::Center).with_main_wrap(true),
                label,
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                deeds.extend(dismiss_ui(cx, banner, ui))
            });
        });
        ui.horizontal_wrapped(|ui| {
            for choice in &choices(banner, session) {
                deeds.extend(choice_ui(cx, choice, true, ui));
            }
        });
    }
    for deed in deeds {
        match deed {
            Deed::Run(command) => cx.run(command),
            Deed::Dismiss => cx.ask(Request::PutOff),
        }
    }
}

/// A button of the banner.
struct Choice {
    name: String,
    /// Where there is little room.
    short: String,
    command: Command,
    /// Whether it is what is most likely wanted.
    is_first: bool,
}

/// The buttons, from the left.
fn choices(banner: Banner, session: &Session) -> Vec<Choice> {
    let see = Choice {
        name: say!("banner-see"),
        short: say!("banner-see-short"),
        command: Command::SHOW_CHANGES,
        is_first: false,
    };
    let read = || Choice {
        name: say!("banner-read-new"),
        short: say!("banner-read-new-short"),
        command: Command::READ_NEW_TEXT,
        is_first: true,
    };
    let look = || Choice {
        name: say!("banner-look"),
        short: say!("banner-look-short"),
        command: Command::NEXT_TO_REVIEW,
        is_first: true,
    };
    match banner {
        Banner::Waiting => vec![see, read()],
        Banner::Read if 0 < session.n_to_review() => vec![see, look()],
        Banner::Read => vec![see],
    }
}

fn buttons_width(banner: Banner, session: &Session, is_long: bool, ui: &Ui) -> f32 {
    let font = TextStyle::Button.resolve(ui.style());
    let between = ui.spacing().item_spacing.x + 2.0 * ui.spacing().button_padding.x;
    let width = |choice: Choice| {
        let name = if is_long { choice.name } else { choice.short };
        ui.painter().layout_no_wrap(name, font.clone(), egui::Color32::PLACEHOLDER).size().x + between
    };
    24.0 + choices(banner, session).into_iter().map(width).sum::<f32>()
}

fn choice_ui(cx: &ViewCtx<'_>, choice: &Choice, is_long: bool, ui: &mut Ui) -> Option<Deed> {
    let words = if is_long { &choice.name } else { &choice.short };
    let button = if choice.is_first { buttons::primary(cx.theme, words) } else { egui::Button::new(words) };
    let mut response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &choice.name));
    if !is_long {
        response = response.on_hover_text(&choice.name);
    }
    response.clicked().then(|| Deed::Run(choice.command.clone()))
}

/// A cross, painted.
fn dismiss_ui(cx: &ViewCtx<'_>, banner: Banner, ui: &mut Ui) -> Option<Deed> {
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    let (name, hint) = match banner {
        Banner::Waiting => (say!("banner-later"), say!("banner-later-hint")),
        Banner::Read => (say!("banner-done"), say!("banner-done-hint")),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    crate::gui::widgets::rows::ground(cx.theme, ui.painter(), rect, &response, false);
    let cross = Rect::from_center_size(rect.center(), vec2(8.0, 8.0));
    let stroke = (1.5, cx.theme.ink);
    ui.painter().line_segment([cross.left_top(), cross.right_bottom()], stroke);
    ui.painter().line_segment([cross.right_top(), cross.left_bottom()], stroke);
    response.on_hover_text(hint).clicked().then_some(Deed::Dismiss)
}
