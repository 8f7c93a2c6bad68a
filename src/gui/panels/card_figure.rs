//! How many a mark says, as it was read from the article's words.

use super::card_row::{Small, small_ui};
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::layer::{Annotation, Convention, Figure};
use crate::session::Action;
use egui::Ui;

/// The words that the figures were read from.
pub(super) fn wording(annotation: &Annotation) -> String {
    let words: Vec<&str> = annotation.figures.iter().map(|figure| figure.wording.as_str()).collect();
    words.first().map_or_else(String::new, |first| (*first).to_owned())
}

/// Draws how the figures were read; where there is none and one can be typed, what the passage offers.
pub(super) fn read_ui(cx: &ViewCtx<'_>, annotation: &Annotation, is_offered: bool, ui: &mut Ui) {
    if !annotation.figures.is_empty() {
        let read: Vec<String> = annotation.figures.iter().map(reading).collect();
        small_ui(cx, &Small::Said(&read.join(" · ")), ui);
        return;
    }
    let quote = annotation.quote();
    let read = Figure::read(&quote);
    if is_offered && annotation.implied.is_none() && read.has_number() {
        let words = say!("mark-figure-take", figure = said(&read));
        if small_ui(cx, &Small::Offered(&words), ui) {
            cx.send(Action::TakeFigures(name(annotation.id)));
        }
    } else {
        small_ui(cx, &Small::Nothing, ui);
    }
}

/// How a figure was read, with the convention where it is not the plain one.
fn reading(figure: &Figure) -> String {
    let convention = figure.convention.as_ref().filter(|convention| **convention != Convention::AsWorded);
    match convention {
        None if !figure.has_number() => say!("mark-figure-unread"),
        None => say!("mark-figure-read", figure = said(figure)),
        Some(convention) => {
            say!("mark-figure-by", figure = said(figure), convention = visible(convention.name()))
        }
    }
}

/// The interval, and what became of the people where that is known.
fn said(figure: &Figure) -> String {
    match &figure.outcome {
        Some(outcome) => format!("{} {}", figure.interval(), visible(outcome.name())),
        None => figure.interval(),
    }
}
