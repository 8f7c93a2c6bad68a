//! What the desktop wishes of its programs, and what it does for them.

use std::path::Path;

/// The desktop.
pub trait Desktop {
    /// Tells what the desktop wishes of programs: at once, and again whenever it changes, as long as `tell`
    /// answers yes. In between it waits, so it wants a thread of its own; it ends at once where there is
    /// no desktop that could be asked.
    fn follow_desktop(&self, _tell: &mut dyn FnMut(DesktopWishes) -> bool) {}

    /// The languages that programs shall speak, by their tags (BCP 47), the most wanted first; none where the
    /// system does not say.
    fn languages(&self) -> Vec<String> {
        Vec::new()
    }

    /// Has the desktop show a file in its folder; whether it does. It may take seconds, so it wants a thread
    /// of its own.
    fn reveal(&mut self, _file: &Path) -> bool {
        false
    }

    /// Has the desktop open a file with the program that it has for such files; whether one was started. It may
    /// take seconds too.
    fn open(&mut self, _file: &Path) -> bool {
        false
    }

    /// What the clipboard holds, if that can be had.
    fn clipboard(&mut self) -> Option<Clipped> {
        None
    }
}

/// What a clipboard holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clipped {
    /// Rich text, as HTML.
    pub html: Option<String>,
    /// The words alone.
    pub text: String,
}

/// What a desktop wishes of all programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DesktopWishes {
    /// Whether they shall be dark; `None` where it does not mind.
    pub is_dark: Option<bool>,
    /// Whether they shall have more contrast than usual.
    pub more_contrast: bool,
    /// Whether nothing shall glide or fade.
    pub less_motion: bool,
}
