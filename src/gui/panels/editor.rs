//! The chosen mark: its tags, its note, who says it, how many, what it bears on.

use crate::gui::command::Command;
use crate::gui::panels::card_links::links_ui;
use crate::gui::panels::versions::versions_ui;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::widgets::chip::{slug_chip_ui, tag_chip_ui};
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, words_ui};
use crate::layer::AnnotationId;
use crate::session::{Action, MarkRef, Session};
use egui::{RichText, TextEdit, Ui, vec2};

/// What is being typed about a mark. Sent with every letter, so closing the window loses nothing.
#[derive(Debug, Default)]
pub(in crate::gui) struct Editor {
    of: Option<AnnotationId>,
    revision: u64,
    note: String,
    source: String,
    figure: String,
    wants_note: bool,
}

impl Editor {
    /// Puts the keyboard into the note of the chosen mark.
    pub(in crate::gui) fn focus_note(&mut self) {
        self.wants_note = true;
    }

    /// Whether the keyboard is about to go into a note.
    pub(in crate::gui) fn wants_note(&self) -> bool {
        self.wants_note
    }

    /// Draws the card.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else {
            self.of = None;
            return;
        };
        self.follow(session, &mark, ui);
        let frame = egui::Frame::new().fill(cx.theme.panel_raised).corner_radius(6).inner_margin(10);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let quote = visible(&mark.annotation.quote());
            let look = Look { size: 13.5, lines: 6, ink: cx.theme.ink_strong };
            words_ui(&mut cx.words.borrow_mut(), &format!("“{quote}”"), look, ui);
            for conflict in session.conflicts().iter().filter(|one| one.mark == mark.annotation.id) {
                versions_ui(cx, session, conflict, ui);
            }
            self.tags_ui(cx, session, &mark, ui);
            if mark.is_writable() {
                self.fields_ui(cx, session, &mark, ui);
            } else {
                others_words_ui(cx, &mark, ui);
            }
            links_ui(cx, session, &mark, ui);
            foot_ui(cx, &mark, ui);
        });
        ui.add_space(8.0);
    }

    /// Takes over what the session says, but not over what is being typed.
    fn follow(&mut self, session: &Session, mark: &MarkRef<'_>, ui: &Ui) {
        let id = mark.annotation.id;
        let is_other = self.of != Some(id);
        if is_other || (self.revision != session.revision() && !ui.ctx().text_edit_focused()) {
            self.note = mark.annotation.note.clone();
            self.source = mark.annotation.attribution.summary();
            self.figure =
                mark.annotation.figures.first().map(|figure| figure.wording.clone()).unwrap_or_default();
        }
        (self.of, self.revision) = (Some(id), session.revision());
    }

    fn tags_ui(&self, cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, ui: &mut Ui) {
        let own = &mark.annotation.tags;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
            if !mark.is_writable() {
                for tag in own {
                    slug_chip_ui(ui, cx.theme, session.codebook().tag(tag), tag);
                }
                return;
            }
            for tag in &session.codebook().tags {
                let is_on = own.contains(&tag.id);
                let hint = if is_on { "Take this tag off" } else { "Add this tag" };
                if tag_chip_ui(ui, cx.theme, tag, is_on, true).on_hover_text(hint).clicked() {
                    cx.run(Command::also_tag(&tag.id));
                }
            }
            for tag in own.iter().filter(|tag| session.codebook().tag(tag).is_none()) {
                slug_chip_ui(ui, cx.theme, None, tag)
                    .on_hover_text("This tag is not in the codebook; it is kept as it stands");
            }
        });
    }

    fn fields_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, ui: &mut Ui) {
        let id = mark.annotation.id;
        let (codebook, tags) = (session.codebook(), &mark.annotation.tags);
        let label = field_label(cx, "Note", ui);
        let note = TextEdit::multiline(&mut self.note)
            .desired_rows(2)
            .desired_width(f32::INFINITY)
            .id(egui::Id::unique("note field"));
        let note = ui.add(note).labelled_by(label.id);
        if std::mem::take(&mut self.wants_note) {
            note.request_focus();
        }
        if note.changed() {
            cx.send(Action::Note(name(id), self.note.clone()));
        }
        if codebook.carries(tags, "source") {
            let label = field_label(cx, "Who says it", ui);
            let field = TextEdit::singleline(&mut self.source)
                .hint_text("the army ← a hospital, or unattributed")
                .desired_width(f32::INFINITY);
            let field = ui.add(field).labelled_by(label.id);
            if field.lost_focus() && self.source != mark.annotation.attribution.summary() {
                cx.send(Action::Source(name(id), self.source.clone()));
            }
        }
        if codebook.carries(tags, "figure") {
            self.figure_ui(cx, mark, ui);
        }
    }

    fn figure_ui(&mut self, cx: &ViewCtx<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
        let id = mark.annotation.id;
        let label = field_label(cx, "How many, in the article's words", ui);
        let field = TextEdit::singleline(&mut self.figure)
            .hint_text("more than 35 people were killed")
            .desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        let present = mark.annotation.figures.first();
        if field.lost_focus() && self.figure != present.map_or("", |figure| figure.wording.as_str()) {
            cx.send(Action::Figure(name(id), self.figure.clone()));
        }
        match present {
            Some(figure) => {
                let outcome = figure.outcome.as_deref().unwrap_or("harmed");
                let convention = figure.convention.as_deref().unwrap_or("as-worded");
                ui.label(
                    RichText::new(format!("Read as {} {outcome} ({convention})", figure.interval()))
                        .small()
                        .color(cx.theme.ink_subdued),
                );
            }
            None if mark.annotation.implied.is_none() => {
                let quote = mark.annotation.quote();
                let read = crate::layer::Figure::read(&quote);
                let offer = format!("Take from the passage: {}", read.interval());
                if read.has_number() && ui.link(offer).clicked() {
                    cx.send(Action::Figure(name(id), quote));
                }
            }
            None => {}
        }
    }
}

fn field_label(cx: &ViewCtx<'_>, words: &str, ui: &mut Ui) -> egui::Response {
    ui.add_space(2.0);
    ui.label(RichText::new(words).small().color(cx.theme.ink_subdued))
}

fn others_words_ui(cx: &ViewCtx<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
    let annotation = mark.annotation;
    let source = annotation.attribution.summary();
    for (label, words) in [("Note", annotation.note.as_str()), ("Who says it", source.as_str())] {
        if !words.is_empty() {
            field_label(cx, label, ui);
            let look = Look { size: 13.5, lines: 24, ink: cx.theme.ink };
            words_ui(&mut cx.words.borrow_mut(), &visible(words), look, ui);
        }
    }
}

/// Who and when, and what else can be done.
fn foot_ui(cx: &ViewCtx<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
    let annotation = mark.annotation;
    let when = annotation.modified.unwrap_or(annotation.created).to_string();
    let when = when.get(..16).unwrap_or(&when).replace('T', " ");
    let who = visible(&mark.layer.layer.annotator.name);
    ui.add_space(2.0);
    ui.label(RichText::new(format!("{who} · {when} UTC")).small().color(cx.theme.ink_subdued));
    ui.horizontal(|ui| {
        if mark.is_writable() {
            if ui.button("Delete").clicked() {
                cx.run(Command::DELETE_MARK);
            }
        } else if ui.button("Copy into mine").clicked() {
            cx.run(Command::COPY_TO_MINE);
        }
    });
}
