//! How much there is to draw on a page before it is drawn: forms that draw each other can make a small
//! file take hours, and the interpreter cannot be stopped.

use hayro::hayro_interpret::hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};
use hayro::hayro_interpret::hayro_syntax::page::{Page, Resources};
use std::collections::BTreeMap;

/// The most that one page may cost: bytes of drawing instructions, forms counted each time that they are drawn,
/// and letters for more than one.
pub(super) const MAX_DRAWN: u64 = 64 * 1024 * 1024;

/// The most that all pages may cost together.
pub(super) const MAX_DRAWN_IN_ALL: u64 = 8 * MAX_DRAWN;

/// What a byte of letters costs: to look up a glyph takes as long as to read so many bytes.
const LETTERS: u64 = 32;

/// The same where two digits write it.
const DIGITS: u64 = LETTERS / 2;

/// How deep forms draw each other; the interpreter goes deeper.
const MAX_DEPTH: usize = 50;

/// What it costs to draw a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cost {
    /// All of it can be drawn, at this cost.
    Bounded(u64),
    /// Its own instructions alone cost too much; so many bytes of them do not.
    Beginning(usize),
    /// What its forms draw costs too much.
    Unbounded,
}

/// Whether all of a page can be drawn within bounds.
pub(super) fn is_bounded(page: &Page<'_>) -> bool {
    matches!(cost_of(page), Cost::Bounded(_))
}

/// What it costs to draw a page.
pub(super) fn cost_of(page: &Page<'_>) -> Cost {
    let mut known = BTreeMap::new();
    let content = page.page_stream().unwrap_or_default();
    let (own, n_bytes) = cost_of_content(content, MAX_DRAWN);
    if n_bytes < content.len() {
        // Forms within the beginning would be drawn at a cost that is not known any more.
        let beginning = content.get(..n_bytes).unwrap_or_default();
        let forms = cost_of_forms(beginning, page.resources(), MAX_DEPTH, &mut known);
        return if forms <= MAX_DRAWN { Cost::Beginning(n_bytes) } else { Cost::Unbounded };
    }
    let cost = own.saturating_add(cost_of_forms(content, page.resources(), MAX_DEPTH, &mut known));
    if cost <= MAX_DRAWN { Cost::Bounded(cost) } else { Cost::Unbounded }
}

/// What some instructions cost by themselves, and how many bytes of them cost at most `most`.
fn cost_of_content(content: &[u8], most: u64) -> (u64, usize) {
    let (mut cost, mut at) = (0_u64, 0);
    // Where pictures stand between the instructions, their bytes are taken for some of them; what has few is
    // never near the bounds.
    while let Some(rest) = content.get(at..).filter(|rest| !rest.is_empty()) {
        let n_before = memchr::memchr2(b'(', b'<', rest).unwrap_or(rest.len());
        let (n_letters, price) = match rest.get(n_before..).unwrap_or_default() {
            [b'<', b'<', ..] => (2, 1),
            [b'<', digits @ ..] => (1 + memchr::memchr(b'>', digits).unwrap_or(digits.len()), DIGITS),
            [b'(', letters @ ..] => (1 + n_until_closed(letters), LETTERS),
            _ => (0, 1),
        };
        let more = (n_before as u64).saturating_add(price.saturating_mul(n_letters as u64));
        if most < cost.saturating_add(more) {
            // No more than what is left, and never into the middle of a word that was short.
            let left = usize::try_from(most - cost).unwrap_or(usize::MAX);
            return (most, at + n_before.min(left));
        }
        cost += more;
        at += n_before + n_letters;
    }
    (cost, content.len())
}

/// How many bytes stand before the sign that closes a string; signs within it may open and close others.
fn n_until_closed(letters: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(found) = letters.get(at..).and_then(|rest| memchr::memchr3(b'(', b')', b'\\', rest)) {
        at += found;
        match letters.get(at) {
            Some(b'(') => depth += 1,
            Some(b')') if depth == 0 => return at,
            Some(b')') => depth -= 1,
            _ => at += 1,
        }
        at += 1;
    }
    letters.len()
}

/// What the forms cost that some instructions draw.
fn cost_of_forms(
    content: &[u8],
    resources: &Resources<'_>,
    depth: usize,
    known: &mut BTreeMap<(ObjectIdentifier, usize), u64>,
) -> u64 {
    let mut total = 0_u64;
    if depth == 0 || resources.x_objects.is_empty() {
        return total;
    }
    for at in memchr::memmem::find_iter(content, b"Do") {
        let Some(name) = name_before(content, at) else { continue };
        let Some(form) = Name::new(name).and_then(|name| resources.x_objects.get::<Stream<'_>>(&name)) else {
            continue;
        };
        let is_form =
            form.dict().get::<Name<'_>>(b"Subtype".as_slice()).is_some_and(|kind| kind.as_str() == "Form");
        if !is_form {
            continue;
        }
        total = total.saturating_add(form_cost(&form, resources, depth - 1, known));
        if MAX_DRAWN < total {
            break;
        }
    }
    total
}

fn form_cost(
    form: &Stream<'_>,
    around: &Resources<'_>,
    depth: usize,
    known: &mut BTreeMap<(ObjectIdentifier, usize), u64>,
) -> u64 {
    let key = (form.obj_id(), depth);
    if let Some(&cost) = known.get(&key) {
        return cost;
    }
    // What draws itself is met again on its way.
    known.insert(key, 1);
    let within = form.dict().get::<Dict<'_>>(b"Resources".as_slice()).map(Resources::new);
    let content = form.decoded().unwrap_or_default();
    let (own, _) = cost_of_content(&content, u64::MAX);
    let cost = own.saturating_add(cost_of_forms(&content, within.as_ref().unwrap_or(around), depth, known));
    known.insert(key, cost);
    cost
}

/// The name in `/Name Do`, where `Do` stands at `at`.
fn name_before(content: &[u8], at: usize) -> Option<&[u8]> {
    let before = content.get(..at)?.trim_ascii_end();
    let start = memchr::memrchr(b'/', before)?;
    let name = before.get(start + 1..)?;
    (!name.is_empty() && name.len() < 128 && !name.iter().any(u8::is_ascii_whitespace)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_cost_more_than_lines() {
        for (content, cost) in [
            ("0 0 m 9 9 l S", 13),
            ("(ab) Tj", 3 * LETTERS + 4),
            (r"(a\)(b)) Tj", 7 * LETTERS + 4),
            ("<0041> Tj", 5 * DIGITS + 4),
            ("<< /A 1 >> x", 12),
            ("(never closed", 13 * LETTERS),
        ] {
            assert_eq!(cost_of_content(content.as_bytes(), u64::MAX), (cost, content.len()), "{content}");
        }
        assert_eq!(cost_of_content(b"0 0 m (abc) Tj", 8), (8, 6));
        assert_eq!(cost_of_content(b"0 0 m 9 9 l", 8), (8, 8));
    }
}
