//! The wall: shown, followed and left.

use super::App;
use crate::gui::wall::ClassWall;
use crate::gui::words::say;
use egui::{Context, ViewportCommand};

impl App {
    /// Shows the article's passages one by one for a projector, or no longer.
    pub(super) fn toggle_wall(&mut self, ctx: &Context) {
        if self.wall.is_some() {
            return self.leave_wall(ctx);
        }
        let Some(mut wall) = self.workspace.active().and_then(ClassWall::of) else {
            return self.notices.say(say!("wall-nobody"));
        };
        wall.was_whole_screen = ctx.input(|input| input.viewport().fullscreen.unwrap_or_default());
        self.wall = Some(wall);
        // Whatever had the keyboard is not there any more.
        ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
    }

    /// Goes back to the window as it was.
    pub(super) fn leave_wall(&mut self, ctx: &Context) {
        if let Some(wall) = self.wall.take() {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(wall.was_whole_screen));
            self.focus_page();
        }
    }

    /// Takes over what marks have become; leaves the wall where another article or a dialog has come up.
    pub(super) fn follow_wall(&mut self, ctx: &Context) {
        let Some(wall) = &mut self.wall else { return };
        if self.modal.is_some() || !wall.follow(self.workspace.active()) {
            self.leave_wall(ctx);
        }
    }
}
