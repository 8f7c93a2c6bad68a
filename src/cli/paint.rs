//! Marks on a line of text: as underlines where the terminal has colours, else as brackets that
//! carry the shape of the tag: `the army ═[denied]═ that ·[eight died]·`.

use super::print::visible;
use crate::layer::{Codebook, Shape, Tag, TagId};
use crate::text::TextRange;
use std::cmp::Reverse;

/// One piece of a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke<'a> {
    /// Its bytes.
    pub(super) range: TextRange,
    /// The tags of the mark.
    pub(super) tags: &'a [TagId],
    /// Whether a person has yet to confirm the place.
    pub(super) is_uncertain: bool,
}

/// `text` with `strokes`, and signs for what could steer the terminal.
pub(super) fn painted(text: &str, strokes: &[Stroke<'_>], codebook: &Codebook, has_colours: bool) -> String {
    let mut strokes = strokes.to_vec();
    strokes.sort_by_key(|stroke| (stroke.range.start(), Reverse(stroke.range.end())));
    if has_colours { underlined(text, &strokes, codebook) } else { bracketed(text, &strokes, codebook) }
}

fn bracketed(text: &str, strokes: &[Stroke<'_>], codebook: &Codebook) -> String {
    // What ends at a place closes before what starts there opens; the inner closes first.
    let mut edges: Vec<(usize, bool, usize)> = Vec::new();
    for (order, stroke) in strokes.iter().enumerate() {
        edges.push((stroke.range.end().to_usize(), false, strokes.len() - order));
        edges.push((stroke.range.start().to_usize(), true, order));
    }
    edges.sort_unstable();
    let mut shown = String::with_capacity(text.len() + 8 * strokes.len());
    let mut done = 0;
    for (at, opens, order) in edges {
        shown.push_str(&visible(text.get(done..at).unwrap_or_default()));
        done = at;
        let stroke = if opens { strokes.get(order) } else { strokes.get(strokes.len() - order) };
        let Some(stroke) = stroke else { continue };
        let signs = signs(stroke.tags, codebook);
        let doubt = if stroke.is_uncertain { "?" } else { "" };
        if opens {
            shown.push_str(&format!("{signs}{doubt}["));
        } else {
            shown.push_str(&format!("]{}", signs.chars().rev().collect::<String>()));
        }
    }
    shown.push_str(&visible(text.get(done..).unwrap_or_default()));
    shown
}

fn signs(tags: &[TagId], codebook: &Codebook) -> String {
    tags.iter().map(|tag| codebook.tag(tag).map_or('¦', |tag| sign(tag.shape))).collect()
}

fn sign(shape: Shape) -> char {
    match shape {
        Shape::Solid => '─',
        Shape::Double => '═',
        Shape::Dotted => '·',
        Shape::Wavy => '~',
        Shape::Dashed => '╌',
    }
}

/// The shortest mark at a place gives the line under the letters, the next longer one their colour.
fn underlined(text: &str, strokes: &[Stroke<'_>], codebook: &Codebook) -> String {
    let mut edges: Vec<usize> = strokes
        .iter()
        .flat_map(|stroke| [stroke.range.start(), stroke.range.end()])
        .map(|at| at.to_usize())
        .collect();
    edges.extend([0, text.len()]);
    edges.sort_unstable();
    edges.dedup();
    let mut shown = String::with_capacity(text.len() + 32 * strokes.len());
    let mut open: Vec<&Stroke<'_>> = Vec::new();
    let mut coming = strokes.iter().peekable();
    for pair in edges.windows(2) {
        let &[start, end] = pair else { continue };
        open.retain(|stroke| start < stroke.range.end().to_usize());
        while let Some(stroke) = coming.next_if(|stroke| stroke.range.start().to_usize() <= start) {
            open.push(stroke);
        }
        open.sort_by_key(|stroke| stroke.range.len());
        let words = visible(text.get(start..end).unwrap_or_default());
        let mut tags = open.iter().flat_map(|stroke| stroke.tags);
        let style = match (open.first(), tags.next(), tags.next()) {
            (None, ..) => String::new(),
            (Some(stroke), inner, outer) => style(
                inner.and_then(|tag| codebook.tag(tag)),
                outer.and_then(|tag| codebook.tag(tag)),
                stroke.is_uncertain,
            ),
        };
        shown.push_str(&on_each_line(&words, &style));
    }
    shown
}

/// A style ends with its line: a pager that shows a part of the text then shows that part right.
fn on_each_line(words: &str, style: &str) -> String {
    if style.is_empty() {
        return words.to_owned();
    }
    let paint = |line: &str| {
        if line.is_empty() { String::new() } else { format!("{style}{line}\x1b[0m") }
    };
    words.split('\n').map(paint).collect::<Vec<_>>().join("\n")
}

fn style(inner: Option<&Tag>, outer: Option<&Tag>, is_uncertain: bool) -> String {
    let line = match inner.map(|tag| tag.shape) {
        None | Some(Shape::Solid) => "4:1",
        Some(Shape::Double) => "4:2",
        Some(Shape::Wavy) => "4:3",
        Some(Shape::Dotted) => "4:4",
        Some(Shape::Dashed) => "4:5",
    };
    let mut style = format!("\x1b[{line}");
    if let Some(tag) = inner {
        let [r, g, b] = colour(tag);
        style.push_str(&format!(";58:2::{r}:{g}:{b}"));
    }
    if let Some(tag) = outer.or(inner) {
        let [r, g, b] = colour(tag);
        style.push_str(&format!(";38;2;{r};{g};{b}"));
    }
    if is_uncertain {
        style.push_str(";2");
    }
    style.push('m');
    style
}

/// Between the tag's colour on light and on dark paper: which of the two a terminal is, it does not say.
fn colour(tag: &Tag) -> [u8; 3] {
    let light = tag.light.to_be_bytes();
    let dark = tag.dark.to_be_bytes();
    [1, 2, 3].map(|i| light[i].midpoint(dark[i]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sidecar::builtin;
    use crate::text::marks;

    fn check(marked: &str, tags: &[&str], expected: &str) {
        let (text, ranges) = marks::parse(marked);
        let tags: Vec<[TagId; 1]> = tags.iter().map(|tag| [TagId::new(*tag)]).collect();
        let strokes: Vec<Stroke<'_>> = ranges
            .iter()
            .zip(&tags)
            .map(|(&range, tags)| Stroke { range, tags, is_uncertain: false })
            .collect();
        assert_eq!(painted(&text, &strokes, &builtin(), false), expected);
    }

    #[test]
    fn brackets_carry_the_shape_of_the_tag() {
        check("the army <|denied|> it", &["denial"], "the army ═[denied]═ it");
        check("<|they said <|eight|>|>", &["claim", "casualty-report"], "─[they said ·[eight]·]─");
        check("<|one|><|two|>", &["claim", "opinion"], "─[one]─~[two]~");
    }

    #[test]
    fn colours_end_with_every_line() {
        let tags = [TagId::new("claim")];
        let stroke = Stroke { range: TextRange::from_usize(0..3), tags: &tags, is_uncertain: false };
        let shown = painted("a\nb c", &[stroke], &builtin(), true);
        let lines: Vec<&str> = shown.split('\n').collect();
        assert!(lines.iter().all(|line| line.starts_with("\x1b[4:1;58:2::") && line.contains("\x1b[0m")));
        assert!(lines[1].ends_with(" c"));
    }
}
