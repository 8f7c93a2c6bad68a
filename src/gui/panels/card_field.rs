//! A field of the card of a mark that is opened by a key: Enter keeps what was typed, Escape leaves it as it
//! was, Tab goes on to the next field.

use super::card_row::LINE;
use crate::gui::view_ctx::ViewCtx;
use egui::{Align2, Event, Id, Key, KeyboardShortcut, Modifiers, Response, TextEdit, TextStyle, Ui, vec2};

/// The fields of the card, in the order in which Tab goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Field {
    Source,
    Figure,
    Links,
    Note,
}

/// Where the keyboard goes from a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Back to the page.
    Out,
    Next,
    Back,
}

/// How the typing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// What was typed holds.
    Kept(Step),
    /// It is to be as it was before.
    Dropped,
}

impl Ended {
    /// Asked in the frame in which a field has lost the keyboard.
    fn of(ui: &Ui, goes_back: bool) -> Self {
        if goes_back {
            return Self::Kept(Step::Back);
        }
        let by_key = |event: &Event| match event {
            Event::Key { key: Key::Escape, pressed: true, .. } => Some(Self::Dropped),
            Event::Key { key: Key::Tab, pressed: true, .. } => Some(Self::Kept(Step::Next)),
            _ => None,
        };
        ui.input(|input| input.events.iter().find_map(by_key)).unwrap_or(Self::Kept(Step::Out))
    }

    /// Where the keyboard goes.
    pub(super) fn step(self) -> Step {
        match self {
            Self::Kept(step) => step,
            Self::Dropped => Step::Out,
        }
    }
}

/// Whether Shift+Tab was pressed in a field. egui takes the keyboard away for that a frame later than for
/// Tab, so it is remembered until then.
fn goes_back(ui: &Ui, id: Id) -> bool {
    let is_back = |event: &Event| matches!(event, Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if modifiers.shift);
    ui.memory(|memory| memory.has_focus(id)) && ui.input(|input| input.events.iter().any(is_back))
}

/// How a field is called.
pub(super) struct Called<'a> {
    /// Tells it from others.
    pub id: Id,
    /// The label that names it.
    pub label: Id,
    /// The key that opens it, shown while it is empty; none has it where this is empty.
    pub key: &'a str,
    /// What belongs into it.
    pub hint: &'a str,
}

impl Called<'_> {
    /// Names a field that was drawn, gives it the keyboard if it shall have it, and keeps what it had when it
    /// was opened.
    fn on(
        &self,
        cx: &ViewCtx<'_>,
        field: Response,
        wants_focus: bool,
        (words, before): (&str, &mut String),
        ui: &Ui,
    ) -> Response {
        let field = field.labelled_by(self.label).on_hover_text(self.hint);
        if wants_focus {
            field.request_focus();
        }
        if field.gained_focus() {
            words.clone_into(before);
        }
        key_ui(cx, &field, self.key, words.is_empty(), ui);
        field
    }
}

/// A field of one line. It is sent when it is left.
#[derive(Debug, Default)]
pub(super) struct LineField {
    pub words: String,
    /// As it was when it was opened.
    before: String,
    goes_back: bool,
}

impl LineField {
    /// Draws it; how the typing ended, if it just did.
    pub(super) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        called: &Called<'_>,
        wants_focus: bool,
        ui: &mut Ui,
    ) -> (Response, Option<Ended>) {
        self.goes_back |= goes_back(ui, called.id);
        let field = TextEdit::singleline(&mut self.words)
            .id(called.id)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, LINE))
            .align(egui::Align2::LEFT_CENTER);
        let field = ui.add(field);
        let field = called.on(cx, field, wants_focus, (&self.words, &mut self.before), ui);
        let ended = field.lost_focus().then(|| Ended::of(ui, std::mem::take(&mut self.goes_back)));
        if ended == Some(Ended::Dropped) {
            self.words.clone_from(&self.before);
        }
        (field, ended)
    }
}

/// The note: of many lines, sent with every letter, so that closing the window loses nothing.
#[derive(Debug, Default)]
pub(super) struct NoteField {
    pub words: String,
    before: String,
    goes_back: bool,
}

impl NoteField {
    /// Draws it, at least `height` points high; whether it was opened or changed, and how the typing ended.
    pub(super) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        called: &Called<'_>,
        (wants_focus, height): (bool, f32),
        ui: &mut Ui,
    ) -> (Response, Option<Ended>) {
        let id = called.id;
        self.goes_back |= goes_back(ui, id);
        // Before the field sees it. With Shift it is a new line, which egui would take for the same key.
        let is_plain = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if !modifiers.shift);
        let is_kept = ui.memory(|memory| memory.has_focus(id))
            && ui.input_mut(|input| {
                input.events.iter().any(is_plain) && input.consume_key(Modifiers::NONE, Key::Enter)
            });
        let field = TextEdit::multiline(&mut self.words)
            .id(id)
            .desired_width(f32::INFINITY)
            .desired_rows(1)
            .min_size(vec2(0.0, height))
            .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
        let field = ui.add(field);
        let field = called.on(cx, field, wants_focus, (&self.words, &mut self.before), ui);
        if is_kept {
            field.surrender_focus();
            return (field, Some(Ended::Kept(Step::Out)));
        }
        let ended = field.lost_focus().then(|| Ended::of(ui, std::mem::take(&mut self.goes_back)));
        (field, ended)
    }

    /// Whether something else stands there than when it was opened.
    pub(super) fn has_changed(&self) -> bool {
        self.words != self.before
    }
}

/// The key that opens a field, at its right end: an empty field holds nothing that could be taken for words.
fn key_ui(cx: &ViewCtx<'_>, field: &Response, key: &str, is_empty: bool, ui: &Ui) {
    if is_empty && !field.has_focus() {
        let at = field.rect.right_top() + vec2(-8.0, LINE / 2.0);
        let font = TextStyle::Small.resolve(ui.style());
        ui.painter().text(at, Align2::RIGHT_CENTER, key, font, cx.theme.ink_subdued);
    }
}
