//! What else is made of an article's own file: pictures that lie in it, and its pages drawn.

use super::{ImportError, container, mhtml, saved_page, webarchive};
use crate::document::page_picture::{PagePicture, PageWanted};

/// The most bytes of pictures in an article's own file that are given at once.
pub const MAX_PARTS_BYTES: usize = 256 << 20;

/// Pictures that lie in an article's own file, which [`Image::source`](crate::document::Image::source) names as
/// `part:name`: the first `most` bytes of each, `None` where there is no such part or it is damaged, and where
/// there is no room left of [`MAX_PARTS_BYTES`].
pub fn parts(bytes: &[u8], names: &[String], most: usize) -> Vec<Option<Vec<u8>>> {
    if mhtml::is_mhtml(bytes) || webarchive::is_webarchive(bytes) {
        let opened = if mhtml::is_mhtml(bytes) { mhtml::open(bytes) } else { webarchive::open(bytes) };
        let saved = opened.ok();
        return gathered(names, |name| saved_page::part(saved.as_ref()?, name, most));
    }
    #[cfg(feature = "pdf")]
    if super::pdf::is(bytes) && !container::is_archive(bytes) {
        let mut part = crate::document::pdf::parts(bytes);
        return gathered(names, |name| part(name, most));
    }
    let mut archive = container::Container::open(bytes).ok();
    gathered(names, |name| archive.as_mut()?.head(name, most).ok())
}

fn gathered(names: &[String], mut part: impl FnMut(&str) -> Option<Vec<u8>>) -> Vec<Option<Vec<u8>>> {
    let mut room = MAX_PARTS_BYTES;
    let mut fitting = |name: &String| {
        // Once there is no room, nothing more is even unpacked.
        let part = (0 < room).then(|| part(name)).flatten()?;
        let left = room.checked_sub(part.len());
        room = left.unwrap_or_default();
        left.map(|_| part)
    };
    names.iter().map(&mut fitting).collect()
}

/// Draws a page of a file; `None` where there is no such page, where it draws more than can be waited for, and
/// always in a program without the reader of PDF.
///
/// # Errors
///
/// The file cannot be opened as a PDF, or not with this password.
pub fn draw_page(bytes: &[u8], wanted: &PageWanted) -> Result<Option<PagePicture>, ImportError> {
    #[cfg(feature = "pdf")]
    return crate::document::pdf::draw_page(bytes, wanted);
    #[cfg(not(feature = "pdf"))]
    {
        let (_, _) = (bytes, wanted);
        Ok(None)
    }
}

/// One of them.
#[cfg(test)]
pub(super) fn part(bytes: &[u8], name: &str, most: usize) -> Option<Vec<u8>> {
    parts(bytes, &[name.to_owned()], most).pop().flatten()
}

#[cfg(test)]
mod tests {
    use super::super::container_tests::packed;
    use super::*;

    #[test]
    fn the_first_bytes_of_each_part_are_given() {
        let bytes = packed(&[("a.png", b"0123456789"), ("b.png", b"ab")]);
        let names = ["a.png", "none.png", "b.png"].map(str::to_owned);
        assert_eq!(parts(&bytes, &names, 4), [Some(b"0123".to_vec()), None, Some(b"ab".to_vec())]);
        assert_eq!(parts(b"no archive", &names, 4), [None, None, None]);
    }

    #[test]
    fn parts_are_given_while_there_is_room() {
        let names = ["large", "small", "small"].map(str::to_owned);
        let part = |name: &str| Some(vec![0; if name == "large" { MAX_PARTS_BYTES - 1 } else { 1 }]);
        let given = gathered(&names, part);
        assert_eq!(given.iter().map(Option::is_some).collect::<Vec<_>>(), [true, true, false]);
    }
}
