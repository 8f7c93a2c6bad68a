//! How an element is shown, as far as its own style and the simple rules of the page's style sheet tell.

use dom_query::NodeRef;
use std::collections::HashMap;

/// The most rules that are kept of a page.
const MAX_RULES: usize = 20_000;

/// Elements that begin and end a block and are nothing more.
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "header", "hgroup", "html", "legend", "main", "nav", "p",
    "search", "section", "summary", "table", "tbody", "tfoot", "thead",
];

/// Elements that are blocks and more than that.
const OTHER_BLOCKS: &[&str] = &[
    "blockquote",
    "caption",
    "dir",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "listing",
    "menu",
    "ol",
    "plaintext",
    "pre",
    "td",
    "th",
    "tr",
    "ul",
    "xmp",
];

/// Elements whose content is never part of what is read.
const SKIPPED: &[&str] = &[
    "annotation",
    "annotation-xml",
    "applet",
    "area",
    "audio",
    "button",
    "canvas",
    "datalist",
    "embed",
    "frameset",
    "head",
    "iframe",
    "map",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "optgroup",
    "option",
    "rp",
    "rt",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

/// Whether what is in an element of this name is never read.
pub(super) fn is_skipped(name: &str) -> bool {
    SKIPPED.contains(&name)
}

/// How an element is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    /// Not at all.
    None,
    /// Amid other words.
    Inline,
    /// On lines of its own.
    Block,
}

/// The simple rules of a page's style sheets: those for one tag, one class or one id.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rules: HashMap<String, Display>,
}

impl Sheet {
    /// Reads style sheets. What holds under conditions (`@media` and the like) is passed over, and so is
    /// each selector that speaks of more than one element.
    pub(super) fn of(styles: &[String]) -> Self {
        let mut sheet = Self::default();
        for style in styles {
            sheet.read(style);
        }
        sheet
    }

    fn read(&mut self, style: &str) {
        let mut depth = 0_usize;
        let mut start = 0;
        let mut selector = "";
        for at in memchr::memchr3_iter(b'{', b'}', b';', style.as_bytes()) {
            let text = style.get(start..at).unwrap_or_default();
            start = at + 1;
            match style.as_bytes().get(at) {
                Some(b'{') => {
                    selector = if depth == 0 { text } else { "" };
                    depth += 1;
                }
                Some(b'}') => {
                    if depth == 1 {
                        self.declare(selector, text);
                    }
                    depth = depth.saturating_sub(1);
                }
                _ if depth == 1 => self.declare(selector, text),
                _ => {}
            }
        }
    }

    fn declare(&mut self, selectors: &str, declaration: &str) {
        let Some((name, value)) = declaration.split_once(':') else { return };
        let Some(display) = display_of(name, value) else { return };
        // A comment before the selector belongs to nothing.
        let selectors = selectors.rsplit("*/").next().unwrap_or_default();
        for selector in selectors.split(',').map(str::trim) {
            let name = selector.strip_prefix(['.', '#']).unwrap_or(selector);
            let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
            if !name.is_empty() && name.chars().all(is_plain) && self.rules.len() < MAX_RULES {
                self.rules.insert(selector.to_owned(), display);
            }
        }
    }

    /// How `node` is shown.
    pub(super) fn display(&self, node: &NodeRef<'_>, name: &str) -> Display {
        let own = node.attr("style").and_then(|style| {
            style
                .split(';')
                .rev()
                .filter_map(|part| part.split_once(':'))
                .find_map(|(name, value)| display_of(name, value))
        });
        if node.has_attr("hidden") || own == Some(Display::None) {
            return Display::None;
        }
        own.or_else(|| self.by_rules(node, name)).unwrap_or_else(|| {
            let is_block = BLOCKS.contains(&name) || OTHER_BLOCKS.contains(&name) || stands_alone(node, name);
            if is_block { Display::Block } else { Display::Inline }
        })
    }

    fn by_rules(&self, node: &NodeRef<'_>, name: &str) -> Option<Display> {
        if self.rules.is_empty() {
            return None;
        }
        let id = node.attr("id").and_then(|id| self.rules.get(&format!("#{id}")).copied());
        id.or_else(|| {
            let classes = node.attr("class")?;
            classes.split_whitespace().rev().find_map(|class| self.rules.get(&format!(".{class}")).copied())
        })
        .or_else(|| self.rules.get(name).copied())
    }
}

/// Whether an element of the page's own is a block although nothing says so: it has words, and none stand
/// beside it.
fn stands_alone(node: &NodeRef<'_>, name: &str) -> bool {
    if !name.contains('-') {
        return false;
    }
    let is_words = |near: &NodeRef<'_>| near.is_text() && !super::html_flow::is_blank(&near.text());
    let beside = [node.prev_sibling(), node.next_sibling()];
    !beside.iter().flatten().any(|near| is_words(near) || is_amid_words(near))
}

/// Whether an element always stands amid words.
fn is_amid_words(node: &NodeRef<'_>) -> bool {
    const INLINE: &[&str] = &["a", "b", "em", "i", "span", "strong", "sub", "sup"];
    node.node_name().is_some_and(|name| INLINE.contains(&&*name))
}

fn display_of(name: &str, value: &str) -> Option<Display> {
    // Style sheets have thousands of declarations, and these two names are few of them.
    let is_display = name.trim().eq_ignore_ascii_case("display");
    if !is_display && !name.trim().eq_ignore_ascii_case("visibility") {
        return None;
    }
    let value = value.trim().trim_end_matches("!important").trim().to_ascii_lowercase();
    match value.as_str() {
        "hidden" if !is_display => Some(Display::None),
        _ if !is_display => None,
        "none" => Some(Display::None),
        "block" | "flex" | "grid" | "list-item" | "table" | "flow-root" => Some(Display::Block),
        "inline" => Some(Display::Inline),
        _ => None,
    }
}
