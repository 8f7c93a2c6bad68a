//! The layer file as a whole: the worked example of the format, changes, merges, hostile input.

mod figures;
mod laws;
mod merges;

use super::LayerFile;
use super::convert::{Signature, annotation_line, relation_line};
use super::line::Pairs;
use super::wire::read_iri;
use crate::document::{Digest, Timestamp};
use crate::layer::{Annotation, AnnotationId, Change, DatePrecision, Layer, RelationId, TagId, Transaction};
use uuid::Uuid;

const EXAMPLE: &str = include_str!("../../tests/support/market.txt.ana-1a7e.postil.jsonl");
const MORE: &str = include_str!("../../tests/support/market.more.jsonl");
const TEXT: &str = include_str!("../../tests/support/market.txt");

const REPORT: &str = "urn:uuid:0d5b6c1f-2e74-4a98-b3c6-915f0e8ad427";
const CLAIM: &str = "urn:uuid:41c07d2e-9b86-4f13-a5d0-7e2c81f4b690";
const DENIAL: &str = "urn:uuid:8e3f1a95-6d20-4c7b-9f48-b05d2c61e7a3";
const DENIES: &str = "urn:uuid:b7c41f06-5a9e-4d82-8130-2f6ce94d7a5b";

fn id(iri: &str) -> Uuid {
    read_iri(iri).expect("a UUID")
}

fn read(text: &str) -> LayerFile {
    LayerFile::read(text.as_bytes()).value
}

fn layer_of(file: &LayerFile) -> Layer {
    file.layer().expect("a header")
}

fn mark(layer: &Layer, iri: &str) -> Annotation {
    layer.annotation(AnnotationId(id(iri))).expect("a mark").clone()
}

/// Changes one mark of a layer.
fn edit(layer: &mut Layer, iri: &str, change: impl FnOnce(&mut Annotation)) {
    let mut mark = mark(layer, iri);
    change(&mut mark);
    mark.modified = Some(noon());
    layer.apply(&Transaction::new([Change::put(mark)])).expect("a good change");
}

fn remove(layer: &mut Layer, iri: &str) {
    let change = Change::Annotation(AnnotationId(id(iri)), None);
    layer.apply(&Transaction::new([change])).expect("a good change");
}

fn noon() -> Timestamp {
    "2026-03-03T12:00:00Z".parse().expect("a time")
}

fn written(file: &mut LayerFile, layer: &Layer) -> String {
    String::from_utf8(file.write(layer, noon())).expect("UTF-8")
}

#[test]
fn the_worked_example_reads_into_the_model() {
    let read = LayerFile::read(EXAMPLE.as_bytes());
    assert_eq!(read.warnings, []);
    let file = read.value;
    let header = file.header().expect("a header");
    assert_eq!((header.annotator.name.as_str(), header.file.as_str()), ("Ana", "market.txt"));
    assert_eq!(header.title, "Shells hit a market 🕊");
    assert_eq!((header.digest, header.format), (Some(Digest::of(TEXT)), 1));
    assert_eq!((header.codebook.clone(), header.closed), (("news".to_owned(), 3), None));
    let layer = layer_of(&file);
    assert_eq!((layer.annotations().len(), layer.relations().len(), file.n_foreign()), (3, 1, 0));

    let claim = mark(&layer, CLAIM);
    assert_eq!(claim.note, "First report; no second source yet.");
    let description = claim.target.pieces[0].latest().expect("a description");
    assert_eq!(description.position, Some(107..145));
    assert_eq!(description.digest, Some(Digest::of(TEXT)));
    assert_eq!(description.read_at.map(|at| at.to_string()).as_deref(), Some("2026-03-02T09:14:07Z"));
    assert_eq!(
        description.renderer.as_ref().map(|renderer| renderer.importer.as_str()),
        Some("postil:plain/1")
    );
    assert_eq!(claim.attribution.certainty.as_deref(), Some("certain"));

    let report = mark(&layer, REPORT);
    let figure = &report.figures[0];
    assert_eq!((figure.low, figure.high, figure.stated), (Some(36), None, Some(35)));
    assert_eq!(figure.when.as_ref().and_then(|when| when.precision.clone()), Some(DatePrecision::Day));
    assert_eq!(figure.blamed.as_deref(), Some("army"));
    assert_eq!(report.attribution.summary(), "the group ← a hospital");
    let cue = report.attribution.cue.expect("a cue");
    assert_eq!((cue.verb.as_str(), cue.at.map(|at| at.quote()).as_deref()), ("said", Some("said")));

    assert_eq!(mark(&layer, DENIAL).quote(), "The army denied … that it had fired on the town");
    let relation = layer.relation(RelationId(id(DENIES))).expect("a relation");
    assert_eq!((relation.kind.as_str(), relation.to), ("denies", AnnotationId(id(CLAIM))));
}

#[test]
fn the_worked_example_is_written_to_the_byte_from_the_model_alone() {
    let layer = layer_of(&read(EXAMPLE));
    let lines: Vec<&str> = EXAMPLE.lines().collect();
    for line in &lines[1..5] {
        let pairs = Pairs::read(line).expect("an object");
        let was: Vec<String> = pairs.items("postil:was").into_iter().filter_map(super::line::text).collect();
        let rev = pairs.number("postil:rev").expect("a revision");
        let signature = Signature { creator: layer.annotator.id, rev, was: &was };
        let id = id(&pairs.text("id").expect("an id"));
        let again = match layer.annotation(AnnotationId(id)) {
            Some(mark) => annotation_line(mark, None, signature),
            None => relation_line(layer.relation(RelationId(id)).expect("a relation"), None, signature),
        };
        assert_eq!(again, **line);
    }
    let mut fresh = LayerFile::new(read(EXAMPLE).header().expect("a header").clone());
    let header = written(&mut fresh, &layer);
    assert_eq!(header.lines().next(), Some(lines[0]));
}

#[test]
fn the_versions_of_the_example_name_what_they_replaced() {
    // The claim before its note, and the second revision's name of it.
    let second = EXAMPLE.lines().nth(2).expect("a line");
    let first = second
        .replace(r#","modified":"2026-03-02T09:21:44Z""#, "")
        .replace(
            r#",{"type":"TextualBody","purpose":"commenting","value":"First report; no second source yet.","format":"text/plain"}"#,
            "",
        )
        .replace(r#""postil:rev":2,"postil:was":["4df0747edf78475b"]"#, r#""postil:rev":1"#);
    let name = Digest::of(&first).short_hex();
    let mut file = read(&format!("{}\n{first}\n", EXAMPLE.lines().next().expect("a header")));
    let mut layer = layer_of(&file);
    edit(&mut layer, CLAIM, |mark| mark.note = "First report; no second source yet.".to_owned());
    let text = written(&mut file, &layer);
    assert!(text.contains(&format!(r#""postil:rev":2,"postil:was":["{name}"]"#)), "{text}");
    assert_eq!(name, "4df0747edf78475b");
}

#[test]
fn an_untouched_layer_gives_the_same_bytes() {
    let untidy = format!(
        "\u{feff}{}\r\n\r\n{MORE}",
        EXAMPLE.replace('\n', "\r\n").replace(r#""type":"#, r#" "type" : "#)
    );
    for text in [EXAMPLE, &untidy, MORE, "", "x"] {
        let mut file = read(text);
        let layer = file.layer().unwrap_or_else(|| layer_of(&read(EXAMPLE)));
        assert_eq!(written(&mut file, &layer), text);
        assert!(file.is_read_only() || file.is_same_as(&layer));
    }
}

#[test]
fn changing_a_note_changes_one_line() {
    let mut file = read(EXAMPLE);
    let mut layer = layer_of(&file);
    edit(&mut layer, CLAIM, |mark| mark.note = "Seen.\u{2028}Twice.".to_owned());
    assert!(!file.is_same_as(&layer));
    let text = written(&mut file, &layer);
    let changed: Vec<(&str, &str)> = EXAMPLE.lines().zip(text.lines()).filter(|(a, b)| a != b).collect();
    let [(before, after)] = changed[..] else { panic!("{} lines changed", changed.len()) };
    assert!(after.contains(r#""value":"Seen.\u2028Twice.","format""#));
    let name = Digest::of(before).short_hex();
    assert!(
        after.ends_with(&format!(r#""postil:rev":3,"postil:was":["{name}","4df0747edf78475b"]}}"#)),
        "{after}"
    );
    assert!(file.is_same_as(&layer));
    assert_eq!(layer_of(&read(&text)), layer);
    assert_eq!(written(&mut file, &layer), text);
}

#[test]
fn removing_leaves_a_tombstone_and_undoing_brings_everything_back() {
    let with_unknown = EXAMPLE.replace(
        r#""postil:rev":2,"postil:was":["4df0"#,
        r#""x:y":[1.10],"postil:rev":2,"postil:was":["4df0"#,
    );
    let mut file = read(&with_unknown);
    let before = layer_of(&file);
    let mut layer = before.clone();
    remove(&mut layer, CLAIM);
    let text = written(&mut file, &layer);
    let line = text.lines().nth(2).expect("a line");
    assert!(
        line.contains(&format!(r#""id":"{CLAIM}","type":"as:Tombstone""#))
            && line.contains(r#""postil:rev":3"#)
    );
    assert!(line.contains(r#""as:deleted":"2026-03-03T12:00:00Z""#));
    assert_eq!(layer_of(&read(&text)), layer);
    // The copy that was away for a year does not bring it back, and nobody is asked.
    let union = read(&text).unite(&read(&with_unknown));
    assert_eq!(layer_of(&union), layer);
    assert_eq!(union.conflicts().count(), 0);
    let text = written(&mut file, &before);
    assert_eq!(layer_of(&read(&text)), before);
    assert!(text.contains(r#""postil:rev":4,"#) && text.contains(r#""x:y":[1.10]}"#));
}

#[test]
fn what_we_do_not_know_survives_a_change() {
    let strange = EXAMPLE
        .replace(r#""purpose":"commenting","value""#, r#""purpose":"commenting","x:lang":1E400,"value""#)
        .replace(r#""body":[{"type":"TextualBody","purpose":"tagging","value":"claim"}"#, r#""body":[{"type":"TextualBody","purpose":"moderating","value":"ok"},{"type":"TextualBody","purpose":"tagging","value":"claim"}"#)
        .replace(r#""selector":[{"type":"TextQuoteSelector","exact":"the army had"#, r#""scope":"http://example.org/a","selector":[{"type":"FragmentSelector","value":"p1"},{"type":"TextQuoteSelector","exact":"the army had"#)
        .replace(r#""postil:rev":2,"postil:was":["4df0"#, r#""x":1.10,"x": "twice","postil:rev":2,"postil:was":["4df0"#);
    let mut file = read(&strange);
    let mut layer = layer_of(&file);
    edit(&mut layer, CLAIM, |mark| {
        mark.note = "Other words".to_owned();
        let description = mark.target.pieces[0].descriptions[0].clone();
        mark.target.pieces[0].descriptions.push(description);
    });
    let text = written(&mut file, &layer);
    let line = text.lines().nth(2).expect("a line");
    assert!(line.contains(r#""value":"Other words","format":"text/plain","x:lang":1E400}"#), "{line}");
    assert!(line.contains(r#""purpose":"moderating""#));
    assert!(line.contains(r#"{"type":"FragmentSelector","value":"p1"}]"#));
    assert!(line.contains(r#""scope":"http://example.org/a"}"#));
    assert!(line.ends_with(r#""x":1.10,"x":"twice"}"#));
    assert_eq!(layer_of(&read(&text)), layer);
}

#[test]
fn a_body_without_a_purpose_says_the_same_after_a_change() {
    let purpose = r#""purpose":"commenting","value":"First"#;
    let tag = r#"{"type":"TextualBody","purpose":"tagging","value":"claim"},"#;
    let (tagging, creator) = (r#""motivation":"tagging","#, r#""creator":"#);
    let at = EXAMPLE.find("urn:uuid:41c07d2e").expect("the claim");
    // (the line's motivation, whether it has a tag too, the note that is read)
    for (motivation, has_tag, note) in [
        (r#""motivation":"commenting","#, false, "First report; no second source yet."),
        (r#""motivation":["commenting","tagging"],"#, true, ""),
        (r#""motivation":"highlighting","#, true, ""),
        ("", true, ""),
    ] {
        let (before, line) = EXAMPLE.split_at(at);
        let line = line
            .replacen(&format!("{tagging}{creator}"), &format!("{motivation}{creator}"), 1)
            .replacen(purpose, r#""value":"First"#, 1)
            .replacen(if has_tag { "" } else { tag }, "", 1);
        let mut file = read(&format!("{before}{line}"));
        let mut layer = layer_of(&file);
        assert_eq!(mark(&layer, CLAIM).note, note, "{motivation}");
        edit(&mut layer, CLAIM, |mark| mark.tags.push(TagId::new("seen")));
        let text = written(&mut file, &layer);
        assert_eq!(layer_of(&read(&text)), layer, "{motivation}");
        assert!(text.contains(motivation) && text.contains(r#"{"type":"TextualBody","value":"First"#));
    }
}

#[test]
fn a_confirmed_place_stands_beside_the_first() {
    let mut file = read(EXAMPLE);
    let mut layer = layer_of(&file);
    edit(&mut layer, CLAIM, |mark| {
        let mut later = mark.target.pieces[0].descriptions[0].clone();
        later.position = Some(7..9);
        later.digest = Some(Digest::of("later"));
        later.read_at = Some(noon());
        later.renderer.as_mut().expect("a renderer").encoding = Some("windows-1251".to_owned());
        mark.target.pieces[0].descriptions.push(later);
    });
    let text = written(&mut file, &layer);
    let line = text.lines().nth(2).expect("a line");
    assert_eq!(line.matches(r#""postil:digest":"ni:///"#).count(), 6, "two pairs and two renderers");
    assert_eq!(line.matches(r#""type":"TimeState""#).count(), 2);
    assert_eq!(layer_of(&read(&text)), layer);
}

#[test]
fn lines_of_kinds_that_we_do_not_model_stay_in_their_place() {
    let all = format!("{EXAMPLE}{MORE}");
    let mut file = read(&all);
    let mut layer = layer_of(&file);
    assert_eq!((file.n_foreign(), layer.annotations().len()), (2, 4));
    let implied = mark(&layer, "urn:uuid:2b94e6d0-c7f1-4835-8da2-6e0f37b518c9");
    assert_eq!(implied.implied.as_deref(), Some("The army fired on the town."));
    assert!(implied.target.pieces.is_empty());
    edit(&mut layer, CLAIM, |mark| mark.note.clear());
    let text = written(&mut file, &layer);
    for line in MORE.lines() {
        assert!(text.lines().any(|other| other == line), "{line}");
    }
    let ids: Vec<&str> =
        text.lines().skip(1).filter_map(|line| line.split(r#""id":""#).nth(1)?.get(..45)).collect();
    assert!(ids.is_sorted(), "{ids:?}");
}

#[test]
fn broken_lines_are_kept_and_reported() {
    let broken = "{\"id\": oops\n";
    let lone = "{\"id\":\"urn:uuid:4b2e7c11-3a35-4c0e-9a31-0d5d3f2c9f10\",\"type\":\"Annotation\",\"body\":{\"purpose\":\"commenting\",\"value\":\"\\ud800\"}}\n";
    let text = format!("{broken}{EXAMPLE}{lone}");
    let read = LayerFile::read(text.as_bytes());
    assert_eq!(
        read.told(),
        [
            "line 1 cannot be read and is kept as it is",
            "line 8 is a mark without a target that we know and is carried, not shown"
        ]
    );
    let mut file = read.value;
    assert_eq!(file.unreadable().collect::<Vec<_>>(), [(1, broken.trim_end().as_bytes())]);
    let mut layer = layer_of(&file);
    remove(&mut layer, REPORT);
    let text = written(&mut file, &layer);
    assert!(text.ends_with(broken) && text.contains(lone));
}

#[test]
fn a_passage_stays_though_one_of_its_pieces_says_nothing() {
    let second = r#"{"type":"TextQuoteSelector","exact":"that it had fired on the town","prefix":" citing a hospital. The army denied, in a statement on Tuesday, ","suffix":". No week of this war has been more shameful.\n"},{"type":"TextPositionSelector","start":262,"end":291}"#;
    let without_exact = second.replace("exact", "exxact").replace("291", "145");
    for silent in ["", r#"{"type":"TextQuoteSelector","exact":7}"#, r#""a""#, &without_exact] {
        let text = EXAMPLE.replace(second, silent);
        assert_ne!(text, EXAMPLE);
        let mut file = read(&text);
        let mut layer = layer_of(&file);
        edit(&mut layer, DENIAL, |mark| mark.note = "which town?".to_owned());
        let text = written(&mut file, &layer);
        assert!(text.contains(&format!(r#""selector":[{silent}]"#)), "{text}");
        let again = mark(&layer_of(&read(&text)), DENIAL);
        assert_eq!((again.note.as_str(), again.target.pieces.len()), ("which town?", 2), "{silent}");
    }
}

#[test]
fn a_position_that_is_none_leaves_the_words() {
    for position in [r#""start":-1,"end":145"#, r#""start":107.0,"end":145"#, r#""start":146,"end":145"#] {
        let text = EXAMPLE.replace(r#""start":107,"end":145"#, position);
        let read = LayerFile::read(text.as_bytes());
        assert_eq!(read.told(), ["line 3 has a position that is none; its words count"]);
        let mark = mark(&layer_of(&read.value), CLAIM);
        assert_eq!(mark.quote(), "the army had fired them from the ridge");
        assert_eq!(mark.target.pieces[0].latest().and_then(|latest| latest.position.clone()), None);
    }
}

#[test]
fn a_newer_format_and_a_file_without_header_are_read_only() {
    let newer = EXAMPLE.replace(r#""postil:format":1"#, r#""postil:format":2"#);
    let read = LayerFile::read(newer.as_bytes());
    assert_eq!(read.told(), ["a newer postil wrote this layer; it can be read, not changed"]);
    let mut file = read.value;
    let mut layer = layer_of(&file);
    remove(&mut layer, CLAIM);
    assert!(file.is_read_only());
    assert_eq!(written(&mut file, &layer), newer);
    let headless: String = EXAMPLE.lines().skip(1).map(|line| format!("{line}\n")).collect();
    let file = self::read(&headless);
    assert!(file.is_read_only() && file.layer().is_none());
}

#[test]
fn handing_in_writes_the_header_again() {
    let mut file = read(EXAMPLE);
    let layer = layer_of(&file);
    let mut header = file.header().expect("a header").clone();
    header.closed = Some(noon());
    file.set_header(header.clone());
    let text = written(&mut file, &layer);
    let line = text.lines().next().expect("a line");
    assert!(
        line.contains(
            r#""postil:rev":3},"postil:closed":"2026-03-03T12:00:00Z","postil:rev":2,"postil:was":["#
        ),
        "{line}"
    );
    assert_eq!(read(&text).header(), Some(&header));
    assert_eq!(text.lines().skip(1).collect::<Vec<_>>(), EXAMPLE.lines().skip(1).collect::<Vec<_>>());
}

#[test]
fn caps_hold_on_either_side() {
    let header = EXAMPLE.lines().next().expect("a header");
    let line = EXAMPLE.lines().nth(2).expect("a mark");
    for (n_more, n_marks) in [(0, 1), (1, 0)] {
        let filling = "x".repeat(super::MAX_LINE - line.len() + n_more);
        let long = line.replace("First report", &format!("First report{filling}"));
        let read = LayerFile::read(format!("{header}\n{long}").as_bytes());
        assert_eq!(layer_of(&read.value).annotations().len(), n_marks);
        assert_eq!(read.warnings.len(), 1 - n_marks);
    }
    let piece = r#"{"source":"urn:uuid:6b446b9e-ce9d-5309-a4d0-b494cef2d413","selector":{"type":"TextPositionSelector","start":1,"end":2}}"#;
    let target = line
        .split(r#""target":"#)
        .nth(1)
        .and_then(|rest| rest.split(r#","postil:attribution""#).next())
        .expect("a target");
    let many = format!("{header}\n{}\n", line.replace(target, &format!("[{}]", [piece; 9_000].join(","))));
    assert!(many.len() > super::MAX_LINE, "the cap on lines comes first with selectors as we write them");
    let bare = r#""urn:uuid:6b446b9e-ce9d-5309-a4d0-b494cef2d413""#;
    let many = format!("{header}\n{}\n", line.replace(target, &format!("[{}]", [bare; 10_001].join(","))));
    let read = LayerFile::read(many.as_bytes());
    assert_eq!(read.told()[0], "line 2 has more than 10000 pieces and is carried, not shown");
}
