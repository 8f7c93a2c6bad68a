//! The names of sources in the marks of a folder.

use super::Library;
use std::collections::HashMap;

impl Library {
    /// Every name that a mark of the folder has among its sources, the most used first.
    pub fn sources(&self) -> Vec<String> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for source in self.rows().flat_map(|(_, row)| row.sources.iter()) {
            *counts.entry(&source.name).or_default() += 1;
        }
        let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
        names.sort_by(|(a, n_a), (b, n_b)| n_b.cmp(n_a).then_with(|| a.cmp(b)));
        names.into_iter().map(|(name, _)| name.to_owned()).collect()
    }
}
