//! The rows of the menu Class.

use super::row::{Row, row};
use crate::gui::situation;

/// What stands in the menu Class.
pub(super) static CLASS: &[Row] =
    &[row("instructions", "").when(situation::has_article).does(|app, _| app.ask_instructions())];
