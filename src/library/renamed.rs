//! Layers of an article that has another name now: found by its text, also where that was edited.

use super::found::is_there;
use crate::document::{Digest, Document};
use crate::host::{Host, Storage};
use crate::sidecar::Header;
use std::collections::BTreeSet;
use std::path::Path;

/// How many words in a row are compared.
const ROW: usize = 4;
/// The share of the old text's rows of words that the new one must have, in percent. Two articles about
/// one event share a few sentences of an agency; an edited article keeps most of its own.
const SHARE: usize = 60;
/// More words than these say nothing new.
const MOST_WORDS: usize = 20_000;

/// Whether a layer whose header names another file is about this document all the same: that file is gone
/// from the folder, and the text is the same, or an edited form of the text that was kept.
pub(super) fn is_of_renamed(header: &Header, path: &Path, document: &Document, host: &dyn Host) -> bool {
    if is_there(&header.file, path, host) {
        return false;
    }
    let Some(digest) = header.digest else { return false };
    if digest == document.digest() {
        return true;
    }
    was_edited_from(digest, path, document, host)
}

/// Whether a text that was kept is an earlier form of a document's.
pub(crate) fn was_edited_from(digest: Digest, path: &Path, document: &Document, host: &dyn Storage) -> bool {
    host.kept_text_for(path, digest).is_some_and(|before| is_edited_form(&before, document.text()))
}

/// Whether a text was edited from another one, rather than written anew.
pub(super) fn is_edited_form(before: &str, now: &str) -> bool {
    let (before, now) = (rows(before), rows(now));
    let n_common = before.intersection(&now).count();
    !before.is_empty() && before.len() * SHARE <= n_common * 100
}

/// Every row of words, without regard to case.
fn rows(text: &str) -> BTreeSet<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(str::to_lowercase)
        .collect();
    words.windows(ROW.min(words.len()).max(1)).map(|row| row.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edited_text_is_told_from_another_one_on_the_same_event() {
        let before = "Eight people died in the raid on Monday, a hospital said. The army denied that it had \
                      been there. A second report spoke of houses burnt and of a market that was hit twice.";
        let edited = "Nine people died in the raid on Monday, a hospital said. The army denied that it had \
                      been there. A second report spoke of houses burnt and of a market that was hit.";
        let other = "A hospital said that many people died. The army denied that it had been there. Nobody \
                     else was heard on the matter, and the road to the lower town stayed closed for a week.";
        assert!(is_edited_form(before, before) && is_edited_form(before, edited));
        assert!(!is_edited_form(before, other) && !is_edited_form(before, "") && !is_edited_form("", before));
        assert!(is_edited_form("Two words", "two words!"));
    }
}
