//! Which raised signs are those of footnotes: they would run into the word or number before them.

use dom_query::NodeRef;

/// By what readers of books name a note to those of pages: its value is the sign that refers to it, and on a
/// link it says that this is such a sign.
pub(super) const NOTE: &str = "data-postil-note";

/// The most digits of a footnote's number.
const MOST_DIGITS: usize = 3;

/// Units that are squared and cubed: "km²" is one word.
const UNITS: [&str; 8] = ["km", "m", "cm", "mm", "mi", "ft", "in", "yd"];

/// Whether what a `sup` holds refers to a note: a number, or what leads elsewhere in the page. Ordinals
/// ("1st") are words; a power of a unit belongs to it.
pub(super) fn is_reference(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let sign = text.trim();
    if sign.is_empty() {
        return false;
    }
    let leads_here = |link: &NodeRef<'_>| link.attr("href").is_some_and(|address| address.contains('#'));
    let mut around = node.ancestors_it(Some(1)).chain(node.descendants_it());
    if around.any(|near| near.has_name("a") && leads_here(&near)) {
        return true;
    }
    let is_number = sign.len() <= MOST_DIGITS && sign.bytes().all(|byte| byte.is_ascii_digit());
    is_number && !is_power(sign, node)
}

/// Whether a number is a power of what stands before it: a unit or a letter, as in "km²" and "n²".
fn is_power(sign: &str, node: &NodeRef<'_>) -> bool {
    let Some(before) = node.prev_sibling() else { return false };
    let text = before.text();
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_letter = word.chars().count() == 1 && word.is_ascii();
    is_letter || (matches!(sign, "2" | "3") && UNITS.contains(&word))
}
