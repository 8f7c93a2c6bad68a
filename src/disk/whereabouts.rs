//! Where this person's programs have seen layers: a file of lines in the person's own state directory, to
//! which news are added, and which is written anew without the oldest when it has grown long.
//!
//! Several programs may add to it at once. A line that cannot be read is passed over, and a line that is
//! lost comes back when its article is opened again.

use super::{Directories, folder_of, host_error, locks, real, replace, stamps};
use crate::document::{Digest, DocumentId};
use crate::session::whereabouts::{MOST_WHEREABOUTS, Register};
use crate::session::{HostError, Whereabouts};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

const NAME: &str = "layers.jsonl";
/// More lines than this are not left in the file.
const MOST_LINES: usize = MOST_WHEREABOUTS + MOST_WHEREABOUTS / 4;
/// A longer file is none of ours, or badly damaged.
const MAX_BYTES: u64 = 256 << 20;

/// What is remembered. Clones share it.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen(Arc<Mutex<State>>);

/// The file as far as it was read.
#[derive(Debug, Default)]
struct State {
    register: Register,
    /// The number that the file system gives the file.
    file: u64,
    /// How many bytes of it were read: whole lines.
    read_to: u64,
    n_lines: usize,
    /// Whether what follows them is the beginning of a line.
    is_torn: bool,
}

/// A line of the file.
#[derive(Deserialize, Serialize)]
struct Line {
    layer: PathBuf,
    article: PathBuf,
    document: String,
    digest: String,
}

impl Seen {
    /// Adds what is new.
    pub(super) fn remember(&self, own: &Directories, seen: Vec<Whereabouts>) {
        let place = own.state.join(NAME);
        let mut state = self.caught_up(&place);
        let seen = seen.into_iter().map(|found| Whereabouts {
            layer: real(&found.layer),
            article: real(&found.article),
            ..found
        });
        let news: Vec<Whereabouts> = seen.filter(|found| state.register.is_news(found)).collect();
        if news.is_empty() {
            return;
        }
        let held = locks::hold(own, "layers");
        // It costs a mark nothing that this cannot be written.
        drop(state.add(&place, news));
        drop(held);
    }

    /// What may be about an article, as the host promises it.
    pub(super) fn about(
        &self,
        own: &Directories,
        article: &Path,
        digest: Digest,
        documents: &[DocumentId],
    ) -> Vec<Whereabouts> {
        let article = real(article);
        let state = self.caught_up(&own.state.join(NAME));
        let may_be_shown = |seen: &&Whereabouts| seen.article == article || is_gone(&seen.article);
        let about = state.register.about(&article, digest, documents).into_iter();
        about.filter(may_be_shown).cloned().collect()
    }

    /// With what programs have added since the last look.
    fn caught_up(&self, place: &Path) -> MutexGuard<'_, State> {
        // A thread that panicked with it in its hands leaves lines that were read, or not.
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.catch_up(place).is_err() {
            *state = State::default();
        }
        state
    }
}

impl State {
    fn catch_up(&mut self, place: &Path) -> io::Result<()> {
        let Some(stamp) = stamps::of(place).filter(|stamp| stamp.length <= MAX_BYTES) else {
            *self = Self::default();
            return Ok(());
        };
        if stamp.file != self.file || stamp.length < self.read_to {
            *self = Self { file: stamp.file, ..Self::default() };
        }
        if stamp.length == self.read_to {
            self.is_torn = false;
            return Ok(());
        }
        let mut file = File::open(place)?;
        file.seek(SeekFrom::Start(self.read_to))?;
        let mut bytes = Vec::new();
        file.take(MAX_BYTES).read_to_end(&mut bytes)?;
        let whole = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |last| last + 1);
        self.is_torn = whole < bytes.len();
        self.read_to += whole as u64;
        bytes.truncate(whole);
        for line in bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
            self.n_lines += 1;
            if let Some(seen) = Line::read(line) {
                self.register.remember(seen);
            }
        }
        Ok(())
    }

    fn add(&mut self, place: &Path, news: Vec<Whereabouts>) -> Result<(), HostError> {
        let is_ours = stamps::of(place).is_none_or(|stamp| stamp.length <= MAX_BYTES);
        if !is_ours || MOST_LINES < self.n_lines + news.len() {
            // What others added while the lock was waited for.
            self.catch_up(place).map_err(|error| host_error(&error))?;
            news.into_iter().for_each(|seen| self.register.remember(seen));
            let lines: String = self.register.all().filter_map(Line::of).collect();
            return replace::replace_own(place, lines.as_bytes());
        }
        let start = self.is_torn.then(|| "\n".to_owned());
        let lines: String = start.into_iter().chain(news.iter().filter_map(Line::of)).collect();
        append(place, lines.as_bytes()).map_err(|error| host_error(&error))
    }
}

/// Adds bytes to a file of ours in one piece, so that no other program's line comes between.
fn append(place: &Path, bytes: &[u8]) -> io::Result<()> {
    replace::make_folder(folder_of(place))?;
    let mut options = File::options();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(place)?.write_all(bytes)
}

impl Line {
    /// With the end of the line; `None` for a path that is no Unicode.
    fn of(seen: &Whereabouts) -> Option<String> {
        let line = Self {
            layer: seen.layer.clone(),
            article: seen.article.clone(),
            document: seen.document.0.to_string(),
            digest: seen.digest.ni(),
        };
        Some(serde_json::to_string(&line).ok()? + "\n")
    }

    /// What a line says. Only whole paths count: others would mean something else in each folder.
    fn read(bytes: &[u8]) -> Option<Whereabouts> {
        let Self { layer, article, document, digest } = serde_json::from_slice(bytes).ok()?;
        let (document, digest) = (Uuid::try_parse(&document).ok()?, digest.parse().ok()?);
        let is_whole = layer.is_absolute() && article.is_absolute();
        is_whole.then_some(Whereabouts { layer, article, document: DocumentId(document), digest })
    }
}

/// Whether it is certain that an article does not lie there any more.
fn is_gone(article: &Path) -> bool {
    let looked = article.symlink_metadata().map_err(|error| error.kind());
    matches!(looked, Err(io::ErrorKind::NotFound | io::ErrorKind::NotADirectory))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(folder: &Path, n: usize) -> Whereabouts {
        let digest = Digest::of(&format!("text {n}"));
        Whereabouts {
            layer: folder.join(format!("{n}.txt.ana-1a7e.postil.jsonl")),
            article: folder.join(format!("{n}.txt")),
            document: DocumentId::mint(digest),
            digest,
        }
    }

    fn own() -> (tempfile::TempDir, PathBuf, Directories) {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().canonicalize().unwrap();
        let own = Directories::below(folder.join("home"));
        (place, folder, own)
    }

    #[test]
    fn only_news_are_written_and_two_programs_lose_nothing() {
        let (_place, folder, own) = own();
        let (one, other) = (Seen::default(), Seen::default());
        let file = own.state.join(NAME);
        let about = |from: &Seen, n: usize| {
            from.about(&own, Path::new("/elsewhere/x.txt"), seen(&folder, n).digest, &[])
        };
        for n in 0..40 {
            let from = if n % 2 == 0 { &one } else { &other };
            from.remember(&own, vec![seen(&folder, n)]);
        }
        let bytes = std::fs::read(&file).unwrap();
        for n in 0..40 {
            one.remember(&own, vec![seen(&folder, n)]);
            assert_eq!((about(&one, n), about(&other, n)), (vec![seen(&folder, n)], vec![seen(&folder, n)]));
        }
        assert_eq!(std::fs::read(&file).unwrap(), bytes);
        // Whether the article is still where it was is looked at every time.
        std::fs::write(folder.join("7.txt"), b"").unwrap();
        assert!(about(&one, 7).is_empty() && about(&one, 8).len() == 1);
    }

    #[test]
    fn damage_costs_its_own_line_and_no_other() {
        let (_place, folder, own) = own();
        let file = own.state.join(NAME);
        let about = |n: usize| {
            let digest = seen(&folder, n).digest;
            Seen::default().about(&own, Path::new("/elsewhere/x.txt"), digest, &[]).len()
        };
        Seen::default().remember(&own, vec![seen(&folder, 1), seen(&folder, 2)]);
        let whole = std::fs::read_to_string(&file).unwrap();
        let relative = whole.replace(&format!("{}/", folder.display()), "");
        std::fs::write(&file, format!("\0\u{ff}\n{{}}\n{relative}{}", &whole[..whole.len() - 9])).unwrap();
        assert_eq!((about(1), about(2)), (1, 0));
        Seen::default().remember(&own, vec![seen(&folder, 3)]);
        assert_eq!((about(1), about(2), about(3)), (1, 0, 1));
        std::fs::write(&file, b"").unwrap();
        assert_eq!(about(1), 0);
        std::fs::remove_file(&file).unwrap();
        std::fs::create_dir(&file).unwrap();
        Seen::default().remember(&own, vec![seen(&folder, 3)]);
        assert_eq!(about(3), 0, "what cannot be written is not remembered, and that is all");
    }

    #[test]
    fn a_long_file_is_written_anew_without_the_oldest() {
        let (_place, folder, own) = own();
        let file = own.state.join(NAME);
        let all: String = (0..MOST_LINES).filter_map(|n| Line::of(&seen(&folder, n))).collect();
        append(&file, all.as_bytes()).unwrap();
        let one = Seen::default();
        one.remember(&own, vec![seen(&folder, MOST_LINES)]);
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert_eq!(lines, MOST_WHEREABOUTS);
        let about = |n| one.about(&own, Path::new("/x/x.txt"), seen(&folder, n).digest, &[]).len();
        assert_eq!((about(0), about(MOST_LINES / 2), about(MOST_LINES)), (0, 1, 1));
    }
}
