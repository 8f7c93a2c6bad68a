//! The marks at the right: what needs a look, the fields of the chosen mark, and the list of all.

use super::card_field::Field;
use super::editor::Editor;
use super::marks::MarksPanel;
use super::review::Review;
use crate::gui::situation::{has_marks, has_own_mark};
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use egui::{Rect, Ui};

/// The height of the card, in points: at least, where a window is low, and at most, where it is high.
const CARD: (f32, f32) = (150.0, 440.0);
/// What the list needs below it, in points: its chips and fields, and two marks.
const LIST: f32 = 210.0;
/// The card's part of a panel that is high enough for both.
const PART: f32 = 0.48;

/// How high the card is in a panel of that height. It does not depend on the mark: the list below it stays
/// where it is.
fn card_height(panel: f32) -> f32 {
    let (least, most) = CARD;
    let usual = (panel * PART).clamp(318.0, most);
    usual.min(panel - LIST).max(least)
}

/// The three parts, and how they were drawn last.
#[derive(Debug, Default)]
pub(in crate::gui) struct MarksView {
    pub review: Review,
    pub editor: Editor,
    pub list: MarksPanel,
    /// Where the fields end and the list begins, in points of the window.
    list_top: f32,
    /// Whether there are fields to write into.
    has_fields: bool,
}

impl MarksView {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "marks";
}

impl View for MarksView {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(session) = cx.session else { return };
        self.review.follow(session);
        if has_marks(&cx.situation).is_ok() {
            self.editor.ui(cx, session, &self.review, card_height(ui.available_height()), ui);
        }
        self.list_top = ui.available_rect_before_wrap().top();
        self.has_fields = has_own_mark(&cx.situation).is_ok();
        self.list.ui(cx, session, ui);
    }

    fn focus(&mut self, stop: usize) {
        match stop {
            0 => self.list.focus_list(),
            _ => self.editor.open(Field::Note),
        }
    }

    fn stops(&self, whole: Rect) -> Vec<Rect> {
        let (fields, list) = whole.split_top_bottom_at_y(self.list_top);
        if self.has_fields { vec![list, fields] } else { vec![list] }
    }
}
