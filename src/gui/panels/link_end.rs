//! The other end of a link: in this article, in another one of the folder, or gone.

use crate::gui::outbox::{Request, Way};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::layer::{AnnotationId, RelationSlug};
use crate::library::{Entry, Library, OtherEnd};
use crate::session::Session;
use egui::{RichText, Ui};
use std::path::PathBuf;

/// An end as it is shown.
#[derive(Debug)]
pub(super) struct LinkEnd {
    mark: AnnotationId,
    /// Its words; of one that is gone those that it last had.
    words: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Here,
    /// In an article of that title.
    There {
        file: PathBuf,
        title: String,
    },
    Gone,
}

impl LinkEnd {
    /// The mark `other`, to which `mark` is linked.
    pub(super) fn of(cx: &ViewCtx<'_>, session: &Session, mark: AnnotationId, other: AnnotationId) -> Self {
        if let Some(here) = session.mark(other) {
            let words = visible(&here.annotation.quote());
            return Self { mark: other, words, place: Place::Here };
        }
        let Some(library) = cx.workspace.library() else {
            return Self { mark: other, words: String::new(), place: Place::Gone };
        };
        if let Some((entry, row)) = library.mark(other) {
            return Self::there(library, entry, other, &row.quote);
        }
        let row = library.mark(mark).map(|(_, row)| row);
        let link = row.and_then(|row| row.links.iter().find(|link| link.other == other));
        let words = link.map(|link| visible(&link.words)).unwrap_or_default();
        Self { mark: other, words, place: Place::Gone }
    }

    /// The links that other articles have to `mark`: each with its kind, whether it starts at `mark`, and
    /// its other end.
    pub(super) fn from_elsewhere<'a>(
        cx: &ViewCtx<'a>,
        session: &Session,
        mark: AnnotationId,
    ) -> Vec<(&'a RelationSlug, bool, Self)> {
        let library: Option<&'a Library> = cx.workspace.library();
        let Some((library, (_, row))) = library.and_then(|library| Some((library, library.mark(mark)?)))
        else {
            return Vec::new();
        };
        let is_own = |other: AnnotationId| {
            let mut own = session.article().relations_of(mark);
            own.any(|(_, relation)| relation.from == other || relation.to == other)
        };
        let links = library.links_of(row).into_iter();
        let links = links.filter_map(|link| match link.end {
            OtherEnd::There(entry) if !is_own(link.other) => {
                Some((link.kind, link.starts_here, Self::there(library, entry, link.other, link.words)))
            }
            _ => None,
        });
        links.collect()
    }

    fn there(library: &Library, entry: &Entry, mark: AnnotationId, words: &str) -> Self {
        let place = Place::There { file: library.file_of(entry), title: visible(&entry.title) };
        Self { mark, words: visible(words), place }
    }

    /// Draws it in one line, `room` points short of what there is: a click goes there.
    pub(super) fn ui(&self, cx: &ViewCtx<'_>, room: f32, ui: &mut Ui) {
        let room = (ui.available_width() - room).max(40.0);
        ui.scope(|ui| {
            // Words for which there is no room would make the whole panel wider.
            ui.set_max_width(room);
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            let words = in_visual_order(&shortened(&self.words, 60));
            match &self.place {
                Place::Gone if self.words.is_empty() => {
                    ui.label(RichText::new(say!("card-end-not-here")).color(cx.theme.warning))
                        .on_hover_text(say!("card-end-not-here-hint"));
                }
                Place::Gone => {
                    let label = ui.label(RichText::new(words).strikethrough().color(cx.theme.warning));
                    let said = say!("card-end-gone", words = self.words.as_str());
                    label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
                    label.on_hover_text(said);
                }
                Place::Here => {
                    if ui.link(words).on_hover_text(&self.words).clicked() {
                        cx.ask(Request::Go(Way::Mark(self.mark)));
                    }
                }
                Place::There { file, title } => {
                    let hint = format!("{}\n{title}", self.words);
                    if ui.link(words).on_hover_text(hint).clicked() {
                        cx.ask(Request::MarkIn(file.clone(), self.mark));
                    }
                }
            }
        });
    }

    /// Draws which article it is in, if that is another one.
    pub(super) fn article_ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        if let Place::There { title, .. } = &self.place {
            let words = say!("card-end-in", title = in_visual_order(title));
            ui.add(egui::Label::new(RichText::new(words).small().color(cx.theme.ink_subdued)).truncate());
        }
    }
}
