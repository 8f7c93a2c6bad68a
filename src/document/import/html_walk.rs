//! The elements of a parsed page as blocks, by a walk with a stack of its own.

use super::html_flow::{Flow, Style, is_blank};
use super::html_furniture::Verdict;
use super::html_nodes::{NodeMap, is_any_text, name_of};
use super::html_notes;
use super::html_style::{Display, Sheet, is_skipped};
use crate::document::builder::LONGEST_NAME;
use crate::document::{BlockKind, Builder, InlineStyle, Marker, Reason, Role};
use dom_query::{NodeData, NodeId, NodeRef};

/// What is known of a page before it is walked.
#[derive(Default)]
pub(super) struct Plan {
    /// How its elements are shown.
    pub(super) sheet: Sheet,
    /// What is done with the elements that are not simply read.
    pub(super) verdicts: NodeMap<Verdict>,
    /// What elements are to the article.
    pub(super) roles: NodeMap<Role>,
    /// A paragraph that is the headline.
    pub(super) headline: Option<NodeId>,
    /// Whether what is left out is taken in after all.
    pub(super) takes_left_out: bool,
    /// Whether what is hidden is left out by name, in whatever words; else its verdict says so.
    pub(super) names_hidden: bool,
}

impl Plan {
    /// Whether even what is hidden is read.
    fn takes_hidden(&self) -> bool {
        self.names_hidden && self.takes_left_out
    }
}

/// The blocks of what stands below each of `roots`, one below another.
pub(super) fn blocks_of(roots: &[NodeRef<'_>], plan: &Plan) -> Builder {
    let mut walk = Walk::new(plan);
    let mut steps: Vec<Step<'_>> = roots.iter().rev().map(|root| Step::Enter(*root)).collect();
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => walk.enter(node, &mut steps),
            Step::Leave(leave) => walk.leave(leave),
            Step::LeaveRole => drop(walk.flow.roles.pop()),
        }
    }
    walk.flow.finish()
}

/// The words of an element, even of a hidden one, with its blocks on lines of their own.
pub(super) fn words_of(node: &NodeRef<'_>) -> String {
    let plan = Plan { verdicts: NodeMap::from_iter([(node.id, Verdict::Shown)]), ..Plan::default() };
    blocks_of(&[*node], &plan).text().replace("\n\n", "\n")
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Leave),
    LeaveRole,
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
    Struck,
    StyledBlock,
    Quote,
}

struct Walk<'p> {
    plan: &'p Plan,
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

impl<'p> Walk<'p> {
    fn new(plan: &'p Plan) -> Self {
        Self { plan, flow: Flow::default(), lists: Vec::new(), tables: Vec::new(), n_tables: 0, n_cells: 0 }
    }

    fn enter<'a>(&mut self, node: NodeRef<'a>, steps: &mut Vec<Step<'a>>) {
        let verdict = self.plan.verdicts.get(&node.id).copied();
        match verdict {
            Some(Verdict::Skip) => return,
            Some(Verdict::LeaveOut(why)) if !self.plan.takes_left_out => {
                return self.flow.leave_out(why, &words_of(&node));
            }
            _ => {}
        }
        let is_text = node.query_or(false, |node| {
            if let NodeData::Text { contents } = &node.data {
                self.flow.text(contents);
            }
            node.is_text()
        });
        if is_text {
            return;
        }
        let role = self.plan.roles.get(&node.id).copied();
        let leave = if let Some(name) = name_of(&node) {
            if &*name == "noscript" {
                return self.pictures_without_scripts(&node);
            }
            let display = match self.plan.sheet.display(&node, &name) {
                Display::None if verdict.is_some() || self.plan.takes_hidden() => Display::Block,
                Display::None if self.plan.names_hidden && !is_skipped(&name) => {
                    return self.flow.leave_out(Reason::Hidden, &words_of(&node));
                }
                display => display,
            };
            if &*name == "rt" && display != Display::None {
                return self.reading(&node);
            }
            if is_skipped(&name) || display == Display::None {
                return;
            }
            // Old pages name places by empty links.
            let named = |key: &str| node.attr(key).filter(|value| value.len() <= LONGEST_NAME);
            for place in named("id").into_iter().chain(named("name").filter(|_| &*name == "a")) {
                self.flow.name_place(&place);
            }
            self.element(&node, &name, display)
        } else {
            Leave::Nothing
        };
        if let Some(role) = role {
            self.flow.roles.push(role);
            steps.push(Step::LeaveRole);
        }
        steps.push(Step::Leave(leave));
        steps.extend(node.children_it(true).map(Step::Enter));
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, display: Display) -> Leave {
        let is_raised = matches!(name, "sub" | "sup");
        if display == Display::Inline && !is_raised && self.begins_another_word(node) {
            self.flow.apart();
        }
        if let Some(label) = node.attr(html_notes::NOTE) {
            match name {
                "a" => self.flow.reference(),
                _ => return self.kind(BlockKind::Footnote { label: label.to_string() }),
            }
        }
        if let Some(leave) = self.styled(node, name, display) {
            return leave;
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
            "p" if self.plan.headline == Some(node.id) => return self.kind(BlockKind::Heading { level: 1 }),
            "figcaption" | "caption" => return self.kind(BlockKind::Caption),
            "pre" | "listing" | "xmp" | "plaintext" if is_any_text(node, |text| !is_blank(text)) => {
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
            "table" => return self.table(node),
            "tr" => return self.row(node),
            "td" | "th" => return self.cell(),
            _ if display == Display::Block => {
                self.flow.end_block();
                return Leave::Block;
            }
            _ => {}
        }
        Leave::Nothing
    }

    /// An element that only changes how its words look, or leads elsewhere.
    fn styled(&mut self, node: &NodeRef<'_>, name: &str, display: Display) -> Option<Leave> {
        let style = style_of(node, name, self.flow.preformatted)?;
        if name == "sup" && html_notes::is_reference(node) {
            self.flow.reference();
        }
        let is_struck = matches!(style, Style::Inline(InlineStyle::Strikethrough));
        if is_struck {
            self.flow.apart();
        }
        if display == Display::Block {
            self.flow.end_block();
        }
        self.flow.open_style(style);
        Some(match display {
            Display::Block => Leave::StyledBlock,
            _ if is_struck => Leave::Struck,
            _ => Leave::Style,
        })
    }

    fn table(&mut self, node: &NodeRef<'_>) -> Leave {
        self.flow.end_block();
        let number = is_of_data(node).then_some(self.n_tables);
        self.n_tables += u32::from(number.is_some());
        self.tables.push(number);
        Leave::Table
    }

    fn cell(&mut self) -> Leave {
        let Some(Some(_)) = self.tables.last() else {
            self.flow.end_block();
            return Leave::Block;
        };
        if 0 < self.n_cells {
            self.flow.next_cell();
        }
        self.n_cells += 1;
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

    /// How the characters before it are read aloud: no part of the words, and not lost.
    fn reading(&mut self, ruby: &NodeRef<'_>) {
        let words = ruby.text();
        if self.plan.takes_left_out {
            self.flow.text(&format!("({})", words.trim()));
        } else {
            self.flow.leave_out(Reason::Reading, words.trim());
        }
    }

    /// Pictures for readers without scripts stand beside what a script would fill in.
    fn pictures_without_scripts(&mut self, noscript: &NodeRef<'_>) {
        let before = noscript.prev_element_sibling();
        let has_picture = before.is_some_and(|before| {
            let images =
                std::iter::once(before).chain(before.descendants_it()).filter(|node| node.has_name("img"));
            images.into_iter().any(|image| {
                super::images::image_of(|name| image.attr(name).map(|value| value.to_string()), &[]).is_some()
            })
        });
        if !has_picture {
            for image in noscript.descendants_it().filter(|node| node.has_name("img")) {
                self.image(&image);
            }
        }
    }

    /// Whether an element that touches the one before it begins another word: pages put boxes side by
    /// side that are parted by their style alone.
    fn begins_another_word(&self, node: &NodeRef<'_>) -> bool {
        let touches = node.prev_sibling().is_some_and(|before| before.is_element());
        let mut first = None;
        let begins = |text: &str| {
            first = text.chars().next();
            first.is_some()
        };
        touches && is_any_text(node, begins) && first.is_some_and(|first| self.flow.would_fuse(first))
    }

    fn row(&mut self, node: &NodeRef<'_>) -> Leave {
        self.flow.end_block();
        let Some(Some(table)) = self.tables.last() else { return Leave::Block };
        if !is_any_text(node, |text| !is_blank(text)) {
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
            Leave::Struck => {
                self.flow.close_style();
                return self.flow.apart();
            }
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
            Leave::StyledBlock => self.flow.close_style(),
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
