//! What is seen and how: panels, the keyboard's place among them, settings.

use super::App;
use crate::gui::settings::{Dock, SeenDesktop, Settings};
use crate::gui::theme::Theme;
use crate::gui::worker::Ask;
use crate::session::Desktop;
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
        ctx.set_zoom_factor(settings.window_zoom);
        self.settings = settings;
        self.dress(ctx);
        self.settings.store(&mut *self.host);
    }

    /// Takes in what the desktop wishes. It is remembered, so that the next window begins in its colours.
    pub(super) fn heed_desktop(&mut self, desktop: Desktop) {
        let seen = SeenDesktop::from(desktop);
        if self.settings.desktop != seen {
            self.settings.desktop = seen;
            self.settings.store(&mut *self.host);
        }
    }

    /// Gives the window its colours and its motion where they are others than before: by the settings, and
    /// where these leave it to the system, by what the desktop wishes.
    pub(super) fn dress(&mut self, ctx: &Context) {
        let seen = &self.settings.desktop;
        // Windows and macOS tell the window itself; elsewhere it hears nothing of that.
        let is_dark = seen.dark.or_else(|| ctx.system_theme().map(|theme| theme == egui::Theme::Dark));
        let theme = self.settings.theme.on_desktop(is_dark.unwrap_or(false), seen.contrast);
        let is_still = self.settings.motion.is_less(seen.still);
        if self.dressed != Some((theme, is_still)) {
            self.theme = Theme::of(theme);
            self.theme.apply(ctx);
            set_motion(ctx, is_still);
            self.dressed = Some((theme, is_still));
        }
    }
}

/// Where less motion is wished, what opens and scrolls is there at once. The theme's own style glides.
fn set_motion(ctx: &Context, is_less: bool) {
    if !is_less {
        return;
    }
    ctx.all_styles_mut(|style| {
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
    });
}
