//! The bar of differences, below the page: which one the chosen mark is part of, who says what, and what can be
//! decided of it.

use crate::gui::command::Command;
use crate::gui::comparing::{Comparing, kinds_words, tags_words};
use crate::gui::outbox::Request;
use crate::gui::settling::{Mark, decide_ui, decided_words};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::session::Session;
use egui::{Frame, Label, Margin, Panel, RichText, Ui};

/// Draws the bar while differences are shown; where it begins, in points, since notices stand above it.
pub(in crate::gui) fn difference_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<f32> {
    let comparing = cx.comparing?;
    let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(12, 5));
    let bar = Panel::bottom("difference").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| head_ui(cx, session, comparing, ui));
        let here = session.focus().and_then(|mark| comparing.at(mark));
        if let Some((_, one)) = here {
            let marks: Vec<Mark> =
                one.marks.iter().flatten().filter_map(|&id| mark_of(session, id)).collect();
            let deed = ui.horizontal_wrapped(|ui| decide_ui(cx, &marks, ui)).inner;
            if let Some(deed) = deed {
                cx.send(deed.action);
                if deed.rewords {
                    cx.run(Command::EDIT_NOTE);
                }
            }
        }
    });
    Some(bar.response.rect.top())
}

fn mark_of(session: &Session, id: crate::layer::AnnotationId) -> Option<Mark> {
    let person = &session.mark(id)?.layer.layer.annotator;
    Some(Mark { id, person: person.id, name: person.name.clone() })
}

fn head_ui(cx: &ViewCtx<'_>, session: &Session, comparing: &Comparing, ui: &mut Ui) {
    let here = session.focus().and_then(|mark| comparing.at(mark));
    let n_open = comparing.found.all.iter().filter(|one| one.is_open()).count();
    let (n_all, n_agreed) = (comparing.found.all.len(), comparing.found.agreed.len());
    match here {
        Some((nth, one)) => {
            let count = say!("difference-nth", nth = nth + 1, count = n_all);
            ui.label(RichText::new(count).color(cx.theme.ink_subdued));
            ui.label(RichText::new(kinds_words(one)).strong().color(cx.theme.warning));
            let sides = one.marks.iter().zip(&comparing.found.people).map(|(mark, who)| {
                let layer = session.layers().iter().find(|layer| layer.layer.annotator.id == *who);
                let name = layer.map_or("", |layer| layer.layer.annotator.name.as_str());
                let mark = mark.and_then(|id| session.mark(id));
                let what = mark.map_or_else(
                    || say!("differences-nothing"),
                    |mark| tags_words(mark.annotation.tags.iter(), session.codebook()),
                );
                format!("{}: {what}", visible(name))
            });
            ui.add(Label::new(sides.collect::<Vec<_>>().join(" / ")).wrap());
            if let Some(words) = decided_words(one) {
                ui.label(RichText::new(words).color(cx.theme.ink_subdued));
            }
        }
        None => {
            let words = say!("difference-counts", count = n_open, agreed = n_agreed);
            ui.label(RichText::new(words).color(cx.theme.ink_subdued));
        }
    }
    for (command, words) in [
        (Command::PREVIOUS_DIFFERENCE, say!("difference-previous")),
        (Command::NEXT_DIFFERENCE, say!("difference-next")),
    ] {
        if ui.add_enabled(0 < n_all, egui::Button::new(words)).clicked() {
            cx.run(command);
        }
    }
    if ui.button(say!("difference-away")).clicked() {
        cx.ask(Request::ShowDifferences(false));
    }
}
