//! Articles as they come: translated by a machine, with names in many spellings, numbers and quotes of every
//! kind. Each is marked by a fixture of quotes and tags, saved, and opened again.
//!
//! One is of our own writing. The other is the one that the project began with, which is not ours to copy:
//! where it is not there, the test says so and does without it.
#![expect(clippy::disallowed_methods, reason = "a test reads its fixtures from the disk")]

use postil::document::import;
use postil::host::{MemoryHost, Storage};
use postil::session::{Action, Place, Session};
use std::fs;
use std::path::Path;

const OURS: &[u8] = include_bytes!("fixtures/vostra.txt");
const MARKS_ON_OURS: &str = include_str!("fixtures/vostra-marks.txt");
const RAQQA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles/raqqa.txt");
const MARKS_ON_RAQQA: &str = include_str!("fixtures/raqqa-marks.txt");

/// The tags and quotes of a fixture.
fn lines(marks: &str) -> Vec<(&str, &str)> {
    marks.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
}

/// Marks the article with the quotes, saves it and opens it again: every mark is where it was.
fn mark_save_and_open_again(name: &str, article: &[u8], marks: &str) {
    let path = Path::new("/news").join(name);
    let mut host = MemoryHost::with(&path.display().to_string(), article);
    let open = |host: &MemoryHost| Session::open(&path, &import::Options::default(), host.annotator(), host);
    let mut session = open(&host).expect("it opens");
    assert_eq!(session.document().text().as_bytes(), article, "the reading text is the file's");

    for (tag, quote) in lines(marks) {
        for line in [Action::Select(Place::Words(quote.to_owned(), None)).to_string(), format!("tag {tag}")] {
            let action: Action = line.parse().expect("an action");
            session.perform(&action, &mut host).unwrap_or_else(|error| panic!("{line}: {error}"));
        }
    }
    session.save(&mut host).expect("saved");

    let again = open(&host).expect("it opens");
    let found: Vec<_> = again
        .marks()
        .iter()
        .map(|mark| (mark.annotation.tags[0].to_string(), mark.annotation.quote()))
        .collect();
    assert_eq!(found.len(), lines(marks).len());
    for (tag, quote) in lines(marks) {
        assert!(found.contains(&(tag.to_owned(), quote.to_owned())), "{tag}: {quote}");
    }
    assert!(
        again.marks().iter().all(|mark| mark.placement.is_some_and(|placement| placement.name() == "exact"))
    );
    assert_eq!(host.files.get(&path).map(Vec::as_slice), Some(article), "the article is never written");
}

#[test]
fn an_article_of_our_own_is_marked_saved_and_opened_again() {
    mark_save_and_open_again("vostra.txt", OURS, MARKS_ON_OURS);
}

#[test]
fn the_article_that_it_began_with_is_marked_saved_and_opened_again() {
    match fs::read(RAQQA) {
        Ok(article) => mark_save_and_open_again("raqqa.txt", &article, MARKS_ON_RAQQA),
        Err(_) => println!("the article {RAQQA} is not here"),
    }
}

#[test]
fn each_fixture_has_all_four_tags_and_enough_marks() {
    for marks in [MARKS_ON_OURS, MARKS_ON_RAQQA] {
        assert!(14 <= lines(marks).len());
        for tag in ["claim", "denial", "casualty-report", "opinion"] {
            assert!(lines(marks).iter().any(|&(own, _)| own == tag), "{tag}");
        }
    }
}

/// Whether our article still has the traps that it was written for.
#[test]
fn our_own_article_has_the_traps() {
    let text = std::str::from_utf8(OURS).unwrap();
    let traps = [
        ("no line feed at the end", !text.ends_with('\n')),
        ("an empty line too many", text.contains("\n\n\n")),
        ("spaces that do not break", text.contains('\u{a0}') && text.contains('\u{202f}')),
        ("two spaces, a tab, a space before a comma", ["  ", "\t", " ,"].iter().all(|s| text.contains(s))),
        ("a hyphen that is not seen", text.contains('\u{ad}')),
        ("curved quotes and straight ones", ["“", "\"", "’", "'"].iter().all(|s| text.contains(s))),
        (
            "one group by four names",
            ["BKO", "NBH", "LIB", "“Northern brotherhood”"].iter().all(|s| text.contains(s)),
        ),
        ("a name without its capital", text.contains(" vostra ") && text.contains("Wostra")),
        ("another script, glued on", text.contains("FileБ")),
        ("the same number twice", text.matches("35").count() == 2),
    ];
    for (trap, is_there) in traps {
        assert!(is_there, "{trap}");
    }
}
