//! What a book says about itself (EPUB 2 and 3): which parts are its text and in which order, its title,
//! authors and dates.

use super::container::{Container, folder_of, within};
use super::epub_xml::{Element, elements};
use super::html;
use crate::document::Metadata;
use crate::document::image::unescaped_bytes;
use std::collections::BTreeMap;

/// A part of the book that the others are found by.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    /// Its name in the archive.
    pub(super) name: String,
    kind: String,
    properties: String,
}

/// What is read, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Package {
    pub(super) metadata: Metadata,
    /// The parts of the text in the order of reading, those that stand beside it last.
    pub(super) spine: Vec<String>,
    /// The contents: a page of EPUB 3, the list of EPUB 2.
    pub(super) nav: Option<String>,
    pub(super) ncx: Option<String>,
    /// The pages that are nothing but a list of contents.
    pub(super) contents: Vec<String>,
    /// The picture on the cover, where no page shows it.
    pub(super) cover: Option<String>,
    /// Whether the book does not say what it is, so that all of its pages are read in the order of their names.
    pub(super) is_guessed: bool,
}

impl Package {
    /// Reads the lists in `container`.
    pub(super) fn of(container: &mut Container<'_>) -> Self {
        let root = container.index("META-INF/container.xml").ok().flatten().unwrap_or_default();
        let file = elements(&root).into_iter().find(|of| of.name == "rootfile");
        let named = file.and_then(|of| within("", &unescaped(of.get("full-path")?)));
        let by_ending =
            || container.names().find(|name| name.to_lowercase().ends_with(".opf")).map(str::to_owned);
        let name = named.filter(|name| container.has(name)).or_else(by_ending);
        let list = name.as_deref().and_then(|name| container.index(name).ok().flatten());
        let mut package =
            list.map_or(Self::default(), |list| Self::of_list(&list, name.as_deref().unwrap_or_default()));
        package.spine.retain(|name| !name.is_empty());
        if package.spine.is_empty() {
            package.is_guessed = true;
            let is_page = |name: &&str| {
                [".xhtml", ".html", ".htm"].iter().any(|end| name.to_lowercase().ends_with(end))
            };
            package.spine = container.names().filter(is_page).map(str::to_owned).collect();
        }
        package
    }

    fn of_list(list: &str, name: &str) -> Self {
        let elements = elements(list);
        let folder = folder_of(name);
        let item = |of: &Element| {
            let name = within(folder, &unescaped(of.get("href")?))?;
            let text = |key| of.get(key).unwrap_or_default().to_owned();
            Some((text("id"), Item { name, kind: text("media-type"), properties: text("properties") }))
        };
        let items: BTreeMap<String, Item> =
            elements.iter().filter(|of| of.name == "item").filter_map(item).collect();
        let has =
            |item: &&Item, word: &str| item.properties.split_ascii_whitespace().any(|known| known == word);
        let name_of = |id: &str| items.get(id).map(|item| item.name.clone());
        let nav = items.values().find(|item| has(item, "nav")).map(|item| item.name.clone());
        let spine_tag = elements.iter().find(|of| of.name == "spine");
        let ncx = spine_tag.and_then(|of| name_of(of.get("toc")?));
        let ncx = ncx.or_else(|| {
            items.values().find(|item| item.kind.contains("dtbncx")).map(|item| item.name.clone())
        });
        let refs: Vec<(String, bool)> = elements
            .iter()
            .filter(|of| of.name == "itemref")
            .filter_map(|of| Some((name_of(of.get("idref")?)?, of.get("linear") == Some("no"))))
            .collect();
        let guide = |kind: &'static str| {
            let found =
                elements.iter().filter(move |of| of.name == "reference" && of.get("type") == Some(kind));
            found.filter_map(|of| within(folder, &unescaped(of.get("href")?.split('#').next()?)))
        };
        // A cover stands in front, whether or not it is part of the way through the book.
        let covers: Vec<String> = guide("cover").collect();
        let is_first = |name: &str| covers.iter().any(|cover| cover == name);
        let mut spine: Vec<String> = Vec::new();
        for wanted in [true, false] {
            let part = refs.iter().filter(|(name, is_beside)| (!is_beside || is_first(name)) == wanted);
            for (name, _) in part {
                if !spine.contains(name) || spine.len() < 64 {
                    spine.push(name.clone());
                }
            }
        }
        spine.dedup();
        let by_meta = elements.iter().find(|of| of.name == "meta" && of.get("name") == Some("cover"));
        let cover = items.values().find(|item| has(item, "cover-image")).map(|item| item.name.clone());
        let cover = cover.or_else(|| name_of(by_meta?.get("content")?));
        let contents = nav.iter().cloned().chain(guide("toc")).collect();
        Self { metadata: metadata_of(&elements), spine, nav, ncx, contents, cover, is_guessed: false }
    }
}

fn metadata_of(elements: &[Element]) -> Metadata {
    let all = |name: &'static str| elements.iter().filter(move |of| of.name == name && !of.line().is_empty());
    let first = |name| all(name).next().map(Element::line);
    let refined = |of: &Element, property: &str| {
        let id = format!("#{}", of.get("id")?);
        let found = elements.iter().find(|meta| {
            meta.name == "meta" && meta.get("refines") == Some(&id) && meta.get("property") == Some(property)
        });
        found.map(Element::line)
    };
    let role = |of: &Element| of.get("opf:role").map(str::to_owned).or_else(|| refined(of, "role"));
    let people = |wanted: fn(Option<&str>) -> bool| {
        let found = all("creator").chain(all("contributor"));
        let found = found.filter(|of| wanted(role(of).as_deref()));
        let names: Vec<String> = found.map(Element::line).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let title = all("title").find(|of| refined(of, "title-type").is_none_or(|kind| kind == "main"));
    let subtitle = all("title").find(|of| refined(of, "title-type").as_deref() == Some("subtitle"));
    let date = all("date").find(|of| of.get("opf:event").is_none_or(|event| event == "publication"));
    let modified =
        elements.iter().find(|of| of.name == "meta" && of.get("property") == Some("dcterms:modified"));
    let authors: Vec<String> =
        all("creator").filter(|of| role(of).is_none_or(|role| role == "aut")).map(Element::line).collect();
    let description = first("description").map(|text| html::words_of(&text).text().replace("\n\n", " "));
    let mut other = Vec::new();
    for (key, value) in [
        ("subtitle", subtitle.map(Element::line)),
        ("translator", people(|role| role == Some("trl"))),
        ("editor", people(|role| role == Some("edt"))),
        ("identifier", first("identifier")),
        ("rights", first("rights")),
        ("source", first("source")),
    ] {
        other.extend(value.map(|value| (key.to_owned(), value)));
    }
    Metadata {
        title: title.map(Element::line).or_else(|| first("title")),
        byline: if authors.is_empty() { first("creator") } else { Some(authors.join(", ")) },
        site: first("publisher"),
        published: date.map(Element::line),
        modified: modified.map(Element::line).or_else(|| {
            all("date").find(|of| of.get("opf:event") == Some("modification")).map(Element::line)
        }),
        language: first("language"),
        description,
        other,
        ..Metadata::default()
    }
}

/// A path of the book as it is written in its lists.
pub(super) fn unescaped(path: &str) -> String {
    String::from_utf8(unescaped_bytes(path)).unwrap_or_else(|_| path.to_owned())
}
