//! The rows of the menu Class.

use super::row::{Row, group, row};
use crate::gui::situation;

/// What stands in the menu Class.
pub(super) static CLASS: &[Row] = &[
    row("instructions", "").when(situation::has_article).does(|app, _| app.ask_instructions()),
    row("show-on-wall", "F11")
        .when(situation::has_marks)
        .on(situation::is_on_wall)
        .does(|app, ctx| app.toggle_wall(ctx)),
    group("open-lesson", "").does(|app, _| app.open_lesson()),
];
