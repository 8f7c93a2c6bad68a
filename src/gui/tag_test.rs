//! The test of a tag, in a dialog: the codebook's questions one after the other, the tag that the answers lead
//! to, and passages that are easily taken for another one.

use super::outbox::Request;
use super::view_ctx::ViewCtx;
use super::widgets::dialog::{buttons_ui, room_for_list};
use super::widgets::shape::shape_line;
use super::widgets::visible;
use super::widgets::words::{Look, words_ui};
use super::words::{name, near_misses, say};
use crate::layer::question::told;
use crate::layer::{Asked, Tag, TagId, TagTest};
use crate::session::{Action, Reason, Session};
use egui::{Key, Rect, RichText, ScrollArea, Ui};

/// The size of the passage and of the question, in points.
const SIZE: f32 = 14.0;
/// More passages near to the tag are not shown.
const MOST_NEAR: usize = 4;

/// A passage that is put to the codebook's questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TagTestSheet {
    /// Its words.
    words: String,
    /// Where they are in the window: the questions stand beside them.
    spot: Option<Rect>,
    /// The mark on it; none for a selection.
    mark: Option<String>,
    /// Whether the person may tag it.
    is_mine: bool,
    answers: Vec<bool>,
    /// Whether the answers stay as the reason of the mark.
    keeps: bool,
    /// Whether the first button of what is shown is to have the keyboard.
    wants_focus: bool,
}

/// What was pressed, by key or by button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    Answer(bool),
    Back,
}

impl TagTestSheet {
    /// Of what is selected, or else of the mark that is chosen, which is at `spot` in the window.
    pub(super) fn of(session: &Session, spot: Option<Rect>) -> Option<Self> {
        let sheet = |words: String, mark: Option<String>, is_mine| Self {
            words: visible(&words.replace('\n', " ")),
            spot,
            mark,
            is_mine,
            answers: Vec::new(),
            keeps: false,
            wants_focus: true,
        };
        if !session.selection().is_empty() {
            let pieces = session.selection().pieces();
            let words: Vec<&str> = pieces.iter().map(|&piece| session.document().slice(piece)).collect();
            return Some(sheet(words.join(" … "), None, true));
        }
        let mark = session.mark(session.focus()?)?;
        Some(sheet(mark.annotation.quote(), super::view_ctx::name(mark.annotation.id), mark.is_writable()))
    }

    /// Where what is asked about is in the window.
    pub(super) fn spot(&self) -> Option<Rect> {
        self.spot
    }

    /// Draws it and answers its keys.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let quote = say!("tag-test-quote", words = self.words.as_str());
        let look = Look { size: SIZE, lines: 3, ink: cx.theme.ink };
        words_ui(&mut cx.words.borrow_mut(), &quote, look, ui);
        ui.add_space(8.0);
        let test = TagTest::of(cx.commands.codebook(), self.answers.iter().copied());
        for (asked, answer) in test.answers() {
            let answer = told(&question(*asked), *answer);
            ui.label(RichText::new(answer).color(cx.theme.ink_subdued));
        }
        match test.next() {
            Some(asked) => self.question_ui(cx, &test, asked, ui),
            None => self.end_ui(cx, &test, ui),
        }
    }

    fn question_ui(&mut self, cx: &ViewCtx<'_>, test: &TagTest<'_>, asked: Asked<'_>, ui: &mut Ui) {
        ui.label(RichText::new(question(asked)).size(SIZE + 3.0).color(cx.theme.ink_strong));
        ui.add_space(6.0);
        let mut pressed = keys(ui);
        ui.horizontal(|ui| {
            let yes = ui.button(say!("tag-test-yes"));
            if std::mem::take(&mut self.wants_focus) {
                yes.request_focus();
            }
            if yes.clicked() {
                pressed = Some(Pressed::Answer(true));
            }
            if ui.button(say!("tag-test-no")).clicked() {
                pressed = Some(Pressed::Answer(false));
            }
            pressed = self.back_ui(ui).or(pressed);
            if ui.button(say!("dialog-cancel")).clicked() {
                cx.ask(Request::CloseDialog);
            }
        });
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(say!("tag-test-possible")).small().color(cx.theme.ink_subdued));
            for tag in test.possible() {
                ui.label(RichText::new(name(&tag.label)).small());
            }
        });
        self.answer(pressed);
    }

    fn end_ui(&mut self, cx: &ViewCtx<'_>, test: &TagTest<'_>, ui: &mut Ui) {
        ui.add_space(4.0);
        let fitting = test.fitting();
        let Some(first) = fitting.first() else {
            let words = match test.answers().is_empty() {
                true => say!("tag-test-no-questions"),
                false => say!("tag-test-none"),
            };
            ui.label(RichText::new(words).color(cx.theme.ink_strong));
            ui.add_space(8.0);
            let pressed = keys(ui).filter(|pressed| *pressed == Pressed::Back);
            ui.horizontal(|ui| {
                let pressed = self.back_ui(ui).or(pressed);
                self.answer(pressed);
                if ui.button(say!("dialog-close")).clicked() {
                    cx.ask(Request::CloseDialog);
                }
            });
            return;
        };
        fitting_ui(cx, &fitting, ui);
        near_ui(cx, &first.id, ui);
        if self.is_mine {
            let keeps = ui.checkbox(&mut self.keeps, say!("tag-test-keep"));
            self.keeps ^= ui.input(|input| input.key_pressed(Key::K)) && !keeps.has_focus();
        } else {
            ui.label(RichText::new(say!("tag-test-others")).color(cx.theme.ink_subdued));
        }
        let pressed = keys(ui).filter(|pressed| *pressed == Pressed::Back);
        let pressed = self.back_ui(ui).or(pressed);
        let tag = say!("tag-test-tag", tag = name(&first.label).to_lowercase());
        if buttons_ui(cx, ui, &tag, self.is_mine) {
            let told = test.answers().iter().map(|(asked, answer)| told(&question(*asked), *answer));
            let told = told.collect::<Vec<_>>().join("\n");
            let reason = if self.keeps { Reason::Words(told) } else { Reason::None };
            cx.ask(Request::CloseDialog);
            cx.send(Action::Test(self.mark.clone(), self.answers.clone(), reason));
        }
        self.answer(pressed);
    }

    /// A button that takes the last answer back, where there is one.
    fn back_ui(&self, ui: &mut Ui) -> Option<Pressed> {
        let is_begun = !self.answers.is_empty();
        ui.add_enabled(is_begun, egui::Button::new(say!("tag-test-back"))).clicked().then_some(Pressed::Back)
    }

    fn answer(&mut self, pressed: Option<Pressed>) {
        match pressed {
            Some(Pressed::Answer(answer)) => self.answers.push(answer),
            Some(Pressed::Back) => {
                self.answers.pop();
            }
            None => return,
        }
        self.wants_focus = true;
    }
}

/// A question in the language that is spoken, where it is one that comes built in.
fn question(asked: Asked<'_>) -> String {
    match asked {
        Asked::Question(words) => name(words),
        Asked::Description(tag) => {
            say!("tag-test-describes", tag = name(&tag.label), description = name(&tag.description))
        }
    }
}

/// The answer that a key gives: Y or N, or the letter of the language for yes.
fn keys(ui: &Ui) -> Option<Pressed> {
    let yes = Key::from_name(&say!("tag-test-yes-key"));
    ui.input(|input| {
        let is_yes = input.key_pressed(Key::Y) || yes.is_some_and(|key| input.key_pressed(key));
        let pressed = [
            (is_yes, Pressed::Answer(true)),
            (input.key_pressed(Key::N), Pressed::Answer(false)),
            (input.key_pressed(Key::Backspace), Pressed::Back),
        ];
        pressed.into_iter().find(|(is_pressed, _)| *is_pressed).map(|(_, pressed)| pressed)
    })
}

/// The tags to which the answers lead, the one that is taken first.
fn fitting_ui(cx: &ViewCtx<'_>, fitting: &[&Tag], ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(say!("tag-test-fits")).size(SIZE + 1.0).color(cx.theme.ink_strong));
        for (nth, tag) in fitting.iter().enumerate() {
            if nth == 1 {
                ui.label(say!("tag-test-also"));
            }
            let label = RichText::new(name(&tag.label)).size(SIZE + 1.0).color(cx.theme.ink_strong);
            let drawn = ui.label(label).rect;
            let ends = (drawn.left(), drawn.right());
            shape_line(
                ui.painter(),
                cx.theme,
                tag.shape,
                ends,
                drawn.bottom() + 1.0,
                cx.theme.tag(Some(tag)),
            );
        }
    });
    if let Some(tag) = fitting.first() {
        ui.label(say!("tag-test-describes-it", description = name(&tag.description)));
    }
    ui.add_space(6.0);
}

/// Passages that are easily confused with those of a tag.
fn near_ui(cx: &ViewCtx<'_>, tag: &TagId, ui: &mut Ui) {
    let codebook = cx.commands.codebook();
    let near = near_misses(codebook, tag);
    if near.is_empty() {
        return;
    }
    ui.label(RichText::new(say!("tag-test-near")).small().color(cx.theme.ink_subdued));
    let label = |slug: &str| name(codebook.label(&TagId::new(slug))).to_lowercase();
    let height = room_for_list(ui, 210.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for one in near.iter().take(MOST_NEAR) {
            let told = say!(
                "tag-test-near-one",
                words = one.words.as_str(),
                tag = label(&one.tag),
                near = label(&one.near),
                why = one.why.as_str()
            );
            let look = Look { size: 12.5, lines: 6, ink: cx.theme.ink };
            words_ui(&mut cx.words.borrow_mut(), &told, look, ui);
            ui.add_space(4.0);
        }
    });
    ui.add_space(4.0);
}
