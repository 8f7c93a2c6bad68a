//! The texts that a search looks through: read as they lie on the disk, and kept once they were made.

use super::Asked;
use crate::document::import::{MAX_BYTES, Options, stays_as_it_lies, unread_blocks, unread_text};
use crate::document::{Block, Document, Numbers};
use crate::host::{Host, HostError, Stamp, file_name};
use crate::library::Entry;
use crate::library::{OpenError, OpenReason, reading};
use crate::text::{TextRange, TextSize};
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

/// So many bytes of texts are kept.
const MOST_BYTES: usize = 64 << 20;

/// Texts that were made for a search and may be asked for by the next, within a bound: those of web pages,
/// Markdown and all that is read. Plain text that stands in its file as it is read is not kept.
#[derive(Debug, Default)]
pub struct Texts(RwLock<Kept>);

#[derive(Debug, Default)]
struct Kept {
    by_path: HashMap<Arc<str>, (Stamp, Arc<Text>)>,
    n_bytes: usize,
}

/// What a search needs of a document.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: Box<str>,
    /// Of plain text they are found when they are asked for: words can be counted without them.
    paragraphs: OnceLock<Paragraphs>,
}

#[derive(Debug)]
struct Paragraphs {
    ranges: Box<[TextRange]>,
    /// The number of each; 0 where it has none.
    numbers: Box<[u32]>,
}

impl Text {
    pub(super) fn of(document: &Document) -> Self {
        let (text, blocks) = (document.text(), document.blocks());
        Self { text: text.into(), paragraphs: Paragraphs::of(text, blocks).into() }
    }

    /// A text that stays as it lies on the disk.
    fn unread(text: &str) -> Self {
        Self { text: text.into(), paragraphs: OnceLock::new() }
    }

    fn parts(&self) -> &Paragraphs {
        self.paragraphs.get_or_init(|| Paragraphs::of(&self.text, &unread_blocks(&self.text)))
    }

    pub(super) fn paragraphs(&self) -> &[TextRange] {
        &self.parts().ranges
    }

    pub(super) fn number_at(&self, offset: TextSize) -> Option<u32> {
        let Paragraphs { ranges, numbers } = self.parts();
        let nth = ranges.partition_point(|paragraph| paragraph.start() <= offset).checked_sub(1)?;
        numbers.get(nth).copied().filter(|number| 0 < *number)
    }

    fn n_bytes(&self) -> usize {
        let n_paragraphs = self.paragraphs.get().map_or(0, |paragraphs| paragraphs.ranges.len());
        self.text.len() + n_paragraphs * (size_of::<TextRange>() + size_of::<u32>())
    }
}

impl Paragraphs {
    fn of(text: &str, blocks: &[Block]) -> Self {
        let counted = Numbers::of_text(text, blocks);
        let number = |block: usize| counted.of_block(block).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        let blocks = blocks.iter().enumerate().filter(|(_, block)| !block.range.is_empty());
        let (ranges, numbers): (Vec<TextRange>, Vec<u32>) =
            blocks.map(|(nth, block)| (block.range, number(nth))).unzip();
        Self { ranges: ranges.into(), numbers: numbers.into() }
    }
}

impl Texts {
    /// The text of an article, if it is kept and its file is still as it was.
    pub(super) fn get(&self, entry: &Entry) -> Option<Arc<Text>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (stamp, text) = kept.by_path.get(&entry.path)?;
        (*stamp == entry.stamp).then(|| Arc::clone(text))
    }

    /// Reads the text of an article that may have what is asked for; `None` where it has not.
    pub(super) fn read(
        &self,
        entry: &Entry,
        path: &Path,
        asked: &Asked,
        host: &dyn Host,
    ) -> Result<Option<Arc<Text>>, OpenError> {
        let fail = |reason| OpenError { path: path.to_owned(), reason };
        let bytes = match host.read(path, MAX_BYTES) {
            Ok(bytes) => bytes,
            // It went since the folder was looked at, which will be noticed.
            Err(HostError::NotFound) => return Ok(None),
            Err(error) => return Err(fail(OpenReason::Host(error))),
        };
        let name = file_name(path);
        if let Some(unread) = unread_text(&bytes, &name) {
            if !asked.may_be_in(unread) {
                return Ok(None);
            }
            // As quick to read again as to ask whether it is still the same.
            if stays_as_it_lies(unread, &name) {
                return Ok(Some(Arc::new(Text::unread(unread))));
            }
        }
        let read = reading::import(&bytes, path, &Options::default(), host);
        let read = read.map_err(|error| fail(OpenReason::Import(error)))?;
        let text = Arc::new(Text::of(&read.value));
        if entry.is_settled && host.stamp(path) == Some(entry.stamp) {
            self.keep(entry, &text);
        }
        Ok(Some(text))
    }

    fn keep(&self, entry: &Entry, text: &Arc<Text>) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, before)) = kept.by_path.remove(&entry.path) {
            kept.n_bytes -= before.n_bytes();
        }
        if kept.n_bytes + text.n_bytes() <= MOST_BYTES {
            kept.n_bytes += text.n_bytes();
            kept.by_path.insert(Arc::clone(&entry.path), (entry.stamp, Arc::clone(text)));
        }
    }
}
