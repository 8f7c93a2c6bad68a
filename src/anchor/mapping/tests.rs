//! Where passages go by what became of their words.

use super::*;

#[test]
fn a_moved_sentence_takes_its_words_along() {
    let (old, new) = (
        "The mill closed at noon on Friday. Nobody was told of it before. Then came rain.",
        "Nobody was told of it before. Then came rain. The mill closed at last at noon on Friday.",
    );
    let alignment = Alignment::of(old, new);
    let at = old.find("mill").unwrap();
    let mapped = alignment.map(old, new, TextRange::from_usize(at..at + 4)).unwrap();
    assert_eq!(mapped.hull().of(new), Some("mill"));
    assert_eq!(mapped.hull().start().to_usize(), new.find("mill").unwrap());
}

fn lands(old: &str, words: &str, new: &str) -> Option<String> {
    let at = old.find(words).unwrap();
    let mapped = Alignment::of(old, new).map(old, new, TextRange::from_usize(at..at + words.len()))?;
    let pieces: Option<Vec<&str>> = mapped.pieces.iter().map(|piece| piece.of(new)).collect();
    pieces.map(|pieces| pieces.join(" | "))
}

#[test]
fn words_beside_a_passage_are_not_swallowed() {
    let old = "On Monday the old mill closed for good, they say.";
    let new = "On Monday the very old mill closed for good now, they say.";
    assert_eq!(lands(old, "old mill closed for good", new).unwrap(), "old mill closed for good");
}

#[test]
fn a_replaced_word_at_the_edge_belongs_to_the_passage() {
    let old = "On Monday nine people died there, they say.";
    let new = "On Monday eleven people died there, they say.";
    assert_eq!(lands(old, "nine people died", new).unwrap(), "eleven people died");
    let new = "On Monday at least a dozen people died there, they say.";
    assert_eq!(lands(old, "nine people died", new).unwrap(), "at least a dozen people died");
}

#[test]
fn words_in_another_order_between_the_same_neighbours_are_the_passage() {
    let old = "He was born on february 25, 1895 in the north.";
    let new = "He was born on 25 february, 1895 in the north.";
    assert_eq!(lands(old, "february 25, 1895", new).unwrap(), "25 february, 1895");
}

#[test]
fn a_passage_without_words_that_stay_goes_nowhere() {
    let old = "The vote is on Monday. A disgrace. The mayor left.";
    assert_eq!(lands(old, "A disgrace", "The vote is on Monday. Bread is dearer. The mayor left."), None);
}

#[test]
fn a_sentence_put_into_a_passage_parts_it() {
    let old = "He found the first part too lengthy. I'm very ambivalent about the rest, he said.";
    let new = "He found the first part too lengthy. The committee will look into all of it again in the spring, before anything is printed. I'm very ambivalent about the rest, he said.";
    let landed = lands(old, "part too lengthy. I'm very ambivalent", new).unwrap();
    assert_eq!(landed, "part too lengthy. | I'm very ambivalent");
}

#[test]
fn inserted_words_are_never_taken_in_at_an_edge() {
    let old = "They found the first part too lengthy. I'm very ambivalent about the rest, he said.";
    let new = "They found the first part boring early on. The committee will look into all of it again in the spring, before anything is printed. I'm very ambivalent about the rest, he said.";
    let landed = lands(old, "part too lengthy. I'm very ambivalent", new).unwrap();
    assert!(!landed.contains("into") && landed.ends_with("I'm very ambivalent"), "{landed}");
    let landed = lands(old, "too lengthy. I'm very ambivalent", new).unwrap();
    assert!(!landed.contains("into") && landed.ends_with("I'm very ambivalent"), "{landed}");
}

#[test]
fn glued_words_are_found_without_what_they_were_glued_to() {
    let old = "Immunity also came up. He lives in Kansas. Dalvík, Iceland, is cold.";
    let new = "Immunity alsocame up. He lives in Kansas.Dalvík, Iceland, is cold.";
    assert_eq!(lands(old, "came", new).unwrap(), "came");
    assert_eq!(lands(old, "came up", new).unwrap(), "came up");
    assert_eq!(lands(old, "Dalvík, Iceland", new).unwrap(), "Dalvík, Iceland");
    assert_eq!(lands(new, "alsocame up", old).unwrap(), "also came up");
}
