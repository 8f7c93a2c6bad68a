//! Books for tests, and what becomes of them.

use super::container_tests::packed;
use super::{Extent, ImportError, ImportWarning, Options, import, part};
use crate::document::{BlockKind, Document, ImagePlace, LocatorKind, Warned};

const CONTAINER: &str = "<container><rootfiles><rootfile full-path='O/p.opf'/></rootfiles></container>";

/// A list of parts: each item is its id, its file and its properties; the spine is ids, with `-` before those
/// that stand beside it.
fn list(items: &[(&str, &str, &str)], spine: &str) -> String {
    let item = |(id, file, properties): &(&str, &str, &str)| {
        format!("<item id='{id}' href='{file}' media-type='x' properties='{properties}'/>")
    };
    let reference = |id: &str| match id.strip_prefix('-') {
        Some(id) => format!("<itemref idref='{id}' linear='no'/>"),
        None => format!("<itemref idref='{id}'/>"),
    };
    format!(
        "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title id='t'>Rain &amp; snow</dc:title>\
        <dc:creator>Ida</dc:creator><dc:creator>Bo</dc:creator><dc:publisher>Fjord</dc:publisher>\
        <dc:date>2026-03-11</dc:date><dc:language>nb</dc:language></metadata><manifest>{}</manifest>\
        <spine toc='ncx'>{}</spine></package>",
        items.iter().map(item).collect::<String>(),
        spine.split(' ').map(reference).collect::<String>()
    )
}

fn book(list: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut all: Vec<(&str, &[u8])> = vec![("mimetype", b"application/epub+zip")];
    all.push(("META-INF/container.xml", CONTAINER.as_bytes()));
    all.push(("O/p.opf", list.as_bytes()));
    all.extend(parts.iter().map(|(name, text)| (*name, text.as_bytes())));
    packed(&all)
}

fn read_as(bytes: &[u8], extent: Extent) -> Warned<Document, ImportWarning> {
    import(bytes, "a.bin", &Options { extent, ..Options::default() }).expect("a book")
}

fn read(bytes: &[u8]) -> Warned<Document, ImportWarning> {
    read_as(bytes, Extent::Article)
}

/// The locators of a kind, each with the word that it begins at.
fn located(document: &Document, kind: LocatorKind) -> Vec<(String, &str)> {
    let of_kind = document.locators().iter().filter(|locator| locator.kind == kind);
    let word = |at: usize| document.text()[at..].split_whitespace().next().unwrap_or_default();
    of_kind.map(|locator| (locator.label.clone(), word(locator.start.to_usize()))).collect()
}

const NAV: &str = "<html><body><nav epub:type='toc'><h1>Contents</h1><ol><li><a href='b.xhtml'>Part one</a><ol>\
    <li><a href='c.xhtml'>The <i>rain</i></a></li><li><a href='c.xhtml#s'>A section</a></li></ol></li></ol></nav>\
    <nav epub:type='page-list'><ol><li><a href='c.xhtml#p'>12</a></li></ol></nav></body></html>";

fn example() -> Vec<u8> {
    let items =
        [("n", "n.xhtml", "nav"), ("b", "b.xhtml", ""), ("c", "c.xhtml", ""), ("i", "i.png", "cover-image")];
    book(
        &list(&items, "n b c"),
        &[
            ("O/n.xhtml", NAV),
            ("O/b.xhtml", "<html><body><h1>Part one</h1><p>Before</p></body></html>"),
            (
                "O/c.xhtml",
                "<p>The rain</p><p>It <a href='b.xhtml'>rained</a>.</p><h2 id='s'>A section</h2><p id='p'>More</p>",
            ),
            ("O/i.png", "ABC"),
        ],
    )
}

#[test]
fn parts_are_read_in_the_order_of_the_spine_with_what_the_book_says_of_itself() {
    let bytes = example();
    let read = read(&bytes);
    let document = &read.value;
    assert_eq!(document.text(), "Part one\n\nBefore\n\nThe rain\n\nIt rained.\n\nA section\n\nMore");
    let metadata = document.metadata();
    assert_eq!(document.title(), "Rain & snow");
    assert_eq!(metadata.byline.as_deref(), Some("Ida, Bo"));
    assert_eq!(metadata.site.as_deref(), Some("Fjord"));
    assert_eq!(
        (metadata.published.as_deref(), metadata.language.as_deref()),
        (Some("2026-03-11"), Some("nb"))
    );
    assert_eq!(document.images()[0].place(), ImagePlace::Part("O/i.png"));
    assert_eq!(part(&bytes, "O/i.png", 9).as_deref(), Some(&b"ABC"[..]));
    assert_eq!(document.place("O/b.xhtml").map(|at| at.to_usize()), Some(0));
    assert!(read.warnings.is_empty(), "{:?}", read.told());
}

#[test]
fn the_contents_name_chapters_and_make_headings_of_lines_in_large_letters() {
    let document = read(&example()).value;
    let chapters = located(&document, LocatorKind::Chapter);
    assert_eq!(chapters, [("Part one".to_owned(), "Part"), ("The rain".to_owned(), "The")]);
    assert_eq!(located(&document, LocatorKind::Page), [("12".to_owned(), "More")]);
    let heads = document.blocks().iter().filter(|block| matches!(block.kind, BlockKind::Heading { .. }));
    let heads: Vec<&str> = heads.map(|block| document.slice(block.range)).collect();
    assert_eq!(heads, ["Part one", "The rain", "A section"]);
    let left_out = document.left_out();
    assert!(left_out.len() == 1 && left_out[0].text.starts_with("Contents"), "{left_out:?}");
    assert!(read_as(&example(), Extent::WithLeftOut).value.text().starts_with("Contents"));
}

#[test]
fn the_list_of_older_books_is_read_too() {
    let ncx = "<ncx><navMap><navPoint><navLabel><text>Rain</text></navLabel><content src='b.xhtml'/>\
        <navPoint><navLabel><text>Hail</text></navLabel><content src='b.xhtml#h'/></navPoint></navPoint></navMap>\
        <pageList><pageTarget><navLabel><text>iv</text></navLabel><content src='b.xhtml#h'/></pageTarget></pageList></ncx>";
    let items = [("ncx", "t.ncx", ""), ("b", "b.xhtml", "")];
    let parts = [("O/t.ncx", ncx), ("O/b.xhtml", "<p>It rained</p><p id='h'>It hailed</p>")];
    let document = read(&book(&list(&items, "b"), &parts)).value;
    assert_eq!(located(&document, LocatorKind::Chapter), [("Rain".to_owned(), "It")]);
    assert_eq!(located(&document, LocatorKind::Page), [("iv".to_owned(), "It")]);
}

#[test]
fn notes_are_footnotes_with_their_sign_wherever_they_stand() {
    let first = "<p>Eight<a epub:type='noteref' href='n.xhtml#x'>7</a> died. Nine<a role='doc-noteref' href='#y'>*</a>.</p>\
        <aside epub:type='footnote' id='y'><p>By his count.</p></aside>";
    let notes = "<ol><li role='doc-endnote' id='x'><p>By hers.</p><p>And theirs.</p></li></ol>";
    let items = [("b", "b.xhtml", ""), ("n", "n.xhtml", "")];
    let parts = [("O/b.xhtml", first), ("O/n.xhtml", notes)];
    let document = read(&book(&list(&items, "-n b"), &parts)).value;
    assert_eq!(document.text(), "Eight\u{200a}7 died. Nine*.\n\nBy his count.\n\nBy hers.\n\nAnd theirs.");
    let labels = document.blocks().iter().filter_map(|block| match &block.kind {
        BlockKind::Footnote { label } => Some(label.as_str()),
        _ => None,
    });
    assert_eq!(labels.collect::<Vec<_>>(), ["*", "7", "7"]);
    assert!(document.place("O/n.xhtml#x").is_some(), "the sign leads to its note");
}

#[test]
fn a_book_that_lacks_parts_or_its_list_is_read_as_far_as_it_goes() {
    let items = [("b", "b.xhtml", ""), ("c", "c.xhtml", "")];
    let missing = read(&book(&list(&items, "b c"), &[("O/c.xhtml", "<p>Words</p>")]));
    assert_eq!((missing.value.text(), missing.warnings), ("Words", vec![ImportWarning::MissingParts(1)]));
    let guessed = read(&book("no list", &[("O/b.html", "<p>One</p>"), ("O/c.html", "<p>Two</p>")]));
    assert_eq!((guessed.value.text(), guessed.warnings), ("One\n\nTwo", vec![ImportWarning::NoSpine]));
    let nothing = import(&book("", &[]), "a.epub", &Options::default()).expect_err("no text");
    assert!(matches!(nothing, ImportError::Archive(_)), "{nothing:?}");
}

#[test]
fn a_protected_book_says_whose_protection_it_is_and_disguised_fonts_are_none() {
    let encrypted = |method: &str, part: &str| {
        format!(
            "<encryption><EncryptedData><EncryptionMethod Algorithm='{method}'/><CipherData>\
            <CipherReference URI='{part}'/></CipherData></EncryptedData></encryption>"
        )
    };
    let items = [("b", "b.xhtml", ""), ("c", "c.xhtml", "")];
    let aes = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    let with = |list_of: &str, spine: &str| {
        let parts = [
            ("META-INF/encryption.xml", list_of),
            ("META-INF/license.lcpl", "{}"),
            ("O/b.xhtml", "\0\u{1}"),
            ("O/c.xhtml", "<p>Words</p>"),
        ];
        import(&book(&list(&items, spine), &parts), "a.epub", &Options::default())
    };
    let error = with(&encrypted(aes, "O/b.xhtml"), "b").expect_err("protected");
    assert_eq!(error, ImportError::Protected("Readium LCP"));
    let half = with(&encrypted(aes, "O/b.xhtml"), "b c").expect("the rest");
    assert_eq!((half.value.text(), half.warnings), ("Words", vec![ImportWarning::ProtectedParts(1)]));
    let font = with(&encrypted("http://www.idpf.org/2008/embedding", "O/c.xhtml"), "c").expect("a book");
    assert_eq!((font.value.text(), font.warnings), ("Words", vec![]));
}

#[test]
fn tables_of_all_parts_are_counted_on() {
    let table = "<table><tr><td>a</td><td>b</td></tr></table>";
    let items = [("b", "b.xhtml", ""), ("c", "c.xhtml", "")];
    let document = read(&book(&list(&items, "b c"), &[("O/b.xhtml", table), ("O/c.xhtml", table)])).value;
    let tables = document.blocks().iter().map(|block| match block.kind {
        BlockKind::TableRow { table, .. } => Some(table),
        _ => None,
    });
    assert_eq!(tables.collect::<Vec<_>>(), [Some(0), Some(1)]);
    assert_eq!(document.text(), "a\tb\n\na\tb");
}

#[test]
fn what_a_style_sheet_of_the_book_hides_is_named() {
    let part = "<html><head><link href='s/a.css' rel='stylesheet'/><link rel='stylesheet' href='../../up.css'/>\
        </head><body><p>Seen</p><p class='gone'>For other readers</p></body></html>";
    let sheet = "p { margin: 0 } .gone { display: none }";
    let bytes = book(&list(&[("c", "c.xhtml", "")], "c"), &[("O/c.xhtml", part), ("O/s/a.css", sheet)]);
    let found = read(&bytes).value;
    assert_eq!(found.text(), "Seen");
    let [left_out] = found.left_out() else { panic!("{:?}", found.left_out()) };
    assert_eq!((left_out.why.name(), left_out.text.as_str()), ("hidden", "For other readers"));
    assert_eq!(read_as(&bytes, Extent::WithLeftOut).value.text(), "Seen\n\nFor other readers");
}
