//! Marks that were made on what an earlier version read are found again in what this one reads. Beside each
//! page lies the layer as that version wrote it, and its reading text.
#![expect(clippy::disallowed_methods, reason = "a test reads its fixtures from the disk")]

use expect_test::expect;
use postil::document::Digest;
use postil::document::import::Options;
use postil::host::MemoryHost;
use postil::session::Session;
use std::fs;
use std::path::Path;

/// Where each mark of a layer of `tests/fixtures/readings` landed, a line for each.
fn placements(name: &str, layer: &str, earlier: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/readings");
    let mut host = MemoryHost::default();
    host.annotator = None;
    for file in [name, layer] {
        host.files.insert(Path::new("/texts").join(file), fs::read(folder.join(file)).expect("its bytes"));
    }
    let text = fs::read_to_string(folder.join(earlier)).expect("the earlier text");
    host.texts.insert(Digest::of(&text), text);
    let session = Session::open(&Path::new("/texts").join(name), &Options::default(), None, &host);
    let session = session.unwrap_or_else(|error| panic!("{error}"));
    let mut lines = String::new();
    for mark in session.marks() {
        let placement = mark.placement.expect("a mark in the text");
        let pieces = placement.passage().map(|passage| passage.pieces().to_vec()).unwrap_or_default();
        let words: Vec<&str> = pieces.iter().map(|&piece| session.document().slice(piece)).collect();
        lines.push_str(&format!(
            "{}: {} → {}\n",
            placement.name(),
            mark.annotation.quote(),
            words.join(" … ")
        ));
    }
    lines
}

#[test]
fn marks_on_a_page_that_was_read_by_its_extractor_are_found_in_what_a_browser_shows() {
    expect![[r#"
        moved: Grain silo collapses → Grain silo collapses
        moved: four workers were dead → four workers were dead
        moved: We carried out seven → We carried out seven
        changed: 351 cracks in their last report → 35 1 cracks in their last report
        moved: denied that such a letter had ever arrived → denied that such a letter had ever arrived
        moved: Four dead, says the mill. → Four dead, says the mill.
        moved: Seven dead, say the ferrymen. → Seven dead, say the ferrymen.
        moved: It will not say who is to pay for the barges → It will not say who is to pay for the barges
        moved: before the walls of the other two silos have been looked at → before the walls of the other two silos have been looked at
        moved: The report is in the archive of the town. → The report is in the archive of the town.
    "#]].assert_eq(&placements("silo.html", "silo.html.ana-9c74.postil.jsonl", "silo.html-2.txt"));
}

#[test]
fn marks_in_and_beside_notes_within_a_line_are_found_in_the_notes() {
    expect![[r#"
        changed: 35^[ → 35
        moved: passengers → passengers
        moved: Police speak of 41 people → Police speak of 41 people
        moved: deny that the rope was old → deny that the rope was old
        moved: Nobody was hurt → Nobody was hurt
        moved: a disgrace → a disgrace
        moved: by its own list → by its own list
        moved: It was renewed in 1998, the town says → It was renewed in 1998, the town says
    "#]]
    .assert_eq(&placements("ropes.md", "ropes.md.ana-fbdb.postil.jsonl", "ropes.md-3.txt"));
}
