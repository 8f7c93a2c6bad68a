//! Encodings, on sentences of our own.

use super::*;
use encoding_rs::{
    IBM866, ISO_8859_6, KOI8_R, KOI8_U, WINDOWS_1251, WINDOWS_1252, WINDOWS_1255, WINDOWS_1256,
};
use proptest::prelude::*;

const RUSSIAN: &str = "Военные отрицают, что стреляли по рынку. Погибло более тридцати человек.";
const UKRAINIAN: &str = "Військові заперечують, що стріляли по ринку. Щонайменше тридцять людей загинуло.";
const ARABIC: &str = "ونفى الجيش أنه أطلق النار على السوق. وقتل أكثر من ثلاثين شخصا.";
const HEBREW: &str = "הצבא הכחיש כי ירה לעבר השוק. יותר משלושים בני אדם נהרגו.";
const GERMAN: &str = "Die Armee bestreitet, auf den Markt geschossen zu haben. Über dreißig Tote gezählt.";

fn read(bytes: &[u8]) -> Decoded {
    decode(bytes, None, None).expect("a text")
}

#[test]
fn old_encodings_are_told_from_a_line_of_text() {
    let table = [
        (RUSSIAN, WINDOWS_1251),
        (RUSSIAN, KOI8_R),
        (RUSSIAN, IBM866),
        (UKRAINIAN, WINDOWS_1251),
        (UKRAINIAN, KOI8_U),
        (ARABIC, WINDOWS_1256),
        (ARABIC, ISO_8859_6),
        (HEBREW, WINDOWS_1255),
        (GERMAN, WINDOWS_1252),
    ];
    for (text, encoding) in table {
        let (bytes, _, _) = encoding.encode(text);
        let decoded = read(&bytes);
        assert_eq!(decoded.text, text, "{}", encoding.name());
        let judged = format!("judged by its letters it was read as {}", decoded.name);
        assert!(
            decoded.warnings.iter().any(|warning| warning.to_string().contains(&judged)),
            "{:?}",
            decoded.warnings
        );
    }
}

#[test]
fn utf16_is_read_with_and_without_its_mark() {
    for text in [RUSSIAN, ARABIC, HEBREW, GERMAN, "一二三。\n一。\n"] {
        for big in [false, true] {
            for mark in ["", "\u{feff}"] {
                let bytes: Vec<u8> = format!("{mark}{text}")
                    .encode_utf16()
                    .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                    .collect();
                let decoded = read(&bytes);
                assert_eq!(decoded.text, text);
                assert_eq!(decoded.name, (if big { UTF_16BE } else { UTF_16LE }).name());
            }
        }
    }
}

#[test]
fn one_damaged_byte_does_not_change_the_alphabet() {
    let mut bytes = RUSSIAN.repeat(5).into_bytes();
    bytes[100] = 0xff;
    let decoded = read(&bytes);
    assert_eq!(decoded.name, UTF_8.name());
    assert_eq!(decoded.warnings.len(), 1);
    // A last character that was cut off is no other alphabet either.
    assert_eq!(read(&RUSSIAN.as_bytes()[..9]).name, UTF_8.name());
}

#[test]
fn what_cannot_be_read_is_counted_and_placed() {
    let warning = |bytes: &[u8]| {
        let warnings = decode(bytes, Some("utf-8"), None).expect("a text").warnings;
        warnings.iter().map(ImportWarning::to_string).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(warning(b"one\ntwo"), "");
    assert_eq!(
        warning(b"one\ntw\xff"),
        "one place could not be read as UTF-8 and is shown as \u{fffd}: line 2, byte 6 of the file"
    );
    assert_eq!(
        warning(b"\xffone\xfe"),
        "2 places could not be read as UTF-8 and are shown as \u{fffd}; the first is in line 1, byte 0 of the file"
    );
    let overlong = decode(b"a\xc0\xafb\xed\xa0\x80c", Some("utf-8"), None).expect("a text");
    assert_eq!(overlong.text, "a\u{fffd}\u{fffd}b\u{fffd}\u{fffd}\u{fffd}c");
}

#[test]
fn the_reader_has_the_last_word() {
    let (bytes, _, _) = WINDOWS_1251.encode("да");
    let decoded = decode(&bytes, Some("cp1251"), None).expect("a text");
    assert_eq!((decoded.text.as_str(), decoded.name), ("да", "windows-1251"));
    assert_eq!(
        decode(b"x", Some("klingon"), None).unwrap_err(),
        ImportError::UnknownEncoding("klingon".to_owned())
    );
    assert!(decode(b"x", Some("iso-2022-kr"), None).is_err(), "the web's `replacement` is no encoding");
}

#[test]
fn what_is_no_text_is_said_to_be_none() {
    assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff", None, None).unwrap_err(), ImportError::Binary);
    assert_eq!(decode(&[0; 999], None, None).unwrap_err(), ImportError::Binary);
    assert_eq!(read(b"a stray \0 stays in the text").text, "a stray \0 stays in the text");
}

#[test]
fn line_ends_become_line_feeds_and_are_mapped() {
    let decoded = read("\u{feff}a\r\nb\rc\nd\u{2028}e\u{85}".as_bytes());
    assert_eq!(decoded.text, "a\nb\nc\nd\u{2028}e\u{85}");
    let at = |needle: &str| {
        let reading = crate::text::TextSize::from_usize(decoded.text.find(needle).expect("a letter"));
        decoded.source_map.to_source(reading).map(crate::text::TextSize::to_usize)
    };
    assert_eq!([at("a"), at("b"), at("c"), at("d")], [Some(3), Some(6), Some(8), Some(10)]);
}

#[test]
fn line_ends_of_old_encodings_become_line_feeds_too() {
    let text = "да\r\nнет\rможет быть";
    for encoding in ["windows-1251", "utf-16le"] {
        let bytes = match encoding {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            _ => WINDOWS_1251.encode(text).0.into_owned(),
        };
        let decoded = decode(&bytes, Some(encoding), None).expect("a text");
        assert_eq!(decoded.text, "да\nнет\nможет быть");
    }
}

proptest! {
    #[test]
    fn any_bytes_give_a_text_without_carriage_returns(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        label in prop::sample::select(vec!["utf-8", "windows-1251", "utf-16be", "shift_jis", "iso-2022-jp", "gb18030"]),
    ) {
        for label in [None, Some(label)] {
            let Ok(decoded) = decode(&bytes, label, None) else { continue };
            prop_assert!(!decoded.text.contains('\r'));
            let mut before = (0, 0);
            for segment in decoded.source_map.segments() {
                let (reading, source) = (segment.reading.to_usize(), segment.source.to_usize());
                prop_assert_eq!(reading.start, before.0);
                prop_assert!(before.1 <= source.start && source.end <= bytes.len());
                if segment.identical {
                    let there: Vec<u8> =
                        bytes[source.clone()].iter().map(|&b| if b == b'\r' { b'\n' } else { b }).collect();
                    prop_assert_eq!(decoded.text[reading.clone()].as_bytes(), there);
                }
                before = (reading.end, source.end);
            }
            prop_assert_eq!(before.0, decoded.text.len());
        }
    }
}
