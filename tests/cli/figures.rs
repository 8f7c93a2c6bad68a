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
