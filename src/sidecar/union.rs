//! The versions of one mark: which counts, which are history, and which a person is asked about.
//!
//! A version names those that it replaced. So a copy that was away for a year brings old versions
//! back without anybody being asked, while two edits that did not know of each other are in conflict.

use super::line_bytes::LineBytes;
use crate::document::{Digest, Timestamp};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// One line, read, with the bytes it was read from.
#[derive(Clone, Debug)]
pub(super) struct Version<T> {
    /// What the line says.
    pub(super) content: T,
    /// One more than the highest seen when it was written.
    pub(super) rev: u64,
    /// The names of those that it replaced.
    pub(super) was: Vec<String>,
    /// When it was last changed, made or removed.
    pub(super) at: Timestamp,
    /// The line without its end.
    pub(super) bytes: LineBytes,
    /// Of the bytes, once it is asked for: a mark with one version is never compared with another.
    digest: OnceLock<Digest>,
}

impl<T> Version<T> {
    /// What a line says: `at` is when, `was` what it replaced.
    pub(super) fn new(
        content: T,
        rev: u64,
        was: Vec<String>,
        at: Timestamp,
        bytes: impl Into<LineBytes>,
    ) -> Self {
        Self { content, rev, was, at, bytes: bytes.into(), digest: OnceLock::new() }
    }

    /// Of the bytes.
    pub(super) fn digest(&self) -> Digest {
        *self.digest.get_or_init(|| Digest::of_bytes(&self.bytes))
    }

    /// How later versions name this one.
    pub(super) fn name(&self) -> String {
        self.digest().short_hex()
    }

    /// Whether that it names `other` counts. It does not where it names itself, nor where it names
    /// what is newer: who wrote it guessed, and what is saved next would be history at once.
    fn has_replaced(&self, other: &Self) -> bool {
        other.rev <= self.rev && self.digest() != other.digest()
    }
}

/// What the order of versions asks of their contents.
pub(super) trait Removable {
    /// Whether the line says that the mark is gone: of equals, that one counts.
    fn is_removal(&self) -> bool;
}

/// Versions of one thing, the foremost first; equal bytes are there once.
#[derive(Clone, Debug)]
pub(super) struct Versions<T>(Vec<Version<T>>);

impl<T> Default for Versions<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Removable> Versions<T> {
    /// Adds a version, unless its bytes are there already.
    pub(super) fn insert(&mut self, version: Version<T>) {
        if let Err(place) = self.0.binary_search_by(|other| order(other, &version)) {
            self.0.insert(place, version);
        }
    }

    /// Adds a version that comes into its place with [`Self::sort`]: a stranger's file may have a hundred
    /// thousand of one mark, in the order that takes longest.
    pub(super) fn push(&mut self, version: Version<T>) {
        self.0.push(version);
    }

    /// Brings all that were pushed into their order.
    pub(super) fn sort(&mut self) {
        self.0.sort_by(order);
        self.0.dedup_by(|a, b| a.bytes == b.bytes);
    }

    /// Adds versions, but for those that are there already.
    pub(super) fn extend(&mut self, others: &[Version<T>])
    where
        T: Clone,
    {
        let is_known = |other: &&Version<T>| !self.0.iter().take(2).any(|ours| ours.bytes == other.bytes);
        let news: Vec<Version<T>> = others.iter().filter(is_known).cloned().collect();
        if !news.is_empty() {
            self.0.extend(news);
            self.sort();
        }
    }

    /// All of them, history too.
    pub(super) fn all(&self) -> &[Version<T>] {
        &self.0
    }

    /// What they say, to be told better than their lines tell it.
    pub(super) fn contents_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|version| &mut version.content)
    }

    /// Those that no other has replaced, the one that counts first. Never empty if there are any: had
    /// all of them been replaced (which takes a forger), the foremost would still count.
    pub(super) fn present(&self) -> Vec<&Version<T>> {
        if let [only] = self.0.as_slice() {
            return vec![only];
        }
        let mut namers: BTreeMap<&str, Vec<&Version<T>>> = BTreeMap::new();
        for version in &self.0 {
            for name in &version.was {
                namers.entry(name).or_default().push(version);
            }
        }
        let is_history = |version: &&Version<T>| {
            let by = namers.get(version.name().as_str());
            by.is_some_and(|by| by.iter().any(|by| by.has_replaced(version)))
        };
        let present: Vec<&Version<T>> = self.0.iter().filter(|version| !is_history(version)).collect();
        if present.is_empty() { self.0.first().into_iter().collect() } else { present }
    }

    /// The one that counts.
    pub(super) fn winner(&self) -> Option<&Version<T>> {
        match self.0.as_slice() {
            [only] => Some(only),
            _ => self.present().first().copied(),
        }
    }

    /// The highest revision seen.
    pub(super) fn highest(&self) -> u64 {
        self.0.iter().map(|version| version.rev).max().unwrap_or(0)
    }

    /// The names of `replaced` and of what those named.
    pub(super) fn names<'a>(replaced: impl IntoIterator<Item = &'a Version<T>>) -> Vec<String>
    where
        T: 'a,
    {
        let mut seen = BTreeSet::new();
        let mut names = Vec::new();
        for version in replaced {
            for name in std::iter::once(version.name()).chain(version.was.iter().cloned()) {
                if seen.insert(name.clone()) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// Whether `version` is here, or a version here replaced it.
    pub(super) fn knows(&self, version: &Version<T>) -> bool {
        let name = version.name();
        let replaced = |ours: &Version<T>| ours.was.contains(&name) && ours.has_replaced(version);
        self.0.iter().any(|ours| ours.bytes == version.bytes || replaced(ours))
    }

    /// Forgets what was replaced.
    pub(super) fn drop_history(&mut self) {
        if 1 < self.0.len() {
            let present: BTreeSet<Digest> = self.present().iter().map(|version| version.digest()).collect();
            self.0.retain(|version| present.contains(&version.digest()));
        }
    }
}

/// Foremost first, and the same on every machine: revision, removal, time, digest.
fn order<T: Removable>(a: &Version<T>, b: &Version<T>) -> Ordering {
    let rank = |version: &Version<T>| (version.rev, version.content.is_removal(), version.at);
    rank(b).cmp(&rank(a)).then_with(|| b.digest().cmp(&a.digest()))
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Removable for bool {
        fn is_removal(&self) -> bool {
            *self
        }
    }

    fn version(rev: u64, content: bool, at: i64, bytes: &str, was: &[&Version<bool>]) -> Version<bool> {
        let was = Versions::names(was.iter().copied());
        Version::new(content, rev, was, Timestamp::from_seconds(at), bytes.as_bytes())
    }

    fn present(versions: &[&Version<bool>]) -> String {
        let mut all = Versions::default();
        for &version in versions {
            all.insert(version.clone());
        }
        all.present()
            .iter()
            .map(|version| String::from_utf8_lossy(&version.bytes))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_version_that_another_names_is_history() {
        let a1 = version(1, false, 0, "a1", &[]);
        let a2 = version(2, false, 0, "a2", &[&a1]);
        let a3 = version(3, false, 0, "a3", &[&a2]);
        assert_eq!(present(&[&a1, &a2]), "a2");
        assert_eq!(present(&[&a3, &a1]), "a3");
    }

    #[test]
    fn two_edits_that_did_not_know_of_each_other_are_rivals() {
        let a1 = version(1, false, 0, "a1", &[]);
        let ours = version(2, false, 5, "ours", &[&a1]);
        let theirs = version(2, false, 4, "theirs", &[&a1]);
        assert_eq!(present(&[&a1, &theirs, &ours]), "ours theirs");
        let settled = version(3, false, 0, "settled", &[&ours, &theirs]);
        assert_eq!(present(&[&ours, &settled, &a1, &theirs]), "settled");
    }

    #[test]
    fn a_removal_beats_what_is_not_newer_than_it() {
        let a1 = version(1, false, 0, "a1", &[]);
        let gone = version(2, true, 0, "gone", &[&a1]);
        let edit = version(2, false, 9, "edit", &[&a1]);
        let later = version(3, false, 0, "later", &[&gone]);
        assert_eq!(present(&[&edit, &gone]), "gone edit");
        assert_eq!(present(&[&later, &gone]), "later");
    }

    #[test]
    fn nobody_replaces_what_comes_after_them() {
        let next = version(3, false, 0, "next", &[]);
        let forged = version(2, false, 0, "forged", &[&next]);
        assert_eq!(present(&[&forged, &next]), "next forged");
        let mut all = Versions::default();
        all.insert(forged);
        assert!(!all.knows(&next));
    }
}
