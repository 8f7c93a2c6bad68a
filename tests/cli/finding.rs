//! Words looked for on the command line.

use crate::desk::Desk;
use crate::{ARTICLE, check};
use expect_test::expect;

#[test]
fn find_prints_the_paragraph_and_the_words_around() {
    let desk = Desk::with("raid.txt", ARTICLE);
    assert_eq!(
        desk.run(&["find", "raid.txt", "the army"]),
        "    1  …in the raid, a hospital said. The army denied it.\n    2  The army denied that it had been there.…\n"
    );
    assert_eq!(
        desk.run(&["find", "raid.txt", "raid", "--case", "--word"]),
        "    –  The raid\n    1  Eight people died in the raid, a hospital said. The army…\n"
    );
    assert_eq!(desk.run(&["find", "raid.txt", "zebra"]), "");
}

#[test]
fn find_gives_code_points_as_json() {
    let desk = Desk::with("a.txt", "🕊 Café and cafe.");
    assert_eq!(desk.run(&["find", "a.txt", "caf.$", "--regex", "--json"]), "[]\n");
    check(
        &desk.run(&["find", "a.txt", "CAFÉ", "--json"]),
        expect![[r#"
            [
              {
                "article": "a.txt",
                "start": 2,
                "end": 6,
                "words": "Café",
                "paragraph": 1,
                "context": "🕊 Café and cafe."
              }
            ]
        "#]],
    );
}

#[test]
fn what_cannot_be_looked_for_is_refused() {
    let desk = Desk::with("raid.txt", ARTICLE);
    check(
        &desk.run(&["find", "raid.txt", "é(a", "--regex"]),
        expect![[r#"
            --- stderr
            error: the expression stops at character 2: a bracket “(” opens and does not close
            --- exit 2
        "#]],
    );
    check(
        &desk.run(&["find", "raid.txt", " "]),
        expect![[r#"
            --- stderr
            error: there is nothing to look for
            hint: give some words
            --- exit 2
        "#]],
    );
}
