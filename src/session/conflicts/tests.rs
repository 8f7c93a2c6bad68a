//! Two machines of one person change one mark without knowing of each other.

use super::*;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::layer::{Annotator, AnnotatorId};
use crate::session::Action;
use std::path::Path;

const ARTICLE: &str = "/desk/a.txt";

fn open(host: &MemoryHost) -> Session {
    Session::open(Path::new(ARTICLE), &Options::default(), host.annotator.clone(), host).unwrap()
}

fn run(session: &mut Session, host: &mut MemoryHost, actions: &[&str]) {
    for action in actions {
        session.perform(&action.parse::<Action>().unwrap(), host).unwrap();
    }
}

/// What happens to one mark on two machines, and the session in which both meet.
fn met(here: &[&str], there: &[&str]) -> (MemoryHost, Session) {
    let mut host = MemoryHost::with(ARTICLE, b"Eight people died. The army denied it.");
    let mut desk = open(&host);
    run(&mut desk, &mut host, &["select 'denied'", "tag denial", "save"]);
    let mut laptop = open(&host);
    run(&mut laptop, &mut host, there);
    run(&mut desk, &mut host, here);
    run(&mut laptop, &mut host, &["save"]);
    run(&mut desk, &mut host, &["save"]);
    (host, desk)
}

/// The tags and notes of all marks, and how many conflicts there are: in the session, and on the disk.
fn state(session: &mut Session, host: &mut MemoryHost) -> String {
    let words = |session: &Session| {
        let marks = session.marks();
        let marks = marks.iter().map(|mark| {
            format!(
                "{}:{}",
                mark.annotation.tags.first().map_or("", |tag| tag.as_str()),
                mark.annotation.note
            )
        });
        format!("{} ({})", marks.collect::<Vec<_>>().join(" "), session.conflicts().len())
    };
    let here = words(session);
    session.save(host).unwrap();
    assert_eq!(here, words(&open(host)), "on the disk it is the same");
    assert_eq!(here, words(session), "saving changes nothing");
    here
}

#[test]
fn both_notes_can_be_kept_and_that_can_be_undone() {
    let (mut host, mut desk) = met(&["note a1 'here'"], &["note a1 'there'"]);
    let before = state(&mut desk, &mut host);
    assert!(["denial:here (1)", "denial:there (1)"].contains(&before.as_str()), "{before}");
    run(&mut desk, &mut host, &["settle a1 both"]);
    let after = state(&mut desk, &mut host);
    assert!(after.starts_with("denial:") && after.contains("here") && after.contains("there"), "{after}");
    assert!(after.ends_with("(0)"));
    for _ in 0..2 {
        run(&mut desk, &mut host, &["undo"]);
        assert_eq!(state(&mut desk, &mut host), before);
        run(&mut desk, &mut host, &["redo"]);
        assert_eq!(state(&mut desk, &mut host), after);
    }
    // Without a save between.
    run(&mut desk, &mut host, &["undo", "redo", "undo"]);
    assert_eq!(state(&mut desk, &mut host), before);
}

#[test]
fn one_of_two_is_kept() {
    for which in ["this", "other"] {
        let (mut host, mut desk) = met(&["retag a1 claim"], &["retag a1 opinion"]);
        let before = state(&mut desk, &mut host);
        let other = if before.starts_with("claim") { "opinion: (0)" } else { "claim: (0)" };
        run(&mut desk, &mut host, &[&format!("settle a1 {which}")]);
        let kept = state(&mut desk, &mut host);
        assert_eq!(kept == other, which == "other", "{kept}");
        assert!(kept.ends_with("(0)"));
        run(&mut desk, &mut host, &["undo"]);
        assert_eq!(state(&mut desk, &mut host), before);
    }
}

#[test]
fn a_mark_deleted_here_and_edited_there_can_come_back() {
    let (mut host, mut desk) = met(&["delete a1"], &["note a1 'there'"]);
    assert_eq!(state(&mut desk, &mut host), " (1)");
    assert_eq!(desk.conflicts()[0].versions[0].said, Said::Removed);
    run(&mut desk, &mut host, &["settle a1 other"]);
    assert_eq!(state(&mut desk, &mut host), "denial:there (0)");
    run(&mut desk, &mut host, &["undo"]);
    assert_eq!(state(&mut desk, &mut host), " (1)");
    run(&mut desk, &mut host, &["settle a1 this"]);
    assert_eq!(state(&mut desk, &mut host), " (0)");
}

#[test]
fn a_decision_during_a_save_is_not_lost() {
    let (mut host, mut desk) = met(&["note a1 'here'"], &["note a1 'there'"]);
    run(&mut desk, &mut host, &["select 'Eight'", "tag claim"]);
    let job = desk.start_save(&mut host).unwrap();
    run(&mut desk, &mut host, &["settle a1 both"]);
    desk.finish_save(job.run(&mut host));
    assert!(desk.conflicts().is_empty());
    assert!(state(&mut desk, &mut host).ends_with("(0)"));
    let job_of = |desk: &mut Session, host: &mut MemoryHost| {
        run(desk, host, &["select 'people'", "tag claim"]);
        desk.start_save(host).unwrap()
    };
    run(&mut desk, &mut host, &["undo"]);
    assert!(state(&mut desk, &mut host).ends_with("(1)"));
    run(&mut desk, &mut host, &["settle a1 this"]);
    let job = job_of(&mut desk, &mut host);
    run(&mut desk, &mut host, &["undo", "undo"]);
    desk.finish_save(job.run(&mut host));
    assert!(state(&mut desk, &mut host).ends_with("(1)"));
}

#[test]
fn only_the_person_can_say() {
    let (mut host, _) = met(&["note a1 'here'"], &["note a1 'there'"]);
    host.annotator = Some(Annotator { id: AnnotatorId(Uuid::from_u128(7)), name: "Ben".to_owned() });
    let mut ben = open(&host);
    assert_eq!(ben.conflicts().len(), 1);
    let settle: Action = "settle a1 this".parse().unwrap();
    let refused = ben.perform(&settle, &mut host).unwrap_err();
    assert_eq!(refused.to_string(), "only Ana can say which version it shall be");
    let (mut host, mut desk) = met(&["note a1 'here'"], &[]);
    assert!(desk.perform(&settle, &mut host).is_err(), "there are no two");
}
