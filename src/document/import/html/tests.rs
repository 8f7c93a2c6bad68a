//! Pages of our own in the shapes that sites use.

use crate::document::import::tests::{check_promises, read, show};
use crate::document::import::{Extent, Options, import};
use crate::document::{BlockKind, Direction, Document, ImportWarning, Reason, Role, Warned};
use expect_test::{Expect, expect};

/// Reads all of a page.
fn whole(page: &str) -> Warned<Document, ImportWarning> {
    let options = Options { extent: Extent::Page, ..Options::default() };
    let warned = import(page.as_bytes(), "a.html", &options).expect("a text");
    check_promises(&warned.value);
    warned
}

fn check_whole(page: &str, expected: Expect) {
    expected.assert_eq(&show(&whole(page)));
}

#[test]
fn white_space_collapses_and_styles_keep_to_words() {
    check_whole(
        "<p>  The <b> army </b>\n denied<em> it</em> .<p>&nbsp;<p>a<br>b<br><br>c <br></p><p>x<i>y<br></i></p><div>loose <div>inner</div> tail</div>",
        expect![[r#"
            paragraph | The army denied it .
                strong: army
                emphasis: it
            paragraph | a⏎b
            paragraph | c
            paragraph | xy
                emphasis: y
            paragraph | loose
            paragraph | inner
            paragraph | tail
        "#]],
    );
}

#[test]
fn headings_lists_quotations_and_captions() {
    check_whole(
        "<h1>A market</h1><blockquote><p>One</p><blockquote>Two</blockquote></blockquote><ol start=3><li>Three<ul><li>Inner<p>goes on</ul><li value=9>Nine</ol><ul><li><input type=checkbox checked> Done<li></ul><figure><img alt=x><figcaption>Smoke. <small>A. Name</small></figcaption></figure><hr><p>He said <q>no</q><sup>1</sup>.",
        expect![[r#"
            heading1 | A market
            >paragraph | One
            >>paragraph | Two
            -3. | Three
            --* | Inner
            --paragraph | goes on
            -9. | Nine
            -task true | Done
            caption | Smoke. A. Name
            rule |
            paragraph | He said “no”1.
                superscript: 1
        "#]],
    );
}

#[test]
fn signs_of_footnotes_are_apart_from_what_stands_before_them() {
    let table = [
        ("35<sup>1</sup> died", "35\u{200a}1 died"),
        ("35<sup><a href=#n2>2</a></sup>, he said", "35\u{200a}2, he said"),
        ("the army<a href=#n3><sup>3</sup></a>", "the army\u{200a}3"),
        ("the army<sup><a href=#a>a</a></sup>", "the army\u{200a}a"),
        ("35 <sup>1</sup>", "35 1"),
        ("35<sup> 1</sup>", "35 1"),
        ("35<sup>*</sup> and 12<sup>[4]</sup>", "35* and 12[4]"),
        ("35.<sup>1</sup>", "35.\u{200a}1"),
        ("35,<sup>1</sup> he said", "35,\u{200a}1 he said"),
        ("the army.<sup>1</sup>", "the army.1"),
        ("1<sup>st</sup> and 640 km<sup>2</sup>", "1st and 640 km2"),
        ("35<sup></sup>1", "351"),
    ];
    for (page, expected) in table {
        assert_eq!(whole(&format!("<p>{page}</p>")).value.text(), expected, "{page}");
    }
}

#[test]
fn tables_of_data_are_rows_and_tables_of_layout_are_not() {
    check_whole(
        "<table><caption>Dead</caption><thead><tr><th>Place<th>Count</thead><tr><td>Market<td><p>35</p><tr><td><td>x<br>y<tr><td> <td></table><table><tr><td><h2>Left</h2>Words<td><p>a<p>b</table><table><tr><td>only<tr><td>column</table>",
        expect![[r#"
            caption | Dead
            header0 | Place⇥Count
            row0 | Market⇥35
            row0 | ⇥x y
            heading2 | Left
            paragraph | Words
            paragraph | a
            paragraph | b
            paragraph | only
            paragraph | column
        "#]],
    );
}

#[test]
fn preformatted_text_keeps_its_spaces() {
    check_whole(
        "<pre>\nfn  main() {\n\n  <b>x</b>\n}\n\n</pre><pre> </pre><p>a <code>b  c</code>",
        expect![[r#"
        code | fn  main() {⏎⏎  x⏎}
            strong: x
        paragraph | a b c
            code: b c
    "#]],
    );
}

#[test]
fn links_cross_blocks_and_what_would_run_is_none() {
    check_whole(
        "<a href='/x?a=1&amp;b=2'><h2>One</h2><p>Two</p></a><p><a href=' JavaScript:x '>three</a> <a name=y>four</a>",
        expect![[r#"
            heading2 | One
                link /x?a=1&b=2: One
            paragraph | Two
                link /x?a=1&b=2: Two
            paragraph | three four
        "#]],
    );
}

#[test]
fn what_is_not_read_is_no_text() {
    check_whole(
        "<head><title>T</title><style>p{}</style></head><body><script>alert('<p>x</p>')</script><p>a</p><template>b</template><svg><text>c</text></svg><noscript>d</noscript><p hidden>e</p><p style='display : none'>f</p><select><option>g</select><button>h</button><iframe>i</iframe><textarea>j</textarea><!-- k --><ruby>漢<rt>kan</rt></ruby>",
        expect![[r#"
            heading1 | T
            paragraph | a
            paragraph | 漢
        "#]],
    );
}

/// A page with an article of some length among what sites put around one.
fn news(head: &str, article: &str) -> String {
    let words = "On Monday shells fell on the market of the lower town, witnesses said, and the army denied, in a statement, that it had fired from the ridge above it. ";
    let body: String = (0..6).map(|_| format!("<p>{}</p>", words.repeat(2))).collect();
    let links: String = (0..9).map(|n| format!("<li><a href=/{n}>Another story {n}</a></li>")).collect();
    format!(
        "<!doctype html><html lang=en><head>{head}</head><body><header><nav><ul>{links}</ul></nav></header><main><article>{article}{body}</article></main><aside><ul>{links}</ul></aside><footer>Imprint</footer></body></html>"
    )
}

#[test]
fn an_article_is_found_with_its_headline_and_without_the_rest() {
    let page = news(
        "<title>Shells hit a market in the lower town | The Example</title>",
        "<h1>Shells hit a market in the lower town</h1><figure><img src=a.jpg><figcaption>Smoke over the market</figcaption></figure><ul><li>Thirty dead</li><li>Army denies</li></ul>",
    );
    let warned = read(&page, "a.html");
    let shown: Vec<String> =
        show(&warned).lines().take(5).map(|line| line.chars().take(60).collect()).collect();
    expect![[r#"
        heading1 | Shells hit a market in the lower town
        caption | Smoke over the market
        -* | Thirty dead
        -* | Army denies
        paragraph | On Monday shells fell on the market of the lower
    "#]]
    .assert_eq(&(shown.join("\n") + "\n"));
    assert!(!warned.value.text().contains("Another story"), "{}", warned.value.text());
    assert!(!warned.value.text().contains("Imprint"));
    assert_eq!(warned.value.reading().extent, Extent::Article);
    assert_eq!(warned.warnings, []);
    assert!(whole(&page).value.text().contains("Another story"));
}

#[test]
fn metadata_comes_from_json_ld_and_meta_elements() {
    let page = news(
        r#"<meta property="og:site_name" content="The Example"><meta property="og:url" content="https://a.example/1"><meta name="description" content="Thirty dead &amp; more"><meta property="article:modified_time" content="2026-03-03"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Shells hit a market","datePublished":"2026-03-02T09:00:00Z","author":[{"@type":"Person","name":"Ana Example"}]}</script>"#,
        "",
    );
    let document = read(&page, "a.html").value;
    expect![[r#"
        Metadata {
            title: Some(
                "Shells hit a market",
            ),
            byline: Some(
                "Ana Example",
            ),
            site: Some(
                "The Example",
            ),
            published: Some(
                "2026-03-02T09:00:00Z",
            ),
            place: None,
            modified: Some(
                "2026-03-03",
            ),
            language: Some(
                "en",
            ),
            direction: None,
            address: Some(
                "https://a.example/1",
            ),
            description: Some(
                "Thirty dead & more",
            ),
            other: [],
        }
    "#]]
    .assert_debug_eq(document.metadata());
    assert!(document.text().starts_with("Shells hit a market\n\nOn Monday"), "a headline is text");
}

#[test]
fn a_page_from_right_to_left_says_so() {
    let page = "<html lang=ar dir=RTL><title>قصف السوق</title><p>ونفى الجيش أنه أطلق النار.";
    let warned = read(page, "a.html");
    assert_eq!(warned.value.metadata().direction, Some(Direction::RightToLeft));
    expect![[r#"
        heading1 | قصف السوق
        paragraph | ونفى الجيش أنه أطلق النار.
    "#]]
    .assert_eq(&show(&warned));
}

#[test]
fn past_a_cap_the_words_remain() {
    let page = format!(
        "<title>A &amp; B</title><h2>Head</h2><p>One<b>two</b> &laquo;three&raquo;</p><ul><li>item</ul>{}<p>last</p><script>no</script>",
        "<div>".repeat(300)
    );
    expect![[r#"
        heading1 | A & B
        heading2 | Head
        paragraph | Onetwo «three»
        -* | item
        paragraph | last
        ! the page is shown as plain words, because its elements nest too deep (more than 256 levels)
    "#]]
    .assert_eq(&show(&read(&page, "a.html")));
}

#[test]
fn places_that_links_lead_to_are_known() {
    let page = "<p>Thirty died <a href=#n1>1</a>, <a href=#old>2</a>, <a href=#twice>3</a>.<p id=twice>Once <b \
                id=nobody>bold</b>.<ol><li id=n1><p> As counted.</ol><a name=old></a>End.<p id=twice>Again.";
    let document = whole(page).value;
    let at = |name: &str| document.place(name).map(|at| &document.text()[at.to_usize()..][..4]);
    assert_eq!([at("n1"), at("old"), at("twice")], [Some("As c"), Some("End."), Some("Once")]);
    assert_eq!(at("nobody"), None, "no link leads there");
}

/// What word processors save as a page: the title is a paragraph, and notes and others' remarks stand below all.
#[test]
fn the_notes_of_a_page_that_a_word_processor_saved_are_its_articles() {
    let story =
        "The ferry tilted at noon, the coast guard said, and forty people were brought ashore. ".repeat(4);
    let note = |mark: &str, to: &str, sign: &str| format!("<a href='#{to}' name='{mark}'>[{sign}]</a>");
    let page = format!(
        "<title>Ferry</title><body><div class=WordSection1><p class=MsoTitle>Ferry tilts</p><p class=MsoNormal>{story}\
         {}</p><h2>What is known</h2><p class=MsoNormal>{story}{}</p></div><div style='mso-element:footnote-list'><hr>\
         <div style='mso-element:footnote' id=ftn1><p>{} By radio.</p><p>At 12.40.</p></div></div>\
         <div style='mso-element:comment-list'><div style='mso-element:comment'><p>{} Ask the hospital</p></div></div>\
         <p>Printed by nobody</p>",
        note("_ftnref1", "_ftn1", "1"),
        note("_msoanchor_1", "_msocom_1", "AR1"),
        note("_ftn1", "_ftnref1", "1"),
        note("_msocom_1", "_msoanchor_1", "AR1"),
    );
    let warned = read(&page, "a.htm");
    let blocks: Vec<_> = warned.value.blocks().iter().map(|block| (&block.kind, block.role)).collect();
    let texts: Vec<&str> =
        warned.value.blocks().iter().map(|block| warned.value.slice(block.range)).collect();
    assert_eq!(warned.value.title(), "Ferry");
    assert_eq!((blocks[0].0, texts[0]), (&BlockKind::Heading { level: 1 }, "Ferry tilts"));
    let end = texts.len() - 2;
    assert_eq!(texts[end..], ["[1] By radio.", "At 12.40."], "{texts:?}");
    assert!(blocks[end..].iter().all(|(_, role)| *role == Some(Role::Footnote)), "{blocks:?}");
    let left_out: Vec<_> = warned.value.left_out().iter().map(|left| (left.why, &*left.text)).collect();
    assert_eq!(left_out, [(Reason::Remark, "[AR1] Ask the hospital")]);
}

#[test]
fn authors_named_one_by_one_are_all_kept_and_dates_are_read_in_other_words() {
    let page = |date: &str| {
        format!(
            "<title>Ferry</title><meta name=author content='Ana Ruiz'><meta name=author content='Ben Holm'><meta \
             name=author content='Ana Ruiz'><meta name={date} content=2026-03-02><p>The ferry tilted at noon."
        )
    };
    for date in ["dcterms.date", "date"] {
        let metadata = whole(&page(date)).value.metadata().clone();
        assert_eq!(metadata.byline.as_deref(), Some("Ana Ruiz, Ben Holm"));
        assert_eq!(metadata.published.as_deref(), Some("2026-03-02"));
    }
}
