//! The chosen mark, as a card whose parts keep their places: its words, its tags, who says it, how many, its
//! links, its note, what others say of it, and at the foot who made it and when. Another person's mark has all the same, to be read.

use super::card_field::{Called, Ended, Field, NoteField, Step};
use super::card_head::{quote_ui, tags_ui};
use super::card_links::{Offered, links_ui, offered};
use super::card_replies::replies_ui;
use super::card_row::{LINE, Small, row_ui, small_ui, value_ui};
use super::figure_lines::FigureLines;
use super::review::Review;
use super::source_field::SourceField;
use super::versions::versions_ui;
use super::{card_figure, card_foot, card_source};
use crate::gui::command::Command;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::words::{say, words_of};
use crate::layer::AnnotationId;
use crate::session::{Action, MarkRef, Session};
use egui::{Frame, Id, ScrollArea, Ui, vec2};

/// Between the edge of the card and what stands in it, in points.
const PADDING: f32 = 10.0;
/// The width of its edge.
const EDGE: f32 = 1.0;
/// The height of what stands below the fields, in points.
const FOOT: f32 = 32.0;
/// What a note has at least.
const NOTE: f32 = 42.0;
const NOTE_ID: &str = "note field";

/// What is being typed about a mark.
#[derive(Debug, Default)]
pub(in crate::gui) struct Editor {
    of: Option<AnnotationId>,
    revision: u64,
    source: SourceField,
    figures: FigureLines,
    note: NoteField,
    /// The link that one click would make.
    offered: Option<Offered>,
    /// The field that gets the keyboard with the next frame.
    wants: Option<Field>,
    /// Whether all words of a long passage are shown.
    is_whole: bool,
}

impl Editor {
    /// Puts the keyboard into a field of the chosen mark.
    pub(in crate::gui) fn open(&mut self, field: Field) {
        self.wants = Some(field);
    }

    /// Whether the keyboard is about to go into a field.
    pub(in crate::gui) fn wants_field(&self) -> bool {
        self.wants.is_some()
    }

    /// Draws the card, `height` points high whatever stands in it.
    pub(in crate::gui) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        review: &Review,
        height: f32,
        ui: &mut Ui,
    ) {
        let mark = session.focus().and_then(|id| session.mark(id));
        let frame = Frame::new().fill(cx.theme.panel_raised).stroke((EDGE, cx.theme.line)).corner_radius(6);
        frame.inner_margin(PADDING).show(ui, |ui| {
            let size = vec2(ui.available_width(), height - 2.0 * (PADDING + EDGE));
            ui.set_min_size(size);
            ui.set_max_size(size);
            match mark {
                Some(mark) => self.card_ui(cx, session, review, &mark, ui),
                None if review.of().is_some() => {
                    // Words are selected for a mark that is looked at.
                    self.of = None;
                    let area = ScrollArea::vertical().id_salt("review").auto_shrink(false);
                    area.show(ui, |ui| review.ui(cx, session, ui));
                }
                None => {
                    self.of = None;
                    card_foot::nothing_ui(cx, session, ui);
                }
            }
        });
        ui.add_space(8.0);
    }

    fn card_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        review: &Review,
        mark: &MarkRef<'_>,
        ui: &mut Ui,
    ) {
        self.follow(session, mark, ui);
        let body = ui.available_height() - FOOT;
        // Over what is scrolled, so that nothing is set anew when it comes or goes.
        ui.spacing_mut().scroll = egui::style::ScrollStyle::thin();
        let area = ScrollArea::vertical().id_salt(("card", mark.annotation.id.0)).auto_shrink(false);
        area.max_height(body).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
            let top = ui.cursor().top();
            review.ui(cx, session, ui);
            quote_ui(cx, mark, &mut self.is_whole, ui);
            for conflict in session.conflicts().iter().filter(|one| one.mark == mark.annotation.id) {
                versions_ui(cx, session, conflict, ui);
            }
            tags_ui(cx, session, mark, ui);
            row_ui(cx, &say!("mark-source"), ui, |ui, label| self.source_ui(cx, session, mark, label, ui));
            row_ui(cx, &say!("mark-figure"), ui, |ui, label| self.figure_ui(cx, session, mark, label, ui));
            let wants_links = self.takes(Field::Links);
            row_ui(cx, &say!("mark-links"), ui, |ui, _| {
                ui.set_min_height(LINE);
                links_ui(cx, session, mark, (wants_links, self.offered.as_ref()), ui);
            });
            let is_talked_of = 1 < session.layers().len() || !mark.is_writable();
            let below = if is_talked_of { LINE + ui.spacing().item_spacing.y } else { 0.0 };
            let left = body - (ui.cursor().top() - top) - below - 2.0;
            row_ui(cx, &say!("mark-note"), ui, |ui, label| {
                self.note_ui(cx, mark, (label, left.max(NOTE)), ui);
            });
            if is_talked_of {
                row_ui(cx, &say!("mark-replies"), ui, |ui, label| replies_ui(cx, session, mark, label, ui));
            }
        });
        card_foot::foot_ui(cx, mark, ui);
    }

    /// Takes over what the session says, but not over what is being typed.
    fn follow(&mut self, session: &Session, mark: &MarkRef<'_>, ui: &Ui) {
        let id = mark.annotation.id;
        let is_other = self.of != Some(id);
        if is_other || (self.revision != session.revision() && !ui.ctx().text_edit_focused()) {
            let annotation = mark.annotation;
            self.note.words.clone_from(&annotation.note);
            self.source.line.words = annotation.attribution.summary();
            self.figures.follow(session, mark, is_other);
        }
        if is_other {
            self.source.follow(session, mark);
            self.is_whole = false;
        }
        if is_other || self.revision != session.revision() {
            self.offered = offered(session, mark);
        }
        (self.of, self.revision) = (Some(id), session.revision());
    }

    /// Whether a field gets the keyboard now.
    fn takes(&mut self, field: Field) -> bool {
        self.wants.take_if(|wanted| *wanted == field).is_some()
    }

    fn source_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, label: Id, ui: &mut Ui) {
        let annotation = mark.annotation;
        let said = annotation.attribution.summary();
        let wants_focus = self.takes(Field::Source);
        if !mark.is_writable() || !session.codebook().carries(&annotation.tags, "source") {
            value_ui(cx, &said, 1, ui);
            small_ui(cx, &Small::Nothing, ui);
            return;
        }
        let key = cx.commands.key_of(&Command::SAY_SOURCE);
        let called = Called { id: Id::NULL, label, key: &key, hint: &say!("mark-source-hint") };
        let ended = self.source.ui(cx, session, called, wants_focus, ui);
        if let Some(ended) = ended {
            if ended != Ended::Dropped && self.source.line.words != said {
                cx.send(Action::Source(name(annotation.id), self.source.line.words.clone()));
            }
            self.go(Field::Source, ended.step(), session, mark);
        }
        card_source::offers_ui(cx, annotation, (&self.source, session.revision()), ui);
    }

    fn figure_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, label: Id, ui: &mut Ui) {
        let wants_focus = self.takes(Field::Figure);
        if !mark.is_writable() || !session.codebook().carries(&mark.annotation.tags, "figure") {
            return card_figure::read_ui(cx, mark.annotation, ui);
        }
        if let Some(step) = self.figures.ui(cx, session, mark, (label, wants_focus), ui) {
            self.go(Field::Figure, step, session, mark);
        }
    }

    fn note_ui(&mut self, cx: &ViewCtx<'_>, mark: &MarkRef<'_>, (label, height): (Id, f32), ui: &mut Ui) {
        let id = mark.annotation.id;
        let wants_focus = self.takes(Field::Note);
        if !mark.is_writable() {
            return value_ui(cx, &words_of(mark.annotation), 24, ui);
        }
        let key = cx.commands.key_of(&Command::EDIT_NOTE);
        let called = Called { id: Id::unique(NOTE_ID), label, key: &key, hint: &say!("mark-note-hint") };
        let (field, ended) = self.note.ui(cx, &called, (wants_focus, height), ui);
        if field.gained_focus() {
            // What is typed now is a step of its own, which Escape can take back.
            cx.send(Action::Focus(name(id)));
        }
        if field.changed() {
            cx.send(Action::Note(name(id), self.note.words.clone()));
        }
        match ended {
            Some(Ended::Dropped) if self.note.has_changed() => cx.send(Action::Undo),
            Some(Ended::Kept(Step::Back)) => self.wants = Some(Field::Links),
            _ => {}
        }
    }

    /// Goes on to the next field that the mark has, or to the one before.
    fn go(&mut self, from: Field, step: Step, session: &Session, mark: &MarkRef<'_>) {
        let has_figure = session.codebook().carries(&mark.annotation.tags, "figure");
        self.wants = match (from, step) {
            (_, Step::Out) | (Field::Source, Step::Back) => return,
            (Field::Source, Step::Next) if has_figure => Some(Field::Figure),
            (Field::Source | Field::Figure, Step::Next) => Some(Field::Links),
            (Field::Figure, Step::Back) => Some(Field::Source),
            (Field::Links | Field::Note, Step::Next) => Some(Field::Note),
            (Field::Links, Step::Back) => Some(if has_figure { Field::Figure } else { Field::Source }),
            (Field::Note, Step::Back) => Some(Field::Links),
        };
    }
}
