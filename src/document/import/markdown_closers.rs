//! Where signs of Markdown begin and end.

/// The longest thing in a line, in bytes.
const LONGEST: usize = 4 * 1024;

/// Where the next of several closing signs stand, so that each is looked for once.
pub(super) struct Closers<'a> {
    source: &'a str,
    known: Vec<(&'static str, usize)>,
}

impl<'a> Closers<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, known: Vec::new() }
    }

    /// The next `sign` from `at` on, not further than a thing in a line is long, and with no empty line before.
    pub(super) fn near(&mut self, sign: &'static str, at: usize) -> Option<usize> {
        let found = self.next(sign, at).filter(|&found| found <= at + LONGEST)?;
        let between = self.source.get(at..found)?;
        (!between.contains("\n\n")).then_some(found)
    }

    /// The next `sign` from `at` on.
    pub(super) fn next(&mut self, sign: &'static str, at: usize) -> Option<usize> {
        let known = self.known.iter().find(|(known, _)| *known == sign).map(|&(_, place)| place);
        let place = match known {
            Some(place) if at <= place => place,
            _ => {
                let rest = self.source.as_bytes().get(at..).unwrap_or_default();
                let place = memchr::memmem::find(rest, sign.as_bytes()).map_or(usize::MAX, |n| at + n);
                self.known.retain(|(known, _)| *known != sign);
                self.known.push((sign, place));
                place
            }
        };
        (place != usize::MAX).then_some(place)
    }
}

/// Whether a sign at `at` does not stand amid a word of letters with spaces between words.
pub(super) fn stands_free(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default().chars().next_back();
    before.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '=' | '%' | '$' | '/' | '&' | '?'))
}
