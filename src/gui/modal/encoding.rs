//! The dialog that has an article read in another encoding.

use crate::document::import;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::buttons_ui;
use crate::gui::words::say;
use egui::{TextEdit, Ui};

/// An encoding's name, and what people call it.
type Encoding = (&'static str, fn() -> String);

/// Encodings that news comes in, besides those that are found without asking.
const ENCODINGS: [Encoding; 13] = [
    ("utf-8", || say!("encoding-unicode")),
    ("windows-1251", || say!("encoding-cyrillic-windows")),
    ("koi8-r", || say!("encoding-cyrillic-koi")),
    ("ibm866", || say!("encoding-cyrillic-dos")),
    ("windows-1256", || say!("encoding-arabic-windows")),
    ("iso-8859-6", || say!("encoding-arabic-iso")),
    ("windows-1255", || say!("encoding-hebrew-windows")),
    ("windows-1252", || say!("encoding-western")),
    ("windows-1250", || say!("encoding-central")),
    ("windows-1253", || say!("encoding-greek")),
    ("gb18030", || say!("encoding-chinese")),
    ("utf-16le", || say!("encoding-unicode-16")),
    ("repaired", || say!("encoding-repaired")),
];

/// Asks which encoding it is; `label` is what has been typed.
pub(super) fn encoding_ui(cx: &ViewCtx<'_>, label: &mut String, ui: &mut Ui) {
    let Some(session) = cx.session else { return };
    let reading = session.document().reading();
    ui.label(if reading.encoding_overridden {
        say!("encoding-as-chosen", name = reading.encoding)
    } else {
        say!("encoding-as-found", name = reading.encoding)
    });
    ui.add_space(6.0);
    let mut chosen = None;
    egui::Grid::new("encodings").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
        for (i, (name, words)) in ENCODINGS.iter().enumerate() {
            let is_now = name.eq_ignore_ascii_case(reading.encoding);
            if ui.selectable_label(is_now, format!("{name} · {}", words())).clicked() {
                chosen = Some((*name).to_owned());
            }
            if i % 2 == 1 {
                ui.end_row();
            }
        }
    });
    let words = ui.label(say!("encoding-another"));
    ui.add(TextEdit::singleline(label).desired_width(200.0)).labelled_by(words.id);
    if buttons_ui(cx, ui, &say!("encoding-read-again"), !label.trim().is_empty()) {
        chosen = Some(label.trim().to_owned());
    }
    if chosen.is_some() {
        cx.ask(Request::ReadAgain(import::Options {
            encoding: chosen,
            extent: reading.extent,
            password: None,
        }));
    }
}
