//! What a figure says, as a row of chips, each of which can be set by hand: a press opens what it takes.

use super::card_row::LINE;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::{figures, say};
use crate::layer::{AnnotationId, Convention, Figure, FigureField};
use crate::session::Action;
use egui::{
    Align, Button, Id, Label, Layout, Popup, PopupCloseBehavior, Response, RichText, ScrollArea, Sense,
    TextEdit, Ui, vec2,
};

/// The height of a chip, in points.
pub(super) const HEIGHT: f32 = 20.0;
/// The width of what a chip opens.
const WIDTH: f32 = 340.0;
/// The width of the names of fields there.
const NAMES: f32 = 104.0;
/// The width of what stands beside them.
const FIELD: f32 = WIDTH - NAMES - 20.0;
/// So many frames does what is opened ask for the keyboard: the first ones only find its size.
const ASKS: u8 = 3;
/// The most of a word of the person that a chip shows, in characters.
const LONGEST: usize = 24;
/// What has a chip where it says something, in their order; the rest is behind the last chip.
const SHOWN: [FigureField; 7] = [
    FigureField::Outcome,
    FigureField::Population,
    FigureField::When,
    FigureField::Place,
    FigureField::Blamed,
    FigureField::Stance,
    FigureField::Share,
];
/// What is behind the last chip: all but the ends, which the first chip has. First what the words of a figure seldom
/// say, so that it is asked for most often.
const REST: [FigureField; 11] = [
    FigureField::When,
    FigureField::Place,
    FigureField::Blamed,
    FigureField::Stance,
    FigureField::Outcome,
    FigureField::Population,
    FigureField::PlacePrecision,
    FigureField::Qualifier,
    FigureField::Convention,
    FigureField::Share,
    FigureField::PartOf,
];

/// A figure whose chips are drawn.
pub(super) struct Chips<'a> {
    /// What it says.
    pub figure: &'a Figure,
    /// Whose mark it is.
    pub of: AnnotationId,
    /// Which of the mark, from 1.
    pub nth: usize,
    /// Whether its words are being typed, so that nothing of it can be set yet.
    pub is_typed: bool,
    /// Of the session: what is typed in a chip is dropped when it changes.
    pub revision: u64,
}

/// Draws the chips, and `after` them in the same row; the first one gets the keyboard if `wants_focus`.
pub(super) fn chips_ui(
    cx: &ViewCtx<'_>,
    chips: &Chips<'_>,
    wants_focus: bool,
    ui: &mut Ui,
    after: impl FnOnce(&mut Ui),
) {
    // The height of a row before anything is in it.
    let usual = std::mem::replace(&mut ui.spacing_mut().interact_size.y, HEIGHT);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(3.0, 3.0);
        ui.set_min_height(HEIGHT);
        let figure = chips.figure;
        let words = figures::interval(figure);
        let ends = [FigureField::Low, FigureField::High];
        let first = chip_ui(cx, chips, (&say!("figure-interval"), &words), &ends, ui);
        if wants_focus {
            first.request_focus();
        }
        for field in SHOWN {
            let said = field.of(figure);
            if !said.is_empty() {
                let value = shortened(&figures::value(field, &said), LONGEST);
                chip_ui(cx, chips, (&figures::field(field), &value), &[field], ui);
            }
        }
        if let Some(convention) = figure.convention.as_ref().filter(|own| **own != Convention::AsWorded) {
            let field = FigureField::Convention;
            let value = figures::value(field, convention.name());
            chip_ui(cx, chips, (&figures::field(field), &value), &[field], ui);
        }
        if !chips.is_typed {
            more_ui(cx, chips, ui);
        }
        after(ui);
    });
    ui.spacing_mut().interact_size.y = usual;
}

/// Draws one chip and, where it is pressed, what sets its fields.
fn chip_ui(
    cx: &ViewCtx<'_>,
    chips: &Chips<'_>,
    (field, value): (&str, &str),
    fields: &[FigureField],
    ui: &mut Ui,
) -> Response {
    let sense = if chips.is_typed { Sense::hover() } else { Sense::click() };
    let words = RichText::new(value).small().color(cx.theme.ink);
    let button = Button::new(words).sense(sense).corner_radius(HEIGHT / 2.0).min_size(vec2(0.0, HEIGHT));
    let chip = ui.add(button);
    let says = say!("figure-says", field = field, value = value);
    let role = if chips.is_typed { egui::Role::Label } else { egui::Role::Button };
    chip.widget_info(|| egui::WidgetInfo::labeled(role, true, &says));
    if chips.is_typed {
        return chip;
    }
    let chip = chip.on_hover_text(&says);
    popup_ui(&chip, |ui, is_new| {
        for (nth, &field) in fields.iter().enumerate() {
            part_ui(cx, chips, field, is_new && nth == 0, ui);
        }
    });
    chip
}

/// The last chip: everything that can be said of a figure, and that it is none.
fn more_ui(cx: &ViewCtx<'_>, chips: &Chips<'_>, ui: &mut Ui) {
    let words = RichText::new("…").small().color(cx.theme.ink_subdued);
    let button = ui.add(Button::new(words).corner_radius(HEIGHT / 2.0).min_size(vec2(HEIGHT, HEIGHT)));
    let says = say!("figure-more");
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &says));
    let button = button.on_hover_text(&says);
    popup_ui(&button, |ui, is_new| {
        // Whatever the height of the window, all of it can be reached.
        let most = ui.ctx().content_rect().height() * 0.45;
        let first = REST.into_iter().find(|field| field.of(chips.figure).is_empty());
        ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
            for field in REST {
                part_ui(cx, chips, field, is_new && first == Some(field), ui);
            }
        });
        ui.separator();
        if ui.button(say!("figure-none")).clicked() {
            cx.send(Action::NoFigure(name(chips.of), Some(chips.nth)));
            ui.close();
        }
    });
}

/// What a chip opens; `content` is told whether it was just opened.
fn popup_ui(button: &Response, content: impl FnOnce(&mut Ui, bool)) {
    let opened = button.id.with("opened");
    if button.clicked() {
        button.ctx.data_mut(|data| data.insert_temp(opened, ASKS));
    }
    let popup = Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(WIDTH);
        let asks = ui.data(|data| data.get_temp::<u8>(opened)).unwrap_or_default();
        if 0 < asks {
            ui.data_mut(|data| data.insert_temp(opened, asks.saturating_sub(1)));
            ui.ctx().request_repaint();
        }
        content(ui, 0 < asks);
    });
}

/// One field: its name, its words to choose from, and what can be typed.
fn part_ui(cx: &ViewCtx<'_>, chips: &Chips<'_>, field: FigureField, wants_focus: bool, ui: &mut Ui) {
    let said = field.of(chips.figure);
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let label =
            ui.allocate_ui_with_layout(vec2(NAMES, LINE), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_size(vec2(NAMES, LINE));
                let label = RichText::new(figures::field(field)).small().color(cx.theme.ink_subdued);
                ui.add(Label::new(label).wrap()).id
            });
        ui.vertical(|ui| {
            if field.known().is_empty() {
                let field = text_ui(cx, chips, field, &said, ui).labelled_by(label.inner);
                if wants_focus {
                    field.request_focus();
                }
            } else {
                choice_ui(cx, chips, field, (&said, wants_focus), ui);
            }
        });
    });
}

/// A field that takes one of a fixed set of words, or where that may be, another.
fn choice_ui(
    cx: &ViewCtx<'_>,
    chips: &Chips<'_>,
    field: FigureField,
    (said, wants_focus): (&str, bool),
    ui: &mut Ui,
) {
    let known = field.known();
    let is_other = !said.is_empty() && !known.contains(&said);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(3.0, 3.0);
        let words = known.iter().map(|word| (*word).to_owned()).chain(is_other.then(|| said.to_owned()));
        for (nth, word) in words.enumerate() {
            let is_on = word == said;
            let choice = ui.add(Button::selectable(is_on, figures::value(field, &word)));
            if wants_focus && nth == 0 {
                choice.request_focus();
            }
            if choice.clicked() {
                let word = if is_on { String::new() } else { word };
                cx.send(Action::FigureSet(name(chips.of), chips.nth, field, word));
                ui.close();
            }
        }
    });
    if matches!(field, FigureField::Outcome | FigureField::Population) && !is_other {
        let field = text_ui(cx, chips, field, "", ui);
        let other = say!("figure-other");
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &other));
    }
}

/// A field for words or a number, which is set when it is left by anything but Escape.
fn text_ui(cx: &ViewCtx<'_>, chips: &Chips<'_>, field: FigureField, said: &str, ui: &mut Ui) -> Response {
    let id = Id::unique(("figure part", chips.of.0, chips.nth, field.name()));
    let typed = id.with(chips.revision);
    let mut words = ui.data(|data| data.get_temp::<String>(typed)).unwrap_or_else(|| said.to_owned());
    let hint = match field {
        FigureField::Low | FigureField::High => say!("figure-open"),
        FigureField::When => say!("figure-date-form"),
        FigureField::Outcome | FigureField::Population => say!("figure-other"),
        _ => String::new(),
    };
    let text = TextEdit::singleline(&mut words).id(id).desired_width(FIELD).min_size(vec2(0.0, LINE));
    let text = text.align(egui::Align2::LEFT_CENTER).margin(egui::Margin::symmetric(6, 2));
    let response = ui.scope(|ui| {
        // Menus take the edge from all that stands in them.
        let widgets = &mut ui.visuals_mut().widgets;
        for widget in [&mut widgets.inactive, &mut widgets.hovered] {
            widget.bg_stroke = cx.theme.edge();
        }
        ui.add(text.hint_text(hint))
    });
    let response = response.inner;
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(typed, words.clone()));
    }
    if response.lost_focus() {
        let is_dropped = ui.input(|input| input.key_pressed(egui::Key::Escape));
        if !is_dropped && visible(&words) != visible(said) {
            cx.send(Action::FigureSet(name(chips.of), chips.nth, field, words));
        }
        ui.data_mut(|data| data.remove_temp::<String>(typed));
        if ui.input(|input| input.key_pressed(egui::Key::Enter)) {
            ui.close();
        }
    }
    response
}
