//! The lists of an ODT file, counted as their styles say.

use super::odt_styles::{Level, Styles};
use super::office_numbers::Digits;
use crate::document::Marker;
use std::collections::BTreeMap;

/// How many levels are counted.
const N_LEVELS: usize = 10;

/// The lists that are open, and how far each has come.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<List>,
    /// The last numbers of each list style, for lists that go on.
    last: BTreeMap<String, [u64; N_LEVELS]>,
    /// The last numbers of lists by their ids.
    by_id: BTreeMap<String, [u64; N_LEVELS]>,
    /// The numbers of headings.
    headings: [u64; N_LEVELS],
}

#[derive(Debug)]
struct List {
    style: String,
    id: Option<String>,
    counts: [u64; N_LEVELS],
    /// The number that the next item has by itself.
    value: Option<u64>,
    /// Whether the next paragraph is the first of an item.
    awaits: bool,
}

/// A number before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    pub(super) marker: Option<Marker>,
    pub(super) label: Option<String>,
}

impl Lists {
    /// A list begins: of this style, or of that around it; with this id; going on with another, or with the
    /// last of its style.
    pub(super) fn open(
        &mut self,
        style: Option<String>,
        id: Option<String>,
        goes_on: Option<&str>,
        is_continued: bool,
    ) {
        let around = self.open.last();
        let style = style.or_else(|| around.map(|list| list.style.clone())).unwrap_or_default();
        let counts = match (around, goes_on.and_then(|id| self.by_id.get(id))) {
            (Some(list), _) => list.counts,
            (None, Some(counts)) => *counts,
            (None, None) if is_continued => self.last.get(&style).copied().unwrap_or_default(),
            (None, None) => [0; N_LEVELS],
        };
        let mut list = List { style, id, counts, value: None, awaits: false };
        if around.is_some()
            && let Some(count) = list.counts.get_mut(self.open.len())
        {
            *count = 0;
        }
        self.open.push(list);
    }

    pub(super) fn close(&mut self) {
        let Some(list) = self.open.pop() else { return };
        if self.open.is_empty() {
            self.by_id.extend(list.id.map(|id| (id, list.counts)));
            self.last.insert(list.style, list.counts);
        }
    }

    /// An item begins, with a number of its own or the next.
    pub(super) fn item(&mut self, value: Option<u64>) {
        if let Some(list) = self.open.last_mut() {
            list.awaits = true;
            list.value = value;
        }
    }

    /// A heading within a list, without a sign.
    pub(super) fn header(&mut self) {
        if let Some(list) = self.open.last_mut() {
            list.awaits = false;
        }
    }

    /// How many lists are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The number of a paragraph, if it is the first of an item; `own` is the list that its style is for,
    /// where the list names none.
    pub(super) fn count(&mut self, own: Option<&str>, styles: &Styles) -> Option<Numbered> {
        let index = self.open.len().checked_sub(1)?;
        let list = self.open.last_mut().filter(|list| list.awaits)?;
        list.awaits = false;
        if let Some(own) = own.filter(|_| list.style.is_empty()) {
            list.style = own.to_owned();
        }
        let level = styles.level(&list.style, index.min(N_LEVELS - 1));
        let start = list.value.take().or_else(|| {
            let first = level.map_or(1, |level| level.start);
            (list.counts.get(index) == Some(&0)).then_some(first)
        });
        let count = list.counts.get_mut(index)?;
        *count = start.unwrap_or_else(|| count.saturating_add(1));
        let Some(level) = level else {
            return Some(Numbered { marker: Some(Marker::Bullet), label: None });
        };
        let (style, counts) = (list.style.clone(), list.counts);
        Some(numbered(level, index, &counts, |index| styles.level(&style, index)))
    }

    /// The number of a heading of a level, from 0, where headings are numbered.
    pub(super) fn count_heading(&mut self, index: usize, styles: &Styles) -> Option<String> {
        let level = styles.level("", index)?;
        let count = self.headings.get_mut(index)?;
        *count = if *count == 0 { level.start } else { count.saturating_add(1) };
        self.headings.iter_mut().skip(index + 1).for_each(|count| *count = 0);
        let numbered = numbered(level, index, &self.headings, |index| styles.level("", index));
        match numbered.marker? {
            Marker::Number(n) => Some(numbered.label.unwrap_or_else(|| n.to_string())),
            _ => None,
        }
    }
}

fn numbered<'a>(
    level: &Level,
    index: usize,
    counts: &[u64; N_LEVELS],
    level_at: impl Fn(usize) -> Option<&'a Level>,
) -> Numbered {
    let n = counts.get(index).copied().unwrap_or(1);
    match level.digits {
        Digits::Bullet => return Numbered { marker: Some(Marker::Bullet), label: None },
        Digits::None => return Numbered { marker: None, label: None },
        _ => {}
    }
    let first = (index + 1).saturating_sub(level.n_shown);
    let shown = (first..=index).map(|at| {
        let digits = level_at(at).map_or(Digits::Decimal, |level| level.digits);
        digits.write(counts.get(at).copied().unwrap_or(1).max(1))
    });
    let shown: Vec<String> = shown.filter(|number| !number.is_empty()).collect();
    let text = format!("{}{}{}", level.prefix, shown.join("."), level.suffix).trim().to_owned();
    let is_plain = text.trim_end_matches(['.', ')']) == n.to_string();
    Numbered { marker: Some(Marker::Number(n)), label: (!is_plain).then_some(text) }
}
