//! A job at which the program made a mistake: what it was about is said, and what waited for it goes on.

use super::App;
use crate::gui::words::say;
use crate::gui::worker::Lane;
use crate::host::file_name;
use std::path::Path;

impl App {
    /// The program made a mistake at a job. A save says so by itself, and is tried again.
    pub(super) fn job_failed(&mut self, lane: Lane, about: &Path) {
        let name = file_name(about);
        let (words, hint) = match lane {
            Lane::Open | Lane::Apart if self.opening.remove(about) => {
                // The next start had better not fail at it too.
                self.settings.open.retain(|path| path != about);
                (say!("failed-opening", name = name), say!("failed-opening-hint"))
            }
            Lane::Open | Lane::Apart | Lane::Save => {
                (say!("failed-looking", name = name), say!("failed-looking-hint"))
            }
            Lane::Edit if !about.as_os_str().is_empty() => {
                self.notices.forget_offers();
                (say!("failed-export", name = name), say!("failed-export-hint"))
            }
            Lane::Edit => {
                self.edits_failed();
                (say!("failed-edits"), say!("failed-edits-hint"))
            }
            Lane::Table => (say!("failed-table"), say!("failed-table-hint")),
            Lane::Search => (say!("failed-search"), say!("failed-search-hint")),
            Lane::Picture => (say!("failed-picture", name = name), say!("failed-picture-hint")),
            Lane::Index => {
                self.look_failed();
                (say!("failed-folder", name = name), say!("failed-folder-hint"))
            }
        };
        self.notices.refuse(words, Some(hint));
    }
}
