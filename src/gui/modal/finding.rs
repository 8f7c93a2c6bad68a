//! The dialogs of finding: a tag for every occurrence, and the number of a paragraph.

use crate::gui::outbox::{Request, Way};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::chip::tag_chip_ui;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::layer::TagId;
use crate::session::Action;
use crate::session::occurrences::MOST_AT_ONCE;
use crate::text::find::Query;
use egui::{Key, RichText, TextEdit, Ui};

/// More marks at once than a person would look through one by one.
const MANY: usize = 500;

/// Asks for the tag that all hits get.
pub(super) fn mark_all_ui(
    cx: &ViewCtx<'_>,
    query: &Query,
    count: usize,
    tag: &mut Option<TagId>,
    ui: &mut Ui,
) {
    let words = in_visual_order(&shortened(&visible(&query.words), 60));
    ui.label(say!("mark-all-places", count = count, words = words));
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        for known in &cx.commands.codebook().tags {
            let is_on = tag.as_ref() == Some(&known.id);
            let pressed = known.key.and_then(|key| Key::from_name(&key.to_string()));
            let is_pressed = pressed.is_some_and(|key| ui.input(|input| input.key_pressed(key)));
            if tag_chip_ui(ui, cx.theme, known, is_on, true).clicked() || is_pressed {
                *tag = Some(known.id.clone());
            }
        }
    });
    if MOST_AT_ONCE < count {
        let words = say!("mark-all-too-many", most = MOST_AT_ONCE);
        ui.label(RichText::new(words).color(cx.theme.warning));
    } else if MANY < count {
        let words = say!("mark-all-many");
        ui.label(RichText::new(words).color(cx.theme.warning));
    }
    let yes = say!("mark-all-does", count = count);
    let is_ready = tag.is_some() && count <= MOST_AT_ONCE;
    if buttons_ui(cx, ui, &yes, is_ready)
        && let Some(tag) = tag
    {
        // First, since another dialog may ask for the person's name.
        cx.ask(Request::CloseDialog);
        cx.send(Action::TagAll(tag.clone(), query.clone()));
    }
}

/// Where a person wants to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goal {
    Paragraph(usize),
    Percent(u8),
}

/// What was typed: `12`, or `50%`.
fn goal_of(typed: &str, last: usize) -> Option<Goal> {
    let typed = typed.trim();
    match typed.strip_suffix('%') {
        Some(percent) => {
            percent.trim().parse().ok().filter(|&percent: &u8| percent <= 100).map(Goal::Percent)
        }
        None => typed.parse().ok().filter(|number| (1..=last).contains(number)).map(Goal::Paragraph),
    }
}

/// Asks for the number of a paragraph.
pub(super) fn go_to_ui(cx: &ViewCtx<'_>, typed: &mut String, last: usize, ui: &mut Ui) {
    let range = match last {
        0 => say!("go-to-none"),
        last => say!("go-to-range", last = last),
    };
    ui.label(RichText::new(range).color(cx.theme.ink_subdued));
    ui.add_space(6.0);
    let label = ui.label(say!("go-to-field"));
    let field = ui.add(TextEdit::singleline(typed).desired_width(160.0).char_limit(12)).labelled_by(label.id);
    field.request_focus();
    let goal = goal_of(typed, last);
    if goal.is_none() && !typed.trim().is_empty() {
        ui.label(RichText::new(say!("go-to-missing")).color(cx.theme.warning));
    }
    if buttons_ui(cx, ui, &say!("go-to-does"), goal.is_some())
        && let Some(goal) = goal
    {
        cx.ask(Request::CloseDialog);
        cx.ask(match goal {
            Goal::Paragraph(number) => Request::Go(Way::Paragraph(number)),
            Goal::Percent(percent) => Request::Go(Way::Share(percent)),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_shares_are_read() {
        for (typed, expected) in [
            ("1", Some(Goal::Paragraph(1))),
            (" 12 ", Some(Goal::Paragraph(12))),
            ("13", None),
            ("0", None),
            ("50%", Some(Goal::Percent(50))),
            ("50 %", Some(Goal::Percent(50))),
            ("101%", None),
            ("-3", None),
            ("twelve", None),
            ("", None),
        ] {
            assert_eq!(goal_of(typed, 12), expected, "{typed}");
        }
    }
}
