//! Plain text that needs no reading: what a search wants of it is in its bytes as they lie on the disk.

use super::decode::is_control;
use super::{Importer, MAX_BYTES, importers, plain, plain_quotes};
use crate::document::Block;

/// The text of a file called `name`, where reading it would change nothing but its line ends: it is plain
/// text in UTF-8. Words that it lacks are then in no document that is made of these bytes.
///
/// ```
/// use postil::document::import::unread_text;
/// assert_eq!(unread_text(b"The army", "a.txt"), Some("The army"));
/// assert_eq!(unread_text(b"The **ar**my", "a.md"), None);
/// assert_eq!(unread_text(b"> The\n> army", "a.txt"), None);
/// assert_eq!(unread_text(b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>", "a.txt"), None);
/// ```
pub fn unread_text<'a>(bytes: &'a [u8], name: &str) -> Option<&'a str> {
    let is_other = importers::by_name(name) != Importer::Plain || importers::is_known_by_bytes(bytes);
    if is_other || MAX_BYTES < bytes.len() {
        return None;
    }
    // UTF-16 may be UTF-8 by its bytes, with a NUL for every second one.
    let text = std::str::from_utf8(bytes).ok().filter(|_| memchr::memchr(0, bytes).is_none())?;
    let is_plain = importers::by_text(Importer::Plain, text) == Importer::Plain;
    (is_plain && !plain_quotes::may_have_quotes(text)).then_some(text)
}

/// So many bytes are looked at before one that is no part of a text ends the looking.
const CHUNK: usize = 4_096;

/// Whether the document that is made of the file called `name` has the same text to the letter as
/// [`unread_text`] gave; not so where none is made of it.
///
/// ```
/// use postil::document::import::stays_as_it_lies;
/// assert!(stays_as_it_lies("The army\n\ndenied it", "a.txt"));
/// assert!(!stays_as_it_lies("The army\r\n\r\ndenied it", "a.txt"));
/// ```
pub fn stays_as_it_lies(unread: &str, name: &str) -> bool {
    let bytes = unread.as_bytes();
    let is_plain = importers::row_of(bytes, name).is_ok_and(|row| row.importer == Importer::Plain);
    // Without a way out before the end, many bytes are looked at at once.
    let is_other = |bytes: &[u8]| bytes.iter().fold(false, |any, &b| any | (b == b'\r') | is_control(b));
    let is_same = || !unread.starts_with('\u{feff}') && !bytes.chunks(CHUNK).any(is_other);
    is_plain && is_same()
}

/// The blocks of a text that [`stays_as_it_lies`], as the document has them.
///
/// ```
/// use postil::document::import::unread_blocks;
/// assert_eq!(unread_blocks("The army\n\ndenied it").len(), 2);
/// ```
pub fn unread_blocks(unread: &str) -> Vec<Block> {
    plain::blocks_as_they_stand(unread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import::{Options, import};

    /// A text as it was read, with its blocks.
    type Read = (String, Vec<Block>);

    /// What the quick way says, and what reading says.
    fn both(text: &str) -> (Option<Vec<Block>>, Option<Read>) {
        let quick = unread_text(text.as_bytes(), "a.txt").filter(|text| stays_as_it_lies(text, "a.txt"));
        let quick = quick.map(unread_blocks);
        let read = import(text.as_bytes(), "a.txt", &Options::default()).ok();
        (quick, read.map(|read| (read.value.text().to_owned(), read.value.blocks().to_vec())))
    }

    #[test]
    fn the_quick_way_is_taken_only_where_reading_would_give_the_same() {
        let wrapped =
            "The army said on Monday that it had not\nfired on the town, and that nobody had\nasked it.\n";
        for text in [
            "The raid\n\nEight people died.\nThe army denied it.\n",
            "",
            "\n\n  Eight people died.\u{c}The army\tdenied it.\n\n\n\nPhoto: the market\n",
            wrapped,
            "نفى الجيش ذلك.\n\nمات ثمانية.",
            "From: the desk\nSubject: a raid\n\nEight people died. Ã© is broken.\n",
        ] {
            let (quick, read) = both(text);
            let (read_text, blocks) = read.unwrap_or_default();
            assert_eq!((quick, read_text.as_str()), (Some(blocks), text));
        }
        for text in ["\u{feff}One.", "One.\r\nTwo.", "One.\u{1}Two.", "> One.\n> Two.", "{\\rtf1 One.}"] {
            assert_eq!(both(text).0, None, "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_the_blocks_that_reading_gives(text in "([a-zäم .,:©>*#-]{0,40}[\n\r\t\u{c}]{0,3}){0,12}") {
            let (quick, read) = both(&text);
            if let Some(blocks) = quick {
                proptest::prop_assert_eq!(read, Some((text, blocks)));
            }
        }
    }
}
