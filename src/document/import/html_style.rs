//! How an element is shown, as far as its own style and the simple rules of the page's style sheet tell.

use dom_query::NodeRef;
use html5ever::local_name;
use std::collections::HashMap;

/// The most rules that are kept of a page.
const MAX_RULES: usize = 20_000;

/// Whether an element of this name begins and ends a block. Each element of a page is asked.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// Whether what is in an element of this name is never read.
pub(super) fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "annotation"
            | "annotation-xml"
            | "applet"
            | "area"
            | "audio"
            | "button"
            | "canvas"
            | "datalist"
            | "embed"
            | "frameset"
            | "head"
            | "iframe"
            | "map"
            | "noembed"
            | "noframes"
            | "noscript"
            | "object"
            | "optgroup"
            | "option"
            | "rp"
            | "rt"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "video"
    )
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
    ids: HashMap<String, Display>,
    classes: HashMap<String, Display>,
    tags: HashMap<String, Display>,
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
            let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
            let has_room = self.n_rules() < MAX_RULES;
            let (rules, name) = match selector.split_at_checked(1) {
                Some((".", name)) => (&mut self.classes, name),
                Some(("#", name)) => (&mut self.ids, name),
                _ => (&mut self.tags, selector),
            };
            if has_room && !name.is_empty() && name.chars().all(is_plain) {
                rules.insert(name.to_owned(), display);
            }
        }
    }

    fn n_rules(&self) -> usize {
        self.ids.len() + self.classes.len() + self.tags.len()
    }

    /// How `node` is shown.
    pub(super) fn display(&self, node: &NodeRef<'_>, name: &str) -> Display {
        let (is_hidden, own) = node.element_ref().map_or((false, None), |element| {
            let style = element.attr_ref(local_name!("style")).unwrap_or_default();
            let parts = style.split(';').rev().filter_map(|part| part.split_once(':'));
            let own = { parts }.find_map(|(name, value)| display_of(name, value));
            (element.attr_ref(local_name!("hidden")).is_some(), own)
        });
        if is_hidden || own == Some(Display::None) {
            return Display::None;
        }
        own.or_else(|| self.by_rules(node, name)).unwrap_or_else(|| {
            if is_block(name) || stands_alone(node, name) { Display::Block } else { Display::Inline }
        })
    }

    fn by_rules(&self, node: &NodeRef<'_>, name: &str) -> Option<Display> {
        if self.n_rules() == 0 {
            return None;
        }
        let element = node.element_ref()?;
        let by_id = || self.ids.get(element.attr_ref(local_name!("id"))?).copied();
        let by_class = || {
            let classes = element.attr_ref(local_name!("class"))?.split_whitespace();
            { classes }.rev().find_map(|class| self.classes.get(class).copied())
        };
        by_id().or_else(by_class).or_else(|| self.tags.get(name).copied())
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
