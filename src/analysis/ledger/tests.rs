//! What each source says, of a folder that is read as any other.

use super::*;
use crate::host::{MemoryHost, Storage as _};
use crate::library::{Depth, Library};
use crate::session::{Action, Session};
use std::path::{Path, PathBuf};

fn marked(host: &mut MemoryHost, path: &str, text: &str, actions: &str) {
    host.files.insert(PathBuf::from(path), text.as_bytes().to_vec());
    let me = host.annotator_called("Ana").expect("a person");
    let mut session = Session::open(Path::new(path), &Default::default(), Some(me), host).expect("opened");
    for line in actions.lines() {
        let action: Action = line.trim().parse().expect("an action");
        session.perform(&action, host).expect("done");
    }
    session.save(host).expect("saved");
}

#[test]
fn denials_are_counted_at_both_ends_and_spellings_are_kept() {
    let mut host = MemoryHost::default();
    marked(
        &mut host,
        "/desk/a.md",
        "---\ndate: 2017-04-16\n---\n\nEight died, the Army said. The mayor denied it. Rain fell.\n",
        "select 'Eight died'\ntag claim\nsource 'the Army'\nselect 'denied it'\ntag denial\nsource 'the mayor'\n\
         link a2 denies a1\nselect 'Rain fell'\ntag claim\nsource 'unattributed'",
    );
    marked(
        &mut host,
        "/desk/b.md",
        "---\ndate: 2017-04-18\n---\n\nNine died, said the army.\n",
        "select 'Nine died'\ntag claim\nsource 'the army'",
    );
    let mut library = Library::new(PathBuf::from("/desk"), Depth::All);
    library.look().run(&host, |news| {
        library.take(news);
        true
    });
    let entries: Vec<&Entry> = library.entries().map(AsRef::as_ref).collect();
    let denials = Denials::of(entries.iter().copied(), library.codebook());
    let lines = source_lines(entries.iter().copied(), &denials);
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            (&*line.name, line.n_marks, line.n_denials_made, line.n_denials_received, line.names.len())
        })
        .collect();
    assert_eq!(told, [("the Army", 2, 0, 1, 2), ("", 1, 0, 0, 0), ("the mayor", 1, 1, 0, 1)]);
    let days = |date: Option<CalendarDate>| date.map(CalendarDate::iso);
    assert_eq!(days(lines[0].first).as_deref(), Some("2017-04-16"));
    assert_eq!(days(lines[0].last).as_deref(), Some("2017-04-18"));
    assert_eq!(lines.iter().map(|line| line.n_words).sum::<usize>(), 8);
    assert!(lines[1].is_unattributed);
}
