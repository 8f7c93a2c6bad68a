//! Passages that are easily taken for another tag, in the language that is spoken: data in
//! `assets/near_misses`.

use super::SPOKEN;
use crate::layer::{Codebook, TagId};
use serde::Deserialize;

/// A passage that is easily taken for another tag.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(in crate::gui) struct NearMiss {
    /// What it is, by slug.
    pub tag: String,
    /// What it is easily taken for.
    pub near: String,
    /// The passage.
    pub words: String,
    /// What decides, as the end of a sentence.
    pub why: String,
}

#[derive(Deserialize)]
struct Wire {
    passage: Vec<NearMiss>,
}

/// The passages of a file.
pub(super) fn read(toml: &str) -> Vec<NearMiss> {
    let read = toml::from_str::<Wire>(toml);
    // The tests find what cannot be read before anybody sees it.
    read.map(|wire| wire.passage).unwrap_or_default()
}

/// The passages that are `tag` and easily taken for another one of the codebook, and those the other way
/// round: the former first.
pub(in crate::gui) fn near_misses(codebook: &Codebook, tag: &TagId) -> Vec<NearMiss> {
    let is_there = |slug: &str| codebook.tags.iter().any(|tag| tag.id.as_str() == slug);
    SPOKEN.with_borrow(|spoken| {
        let known = spoken.near.iter().filter(|one| is_there(&one.tag) && is_there(&one.near));
        let (of, beside): (Vec<_>, Vec<_>) = known
            .filter(|one| one.tag == tag.as_str() || one.near == tag.as_str())
            .partition(|one| one.tag == tag.as_str());
        of.into_iter().chain(beside).cloned().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::words::language::KNOWN;
    use crate::sidecar::builtin;

    #[test]
    fn every_tag_has_passages_near_to_each_other_one_and_the_english_ones_stand_in_the_sample() {
        let sample = include_str!("../../../sample_docs/lesson/hestvang-stand.md");
        let codebook = builtin();
        for known in KNOWN {
            let passages = read(known.near_misses);
            let pairs = passages.iter().map(|one| (one.tag.clone(), one.near.clone()));
            let pairs: std::collections::BTreeSet<_> = pairs.collect();
            assert_eq!(pairs.len() + 1, passages.len(), "{}", known.tag);
            assert!(passages.iter().all(|one| one.tag != one.near && !one.why.ends_with('.')));
            if known.tag == "en" {
                assert!(passages.iter().all(|one| sample.contains(&one.words)), "{passages:?}");
            }
        }
        let claims = near_misses(&codebook, &TagId::new("claim"));
        assert_eq!(claims.iter().filter(|one| one.tag == "claim").count(), 3);
        assert!(near_misses(&codebook, &TagId::new("rumour")).is_empty());
    }
}
