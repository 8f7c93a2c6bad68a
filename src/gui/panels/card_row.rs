//! A row of the card of a mark: what it is called at the left, what it says at the right, and below that a
//! small line, which has its place whether it says something or not.

use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, words_ui};
use egui::{Align, Button, Id, Layout, Response, RichText, TextStyle, TextWrapMode, Ui, vec2};

/// The width of the names of rows, in points.
const NAMES: f32 = 76.0;
/// The height of a field, in points.
pub(super) const LINE: f32 = 24.0;
/// The height of the small line, in points.
pub(super) const SMALL: f32 = 17.0;
/// Between what a small line offers, in points.
const APART: f32 = 10.0;

/// Draws a row: `content` gets the room at the right, and the id of the name, by which its field is called.
pub(super) fn row_ui<R>(
    cx: &ViewCtx<'_>,
    name: &str,
    ui: &mut Ui,
    content: impl FnOnce(&mut Ui, Id) -> R,
) -> R {
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let middle = Layout::left_to_right(Align::Center);
        let label = ui.allocate_ui_with_layout(vec2(NAMES, LINE), middle, |ui| {
            ui.set_min_size(vec2(NAMES, LINE));
            let name = RichText::new(name).small().color(cx.theme.ink_subdued);
            ui.add(egui::Label::new(name).truncate())
        });
        let label = label.inner.id;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            content(ui, label)
        })
        .inner
    })
    .inner
}

/// Draws what cannot be typed into: one line of words in any script, or a dash where there are none.
pub(super) fn value_ui(cx: &ViewCtx<'_>, words: &str, lines: usize, ui: &mut Ui) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), LINE), Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(LINE);
        ui.add_space(3.0);
        if words.trim().is_empty() {
            ui.label(RichText::new("–").color(cx.theme.ink_subdued));
        } else {
            let look = Look { size: 13.0, lines, ink: cx.theme.ink };
            words_ui(&mut cx.words.borrow_mut(), &visible(words), look, ui);
        }
    });
}

/// What a small line says.
pub(super) enum Small<'a> {
    Nothing,
    /// What follows from what is typed.
    Said(&'a str),
    /// What can be taken by a click.
    Offered(&'a str),
}

/// Draws a small line; whether its offer was taken.
pub(super) fn small_ui(cx: &ViewCtx<'_>, small: &Small<'_>, ui: &mut Ui) -> bool {
    let size = vec2(ui.available_width(), SMALL);
    let line = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        match small {
            Small::Nothing => false,
            Small::Said(words) => {
                ui.label(RichText::new(*words).small().color(cx.theme.ink_subdued)).on_hover_text(*words);
                false
            }
            Small::Offered(words) => small_button_ui(cx, words, ui).clicked(),
        }
    });
    line.inner
}

/// Draws what can be clicked in a small line.
pub(super) fn small_button_ui(cx: &ViewCtx<'_>, words: &str, ui: &mut Ui) -> Response {
    ui.spacing_mut().button_padding = vec2(0.0, 0.0);
    ui.spacing_mut().interact_size.y = SMALL;
    let words = RichText::new(words).small().color(cx.theme.link);
    ui.add(Button::new(words).frame(false))
}

/// What can be taken by a click.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// What is shown, as far as there is room.
    pub(super) words: String,
    /// All of it, for who points at it and for screen readers.
    pub(super) whole: String,
}

impl Offer {
    /// One that says all in few words.
    pub(super) fn short(words: String) -> Self {
        Self { whole: words.clone(), words }
    }
}

/// Draws offers in one line, whether there are any or none: the first gives way where there is no room for all.
/// Which of them was taken.
pub(super) fn offers_ui(cx: &ViewCtx<'_>, offers: &[Offer], ui: &mut Ui) -> Option<usize> {
    let font = TextStyle::Small.resolve(ui.style());
    let width = |offer: &Offer| {
        ui.painter().layout_no_wrap(offer.words.clone(), font.clone(), cx.theme.link).size().x + APART
    };
    let others: f32 = offers.iter().skip(1).map(width).sum();
    let size = vec2(ui.available_width(), SMALL);
    let line = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.x = APART;
        let mut taken = None;
        for (nth, offer) in offers.iter().enumerate() {
            let room = if nth == 0 { size.x - others } else { ui.available_width() };
            if offer_ui(cx, offer, room, ui) {
                taken = Some(nth);
            }
        }
        taken
    });
    line.inner
}

/// Draws an offer in so much room; whether it was taken.
fn offer_ui(cx: &ViewCtx<'_>, offer: &Offer, room: f32, ui: &mut Ui) -> bool {
    let button = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(0.0, 0.0);
        ui.spacing_mut().interact_size.y = SMALL;
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        ui.set_max_width(room.max(0.0));
        let words = RichText::new(&offer.words).small().color(cx.theme.link);
        ui.add(Button::new(words).frame(false))
    });
    let button = button.inner;
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &offer.whole));
    let is_all = offer.words == offer.whole;
    let button = if is_all { button } else { button.on_hover_text(&offer.whole) };
    button.clicked()
}
