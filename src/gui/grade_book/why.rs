//! Beside the table: what became of the chosen mark and why each point was given, the key's explanation and the
//! pupil's words; and points set by hand, with a reason.

use super::{At, Column, GradeBook, decide, digits, heading_ui, sign};
use crate::analysis::grading::{Judged, KeyMark};
use crate::gui::outbox::Request;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::words::{moment, name, say};
use crate::layer::{AnnotationId, AnnotatorId, TagId};
use crate::session::class::phrase::points;
use crate::session::class::{ClassAction, ClassBook, Pupil};
use egui::{Button, Key, RichText, ScrollArea, Sense, TextEdit, TextStyle, Ui, vec2};

/// The most lines of a passage or a note.
const MOST_LINES: usize = 12;

/// Points that are being set by hand.
#[derive(Default)]
pub(super) struct Form {
    /// Of whom and for which mark.
    of: Option<(AnnotatorId, AnnotationId)>,
    points: String,
    reason: String,
    pub(super) wants_focus: bool,
}

impl GradeBook {
    pub(super) fn why_ui(&mut self, cx: &ViewCtx<'_>, book: &ClassBook, height: f32, ui: &mut Ui) {
        ScrollArea::vertical().id_salt("why").max_height(height).auto_shrink([false, false]).show(ui, |ui| {
            let Some(At { pupil, column }) = self.chosen else {
                ui.label(RichText::new(say!("class-choose-cell")).color(cx.theme.ink_subdued));
                return;
            };
            let nth = book.pupils.iter().position(|one| Some(one.handed.person.id) == pupil);
            let pupil = nth.and_then(|nth| Some((book.pupils.get(nth)?, book.names.get(nth)?)));
            match (pupil, column) {
                (Some((pupil, name)), Column::Mark(mark)) => self.mark_ui(cx, book, (pupil, name), mark, ui),
                (Some((pupil, name)), Column::Extras) => extras_ui(cx, (pupil, name), ui),
                (Some((pupil, name)), Column::Pupil) => pupil_ui(cx, book, (pupil, name), ui),
                (None, Column::Mark(mark)) => key_ui(cx, book, mark, ui),
                (None, _) => {
                    ui.label(RichText::new(say!("class-choose-cell")).color(cx.theme.ink_subdued));
                }
            }
        });
    }

    /// One mark of one pupil.
    fn mark_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        book: &ClassBook,
        (pupil, who): (&Pupil, &str),
        mark: AnnotationId,
        ui: &mut Ui,
    ) {
        let Some((nth, key)) = key_of(book, mark) else { return };
        let Some(judged) = pupil.grade.marks.get(nth) else { return };
        heading_ui(cx, &visible(who), ui);
        verdict_ui(cx, judged, ui);
        key_words_ui(cx, (nth, key), ui);
        ui.add_space(6.0);
        ui.label(RichText::new(say!("class-yours")).small().color(cx.theme.ink_subdued));
        match judged.own.and_then(|own| Some((own, pupil.handed.words.get(&own)?))) {
            Some((own, (quote, tags))) => {
                passage_ui(cx, tags, quote, ui);
                let note =
                    pupil.handed.layer.annotation(own).map(|mark| mark.note.trim()).unwrap_or_default();
                note_ui(cx, note, ui);
            }
            None => drop(ui.label(told::verdict(judged))),
        }
        ui.add_space(6.0);
        for line in &judged.lines {
            ui.label(told::line(line, cx.commands.codebook()));
        }
        if let Some(by_hand) = &judged.by_hand {
            let (points, reason) = (points(by_hand.points), visible(&by_hand.reason));
            let words = say!("class-by-hand", points = points, reason = reason);
            ui.label(RichText::new(words).color(cx.theme.accent));
        }
        ui.add_space(6.0);
        self.form_ui(cx, (pupil, mark), judged, ui);
        show_ui(cx, mark, ui);
    }

    /// Points by hand.
    fn form_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        (pupil, mark): (&Pupil, AnnotationId),
        judged: &Judged,
        ui: &mut Ui,
    ) {
        let who = pupil.handed.person.id;
        if self.form.of != Some((who, mark)) {
            let reason = judged.by_hand.as_ref().map(|by_hand| by_hand.reason.clone()).unwrap_or_default();
            let wants_focus = std::mem::take(&mut self.form.wants_focus);
            let given = points(judged.points());
            self.form = Form { of: Some((who, mark)), points: given, reason, wants_focus };
        }
        let form = &mut self.form;
        let mut entered = false;
        ui.horizontal(|ui| {
            let label = ui.label(say!("class-points"));
            let field = TextEdit::singleline(&mut form.points).desired_width(52.0);
            let field = ui.add(field).labelled_by(label.id);
            if std::mem::take(&mut form.wants_focus) {
                field.request_focus();
            }
            ui.label(say!("class-points-of", of = points(judged.of())));
        });
        ui.horizontal(|ui| {
            let label = ui.label(say!("class-reason"));
            let field = TextEdit::singleline(&mut form.reason).desired_width(ui.available_width() - 12.0);
            let field = ui.add(field).labelled_by(label.id);
            entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        });
        let typed = form.points.trim().replace(',', ".").parse::<f64>().ok();
        let typed = typed.filter(|points| (0.0..=1e6).contains(points));
        let is_ready = typed.is_some() && !form.reason.trim().is_empty();
        let (pupil, mark) = (digits(who.0), digits(mark.0));
        ui.horizontal(|ui| {
            let set = ui.add_enabled(is_ready, Button::new(say!("class-set-by-hand")));
            let set =
                set.on_hover_text(say!("class-set-hint")).on_disabled_hover_text(say!("class-set-hint"));
            if let Some(points) = typed.filter(|_| is_ready && (set.clicked() || entered)) {
                let reason = form.reason.trim().to_owned();
                decide(cx, ClassAction::Override(pupil.clone(), mark.clone(), points, reason));
                self.wants_focus = true;
            }
            let is_set = judged.by_hand.is_some();
            if is_set
                && ui.button(say!("class-by-rubric")).on_hover_text(say!("class-by-rubric-hint")).clicked()
            {
                decide(cx, ClassAction::Restore(pupil, mark));
                form.of = None;
                self.wants_focus = true;
            }
        });
    }
}

/// A mark of the key by its id, with its number from 0.
pub(super) fn key_of(book: &ClassBook, mark: AnnotationId) -> Option<(usize, &KeyMark)> {
    book.marking.key().iter().enumerate().find(|(_, key)| key.id() == Some(mark))
}

fn verdict_ui(cx: &ViewCtx<'_>, judged: &Judged, ui: &mut Ui) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 18.0), Sense::hover());
        let ink = sign::colour(cx.theme, judged.verdict);
        sign::sign(ui.painter(), rect.center(), judged.verdict, ink, cx.theme.line_weight);
        let (given, of) = (points(judged.points()), points(judged.of()));
        let words = say!("class-verdict", verdict = told::verdict(judged), given = given, of = of);
        ui.label(RichText::new(words).color(cx.theme.ink_strong));
    });
}

/// What the key says there, and why.
fn key_words_ui(cx: &ViewCtx<'_>, (nth, key): (usize, &KeyMark), ui: &mut Ui) {
    let words = say!("class-in-key", nth = nth + 1);
    ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
    let tags = key.accepted.first().map(|mark| mark.tags.clone()).unwrap_or_default();
    passage_ui(cx, &tags, &key.quote, ui);
    note_ui(cx, key.explanation.trim(), ui);
    match key.accepted.len().saturating_sub(1) {
        0 => {}
        n => drop(ui.label(RichText::new(say!("class-alternatives", count = n)).small())),
    }
}

/// Tags and words of a mark.
pub(super) fn passage_ui(cx: &ViewCtx<'_>, tags: &[TagId], quote: &str, ui: &mut Ui) {
    let codebook = cx.commands.codebook();
    let labels: Vec<String> = tags.iter().map(|tag| name(codebook.label(tag))).collect();
    let labels = if labels.is_empty() { say!("stripes-untagged") } else { labels.join(", ") };
    ui.label(RichText::new(labels).strong().color(cx.theme.ink_strong));
    let size = TextStyle::Body.resolve(ui.style()).size;
    let look = Look { size, lines: MOST_LINES, ink: cx.theme.ink };
    words_ui(&mut cx.words.borrow_mut(), &visible(quote), look, ui);
}

fn note_ui(cx: &ViewCtx<'_>, note: &str, ui: &mut Ui) {
    if note.is_empty() {
        return;
    }
    let size = TextStyle::Body.resolve(ui.style()).size;
    let look = Look { size, lines: MOST_LINES, ink: cx.theme.ink_subdued };
    words_ui(&mut cx.words.borrow_mut(), &visible(note), look, ui);
}

/// Goes to a mark of the key in the article.
pub(super) fn show_ui(cx: &ViewCtx<'_>, mark: AnnotationId, ui: &mut Ui) {
    let is_here = cx.session.is_some_and(|session| cx.class.book_on(session).is_some());
    let show = ui.add_enabled(is_here, Button::new(say!("class-show")));
    let show = show.on_hover_text(say!("class-show-hint"));
    if show.on_disabled_hover_text(say!("class-show-other")).clicked() {
        cx.ask(Request::ShowInClass(mark));
    }
}

/// All of a pupil, mark by mark.
fn pupil_ui(cx: &ViewCtx<'_>, book: &ClassBook, (pupil, who): (&Pupil, &str), ui: &mut Ui) {
    heading_ui(cx, &visible(who), ui);
    let grade = &pupil.grade;
    let passed = if grade.has_passed { say!("class-passed") } else { say!("class-not-passed") };
    let (given, of) = (points(grade.points), points(grade.of));
    let percent = format!("{:.0}", grade.share() * 100.0);
    ui.label(say!("class-grade", given = given, of = of, percent = percent, passed = passed));
    if let Some(at) = pupil.handed.handed_in {
        ui.label(RichText::new(say!("class-handed-in", at = moment(at))).small());
    }
    ui.add_space(4.0);
    for (nth, (judged, key)) in grade.marks.iter().zip(book.marking.key()).enumerate() {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 18.0), Sense::hover());
            let ink = sign::colour(cx.theme, judged.verdict);
            sign::sign(ui.painter(), rect.center(), judged.verdict, ink, cx.theme.line_weight);
            let size = TextStyle::Body.resolve(ui.style()).size;
            let look = Look { size, lines: 2, ink: cx.theme.ink };
            let (nth, given, of) = (nth + 1, points(judged.points()), points(judged.of()));
            let quote = visible(&key.quote);
            let why = told::why(judged, cx.commands.codebook());
            let words = say!("class-pupil-line", nth = nth, given = given, of = of, quote = quote, why = why);
            words_ui(&mut cx.words.borrow_mut(), &words, look, ui);
        });
    }
    if !grade.extras.is_empty() {
        ui.add_space(4.0);
        extras_ui(cx, (pupil, ""), ui);
    }
    if !pupil.handed.unplaced.is_empty() {
        ui.add_space(4.0);
        let words = say!("class-unplaced", count = pupil.handed.unplaced.len());
        ui.label(RichText::new(words).color(cx.theme.warning));
        for words in &pupil.handed.unplaced {
            note_ui(cx, words, ui);
        }
    }
}

/// What the key lacks of a pupil's marks, each to be added to it.
fn extras_ui(cx: &ViewCtx<'_>, (pupil, who): (&Pupil, &str), ui: &mut Ui) {
    if !who.is_empty() {
        heading_ui(cx, &visible(who), ui);
    }
    let (count, cost) = (pupil.grade.extras.len(), points(pupil.grade.cost));
    ui.label(say!("class-extras", count = count, cost = cost));
    for extra in &pupil.grade.extras {
        let Some((quote, tags)) = pupil.handed.words.get(extra) else { continue };
        ui.add_space(4.0);
        passage_ui(cx, tags, quote, ui);
        ui.push_id(extra, |ui| {
            if ui.button(say!("class-add-to-key")).on_hover_text(say!("class-add-to-key-hint")).clicked() {
                let (pupil, mark) = (digits(pupil.handed.person.id.0), digits(extra.0));
                decide(cx, ClassAction::Add(pupil, mark, String::new()));
            }
        });
    }
}

/// A mark of the key, and how the class did with it.
fn key_ui(cx: &ViewCtx<'_>, book: &ClassBook, mark: AnnotationId, ui: &mut Ui) {
    let Some((nth, key)) = key_of(book, mark) else { return };
    key_words_ui(cx, (nth, key), ui);
    ui.add_space(6.0);
    if let Some(divided) = book.class.divided.iter().find(|divided| divided.key == nth) {
        ui.label(told::divided(divided));
    }
    let added = book.made_of.answers.as_ref().and_then(|layer| layer.annotation(mark));
    if added.is_some() && ui.button(say!("class-drop")).on_hover_text(say!("class-drop-hint")).clicked() {
        decide(cx, ClassAction::Drop(digits(mark.0)));
    }
    show_ui(cx, mark, ui);
}
