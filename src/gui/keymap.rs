//! Keys to commands: one table, the longest chord first, silent while somebody types.

use super::chord::Chord;
use super::command::{About, Command, Commands, Heard};
use egui::{Context, Event, Key, Modifiers};

/// The keys by which one goes through a list and chooses from it.
const IN_LISTS: [Key; 6] = [Key::ArrowUp, Key::ArrowDown, Key::Home, Key::End, Key::Enter, Key::Space];

/// What the keyboard is used for at the moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyContext {
    /// Whether a dialog is open.
    pub is_modal: bool,
    /// Whether a dialog waits for a chord to be chosen: then every key is its.
    pub is_recording: bool,
    /// Whether a field has it, or had it in the last frame: egui takes it away for Escape before anybody
    /// else sees the key, which then belongs to the field all the same.
    pub is_typing: bool,
    /// Whether the page has it, or nobody.
    pub on_page: bool,
    /// Whether a list on the page has it: then it has the keys that go through lists.
    pub in_list: bool,
}

impl KeyContext {
    /// Whether `chord` stands for the command here.
    fn hears(&self, chord: Chord, about: &About) -> bool {
        let is_bare = chord.n_modifiers() == 0;
        (!self.is_typing || chord.is_heard_while_typing())
            && (!self.is_modal || about.heard == Heard::InDialogs)
            && (self.on_page || about.heard != Heard::OnPage)
            && !(self.in_list && is_bare && IN_LISTS.contains(&chord.key()))
            // Enter and Escape belong to whatever has the keyboard.
            && (self.on_page || !(is_bare && matches!(chord.key(), Key::Enter | Key::Escape)))
    }
}

/// The first command whose key was pressed; the key is used up. Asked again until there is none, since
/// a command may open what the keys after it are meant for.
pub(super) fn pressed(ctx: &Context, commands: &Commands, keys: KeyContext) -> Option<Command> {
    let is_key =
        |event: &Event| matches!(event, Event::Key { pressed: true, .. } | Event::Copy | Event::Paste(_));
    if keys.is_recording || !ctx.input(|input| input.events.iter().any(is_key)) {
        return None;
    }
    let keys = KeyContext { on_page: keys.on_page && !egui::Popup::is_any_open(ctx), ..keys };
    ctx.input_mut(|input| {
        let mut events = input.events.iter().enumerate();
        let (index, command) = events.find_map(|(index, event)| {
            let command = match event {
                Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                    let meant = |key: Key| {
                        let is_meant = |(chord, about): &(Chord, &About)| {
                            chord.is(key, *modifiers) && keys.hears(*chord, about)
                        };
                        commands.bound().find(is_meant).map(|(_, about)| about.command.clone())
                    };
                    meant(*key).or_else(|| meant(digit_under(*physical_key, *modifiers)?))?
                }
                // The system's copying, wherever its keys are: the page answers for its words only.
                // The same of pasting: in a field it is the field's.
                Event::Paste(_) if keys.on_page && !keys.is_typing && !keys.is_modal => Command::PASTE,
                Event::Copy if keys.on_page && !keys.is_typing && !keys.is_modal => Command::COPY,
                _ => return None,
            };
            Some((index, command))
        })?;
        input.events.remove(index);
        Some(command)
    })
}

/// The digit that a key bears on most keyboards below the sign that it means with Shift: Ctrl+Shift+1 is reported
/// as Ctrl+Shift+!.
fn digit_under(place: Option<Key>, held: Modifiers) -> Option<Key> {
    let is_digit = |place: &Key| matches!(place.name().as_bytes(), [digit] if digit.is_ascii_digit());
    place.filter(|place| held.shift && is_digit(place))
}
