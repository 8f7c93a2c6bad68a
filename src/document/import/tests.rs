//! What every importer promises, and how the tests of each show a document.

use super::*;
use crate::document::{BlockKind, InlineStyle, Marker};
use crate::text::{TextRange, TextSize};
use expect_test::Expect;
use proptest::prelude::*;
use std::fmt::Write as _;

/// Reads `file` by its name, with nothing asked.
pub(super) fn read(file: &str, name: &str) -> Warned<Document, ImportWarning> {
    let warned = import(file.as_bytes(), name, &Options::default()).expect("a text");
    check_promises(&warned.value);
    warned
}

/// Reads `text` as plain text and compares its blocks.
pub(super) fn check_text(text: &str, expected: Expect) {
    expected.assert_eq(&show(&read(text, "a.txt")));
}

/// One line for each block: its kind and depths, its text with line feeds as ⏎ and tabs as ⇥, its
/// styles; then one for each warning.
pub(super) fn show(warned: &Warned<Document, ImportWarning>) -> String {
    let document = &warned.value;
    let mut shown = String::new();
    for block in document.blocks() {
        let kind = match &block.kind {
            BlockKind::Heading { level } => format!("heading{level}"),
            BlockKind::ListItem { marker: Marker::Bullet } => "*".to_owned(),
            BlockKind::ListItem { marker: Marker::Number(n) } => format!("{n}."),
            BlockKind::ListItem { marker: Marker::Task(done) } => format!("task {done}"),
            BlockKind::TableRow { header, table } => {
                format!("{}{table}", if *header { "header" } else { "row" })
            }
            BlockKind::Footnote { label } => format!("footnote {label}"),
            kind => kind.name().to_owned(),
        };
        let depths = ">".repeat(block.quote_depth.into()) + &"-".repeat(block.list_depth.into());
        let text = document.slice(block.range).replace('\n', "⏎").replace('\t', "⇥");
        writeln!(shown, "{}", format!("{depths}{kind} | {text}").trim_end()).expect("a string");
        for span in document.spans().iter().filter(|span| block.range.covers(span.range)) {
            let style = match span.style {
                InlineStyle::Link(n) => format!("link {}", document.link(n).expect("its address")),
                style => format!("{style:?}").to_lowercase(),
            };
            writeln!(shown, "    {style}: {}", document.slice(span.range)).expect("a string");
        }
    }
    for warning in &warned.warnings {
        writeln!(shown, "! {warning}").expect("a string");
    }
    shown
}

/// Blocks are in order and whole, with nothing but white space between; styles stay in their block;
/// the source map goes forward.
pub(super) fn check_promises(document: &Document) {
    let text = document.text();
    let mut at = TextSize::ZERO;
    for block in document.blocks() {
        assert!(at <= block.range.start(), "blocks overlap");
        let between = TextRange::new(at, block.range.start()).of(text).expect("whole characters");
        assert!(between.trim().is_empty(), "text outside every block: {between:?}");
        block.range.of(text).expect("whole characters");
        at = block.range.end();
    }
    assert_eq!(TextRange::new(at, TextSize::of(text)).of(text).expect("whole").trim(), "");
    for span in document.spans() {
        span.range.of(text).expect("whole characters");
        let block = document.block_at(span.range.start()).expect("a block");
        assert!(document.blocks()[block].range.covers(span.range), "a style leaves its block");
    }
    let mut at = TextSize::ZERO;
    for segment in document.source_map().segments() {
        assert!(at <= segment.reading.start() && segment.reading.end() <= TextSize::of(text));
        assert!(!segment.identical || segment.reading.len() == segment.source.len());
        at = segment.reading.end();
    }
    assert!(!text.contains('\r'));
}

#[test]
fn an_empty_file_is_an_empty_document() {
    for name in ["a.txt", "a.md", "a.html", "a"] {
        let warned = read("", name);
        assert_eq!(warned.value.text(), "");
        assert_eq!(warned.told(), ["the file is empty"]);
    }
    assert_eq!(read(" \n", "a.txt").told(), ["the file has no text"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let refuse = |bytes: &[u8]| import(bytes, "a.txt", &Options::default()).map(|_| ()).unwrap_err();
    let broken =
        if cfg!(feature = "pdf") { ImportError::DamagedPdf } else { ImportError::Unsupported(Foreign::Pdf) };
    assert_eq!(refuse(b"%PDF-1.7"), broken);
    assert_eq!(refuse(b"\0\x01\x02\xff\0\0"), ImportError::Binary);
    assert_eq!(refuse(&vec![b' '; MAX_BYTES + 1]), ImportError::TooLarge);
}

#[test]
fn a_reading_says_how_the_text_was_made() {
    let page = "<html lang=ru><meta charset=windows-1251><p>Военные отрицают.";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(page);
    let document = import(&bytes, "a.txt", &Options::default()).expect("a text").value;
    assert_eq!(document.text(), "Военные отрицают.");
    assert_eq!(document.reading().importer, Importer::Html);
    assert_eq!(document.reading().encoding, "windows-1251");
    assert!(!document.reading().encoding_overridden);

    let options = Options { encoding: Some("koi8-r".to_owned()), ..Options::default() };
    let document = import(&bytes, "a.html", &options).expect("a text").value;
    assert_eq!(document.reading().encoding, "KOI8-R");
    assert!(document.reading().encoding_overridden);
}

#[test]
fn hostile_files_are_read_or_named_and_nothing_hangs() {
    let table = [
        ("a.html", "<div>".repeat(20_000) + "word", "nest too deep"),
        ("a.html", "<table><tr><td>".repeat(2_000) + "word", "nest too deep"),
        ("a.html", "<ul><li>".repeat(20_000) + "word", "nest too deep"),
        ("a.html", "<p>word</p>".repeat(50_001), "too many elements"),
        ("a.html", format!("<p{}>word", " a".repeat(200_000)), "too many attributes"),
        ("a.html", format!("<p>wo\0rd\0, and word</p>{}", "\0".repeat(3)), ""),
        ("a.html", "<a>word".repeat(20_000), ""),
        ("a.html", "<a href=x><b>word".repeat(10_000), ""),
        ("a.html", "word ".repeat(200_000), ""),
        ("a.html", "<!--".repeat(100_000) + "<p>word", ""),
        ("a.html", "word<".repeat(100_000), ""),
        ("a.html", "word &amp".repeat(100_000), "could not be told"),
        ("a.html", "word &amp</x>".repeat(100_000), "could not be told"),
        ("a.html", "word\u{a0}".repeat(100_000), "could not be told"),
        ("a.html", format!("<p title='{}'>word", "&".repeat(300_000)), "could not be told"),
        ("a.md", ">".repeat(50_000) + " word", "deeper than 64"),
        ("a.md", "- ".repeat(20_000) + "word", "deeper than 64"),
        ("a.md", "[".repeat(100_000) + "word", ""),
        ("a.md", "*word ".repeat(50_000), ""),
        (
            "a.md",
            format!("|{}\n|{}\n{}", "word|".repeat(2_000), "-|".repeat(2_000), "|word\n".repeat(2_000)),
            "",
        ),
        ("a.md", "word\n\n".repeat(1_000_001), "1,000,000"),
        ("a.md", "word ".repeat(200_000), ""),
        ("a.md", "<b>word".repeat(50_000), "HTML"),
        ("a.txt", "word".repeat(250_000), ""),
        ("a.txt", "word\n\n".repeat(100_000), ""),
        ("a.txt", "word \0".repeat(1000), ""),
    ];
    for (name, file, warning) in table {
        let warned = read(&file, name);
        let head: String = file.chars().take(30).collect();
        assert!(
            warned.value.text().contains("word") || file.starts_with("<!--") || file.contains('\0'),
            "{head}"
        );
        assert!(
            warned.told().iter().any(|given| given.contains(warning)) || warning.is_empty(),
            "{head}: {:?}",
            warned.warnings
        );
    }
}

proptest! {
    #[test]
    fn any_bytes_give_whole_blocks_and_the_same_text_twice(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html"]),
    ) {
        if let Ok(warned) = import(&bytes, name, &Options::default()) {
            check_promises(&warned.value);
            let again = import(&bytes, name, &Options::default()).expect("as before");
            prop_assert_eq!(again.value.text(), warned.value.text());
        }
    }

    #[test]
    fn any_mark_up_gives_whole_blocks(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60),
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html"]),
        extent in prop::sample::select(vec![Extent::Article, Extent::WithLeftOut, Extent::Page]),
    ) {
        let file = pieces.concat();
        let options = Options { extent, ..Options::default() };
        let warned = import(file.as_bytes(), name, &options).expect("a text");
        check_promises(&warned.value);
        prop_assert_eq!(&import(file.as_bytes(), name, &options).expect("a text").value.digest(), &warned.value.digest());
    }
}

/// What mark-up is made of.
const PIECES: &[&str] = &[
    "word",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "é",
    "שלום",
    "\u{a0}",
    "&amp;",
    "&#8212;",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<br>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ol start=3>",
    "</ol>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</table>",
    "<pre>",
    "</pre>",
    "<blockquote>",
    "</blockquote>",
    "<h1>",
    "</h1>",
    "<hr>",
    "<q>",
    "</q>",
    "<figcaption>",
    "</figcaption>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<title>A title</title>",
    "<sup>",
    "<svg>",
    "</svg>",
    "<template>",
    "<select>",
    "<input type=checkbox>",
    "# ",
    "> ",
    "- ",
    "1. ",
    "- [x] ",
    "**",
    "_",
    "`",
    "```\n",
    "~~",
    "[^1]",
    "[^1]: ",
    "[a](b)",
    "![a](b)",
    "| a | b |\n|---|---|\n| c | d |\n",
    "---\n",
    "    ",
    "title: A title\n",
    "<",
    ">",
    "&",
    "© ",
    "\\",
];
