//! `postil place`: where marks made on one version of an article land on another.

use super::args::PlaceArgs;
use super::placed::{self, MOST_WORDS, PLACEMENTS};
use super::print::{quoted, visible};
use super::{End, Refusal, Stop, World, count, json};
use crate::anchor::{KeptTexts, Placement, Placers};
use crate::document::Document;
use crate::layer::{Annotation, Layer, Placements};
use crate::library::read_document;
use crate::sidecar::LayerFile;
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(args: &PlaceArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let old = open(&args.old, args, world)?;
    let new = open(&args.new, args, world)?;
    let layer = layer(&args.layer, world)?;
    let kept = kept_texts(&layer, &old, args, world);
    let new = Arc::new(new);
    let placements = Placements::of(&layer, &Placers::new(Arc::clone(&new), kept));
    let mut marks: Vec<(&Annotation, &Placement)> =
        placements.iter().filter_map(|(id, placement)| Some((layer.annotation(id)?, placement))).collect();
    // In the order of the old text; of those that begin together the longer first, as in all lists.
    marks.sort_by_key(|(annotation, _)| (start(annotation), Reverse(length(annotation)), annotation.id));
    if args.json {
        let described: Vec<Value> = marks.iter().map(|mark| described(&new, mark.0, mark.1)).collect();
        json::print(&Value::Array(described), &mut world.out)?;
    } else {
        let head = format!("{} → {}: {}", args.old.display(), args.new.display(), summary(&marks));
        world.out.line(&head)?;
        world.out.raw(&table(&new, &marks))?;
    }
    let needs_person = marks.iter().any(|(_, placement)| placement.needs_review());
    Ok(if needs_person { End::Findings } else { End::Done })
}

fn open(path: &Path, args: &PlaceArgs, world: &mut World<'_>) -> Result<Document, Refusal> {
    let read = read_document(path, &args.reading.options(), world.host)?;
    for warning in read.warnings {
        world.warn(&format!("{}: {warning}", path.display()));
    }
    Ok(read.value)
}

fn layer(path: &Path, world: &mut World<'_>) -> Result<Layer, Refusal> {
    let name = path.display();
    let bytes = world.host.read(path, MAX_LAYER_BYTES).map_err(|error| {
        Refusal::new(format!("cannot open `{name}`: {error}")).hint("look at the spelling of the path")
    })?;
    if let Some(reason) = too_large(&bytes) {
        return Err(Refusal::new(format!("cannot read `{name}`: {reason}")));
    }
    let read = LayerFile::read(&bytes);
    let Some(layer) = read.value.layer() else {
        return Err(Refusal::new(format!("`{name}` is no layer that can be read"))
            .hint("layers are files that end in `.postil.jsonl`, beside the article"));
    };
    for warning in read.warnings.iter().take(8) {
        world.warn(&format!("{name}: {warning}"));
    }
    Ok(layer)
}

/// The old text, and what else was kept of the texts that the marks were made on.
fn kept_texts(layer: &Layer, old: &Document, args: &PlaceArgs, world: &mut World<'_>) -> KeptTexts {
    let mut kept = KeptTexts::from([(old.digest(), old.text().to_owned())]);
    let mut n_made_elsewhere = 0;
    for made_on in layer.annotations().filter_map(|annotation| annotation.target.made_on()) {
        if made_on == old.digest() {
            continue;
        }
        n_made_elsewhere += 1;
        if !kept.contains_key(&made_on)
            && let Some(text) = world.host.kept_text(made_on)
        {
            kept.insert(made_on, text);
        }
    }
    if 0 < n_made_elsewhere {
        let (marks, old) = (count(n_made_elsewhere, "mark"), args.old.display());
        world.warn(&format!(
            "{marks} of the layer were made on another text than `{old}`, and may be found less well"
        ));
    }
    kept
}

fn start(annotation: &Annotation) -> usize {
    let first = annotation.target.pieces.first().and_then(|piece| piece.latest()?.position.clone());
    first.map_or(usize::MAX, |position| position.start)
}

/// In code points of the old text.
fn length(annotation: &Annotation) -> usize {
    let positions = annotation.target.pieces.iter().filter_map(|piece| piece.latest()?.position.clone());
    positions.map(|position| position.len()).sum()
}

fn described(new: &Document, annotation: &Annotation, placement: &Placement) -> Value {
    let mut described = json!({ "id": annotation.id.0.to_string(), "quote": annotation.quote() });
    if let (Value::Object(all), Value::Object(placed)) = (&mut described, placed::described(new, placement)) {
        all.extend(placed);
    }
    described
}

/// `4 marks, 1 moved, 3 changed`
fn summary(marks: &[(&Annotation, &Placement)]) -> String {
    let mut words = vec![count(marks.len(), "mark")];
    for name in PLACEMENTS {
        let n = marks.iter().filter(|(_, placement)| placement.name() == name).count();
        if 0 < n {
            words.push(format!("{n} {name}"));
        }
    }
    words.join(", ")
}

/// A row for each mark: id, placement, score, the old words, and what stands for them now.
fn table(new: &Document, marks: &[(&Annotation, &Placement)]) -> String {
    let mut table = String::new();
    for (annotation, placement) in marks {
        let score = f64::from(placement.score().0) / 1000.0;
        let old = quoted(&annotation.quote(), MOST_WORDS);
        let (id, name) = (annotation.id, placement.name());
        let mut row = format!("  {id}  {name:<9}  {score:.3}  {old}");
        match placement.passage() {
            Some(passage) if placement.needs_review() => {
                row.push_str(&format!(" → {}", placed::place(new, passage)));
            }
            Some(passage) => {
                if let Some(at) = passage.hull().map(|hull| new.code_points(hull)) {
                    row.push_str(&format!(" → at {}..{}", at.start, at.end));
                }
            }
            None => row.push_str(" → ?"),
        }
        table.push_str(&visible(&row));
        table.push('\n');
        if placement.passage().is_none() {
            for remark in placed::remarks(new, placement) {
                table.push_str(&format!("      {remark}\n"));
            }
        }
    }
    table
}
