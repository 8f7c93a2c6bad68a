//! What a browser shows of an article is read, or left out by name: small pages of our own, each with what
//! it must give.

use postil::document::import::{Extent, Options, import};
use postil::document::{Document, ImportWarning, Warned};

const PROSE: [&str; 3] = [
    "The ferry to the islands was stopped on Monday, the line said, after a crack had been found in its hull by divers who were looking for a lost anchor.",
    "The divers say they told the line of it in June, in a letter that was signed by four of them, and that nobody ever answered.",
    "People on the islands now go by the post boat, which takes twelve at a time, or wait on the quay until the weather lets the fishermen go out.",
];

/// A page with a headline and three paragraphs in an `article`, and `extra` behind the second.
fn page(extra: &str) -> String {
    let [first, second, third] = PROSE;
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferry stopped for a crack</title></head>\
         <body><article><h1>Ferry stopped for a crack</h1><p>{first}</p><p>{second}</p>{extra}<p>{third}</p></article></body></html>"
    )
}

fn read(page: &str, extent: Extent) -> Warned<Document, ImportWarning> {
    let options = Options { extent, ..Options::default() };
    import(page.as_bytes(), "page.html", &options).expect("a page")
}

/// The blocks with their roles and what is left out at its place, without the headline and the paragraphs
/// that every page has.
fn show(document: &Document) -> String {
    let mut lines = Vec::new();
    for n in 0..=document.blocks().len() {
        let here = document.left_out().iter().filter(|passage| passage.before as usize == n);
        lines.extend(
            here.map(|passage| format!("({}) {}", passage.why.name(), passage.text.replace('\n', " / "))),
        );
        if let Some(block) = document.blocks().get(n) {
            let text = document.slice(block.range);
            let role = block.role.map(|role| format!("{}: ", role.name())).unwrap_or_default();
            if !PROSE.contains(&text) && text != "Ferry stopped for a crack" {
                lines.push(format!("{role}{text}"));
            }
        }
    }
    lines.join("\n")
}

/// What stands between the paragraphs of a page besides them.
fn check(extra: &str, expected: &str) {
    let read = read(&page(extra), Extent::Article);
    assert_eq!(read.value.reading().extent, Extent::Article, "{extra}");
    assert_eq!(show(&read.value), expected, "{extra}");
    for prose in PROSE {
        assert!(read.value.text().contains(prose), "{extra}: {}", read.value.text());
    }
}

#[test]
fn no_class_alone_makes_a_paragraph_furniture() {
    let denial = "The line denied on Tuesday that any such letter had come, and said so again on Wednesday.";
    for class in
        ["related", "commentary", "social", "banner-text", "sponsor", "promo", "sidebar", "ad-break", "share"]
    {
        check(&format!("<div class='{class}'><p>{denial}</p></div>"), denial);
        check(&format!("<p id='{class}'>{denial}</p>"), denial);
    }
}

#[test]
fn pieces_of_an_article_have_their_roles() {
    check(
        "<aside><p>The hull was built in 1984 and mended in 2003.</p></aside>",
        "aside: The hull was built in 1984 and mended in 2003.",
    );
    check(
        "<aside class=pullquote><p>“Nobody ever answered.”</p></aside>",
        "pull-quote: “Nobody ever answered.”",
    );
    check("<aside>nobody ever answered</aside>", "pull-quote: nobody ever answered");
    check(
        "<div class='fact-box'><h3>The ferry</h3><ul><li>Built in 1984</li><li>Takes 140</li></ul></div>",
        "infobox: The ferry\ninfobox: Built in 1984\ninfobox: Takes 140",
    );
    check(
        "<figure><img src=a.jpg><figcaption>The quay on Monday.</figcaption></figure>",
        "caption: The quay on Monday.",
    );
    check(
        "<p>Correction: an earlier version of this article gave the wrong month.</p>",
        "correction: Correction: an earlier version of this article gave the wrong month.",
    );
    check(
        "<blockquote><a href=/x>We never had a letter, the line wrote on its page.</a></blockquote>",
        "We never had a letter, the line wrote on its page.",
    );
    check(
        "<details><summary>How we counted</summary><p>By the lists of the quay.</p></details>",
        "How we counted\nBy the lists of the quay.",
    );
}

#[test]
fn credits_embedded_posts_and_notes_are_known_for_what_they_are() {
    check("<p class=credit>Photo: A. Name</p>", "credit: Photo: A. Name");
    check(
        "<blockquote class=twitter-tweet><p>We never had a letter.</p><p>The line, <a href=/x>12 June</a></p></blockquote>",
        "embedded: We never had a letter.\nembedded: The line, 12 June",
    );
    check(
        "<p>It took thirteen<sup><a href=#fn1 id=fnref1>1</a></sup>.</p>\
         <ol><li id=fn1>As the divers count. <a href=#fnref1>Back</a></li></ol>",
        "It took thirteen\u{200a}1.\nfootnote: As the divers count. Back",
    );
}

#[test]
fn what_is_furniture_is_named_where_it_stands() {
    let links = |n: usize| {
        (0..n)
            .map(|n| format!("<li><a href=/{n}>Another story of the coast, number {n}</a></li>"))
            .collect::<String>()
    };
    check(
        &format!("<div><h3>Read more</h3><ul>{}</ul></div>", links(2)),
        "(teasers) Read more / Another story of the coast, number 0 / Another story of the coast, number 1",
    );
    check("<nav><a href=/>Home</a> <a href=/coast>Coast</a></nav>", "(navigation) Home Coast");
    check(
        "<div><a href=/f>Share on Facebook</a> <a href=/t>Tweet</a></div>",
        "(share) Share on Facebook Tweet",
    );
    check("<div>Advertisement</div>", "(advertisement) Advertisement");
    check("<form><p>Your e-mail</p><input type=text></form>", "(form) Your e-mail");
    check(
        "<div class=newsletter><p>Sign up for our newsletter.</p></div>",
        "(subscription) Sign up for our newsletter.",
    );
    check(
        "<p style='display:none'>The captain had been warned as well, says a letter that lies in the archive.</p>",
        "(hidden) The captain had been warned as well, says a letter that lies in the archive.",
    );
}

#[test]
fn what_looks_like_furniture_and_is_none_stays() {
    check(
        "<section><h2>Discussion</h2><p>The divers were right.</p><p>So was the line.</p></section>",
        "Discussion\nThe divers were right.\nSo was the line.",
    );
    check(
        "<div><ul><li><input type=checkbox checked> Hull</li><li><input type=checkbox> Anchor</li></ul></div>",
        "Hull\nAnchor",
    );
    check(
        "<p>Subscribers of the line were told by letter. Register offices were not.</p>",
        "Subscribers of the line were told by letter. Register offices were not.",
    );
    check("<p>Share prices of the line fell.</p>", "Share prices of the line fell.");
    check(
        "<h3>Sources</h3><ul><li><a href=/a>The divers' letter</a></li><li><a href=/b>The line's page</a></li></ul>",
        "Sources\nThe divers' letter\nThe line's page",
    );
}

#[test]
fn what_was_left_out_is_taken_in_on_demand() {
    let page = page("<div>Advertisement</div><nav><a href=/>Home</a> <a href=/coast>Coast</a></nav>");
    let document = read(&page, Extent::WithLeftOut).value;
    assert_eq!(document.reading().extent, Extent::WithLeftOut);
    assert_eq!(show(&document), "Advertisement\nHome Coast");
}

#[test]
fn standfirst_byline_and_key_points_stand_below_the_headline() {
    let [first, second, third] = PROSE;
    let check = |head: &str, expected: &str| {
        let page = format!(
            "<title>Ferry stopped for a crack</title><body>{head}<div class=text><p>{first}</p><p>{second}</p><p>{third}</p></div>"
        );
        let document = read(&page, Extent::Article).value;
        assert_eq!(show(&document), expected, "{head}");
        assert!(document.text().starts_with("Ferry stopped for a crack\n\n"), "{}", document.text());
    };
    let headline = "<h1>Ferry stopped for a crack</h1>";
    check(
        &format!(
            "<div class=hero>{headline}<p class=dek>The divers warned the line in June.</p><p>By A. Name</p></div>"
        ),
        "standfirst: The divers warned the line in June.\nbyline: By A. Name",
    );
    check(
        &format!(
            "<header>{headline}<h2>The divers warned the line in June.</h2><p class=byline>By <a rel=author href=/n>A. Name</a></p></header>"
        ),
        "standfirst: The divers warned the line in June.\nbyline: By A. Name",
    );
    check(
        &format!("{headline}<ul><li>A crack in the hull</li><li>A letter in June</li></ul>"),
        "key-points: A crack in the hull\nkey-points: A letter in June",
    );
}

#[test]
fn the_date_and_the_summary_are_known_by_what_they_are() {
    let [first, second, third] = PROSE;
    for inner in [true, false] {
        let (open, close) = if inner { ("<div>", "</div>") } else { ("", "") };
        let page = format!(
            "<title>Ferry stopped for a crack</title><meta name=description content='The divers warned the line in June, and nobody answered'>\
             <article><h1>Ferry stopped for a crack</h1><p>The divers warned the line in June, and nobody answered</p>\
             <p>Published <time datetime=2026-06-12>12 June 2026</time></p>{open}<p>{first}</p><p>{second}</p><p>On <time>Monday</time> it was still there.</p><p>{third}</p>{close}</article>"
        );
        let shown = show(&read(&page, Extent::Article).value);
        let expected = "standfirst: The divers warned the line in June, and nobody answered\n\
                        date: Published 12 June 2026\nOn Monday it was still there.";
        assert_eq!(shown, expected, "{inner}");
    }
}

#[test]
fn comments_are_no_part_of_the_article() {
    let comment = "My brother worked on that boat for twenty years, and he says that the crack was there when they bought it, and that everybody knew.";
    for (open, item) in [
        ("<div id=c><h3>4 comments</h3>", "div"),
        ("<ol class=thread>", "li"),
        ("<section class=comments>", "article"),
    ] {
        let comments: String =
            (0..4).map(|n| format!("<{item}><p>{comment} Number {n}.</p></{item}>")).collect();
        let page = format!(
            "<title>Ferry stopped for a crack</title><body><div><h1>Ferry stopped for a crack</h1><p>{}</p></div>{open}{comments}",
            PROSE[0]
        );
        let document = read(&page, Extent::Article).value;
        assert!(document.text().ends_with(PROSE[0]), "{open}: {}", document.text());
        let passages: Vec<_> = document.left_out().iter().map(|passage| passage.why.name()).collect();
        assert_eq!(passages, ["comments"], "{open}");
        let all = read(&page, Extent::WithLeftOut).value;
        assert!(all.text().contains("Number 3.") && all.left_out().is_empty(), "{open}: {}", all.text());
    }
}

#[test]
fn an_offer_to_subscribe_is_no_paragraph_and_what_it_hides_is_counted() {
    let [first, second, third] = PROSE;
    let page = format!(
        "<title>Ferry stopped for a crack</title><article><h1>Ferry stopped for a crack</h1><p>{first}</p><div class=wall><p>Subscribe now for one crown a week. Already a subscriber? Log in to read on.</p></div><div style='display:none'><p>{second}</p><p>{third}</p></div></article>"
    );
    let read = read(&page, Extent::Article);
    assert_eq!(read.value.text(), format!("Ferry stopped for a crack\n\n{first}"));
    let passages: Vec<_> = read.value.left_out().iter().map(|passage| passage.why.name()).collect();
    assert_eq!(passages, ["subscription", "hidden"]);
    assert_eq!(read.warnings, [ImportWarning::HiddenParagraphs(2)]);
}

#[test]
fn short_entries_of_a_live_page_are_read_with_their_times() {
    for (name, class) in [("div", "post"), ("article", "entry"), ("section", "")] {
        let entry = |time: &str, words: &str| {
            format!("<{name} class='{class}'><time>{time}</time><p>{words}</p></{name}>")
        };
        let entries = [
            entry("14:20", PROSE[0]),
            entry("13:05", "The line denies it."),
            entry("12:40", PROSE[1]),
            entry("12:31", "Ferry stopped."),
        ];
        let page = format!(
            "<title>Live: the ferry</title><main><h1>Live: the ferry</h1>{}</main>",
            entries.concat()
        );
        let shown = show(&read(&page, Extent::Article).value);
        for line in [
            "live-entry: 13:05",
            "live-entry: The line denies it.",
            "live-entry: 12:31",
            "live-entry: Ferry stopped.",
        ] {
            assert!(shown.contains(line), "{name}: {shown}");
        }
    }
}

#[test]
fn trees_that_elements_keep_to_themselves_are_read_where_a_browser_shows_them() {
    check(
        "<x-quote><template shadowrootmode=open><blockquote>We told them in June.</blockquote></template></x-quote>",
        "We told them in June.",
    );
    check(
        "<x-box><template shadowrootmode=open><h3><slot name=head>None</slot></h3><slot></slot></template><p>In June.</p><b slot=head>When</b><i slot=none>never</i></x-box>",
        "When\nIn June.",
    );
    check(
        "<x-out><template shadowrootmode=open><x-in><template shadowrootmode=open><h3><slot name=head>Why</slot></h3><slot></slot></template><slot></slot></x-in></template><p>In June.</p></x-out>",
        "Why\nIn June.",
    );
    let [first, second, third] = PROSE;
    let page = format!(
        "<title>Ferry stopped for a crack</title><body><x-a><template shadowrootmode=open><article><h1>Ferry stopped for a crack</h1><p>{first}</p><p>{second}</p><p>{third}</p></article></template></x-a>"
    );
    assert!(read(&page, Extent::Article).value.text().ends_with(third));
    assert!(
        !read("<title>a</title><template><p>never shown</template>", Extent::Page)
            .value
            .text()
            .contains("never")
    );
}

#[test]
fn elements_that_a_style_makes_blocks_are_blocks() {
    check(
        "<span style='display:block'>Three were hurt.</span><span style='display: block'>None died.</span>",
        "Three were hurt.\nNone died.",
    );
    check("<x-p>Three were hurt.</x-p><x-p>None died.</x-p>", "Three were hurt.\nNone died.");
    check("<p>Three <x-em>were</x-em> hurt.</p>", "Three were hurt.");
    check("<p><span>3 killed</span><span>12 hurt</span></p>", "3 killed 12 hurt");
    check("<p><b>M</b>onday, <i>re</i><b>marked</b> iP<b>ad</b></p>", "Monday, remarked iPad");
    let styled = page("<b class=line>Three were hurt.</b><b class=line>None died.</b><b class=gone>x</b>")
        .replace("</head>", "<style>/* a */ .line, .other { color: red; display: block } @media print { .line { display: none } } .gone{display:none}</style></head>");
    assert_eq!(show(&read(&styled, Extent::Article).value), "Three were hurt.\nNone died.");
}

#[test]
fn struck_words_never_run_into_what_follows() {
    check("<p>It took <del>13</del><ins>15</ins> hours.</p>", "It took 13 15 hours.");
    check("<p>It took 1<s>3</s>5 hours, <strike>no</strike> <u>all</u>.</p>", "It took 1 3 5 hours, no all.");
    check("<p>Won<wbr>der\u{ad}ful <span aria-hidden=true>sea</span>.</p>", "Wonder\u{ad}ful sea.");
}

#[test]
fn pictures_for_readers_without_scripts_are_pictures() {
    let document = read(
        &page("<img class=lazy><noscript><img src=quay.jpg alt='The quay'></noscript>"),
        Extent::Article,
    )
    .value;
    let sources: Vec<_> = document.images().iter().map(|image| image.source.as_str()).collect();
    assert_eq!(sources, ["quay.jpg"]);
}

#[test]
fn readings_of_characters_are_beside_them_and_taken_in_on_demand() {
    let ruby = "<p>The line was called <ruby>渡<rp>(</rp><rt>to</rt><rp>)</rp>船<rt>sen</rt></ruby> by those who took it.</p>";
    let read = |extent| show(&read(&page(ruby), extent).value);
    assert_eq!(read(Extent::Article), "The line was called 渡船 by those who took it.\n(reading) to / sen");
    assert_eq!(read(Extent::WithLeftOut), "The line was called 渡(to)船(sen) by those who took it.");
}
