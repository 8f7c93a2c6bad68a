//! What is said while articles are being read, since a large one takes its time: which, and a way out of it.

use super::outbox::Request;
use super::view_ctx::ViewCtx;
use super::widgets::{shortened, visible};
use super::words::say;
use crate::host::file_name;
use egui::{Frame, Id, Margin, Panel, RichText, Ui};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The longest name of a file that is shown, in characters.
const LONGEST_NAME: usize = 60;

/// What is read within this time is not spoken of beside another article, in seconds: a bar that comes and goes
/// is only a flicker.
const SOON: f64 = 1.0;

/// Where the first article will stand.
pub(super) fn opening_ui(cx: &ViewCtx<'_>, opening: &BTreeSet<PathBuf>, ui: &mut Ui) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        for path in opening {
            ui.label(RichText::new(reading(path)).color(cx.theme.ink_subdued));
        }
        ui.add_space(12.0);
        stop_ui(cx, ui);
    });
}

/// A bar at the foot of what is looked at meanwhile; where it begins, if it is there.
pub(super) fn opening_bar_ui(cx: &ViewCtx<'_>, opening: &BTreeSet<PathBuf>, ui: &mut Ui) -> Option<f32> {
    let begun = Id::unique("opening since");
    let now = ui.input(|input| input.time);
    if opening.is_empty() {
        ui.data_mut(|data| data.remove::<f64>(begun));
        return None;
    }
    let since = ui.data_mut(|data| *data.get_temp_mut_or(begun, now));
    if now - since < SOON {
        ui.request_repaint_after(Duration::from_secs_f64(SOON - (now - since)));
        return None;
    }
    let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(12, 5));
    let bar = Panel::bottom("opening").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for path in opening {
                ui.label(RichText::new(reading(path)).color(cx.theme.ink_subdued));
            }
            stop_ui(cx, ui);
        });
    });
    Some(bar.response.rect.top())
}

fn reading(path: &Path) -> String {
    say!("empty-reading-name", name = shortened(&visible(&file_name(path)), LONGEST_NAME))
}

fn stop_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    if ui.button(say!("empty-stop")).on_hover_text(say!("empty-stop-hint")).clicked() {
        cx.ask(Request::StopOpening);
    }
}
