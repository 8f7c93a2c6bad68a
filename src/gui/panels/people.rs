//! The people whose marks there are, above the list of marks: a click hides or shows those of one.

use crate::gui::context::{Clicked, context_menu};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::session::{Action, Session};
use egui::{RichText, ScrollArea, Ui, vec2};

/// The height of the names, in points, from which on they are scrolled: a class must not push the list away.
const HIGHEST: f32 = 66.0;

/// A row for each person but me: colour, name, count, shown or hidden.
pub(super) fn people_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    hidden_ui(cx, session, ui);
    if session.layers().len() < 2 && session.layers().iter().all(|open| open.is_writable) {
        return;
    }
    // The bars stand in the space between the names, so that a line never breaks between the two, and
    // the first of a line in the margin.
    let inner = egui::Frame::new().inner_margin(egui::Margin { left: 6, ..Default::default() });
    let area = ScrollArea::vertical().id_salt("people").auto_shrink([false, true]).max_height(HIGHEST);
    area.show(ui, |ui| {
        inner.show(ui, |ui| ui.horizontal_wrapped(|ui| people_of(cx, session, ui)));
    });
    ui.add_space(4.0);
}

/// Whose marks are hidden until mine are handed in.
fn hidden_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let names: Vec<String> = session.hidden_people().map(|person| visible(&person.name)).collect();
    if !names.is_empty() {
        let words = say!("marks-hidden", names = names.join(", "));
        let label = ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
        label.on_hover_text(say!("marks-hidden-hint"));
        ui.add_space(4.0);
    }
}

fn people_of(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    ui.spacing_mut().item_spacing = vec2(10.0, 2.0);
    for open in session.layers() {
        let name = visible(&open.layer.annotator.name);
        let is_mine = open.is_writable;
        let count = open.layer.n_marks();
        let label = match is_mine {
            true => say!("marks-of-you", name = name, count = count),
            false => say!("marks-of", name = name, count = count),
        };
        let ink = if open.is_shown { cx.theme.ink } else { cx.theme.ink_subdued };
        let color = cx.theme.person(open.layer.annotator.id);
        let hint = if open.is_shown { say!("marks-hide") } else { say!("marks-show") };
        let button = egui::Button::selectable(open.is_shown, RichText::new(label).small().color(ink));
        let button = ui.add(button).on_hover_text(hint);
        let corner = button.rect.left_center() - vec2(6.0, 8.0);
        let bar = egui::Rect::from_min_size(corner, vec2(4.0, 16.0));
        ui.painter().rect_filled(bar, 1.0, if open.is_shown { color } else { cx.theme.line });
        context_menu(cx, &button, Clicked::on_person(open.layer.annotator.id));
        if button.clicked() {
            let who = open.layer.annotator.id.0.simple().to_string();
            cx.send(if open.is_shown { Action::Hide(who) } else { Action::Show(who) });
        }
    }
}
