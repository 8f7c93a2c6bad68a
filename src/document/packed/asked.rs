//! What is asked of the process that reads a file apart, as bytes and back.

use super::{EXTENTS, Reader, Writer};
use crate::document::import::Options;
use crate::document::page_picture::{PageSize, PageWanted};

/// What a question begins with.
const HEAD: &str = concat!("postil asks 2 ", env!("CARGO_PKG_VERSION"));

/// What is to be made of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted<'a> {
    /// Its document.
    Document {
        /// The file's name.
        name: &'a str,
        /// What the reader asks of the import.
        options: Options,
    },
    /// A page of it, drawn.
    Page(PageWanted),
    /// Files within it.
    Parts {
        /// Their names.
        names: Vec<String>,
        /// The most of each, in bytes.
        most: usize,
    },
}

/// A file that something is to be made of, and within which limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked<'a> {
    /// What.
    pub wanted: Wanted<'a>,
    /// The most memory that the process may take, in MiB.
    pub memory: u64,
    /// The most time of a processor, in seconds.
    pub seconds: u64,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl<'a> Asked<'a> {
    /// All of it but the bytes of the file, which follow.
    pub fn head(&self) -> Vec<u8> {
        let Self { wanted, memory, seconds, bytes } = self;
        let mut writer = Writer::default();
        writer.text(HEAD);
        writer.wanted(wanted);
        writer.number(*memory);
        writer.number(*seconds);
        writer.count(bytes.len());
        writer.bytes()
    }

    /// What was asked; `None` where the bytes are not whole, or another version asks.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        if reader.text()? != HEAD {
            return None;
        }
        let wanted = reader.wanted()?;
        let (memory, seconds, n_bytes) = (reader.number()?, reader.number()?, reader.index()?);
        (reader.0.len() == n_bytes).then_some(Self { wanted, memory, seconds, bytes: reader.0 })
    }
}

impl Writer {
    fn wanted(&mut self, wanted: &Wanted<'_>) {
        match wanted {
            Wanted::Document { name, options: Options { encoding, extent, password } } => {
                self.number(0);
                self.text(name);
                self.optional_text(encoding);
                self.one_of(&EXTENTS, extent);
                self.optional_text(password);
            }
            Wanted::Page(PageWanted { password, page, size: PageSize { width, longest } }) => {
                self.number(1);
                self.optional_text(password);
                self.count(*page);
                self.fraction(*width);
                self.fraction(*longest);
            }
            Wanted::Parts { names, most } => {
                self.number(2);
                self.many(names, |writer, name| writer.text(name));
                self.count(*most);
            }
        }
    }
}

impl<'a> Reader<'a> {
    fn wanted(&mut self) -> Option<Wanted<'a>> {
        match self.number()? {
            0 => {
                let (name, encoding) = (self.text()?, self.optional(Self::owned)?);
                let extent = self.one_of(&EXTENTS)?;
                let options = Options { encoding, extent, password: self.optional(Self::owned)? };
                Some(Wanted::Document { name, options })
            }
            1 => {
                let (password, page) = (self.optional(Self::owned)?, self.index()?);
                let size = PageSize { width: self.fraction()?, longest: self.fraction()? };
                Some(Wanted::Page(PageWanted { password, page, size }))
            }
            2 => Some(Wanted::Parts { names: self.many(Self::owned)?, most: self.index()? }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Extent;

    #[test]
    fn what_is_asked_is_read_as_it_was() {
        let document = |encoding: Option<&str>, extent| {
            let encoding = encoding.map(str::to_owned);
            let options = Options { password: encoding.clone(), encoding, extent };
            Wanted::Document { name: "a.pdf", options }
        };
        let size = PageSize { width: 600.5, longest: 2048.0 };
        for wanted in [
            document(None, Extent::Article),
            document(Some("koi8-r"), Extent::WithLeftOut),
            Wanted::Page(PageWanted { password: Some("key".to_owned()), page: 299, size }),
            Wanted::Parts { names: vec!["a.png".to_owned(), String::new()], most: 65_536 },
        ] {
            let asked = Asked { wanted, memory: 1024, seconds: 30, bytes: b"%PDF" };
            let sent = [asked.head().as_slice(), asked.bytes].concat();
            assert_eq!(Asked::read(&sent), Some(asked));
            for cut in 0..sent.len() {
                assert_eq!(Asked::read(&sent[..cut]), None, "cut at {cut}");
            }
        }
    }
}
