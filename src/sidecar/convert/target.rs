//! Passages: targets with their selectors, the text they were read from and who rendered it.

use super::super::caps::MAX_PIECES;
use super::super::json::Raw;
use super::super::line::{Object, Pairs, array, quoted, text};
use super::super::warning::LineFault;
use super::super::wire::{Warnings, read_iri, read_time};
use crate::anchor::selector::{Description, Piece, Quote, Renderer, Target};
use crate::document::{Digest, DocumentId, Timestamp};
use std::ops::Range;

const QUOTE: &str = "TextQuoteSelector";
const POSITION: &str = "TextPositionSelector";

/// The passage, or the whole document where only that is named. `None`: of a form we do not know.
pub(super) fn read(raw: Raw<'_>, warnings: &mut Warnings) -> Option<Target> {
    let targets = raw.items();
    if MAX_PIECES < targets.len() {
        warnings.say(LineFault::TooManyPieces);
        return None;
    }
    let (mut source, mut pieces) = (None, Vec::new());
    for &target in &targets {
        let (document, piece) = read_one(target, warnings)?;
        if source.is_some_and(|source| source != document) {
            return None;
        }
        source = Some(document);
        match piece {
            Some(piece) => pieces.push(piece),
            None if targets.len() == 1 => {}
            None => return None,
        }
    }
    Some(Target { source: source?, pieces })
}

fn read_one(raw: Raw<'_>, warnings: &mut Warnings) -> Option<(DocumentId, Option<Piece>)> {
    if let Some(iri) = text(raw) {
        return Some((DocumentId(read_iri(&iri)?), None));
    }
    let pairs = Pairs::of(raw)?;
    let iri = pairs.text("source").or_else(|| pairs.text("id"))?;
    let piece = pairs.get("selector").map(|_| read_piece(&pairs, warnings));
    Some((DocumentId(read_iri(&iri)?), piece))
}

fn read_piece(pairs: &Pairs<'_>, warnings: &mut Warnings) -> Piece {
    let mut descriptions: Vec<Description> = Vec::new();
    for selector in objects(pairs, "selector") {
        let digest = selector.text("postil:digest").and_then(|name| name.parse().ok());
        let (mut quote, mut position) = (None, None);
        if selector.says("type", QUOTE) {
            quote = read_quote(&selector);
        } else if selector.says("type", POSITION) {
            position = read_position(&selector, warnings);
        }
        if quote.is_none() && position.is_none() {
            continue;
        }
        // A second quote, position or digest begins the description of a later text.
        let joins = |last: &Description| {
            (last.quote.is_none() || quote.is_none())
                && (last.position.is_none() || position.is_none())
                && last.digest == digest
        };
        match descriptions.last_mut().filter(|last| joins(last)) {
            Some(last) => {
                last.quote = last.quote.take().or(quote);
                last.position = last.position.take().or(position);
            }
            None => descriptions.push(Description { quote, position, digest, ..Description::default() }),
        }
    }
    if descriptions.is_empty() {
        descriptions.push(Description::default());
    }
    read_states(pairs, &mut descriptions);
    read_renderers(pairs, &mut descriptions);
    Piece { descriptions }
}

fn objects<'a>(pairs: &Pairs<'a>, key: &str) -> Vec<Pairs<'a>> {
    pairs.items(key).into_iter().filter_map(Pairs::of).collect()
}

fn read_quote(selector: &Pairs<'_>) -> Option<Quote> {
    Some(Quote {
        exact: selector.text("exact")?,
        prefix: selector.text("prefix").unwrap_or_default(),
        suffix: selector.text("suffix").unwrap_or_default(),
    })
}

fn read_position(selector: &Pairs<'_>, warnings: &mut Warnings) -> Option<Range<usize>> {
    let offset = |key: &str| selector.number(key).and_then(|offset| usize::try_from(offset).ok());
    let position = offset("start").zip(offset("end")).filter(|(start, end)| start <= end);
    if position.is_none() {
        warnings.say(LineFault::BadPosition);
    }
    position.map(|(start, end)| start..end)
}

/// Whether it says a quote that we can read.
fn is_quote(selector: &Pairs<'_>) -> bool {
    selector.says("type", QUOTE) && read_quote(selector).is_some()
}

/// Whether it says a position that we can read. What is both a quote and a position is read as the quote.
fn is_position(selector: &Pairs<'_>) -> bool {
    let is_it = selector.says("type", POSITION) && !selector.says("type", QUOTE);
    is_it && read_position(selector, &mut Warnings::default()).is_some()
}

/// When which text was read: by its digest where there are several, else by their order.
fn read_states(pairs: &Pairs<'_>, descriptions: &mut [Description]) {
    let read = |state: Pairs<'_>| {
        let digest = state.text("cached").and_then(|name| name.parse::<Digest>().ok());
        (digest, read_time(&state, "sourceDate"))
    };
    let states: Vec<(Option<Digest>, Option<Timestamp>)> = objects(pairs, "state")
        .into_iter()
        .filter(|state| state.says("type", "TimeState"))
        .map(read)
        .collect();
    let in_order = states.len() == descriptions.len();
    for (i, description) in descriptions.iter_mut().enumerate() {
        let of_digest =
            || states.iter().find(|(digest, _)| digest.is_some() && *digest == description.digest);
        let is_its = |(digest, _): &&(Option<Digest>, Option<Timestamp>)| {
            digest.is_none() || description.digest.is_none() || *digest == description.digest
        };
        let in_its_place = states.get(i).filter(|_| in_order).filter(is_its);
        if let Some(&(digest, read_at)) = in_its_place.or_else(of_digest) {
            description.digest = description.digest.or(digest);
            description.read_at = read_at;
        }
    }
}

/// One importer for all texts, or one for each that is named by digest.
fn read_renderers(pairs: &Pairs<'_>, descriptions: &mut [Description]) {
    let renderers = objects(pairs, "renderedVia");
    for description in descriptions {
        let fits = |renderer: &&Pairs<'_>| match renderer.text("postil:digest") {
            Some(name) => description.digest.is_some_and(|digest| digest.ni() == name),
            None => true,
        };
        description.renderer = renderers.iter().find(fits).and_then(|renderer| {
            Some(Renderer {
                importer: renderer.text("id")?,
                encoding: renderer.text("postil:encoding"),
                extent: renderer.text("postil:extent"),
            })
        });
    }
}

/// The value of `target` or `postil:at`: each piece that is as it was stands as it stood.
pub(super) fn write(target: &Target, old: Option<Raw<'_>>) -> String {
    let silent = &mut Warnings::default();
    if let Some(raw) = old.filter(|&raw| read(raw, silent).as_ref() == Some(target)) {
        return raw.get().to_owned();
    }
    let olds = old.map(Raw::items).unwrap_or_default();
    let write = |(i, piece): (usize, &Piece)| {
        let is_same = |&&raw: &&Raw<'_>| {
            read_one(raw, &mut Warnings::default()) == Some((target.source, Some(piece.clone())))
        };
        match olds.iter().find(is_same) {
            Some(raw) => raw.get().to_owned(),
            None => write_piece(target.source, piece, olds.get(i).copied().and_then(Pairs::of).as_ref()),
        }
    };
    let pieces: Vec<String> = target.pieces.iter().enumerate().map(write).collect();
    match pieces.as_slice() {
        [] => quoted(&target.source.iri()),
        [only] => only.clone(),
        _ => array(&pieces),
    }
}

fn write_piece(source: DocumentId, piece: &Piece, old: Option<&Pairs<'_>>) -> String {
    // Without the key it would be the whole document. Among several pieces there is no such thing: the mark
    // would be lost.
    let selectors = array(&write_selectors(piece, old));
    let object = Object::new().text("source", &source.iri()).json("selector", &selectors);
    let object = one_or_more(object, "state", write_states(piece, old));
    let renderers = write_renderers(piece, old);
    // One in a form that we could not read stands as it stood.
    let is_read =
        old.is_some_and(|pairs| objects(pairs, "renderedVia").iter().any(|via| via.text("id").is_some()));
    let unread = old.and_then(|pairs| pairs.get("renderedVia")).filter(|_| renderers.is_empty() && !is_read);
    one_or_more(object, "renderedVia", renderers)
        .json_if("renderedVia", unread.map(Raw::get))
        .rest_of(old, &["source", "selector", "state", "renderedVia"])
        .close()
}

fn one_or_more(object: Object, key: &str, values: Vec<String>) -> Object {
    match values.as_slice() {
        [only] => object.json(key, only),
        _ => object.array(key, &values),
    }
}

/// A quote and a position for each text; with a digest where the state alone cannot tell which text.
fn write_selectors(piece: &Piece, old: Option<&Pairs<'_>>) -> Vec<String> {
    let olds = old.map(|pairs| objects(pairs, "selector")).unwrap_or_default();
    let mut old_quotes = olds.iter().filter(|selector| is_quote(selector));
    let mut old_positions = olds.iter().filter(|selector| is_position(selector));
    let mut selectors = Vec::new();
    for description in &piece.descriptions {
        let is_told_by_state = piece.descriptions.len() == 1 && description.read_at.is_some();
        let digest = description.digest.filter(|_| !is_told_by_state).map(Digest::ni);
        if let Some(quote) = &description.quote {
            let object = Object::new()
                .text("type", QUOTE)
                .text("exact", &quote.exact)
                .text("prefix", &quote.prefix)
                .text("suffix", &quote.suffix)
                .text_if("postil:digest", digest.as_deref())
                .rest_of(old_quotes.next(), &["type", "exact", "prefix", "suffix", "postil:digest"]);
            selectors.push(object.close());
        }
        if let Some(position) = &description.position {
            let object = Object::new()
                .text("type", POSITION)
                .json("start", &position.start.to_string())
                .json("end", &position.end.to_string())
                .text_if("postil:digest", digest.as_deref())
                .rest_of(old_positions.next(), &["type", "start", "end", "postil:digest"]);
            selectors.push(object.close());
        }
    }
    // One of a kind that we know, but in a form that we could not read, stands as it stood.
    let is_other = |&raw: &Raw<'_>| {
        Pairs::of(raw).is_none_or(|selector| !is_quote(&selector) && !is_position(&selector))
    };
    let others = old.map(|pairs| pairs.items("selector")).unwrap_or_default();
    selectors.extend(others.into_iter().filter(is_other).map(|raw| raw.get().to_owned()));
    selectors
}

/// When each text was read: the model has no state without a date. Where nothing else names the text, one without
/// stands as it stood.
fn write_states(piece: &Piece, old: Option<&Pairs<'_>>) -> Vec<String> {
    let olds = old.map(|pairs| objects(pairs, "state")).unwrap_or_default();
    let mut old_times = olds.iter().filter(|state| state.says("type", "TimeState"));
    let mut states = Vec::new();
    for description in &piece.descriptions {
        let is_silent = description.quote.is_none() && description.position.is_none();
        let read_at = description.read_at.map(|at| at.to_string());
        if read_at.is_some() || is_silent && description.digest.is_some() {
            let known: &[&str] = match &read_at {
                Some(_) => &["type", "sourceDate", "cached"],
                None => &["type", "cached"],
            };
            let object = Object::new()
                .text("type", "TimeState")
                .text_if("sourceDate", read_at.as_deref())
                .text_if("cached", description.digest.map(Digest::ni).as_deref())
                .rest_of(old_times.next(), known);
            states.push(object.close());
        }
    }
    let is_other = |&raw: &Raw<'_>| Pairs::of(raw).is_none_or(|state| !state.says("type", "TimeState"));
    let others = old.map(|pairs| pairs.items("state")).unwrap_or_default();
    states.extend(others.into_iter().filter(is_other).map(|raw| raw.get().to_owned()));
    states
}

/// One importer where it made all the texts, else one for each text.
fn write_renderers(piece: &Piece, old: Option<&Pairs<'_>>) -> Vec<String> {
    let olds = old.map(|pairs| objects(pairs, "renderedVia")).unwrap_or_default();
    let first = piece.descriptions.first();
    let is_one =
        piece.descriptions.iter().all(|other| Some(&other.renderer) == first.map(|first| &first.renderer));
    let n_named = if is_one { 1 } else { piece.descriptions.len() };
    let write = |(i, description): (usize, &Description)| {
        let renderer = description.renderer.as_ref()?;
        let digest = description.digest.filter(|_| !is_one).map(Digest::ni);
        let object = Object::new()
            .text("id", &renderer.importer)
            .text("type", "Software")
            .text_if("postil:encoding", renderer.encoding.as_deref())
            .text_if("postil:extent", renderer.extent.as_deref())
            .text_if("postil:digest", digest.as_deref())
            .rest_of(olds.get(i), &["id", "type", "postil:encoding", "postil:extent", "postil:digest"]);
        Some(object.close())
    };
    piece.descriptions.iter().take(n_named).enumerate().filter_map(write).collect()
}
