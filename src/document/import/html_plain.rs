//! A page as words alone: for pages past a cap, and for the HTML within Markdown.

use super::entities;
use super::html_flow::Flow;
use super::html_scan::{self, Tag};
use crate::document::{BlockKind, Builder, Marker};

/// The most blocks; what follows is in the last.
pub(super) const MAX_BLOCKS: usize = 1_000_000;

/// Elements that say nothing about where a block ends.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements whose content is up to their end tag and never read.
const SKIPPED: &[&str] = &["title", "textarea", "iframe", "noembed", "noframes", "script", "style"];

/// The blocks of a page, by one walk over its text.
pub(super) fn blocks_of(page: &str) -> Builder {
    let mut flow = Flow::default();
    let mut at = 0;
    // Words are gathered between tags, because a reference may be parted by a `<` that is none.
    let mut words = String::new();
    while let Some(n) = memchr::memchr(b'<', page.as_bytes().get(at..).unwrap_or_default()) {
        let start = at + n;
        words.push_str(page.get(at..start).unwrap_or_default());
        at = start;
        if let Some(mut tag) = Tag::at(page, start) {
            flow.text(&entities::decode(&std::mem::take(&mut words)));
            at = tag.end();
            if SKIPPED.contains(&tag.name.as_str()) && !tag.closes {
                at = html_scan::end_of_raw(page, at, &tag.name);
            }
            take_tag(&tag, &mut flow);
        } else if page.get(start..start + 2).is_some_and(|open| matches!(open, "<!" | "<?" | "</")) {
            let rest = page.get(start..).unwrap_or_default();
            at += memchr::memchr(b'>', rest.as_bytes()).map_or(rest.len(), |n| n + 1);
        } else {
            words.push('<');
            at += 1;
        }
    }
    words.push_str(page.get(at..).unwrap_or_default());
    flow.text(&entities::decode(&words));
    flow.finish()
}

fn take_tag(tag: &Tag<'_>, flow: &mut Flow) {
    let name = tag.name.as_str();
    if name == "br" {
        return flow.line_break();
    }
    if INLINE.contains(&name) || MAX_BLOCKS <= flow.n_blocks() {
        return flow.text(if INLINE.contains(&name) { "" } else { " " });
    }
    flow.end_block();
    // Tags are not balanced here, so nothing is stacked.
    flow.kinds.clear();
    flow.marker = (name == "li" && !tag.closes).then_some(Marker::Bullet);
    flow.list_depth = usize::from(flow.marker.is_some());
    if let [b'h', digit @ b'1'..=b'6'] = name.as_bytes()
        && !tag.closes
    {
        flow.kinds.push(BlockKind::Heading { level: digit - b'0' });
    }
}
