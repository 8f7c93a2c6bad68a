//! Files as bad disks, bad programs and bad people make them, out of sound ones; always the same for the same
//! number.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Chance that repeats: SplitMix64.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`, and 0 where there is none.
    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).expect("below a usize")
    }
}

/// The `nth` damaged form of a file. Of a zip file every second one is whole as a zip file, and what is in it
/// is damaged: otherwise its sums would keep the damage from the readers.
pub(crate) fn damaged(file: &[u8], nth: u64) -> Vec<u8> {
    let mut chance = Chance(nth);
    if nth % 2 == 1
        && let Some(packed) = inside_zip(file, &mut chance)
    {
        return packed;
    }
    let mut bytes = file.to_vec();
    for _ in 0..=chance.below(3) {
        damage(&mut bytes, &mut chance);
    }
    bytes
}

/// One damage to bytes.
fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    if bytes.is_empty() {
        return;
    }
    let (at, to) = (chance.below(bytes.len()), chance.below(bytes.len()));
    let (start, end) = (at.min(to), at.max(to));
    match chance.below(9) {
        0 => bytes.truncate(at),
        1 => {
            for _ in 0..=chance.below(60) {
                let at = chance.below(bytes.len());
                bytes[at] ^= 1 << chance.below(8);
            }
        }
        2 => bytes[start..end].fill(0),
        3 => drop(bytes.drain(start..end)),
        4 => {
            let chunk = bytes[start..end].to_vec();
            let at = chance.below(bytes.len());
            bytes.splice(at..at, chunk);
        }
        5 => bytes[start..end].reverse(),
        // Lengths, counts and places that cannot be.
        6 => {
            let end = (at + 4).min(bytes.len());
            bytes[at..end].fill(0xff);
        }
        7 => numerals(bytes, chance),
        _ => {
            let chunk: Vec<u8> = (0..chance.below(64)).map(|_| chance.next().to_le_bytes()[0]).collect();
            bytes.splice(at..at, chunk);
        }
    }
}

/// Makes a number that is written in digits another one: sizes, references to objects, numbers of columns.
fn numerals(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let digits: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()).collect();
    if digits.is_empty() {
        return;
    }
    let at = digits[chance.below(digits.len())];
    let end = (at..bytes.len()).find(|&end| !bytes[end].is_ascii_digit()).unwrap_or(bytes.len());
    let other = ["0", "1", "2", "-1", "65536", "4294967295", "99999999999999999999"][chance.below(7)];
    bytes.splice(at..end, other.bytes());
}

/// A zip file whose entries are damaged before they are packed; `None` where it is none.
fn inside_zip(file: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let mut entries = entries(file)?;
    let nth = chance.below(entries.len());
    damage(&mut entries.get_mut(nth)?.1, chance);
    if chance.below(8) == 0 {
        let nth = chance.below(entries.len());
        drop(entries.remove(nth));
    }
    Some(zipped(&entries))
}

/// The names and contents of what is in a zip file.
pub(crate) fn entries(file: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
    let mut entries = Vec::new();
    for nth in 0..archive.len() {
        let mut entry = archive.by_index(nth).ok()?;
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).ok()?;
        entries.push((entry.name().ok()?.into_owned(), bytes));
    }
    Some(entries)
}

/// A zip file; what has this name is kept as it is, as EPUB and OpenDocument want it.
pub(crate) fn zipped(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let method = if name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        // A name that a zip file cannot have twice is left out the second time.
        if writer.start_file(name, SimpleFileOptions::default().compression_method(method)).is_ok() {
            writer.write_all(bytes).expect("memory");
        }
    }
    writer.finish().expect("memory").into_inner()
}
