//! What a view is: a panel at a side of the window or a page in its middle. The table of all of them is
//! `views.rs`.

use super::command::Icon;
use super::outbox::Request;
use super::settings::Settings;
use super::side::Side;
use super::situation::{Ready, Situation};
use super::view_ctx::ViewCtx;
use super::widgets::query_line::QueryLine;
use super::words;
use crate::session::exporting::{MakesSheet, Sheet};
use crate::workspace::Workspace;
use egui::{Rect, Ui};
use std::any::Any;
use std::sync::Arc;

/// A row of the table: all that is said of a view, and how it is made.
pub(super) struct ViewRow {
    /// For settings and for those who show it: never changes.
    pub id: &'static str,
    pub side: Side,
    /// The command's name in settings: never changes. Its words are the tab's too.
    pub command: &'static str,
    /// The command's chords parted by spaces.
    pub keys: &'static str,
    /// Its icon in the bar at the top, if it has one there.
    pub icon: Option<Icon>,
    /// When it has something to show: else it is not shown, and its command is greyed out.
    pub when: fn(&Situation<'_>) -> Ready,
    /// What the command asks for where it has nothing to show, instead of being greyed out.
    pub lacks: Option<fn() -> Request>,
    pub make: fn() -> Box<dyn View>,
}

impl ViewRow {
    /// Its tab, and its command in menu, palette and sheet of keys.
    pub(super) fn label(&self) -> String {
        words::text(&words::key_of_row(self.command), &[])
    }

    /// What its command does, in a sentence for people.
    pub(super) fn hint(&self) -> String {
        words::attribute(&words::key_of_row(self.command), "hint", &[]).unwrap_or_default()
    }
}

/// The table of a page: how many rows it has, and how it is made when it is needed, off the frame.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tabled {
    /// How many rows it has.
    pub n_rows: usize,
    /// How it is made.
    pub makes: MakesSheet,
}

impl Tabled {
    /// A table that `make` makes, in the words of this window.
    pub(super) fn new(n_rows: usize, make: impl Fn() -> Sheet + Send + Sync + 'static) -> Self {
        Self { n_rows, makes: MakesSheet(Arc::new(words::carried(make))) }
    }
}

/// A panel or a page, with what it keeps from frame to frame.
pub(super) trait View: Any {
    /// Draws it into the room that it has.
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui);

    /// Puts the keyboard on one of its stops with the next frame; they count from 0.
    fn focus(&mut self, stop: usize);

    /// Where the keyboard stops in it on its way round the window, in the order of the round. `whole` is
    /// where it was drawn; a list needs no more than that.
    fn stops(&self, whole: Rect) -> Vec<Rect> {
        vec![whole]
    }

    /// The line that filters what it shows, if it has one.
    fn line(&mut self) -> Option<&mut QueryLine> {
        None
    }

    /// A person asked to see it.
    fn shown(&mut self) {}

    /// A person comes back from the article that it led into.
    fn returned(&mut self) {
        self.shown();
    }

    /// Whether it is a table of so many columns that a narrow window has room for one side only beside it.
    fn is_wide(&self) -> bool {
        false
    }

    /// The table that it shows, as it is filtered and sorted, to be handed on and printed; `None` where it shows
    /// none.
    fn tabled(&self, _workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        None
    }
}
