//! The rows of the menu Class.

use super::row::{Row, group, row};
use crate::gui::command::On;
use crate::gui::situation;
use crate::gui::worker::Ask;

/// What stands in the menu Class.
pub(super) static CLASS: &[Row] = &[
    row("toggle-class", "")
        .when(situation::has_article)
        .on(situation::shows_class)
        .does(|app, _| app.toggle_class_in_article()),
    row("next-in-key", "Alt+Shift+N").when(situation::has_article).does(|app, _| app.step_in_key(true)),
    row("previous-in-key", "Alt+Shift+P").when(situation::has_article).does(|app, _| app.step_in_key(false)),
    row("grades-out", "").when(situation::has_class).does(|app, _| app.ask_grades_out(None)),
    group("instructions", "").when(situation::has_article).does(|app, _| app.ask_instructions()),
    row("hand-in", "").when(situation::has_own_marks_here).does(|app, _| app.ask_hand_in()),
    row("take-back", "").when(situation::is_handed_in).does(|app, _| app.go_on_working(None)),
    row("open-feedback", "").does(|app, _| app.worker.ask(Ask::Feedback)),
    group("make-assignment", "").when(situation::has_marks).does(|app, _| app.ask_assignment()),
    row("key-optional", "")
        .when(situation::has_own_mark)
        .on(situation::is_optional)
        .context(&[On::Mark])
        .does(|app, _| app.toggle_optional()),
    row("key-alternative", "")
        .when(situation::can_be_alternative)
        .on(situation::is_alternative)
        .context(&[On::Mark])
        .does(|app, _| app.toggle_alternative()),
    group("show-on-wall", "F11")
        .when(situation::has_marks)
        .on(situation::is_on_wall)
        .does(|app, ctx| app.toggle_wall(ctx)),
    group("open-lesson", "").does(|app, _| app.open_lesson()),
];
