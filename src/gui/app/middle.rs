//! The middle of the window: the article, a page, or how to begin.

use crate::gui::command::Command;
use crate::gui::finding::Finding;
use crate::gui::opening::{opening_bar_ui, opening_ui};
use crate::gui::panels::difference::difference_ui;
use crate::gui::panels::in_class::in_class_ui;
use crate::gui::panels::proposals::proposals_ui;
use crate::gui::panels::voices::voices_ui;
use crate::gui::reader::{Reader, TypeCache};
use crate::gui::shown_views::Views;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::wordless::wordless_ui;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::session::Session;
use egui::{CentralPanel, Frame, RichText, Ui};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What it has to know beside what it shows.
pub(super) struct Middle<'a> {
    /// The articles that are being opened.
    pub(super) opening: &'a BTreeSet<PathBuf>,
    /// Whether a folder is being listed.
    pub(super) is_listing: bool,
    /// By how much it is lower than it was without what stands above it, in points.
    pub(super) lowered: f32,
    /// The mark that the list of ends of a link points to.
    pub(super) offered: Option<AnnotationId>,
}

impl Middle<'_> {
    /// A page; where it ends, in points from the top.
    pub(super) fn page_ui(&self, cx: &ViewCtx<'_>, views: &mut Views, ui: &mut Ui) -> f32 {
        let shown = panel(cx).show(ui, |ui| {
            let foot = opening_bar_ui(cx, self.opening, ui);
            views.page_ui(cx, ui);
            foot
        });
        shown.inner.unwrap_or(shown.response.rect.bottom())
    }

    /// The article, if there is one that is read; where it ends.
    pub(super) fn article_ui(
        &self,
        cx: &ViewCtx<'_>,
        read: Option<(&Session, &mut Reader)>,
        parts: (&mut Finding, &mut TypeCache),
        ui: &mut Ui,
    ) -> f32 {
        let shown = panel(cx).show(ui, |ui| match read {
            Some((session, reader)) => {
                let foot = opening_bar_ui(cx, self.opening, ui);
                reader.lower(self.lowered);
                reader.point_out(self.offered);
                article_ui(cx, session, reader, parts, ui).or(foot)
            }
            None if self.opening.is_empty() => {
                empty_ui(cx, self.is_listing, ui);
                None
            }
            None => {
                opening_ui(cx, self.opening, ui);
                None
            }
        });
        shown.inner.unwrap_or(shown.response.rect.bottom())
    }
}

/// Where article, pages and wall are.
pub(super) fn panel(cx: &ViewCtx<'_>) -> CentralPanel {
    CentralPanel::default().frame(Frame::new().fill(cx.theme.page))
}

/// The article, the bar that finds words in it above, and what is settled one by one below; where that begins.
fn article_ui(
    cx: &ViewCtx<'_>,
    session: &Session,
    reader: &mut Reader,
    (finding, cache): (&mut Finding, &mut TypeCache),
    ui: &mut Ui,
) -> Option<f32> {
    finding.ui(cx, &reader.found, ui);
    voices_ui(cx, session, ui);
    let foot = proposals_ui(cx, session, ui);
    let foot = difference_ui(cx, session, ui).or(foot);
    let foot = in_class_ui(cx, session, ui).or(foot);
    let room = ui.available_rect_before_wrap();
    reader.ui(cx, session, cache, ui);
    wordless_ui(cx, session, room, ui);
    foot
}

/// What stands where no article does.
fn empty_ui(cx: &ViewCtx<'_>, is_opening: bool, ui: &mut Ui) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        if is_opening {
            ui.label(RichText::new(say!("empty-reading")).color(cx.theme.ink_subdued));
            return;
        }
        ui.heading(RichText::new(say!("empty-title")).color(cx.theme.ink_strong));
        ui.add_space(6.0);
        ui.label(RichText::new(say!("empty-about")).color(cx.theme.ink_subdued));
        ui.add_space(12.0);
        if ui.button(say!("empty-open")).clicked() {
            cx.run(Command::OPEN_ARTICLE);
        }
        if ui.button(say!("empty-open-folder")).clicked() {
            cx.run(Command::OPEN_FOLDER);
        }
        if ui.button(say!("empty-paste")).on_hover_text(say!("empty-paste-hint")).clicked() {
            cx.run(Command::PASTE);
        }
    });
}
