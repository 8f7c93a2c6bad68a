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
    check(
        &desk.run(&["place", "raid.txt", "new.txt", "--layer", "ana.jsonl"]),
        expect![[r#"
            raid.txt → new.txt: 3 marks, 3 changed
              <id>  changed    0.866  “Eight people died in the raid” → at 21..58 “At least nine people died in the raid”
              <id>  changed    0.804  “Eight people died” → at 21..46 “At least nine people died”
              <id>  changed    0.980  “The army denied … it.” → at 77..107 “The army denied … it on Tuesday.”
            --- exit 1
        "#]],
    );
    check(
        &desk.run(&["place", "raid.txt", "new.txt", "--layer", "ana.jsonl", "--json"]),
        expect![[r#"
            [
              {
                "id": "<uuid>",
                "quote": "Eight people died in the raid",
                "placement": "changed",
                "pieces": [
                  {
                    "start": 21,
                    "end": 58
                  }
                ],
                "score": 0.866,
                "candidates": []
              },
              {
                "id": "<uuid>",
                "quote": "Eight people died",
                "placement": "changed",
                "pieces": [
                  {
                    "start": 21,
                    "end": 46
                  }
                ],
                "score": 0.804,
                "candidates": []
              },
              {
                "id": "<uuid>",
                "quote": "The army denied … it.",
                "placement": "changed",
                "pieces": [
                  {
                    "start": 77,
                    "end": 92
                  },
                  {
                    "start": 93,
                    "end": 107
                  }
                ],
                "score": 0.98,
                "candidates": []
              }
            ]
            --- exit 1
        "#]],
    );
    check(
        &desk.run(&["place", "raid.txt", "raid.txt", "--layer", "ana.jsonl"]),
        expect![[r#"
            raid.txt → raid.txt: 3 marks, 3 exact
              <id>  exact      1.000  “Eight people died in the raid” → at 10..39
              <id>  exact      1.000  “Eight people died” → at 10..27
              <id>  exact      1.000  “The army denied … it.” → at 58..77
        "#]],
    );
}

#[test]
fn place_refuses_what_is_no_layer_and_no_article() {
    let desk = two_versions();
    check(
        &desk.run(&["place", "raid.txt", "new.txt", "--layer", "raid.txt"]),
        expect![[r#"
        --- stderr
        error: `raid.txt` is no layer that can be read
        hint: layers are files that end in `.postil.jsonl`, beside the article
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["place", "raid.txt", "new.txt", "--layer", "nowhere.jsonl"]),
        expect![[r#"
        --- stderr
        error: cannot open `nowhere.jsonl`: there is no such file
        hint: look at the spelling of the path
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["place", "raid.txt", "nowhere.txt", "--layer", "ana.jsonl"]),
        expect![[r#"
        --- stderr
        error: cannot open `nowhere.txt`: there is no such file
        hint: look at the spelling of the path
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["place", "new.txt", "raid.txt", "--layer", "ana.jsonl"]),
        expect![[r#"
            new.txt → raid.txt: 3 marks, 3 exact
              <id>  exact      1.000  “Eight people died in the raid” → at 10..39
              <id>  exact      1.000  “Eight people died” → at 10..27
              <id>  exact      1.000  “The army denied … it.” → at 58..77
            --- stderr
            warning: 3 marks of the layer were made on another text than `new.txt`, and may be found less well
        "#]],
    );
}

#[test]
fn check_tells_a_program_all_that_it_tells_a_person() {
    let mut desk = marked_desk();
    desk.article("raid.txt", ARTICLE.replace("Eight people died in", "Nine people died in").as_bytes());
    let ben =
        desk.layers().into_iter().find(|path| path.to_string_lossy().contains("ben-")).expect("a layer");
    let mut bytes = fs::read(&ben).expect("read");
    bytes.extend_from_slice(b"half a li\n");
    fs::write(&ben, bytes).expect("written");
    check(
        &desk.run(&["check", "raid.txt"]),
        expect![[r#"
        raid.txt: 4 marks, 2 moved, 2 changed, 1 unreadable line
          changed    <id>  Casualty report, Ana: “Eight people died in the raid”
                     now at 10..38 “Nine people died in the raid”, if that is it
          changed    <id>  Claim, Ana: “Eight people died”
                     now at 10..26 “Nine people died”, if that is it
          moved      <id>  Denial, Ana: “The army denied … it.”
          moved      <id>  Opinion, Ben: “A disgrace”
          unreadable  line 3 of raid.txt.ben-<id>.postil.jsonl: “half a li”
        --- exit 1
    "#]],
    );
    check(
        &desk.run(&["check", "raid.txt", "--json"]),
        expect![[r#"
        [
          {
            "document": "raid.txt",
            "digest": "ni:///sha-256;rXFD0TxtpasZiphTx3k13qk3NYEqLHSaWORPyQztSSo",
            "marks": [
              {
                "id": "<uuid>",
                "layer": "raid.txt.ana-<id>.postil.jsonl",
                "annotator": "Ana",
                "tags": [
                  "casualty-report"
                ],
                "quote": "Eight people died in the raid",
                "placement": "changed",
                "pieces": [
                  {
                    "start": 10,
                    "end": 38
                  }
                ],
                "score": 0.895,
                "candidates": []
              },
              {
                "id": "<uuid>",
                "layer": "raid.txt.ana-<id>.postil.jsonl",
                "annotator": "Ana",
                "tags": [
                  "claim"
                ],
                "quote": "Eight people died",
                "placement": "changed",
                "pieces": [
                  {
                    "start": 10,
                    "end": 26
                  }
                ],
                "score": 0.833,
                "candidates": []
              },
              {
                "id": "<uuid>",
                "layer": "raid.txt.ana-<id>.postil.jsonl",
                "annotator": "Ana",
                "tags": [
                  "denial"
                ],
                "quote": "The army denied … it.",
                "placement": "moved",
                "pieces": [
                  {
                    "start": 57,
                    "end": 72
                  },
                  {
                    "start": 73,
                    "end": 76
                  }
                ],
                "score": 1.0,
                "candidates": []
              },
              {
                "id": "<uuid>",
                "layer": "raid.txt.ben-<id>.postil.jsonl",
                "annotator": "Ben",
                "tags": [
                  "opinion"
                ],
                "quote": "A disgrace",
                "placement": "moved",
                "pieces": [
                  {
                    "start": 118,
                    "end": 128
                  }
                ],
                "score": 1.0,
                "candidates": []
              }
            ],
            "figures": [],
            "versions": [],
            "unreadable_lines": [
              {
                "layer": "raid.txt.ben-<id>.postil.jsonl",
                "line": 3,
                "text": "half a li"
              }
            ],
            "carried": [],
            "unreadable_layers": [],
            "copies": [],
            "warnings": [
              "`raid.txt.ben-<id>.postil.jsonl`: line 3 cannot be read and is kept as it is"
            ]
          }
        ]
        --- exit 1
    "#]],
    );
}
