//! What is asked of the process that reads a file apart, as bytes and back.

use super::{EXTENTS, Reader, Writer};
use crate::document::import::Options;

/// What a question begins with.
const HEAD: &str = concat!("postil asks 1 ", env!("CARGO_PKG_VERSION"));

/// A file that is to be read, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Its name.
    pub name: &'a str,
    /// What the reader asks of the import.
    pub options: Options,
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
        let Self { name, options: Options { encoding, extent, password }, memory, seconds, bytes } = self;
        let mut writer = Writer::default();
        writer.text(HEAD);
        writer.text(name);
        writer.optional(encoding.as_deref(), Writer::text);
        writer.one_of(&EXTENTS, extent);
        writer.optional(password.as_deref(), Writer::text);
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
        let name = reader.text()?;
        let encoding = reader.optional(Reader::owned)?;
        let extent = reader.one_of(&EXTENTS)?;
        let options = Options { encoding, extent, password: reader.optional(Reader::owned)? };
        let (memory, seconds, n_bytes) = (reader.number()?, reader.number()?, reader.index()?);
        (reader.0.len() == n_bytes).then_some(Self { name, options, memory, seconds, bytes: reader.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Extent;

    #[test]
    fn what_is_asked_is_read_as_it_was() {
        for (encoding, extent) in [(None, Extent::Article), (Some("koi8-r".to_owned()), Extent::WithLeftOut)]
        {
            let options = Options { password: encoding.clone(), encoding, extent };
            let asked = Asked { name: "a.pdf", options, memory: 1024, seconds: 30, bytes: b"%PDF" };
            let sent = [asked.head().as_slice(), asked.bytes].concat();
            assert_eq!(Asked::read(&sent), Some(asked));
            for cut in 0..sent.len() {
                assert_eq!(Asked::read(&sent[..cut]), None, "cut at {cut}");
            }
        }
    }
}
