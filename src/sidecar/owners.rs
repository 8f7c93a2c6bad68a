//! Which of many documents a layer may be about, by its name.

use super::names::{composed, may_belong_to, short_digest};
use std::borrow::Cow;
use std::collections::HashMap;

/// How long the digest is that a name too long is cut for.
const DIGITS: usize = 8;
/// A shorter name, in bytes, was never cut, however a file system composes its letters.
const SHORTEST_CUT: usize = 60;

/// The names of a folder's documents, each with its number, to be asked about the names of layers.
///
/// It answers as [`may_belong_to`] does of every document, without asking about every document: a folder
/// of ten thousand articles and as many layers would be asked a hundred million times.
#[derive(Debug, Default)]
pub struct Owners<'a> {
    by_name: HashMap<Cow<'a, str>, (&'a str, usize)>,
    by_digest: HashMap<String, Vec<(&'a str, usize)>>,
}

impl<'a> Owners<'a> {
    /// Of documents that are numbered as they come.
    pub fn of(documents: impl IntoIterator<Item = &'a str>) -> Self {
        let documents = documents.into_iter();
        let by_name = HashMap::with_capacity(documents.size_hint().0);
        let mut owners = Self { by_name, by_digest: HashMap::new() };
        for (nth, name) in documents.enumerate() {
            let composed = composed(name);
            if SHORTEST_CUT <= composed.len() {
                owners.by_digest.entry(short_digest(name)).or_default().push((name, nth));
            }
            owners.by_name.insert(composed, (name, nth));
        }
        owners
    }

    /// The number of the document with the longest name that speaks for the layer being about it.
    ///
    /// ```
    /// use postil::sidecar::Owners;
    /// let owners = Owners::of(["a.txt", "a.txt.bak.txt"]);
    /// assert_eq!(owners.owner("a.txt.ana-1a7e.postil.jsonl"), Some(0));
    /// assert_eq!(owners.owner("Copy of a.txt.bak.txt.ana-1a7e.postil.jsonl"), Some(1));
    /// assert_eq!(owners.owner("b.txt.ana-1a7e.postil.jsonl"), None);
    /// ```
    pub fn owner(&self, layer_name: &str) -> Option<usize> {
        let layer = composed(layer_name);
        let starts = [0].into_iter().chain(layer.match_indices(' ').map(|(at, _)| at.saturating_add(1)));
        let beginnings = starts
            .filter_map(|start| layer.get(start..))
            .flat_map(|rest| rest.match_indices('.').filter_map(move |(end, _)| rest.get(..end)));
        let in_full = beginnings.filter_map(|name| self.by_name.get(name));
        let digests = layer.match_indices('-').filter_map(|(at, _)| {
            let rest = layer.get(at.saturating_add(1)..)?;
            rest.get(..DIGITS).filter(|_| rest.get(DIGITS..).is_some_and(|rest| rest.starts_with('.')))
        });
        let cut = digests.filter_map(|digest| self.by_digest.get(digest)).flatten();
        let cut = cut.filter(|(name, _)| may_belong_to(layer_name, name));
        let longest = in_full.chain(cut).max_by_key(|(name, nth)| (name.len(), std::cmp::Reverse(*nth)));
        longest.map(|&(_, nth)| nth)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::{Annotator, AnnotatorId};
    use crate::sidecar::layer_file_name;
    use proptest::prelude::*;
    use uuid::Uuid;

    proptest! {
        #[test]
        fn asking_all_at_once_is_asking_each(
            documents in prop::collection::btree_set("[ab é.]{1,5}", 1..8),
            long in prop::collection::btree_set("[aб]{230,250}", 0..3),
            before in "(Copy of |x|)",
            after in "[ab. -]{0,4}",
            nth in any::<prop::sample::Index>(),
        ) {
            let documents: Vec<String> = documents.into_iter().chain(long).collect();
            let ana = Annotator { id: AnnotatorId(Uuid::from_u128(7 << 96)), name: "Ana".to_owned() };
            let document: &String = nth.get(&documents);
            let layer = format!("{before}{}{after}", layer_file_name(document, &ana));
            let owners = Owners::of(documents.iter().map(String::as_str));
            let length = |nth: usize| documents[nth].len();
            let each = (0..documents.len()).filter(|&nth| may_belong_to(&layer, &documents[nth]));
            prop_assert_eq!(owners.owner(&layer).map(length), each.map(length).max());
        }
    }
}
