//! Where each row stands in the order of a column: a number for each, so that six hundred thousand rows
//! are ordered by numbers and not by words.
//!
//! What many rows have alike (article, tags, person, source) is put in order once for each value. Words of
//! their own are compared by their first sixteen bytes, and by the rest only where these are alike.

use super::columns::{self, Column, Key};
use super::{At, Rows};
use crate::document::CalendarDate;
use crate::library::row::source_words;
use crate::library::{Entry, MarkRow};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;

/// The place of rows that say nothing in the column: the last one, whichever way.
const NOTHING: u32 = u32::MAX;

/// The place of each row that was found; equal ones have the same.
pub(super) struct Ranks(Vec<u32>);

impl Ranks {
    /// What the `nth` row is ordered by, from the first or from the last.
    pub(super) fn key(&self, nth: u32, is_down: bool) -> u32 {
        match self.0.get(nth as usize) {
            None | Some(&NOTHING) => NOTHING,
            Some(rank) if is_down => NOTHING - 1 - rank,
            Some(rank) => *rank,
        }
    }
}

/// The places of `found` in the order of `column`.
pub(super) fn of(column: Column, rows: &Rows, found: &[At]) -> Ranks {
    let text = |text: &str| Key::of_text(text.to_lowercase());
    Ranks(match column {
        Column::Words => by_text(rows, found, |_, row| &row.quote),
        Column::Note => by_text(rows, found, |_, row| &row.note),
        Column::Tags => {
            by_value(rows, found, |_, row| &row.tags, |tags| text(&columns::tags(&rows.codebook, tags)))
        }
        Column::Article => by_value(rows, found, |entry, _| &entry.title, |title| text(title)),
        Column::Outlet => by_value(rows, found, |entry, _| &entry.outlet, |outlet| text(outlet)),
        Column::Date => by_value(
            rows,
            found,
            |entry, _| entry.date,
            |date| Key::of_text(date.map_or_else(String::new, CalendarDate::iso)),
        ),
        Column::Person => by_value(rows, found, |_, row| &row.person, |person| text(&person.name)),
        Column::Source => by_value(
            rows,
            found,
            |_, row| (&row.sources, row.is_unattributed),
            |(sources, is_nobody)| text(&source_words(sources, *is_nobody)),
        ),
        Column::Figure => by_value(
            rows,
            found,
            |_, row| columns::figure(row),
            |figure| Key {
                is_empty: figure.is_none(),
                number: figure.flatten().unwrap_or(0),
                text: String::new(),
            },
        ),
        Column::Links => by_value(
            rows,
            found,
            |_, row| {
                let first = row.links.first();
                (
                    first.map(|link| (link.kind.as_str(), &*link.words)),
                    rows.from_elsewhere.contains_key(&row.id),
                )
            },
            |(first, is_linked)| {
                let words = first.map_or_else(String::new, |(kind, words)| format!("{kind} {words}"));
                Key { is_empty: first.is_none() && !is_linked, number: 0, text: words.to_lowercase() }
            },
        ),
        Column::Placement => {
            by_value(rows, found, |_, row| row.placement, |placement| text(placement.name()))
        }
    })
}

/// The values that are different, in the order in which they come, and for each value which of them it is.
pub(super) fn distinct<'a, K: Hash + Eq>(values: impl Iterator<Item = &'a K>) -> (Vec<&'a K>, Vec<u32>) {
    let mut known: HashMap<&K, u32> = HashMap::new();
    let mut all = Vec::new();
    let numbers = values.map(|value| {
        *known.entry(value).or_insert_with(|| {
            all.push(value);
            u32::try_from(all.len() - 1).unwrap_or(NOTHING)
        })
    });
    let numbers = numbers.collect();
    (all, numbers)
}

/// By what `value` says of each row; `key` is asked once for each value.
fn by_value<'a, K: Hash + Eq + 'a>(
    rows: &'a Rows,
    found: &[At],
    value: impl Fn(&'a Entry, &'a MarkRow) -> K,
    key: impl Fn(&K) -> Key,
) -> Vec<u32> {
    let values = found.iter().filter_map(|at| at.of(&rows.entries)).map(|(entry, row)| value(entry, row));
    let values: Vec<K> = values.collect();
    let (distinct, numbers) = distinct(values.iter());
    let mut keys: Vec<(Key, usize)> =
        distinct.into_iter().enumerate().map(|(nth, value)| (key(value), nth)).collect();
    keys.sort_unstable();
    let mut places = vec![NOTHING; keys.len()];
    let mut place = 0;
    for (nth, (key, value)) in keys.iter().enumerate() {
        let before = nth.checked_sub(1).and_then(|before| keys.get(before));
        if before.is_some_and(|(before, _)| before != key) {
            place += 1;
        }
        places[*value] = if key.is_empty { NOTHING } else { place };
    }
    numbers.into_iter().map(|number| places.get(number as usize).copied().unwrap_or(NOTHING)).collect()
}

/// By words that many rows have of their own.
fn by_text<'a>(rows: &'a Rows, found: &[At], text: impl Fn(&'a Entry, &'a MarkRow) -> &'a str) -> Vec<u32> {
    let texts = found.iter().map(|at| at.of(&rows.entries).map_or("", |(entry, row)| text(entry, row)));
    let texts: Vec<&str> = texts.collect();
    // Words that are the same are compared once.
    let (distinct, numbers) = distinct(texts.iter());
    let mut keys: Vec<(u128, u32)> = (0..).zip(&distinct).map(|(nth, text)| (beginning(text), nth)).collect();
    let text_of = |nth: u32| distinct.get(nth as usize).map_or("", |text| **text);
    let compare = |a: &(u128, u32), b: &(u128, u32)| {
        a.0.cmp(&b.0).then_with(|| compare_folded(text_of(a.1), text_of(b.1)))
    };
    keys.sort_unstable_by(compare);
    let mut places = vec![NOTHING; distinct.len()];
    let mut place = 0;
    let mut before: Option<(u128, u32)> = None;
    for key in keys {
        if before.is_some_and(|before| compare(&before, &key) != Ordering::Equal) {
            place += 1;
        }
        before = Some(key);
        if !text_of(key.1).is_empty() {
            places[key.1 as usize] = place;
        }
    }
    numbers.into_iter().map(|number| places.get(number as usize).copied().unwrap_or(NOTHING)).collect()
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

fn compare_folded(a: &str, b: &str) -> Ordering {
    folded(a).cmp(folded(b))
}

/// The first sixteen bytes in small letters, as a number that is ordered as they are.
fn beginning(text: &str) -> u128 {
    let mut bytes = [0; 16];
    let mut n = 0;
    for c in folded(text) {
        let mut buffer = [0; 4];
        for byte in c.encode_utf8(&mut buffer).bytes() {
            if n == bytes.len() {
                return u128::from_be_bytes(bytes);
            }
            bytes[n] = byte;
            n += 1;
        }
    }
    u128::from_be_bytes(bytes)
}
