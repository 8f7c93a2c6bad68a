//! Phrasings with what they tell, and sentences that tell no count of people.

use super::*;

/// Each line a phrasing, ` => ` and its counts; lines that begin with `#` part them.
const TOLD: &str = include_str!("../../../tests/fixtures/figures/told.txt");
/// Each line a sentence with numbers that count something else.
const NOTHING: &str = include_str!("../../../tests/fixtures/figures/nothing.txt");

/// `at-least 35 killed; 12 killed part`
fn shown(text: &str) -> String {
    let limit = |limit: Option<Limit>| {
        limit.map_or(String::new(), |limit| format!("{} ", limit.name().replace(' ', "-")))
    };
    let one = |told: &Told| {
        let amount = match told.amount {
            Stating::Unread => "unread".to_owned(),
            Stating::Vague => "vague".to_owned(),
            Stating::Number(by, n) => format!("{}{n}", limit(by)),
            Stating::Range(by, low, high) => format!("{}{low}–{high}", limit(by)),
        };
        let population = told.population.map_or(String::new(), |of| format!(" {of}"));
        let role = match told.role {
            Role::Whole => String::new(),
            Role::Part => " part".to_owned(),
            Role::Addition => " more".to_owned(),
            Role::Update(before) => format!(" was {before}"),
            Role::Former => " before".to_owned(),
        };
        format!("{amount} {}{population}{role}", told.outcome.unwrap_or("?"))
    };
    figures(text).iter().map(one).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check<'a>(cases: impl Iterator<Item = (&'a str, &'a str)>) {
    let wrong: Vec<String> = cases
        .filter_map(|(text, expected)| {
            let told = shown(text);
            (told != expected).then(|| format!("{text}\n  expected {expected:?}\n  told     {told:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} are told otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

fn lines(data: &str) -> impl Iterator<Item = &str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn counts_of_people_are_told_with_what_became_of_them() {
    check(lines(TOLD).map(|line| line.split_once(" => ").expect("a phrasing and its counts")));
}

#[test]
fn numbers_of_other_things_are_no_counts_of_people() {
    check(lines(NOTHING).map(|line| (line, "")));
}

#[test]
fn the_words_of_a_count_are_in_the_text_and_in_order() {
    let text = "Nobody was hurt.\n\nAt least 35 people died – 12 more people were injured.";
    let words: Vec<_> = figures(text).iter().filter_map(|told| told.words.of(text)).collect();
    assert_eq!(words, ["Nobody", "At least 35 people", "12 more people"]);
}

#[test]
fn words_are_told_once() {
    assert_eq!(figures("one both people died").len(), 1);
}

proptest::proptest! {
    #[test]
    fn no_text_panics(
        text in "(a |an |no |one |both |35 |1,200 |twenty|-|more than |between |and |or |killed |wounded |were |people |man |of |including |another |from |to |rose |dozens |died|, |\\. |\n|\n\n|人|قتل |٣٥ |% |the ){0,24}",
    ) {
        let mut end = crate::text::TextSize::ZERO;
        for told in figures(&text) {
            proptest::prop_assert!(told.words.of(&text).is_some_and(|words| !words.is_empty()));
            proptest::prop_assert!(end <= told.words.start());
            end = told.words.end();
        }
    }
}
