//! What lies over the page or beside it for a while, and is left by Escape: the last that was opened
//! first, and all of it before Escape means anything else.

use super::App;
use egui::{Context, Key, Modifiers};

/// Something that Escape leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Popup {
    /// A menu, a popover or a list that egui opened, and closes itself.
    Menu,
    /// A dialog, which closes itself too.
    Dialog,
    /// The marks that lie under a click.
    MarksHere,
    /// A link that waits for its other end.
    Linking,
    /// The finder.
    Finder,
    /// The wall.
    Wall,
}

impl Popup {
    const ALL: [Self; 6] =
        [Self::Finder, Self::Linking, Self::MarksHere, Self::Wall, Self::Dialog, Self::Menu];
}

/// What is open, in the order in which it was opened.
#[derive(Debug, Default)]
pub(super) struct Popups(Vec<Popup>);

impl Popups {
    /// Takes over what `is_open` now; whether a dialog has come over an open menu.
    fn follow(&mut self, is_open: impl Fn(Popup) -> bool) -> bool {
        self.0.retain(|&popup| is_open(popup));
        let had_menu = self.0.contains(&Popup::Menu);
        let new = Popup::ALL.into_iter().filter(|&popup| is_open(popup) && !self.0.contains(&popup));
        let new: Vec<Popup> = new.collect();
        self.0.extend(&new);
        had_menu && new.contains(&Popup::Dialog)
    }

    fn last(&self) -> Option<Popup> {
        self.0.last().copied()
    }
}

impl App {
    /// Notes what was opened and closed since the last frame, and has Escape leave what was opened last.
    /// `was_typing`, `was_on_page`: what had the keyboard before egui took it away for Escape.
    pub(super) fn answer_escape(&mut self, ctx: &Context, was_typing: bool, was_on_page: bool) {
        let mut popups = std::mem::take(&mut self.popups);
        if popups.follow(|popup| self.is_open(popup, ctx)) {
            egui::Popup::close_all(ctx);
            popups.follow(|popup| self.is_open(popup, ctx));
        }
        let last = popups.last();
        self.popups = popups;
        if !ctx.input(|input| input.key_pressed(Key::Escape)) {
            return;
        }
        // A field that stands elsewhere was gone into after what is open was opened.
        let is_linking = self.linking.as_ref().is_some_and(|linking| linking.has_focus);
        let is_elsewhere = was_typing && !self.finding.has_focus && !is_linking;
        match last {
            Some(Popup::Menu | Popup::Dialog) => return,
            Some(Popup::Wall) => self.leave_wall(ctx),
            Some(Popup::MarksHere) if !is_elsewhere => self.leave_marks_here(),
            Some(Popup::Linking) if !is_elsewhere => self.leave_linking(),
            Some(Popup::Finder) if !is_elsewhere => self.close_finder(),
            _ => {
                if !was_on_page && !ctx.text_edit_focused() {
                    self.leave_field();
                }
                return;
            }
        }
        ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    }

    fn is_open(&self, popup: Popup, ctx: &Context) -> bool {
        match popup {
            Popup::Menu => egui::Popup::is_any_open(ctx),
            Popup::Dialog => self.modal.is_some(),
            Popup::MarksHere => self.reader().is_some_and(|reader| reader.lists_marks()),
            Popup::Linking => self.linking.is_some(),
            Popup::Finder => self.finding.is_open,
            Popup::Wall => self.wall.is_some(),
        }
    }

    /// Takes the list of the marks under a click away: what is begun now needs the page behind it.
    pub(super) fn leave_marks_here(&mut self) {
        if let Some(reader) = self.reader_mut() {
            reader.leave_list();
        }
    }

    /// Escape has left a field or a list: the keyboard goes back to where the words are.
    fn leave_field(&mut self) {
        if let Some(page) = self.views.page() {
            self.views.close_page(page);
        }
        self.focus_page();
    }
}

#[cfg(test)]
mod tests {
    use super::{Popup, Popups};

    #[test]
    fn what_was_opened_last_is_left_first_whatever_was_closed_meanwhile() {
        let mut popups = Popups::default();
        let mut follow = |open: &[Popup]| {
            let has_dialog_over_menu = popups.follow(|popup| open.contains(&popup));
            (popups.last(), has_dialog_over_menu)
        };
        assert_eq!(follow(&[]), (None, false));
        assert_eq!(follow(&[Popup::MarksHere]), (Some(Popup::MarksHere), false));
        assert_eq!(follow(&[Popup::Finder, Popup::MarksHere]), (Some(Popup::Finder), false));
        assert_eq!(follow(&[Popup::Menu, Popup::Finder, Popup::MarksHere]), (Some(Popup::Menu), false));
        assert_eq!(follow(&[Popup::Menu, Popup::Dialog, Popup::Finder]), (Some(Popup::Dialog), true));
        assert_eq!(follow(&[Popup::MarksHere, Popup::Finder]), (Some(Popup::MarksHere), false));
        assert_eq!(follow(&[Popup::Finder]), (Some(Popup::Finder), false));
    }
}
