//! The figures of a mark: for each a line for its words and, below it, how they are read, which follows the
//! typing; and what else the passage offers.

use super::card_field::{Called, Ended, LineField, Step};
use super::card_row::{self as row, Offer, Small};
use super::figure_chips::{self, Chips, chips_ui};
use crate::gui::command::Command;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::words::{figures, say};
use crate::layer::{Figure, FigureField, FigureIn, Qualifier};
use crate::session::{Action, MarkRef, Nth, Session};
use egui::{Button, Id, Key, Modifiers, RichText, Ui};

const ID: &str = "figure field";

/// What is typed of the figures of a mark.
#[derive(Debug, Default)]
pub(super) struct FigureLines {
    lines: Vec<LineField>,
    /// How the words of each line are read, with the words.
    readings: Vec<(String, Figure)>,
    /// What the passage tells, as far as the mark does not have it.
    found: Vec<FigureIn>,
    /// Whether one more is being typed.
    adds: bool,
    /// The line that gets the keyboard with the next frame.
    wants: Option<usize>,
}

impl FigureLines {
    /// Takes over what the mark says.
    pub(super) fn follow(&mut self, session: &Session, mark: &MarkRef<'_>, is_other: bool) {
        let figures = &mark.annotation.figures;
        if is_other {
            (self.adds, self.wants) = (false, None);
        }
        let n_lines = figures.len().max(1).saturating_add(usize::from(self.adds && !figures.is_empty()));
        self.lines.resize_with(n_lines, LineField::default);
        self.readings.resize_with(n_lines, Default::default);
        for (nth, line) in self.lines.iter_mut().enumerate() {
            line.words = figures.get(nth).map(|figure| figure.wording.clone()).unwrap_or_default();
        }
        let is_offered = mark.is_writable() && session.codebook().carries(&mark.annotation.tags, "figure");
        self.found = if is_offered { session.figures_in(mark) } else { Vec::new() };
        let words = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let has =
            |found: &FigureIn| figures.iter().any(|own| words(&own.wording) == words(&found.figure.wording));
        self.found.retain(|found| !has(found));
    }

    /// Draws them; where the keyboard goes if a line was just left.
    pub(super) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        mark: &MarkRef<'_>,
        (label, wants_focus): (Id, bool),
        ui: &mut Ui,
    ) -> Option<Step> {
        if wants_focus {
            self.wants = Some(0);
        }
        let n_lines = self.lines.len();
        let mut step = None;
        for nth in 0..n_lines {
            if let Some(gone) = self.line_ui(cx, session, mark, (nth, label), ui) {
                step = match gone {
                    Step::Next if nth.saturating_add(1) < n_lines => {
                        self.wants = nth.checked_add(1);
                        None
                    }
                    Step::Back if 0 < nth => {
                        self.wants = nth.checked_sub(1);
                        None
                    }
                    other => Some(other),
                };
            }
        }
        if self.lines.last().is_none_or(|last| last.words.trim().is_empty()) {
            self.offers_below_ui(cx, mark, ui);
        }
        step
    }

    fn line_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        mark: &MarkRef<'_>,
        (nth, first_label): (usize, Id),
        ui: &mut Ui,
    ) -> Option<Step> {
        let annotation = mark.annotation;
        let number = nth.saturating_add(1);
        let label = if nth == 0 {
            first_label
        } else {
            let words = say!("mark-figure-nth", number = number.to_string());
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued)).id
        };
        let id = if nth == 0 { Id::unique(ID) } else { Id::unique((ID, number)) };
        let wants_focus = self.wants.take_if(|wanted| *wanted == nth).is_some();
        // Down goes from the words to what was read of them.
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let goes_down = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let line = self.lines.get_mut(nth)?;
        let key = cx.commands.key_of(&Command::SAY_FIGURE);
        let called = Called { id, label, key: &key, hint: &say!("mark-figure-hint") };
        let (_, ended) = line.ui(cx, &called, wants_focus, ui);
        let words = line.words.clone();
        let said = annotation.figures.get(nth);
        let is_same = said.map_or("", |figure| figure.wording.as_str()) == words;
        if let Some(ended) = ended {
            self.adds = false;
            if ended != Ended::Dropped && !is_same {
                let which = if 0 < nth && said.is_none() { Nth::New } else { Nth::Of(number) };
                cx.send(Action::Figure(name(annotation.id), which, words.clone()));
            }
        }
        if !words.trim().is_empty() {
            let read = if is_same { said.cloned() } else { None };
            let figure = read.unwrap_or_else(|| self.reading(session, mark, nth, &words));
            let revision = session.revision();
            let chips =
                Chips { figure: &figure, of: annotation.id, nth: number, is_typed: !is_same, revision };
            if !figure.has_number() && figure.qualifier != Some(Qualifier::Vague) {
                ui.label(RichText::new(say!("mark-figure-unread")).small().color(cx.theme.ink_subdued));
            }
            let is_last = number == self.lines.len();
            chips_ui(cx, &chips, goes_down, ui, |ui| {
                if is_last {
                    self.offers_in_row_ui(cx, mark, ui);
                }
            });
        }
        // With the words their line goes: what follows is another line then.
        let is_gone = said.is_some() && words.trim().is_empty();
        ended.map(|ended| if is_gone { Step::Out } else { ended.step() })
    }

    /// How words are read that are being typed: read once for each letter, not for each frame.
    fn reading(&mut self, session: &Session, mark: &MarkRef<'_>, nth: usize, words: &str) -> Figure {
        let Some((of, figure)) = self.readings.get_mut(nth) else { return session.read_figure(mark, words) };
        if of != words {
            (*of, *figure) = (words.to_owned(), session.read_figure(mark, words));
        }
        figure.clone()
    }

    /// What the passage tells besides, one more line, and that nothing is counted.
    fn offers(&self, mark: &MarkRef<'_>) -> Vec<(Offer, Taken)> {
        let annotation = mark.annotation;
        let has_none = annotation.figures.is_empty();
        let is_empty = self.lines.iter().all(|line| line.words.is_empty());
        let mut offers = Vec::new();
        match self.found.as_slice() {
            _ if has_none && (!is_empty || annotation.implied.is_some()) => {}
            [] => {}
            [only] if has_none => {
                let figure = said(&only.figure);
                let words = say!("mark-figure-take-short", figure = figure.as_str());
                let whole = say!("mark-figure-take", figure = figure);
                offers.push((Offer { words, whole }, Taken::Found));
            }
            found => {
                let words = say!("mark-figures-take-short", count = found.len());
                let whole = say!("mark-figures-take", count = found.len());
                offers.push((Offer { words, whole }, Taken::Found));
            }
        }
        if has_none && is_empty && !annotation.is_without_figure && !self.found.is_empty() {
            offers.push((Offer::short(say!("figure-none")), Taken::Nothing));
        } else if !has_none && !self.adds {
            offers.push((Offer::short(say!("mark-figure-add")), Taken::Line));
        }
        offers
    }

    /// Draws them where there are no chips yet, with the room that these will need.
    fn offers_below_ui(&mut self, cx: &ViewCtx<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
        let offers = self.offers(mark);
        if mark.annotation.is_without_figure {
            row::small_ui(cx, &Small::Said(&say!("mark-figure-nothing")), ui);
            if offers.is_empty() {
                return;
            }
        }
        let words: Vec<Offer> = offers.iter().map(|(offer, _)| offer.clone()).collect();
        let taken = row::offers_ui(cx, &words, ui).and_then(|nth| offers.get(nth));
        taken.into_iter().for_each(|(_, taken)| self.take(cx, mark, *taken));
        ui.add_space(figure_chips::HEIGHT - row::SMALL);
    }

    /// The same behind the chips of the last line, whose row they do not leave: nothing below goes up or down
    /// when a figure is taken.
    fn offers_in_row_ui(&mut self, cx: &ViewCtx<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
        ui.spacing_mut().button_padding.x = 4.0;
        for (offer, taken) in self.offers(mark) {
            let words = RichText::new(&offer.words).small().color(cx.theme.link);
            if ui.add(Button::new(words).frame(false)).clicked() {
                self.take(cx, mark, taken);
            }
        }
    }

    fn take(&mut self, cx: &ViewCtx<'_>, mark: &MarkRef<'_>, taken: Taken) {
        let id = name(mark.annotation.id);
        match taken {
            Taken::Found => cx.send(Action::TakeFigures(id)),
            Taken::Nothing => cx.send(Action::NoFigure(id, None)),
            Taken::Line => {
                self.adds = true;
                self.lines.push(LineField::default());
                self.readings.push(<(String, Figure)>::default());
                self.wants = self.lines.len().checked_sub(1);
            }
        }
    }
}

/// What is done when an offer is taken.
#[derive(Clone, Copy)]
enum Taken {
    /// The figures of the passage become those of the mark.
    Found,
    /// Nothing is counted.
    Nothing,
    /// One more line.
    Line,
}

/// The interval, and what became of the people where that is known.
pub(super) fn said(figure: &Figure) -> String {
    match &figure.outcome {
        Some(outcome) => {
            let outcome = figures::value(FigureField::Outcome, outcome.name());
            format!("{} {outcome}", figures::interval(figure))
        }
        None => figures::interval(figure),
    }
}
