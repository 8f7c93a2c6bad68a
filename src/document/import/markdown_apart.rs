//! What is no running text in Markdown: code, HTML, and where links lead.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A part of the source that is no running text.
#[derive(Debug)]
pub(super) struct Apart {
    pub(super) range: Range<usize>,
    /// HTML may have shortcodes, code has nothing.
    pub(super) is_html: bool,
}

/// What is read beside CommonMark.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// What is no running text in `source`, in order: code, HTML, and where links lead.
pub(super) fn apart(source: &str) -> Vec<Apart> {
    let mut apart = Vec::new();
    let mut last = 0;
    for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
        let is_html = matches!(event, Event::Html(_) | Event::InlineHtml(_));
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) | Event::Html(_) | Event::InlineHtml(_) => {
                apart.push(Apart { range: range.clone(), is_html });
            }
            Event::End(TagEnd::Link | TagEnd::Image) if last < range.end => {
                apart.push(Apart { range: last.max(range.start)..range.end, is_html: false });
            }
            _ => {}
        }
        last = if matches!(event, Event::Start(_)) { range.start } else { range.end };
    }
    apart.sort_by_key(|apart| apart.range.start);
    apart
}
