//! Letters that were broken before the file was written: UTF-8 that some program took for windows-1252 or
//! windows-1251 and wrote anew, so that “ stands there as â€œ. It is told and repaired on demand, never in
//! silence, since a text may speak of such signs.

use crate::document::SourceMap;
use crate::document::source_map::Segment;
use crate::text::TextRange;
use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};
use std::ops::Range;

/// What is asked for instead of an encoding.
pub(in crate::document) const REPAIRED: &str = "repaired";

/// What is broken in a text.
pub(super) struct Broken {
    /// Where, and what it was.
    places: Vec<(Range<usize>, String)>,
}

impl Broken {
    /// What is broken in `text`; `None` where hardly anything is.
    pub(super) fn of(text: &str) -> Option<Self> {
        [WINDOWS_1252, WINDOWS_1251].into_iter().find_map(|encoding| Self::by(text, encoding))
    }

    fn by(text: &str, encoding: &'static Encoding) -> Option<Self> {
        let bytes = Bytes::of(encoding);
        let mut places: Vec<(Range<usize>, String)> = Vec::new();
        let (mut n_letters, mut n_covered, mut n_sure) = (0_usize, 0_usize, 0_usize);
        let mut at = 0;
        while let Some(next) = above_ascii(text, at)
            && let Some(c) = text.get(next..).and_then(|rest| rest.chars().next())
        {
            at = next;
            let (end, words) = bytes.row(text, at);
            let is_whole =
                encoding == WINDOWS_1251 || is_certain(text.get(at..end).unwrap_or_default(), &words);
            if at < end && is_whole {
                n_sure += words.chars().filter(|&c| '\u{7ff}' < c).count() * 2 + 1;
                let n = text.get(at..end).unwrap_or_default().chars().count();
                (n_letters, n_covered) = (n_letters + n, n_covered + n);
                places.push((at..end, words));
                at = end;
            } else {
                n_letters += 1;
                at += c.len_utf8();
            }
        }
        // Cyrillic letters stand beside quotes; so nearly all of them have to be broken.
        let is_enough = encoding == WINDOWS_1252 || (n_letters * 4 <= n_covered * 5 && 3 <= places.len());
        (2 <= n_sure && is_enough).then_some(Self { places })
    }

    /// In how many places.
    pub(super) fn n_places(&self) -> usize {
        self.places.len()
    }

    /// The first, as it stands there and as it was.
    pub(super) fn first(&self, text: &str) -> (String, String) {
        let first = self.places.first();
        let (seen, meant) =
            first.map_or(("", ""), |(range, was)| (text.get(range.clone()).unwrap_or_default(), was));
        let short = |words: &str| words.chars().take(12).collect();
        (short(seen), short(meant))
    }

    /// `text` repaired; `source_map` leads from it to the file.
    pub(super) fn repaired(&self, text: &str, source_map: &SourceMap) -> (String, SourceMap) {
        let mut repaired = String::with_capacity(text.len());
        let mut segments = Vec::new();
        let mut put = |words: &str, source: Range<usize>, identical: bool| {
            if !words.is_empty() {
                let start = repaired.len();
                repaired.push_str(words);
                let reading = TextRange::from_usize(start..repaired.len());
                segments.push(Segment { reading, source: TextRange::from_usize(source), identical });
            }
        };
        let mut at = 0;
        for (range, was) in &self.places {
            put(text.get(at..range.start).unwrap_or_default(), at..range.start, true);
            put(was, range.clone(), false);
            at = range.end;
        }
        put(text.get(at..).unwrap_or_default(), at..text.len(), true);
        (repaired, source_map.led_on(&segments))
    }
}

/// The first character above ASCII from `at` on. Most of a text is none, and whole pieces are passed over at once.
fn above_ascii(text: &str, mut at: usize) -> Option<usize> {
    for piece in text.as_bytes().get(at..)?.chunks(64) {
        if !piece.is_ascii() {
            return piece.iter().position(|byte| !byte.is_ascii()).map(|place| at + place);
        }
        at += piece.len();
    }
    None
}

/// Whether a row that was taken for windows-1252 is no accident: “SPÖ“ ends with what would be one letter.
fn is_certain(seen: &str, was: &str) -> bool {
    seen.starts_with(['Â', 'Ã']) || was.chars().any(|c| '\u{7ff}' < c) || 1 < was.chars().count()
}

/// The characters above ASCII of an encoding with one byte for each, by byte.
struct Bytes {
    characters: Vec<char>,
}

impl Bytes {
    fn of(encoding: &'static Encoding) -> Self {
        let character = |byte: u8| {
            let bytes = [byte];
            let (decoded, _) = encoding.decode_without_bom_handling(&bytes);
            decoded.chars().next().unwrap_or('\u{fffd}')
        };
        Self { characters: (0x80..=0xff).map(character).collect() }
    }

    fn byte(&self, c: char) -> Option<u8> {
        let n = self.characters.iter().position(|&known| known == c)?;
        u8::try_from(n + 0x80).ok()
    }

    /// How far the broken letters go that begin at `at`, and what they were.
    fn row(&self, text: &str, at: usize) -> (usize, String) {
        let mut was = String::new();
        let mut end = at;
        while let Some((length, c)) = self.letter(text.get(end..).unwrap_or_default()) {
            was.push(c);
            end += length;
        }
        (end, was)
    }

    /// The broken letter that `rest` begins with, and how many bytes it takes.
    fn letter(&self, rest: &str) -> Option<(usize, char)> {
        let mut characters = rest.chars();
        let first = characters.next().filter(|c| !c.is_ascii()).and_then(|c| self.byte(c))?;
        let n = match first {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return None,
        };
        let mut bytes = vec![first];
        for c in characters.take(n - 1).filter(|c| !c.is_ascii()) {
            bytes.push(self.byte(c)?);
        }
        let was = std::str::from_utf8(&bytes).ok()?.chars().next()?;
        let length = rest.chars().take(bytes.len()).map(char::len_utf8).sum();
        (bytes.len() == n).then_some((length, was))
    }
}

#[cfg(test)]
mod tests {
    use super::{Broken, REPAIRED};
    use crate::document::import::tests::{check_promises, read};
    use crate::document::import::{Options, import};
    use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

    /// What a program writes that takes UTF-8 for another encoding.
    fn broken(text: &str, encoding: &'static encoding_rs::Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn what_was_broken_is_told_and_repaired_on_demand() {
        let texts = [
            ("“The pier broke,” said the owner – at 5 £.\n\nThen he left…", WINDOWS_1252),
            ("Die Brücke fiel, so die Behörde.", WINDOWS_1252),
            ("Причал рухнул, сказал «владелец».", WINDOWS_1251),
            ("A dove 🕊 and “words”.", WINDOWS_1252),
        ];
        for (text, encoding) in texts {
            let file = broken(text, encoding);
            let warned = read(&file, "a.txt");
            assert_eq!(warned.value.text(), file, "nothing is done in silence");
            assert!(warned.told().iter().any(|told| told.contains("`repaired`")), "{:?}", warned.told());
            let options = Options { encoding: Some(REPAIRED.to_owned()), ..Options::default() };
            let warned = import(file.as_bytes(), "a.txt", &options).expect("a text");
            check_promises(&warned.value);
            assert_eq!(warned.value.text(), text);
            assert_eq!(warned.value.reading().encoding, REPAIRED);
            assert_eq!(Options::again(warned.value.reading()), options);
        }
    }

    #[test]
    fn sound_texts_are_left_alone() {
        let texts = [
            "Die „SPÖ“ und die „FPÖ“ sagen „NÖ“.",
            "NÃO, « LIBERTÉ », “ÉGALITÉ”, “FRATERNITÉ”.",
            "Сообщает «СССР» и «ТАСС», и «РФС».",
            "Ärger, être, año, Ångström, 3 × 4 ÷ 2.",
            "أعلن الجيش ذلك.",
            "plain",
        ];
        for text in texts {
            assert!(Broken::of(text).is_none(), "{text}");
        }
    }
}
