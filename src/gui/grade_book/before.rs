//! The class an earlier time and now: everybody, and each mark of the key.

use super::head::add_buttons_ui;
use super::heading_ui;
use crate::analysis::grading::Change;
use crate::gui::class::Time;
use crate::gui::threads_page::nothing_ui;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::outline::{OutlineRow, outline_ui};
use crate::gui::widgets::visible;
use crate::gui::words::{name, say};
use crate::layer::Codebook;
use crate::session::class::ClassBook;
use crate::session::class::book::Before;
use egui::Ui;

const LIST: &str = "before and after";

pub(super) fn before_ui(cx: &ViewCtx<'_>, book: &ClassBook, ui: &mut Ui) {
    let Some(before) = &book.before else {
        nothing_ui(cx, &say!("class-before-none"), &say!("class-before-hint"), ui);
        ui.add_space(8.0);
        ui.vertical_centered(|ui| add_buttons_ui(cx, Time::Before, ui));
        return;
    };
    if let Some((then, now)) = before.compared.mean {
        let (then, now) = (percent(Some(then)), percent(Some(now)));
        heading_ui(cx, &say!("class-before-mean", then = then, now = now), ui);
    }
    outline_ui(cx, LIST, &rows(book, before, cx.commands.codebook()), None, ui);
}

pub(super) fn rows(book: &ClassBook, before: &Before, codebook: &Codebook) -> Vec<OutlineRow> {
    let heading = |words: String| OutlineRow { is_heading: true, words, ..OutlineRow::default() };
    let row = |words: String, change: &Change| OutlineRow {
        depth: 1,
        words,
        behind: changed(*change),
        warns: change.rise().is_some_and(|rise| rise < 0.0),
        ..OutlineRow::default()
    };
    let people = before.people.iter().zip(&before.compared.pupils);
    let people = people.map(|((who, ..), change)| row(visible(who), change));
    let marks = book.marking.key().iter().zip(&before.compared.marks).enumerate();
    let marks = marks.map(|(nth, (key, change))| {
        row(say!("class-numbered", nth = nth + 1, quote = visible(&key.quote)), change)
    });
    let tags = before.compared.tags.iter();
    let tags = tags.map(|(tag, change)| row(name(codebook.label(tag)), change));
    let has_marks = !before.compared.marks.is_empty();
    std::iter::once(heading(say!("class-before-pupils")))
        .chain(people)
        .chain([heading(say!("class-before-tags"))])
        .chain(tags)
        .chain(has_marks.then(|| heading(say!("class-before-marks"))))
        .chain(marks)
        .collect()
}

/// "40 % to 75 % (+35)".
fn changed(change: Change) -> String {
    let (then, now) = (percent(change.before), percent(change.after));
    match change.rise() {
        // What is shown is what is taken from each other.
        Some(_) => say!("class-changed", then = then, now = now, by = rise(change)),
        None => say!("class-changed-once", then = then, now = now),
    }
}

/// "+35", "−2".
fn rise(change: Change) -> String {
    let shown = |share: Option<f64>| (share.unwrap_or_default() * 100.0).round();
    format!("{:+.0}", shown(change.after) - shown(change.before)).replace('-', "−")
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.0} %", share * 100.0))
}
