//! What is said in the middle of the page where an article has no text: why, and what can be done about it.

use super::command::Command;
use super::notices::sentence;
use super::told;
use super::view_ctx::ViewCtx;
use super::words::say;
use crate::document::ImportWarning;
use crate::library::FileWarning;
use crate::session::{Session, Warning};
use egui::{Rect, RichText, Ui, UiBuilder, vec2};

/// As wide as lines stay easy to read.
const WIDTH: f32 = 520.0;

/// Over the empty page, which takes all the `room`; nothing where there are words.
pub(super) fn wordless_ui(cx: &ViewCtx<'_>, session: &Session, room: Rect, ui: &mut Ui) {
    if !session.document().text().trim().is_empty() {
        return;
    }
    let top = room.center_top() + vec2(0.0, room.height() * 0.3);
    let place = Rect::from_min_size(top, vec2(0.0, room.height() * 0.7)).expand2(vec2(WIDTH / 2.0, 0.0));
    let ui = &mut ui.new_child(UiBuilder::new().max_rect(place.intersect(room.shrink(12.0))));
    ui.vertical_centered(|ui| {
        let subdued = |words: String| RichText::new(words).color(cx.theme.ink_subdued);
        ui.heading(RichText::new(say!("wordless-title")).color(cx.theme.ink_strong));
        ui.add_space(6.0);
        let of_file = session.warnings().iter().filter_map(|warning| match warning {
            Warning::File(FileWarning::Article(of_file)) => Some((warning, of_file)),
            _ => None,
        });
        let mut is_scan = false;
        for (warning, of_file) in of_file {
            ui.label(subdued(sentence(&told::warning(warning))));
            is_scan |= matches!(of_file, ImportWarning::Scanned { .. });
        }
        if is_scan {
            ui.add_space(6.0);
            ui.label(subdued(say!("wordless-scan-hint")));
        }
        if (cx.ready)(&Command::TOGGLE_PAGE).is_ok() && (cx.is_on)(&Command::TOGGLE_PAGE) == Some(false) {
            ui.add_space(12.0);
            if ui.button(say!("wordless-page")).clicked() {
                cx.run(Command::TOGGLE_PAGE);
            }
        }
    });
}
