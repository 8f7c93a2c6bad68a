//! Layers, what is said of a folder, and logs.

use super::now;
use postil::document::{Digest, DocumentId};
use postil::layer::{Annotation, Change, FolderChange, FolderLayer, Layer, Transaction};
use postil::sidecar::journal::{Head, record};
use postil::sidecar::{Contents, FORMAT, Header, LayerFile, Log};
use std::fmt::Debug;

const EXAMPLE: &str = include_str!("../../../tests/support/market.txt.ana-1a7e.postil.jsonl");

/// A whole layer file: nothing of it is lost, changed or not, and its union with itself and with parts
/// of itself obeys the laws.
pub(super) fn layer(bytes: &[u8]) {
    let mut file = LayerFile::read(bytes).value;
    let Some(layer) = file.layer() else {
        assert!(file.is_read_only(), "what has no header must not be written");
        return;
    };
    assert!(file.write(&layer, now()) == bytes, "an untouched layer gives other bytes");
    unite::<Layer>(&file, bytes);
    change(file, layer);
}

/// What a person says of a folder, by the same laws.
pub(super) fn folder(bytes: &[u8]) {
    let mut file = LayerFile::read(bytes).value;
    let Some(mut layer) = file.folder_layer() else { return };
    assert!(file.write(&layer, now()) == bytes, "an untouched register gives other bytes");
    unite::<FolderLayer>(&file, bytes);
    let (whole, before) = (layer.clone(), file.clone());
    let every_other = layer.items().step_by(2).map(|item| FolderChange::remove(item.id()));
    let back = layer.apply(&every_other.collect::<Vec<_>>()).expect("what is there can be removed");
    let written = file.write(&layer, now());
    let again = LayerFile::read(&written).value;
    assert!(again.holds_all_of(&before), "a line is gone");
    if before.is_read_only() {
        assert!(written == bytes, "a register that must not be written was");
        return;
    }
    assert_eq!(again.folder_layer().as_ref(), Some(&layer), "what was written is read as something else");
    layer.apply(&back).expect("the way back");
    assert_eq!(layer, whole, "undone");
    let restored = LayerFile::read(&file.write(&layer, now())).value;
    assert_eq!(restored.folder_layer(), Some(whole), "undone and saved");
}

/// The laws of unions, for a file and its halves.
fn unite<L: Contents + Debug + PartialEq>(file: &LayerFile, bytes: &[u8]) {
    let middle = bytes.len() / 2;
    let cut = middle + bytes[middle..].iter().position(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let (a, b) = (LayerFile::read(&bytes[..cut]).value, LayerFile::read(&bytes[cut..]).value);
    assert_eq!(face::<L>(&a.unite(&b)), face::<L>(&b.unite(&a)), "the union depends on the order");
    assert_eq!(
        face::<L>(&a.unite(&b).unite(file)),
        face::<L>(&file.unite(&a).unite(&b)),
        "and on the grouping"
    );
    assert_eq!(
        face::<L>(&a.unite(&b).unite(&a)),
        face::<L>(&a.unite(&b)),
        "a part doubled is more than the part"
    );
}

/// One line below a header that is sound.
pub(super) fn layer_line(bytes: &[u8]) {
    let header = EXAMPLE.lines().next().unwrap_or_default();
    let file = LayerFile::read(&[header.as_bytes(), b"\n", bytes, b"\n"].concat()).value;
    if let Some(layer) = file.layer() {
        change(file, layer);
    }
}

/// What a union is to everybody who looks at it.
fn face<L: Contents>(file: &LayerFile) -> (Option<L>, String, Option<Vec<u8>>) {
    let layer = L::of(file);
    let bytes = layer.as_ref().map(|layer| file.clone().write(layer, now()));
    let conflicts: Vec<_> = file.conflicts().collect();
    (layer, format!("{conflicts:?}"), bytes)
}

/// Changes every mark and removes the last; what is written then says so, and holds all that was there.
fn change(file: LayerFile, mut layer: Layer) {
    copy(&file, &layer);
    let before = file.clone();
    let mut file = file;
    let marks: Vec<Annotation> = layer.annotations().cloned().collect();
    let last = marks.last().map(|mark| Change::Annotation(mark.id, None));
    let changed = marks.iter().map(|mark| {
        let note = format!("{}.", mark.note);
        Change::put(Annotation { note, modified: Some(now()), ..mark.clone() })
    });
    layer.apply(&Transaction::new(changed.chain(last))).expect("marks of this layer");
    let written = file.write(&layer, now());
    let again = LayerFile::read(&written).value;
    if before.is_read_only() {
        assert!(again.layer() == before.layer(), "a layer that must not be written was");
        return;
    }
    assert_eq!(again.layer().as_ref(), Some(&layer), "what was written is read as something else");
    assert!(again.holds_all_of(&before), "a line is gone");
    assert!(again.clone().write(&layer, now()) == written, "written twice, it differs");
}

/// Puts everything into the file of another article, as taking in an export does: every passage is written
/// anew there, and is read as the same.
fn copy(file: &LayerFile, layer: &Layer) {
    let Some(header) = file.header() else { return };
    let to = DocumentId::mint(Digest::of("another article"));
    let header = Header { document: to, format: FORMAT, ..header.clone() };
    let mut copy = Layer::new(header.layer, header.annotator.clone(), to, header.created);
    let marks = layer.annotations().map(|mark| {
        let mut mark = mark.clone();
        mark.target.source = to;
        Change::put(mark)
    });
    let links = layer.relations().map(|relation| Change::relate(relation.clone()));
    copy.apply(&Transaction::new(marks.chain(links))).expect("what one layer has another can have");
    let mut written = LayerFile::new(header);
    written.learn_lines(file);
    let again = LayerFile::read(&written.write(&copy, now())).value;
    assert_eq!(again.layer(), Some(copy), "what was copied is read as something else");
}

/// A write-ahead log: as it stands, and whole with each line as a record of its own. Replayed twice it
/// says what it says replayed once, and nothing of the layer is lost.
pub(super) fn log(bytes: &[u8]) {
    replay(&Log::read(bytes));
    let head = Head { article: "market.txt".to_owned(), layer: "market.jsonl".to_owned() };
    let lines = bytes.split(|&byte| byte == b'\n').take(32);
    let records = (1..).zip(lines).flat_map(|(n, line)| record(n, &[line.into()]));
    let whole: Vec<u8> = head.bytes().into_iter().chain(records).collect();
    let log = Log::read(&whole);
    assert_eq!(log.head.as_ref(), Some(&head));
    replay(&log);
    let torn = Log::read(&whole[..whole.len() - 1]);
    assert!(log.n_records <= torn.n_records + 1 && torn.n_damaged <= log.n_damaged, "a torn record counts");
}

fn replay(log: &Log) {
    let before = LayerFile::read(EXAMPLE.as_bytes()).value;
    let once = before.replay([log]);
    assert!(once.holds_all_of(&before), "a log takes something away");
    assert_eq!(face::<Layer>(&once.replay([log])), face(&once), "replayed twice, it says more");
}
