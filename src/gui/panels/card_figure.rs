//! How many a mark says that cannot be written into: as it was read from the article's words.

use super::card_row::{Small, small_ui, value_ui};
use super::figure_lines::said;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::words::{figures, say};
use crate::layer::{Annotation, Convention, Figure, FigureField};
use egui::Ui;

/// Draws each figure with how it was read.
pub(super) fn read_ui(cx: &ViewCtx<'_>, annotation: &Annotation, ui: &mut Ui) {
    if annotation.figures.is_empty() {
        value_ui(cx, "", 1, ui);
        let nothing = say!("mark-figure-nothing");
        let small = if annotation.is_without_figure { Small::Said(&nothing) } else { Small::Nothing };
        small_ui(cx, &small, ui);
    }
    for figure in &annotation.figures {
        value_ui(cx, &figure.wording, 1, ui);
        small_ui(cx, &Small::Said(&reading(figure)), ui);
        if let Some(share) = &figure.share {
            small_ui(cx, &Small::Said(&figures::value(FigureField::Share, share.name())), ui);
        }
    }
}

/// How a figure was read, with the convention where it is not the plain one.
fn reading(figure: &Figure) -> String {
    let convention = figure.convention.as_ref().filter(|convention| **convention != Convention::AsWorded);
    match convention {
        None if !figure.has_number() => say!("mark-figure-unread"),
        None => say!("mark-figure-read", figure = said(figure)),
        Some(convention) => {
            let convention = figures::value(FigureField::Convention, convention.name());
            say!("mark-figure-by", figure = said(figure), convention = convention)
        }
    }
}
