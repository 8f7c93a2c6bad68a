//! Keys that come in one frame with the one that ends the typing in a field: they are meant for what has the
//! keyboard after that, which it gets only when the frame is drawn.

use super::App;
use egui::{Context, Event, Key, RawInput};

impl App {
    /// Has a frame no more input than up to the key that ends the typing; the rest is the next frame's.
    pub(super) fn hold_back(&mut self, ctx: &Context, input: &mut RawInput) {
        let mut events = std::mem::take(&mut self.held);
        events.append(&mut input.events);
        if ctx.text_edit_focused() {
            self.held = after_end(&mut events);
        }
        input.events = events;
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// Takes out of `events` what is behind the first key that ends the typing, if more is typed there.
fn after_end(events: &mut Vec<Event>) -> Vec<Event> {
    let ends = |event: &Event| {
        matches!(event, Event::Key { key: Key::Enter | Key::Escape | Key::Tab, pressed: true, .. })
    };
    let is_typed = |event: &Event| matches!(event, Event::Key { pressed: true, .. } | Event::Text(_));
    let end = events.iter().position(ends).map(|nth| nth + 1);
    match end.filter(|&end| events.iter().skip(end).any(is_typed)) {
        Some(end) => events.split_off(end),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    #[test]
    fn what_is_typed_behind_enter_is_the_next_frames() {
        let text = Event::Text("l".to_owned());
        let all = [key(Key::A, true), key(Key::Enter, true), key(Key::Enter, false), key(Key::L, true), text];
        let mut events = all.to_vec();
        assert_eq!(after_end(&mut events), all[2..]);
        assert_eq!(events, all[..2]);
        // Nothing is typed behind it.
        let mut events = all[..3].to_vec();
        assert_eq!((after_end(&mut events), events.len()), (Vec::new(), 3));
        let mut events = vec![key(Key::A, true), key(Key::L, true)];
        assert_eq!((after_end(&mut events), events.len()), (Vec::new(), 2));
    }
}
