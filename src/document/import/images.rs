//! Which of the addresses that a page gives for a picture is meant: of those that can be read here the
//! largest.

use super::entities;
use super::html_scan::Tag;
use crate::document::image::{ImagePlace, place_of};
use crate::document::{Builder, Image};

/// What is smaller is an ornament, or counts readers. CSS pixels.
const ORNAMENT: u32 = 32;

/// The picture of an `img` with these attributes; `sources` are the `srcset`s around it.
pub(super) fn image_of(attribute: impl Fn(&str) -> Option<String>, sources: &[String]) -> Option<Image> {
    let mut candidates: Vec<(String, f32)> = Vec::new();
    for name in ["src", "data-src", "data-original", "data-lazy-src", "data-actualsrc"] {
        candidates.extend(attribute(name).map(|address| (address.trim().to_owned(), 0.0)));
    }
    let sets = ["srcset", "data-srcset", "data-lazy-srcset"].into_iter().filter_map(&attribute);
    for set in sets.chain(sources.iter().cloned()) {
        candidates.extend(of_set(&set));
    }
    candidates.retain(|(address, _)| !address.is_empty() && !is_stand_in(address));
    let declared = size(&attribute);
    if declared.is_some_and(|(width, height)| width <= ORNAMENT || height <= ORNAMENT) {
        return None;
    }
    let best = candidates.iter().reduce(|best, next| if rank(best) < rank(next) { next } else { best })?;
    Some(Image::new(&best.0, &attribute("alt").unwrap_or_default(), declared))
}

/// Puts the pictures of mark-up, whose tags are otherwise left out, into `builder`.
pub(super) fn add_from(html: &str, builder: &mut Builder) {
    let mut at = 0;
    while let Some(n) = memchr::memchr(b'<', html.as_bytes().get(at..).unwrap_or_default()) {
        let start = at + n;
        at = start + 1;
        let Some(mut tag) = Tag::at(html, start).filter(|tag| tag.name == "img" && !tag.closes) else {
            continue;
        };
        let pairs: Vec<(&str, &str)> = tag.attributes.by_ref().take(64).collect();
        // What has been read is not read again: an attribute may reach to the end of the file.
        at = tag.attributes.offset().max(at);
        let attribute = |name: &str| {
            let pair = pairs.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
            Some(entities::decode(pair.1))
        };
        if let Some(image) = image_of(attribute, &[]) {
            builder.image(&image.source, &image.alt, image.declared);
        }
    }
}

/// What can be read here comes first, then what is larger.
fn rank((address, weight): &(String, f32)) -> (bool, f32) {
    let is_here =
        matches!(place_of(address), ImagePlace::File(_) | ImagePlace::Part(_) | ImagePlace::Inline(_));
    (is_here, *weight)
}

/// The tiny pictures that stand where a script would put the true one.
fn is_stand_in(address: &str) -> bool {
    matches!(place_of(address), ImagePlace::Inline(url) if url.len() < 160) || address.starts_with("about:")
}

/// The addresses of a `srcset` with their widths or densities. A comma may be part of an address, so
/// only one that ends it parts two of them.
fn of_set(set: &str) -> Vec<(String, f32)> {
    let mut found = Vec::new();
    let mut words = set.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let address = word.trim_matches(',');
        let mut weight = 1.0;
        if !word.ends_with(',') {
            for next in words.by_ref() {
                let number = next.trim_end_matches(',').trim_end_matches(['w', 'x', 'h']);
                weight = number.parse().unwrap_or(weight);
                if next.ends_with(',') {
                    break;
                }
            }
        }
        found.push((address.to_owned(), weight));
    }
    found
}

fn size(attribute: &impl Fn(&str) -> Option<String>) -> Option<(u32, u32)> {
    let pixels = |name| {
        let value = attribute(name)?;
        let value = value.trim().trim_end_matches("px");
        value.parse::<f32>().ok().filter(|value| (1.0..=20_000.0).contains(value))
    };
    Some((whole(pixels("width")?), whole(pixels("height")?)))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 20,000")]
fn whole(value: f32) -> u32 {
    value.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(attributes: &[(&str, &str)], sources: &[&str]) -> Option<(String, Option<(u32, u32)>)> {
        let attribute = |name: &str| {
            attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let sources: Vec<String> = sources.iter().map(|&set| set.to_owned()).collect();
        image_of(attribute, &sources).map(|image| (image.source, image.declared))
    }

    #[test]
    fn the_largest_picture_that_lies_beside_the_article_is_meant() {
        let remote = "https://a.example/1600.jpg 1600w, https://a.example/800.jpg 800w";
        let here = "a_files/400.jpg 400w, a_files/w_1,h_2.jpg 800w";
        let set = |attributes: &[(&str, &str)], sources: &[&str]| {
            chosen(attributes, sources).map(|(source, _)| source).unwrap_or_default()
        };
        assert_eq!(set(&[("src", "a_files/a.jpg"), ("srcset", remote)], &[]), "a_files/a.jpg");
        assert_eq!(set(&[("src", "https://a.example/a.jpg"), ("srcset", here)], &[]), "a_files/w_1,h_2.jpg");
        assert_eq!(set(&[("src", "https://a.example/a.jpg")], &[remote]), "https://a.example/1600.jpg");
        assert_eq!(set(&[("src", "data:image/gif;base64,R0lGOD"), ("data-src", "a.jpg")], &[]), "a.jpg");
        assert_eq!(set(&[("srcset", "a.jpg, b.jpg 2x")], &[]), "b.jpg");
        assert_eq!(set(&[("alt", "none")], &[]), "");
    }

    #[test]
    fn ornaments_and_counters_of_readers_are_none() {
        assert_eq!(chosen(&[("src", "a.gif"), ("width", "1"), ("height", "1")], &[]), None);
        assert_eq!(
            chosen(&[("src", "a.gif"), ("width", "480px"), ("height", "270.4")], &[]),
            Some(("a.gif".to_owned(), Some((480, 270))))
        );
        assert_eq!(chosen(&[("src", "a.gif"), ("width", "100%")], &[]), Some(("a.gif".to_owned(), None)));
    }
}
