//! Two versions beside each other, as text: `-…-` is gone, `+…+` has come, `~…~` stands elsewhere in the other.

use super::paragraphs::LONGEST;
use super::*;
use proptest::prelude::*;

/// Each row as `old | new`.
fn shown(old: &str, new: &str) -> String {
    let side = |text: &str, side: &Option<Side>, sign: char| {
        let Some(side) = side else { return "·".to_owned() };
        let mut line = String::new();
        let mut at = side.range.start();
        let mut parts: Vec<(TextRange, char)> = side.changed.iter().map(|&range| (range, sign)).collect();
        parts.extend(side.moved.iter().map(|&range| (range, '~')));
        parts.sort_by_key(|(range, _)| range.start());
        for (part, sign) in parts {
            line.push_str(TextRange::new(at, part.start()).of(text).expect("between"));
            line.push_str(&format!("{sign}{}{sign}", part.of(text).expect("a part")));
            at = part.end();
        }
        line.push_str(TextRange::new(at, side.range.end()).of(text).expect("the rest"));
        line.replace('\n', "/")
    };
    let sides = Sides::of(old, new);
    let row = |row: &Row| {
        let moved = row.moved.map_or_else(String::new, |there| format!("moved({there}) "));
        format!("{moved}{} | {}", side(old, &row.old, '-'), side(new, &row.new, '+'))
    };
    sides.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    assert_eq!(shown(old, new), expected.join("\n"));
}

#[test]
fn words_that_differ_are_told_within_their_paragraphs() {
    check(
        "The army said 35 people died.\n\nNobody else spoke.",
        "The army said 40 people died.\n\nNobody else spoke.",
        &[
            "The army said -35- people died. | The army said +40+ people died.",
            "Nobody else spoke. | Nobody else spoke.",
        ],
    );
}

#[test]
fn line_breaks_and_spaces_make_no_difference() {
    check(
        "The army said\nthat people died.",
        "The army  said that\npeople died.",
        &["The army said/that people died. | The army  said that/people died."],
    );
}

#[test]
fn a_paragraph_that_came_or_went_stands_alone() {
    check(
        "One is here today.\n\nThree is here today as well.",
        "One is here today.\n\nQuite another matter altogether!\n\nThree is here today as well.",
        &[
            "One is here today. | One is here today.",
            "· | +Quite another matter altogether!+",
            "Three is here today as well. | Three is here today as well.",
        ],
    );
}

#[test]
fn a_paragraph_that_went_beside_a_changed_one_goes_with_its_full_stop() {
    check(
        "It was a military target.\n\nIt is a crime.\n\nNobody answered.",
        "It had been a military target.\n\nNobody answered.",
        &[
            "It -was- a military target. | It +had been+ a military target.",
            "-It is a crime.- | ·",
            "Nobody answered. | Nobody answered.",
        ],
    );
}

#[test]
fn a_paragraph_cut_in_two_keeps_its_words() {
    check(
        "The army denied it on Monday. The monitor did not answer.",
        "The army denied it on Monday.\n\nThe monitor did not answer.",
        &[
            "The army denied it on Monday. The monitor did not answer. | The army denied it on Monday.",
            "· | The monitor did not answer.",
        ],
    );
}

#[test]
fn a_paragraph_that_was_moved_is_no_change() {
    check(
        "The army denied it on Monday evening.\n\nA.\n\nB.\n\nC.",
        "A.\n\nB.\n\nC.\n\nThe army denied it on Monday evening.",
        &[
            "moved(4) The army denied it on Monday evening. | ·",
            "A. | A.",
            "B. | B.",
            "C. | C.",
            "moved(0) · | The army denied it on Monday evening.",
        ],
    );
}

#[test]
fn a_paragraph_that_was_moved_and_changed_a_little_is_moved_with_its_changes() {
    check(
        "The group said that 35 people were killed in the raid.\n\nA.\n\nB.\n\nC.",
        "A.\n\nB.\n\nC.\n\nThe group said that 40 people were killed in the raid.",
        &[
            "moved(4) The group said that -35- people were killed in the raid. | ·",
            "A. | A.",
            "B. | B.",
            "C. | C.",
            "moved(0) · | The group said that +40+ people were killed in the raid.",
        ],
    );
}

#[test]
fn a_short_heading_that_was_moved_is_moved() {
    check(
        "What happened then?\n\nThe army denied it on Monday.\n\nNobody else was there.",
        "The army denied it on Monday.\n\nNobody else was there.\n\nWhat happened then?",
        &[
            "moved(3) What happened then? | ·",
            "The army denied it on Monday. | The army denied it on Monday.",
            "Nobody else was there. | Nobody else was there.",
            "moved(0) · | What happened then?",
        ],
    );
}

#[test]
fn a_sentence_that_was_moved_into_another_paragraph_is_marked_at_both_ends() {
    check(
        "The army denied it. Shells fell on the market at noon. Nobody answered the calls.\n\nThe mayor left the city on Friday and did not come back.",
        "The army denied it. Nobody answered the calls.\n\nThe mayor left the city on Friday and did not come back. Shells fell on the market at noon.",
        &[
            "The army denied it. ~Shells fell on the market at noon.~ Nobody answered the calls. | The army denied it. Nobody answered the calls.",
            "The mayor left the city on Friday and did not come back. | The mayor left the city on Friday and did not come back. ~Shells fell on the market at noon.~",
        ],
    );
}

#[test]
fn long_paragraphs_are_cut_at_sentences() {
    let sentence = "The army denied that it had fired on the town. ";
    let text = sentence.repeat(400);
    let sides = Sides::of(&text, &text);
    assert!(5 < sides.rows.len() && sides.rows.iter().all(Row::is_same));
    let is_short = |row: &Row| row.old.as_ref().is_some_and(|side| side.range.len().to_usize() <= LONGEST);
    assert!(sides.rows.iter().all(is_short));
}

proptest! {
    #[test]
    fn every_word_stands_in_one_row_and_is_changed_or_has_its_like(
        old in "([ab]{1,2}[ .\n]|ab cd ef gh\n\n){0,40}",
        new in "([ab]{1,2}[ .\n]|ab cd ef gh\n\n){0,40}",
    ) {
        let sides = Sides::of(&old, &new);
        for (text, version, rows) in [
            (&old, &sides.old, sides.rows.iter().filter_map(|row| row.old.as_ref()).collect::<Vec<_>>()),
            (&new, &sides.new, sides.rows.iter().filter_map(|row| row.new.as_ref()).collect::<Vec<_>>()),
        ] {
            let mut end = 0;
            for side in &rows {
                prop_assert!(end <= side.range.start().to_usize());
                end = side.range.end().to_usize();
                for part in side.changed.iter().chain(&side.moved) {
                    prop_assert!(side.range.covers(*part));
                }
            }
            for (at, word) in version.words.iter().enumerate() {
                let row = rows.iter().find(|side| side.range.covers(*word));
                prop_assert!(row.is_some_and(|side| {
                    let mut parts = side.changed.iter().chain(&side.moved);
                    parts.any(|part| part.covers(*word)) == version.is[at].is_none()
                }), "{:?}", word.of(text));
            }
        }
        for (at, other) in sides.old.is.iter().enumerate() {
            if let Some(other) = *other {
                prop_assert_eq!(sides.new.is[other], Some(at));
                prop_assert_eq!(sides.old.words[at].of(&old), sides.new.words[other].of(&new));
            }
        }
    }
}
