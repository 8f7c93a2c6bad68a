//! Callouts: quotations whose first line has a kind in brackets and perhaps a title. The kind is no text
//! where there is any other, and the title is a paragraph of its own.

use super::markdown_edits::{Edits, Sign};

/// The longest name of a kind, in bytes.
const LONGEST_KIND: usize = 40;

/// Looks at the line that begins at `at`; gives where its words begin.
pub(super) fn line(edits: &mut Edits<'_>, at: usize) -> Option<usize> {
    let line = edits.after(at).split('\n').next().unwrap_or_default();
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let prefix = line.get(..line.len() - rest.len())?;
    let depth = prefix.matches('>').count();
    let inside = rest.strip_prefix("[!").filter(|_| 0 < depth)?;
    let (head, after) = inside.split_once(']')?;
    let kind = head.split('|').next().unwrap_or_default().trim();
    let is_kind = kind.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    if kind.is_empty() || LONGEST_KIND < kind.len() || !is_kind || goes_on(edits.source(), at, depth) {
        return None;
    }
    let title = after.strip_prefix(['+', '-']).unwrap_or(after).trim_start();
    // `[!note](address)` is a link.
    if after.starts_with(['(', '[', ':']) {
        return None;
    }
    let start = at + prefix.len();
    let words = at + line.len() - title.len();
    edits.say(start, Sign::Callout(kind.to_lowercase()));
    if title.trim().is_empty() && !is_followed(edits.after(at + line.len()), depth) {
        // Its kind is all that there is to be read of it.
        let first = start + rest.len() - inside.len() + head.len() - head.trim_start().len();
        edits.cut(start..first);
        edits.cut(first + kind.len()..words);
        return Some(words);
    }
    edits.cut(start..words);
    if !title.trim().is_empty() {
        let end = words + title.trim_end().len();
        // What the title says may have signs of its own, but what follows is another paragraph.
        edits.insert_later(end, format!("\n{}", prefix.trim_end()));
    }
    Some(words)
}

/// Whether the line after the one that ends before `rest` has words in the same quotation.
fn is_followed(rest: &str, depth: usize) -> bool {
    let lines = rest.split('\n').skip(1);
    let mut quoted = lines.map_while(|line| {
        let words = line.trim_start_matches([' ', '\t', '>']);
        let signs = line.get(..line.len() - words.len())?;
        (depth <= signs.matches('>').count()).then_some(words)
    });
    quoted.any(|words| !words.trim().is_empty())
}

/// Whether the line before `at` stands in the same quotation.
fn goes_on(source: &str, at: usize, depth: usize) -> bool {
    let before = source.get(..at).unwrap_or_default().trim_end_matches('\n');
    let is_next = before.len() + 1 == at;
    let line = before.rsplit('\n').next().unwrap_or_default();
    let signs = line.get(..line.len() - line.trim_start_matches([' ', '\t', '>']).len()).unwrap_or_default();
    is_next && depth <= signs.matches('>').count() && signs.len() < line.len()
}
