//! A folder from the first look to the last: what comes, goes, is half there, and what is kept of it.

use super::*;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::layer::{Annotator, AnnotatorId};
use crate::session::{Action, Session};
use uuid::Uuid;

pub(crate) fn person(name: &str) -> Annotator {
    let id = name.bytes().fold(7_u128, |id, byte| id << 8 | u128::from(byte)) << 64;
    Annotator { id: AnnotatorId(Uuid::from_u128(id)), name: name.to_owned() }
}

/// Has a person do something in an article, and save it.
pub(crate) fn mark(host: &mut MemoryHost, path: &str, name: &str, actions: &[&str]) {
    let mut session = Session::open(Path::new(path), &Options::default(), Some(person(name)), host).unwrap();
    for action in actions.iter().chain(&["save"]) {
        session.perform(&action.parse::<Action>().unwrap(), host).unwrap();
    }
}

fn desk() -> MemoryHost {
    let mut host = MemoryHost::with("/desk/raid.txt", b"Eight people died. The army denied it.");
    host.files.insert(
        "/desk/2017/market.md".into(),
        b"---\ntitle: A market\ndate: 2017-04-16\n---\n\nShells hit it.".to_vec(),
    );
    host.files.insert("/desk/.git/notes.txt".into(), b"Nothing.".to_vec());
    mark(
        &mut host,
        "/desk/raid.txt",
        "Ana",
        &["select 'denied'", "tag denial", "note 'a spokesman'", "source 'the army'"],
    );
    mark(
        &mut host,
        "/desk/raid.txt",
        "Ben",
        &["select 'Eight people died'", "tag casualty-report", "figure 'Eight'"],
    );
    mark(&mut host, "/desk/2017/market.md", "Ben", &["select 'Shells'", "tag claim"]);
    host
}

fn look(library: &mut Library, host: &MemoryHost) -> Vec<String> {
    let job = library.look();
    take(library, job, host)
}

/// What was read, by path.
fn take(library: &mut Library, job: IndexJob, host: &MemoryHost) -> Vec<String> {
    let mut read = Vec::new();
    job.run(host, |news| {
        read.extend(news.entries.iter().map(|entry| entry.path.to_string()));
        library.take(news);
        true
    });
    assert!(library.progress().is_done);
    read
}

/// The folder `/desk`, read whole.
pub(crate) fn opened(host: &MemoryHost) -> Library {
    let mut library = Library::new(PathBuf::from("/desk"), Depth::All);
    look(&mut library, host);
    library
}

fn found(library: &Library, line: &str) -> Vec<String> {
    let matcher = line.parse::<Query>().unwrap().matcher(library.codebook()).unwrap();
    let found = library.rows().filter(|(entry, row)| matcher.has(library, entry, row));
    found.map(|(_, row)| row.quote.to_string()).collect()
}

#[test]
fn a_folder_is_read_with_those_below_it_and_asked_for_its_marks() {
    let library = opened(&desk());
    let entries: Vec<(&str, &str, usize)> =
        library.entries().map(|entry| (&*entry.path, &*entry.title, entry.layers.len())).collect();
    let raid = "Eight people died. The army denied it.";
    assert_eq!(entries, [("2017/market.md", "A market", 1), ("raid.txt", raid, 2)]);
    let all = ["Shells", "Eight people died", "denied"];
    let cases: [(&str, &[&str]); 12] = [
        ("", &all),
        ("tag:denial", &["denied"]),
        ("-tag:denial", &["Shells", "Eight people died"]),
        ("by:ben has:figure", &["Eight people died"]),
        ("source:\"the ARMY\"", &["denied"]),
        ("has:note spokesman", &["denied"]),
        ("market", &["Shells"]),
        ("before:2017-05", &["Shells"]),
        ("after:2017-04", &[]),
        ("in:2017 date:2017-04", &["Shells"]),
        ("is:unlinked is:exact", &all),
        ("is:unsure", &[]),
    ];
    for (line, expected) in cases {
        assert_eq!(found(&library, line), expected, "{line}");
    }
    let (entry, row) = library.rows().nth(1).unwrap();
    assert_eq!((entry.name(), row.figures[0].low, row.person.name.as_str()), ("raid.txt", Some(8), "Ben"));
    assert_eq!(library.mark(row.id).map(|(entry, _)| entry.name()), Some("raid.txt"));
    let mut one = Library::new(PathBuf::from("/desk"), Depth::One);
    assert_eq!(look(&mut one, &desk()), ["raid.txt"]);
}

#[test]
fn only_what_changed_is_read_again() {
    let mut host = desk();
    let mut library = opened(&host);
    assert!(look(&mut library, &host).is_empty());
    let revision = library.revision();
    mark(&mut host, "/desk/raid.txt", "Ana", &["select 'army'", "tag opinion"]);
    assert_eq!(look(&mut library, &host), ["raid.txt"]);
    assert!(revision < library.revision() && found(&library, "tag:opinion") == ["army"]);
    // Something comes, is renamed with its marks, and goes.
    host.files.insert("/desk/new/a.txt".into(), b"At least nine people were hurt there on Monday.".to_vec());
    let changed = |path: &str| std::collections::BTreeSet::from([PathBuf::from(path)]);
    let job = library.look_at(&changed("/desk/new"));
    assert_eq!(take(&mut library, job, &host), ["new/a.txt"]);
    mark(&mut host, "/desk/new/a.txt", "Ana", &["select 'nine people'", "tag casualty-report"]);
    let text = host.files.remove(Path::new("/desk/new/a.txt")).unwrap();
    host.files.insert("/desk/new/b.txt".into(), text);
    let job = library.look_at(&changed("/desk/new/b.txt"));
    assert_eq!(take(&mut library, job, &host), ["new/b.txt"]);
    assert_eq!((found(&library, "in:new"), library.n_entries()), (vec!["nine people".to_owned()], 3));
    host.files.retain(|path, _| !path.starts_with("/desk/new"));
    let job = library.look_at(&changed("/desk/new"));
    assert!(take(&mut library, job, &host).is_empty());
    assert_eq!(library.n_entries(), 2);
}

#[test]
fn what_is_half_written_or_no_article_is_an_entry_like_others() {
    let mut host = desk();
    let layer =
        host.files.keys().find(|path| path.to_string_lossy().contains("raid.txt.ana")).unwrap().clone();
    let whole = host.files[&layer].clone();
    host.files.insert(layer.clone(), whole[..whole.len() - 20].to_vec());
    host.files.insert("/desk/raid.txt.x.postil.jsonl".into(), b"{".to_vec());
    host.files.insert("/desk/picture.txt".into(), b"\x89PNG\r\n\x1a\n".to_vec());
    let mut library = opened(&host);
    let raid = library.entry("raid.txt").unwrap();
    assert!(raid.is_torn && raid.n_unreadable == 1);
    assert_eq!(found(&library, "in:raid.txt"), ["Eight people died"]);
    assert!(library.entry("picture.txt").unwrap().fault.is_some());
    assert!(look(&mut library, &host).is_empty(), "nothing changed");
    host.files.insert(layer, whole);
    assert_eq!(look(&mut library, &host), ["raid.txt"]);
    assert_eq!(found(&library, "in:raid.txt").len(), 2);
}

#[test]
fn what_lies_in_a_folder_without_rights_stays_as_it_was_and_is_told() {
    let mut host = desk();
    mark(&mut host, "/desk/raid.txt", "Ana", &["select 'army'", "tag opinion"]);
    host.files.insert("/desk/2017/may/b.txt".into(), b"Nobody was hurt there on Monday.".to_vec());
    mark(&mut host, "/desk/2017/may/b.txt", "Ana", &["select 'Nobody'", "tag claim"]);
    let mut library = opened(&host);
    let faults = |library: &Library| -> Vec<String> {
        library.faults().iter().map(|fault| fault.folder.to_string()).collect()
    };
    host.closed.insert("/desk/2017".into());
    for closed in [&["2017"][..], &["2017", ""]] {
        assert!(look(&mut library, &host).is_empty());
        assert_eq!(faults(&library), closed);
        assert_eq!(found(&library, "tag:claim"), ["Shells", "Nobody"]);
        host.closed.insert("/desk".into());
    }
    // Whoever comes new to it sees the rest.
    host.closed.remove(Path::new("/desk"));
    let other = opened(&host);
    assert_eq!((other.n_entries(), faults(&other)), (1, vec!["2017".to_owned()]));
    host.closed.clear();
    assert!(look(&mut library, &host).is_empty() && faults(&library).is_empty());
    assert_eq!(library.n_entries(), 3);
}

#[test]
fn a_cache_is_believed_as_far_as_it_is_whole_and_ours() {
    let mut host = desk();
    let mut library = opened(&host);
    library.save().run(&mut host).unwrap();
    assert!(library.save().is_empty());
    let (name, kept) = host.cached.iter().next().map(|(name, bytes)| (name.clone(), bytes.clone())).unwrap();
    let rows: Vec<MarkRow> = library.rows().map(|(_, row)| row.clone()).collect();
    // Whole, cut off anywhere, with any byte another one, foreign: the rows are the same.
    let mut damaged = vec![kept.clone(), b"postil library 0\n".to_vec(), Vec::new()];
    damaged.extend((0..kept.len()).step_by(61).map(|end| kept[..end].to_vec()));
    damaged.extend((0..kept.len()).step_by(67).map(|at| {
        let mut bytes = kept.clone();
        bytes[at] ^= 0x55;
        bytes
    }));
    for bytes in damaged {
        let n_bytes = bytes.len();
        host.cached.insert(name.clone(), bytes);
        let mut again = opened(&host);
        assert!(again.rows().map(|(_, row)| row).eq(&rows), "{n_bytes} bytes");
        again.save().run(&mut host).unwrap();
        let mut again = opened(&host);
        assert!(again.save().is_empty(), "{n_bytes} bytes");
    }
    // Two programs add to it, each what it found.
    let (mut one, mut other) = (opened(&host), opened(&host));
    mark(&mut host, "/desk/raid.txt", "Ana", &["select 'army'", "tag opinion"]);
    look(&mut one, &host);
    mark(&mut host, "/desk/2017/market.md", "Ana", &["select 'hit'", "tag opinion"]);
    look(&mut other, &host);
    one.save().run(&mut host).unwrap();
    other.save().run(&mut host).unwrap();
    let mut third = opened(&host);
    assert!(found(&third, "tag:opinion").len() == 2 && third.save().is_empty());
    // An article that is not there any more is not taken from it.
    host.files.remove(Path::new("/desk/raid.txt"));
    assert_eq!(opened(&host).n_entries(), 1);
}

#[test]
fn a_link_to_another_article_is_found_from_both_ends_and_keeps_its_words() {
    let mut host = desk();
    let library = opened(&host);
    let id =
        |library: &Library, quote: &str| library.rows().find(|(_, row)| &*row.quote == quote).unwrap().1.id;
    let (from, to) = (id(&library, "denied"), id(&library, "Shells"));
    let document = library.entry("2017/market.md").unwrap().document.unwrap();
    let link = crate::layer::Relation {
        id: crate::layer::RelationId(Uuid::from_u128(99)),
        created: host.now,
        modified: None,
        kind: crate::layer::RelationSlug::new("denies"),
        from,
        to,
        to_document: Some(document),
    };
    let path = Path::new("/desk/raid.txt");
    let layer =
        host.files.keys().find(|path| path.to_string_lossy().contains("raid.txt.ana")).unwrap().clone();
    let mut file = crate::sidecar::LayerFile::read(&host.files[&layer]).value;
    let mut with_link = file.layer().unwrap();
    let add = crate::layer::Transaction::new([crate::layer::Change::relate(link)]);
    with_link.apply(&add).unwrap();
    let bytes = file.write(&with_link, host.now);
    host.files.insert(layer, bytes);
    let mut library = opened(&host);
    let ends = |library: &Library, id| -> Vec<(bool, String, bool)> {
        let (_, row) = library.mark(id).unwrap();
        let links = library.links_of(row);
        links
            .iter()
            .map(|link| (link.starts_here, link.words.to_owned(), matches!(link.end, OtherEnd::There(_))))
            .collect()
    };
    assert_eq!(ends(&library, from), [(true, "Shells".to_owned(), true)]);
    assert_eq!(ends(&library, to), [(false, "denied".to_owned(), true)]);
    assert_eq!(found(&library, "is:linked"), ["Shells", "denied"]);
    library.save().run(&mut host).unwrap();
    // Its other end goes with its layer; also the next program knows the words that it had.
    host.files.retain(|path, _| !path.to_string_lossy().contains("market.md.ben"));
    look(&mut library, &host);
    for library in [&library, &opened(&host)] {
        assert_eq!(ends(library, from), [(true, "Shells".to_owned(), false)]);
    }
    let session = Session::open(path, &Options::default(), None, &host).unwrap();
    library.set_open(path, session.article());
    assert_eq!(ends(&library, from), [(true, "Shells".to_owned(), false)]);
}

#[test]
fn an_open_article_gives_its_own_rows_until_it_is_closed() {
    let mut host = desk();
    let mut library = opened(&host);
    let path = Path::new("/desk/raid.txt");
    let mut session = Session::open(path, &Options::default(), Some(person("Ana")), &host).unwrap();
    for action in ["select 'army'", "tag opinion"] {
        session.perform(&action.parse::<Action>().unwrap(), &mut host).unwrap();
    }
    library.set_open(path, session.article());
    assert_eq!(found(&library, "tag:opinion"), ["army"]);
    look(&mut library, &host);
    assert_eq!(found(&library, "tag:opinion"), ["army"]);
    library.close(path);
    assert!(found(&library, "tag:opinion").is_empty());
}

#[test]
fn a_date_that_may_be_two_days_is_read_as_its_neighbours_show_it() {
    let mut host = MemoryHost::default();
    let lay = |host: &mut MemoryHost, name: &str, date: &str| {
        let text = format!("---\ndate: \"{date}\"\n---\n\nEight died.\n");
        host.files.insert(format!("/desk/{name}.md").into(), text.into_bytes());
    };
    lay(&mut host, "a", "4/6/2017");
    lay(&mut host, "b", "0001-01-01T00:00:00Z");
    let mut library = opened(&host);
    let date = |library: &Library, name: &str| library.entry(name).map(|entry| entry.date_in_words());
    assert_eq!(date(&library, "a.md").as_deref(), Some("2017"));
    assert_eq!(date(&library, "b.md").as_deref(), Some(""));
    // The order is known as soon as one date shows it, for those that were there before and for new ones.
    lay(&mut host, "c", "4/16/2017");
    lay(&mut host, "d", "5/7/2017");
    look(&mut library, &host);
    assert_eq!(date(&library, "a.md").as_deref(), Some("6 April 2017"));
    assert_eq!(date(&library, "d.md").as_deref(), Some("7 May 2017"));
    host.files.remove(Path::new("/desk/c.md"));
    look(&mut library, &host);
    assert_eq!(date(&library, "a.md").as_deref(), Some("2017"));
}

#[test]
fn corrected_articles_are_shown_so_open_or_not_and_are_kept_as_their_files_have_them() {
    use crate::layer::{Correction, FolderItem, FolderLayer, ItemId, LayerId};
    let text = b"---\ndate: 4/6/2017\nsite: Herald\n---\n\nEight died.\n";
    let mut host = MemoryHost::with("/desk/a.md", text);
    let mut library = opened(&host);
    let document = library.entry("a.md").unwrap().document.unwrap();
    let named = |name: &str| ItemId::named(name).unwrap();
    let mut held = Correction::of(named("k1"), Default::default(), document);
    held.outlet = Some("The Post".to_owned());
    let ana = Annotator::new(AnnotatorId::named("ana").unwrap(), "Ana");
    let register = FolderLayer::new(LayerId::named("l1").unwrap(), ana, Default::default());
    let register = register.holding([FolderItem::Correction(held)].map(Arc::new));
    library.set_my_register(Some(Arc::new(register)));
    let shown = |library: &Library| {
        let entry = library.entry("a.md").unwrap();
        format!("{}, {}", entry.outlet, entry.date_in_words())
    };
    assert_eq!(shown(&library), "The Post, 2017");
    // Dates that neighbours show, and the article while it is open.
    host.files.insert("/desk/b.md".into(), b"---\ndate: 4/16/2017\n---\n\nNine died.\n".to_vec());
    look(&mut library, &host);
    assert_eq!(shown(&library), "The Post, 6 April 2017");
    let session = Session::open(Path::new("/desk/a.md"), &Options::default(), None, &host).unwrap();
    library.set_open(Path::new("/desk/a.md"), session.article());
    assert_eq!(shown(&library), "The Post, 6 April 2017");
    host.files.remove(Path::new("/desk/b.md"));
    look(&mut library, &host);
    assert_eq!(shown(&library), "The Post, 2017");
    library.set_my_register(None);
    assert_eq!(shown(&library), "Herald, 2017");
    library.close(Path::new("/desk/a.md"));
    assert_eq!(shown(&library), "Herald, 2017");
}

#[test]
fn an_archive_is_an_article_where_it_is_a_page_and_is_looked_into_once() {
    use crate::exchange::bundle::Bundle;
    let packed = |name: &str| {
        let article = b"<!DOCTYPE html><html><p>Shells hit the market.</p></html>".to_vec();
        Bundle { name: name.to_owned(), article, ..Bundle::default() }.write()
    };
    let mut host = MemoryHost::with("/desk/page.zip", &packed("index.html"));
    host.files.insert("/desk/photos.zip".into(), packed("photo.jpg"));
    host.files.insert("/desk/broken.zip".into(), b"PK\x03\x04".to_vec());
    let mut library = opened(&host);
    let paths = |library: &Library| library.entries().map(|entry| entry.path.to_string()).collect::<Vec<_>>();
    assert_eq!(paths(&library), ["page.zip"]);
    assert!(library.entry("page.zip").unwrap().fault.is_none());
    let known = library.look();
    assert_eq!(known.strays.values().map(|known| known.archives.len()).sum::<usize>(), 2);
    assert_eq!(take(&mut library, known, &host), [""; 0]);
    // What became a page is one from then on, and the other way round.
    host.files.insert("/desk/photos.zip".into(), packed("index.htm"));
    host.files.insert("/desk/page.zip".into(), packed("photo.jpg"));
    assert_eq!(look(&mut library, &host), ["photos.zip"]);
    assert_eq!(paths(&library), ["photos.zip"]);
}

#[cfg(feature = "pdf")]
#[test]
fn an_article_that_is_locked_is_read_once_its_password_is_known() {
    let locked = include_bytes!("../../tests/fixtures/locked.pdf");
    let host = MemoryHost::with("/desk/locked.pdf", locked);
    let mut library = opened(&host);
    assert!(library.entry("locked.pdf").unwrap().fault.is_some());
    assert_eq!(look(&mut library, &host), [""; 0]);
    library.unlock(Path::new("/desk/locked.pdf"), "harbour");
    assert_eq!(look(&mut library, &host), ["locked.pdf"]);
    assert_eq!(&*library.entry("locked.pdf").unwrap().title, "Who closed the mill?");
    assert_eq!(look(&mut library, &host), [""; 0]);
}
