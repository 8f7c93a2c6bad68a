//! Keys to commands: one table, the longest chord first, silent while somebody types.

use super::command::Command;
use crate::layer::Codebook;
use egui::{Context, Key, KeyboardShortcut, Modifiers};

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
        let KeyboardShortcut { modifiers, logical_key } = self.0;
        let mut label = String::new();
        for (is_held, name) in
            [(modifiers.command, "Ctrl+"), (modifiers.alt, "Alt+"), (modifiers.shift, "Shift+")]
        {
            label.push_str(if is_held { name } else { "" });
        }
        label + key_label(logical_key)
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

    fn n_modifiers(self) -> usize {
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

fn key_label(key: Key) -> &'static str {
    match key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Questionmark => "?",
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
pub(super) fn pressed(ctx: &Context, codebook: &Codebook, is_modal: bool, was_typing: bool) -> Vec<Command> {
    let is_typing = was_typing || ctx.text_edit_focused();
    let is_menu_open = egui::Popup::is_any_open(ctx);
    let mut bound: Vec<(Chord, Command)> = Vec::new();
    for command in Command::all(codebook) {
        for chord in command.about(codebook).keys {
            let is_heard =
                (!is_typing || chord.is_heard_while_typing()) && (!is_modal || command == Command::Quit);
            // Escape and Enter belong to whatever has the focus, and to an open menu.
            let is_taken = is_typing || is_menu_open;
            if is_heard && !(is_taken && matches!(chord.0.logical_key, Key::Escape | Key::Enter)) {
                bound.push((chord, command.clone()));
            }
        }
    }
    bound.sort_by_key(|(chord, _)| std::cmp::Reverse(chord.n_modifiers()));
    let is_pressed = |(chord, command): (Chord, Command)| {
        // Copy comes as an event of its own, and the page answers it.
        let is_copy = command == Command::Copy;
        (!is_copy && ctx.input_mut(|input| input.consume_shortcut(&chord.0))).then_some(command)
    };
    bound.into_iter().filter_map(is_pressed).collect()
}
