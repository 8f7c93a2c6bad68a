//! Whether a property list can be read whole. Its binary form refers to values by number, and to one as often
//! as it likes, so that a small file may stand for gigabytes; and both forms nest.

use quick_xml::events::Event;

/// The most values, each counted as often as it is referred to.
const MAX_VALUES: usize = 400_000;
/// The most bytes of them.
const MAX_BYTES: usize = 96 << 20;
/// How deep lists lie in each other at most.
const MAX_DEPTH: usize = 64;

/// Whether a property list is of the binary form.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    bytes.starts_with(b"bplist00")
}

/// Whether it keeps them.
pub(super) fn are_kept(bytes: &[u8]) -> bool {
    if is_binary(bytes) { are_kept_by_binary(bytes).unwrap_or(true) } else { are_kept_by_xml(bytes) }
}

fn are_kept_by_xml(bytes: &[u8]) -> bool {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let (mut depth, mut n_values) = (0_usize, 0_usize);
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => {
                depth += 1;
                n_values += 1;
            }
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Empty(_)) => n_values += 1,
            // What is damaged is told by who reads it.
            Ok(Event::Eof) | Err(_) => return true,
            _ => {}
        }
        if MAX_DEPTH < depth || MAX_VALUES < n_values {
            return false;
        }
    }
}

/// `None` where it is damaged, which is told by who reads it.
fn are_kept_by_binary(bytes: &[u8]) -> Option<bool> {
    let trailer = bytes.get(bytes.len().checked_sub(32)?..)?;
    let (offset_size, ref_size) = (usize::from(*trailer.get(6)?), usize::from(*trailer.get(7)?));
    let [n_objects, root, table] = [8, 16, 24].map(|at| number(trailer, at, 8));
    let (n_objects, table) = (n_objects?, table?);
    let mut waiting = vec![(root?, 0_usize)];
    let (mut n_values, mut n_bytes) = (0_usize, 0_usize);
    while let Some((object, depth)) = waiting.pop() {
        n_values += 1;
        if MAX_DEPTH < depth || MAX_VALUES < n_values + waiting.len() || MAX_BYTES < n_bytes {
            return Some(false);
        }
        if n_objects <= object {
            continue;
        }
        let Some(offset) = number(bytes, table.checked_add(object.checked_mul(offset_size)?)?, offset_size)
        else {
            continue;
        };
        let Some((kind, length, start)) = token(bytes, offset) else { continue };
        let n_refs = match kind {
            0x4 | 0x5 => {
                n_bytes = n_bytes.saturating_add(length.min(bytes.len()));
                0
            }
            0x6 => {
                n_bytes = n_bytes.saturating_add(length.saturating_mul(3).min(bytes.len() * 2));
                0
            }
            0xa => length,
            0xd => length.saturating_mul(2),
            _ => 0,
        };
        if MAX_VALUES < n_refs {
            // More than the file holds is damage, of which no value is made.
            return Some(bytes.len() < n_refs.saturating_mul(ref_size.max(1)));
        }
        for n in 0..n_refs {
            let Some(child) = number(bytes, start.checked_add(n * ref_size)?, ref_size) else { break };
            waiting.push((child, depth + 1));
        }
    }
    Some(n_bytes <= MAX_BYTES)
}

/// The kind, the length and the start of what an object holds.
fn token(bytes: &[u8], offset: usize) -> Option<(u8, usize, usize)> {
    let first = *bytes.get(offset)?;
    let (kind, length) = (first >> 4, usize::from(first & 0x0f));
    if length < 0x0f {
        return Some((kind, length, offset + 1));
    }
    let size = 1_usize << (*bytes.get(offset + 1)? & 0x03);
    Some((kind, number(bytes, offset + 2, size)?, offset + 2 + size))
}

/// A number of `size` bytes, the highest first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(size)?)?;
    let value = digits.iter().try_fold(0_u64, |value, &byte| Some(value.checked_mul(256)? + u64::from(byte)));
    usize::try_from(value?).ok()
}
