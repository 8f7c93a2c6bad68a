//! What takes as long as it likes, each on a thread of its own: the system's dialogs, the desktop's wishes,
//! the machine's fonts, the comparison of two versions.

use super::{Ask, Event, Worker, start};
use crate::analysis::Comparison;
use crate::document::import::article_endings;
use crate::gui::changes::Pair;
use crate::gui::words::say;
use crate::host::Host;
use crate::page::Scan;
use crate::session::class::assignment::ENDING;
use std::time::{Duration, Instant};

/// A dialog that answers "nothing" faster than a person can was never shown.
const NO_DIALOG: Duration = Duration::from_millis(120);

impl Worker {
    /// Looks for the machine's fonts.
    pub(in crate::gui) fn scan_fonts(&self, scan: Scan) {
        if self.has_threads {
            self.on_own_thread("postil fonts", move || Event::Fonts(Box::new(scan.run())));
        }
    }

    /// Listens to what the desktop wishes, for as long as the program runs; without threads it is asked
    /// once.
    pub(in crate::gui) fn follow_desktop(&self, host: &dyn Host) {
        let teller = self.teller.clone();
        let mut tell = move |desktop| teller.tell(Event::Desktop(desktop));
        match host.another().filter(|_| self.has_threads) {
            Some(host) => {
                start("postil desktop", move || host.follow_desktop(&mut tell));
            }
            None => host.follow_desktop(&mut tell),
        }
    }

    /// Compares two versions of an article.
    pub(in crate::gui) fn compare(&self, pair: Pair) {
        self.on_own_thread("postil comparing", move || {
            let (old, new) = (&pair.old, pair.new.text());
            let comparison = match pair.placers.alignment(pair.made_on) {
                Some(aligned) => Comparison::by(aligned, old, new),
                None => Comparison::of(old, new),
            };
            Event::Compared(pair, Box::new(comparison))
        });
    }

    /// Asks the system's dialog, which may take as long as the person likes.
    pub(in crate::gui) fn ask(&self, ask: Ask) {
        if !self.has_threads {
            self.teller.tell(Event::NoDialog(ask));
            return;
        }
        // Said here, since the words are those of the window's thread.
        let (articles, all, folder) =
            (say!("dialog-filter-articles"), say!("dialog-filter-all"), say!("dialog-open-folder"));
        let (handed_in, assignment) = (say!("class-add-files"), say!("class-by-assignment"));
        let (title, assignments) = (say!("dialog-open-articles"), say!("dialog-filter-assignments"));
        let (place, marks) = (say!("dialog-place"), say!("dialog-marks"));
        let exports = say!("dialog-filter-exports");
        let feedback = say!("dialog-open-feedback");
        self.on_own_thread("postil dialog", move || {
            let asked = Instant::now();
            let dialog = rfd::FileDialog::new();
            let chosen = match &ask {
                Ask::Articles => dialog
                    .set_title(title)
                    .add_filter(articles, &article_endings())
                    .add_filter(assignments, &[ENDING])
                    .add_filter(all, &["*"])
                    .pick_files(),
                Ask::Feedback => {
                    dialog.set_title(feedback.clone()).add_filter(feedback, &["jsonl"]).pick_files()
                }
                Ask::HandedIn => dialog.set_title(handed_in).add_filter(all, &["*"]).pick_files(),
                Ask::Assignment => dialog
                    .set_title(assignment)
                    .add_filter(assignments, &[ENDING])
                    .pick_file()
                    .map(|file| vec![file]),
                Ask::Folder => dialog.set_title(folder).pick_folder().map(|folder| vec![folder]),
                Ask::Place(proposed) => dialog
                    .set_title(place)
                    .set_directory(proposed.parent().unwrap_or(proposed))
                    .set_file_name(crate::host::file_name(proposed))
                    .save_file()
                    .map(|file| vec![file]),
                Ask::Marks => dialog
                    .set_title(marks)
                    .add_filter(exports, &["jsonld", "json", "ndjson", "jsonl"])
                    .add_filter(all, &["*"])
                    .pick_file()
                    .map(|file| vec![file]),
            };
            match chosen {
                Some(paths) => Event::Chosen(ask, paths),
                None if asked.elapsed() < NO_DIALOG => Event::NoDialog(ask),
                None => Event::Chosen(ask, Vec::new()),
            }
        });
    }

    /// Does something on a thread of its own; at once where there are none.
    fn on_own_thread(&self, name: &str, work: impl FnOnce() -> Event + Send + 'static) {
        let teller = self.teller.clone();
        let run = move || {
            teller.tell(work());
        };
        if self.has_threads {
            // A machine that cannot start a thread has other worries than a dialog.
            start(name, run);
        } else {
            run();
        }
    }
}
