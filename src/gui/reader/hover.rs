//! What is said of a mark when the pointer rests on it: tag, note, who and when.

use super::Reader;
use super::frame::Frame;
use crate::anchor::Placement;
use crate::gui::comparing::kinds_words;
use crate::gui::panels::mark_row::mark_name;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::words::{day_of, figure, say, source, words_of};
use crate::session::MarkRef;
use egui::{RichText, Sense, Ui, vec2};

/// More would cover the page.
const MOST: usize = 6;

impl Reader {
    pub(super) fn hover_ui(&self, frame: &Frame<'_>, ui: &Ui) {
        let is_elsewhere = self.gesture.is_busy() || self.overlaps.is_some() || self.lit.rests();
        if is_elsewhere || !frame.session.selection().is_empty() {
            return;
        }
        if !frame.response.contains_pointer() {
            return;
        }
        let Some(hit) = self.hit_at(frame, ui).filter(|hit| hit.is_on_text) else { return };
        let marks = frame.session.marks_at(hit.cluster.start());
        if marks.is_empty() {
            return;
        }
        frame.response.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(340.0);
            for mark in marks.iter().take(MOST) {
                mark_ui(frame, mark, ui);
            }
            if MOST < marks.len() {
                ui.label(RichText::new(say!("hover-more", count = marks.len() - MOST)).small());
            }
        });
    }
}

pub(super) fn mark_ui(frame: &Frame<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
    let theme = frame.cx.theme;
    let annotation = mark.annotation;
    let tag = annotation.tags.first().and_then(|tag| frame.session.codebook().tag(tag));
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
        let shape = tag.map_or_else(Default::default, |tag| tag.shape);
        let ends = (rect.left(), rect.right());
        shape_line(ui.painter(), theme, shape, ends, rect.center().y, theme.tag(tag));
        ui.label(RichText::new(mark_name(frame.session, annotation)).color(theme.ink_strong));
    });
    let figures = annotation.figures.iter().map(figure).collect::<Vec<_>>().join(", ");
    let look = Look { size: 13.0, lines: 8, ink: theme.ink };
    for words in [words_of(annotation), source(&annotation.attribution), figures] {
        if !words.is_empty() {
            words_ui(&mut frame.cx.words.borrow_mut(), &visible(&words), look, ui);
        }
    }
    if matches!(mark.placement, Some(Placement::Changed { .. })) {
        ui.label(RichText::new(say!("hover-changed")).color(theme.warning));
    }
    if let Some((_, one)) = frame.cx.comparing.and_then(|comparing| comparing.at(annotation.id)) {
        let words = say!("differs", kinds = kinds_words(one));
        ui.label(RichText::new(words).small().color(theme.warning));
    }
    let when = day_of(annotation.modified.unwrap_or(annotation.created));
    let who = visible(&mark.layer.layer.annotator.name);
    ui.label(RichText::new(format!("{who}, {when}")).small().color(theme.ink_subdued));
}
