//! `postil show`: an article with its marks.

use super::args::ShowArgs;
use super::paint::{Stroke, painted};
use super::print::{quoted, visible};
use super::{End, Stop, World, articles, count};
use crate::anchor::Placement;
use crate::layer::{Codebook, Layer, Placements, TagId};
use crate::session::Session;
use crate::sidecar::marked;
use crate::text::TextRange;

pub(super) fn run(args: &ShowArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let me = world.host.annotator();
    let session = articles::open(&args.file, &args.reading, me, world)?;
    if args.marked {
        world.out.raw(&visible(&marked_text(&session)))?;
    } else {
        let has_colours = world.wants_colours(args.colour);
        world.out.raw(&article(&session, has_colours))?;
    }
    Ok(End::Done)
}

/// The article with all its marks in the notation of the tests.
pub(super) fn marked_text(session: &Session) -> String {
    let layers: Vec<(&str, &Layer, &Placements)> = session
        .layers()
        .iter()
        .map(|open| (open.layer.annotator.name.as_str(), &open.layer, &open.placements))
        .collect();
    let mut text = marked::show(session.document(), &layers, &[]);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn article(session: &Session, has_colours: bool) -> String {
    let marks = session.marks();
    let strokes: Vec<Stroke<'_>> = marks
        .iter()
        .flat_map(|mark| {
            let pieces =
                mark.placement.and_then(Placement::passage).map_or(&[][..], |passage| passage.pieces());
            pieces.iter().map(|&range| Stroke {
                // A stranger's position may cut a letter from its accent; it is drawn whole.
                range: session.document().snap(range),
                tags: &mark.annotation.tags,
                is_uncertain: mark.placement.is_some_and(Placement::needs_review),
            })
        })
        .collect();
    let mut shown = painted(session.document().text(), &strokes, session.codebook(), has_colours);
    if !shown.ends_with('\n') {
        shown.push('\n');
    }
    if !marks.is_empty() {
        shown.push('\n');
        shown.push_str(&legend(session, has_colours));
        shown.push_str(&without_place(session));
    }
    shown
}

/// Every tag that is used, as it is drawn, with how many marks have it.
fn legend(session: &Session, has_colours: bool) -> String {
    let marks = session.marks();
    let codebook = session.codebook();
    let mut tags: Vec<TagId> = codebook.tags.iter().map(|tag| tag.id.clone()).collect();
    for tag in marks.iter().flat_map(|mark| &mark.annotation.tags) {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    let entry = |tag: &TagId| {
        let n = marks.iter().filter(|mark| mark.annotation.has_tag(tag)).count();
        (0 < n).then(|| {
            format!("{} {n}", sample(codebook.label(tag), std::slice::from_ref(tag), codebook, has_colours))
        })
    };
    let mut entries: Vec<String> = tags.iter().filter_map(entry).collect();
    let n_untagged = marks.iter().filter(|mark| mark.annotation.tags.is_empty()).count();
    if 0 < n_untagged {
        entries.push(format!("{} {n_untagged}", sample("no tag", &[], codebook, has_colours)));
    }
    let is_uncertain = marks.iter().any(|mark| matches!(mark.placement, Some(Placement::Changed { .. })));
    if is_uncertain {
        entries.push(format!("{} not yet confirmed", if has_colours { "pale:" } else { "?" }));
    }
    let mut legend = entries.join("   ");
    legend.push('\n');
    legend
}

fn sample(label: &str, tags: &[TagId], codebook: &Codebook, has_colours: bool) -> String {
    let stroke = Stroke { range: TextRange::all(label), tags, is_uncertain: false };
    painted(label, &[stroke], codebook, has_colours)
}

/// The marks that could not be drawn.
fn without_place(session: &Session) -> String {
    let marks = session.marks();
    let lost: Vec<_> = marks.iter().filter(|mark| mark.hull().is_none()).collect();
    if lost.is_empty() {
        return String::new();
    }
    let mut shown = format!("\n{} with no place in the text:\n", count(lost.len(), "mark"));
    for mark in lost {
        let why = mark.placement.map_or("whole article", Placement::name);
        let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| session.codebook().label(tag)).collect();
        let words = mark.annotation.quote();
        let words = if words.is_empty() { String::new() } else { format!("  {}", quoted(&words, 80)) };
        shown.push_str(&format!("  {}  {why}  {}{words}\n", mark.annotation.id, visible(&tags.join(", "))));
    }
    shown
}
