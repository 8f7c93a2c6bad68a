//! Front matter in, metadata out.

use super::read;
use crate::document::Metadata;
use expect_test::{Expect, expect};
use std::fmt::Write as _;

/// One line for each field that is known, then the others, then where the article begins.
fn show(source: &str) -> String {
    let (metadata, at) = read(source);
    let Metadata { title, byline, site, published, place, modified, language, address, description, .. } =
        metadata;
    let known = [
        ("title", title),
        ("byline", byline),
        ("site", site),
        ("published", published),
        ("place", place),
        ("modified", modified),
        ("language", language),
        ("direction", metadata.direction.map(|direction| format!("{direction:?}"))),
        ("address", address),
        ("description", description),
    ];
    let mut shown = String::new();
    for (name, value) in known {
        if let Some(value) = value {
            writeln!(shown, "{name}: {}", value.replace('\n', "⏎")).expect("a string");
        }
    }
    for (key, value) in &metadata.other {
        writeln!(shown, "({key}) {}", value.replace('\n', "⏎")).expect("a string");
    }
    writeln!(shown, "| {}", source[at..].replace('\n', "⏎")).expect("a string");
    shown
}

fn check(source: &str, expected: Expect) {
    expected.assert_eq(&show(source));
}

#[test]
fn fields_lists_and_folded_text_are_read() {
    check(
        "---\n# a comment\ntitle: \"Shells: a \\\"market\\\"\"\nauthor:\n  - Ana\n  - 'Ben O''Neil'\ndate: 2026-03-02 # Monday\nlang: ar\ndir: rtl\nsource: https://a.example/1\nsite: A\ntags: [war, 'market']\nsummary: >\n  Thirty\n  dead.\nbyline: again\nlocation: Raqqa\nempty:\nnonsense\n---\nWords.\n",
        expect![[r#"
            title: Shells: a "market"
            byline: Ana, Ben O'Neil
            site: A
            published: 2026-03-02
            place: Raqqa
            language: ar
            direction: RightToLeft
            address: https://a.example/1
            description: Thirty dead.
            (tags) war, market
            (byline) again
            | Words.⏎
        "#]],
    );
}

#[test]
fn yaml_as_generators_write_it() {
    check(
        "---\nlayout: post\ntitle:  A pier: broken\ndate:   2026-05-04 10:00:00 +0200\ncategories:\n- news\n- \"the sea\"\nauthors:\n  - name: Ana Example\n    affiliation: Pier Post\n  - {given: Ben, family: Example}\ndescription: It broke\n  on Sunday,\n  and so did a crane.\nimage:\n  path: a.jpg\n  alt: The pier\nlast_modified_at: 2026-05-05\n...\n\nWords.\n",
        expect![[r#"
            title: A pier: broken
            byline: Ana Example, Ben Example
            published: 2026-05-04 10:00:00 +0200
            modified: 2026-05-05
            description: It broke on Sunday, and so did a crane.
            (layout) post
            (categories) news, the sea
            (image) path: a.jpg, alt: The pier
            | ⏎Words.⏎
        "#]],
    );
    // As Obsidian does it, with its links in quotes, and Pandoc with an abstract of two paragraphs.
    check(
        "---\naliases: []\ntags:\n  - sea\n  - 'pier/broken'\nsource: \"[[Pier Post]]\"\npublished: 2026-05-04\nread: false\nabstract: |\n  It broke.\n\n  Nobody knows why.\ntitle: 'It''s\n  broken'\nquoted: \"one\n\n  two \\u00e9\\\n  three\"\n\"a key\": !!str 7\nmatrix: [[1, 2], {a: b,\n  c: d}]\n---\nWords.\n",
        expect![[r#"
            title: It's broken
            site: Pier Post
            published: 2026-05-04
            description: It broke.⏎⏎Nobody knows why.
            (tags) sea, pier/broken
            (read) false
            (quoted) one⏎two éthree
            (a key) 7
            (matrix) 1, 2, a: b, c: d
            | Words.⏎
        "#]],
    );
}

#[test]
fn toml_and_json_as_generators_write_them() {
    check(
        "+++\ntitle = 'The pier \"broke\"'\ndate = 2026-05-04T10:00:00Z\ndraft = false\ntags = [\n  \"sea\",\n  \"pier\",\n]\ndescription = \"\"\"\nIt broke\non Sunday.\"\"\"\n[params]\nauthor = \"Ana\"\n[params.deep]\nnone = 1\n[[cascade]]\nname = \"x\"\n+++\nWords.\n",
        expect![[r#"
            title: The pier "broke"
            byline: Ana
            published: 2026-05-04T10:00:00Z
            description: It broke⏎on Sunday.
            (cascade) x
            (draft) false
            (tags) sea, pier
            | Words.⏎
        "#]],
    );
    check(
        "{\n  \"title\": \"The \\\"pier\\\" \\ud83d\\udd4a\",\n  \"date\": \"2026-05-04\",\n  \"author\": [{\"name\": \"Ana\"}, \"Ben\"],\n  \"tags\": [\"sea\", \"pier\"],\n  \"draft\": false\n}\n\nWords.\n",
        expect![[r#"
            title: The "pier" 🕊
            byline: Ana, Ben
            published: 2026-05-04
            (tags) sea, pier
            (draft) false
            | ⏎Words.⏎
        "#]],
    );
    // A quote is missing.
    check(
        "+++\ntitle = \"The pier\ndate = 2026-05-04\n+++\nWords.\n",
        expect![[r#"
        title: The pier
        published: 2026-05-04
        | Words.⏎
    "#]],
    );
    check(
        "% The pier\n% Ana; Ben\n  Cara\n% 4 May 2026\n\nWords.\n",
        expect![[r#"
        title: The pier
        byline: Ana; Ben; Cara
        published: 4 May 2026
        | ⏎Words.⏎
    "#]],
    );
}

#[test]
fn what_is_no_front_matter_is_text() {
    let texts = [
        "---\n\nA rule above.\n\n---\n",
        "---\ntitle: never closed\n",
        "Words.\n\n---\ntitle: below\n---\n",
        "+++\n+++\n",
        "{\"title\": \"never closed\"\n\nWords.\n",
        "{\"a\": 1} is JSON.\n",
        "{{< figure >}}\n",
        "{ words }\n",
        "%% a comment %%\n",
        "% no title\nWords.\n",
        "",
    ];
    for text in texts {
        assert_eq!(read(text), (Metadata::default(), 0), "{text}");
    }
}

#[test]
fn deep_and_long_front_matter_is_passed_over() {
    let texts = [
        format!("---\na: {}\n---\n", "[".repeat(100_000)),
        format!("---\na: {}\n---\n", "- ".repeat(100_000)),
        format!("---\n{}\n---\n", (0..5_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect::<String>()),
        format!("---\n{}---\n", "a: \"\n".repeat(20_000)),
        format!("---\n{}---\n", "- - - a\n".repeat(20_000)),
        format!("{{\"a\":{}", "{\"a\":".repeat(100_000)),
        format!("+++\na = {}\n+++\n", "[".repeat(100_000)),
    ];
    for text in texts {
        read(&text);
    }
}
