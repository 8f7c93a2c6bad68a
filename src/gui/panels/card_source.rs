//! Below the field for who says it: what the text tells of that, and the words that attribute, to be set by
//! hand.

use super::card_row::{self as row, LINE, Offer, SMALL};
use super::source_field::SourceField;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::layer::Annotation;
use crate::session::Action;
use egui::{
    Align, Button, Id, Layout, Popup, PopupCloseBehavior, RichText, TextEdit, TextWrapMode, Ui, vec2,
};

/// The most of a chain that is offered, in characters.
const LONGEST: usize = 60;
const WIDTH: f32 = 220.0;

/// Draws what can be taken, or by which words it is attributed.
pub(super) fn offers_ui(
    cx: &ViewCtx<'_>,
    annotation: &Annotation,
    (field, revision): (&SourceField, u64),
    ui: &mut Ui,
) {
    let attribution = &annotation.attribution;
    let is_open = attribution.chain.is_empty() && !attribution.is_unattributed;
    if !is_open || !field.line.words.is_empty() {
        return cue_ui(cx, annotation, revision, ui);
    }
    let chain: Vec<&str> = field.said.chain.iter().map(|speaker| speaker.name.as_str()).collect();
    let first = field.first_found();
    let whole = Some(chain.join(" ← ")).filter(|_| !chain.is_empty());
    let mut offers = Vec::new();
    if let Some(words) = whole.as_deref().or(first) {
        let name = in_visual_order(&visible(&shortened(words, LONGEST)));
        let words = say!("mark-source-take-short", name = name.as_str());
        offers.push(Offer { words, whole: say!("mark-source-take", name = name) });
    }
    offers.push(Offer::short(say!("mark-source-nobody")));
    let n_named = offers.len().saturating_sub(1);
    match row::offers_ui(cx, &offers, ui) {
        Some(nth) if n_named <= nth => {
            cx.send(Action::Source(name(annotation.id), "unattributed".to_owned()));
        }
        Some(_) => cx.send(match (&whole, first) {
            (None, Some(first)) => Action::Source(name(annotation.id), first.to_owned()),
            _ => Action::TakeSource(name(annotation.id)),
        }),
        None => {}
    }
}

/// The words that attribute, as a chip that opens what sets them and how sure it is.
fn cue_ui(cx: &ViewCtx<'_>, annotation: &Annotation, revision: u64, ui: &mut Ui) {
    let attribution = &annotation.attribution;
    let cue = attribution.cue.as_ref().map(|cue| cue.verb.as_str()).unwrap_or_default();
    let sure = attribution.certainty.as_deref().unwrap_or_default();
    let says = if cue.is_empty() {
        say!("mark-cue")
    } else {
        say!("mark-cue-says", words = in_visual_order(&visible(&shortened(cue, LONGEST))))
    };
    let says = if sure.is_empty() { says } else { format!("{says} · {}", visible(sure)) };
    let size = vec2(ui.available_width(), SMALL);
    let chip = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().button_padding = vec2(0.0, 0.0);
        ui.spacing_mut().interact_size.y = SMALL;
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        ui.add(Button::new(RichText::new(says).small().color(cx.theme.link)).frame(false))
    });
    let chip = chip.inner;
    let popup = Popup::menu(&chip).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(WIDTH);
        let id = Id::unique(("attributed", annotation.id.0));
        if let Some(words) = part_ui(cx, (id.with("cue"), revision), (&say!("mark-cue"), cue), ui) {
            cx.send(Action::Cue(name(annotation.id), words));
        }
        if let Some(words) = part_ui(cx, (id.with("sure"), revision), (&say!("mark-certainty"), sure), ui) {
            cx.send(Action::Certainty(name(annotation.id), words));
        }
    });
}

/// A field with its name; what was typed, when it is left by anything but Escape.
fn part_ui(
    cx: &ViewCtx<'_>,
    (id, revision): (Id, u64),
    (label, said): (&str, &str),
    ui: &mut Ui,
) -> Option<String> {
    let label = ui.label(RichText::new(label).small().color(cx.theme.ink_subdued));
    let typed = id.with(revision);
    let mut words = ui.data(|data| data.get_temp::<String>(typed)).unwrap_or_else(|| said.to_owned());
    let text = TextEdit::singleline(&mut words).id(id).desired_width(WIDTH).min_size(vec2(0.0, LINE));
    let response = ui.scope(|ui| {
        // Menus take the edge from all that stands in them.
        let widgets = &mut ui.visuals_mut().widgets;
        for widget in [&mut widgets.inactive, &mut widgets.hovered] {
            widget.bg_stroke = cx.theme.edge();
        }
        ui.add(text)
    });
    let response = response.inner.labelled_by(label.id);
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(typed, words.clone()));
    }
    if !response.lost_focus() {
        return None;
    }
    ui.data_mut(|data| data.remove_temp::<String>(typed));
    let is_dropped = ui.input(|input| input.key_pressed(egui::Key::Escape));
    (!is_dropped && words != said).then_some(words)
}
