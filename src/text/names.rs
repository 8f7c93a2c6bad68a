//! Where a name stands in a text: letter for letter, and as whole words.

use super::TextRange;

/// The places of `name` in `text` that no letter or digit touches.
///
/// ```
/// use postil::text::names::places;
/// let found = places("ISIS", "ISIS denied it; ISISes are others, and so is ISIS.");
/// let starts: Vec<_> = found.map(|place| place.start().to_usize()).collect();
/// assert_eq!(starts, [0, 45]);
/// ```
pub fn places<'a>(name: &'a str, text: &'a str) -> impl Iterator<Item = TextRange> + 'a {
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.match_indices(name).filter(|_| !name.is_empty());
    found.filter_map(move |(start, name)| {
        let end = start.saturating_add(name.len());
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(end..).and_then(|after| after.chars().next());
        (!is_part(before) && !is_part(after)).then(|| TextRange::from_usize(start..end))
    })
}

/// Whether a name stands in a text.
pub fn is_in(name: &str, text: &str) -> bool {
    places(name, text).next().is_some()
}
