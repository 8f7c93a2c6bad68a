//! Safari's web archive: a property list with the page and, each with its address, its files.

use super::saved_page::{self, MAX_PARTS, Part, SavedPage};
use super::{File, ImportError, Imported, webarchive_limits};
use encoding_rs::Encoding;
use plist::{Dictionary, Value};
use std::borrow::Cow;
use std::io::Cursor;

/// How deep archives of frames lie in each other at most.
const MAX_DEPTH: usize = 8;

/// Whether a file is one: a property list that has a page.
pub(super) fn is_webarchive(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let is_list = webarchive_limits::is_binary(bytes) || memchr::memmem::find(head, b"<plist").is_some();
    is_list && memchr::memmem::find(bytes, b"WebMainResource").is_some()
}

/// Reads the page in it.
pub(super) fn read(file: &File<'_>) -> Imported {
    saved_page::read(file, &open(file.bytes)?)
}

/// The page and its files.
pub(super) fn open(bytes: &[u8]) -> Result<SavedPage<'static>, ImportError> {
    if !webarchive_limits::are_kept(bytes) {
        return Err(ImportError::TooManyValues);
    }
    // The third form, which has neither signs nor tags, is never an archive.
    let list = match webarchive_limits::is_binary(bytes) {
        true => Value::from_reader(Cursor::new(bytes)),
        false => Value::from_reader_xml(Cursor::new(bytes)),
    };
    let list = list.map_err(|_| ImportError::DamagedList)?;
    let mut saved = SavedPage::default();
    let mut waiting: Vec<(Value, usize)> = vec![(list, 0)];
    while let Some((archive, depth)) = waiting.pop() {
        let Value::Dictionary(mut archive) = archive else { continue };
        let main = archive.remove("WebMainResource").and_then(Value::into_dictionary).and_then(resource);
        if let Some((part, address)) = main {
            if depth == 0 {
                saved.page = part.clone();
                saved.address.clone_from(&address);
            }
            saved.parts.insert(address, part);
        }
        for value in list_of(&mut archive, "WebSubresources") {
            let Some((part, address)) = value.into_dictionary().and_then(resource) else { continue };
            if MAX_PARTS <= saved.parts.len() {
                saved.has_more = true;
                break;
            }
            saved.parts.entry(address).or_insert(part);
        }
        let frames = list_of(&mut archive, "WebSubframeArchives").into_iter();
        waiting.extend(frames.filter(|_| depth < MAX_DEPTH).map(|frame| (frame, depth + 1)));
    }
    saved.or_none()
}

fn list_of(archive: &mut Dictionary, key: &str) -> Vec<Value> {
    archive.remove(key).and_then(Value::into_array).unwrap_or_default()
}

/// A file, and its address.
fn resource(mut of: Dictionary) -> Option<(Part<'static>, String)> {
    let body = of.remove("WebResourceData").and_then(Value::into_data)?;
    let mut text = |key: &str| of.remove(key).and_then(Value::into_string);
    let kind = text("WebResourceMIMEType").unwrap_or_default().to_ascii_lowercase();
    let charset = text("WebResourceTextEncodingName").and_then(|name| Encoding::for_label(name.as_bytes()));
    let address = text("WebResourceURL")?;
    let part = Part { kind, charset, body: Cow::Owned(body), ..Part::default() };
    Some((part, address.split('#').next().unwrap_or_default().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::{Extent, Options, import, part};
    use super::*;
    use crate::document::ImagePlace;

    fn file(kind: &str, address: &str, body: &[u8]) -> Value {
        let mut of = Dictionary::new();
        of.insert("WebResourceData".to_owned(), Value::Data(body.to_vec()));
        of.insert("WebResourceMIMEType".to_owned(), kind.into());
        of.insert("WebResourceURL".to_owned(), address.into());
        of.insert("WebResourceTextEncodingName".to_owned(), "windows-1252".into());
        Value::Dictionary(of)
    }

    fn archive(main: Value, files: Vec<Value>, frames: Vec<Value>) -> Value {
        let mut of = Dictionary::new();
        of.insert("WebMainResource".to_owned(), main);
        of.insert("WebSubresources".to_owned(), Value::Array(files));
        of.insert("WebSubframeArchives".to_owned(), Value::Array(frames));
        Value::Dictionary(of)
    }

    fn example() -> Value {
        let page = b"<p>Le march\xe9 br\xfble</p><img src='/b.png'><iframe src='f.html'></iframe>";
        let frame = file("text/html", "https://a.example/news/f.html", b"<p>Au cadre</p>");
        let picture = file("image/png", "https://a.example/b.png", b"ABC");
        archive(
            file("text/html", "https://a.example/news/feu#haut", page),
            vec![picture],
            vec![archive(frame, vec![], vec![])],
        )
    }

    fn binary(value: &Value) -> Vec<u8> {
        let mut bytes = Vec::new();
        value.to_writer_binary(&mut bytes).expect("a list");
        bytes
    }

    #[test]
    fn both_forms_are_read_with_their_pictures_and_frames() {
        let mut xml = Vec::new();
        example().to_writer_xml(&mut xml).expect("a list");
        for bytes in [binary(&example()), xml] {
            let options = Options { extent: Extent::Page, ..Options::default() };
            let document = import(&bytes, "a.txt", &options).expect("a page").value;
            assert_eq!(document.reading().importer, super::super::Importer::WebArchive);
            assert_eq!(document.text(), "Le marché brûle\n\nAu cadre");
            assert_eq!(document.metadata().address.as_deref(), Some("https://a.example/news/feu"));
            assert_eq!(document.images()[0].place(), ImagePlace::Part("https://a.example/b.png"));
            assert_eq!(part(&bytes, "https://a.example/b.png", 2).as_deref(), Some(&b"AB"[..]));
        }
    }

    #[test]
    fn what_is_damaged_or_stands_for_too_much_is_refused() {
        let error = |bytes: &[u8]| import(bytes, "a.webarchive", &Options::default()).expect_err("refused");
        let whole = binary(&example());
        assert_eq!(error(&whole[..whole.len() - 40]), ImportError::DamagedList);
        let empty = archive(Value::from("x"), vec![], vec![]);
        assert_eq!(error(&binary(&empty)), ImportError::NoPage);
        let deep = (0..70).fold(example(), |inner, _| archive(Value::from("x"), vec![], vec![inner]));
        assert_eq!(error(&binary(&deep)), ImportError::TooManyValues);
        let tags = format!("<plist><array>WebMainResource{}", "<array>".repeat(200_000));
        assert_eq!(error(tags.as_bytes()), ImportError::TooManyValues);
    }

    #[test]
    fn a_list_that_refers_to_itself_a_thousand_times_over_is_refused() {
        // Eight lists, each of which has the next a hundred times: a hundred million of millions of words.
        let mut bytes = b"bplist00".to_vec();
        let mut offsets = Vec::new();
        for n in 1..=8_u8 {
            offsets.push(u8::try_from(bytes.len() / 8).unwrap_or_default());
            let list: Vec<u8> = [vec![0xaf, 0x10, 100], vec![n; 100]].concat();
            bytes.extend(list);
            bytes.resize(bytes.len().next_multiple_of(8), 0);
        }
        offsets.push(u8::try_from(bytes.len() / 8).unwrap_or_default());
        bytes.extend(b"\x5f\x10\x0fWebMainResource");
        bytes.resize(bytes.len().next_multiple_of(8), 0);
        let table = bytes.len();
        offsets.iter().for_each(|&at| bytes.extend((u16::from(at) * 8).to_be_bytes()));
        bytes.extend([0, 0, 0, 0, 0, 0, 2, 1]);
        for number in [offsets.len(), 0, table] {
            bytes.extend(u64::try_from(number).unwrap_or_default().to_be_bytes());
        }
        let error = import(&bytes, "a.webarchive", &Options::default()).expect_err("refused");
        assert_eq!(error, ImportError::TooManyValues);
    }
}
