//! Who uses which name: users against names, with counts.

use crate::analysis::actors::Actors;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use egui::{Grid, RichText, ScrollArea, Ui};

/// With nothing chosen the most frequent names are shown.
const MOST_COLUMNS: usize = 12;
const MOST_ROWS: usize = 200;
/// The most height that the matrix takes, as a share of the page.
const HEIGHT: f32 = 0.4;

pub(super) fn matrix_ui(cx: &ViewCtx<'_>, actors: &Actors, chosen: &[String], ui: &mut Ui) {
    let names: Vec<String> = if chosen.is_empty() {
        let marked = actors.names.iter().filter(|named| 0 < named.n_marks());
        marked.take(MOST_COLUMNS).map(|named| named.name.clone()).collect()
    } else {
        chosen.to_vec()
    };
    let matrix = actors.matrix(&names);
    let height = ui.available_height() * HEIGHT;
    ScrollArea::both().id_salt("who uses which name").max_height(height).auto_shrink([false, true]).show(
        ui,
        |ui| {
            Grid::new("matrix of names").striped(true).show(ui, |ui| {
                ui.label(RichText::new(say!("actors-user")).strong());
                for name in &matrix.names {
                    ui.label(RichText::new(visible(name)).strong().color(cx.theme.ink_strong));
                }
                ui.end_row();
                for (user, counts) in matrix.rows.iter().take(MOST_ROWS) {
                    ui.label(visible(user));
                    for (name, count) in matrix.names.iter().zip(counts) {
                        let words = if *count == 0 { String::new() } else { count.to_string() };
                        let told =
                            say!("actors-uses", user = visible(user), name = visible(name), count = *count);
                        let cell = ui.label(words);
                        cell.widget_info(|| {
                            egui::WidgetInfo::labeled(egui::Role::Label, true, told.as_str())
                        });
                    }
                    ui.end_row();
                }
            });
        },
    );
}
