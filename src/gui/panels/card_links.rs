//! The links of the chosen mark, and the choice of one more.

use crate::gui::panels::link_end::LinkEnd;
use crate::gui::panels::other_ends::OtherEnds;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::widgets::buttons::quiet;
use crate::layer::RelationSlug;
use crate::session::{Action, MarkRef, Session};
use egui::{RichText, Ui};

/// The room for a small × and the space before it, in points.
const CROSS: f32 = 34.0;

/// A link that is being made.
#[derive(Debug, Default)]
pub(super) struct CardLinks {
    /// A relation that waits for its other end.
    linking: Option<RelationSlug>,
    others: OtherEnds,
}

impl CardLinks {
    /// Another mark is looked at.
    pub(super) fn leave(&mut self) {
        self.linking = None;
    }

    /// Draws the links of a mark.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, ui: &mut Ui) {
        let id = mark.annotation.id;
        for (layer, relation) in session.article().relations_of(id) {
            let starts_here = relation.from == id;
            let other = if starts_here { relation.to } else { relation.from };
            let end = LinkEnd::of(cx, session, id, other);
            let room = if layer.is_writable { CROSS } else { 0.0 };
            ui.horizontal(|ui| {
                end.ui(cx, &relation_words(session, &relation.kind, starts_here), room, ui);
                if layer.is_writable
                    && cross_ui(cx, "Take this link away", ui).clicked()
                    && let (Some(from), Some(to)) = (name(relation.from), name(relation.to))
                {
                    cx.send(Action::Unlink(from, relation.kind.clone(), to));
                }
            });
            end.article_ui(cx, ui);
        }
        for (kind, starts_here, end) in LinkEnd::from_elsewhere(cx, session, id) {
            ui.horizontal(|ui| end.ui(cx, &relation_words(session, kind, starts_here), 0.0, ui));
            end.article_ui(cx, ui);
        }
        self.new_link_ui(cx, session, mark, ui);
    }

    /// First the kind, then the other mark out of those that may receive it.
    fn new_link_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, ui: &mut Ui) {
        let codebook = session.codebook();
        let tags = &mark.annotation.tags;
        let kinds: Vec<_> = codebook
            .relations
            .iter()
            .filter(|kind| crate::layer::codebook::allows(&kind.from, tags))
            .collect();
        if kinds.is_empty() {
            return;
        }
        ui.menu_button("Link…", |ui| {
            for kind in kinds {
                if ui.button(format!("This {}…", kind.label)).clicked() {
                    self.linking = Some(kind.id.clone());
                    self.others.begin();
                    ui.close();
                }
            }
        });
        let mut cancelled = false;
        let Some(kind) = self.linking.as_ref().and_then(|kind| codebook.relation(kind)) else { return };
        ui.horizontal_wrapped(|ui| {
            ui.label(
                RichText::new(format!("This {} which of these?", kind.label))
                    .small()
                    .color(cx.theme.ink_subdued),
            );
            if ui.small_button("Cancel").clicked() {
                cancelled = true;
            }
        });
        let chosen = self.others.ui(cx, session, mark, kind, ui);
        if let (Some(from), Some(chosen)) = (name(mark.annotation.id), chosen) {
            match chosen.document {
                Some(document) => cx.send(Action::LinkAway(from, kind.id.clone(), chosen.mark, document)),
                None => {
                    let to = name(chosen.mark).unwrap_or_default();
                    cx.send(Action::Link(from, kind.id.clone(), to));
                }
            }
            cancelled = true;
        }
        if cancelled {
            self.linking = None;
        }
    }
}

/// What a link says, seen from its start or from its other end.
fn relation_words(session: &Session, kind: &RelationSlug, starts_here: bool) -> String {
    match session.codebook().relation(kind) {
        Some(kind) if starts_here => kind.label.clone(),
        Some(kind) => kind.inverse.clone(),
        None => kind.as_str().to_owned(),
    }
}

/// A small × that says what it does, to a pointer that rests on it and to screen readers.
fn cross_ui(cx: &ViewCtx<'_>, does: &str, ui: &mut Ui) -> egui::Response {
    let cross = ui.add(quiet(cx.theme, "×").small()).on_hover_text(does);
    cross.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, does));
    cross
}
