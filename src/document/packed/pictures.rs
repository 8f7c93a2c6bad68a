//! A page that was drawn and the pictures within a file, as bytes and back.

use super::{Reader, Writer, sealed, unsealed};
use crate::document::import::{ImportError, MAX_PARTS_BYTES};
use crate::document::page_picture::{MAX_PIXELS, PagePicture};

/// What comes of drawing a page.
type Drawn = Result<Option<PagePicture>, ImportError>;

/// What came of drawing a page, as bytes.
pub fn pack_page(drawn: &Drawn) -> Vec<u8> {
    sealed(|writer| {
        writer.flag(drawn.is_ok());
        match drawn {
            Ok(page) => writer.optional(page.as_ref(), Writer::page),
            Err(error) => writer.error(error),
        }
    })
}

/// What [`pack_page`] was given; `None` where the bytes are damaged, or no page is so drawn.
pub fn unpack_page(bytes: &[u8]) -> Option<Drawn> {
    unsealed(bytes, |reader| match reader.flag()? {
        true => Some(Ok(reader.optional(Reader::page)?)),
        false => Some(Err(reader.error()?)),
    })
}

/// Files within a file, as bytes; none of it where it could not be read.
pub fn pack_parts(parts: &[Option<Vec<u8>>]) -> Vec<u8> {
    sealed(|writer| {
        writer.many(parts, |writer, part| {
            writer.optional(part.as_deref(), |writer, part| {
                writer.count(part.len());
                writer.0.extend_from_slice(part);
            });
        });
    })
}

/// What [`pack_parts`] was given; `None` where the bytes are damaged, or hold more than is given at once.
pub fn unpack_parts(bytes: &[u8]) -> Option<Vec<Option<Vec<u8>>>> {
    unsealed(bytes, |reader| {
        let parts = reader.many(|reader| {
            reader.optional(|reader| {
                let n = reader.count()?;
                reader.take(n).map(<[u8]>::to_vec)
            })
        })?;
        let n_bytes: usize = parts.iter().flatten().map(Vec::len).sum();
        (n_bytes <= MAX_PARTS_BYTES).then_some(parts)
    })
}

impl Writer {
    fn page(&mut self, page: &PagePicture) {
        let PagePicture { width, height, rgba, scale } = page;
        self.count(*width);
        self.count(*height);
        self.fraction(*scale);
        self.0.extend_from_slice(rgba);
    }
}

impl Reader<'_> {
    fn page(&mut self) -> Option<PagePicture> {
        let (width, height, scale) = (self.index()?, self.index()?, self.fraction()?);
        let n_pixels = width.checked_mul(height).filter(|n| (1..=MAX_PIXELS).contains(n))?;
        let rgba = self.take(n_pixels * 4)?.to_vec();
        (scale.is_finite() && 0.0 < scale).then_some(PagePicture { width, height, rgba, scale })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_parts_come_home_and_no_others_do() {
        let page = PagePicture { width: 2, height: 1, rgba: vec![7; 8], scale: 1.5 };
        for drawn in [Ok(Some(page.clone())), Ok(None), Err(ImportError::Password { was_wrong: true })] {
            let packed = pack_page(&drawn);
            assert_eq!(unpack_page(&packed), Some(drawn));
            assert!((0..packed.len()).all(|cut| unpack_page(&packed[..cut]).is_none()));
        }
        for broken in [
            PagePicture { width: usize::MAX, height: 2, ..page.clone() },
            PagePicture { width: 0, rgba: Vec::new(), ..page.clone() },
            PagePicture { scale: f32::NAN, ..page.clone() },
            PagePicture { rgba: vec![7; 7], ..page },
        ] {
            assert_eq!(unpack_page(&pack_page(&Ok(Some(broken)))), None);
        }
        let parts = vec![Some(b"one".to_vec()), None, Some(Vec::new())];
        assert_eq!(unpack_parts(&pack_parts(&parts)), Some(parts));
    }
}
