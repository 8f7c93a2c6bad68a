//! The marks that a new relation may end at, to choose one of.

use crate::gui::panels::marks::tag_words;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::layer::codebook::allows;
use crate::layer::{AnnotationId, RelationKind, RelationSlug};
use crate::session::{MarkRef, Session};
use egui::{Button, RichText, ScrollArea, Ui};

/// The list, as last made.
#[derive(Debug, Default)]
pub(super) struct OtherEnds {
    made_for: Option<(AnnotationId, RelationSlug, u64)>,
    /// Indices of the session's order of marks.
    marks: Vec<usize>,
}

impl OtherEnds {
    /// Draws the marks that `kind` may lead to from `mark`; the one that was clicked.
    pub(super) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        mark: &MarkRef<'_>,
        kind: &RelationKind,
        ui: &mut Ui,
    ) -> Option<AnnotationId> {
        let key = (mark.annotation.id, kind.id.clone(), session.order().revision());
        if self.made_for.as_ref() != Some(&key) {
            let may = |nth: &usize| {
                session.nth_mark(*nth).is_some_and(|other| {
                    other.annotation.id != mark.annotation.id && allows(&kind.to, &other.annotation.tags)
                })
            };
            self.marks = (0..session.order().marks().len()).filter(may).collect();
            self.made_for = Some(key);
        }
        if self.marks.is_empty() {
            let words = "Nothing is marked that it could be linked to; an implied claim can be added";
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
            return None;
        }
        let mut chosen = None;
        let height = ui.spacing().interact_size.y;
        let area = ScrollArea::vertical().id_salt("other ends").max_height(150.0);
        area.show_rows(ui, height, self.marks.len(), |ui, rows| {
            for &nth in self.marks.get(rows).unwrap_or_default() {
                let Some(other) = session.nth_mark(nth) else { continue };
                let quote = in_visual_order(&visible(&shortened(&other.annotation.quote(), 60)));
                let words = format!("{}: {quote}", tag_words(session, &other.annotation.tags));
                if ui.add(Button::selectable(false, words).truncate()).clicked() {
                    chosen = Some(other.annotation.id);
                }
            }
        });
        chosen
    }
}
