//! The styles of a DOCX file, each with what it takes over from the one that it is based on.

use super::office::Looks;
use super::office_names::{Class, class_of};
use super::xml::{Ns, Step, Tag, Xml};
use std::collections::BTreeMap;

/// How many styles may be based on each other.
const LONGEST_CHAIN: usize = 32;

/// What a run says about its words; `None` where it leaves that to its style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RunProps {
    pub(super) style: Option<String>,
    pub(super) strong: Option<bool>,
    pub(super) emphasis: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) code: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) lowered: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// Whether an author deleted it; of the mark that ends a paragraph.
    pub(super) is_deleted: bool,
}

impl RunProps {
    /// Reads the rest of `w:rPr`.
    pub(super) fn read(xml: &mut Xml<'_>) -> Self {
        let mut props = Self::default();
        xml.each_within(|xml, tag| {
            // What it was before somebody changed it.
            if tag.name() == "rPrChange" {
                xml.skip();
                return false;
            }
            props.take(tag);
            true
        });
        props
    }

    fn take(&mut self, tag: &Tag<'_>) {
        let value = || tag.attribute("val");
        let is_on = || Some(!matches!(value().as_deref(), Some("0" | "false" | "off" | "none")));
        match tag.name() {
            _ if tag.ns != Ns::Word => {}
            "rStyle" => self.style = value(),
            "b" => self.strong = is_on(),
            "i" => self.emphasis = is_on(),
            "strike" | "dstrike" => self.struck = is_on(),
            "vanish" | "specVanish" => self.hidden = is_on(),
            "vertAlign" => {
                let value = value();
                self.raised = Some(value.as_deref() == Some("superscript"));
                self.lowered = Some(value.as_deref() == Some("subscript"));
            }
            "del" | "moveFrom" => self.is_deleted = true,
            _ => {}
        }
    }

    /// This, with what `below` says where it says nothing.
    fn over(self, below: &Self) -> Self {
        Self {
            style: self.style,
            strong: self.strong.or(below.strong),
            emphasis: self.emphasis.or(below.emphasis),
            struck: self.struck.or(below.struck),
            code: self.code.or(below.code),
            raised: self.raised.or(below.raised),
            lowered: self.lowered.or(below.lowered),
            hidden: self.hidden.or(below.hidden),
            is_deleted: self.is_deleted,
        }
    }

    /// How its words look.
    pub(super) fn looks(&self) -> Looks {
        let is = |value: Option<bool>| value.unwrap_or_default();
        Looks {
            strong: is(self.strong),
            emphasis: is(self.emphasis),
            struck: is(self.struck),
            code: is(self.code),
            raised: is(self.raised),
            lowered: is(self.lowered),
        }
    }
}

/// A style.
#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    is_default: bool,
    is_of_paragraphs: bool,
    outline: Option<i64>,
    list: Option<i64>,
    level: Option<i64>,
    run: RunProps,
}

/// What the style of a paragraph says.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphStyle {
    pub(super) class: Option<Class>,
    /// Which of the headings it is, from 0; 9 for none.
    pub(super) outline: Option<i64>,
    /// The numbers of its list and of its level there.
    pub(super) list: Option<i64>,
    pub(super) level: Option<i64>,
    /// The style that its list knows its level by.
    pub(super) names: Vec<String>,
    pub(super) hidden: Option<bool>,
}

/// All styles of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// What a paragraph has that names no style.
    default: Option<String>,
    /// The language of the text.
    pub(super) language: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Self {
        let mut styles = Self::default();
        let mut xml = Xml::new(text);
        let mut open: Option<(String, Style)> = None;
        let mut depth = 0_usize;
        let mut opened_at = 0;
        loop {
            match xml.step() {
                Step::Open(tag) if tag.is(Ns::Word, "style") => {
                    let is = |name: &str, value: &str| tag.attribute(name).as_deref() == Some(value);
                    let style = Style {
                        is_default: is("default", "1") || is("default", "true"),
                        is_of_paragraphs: is("type", "paragraph"),
                        ..Style::default()
                    };
                    open = Some((tag.attribute("styleId").unwrap_or_default(), style));
                    depth += 1;
                    opened_at = depth;
                }
                Step::Open(tag) => match &mut open {
                    Some((_, style)) if tag.is(Ns::Word, "rPr") => style.run = RunProps::read(&mut xml),
                    Some((_, style)) => {
                        style.take(&tag);
                        depth += 1;
                    }
                    None => {
                        if tag.is(Ns::Word, "lang") {
                            styles.language = styles.language.or_else(|| tag.attribute("val"));
                        }
                        depth += 1;
                    }
                },
                Step::Close => {
                    if depth == opened_at
                        && let Some((id, style)) = open.take()
                    {
                        styles.add(id, style);
                    }
                    depth = depth.saturating_sub(1);
                }
                Step::Letters(_) => {}
                Step::End | Step::Damaged | Step::TooDeep => return styles,
            }
        }
    }

    fn add(&mut self, id: String, mut style: Style) {
        if style.is_default && style.is_of_paragraphs {
            self.default = Some(id.clone());
        }
        let name = style.name.to_lowercase();
        if ["verbatim char", "html code", "source text", "html typewriter"].contains(&name.as_str()) {
            style.run.code = Some(true);
        }
        self.by_id.insert(id, style);
    }

    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = (&str, &Style)> {
        let mut next = id.and_then(|id| self.by_id.get_key_value(id));
        let chain = std::iter::from_fn(move || {
            let (id, style) = next.take()?;
            next = style.based_on.as_ref().and_then(|id| self.by_id.get_key_value(id));
            Some((id.as_str(), style))
        });
        chain.take(LONGEST_CHAIN)
    }

    /// What the style of a paragraph says; of the default one where it names none.
    pub(super) fn paragraph(&self, id: Option<&str>) -> ParagraphStyle {
        let mut found = ParagraphStyle::default();
        let id = id.filter(|id| self.by_id.contains_key(*id)).or(self.default.as_deref());
        for (id, style) in self.chain(id) {
            // What is based on a heading and has a level of its own is one of that level.
            if found.outline.is_none() {
                found.class = found.class.or_else(|| class_of(&style.name));
            }
            found.outline = found.outline.or(style.outline);
            found.list = found.list.or(style.list);
            found.level = found.level.or(style.level);
            found.hidden = found.hidden.or(style.run.hidden);
            found.names.push(id.to_owned());
        }
        found
    }

    /// What a run says, with its style.
    pub(super) fn run(&self, props: RunProps) -> RunProps {
        let id = props.style.clone();
        self.chain(id.as_deref()).fold(props, |props, (_, style)| props.over(&style.run))
    }

    /// The list that a style of lists is for.
    pub(super) fn list_of(&self, id: &str) -> Option<i64> {
        self.by_id.get(id)?.list
    }
}

impl Style {
    fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            _ if tag.ns != Ns::Word => {}
            "name" => self.name = tag.attribute("val").unwrap_or_default(),
            "basedOn" => self.based_on = tag.attribute("val"),
            "outlineLvl" => self.outline = tag.number("val"),
            "numId" => self.list = tag.number("val"),
            "ilvl" => self.level = tag.number("val"),
            _ => {}
        }
    }
}
