//! Tags that look alike and are two: equal are only tags with one slug, and nobody sees that.

use crate::layer::{Codebook, TagId};
use crate::text::alike::{difference, looks};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How many pairs are told; a file of nonsense has one for each mark.
const MOST_TOLD: usize = 8;
/// How much of a stranger's tag is shown, in characters.
const MOST_SHOWN: usize = 60;

/// What is told of tags that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookAlike {
    /// Two tags, each with the name that looks like the other's.
    Pair([(String, String); 2]),
    /// So many pairs more.
    More(usize),
}

impl fmt::Display for LookAlike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [(first, called), (second, name)] = match self {
            Self::More(n_more) => return write!(f, "… and {n_more} more tags that look alike"),
            Self::Pair(pair) => pair,
        };
        write!(f, "the tags `{}` and `{}` ", short(first), short(second))?;
        match difference(called, name) {
            None => write!(f, "are both called “{}”", short(name)),
            Some(place) if (called, name) == (first, second) => write!(f, "look alike and are two: {place}"),
            Some(place) => {
                let (called, name) = (short(called), short(name));
                write!(f, "are called “{called}” and “{name}”, which look alike: {place}")
            }
        }
    }
}

/// Tags of the codebook that look like each other.
pub(super) fn in_codebook(codebook: &Codebook) -> Vec<LookAlike> {
    Tags::of(codebook).told
}

/// Tags that the codebook lacks and that look like one of its own, or like each other.
pub fn look_alikes<'a>(codebook: &'a Codebook, used: impl IntoIterator<Item = &'a TagId>) -> Vec<LookAlike> {
    let strange: BTreeSet<&TagId> = used.into_iter().filter(|tag| codebook.tag(tag).is_none()).collect();
    if strange.is_empty() {
        return Vec::new();
    }
    let mut tags = Tags::of(codebook);
    tags.told.clear();
    strange.into_iter().for_each(|tag| tags.add(tag.as_str(), tag.as_str()));
    let n_more = tags.told.len().saturating_sub(MOST_TOLD);
    tags.told.truncate(MOST_TOLD);
    if 0 < n_more {
        tags.told.push(LookAlike::More(n_more));
    }
    tags.told
}

/// The first tag of each look, with the name that has it.
#[derive(Default)]
struct Tags<'a> {
    by_look: BTreeMap<(usize, String), (&'a str, &'a str)>,
    pairs: BTreeSet<(&'a str, &'a str)>,
    told: Vec<LookAlike>,
}

impl<'a> Tags<'a> {
    fn of(codebook: &'a Codebook) -> Self {
        let mut tags = Self::default();
        for tag in &codebook.tags {
            tags.add(tag.id.as_str(), tag.id.as_str());
            tags.add(tag.id.as_str(), &tag.label);
        }
        tags
    }

    fn add(&mut self, slug: &'a str, name: &'a str) {
        for look in looks(name).into_iter().enumerate() {
            let &mut (first, called) = self.by_look.entry(look).or_insert((slug, name));
            if first != slug && self.pairs.insert((first, slug)) {
                let pair = [(first, called), (slug, name)];
                self.told.push(LookAlike::Pair(pair.map(|(slug, name)| (slug.to_owned(), name.to_owned()))));
            }
        }
    }
}

fn short(name: &str) -> String {
    match name.char_indices().nth(MOST_SHOWN) {
        Some(_) => name.chars().take(MOST_SHOWN).chain(['…']).collect(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sidecar::{builtin, read_codebook};

    #[test]
    fn tags_of_a_codebook_that_look_alike_are_told() {
        let tag = |slug: &str, label: &str| format!("[[tag]]\nslug = \"{slug}\"\nlabel = \"{label}\"\n");
        let tags = [("claim", "Claim"), ("cIaim", "Other"), ("rumour", "\u{421}laim"), ("hearsay", "Other")];
        let toml: String = tags.iter().map(|(slug, label)| tag(slug, label)).collect();
        assert_eq!(
            read_codebook(&format!("name = \"x\"\n{toml}")).expect("a codebook").told(),
            [
                "the tags `claim` and `cIaim` look alike and are two: character 2 is U+006C in the first, U+0049 in the second",
                "the tags `claim` and `rumour` are called “claim” and “\u{421}laim”, which look alike: \
                 character 1 is U+0063 in the first, U+0421 in the second",
                "the tags `cIaim` and `hearsay` are both called “Other”",
            ]
        );
    }

    #[test]
    fn tags_that_the_codebook_lacks_are_told_if_they_look_like_one_of_its_own() {
        let used = ["claim", "cl\u{430}im", "graphic", "opinion\u{200b}"].map(TagId::new);
        assert_eq!(
            look_alikes(&builtin(), &used).iter().map(LookAlike::to_string).collect::<Vec<_>>(),
            [
                "the tags `claim` and `cl\u{430}im` look alike and are two: character 3 is U+0061 in the first, U+0430 in the second",
                "the tags `opinion` and `opinion\u{200b}` look alike and are two: character 8 is U+200B in the second, \
                 and the first ends before it",
            ]
        );
        let many: Vec<TagId> =
            (0..20).map(|n| TagId::new(format!("claim{}", "\u{200b}".repeat(n)))).collect();
        assert_eq!(
            look_alikes(&builtin(), &many).last().expect("a line").to_string(),
            "… and 11 more tags that look alike"
        );
    }
}
