//! The window: draws `&Session`, and turns gestures and commands into actions.
//!
//! Knows no file format, no file system and no change of a layer: what it wants done it says to the
//! session or to the worker.

mod actors_page;
mod all_marks;
mod app;
mod bar;
mod changes;
mod checks_page;
mod chord;
mod class;
mod command;
mod comparing;
mod context;
mod differences_page;
mod exporting;
mod finding;
mod first_run;
mod folder_search;
mod grade_book;
mod icons;
mod importing;
mod keymap;
mod known;
mod lack;
mod ledger;
mod linking;
mod menu;
mod modal;
mod notices;
mod opening;
mod outbox;

mod page_drawing;
mod page_view;
mod panels;
mod pictures;
mod progress_page;
pub mod reader;
mod settings;
mod settling;
mod shown_views;
mod side;
mod situation;
mod start;
mod tag_test;
mod theme;
mod threads_page;
mod told;
mod view;
mod view_ctx;
mod views;
mod voices;
mod wall;
mod widgets;
mod wordless;
mod words;
mod worker;

pub use app::{App, key_table};
pub use start::run;
