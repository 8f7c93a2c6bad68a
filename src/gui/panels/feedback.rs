//! What came back of what was handed in: the grade, and of each mark of the key what became of it, and why.

use crate::analysis::grading::Verdict;
use crate::article::PlacedLayer;
use crate::gui::grade_book::sign;
use crate::gui::outbox::{Request, Way};
use crate::gui::situation::{Lack, Ready, Situation};
use crate::gui::theme::bold;
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::widgets::{rows, visible};
use crate::gui::words::{found_of, say};
use crate::layer::{Annotation, Assessment};
use crate::session::Session;
use crate::session::class::feedback::{FAILED, PASSED};
use egui::{Align, FontId, Frame, Margin, RichText, ScrollArea, Sense, Ui, UiBuilder, vec2};

const LIST: &str = "feedback";
/// So many marks are told of; a teacher's key has fewer.
const MOST: usize = 300;
/// The room for a sign at the left of a row, in points.
const SIGN: f32 = 22.0;

/// Whether the keyboard is to go into the list.
#[derive(Debug, Default)]
pub(in crate::gui) struct FeedbackPanel {
    wants_list: bool,
}

impl FeedbackPanel {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "feedback";
}

/// The layers in which somebody says how good marks are.
fn feedback_on(session: &Session) -> impl Iterator<Item = &PlacedLayer> {
    session.layers().iter().filter(|placed| placed.layer.is_feedback())
}

/// Somebody says how good the marks on the article are.
pub(in crate::gui) fn has_feedback(at: &Situation<'_>) -> Ready {
    let has = at.session.is_some_and(|session| feedback_on(session).next().is_some());
    if has { Ok(()) } else { Err(Lack::Feedback) }
}

impl View for FeedbackPanel {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(session) = cx.session else { return };
        let layers: Vec<Told<'_>> = feedback_on(session).map(Told::of).collect();
        let n_rows = layers.iter().map(|told| told.marks.len()).sum();
        let wanted = std::mem::take(&mut self.wants_list).then_some(0);
        let stepped = rows::stepped(ui, LIST, n_rows, wanted, &|_| true);
        ScrollArea::vertical().id_salt(LIST).auto_shrink([false, false]).show(ui, |ui| {
            let mut nth = 0;
            for told in &layers {
                whole_ui(cx, told, ui);
                for mark in &told.marks {
                    mark_ui(cx, session, mark, (nth, stepped == Some(nth)), ui);
                    nth += 1;
                }
                if 0 < told.n_more {
                    ui.label(subdued(cx, say!("feedback-more", count = told.n_more)));
                }
                ui.add_space(14.0);
            }
        });
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }
}

/// What a teacher says: of the whole, and of marks in the order of the text.
struct Told<'a> {
    by: String,
    whole: Option<&'a Annotation>,
    marks: Vec<&'a Annotation>,
    n_more: usize,
}

impl<'a> Told<'a> {
    fn of(placed: &'a PlacedLayer) -> Self {
        let is_whole = |mark: &&Annotation| {
            let verdict = mark.motivation.assessment().map(|found| found.verdict.as_str());
            matches!(verdict, Some(PASSED | FAILED))
        };
        let (whole, mut marks): (Vec<_>, Vec<_>) = placed.layer.annotations().partition(is_whole);
        // What has no place in this text stands last.
        let place = |mark: &Annotation| {
            placed.placements.passage(mark.id).and_then(|passage| Some(passage.hull()?.start()))
        };
        marks.sort_by_key(|mark| (place(mark).is_none(), place(mark)));
        let n_more = marks.len().saturating_sub(MOST);
        marks.truncate(MOST);
        Self { by: visible(&placed.layer.annotator.name), whole: whole.first().copied(), marks, n_more }
    }
}

/// Who says it, the grade, and how many marks became what.
fn whole_ui(cx: &ViewCtx<'_>, told: &Told<'_>, ui: &mut Ui) {
    ui.label(subdued(cx, told.by.clone()));
    let Some(whole) = told.whole else { return };
    if let Some(found) = whole.motivation.assessment() {
        let color = if found.verdict == PASSED { cx.theme.good } else { cx.theme.ink_strong };
        ui.label(RichText::new(found_of(found)).heading().color(color));
    }
    for paragraph in paragraphs(&whole.note) {
        let look = Look { size: 13.0, lines: usize::MAX, ink: cx.theme.ink };
        words_ui(&mut cx.words.borrow_mut(), &paragraph, look, ui);
    }
    ui.add_space(8.0);
}

/// What became of a mark of the key, or of one that the key lacks: a sign, the verdict with its points, the words,
/// and why. A click goes there.
fn mark_ui(
    cx: &ViewCtx<'_>,
    session: &Session,
    mark: &Annotation,
    (nth, is_next): (usize, bool),
    ui: &mut Ui,
) {
    let Some(found) = mark.motivation.assessment() else { return };
    let (quote, why) = (visible(&mark.quote()), paragraphs(&mark.note));
    let is_chosen = session.focus() == Some(mark.id);
    // The ground is painted once it is known how high the row is.
    let ground = ui.painter().add(egui::Shape::Noop);
    let frame = Frame::new().inner_margin(Margin::symmetric(6, 6));
    let drawn = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let top = ui.cursor().left_top();
        let inner = ui.max_rect().with_min_x(top.x + SIGN);
        ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            let verdict = found_of(found);
            ui.label(RichText::new(verdict).font(FontId::new(13.0, bold())).color(cx.theme.ink_strong));
            let mut words = cx.words.borrow_mut();
            let look = |lines, ink| Look { size: 13.0, lines, ink };
            words_ui(&mut words, &quote, look(2, cx.theme.ink_subdued), ui);
            for paragraph in &why {
                words_ui(&mut words, paragraph, look(usize::MAX, cx.theme.ink), ui);
            }
        });
        if let Some(verdict) = verdict_of(found) {
            let at = top + vec2(SIGN / 2.0 - 3.0, 9.0);
            sign::sign(ui.painter(), at, verdict, sign::colour(cx.theme, verdict), cx.theme.line_weight);
        }
    });
    let rect = drawn.response.rect;
    let response = ui.interact(rect, rows::row_id(LIST, nth), Sense::click());
    rows::hold_arrows(ui, LIST, nth, &response);
    response.widget_info(|| {
        let name =
            say!("feedback-row", found = found_of(found), quote = quote.as_str(), why = why.join("; "));
        egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, name)
    });
    if is_next {
        response.scroll_to_me(Some(Align::Center));
    }
    let painter = ui.painter();
    painter.set(ground, rows::ground_of(cx.theme, rect, &response, is_chosen));
    if response.clicked() {
        cx.ask(Request::Go(Way::Mark(mark.id)));
    }
}

/// The points, then the words of the key.
fn paragraphs(note: &str) -> Vec<String> {
    note.split("\n\n").map(|words| visible(words.trim())).filter(|words| !words.is_empty()).collect()
}

/// The sign of what became of a mark; none of one that the key lacks.
fn verdict_of(found: &Assessment) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|verdict| verdict.name() == found.verdict)
}

fn subdued(cx: &ViewCtx<'_>, words: String) -> RichText {
    RichText::new(words).small().color(cx.theme.ink_subdued)
}
