//! The elements by which a page says what it is, found by one walk over it.

use super::html_nodes::is_attribute;
use dom_query::{Document, NodeId, NodeRef};
use html5ever::{LocalName, local_name, ns};

/// What is looked for: the first element of a kind.
#[derive(Clone, Copy, Debug)]
pub(super) enum Head {
    /// `html`.
    Html,
    /// `body`.
    Body,
    /// `article`.
    Article,
    /// What has the article's text, by its own word.
    ArticleBody,
    /// What has the date of publication.
    Published,
    /// `meta` with a date, in the words of Dublin Core.
    Dated,
    /// `meta` with a date, in a word of its own.
    PlainDate,
    /// `meta` with the date of the last change.
    Modified,
    /// `meta` with the language.
    Language,
    /// `meta` with language and country.
    Locale,
    /// `meta` with the kind of page.
    Kind,
    /// `meta` with the address.
    Address,
    /// `link` to the address.
    Canonical,
}

/// How many kinds there are.
const N_HEADS: usize = 13;

/// A kind, the name of its elements, and an attribute of theirs with its value.
type Wanted = (Head, Option<LocalName>, Option<(LocalName, &'static str)>);

/// Each kind with the name that its elements have, if they need one, and the value of an attribute, if they
/// need that.
static HEADS: [Wanted; N_HEADS] = [
    (Head::Html, Some(local_name!("html")), None),
    (Head::Body, Some(local_name!("body")), None),
    (Head::Article, Some(local_name!("article")), None),
    (Head::ArticleBody, None, Some((local_name!("itemprop"), "articleBody"))),
    (Head::Published, None, Some((local_name!("itemprop"), "datePublished"))),
    (Head::Dated, META, Some((local_name!("name"), "dcterms.date"))),
    (Head::PlainDate, META, Some((local_name!("name"), "date"))),
    (Head::Modified, META, Some((local_name!("property"), "article:modified_time"))),
    (Head::Language, META, Some((local_name!("http-equiv"), "content-language"))),
    (Head::Locale, META, Some((local_name!("property"), "og:locale"))),
    (Head::Kind, META, Some((local_name!("property"), "og:type"))),
    (Head::Address, META, Some((local_name!("property"), "og:url"))),
    (Head::Canonical, Some(local_name!("link")), Some((local_name!("rel"), "canonical"))),
];

const META: Option<LocalName> = Some(local_name!("meta"));

/// The first element of each kind in a page, and its headings of the first two ranks.
#[derive(Default)]
pub(super) struct Heads {
    found: [Option<NodeId>; N_HEADS],
    headings: Vec<NodeId>,
    /// The `meta` elements that each name an author.
    authors: Vec<NodeId>,
    /// A paragraph that word processors write for the title, above all headings.
    title: Option<NodeId>,
}

/// What Google Docs, LibreOffice and Word call a title that they write as a paragraph.
const TITLES: [&str; 2] = ["title", "MsoTitle"];

impl Heads {
    /// Looks through `page`.
    pub(super) fn of(page: &Document) -> Self {
        let mut heads = Self::default();
        for node in page.root().descendants_it() {
            let Some(element) = node.element_ref() else { continue };
            let name = &element.name.local;
            if matches!(*name, local_name!("h1") | local_name!("h2")) {
                heads.headings.push(node.id);
            }
            if *name == local_name!("meta") && is_attribute(&node, local_name!("name"), |of| of == "author") {
                heads.authors.push(node.id);
            }
            if *name == local_name!("p") && heads.title.is_none() && heads.headings.is_empty() {
                let is_title = |class: &str| class.split_whitespace().any(|own| TITLES.contains(&own));
                heads.title = is_attribute(&node, local_name!("class"), is_title).then_some(node.id);
            }
            let has = |(key, wanted): &(LocalName, &str)| {
                // As in style sheets: the values of these two are in any case.
                let is_of_any_case = *key == local_name!("rel") || *key == local_name!("http-equiv");
                element.attrs.iter().any(|attribute| {
                    let value: &str = &attribute.value;
                    attribute.name.ns == ns!()
                        && attribute.name.local == *key
                        && (value == *wanted
                            || is_of_any_case
                                && element.name.ns == ns!(html)
                                && value.eq_ignore_ascii_case(wanted))
                })
            };
            for (kind, called, attribute) in &HEADS {
                let place = heads.found.get_mut(*kind as usize).filter(|place| place.is_none());
                if let Some(place) = place
                    && called.as_ref().is_none_or(|called| called == name)
                    && attribute.as_ref().is_none_or(has)
                {
                    *place = Some(node.id);
                }
            }
        }
        heads
    }

    /// The first of a kind in `page`, which is the one that was looked through.
    pub(super) fn get<'p>(&self, page: &'p Document, kind: Head) -> Option<NodeRef<'p>> {
        let id = self.found.get(kind as usize).copied().flatten()?;
        Some(NodeRef::new(id, &page.tree))
    }

    /// The authors whom `page` names one by one.
    pub(super) fn authors(&self, page: &Document) -> Vec<String> {
        let named = self.authors.iter().filter_map(|&id| NodeRef::new(id, &page.tree).attr("content"));
        let mut authors: Vec<String> = Vec::new();
        for author in named.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()) {
            if !authors.contains(&author) {
                authors.push(author);
            }
        }
        authors
    }

    /// The paragraph that is the headline of `page`, where no heading is.
    pub(super) fn title_paragraph(&self, page: &Document) -> Option<NodeId> {
        self.title.filter(|_| !self.headings(page).any(|heading| heading.has_name("h1")))
    }

    /// The headings of the first two ranks in `page`, in order.
    pub(super) fn headings<'p>(&self, page: &'p Document) -> impl Iterator<Item = NodeRef<'p>> {
        self.headings.iter().map(|&id| NodeRef::new(id, &page.tree))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_kind_is_found_as_a_selector_finds_it() {
        let page = Document::from(
            "<html lang=en><head><meta property=og:url content=a><meta property='og:url' content=b>\
             <link REL=CANONICAL href=c><meta HTTP-EQUIV=Content-Language content=de>\
             <meta property=OG:TYPE content=no></head><body dir=rtl><h2>A</h2><article><h1>B</h1>\
             <time itemprop=datePublished datetime=1>x</time><div itemprop=articleBody>t</div></article>\
             <svg><article>s</article></svg><article>z</article>",
        );
        let heads = Heads::of(&page);
        let selectors = [
            (Head::Html, "html"),
            (Head::Body, "body"),
            (Head::Article, "article"),
            (Head::ArticleBody, "[itemprop=articleBody]"),
            (Head::Published, "[itemprop=datePublished]"),
            (Head::Dated, "meta[name='dcterms.date']"),
            (Head::PlainDate, "meta[name=date]"),
            (Head::Modified, "meta[property='article:modified_time']"),
            (Head::Language, "meta[http-equiv=content-language]"),
            (Head::Locale, "meta[property='og:locale']"),
            (Head::Kind, "meta[property='og:type']"),
            (Head::Address, "meta[property='og:url']"),
            (Head::Canonical, "link[rel=canonical]"),
        ];
        for (kind, selector) in selectors {
            let expected = page.select(selector).nodes().first().map(|node| node.id);
            assert_eq!(heads.get(&page, kind).map(|node| node.id), expected, "{selector}");
        }
        assert!(heads.get(&page, Head::Canonical).is_some() && heads.get(&page, Head::Kind).is_none());
        let headings: Vec<_> = heads.headings(&page).map(|node| node.text().to_string()).collect();
        assert_eq!(headings, ["A", "B"]);
    }
}
