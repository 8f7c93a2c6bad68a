//! What a DOCX file says about a paragraph, a row or a cell before its words.

use super::docx_styles::RunProps;
use super::xml::{Ns, Tag, Xml};

/// What a paragraph says about itself.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphProps {
    pub(super) style: Option<String>,
    pub(super) list: Option<i64>,
    pub(super) level: Option<i64>,
    pub(super) outline: Option<i64>,
    /// Whether it is the large letter that the next paragraph begins with.
    pub(super) is_drop_cap: bool,
    /// Whether it runs from right to left.
    pub(super) is_right_to_left: bool,
    /// Whether the mark that ends it was deleted.
    pub(super) goes_on: bool,
    /// The heads and feet of its section's pages, by their relations.
    pub(super) edges: Vec<Edge>,
}

/// What stands at the head or the foot of each page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) is_foot: bool,
    pub(super) relation: String,
}

impl Edge {
    /// That an element names, if it does.
    pub(super) fn of(tag: &Tag<'_>) -> Option<Self> {
        let is_foot = match tag.name() {
            "headerReference" => false,
            "footerReference" => true,
            _ => return None,
        };
        Some(Self { is_foot, relation: tag.attribute("id")? })
    }
}

impl ParagraphProps {
    /// Reads the rest of `w:pPr`.
    pub(super) fn read(xml: &mut Xml<'_>) -> Self {
        let mut props = Self::default();
        xml.each_within(|xml, tag| {
            if tag.name() == "pPrChange" {
                xml.skip();
                return false;
            }
            if tag.is(Ns::Word, "rPr") {
                props.goes_on = RunProps::read(xml).is_deleted;
                return false;
            }
            props.take(tag);
            true
        });
        props
    }

    fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            _ if tag.ns != Ns::Word => {}
            "pStyle" => self.style = tag.attribute("val"),
            "numId" => self.list = tag.number("val"),
            "ilvl" => self.level = tag.number("val"),
            "outlineLvl" => self.outline = tag.number("val"),
            "framePr" => self.is_drop_cap = tag.attribute("dropCap").is_some_and(|kind| kind != "none"),
            "bidi" => self.is_right_to_left = tag.attribute("val").is_none_or(|value| value != "0"),
            _ => self.edges.extend(Edge::of(tag)),
        }
    }
}

/// What is said about a row or a cell.
#[derive(Clone, Debug, Default)]
pub(super) struct TableProps {
    pub(super) is_header: bool,
    pub(super) span: usize,
    pub(super) n_before: usize,
    /// Whether an author deleted it.
    pub(super) is_deleted: bool,
}

impl TableProps {
    /// Reads the rest of `w:trPr` or `w:tcPr`.
    pub(super) fn read(xml: &mut Xml<'_>) -> Self {
        let mut props = Self { span: 1, ..Self::default() };
        xml.each_within(|xml, tag| {
            if matches!(tag.name(), "trPrChange" | "tcPrChange") {
                xml.skip();
                return false;
            }
            props.take(tag);
            true
        });
        props
    }

    fn take(&mut self, tag: &Tag<'_>) {
        let number = || tag.number("val").and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
        match tag.name() {
            "tblHeader" => {
                let value = tag.attribute("val");
                self.is_header = !matches!(value.as_deref(), Some("0" | "false" | "off"));
            }
            // A table of Word has at most 63 columns.
            "gridSpan" => self.span = number().clamp(1, 63),
            "gridBefore" => self.n_before = number().min(63),
            "del" => self.is_deleted = true,
            _ => {}
        }
    }
}
