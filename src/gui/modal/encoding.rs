//! The dialog that has an article read in another encoding.

use crate::document::import;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use egui::{TextEdit, Ui};

/// Encodings that news comes in, besides those that are found without asking.
const ENCODINGS: [(&str, &str); 12] = [
    ("utf-8", "Unicode"),
    ("windows-1251", "Cyrillic, Windows"),
    ("koi8-r", "Cyrillic, KOI8"),
    ("ibm866", "Cyrillic, DOS"),
    ("windows-1256", "Arabic, Windows"),
    ("iso-8859-6", "Arabic, ISO"),
    ("windows-1255", "Hebrew, Windows"),
    ("windows-1252", "Western Europe"),
    ("windows-1250", "Central Europe"),
    ("windows-1253", "Greek"),
    ("gb18030", "Chinese"),
    ("utf-16le", "Unicode, 16 bits"),
];

/// Asks which encoding it is; `label` is what has been typed.
pub(super) fn encoding_ui(cx: &ViewCtx<'_>, label: &mut String, ui: &mut Ui) {
    let Some(session) = cx.session else { return };
    let reading = session.document().reading();
    let how = if reading.encoding_overridden { "as you chose" } else { "as was found" };
    ui.label(format!("The file was read as {}, {how}. Marks stay with their words.", reading.encoding));
    ui.add_space(6.0);
    let mut chosen = None;
    egui::Grid::new("encodings").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
        for (i, (name, words)) in ENCODINGS.iter().enumerate() {
            let is_now = name.eq_ignore_ascii_case(reading.encoding);
            if ui.selectable_label(is_now, format!("{name} · {words}")).clicked() {
                chosen = Some((*name).to_owned());
            }
            if i % 2 == 1 {
                ui.end_row();
            }
        }
    });
    let words = ui.label("Another");
    ui.add(TextEdit::singleline(label).desired_width(200.0)).labelled_by(words.id);
    if buttons_ui(cx, ui, "Read again", !label.trim().is_empty()) {
        chosen = Some(label.trim().to_owned());
    }
    if chosen.is_some() {
        cx.ask(Request::ReadAgain(import::Options { encoding: chosen, extent: reading.extent }));
    }
}
