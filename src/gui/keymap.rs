//! Keys to commands: one table, the longest chord first, silent while somebody types.

use super::command::{Command, Commands};
use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chord(KeyboardShortcut);

impl Chord {
    /// From "Ctrl+Shift+P".
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut modifiers = Modifiers::NONE;
        let mut parts = text.split('+').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                return Some(Self(KeyboardShortcut::new(modifiers, key(part)?)));
            }
            modifiers |= match part {
                "Ctrl" => Modifiers::COMMAND,
                "Shift" => Modifiers::SHIFT,
                "Alt" => Modifiers::ALT,
                _ => return None,
            };
        }
        None
    }

    /// For people: "Ctrl+Shift+P".
    pub(super) fn label(self) -> String {
        self.modifiers_before(key_label(self.0.logical_key))
    }

    fn modifiers_before(self, key: &str) -> String {
        let Modifiers { alt, shift, command, .. } = self.0.modifiers;
        let mut label = String::new();
        for (is_held, name) in [(command, "Ctrl+"), (alt, "Alt+"), (shift, "Shift+")] {
            label.push_str(if is_held { name } else { "" });
        }
        label + key
    }

    /// Whether it can be meant while somebody types: only with Ctrl, or a function key.
    fn is_heard_while_typing(self) -> bool {
        let is_editing = matches!(
            self.0.logical_key,
            Key::A
                | Key::C
                | Key::V
                | Key::X
                | Key::Z
                | Key::Y
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::Backspace
                | Key::Delete
        );
        let is_function = matches!(self.0.logical_key, Key::F1 | Key::F6 | Key::F8 | Key::F9 | Key::F10);
        is_function || (self.0.modifiers.command && !is_editing)
    }

    #[cfg(test)]
    /// How it is written in settings: what [`parse`](Self::parse) reads.
    pub(super) fn written(self) -> String {
        self.modifiers_before(key_name(self.0.logical_key))
    }

    pub(super) fn n_modifiers(self) -> usize {
        let Modifiers { alt, shift, command, .. } = self.0.modifiers;
        usize::from(alt) + usize::from(shift) + usize::from(command)
    }
}

fn key(name: &str) -> Option<Key> {
    let arrows = match name {
        "Left" => Some(Key::ArrowLeft),
        "Right" => Some(Key::ArrowRight),
        "Up" => Some(Key::ArrowUp),
        "Down" => Some(Key::ArrowDown),
        _ => None,
    };
    arrows.or_else(|| Key::from_name(name))
}

#[cfg(test)]
fn key_name(key: Key) -> &'static str {
    match key {
        Key::ArrowLeft => "Left",
        Key::ArrowRight => "Right",
        Key::ArrowUp => "Up",
        Key::ArrowDown => "Down",
        other => other.name(),
    }
}

fn key_label(key: Key) -> &'static str {
    match key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Questionmark => "?",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::OpenCurlyBracket => "{",
        Key::CloseCurlyBracket => "}",
        Key::Comma => ",",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        Key::Escape => "Esc",
        other => other.name(),
    }
}

/// The commands whose keys were pressed; the keys are used up.
///
/// `was_typing` says whether a field had the keyboard in the last frame: egui takes it away for Escape
/// before anybody else sees the key, which then belongs to the field all the same.
pub(super) fn pressed(ctx: &Context, commands: &Commands, is_modal: bool, was_typing: bool) -> Vec<Command> {
    if !ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Key { pressed: true, .. })))
    {
        return Vec::new();
    }
    let is_typing = was_typing || ctx.text_edit_focused();
    let is_menu_open = egui::Popup::is_any_open(ctx);
    let is_heard = |chord: Chord, command: &Command| {
        // Escape and Enter belong to whatever has the focus, and to an open menu.
        let is_taken = is_typing || is_menu_open;
        (!is_typing || chord.is_heard_while_typing())
            && (!is_modal || *command == Command::Quit)
            && !(is_taken && matches!(chord.0.logical_key, Key::Escape | Key::Enter))
            // Copy comes as an event of its own, and the page answers it.
            && *command != Command::Copy
    };
    let heard = commands.bound().filter(|(chord, command)| is_heard(*chord, command));
    let is_pressed = |chord: Chord| ctx.input_mut(|input| input.consume_shortcut(&chord.0));
    heard.filter(|&(chord, _)| is_pressed(chord)).map(|(_, command)| command.clone()).collect()
}
