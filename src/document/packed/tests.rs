//! What is packed is read again as it was, and nothing else is read.

use super::*;
use crate::document::import::{ArchiveError, Cap, Foreign, Options, import};
use crate::document::{BlockKind, InlineStyle, Marker, Role};
use crate::text::{TextRange, TextSize};
use proptest::prelude::*;
use proptest::sample::select;

/// One thing that an importer does.
#[derive(Clone, Debug)]
enum Step {
    Begin(BlockKind, u8, u8),
    Words(String),
    Role(Role),
    Label(String),
    Style(InlineStyle),
    Link(String),
    Name(String),
    Image(String, Option<(u32, u32)>),
    LeaveOut(Reason, String),
    Locate(LocatorKind, String),
    Remark(Option<String>, String),
}

fn kinds() -> impl Strategy<Value = BlockKind> {
    prop_oneof![
        (1..=6_u8).prop_map(|level| BlockKind::Heading { level }),
        Just(BlockKind::Paragraph),
        Just(BlockKind::ListItem { marker: Marker::Bullet }),
        any::<u64>().prop_map(|number| BlockKind::ListItem { marker: Marker::Number(number) }),
        any::<bool>().prop_map(|is_done| BlockKind::ListItem { marker: Marker::Task(is_done) }),
        Just(BlockKind::Caption),
        Just(BlockKind::Code),
        Just(BlockKind::Rule),
        (any::<bool>(), any::<u32>()).prop_map(|(header, table)| BlockKind::TableRow { header, table }),
        ".{0,3}".prop_map(|label| BlockKind::Footnote { label }),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    let styles = vec![
        InlineStyle::Emphasis,
        InlineStyle::Strong,
        InlineStyle::Code,
        InlineStyle::Strikethrough,
        InlineStyle::Superscript,
        InlineStyle::Subscript,
        InlineStyle::FootnoteReference,
    ];
    let places = select(vec![LocatorKind::Page, LocatorKind::Chapter]);
    prop_oneof![
        (kinds(), any::<u8>(), any::<u8>()).prop_map(|(kind, quote, list)| Step::Begin(kind, quote, list)),
        "[a-zé🕊ر\n\t ]{0,12}".prop_map(Step::Words),
        select(Role::ALL.to_vec()).prop_map(Step::Role),
        ".{0,5}".prop_map(Step::Label),
        select(styles).prop_map(Step::Style),
        "(#[ab]|https://a.example/[a-z])".prop_map(Step::Link),
        "[ab]".prop_map(Step::Name),
        (".{0,4}", proptest::option::of(any::<(u32, u32)>())).prop_map(|(at, size)| Step::Image(at, size)),
        (select(Reason::ALL.to_vec()), ".{0,8}").prop_map(|(why, text)| Step::LeaveOut(why, text)),
        (places, ".{0,4}").prop_map(|(kind, label)| Step::Locate(kind, label)),
        (proptest::option::of(".{0,4}"), ".{0,8}").prop_map(|(author, text)| Step::Remark(author, text)),
    ]
}

fn metadata() -> impl Strategy<Value = Metadata> {
    let texts = proptest::collection::vec(proptest::option::of(".{0,6}"), 9);
    let way = select(vec![None, Some(Direction::LeftToRight), Some(Direction::RightToLeft)]);
    let other = proptest::collection::vec((".{0,4}", ".{0,4}"), 0..3);
    (texts, way, other).prop_map(|(texts, direction, other)| {
        let text = |nth: usize| texts.get(nth).cloned().flatten();
        Metadata {
            title: text(0),
            byline: text(1),
            site: text(2),
            published: text(3),
            place: text(4),
            modified: text(5),
            language: text(6),
            direction,
            address: text(7),
            description: text(8),
            other,
        }
    })
}

fn built(steps: &[Step], metadata: Metadata, reading: Reading) -> Document {
    let mut builder = Builder::default();
    let mut last = TextRange::default();
    for step in steps {
        match step {
            Step::Begin(kind, quote, list) => builder.begin(kind.clone(), *quote, *list),
            Step::Words(words) if builder.is_open() => {
                let start = builder.here();
                builder.push(words);
                last = TextRange::new(start, builder.here());
                builder.boxes.push(last, words.len(), [1.0, 2.5, 30.0, 14.0], true);
            }
            Step::Words(_) => {}
            Step::Role(role) => builder.set_role(Some(*role)),
            Step::Label(label) => builder.set_label(label),
            Step::Style(style) => builder.style(last, *style),
            Step::Link(address) => builder.link(last, address),
            Step::Name(name) => builder.name_place(name),
            Step::Image(source, size) => builder.image(source, "A harbour", *size),
            Step::LeaveOut(why, text) => builder.leave_out(*why, text),
            Step::Locate(kind, label) => builder.locate(*kind, label),
            Step::Remark(author, text) => {
                let date = author.clone();
                builder.remark(Remark { range: last, author: author.clone(), date, text: text.clone() });
            }
        }
    }
    let reading_range = TextRange::all(builder.text());
    let segment = Segment { reading: reading_range, source: reading_range, identical: true };
    builder.n_images_left_out = steps.len();
    builder.finish(metadata, reading, SourceMap::new(vec![segment]))
}

fn readings() -> impl Strategy<Value = Reading> {
    let importers =
        select(vec![Importer::Plain, Importer::Markdown, Importer::Html, Importer::Docx, Importer::Odt]);
    let encodings =
        select(vec!["", "UTF-8", "UTF-16LE", "windows-1251", "ISO-8859-8-I", "gb18030", "repaired"]);
    (importers, encodings, any::<bool>(), select(EXTENTS.to_vec())).prop_map(
        |(importer, encoding, encoding_overridden, extent)| Reading {
            importer,
            encoding,
            encoding_overridden,
            extent,
        },
    )
}

fn warnings() -> Vec<ImportWarning> {
    let caps = [Cap::Attributes, Cap::Depth, Cap::Elements, Cap::Signs];
    let mut warnings = vec![
        ImportWarning::Judged("KOI8-R"),
        ImportWarning::Damaged { n_places: 3, encoding: "UTF-8", line: 2, byte: 700_000 },
        ImportWarning::Broken { n_places: 3, seen: "â€œ".to_owned(), meant: "“".to_owned() },
        ImportWarning::OneBlock { is_page: true },
        ImportWarning::Cut,
        ImportWarning::WholePage,
        ImportWarning::Frames(2),
        ImportWarning::ProtectedParts(2),
        ImportWarning::MissingParts(3),
        ImportWarning::NoSpine,
        ImportWarning::LongBook { n_parts: 5, n_bytes: 7 },
        ImportWarning::ManyFiles(20_000),
        ImportWarning::HasHtml,
        ImportWarning::TooDeep,
        ImportWarning::Pictures(7),
        ImportWarning::HiddenParagraphs(4),
        ImportWarning::Scanned { pages: vec![2, 3], n_pages: 5 },
        ImportWarning::UnknownLetters { n: 4, of: 900 },
        ImportWarning::PagesCut { n_read: 5_000, n_pages: 6_000 },
        ImportWarning::PagesTooMuch(vec![7]),
        ImportWarning::Empty,
        ImportWarning::NoText,
        ImportWarning::Part(ArchiveError::DamagedPart("a/b.xml".to_owned())),
        ImportWarning::PartCut,
        ImportWarning::PartTooDeep,
        ImportWarning::Changes(3),
        ImportWarning::Embedded(2),
        ImportWarning::Attached { n: 2, names: vec!["statement.pdf".to_owned(), "".to_owned()] },
    ];
    warnings.extend(caps.map(ImportWarning::PlainWords));
    warnings
}

fn errors() -> Vec<ImportError> {
    let mut errors = vec![
        ImportError::TooLarge,
        ImportError::Binary,
        ImportError::Shortcut("https://a.example".to_owned()),
        ImportError::Failed,
        ImportError::DamagedPdf,
        ImportError::UnknownLock,
        ImportError::Password { was_wrong: true },
        ImportError::UnknownEncoding("klingon".to_owned()),
        ImportError::TooLong(30),
        ImportError::TooMuchMemory(1024),
        ImportError::Crashed,
        ImportError::Stopped,
        ImportError::NoPage,
        ImportError::Protected("Readium LCP"),
        ImportError::DamagedList,
        ImportError::TooManyValues,
    ];
    errors.extend(Foreign::ALL.map(ImportError::Unsupported));
    let part = || "a/b.xml".to_owned();
    let archives = [
        ArchiveError::NoList,
        ArchiveError::TooManyParts,
        ArchiveError::TooLarge,
        ArchiveError::TooLargePart(part(), 4 << 20),
        ArchiveError::Ratio(part()),
        ArchiveError::Missing(part()),
        ArchiveError::DamagedPart(part()),
        ArchiveError::Encrypted(part()),
        ArchiveError::UnknownPacking(part()),
        ArchiveError::NoArticle { n_parts: 3, first: part() },
    ];
    errors.extend(archives.map(ImportError::Archive));
    errors
}

/// A document has no equality, since nobody else asks: all of it as text.
fn all_of(read: &Imported) -> String {
    format!("{read:?}")
}

proptest! {
    #[test]
    fn what_is_packed_is_read_again_as_it_was(
        steps in proptest::collection::vec(steps(), 0..30),
        metadata in metadata(),
        reading in readings(),
    ) {
        let read = Ok(Warned { value: built(&steps, metadata, reading), warnings: warnings() });
        let again = unpack(&pack(&read));
        prop_assert_eq!(again.as_ref().map(all_of), Some(all_of(&read)));
    }

    /// Bytes that somebody changed on purpose have the right digest: what is taken of them is sound.
    #[test]
    fn changed_bytes_are_refused_or_make_a_sound_document(
        steps in proptest::collection::vec(steps(), 0..20),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let document = built(&steps, Metadata::default(), Reading::default());
        let packed = pack(&Ok(Warned { value: document, warnings: warnings() }));
        let mut bytes = packed[..packed.len() - DIGEST].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let digest = Digest::of_bytes(&bytes);
        bytes.extend_from_slice(digest.as_bytes());
        if let Some(Ok(read)) = unpack(&bytes) {
            prop_assert!(is_sound(&read.value), "{:?}", read.value);
        }
    }
}

/// Whether all that the program slices by lies in the text.
fn is_sound(document: &Document) -> bool {
    let text = document.text();
    let is_within = |range: TextRange| range.of(text).is_some();
    let end = TextSize::of(text);
    document.blocks().iter().all(|block| is_within(block.range))
        && document.blocks().windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start())
        && document.spans().iter().all(|span| {
            let block = document.paragraph_at(span.range.start());
            is_within(span.range) && block.start() <= span.range.start() && span.range.end() <= block.end()
        })
        && document.remarks().iter().all(|remark| is_within(remark.range))
        && document.locators().iter().all(|locator| locator.start <= end)
        && document.images().iter().all(|image| image.before as usize <= document.blocks().len())
        && document.digest() == Digest::of(text)
}

#[test]
fn every_error_comes_home() {
    for error in errors() {
        assert_eq!(unpack(&pack(&Err(error.clone()))).and_then(Result::err), Some(error));
    }
}

#[test]
fn damaged_bytes_are_nothing() {
    let packed = pack(&import(b"# Eight died\n\nThe *army* denied it.", "a.md", &Options::default()));
    assert!(unpack(&packed).is_some());
    for at in 0..packed.len() {
        assert!(unpack(&packed[..at]).is_none(), "cut at {at}");
        let mut damaged = packed.clone();
        damaged[at] ^= 0x20;
        assert!(unpack(&damaged).is_none(), "byte {at}");
    }
    assert!(unpack(&[packed.as_slice(), b"."].concat()).is_none());
}

#[test]
fn bytes_of_another_version_are_nothing() {
    let packed = pack(&Err(ImportError::Failed));
    let mut other = packed[..packed.len() - DIGEST].to_vec();
    other[15] = b'1';
    let digest = Digest::of_bytes(&other);
    other.extend_from_slice(digest.as_bytes());
    assert_eq!(String::from_utf8_lossy(&other[1..16]), "postil packed 1");
    assert!(unpack(&other).is_none());
}
