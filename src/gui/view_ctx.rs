//! What every view is handed: everything to read, and an outbox.

use super::command::{Command, Commands};
use super::outbox::{Outbox, Request};
use super::settings::Settings;
use super::theme::Theme;
use super::widgets::words::Words;
use crate::layer::AnnotationId;
use crate::session::{Action, Session, Workspace};
use std::cell::RefCell;

/// The program as a view sees it.
#[derive(Clone, Copy)]
pub(super) struct ViewCtx<'a> {
    /// The article that is looked at, if any.
    pub session: Option<&'a Session>,
    /// All open articles and the folder.
    pub workspace: &'a Workspace,
    /// Colours.
    pub theme: &'a Theme,
    /// Everything that can be named, with its keys.
    pub commands: &'a Commands,
    /// What the person prefers.
    pub settings: &'a Settings,
    /// People's words in any script, outside the page.
    pub words: &'a RefCell<Words>,
    /// Where requests go.
    pub outbox: &'a Outbox,
}

impl ViewCtx<'_> {
    /// Has a command run.
    pub(super) fn run(&self, command: Command) {
        self.outbox.send(Request::Command(command));
    }

    /// Has the session do something.
    pub(super) fn send(&self, action: Action) {
        self.outbox.send(Request::Action(action));
    }

    /// Asks for something else.
    pub(super) fn ask(&self, request: Request) {
        self.outbox.send(request);
    }
}

/// A mark's name in actions.
pub(super) fn name(id: AnnotationId) -> Option<String> {
    Some(id.0.simple().to_string())
}
