//! Where parts of pages lead to: an address, or a place on a page of the same file (ISO 32000-1, 12.3.2 and
//! 12.5.6.5).

use super::facts::{MAX_DEPTH, MAX_ENTRIES, catalog, decoded, key};
use super::places::{Destination, Links, Rule};
use super::rounding;
use crate::document::Builder;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::object::{
    Array, Dict, Name, Object, ObjectIdentifier, Rect, String as Text,
};
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, Point};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

/// The most links of a page.
const MAX_LINKS: usize = 2_000;

/// Where links within a file lead.
pub(super) struct Destinations<'a> {
    pdf: &'a Pdf,
    pages: HashMap<ObjectIdentifier, usize>,
    named: OnceCell<HashMap<Vec<u8>, Object<'a>>>,
}

impl<'a> Destinations<'a> {
    pub(super) fn of(pdf: &'a Pdf) -> Self {
        let pages = pdf.pages().iter().take(super::MAX_PAGES).enumerate();
        let pages = pages.filter_map(|(nth, page)| Some((page.raw().obj_id()?, nth))).collect();
        Self { pdf, pages, named: OnceCell::new() }
    }

    /// The parts of a page that lead somewhere, in points from its upper left corner.
    pub(super) fn links(&self, page: &Page<'a>) -> Links {
        let mut links = Links::default();
        let Some(annotations) = page.raw().get::<Array<'_>>(key("Annots")) else { return links };
        for annotation in annotations.iter::<Dict<'_>>().take(MAX_LINKS) {
            let is_link =
                annotation.get::<Name<'_>>(key("Subtype")).is_some_and(|kind| kind.as_str() == "Link");
            let Some(place) = annotation.get::<Rect>(key("Rect")).filter(|_| is_link) else { continue };
            let action = annotation.get::<Dict<'_>>(key("A"));
            let uri = action.as_ref().and_then(|action| action.get::<Text<'_>>(key("URI")));
            let address = match uri {
                Some(uri) => decoded(uri.as_bytes()),
                None => {
                    let within = annotation.get::<Object<'_>>(key("Dest"));
                    let within = within.or_else(|| goes_to(&action?));
                    let Some(within) = within.and_then(|within| self.find(within, MAX_DEPTH)) else {
                        continue;
                    };
                    links.within.push(within);
                    format!("#{}", within.name())
                }
            };
            links.parts.push((on_page(page, place), address));
        }
        links
    }

    /// The place that a destination names.
    fn find(&self, destination: Object<'a>, depth: usize) -> Option<Destination> {
        let depth = depth.checked_sub(1)?;
        match destination {
            Object::Array(parts) => self.place(&parts),
            Object::Dict(dict) => self.find(dict.get::<Object<'_>>(key("D"))?, depth),
            Object::Name(name) => self.find(self.named().get(name.as_ref())?.clone(), depth),
            Object::String(name) => self.find(self.named().get(name.as_bytes())?.clone(), depth),
            _ => None,
        }
    }

    /// `[page /XYZ left top zoom]`, `[page /FitH top]`, `[page /Fit]`; the page may be a number.
    fn place(&self, parts: &Array<'a>) -> Option<Destination> {
        let mut parts = parts.iter::<Object<'_>>();
        let page = match parts.next()? {
            Object::Dict(page) => *self.pages.get(&page.obj_id()?)?,
            other => usize::try_from(other.into_i32()?).ok()?,
        };
        let on = self.pdf.pages().get(page)?;
        let kind = parts.next().and_then(Object::into_name);
        let mut number = || parts.next().and_then(Object::into_f32).map(f64::from);
        let corner = match kind.as_ref().map(|kind| kind.as_str()) {
            Some("XYZ") => Some((number(), number())),
            Some("FitH" | "FitBH") => Some((None, number())),
            Some("FitR") => {
                let (left, _, _) = (number(), number(), number());
                Some((left, number()))
            }
            _ => None,
        };
        let place = corner.and_then(|(left, top)| {
            let at = onto(on) * Point::new(left.unwrap_or_default(), top?);
            let whole = |value: f64| rounding::whole(rounding::place(value)).clamp(-20_000, 20_000);
            Some((if left.is_some() { whole(at.x) } else { 0 }, whole(at.y)))
        });
        Some(Destination { page, place })
    }

    /// The destinations that have names.
    fn named(&self) -> &HashMap<Vec<u8>, Object<'a>> {
        self.named.get_or_init(|| {
            let mut named = HashMap::new();
            let Some(catalog) = catalog(self.pdf) else { return named };
            if let Some(old) = catalog.get::<Dict<'_>>(key("Dests")) {
                let entries = old.keys().take(MAX_ENTRIES);
                named.extend(entries.filter_map(|name| {
                    let destination = old.get::<Object<'_>>(name.as_ref())?;
                    Some((name.as_ref().to_vec(), destination))
                }));
            }
            let tree = catalog.get::<Dict<'_>>(key("Names"));
            if let Some(tree) = tree.and_then(|names| names.get::<Dict<'_>>(key("Dests"))) {
                gather(&tree, MAX_DEPTH, &mut named);
            }
            named
        })
    }
}

/// Where an action leads in the file, if it is one that does.
fn goes_to<'a>(action: &Dict<'a>) -> Option<Object<'a>> {
    let kind = action.get::<Name<'_>>(key("S"))?;
    (kind.as_str() == "GoTo").then(|| action.get::<Object<'_>>(key("D")))?
}

/// The entries of a tree of names.
fn gather<'a>(tree: &Dict<'a>, depth: usize, named: &mut HashMap<Vec<u8>, Object<'a>>) {
    if let Some(names) = tree.get::<Array<'_>>(key("Names")) {
        let mut entries = names.iter::<Object<'_>>();
        while let (Some(name), Some(destination)) = (entries.next(), entries.next()) {
            if let Object::String(name) = name
                && named.len() < MAX_ENTRIES
            {
                named.insert(name.as_bytes().to_vec(), destination);
            }
        }
    }
    if let Some(kids) = tree.get::<Array<'_>>(key("Kids")).filter(|_| 0 < depth) {
        for kid in kids.iter::<Dict<'_>>().take(MAX_ENTRIES) {
            if named.len() < MAX_ENTRIES {
                gather(&kid, depth - 1, named);
            }
        }
    }
}

fn onto(page: &Page<'_>) -> Affine {
    Affine::new(page.initial_transform(true).as_coeffs())
}

fn on_page(page: &Page<'_>, rect: Rect) -> Rule {
    let onto = onto(page);
    let (a, b) = (onto * Point::new(rect.x0, rect.y0), onto * Point::new(rect.x1, rect.y1));
    Rule {
        x0: rounding::place(a.x.min(b.x)),
        y0: rounding::place(a.y.min(b.y)),
        x1: rounding::place(a.x.max(b.x)),
        y1: rounding::place(a.y.max(b.y)),
    }
}

/// Names the places in a text that links lead to: the word that stands highest below each on its page, or the
/// first of the page.
pub(super) fn name_places(builder: &mut Builder, wanted: &BTreeSet<Destination>) {
    let mut page = None;
    let mut words = Vec::new();
    for destination in wanted {
        let number = u32::try_from(destination.page).unwrap_or(u32::MAX);
        if page != Some(number) {
            words = builder.boxes.of_page(number);
            page = Some(number);
        }
        let (left, top) = destination.place.map_or((0.0, 0.0), |(left, top)| (left as f32, top as f32));
        // A place may be named a little above or within the line that it means.
        let below = words.iter().filter(|(_, place)| top <= (place[1] + place[3]) / 2.0 && left <= place[2]);
        let highest = below.min_by(|(_, a), (_, b)| a[1].total_cmp(&b[1]));
        if let Some(&(at, _)) = highest.or(words.first()) {
            builder.place_at(&destination.name(), at);
        }
    }
}
