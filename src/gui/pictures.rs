//! Pictures as pixels: what a file's first bytes say of its size, and the picture at the size that it
//! is shown at. Done on the worker; a stranger's file is held to limits before it is decoded.

use crate::document::image::unescaped_bytes;
use crate::document::import;
use crate::document::{Document, ImagePlace};
use crate::gui::words::say;
use crate::host::{Files, HostError};
use egui::ColorImage;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most bytes of one file.
const MOST_BYTES: usize = 32 << 20;
/// The first bytes of a file, which nearly always say how large the picture is.
const HEAD: usize = 256 << 10;
/// The same of a file within the article's own, of which there may be thousands.
const PART_HEAD: usize = 64 << 10;
/// The most pixels of one picture.
const MOST_PIXELS: u64 = 50_000_000;
/// The most memory that a decoder may take, in bytes: 50 megapixels of the widest kind, and its own.
const MOST_MEMORY: u64 = 512 << 20;

/// Why a picture is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absent {
    /// It lies on another machine.
    Network,
    /// Its file is not there.
    Missing,
    /// It lies outside the article's folder.
    Outside,
    /// It is a drawing of lines.
    Drawing,
    /// It is larger than the limits.
    TooLarge,
    /// It cannot be read.
    Broken,
}

impl Absent {
    /// Why, for people.
    pub(super) fn words(self) -> String {
        match self {
            Self::Network => say!("picture-network"),
            Self::Missing => say!("picture-missing"),
            Self::Outside => say!("picture-outside"),
            Self::Drawing => say!("picture-drawing"),
            Self::TooLarge => say!("picture-too-large"),
            Self::Broken => say!("picture-broken"),
        }
    }
}

/// What is asked of the worker.
#[derive(Clone, Debug)]
pub(super) struct PictureTask {
    /// The article's file.
    pub path: PathBuf,
    /// The article.
    pub document: Arc<Document>,
    /// What of it.
    pub wanted: Wanted,
}

/// What of the pictures is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// How large all of them are.
    Sizes,
    /// One of them at a width and height in pixels.
    Pixels(usize, (u32, u32)),
}

/// What was found.
pub(super) enum Found {
    /// The width and height of every picture in its own pixels, or why it is not shown.
    Sizes(Vec<Result<(u32, u32), Absent>>),
    /// A picture, as it is shown.
    Pixels(usize, Result<Pixels, Absent>),
}

/// A picture at the size that it is shown at.
pub(super) struct Pixels {
    /// Its colours.
    pub colors: ColorImage,
    /// Whether what lies under it can be seen.
    pub is_clear: bool,
}

/// Does what is asked.
pub(super) fn look(task: &PictureTask, host: &dyn Files) -> Found {
    let album = Album { document: &task.document, path: &task.path, host };
    match task.wanted {
        Wanted::Sizes => Found::Sizes(album.sizes()),
        Wanted::Pixels(index, (width, height)) => {
            let bytes = album.bytes_of(index, MOST_BYTES);
            Found::Pixels(index, bytes.and_then(|bytes| decode(&bytes, width, height)))
        }
    }
}

/// The pictures of an article.
struct Album<'a> {
    document: &'a Document,
    path: &'a Path,
    host: &'a dyn Files,
}

impl Album<'_> {
    /// The width and height of every picture.
    fn sizes(&self) -> Vec<Result<(u32, u32), Absent>> {
        let mut sizes: Vec<_> =
            (0..self.document.images().len()).map(|index| within_limits(self.size_of(index)?)).collect();
        // Those in the article's own file are taken out together: it is read apart, as often as it is asked for.
        self.measure_parts(&mut sizes, PART_HEAD);
        self.measure_parts(&mut sizes, MOST_BYTES);
        sizes
    }

    /// Measures the pictures in the article's own file that have no size yet, by the first bytes of each.
    fn measure_parts(&self, sizes: &mut [Result<(u32, u32), Absent>], most: usize) {
        let parts = self.document.images().iter().enumerate().filter_map(|(index, image)| {
            match (image.place(), sizes.get(index)) {
                (ImagePlace::Part(name), Some(Err(Absent::Missing))) => Some((index, name.to_owned())),
                _ => None,
            }
        });
        let (indices, names): (Vec<usize>, Vec<String>) = parts.unzip();
        for (index, part) in indices.into_iter().zip(self.parts(&names, most)) {
            let (Some(size), Some(part)) = (sizes.get_mut(index), part) else { continue };
            *size = match measured(&part).and_then(within_limits) {
                // More of it may say more.
                Err(Absent::Broken) if part.len() == most => Err(Absent::Missing),
                measured => measured,
            };
        }
    }

    /// Files within the article's own file.
    fn parts(&self, names: &[String], most: usize) -> Vec<Option<Vec<u8>>> {
        let own = if names.is_empty() { None } else { self.host.read(self.path, import::MAX_BYTES).ok() };
        own.map(|own| self.host.parts_apart(&own, names, most)).unwrap_or_default()
    }

    fn bytes_of(&self, index: usize, most: usize) -> Result<Vec<u8>, Absent> {
        let image = self.document.images().get(index).ok_or(Absent::Missing)?;
        if image.is_svg() {
            return Err(Absent::Drawing);
        }
        match image.place() {
            ImagePlace::Network => Err(Absent::Network),
            ImagePlace::Elsewhere => Err(Absent::Outside),
            ImagePlace::Inline(url) => of_url(url),
            ImagePlace::Part(name) => {
                let part = self.parts(&[name.to_owned()], most).pop().flatten();
                part.ok_or(Absent::Missing)
            }
            ImagePlace::File(file) => {
                self.host.read_beside(self.path, &file, most).map_err(|error| match error {
                    HostError::NotFound => Absent::Missing,
                    HostError::Outside => Absent::Outside,
                    _ => Absent::Broken,
                })
            }
        }
    }

    /// The width and height of a picture that lies outside the article's own file; for others it says that
    /// it is missing.
    fn size_of(&self, index: usize) -> Result<(u32, u32), Absent> {
        let image = self.document.images().get(index).ok_or(Absent::Missing)?;
        if matches!(image.place(), ImagePlace::Part(_)) && !image.is_svg() {
            return Err(Absent::Missing);
        }
        let head = self.bytes_of(index, HEAD)?;
        match measured(&head) {
            Err(Absent::Broken) if HEAD < head.len() => measured(&self.bytes_of(index, MOST_BYTES)?),
            other => other,
        }
    }
}

fn within_limits(size: (u32, u32)) -> Result<(u32, u32), Absent> {
    if MOST_PIXELS < u64::from(size.0) * u64::from(size.1) { Err(Absent::TooLarge) } else { Ok(size) }
}

/// The width and height that a file's head tells, as the picture is held.
fn measured(bytes: &[u8]) -> Result<(u32, u32), Absent> {
    if MOST_BYTES < bytes.len() {
        return Err(Absent::TooLarge);
    }
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    Ok(if is_turned(decoder.orientation().unwrap_or(Orientation::NoTransforms)) {
        (height, width)
    } else {
        (width, height)
    })
}

fn is_turned(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Absent> {
    let head = bytes.get(..512.min(bytes.len())).unwrap_or_default();
    let start =
        String::from_utf8_lossy(head).trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).to_owned();
    if start.starts_with("<svg") || (start.starts_with("<?xml") && start.contains("svg")) {
        return Err(Absent::Drawing);
    }
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Absent::Broken)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader.into_decoder().map_err(|_| Absent::Broken)
}

/// The picture at `width` by `height` pixels, or smaller where it has fewer.
fn decode(bytes: &[u8], width: u32, height: u32) -> Result<Pixels, Absent> {
    if MOST_BYTES < bytes.len() {
        return Err(Absent::TooLarge);
    }
    let mut decoder = decoder(bytes)?;
    let (natural_width, natural_height) = decoder.dimensions();
    if MOST_PIXELS < u64::from(natural_width) * u64::from(natural_height) {
        return Err(Absent::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Absent::Broken)?;
    picture.apply_orientation(orientation);
    let (width, height) = (width.clamp(1, picture.width()), height.clamp(1, picture.height()));
    if (width, height) != (picture.width(), picture.height()) {
        // Far too large a picture is first made smaller by means that are fast.
        if 3 * width < picture.width() {
            picture = picture.thumbnail_exact(2 * width, 2 * height);
        }
        picture = picture.resize_exact(width, height, FilterType::CatmullRom);
    }
    let rgba = picture.to_rgba8();
    let is_clear = rgba.pixels().any(|pixel| pixel.0[3] != u8::MAX);
    let size = [rgba.width(), rgba.height()].map(|side| usize::try_from(side).unwrap_or(0));
    Ok(Pixels { colors: ColorImage::from_rgba_unmultiplied(size, rgba.as_raw()), is_clear })
}

/// The bytes in a `data:` URL.
fn of_url(url: &str) -> Result<Vec<u8>, Absent> {
    let (kind, body) = url.split_once(',').ok_or(Absent::Broken)?;
    if MOST_BYTES < body.len() / 4 * 3 {
        return Err(Absent::TooLarge);
    }
    let bytes = unescaped_bytes(body);
    if !kind.to_ascii_lowercase().ends_with(";base64") {
        return Ok(bytes);
    }
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut gathered, mut n_bits) = (0_u32, 0);
    for byte in bytes {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ if byte.is_ascii_whitespace() => continue,
            _ => return Err(Absent::Broken),
        };
        gathered = (gathered << 6) | u32::from(six);
        n_bits += 6;
        if 8 <= n_bits {
            n_bits -= 8;
            decoded.extend(u8::try_from((gathered >> n_bits) & 0xff));
        }
    }
    Ok(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import;
    use crate::host::MemoryHost;
    use std::io::Write;

    const DOT: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn sizes(markdown: &str, host: &MemoryHost) -> Vec<Result<(u32, u32), Absent>> {
        let document =
            import::import(markdown.as_bytes(), "a.md", &import::Options::default()).unwrap().value;
        let task = PictureTask {
            path: PathBuf::from("/desk/a.md"),
            document: Arc::new(document),
            wanted: Wanted::Sizes,
        };
        match look(&task, host) {
            Found::Sizes(sizes) => sizes,
            Found::Pixels(..) => Vec::new(),
        }
    }

    #[test]
    fn every_picture_has_a_size_or_a_reason() {
        let mut host = MemoryHost::with("/desk/a files/a.png", &png(30, 20));
        host.files.insert(PathBuf::from("/secret.png"), png(3, 3));
        host.files.insert(PathBuf::from("/desk/words.png"), b"no picture".to_vec());
        host.files.insert(PathBuf::from("/desk/drawing.png"), b"<svg xmlns='x'/>".to_vec());
        host.files.insert(PathBuf::from("/desk/cut.png"), png(30, 20)[..60].to_vec());
        let table = [
            ("a%20files/a.png", Ok((30, 20))),
            ("./b/../a%20files/a.png?x=1", Ok((30, 20))),
            (DOT, Ok((1, 1))),
            ("../secret.png", Err(Absent::Outside)),
            ("/secret.png", Err(Absent::Outside)),
            ("https://a.example/a.png", Err(Absent::Network)),
            ("nothing.png", Err(Absent::Missing)),
            ("words.png", Err(Absent::Broken)),
            ("drawing.png", Err(Absent::Drawing)),
            ("a.svg", Err(Absent::Drawing)),
            ("cut.png", Ok((30, 20))),
            ("data:image/png;base64,*", Err(Absent::Broken)),
            ("data:", Err(Absent::Broken)),
        ];
        for (source, expected) in table {
            assert_eq!(sizes(&format!("![a]({source})"), &host), [expected], "{source}");
        }
    }

    #[test]
    fn a_picture_within_the_articles_own_file_is_read_from_there() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("media/a.png", zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&png(30, 20)).unwrap();
        let host = MemoryHost::with("/desk/a.md", &archive.finish().unwrap().into_inner());
        assert_eq!(sizes("![a](part:media/a.png)", &host), [Ok((30, 20))]);
        assert_eq!(sizes("![a](part:media/b.png)", &host), [Err(Absent::Missing)]);
        assert_eq!(sizes("![a](part:../a.png)", &host), [Err(Absent::Missing)]);
    }

    #[test]
    fn a_picture_is_made_as_large_as_it_is_shown_and_no_larger() {
        let pixels = decode(&png(400, 300), 40, 30).ok().unwrap();
        assert_eq!((pixels.colors.size, pixels.is_clear), ([40, 30], false));
        let pixels = decode(&png(40, 30), 400, 300).ok().unwrap();
        assert_eq!(pixels.colors.size, [40, 30]);
        assert_eq!(decode(&png(40, 30)[..60], 4, 3).err(), Some(Absent::Broken));
        // The header says 60,000 by 60,000, and nothing of that is there.
        let mut huge = png(1, 1);
        huge[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        assert!(decode(&huge, 4, 3).is_err());
    }
}
