//! What layer files are called, and which may belong to a document. Names only narrow the search:
//! a layer is known by its header.

use crate::document::Digest;
use crate::layer::Annotator;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// The longest slug.
const MAX_SLUG: usize = 24;

/// The longest file name that nearly every system takes, in bytes.
const MAX_NAME: usize = 255;

/// The annotator's name for people who list a folder: `[a-z0-9-]`, at most 24, never empty.
///
/// ```
/// use postil::sidecar::slug;
/// assert_eq!(slug("Ana-María Núñez"), "ana-maria-nunez");
/// assert_eq!(slug("أمل"), "reader");
/// ```
pub fn slug(name: &str) -> String {
    // Decomposed, an accented letter leaves its plain one behind; marks fall away without a hyphen.
    let letters = name.nfkd().filter(|&c| !unicode_normalization::char::is_combining_mark(c)).take(MAX_NAME);
    let plain: String =
        letters.map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(MAX_SLUG).collect();
    match slug.trim_end_matches('-') {
        "" => "reader".to_owned(),
        slug => slug.to_owned(),
    }
}

/// `market.txt.ana-1a7e.postil.jsonl`, never above 255 bytes.
pub fn layer_file_name(document_name: &str, annotator: &Annotator) -> String {
    name_with(document_name, annotator, 4)
}

/// The same with eight digits of the id, for two people whose names would collide.
pub fn longer_layer_file_name(document_name: &str, annotator: &Annotator) -> String {
    name_with(document_name, annotator, 8)
}

/// What files about a folder are called after.
const FOLDER: &str = "folder";

/// `folder.ana-1a7e.postil.jsonl`, for what a person says of the folder that it lies in.
pub fn folder_file_name(annotator: &Annotator) -> String {
    layer_file_name(FOLDER, annotator)
}

/// The same with eight digits of the id, for two people whose names would collide.
pub fn longer_folder_file_name(annotator: &Annotator) -> String {
    longer_layer_file_name(FOLDER, annotator)
}

/// Whether a file of that name is worth opening for what a person says of the folder, conflict copies too.
pub fn is_folder_name(name: &str) -> bool {
    is_layer_name(name) && may_belong_to(name, FOLDER)
}

fn name_with(document_name: &str, annotator: &Annotator, n_digits: usize) -> String {
    let digits: String = annotator.id.0.simple().to_string().chars().take(n_digits).collect();
    let ending = format!(".{}-{digits}.postil.jsonl", slug(&annotator.name));
    if document_name.len() + ending.len() <= MAX_NAME {
        return format!("{document_name}{ending}");
    }
    let digest = short_digest(document_name);
    let mut cut: String = document_name.nfc().collect();
    while MAX_NAME < cut.len() + 1 + digest.len() + ending.len() {
        cut.pop();
    }
    format!("{cut}-{digest}{ending}")
}

/// Eight digits that stand for a name, however a file system composes its letters.
pub(super) fn short_digest(document_name: &str) -> String {
    Digest::of(&composed(document_name)).hex().chars().take(8).collect()
}

/// As every system has the same letters.
pub fn composed(name: &str) -> Cow<'_, str> {
    if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(name.nfc().collect()) }
}

/// What is to be done with an article, where it came with an assignment.
pub const INSTRUCTIONS: &str = "instructions.md";

/// Whether a file among `n_articles` that look like articles is what came with one of them, and no article.
pub fn are_instructions(name: &str, n_articles: usize) -> bool {
    name == INSTRUCTIONS && 1 < n_articles
}

/// Whether a file with this name is worth opening: conflict copies keep `.postil` and `.jsonl`.
pub fn is_layer_name(name: &str) -> bool {
    name.contains(".postil") && name.ends_with(".jsonl")
}

/// Whether the name speaks for the layer being about the document of that file name: it begins with
/// it, alone or after a copier's words (`Copy of market.txt.…`), or with the form that was cut.
pub fn may_belong_to(layer_name: &str, document_name: &str) -> bool {
    let (layer, document) = (composed(layer_name), composed(document_name));
    let in_full = format!("{document}.");
    // From each place by itself: a name may stand again within itself (". ." in ". . .").
    let mut starts = std::iter::once(0).chain(layer.match_indices(' ').map(|(at, _)| at + 1));
    if starts.any(|at| layer.get(at..).is_some_and(|rest| rest.starts_with(&in_full))) {
        return true;
    }
    let digest = format!("-{}.", short_digest(document_name));
    layer.split_once(&digest).is_some_and(|(cut, _)| {
        let is_cut = |cut: &str| !cut.is_empty() && document.starts_with(cut);
        is_cut(cut) || cut.match_indices(' ').any(|(at, _)| cut.get(at + 1..).is_some_and(is_cut))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::AnnotatorId;
    use uuid::Uuid;

    fn annotator(name: &str) -> Annotator {
        let id = AnnotatorId(Uuid::from_u128(0x1a7e93c4_58d2_4f6b_8a30_e7c1d94b2f65));
        Annotator { id, name: name.to_owned() }
    }

    #[test]
    fn a_slug_is_short_plain_and_never_empty() {
        let cases = [
            ("Ana", "ana"),
            ("../x", "x"),
            ("", "reader"),
            ("---", "reader"),
            ("Анна", "reader"),
            ("Jean-Luc  de la Tour", "jean-luc-de-la-tour"),
            ("José", "jose"),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name), expected);
        }
        assert_eq!(slug(&"x".repeat(10_000)), "x".repeat(24));
        assert_eq!(slug(&("x".repeat(23) + " y")), "x".repeat(23));
    }

    #[test]
    fn a_layer_is_called_after_its_document_and_its_annotator() {
        assert_eq!(layer_file_name("market.txt", &annotator("Ana")), "market.txt.ana-1a7e.postil.jsonl");
        let longer = longer_layer_file_name("market.txt", &annotator("Ana"));
        assert_eq!(longer, "market.txt.ana-1a7e93c4.postil.jsonl");
    }

    #[test]
    fn a_long_name_is_cut_at_a_character_and_still_found() {
        let long = "ж".repeat(120) + ".html";
        let other = "ж".repeat(121) + ".html";
        for name in ["a".repeat(233), "a".repeat(234), long.clone(), "e\u{301}".repeat(80)] {
            let layer = layer_file_name(&name, &annotator("Ana"));
            assert!(layer.len() <= 255, "{}", layer.len());
            assert!(is_layer_name(&layer));
            assert!(may_belong_to(&layer, &name), "{layer}");
            assert!(may_belong_to(&layer.nfd().collect::<String>(), &name));
            assert!(may_belong_to(&format!("Copy of {layer}"), &name));
        }
        assert_eq!(layer_file_name(&"a".repeat(233), &annotator("Ana")).len(), 255);
        assert!(!may_belong_to(&layer_file_name(&long, &annotator("Ana")), &other));
    }

    #[test]
    fn the_copies_of_other_tools_are_recognised() {
        let copies = [
            "market.txt.ana-1a7e.postil.sync-conflict-20260302-091407-ABCDEF7.jsonl",
            "market.txt.ana-1a7e.postil (conflicted copy 2026-03-02 091407).jsonl",
            "market.txt.ana-1a7e.postil_conflict-20260302-091407.jsonl",
            "market.txt.ana-1a7e.postil (Ana's conflicted copy 2026-03-02).jsonl",
            "market.txt.ana-1a7e.postil (1).jsonl",
            "Copy of market.txt.ana-1a7e.postil.jsonl",
        ];
        for copy in copies {
            assert!(is_layer_name(copy) && may_belong_to(copy, "market.txt"), "{copy}");
            assert!(!may_belong_to(copy, "supermarket.txt") && !may_belong_to(copy, "market.html"), "{copy}");
        }
        assert!(may_belong_to("x. . .ana-1a7e.postil.jsonl", ". "), "a name that stands again within itself");
        assert!(!may_belong_to("supermarket.txt.ana-1a7e.postil.jsonl", "market.txt"));
        assert!(!is_layer_name("market.jsonl") && !is_layer_name("market.txt.postil.jsonl.tmp"));
    }
}
