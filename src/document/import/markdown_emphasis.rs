//! Emphasis beside quotes in scripts that part no words: by CommonMark's rule `说**“死”**了` is none, since a
//! sign before punctuation has to stand after a space. A character that no text has, put between the sign and
//! the punctuation, is a letter to the parser; the importer drops it. The rule is that of the proposal of
//! <https://github.com/tats-u/markdown-cjk-friendly>.

use super::markdown_edits::Edits;
use super::plain_lines::is_ideographic;

/// A character for private use that `source` does not have.
pub(super) fn joint_for(source: &str) -> Option<char> {
    let mut joints = ('\u{f0000}'..='\u{f00ff}').filter(|&joint| !source.contains(joint));
    joints.next()
}

/// Looks at a row of `*` or `~`; gives its end.
pub(super) fn read(edits: &mut Edits<'_>, at: usize) -> Option<usize> {
    let joint = edits.joint?;
    let rest = edits.after(at);
    let sign = rest.chars().next()?;
    let n = rest.len() - rest.trim_start_matches(sign).len();
    let end = at + n;
    let before = edits.source().get(..at)?.chars().next_back()?;
    let after = edits.after(end).chars().next()?;
    let mut buffer = [0; 4];
    if is_letter(before) && is_punctuation(after) {
        edits.insert(end, joint.encode_utf8(&mut buffer));
    } else if is_punctuation(before) && is_letter(after) {
        edits.insert(at, joint.encode_utf8(&mut buffer));
        edits.keep_to(end);
    }
    Some(end)
}

fn is_letter(c: char) -> bool {
    is_ideographic(c) && !is_punctuation(c)
}

/// Whether the parser takes `c` for punctuation: what is met beside such letters.
fn is_punctuation(c: char) -> bool {
    let is_other = matches!(
        u32::from(c),
        0x2010..=0x2027 | 0x2030..=0x205e | 0x3001..=0x3003 | 0x3008..=0x3011 | 0x3014..=0x301f | 0x3030
            | 0x30a0 | 0x30fb | 0xfe10..=0xfe19 | 0xfe30..=0xfe6b | 0xff01..=0xff0f | 0xff1a..=0xff20
            | 0xff3b..=0xff3d | 0xff3f | 0xff5b..=0xff65
    );
    c.is_ascii_punctuation() || is_other || matches!(c, '«' | '»' | '·' | '¡' | '¿' | '§' | '¶')
}
