//! Where articles are left: they are opened there again.

use super::App;
use crate::gui::reader::Reader;
use crate::page::Align;
use crate::session::Session;
use crate::session::left_off::keep_left_off;
use crate::text::TextSize;
use egui::{Context, Event};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Seconds after which the place is kept also of an article that is not left: what a crash may cost.
const AGAIN: f64 = 60.0;

/// What is kept already of the open articles.
#[derive(Debug, Default)]
pub(super) struct LeftOff {
    tops: BTreeMap<PathBuf, TextSize>,
    /// When it was last looked whether anything is new.
    looked: f64,
}

impl App {
    /// Keeps the places of the open articles that are not kept yet, all in one go.
    pub(super) fn keep_places(&mut self) {
        let place = |session| {
            let top = self.readers.get(Session::path(session))?.place();
            Some((session, top)).filter(|_| self.left_off.tops.get(session.path()) != Some(&top))
        };
        let left: Vec<(&Session, TextSize)> = self.workspace.sessions().iter().filter_map(place).collect();
        if left.is_empty() {
            return;
        }
        keep_left_off(left.iter().copied(), &mut *self.host);
        self.left_off.tops.extend(left.iter().map(|(session, top)| (session.path().to_owned(), *top)));
    }

    /// The same when the window is left, and seldom while somebody reads: between two movements, since the
    /// disk is waited for.
    pub(super) fn keep_places_by_itself(&mut self, ctx: &Context) {
        let (now, is_left, is_moving) = ctx.input(|input| {
            let is_left = input.events.contains(&Event::WindowFocused(false));
            (input.time, is_left, input.smooth_scroll_delta() != egui::Vec2::ZERO || input.pointer.any_down())
        });
        if is_left || self.left_off.looked + AGAIN < now && !is_moving {
            self.left_off.looked = now;
            self.keep_places();
        }
    }

    /// Brings the page of an article that is opened to where it was left.
    pub(super) fn go_where_left(&mut self, session: &Session, reader: &mut Reader) {
        let left = session.left_off(&*self.host);
        self.left_off.tops.insert(session.path().to_owned(), left.unwrap_or_default());
        if let Some(top) = left {
            reader.go_to(top, Align::At(0.0));
        }
    }
}
