//! What stands at the head and foot of many pages: titles that run along, numbers of pages. It is known
//! by being there again at the same height, never by its words alone.

use super::glyphs::{PageText, Piece};
use super::lines;
use crate::document::Reason;
use std::collections::BTreeMap;

/// How many lines at either end of a page are looked at.
const DEPTH: usize = 3;

/// The part of a page's height at either end in which they lie.
const ZONE: f32 = 0.14;

/// What is left out of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Furniture {
    /// Its pieces.
    pub(super) pieces: Vec<u32>,
    /// At the head, as it is told.
    pub(super) head: Vec<(Reason, String)>,
    /// At the foot.
    pub(super) foot: Vec<(Reason, String)>,
}

/// A part of a line at the end of a page.
#[derive(Debug)]
struct Part {
    pieces: Vec<u32>,
    text: String,
    /// The text with `#` for digits.
    form: String,
    is_head: bool,
    /// Which line from the page's end it is in.
    depth: usize,
    /// How far it is from the page's end.
    height: f32,
    /// The number that it is, if it is one.
    number: Option<i64>,
}

/// What is left out of each page.
pub(super) fn of(pages: &[PageText], labels: &[String]) -> Vec<Furniture> {
    let parts: Vec<Vec<Part>> = pages.iter().map(parts_of).collect();
    let mut places: BTreeMap<(String, bool), Vec<(usize, f32)>> = BTreeMap::new();
    let mut steps: BTreeMap<(i64, bool), Vec<(usize, f32)>> = BTreeMap::new();
    for (page, part) in
        parts.iter().enumerate().flat_map(|(page, parts)| parts.iter().map(move |part| (page, part)))
    {
        places.entry((part.form.clone(), part.is_head)).or_default().push((page, part.height));
        if let Some(number) = part.number {
            let step = number - i64::try_from(page).unwrap_or_default();
            steps.entry((step, part.is_head)).or_default().push((page, part.height));
        }
    }
    let needed = if pages.len() <= 3 { 2 } else { 3 };
    let is_met = |known: Option<&Vec<(usize, f32)>>, height: f32, needed: usize| {
        known.is_some_and(|known| {
            let mut pages: Vec<usize> = known
                .iter()
                .filter(|(_, other)| (other - height).abs() < 8.0)
                .map(|(page, _)| *page)
                .collect();
            pages.dedup();
            needed <= pages.len()
        })
    };
    let reason_of = |page: usize, part: &Part| {
        if let Some(number) = part.number {
            let step = number - i64::try_from(page).unwrap_or_default();
            let is_label = labels.get(page).is_some_and(|label| label == part.text.trim())
                && (1 < pages.len() || !part.is_head);
            if is_label || is_met(steps.get(&(step, part.is_head)), part.height, 2) {
                return Some(Reason::PageNumber);
            }
        }
        let known = places.get(&(part.form.clone(), part.is_head));
        is_met(known, part.height, needed).then_some(if part.is_head {
            Reason::PageHeader
        } else {
            Reason::PageFooter
        })
    };
    parts.iter().enumerate().map(|(page, parts)| left_out(parts, |part| reason_of(page, part))).collect()
}

/// From the outermost line inwards, as long as whole lines are left out.
fn left_out(parts: &[Part], reason_of: impl Fn(&Part) -> Option<Reason>) -> Furniture {
    let mut furniture = Furniture::default();
    for is_head in [true, false] {
        for depth in 0..DEPTH {
            let here: Vec<&Part> =
                parts.iter().filter(|part| part.is_head == is_head && part.depth == depth).collect();
            let reasons: Vec<Option<Reason>> = here.iter().map(|part| reason_of(part)).collect();
            if here.is_empty() || reasons.iter().any(Option::is_none) {
                break;
            }
            for (part, reason) in here.iter().zip(reasons.into_iter().flatten()) {
                furniture.pieces.extend(&part.pieces);
                let told = if is_head { &mut furniture.head } else { &mut furniture.foot };
                told.push((reason, part.text.clone()));
            }
        }
    }
    furniture.foot.reverse();
    furniture.pieces.sort_unstable();
    furniture
}

fn parts_of(page: &PageText) -> Vec<Part> {
    let in_zone = |piece: &Piece| {
        piece.way == 0 && (piece.base < page.height * ZONE || page.height * (1.0 - ZONE) < piece.base)
    };
    let chosen: Vec<&Piece> = page.pieces.iter().filter(|piece| in_zone(piece)).collect();
    let rows = lines::rows_of(&chosen);
    let index_of = |piece: &Piece| page.pieces.partition_point(|other| other.start < piece.start);
    let mut parts = Vec::new();
    let is_high = |row: &Vec<&Piece>| row.first().is_some_and(|piece| piece.base < page.height / 2.0);
    let (head, foot): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_high);
    for (is_head, rows) in [(true, head), (false, foot.into_iter().rev().collect())] {
        for (depth, row) in rows.into_iter().take(DEPTH).enumerate() {
            for pieces in segments(&row) {
                let text = text_of(page, &pieces);
                let Some(first) = pieces.first() else { continue };
                let height = if is_head { first.base } else { page.height - first.base };
                let indices = pieces.iter().filter_map(|piece| u32::try_from(index_of(piece)).ok()).collect();
                parts.push(Part {
                    pieces: indices,
                    form: form_of(&text),
                    number: number_of(&text),
                    text,
                    is_head,
                    depth,
                    height,
                });
            }
        }
    }
    parts
}

/// The parts of a line with wide white between them.
fn segments<'p>(row: &[&'p Piece]) -> Vec<Vec<&'p Piece>> {
    let mut segments: Vec<Vec<&'p Piece>> = Vec::new();
    let mut reach = f32::MIN;
    for &piece in row {
        let is_far = !piece.is_space && 1.5 * piece.size < piece.left - reach;
        match segments.last_mut().filter(|_| !is_far) {
            Some(segment) => segment.push(piece),
            None => segments.push(vec![piece]),
        }
        if !piece.is_space {
            reach = reach.max(piece.right);
        }
    }
    segments.retain(|segment| segment.iter().any(|piece| !piece.is_space));
    segments
}

fn text_of(page: &PageText, pieces: &[&Piece]) -> String {
    let mut text = String::new();
    let mut reach = f32::MAX;
    for piece in pieces {
        if piece.is_space || 0.2 * piece.size < piece.left - reach {
            text.push(' ');
        }
        text.push_str(if piece.is_space { "" } else { page.words(piece) });
        reach = piece.right;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text in lower case, with one `#` for each number: of roman ones too where there is nothing else.
fn form_of(text: &str) -> String {
    if number_of(text).is_some() {
        return "#".to_owned();
    }
    let mut form = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if !letter.is_numeric() {
            form.push(letter);
        } else if !form.ends_with('#') {
            form.push('#');
        }
    }
    form
}

/// The page's number in `12`, `– 12 –`, `Page 12 of 40`, `12/40`, `xii`.
fn number_of(text: &str) -> Option<i64> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next()?;
    let named =
        ["page", "p", "seite", "página", "pagina", "стр", "страница", "с", "صفحة", "עמוד"].contains(&first);
    let number = if named { words.next()? } else { first };
    let value = digits(number).or_else(|| roman(number).filter(|_| !named))?;
    let rest: Vec<&str> = words.collect();
    let is_all = match rest.as_slice() {
        [] => true,
        [of, total] => ["of", "von", "de", "из", "من", "מתוך"].contains(of) && digits(total).is_some(),
        [total] => text.contains(['/', '|']) && digits(total).is_some(),
        _ => false,
    };
    is_all.then_some(value)
}

fn digits(word: &str) -> Option<i64> {
    let is_short = (1..=5).contains(&word.chars().count());
    let mut values = word.chars().map(|letter| match letter {
        '٠'..='٩' => Some(u32::from(letter) - 0x660),
        '۰'..='۹' => Some(u32::from(letter) - 0x6f0),
        _ => letter.to_digit(10),
    });
    let value = values.try_fold(0_i64, |so_far, digit| Some(so_far * 10 + i64::from(digit?)));
    value.filter(|_| is_short)
}

fn roman(word: &str) -> Option<i64> {
    let value = |letter: char| match letter {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let values: Vec<i64> = word.chars().map(value).collect::<Option<_>>()?;
    let signed = values.iter().enumerate().map(|(at, &value)| {
        if values.get(at + 1).is_some_and(|next| value < *next) { -value } else { value }
    });
    Some(signed.sum()).filter(|_| word.len() <= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_read() {
        for (text, number) in [
            ("12", 12),
            ("– 12 –", 12),
            ("Page 3 of 40", 3),
            ("7 / 9", 7),
            ("xiv", 14),
            ("стр. 5", 5),
            ("٤٢", 42),
        ] {
            assert_eq!(number_of(text), Some(number), "{text}");
        }
        for text in ["12 people", "In 2017", "", "7 9 11"] {
            assert_eq!(number_of(text), None, "{text}");
        }
    }

    #[test]
    fn forms_have_signs_for_numbers() {
        assert_eq!(form_of("The Mill, No. 12 of 2026"), "the mill, no. # of #");
    }
}
