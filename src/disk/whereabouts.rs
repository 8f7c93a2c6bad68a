//! Where this person's programs have seen layers: lines in files of the person's own state directory, so
//! many that what one article asks for stands in few of them.
//!
//! Each layer is filed under its path, its text, its document and its article's name; two digits of a
//! key's digest name the file. News are added at its end; a file that has grown long is written anew
//! without the oldest. Several programs may add to it at once. A line that cannot be read is passed over,
//! and a line that is lost comes back when its article is opened again.

use super::caches::append;
use super::{Directories, host_error, locks, reading, real, replace};
use crate::document::{Digest, DocumentId};
use crate::host::whereabouts::{Key, MOST_ALIKE, about as about_by};
use crate::host::{HostError, Whereabouts};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

const FOLDER: &str = "layers";
/// More lines than this are not left in one of the files: some 30,000 layers in all.
const MOST_LINES: usize = 512;
/// How many lines stay when it is written anew.
const LINES_LEFT: usize = 384;
/// A longer file is none of ours, or badly damaged.
const MAX_BYTES: usize = 8 << 20;

/// A line of a file.
#[derive(Deserialize, Serialize)]
struct Line {
    layer: PathBuf,
    article: PathBuf,
    document: String,
    digest: String,
}

/// Adds what is new.
pub(super) fn remember(own: &Directories, seen: Vec<Whereabouts>) {
    let mut files: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut news: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for found in seen {
        let found = Whereabouts { layer: real(&found.layer), article: real(&found.article), ..found };
        let Some(line) = Line::of(&found) else { continue };
        for key in found.keys() {
            let place = place(own, &key);
            let text = files.entry(place.clone()).or_insert_with(|| read(&place));
            let is_known = match &key {
                Key::Layer(_) => by_key(text, &key).pop().as_ref() == Some(&found),
                _ => text.lines().any(|known| known == line),
            };
            let of_file = news.entry(place).or_default();
            if !is_known && !of_file.contains(&line) {
                of_file.push(line.clone());
            }
        }
    }
    news.retain(|_, lines| !lines.is_empty());
    if news.is_empty() {
        return;
    }
    let held = locks::hold(own, FOLDER);
    for (place, lines) in news {
        // It costs a mark nothing that this cannot be written.
        drop(add(own, &place, &lines));
    }
    drop(held);
}

/// What may be about an article, as the host promises it.
pub(super) fn about(
    own: &Directories,
    article: &Path,
    digest: Digest,
    documents: &[DocumentId],
) -> Vec<Whereabouts> {
    let article = real(article);
    let mut about = about_by(&article, digest, documents, |key| by_key(&read(&place(own, key)), key));
    about.retain(|seen| seen.article == article || is_gone(&seen.article));
    about
}

/// The file that a key's lines are in.
fn place(own: &Directories, key: &Key) -> PathBuf {
    let digest = match key {
        Key::Layer(path) => Digest::of_bytes(path.as_os_str().as_encoded_bytes()),
        Key::Text(digest) => *digest,
        Key::Document(document) => Digest::of_bytes(document.0.as_bytes()),
        Key::Name(name) => Digest::of_bytes(name.as_encoded_bytes()),
    };
    let digits: String = digest.hex().chars().take(2).collect();
    own.state.join(FOLDER).join(format!("{digits}.jsonl"))
}

fn read(place: &Path) -> String {
    reading::read_text(place, MAX_BYTES).unwrap_or_default()
}

/// What stands under a key, the oldest first.
fn by_key(text: &str, key: &Key) -> Vec<Whereabouts> {
    let json = |words: &std::ffi::OsStr| words.to_str().and_then(|words| serde_json::to_string(words).ok());
    let needle = match key {
        Key::Layer(path) => json(path.as_os_str()),
        // The end of the article's path.
        Key::Name(name) => json(name).map(|name| name.trim_start_matches('"').to_owned()),
        Key::Text(digest) => Some(digest.ni()),
        Key::Document(document) => Some(document.0.to_string()),
    };
    let Some(needle) = needle else { return Vec::new() };
    let finder = memchr::memmem::Finder::new(needle.as_bytes());
    let lines = text.lines().filter(|line| finder.find(line.as_bytes()).is_some());
    lines.filter_map(|line| Line::read(line.as_bytes())).filter(|seen| seen.has(key)).collect()
}

fn add(own: &Directories, place: &Path, lines: &[String]) -> Result<(), HostError> {
    let is_long = place.metadata().is_ok_and(|found| MAX_BYTES as u64 <= found.len());
    // What others added while the lock was waited for is kept.
    let text = if is_long { String::new() } else { read(place) };
    if is_long || MOST_LINES < text.lines().count() + lines.len() {
        let all: Vec<&str> = text.lines().chain(lines.iter().map(String::as_str)).collect();
        return replace::replace_own(place, latest(own, place, &all).as_bytes());
    }
    let start = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    append(place, format!("{start}{}\n", lines.join("\n")).as_bytes()).map_err(|error| host_error(&error))
}

/// The lines that stay: the latest, each once, and of one key no more than are ever looked at.
fn latest(own: &Directories, here: &Path, lines: &[&str]) -> String {
    let (mut counts, mut seen, mut left) = (BTreeMap::<Key, usize>::new(), BTreeSet::new(), Vec::new());
    for &line in lines.iter().rev().filter(|line| seen.insert(**line)) {
        let Some(whereabouts) = Line::read(line.as_bytes()) else { continue };
        let mut is_wanted = false;
        for key in whereabouts.keys().filter(|key| place(own, key) == here) {
            let most = if matches!(key, Key::Layer(_)) { 1 } else { MOST_ALIKE };
            let count = counts.entry(key).or_default();
            *count += 1;
            is_wanted |= *count <= most;
        }
        if is_wanted && left.len() < LINES_LEFT {
            left.push(line);
        }
    }
    left.iter().rev().flat_map(|line| [line, "\n"]).collect()
}

impl Line {
    /// `None` for a path that is no Unicode.
    fn of(seen: &Whereabouts) -> Option<String> {
        let line = Self {
            layer: seen.layer.clone(),
            article: seen.article.clone(),
            document: seen.document.0.to_string(),
            digest: seen.digest.ni(),
        };
        serde_json::to_string(&line).ok()
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

    fn seen_by(own: &Directories, folder: &Path, n: usize) -> Vec<Whereabouts> {
        about(own, Path::new("/elsewhere/x.txt"), seen(folder, n).digest, &[])
    }

    /// All that is written, by file.
    fn written(own: &Directories) -> BTreeMap<PathBuf, String> {
        let files = own.state.join(FOLDER).read_dir().unwrap();
        files.map(|file| file.unwrap().path()).map(|path| (path.clone(), read(&path))).collect()
    }

    #[test]
    fn only_news_are_written_and_the_latest_of_a_layer_holds() {
        let (_place, folder, own) = own();
        let all: Vec<Whereabouts> = (0..40).map(|n| seen(&folder, n)).collect();
        all.iter().for_each(|seen| remember(&own, vec![seen.clone()]));
        let before = written(&own);
        remember(&own, all.clone());
        assert_eq!(written(&own), before);
        assert!(all.iter().enumerate().all(|(n, seen)| seen_by(&own, &folder, n) == [seen.clone()]));
        // Whether the article is still where it was is looked at every time.
        std::fs::write(folder.join("7.txt"), b"").unwrap();
        assert!(seen_by(&own, &folder, 7).is_empty() && seen_by(&own, &folder, 8).len() == 1);
        // Read for another article, it is not found by what it was read for before.
        let edited = Whereabouts { digest: Digest::of("edited"), ..seen(&folder, 8) };
        remember(&own, vec![edited.clone()]);
        assert!(seen_by(&own, &folder, 8).is_empty());
        assert_eq!(about(&own, Path::new("/elsewhere/x.txt"), edited.digest, &[]), [edited]);
        remember(&own, vec![seen(&folder, 8)]);
        assert_eq!(seen_by(&own, &folder, 8), [seen(&folder, 8)]);
    }

    #[test]
    fn damage_costs_its_own_line_and_no_other() {
        let (_place, folder, own) = own();
        remember(&own, vec![seen(&folder, 1)]);
        for (place, text) in written(&own) {
            let relative = text.replace(&format!("{}/", folder.display()), "");
            std::fs::write(&place, format!("\0\u{ff}\n{{}}\n{text}{relative}{}", &text[..text.len() - 9]))
                .unwrap();
        }
        assert_eq!(seen_by(&own, &folder, 1).len(), 1);
        remember(&own, (2..99).map(|n| seen(&folder, n)).collect());
        assert!((1..99).all(|n| seen_by(&own, &folder, n).len() == 1));
        for (place, _) in written(&own) {
            std::fs::remove_file(&place).unwrap();
            std::fs::create_dir(&place).unwrap();
        }
        remember(&own, vec![seen(&folder, 3)]);
        assert!(
            seen_by(&own, &folder, 3).is_empty(),
            "what cannot be written is not remembered, and that is all"
        );
    }

    #[test]
    fn a_long_file_is_written_anew_without_the_oldest() {
        let (_place, folder, own) = own();
        // Of one text, as copies of one article are: they must not drive out all others.
        let copy = |n: usize| Whereabouts { digest: Digest::of("text"), ..seen(&folder, n) };
        let here = place(&own, &Key::Text(Digest::of("text")));
        let other = (0..).map(|n| seen(&folder, n)).find(|seen| place(&own, &Key::Text(seen.digest)) == here);
        let other = other.unwrap();
        let lines: Vec<String> = std::iter::once(&other)
            .chain(&(0..MOST_LINES).map(copy).collect::<Vec<_>>())
            .filter_map(Line::of)
            .collect();
        add(&own, &here, &lines).unwrap();
        let left = read(&here);
        let of_text = by_key(&left, &Key::Text(Digest::of("text")));
        // Those that are filed here under another key, too, may stay for that.
        assert!((MOST_ALIKE..MOST_ALIKE + 40).contains(&of_text.len()), "{}", of_text.len());
        assert_eq!(of_text.last(), Some(&copy(MOST_LINES - 1)));
        assert_eq!(by_key(&left, &Key::Text(other.digest)), [other]);
    }
}
