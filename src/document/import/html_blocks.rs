//! The elements of a parsed page as blocks, by a walk with a stack of its own.

use super::html_flow::{Flow, Style, is_blank};
use super::html_notes;
use crate::document::builder::LONGEST_NAME;
use crate::document::{BlockKind, Builder, InlineStyle, Marker};
use dom_query::{NodeData, NodeRef};

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

/// Elements that begin and end a block and are nothing more.
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "header", "hgroup", "html", "legend", "main", "nav", "p",
    "search", "section", "summary", "table", "tbody", "tfoot", "thead",
];

/// The blocks of what stands below `root`.
pub(super) fn blocks_of(root: &NodeRef<'_>) -> Builder {
    let mut walk = Walk::default();
    let mut steps = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => walk.enter(node, &mut steps),
            Step::Leave(leave) => walk.leave(leave),
        }
    }
    walk.flow.finish()
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Leave),
}

/// What to do when all of an element has been walked.
#[derive(Clone, Copy)]
enum Leave {
    Nothing,
    Block,
    Kind,
    Preformatted,
    Quotation,
    List,
    Item,
    Row,
    Table,
    Style,
    Quote,
}

#[derive(Default)]
struct Walk {
    flow: Flow,
    lists: Vec<List>,
    /// The tables around, and their numbers; `None` for one that only lays out the page.
    tables: Vec<Option<u32>>,
    n_tables: u32,
    n_cells: usize,
}

struct List {
    is_ordered: bool,
    next: u64,
}

impl Walk {
    fn enter<'a>(&mut self, node: NodeRef<'a>, steps: &mut Vec<Step<'a>>) {
        if node.is_text() {
            node.query(|node| {
                if let NodeData::Text { contents } = &node.data {
                    self.flow.text(contents);
                }
            });
            return;
        }
        let leave = if node.is_element() {
            let name = node.node_name().unwrap_or_default();
            if SKIPPED.contains(&&*name) || is_hidden(&node) {
                return;
            }
            // Old pages name places by empty links.
            let name_of = |key: &str| node.attr(key).filter(|value| value.len() <= LONGEST_NAME);
            for place in name_of("id").into_iter().chain(name_of("name").filter(|_| &*name == "a")) {
                self.flow.name_place(&place);
            }
            self.element(&node, &name)
        } else {
            Leave::Nothing
        };
        steps.push(Step::Leave(leave));
        steps.extend(node.children_it(true).map(Step::Enter));
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str) -> Leave {
        if let Some(style) = style_of(node, name, self.flow.preformatted) {
            if name == "sup" && html_notes::is_reference(node) {
                self.flow.reference();
            }
            self.flow.open_style(style);
            return Leave::Style;
        }
        match name {
            "br" => self.flow.line_break(),
            "hr" => self.flow.rule(),
            "q" => {
                self.flow.text("“");
                return Leave::Quote;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.bytes().last().map_or(1, |digit| digit.saturating_sub(b'0'));
                return self.kind(BlockKind::Heading { level });
            }
            "figcaption" | "caption" => return self.kind(BlockKind::Caption),
            "pre" | "listing" | "xmp" | "plaintext" if !is_blank(&node.text()) => {
                self.flow.preformatted = true;
                self.kind(BlockKind::Code);
                return Leave::Preformatted;
            }
            "blockquote" => {
                self.flow.end_block();
                self.flow.quote_depth += 1;
                return Leave::Quotation;
            }
            "ul" | "ol" | "menu" | "dir" => return self.list(node, name == "ol"),
            "li" => return self.item(node),
            "input" => self.tick(node),
            "img" => self.image(node),
            "table" => {
                self.flow.end_block();
                let number = is_of_data(node).then_some(self.n_tables);
                self.n_tables += u32::from(number.is_some());
                self.tables.push(number);
                return Leave::Table;
            }
            "tr" => return self.row(node),
            "td" | "th" => match self.tables.last() {
                Some(Some(_)) if 0 < self.n_cells => self.flow.next_cell(),
                Some(Some(_)) => {}
                _ => {
                    self.flow.end_block();
                    return Leave::Block;
                }
            },
            _ if BLOCKS.contains(&name) => {
                self.flow.end_block();
                return Leave::Block;
            }
            _ => {}
        }
        self.n_cells += usize::from(matches!(name, "td" | "th"));
        Leave::Nothing
    }

    fn kind(&mut self, kind: BlockKind) -> Leave {
        self.flow.end_block();
        self.flow.kinds.push(kind);
        Leave::Kind
    }

    fn list(&mut self, node: &NodeRef<'_>, is_ordered: bool) -> Leave {
        self.flow.end_block();
        let start = node.attr("start").and_then(|start| start.trim().parse().ok());
        self.lists.push(List { is_ordered, next: start.unwrap_or(1) });
        self.flow.list_depth += 1;
        // An item that begins with a list has no words of its own to hang a marker on.
        self.flow.marker = None;
        Leave::List
    }

    fn item(&mut self, node: &NodeRef<'_>) -> Leave {
        self.flow.end_block();
        let value = node.attr("value").and_then(|value| value.trim().parse().ok());
        self.flow.marker = Some(match self.lists.last_mut() {
            Some(list) if list.is_ordered => {
                let number = value.unwrap_or(list.next);
                list.next = number.saturating_add(1);
                Marker::Number(number)
            }
            _ => Marker::Bullet,
        });
        Leave::Item
    }

    /// A box to tick at the start of an item is its marker.
    fn tick(&mut self, node: &NodeRef<'_>) {
        let is_box = node.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
        if is_box && self.flow.marker.is_some() {
            self.flow.marker = Some(Marker::Task(node.has_attr("checked")));
        }
    }

    fn image(&mut self, node: &NodeRef<'_>) {
        let around = node.parent().filter(|parent| parent.has_name("picture"));
        let sources = around.iter().flat_map(|picture| picture.children_it(false)).filter_map(|source| {
            source.attr("srcset").or_else(|| source.attr("data-srcset")).map(|set| set.to_string())
        });
        let sources: Vec<String> = sources.collect();
        let attribute = |name: &str| node.attr(name).map(|value| value.to_string());
        if let Some(image) = super::images::image_of(attribute, &sources) {
            self.flow.image(&image);
        }
    }

    fn row(&mut self, node: &NodeRef<'_>) -> Leave {
        self.flow.end_block();
        let Some(Some(table)) = self.tables.last() else { return Leave::Block };
        if is_blank(&node.text()) {
            return Leave::Block;
        }
        let mut cells = node.children_it(false).filter(NodeRef::is_element);
        let header = cells.all(|cell| cell.has_name("th"));
        self.n_cells = 0;
        self.flow.begin_row(header, *table);
        Leave::Row
    }

    fn leave(&mut self, leave: Leave) {
        match leave {
            Leave::Nothing => return,
            Leave::Style => return self.flow.close_style(),
            Leave::Quote => return self.flow.text("”"),
            Leave::Row => return self.flow.end_row(),
            _ => self.flow.end_block(),
        }
        match leave {
            Leave::Kind => drop(self.flow.kinds.pop()),
            Leave::Preformatted => {
                self.flow.preformatted = false;
                self.flow.kinds.pop();
            }
            Leave::Quotation => self.flow.quote_depth = self.flow.quote_depth.saturating_sub(1),
            Leave::List => {
                self.lists.pop();
                self.flow.list_depth = self.flow.list_depth.saturating_sub(1);
            }
            Leave::Item => self.flow.marker = None,
            Leave::Table => drop(self.tables.pop()),
            _ => {}
        }
    }
}

fn style_of(node: &NodeRef<'_>, name: &str, preformatted: bool) -> Option<Style> {
    Some(Style::Inline(match name {
        "em" | "i" | "cite" | "dfn" | "var" => InlineStyle::Emphasis,
        "strong" | "b" => InlineStyle::Strong,
        "code" | "kbd" | "samp" | "tt" if !preformatted => InlineStyle::Code,
        "del" | "s" | "strike" => InlineStyle::Strikethrough,
        "sup" => InlineStyle::Superscript,
        "sub" => InlineStyle::Subscript,
        "a" => return node.attr("href").map(|address| Style::Link(address.to_string())),
        _ => return None,
    }))
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let hides = |style: &str| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.to_ascii_lowercase().contains("display:none")
    };
    node.has_attr("hidden") || node.attr("style").is_some_and(|style| hides(&style))
}

/// Whether a table holds data, and not the columns of a page: its cells hold words, and some row
/// has several.
fn is_of_data(table: &NodeRef<'_>) -> bool {
    if table.attr("role").is_some_and(|role| matches!(&*role, "presentation" | "none")) {
        return false;
    }
    let mut has_columns = false;
    for node in table.descendants_it().filter(NodeRef::is_element) {
        match node.node_name().as_deref().unwrap_or_default() {
            "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "blockquote" | "pre"
            | "figure" | "article" | "section" | "hr" | "form" => return false,
            "p" if node.next_element_sibling().is_some_and(|next| next.has_name("p")) => return false,
            "td" | "th" => has_columns |= node.next_element_sibling().is_some(),
            _ => {}
        }
    }
    has_columns
}
