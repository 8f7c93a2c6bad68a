//! The write-ahead log: whatever was done is there after a crash, at any moment and from any log.

use postil::document::import::Options;
use postil::host::{HostError, Logs, MemoryHost, Storage};
use postil::layer::{Annotation, Relation};
use postil::session::recover::{Recovered, recover};
use postil::session::save::SaveResult;
use postil::session::{Action, SaveJob, Session};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use std::path::Path;

const ARTICLE: &str = "/desk/raqqa.txt";
const WORDS: [&str; 8] = ["army", "denied", "shells", "market", "eight", "people", "town", "night"];

fn host() -> MemoryHost {
    let text = WORDS.map(|word| format!("The {word} of Monday.")).join(" ");
    MemoryHost::with(ARTICLE, text.as_bytes())
}

fn open(host: &MemoryHost) -> Session {
    Session::open(Path::new(ARTICLE), &Options::default(), host.annotator(), host).expect("it opens")
}

fn perform(session: &mut Session, host: &mut MemoryHost, action: &str) {
    let action: Action = action.parse().expect("an action");
    session.perform(&action, host).unwrap_or_else(|error| panic!("{error}"));
}

/// What my layer says, in order.
fn marks(session: &Session) -> (Vec<Annotation>, Vec<Relation>) {
    let layer = session.my_layer().map(|open| &open.layer);
    let annotations = layer.iter().flat_map(|layer| layer.annotations().cloned()).collect();
    (annotations, layer.iter().flat_map(|layer| layer.relations().cloned()).collect())
}

/// The program is gone; another one starts.
fn crash(host: &mut MemoryHost) -> Vec<Recovered> {
    host.program += 1;
    recover(host)
}

/// Something that a person, the worker or the disk does.
#[derive(Clone, Debug)]
enum Step {
    Act(String),
    Save,
    FailToSave,
    /// A save sets off; later it is done, and later still the session hears of it.
    SetOff,
    Run {
        fails: bool,
    },
    Hear,
    Crash,
}

fn step() -> impl Strategy<Value = Step> {
    let word = || prop::sample::select(&WORDS[..]);
    let mark = || (0..6_u8).prop_map(|n| format!("a{n}"));
    let act = prop_oneof![
        4 => word().prop_map(|word| format!("select '{word}'")),
        4 => prop::sample::select(vec!["tag claim", "tag denial", "undo", "redo", "delete"]).prop_map(str::to_owned),
        3 => (mark(), 0..9_u8).prop_map(|(mark, n)| format!("note {mark} 'words {n}'")),
        1 => mark().prop_map(|mark| format!("delete {mark}")),
        1 => (mark(), mark()).prop_map(|(from, to)| format!("link {from} denies {to}")),
    ];
    prop_oneof![
        12 => act.prop_map(Step::Act),
        1 => Just(Step::Save),
        1 => Just(Step::FailToSave),
        2 => Just(Step::SetOff),
        2 => any::<bool>().prop_map(|fails| Step::Run { fails }),
        2 => Just(Step::Hear),
        1 => Just(Step::Crash),
    ]
}

/// Does `steps` and then crashes: at each crash, all that was done must be there afterwards.
fn check_crashes(steps: impl IntoIterator<Item = Step>) -> Result<(), TestCaseError> {
    let mut host = host();
    let mut session = open(&host);
    let (mut job, mut result): (Option<SaveJob>, Option<SaveResult>) = (None, None);
    for step in steps.into_iter().chain([Step::Crash]) {
        match step {
            // What makes no sense here is refused, and changes nothing.
            Step::Act(action) => drop(session.perform(&action.parse().expect("an action"), &mut host)),
            Step::Save | Step::FailToSave if job.is_some() || result.is_some() => {}
            Step::Save => session.save(&mut host).expect("it works"),
            Step::FailToSave => {
                host.write_fails = Some(HostError::Full);
                drop(session.save(&mut host));
                host.write_fails = None;
            }
            Step::SetOff if job.is_some() || result.is_some() => {}
            Step::SetOff => job = session.start_save(&mut host),
            Step::Run { fails } => {
                host.write_fails = fails.then_some(HostError::Denied);
                result = job.take().map(|job| job.run(&mut host)).or(result);
                host.write_fails = None;
            }
            Step::Hear => result.take().into_iter().for_each(|result| drop(session.finish_save(result))),
            Step::Crash => {
                let before = marks(&session);
                (job, result) = (None, None);
                let logs = host.logs.clone();
                crash(&mut host);
                prop_assert!(host.logs.is_empty());
                session = open(&host);
                prop_assert_eq!(&marks(&session), &before);
                prop_assert!(session.warnings().is_empty(), "{:?}", session.warnings());
                // Twice is once.
                let files = host.files.clone();
                host.logs = logs;
                prop_assert_eq!(recover(&mut host), vec![]);
                prop_assert_eq!(&host.files, &files);
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn after_a_crash_everything_is_as_it_was(steps in vec(step(), 1..60)) {
        check_crashes(steps)?;
    }

    #[test]
    fn a_log_that_was_cut_anywhere_loses_only_what_was_cut(words in vec(0..WORDS.len(), 1..8), cut in any::<prop::sample::Index>()) {
        let mut host = host();
        let mut session = open(&host);
        let mut states = vec![marks(&session)];
        for word in words {
            perform(&mut session, &mut host, &format!("select '{}'", WORDS[word]));
            perform(&mut session, &mut host, "tag claim");
            states.push(marks(&session));
        }
        let log = host.logs.values_mut().next().expect("a log");
        log.truncate(cut.index(log.len() + 1));
        let n_whole = log.iter().filter(|&&byte| byte == b'\n').count().saturating_sub(1);
        crash(&mut host);
        prop_assert!(host.logs.is_empty());
        prop_assert_eq!(&marks(&open(&host)), &states[n_whole]);
    }

    #[test]
    fn any_bytes_are_read_as_a_log(bytes in vec(any::<u8>(), 0..300)) {
        let mut host = host();
        host.logs.insert((7, 1), bytes.clone());
        for recovered in recover(&mut host) {
            prop_assert_eq!(recovered.n_changes, 0);
        }
        prop_assert_eq!(host.files.len(), 1);
    }
}

/// Marks that came and went before the first save, came back after it failed, and went again.
#[test]
fn a_mark_that_was_never_saved_comes_back_with_undo() {
    for n_undone in 1..4 {
        let mut host = host();
        let mut session = open(&host);
        perform(&mut session, &mut host, "select 'army'");
        perform(&mut session, &mut host, "tag claim");
        for step in 0..n_undone {
            perform(&mut session, &mut host, if step % 2 == 0 { "undo" } else { "redo" });
            host.write_fails = Some(HostError::Full);
            drop(session.save(&mut host));
            host.write_fails = None;
        }
        let before = marks(&session);
        crash(&mut host);
        assert_eq!(marks(&open(&host)), before);
    }
}

/// A session with two marks, one of which is saved and noted since.
fn with_news() -> (MemoryHost, Session) {
    let mut host = host();
    let mut session = open(&host);
    for action in
        ["select 'denied'", "tag denial", "save", "note a1 'on television'", "select 'eight'", "tag claim"]
    {
        perform(&mut session, &mut host, action);
    }
    (host, session)
}

#[test]
fn what_was_recovered_is_said_in_words() {
    let (mut host, session) = with_news();
    let before = marks(&session);
    let found = crash(&mut host);
    let [recovered] = &found[..] else { panic!("{found:?}") };
    assert_eq!(recovered.sentence(), "recovered 2 changes to raqqa.txt");
    assert_eq!(recovered.details(), "“denied”, “eight”");
    assert_eq!(marks(&open(&host)), before);
    assert_eq!(crash(&mut host), []);
}

#[test]
fn a_damaged_record_is_skipped_and_the_rest_kept() {
    let (mut host, session) = with_news();
    let log = host.logs.values_mut().next().expect("a log");
    let text = String::from_utf8(log.clone()).expect("text").replacen("television", "telephones", 1);
    *log = text.into_bytes();
    let found = crash(&mut host);
    assert_eq!(found[0].n_damaged, 1);
    assert!(found[0].details().contains("1 record of the log was damaged"), "{}", found[0].details());
    let marks_now = marks(&open(&host)).0;
    assert_eq!(marks_now.len(), 2);
    assert!(marks_now.iter().all(|mark| mark.note.is_empty()));
    assert!(marks(&session).0.iter().any(|mark| !mark.note.is_empty()));
}

#[test]
fn a_log_whose_article_is_gone_stays_and_is_named() {
    let (mut host, _) = with_news();
    let text = host.files.remove(Path::new(ARTICLE)).expect("the article");
    for _ in 0..2 {
        let found = crash(&mut host);
        assert_eq!(found[0].sentence(), "2 changes to raqqa.txt are kept and wait: the article is gone");
        assert_eq!(host.logs.len(), 1);
    }
    host.files.insert(ARTICLE.into(), text);
    assert_eq!(crash(&mut host)[0].sentence(), "recovered 2 changes to raqqa.txt");
}

#[test]
fn what_cannot_be_written_waits_in_the_log() {
    let (mut host, _) = with_news();
    host.write_fails = Some(HostError::ReadOnly);
    let found = crash(&mut host);
    assert_eq!(found[0].sentence(), "2 changes to raqqa.txt are kept and wait: the folder cannot be written");
    host.write_fails = None;
    assert_eq!(crash(&mut host)[0].n_changes, 2);
}

#[test]
fn what_others_wrote_after_the_crash_stands_beside_it() {
    let (mut host, _) = with_news();
    // The same person on another machine, from the same file.
    let mut elsewhere = host.clone();
    elsewhere.logs.clear();
    let mut other = open(&elsewhere);
    perform(&mut other, &mut elsewhere, "note a1 'on the radio'");
    perform(&mut other, &mut elsewhere, "save");
    host.files = elsewhere.files;
    let found = crash(&mut host);
    assert!(found[0].has_conflicts);
    let files: Vec<String> =
        host.files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(files.concat().contains("on the radio") && files.concat().contains("on television"));
}

#[test]
fn a_program_that_lives_keeps_its_logs() {
    let (mut host, session) = with_news();
    assert_eq!(recover(&mut host), []);
    assert_eq!(host.logs.len(), 1);
    drop(session);
}

#[test]
fn a_change_counts_as_kept_when_the_log_has_it() {
    let mut host = host();
    let mut session = open(&host);
    host.log_fails = Some(HostError::Full);
    perform(&mut session, &mut host, "select 'denied'");
    perform(&mut session, &mut host, "tag denial");
    session.take_log_stand(&host.log_stand());
    assert!(!session.is_kept());
    host.log_fails = None;
    perform(&mut session, &mut host, "note 'so'");
    session.take_log_stand(&host.log_stand());
    assert!(session.is_kept());
    perform(&mut session, &mut host, "save");
    assert!(session.is_kept() && host.logs.is_empty());
}

#[test]
fn whichever_step_fails_no_change_is_lost_and_nothing_is_said_to_be_saved_that_is_not() {
    let script = [
        "select 'denied'",
        "tag denial",
        "save",
        "note a1 'one'",
        "select 'eight'",
        "tag claim",
        "save",
        "note a1 'two'",
    ];
    let mut n_failed = 0;
    for nth in 0..60 {
        let mut host = host();
        let mut session = open(&host);
        host.fails_in.set(Some(nth));
        for line in script {
            let action: Action = line.parse().expect("an action");
            let done = session.perform(&action, &mut host);
            n_failed += usize::from(done.is_err());
            assert!(done.is_ok() || line == "save", "{line} at step {nth}");
            if done.is_ok() && line == "save" {
                let calm = host.clone();
                calm.fails_in.set(None);
                assert_eq!(marks(&open(&calm)), marks(&session), "said to be saved at step {nth}");
            }
        }
        host.fails_in.set(None);
        session.take_log_stand(&host.log_stand());
        let before = marks(&session);
        if session.is_kept() {
            crash(&mut host);
            assert_eq!(marks(&open(&host)), before, "said to be kept at step {nth}");
        } else {
            session.save(&mut host).expect("the disk works again");
            assert_eq!(marks(&open(&host)), before, "not lost at step {nth}");
        }
    }
    assert!(0 < n_failed);
}

/// Found at random: the removal that one log had made good again came back with the next removal, and the
/// mark that followed it did not outdo it.
#[test]
fn a_mark_that_came_back_within_one_log_outlives_a_save_that_failed() {
    let act = |words: &str| Step::Act(words.to_owned());
    let came_back = ["select 'army'", "tag claim", "delete", "undo"].map(act);
    let removed = [Step::FailToSave, act("delete a1"), Step::SetOff, Step::Run { fails: false }];
    let steps = came_back.into_iter().chain(removed).chain([act("undo")]);
    check_crashes(steps).expect("everything is there");
}
