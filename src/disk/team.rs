//! Texts that a folder keeps for a team: what marks were made on, in `.postil/texts/`, where the
//! folder's `postil.toml` says so. With them everybody finds marks again in an article that changed.

use super::{MAX_FOLDERS_UP, MAX_OWN_BYTES, MAX_TEXT_BYTES, host_error, reading, replace};
use crate::document::Digest;
use crate::session::HostError;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The settings of a folder and of those in it.
const SETTINGS: &str = "postil.toml";

/// What `postil.toml` says.
#[derive(Debug, Default, Deserialize)]
struct Settings {
    #[serde(default)]
    texts: Texts,
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
    let Some((folder, Settings { texts: Texts::Shared })) = settings_for(document) else { return Ok(()) };
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
/// say nothing.
fn settings_for(document: &Path) -> Option<(PathBuf, Settings)> {
    let document = std::path::absolute(document).unwrap_or_else(|_| document.to_owned());
    document.ancestors().skip(1).take(MAX_FOLDERS_UP).find_map(|folder| {
        let text = reading::read_text(&folder.join(SETTINGS), MAX_OWN_BYTES)?;
        Some((folder.to_owned(), toml::from_str(&text).unwrap_or_default()))
    })
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
