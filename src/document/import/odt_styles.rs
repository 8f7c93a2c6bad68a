//! The styles of an ODT file, each with what it takes over from its parent, and how its lists are numbered.

use super::office::Looks;
use super::office_names::{Class, class_of};
use super::office_numbers::Digits;
use super::xml::{Ns, Step, Tag, Xml};
use std::collections::BTreeMap;

/// How many styles may be each other's parents.
const LONGEST_CHAIN: usize = 32;

/// The levels of a list.
const N_LEVELS: usize = 10;

#[derive(Clone, Debug, Default)]
struct Style {
    /// As people see it.
    name: String,
    parent: Option<String>,
    outline: Option<i64>,
    list: Option<String>,
    strong: Option<bool>,
    emphasis: Option<bool>,
    struck: Option<bool>,
    code: Option<bool>,
    raised: Option<bool>,
    lowered: Option<bool>,
    hidden: Option<bool>,
    right_to_left: Option<bool>,
}

/// How a level of a list is numbered.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) digits: Digits,
    pub(super) prefix: String,
    pub(super) suffix: String,
    pub(super) start: u64,
    /// How many levels are written, this one and those around.
    pub(super) n_shown: usize,
}

/// What the styles of a paragraph say together.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolved {
    pub(super) class: Option<Class>,
    pub(super) outline: Option<i64>,
    pub(super) list: Option<String>,
    pub(super) looks: Looks,
    pub(super) is_hidden: bool,
    pub(super) is_right_to_left: bool,
}

/// All styles of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    /// By family and name.
    by_name: BTreeMap<(String, String), Style>,
    lists: BTreeMap<String, Vec<Option<Level>>>,
    /// The language of the text.
    pub(super) language: Option<String>,
}

impl Styles {
    /// Reads the styles of a part; those of an earlier one stay.
    pub(super) fn read(&mut self, text: &str) {
        let (mut xml, mut place) = (Xml::new(text), Place::default());
        loop {
            match xml.step() {
                // The text comes after its styles.
                Step::Open(tag) if tag.is(Ns::Office, "body") => return,
                Step::Open(tag) => self.take(&tag, &mut place),
                Step::Close | Step::Letters(_) => {}
                Step::End | Step::Damaged | Step::TooDeep => return,
            }
        }
    }

    fn take(&mut self, tag: &Tag<'_>, place: &mut Place) {
        let value = |name: &str| tag.attribute(name);
        match (tag.ns, tag.name()) {
            (Ns::Style, "style") => {
                let name = value("name").unwrap_or_default();
                let family = value("family").unwrap_or_default();
                let style = Style {
                    name: value("display-name").unwrap_or_else(|| name.replace("_20_", " ")),
                    parent: value("parent-style-name"),
                    outline: tag.number("default-outline-level"),
                    list: value("list-style-name").filter(|list| !list.is_empty()),
                    ..Style::default()
                };
                place.style = Some((family, name));
                self.by_name.extend(place.style.clone().map(|key| (key, style)));
            }
            (Ns::Style, "default-style") => place.style = None,
            (Ns::Style, "text-properties" | "paragraph-properties" | "section-properties") => {
                if self.language.is_none()
                    && let Some(language) = value("language").filter(|language| language != "none")
                {
                    let country = value("country").filter(|country| country != "none");
                    self.language =
                        Some(country.map_or(language.clone(), |country| format!("{language}-{country}")));
                }
                if let Some(style) = place.style.as_ref().and_then(|key| self.by_name.get_mut(key)) {
                    style.take(tag);
                }
            }
            (Ns::Text, "list-style" | "outline-style") => {
                let is_outline = tag.name() == "outline-style";
                let name = if is_outline { String::new() } else { value("name").unwrap_or_default() };
                self.lists.insert(name.clone(), vec![None; N_LEVELS]);
                place.list = name;
            }
            (
                Ns::Text,
                "list-level-style-number"
                | "list-level-style-bullet"
                | "list-level-style-image"
                | "outline-level-style",
            ) => {
                let index = tag.number("level").and_then(|level| usize::try_from(level.checked_sub(1)?).ok());
                let levels = self.lists.get_mut(&place.list);
                if let Some(level) = levels.zip(index).and_then(|(levels, index)| levels.get_mut(index)) {
                    *level = Some(Level::of(tag));
                }
            }
            _ => {}
        }
    }

    fn chain(&self, family: &str, name: &str) -> impl Iterator<Item = &Style> {
        let find = |name: &str| self.by_name.get(&(family.to_owned(), name.to_owned()));
        let mut next = find(name);
        let chain = std::iter::from_fn(move || {
            let style = next.take()?;
            next = style.parent.as_deref().and_then(find);
            Some(style)
        });
        chain.take(LONGEST_CHAIN)
    }

    /// What a style says with all that it takes over.
    pub(super) fn resolve(&self, family: &str, name: &str) -> Resolved {
        let mut all = Style::default();
        let mut class = None;
        for style in self.chain(family, name) {
            class = class.or_else(|| class_of(&style.name));
            all.outline = all.outline.or(style.outline);
            all.list = all.list.or_else(|| style.list.clone());
            all.strong = all.strong.or(style.strong);
            all.emphasis = all.emphasis.or(style.emphasis);
            all.struck = all.struck.or(style.struck);
            all.code = all.code.or(style.code);
            all.raised = all.raised.or(style.raised);
            all.lowered = all.lowered.or(style.lowered);
            all.hidden = all.hidden.or(style.hidden);
            all.right_to_left = all.right_to_left.or(style.right_to_left);
        }
        let is = |value: Option<bool>| value.unwrap_or_default();
        let looks = Looks {
            strong: is(all.strong),
            emphasis: is(all.emphasis),
            struck: is(all.struck),
            code: is(all.code),
            raised: is(all.raised),
            lowered: is(all.lowered),
        };
        Resolved {
            class,
            outline: all.outline,
            list: all.list,
            looks,
            is_hidden: is(all.hidden),
            is_right_to_left: is(all.right_to_left),
        }
    }

    /// How a level of a list is numbered, from 0; the headings' where the list has no name.
    pub(super) fn level(&self, list: &str, level: usize) -> Option<&Level> {
        self.lists.get(list)?.get(level)?.as_ref()
    }
}

#[derive(Default)]
struct Place {
    style: Option<(String, String)>,
    list: String,
}

impl Style {
    fn take(&mut self, tag: &Tag<'_>) {
        let value = |name: &str| tag.attribute(name);
        if let Some(weight) = value("font-weight") {
            self.strong = Some(weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| 600 <= weight));
        }
        if let Some(style) = value("font-style") {
            self.emphasis = Some(style != "normal");
        }
        if let Some(line) = value("text-line-through-style").or_else(|| value("text-line-through-type")) {
            self.struck = Some(line != "none");
        }
        if let Some(position) = value("text-position") {
            let raised = position.split_whitespace().next().unwrap_or_default();
            let percent = raised.trim_end_matches('%').parse::<i32>().unwrap_or_default();
            self.raised = Some(raised == "super" || 0 < percent);
            self.lowered = Some(raised == "sub" || percent < 0);
        }
        if let Some(display) = value("display") {
            self.hidden = Some(display == "none");
        }
        if let Some(mode) = value("writing-mode") {
            self.right_to_left = Some(mode.starts_with("rl"));
        }
    }
}

impl Level {
    fn of(tag: &Tag<'_>) -> Self {
        let format = tag.attribute("num-format").unwrap_or_default();
        let is_numbered = matches!(tag.name(), "list-level-style-number" | "outline-level-style");
        let count = |name: &str| tag.number(name).and_then(|n| u64::try_from(n).ok());
        Self {
            digits: if is_numbered { Digits::of_open_document(&format) } else { Digits::Bullet },
            prefix: tag.attribute("num-prefix").unwrap_or_default(),
            suffix: tag.attribute("num-suffix").unwrap_or_default(),
            start: count("start-value").unwrap_or(1),
            n_shown: count("display-levels")
                .and_then(|n| usize::try_from(n).ok())
                .unwrap_or(1)
                .clamp(1, N_LEVELS),
        }
    }
}
