//! Who marks: a circle in their colour with the first letter of their name, and below it who else could.

use super::{BUTTON, popover_ui};
use crate::gui::command::{Command, Popover};
use crate::gui::icons;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons::radio_ui;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::layer::Annotator;
use egui::{Align2, Atom, Button, FontId, Id, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

/// The diameter of the circle, in points.
const CIRCLE: f32 = 18.0;

/// Draws the button; what is said of the person opens below it. Without `has_room` the name is left out.
pub(super) fn button_ui(cx: &ViewCtx<'_>, has_room: bool, ui: &mut Ui) {
    let (circle, name, label) = match cx.me {
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

/// Draws whoever marks at this machine, to be chosen for here or for everywhere, and the way to add somebody.
pub(super) fn who_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.set_min_width(240.0);
    ui.label(RichText::new(say!("who-heading")).small().color(cx.theme.ink_subdued));
    let scope = Id::unique("only in this folder");
    let mut is_here: bool = ui.data(|data| data.get_temp(scope)).unwrap_or(cx.marks_only_here);
    for person in cx.identities {
        let is_me = cx.me.is_some_and(|me| me.id == person.id);
        let name = visible(&person.name);
        let shown = in_visual_order(&shortened(&name, 32));
        let entry = ui.add(Button::selectable(is_me, (circle(cx, person), shown)));
        entry.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, true, is_me, say!("who-mark-as", person = name.as_str()))
        });
        if entry.clicked() {
            cx.ask(Request::MarkAs(person.id, is_here));
            ui.close();
        }
    }
    if cx.identities.is_empty() {
        ui.label(say!("who-nobody"));
    }
    ui.separator();
    let before = is_here;
    for (here, label) in [(false, say!("who-everywhere")), (true, say!("who-here"))] {
        if radio_ui(cx.theme, is_here == here, label, ui).clicked() {
            is_here = here;
        }
    }
    if before != is_here {
        ui.data_mut(|data| data.insert_temp(scope, is_here));
    }
    ui.separator();
    if ui.button(say!("who-add")).clicked() {
        cx.run(Command::ADD_PERSON);
        ui.close();
    }
}
