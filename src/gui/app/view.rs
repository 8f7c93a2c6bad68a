//! What is seen and how: panels, the keyboard's place among them, settings.

use super::App;
use super::row::is_shown;
use crate::gui::panels::marks_view::MarksView;
use crate::gui::reader::Went;
use crate::gui::settings::{SeenDesktop, Settings};
use crate::gui::side::Side;
use crate::gui::situation::Situation;
use crate::gui::theme::Theme;
use crate::gui::view::ViewRow;
use crate::gui::views::{self, VIEWS};
use crate::gui::words::{self, say};
use crate::gui::worker::Ask;
use crate::host::DesktopWishes;
use egui::Context;
use std::rc::Rc;

impl App {
    /// What commands and views are judged by.
    pub(super) fn situation(&self) -> Situation<'_> {
        let at = Situation::of(&self.workspace, &self.views, &self.settings, &self.editing);
        let (shows_differences, is_on_wall) = (self.differences.is_on(), self.wall.is_some());
        let is_folder_coming = self.indexing.is_coming();
        self.with_class(Situation { shows_differences, is_on_wall, is_folder_coming, ..at })
    }

    /// Shows a view, or hides the one that is shown.
    pub(super) fn toggle_view(&mut self, row: &'static ViewRow, ctx: &Context) {
        let situation = self.situation();
        if is_shown(row, &situation) && (row.when)(&situation).is_ok() {
            self.hide_view(row, ctx);
        } else {
            self.show_view(row.id, ctx);
        }
    }

    fn hide_view(&mut self, row: &'static ViewRow, ctx: &Context) {
        if row.side == Side::Middle {
            self.close_page(row.id);
        } else {
            self.views.forget(row.side);
            self.prefer(ctx, |settings| views::choose(row, false, settings));
        }
    }

    /// Shows a view; where it has nothing to show, what it lacks is asked for. A page is shown at once, and
    /// says what it waits for.
    pub(super) fn show_view(&mut self, id: &str, ctx: &Context) {
        let Some(row) = VIEWS.iter().find(|row| row.id == id) else { return };
        if row.side != Side::Middle {
            self.views.ask(row.side);
            self.prefer(ctx, |settings| views::choose(row, true, settings));
        }
        let lacks = row.lacks.filter(|_| (row.when)(&self.situation()).is_err());
        lacks.into_iter().for_each(|lacks| self.outbox.send(lacks()));
        if lacks.is_none() || row.side == Side::Middle {
            self.views.show(id);
        }
    }

    /// Shows the marks at the right, where something is about to be typed there.
    pub(super) fn show_marks(&mut self) {
        self.show_at_side(MarksView::ID);
    }

    /// Shows what a view at a side has to say, and leaves the keyboard where it is.
    pub(super) fn show_at_side(&mut self, id: &str) {
        if let Some(row) = VIEWS.iter().find(|row| row.id == id) {
            views::choose(row, true, &mut self.settings);
            self.views.ask(row.side);
        }
    }

    /// Closes a page of the middle; the article has the keyboard again.
    pub(super) fn close_page(&mut self, id: &str) {
        self.views.close_page(id);
        self.focus_page();
    }

    /// Lists the folder that the article lies in, or asks for one.
    pub(super) fn list_beside(&mut self) {
        let parent = self.workspace.active().and_then(|session| session.path().parent());
        match parent.map(std::path::Path::to_owned) {
            Some(folder) => self.list(folder),
            None => self.worker.ask(Ask::Folder),
        }
    }

    /// Goes back to where the person was before the last jump, in the article or on the page that led into
    /// it, or forward again.
    pub(super) fn retrace(&mut self, goes_back: bool) {
        let page = self.views.page();
        match self.reader_mut().and_then(|reader| reader.retrace(goes_back, page)) {
            Some(Went::Page(page)) => self.views.return_to(page),
            Some(Went::Here) if page.is_some() => {
                self.views.leave_page();
                self.focus_page();
            }
            Some(Went::Here) => {}
            None if goes_back => self.notices.say(say!("going-no-back")),
            None => self.notices.say(say!("going-no-forward")),
        }
    }

    /// Changes what the person prefers.
    pub(super) fn prefer(&mut self, ctx: &Context, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.clone();
        change(&mut settings);
        self.set_settings(settings.in_range(), ctx);
    }

    pub(super) fn set_settings(&mut self, settings: Settings, ctx: &Context) {
        ctx.set_zoom_factor(settings.window_zoom);
        self.settings = settings;
        if words::speak(self.settings.language, &self.languages) {
            // Their labels are in the language that was spoken.
            self.commands = Rc::default();
        }
        self.theme.of_people.clone_from(&self.settings.colours_of_people);
        self.dress(ctx);
        self.settings.store(&mut *self.host);
    }

    /// Takes in what the desktop wishes. It is remembered, so that the next window begins in its colours.
    pub(super) fn heed_desktop(&mut self, desktop: DesktopWishes) {
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
        if self.theme_in_use != Some((theme, is_still)) {
            self.theme = Theme { of_people: self.settings.colours_of_people.clone(), ..Theme::of(theme) };
            self.theme.apply(ctx);
            set_motion(ctx, is_still);
            self.theme_in_use = Some((theme, is_still));
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
