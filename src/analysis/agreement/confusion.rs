//! What one person took for what: the tags of matched marks against each other.

use super::pairs::Pair;
use crate::layer::TagId;
use std::collections::BTreeMap;

/// The tags of the first person's marks (rows) against those of the second person's (columns): how often each.
/// `None`: nothing was marked there. Marks with several tags count tag by tag: those that both gave are
/// agreed on, and the others of one stand against the others of the other.
pub type Confusion = BTreeMap<(Option<TagId>, Option<TagId>), usize>;

/// Counts the tags of pairs.
pub fn confusion<'a>(pairs: impl IntoIterator<Item = &'a Pair<'a>>) -> Confusion {
    let mut counts = Confusion::new();
    for pair in pairs {
        let tags =
            |mark: Option<&super::marked::Mark>| mark.map(|mark| mark.tags.clone()).unwrap_or_default();
        let (first, second) = (tags(pair.first), tags(pair.second));
        for tag in first.iter().filter(|tag| second.contains(tag)) {
            *counts.entry((Some(tag.clone()), Some(tag.clone()))).or_default() += 1;
        }
        let only = |tags: &[TagId], others: &[TagId]| -> Vec<Option<TagId>> {
            tags.iter().filter(|tag| !others.contains(tag)).cloned().map(Some).collect()
        };
        let (mut rows, mut columns) = (only(&first, &second), only(&second, &first));
        if rows.is_empty() {
            rows.extend((!columns.is_empty()).then_some(None));
        }
        if columns.is_empty() {
            columns.extend((!rows.is_empty()).then_some(None));
        }
        for row in &rows {
            for column in &columns {
                *counts.entry((row.clone(), column.clone())).or_default() += 1;
            }
        }
    }
    counts
}
