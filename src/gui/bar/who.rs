//! Who marks: a circle in their colour with the first letter of their name, and what is said of them.

use super::{BUTTON, popover_ui};
use crate::gui::command::{Command, Popover};
use crate::gui::icons;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::layer::Annotator;
use egui::{Align2, Atom, Button, FontId, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

/// The diameter of the circle, in points.
const CIRCLE: f32 = 18.0;

/// Draws the button; what is said of the person opens below it. Without `has_room` the name is left out.
pub(super) fn button_ui(cx: &ViewCtx<'_>, has_room: bool, ui: &mut Ui) {
    if cx.session.is_none() {
        return;
    }
    let (circle, name, label) = match annotator(cx) {
        Some(person) => {
            let name = in_visual_order(&shortened(&visible(&person.name), 18));
            let label = say!("who-named", person = visible(&person.name));
            (circle(cx, person), name, label)
        }
        None => (nobody(cx), say!("who-nobody-short"), say!("who-nobody")),
    };
    let button = if has_room {
        Button::new((circle, RichText::new(name).color(cx.theme.ink)))
    } else {
        Button::new(circle)
    };
    let response = ui.add(button.min_size(BUTTON).stroke(Stroke::NONE));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let key = cx.commands.key_hint(&Command::WHO_MARKS);
    popover_ui(cx, Popover::Who, &response.on_hover_text(format!("{label}{key}")));
}

fn annotator<'a>(cx: &ViewCtx<'a>) -> Option<&'a Annotator> {
    cx.session.and_then(|session| session.annotator())
}

/// A person as a circle.
fn circle<'a>(cx: &ViewCtx<'_>, person: &Annotator) -> Atom<'a> {
    let (fill, ink) = (cx.theme.person(person.id), cx.theme.panel);
    let letter =
        visible(&person.name).chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    Atom::paint(vec2(CIRCLE, CIRCLE), move |ui, args| {
        let middle = args.rect.center();
        ui.painter().circle_filled(middle, CIRCLE / 2.0, fill);
        ui.painter().text(middle, Align2::CENTER_CENTER, &letter, FontId::proportional(11.0), ink);
    })
}

/// Nobody yet.
fn nobody<'a>(cx: &ViewCtx<'_>) -> Atom<'a> {
    let ink = cx.theme.ink_subdued;
    Atom::paint(vec2(CIRCLE, CIRCLE), move |ui, args| {
        let font = FontId::proportional(CIRCLE - 2.0);
        ui.painter().text(args.rect.center(), Align2::CENTER_CENTER, icons::PERSON, font, ink);
    })
}

/// Draws what is said of the person.
pub(super) fn who_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.set_min_width(240.0);
    let Some(person) = annotator(cx) else {
        ui.label(RichText::new(say!("who-nobody")).color(cx.theme.ink_subdued));
        if ui.button(say!("who-give-name")).clicked() {
            cx.ask(Request::WhoMarks);
            ui.close();
        }
        return;
    };
    ui.horizontal(|ui| {
        ui.add(Button::new(circle(cx, person)).frame(false));
        ui.label(RichText::new(say!("who-named", person = visible(&person.name))).color(cx.theme.ink_strong));
    });
    ui.label(RichText::new(say!("who-hint")).small().color(cx.theme.ink_subdued));
}
