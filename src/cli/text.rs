//! `postil text`: the reading text as it is, or what is known about it.

use super::args::TextArgs;
use super::{End, Stop, World, articles, json};
use crate::document::{Block, BlockKind, Document, Marker, Metadata};
use crate::session::Session;
use crate::text::TextRange;
use serde_json::{Map, Value, json};

pub(super) fn run(args: &TextArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let session = articles::open(&args.file, &args.reading, None, world)?;
    if args.json {
        json::print(&described(&session), &mut world.out)?;
    } else {
        world.out.raw(session.document().text())?;
    }
    Ok(End::Done)
}

fn described(session: &Session) -> Value {
    let document = session.document();
    let reading = document.reading();
    let blocks: Vec<Value> = document.blocks().iter().map(|block| described_block(document, block)).collect();
    let mut described = json!({
        "document": session.path().to_string_lossy(),
        "id": session.document_id().iri(),
        "title": document.title(),
        "digest": document.digest().ni(),
        "importer": reading.importer.id(),
        "encoding": reading.encoding,
        "extent": reading.extent.name(),
        "length": document.units().n_code_points(),
        "metadata": described_metadata(document.metadata()),
        "blocks": blocks,
    });
    add_beside(document, &mut described);
    described
}

/// What stands beside the text: what was left out, pages and chapters, others' remarks. Each only where
/// there is any.
fn add_beside(document: &Document, described: &mut Value) {
    let left_out = document.left_out().iter().map(|passage| {
        json!({
            "before_block": passage.before,
            "why": passage.why.name(),
            "words": passage.n_words,
            "text": passage.text,
        })
    });
    let locators = document.locators().iter().map(|locator| {
        json!({
            "kind": locator.kind.name(),
            "label": locator.label,
            "start": document.code_points(TextRange::empty(locator.start)).start,
        })
    });
    let remarks = document.remarks().iter().map(|remark| {
        let place = document.code_points(remark.range);
        json!({
            "start": place.start,
            "end": place.end,
            "author": remark.author,
            "date": remark.date,
            "text": remark.text,
        })
    });
    let all: [(&str, Vec<Value>); 3] =
        [("left_out", left_out.collect()), ("locators", locators.collect()), ("remarks", remarks.collect())];
    for (key, values) in all.into_iter().filter(|(_, values)| !values.is_empty()) {
        if let Some(fields) = described.as_object_mut() {
            fields.insert(key.to_owned(), Value::Array(values));
        }
    }
}

/// What the article says about itself; what it does not say is left out.
fn described_metadata(metadata: &Metadata) -> Value {
    let known = [
        ("title", &metadata.title),
        ("byline", &metadata.byline),
        ("site", &metadata.site),
        ("published", &metadata.published),
        ("place", &metadata.place),
        ("modified", &metadata.modified),
        ("language", &metadata.language),
        ("address", &metadata.address),
        ("description", &metadata.description),
    ];
    let known = known.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value.clone()?)));
    let date = metadata.published_on(None).map(|date| ("published_on".to_owned(), date.iso()));
    let all = known.chain(date).chain(metadata.other.iter().cloned());
    Value::Object(all.map(|(key, value)| (key, Value::String(value))).collect())
}

fn described_block(document: &Document, block: &Block) -> Value {
    let place = document.code_points(block.range);
    let mut described = Map::new();
    let mut put = |key: &str, value: Value| described.insert(key.to_owned(), value);
    put("kind", block.kind.name().into());
    put("start", place.start.into());
    put("end", place.end.into());
    if let Some(role) = block.role {
        put("role", role.name().into());
    }
    if let Some(label) = &block.label {
        put("label", label.as_str().into());
    }
    match &block.kind {
        BlockKind::Heading { level } => put("level", (*level).into()),
        BlockKind::ListItem { marker } => match marker {
            Marker::Bullet => None,
            Marker::Number(number) => put("number", (*number).into()),
            Marker::Task(is_done) => put("done", (*is_done).into()),
        },
        BlockKind::TableRow { header, table } => {
            put("header", (*header).into());
            put("table", (*table).into())
        }
        BlockKind::Footnote { label } => put("label", label.as_str().into()),
        BlockKind::Paragraph | BlockKind::Caption | BlockKind::Code | BlockKind::Rule => None,
    };
    if 0 < block.quote_depth {
        put("quote_depth", block.quote_depth.into());
    }
    if 0 < block.list_depth {
        put("list_depth", block.list_depth.into());
    }
    Value::Object(described)
}
