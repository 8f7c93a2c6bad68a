//! The class as a whole: what was taken for what, the sentences that divided it, and what the key lacks.

use super::why::{passage_ui, show_ui};
use super::{decide, digits, heading_ui};
use crate::analysis::agreement::Confusion;
use crate::analysis::grading::Answer;
use crate::gui::differences_page::confusion_ui;
use crate::gui::threads_page::nothing_ui;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::outline::{Done, OutlineRow, focused, outline_ui};
use crate::gui::widgets::visible;
use crate::gui::words::{name, say};
use crate::layer::{Codebook, TagId};
use crate::session::class::marking::counted;
use crate::session::class::{ClassAction, ClassBook, Pupil};
use egui::{Button, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui};
use std::sync::Arc;

const DIVIDED: &str = "divided";
const ANSWERS: &str = "answers";

/// What is looked at in the lists.
#[derive(Default)]
pub(super) struct Lists {
    /// The grades that the tables were made of.
    of: Option<Arc<ClassBook>>,
    confusion: Confusion,
    /// What was taken for what.
    taken: Option<(Option<TagId>, Option<TagId>)>,
    divided: Option<usize>,
    answer: Option<usize>,
    /// Why the answer is in the key, as it is typed.
    why: String,
}

impl Lists {
    /// Makes the table anew where the grades are others.
    fn follow(&mut self, book: &Arc<ClassBook>) {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, book)) {
            self.confusion = taken(book);
            self.of = Some(Arc::clone(book));
        }
    }

    pub(super) fn confusion_ui(&mut self, cx: &ViewCtx<'_>, book: &Arc<ClassBook>, ui: &mut Ui) {
        self.follow(book);
        ui.label(RichText::new(say!("class-confusion-about")).color(cx.theme.ink_subdued));
        if let Some(taken) = &self.taken {
            let who = book.class.matrix.get(taken).map(Vec::as_slice).unwrap_or_default();
            let codebook = cx.commands.codebook();
            let label = |tag: &Option<TagId>| {
                tag.as_ref().map_or_else(|| say!("confusion-nothing"), |tag| name(codebook.label(tag)))
            };
            let (key, own) = (label(&taken.0), label(&taken.1));
            let (n, people) = (who.len(), names(book, who));
            ui.label(say!("class-taken", key = key, own = own, count = n, people = people));
        } else {
            ui.label(RichText::new(say!("class-confusion-choose")).small());
        }
        ui.add_space(4.0);
        let axes = (say!("class-axis-key"), say!("class-axis-pupils"));
        let chosen = confusion_ui(cx, &self.confusion, (&axes.0, &axes.1), cx.commands.codebook(), ui);
        self.taken = chosen.or(self.taken.take());
    }

    pub(super) fn divided_ui(&mut self, cx: &ViewCtx<'_>, book: &ClassBook, ui: &mut Ui) {
        let all = &book.class.divided;
        ui.label(RichText::new(say!("class-divided-about")).color(cx.theme.ink_subdued));
        if let Some(here) = focused(DIVIDED, ui) {
            self.divided = Some(here);
        }
        let chosen = self.divided.and_then(|nth| all.get(nth));
        if let Some(mark) = chosen.and_then(|one| book.marking.key().get(one.key)?.id()) {
            show_ui(cx, mark, ui);
        }
        ui.add_space(4.0);
        let rows = divided(book, self.divided);
        if let Some(Done::Chosen(nth) | Done::Opened(nth)) = outline_ui(cx, DIVIDED, &rows, None, ui) {
            self.divided = Some(nth);
        }
    }

    pub(super) fn answers_ui(&mut self, cx: &ViewCtx<'_>, book: &ClassBook, ui: &mut Ui) {
        let all = &book.class.answers;
        ui.label(RichText::new(say!("class-answers-about")).color(cx.theme.ink_subdued));
        added_ui(cx, book, ui);
        if all.is_empty() {
            let hint = say!("class-answers-none-hint");
            return nothing_ui(cx, &say!("class-answers-none"), &hint, ui);
        }
        if let Some(here) = focused(ANSWERS, ui) {
            self.answer = Some(here);
        }
        let is_typing = ui.ctx().text_edit_focused();
        let adds = !is_typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::A));
        if let Some((answer, giver)) = self.answer.and_then(|nth| with_giver(book, all.get(nth)?)) {
            self.answer_ui(cx, book, (answer, giver), adds, ui);
        } else {
            ui.label(RichText::new(say!("class-answers-choose")).small());
        }
        ui.add_space(4.0);
        let rows = answers(book, cx.commands.codebook(), self.answer);
        if let Some(Done::Chosen(nth) | Done::Opened(nth)) = outline_ui(cx, ANSWERS, &rows, None, ui) {
            self.answer = Some(nth);
        }
    }

    /// The chosen answer, and what can be done with it.
    fn answer_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        book: &ClassBook,
        (answer, giver): (&Answer, &Pupil),
        adds: bool,
        ui: &mut Ui,
    ) {
        let quote = giver.handed.words.get(&answer.example).map_or("", |(quote, _)| quote.as_str());
        passage_ui(cx, &answer.tags, quote, ui);
        let (pupil, mark) = (digits(giver.handed.person.id.0), digits(answer.example.0));
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(say!("class-answer-why"));
            let field = TextEdit::singleline(&mut self.why).desired_width(260.0);
            ui.add(field).labelled_by(label.id);
            let add = ui.add(Button::new(say!("class-add-to-key"))).on_hover_text(say!("class-answer-hint"));
            if add.clicked() || adds {
                let why = std::mem::take(&mut self.why);
                decide(cx, ClassAction::Add(pupil.clone(), mark.clone(), why));
                self.answer = None;
            }
            let menu = ui.menu_button(say!("class-accept-for"), |ui| {
                ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    let key = book.marking.key();
                    let others = (0..key.len()).filter(|nth| !answer.lacking.contains(nth));
                    for nth in answer.lacking.iter().copied().chain(others) {
                        let Some((key, id)) = key.get(nth).and_then(|key| Some((key, key.id()?))) else {
                            continue;
                        };
                        let words = say!("class-numbered", nth = nth + 1, quote = visible(&key.quote));
                        if ui.button(words).clicked() {
                            let key = digits(id.0);
                            decide(cx, ClassAction::Accept(pupil.clone(), mark.clone(), key));
                            self.answer = None;
                            ui.close();
                        }
                    }
                });
            });
            menu.response.on_hover_text(say!("class-accept-hint"));
        });
    }
}

/// What was taken for what, and how often.
pub(super) fn taken(book: &ClassBook) -> Confusion {
    book.class.matrix.iter().map(|(pair, who)| (pair.clone(), who.len())).collect()
}

/// The marks of the key that divided the class.
pub(super) fn divided(book: &ClassBook, chosen: Option<usize>) -> Vec<OutlineRow> {
    let row = |(nth, one): (usize, &crate::analysis::grading::Divided)| {
        let quote = book.marking.key().get(one.key).map_or("", |key| key.quote.as_str());
        OutlineRow {
            words: say!("class-numbered", nth = one.key + 1, quote = visible(quote)),
            behind: told::divided(one),
            is_chosen: chosen == Some(nth),
            ..OutlineRow::default()
        }
    };
    book.class.divided.iter().enumerate().map(row).collect()
}

/// What the key lacks.
pub(super) fn answers(book: &ClassBook, codebook: &Codebook, chosen: Option<usize>) -> Vec<OutlineRow> {
    let row = |(nth, answer): (usize, &Answer)| {
        let words = with_giver(book, answer).and_then(|(_, giver)| giver.handed.words.get(&answer.example));
        let labels: Vec<String> = answer.tags.iter().map(|tag| name(codebook.label(tag))).collect();
        OutlineRow {
            kind: labels.join(", "),
            words: visible(words.map_or("", |(quote, _)| quote)),
            behind: say!("class-given-by", count = answer.pupils.len(), people = names(book, &answer.pupils)),
            is_chosen: chosen == Some(nth),
            ..OutlineRow::default()
        }
    };
    book.class.answers.iter().enumerate().map(row).collect()
}

/// What was added to the key, each to be taken out again.
fn added_ui(cx: &ViewCtx<'_>, book: &ClassBook, ui: &mut Ui) {
    let Some(layer) = &book.made_of.answers else { return };
    heading_ui(cx, &say!("class-added", count = layer.annotations().len()), ui);
    ScrollArea::vertical().id_salt("added answers").max_height(90.0).show(ui, |ui| {
        for mark in layer.annotations() {
            ui.horizontal(|ui| {
                let quote = visible(&mark.quote());
                let drop = ui.small_button(crate::gui::icons::CLOSE);
                let told = say!("class-drop-name", quote = quote.clone());
                drop.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &told));
                if drop.on_hover_text(say!("class-drop-hint")).clicked() {
                    decide(cx, ClassAction::Drop(digits(mark.id.0)));
                }
                ui.label(crate::gui::widgets::shortened(&quote, 90));
            });
        }
    });
}

fn with_giver<'a>(book: &'a ClassBook, answer: &'a Answer) -> Option<(&'a Answer, &'a Pupil)> {
    Some((answer, book.pupils.get(*answer.pupils.first()?)?))
}

/// Some pupils by name, each once, with how often.
fn names(book: &ClassBook, pupils: &[usize]) -> String {
    let name = |(nth, times): (usize, usize)| {
        let name = visible(book.names.get(nth)?);
        Some(if times == 1 { name } else { format!("{name} ({times} ×)") })
    };
    counted(pupils).into_iter().filter_map(name).collect::<Vec<_>>().join(", ")
}
