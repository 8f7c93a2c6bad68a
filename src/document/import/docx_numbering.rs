//! The numbers of a DOCX file's lists and headings, counted as Word counts them.

use super::docx_styles::Styles;
use super::office_numbers::Digits;
use super::xml::{Ns, Step, Tag, Xml};
use crate::document::Marker;
use std::collections::BTreeMap;

/// The levels of a list.
const N_LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    digits: Digits,
    /// What stands before a paragraph, with `%1` for the number of the first level.
    pattern: String,
    start: u64,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
    /// Whether the numbers of the levels around are written in our digits.
    is_legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { digits: Digits::Decimal, pattern: String::new(), start: 1, style: None, is_legal: false }
    }
}

type Levels = BTreeMap<usize, Level>;

/// A pattern of lists.
#[derive(Clone, Debug, Default)]
struct Pattern {
    levels: Levels,
    /// The style of lists that has the levels instead.
    style: Option<String>,
}

/// A list.
#[derive(Clone, Debug, Default)]
struct List {
    pattern: i64,
    /// Where a level begins anew in this list.
    starts: BTreeMap<usize, u64>,
    /// Levels that are other than the pattern's.
    levels: Levels,
}

/// The number before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    /// `None` where the level has neither a number nor a sign.
    pub(super) marker: Option<Marker>,
    /// How the file writes it, where a marker cannot say it.
    pub(super) label: Option<String>,
    /// The level, from 0.
    pub(super) level: usize,
}

/// The lists of a file, and how far each has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    patterns: BTreeMap<i64, Pattern>,
    lists: BTreeMap<i64, List>,
    /// The last number of each level, by pattern.
    counts: BTreeMap<i64, [Option<u64>; N_LEVELS]>,
    /// The lists whose own starts were taken.
    begun: BTreeMap<i64, ()>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(text: &str) -> Self {
        let mut numbering = Self::default();
        let (mut xml, mut place) = (Xml::new(text), Place::default());
        loop {
            match xml.step() {
                Step::Open(tag) if tag.ns == Ns::Word => numbering.take(&tag, &mut place),
                Step::Open(_) | Step::Close | Step::Letters(_) => {}
                Step::End | Step::Damaged | Step::TooDeep => return numbering,
            }
        }
    }

    fn take(&mut self, tag: &Tag<'_>, place: &mut Place) {
        let level_of = |tag: &Tag<'_>| tag.number("ilvl").and_then(|level| usize::try_from(level).ok());
        let value = || tag.attribute("val").unwrap_or_default();
        match tag.name() {
            "abstractNum" => *place = Place { pattern: tag.number("abstractNumId"), ..Place::default() },
            "num" => {
                *place = Place { list: tag.number("numId"), ..Place::default() };
                self.lists.extend(place.list.map(|list| (list, List::default())));
            }
            "abstractNumId" => {
                if let Some(list) = place.list.and_then(|list| self.lists.get_mut(&list)) {
                    list.pattern = tag.number("val").unwrap_or_default();
                }
            }
            "lvlOverride" | "lvl" => place.level = level_of(tag).filter(|&level| level < N_LEVELS),
            "startOverride" => {
                let start = tag.number("val").and_then(|start| u64::try_from(start).ok());
                if let Some(list) = place.list.and_then(|list| self.lists.get_mut(&list)) {
                    list.starts.extend(place.level.zip(start));
                }
            }
            "numStyleLink" => {
                let id = place.pattern.unwrap_or_default();
                self.patterns.entry(id).or_default().style = Some(value());
            }
            _ => {}
        }
        let levels = match (place.list, place.pattern) {
            (Some(list), _) => self.lists.get_mut(&list).map(|list| &mut list.levels),
            (_, Some(pattern)) => Some(&mut self.patterns.entry(pattern).or_default().levels),
            _ => None,
        };
        let (Some(levels), Some(index)) = (levels, place.level) else { return };
        match tag.name() {
            "lvl" => drop(levels.insert(index, Level::default())),
            name => {
                if let Some(level) = levels.get_mut(&index) {
                    level.take(name, &value());
                }
            }
        }
    }

    /// The list with all that it takes from elsewhere: the number of its pattern.
    fn pattern_of(&self, list: i64, styles: &Styles) -> Option<i64> {
        let pattern = self.lists.get(&list)?.pattern;
        let Some(style) = self.patterns.get(&pattern).and_then(|pattern| pattern.style.as_deref()) else {
            return Some(pattern);
        };
        let other = styles.list_of(style).and_then(|list| self.lists.get(&list));
        Some(other.map_or(pattern, |list| list.pattern))
    }

    /// Which level of a list a paragraph is of by its styles.
    pub(super) fn level_of(&self, list: i64, names: &[String], styles: &Styles) -> Option<usize> {
        let pattern = self.patterns.get(&self.pattern_of(list, styles)?)?;
        let is_named = |level: &Level| level.style.as_ref().is_some_and(|style| names.contains(style));
        pattern.levels.iter().find(|(_, level)| is_named(level)).map(|(&index, _)| index)
    }

    /// Counts a paragraph of a level of a list; `None` where there is no such list.
    pub(super) fn count(&mut self, list: i64, level: usize, styles: &Styles) -> Option<Numbered> {
        let level = level.min(N_LEVELS - 1);
        let pattern = self.pattern_of(list, styles)?;
        let is_new = self.begun.insert(list, ()).is_none();
        let own = self.lists.get(&list)?;
        let base = self.patterns.get(&pattern).map(|pattern| &pattern.levels);
        let of = |index: usize| {
            let found = own.levels.get(&index).or_else(|| base.and_then(|levels| levels.get(&index)));
            found.cloned().unwrap_or_default()
        };
        let levels: Vec<Level> = (0..=level).map(of).collect();
        let this = levels.last()?;
        let counts = self.counts.entry(pattern).or_default();
        if is_new {
            for (&index, &start) in &own.starts {
                if let Some(count) = counts.get_mut(index) {
                    *count = Some(start.saturating_sub(1)).filter(|_| 0 < start);
                }
            }
        }
        for (index, count) in counts.iter_mut().enumerate() {
            let start = levels.get(index).map_or(1, |level| level.start);
            match index.cmp(&level) {
                std::cmp::Ordering::Less => *count = Some(count.unwrap_or(start)),
                std::cmp::Ordering::Equal => *count = Some(count.map_or(start, |n| n.saturating_add(1))),
                std::cmp::Ordering::Greater => *count = None,
            }
        }
        let n = counts.get(level).copied().flatten().unwrap_or(1);
        let (marker, label) = match this.digits {
            Digits::None if !this.pattern.contains(|c: char| c.is_alphanumeric()) => (None, None),
            Digits::Bullet => (Some(Marker::Bullet), None),
            _ => (Some(Marker::Number(n)), written(&levels, counts, n)),
        };
        Some(Numbered { marker, label, level })
    }
}

/// Where in the file of lists something stands.
#[derive(Default)]
struct Place {
    pattern: Option<i64>,
    list: Option<i64>,
    level: Option<usize>,
}

impl Level {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "start" => self.start = value.trim().parse().unwrap_or(1),
            "numFmt" => self.digits = Digits::of_word(value),
            "lvlText" => self.pattern = value.to_owned(),
            "pStyle" => self.style = Some(value.to_owned()),
            "isLgl" => self.is_legal = !matches!(value, "0" | "false"),
            _ => {}
        }
    }
}

/// How the last of the levels is written; `None` where it is a number with a stop after it.
fn written(levels: &[Level], counts: &[Option<u64>], n: u64) -> Option<String> {
    let this = levels.last()?;
    let mut text = this.pattern.clone();
    for (index, (level, count)) in levels.iter().zip(counts).enumerate() {
        let digits = if this.is_legal { Digits::Decimal } else { level.digits };
        text = text.replace(&format!("%{}", index + 1), &digits.write(count.unwrap_or(level.start)));
    }
    let text = text.trim().to_owned();
    let is_plain = text.trim_end_matches(['.', ')']) == n.to_string();
    (!is_plain && !text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering>
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
          <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="6"><w:abstractNumId w:val="1"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
      </w:numbering>"#;

    #[test]
    fn lists_are_counted_as_word_counts_them() {
        let (mut numbering, styles) = (Numbering::read(LISTS), Styles::default());
        let mut told = String::new();
        for (list, level) in [(5, 0), (5, 1), (5, 1), (5, 2), (5, 0), (5, 1), (6, 0), (6, 0), (9, 0)] {
            told.push_str(&match numbering.count(list, level, &styles) {
                Some(Numbered { marker: Some(Marker::Number(n)), label, .. }) => {
                    format!("{n} {} | ", label.unwrap_or_default())
                }
                Some(Numbered { marker, .. }) => format!("{marker:?} | "),
                None => "no list".to_owned(),
            });
        }
        assert_eq!(told, "1  | 1 1.a) | 2 1.b) | Some(Bullet) | 2  | 1 2.a) | 7  | 8  | no list");
    }
}
