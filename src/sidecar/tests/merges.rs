//! What version control and two machines of one person leave behind.

use super::{CLAIM, EXAMPLE, MORE, REPORT, edit, id, layer_of, read, remove, written};
use crate::sidecar::Content;

#[test]
fn a_merge_by_git_is_read_without_a_question() {
    let mut ours = read(EXAMPLE);
    let mut layer = layer_of(&ours);
    edit(&mut layer, CLAIM, |mark| mark.note = "Edited".to_owned());
    remove(&mut layer, REPORT);
    let text = written(&mut ours, &layer);
    // As union leaves it: both hunks, old versions and headers again.
    let merged = format!("{text}{EXAMPLE}");
    let mut file = read(&merged);
    assert_eq!(layer_of(&file), layer);
    assert_eq!(file.conflicts().count(), 0);
    assert_eq!(written(&mut file, &layer), merged, "opening tidies nothing");
    edit(&mut layer, CLAIM, |mark| mark.note = "Edited again".to_owned());
    let text = written(&mut file, &layer);
    assert_eq!(text.lines().count(), EXAMPLE.lines().count());
    // As a default driver leaves it.
    let conflict = format!("<<<<<<< HEAD\n{text}||||||| base\n{MORE}=======\n{EXAMPLE}>>>>>>> theirs\n");
    let file = read(&conflict);
    assert_eq!((layer_of(&file), file.n_foreign()), (layer, 0));
}

#[test]
fn two_machines_that_edit_one_mark_leave_rivals_until_a_person_settles_them() {
    let mut ours = read(EXAMPLE);
    let mut theirs = ours.clone();
    let mut layer = layer_of(&ours);
    let mut their_layer = layer.clone();
    edit(&mut layer, CLAIM, |mark| mark.note = "Ours".to_owned());
    edit(&mut their_layer, CLAIM, |mark| mark.note = "Theirs".to_owned());
    remove(&mut their_layer, REPORT);
    edit(&mut layer, REPORT, |mark| mark.note = "Kept".to_owned());
    let text = written(&mut ours, &layer);
    written(&mut theirs, &their_layer);
    let mut union = ours.unite(&theirs);
    let notes: Vec<String> = union
        .conflicts()
        .flat_map(|conflict| [conflict.winner.clone(), conflict.loser.clone()])
        .map(|content| match content {
            Content::Annotation(mark) => mark.note.clone(),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(notes[..2], ["Removed", "Kept"], "of one revision, the removal counts");
    assert!(notes[2..] == ["Ours", "Theirs"] || notes[2..] == ["Theirs", "Ours"]);

    let mut layer = layer_of(&union);
    let text_of_both = written(&mut union, &layer);
    assert_eq!(read(&text_of_both).conflicts().count(), 2, "conflicting versions are kept in the file");
    edit(&mut layer, CLAIM, |mark| mark.note = "Ours and theirs".to_owned());
    union.settle(id(CLAIM));
    union.settle(id(REPORT));
    assert!(!union.is_same_as(&layer));
    let settled = written(&mut union, &layer);
    assert_eq!(read(&settled).conflicts().count(), 0);
    assert_eq!(layer_of(&read(&settled)), layer);
    assert_eq!(read(&settled).unite(&read(&text)).conflicts().count(), 0);
    assert!(read(&settled).holds_all_of(&read(&text)) && !read(&text).holds_all_of(&read(&settled)));
}

#[test]
fn two_headers_of_one_person_become_one() {
    let other =
        EXAMPLE.replace("73d8e0b1-4f5c-4a26-9e87-c60b1d92f3a8", "03d8e0b1-4f5c-4a26-9e87-c60b1d92f3a8");
    let mut union = read(EXAMPLE).unite(&read(&other));
    let mut layer = layer_of(&union);
    assert!(layer.id.iri().starts_with("urn:uuid:03d8"));
    edit(&mut layer, CLAIM, |mark| mark.note.clear());
    let text = written(&mut union, &layer);
    assert_eq!(text.matches("AnnotationCollection").count(), 1);
    assert!(union.is_same_as(&layer));
    let again = read(&text).unite(&read(EXAMPLE));
    assert_eq!(again.header(), union.header());
}
