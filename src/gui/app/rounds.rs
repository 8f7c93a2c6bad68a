//! The keyboard's round through the window: the page in the middle, and the stops of the views beside it.

use super::App;
use crate::gui::reader::Reader;
use egui::Context;

impl App {
    /// Moves the keyboard on to the next part of the window that is shown, or back.
    pub(super) fn step_panel(&mut self, ctx: &Context, forward: bool) {
        let stops = self.views.stops();
        // The first place of the round is the middle.
        let here = self.stop_now(ctx).map_or(0, |nth| nth + 1);
        let count = stops.len() + 1;
        let next = if forward { here + 1 } else { here + count - 1 } % count;
        match next.checked_sub(1).and_then(|nth| stops.get(nth)) {
            Some(&stop) => self.views.focus(stop),
            None => self.focus_page(),
        }
        ctx.request_repaint();
    }

    /// The stop that has the keyboard, told by where the focused widget was drawn; `None`: the middle.
    fn stop_now(&self, ctx: &Context) -> Option<usize> {
        let focused = ctx.memory(egui::Memory::focused).filter(|&id| id != Reader::id())?;
        let at = ctx.read_response(focused)?.rect.center();
        self.views.stops().iter().position(|stop| stop.rect.contains(at))
    }
}
