//! A folder searched on the command line.

use crate::check;
use crate::desk::Desk;
use crate::marked_desk;
use expect_test::expect;
use serde_json::Value;
use std::fs;

fn folder() -> Desk {
    let mut desk = marked_desk();
    fs::create_dir(desk.path("2017")).expect("made");
    desk.article(
        "2017/may.md",
        b"---\ntitle: The army denied it\ndate: 2017-05-02\n---\n\nNo words. None at all.\n",
    );
    desk
}

#[test]
fn words_are_found_in_titles_sentences_and_marks() {
    check(
        &folder().run(&["search", ".", "the army", "denied"]),
        expect![[r#"
            ./2017/may.md: title
                –  “The army denied it”
            ./raid.txt: 2 sentences, 1 mark
                1  The army denied it.
                2  The army denied that it had been there.
              <id>  Denial  Ana  exact  “The army denied … it.”
                        sentence:  “The army denied it.”
                        note:  “who's army?”
        "#]],
    );
}

#[test]
fn filters_find_marks_and_a_hyphen_turns_them_round() {
    let desk = folder();
    let n = |words: &[&str]| {
        let shown = desk.run(&[&["search", ".", "--json"], words].concat());
        let found: Vec<Value> =
            serde_json::from_str(&shown).unwrap_or_else(|error| panic!("{error}: {shown}"));
        (found.iter().filter(|one| one["in"] == "mark").count(), found.len())
    };
    assert_eq!(n(&["tag:denial"]), (1, 1));
    assert_eq!(n(&["--", "-tag:denial"]), (3, 3));
    assert_eq!(n(&["source:a hospital", "has:figure"]), (1, 1));
    assert_eq!(n(&["--", "-has:note", "by:Ana"]), (2, 2));
    assert_eq!(n(&["is:unlinked", "by:Ana"]), (1, 1));
    // A filter about articles leaves texts and titles in, one about marks does not.
    assert_eq!(n(&["army", "before:2017-06"]), (0, 1));
    assert_eq!(n(&["army", "tag:denial"]), (1, 1));
    assert_eq!(n(&["ARMY", "--case"]), (0, 0));
    assert_eq!(n(&["rai", "--word"]), (0, 0));
    assert_eq!(n(&["dis.race", "--regex", "by:Ben"]), (1, 1));
}

#[test]
fn what_cannot_be_searched_is_refused() {
    let desk = folder();
    check(
        &desk.run(&["search", ".", "tga:denial"]),
        expect![[r#"
            --- stderr
            error: there is no filter `tga:`
            hint: the filters are tag, by, source, note, outlet, title, in, language, before, after, date, is, has; words with a colon are looked for in quotation marks
            --- exit 2
        "#]],
    );
    check(
        &desk.run(&["search", "raid.txt", "army"]),
        expect![[r#"
            --- stderr
            error: `raid.txt` is no folder
            hint: `postil find` looks into one article
            --- exit 2
        "#]],
    );
}
