//! Signs in, words out.

use crate::document::import::tests::{check_promises, read, show};
use crate::document::import::{Extent, Options, import};
use crate::text::TextSize;
use expect_test::{Expect, expect};
use std::fmt::Write as _;

/// The blocks with roles, labels and what is left out; the second time with what is left out in its place.
fn check(markdown: &str, expected: Expect) {
    let mut shown = String::new();
    for extent in [Extent::Article, Extent::WithLeftOut] {
        let options = Options { extent, ..Options::default() };
        let warned = import(markdown.as_bytes(), "a.md", &options).expect("a text");
        check_promises(&warned.value);
        if extent == Extent::WithLeftOut {
            shown.push_str("--\n");
        }
        shown.push_str(&show(&warned));
        for (n, block) in warned.value.blocks().iter().enumerate() {
            if let Some(role) = block.role {
                writeln!(shown, "@ {n} {} {}", role.name(), block.label.as_deref().unwrap_or_default())
                    .expect("a string");
            }
        }
        for passage in warned.value.left_out() {
            writeln!(
                shown,
                "- {} {} | {}",
                passage.before,
                passage.why.name(),
                passage.text.replace('\n', "⏎")
            )
            .expect("a string");
        }
    }
    expected.assert_eq(&shown);
}

/// The text of some Markdown.
fn text(markdown: &str) -> String {
    read(markdown, "a.md").value.text().to_owned()
}

#[test]
fn wiki_links_highlights_comments_and_ids() {
    check(
        "The [[Pier at Lindmouth|pier]] and [[Mayor]]s fell. ![[pier.png|300]] ==Both **cranes** too== %%ask again%% today ^fall-1\n\nNext [[Pier#The crane|*crane*]], [[#Owner]], [[Owner#^a1]] ![[Other note]]\n\n%%\nA longer one.\n\nIn two parts.\n%%\n\nEnd.\n",
        expect![[r#"
            paragraph | The pier and Mayors fell. Both cranes too today
                strong: cranes
            paragraph | Next crane, Owner, Owner
                emphasis: crane
            paragraph | End.
            - 1 remark | ask again
            - 1 remark | ^fall-1
            - 2 remark | ![[Other note]]
            - 2 remark | A longer one.⏎⏎In two parts.
            --
            paragraph | The pier and Mayors fell. Both cranes too ask again today ^fall-1
                strong: cranes
                code: ^fall-1
            paragraph | Next crane, Owner, Owner ![[Other note]]
                emphasis: crane
                code: ![[Other note]]
            paragraph | A longer one.
            paragraph | In two parts.
            paragraph | End.
        "#]],
    );
}

#[test]
fn what_only_looks_like_signs_stays() {
    let texts = [
        "if a == b and c == d",
        "a==b==c",
        "100%% and 50%%",
        "[[1]](https://a.example/?q==a%%b%%)",
        "10 ^2",
        "x ^n goes on",
        "It cost $5 (US$4) or A$6, $7–$8, $9m and $10 (about €9).",
        "`[[a]] ==b== %%c%% $x^2$`",
        "\\[[a]] \\==b== \\$x^2\\$",
        "a * b ** c",
        "{ a } {b}",
    ];
    for markdown in texts {
        let words = markdown.replace(['`', '\\'], "").replace("(https://a.example/?q==a%%b%%)", "");
        let words = words.replace("[[1]]", "[1]");
        assert_eq!(text(markdown), words);
    }
    assert_eq!(text("```\n{{< a >}} [[b]]\n```\n"), "{{< a >}} [[b]]");
    assert_eq!(text("Said[^1].\n\n[^1]: A [[note]].\n"), "Said\u{200a}1.\n\nA note.");
}

#[test]
fn a_callout_of_nothing_but_its_kind_keeps_that() {
    for (markdown, words) in [
        ("Before.\n\n> [!WARNING]\n\nAfter.\n", "Before.\n\nWARNING\n\nAfter."),
        ("> [!NOTE]-\n>\n", "NOTE"),
        ("> [! Tip |wide]", "Tip"),
        ("> [!NOTE]\n>\n> Words.\n", "Words."),
    ] {
        assert_eq!(text(markdown), words, "{markdown}");
    }
}

#[test]
fn callouts_have_kind_and_title_apart() {
    check(
        "> [!warning]- Disputed ==much==\n> The owner denies it.\n>\n> > [!NOTE]\n> > Inner.\n> After.\n\n> Said.\n> [!x] no callout\n\n> [!quote](a) a link\n",
        expect![[r#"
            >paragraph | Disputed much
            >paragraph | The owner denies it.
            >>paragraph | Inner. After.
            >paragraph | Said. [!x] no callout
            >paragraph | !quote a link
                link a: !quote
            @ 0 aside warning
            @ 1 aside 
            @ 2 aside note
            --
            >paragraph | Disputed much
            >paragraph | The owner denies it.
            >>paragraph | Inner. After.
            >paragraph | Said. [!x] no callout
            >paragraph | !quote a link
                link a: !quote
            @ 0 aside warning
            @ 1 aside 
            @ 2 aside note
        "#]],
    );
}

#[test]
fn formulas_are_words_without_signs_or_left_out() {
    check(
        "About $35$ of $n$ and $\\alpha_1 * 2$, $5 each.\n\n$$\n\\sum_i x_i\n$$\n\nAnd $$y = 2$$ so.\n",
        expect![[r#"
            paragraph | About 35 of n and \alpha_1 * 2, $5 each.
                code: \alpha_1 * 2
            paragraph | And so.
            - 1 formula | \sum_i x_i
            - 2 formula | y = 2
            --
            paragraph | About 35 of n and \alpha_1 * 2, $5 each.
                code: \alpha_1 * 2
            paragraph | \sum_i x_i
                code: \sum_i x_i
            paragraph | And y = 2 so.
                code: y = 2
        "#]],
    );
}

#[test]
fn shortcodes_are_no_words_but_captions_are() {
    check(
        "{{< figure src=\"pier.jpg\" alt=\"A pier\" caption=\"The *pier* on Sunday\" >}}\n\n{{% notice note %}}\nThe owner denied it.\n{{% /notice %}}\n\nIt fell.{{< ref \"x.md\" >}} {% include a.html %} Then {{ page.title }} rose.\n\n## A title {#id .class}\n\n{: .lead}\nKramdown.\n\n<div>{{< ad >}}</div>\n\n<!-- for me -->\n\nA <!-- and me --> b.\n",
        expect![[r#"
            caption | The pier on Sunday
                emphasis: pier
            paragraph | The owner denied it.
            paragraph | It fell. Then rose.
            heading2 | A title
            paragraph | Kramdown.
            paragraph | A b.
            ! the file has HTML in it: its tags are left out and its words kept
            - 1 remark | {{% notice note %}}
            - 2 remark | {{% /notice %}}
            - 3 remark | {{< ref "x.md" >}}
            - 3 remark | {% include a.html %}
            - 3 remark | {{ page.title }}
            - 4 remark | {#id .class}
            - 4 remark | {: .lead}
            - 5 remark | {{< ad >}}
            - 5 remark | for me
            - 6 remark | and me
            --
            caption | The pier on Sunday
                emphasis: pier
            paragraph | {{% notice note %}} The owner denied it. {{% /notice %}}
                code: {{% notice note %}}
                code: {{% /notice %}}
            paragraph | It fell.{{< ref "x.md" >}} {% include a.html %} Then {{ page.title }} rose.
                code: {{< ref "x.md" >}}
                code: {% include a.html %}
                code: {{ page.title }}
            heading2 | A title {#id .class}
                code: {#id .class}
            paragraph | {: .lead} Kramdown.
                code: {: .lead}
            paragraph | {{< ad >}}
            paragraph | for me
            paragraph | A and me b.
            ! the file has HTML in it: its tags are left out and its words kept
        "#]],
    );
}

#[test]
fn emphasis_beside_quotes_of_scripts_without_spaces() {
    check(
        "他说**“没有”**了。\n\nこれは**「重要」**です。 *普通*の「文」。\n\n그는 **'아니다'**라고. ~~（旧）~~新\n",
        expect![[r#"
            paragraph | 他说“没有”了。
                strong: “没有”
            paragraph | これは「重要」です。 普通の「文」。
                strong: 「重要」
                emphasis: 普通
            paragraph | 그는 '아니다'라고. （旧）新
                strong: '아니다'
                strikethrough: （旧）
            --
            paragraph | 他说“没有”了。
                strong: “没有”
            paragraph | これは「重要」です。 普通の「文」。
                strong: 「重要」
                emphasis: 普通
            paragraph | 그는 '아니다'라고. （旧）新
                strong: '아니다'
                strikethrough: （旧）
        "#]],
    );
}

#[test]
fn notes_within_a_line_are_footnotes_with_their_words() {
    check(
        "Police counted 14^[By the *list* of [Monday](https://a.example/x]y), see ==p. 3==.] people^[A note [in brackets] of\ntwo lines.].\n\n> The owner denied it ^[So said\n> the lawyer[^1].].\n\n- A crane^[1914. A second one stood by.]\n\n[^1]: Of the firm.\n",
        expect![[r#"
            paragraph | Police counted 14 2 people 3.
                footnotereference: 2
                footnotereference: 3
            >paragraph | The owner denied it 4.
                footnotereference: 4
            -* | A crane 5
                footnotereference: 5
            footnote 1 | Of the firm.
            footnote 2 | By the list of Monday, see p. 3.
                emphasis: list
                link https://a.example/x]y: Monday
            footnote 3 | A note [in brackets] of two lines.
            footnote 4 | So said the lawyer 1.
                footnotereference: 1
            footnote 5 | 1914. A second one stood by.
            --
            paragraph | Police counted 14 2 people 3.
                footnotereference: 2
                footnotereference: 3
            >paragraph | The owner denied it 4.
                footnotereference: 4
            -* | A crane 5
                footnotereference: 5
            footnote 1 | Of the firm.
            footnote 2 | By the list of Monday, see p. 3.
                emphasis: list
                link https://a.example/x]y: Monday
            footnote 3 | A note [in brackets] of two lines.
            footnote 4 | So said the lawyer 1.
                footnotereference: 1
            footnote 5 | 1914. A second one stood by.
        "#]],
    );
}

#[test]
fn what_is_no_note_within_a_line_keeps_its_words() {
    for (markdown, words) in [
        ("x^[1](https://a.example) y", "x^1 y"),
        ("x^[1]^ y", "x^[1]^ y"),
        ("x^[] y", "x^[] y"),
        ("x\\^[a] y", "x^[a] y"),
        ("x^[a\n\nb] y", "x^[a\n\nb] y"),
        ("x^[a\n# b] y", "x^[a\n\nb] y"),
        ("`x^[a]` y", "x^[a] y"),
        ("x^[a `]` b] y", "x\u{200a}1 y\n\na ] b"),
        ("x^[a ^[b] c] y", "x\u{200a}1 y\n\na ^[b] c"),
        ("x^[# a] ^[- b] ^[1. c] ^[[d]: e]", "x\u{200a}1 2 3 4\n\n# a\n\n- b\n\n1. c\n\n[d]: e"),
        ("x^[a]\n\n```\nb", "x^[a]\n\nb"),
        ("^[a]: b", "^[a]: b"),
        ("| a^[b] | c |\n|---|---|\n| d | e^[f] |", "a\u{200a}1\tc\nd\te\u{200a}2\n\nb\n\nf"),
    ] {
        assert_eq!(text(markdown), words, "{markdown}");
    }
}

#[test]
fn every_word_is_found_in_the_file() {
    let file = "---\ntitle: x\n---\r\n\r\n> [!note] Heading\r\n> words ==marked== here\r\n\r\n他说**“没有”**了 [[Page|alias]] $n$ {{< figure src=\"a\" caption=\"Sunday\" >}}tail^[within *a line*]\r\n";
    let document = read(file, "a.md").value;
    for word in
        ["Heading", "words", "marked", "here", "没有", "了", "alias", "n", "Sunday", "tail", "within", "line"]
    {
        let at = document.text().rfind(word).expect("a word");
        let source = document.source_map().to_source(TextSize::from_usize(at)).expect("a place");
        assert!(file[source.to_usize()..].starts_with(word), "{word}");
    }
}

#[test]
fn many_signs_are_read_in_a_moment() {
    let signs = [
        "{{<",
        "{{",
        "{%",
        "%%a ",
        " ==a",
        "[[a",
        "^[a",
        "^[a] ",
        "![[",
        "$a ",
        "$$",
        "> [!a",
        "**“",
        "{#",
        " ^a",
        "{{< figure ",
    ];
    for sign in signs {
        check_promises(
            &import(sign.repeat(50_000).as_bytes(), "a.md", &Options::default()).expect("a text").value,
        );
        let lines = format!("{sign}\n").repeat(20_000);
        check_promises(&import(lines.as_bytes(), "a.md", &Options::default()).expect("a text").value);
    }
}
