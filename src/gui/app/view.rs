//! What is seen and how: panels, the keyboard's place among them, settings.

use super::App;
use crate::gui::settings::{Dock, Settings};
use crate::gui::theme::Theme;
use crate::gui::worker::Ask;
use egui::Context;

impl App {
    pub(super) fn toggle_folder(&mut self, ctx: &Context) {
        if self.workspace.folder().is_some() {
            self.toggle_dock(Dock::Folder, ctx);
            return;
        }
        let folder = self
            .workspace
            .active()
            .and_then(|session| session.path().parent().map(std::path::Path::to_owned));
        self.settings.shows_folder = true;
        self.settings.dock = Dock::Folder;
        match folder {
            Some(folder) => self.list(folder),
            None => self.worker.ask(Ask::Folder),
        }
    }

    /// Goes back to where the page was before the last jump, or forward again.
    pub(super) fn retrace(&mut self, goes_back: bool) {
        let went = self.reader_mut().is_some_and(|reader| reader.retrace(goes_back));
        if !went {
            self.notices.say(if goes_back {
                "there is no place to go back to"
            } else {
                "there is no place to go forward to"
            });
        }
    }

    pub(super) fn set_settings(&mut self, settings: Settings, ctx: &Context) {
        if settings.theme != self.settings.theme || settings.less_motion != self.settings.less_motion {
            self.theme = Theme::of(settings.theme);
            self.theme.apply(ctx);
        }
        set_motion(ctx, settings.less_motion);
        ctx.set_zoom_factor(settings.window_zoom);
        self.settings = settings;
        self.settings.store(&mut *self.host);
    }
}

/// Where less motion is wished, what opens and scrolls is there at once. The theme's own style glides.
pub(super) fn set_motion(ctx: &Context, is_less: bool) {
    if !is_less {
        return;
    }
    ctx.all_styles_mut(|style| {
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
    });
}
