//! The rubric, as it is typed: what counts how much, in a step of the assistant and in the grade book.

use crate::analysis::grading::{Boundary, Rubric};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::words::say;
use crate::session::class::phrase::points;
use egui::{Grid, RichText, TextEdit, Ui};

/// The most of anything.
const MOST: f64 = 1e6;

/// A rubric as it is typed.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct Weights {
    /// For passage, tag, figure, source and link.
    parts: [String; 5],
    boundary: Boundary,
    /// By how many characters an end may be off.
    tolerance: String,
    /// What an extra mark costs.
    extra: String,
    /// How many percent of the points are enough.
    pass: String,
}

impl Default for Weights {
    fn default() -> Self {
        Self::of(&Rubric::default())
    }
}

/// A number that is typed, with a comma or a point.
fn number(typed: &str, most: f64) -> Option<f64> {
    let number: f64 = typed.trim().replace(',', ".").parse().ok()?;
    (0.0..=most).contains(&number).then_some(number)
}

impl Weights {
    /// A rubric as it would be typed.
    pub(in crate::gui) fn of(rubric: &Rubric) -> Self {
        let Rubric { passage, tag, figure, source, link, boundary, tolerance, extra, pass } = *rubric;
        Self {
            parts: [passage, tag, figure, source, link].map(points),
            boundary,
            tolerance: tolerance.to_string(),
            extra: points(extra),
            pass: points(pass * 100.0),
        }
    }

    /// The rubric; none where a field holds no number.
    pub(in crate::gui) fn read(&self) -> Option<Rubric> {
        let [passage, tag, figure, source, link] = &self.parts;
        let part = |typed: &String| number(typed, MOST);
        let rubric = Rubric {
            passage: part(passage)?,
            tag: part(tag)?,
            figure: part(figure)?,
            source: part(source)?,
            link: part(link)?,
            boundary: self.boundary,
            tolerance: self.tolerance.trim().parse().ok().filter(|n: &usize| *n <= 10_000)?,
            extra: number(&self.extra, MOST)?,
            pass: number(&self.pass, 100.0)? / 100.0,
        };
        // Without any weight nobody could have a point.
        (0.0 < rubric.passage + rubric.tag).then_some(rubric)
    }

    /// What each is called and what it is, in the order of the fields.
    pub(in crate::gui) fn told(&self) -> Vec<(String, String)> {
        let boundary = match self.boundary {
            Boundary::Share => say!("weights-share"),
            Boundary::Overlap => say!("weights-overlap"),
            Boundary::Exact => say!("weights-exact"),
        };
        let others = [
            (say!("weights-extra"), self.extra.clone()),
            (say!("weights-pass"), self.pass.clone()),
            (say!("weights-tolerance"), self.tolerance.clone()),
            (say!("weights-boundary"), boundary),
        ];
        names().into_iter().zip(self.parts.iter().cloned()).chain(others).collect()
    }

    /// Draws the fields.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, wants_focus: &mut bool, ui: &mut Ui) {
        ui.label(RichText::new(say!("weights-about")).color(cx.theme.ink_subdued));
        ui.add_space(4.0);
        let names = names();
        Grid::new("weights").num_columns(2).spacing([16.0, 6.0]).show(ui, |ui| {
            for (name, typed) in names.into_iter().zip(&mut self.parts) {
                number_ui(cx, name, typed, (MOST, wants_focus), ui);
            }
            number_ui(cx, say!("weights-extra"), &mut self.extra, (MOST, wants_focus), ui);
            number_ui(cx, say!("weights-pass"), &mut self.pass, (100.0, wants_focus), ui);
            number_ui(cx, say!("weights-tolerance"), &mut self.tolerance, (10_000.0, wants_focus), ui);
            ui.label(say!("weights-boundary"));
            ui.vertical(|ui| {
                ui.radio_value(&mut self.boundary, Boundary::Share, say!("weights-share"));
                ui.radio_value(&mut self.boundary, Boundary::Overlap, say!("weights-overlap"));
                ui.radio_value(&mut self.boundary, Boundary::Exact, say!("weights-exact"));
            });
            ui.end_row();
        });
    }
}

/// What the parts of a mark are called.
fn names() -> [String; 5] {
    [
        say!("weights-passage"),
        say!("weights-tag"),
        say!("weights-figure"),
        say!("weights-source"),
        say!("weights-link"),
    ]
}

fn number_ui(
    cx: &ViewCtx<'_>,
    name: String,
    typed: &mut String,
    (most, wants_focus): (f64, &mut bool),
    ui: &mut Ui,
) {
    let label = ui.label(name);
    let is_right = number(typed, most).is_some();
    let ink = if is_right { cx.theme.ink } else { cx.theme.error };
    let field = TextEdit::singleline(typed).desired_width(60.0).char_limit(9).text_color(ink);
    let field = ui.add(field).labelled_by(label.id);
    if std::mem::take(wants_focus) {
        field.request_focus();
    }
    ui.end_row();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_rubric_or_none() {
        assert_eq!(Weights::default().read(), Some(Rubric::default()));
        let comma = Weights { extra: "0,25".to_owned(), pass: "60".to_owned(), ..Weights::default() };
        let rubric = comma.read().expect("a rubric");
        assert_eq!((rubric.extra, rubric.pass), (0.25, 0.6));
        for wrong in ["", "-1", "nan", "two", "1e9"] {
            assert_eq!(Weights { extra: wrong.to_owned(), ..Weights::default() }.read(), None, "{wrong}");
        }
        assert_eq!(Weights { pass: "101".to_owned(), ..Weights::default() }.read(), None);
        let nothing = Weights { parts: [(); 5].map(|()| "0".to_owned()), ..Weights::default() };
        assert_eq!(nothing.read(), None);
    }
}
