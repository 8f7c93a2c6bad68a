//! A document with what is to be told of it as bytes and back: how what was read in a process of its own
//! comes home. No format of files: it is read by the program that wrote it, and only then.
//!
//! A stranger's file has been at work in that process, so nothing is trusted: what is damaged, of another
//! version, or could not have been built is no document.

mod asked;
mod blocks;
mod bytes;
mod pictures;
#[cfg(test)]
mod tests;
mod told;

pub use asked::{Asked, Wanted};
pub(crate) use bytes::{Reader, Writer};
pub use pictures::{pack_page, pack_parts, unpack_page, unpack_parts};

use super::import::{ImportError, ImportWarning, Importer};
use super::locator::Locator;
use super::source_map::Segment;
use super::{
    Builder, Digest, Direction, Document, Extent, Image, LeftOut, LocatorKind, Metadata, PageBoxes, Reading,
    Reason, Remark, SourceMap, Warned,
};

/// What bytes of this kind begin with: their own version, and that of the program.
const HEAD: &str = concat!("postil packed 3 ", env!("CARGO_PKG_VERSION"));

/// The bytes of a digest.
const DIGEST: usize = 32;

/// What an import gives.
type Imported = Result<Warned<Document, ImportWarning>, ImportError>;

/// What came of reading a file, as bytes.
///
/// ```
/// use postil::document::import::{Options, import};
/// use postil::document::packed::{pack, unpack};
/// let bytes = pack(&import(b"# Eight died", "a.md", &Options::default()));
/// assert_eq!(unpack(&bytes).unwrap().unwrap().value.text(), "Eight died");
/// assert!(unpack(&bytes[1..]).is_none());
/// ```
pub fn pack(read: &Imported) -> Vec<u8> {
    sealed(|writer| {
        writer.flag(read.is_ok());
        match read {
            Ok(read) => {
                writer.article(&read.value);
                writer.many(&read.warnings, |writer, warning| writer.warning(warning));
            }
            Err(error) => writer.error(error),
        }
    })
}

/// What [`pack`] was given; `None` where the bytes are damaged or of another version, or say what no file
/// could have been read as.
pub fn unpack(bytes: &[u8]) -> Option<Imported> {
    unsealed(bytes, |reader| {
        if !reader.flag()? {
            return Some(Err(reader.error()?));
        }
        let value = reader.article()?;
        Some(Ok(Warned { value, warnings: reader.many(Reader::warning)? }))
    })
}

/// What is written, between its head and its digest.
fn sealed(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.text(HEAD);
    write(&mut writer);
    let digest = Digest::of_bytes(&writer.0);
    writer.0.extend_from_slice(digest.as_bytes());
    writer.bytes()
}

/// What stands between a head and a digest that are right, if it is read to its end.
fn unsealed<T>(bytes: &[u8], read: impl FnOnce(&mut Reader<'_>) -> Option<T>) -> Option<T> {
    let (bytes, digest) = bytes.split_at_checked(bytes.len().checked_sub(DIGEST)?)?;
    if digest != Digest::of_bytes(bytes).as_bytes() {
        return None;
    }
    let mut reader = Reader(bytes);
    let read = if reader.text()? == HEAD { read(&mut reader)? } else { return None };
    reader.0.is_empty().then_some(read)
}

impl Writer {
    fn article(&mut self, document: &Document) {
        // By name, so that no field is forgotten; what is not written is worked out again.
        let Document {
            text,
            blocks,
            spans,
            links,
            images,
            left_out,
            locators,
            remarks,
            page_boxes,
            places,
            metadata,
            reading,
            source_map,
            digest: _,
            n_misleading: _,
            n_images_left_out,
            units: _,
            guessed_language: _,
            title: _,
        } = document;
        self.text(text);
        self.many(blocks, Self::block);
        self.many(spans, Self::span);
        self.many(links, |writer, link| writer.text(link));
        self.many(images, Self::image);
        self.many(left_out, Self::left_out);
        self.many(locators, Self::locator);
        self.many(remarks, Self::remark);
        page_boxes.pack(self);
        self.count(places.len());
        for (name, at) in places {
            self.text(name);
            self.size(*at);
        }
        self.metadata(metadata);
        self.reading(reading);
        self.many(source_map.segments(), Self::segment);
        self.count(*n_images_left_out);
    }

    fn image(&mut self, image: &Image) {
        let Image { source, alt, before, declared } = image;
        self.text(source);
        self.text(alt);
        self.number(u64::from(*before));
        self.optional(*declared, |writer, (width, height)| {
            writer.number(u64::from(width));
            writer.number(u64::from(height));
        });
    }

    fn left_out(&mut self, passage: &LeftOut) {
        let LeftOut { before, why, text, n_words } = passage;
        self.number(u64::from(*before));
        self.one_of(&Reason::ALL, why);
        self.text(text);
        self.number(u64::from(*n_words));
    }

    fn locator(&mut self, locator: &Locator) {
        let Locator { start, kind, label, index } = locator;
        self.size(*start);
        self.flag(matches!(kind, LocatorKind::Chapter));
        self.text(label);
        self.number(u64::from(*index));
    }

    fn remark(&mut self, remark: &Remark) {
        let Remark { range, author, date, text } = remark;
        self.range(*range);
        self.optional_text(author);
        self.optional_text(date);
        self.text(text);
    }

    fn metadata(&mut self, metadata: &Metadata) {
        let Metadata {
            title,
            byline,
            site,
            published,
            place,
            modified,
            language,
            direction,
            address,
            description,
            other,
        } = metadata;
        for text in [title, byline, site, published, place, modified, language, address, description] {
            self.optional_text(text);
        }
        self.optional(*direction, |writer, direction| {
            writer.flag(matches!(direction, Direction::RightToLeft));
        });
        self.many(other, |writer, (name, value)| {
            writer.text(name);
            writer.text(value);
        });
    }

    fn reading(&mut self, reading: &Reading) {
        let Reading { importer, encoding, encoding_overridden, extent } = reading;
        self.text(importer.id());
        self.text(encoding);
        self.flag(*encoding_overridden);
        self.one_of(&EXTENTS, extent);
    }

    fn segment(&mut self, segment: &Segment) {
        let Segment { reading, source, identical } = segment;
        self.range(*reading);
        self.range(*source);
        self.flag(*identical);
    }

    fn optional_text(&mut self, text: &Option<String>) {
        self.optional(text.as_deref(), Self::text);
    }
}

/// Every extent.
const EXTENTS: [Extent; 3] = [Extent::Article, Extent::WithLeftOut, Extent::Page];

impl Reader<'_> {
    fn article(&mut self) -> Option<Document> {
        let mut parts = Builder::default();
        parts.text = self.owned()?;
        parts.blocks = self.many(Self::block)?;
        parts.spans = self.many(Self::span)?;
        parts.links = self.many(Self::owned)?;
        parts.images = self.many(Self::image)?;
        parts.left_out = self.many(Self::left_out)?;
        parts.locators = self.many(Self::locator)?;
        parts.remarks = self.many(Self::remark)?;
        parts.boxes = PageBoxes::unpack(self)?;
        parts.places = self.many(|reader| Some((reader.owned()?, reader.size()?)))?.into_iter().collect();
        let metadata = self.metadata()?;
        let reading = self.reading()?;
        let source_map = SourceMap::new(self.many(Self::segment)?);
        parts.n_images_left_out = self.index()?;
        blocks::could_be_built(&mut parts, &source_map)
            .then(|| Document::from_builder(parts, metadata, reading, source_map))
    }

    fn image(&mut self) -> Option<Image> {
        Some(Image {
            source: self.owned()?,
            alt: self.owned()?,
            before: self.small()?,
            declared: self.optional(|reader| Some((reader.small()?, reader.small()?)))?,
        })
    }

    fn left_out(&mut self) -> Option<LeftOut> {
        let (before, why) = (self.small()?, self.one_of(&Reason::ALL)?);
        Some(LeftOut { before, why, text: self.owned()?, n_words: self.small()? })
    }

    fn locator(&mut self) -> Option<Locator> {
        Some(Locator {
            start: self.size()?,
            kind: if self.flag()? { LocatorKind::Chapter } else { LocatorKind::Page },
            label: self.owned()?,
            index: self.small()?,
        })
    }

    fn remark(&mut self) -> Option<Remark> {
        Some(Remark {
            range: self.range()?,
            author: self.optional(Self::owned)?,
            date: self.optional(Self::owned)?,
            text: self.owned()?,
        })
    }

    fn metadata(&mut self) -> Option<Metadata> {
        Some(Metadata {
            title: self.optional(Self::owned)?,
            byline: self.optional(Self::owned)?,
            site: self.optional(Self::owned)?,
            published: self.optional(Self::owned)?,
            place: self.optional(Self::owned)?,
            modified: self.optional(Self::owned)?,
            language: self.optional(Self::owned)?,
            address: self.optional(Self::owned)?,
            description: self.optional(Self::owned)?,
            direction: self.optional(|reader| {
                Some(if reader.flag()? { Direction::RightToLeft } else { Direction::LeftToRight })
            })?,
            other: self.many(|reader| Some((reader.owned()?, reader.owned()?)))?,
        })
    }

    fn reading(&mut self) -> Option<Reading> {
        Some(Reading {
            importer: Importer::of_id(self.text()?)?,
            encoding: self.encoding()?,
            encoding_overridden: self.flag()?,
            extent: self.one_of(&EXTENTS)?,
        })
    }

    fn segment(&mut self) -> Option<Segment> {
        Some(Segment { reading: self.range()?, source: self.range()?, identical: self.flag()? })
    }
}
