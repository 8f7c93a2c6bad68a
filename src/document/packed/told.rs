//! What is told of a file as bytes and back: warnings, and why nothing could be made of it.

use super::{Reader, Writer};
use crate::document::import::{ArchiveError, Cap, Foreign, ImportError, ImportWarning, REPAIRED, SCHEMES};
use encoding_rs::Encoding;

/// Every cap.
const CAPS: [Cap; 4] = [Cap::Attributes, Cap::Depth, Cap::Elements, Cap::Signs];

impl Writer {
    pub(super) fn warning(&mut self, warning: &ImportWarning) {
        match warning {
            ImportWarning::Judged(encoding) => {
                self.number(0);
                self.text(encoding);
            }
            ImportWarning::Damaged { n_places, encoding, line, byte } => {
                self.number(1);
                self.text(encoding);
                [n_places, line, byte].into_iter().for_each(|&n| self.count(n));
            }
            ImportWarning::Broken { n_places, seen, meant } => {
                self.number(12);
                self.count(*n_places);
                self.text(seen);
                self.text(meant);
            }
            ImportWarning::OneBlock { is_page } => {
                self.number(2);
                self.flag(*is_page);
            }
            ImportWarning::Cut => self.number(3),
            ImportWarning::PlainWords(cap) => {
                self.number(4);
                self.one_of(&CAPS, cap);
            }
            ImportWarning::WholePage => self.number(5),
            ImportWarning::HasHtml => self.number(6),
            ImportWarning::TooDeep => self.number(7),
            ImportWarning::Pictures(n) => {
                self.number(8);
                self.count(*n);
            }
            ImportWarning::Empty => self.number(9),
            ImportWarning::NoText => self.number(10),
            ImportWarning::HiddenParagraphs(n) => {
                self.number(11);
                self.count(*n);
            }
            ImportWarning::ProtectedParts(n) => {
                self.number(22);
                self.count(*n);
            }
            ImportWarning::MissingParts(n) => {
                self.number(23);
                self.count(*n);
            }
            ImportWarning::NoSpine => self.number(24),
            ImportWarning::LongBook { n_parts, n_bytes } => {
                self.number(25);
                [n_parts, n_bytes].into_iter().for_each(|&n| self.count(n));
            }
            ImportWarning::Frames(n) => {
                self.number(20);
                self.count(*n);
            }
            ImportWarning::ManyFiles(most) => {
                self.number(21);
                self.count(*most);
            }
            ImportWarning::Scanned { pages, n_pages } => {
                self.number(30);
                self.many(pages, |writer, page| writer.count(*page));
                self.count(*n_pages);
            }
            ImportWarning::UnknownLetters { n, of } => {
                self.number(31);
                [n, of].into_iter().for_each(|&n| self.count(n));
            }
            ImportWarning::PagesCut { n_read, n_pages } => {
                self.number(32);
                [n_read, n_pages].into_iter().for_each(|&n| self.count(n));
            }
            ImportWarning::PagesTooMuch(pages) => {
                self.number(33);
                self.many(pages, |writer, page| writer.count(*page));
            }
            ImportWarning::Part(error) => {
                self.number(41);
                self.archive(error);
            }
            ImportWarning::PartCut => self.number(42),
            ImportWarning::PartTooDeep => self.number(43),
            ImportWarning::Changes(n) => {
                self.number(44);
                self.count(*n);
            }
            ImportWarning::Embedded(n) => {
                self.number(45);
                self.count(*n);
            }
            ImportWarning::Attached { n, names } => {
                self.number(46);
                self.count(*n);
                self.many(names, |writer, name| writer.text(name));
            }
        }
    }

    pub(super) fn error(&mut self, error: &ImportError) {
        match error {
            ImportError::TooLarge => self.number(0),
            ImportError::Binary => self.number(1),
            ImportError::Unsupported(kind) => {
                self.number(2);
                self.one_of(&Foreign::ALL, kind);
            }
            ImportError::Shortcut(address) => {
                self.number(3);
                self.text(address);
            }
            ImportError::Failed => self.number(4),
            ImportError::UnknownEncoding(label) => {
                self.number(5);
                self.text(label);
            }
            ImportError::TooLong(seconds) => {
                self.number(6);
                self.number(*seconds);
            }
            ImportError::TooMuchMemory(most) => {
                self.number(7);
                self.number(*most);
            }
            ImportError::Crashed => self.number(8),
            ImportError::Stopped => self.number(9),
            ImportError::Protected(scheme) => {
                self.number(23);
                self.one_of(&SCHEMES, scheme);
            }
            ImportError::NoPage => self.number(20),
            ImportError::DamagedList => self.number(21),
            ImportError::TooManyValues => self.number(22),
            ImportError::DamagedPdf => self.number(30),
            ImportError::UnknownLock => self.number(31),
            ImportError::Password { was_wrong } => {
                self.number(32);
                self.flag(*was_wrong);
            }
            ImportError::Archive(error) => {
                self.number(10);
                self.archive(error);
            }
        }
    }

    fn archive(&mut self, error: &ArchiveError) {
        let named = |kind, name: &str, packed: &mut Self| {
            packed.number(kind);
            packed.text(name);
        };
        match error {
            ArchiveError::NoList => self.number(0),
            ArchiveError::TooManyParts => self.number(1),
            ArchiveError::TooLarge => self.number(2),
            ArchiveError::TooLargePart(name, most) => {
                named(3, name, self);
                self.count(*most);
            }
            ArchiveError::Ratio(name) => named(4, name, self),
            ArchiveError::Missing(name) => named(5, name, self),
            ArchiveError::DamagedPart(name) => named(6, name, self),
            ArchiveError::Encrypted(name) => named(7, name, self),
            ArchiveError::UnknownPacking(name) => named(8, name, self),
            ArchiveError::NoArticle { n_parts, first } => {
                named(9, first, self);
                self.count(*n_parts);
            }
        }
    }
}

impl Reader<'_> {
    pub(super) fn warning(&mut self) -> Option<ImportWarning> {
        Some(match self.number()? {
            0 => ImportWarning::Judged(self.encoding()?),
            1 => ImportWarning::Damaged {
                encoding: self.encoding()?,
                n_places: self.index()?,
                line: self.index()?,
                byte: self.index()?,
            },
            2 => ImportWarning::OneBlock { is_page: self.flag()? },
            3 => ImportWarning::Cut,
            4 => ImportWarning::PlainWords(self.one_of(&CAPS)?),
            5 => ImportWarning::WholePage,
            6 => ImportWarning::HasHtml,
            7 => ImportWarning::TooDeep,
            8 => ImportWarning::Pictures(self.index()?),
            9 => ImportWarning::Empty,
            10 => ImportWarning::NoText,
            11 => ImportWarning::HiddenParagraphs(self.index()?),
            12 => {
                ImportWarning::Broken { n_places: self.index()?, seen: self.owned()?, meant: self.owned()? }
            }
            22 => ImportWarning::ProtectedParts(self.index()?),
            23 => ImportWarning::MissingParts(self.index()?),
            24 => ImportWarning::NoSpine,
            25 => ImportWarning::LongBook { n_parts: self.index()?, n_bytes: self.index()? },
            20 => ImportWarning::Frames(self.index()?),
            21 => ImportWarning::ManyFiles(self.index()?),
            30 => ImportWarning::Scanned { pages: self.many(Self::index)?, n_pages: self.index()? },
            31 => ImportWarning::UnknownLetters { n: self.index()?, of: self.index()? },
            32 => ImportWarning::PagesCut { n_read: self.index()?, n_pages: self.index()? },
            33 => ImportWarning::PagesTooMuch(self.many(Self::index)?),
            41 => ImportWarning::Part(self.archive()?),
            42 => ImportWarning::PartCut,
            43 => ImportWarning::PartTooDeep,
            44 => ImportWarning::Changes(self.index()?),
            45 => ImportWarning::Embedded(self.index()?),
            46 => ImportWarning::Attached { n: self.index()?, names: self.many(Self::owned)? },
            _ => return None,
        })
    }

    pub(super) fn error(&mut self) -> Option<ImportError> {
        Some(match self.number()? {
            0 => ImportError::TooLarge,
            1 => ImportError::Binary,
            2 => ImportError::Unsupported(self.one_of(&Foreign::ALL)?),
            3 => ImportError::Shortcut(self.owned()?),
            4 => ImportError::Failed,
            5 => ImportError::UnknownEncoding(self.owned()?),
            6 => ImportError::TooLong(self.number()?),
            7 => ImportError::TooMuchMemory(self.number()?),
            8 => ImportError::Crashed,
            9 => ImportError::Stopped,
            10 => ImportError::Archive(self.archive()?),
            23 => ImportError::Protected(self.one_of(&SCHEMES)?),
            20 => ImportError::NoPage,
            21 => ImportError::DamagedList,
            22 => ImportError::TooManyValues,
            30 => ImportError::DamagedPdf,
            31 => ImportError::UnknownLock,
            32 => ImportError::Password { was_wrong: self.flag()? },
            _ => return None,
        })
    }

    fn archive(&mut self) -> Option<ArchiveError> {
        Some(match self.number()? {
            0 => ArchiveError::NoList,
            1 => ArchiveError::TooManyParts,
            2 => ArchiveError::TooLarge,
            3 => ArchiveError::TooLargePart(self.owned()?, self.index()?),
            4 => ArchiveError::Ratio(self.owned()?),
            5 => ArchiveError::Missing(self.owned()?),
            6 => ArchiveError::DamagedPart(self.owned()?),
            7 => ArchiveError::Encrypted(self.owned()?),
            8 => ArchiveError::UnknownPacking(self.owned()?),
            9 => ArchiveError::NoArticle { first: self.owned()?, n_parts: self.index()? },
            _ => return None,
        })
    }

    /// The name of an encoding; empty for files that need none.
    pub(super) fn encoding(&mut self) -> Option<&'static str> {
        let name = self.text()?;
        match name {
            "" => Some(""),
            REPAIRED => Some(REPAIRED),
            name => Encoding::for_label(name.as_bytes()).map(Encoding::name),
        }
    }
}
