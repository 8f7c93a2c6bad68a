//! Markdown in, blocks out.

use crate::document::import::tests::{read, show};
use crate::text::TextSize;
use expect_test::{Expect, expect};

fn check(markdown: &str, expected: Expect) {
    expected.assert_eq(&show(&read(markdown, "a.md")));
}

#[test]
fn headings_paragraphs_and_styles() {
    check(
        "# A *market*\n\nThe army **denied _it_** and `x < y`,\nsaid [a site](https://a.example/ \"t\").  \nNew ~~line~~ \"quoted\" -- so...\n\n***\n\nSetext\n------\n",
        expect![[r#"
            heading1 | A market
                emphasis: market
            paragraph | The army denied it and x < y, said a site.⏎New line "quoted" -- so...
                strong: denied it
                emphasis: it
                code: x < y
                link https://a.example/: a site
                strikethrough: line
            rule |
            heading2 | Setext
        "#]],
    );
}

#[test]
fn lists_nest_and_go_on() {
    check(
        "3. Three\n4. Four\n\n   goes on\n   - inner\n   - [x] done\n\n     > quoted\n\n- # Heading\n-\n- - nested\n",
        expect![[r#"
            -3. | Three
            -4. | Four
            -paragraph | goes on
            --* | inner
            --task true | done
            >--paragraph | quoted
            -heading1 | Heading
            --* | nested
        "#]],
    );
}

#[test]
fn tables_code_and_footnotes() {
    check(
        "| Place | Dead |\n|---|--:|\n| **Market** | 35 |\n| Square |\n\nSaid[^a].\n\n[^a]: A note.\n\n    Its second part.\n\n```\nfn main() {\n\n}\n\n```\n\n    indented\n",
        expect![[r#"
            header0 | Place⇥Dead
            row0 | Market⇥35
                strong: Market
            row0 | Square⇥
            paragraph | Said a.
                footnotereference: a
            footnote a | A note.
            footnote a | Its second part.
            code | fn main() {⏎⏎}
            code | indented
        "#]],
    );
}

#[test]
fn pictures_give_their_words() {
    check(
        "![Smoke over the *market*](a.jpg)\n\nText ![x](b.png) on.\n\n![](c.png)\n",
        expect![[r#"
            caption | Smoke over the market
                emphasis: market
            paragraph | Text x on.
        "#]],
    );
}

#[test]
fn html_loses_its_tags_and_keeps_its_words() {
    check(
        "<div class=\"x\">\n<p>Words &amp; more</p><script>alert(1)</script>\n</div>\n\nA <b>bold</b><br>line <script>no</script>end &copy; &amp;.\n\n<!-- nothing -->\n",
        expect![[r#"
            paragraph | Words & more
            paragraph | A bold⏎line end © &.
            ! the file has HTML in it: its tags are left out and its words kept
        "#]],
    );
}

#[test]
fn front_matter_is_no_text() {
    let warned = read("---\ntitle: A market\nlang: en\n---\n\nWords.\n", "a.md");
    assert_eq!(warned.value.text(), "Words.");
    assert_eq!(warned.value.metadata().title.as_deref(), Some("A market"));
    assert_eq!(warned.value.metadata().language.as_deref(), Some("en"));
}

#[test]
fn addresses_that_would_run_are_no_links() {
    check(
        "[a](javascript:x) [b](mailto:a@b.example)\n",
        expect![[r#"
        paragraph | a b
            link mailto:a@b.example: b
    "#]],
    );
}

#[test]
fn every_word_is_found_in_the_file() {
    let file = "\u{feff}# Title\r\n\r\nThe `army`\r\ndenied &amp; it[^n].\r\n\r\n- one\r\n\r\n[^n]: note\r\n";
    let document = read(file, "a.md").value;
    for word in ["Title", "The", "army", "denied", "it", "one", "note"] {
        let reading = TextSize::from_usize(document.text().find(word).expect("a word"));
        let source = document.source_map().to_source(reading).expect("a place");
        assert!(file[source.to_usize()..].starts_with(word), "{word}");
    }
}

#[test]
fn a_style_ends_with_its_block() {
    check(
        "_&amp;\r\n<br><p>_\n\né",
        expect![[r#"
            paragraph | &
                emphasis: & 
            paragraph | é
            ! the file has HTML in it: its tags are left out and its words kept
        "#]],
    );
}
