//! The bar of the class, below the page: which mark of the key the caret is at, and how the class marked it.

use crate::gui::command::Command;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use crate::session::Session;
use egui::{Frame, Label, Margin, Panel, RichText, Ui};

/// The longest passage that is shown, in characters.
const LONGEST: usize = 60;

/// Draws the bar while the class is shown; where it begins, in points, since notices stand above it.
pub(in crate::gui) fn in_class_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<f32> {
    if !cx.class.is_in_article {
        return None;
    }
    let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(12, 5));
    let bar = Panel::bottom("class").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            words_ui(cx, session, ui);
            for (command, words) in [
                (Command::PREVIOUS_IN_KEY, say!("difference-previous")),
                (Command::NEXT_IN_KEY, say!("difference-next")),
                (Command::SHOW_GRADE_BOOK, say!("class-to-book")),
                (Command::TOGGLE_CLASS, say!("class-away")),
            ] {
                if ui.button(words).clicked() {
                    cx.run(command);
                }
            }
        });
    });
    Some(bar.response.rect.top())
}

fn words_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let subdued = |words: String| RichText::new(words).color(cx.theme.ink_subdued);
    let Some(book) = cx.class.book_on(session) else {
        let words = if cx.class.is_busy() { say!("class-grading") } else { say!("class-not-here") };
        return drop(ui.label(subdued(words)));
    };
    let places = book.marking.places();
    let head = session.selection().head;
    let behind = places.partition_point(|(_, range)| range.start() <= head);
    let at = behind.checked_sub(1);
    let here = at.and_then(|nth| Some((nth, places.get(nth)?, book.marking.key().get(nth)?)));
    let Some((nth, _, key)) = here else {
        let words = say!("class-in-article", count = book.pupils.len(), marks = places.len());
        return drop(ui.label(subdued(words)));
    };
    ui.label(subdued(say!("class-nth", nth = nth + 1, count = places.len())));
    let quote = shortened(&visible(&key.quote), LONGEST);
    ui.add(Label::new(RichText::new(quote).strong().color(cx.theme.ink_strong)).wrap());
    if let Some(divided) = book.class.divided.iter().find(|divided| divided.key == nth) {
        ui.label(told::divided(divided));
    }
}
