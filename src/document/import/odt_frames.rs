//! What stands in an ODT text and is no letter of it: pictures, drawings and comments.

use super::office_write::Comment;
use super::xml::{Ns, Step, Tag, Xml};

/// Drawings that may hold words.
pub(super) const SHAPES: [&str; 9] = [
    "custom-shape",
    "rect",
    "ellipse",
    "circle",
    "polygon",
    "regular-polygon",
    "path",
    "caption",
    "connector",
];

/// The most bytes of an embedded object's words.
const MOST_WORDS: usize = 16 << 10;

/// A frame that is open.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// The forms of its picture.
    pub(super) sources: Vec<String>,
    /// What is written for those who cannot see it.
    pub(super) alt: String,
    /// In CSS pixels.
    pub(super) size: Option<(u32, u32)>,
    /// Whether it shows a formula or a chart.
    pub(super) is_object: bool,
}

impl Frame {
    pub(super) fn of(tag: &Tag<'_>) -> Self {
        let size = |name: &str| tag.attribute(name).and_then(|length| pixels(&length));
        Self { size: size("width").zip(size("height")), ..Self::default() }
    }

    /// Takes a title or a description; the longer one counts.
    pub(super) fn say(&mut self, words: &str) {
        if self.alt.len() < words.len() {
            self.alt = words.trim().to_owned();
        }
    }
}

/// A length such as `2.5cm` in CSS pixels.
fn pixels(length: &str) -> Option<u32> {
    let length = length.trim();
    let unit = length.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let number: f64 = length.strip_suffix(unit)?.parse().ok()?;
    let by = match unit {
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "in" => 96.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "px" => 1.0,
        _ => return None,
    };
    let pixels = (number * by).round();
    // Within the range that was looked at, nothing is lost.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is looked at")]
    (1.0..=100_000.0).contains(&pixels).then_some(pixels as u32)
}

/// Reads the rest of `office:annotation`.
pub(super) fn comment(xml: &mut Xml<'_>) -> Comment {
    let (mut comment, mut depth) = (Comment::default(), 1);
    while 0 < depth {
        match xml.step() {
            Step::Open(tag) => {
                let words = |xml: &mut Xml<'_>| Some(xml.letters()).filter(|words| !words.trim().is_empty());
                match (tag.ns, tag.name()) {
                    (Ns::Dublin, "creator") => comment.author = words(xml),
                    (Ns::Dublin, "date") => comment.date = words(xml),
                    (Ns::Text, "p" | "h") => {
                        if !comment.text.is_empty() {
                            comment.text.push('\n');
                        }
                        comment.text.push_str(words(xml).unwrap_or_default().trim());
                    }
                    (Ns::Meta, _) => xml.skip(),
                    _ => depth += 1,
                }
            }
            Step::Close => depth -= 1,
            Step::Letters(_) => {}
            Step::End | Step::Damaged | Step::TooDeep => break,
        }
    }
    comment
}

/// The words of an embedded object.
pub(super) fn words_of(text: &str) -> String {
    let (mut xml, mut words) = (Xml::new(text), String::new());
    loop {
        match xml.step() {
            // What a formula was typed as repeats it.
            Step::Open(tag) if tag.name() == "annotation" => xml.skip(),
            Step::Open(_) | Step::Close => {}
            Step::Letters(letters) => {
                let letters = letters.trim();
                if !letters.is_empty() && words.len() < MOST_WORDS {
                    words.push_str(letters);
                    words.push(' ');
                }
            }
            Step::End | Step::Damaged | Step::TooDeep => return words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_their_units() {
        let table = [
            ("2.54cm", Some(96)),
            ("25.4mm", Some(96)),
            ("1in", Some(96)),
            ("72pt", Some(96)),
            ("10px", Some(10)),
            ("50%", None),
            ("-1cm", None),
            ("cm", None),
            ("", None),
        ];
        for (length, expected) in table {
            assert_eq!(pixels(length), expected, "{length}");
        }
    }
}
