//! Texts that a folder keeps for a team: what marks were made on, in `.postil/texts/`, where the
//! folder's `postil.toml` says so. With them everybody finds marks again in an article that changed.

use super::{MAX_FOLDERS_UP, MAX_OWN_BYTES, MAX_TEXT_BYTES, folder_of, host_error, reading, replace};
use crate::document::Digest;
use crate::host::{HostError, SettingsFault, SettingsFaultKind};
use crate::sidecar::codebook::{line_at, place_and_reason};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use toml::de::DeTable;

/// The settings of a folder and of those in it.
const SETTINGS: &str = "postil.toml";

/// What it may say.
const KEYS: [&str; 3] = ["texts", "blind", "figures"];
/// How many keys that say nothing are named.
const MOST_NAMED: usize = 8;
/// How much of such a key is shown, in characters.
const MOST_SHOWN: usize = 60;

/// What `postil.toml` says.
#[derive(Debug, Default, Deserialize)]
struct Settings {
    #[serde(default)]
    texts: Texts,
    /// Whether others' marks stay hidden until one's own are handed in: another reader's affair, and named here so
    /// that a wrong value is told.
    #[serde(default, rename = "blind")]
    _blind: bool,
}

/// Where texts are kept.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Texts {
    /// With each person alone.
    #[default]
    Own,
    /// In the folder, for all.
    Shared,
}

/// A text that the folder of `document` or one above it keeps. It is what it says, or it is not taken.
pub(super) fn kept_text(document: &Path, digest: Digest) -> Option<String> {
    let (folder, _) = settings_for(document)?;
    let text = reading::read_text(&text_path(&folder, digest), MAX_TEXT_BYTES)?;
    (Digest::of(&text) == digest).then_some(text)
}

/// Keeps a text for the team, where the folder wants that.
pub(super) fn keep_text(document: &Path, digest: Digest, text: &str) -> Result<(), HostError> {
    let Some((folder, Settings { texts: Texts::Shared, .. })) = settings_for(document) else { return Ok(()) };
    let path = text_path(&folder, digest);
    if path.metadata().is_ok_and(|found| found.is_file() && found.len() == text.len() as u64) {
        return Ok(());
    }
    for inner in [folder.join(".postil"), folder.join(".postil").join("texts")] {
        // A link would lead the text out of the folder.
        match inner.symlink_metadata() {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(HostError::Outside),
            Err(_) => std::fs::create_dir(&inner).map_err(|error| host_error(&error))?,
        }
    }
    replace::replace(&path, text.as_bytes(), replace::Sharing::AsFolder)
}

fn text_path(folder: &Path, digest: Digest) -> PathBuf {
    folder.join(".postil").join("texts").join(format!("{}.txt", digest.hex()))
}

/// The settings that hold for a document, and the folder that they stand in. Those that cannot be read
/// say nothing: texts stay with each person.
fn settings_for(document: &Path) -> Option<(PathBuf, Settings)> {
    let (path, read) = read_settings(document)?;
    let settings = read.ok().and_then(|text| toml::from_str(&text).ok());
    Some((folder_of(&path).to_owned(), settings.unwrap_or_default()))
}

/// The nearest settings above a document, as they stand there.
pub(super) fn read_settings(document: &Path) -> Option<(PathBuf, Result<String, HostError>)> {
    let document = std::path::absolute(document).unwrap_or_else(|_| document.to_owned());
    document.ancestors().skip(1).take(MAX_FOLDERS_UP).find_map(|folder| {
        let path = folder.join(SETTINGS);
        match reading::read_whole_text(&path, MAX_OWN_BYTES) {
            Err(HostError::NotFound) => None,
            read => Some((path, read)),
        }
    })
}

/// What is wrong with the settings that hold for a document.
pub(super) fn faults(document: &Path) -> Vec<SettingsFault> {
    let Some((path, read)) = read_settings(document) else { return Vec::new() };
    let what = match read {
        Err(error) => vec![SettingsFaultKind::Host(error)],
        Ok(text) => match toml::from_str::<Settings>(&text) {
            Err(error) => vec![SettingsFaultKind::Form(place_and_reason(&text, &error))],
            Ok(_) => unknown_keys(&text),
        },
    };
    what.into_iter().map(|what| SettingsFault { path: path.clone(), what }).collect()
}

fn unknown_keys(text: &str) -> Vec<SettingsFaultKind> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let mut unknown: Vec<(usize, String)> = table
        .get_ref()
        .keys()
        .filter(|key| !KEYS.contains(&key.get_ref().as_ref()))
        .map(|key| (line_at(text, key.span().start), key.get_ref().chars().take(MOST_SHOWN).collect()))
        .collect();
    unknown.sort();
    let n_more = unknown.len().saturating_sub(MOST_NAMED);
    let named = unknown.into_iter().take(MOST_NAMED);
    let told = named.map(|(line, key)| SettingsFaultKind::UnknownKey { line, key, known: &KEYS });
    told.chain((0 < n_more).then_some(SettingsFaultKind::MoreKeys(n_more))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_in_the_folder_only_where_it_says_so() {
        let place = tempfile::tempdir().unwrap();
        let inner = place.path().join("articles");
        std::fs::create_dir(&inner).unwrap();
        let (document, digest) = (inner.join("a.txt"), Digest::of("text"));
        keep_text(&document, digest, "text").unwrap();
        assert!(!place.path().join(".postil").exists() && !inner.join(".postil").exists());
        for (settings, is_kept) in
            [("texts = 7", false), ("texts = \"own\"", false), ("texts = \"shared\"", true)]
        {
            std::fs::write(place.path().join(SETTINGS), settings).unwrap();
            keep_text(&document, digest, "text").unwrap();
            assert_eq!(kept_text(&document, digest).is_some(), is_kept, "{settings}");
        }
        let path = text_path(place.path(), digest);
        assert_eq!(std::fs::read(&path).unwrap(), b"text");
        std::fs::write(&path, b"test").unwrap();
        assert_eq!(kept_text(&document, digest), None, "another text than it says");
    }

    #[test]
    fn settings_that_cannot_be_used_are_told() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join(SETTINGS);
        let told = |settings: &[u8]| {
            std::fs::write(&path, settings).unwrap();
            let faults = faults(&place.path().join("a.txt"));
            let faults: Vec<String> = faults.iter().map(SettingsFault::to_string).collect();
            faults.join("\n").replace(&path.display().to_string(), SETTINGS)
        };
        assert_eq!(told(b"texts = \"shared\"\n"), "");
        assert_eq!(
            told(b"# ours\ntexts = \"sharde\"\n"),
            "the settings `postil.toml` cannot be used: line 2: unknown variant `sharde`, expected `own` or `shared`; \
             until then texts are kept with each person alone"
        );
        assert!(told(b"texts = ").contains("cannot be used: line 1: "));
        assert_eq!(
            told(b"\ntext = \"shared\"\n[more]\nx = 1\n"),
            "`postil.toml`: line 2: the key `text` is not known and says nothing; known is `texts`, `blind`, `figures`\n\
             `postil.toml`: line 3: the key `more` is not known and says nothing; known is `texts`, `blind`, `figures`"
        );
        let many: String = (0..20).map(|n| format!("key{n} = 1\n")).collect();
        assert!(told(many.as_bytes()).ends_with("… and 12 more keys that are not known"));
        assert!(told(&vec![b'#'; MAX_OWN_BYTES + 1]).contains("cannot be used: it has more than 4 MiB"));
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        let faults = faults(&place.path().join("a.txt"));
        assert!(faults[0].to_string().contains("cannot be used: it is a folder"), "{faults:?}");
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_a_text_out_of_the_folder() {
        let (place, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(place.path().join(SETTINGS), "texts = \"shared\"").unwrap();
        std::os::unix::fs::symlink(other.path(), place.path().join(".postil")).unwrap();
        let kept = keep_text(&place.path().join("a.txt"), Digest::of("text"), "text");
        assert_eq!(kept, Err(HostError::Outside));
        assert_eq!(other.path().read_dir().unwrap().count(), 0);
    }
}
