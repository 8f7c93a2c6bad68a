//! What is tried on arbitrary bytes: one function for each reader of what strangers wrote. The fuzzer
//! runs them on what it thinks up, `tests/finds.rs` on the corpora and on all that was ever found.
//!
//! A body panics where a promise is broken. It knows nothing of the readers' insides, so that they can
//! be written anew beneath it.

#[path = "bodies/handed.rs"]
mod handed;
#[path = "bodies/layers.rs"]
mod layers;

use crate::article::marked;
use crate::desk::Desk;
use postil::anchor::{Description, Piece, Placement, Quote, Target, describe, place};
use postil::document::import::{Options, import, parts};
use postil::document::{Document, DocumentId, Extent, ImagePlace, Importer, Numbers, Outline, Timestamp};
use postil::library::Query as FolderQuery;
use postil::session::Action;
use postil::sidecar::{self, builtin};
use postil::text::find::{Finder, Query};
use postil::text::{TextRange, TextSize};
use std::sync::Arc;

/// Tries one reader.
pub(crate) type Body = fn(&[u8]);

/// Every reader, by the name of its corpus.
pub(crate) const TARGETS: &[(&str, Body)] = &[
    ("action", action),
    ("anchor", anchor),
    ("bundle", handed::bundle),
    ("codebook", codebook),
    ("docx", docx),
    ("epub", web_archive),
    ("find", find),
    ("folder", layers::folder),
    ("gradebook", handed::gradebook),
    ("html", html),
    ("incoming", handed::incoming),
    ("layer", layers::layer),
    ("layer_line", layers::layer_line),
    ("log", layers::log),
    ("markdown", markdown),
    ("marked", marked_text),
    ("mhtml", web_archive),
    ("odt", odt),
    ("page_zip", web_archive),
    ("pdf", pdf),
    ("plain", plain),
    ("query", query),
    ("report", handed::report),
    ("session", session),
    ("subtitles", subtitles),
    ("webarchive", web_archive),
];

fn codebook(bytes: &[u8]) {
    if let Ok(read) = sidecar::read_codebook(&String::from_utf8_lossy(bytes)) {
        for tag in &read.value.tags {
            assert_eq!(read.value.tag(&tag.id), Some(tag), "a tag is not found by its slug");
        }
    }
}

const ENCODINGS: &[&str] = &[
    "",
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1251",
    "windows-1256",
    "koi8-r",
    "gb18030",
    "shift_jis",
    "iso-2022-jp",
    "euc-kr",
    "big5",
    "x-user-defined",
];

/// Decoding and plain text; the first byte chooses the encoding.
fn plain(bytes: &[u8]) {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let label = ENCODINGS[usize::from(first) % ENCODINGS.len()];
    let encoding = (!label.is_empty()).then(|| label.to_owned());
    let document = imported(rest, "a.txt", &Options { encoding, ..Options::default() });
    let Some(document) = document.filter(|document| document.reading().importer == Importer::Plain) else {
        return;
    };
    for segment in document.source_map().segments().iter().filter(|segment| segment.identical) {
        let source = rest.get(segment.source.to_usize()).expect("a segment lies in the file");
        let words = document.slice(segment.reading).as_bytes();
        let is_same = |(&read, &byte): (&u8, &u8)| read == byte || (read, byte) == (b'\n', b'\r');
        assert!(source.len() == words.len() && words.iter().zip(source).all(is_same), "not the file's bytes");
    }
}

fn markdown(bytes: &[u8]) {
    imported(bytes, "a.md", &Options::default());
}

/// Subtitles, of both kinds.
fn subtitles(bytes: &[u8]) {
    for extent in [Extent::Article, Extent::WithLeftOut] {
        imported(bytes, "a.srt", &Options { extent, ..Options::default() });
        imported(&[b"WEBVTT\n\n", bytes].concat(), "a.vtt", &Options { extent, ..Options::default() });
    }
}

/// PDF, with and without what stands at the ends of its pages: each word has its place on one of them.
fn pdf(bytes: &[u8]) {
    for extent in [Extent::Article, Extent::WithLeftOut] {
        let document = imported(bytes, "a.pdf", &Options { extent, ..Options::default() });
        for block in document.iter().flat_map(|document| document.blocks()).take(64) {
            let boxes = document.iter().flat_map(|document| document.page_boxes().boxes_of(block.range));
            for one in boxes {
                assert!(one.place.iter().all(|value| value.is_finite()), "a place nowhere");
            }
        }
    }
}

/// Web pages, as an article and whole.
fn html(bytes: &[u8]) {
    for extent in [Extent::Article, Extent::Page] {
        imported(bytes, "a.html", &Options { extent, ..Options::default() });
    }
}

/// Pages in one file with what was saved with them, and books: as an article and whole, and their pictures.
fn web_archive(bytes: &[u8]) {
    for extent in [Extent::Article, Extent::Page] {
        // What is no archive any more is read as text by other targets.
        let document = imported(bytes, "a.bin", &Options { extent, ..Options::default() });
        for image in document.iter().flat_map(|document| document.images()).take(8) {
            if let ImagePlace::Part(name) = image.place() {
                assert!(
                    parts(bytes, &[name.to_owned()], 100).iter().flatten().all(|bytes| bytes.len() <= 100),
                    "more than was asked for"
                );
            }
        }
    }
}

/// Word's files: whole ones, or the text and the parts around it, each ended by a NUL.
fn docx(bytes: &[u8]) {
    const RELATIONS: &[u8] = b"<Relationships>\
        <Relationship Id='s' Type='x/styles' Target='styles.xml'/>\
        <Relationship Id='n' Type='x/numbering' Target='numbering.xml'/>\
        <Relationship Id='f' Type='x/footnotes' Target='footnotes.xml'/>\
        <Relationship Id='c' Type='x/comments' Target='comments.xml'/></Relationships>";
    let names =
        ["document", "styles", "numbering", "footnotes", "comments"].map(|name| format!("word/{name}.xml"));
    let known = [("word/_rels/document.xml.rels", RELATIONS)];
    archive(bytes, &known, &names, "a.docx");
}

/// OpenDocument's texts, in the same way.
fn odt(bytes: &[u8]) {
    let known: [(&str, &[u8]); 1] = [("mimetype", b"application/vnd.oasis.opendocument.text")];
    archive(bytes, &known, &["content", "styles", "meta"].map(|name| format!("{name}.xml")), "a.odt");
}

fn archive(bytes: &[u8], known: &[(&str, &[u8])], names: &[String], name: &str) {
    let packed = if bytes.starts_with(b"PK") {
        bytes.to_vec()
    } else {
        let parts = names.iter().map(String::as_str).zip(bytes.splitn(names.len(), |&byte| byte == 0));
        stored(&known.iter().copied().chain(parts).collect::<Vec<_>>())
    };
    for extent in [Extent::Article, Extent::WithLeftOut] {
        imported(&packed, name, &Options { extent, ..Options::default() });
    }
}

/// A zip file of these parts as they are (APPNOTE 4.3.7, 4.3.12 and 4.3.16).
fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut packed, mut list) = (Vec::new(), Vec::new());
    let number = |n: usize| u32::try_from(n).expect("a small file").to_le_bytes();
    for (name, bytes) in parts {
        let start = packed.len();
        let length = u16::try_from(name.len()).expect("a short name").to_le_bytes();
        // The version that is needed, flags, no packing, time and date; sum and sizes; the name's length.
        let head = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
            &sum(bytes).to_le_bytes(),
            &number(bytes.len()),
            &number(bytes.len()),
            &length,
            &[0, 0],
        ]
        .concat();
        packed.extend([b"PK\x03\x04", &head[..], name.as_bytes(), bytes].concat());
        list.extend([b"PK\x01\x02\x14\x00", &head[..], &[0; 10], &number(start), name.as_bytes()].concat());
    }
    let n_parts = u16::try_from(parts.len()).expect("few parts").to_le_bytes();
    let end =
        [b"PK\x05\x06", &[0; 4][..], &n_parts, &n_parts, &number(list.len()), &number(packed.len()), &[0, 0]];
    [packed, list, end.concat()].concat()
}

/// CRC-32 as zip files have it.
fn sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}

/// The document of `bytes`: whole blocks in order with nothing but white space between, styles within
/// their blocks, a source map that goes forward; and the same text a second time.
fn imported(bytes: &[u8], name: &str, options: &Options) -> Option<Document> {
    let document = import(bytes, name, options).ok()?.value;
    let text = document.text();
    let mut at = TextSize::ZERO;
    for block in document.blocks() {
        assert!(at <= block.range.start(), "blocks overlap");
        let between = TextRange::new(at, block.range.start()).of(text).expect("whole characters");
        assert!(between.trim().is_empty(), "text outside every block: {between:?}");
        assert!(block.range.of(text).is_some(), "half a character");
        at = block.range.end();
    }
    assert_eq!(TextRange::new(at, TextSize::of(text)).of(text).expect("whole characters").trim(), "");
    for span in document.spans() {
        let block = document.block_at(span.range.start()).expect("a block");
        assert!(span.range.of(text).is_some() && document.blocks()[block].range.covers(span.range));
    }
    let mut at = TextSize::ZERO;
    for segment in document.source_map().segments() {
        assert!(at <= segment.reading.start() && segment.reading.end() <= TextSize::of(text));
        assert!(segment.source.end().to_usize() <= bytes.len() && segment.reading.of(text).is_some());
        at = segment.reading.end();
    }
    assert!(!text.contains('\r'), "a carriage return");
    let (numbers, outline) = (Numbers::of(&document), Outline::of(&document));
    drop((numbers, outline));
    let again = import(bytes, name, options).expect("as before").value;
    assert!(again.text() == text && again.blocks() == document.blocks(), "read twice, it differs");
    Some(document)
}

/// `FFTT old text ⏎=>⏎ new text`: the passage from code point `FF` to `TT` is described in the one and
/// found in the other.
fn anchor(bytes: &[u8]) {
    let Some((&[from, from_low, to, to_low], rest)) = bytes.split_first_chunk::<4>() else { return };
    let (from, to) = (u16::from_be_bytes([from, from_low]), u16::from_be_bytes([to, to_low]));
    let rest = String::from_utf8_lossy(rest);
    let (old, new) = rest.split_once("\n=>\n").unwrap_or((&rest, &rest));
    let (old, new) = (Arc::new(Document::plain(old)), Arc::new(Document::plain(new)));
    let source = DocumentId::mint(old.digest());
    let at = |n: u16| old.text().char_indices().nth(n.into()).map_or(old.text().len(), |(at, _)| at);
    let range = old.snap(TextRange::from_usize(at(from).min(at(to))..at(from).max(at(to))));
    let target = describe(&old, source, &[range], now());
    if !range.is_empty() {
        assert_eq!(place(&old, &target, None), Placement::Exact(range.into()), "not where it was made");
    }
    for earlier in [None, Some(old.text())] {
        is_in(&new, &place(&new, &target, earlier));
        is_in(&new, &place(&new, &forged(&old, range, usize::from(from) << 48, to.into()), earlier));
    }
}

/// A description that nobody made: any position, words from here, surroundings from elsewhere.
fn forged(document: &Document, range: TextRange, start: usize, length: usize) -> Target {
    let words = document.slice(range).to_owned();
    let reversed: String = words.chars().rev().collect();
    let quote = Quote { exact: reversed, prefix: words.clone(), suffix: words };
    let position = Some(start..start.saturating_add(length));
    let description = Description { quote: Some(quote), position, ..Description::default() };
    let bare = Description {
        position: Some(start..usize::MAX),
        digest: Some(document.digest()),
        ..Description::default()
    };
    let pieces = vec![Piece { descriptions: vec![bare, description] }, Piece::default()];
    Target { source: DocumentId::mint(document.digest()), pieces }
}

/// A placement is whole clusters of its text.
fn is_in(document: &Document, placement: &Placement) {
    let passages = match placement {
        Placement::Ambiguous(candidates) => candidates.iter().map(|candidate| &candidate.passage).collect(),
        Placement::Orphaned { best_guess } => best_guess.iter().map(|guess| &guess.passage).collect(),
        placed => placed.passage().into_iter().collect::<Vec<_>>(),
    };
    for &piece in passages.into_iter().flat_map(|passage| passage.pieces()) {
        assert!(piece.of(document.text()).is_some(), "no range of the text: {piece:?}");
        assert_eq!(document.snap(piece), piece, "half a cluster");
    }
}

/// The text form of an action is read as what it was written from.
fn action(bytes: &[u8]) {
    let Ok(action) = String::from_utf8_lossy(bytes).parse::<Action>() else { return };
    let again = action.to_string().parse::<Action>();
    assert_eq!(again.as_ref(), Ok(&action), "{action}");
}

const ARTICLE: &str = "[claim#c1:Eight people died] in the raid. The army [denial#d1 denies c1:denied] it. A disgrace.\n\n\
    [casualty-report#k1:More than 35 were [opinion#o1:badly] hurt]. Eight people died 🕊 there.\n//- layer ben\n\
    Eight people died in the raid. The army [claim#b1:denied it]. A disgrace.\n\n\
    More than 35 were badly hurt. Eight people died 🕊 there.";

/// Lines of actions. Undone they leave what was, done again what came of them; saved and opened again
/// the marks are the same, and so are the files.
fn session(bytes: &[u8]) {
    let script = String::from_utf8_lossy(bytes);
    let mut desk = Desk::open(ARTICLE).expect("an article of ours");
    let mut base = desk.marks();
    // Showing and hiding are no changes, and what is hidden cannot be compared.
    let is_change =
        |line: &&str| !line.trim_start().starts_with("hide") && !line.trim_start().starts_with("show");
    for line in script.lines().filter(is_change).take(48) {
        let (shown, before) = (desk.marked(), desk.marks());
        if desk.perform(line).is_err() {
            assert_eq!(desk.marked(), shown, "refused and done all the same: {line}");
        } else if line.trim() == "reopen" {
            base = desk.marks();
            assert_eq!(base, before, "opened again");
        }
    }
    while desk.perform("redo").is_ok() {}
    let done = desk.marks();
    let n_undone = (0..).take_while(|_| desk.perform("undo").is_ok()).count();
    assert_eq!(desk.marks(), base, "all undone");
    for _ in 0..n_undone {
        desk.perform("redo").expect("what was undone can be done again");
    }
    assert_eq!(desk.marks(), done, "all done again");
    desk.perform("save").expect("saved");
    let files = desk.files();
    desk.perform("reopen").expect("opened again");
    assert_eq!(desk.marks(), done, "saved and opened again");
    desk.perform("save").expect("saved");
    assert_eq!(desk.files(), files, "saved twice");
}

/// A query line that can be read is written as one that asks the same.
fn query(bytes: &[u8]) {
    let Ok(query) = String::from_utf8_lossy(bytes).parse::<FolderQuery>() else { return };
    let again = query.to_string().parse::<FolderQuery>();
    assert_eq!(again.as_ref(), Ok(&query), "{query}");
}

/// Marked text that can be read is written as text that says the same.
fn marked_text(bytes: &[u8]) {
    if let Ok(read) = marked::parse(&String::from_utf8_lossy(bytes), &builtin()) {
        let written = read.write();
        assert_eq!(marked::parse(&written, &builtin()).as_ref(), Ok(&read), "{written}");
    }
}

/// `F pattern ⏎ text`: the bits of `F` are case, whole words, expression.
fn find(bytes: &[u8]) {
    let Some((&flags, rest)) = bytes.split_first() else { return };
    let rest = String::from_utf8_lossy(rest);
    let (words, text) = rest.split_once('\n').unwrap_or((&rest, ""));
    let query = Query {
        words: words.to_owned(),
        is_case_sensitive: flags & 1 != 0,
        is_whole_word: flags & 2 != 0,
        is_regex: flags & 4 != 0,
    };
    let Ok(finder) = Finder::new(&query) else { return };
    let document = Document::plain(text);
    let hits = finder.in_paragraphs(document.text(), &document.block_ranges(), &mut || true);
    let mut at = TextSize::ZERO;
    for &hit in &hits.ranges {
        assert!(at <= hit.start() && !hit.is_empty(), "hits overlap or are empty");
        assert_eq!(document.snap(hit), hit, "half a cluster");
        assert!(document.paragraph_at(hit.start()).covers(hit), "a hit leaves its block");
        at = hit.end();
    }
}

fn now() -> Timestamp {
    Timestamp::from_seconds(1_772_442_847)
}
