//! Pictures, which stand beside the text: they have no bytes in it, so that marks and digests are the
//! same whether or not a picture is there.

use super::{Block, BlockKind};

/// The longest alternative text that is kept, in bytes.
const LONGEST_ALT: usize = 2_000;

/// How the source of a picture begins that is a part of the article's own file.
pub(super) const PART: &str = "part:";

/// One picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Where it is, as the article says: a path, an address, a `data:` URL; `part:` and a name for a part
    /// of the article's own file.
    pub source: String,
    /// What is written for those who cannot see it; often empty.
    pub alt: String,
    /// The block that it stands before; the number of blocks where it stands after all.
    pub before: u32,
    /// The width and height that the article gives it, in CSS pixels.
    pub declared: Option<(u32, u32)>,
}

/// Where a picture would have to be read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImagePlace<'a> {
    /// A path from the article's folder, with `/`. Whether it stays in that folder is for who reads it
    /// to find out.
    File(String),
    /// A part of the article's own file, by its name there.
    Part(&'a str),
    /// A `data:` URL, whole.
    Inline(&'a str),
    /// Another machine, which is never asked.
    Network,
    /// A path from the root of this machine, which no article has to know.
    Elsewhere,
}

impl Image {
    /// A picture whose place among the blocks is not known yet.
    pub fn new(source: &str, alt: &str, declared: Option<(u32, u32)>) -> Self {
        Self { source: source.trim().to_owned(), alt: alt_of(alt), before: 0, declared }
    }

    /// Where it would have to be read from.
    pub fn place(&self) -> ImagePlace<'_> {
        place_of(&self.source)
    }

    /// The last part of its path, for people; empty for a `data:` URL.
    pub fn file_name(&self) -> String {
        match self.place() {
            ImagePlace::Inline(_) => String::new(),
            ImagePlace::File(path) => path.rsplit('/').next().unwrap_or_default().to_owned(),
            ImagePlace::Part(name) => name.rsplit('/').next().unwrap_or_default().to_owned(),
            _ => without_query(&self.source).rsplit('/').next().map(unescaped).unwrap_or_default(),
        }
    }

    /// Whether it is a drawing of lines rather than of dots, as far as its name tells.
    pub fn is_svg(&self) -> bool {
        match self.place() {
            ImagePlace::Inline(url) => starts_with(url, "data:image/svg"),
            _ => self.file_name().to_ascii_lowercase().ends_with(".svg"),
        }
    }
}

/// Alternative text in one line, cut where it is no longer one.
pub(super) fn alt_of(text: &str) -> String {
    let start = text.get(..text.floor_char_boundary(LONGEST_ALT)).unwrap_or_default();
    start.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where an address leads.
pub(super) fn place_of(source: &str) -> ImagePlace<'_> {
    let source = source.trim();
    if starts_with(source, "data:") {
        return ImagePlace::Inline(source);
    }
    if let Some(name) = source.strip_prefix(PART) {
        return ImagePlace::Part(name);
    }
    let head = source.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    if let Some((scheme, _)) = head.split_once(':') {
        // One letter is a drive of Windows, and `file:` is this machine.
        let is_here = scheme.len() == 1 || scheme.eq_ignore_ascii_case("file");
        return if is_here { ImagePlace::Elsewhere } else { ImagePlace::Network };
    }
    if source.starts_with("//") {
        return ImagePlace::Network;
    }
    if source.starts_with(['/', '\\']) {
        return ImagePlace::Elsewhere;
    }
    ImagePlace::File(unescaped(without_query(source)).replace('\\', "/"))
}

fn starts_with(text: &str, head: &str) -> bool {
    text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head))
}

fn without_query(source: &str) -> &str {
    source.split(['?', '#']).next().unwrap_or_default()
}

/// A path with its `%20` as characters; what is no UTF-8 then stays as it was.
fn unescaped(path: &str) -> String {
    String::from_utf8(unescaped_bytes(path)).unwrap_or_else(|_| path.to_owned())
}

/// The bytes that a part of an address stands for.
pub fn unescaped_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digit =
            |byte: Option<u8>| char::from(byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high * 16 + low);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// Puts every picture between blocks: one that is within a table goes below it.
pub(super) fn settle(images: &mut [Image], blocks: &[Block]) {
    let table = |index: u32| match blocks.get(usize::try_from(index).ok()?)?.kind {
        BlockKind::TableRow { table, .. } => Some(table),
        _ => None,
    };
    let last = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
    for image in images.iter_mut() {
        image.before = image.before.min(last);
        let above = image.before.checked_sub(1).and_then(table);
        while above.is_some() && table(image.before) == above {
            image.before += 1;
        }
    }
    images.sort_by_key(|image| image.before);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_file_beside_the_article_or_nowhere() {
        let file = |path: &str| ImagePlace::File(path.to_owned());
        let table = [
            ("a_files/b.png", file("a_files/b.png")),
            ("./a%20b/%C3%A9.png?width=3#x", file("./a b/é.png")),
            ("a_files\\b.png", file("a_files/b.png")),
            ("100%.png", file("100%.png")),
            ("%ff.png", file("%ff.png")),
            ("../b.png", file("../b.png")),
            ("DATA:image/png;base64,AA", ImagePlace::Inline("DATA:image/png;base64,AA")),
            ("part:word/media/b 1.png", ImagePlace::Part("word/media/b 1.png")),
            ("https://a.example/b.png", ImagePlace::Network),
            ("//a.example/b.png", ImagePlace::Network),
            ("blob:abc", ImagePlace::Network),
            ("/etc/passwd", ImagePlace::Elsewhere),
            ("\\\\server\\share\\a.png", ImagePlace::Elsewhere),
            ("C:\\a.png", ImagePlace::Elsewhere),
            ("file:///a.png", ImagePlace::Elsewhere),
        ];
        for (source, expected) in table {
            assert_eq!(place_of(source), expected, "{source}");
        }
    }
}
