//! Hands: what a person does to the window with pointer and keys.

use super::Window;
use eframe::egui::{
    DroppedFile, Event, Key, Modifiers, PointerButton, Pos2, ViewportCommand, ViewportEvent, ViewportId, vec2,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Window {
    /// Drags over some words of the page.
    pub(crate) fn drag_over(&mut self, words: &str) {
        let (from, to) = self.ends_of(words);
        self.drag(from, to, Modifiers::NONE);
    }

    /// The same with Ctrl held: one more piece.
    pub(crate) fn ctrl_drag_over(&mut self, words: &str) {
        let (from, to) = self.ends_of(words);
        self.drag(from, to, Modifiers::CTRL | Modifiers::COMMAND);
    }

    /// Drags from the start or end of some words to the start or end of others.
    pub(crate) fn drag_end(&mut self, from: (&str, bool), to: (&str, bool)) {
        self.drag(self.end_of(from), self.end_of(to), Modifiers::NONE);
    }

    /// The same with Alt held.
    pub(crate) fn alt_drag_end(&mut self, from: (&str, bool), to: (&str, bool)) {
        self.drag(self.end_of(from), self.end_of(to), Modifiers::ALT);
    }

    fn end_of(&self, (words, is_end): (&str, bool)) -> Pos2 {
        let (start, end) = self.ends_of(words);
        if is_end { end } else { start }
    }

    /// Clicks into the middle of some words.
    pub(crate) fn click_on_text(&mut self, words: &str) {
        self.clicks_on_text(words, 1, Modifiers::NONE);
    }

    /// Clicks twice.
    pub(crate) fn double_click(&mut self, words: &str) {
        self.clicks_on_text(words, 2, Modifiers::NONE);
    }

    /// Clicks three times.
    pub(crate) fn triple_click(&mut self, words: &str) {
        self.clicks_on_text(words, 3, Modifiers::NONE);
    }

    /// Clicks at the end of some words with Shift held.
    pub(crate) fn shift_click_after(&mut self, words: &str) {
        let at = self.ends_of(words).1;
        self.wait(1.0);
        self.clicks(at, 1, Modifiers::SHIFT);
    }

    /// Lets the pointer rest on some words.
    pub(crate) fn hover(&mut self, words: &str) {
        let at = self.middle_of(words);
        self.frame(vec![Event::PointerMoved(at - vec2(1.0, 0.0))]);
        self.frame(vec![Event::PointerMoved(at)]);
        self.settle();
        self.wait(1.0);
    }

    /// Lets the pointer rest on what has this accessible name.
    #[track_caller]
    pub(crate) fn hover_over(&mut self, name: &str) {
        let at = self.named(name).first().unwrap_or_else(|| panic!("nothing is called {name:?}")).center();
        self.wait(1.0);
        self.frame(vec![Event::PointerMoved(at - vec2(1.0, 0.0))]);
        self.frame(vec![Event::PointerMoved(at)]);
        self.settle();
        self.wait(1.0);
    }

    /// Takes the pointer out of the window.
    pub(crate) fn leave(&mut self) {
        self.frame(vec![Event::PointerGone]);
        self.settle();
    }

    /// Clicks what has this accessible name: there must be exactly one.
    #[track_caller]
    pub(crate) fn click(&mut self, name: &str) {
        let found = self.named(name);
        assert!(
            found.len() == 1,
            "{} things are called {name:?} among\n{}",
            found.len(),
            self.names().join("\n")
        );
        self.clicks(found[0].center(), 1, Modifiers::NONE);
    }

    /// Clicks with the right button into the middle of some words of the page.
    pub(crate) fn right_click_on_text(&mut self, words: &str) {
        let at = self.middle_of(words);
        self.wait(1.0);
        self.right_click_at(at);
    }

    /// Clicks with the right button what has this accessible name: there must be exactly one.
    #[track_caller]
    pub(crate) fn right_click(&mut self, name: &str) {
        let found = self.named(name);
        assert!(found.len() == 1, "{} things are called {name:?}", found.len());
        self.right_click_at(found[0].center());
    }

    fn right_click_at(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
            self.frame(vec![Event::PointerButton { pos: at, button, pressed, modifiers }]);
        }
        self.settle();
    }

    /// Clicks the `nth` of the things with this accessible name.
    #[track_caller]
    pub(crate) fn click_nth(&mut self, name: &str, nth: usize) {
        let found = self.named(name);
        assert!(
            nth < found.len(),
            "{} things are called {name:?} among\n{}",
            found.len(),
            self.names().join("\n")
        );
        self.clicks(found[nth].center(), 1, Modifiers::NONE);
    }

    /// Presses chords, as the sheet of keys writes them: "Ctrl+Shift+Z".
    pub(crate) fn keys(&mut self, chords: &[&str]) {
        for chord in chords {
            let (modifiers, key) = parse_chord(chord);
            let mut events = vec![Event::ModifiersChanged(modifiers), key_event(key, modifiers, true)];
            let is_alone = !modifiers.shift && !modifiers.alt;
            match (modifiers.command, key) {
                (true, Key::C) if is_alone => events.push(Event::Copy),
                (true, Key::X) if is_alone => events.push(Event::Cut),
                (false, _) => events.extend(text_of(key, modifiers).map(Event::Text)),
                _ => {}
            }
            self.frame(events);
            self.frame(vec![key_event(key, modifiers, false), Event::ModifiersChanged(Modifiers::NONE)]);
            self.settle();
        }
    }

    /// Presses a key as the system reports it: what it means in the keyboard's layout, and where it lies.
    pub(crate) fn physical_key(&mut self, key: Key, physical: Key, modifiers: Modifiers) {
        let event = |pressed| {
            vec![Event::Key { key, physical_key: Some(physical), pressed, repeat: false, modifiers }]
        };
        self.frame(event(true));
        self.frame(event(false));
        self.settle();
    }

    /// Presses several chords so quickly that one frame has them all.
    pub(crate) fn keys_at_once(&mut self, chords: &[&str]) {
        let press = |chord: &&str| {
            let (modifiers, key) = parse_chord(chord);
            [key_event(key, modifiers, true), key_event(key, modifiers, false)]
        };
        self.frame(chords.iter().flat_map(press).collect());
        self.settle();
    }

    /// Presses chords in one frame, and lets no other follow.
    pub(crate) fn press(&mut self, chords: &[&str]) {
        let press = |chord: &&str| {
            let (modifiers, key) = parse_chord(chord);
            [key_event(key, modifiers, true), key_event(key, modifiers, false)]
        };
        self.frame(chords.iter().flat_map(press).collect());
    }

    /// Lets a chord go that was never seen pressed, as the system tells of some.
    pub(crate) fn let_go(&mut self, chord: &str) {
        let (modifiers, key) = parse_chord(chord);
        self.frame(vec![key_event(key, modifiers, false)]);
        self.settle();
    }

    /// Draws a frame in which nothing comes from outside.
    pub(crate) fn blink(&mut self) {
        self.frame(Vec::new());
    }

    /// Takes the focus away from the window.
    pub(crate) fn turn_away(&mut self) {
        self.frame(vec![Event::WindowFocused(false)]);
    }

    /// Types letters, each as a key and as text, as a keyboard sends them.
    pub(crate) fn type_text(&mut self, words: &str) {
        for letter in words.chars() {
            let key =
                Key::from_name(&letter.to_uppercase().to_string()).or((letter == ' ').then_some(Key::Space));
            let mut events: Vec<Event> =
                key.map(|key| key_event(key, Modifiers::NONE, true)).into_iter().collect();
            events.push(Event::Text(letter.to_string()));
            self.frame(events);
            self.frame(key.map(|key| key_event(key, Modifiers::NONE, false)).into_iter().collect());
        }
        self.settle();
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.frame(Vec::new());
        self.settle();
    }

    /// Lets time pass until nothing is awaited any more.
    pub(crate) fn rest(&mut self) {
        for _ in 0..40 {
            if self.is_idle() {
                return;
            }
            self.wait(0.5);
        }
    }

    /// Asks the window to close; whether it does.
    pub(crate) fn close(&mut self) -> bool {
        self.commands.clear();
        if let Some(viewport) = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT) {
            viewport.events.push(ViewportEvent::Close);
        }
        self.frame(Vec::new());
        if let Some(viewport) = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT) {
            viewport.events.clear();
        }
        self.settle();
        !self.commands.contains(&ViewportCommand::CancelClose)
    }

    /// Comes back to the window from another one.
    pub(crate) fn come_back(&mut self) {
        self.frame(vec![Event::WindowFocused(false)]);
        self.frame(vec![Event::WindowFocused(true)]);
        self.settle();
    }

    /// Drops a file on the window.
    pub(crate) fn drop_file(&mut self, path: &str) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.into())));
        self.frame(Vec::new());
        self.settle();
    }

    /// Makes the window as large as this.
    pub(crate) fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(vec2(width, height));
        self.settle();
    }

    fn drag(&mut self, from: Pos2, to: Pos2, modifiers: Modifiers) {
        self.wait(1.0);
        self.frame(vec![Event::PointerMoved(from), Event::ModifiersChanged(modifiers)]);
        self.frame(vec![pointer(from, true, modifiers)]);
        for share in [0.25, 0.5, 0.75, 1.0] {
            self.frame(vec![Event::PointerMoved(from + (to - from) * share)]);
        }
        self.frame(vec![pointer(to, false, modifiers)]);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        self.settle();
    }

    fn clicks_on_text(&mut self, words: &str, count: usize, modifiers: Modifiers) {
        let at = self.middle_of(words);
        // A click after a click elsewhere is none of a double click.
        self.wait(1.0);
        self.clicks(at, count, modifiers);
    }

    fn clicks(&mut self, at: Pos2, count: usize, modifiers: Modifiers) {
        self.frame(vec![Event::PointerMoved(at), Event::ModifiersChanged(modifiers)]);
        for _ in 0..count {
            self.frame(vec![pointer(at, true, modifiers)]);
            self.frame(vec![pointer(at, false, modifiers)]);
        }
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        self.settle();
    }
}

fn pointer(pos: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }
}

fn key_event(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}

fn parse_chord(chord: &str) -> (Modifiers, Key) {
    let mut modifiers = Modifiers::NONE;
    let mut key = None;
    for part in chord.split('+') {
        match part {
            "Ctrl" => modifiers |= Modifiers::CTRL | Modifiers::COMMAND,
            "Shift" => modifiers |= Modifiers::SHIFT,
            "Alt" => modifiers |= Modifiers::ALT,
            "Left" | "Right" | "Up" | "Down" => key = Key::from_name(&format!("Arrow{part}")),
            name => key = Key::from_name(name),
        }
    }
    (modifiers, key.unwrap_or_else(|| panic!("there is no key {chord:?}")))
}

/// What a key types, where it types something.
fn text_of(key: Key, modifiers: Modifiers) -> Option<String> {
    let name = key.name();
    let is_letter = name.chars().count() == 1 && !modifiers.alt;
    is_letter.then(|| if modifiers.shift { name.to_owned() } else { name.to_lowercase() })
}

/// A file that comes from outside by its path alone.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        unreachable!("the program reads files through its host")
    }
}
