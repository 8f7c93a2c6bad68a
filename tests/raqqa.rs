//! The article that the project began with, which is not ours to copy: marked by a fixture of quotes
//! and tags, saved, and opened again. Without the article the test says so and passes.
#![expect(clippy::disallowed_methods, reason = "a test reads its fixtures from the disk")]

use postil::document::import;
use postil::session::{Action, Host, MemoryHost, Place, Session};
use std::fs;
use std::path::Path;

const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles/raqqa.txt");
const MARKS: &str = include_str!("fixtures/raqqa-marks.txt");

/// The tags and quotes of the fixture.
fn marks() -> Vec<(&'static str, &'static str)> {
    MARKS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
}

#[test]
fn the_real_article_is_marked_saved_and_opened_again() {
    let Ok(bytes) = fs::read(ARTICLE) else {
        println!("skipped: the article {ARTICLE} is not here");
        return;
    };
    let path = Path::new("/news/raqqa.txt");
    let mut host = MemoryHost::with("/news/raqqa.txt", &bytes);
    let open = |host: &MemoryHost| Session::open(path, &import::Options::default(), host.annotator(), host);
    let mut session = open(&host).unwrap();
    assert_eq!(session.document().text().as_bytes(), bytes, "the reading text is the file's");

    for (tag, quote) in marks() {
        for line in [Action::Select(Place::Words(quote.to_owned(), None)).to_string(), format!("tag {tag}")] {
            let action: Action = line.parse().unwrap();
            session.perform(&action, &mut host).unwrap_or_else(|error| panic!("{line}: {error}"));
        }
    }
    session.save(&mut host).unwrap();

    let again = open(&host).unwrap();
    let found: Vec<_> = again
        .marks()
        .iter()
        .map(|mark| (mark.annotation.tags[0].to_string(), mark.annotation.quote()))
        .collect();
    assert_eq!(found.len(), marks().len());
    for (tag, quote) in marks() {
        assert!(found.contains(&(tag.to_owned(), quote.to_owned())), "{tag}: {quote}");
    }
    assert!(
        again.marks().iter().all(|mark| mark.placement.is_some_and(|placement| placement.name() == "exact"))
    );
    assert_eq!(host.files.get(path), Some(&bytes), "the article is never written");
}

#[test]
fn the_fixture_has_all_four_tags_and_enough_marks() {
    assert!(14 <= marks().len());
    for tag in ["claim", "denial", "casualty-report", "opinion"] {
        assert!(marks().iter().any(|&(own, _)| own == tag), "{tag}");
    }
}
