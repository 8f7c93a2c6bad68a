//! The keyboard on the page: the caret goes by characters, words, lines, paragraphs and screens, and
//! with Shift it selects.

use super::view::{Frame, Press, Reader};
use crate::gui::command::Command;
use crate::page::{Align, Motion, Place};
use crate::session::{Action, Selection};
use crate::text::{TextSize, boundary};
use egui::{Event, Key, Modifiers, Ui};

/// How far from the edge the caret's line is kept, in points.
const MARGIN: f32 = 60.0;

impl Reader {
    pub(super) fn keys(&mut self, frame: &Frame<'_>, press: &mut Press, ui: &Ui) {
        let pressed: Vec<(Key, Modifiers)> = ui.input(|input| {
            let keys = input.events.iter().filter_map(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
                _ => None,
            });
            keys.collect()
        });
        let copies = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
        if copies {
            frame.cx.run(Command::Copy);
        }
        let mut selection = frame.session.selection().clone();
        let mut is_moved = false;
        for (key, modifiers) in pressed {
            if modifiers.alt {
                continue;
            }
            if key == Key::Space {
                let step = f64::from(frame.rect.height() * 0.88);
                self.page.scroll_by(&mut press.fonts, if modifiers.shift { -step } else { step });
                continue;
            }
            let from = if selection.is_set { self.head } else { Place::before(self.page.top_offset()) };
            let Some(to) = self.target(frame, press, &selection, from, key, modifiers) else { continue };
            self.head = to;
            is_moved = true;
            let anchor = if modifiers.shift && selection.is_set { selection.anchor } else { to.offset };
            let more = if modifiers.shift { std::mem::take(&mut selection.more) } else { Vec::new() };
            selection = Selection { anchor, head: to.offset, more, is_set: true };
        }
        if is_moved {
            let keeps = !selection.more.is_empty();
            frame.cx.send(Action::Span { anchor: selection.anchor, head: selection.head, keeps });
            if selection.is_empty() && frame.session.focus().is_some() {
                frame.cx.send(Action::Focus(None));
            }
            self.clicked = None;
            self.page.scroll_to(&mut press.fonts, self.head.offset, Align::Nearest(MARGIN));
            let style_is_kept = self.page.viewport();
            debug_assert!(0.0 < style_is_kept.0);
            ui.ctx().request_repaint();
        }
    }

    fn target(
        &mut self,
        frame: &Frame<'_>,
        press: &mut Press,
        selection: &Selection,
        from: Place,
        key: Key,
        modifiers: Modifiers,
    ) -> Option<Place> {
        let document = frame.session.document();
        let text = document.text();
        let end = TextSize::of(text);
        let jump = modifiers.command;
        let is_rtl = self.page.caret(from).is_some_and(|caret| caret.is_rtl);
        let mut go = |reader: &mut Self, motion| {
            reader.page.motion(&mut press.fonts, from, motion, &mut reader.wanted_x)
        };
        Some(match key {
            Key::ArrowLeft | Key::ArrowRight if jump => {
                self.wanted_x = None;
                let forward = (key == Key::ArrowRight) != is_rtl;
                Place::before(if forward {
                    boundary::word_end(text, from.offset)
                } else {
                    boundary::previous_word(text, from.offset)
                })
            }
            Key::ArrowUp | Key::ArrowDown if jump => {
                self.wanted_x = None;
                Place::before(self.paragraph_edge(frame, from.offset, key == Key::ArrowDown))
            }
            // Without Shift, an arrow leaves a selection at its end on that side.
            Key::ArrowLeft | Key::ArrowRight if !modifiers.shift && !selection.range().is_empty() => {
                let range = selection.range();
                Place::before(if (key == Key::ArrowRight) != is_rtl { range.end() } else { range.start() })
            }
            Key::ArrowLeft => go(self, Motion::Left),
            Key::ArrowRight => go(self, Motion::Right),
            Key::ArrowUp => go(self, Motion::Up),
            Key::ArrowDown => go(self, Motion::Down),
            Key::PageUp if !jump => go(self, Motion::PageUp),
            Key::PageDown if !jump => go(self, Motion::PageDown),
            Key::Home if jump => Place::before(TextSize::ZERO),
            Key::End if jump => Place::before(end),
            Key::Home => go(self, Motion::LineStart),
            Key::End => go(self, Motion::LineEnd),
            _ => return None,
        })
    }

    /// The start of the paragraph after `at`, or of the one that has it, or of the one before.
    fn paragraph_edge(&self, frame: &Frame<'_>, at: TextSize, forward: bool) -> TextSize {
        let document = frame.session.document();
        let blocks = document.blocks();
        let here = document.block_at(at);
        let start_of = |index: usize| blocks.get(index).map(|block| block.range.start());
        match (here, forward) {
            (Some(index), true) => start_of(index + 1).unwrap_or(TextSize::of(document.text())),
            (None, true) => start_of(0).unwrap_or(at),
            (Some(index), false) if start_of(index).is_some_and(|start| start < at) => {
                start_of(index).unwrap_or(at)
            }
            (Some(index), false) => index.checked_sub(1).and_then(start_of).unwrap_or(TextSize::ZERO),
            (None, false) => TextSize::ZERO,
        }
    }
}
