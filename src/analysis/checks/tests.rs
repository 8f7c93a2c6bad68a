//! Each check by an article that it finds, and one that it passes.

use super::*;
use crate::host::MemoryHost;
use crate::library::Library;
use crate::library::tests::{mark, opened};

const TEXT: &str = "At least nine people died, a hospital said. The army denied it. It was a shame.";

fn found(host: &MemoryHost) -> Vec<String> {
    told(&opened(host))
}

fn told(library: &Library) -> Vec<String> {
    let entries: Vec<_> = library.entries().cloned().collect();
    let found = findings(&entries, library.codebook(), &library.registers());
    found.iter().map(|finding| finding.check.name().to_owned()).collect()
}

#[test]
fn what_a_mark_lacks_is_told_until_it_has_it() {
    let report = ["select 'At least nine people died'", "tag casualty-report"];
    let cases: [(&[&str], &[&str]); 8] = [
        (&report, &["no-figure", "no-source"]),
        (&[report[0], report[1], "source 'a hospital'"], &["no-figure"]),
        (&[report[0], report[1], "source 'unattributed'", "figure 'nine'"], &["no-date"]),
        (&["select 'The army denied it'", "tag denial"], &["nothing-denied"]),
        (&["select 'It was a shame'", "tag opinion"], &[]),
        (
            &[
                "select 'It was a shame'",
                "tag casualty-report",
                "figure 'nine'",
                "source 'unattributed'",
                "retag opinion",
            ],
            &["figure-in-opinion"],
        ),
        (&["select 'It was a shame'", "tag claim"], &[]),
        (&["select 'It was a shame'", "mark"], &[]),
    ];
    for (actions, expected) in cases {
        let mut host = MemoryHost::with("/desk/raid.txt", TEXT.as_bytes());
        mark(&mut host, "/desk/raid.txt", "Ana", actions);
        assert_eq!(found(&host), expected, "{actions:?}");
    }
}

#[test]
fn a_figure_that_is_read_otherwise_today_is_told_with_the_action_that_mends_it() {
    let mut host = MemoryHost::with("/desk/raid.txt", TEXT.as_bytes());
    let actions = [
        "select 'At least nine people died'",
        "tag casualty-report",
        "figure 'at least nine'",
        "source 'unattributed'",
    ];
    mark(&mut host, "/desk/raid.txt", "Ana", &actions);
    for bytes in host.files.values_mut() {
        let text = String::from_utf8_lossy(bytes).replace(r#""postil:low":9"#, r#""postil:low":90"#);
        *bytes = text.into_bytes();
    }
    let library = opened(&host);
    let entries: Vec<_> = library.entries().cloned().collect();
    let all = findings(&entries, library.codebook(), &[]);
    let other = all.iter().find(|finding| finding.check.name() == "other-figure").expect("it is told");
    assert!(
        other.check.to_string().contains("≥ 90") && other.check.to_string().contains("≥ 9"),
        "{}",
        other.check
    );
    let action = other.action(library.codebook()).expect("one action");
    mark(&mut host, "/desk/raid.txt", "Ana", &[&action]);
    assert!(!found(&host).contains(&"other-figure".to_owned()));
}

#[test]
fn the_same_words_as_a_claim_and_an_opinion_are_told_to_both() {
    let mut host = MemoryHost::with("/desk/raid.txt", TEXT.as_bytes());
    mark(&mut host, "/desk/raid.txt", "Ana", &["select 'It was a shame'", "tag opinion"]);
    mark(&mut host, "/desk/raid.txt", "Ben", &["select 'It was a shame'", "tag opinion"]);
    assert_eq!(found(&host), Vec::<String>::new());
    mark(&mut host, "/desk/raid.txt", "Cem", &["select 'It was a shame'", "tag claim"]);
    assert_eq!(found(&host), ["claim-and-opinion"; 3]);
}
