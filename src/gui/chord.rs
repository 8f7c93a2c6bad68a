//! A key with its modifiers: how it is written in settings, shown to people and recognised when pressed.

use crate::gui::words::say;
use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

/// What was pressed while a chord is to be chosen.
pub(super) enum Struck {
    Nothing,
    /// The person leaves it.
    Escape,
    /// A key that cannot be chosen, and why.
    Unfit(String),
    Chord(Chord),
}

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

    /// The chord that was pressed in this frame; its events are used up.
    pub(super) fn struck(ctx: &Context) -> Struck {
        let found = ctx.input_mut(|input| {
            let key_of = |event: &Event| match event {
                Event::Key { key, pressed: true, repeat: false, modifiers, .. } => Some((*key, *modifiers)),
                // These come without their key.
                Event::Copy => Some((Key::C, Modifiers::COMMAND)),
                Event::Cut => Some((Key::X, Modifiers::COMMAND)),
                Event::Paste(_) => Some((Key::V, Modifiers::COMMAND)),
                _ => None,
            };
            let found = input.events.iter().find_map(key_of);
            input.events.retain(|event| key_of(event).is_none());
            found
        });
        let Some((key, held)) = found else { return Struck::Nothing };
        match key {
            Key::Escape if !held.any() => return Struck::Escape,
            Key::Tab if !held.command => return Struck::Unfit(say!("keys-unfit-tab")),
            Key::C | Key::X | Key::V if held.command && !held.shift && !held.alt => {
                return Struck::Unfit(say!("keys-unfit-clipboard"));
            }
            _ => {}
        }
        let mut modifiers = Modifiers::NONE;
        // What has to be held to type the sign is no part of the chord.
        let is_typed = is_sign(key) && !held.command;
        for (is_held, modifier) in [
            (held.command, Modifiers::COMMAND),
            (held.shift && !is_typed, Modifiers::SHIFT),
            (held.alt && !is_typed, Modifiers::ALT),
        ] {
            modifiers |= if is_held { modifier } else { Modifiers::NONE };
        }
        Struck::Chord(Self(KeyboardShortcut::new(modifiers, key)))
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

    /// Whether this key with these modifiers is meant. A sign may need Shift or AltGr to be typed, and the
    /// digits of French keyboards do, so there more may be held; letters and arrows are taken strictly.
    pub(super) fn is(self, key: Key, held: Modifiers) -> bool {
        let Modifiers { alt, shift, command, .. } = self.0.modifiers;
        let kind = key.name().chars().next().filter(|_| key.name().len() == 1);
        let is_sign = is_sign(key);
        let is_digit = kind.is_some_and(|first| first.is_ascii_digit());
        self.0.logical_key == key
            && (held.shift == shift || (held.shift && (is_sign || is_digit)))
            && (held.alt == alt || (held.alt && is_sign))
            && (held.command == command || (held.command && held.alt && is_sign))
    }

    /// Whether it can be meant while somebody types: only with Ctrl, or a function key. Keys that move and
    /// change words stay with the field; its undo is Ctrl+Z, and with Alt it is another command.
    pub(super) fn is_heard_while_typing(self) -> bool {
        let is_editing = match self.0.logical_key {
            Key::A | Key::C | Key::V | Key::X | Key::Z | Key::Y => !self.0.modifiers.alt,
            key => matches!(
                key,
                Key::ArrowLeft
                    | Key::ArrowRight
                    | Key::ArrowUp
                    | Key::ArrowDown
                    | Key::Home
                    | Key::End
                    | Key::Backspace
                    | Key::Delete
            ),
        };
        let name = self.0.logical_key.name();
        let is_function = 1 < name.len() && name.starts_with('F') && name[1..].parse::<u8>().is_ok();
        is_function || (self.0.modifiers.command && !is_editing)
    }

    /// How it is written in settings: what [`parse`](Self::parse) reads.
    pub(super) fn written(self) -> String {
        self.modifiers_before(key_name(self.0.logical_key))
    }

    /// The key without its modifiers.
    pub(super) fn key(self) -> Key {
        self.0.logical_key
    }

    /// How many modifiers are held with it.
    pub(super) fn n_modifiers(self) -> usize {
        let Modifiers { alt, shift, command, .. } = self.0.modifiers;
        usize::from(alt) + usize::from(shift) + usize::from(command)
    }
}

/// Whether it is a sign, for which Shift or AltGr may have to be held.
fn is_sign(key: Key) -> bool {
    let is_arrow = matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown);
    key.symbol_or_name() != key.name() && !is_arrow
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
