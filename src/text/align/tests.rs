//! What words become.

use super::respelt::resembles;
use super::*;
use proptest::prelude::*;

fn words<'a>(text: &'a str, words: &Words) -> Vec<&'a str> {
    words.ranges.iter().map(|range| range.of(text).unwrap()).collect()
}

proptest! {
    #[test]
    fn each_word_becomes_one_that_says_the_same_or_is_spelt_like_it(old in "([ab]{1,2}[ .\n]){0,60}", new in "([ab]{1,2}[ .\n]){0,60}") {
        let alignment = Alignment::of(&old, &new);
        let (olds, news) = (words(&old, &alignment.old), words(&new, &alignment.new));
        for (i, became) in alignment.became.iter().enumerate() {
            let Some(became) = *became else { continue };
            prop_assert!(olds[i] == news[became] || resembles(olds[i], news[became]));
            prop_assert_eq!(alignment.was[became], Some(i));
        }
        prop_assert_eq!(alignment.became.iter().flatten().count(), alignment.was.iter().flatten().count());
    }

    #[test]
    fn all_words_of_lines_that_stay_stay(lines in prop::collection::vec("[a-z]{1,3} [a-z]{1,3}", 1..12), cut in 0..12_usize) {
        let old = lines.join("\n");
        let left: Vec<&str> = lines.iter().enumerate().filter(|(i, _)| *i != cut).map(|(_, line)| line.as_str()).collect();
        let alignment = Alignment::of(&old, &left.join("\n"));
        prop_assert!(alignment.was.iter().all(Option::is_some));
    }
}

#[test]
fn a_text_is_aligned_with_itself_however_long() {
    let text: String = (0..5000).map(|n| format!("{} {} ", n % 7, n * n % 1013)).collect();
    let alignment = Alignment::of(&text, &text);
    assert!(alignment.became.iter().enumerate().all(|(i, became)| *became == Some(i)));
}

#[test]
fn what_stands_twice_stays_although_a_row_between_moved_from_the_one_to_the_other() {
    let row = |name: &str, from: usize, to: usize| -> String {
        (from..to).map(|n| format!("{name}{n} ")).collect()
    };
    let (first, rest, moved) = (row("word", 0, 20), row("word", 20, 60), row("moved", 0, 12));
    let old = format!("{first}{moved}{rest}{first}{rest}once");
    let new = format!("{first}{rest}{first}{moved}{rest}later");
    let became = Alignment::of(&old, &new).became;
    assert!((32..72).all(|old| became[old] == Some(old - 12)), "the rest where it stood first: {became:?}");
    assert!((92..132).all(|old| became[old] == Some(old)), "and where it stood again: {became:?}");
    assert!((20..32).all(|old| became[old] == Some(old + 60)), "the row elsewhere: {became:?}");
}

#[test]
fn the_longest_rising_row_is_found() {
    assert_eq!(longest_rising(&[(0, 5), (1, 1), (2, 2), (3, 0), (4, 9)]), [(1, 1), (2, 2), (4, 9)]);
    assert!(longest_rising(&[]).is_empty());
}

#[test]
fn the_eye_stays_at_the_same_words() {
    let old = "One.\n\nTwo here.\n\nThree there.";
    let seen = |new: &'static str, words: &str| {
        let at = TextSize::from_usize(old.find(words).unwrap());
        let place = Alignment::of(old, new).place_of(at);
        place.map(|place| &new[place.to_usize()..])
    };
    assert_eq!(
        seen("Nought.\n\nOne.\n\nTwo here.\n\nThree there.", "Two"),
        Some("Two here.\n\nThree there.")
    );
    assert_eq!(seen("One.\n\nThree there.", "Two"), Some("Three there."));
    assert_eq!(seen("Something else.", "Two"), None);
}

#[test]
fn what_came_is_told_where_sentences_begin() {
    let (old, new) = ("It was so. The mill closed.", "It was so. Nobody knew. The mill closed.");
    let alignment = Alignment::of(old, new);
    let came: Vec<&str> = (0..alignment.new.len())
        .filter(|&i| alignment.was[i].is_none())
        .map(|i| alignment.new.ranges[i].of(new).unwrap())
        .collect();
    assert_eq!(came, ["Nobody", "knew", "."]);
    assert_eq!(alignment.became[3], Some(3), "the first full stop");
}

#[test]
fn parts_are_aligned_and_what_lies_between_them_is_not() {
    let old = "The mill closed at noon on Friday.\n\0\nThe army denied all of it again.";
    let new = "On Monday it rained. The mill closed at noon on Friday. The vote was on Monday, and the day was dry. The army denied all of it.";
    let alignment = Alignment::of_parts(old, '\0', new);
    let stays = |words: &str| {
        let at = TextSize::from_usize(old.find(words).unwrap());
        let i = alignment.old.ranges.iter().position(|range| range.start() == at).unwrap();
        alignment.became[i].map(|new| alignment.new.ranges[new].start().to_usize())
    };
    assert_eq!(stays("mill"), new.find("mill"));
    assert_eq!(stays("denied"), new.find("denied"));
    assert_eq!(stays("again"), None);
    assert_eq!(alignment.same().count(), 15);
}

/// What each word of the old text became.
fn became(old: &str, new: &str) -> Vec<String> {
    let alignment = Alignment::of(old, new);
    let olds = words(old, &alignment.old).into_iter().map(str::to_owned);
    let news = words(new, &alignment.new);
    let pairs = olds.zip(&alignment.became);
    pairs
        .map(|(old, became)| became.map_or(format!("{old} -"), |new| format!("{old} {}", news[new])))
        .collect()
}

#[test]
fn words_that_changed_places_stay() {
    assert_eq!(
        became("It stood there still all day.", "It stood still there all day."),
        ["It It", "stood stood", "there there", "still still", "all all", "day day", ". ."]
    );
}

#[test]
fn glued_words_are_cut_where_they_were_glued_with_what_went_between_them() {
    assert_eq!(
        became("They fled, most of them south.", "They fledof them so\u{ad}uth."),
        ["They They", "fled fled", ", -", "most -", "of of", "them them", "south so\u{ad}uth", ". ."]
    );
    assert_eq!(became("It isalso so. Yes.", "It is also so. Yes.")[1..3], ["is is", "also also"]);
}

#[test]
fn short_words_resemble_few_others() {
    assert!(resembles("Prague", "Prauge") && resembles("killed", "kill") && resembles("were", "wer"));
    assert!(!resembles("too", "into") && !resembles("each", "such"));
}
