//! `postil place` and `postil check --json`: where marks land in a changed article.

use crate::desk::Desk;
use crate::{ARTICLE, check, marked_desk};
use expect_test::expect;
use std::fs;

/// The desk with a second version beside the first, and Ana's layer under a name of its own.
fn two_versions() -> Desk {
    let mut desk = marked_desk();
    let layers = desk.layers();
    let ana = layers.iter().find(|path| path.to_string_lossy().contains("ana-")).expect("a layer");
    fs::copy(ana, desk.path("ana.jsonl")).expect("copied");
    let new = ARTICLE
        .replace("Eight people died in", "At least nine people died in")
        .replace("The raid", "On Monday: the raid")
        .replace("The army denied it.", "The army denied it on Tuesday.");
    desk.article("new.txt", new.as_bytes());
    desk
}

#[test]
fn place_shows_where_marks_of_an_old_version_land_in_a_new_one() {
    let desk = two_versions();
    check(&desk.run(&["place", "raid.txt", "new.txt", "--layer", "ana.jsonl"]), expect![[""]]);
    check(&desk.run(&["place", "raid.txt", "new.txt", "--layer", "ana.jsonl", "--json"]), expect![[""]]);
    check(&desk.run(&["place", "raid.txt", "raid.txt", "--layer", "ana.jsonl"]), expect![[""]]);
}

#[test]
fn place_refuses_what_is_no_layer_and_no_article() {
    let desk = two_versions();
    check(&desk.run(&["place", "raid.txt", "new.txt", "--layer", "raid.txt"]), expect![[""]]);
    check(&desk.run(&["place", "raid.txt", "new.txt", "--layer", "nowhere.jsonl"]), expect![[""]]);
    check(&desk.run(&["place", "raid.txt", "nowhere.txt", "--layer", "ana.jsonl"]), expect![[""]]);
    check(&desk.run(&["place", "new.txt", "raid.txt", "--layer", "ana.jsonl"]), expect![[""]]);
}

#[test]
fn check_tells_a_program_all_that_it_tells_a_person() {
    let mut desk = marked_desk();
    desk.article("raid.txt", ARTICLE.replace("Eight people died in", "Nine people died in").as_bytes());
    let ben = desk.layers().into_iter().find(|path| path.to_string_lossy().contains("ben-")).expect("a layer");
    let mut bytes = fs::read(&ben).expect("read");
    bytes.extend_from_slice(b"half a li\n");
    fs::write(&ben, bytes).expect("written");
    check(&desk.run(&["check", "raid.txt"]), expect![[""]]);
    check(&desk.run(&["check", "raid.txt", "--json"]), expect![[""]]);
}
