//! The keyboard's round through the window: page, list of marks, fields of the chosen mark, and the
//! list at the left.

use super::App;
use crate::gui::reader::Reader;
use egui::{Context, Rect};

/// Where the keyboard can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Page,
    List,
    Fields,
    Dock,
}

/// Where the panels were drawn, in points of the window; none that is not shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rounds {
    pub fields: Option<Rect>,
    pub list: Option<Rect>,
    pub dock: Option<Rect>,
}

impl App {
    /// Moves the keyboard on to the next part of the window that is shown, or back.
    pub(super) fn step_panel(&mut self, ctx: &Context, forward: bool) {
        let Rounds { fields, list, dock } = self.rounds;
        let has_fields = self
            .workspace
            .active()
            .and_then(|session| session.mark(session.focus()?))
            .is_some_and(|mark| mark.is_writable());
        let parts = [
            Some(Part::Page),
            list.map(|_| Part::List),
            fields.filter(|_| has_fields).map(|_| Part::Fields),
            dock.map(|_| Part::Dock),
        ];
        let parts: Vec<Part> = parts.into_iter().flatten().collect();
        let here = parts.iter().position(|&part| part == self.part_now(ctx)).unwrap_or(0);
        let next = if forward { here + 1 } else { here + parts.len() - 1 };
        match parts.get(next % parts.len()) {
            Some(Part::List) => self.marks.focus_list(),
            Some(Part::Fields) => self.editor.focus_note(),
            Some(Part::Dock) => self.dock.focus_list(),
            _ => self.focus_page(),
        }
        ctx.request_repaint();
    }

    /// The part that has the keyboard: told by where the focused widget was drawn.
    fn part_now(&self, ctx: &Context) -> Part {
        let focused = ctx.memory(egui::Memory::focused).filter(|&id| id != Reader::id());
        let Some(at) = focused.and_then(|id| ctx.read_response(id)).map(|response| response.rect.center())
        else {
            return Part::Page;
        };
        let has = |rect: Option<Rect>| rect.is_some_and(|rect| rect.contains(at));
        match (has(self.rounds.fields), has(self.rounds.list), has(self.rounds.dock)) {
            (true, ..) => Part::Fields,
            (_, true, _) => Part::List,
            (.., true) => Part::Dock,
            _ => Part::Page,
        }
    }
}
