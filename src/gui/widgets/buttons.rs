//! Buttons by their weight: what is most likely wanted is filled with the accent, what else can be done is
//! quiet, and what destroys is told from both before it is read.

use crate::gui::theme::Theme;
use egui::{Button, Color32, Response, RichText, Stroke, Ui};

/// The one that does what the view is for: filled. At most one in a view or a dialog.
pub(in crate::gui) fn primary<'a>(theme: &Theme, label: &str) -> Button<'a> {
    Button::new(RichText::new(label).color(theme.accent_ink)).fill(theme.accent).stroke(Stroke::NONE)
}

/// What can be done besides, within a row of other things: words alone, which a pointer lifts.
pub(in crate::gui) fn quiet<'a>(theme: &Theme, label: &str) -> Button<'a> {
    let words = RichText::new(label).color(theme.ink_subdued);
    Button::new(words).fill(Color32::TRANSPARENT).stroke(Stroke::NONE)
}

/// One of several of which one holds, in a menu: with the edge that menus take from other buttons, since a
/// circle without one is not seen.
pub(in crate::gui) fn radio_ui(theme: &Theme, is_on: bool, label: String, ui: &mut Ui) -> Response {
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for widget in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            widget.bg_stroke = theme.edge();
        }
        ui.radio(is_on, label)
    })
    .inner
}

/// What takes something away for good: its words and its edge in the colour of errors. Stands apart.
pub(in crate::gui) fn dangerous<'a>(theme: &Theme, label: &str) -> Button<'a> {
    Button::new(RichText::new(label).color(theme.error)).stroke(Stroke::new(1.0, theme.error))
}
