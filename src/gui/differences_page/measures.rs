//! Every measure with its value, its interval, what it is made of and a sentence: a table, or where there is no room
//! for its last column, the sentence below each.

use crate::analysis::agreement::{Finding, Scope, Undefined};
use crate::gui::comparing::Measured;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::words::say;
use egui::{Grid, RichText, ScrollArea, TextStyle, Ui};

/// With less room than so many points the sentences stand below the values.
const NARROW: f32 = 660.0;

pub(super) fn measures_ui(
    cx: &ViewCtx<'_>,
    measured: &Measured,
    (people, scope): (&[usize], &Scope),
    ui: &mut Ui,
) {
    let names: Vec<String> = measured.names.iter().map(|name| visible(name)).collect();
    let found = measured.compared.findings.iter();
    let meant = found.filter(|finding| finding.scope == *scope && finding.people == people);
    let (found, untold): (Vec<&Finding>, Vec<&Finding>) = meant.partition(|finding| finding.value.is_ok());
    let is_narrow = ui.available_width() < NARROW;
    let sentence = |finding: &Finding, ui: &mut Ui| {
        let size = TextStyle::Body.resolve(ui.style()).size;
        let words = told::agreement::sentence(finding, &names);
        words_ui(&mut cx.words.borrow_mut(), &words, Look { size, lines: 3, ink: cx.theme.ink }, ui);
    };
    ScrollArea::vertical().id_salt("measures").auto_shrink([false, false]).show(ui, |ui| {
        if is_narrow {
            for finding in found {
                ui.horizontal_wrapped(|ui| {
                    let measure = told::agreement::measure(finding.measure);
                    ui.label(RichText::new(measure).strong().color(cx.theme.ink_strong));
                    value_ui(cx, finding, ui);
                });
                sentence(finding, ui);
                ui.add_space(8.0);
            }
            return untold_ui(cx, &untold, ui);
        }
        if !found.is_empty() {
            grid_ui(cx, &found, &sentence, ui);
        }
        ui.add_space(8.0);
        untold_ui(cx, &untold, ui);
    });
}

/// The told measures as a table with a sentence in each row.
fn grid_ui(cx: &ViewCtx<'_>, found: &[&Finding], sentence: &dyn Fn(&Finding, &mut Ui), ui: &mut Ui) {
    let grid = Grid::new("measures of agreement").num_columns(4).striped(true).spacing([14.0, 6.0]);
    grid.show(ui, |ui| {
        for head in
            [say!("agreement-measure"), say!("agreement-value"), say!("agreement-n"), say!("agreement-means")]
        {
            ui.label(RichText::new(head).strong().color(cx.theme.ink_strong));
        }
        ui.end_row();
        for finding in found {
            ui.label(told::agreement::measure(finding.measure));
            value_ui(cx, finding, ui);
            sentence(finding, ui);
            ui.end_row();
        }
    });
}

/// The measures that cannot be told, those together that lack the same.
fn untold_ui(cx: &ViewCtx<'_>, untold: &[&Finding], ui: &mut Ui) {
    let mut by_reason: Vec<(Undefined, Vec<String>)> = Vec::new();
    for finding in untold {
        let Err(why) = finding.value else { continue };
        let measure = told::agreement::measure(finding.measure);
        match by_reason.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, measures)) => measures.push(measure),
            None => by_reason.push((why, vec![measure])),
        }
    }
    for (why, measures) in by_reason {
        let (why, measures) = (told::agreement::undefined(why), measures.join(", "));
        let words = say!("agreement-untold", why = why, measures = measures);
        ui.label(RichText::new(words).color(cx.theme.ink_subdued));
    }
}

/// The value with its interval, and what it is made of.
fn value_ui(cx: &ViewCtx<'_>, finding: &Finding, ui: &mut Ui) {
    let ink = if finding.value.is_ok() { cx.theme.ink_strong } else { cx.theme.ink_subdued };
    ui.label(RichText::new(value_words(finding)).color(ink));
    ui.label(RichText::new(told::agreement::counted(finding)).small());
}

/// "0.62 (0.41 to 0.80)", or a dash.
pub(super) fn value_words(finding: &Finding) -> String {
    match finding.value {
        Ok(estimate) => match estimate.interval {
            Some((low, high)) => {
                let [value, low, high] = [estimate.value, low, high].map(|number| format!("{number:.2}"));
                say!("agreement-interval", value = value, low = low, high = high)
            }
            None => format!("{:.2}", estimate.value),
        },
        Err(_) => "–".to_owned(),
    }
}
