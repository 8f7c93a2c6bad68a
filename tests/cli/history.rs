//! `postil history`: what it lists, and how a state comes back.

use crate::Desk;

/// What was printed, with the day of the test made the same.
fn run(desk: &Desk, words: &[&str]) -> String {
    let shown = desk.run(words);
    regex::Regex::new(r"20\d\d-\d\d-\d\d").expect("a pattern").replace_all(&shown, "<day>").into_owned()
}

#[test]
fn the_state_before_the_first_change_of_the_day_is_listed_and_comes_back() {
    let desk = Desk::with("raid.txt", "Eight people died. The army denied it.\n");
    let annotate = |quote: &str, tag: &str| {
        run(&desk, &["annotate", "raid.txt", "--as", "Ana", "--quote", quote, "--tag", tag])
    };
    annotate("Eight people died", "claim");
    assert_eq!(
        run(&desk, &["history", "raid.txt"]),
        "--- stderr\nwarning: no earlier state of these marks has been kept on this machine\n"
    );
    annotate("denied", "denial");
    annotate("army", "opinion");
    let listed = run(&desk, &["history", "raid.txt"]);
    assert!(listed.starts_with("  1  <day>  "), "{listed}");
    assert!(listed.ends_with(" B  1 mark, raid.txt.ana-<id>.postil.jsonl\n"), "{listed}");
    assert_eq!(listed.lines().count(), 1);
    let json = run(&desk, &["history", "--json", "raid.txt"]);
    assert!(json.contains(r#""annotator": "Ana""#) && json.contains(r#""marks": 1"#), "{json}");
    // By the name of the layer, too.
    let layer = desk.layers()[0].display().to_string();
    assert_eq!(run(&desk, &["history", &layer]), listed);

    let refused = run(&desk, &["history", &layer, "--restore", "1", "--as", "Ben"]);
    assert!(refused.contains("error: this is a state of the marks of Ana"), "{refused}");
    let refused = run(&desk, &["history", "raid.txt", "--restore", "1999-01-01", "--as", "Ana"]);
    assert!(refused.contains("error: no state called `1999-01-01` has been kept"), "{refused}");

    let restored = run(&desk, &["history", &layer, "--restore", "1", "--as", "Ana"]);
    assert_eq!(restored, "restored the state of <day>: 2 changes\n");
    let marks = run(&desk, &["list", "raid.txt", "--json"]);
    assert!(
        marks.contains("\"quote\": \"Eight people died\"") && marks.matches("\"quote\"").count() == 1,
        "{marks}"
    );
    // The removed marks leave their tombstones, so that no copy brings them back.
    let bytes = std::fs::read_to_string(&desk.layers()[0]).expect("the layer");
    assert_eq!(bytes.matches("as:Tombstone").count(), 2);
}

#[test]
fn a_layer_that_was_deleted_comes_back_from_its_history() {
    let desk = Desk::with("raid.txt", "Eight people died. The army denied it.\n");
    for quote in ["Eight people died", "denied"] {
        desk.run(&["annotate", "raid.txt", "--as", "Ana", "--quote", quote, "--tag", "claim"]);
    }
    std::fs::remove_file(&desk.layers()[0]).expect("the layer");
    let restored = run(&desk, &["history", "raid.txt", "--restore", "1", "--as", "Ana"]);
    assert_eq!(restored, "restored the state of <day>: 1 change\n");
    assert!(run(&desk, &["list", "raid.txt"]).contains("Eight people died"));
}
