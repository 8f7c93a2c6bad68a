//! Two and three people on one article: each kind of difference, and what was decided.

use super::*;
use crate::host::MemoryHost;
use crate::library::tests::{mark, opened, person};

const FILE: &str = "/desk/raid.txt";
const TEXT: &str = "Eight people died in the raid. The army denied it.";

/// What Ana and others did on the article, each by some actions.
fn compared(of: &[(&str, &[&str])]) -> Differences {
    let mut host = MemoryHost::with(FILE, TEXT.as_bytes());
    for (name, actions) in of {
        mark(&mut host, FILE, name, actions);
    }
    let entries: Vec<_> = opened(&host).entries().cloned().collect();
    let people: Vec<_> = of.iter().map(|(name, _)| person(name).id).collect();
    in_folder(&entries, &people).remove(0).found
}

fn kinds(of: &[(&str, &[&str])]) -> Vec<&'static str> {
    compared(of).all.iter().flat_map(|one| &one.kinds).map(|kind| kind.name()).collect()
}

const CLAIM: &[&str] = &["select 'Eight people died'", "tag claim"];

#[test]
fn each_kind_of_difference_is_told_from_the_rows() {
    let cases: &[(&[&str], &[&str])] = &[
        (CLAIM, &[]),
        (&["select 'Eight people died'", "tag opinion"], &["tag"]),
        (&["select 'people died in'", "tag claim"], &["boundary"]),
        (&["select 'people died'", "tag opinion"], &["tag", "boundary"]),
        (&["select 'Eight people died'", "tag claim", "source 'the army'"], &["source"]),
        (&["select 'The army'", "tag claim"], &["missing", "extra"]),
    ];
    for (other, expected) in cases {
        assert_eq!(&kinds(&[("Ana", CLAIM), ("Ben", other)]), expected, "{other:?}");
    }
    let report: &[&str] = &["select 'Eight people died'", "tag casualty-report"];
    let counted: Vec<&str> = report.iter().copied().chain(["figure '8'"]).collect();
    assert_eq!(kinds(&[("Ana", report), ("Ben", &counted)]), ["figure"]);
    let agreed = compared(&[("Ana", CLAIM), ("Ben", CLAIM)]);
    assert_eq!((agreed.agreed.len(), agreed.all.len()), (1, 0));
}

#[test]
fn what_the_first_lacks_is_extra_and_missing_too_where_a_third_lacks_it() {
    let other: &[&str] = &["select 'The army'", "tag claim"];
    let nothing: &[&str] = &["select 'raid'", "tag opinion", "undo"];
    assert_eq!(kinds(&[("Ana", nothing), ("Ben", other), ("Cem", other)]), ["extra"]);
    assert_eq!(kinds(&[("Ana", nothing), ("Ben", other), ("Cem", nothing)]), ["missing", "extra"]);
    // Who has no layer at all did not mark the article, and misses nothing.
    assert!(in_folder(&[], &[person("Ana").id]).is_empty());
}

#[test]
fn replies_are_no_marks_and_wait_for_whom_they_concern() {
    let mut host = MemoryHost::with(FILE, TEXT.as_bytes());
    mark(&mut host, FILE, "Ana", CLAIM);
    mark(&mut host, FILE, "Ben", CLAIM);
    let rows = |host: &MemoryHost| opened(host).entries().next().expect("an article").rows.clone();
    let [ana, ben] = [person("Ana").id, person("Ben").id];
    let claim = rows(&host).iter().find(|row| row.person.id == ana).expect("a mark").id;
    let name = claim.0.simple();
    mark(&mut host, FILE, "Ben", &[&format!("reply {name} 'Who counted them?'")]);
    let asked = rows(&host);
    let found = differences(&asked, &[ana, ben], &[ana, ben]);
    assert_eq!((found.all.len(), found.agreed.len()), (0, 1));
    assert_eq!(unanswered(&asked, ana).into_iter().collect::<Vec<_>>(), [claim]);
    assert!(unanswered(&asked, ben).is_empty());
    mark(&mut host, FILE, "Ana", &[&format!("reply {name} 'A hospital.'")]);
    assert!(unanswered(&rows(&host), ana).is_empty());
    assert_eq!(unanswered(&rows(&host), ben).len(), 1);
    mark(&mut host, FILE, "Ben", &[&format!("resolve {name} ''")]);
    assert!(unanswered(&rows(&host), ana).is_empty() && unanswered(&rows(&host), ben).is_empty());
}

#[test]
fn ends_are_a_kind_of_their_own_only_where_nothing_else_differs() {
    let both = compared(&[("Ana", CLAIM), ("Ben", &["select 'people died'", "tag opinion"])]).all.remove(0);
    assert!(both.is_of(Difference::Tag) && !both.is_of(Difference::Boundary));
    let ends = compared(&[("Ana", CLAIM), ("Ben", &["select 'people died'", "tag claim"])]).all.remove(0);
    assert!(ends.is_of(Difference::Boundary) && ends.is_boundary_only());
}
