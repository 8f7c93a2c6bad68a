//! The links of the chosen mark: each with its kind, which is changed in place, and the way to its other end.

use crate::analysis::grading::OPTIONAL;
use crate::gui::command::Command;
use crate::gui::linking::nearest;
use crate::gui::panels::card_row::{Small, small_button_ui, small_ui};
use crate::gui::panels::link_end::LinkEnd;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::widgets::buttons::quiet;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::{self, say};
use crate::layer::codebook::allows;
use crate::layer::{Relation, RelationSlug, TagId, is_reply};
use crate::session::{Action, MarkRef, Session};
use egui::{RichText, Stroke, Ui, pos2, vec2};

/// The room for a small × and the space before it, in points.
const CROSS: f32 = 34.0;

/// Draws the links of a mark, and what makes one more.
pub(super) fn links_ui(
    cx: &ViewCtx<'_>,
    session: &Session,
    mark: &MarkRef<'_>,
    (wants_focus, offered): (bool, Option<&Offered>),
    ui: &mut Ui,
) {
    let id = mark.annotation.id;
    let links = session.article().relations_of(id);
    let mut has_some = false;
    for (layer, relation) in links.filter(|(_, relation)| !is_reply(&relation.kind)) {
        has_some = true;
        if relation.from == relation.to {
            optional_ui(cx, relation, layer.is_writable, ui);
            continue;
        }
        let starts_here = relation.from == id;
        let other = if starts_here { relation.to } else { relation.from };
        let end = LinkEnd::of(cx, session, id, other);
        ui.horizontal(|ui| {
            let words = relation_words(session, &relation.kind, starts_here);
            if layer.is_writable {
                kind_ui(cx, session, relation, &words, ui);
                end.ui(cx, CROSS, ui);
                let does = say!("card-unlink");
                if cross_ui(cx, &does, ui).clicked()
                    && let (Some(from), Some(to)) = (name(relation.from), name(relation.to))
                {
                    cx.send(Action::Unlink(from, relation.kind.clone(), to));
                }
            } else {
                ui.label(RichText::new(visible(&words)).color(cx.theme.ink_subdued));
                end.ui(cx, 0.0, ui);
            }
        });
        end.article_ui(cx, ui);
    }
    for (kind, starts_here, end) in LinkEnd::from_elsewhere(cx, session, id) {
        has_some = true;
        ui.horizontal(|ui| {
            let words = visible(&relation_words(session, kind, starts_here));
            ui.label(RichText::new(words).color(cx.theme.ink_subdued));
            end.ui(cx, 0.0, ui);
        });
        end.article_ui(cx, ui);
    }
    if session.codebook().link_to_words(&mark.annotation.tags).is_some() {
        one_more_ui(cx, mark, has_some, (wants_focus, offered), ui);
    }
}

/// What makes one more link: the way to any mark, and the link that one click would make.
fn one_more_ui(
    cx: &ViewCtx<'_>,
    mark: &MarkRef<'_>,
    has_some: bool,
    (wants_focus, offered): (bool, Option<&Offered>),
    ui: &mut Ui,
) {
    let hint = format!("{}{}", say!("card-link-hint"), cx.commands.key_hint(&Command::LINK_MARK));
    // What is there already comes first; one more is asked for in a small line below it.
    let link =
        if has_some { small_button_ui(cx, &say!("card-link"), ui) } else { ui.button(say!("card-link")) };
    let link = link.on_hover_text(hint);
    if wants_focus {
        link.request_focus();
    }
    if link.clicked() {
        cx.run(Command::LINK_MARK);
    }
    if let Some(offered) = offered.filter(|_| mark.is_writable())
        && small_ui(cx, &Small::Offered(&offered.words), ui)
    {
        cx.send(offered.action.clone());
    }
}

/// That the mark may be left out of a key, with a cross where it is one's own.
fn optional_ui(cx: &ViewCtx<'_>, relation: &Relation, is_mine: bool, ui: &mut Ui) {
    if relation.kind.as_str() != OPTIONAL {
        return;
    }
    ui.horizontal(|ui| {
        ui.label(RichText::new(say!("key-optional")).color(cx.theme.ink_subdued));
        let does = say!("key-obligatory");
        if is_mine
            && cross_ui(cx, &does, ui).clicked()
            && let Some(mark) = name(relation.from)
        {
            cx.send(Action::Unlink(mark.clone(), relation.kind.clone(), mark));
        }
    });
}

/// A link that one click makes.
#[derive(Clone, Debug)]
pub(super) struct Offered {
    action: Action,
    words: String,
}

/// The link to the nearest mark that fits, where the mark has none yet.
pub(super) fn offered(session: &Session, mark: &MarkRef<'_>) -> Option<Offered> {
    let annotation = mark.annotation;
    if !mark.is_writable() || session.article().relations_of(annotation.id).next().is_some() {
        return None;
    }
    let (other, kind) = nearest(session, mark)?;
    let quote = in_visual_order(&visible(&shortened(&other.annotation.quote(), 60)));
    let words = say!("card-link-nearest", link = visible(&words::name(&kind.label)), words = quote);
    let (from, to) = (name(annotation.id)?, name(other.annotation.id)?);
    Some(Offered { action: Action::Link(from, kind.id.clone(), to), words })
}

/// The kind of a link, with a menu of the others that it could be.
fn kind_ui(cx: &ViewCtx<'_>, session: &Session, relation: &Relation, words: &str, ui: &mut Ui) {
    let tags_of = |id| -> Option<Vec<TagId>> {
        let here = session.mark(id).map(|mark| mark.annotation.tags.clone());
        here.or_else(|| Some(cx.workspace.library()?.mark(id)?.1.tags.to_vec()))
    };
    let (Some(from), to) = (tags_of(relation.from), tags_of(relation.to)) else { return };
    let fits = |ends: &[TagId], tags: Option<&Vec<TagId>>| tags.is_some_and(|tags| allows(ends, tags));
    let kinds = session.codebook().relations.iter();
    let kinds: Vec<_> =
        kinds.filter(|kind| allows(&kind.from, &from) && fits(&kind.to, to.as_ref())).collect();
    ui.spacing_mut().item_spacing.x = 4.0;
    // The room at the end is for the sign that there is a menu.
    let label = RichText::new(format!("{}\u{2003}", visible(words))).color(cx.theme.ink_subdued);
    let button = egui::Button::new(label).frame_when_inactive(false);
    let (menu, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        for kind in kinds {
            let is_so = kind.id == relation.kind;
            if ui.add(egui::Button::selectable(is_so, words::name(&kind.label))).clicked()
                && !is_so
                && let (Some(from), Some(to)) = (name(relation.from), name(relation.to))
            {
                cx.send(Action::Relink(from, relation.kind.clone(), to, kind.id.clone()));
            }
        }
    });
    let said = say!("card-kind", kind = visible(words));
    menu.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    let at = menu.rect.right_center() - vec2(12.0, 0.0);
    let tip = [vec2(-3.5, -1.5), vec2(0.0, 2.0), vec2(3.5, -1.5)].map(|way| pos2(at.x, at.y) + way);
    ui.painter().line(tip.to_vec(), Stroke::new(1.3, cx.theme.ink_subdued));
    menu.on_hover_text(say!("card-kind-hint"));
}

/// What a link says, seen from its start or from its other end.
fn relation_words(session: &Session, kind: &RelationSlug, starts_here: bool) -> String {
    match session.codebook().relation(kind) {
        Some(kind) if starts_here => words::name(&kind.label),
        Some(kind) => words::name(&kind.inverse),
        None => words::relation_name(kind.as_str(), starts_here),
    }
}

/// A small × that says what it does, to a pointer that rests on it and to screen readers.
fn cross_ui(cx: &ViewCtx<'_>, does: &str, ui: &mut Ui) -> egui::Response {
    let cross = ui.add(quiet(cx.theme, "×").small()).on_hover_text(does);
    cross.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, does));
    cross
}
