//! What somebody else wrote and this program does not know: it is shown where it can be, told where it
//! cannot, and stands in the file afterwards as it stood.

use crate::desk::Desk;
use crate::marked_desk;
use std::fs;

/// A reply to a mark and a line of a kind that nobody knows yet.
const FOREIGN: [&str; 2] = [
    r#"{"id":"urn:uuid:f0000000-0000-4000-8000-000000000001","type":"Annotation","motivation":"replying","body":{"type":"TextualBody","value":"No."},"target":"urn:uuid:f0000000-0000-4000-8000-000000000009"}"#,
    r#"{"id":"urn:uuid:f0000000-0000-4000-8000-000000000002","type":"x:Verdict","x:weight":1.10}"#,
];

/// Ana's layer with unknown keys, an unknown tag, foreign lines and one that cannot be read.
fn strange_desk() -> Desk {
    let desk = marked_desk();
    let layer = &desk.layers()[0];
    let text = fs::read_to_string(layer).expect("a layer");
    let text = text.replace(r#""value":"denial""#, r#""value":"rum\u202eour","x:by":{"n": 1E400}"#);
    let text = text.replace(r#","postil:rev""#, r#","x:new":[1.10,{ "a":1 }],"postil:rev""#);
    fs::write(layer, format!("{text}{}\n{}\n{{\"half\n", FOREIGN[0], FOREIGN[1])).expect("written");
    desk
}

#[test]
fn what_is_not_known_is_shown_or_told() {
    let desk = strange_desk();
    let listed = desk.run(&["list", "raid.txt"]);
    assert!(listed.contains("rum⟨U+202E⟩our") && listed.contains("“The army denied … it.”"), "{listed}");
    assert!(listed.contains("of a kind that is carried, not shown"), "{listed}");
    assert!(desk.run(&["show", "raid.txt"]).contains("rum⟨U+202E⟩our"), "an unknown tag has no legend");
    let tag = "rum\u{202e}our";
    assert!(desk.run(&["list", "raid.txt", "--tag", tag]).contains("raid.txt: 1 mark"));
    let checked = desk.run(&["check", "raid.txt"]);
    assert!(checked.contains("4 marks, 4 exact, 1 unreadable line, 2 lines carried"), "{checked}");
    assert!(
        checked.contains("  carried     2 lines of raid.txt.ana-<id>.postil.jsonl, of a kind that is kept"),
        "{checked}"
    );
}

#[test]
fn tags_that_look_alike_are_told() {
    let desk = marked_desk();
    let layer = &desk.layers()[0];
    let text = fs::read_to_string(layer).expect("a layer");
    fs::write(layer, text.replace(r#""value":"claim""#, "\"value\":\"cl\u{430}im\"")).expect("written");
    let told = "warning: raid.txt: the tags `claim` and `cl\u{430}im` look alike and are two: \
                character 3 is U+0061 in the first, U+0430 in the second";
    let checked = desk.run(&["check", "raid.txt"]);
    assert!(checked.contains(told), "{checked}");
    let label = "name = \"x\"\n[[tag]]\nslug = \"claim\"\n[[tag]]\nslug = \"c1aim\"\n";
    fs::write(desk.path("codebook.postil.toml"), label).expect("written");
    let checked = desk.run(&["check", "raid.txt"]);
    assert!(
        checked.contains("the tags `claim` and `c1aim` look alike and are two: character 2"),
        "{checked}"
    );
}

#[test]
fn what_is_not_known_stands_as_it_stood_after_a_change() {
    let desk = strange_desk();
    let layer = desk.layers()[0].clone();
    let before = fs::read_to_string(&layer).expect("a layer");
    let run = desk.run_with(&["run", "raid.txt", "--as", "Ana"], "select 'hospital'\ntag claim\n");
    assert!(!run.contains("error:"), "{run}");
    let after = fs::read_to_string(&layer).expect("a layer");
    for line in before.lines() {
        assert!(after.lines().any(|other| other == line), "{line} is gone from {after}");
    }
    assert_eq!(after.lines().count(), before.lines().count() + 1);
    // Also the line that is written anew keeps what is not ours.
    let id =
        before.lines().find(|line| line.contains("u202eour")).and_then(|line| line.split("urn:uuid:").nth(2));
    let note = format!("note {} 'changed'\n", &id.expect("an id")[..8]);
    let run = desk.run_with(&["run", "raid.txt", "--as", "Ana"], &note);
    assert!(!run.contains("error:"), "{run}");
    let after = fs::read_to_string(&layer).expect("a layer");
    let line = after.lines().find(|line| line.contains("changed")).expect("the line");
    assert!(
        line.contains(r#""x:by":{"n": 1E400}"#) && line.contains(r#""x:new":[1.10,{ "a":1 }]"#),
        "{line}"
    );
}

#[test]
fn a_figure_that_was_read_otherwise_is_told_and_stays() {
    let desk = marked_desk();
    assert!(!desk.run(&["check", "raid.txt"]).contains("figure"), "what is saved is what is read");
    let layer = &desk.layers()[0];
    let text = fs::read_to_string(layer).expect("a layer");
    let old = text.replace(r#"postil:low":8"#, r#"postil:low":7"#);
    assert_ne!(old, text);
    fs::write(layer, &old).expect("written");
    let checked = desk.run(&["check", "raid.txt"]);
    assert!(checked.contains("1 figure read otherwise today"), "{checked}");
    assert!(checked.contains("“Eight people” is saved as 7–8; read today it is 8"), "{checked}");
    assert!(desk.run(&["check", "raid.txt", "--json"]).contains("\"read_today\""));
    assert_eq!(fs::read_to_string(layer).expect("a layer"), old);
}
