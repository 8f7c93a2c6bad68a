//! `postil figures`: what it lists.

use crate::Desk;

#[test]
fn counts_of_people_are_listed_with_their_paragraphs_and_in_code_points() {
    let text = "In 2016 the wall cost $3 million.\n\nMany were injured, and more than 35 civilians were killed; \
                the toll rose from 35 to 40.\n";
    let desk = Desk::with("raid.txt", text);
    assert_eq!(
        desk.run(&["figures", "raid.txt"]),
        "as worded injured: “Many” (paragraph 2)\n≥ 36 killed: “more than 35 civilians” (paragraph 2)\n\
         40 harmed: “35 to 40” (paragraph 2)\n"
    );
    let json = desk.run(&["figures", "--json", "raid.txt"]);
    for expected in [
        "\"text\": \"more than 35 civilians\",\n    \"start\": 58,\n    \"end\": 80,\n    \"outcome\": \"killed\",\n    \
         \"population\": \"civilians\",\n    \"low\": 36,\n    \"high\": null,\n    \"stated\": 35,\n    \
         \"qualifier\": \"more-than\",\n    \"convention\": \"as-worded\"",
        "\"role\": \"update\",\n    \"before\": 35",
        "\"document\": \"raid.txt\"",
    ] {
        assert!(json.contains(expected), "{expected} in {json}");
    }
}

#[test]
fn standard_input_is_read_in_the_language_that_is_given() {
    let desk = Desk::with("raid.txt", "");
    let read = |words: &[&str]| desk.run_with(words, "12 mort");
    assert_eq!(read(&["figures", "--lang", "fr", "-"]), "12 killed: “12” (paragraph 1)\n");
    assert_eq!(read(&["figures", "--lang", "en", "-"]), "");
    let refused = read(&["figures", "--lang", "xx", "-"]);
    assert!(refused.contains("error: no words of the language `xx` are known"), "{refused}");
    assert!(refused.contains("hint: known are en, de, fr, es, ru, uk, ar"), "{refused}");
}

#[test]
fn what_is_near_has_its_tolerance_and_its_ends_stay_open() {
    let desk = Desk::with("raid.txt", "About 500 people were killed, and nearly 300 were injured.\n");
    assert_eq!(
        desk.run(&["figures", "raid.txt"]),
        "about 500 (450–550) killed: “About 500 people” (paragraph 1)\n\
         about 300 (200–300) injured: “nearly 300” (paragraph 1)\n"
    );
    let json = desk.run(&["figures", "--json", "raid.txt"]);
    for expected in [
        "\"low\": null,\n    \"high\": null,\n    \"stated\": 500,\n    \"qualifier\": \"about\"",
        "\"tolerance\": {\n      \"low\": 450,\n      \"high\": 550\n    },\n    \"muc\": \"~500\"",
        "\"tolerance\": {\n      \"low\": 200,\n      \"high\": 300\n    },\n    \"muc\": \"~300\"",
    ] {
        assert!(json.contains(expected), "{expected} in {json}");
    }
}

#[test]
fn words_without_a_number_are_read_by_the_convention_that_is_asked_for() {
    let text = "Dozens were killed, at least 6 injured, and between 6 and 8 people are missing.\n";
    let mut desk = Desk::with("raid.txt", text);
    let read = |desk: &Desk, convention: &str| {
        let listed = desk.run(&["figures", "raid.txt", "--convention", convention]);
        let numbers: Vec<String> = listed
            .lines()
            .map(|line| line.split_once(": “").map_or(line, |(number, _)| number).to_owned())
            .collect();
        numbers
    };
    assert_eq!(read(&desk, "as-worded"), ["as worded killed", "≥ 6 injured", "6–8 missing"]);
    assert_eq!(read(&desk, "acled"), ["12 killed", "≥ 6 injured", "6–8 missing"]);
    assert_eq!(read(&desk, "muc"), ["PLURAL killed", "6- injured", "6-8 missing"]);
    let refused = read(&desk, "house").join(" ");
    assert!(refused.contains("no table of the house holds for `raid.txt`"), "{refused}");

    let settings = b"[figures]\nconvention = \"acled\"\n\n[figures.house]\ndozens = [24]\n";
    desk.article("postil.toml", settings);
    assert_eq!(read(&desk, "house"), ["≥ 24 killed", "≥ 6 injured", "6–8 missing"]);
    assert_eq!(read(&desk, "as-worded"), ["as worded killed", "≥ 6 injured", "6–8 missing"]);
    let json = desk.run(&["figures", "--json", "raid.txt"]);
    assert!(
        json.contains("\"convention\": \"acled\",\n    \"tolerance\": null,\n    \"muc\": \"12\""),
        "{json}"
    );
    let json = desk.run_with(&["figures", "--json", "--convention", "muc", "-"], text);
    assert!(
        json.contains("\"convention\": \"as-worded\",\n    \"tolerance\": null,\n    \"muc\": \"PLURAL\""),
        "{json}"
    );
}
