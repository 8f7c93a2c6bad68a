//! What every view is handed: everything to read, and an outbox.

use super::class::Grading;
use super::command::{Command, Commands};
use super::comparing::Comparing;
use super::finding::{Finding, Found};
use super::outbox::{Outbox, Request};
use super::settings::Settings;
use super::situation::{Ready, Situation};
use super::theme::Theme;
use super::voices::Heard;
use super::widgets::words::Words;
use crate::document::Outline;
use crate::layer::{AnnotationId, Annotator};
use crate::session::{Action, Session};
use crate::text::{TextRange, TextSize};
use crate::workspace::Workspace;
use std::cell::RefCell;

/// The page of the article as other views see it.
#[derive(Clone, Copy)]
pub(super) struct PageState<'a> {
    /// Its headings.
    pub outline: &'a Outline,
    /// The first byte in view.
    pub top: TextSize,
    /// The paragraphs in view.
    pub in_view: TextRange,
    /// The place in view that the page was brought to last, until it is scrolled.
    pub arrived: Option<TextSize>,
    /// What is looked for.
    pub finding: &'a Finding,
    /// What was found.
    pub found: &'a Found,
}

impl PageState<'_> {
    /// What is read, as far as the page alone knows.
    pub(super) fn place(&self) -> TextSize {
        self.arrived.unwrap_or(self.top)
    }
}

/// The program as a view sees it.
#[derive(Clone, Copy)]
pub(super) struct ViewCtx<'a> {
    /// What commands and views are judged by.
    pub situation: Situation<'a>,
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
    /// Whether a link waits for its other end.
    pub is_linking: bool,
    /// People's words in any script, outside the page.
    pub words: &'a RefCell<Words>,
    /// Where people differ in the article, while that is shown.
    pub comparing: Option<&'a Comparing>,
    /// Who is speaking in the article, while that is shown.
    pub voices: Option<&'a Heard>,
    /// The class that is graded.
    pub class: &'a Grading,
    /// What the page of the article has to say to what stands beside it; not while it is drawn itself.
    pub page: Option<PageState<'a>>,
    /// Who marks at this machine.
    pub identities: &'a [Annotator],
    /// Who marks in what is looked at.
    pub me: Option<&'a Annotator>,
    /// Whether that one was chosen for this folder only.
    pub marks_only_here: bool,
    /// Where requests go.
    pub outbox: &'a Outbox,
    /// Whether a command would do something now, or what it lacks.
    pub ready: &'a dyn Fn(&Command) -> Ready,
    /// Whether what a command switches is on; `None` if it switches nothing.
    pub is_on: &'a dyn Fn(&Command) -> Option<bool>,
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
