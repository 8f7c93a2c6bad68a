//! What is only shown: the text, the marks on it, the list of them.

use crate::desk::Desk;
use crate::{check, marked_desk};
use expect_test::expect;

#[test]
fn text_gives_the_reading_text_to_the_byte() {
    let desk = Desk::with("a.txt", "one \u{1b}[31m\r\ntwo\n");
    assert_eq!(desk.run(&["text", "a.txt"]), "one \u{1b}[31m\ntwo\n");
}

#[test]
fn text_describes_an_article() {
    let desk = Desk::with("raid.md", "---\nbyline: A. Reporter\n---\n# The raid 🕊\n\n1. Eight *died*.\n");
    check(
        &desk.run(&["text", "raid.md", "--json"]),
        expect![[r#"
            {
              "document": "raid.md",
              "id": "urn:uuid:<uuid>",
              "title": "The raid 🕊",
              "digest": "ni:///sha-256;egYu9-0qNVPza1AfFQT2o4gZVvZc2aoAEijCYV3vbXM",
              "importer": "postil:markdown/5",
              "encoding": "UTF-8",
              "extent": "article",
              "length": 23,
              "metadata": {
                "byline": "A. Reporter"
              },
              "blocks": [
                {
                  "kind": "heading",
                  "start": 0,
                  "end": 10,
                  "level": 1
                },
                {
                  "kind": "list-item",
                  "start": 12,
                  "end": 23,
                  "number": 1,
                  "list_depth": 1
                }
              ]
            }
        "#]],
    );
}

#[test]
fn show_draws_marks_with_the_shapes_of_their_tags() {
    check(
        &marked_desk().run(&["show", "raid.txt"]),
        expect![[r#"
        The raid

        ·[─[Eight people died]─ in the raid]·, a hospital said. ═[The army denied]═ ═[it.]═

        The army denied that it had been there. ~[A disgrace]~.

        ─[Claim]─ 1   ═[Denial]═ 1   ·[Casualty report]· 1   ~[Opinion]~ 1
    "#]],
    );
}

#[test]
fn show_knows_colours() {
    let shown = marked_desk().run(&["show", "raid.txt", "--color", "always"]);
    check(
        &shown.replace('\u{1b}', "^"),
        expect![[r#"
        The raid

        ^[4:1;58:2::50:130:226;38;2;205;83;168mEight people died^[0m^[4:4;58:2::205:83:168;38;2;205;83;168m in the raid^[0m, a hospital said. ^[4:2;58:2::203:91:43;38;2;203;91;43mThe army denied^[0m ^[4:2;58:2::203:91:43;38;2;203;91;43mit.^[0m

        The army denied that it had been there. ^[4:3;58:2::51:155:121;38;2;51;155;121mA disgrace^[0m.

        ^[4:1;58:2::50:130:226;38;2;50;130;226mClaim^[0m 1   ^[4:2;58:2::203:91:43;38;2;203;91;43mDenial^[0m 1   ^[4:4;58:2::205:83:168;38;2;205;83;168mCasualty report^[0m 1   ^[4:3;58:2::51:155:121;38;2;51;155;121mOpinion^[0m 1
    "#]],
    );
}

#[test]
fn show_writes_marked_text() {
    check(
        &marked_desk().run(&["show", "raid.txt", "--marked"]),
        expect![[r#"
        //- layer Ana
        The raid

        [casualty-report#<id>:[claim#<id>:Eight people died] in the raid], a hospital said. [denial#<id> denies <id>:The army denied] [+<id>:it.]

        The army denied that it had been there. A disgrace.

        @ <id> source 'a hospital'
        @ <id> figure 'Eight people' outcome 'killed'
        @ <id> note 'who\'s army?'
        //- layer Ben
        The raid

        Eight people died in the raid, a hospital said. The army denied it.

        The army denied that it had been there. [opinion#<id>:A disgrace].
    "#]],
    );
}

#[test]
fn list_names_every_mark() {
    let mut desk = marked_desk();
    desk.article("empty.md", b"# Nothing is marked here\n");
    check(
        &desk.run(&["list", "."]),
        expect![[r#"
        ./empty.md: 0 marks
        ./raid.txt: 4 marks
          <id>  Casualty report  Ana  exact  “Eight people died in the raid”
                    source:  “a hospital”
                    figure:  “Eight people”
          <id>  Claim            Ana  exact  “Eight people died”
          <id>  Denial           Ana  exact  “The army denied … it.”
                    denies  <id> “Eight people died”
                    note:  “who's army?”
          <id>  Opinion          Ben  exact  “A disgrace”
    "#]],
    );
}

#[test]
fn list_gives_json_and_filters() {
    let desk = marked_desk();
    check(
        &desk.run(&["list", "raid.txt", "--json", "--tag", "Denial"]),
        expect![[r#"
            [
              {
                "document": "raid.txt",
                "article": "raid.txt",
                "title": "The raid",
                "layer": "raid.txt.ana-<id>.postil.jsonl",
                "annotator": "Ana",
                "id": "<uuid>",
                "tags": [
                  "denial"
                ],
                "note": "who's army?",
                "pieces": [
                  {
                    "start": 58,
                    "end": 73
                  },
                  {
                    "start": 74,
                    "end": 77
                  }
                ],
                "quote": "The army denied … it.",
                "placement": "exact",
                "source": null,
                "sources": [],
                "unattributed": false,
                "cue": null,
                "certainty": null,
                "proposed_by": null,
                "figure": [],
                "no_figure": false,
                "links": [
                  {
                    "relation": "denies",
                    "to": "<uuid>",
                    "words": "Eight people died"
                  }
                ],
                "created": "<time>",
                "modified": "<time>"
              }
            ]
        "#]],
    );
    check(
        &desk.run(&["list", "raid.txt", "--by", "ben"]),
        expect![[r#"
        raid.txt: 1 mark
          <id>  Opinion  Ben  exact  “A disgrace”
    "#]],
    );
    check(
        &desk.run(&["list", "raid.txt", "--text", "WHO'S"]),
        expect![[r#"
        raid.txt: 1 mark
          <id>  Denial  Ana  exact  “The army denied … it.”
                    denies  <id> “Eight people died”
                    note:  “who's army?”
    "#]],
    );
    check(&desk.run(&["list", "raid.txt", "--text", "nowhere"]), expect![[r#""#]]);
    check(
        &desk.run(&["list", "raid.txt", "--tag", "lie"]),
        expect![[r#"
        --- stderr
        error: the codebook has no tag `lie`
        hint: its tags are claim, denial, casualty-report, opinion
        --- exit 2
    "#]],
    );
}

#[test]
fn a_layer_stands_for_its_article() {
    let mut desk = marked_desk();
    let names = desk.files().into_keys().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
    let layer = names.into_iter().find(|name| name.starts_with("raid.txt.ana-")).expect("a layer of Ana's");
    assert_eq!(desk.run(&["list", &layer]), desk.run(&["list", "raid.txt"]));
    // Alone it is a text like any other.
    desk.move_away("raid.txt");
    std::fs::rename(desk.path("raid.txt"), desk.path("gone.txt")).expect("renamed");
    assert!(desk.run(&["show", &layer]).contains("AnnotationCollection"));
}

#[test]
fn an_address_of_the_web_is_never_fetched_and_it_is_said_how_to_save_its_page() {
    let desk = Desk::new();
    check(
        &desk.run(&["show", "https://sana.sy/en/?p=1"]),
        expect![[r#"
            --- stderr
            error: `https://sana.sy/en/?p=1` lies in the web, and Postil never fetches anything
            hint: save the page in your browser (Ctrl+S, “Web Page, complete”) and open that file, or copy its words and paste them into the window
            --- exit 2
        "#]],
    );
}

#[test]
fn what_was_left_out_of_a_page_is_said_and_taken_in_on_demand() {
    let page = "<!doctype html><title>Wall falls at noon</title><article><h1>Wall falls at noon</h1><p>The wall fell on \
                Monday at noon, and three sections of it went into the sea, where they lay until the divers came.</p>\
                <div class=share><a href=/share>Share</a> <a href=/mail>Mail</a></div><p>The harbour office denied on \
                Tuesday that five people had died, and said that nobody had been near the wall.</p></article>";
    let desk = Desk::with("wall.html", page);
    let without = desk.run(&["text", "wall.html"]);
    assert!(!without.contains("Share Mail") && without.contains("near the wall."), "{without}");
    let with = desk.run(&["text", "--with-left-out", "wall.html"]);
    assert!(with.contains("until the divers came.\n\nShare Mail\n\nThe harbour office"), "{with}");
    let told = desk.run(&["text", "--with-left-out", "--json", "wall.html"]);
    assert!(told.contains("\"extent\": \"with-left-out\""), "{told}");
}
