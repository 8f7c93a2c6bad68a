//! Every line of ours meets the MUSTs of the Web Annotation model, and spoiled ones do not.

#[path = "support/w3c.rs"]
mod w3c;

use postil::anchor::describe;
use postil::document::{Digest, Document, DocumentId, Timestamp};
use postil::layer::{
    About, Actor, ActorName, Annotation, AnnotationId, Annotator, AnnotatorId, Attribution, Change, Cue,
    Figure, FolderChange, FolderItem, FolderLayer, Incident, ItemId, Layer, LayerId, Occurrence, Refusal,
    Relation, RelationId, RelationSlug, Search, Source, TagId, Transaction, Verdict,
};
use postil::sidecar::{FORMAT, Header, LayerFile};
use postil::text::TextRange;
use uuid::Uuid;

const EXAMPLE: &str = include_str!("support/market.txt.ana-1a7e.postil.jsonl");
const MORE: &str = include_str!("support/market.more.jsonl");
const TEXT: &str = include_str!("support/market.txt");

/// Tombstones are no annotations.
fn checked(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().filter(|line| !line.contains("as:Tombstone")).collect();
    for line in &lines {
        assert_eq!(w3c::faults(line), Vec::<String>::new(), "{line}");
    }
    lines.len()
}

#[test]
fn the_worked_example_meets_the_model() {
    assert_eq!(checked(EXAMPLE), 5);
    assert_eq!(checked(MORE), 3);
}

#[test]
fn what_is_said_of_a_folder_meets_the_model_and_is_read_again() {
    let (_, layer) = marked_market();
    let passage = layer.annotation(id("a1")).expect("a mark").target.clone();
    let item = |name: &str| ItemId::named(name).expect("a short name");
    let made = Timestamp::from_seconds(1_772_442_847);
    let names = [("ISIL", None), ("LIH", Some("ISIS"))];
    let names =
        names.map(|(name, reading)| ActorName { name: name.to_owned(), reading: reading.map(str::to_owned) });
    let note = "who\u{2028}knows".to_owned();
    let at = vec![Occurrence::Mark(id("a1")), Occurrence::Passage(Box::new(passage.clone()))];
    let actor = Actor { names: names.to_vec(), at, note, ..Actor::of(item("x1"), made, []) };
    let incident = Incident {
        id: item("n1"),
        created: made,
        modified: None,
        name: "The market".to_owned(),
        marks: vec![id("a1"), id("a3")],
        note: String::new(),
    };
    let verdict = |name: &str, about: About, follows: Option<&str>| Verdict {
        id: item(name),
        created: made,
        about,
        value: "undecided".to_owned(),
        reason: "one source".to_owned(),
        follows: follows.map(item),
    };
    let items = [
        FolderItem::Actor(actor),
        FolderItem::Actor(Actor::of(item("x2"), made, ["nobody marked it"])),
        FolderItem::Incident(incident),
        FolderItem::Verdict(verdict("v1", About::Mark(id("a1")), None)),
        FolderItem::Verdict(verdict("v2", About::Mark(id("a1")), Some("v1"))),
        FolderItem::Search(Search {
            id: item("s1"),
            created: made,
            words: "a second hospital".to_owned(),
            note: "in all articles of March".to_owned(),
        }),
        FolderItem::Verdict(verdict("v3", About::Incident(item("n1")), None)),
        FolderItem::Refusal(Refusal {
            id: item("r1"),
            created: made,
            at: Box::new(passage),
            tag: TagId::new("opinion"),
            proposed_by: "Postil cues 1".to_owned(),
        }),
    ];
    let mut folder = FolderLayer::new(layer.id, layer.annotator.clone(), made);
    folder.apply(&items.map(FolderChange::put)).expect("good changes");
    let mut file = LayerFile::new(Header {
        layer: folder.id,
        annotator: folder.annotator.clone(),
        created: made,
        document: DocumentId::of_folder(),
        title: "syria".to_owned(),
        file: String::new(),
        digest: None,
        codebook: (String::new(), 0),
        format: FORMAT,
        closed: None,
    });
    let bytes = file.write(&folder, made);
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    assert_eq!(checked(&text), 1 + 8);
    let mut again = LayerFile::read(&bytes);
    assert_eq!((again.value.folder_layer(), again.warnings.len()), (Some(folder.clone()), 0));
    assert_eq!((again.value.layer(), again.value.n_foreign()), (None, 0));
    assert_eq!(again.value.write(&folder, Timestamp::from_seconds(1_900_000_000)), bytes);
    folder.apply(&[FolderChange::remove(item("n1"))]).expect("a good change");
    let text = String::from_utf8(again.value.write(&folder, made)).expect("UTF-8");
    assert_eq!((checked(&text), text.matches("as:Tombstone").count()), (1 + 7, 1));
}

#[test]
fn what_we_write_meets_the_model() {
    let (mut file, mut layer) = marked_market();
    let first = written(&mut file, &layer);
    assert_eq!(checked(&first), 1 + 5 + 1);
    assert_eq!(LayerFile::read(first.as_bytes()).value.layer(), Some(layer.clone()));

    // Confirmed in a later text, handed in, and one removed.
    let mut mark = layer.annotation(id("a3")).expect("a mark").clone();
    let mut later = mark.target.pieces[0].descriptions[0].clone();
    later.digest = Some(Digest::of("later"));
    later.read_at = Some(Timestamp::from_seconds(1_800_000_000));
    later.renderer.as_mut().expect("a renderer").extent = Some("page".to_owned());
    mark.target.pieces[0].descriptions.push(later);
    mark.modified = Some(Timestamp::from_seconds(1_800_000_001));
    let changes = [Change::put(mark), Change::Annotation(id("a2"), None)];
    layer.apply(&Transaction::new(changes)).expect("good changes");
    let closed = Some(Timestamp::from_seconds(1_800_000_002));
    file.set_header(Header { closed, ..file.header().expect("a header").clone() });
    let second = written(&mut file, &layer);
    assert_eq!(checked(&second), 1 + 4 + 1);
    assert_eq!(second.matches("as:Tombstone").count(), 1);
    assert_eq!(LayerFile::read(second.as_bytes()).value.layer(), Some(layer));
}

#[test]
fn spoiled_lines_are_found_out() {
    let header = EXAMPLE.lines().next().expect("a header");
    let mark = EXAMPLE.lines().nth(2).expect("a mark");
    let relation = EXAMPLE.lines().nth(4).expect("a relation");
    let target = mark.find(r#","target":"#).zip(mark.find(r#","postil:attribution""#)).expect("a target");
    let without_target = mark.replace(&mark[target.0..target.1], "");
    let spoiled = [
        (without_target, "no target"),
        (mark.replace(r#""exact":"#, r#""exact":"the","exact":"#), "a key stands twice"),
        (
            mark.replace(r#""exact":"the army had fired them from the ridge""#, r#""exact":["a","b"]"#),
            "exact is not one",
        ),
        (mark.replace(r#""start":107"#, r#""start":-107"#), "no integer from 0"),
        (mark.replace(r#""start":107"#, r#""start":107.0"#), "no integer from 0"),
        (mark.replace(r#""start":107"#, r#""start":146"#), "past end"),
        (mark.replace(r#","body":"#, r#","bodyValue":"a","body":"#), "body and bodyValue"),
        (mark.replace(r#""value":"claim""#, r#""value":["claim"]"#), "neither value nor id"),
        (mark.replace(r#"09:21:44Z"#, "09:21:44"), "modified is no xsd:dateTime"),
        (mark.replace(r#"09:14:07Z"#, "09:14"), "a state's date"),
        (mark.replace(r#""sourceDate":"2026-03-02T09:14:07Z","#, ""), "one of sourceDate"),
        (mark.replace(r#""cached":"ni:///"#, r#""cached":""#), "cached is no absolute IRI"),
        (mark.replace(r#""motivation":"tagging""#, r#""motivation":"denying""#), "none of the thirteen"),
        (mark.replace(r#""type":"Annotation""#, r#""type":"Note""#), "type is neither"),
        (mark.replace("http://www.w3.org/ns/anno.jsonld", "http://www.w3.org/ns/oa"), "@context"),
        (mark.replace(r#""source":"urn:uuid:6b44"#, r#""source":"market.txt"#), "source is no IRI"),
        (mark.replace(r#""creator":"urn:uuid:"#, r#""creator":""#), "creator is neither"),
        (
            relation.replace(r#""target":"urn:uuid:8e3f1a95-6d20-4c7b-9f48-b05d2c61e7a3""#, r#""target":[]"#),
            "empty array",
        ),
        (relation.replace(r#""id":"urn:uuid:"#, r#""id":""#), "id is not one IRI"),
        (header.replace(r#""label":"Ana: market.txt","#, ""), "no label"),
        (header.replace(r#","created":"#, r#","total":5,"created":"#), "total without first"),
    ];
    for (line, expected) in spoiled {
        let faults = w3c::faults(&line);
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected}: {faults:?}\n{line}");
    }
}

fn written(file: &mut LayerFile, layer: &Layer) -> String {
    String::from_utf8(file.write(layer, Timestamp::from_seconds(1_790_000_000))).expect("UTF-8")
}

fn id(name: &str) -> AnnotationId {
    AnnotationId::named(name).expect("a short name")
}

/// A layer with a mark of each kind, described by the program itself.
fn marked_market() -> (LayerFile, Layer) {
    let document = Document::plain(TEXT);
    let source = DocumentId::mint(document.digest());
    let read_at = Timestamp::from_seconds(1_780_000_000);
    let target = |words: &[&str]| {
        let ranges = words.iter().map(|words| {
            let start = TEXT.find(words).expect("stands in the text");
            TextRange::from_usize(start..start + words.len())
        });
        describe(&document, source, &ranges.collect::<Vec<_>>(), read_at)
    };
    let mark = |name: &str, words: &[&str]| Annotation::new(id(name), read_at, target(words));
    let mut claim = mark("a1", &["the army had fired them from the ridge"]);
    claim.tags = vec![TagId::new("claim")];
    claim.note = "First “report”;\nno second\u{2028}source yet.".to_owned();
    let mut denial = mark("a2", &["The army denied", "that it had fired on the town"]);
    denial.tags = vec![TagId::new("denial")];
    let mut report = mark("a3", &["More than 35 people were killed"]);
    report.figures = vec![Figure::read("More than 35 people were killed")];
    let at = Some(target(&["the group"]));
    let chain = vec![Source { actor: Some("group".to_owned()), name: "the group".to_owned(), at }];
    let cue = Some(Cue { verb: "said".to_owned(), at: Some(target(&["said, citing"])) });
    report.attribution = Attribution { chain, cue, ..Attribution::default() };
    let mut highlight = mark("a4", &["🕊"]);
    highlight.attribution.is_unattributed = true;
    let mut implied = mark("a5", &[]);
    implied.implied = Some("The army fired on the town.".to_owned());
    implied.tags = vec![TagId::new("claim")];
    let denies = Relation {
        id: RelationId::named("r1").expect("a short name"),
        created: read_at,
        modified: None,
        kind: RelationSlug::new("denies"),
        from: id("a2"),
        to: id("a1"),
        to_document: Some(source),
    };
    let annotator = Annotator { id: AnnotatorId(Uuid::from_u128(7)), name: "Ana".to_owned() };
    let mut layer = Layer::new(LayerId(Uuid::from_u128(8)), annotator.clone(), source, read_at);
    let marks = [claim, denial, report, highlight, implied].map(Change::put);
    let changes = marks.into_iter().chain([Change::relate(denies)]);
    layer.apply(&Transaction::new(changes)).expect("good changes");
    let file = LayerFile::new(Header {
        layer: layer.id,
        annotator,
        created: read_at,
        document: source,
        title: "Shells hit a market 🕊".to_owned(),
        file: "market.txt".to_owned(),
        digest: Some(document.digest()),
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    });
    (file, layer)
}
