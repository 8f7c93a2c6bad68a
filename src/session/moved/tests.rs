//! Articles that go to another folder and leave their layers behind.

use super::*;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::layer::AnnotatorId;
use crate::session::recover::recover;
use crate::session::{Action, News};
use crate::sidecar::LayerFile;
use uuid::Uuid;

const TEXT: &str = "Eight people died in the raid on Monday, a hospital said. The army denied that it had been \
there. A second report spoke of houses burnt and of a market that was hit twice.";
const INBOX: &str = "/inbox/raid.txt";
const ARCHIVE: &str = "/archive/raid.txt";

fn person(name: &str) -> Annotator {
    let id = AnnotatorId(Uuid::from_u128(u128::from(name.as_bytes()[0]) << 120 | 1));
    Annotator { id, name: name.to_owned() }
}

/// What a program does when it opens an article.
fn open(host: &mut MemoryHost, path: &str, name: &str) -> Session {
    let session = Session::open(Path::new(path), &Options::default(), Some(person(name)), host).unwrap();
    session.remember(host);
    session
}

fn run(session: &mut Session, host: &mut MemoryHost, actions: &[&str]) {
    for action in actions {
        session.perform(&action.parse::<Action>().unwrap(), host).unwrap();
    }
}

/// Marks some words and saves.
fn mark(host: &mut MemoryHost, path: &str, name: &str, words: &str) -> Session {
    let mut session = open(host, path, name);
    run(&mut session, host, &[&format!("select '{words}'"), "tag claim", "save"]);
    session
}

fn move_file(host: &mut MemoryHost, from: &str, to: &str) {
    let bytes = host.files.remove(Path::new(from)).unwrap();
    host.files.insert(to.into(), bytes);
}

/// An article that Ana and Ben marked, moved into another folder.
fn moved() -> MemoryHost {
    let mut host = MemoryHost::with(INBOX, TEXT.as_bytes());
    mark(&mut host, INBOX, "Ana", "The army denied");
    mark(&mut host, INBOX, "Ben", "Eight people died");
    move_file(&mut host, INBOX, ARCHIVE);
    host
}

fn look(session: &mut Session, host: &mut MemoryHost) -> News {
    let result = session.start_refresh(None, false).run(host);
    result.remember(host);
    session.take_refresh(result)
}

/// The layers in a folder.
fn layers(host: &MemoryHost, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let here = host.files.iter().filter(|(path, _)| path.starts_with(folder));
    let here = here.filter(|(path, _)| path.to_string_lossy().ends_with(".postil.jsonl"));
    here.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

#[test]
fn all_marks_are_found_and_ones_own_are_written_at_the_new_place() {
    let mut host = moved();
    let before = layers(&host, "/inbox");
    let mut ana = open(&mut host, ARCHIVE, "Ana");
    assert_eq!(ana.marks().len(), 2);
    assert!(layers(&host, "/archive").is_empty(), "opening writes nothing");
    let told = "this article was moved: your marks and those of Ben were found in `/inbox`; yours are saved \
                beside the article from the next change on";
    assert_eq!(ana.told(), [told]);
    run(&mut ana, &mut host, &["select 'twice'", "tag opinion", "undo", "redo", "save"]);
    let mine = layers(&host, "/archive");
    assert_eq!(mine.len(), 1);
    let file = LayerFile::read(&mine[0].1).value;
    assert_eq!(file.layer().unwrap().annotations().len(), 2, "the whole union");
    assert_eq!(layers(&host, "/inbox"), before);
    let left = "this article was moved: the marks of Ben were found in `/inbox`";
    assert_eq!(ana.told(), [left]);
    let again = open(&mut host, ARCHIVE, "Ana");
    assert_eq!((again.marks().len(), again.told()), (3, vec![left.to_owned()]));
    assert!(again.my_desk().unwrap().elsewhere.is_empty(), "the file beside has it all");
    // What was removed since stays removed, although the old file still has it.
    let mut ana = again;
    let id = ana.my_layer().unwrap().layer.annotations().next().unwrap().id.0.simple().to_string();
    run(&mut ana, &mut host, &[&format!("delete {id}"), "save"]);
    assert_eq!(open(&mut host, ARCHIVE, "Ana").marks().len(), 2);
}

#[test]
fn looking_again_loses_nothing_and_finds_nothing_new() {
    let mut host = moved();
    let mut ana = open(&mut host, ARCHIVE, "Ana");
    let (revision, warnings) = (ana.revision(), ana.warnings().to_vec());
    assert_eq!(look(&mut ana, &mut host), News::default());
    assert_eq!((ana.marks().len(), ana.revision()), (2, revision));
    assert_eq!(ana.warnings(), warnings);
    run(&mut ana, &mut host, &["hide Ben", "select 'twice'", "tag opinion", "save"]);
    assert_eq!(look(&mut ana, &mut host), News::default());
    assert_eq!(ana.marks().len(), 2);
    // Ben opens it too and goes on: his file beside the article takes the place of the old one.
    mark(&mut host, ARCHIVE, "Ben", "A second report");
    let ben = layers(&host, "/archive")[1].0.file_name().unwrap().to_string_lossy().into_owned();
    let changed = std::iter::once(ben).collect();
    let result = ana.start_refresh(Some(changed), false).run(&host);
    assert_eq!(ana.take_refresh(result).told(), "Ben’s marks changed: 1 more");
    assert!(ana.warnings().is_empty(), "{:?}", ana.warnings());
    run(&mut ana, &mut host, &["show Ben"]);
    assert_eq!(ana.marks().len(), 4);
}

#[test]
fn a_copy_gets_no_marks_of_the_article_that_lies_where_it_lay() {
    let mut host = moved();
    host.files.insert(INBOX.into(), TEXT.as_bytes().to_vec());
    let ana = open(&mut host, ARCHIVE, "Ana");
    assert!(ana.marks().is_empty() && ana.warnings().is_empty());
    // The first one that is opened afterwards is the one that was moved; the second is a copy of that.
    host.files.remove(Path::new(INBOX));
    assert_eq!(open(&mut host, ARCHIVE, "Ana").marks().len(), 2);
    host.files.insert("/third/raid.txt".into(), TEXT.as_bytes().to_vec());
    assert!(open(&mut host, "/third/raid.txt", "Ana").marks().is_empty());
    assert_eq!(open(&mut host, ARCHIVE, "Ana").marks().len(), 2);
    // And on it goes, and home again.
    move_file(&mut host, ARCHIVE, "/third/raid.txt");
    assert_eq!(open(&mut host, "/third/raid.txt", "Ana").marks().len(), 2);
    move_file(&mut host, "/third/raid.txt", INBOX);
    let home = open(&mut host, INBOX, "Ana");
    assert!(home.marks().len() == 2 && home.warnings().is_empty());
}

#[test]
fn an_edited_article_is_known_by_its_name_and_the_text_that_was_kept() {
    let edited = TEXT.replace("Eight", "Nine").replace(" twice", "");
    // Edited and opened where it lay, edited again and moved.
    let mut host = moved();
    move_file(&mut host, ARCHIVE, INBOX);
    host.files.insert(INBOX.into(), edited.clone().into_bytes());
    open(&mut host, INBOX, "Ana");
    host.files.remove(Path::new(INBOX));
    host.files.insert(ARCHIVE.into(), edited.replace("Monday", "Tuesday").into_bytes());
    assert_eq!(open(&mut host, ARCHIVE, "Ana").marks().len(), 2);
    for (path, n_marks) in [(ARCHIVE, 2), ("/archive/monday.txt", 0)] {
        let mut host = moved();
        host.files.remove(Path::new(ARCHIVE));
        host.files.insert(path.into(), edited.clone().into_bytes());
        assert_eq!(open(&mut host, path, "Ana").marks().len(), n_marks, "{path}");
    }
    // Unedited, another name is no matter.
    let mut host = moved();
    move_file(&mut host, ARCHIVE, "/archive/monday.txt");
    assert_eq!(open(&mut host, "/archive/monday.txt", "Ana").marks().len(), 2);
    // A layer that came along vouches for the other, by the document's id, whatever the name.
    let mut host = moved();
    let ana = layers(&host, "/inbox")[0].0.clone();
    move_file(&mut host, &ana.display().to_string(), "/archive/monday.txt.ana-4100.postil.jsonl");
    host.files.remove(Path::new(ARCHIVE));
    host.files.insert("/archive/monday.txt".into(), edited.clone().into_bytes());
    assert_eq!(open(&mut host, "/archive/monday.txt", "Ana").marks().len(), 2);
    // But not for another text: an id is easily copied.
    host.files
        .insert("/archive/monday.txt".into(), b"Something else stands here. Nobody died at all.".to_vec());
    let other = open(&mut host, "/archive/monday.txt", "Ana");
    assert!(other.desks().all(|desk| desk.elsewhere.is_empty()));
}

#[test]
fn what_is_remembered_has_to_be_confirmed_by_the_layer_itself() {
    let mut host = moved();
    let [ana, ben] = [0, 1].map(|n| layers(&host, "/inbox")[n].clone());
    let found = |host: &mut MemoryHost| open(host, ARCHIVE, "Ana").marks().len();
    // Another document took the place of one; the other one is gone.
    let other = String::from_utf8(ana.1.clone()).unwrap();
    let document = DocumentId::mint(Digest::of(TEXT)).iri();
    host.files
        .insert(ana.0.clone(), other.replace(&document, &DocumentId::mint(Digest::of("x")).iri()).into());
    host.files.remove(&ben.0);
    assert_eq!(found(&mut host), 0);
    // An article that its header names lies beside it.
    host.files.insert(ana.0.clone(), other.replace("raid.txt", "other.txt").into());
    assert_eq!(found(&mut host), 1);
    host.files.insert("/inbox/other.txt".into(), b"Other.".to_vec());
    assert_eq!(found(&mut host), 0);
    // A layer that nobody here has seen is not looked for, whatever the files beside the article say.
    host.files.insert(ana.0, ana.1);
    host.seen = Default::default();
    assert_eq!(found(&mut host), 0);
}

#[test]
fn many_articles_of_one_text_keep_their_own_marks() {
    for (text, names, other_gets) in
        [("", ["a.txt", "b.txt"], 0), ("Not yet.", ["a.txt", "b.txt"], 0), (TEXT, ["a.txt", "b.txt"], 1)]
    {
        let mut host = MemoryHost::default();
        for name in names {
            let path = format!("/inbox/{name}");
            host.files.insert(path.clone().into(), text.as_bytes().to_vec());
            let mut session = open(&mut host, &path, "Ana");
            run(&mut session, &mut host, &[&format!("imply claim '{name}'"), "save"]);
        }
        for name in names {
            move_file(&mut host, &format!("/inbox/{name}"), &format!("/archive/{name}"));
        }
        for name in names {
            let session = open(&mut host, &format!("/archive/{name}"), "Ana");
            let implied: Vec<_> =
                session.marks().iter().map(|mark| mark.annotation.implied.clone()).collect();
            let expected = if text.is_empty() { Vec::new() } else { vec![Some(name.to_owned())] };
            assert_eq!(implied, expected, "{text}");
        }
        // A third one with another name, after the first is gone for good.
        host.files.remove(Path::new("/archive/a.txt"));
        host.files.insert("/archive/c/c.txt".into(), text.as_bytes().to_vec());
        assert_eq!(open(&mut host, "/archive/c/c.txt", "Ana").marks().len(), other_gets, "{text}");
    }
}

#[test]
fn a_change_after_the_move_survives_a_crash() {
    let mut host = moved();
    let mut ana = open(&mut host, ARCHIVE, "Ana");
    run(&mut ana, &mut host, &["select 'twice'", "tag opinion"]);
    host.program += 1;
    assert_eq!(recover(&mut host)[0].sentence(), "recovered 1 change to raid.txt");
    let mut ana = open(&mut host, ARCHIVE, "Ana");
    assert_eq!(ana.marks().len(), 3);
    assert!(ana.moved().unwrap().to_string().contains("your marks and those of Ben"));
    run(&mut ana, &mut host, &["select 'Monday'", "tag claim", "save"]);
    assert_eq!(
        LayerFile::read(&layers(&host, "/archive")[0].1).value.layer().unwrap().annotations().len(),
        3
    );
    assert_eq!(open(&mut host, ARCHIVE, "Ana").marks().len(), 4);
}

#[test]
fn who_gives_a_name_later_writes_beside_the_article_too() {
    let mut host = moved();
    let before = layers(&host, "/inbox");
    let mut session = Session::open(Path::new(ARCHIVE), &Options::default(), None, &host).unwrap();
    assert_eq!(session.told(), ["this article was moved: the marks of 2 people were found in `/inbox`"]);
    session.set_annotator(person("Ana"));
    assert!(session.told()[0].contains("your marks and those of Ben"));
    run(&mut session, &mut host, &["select 'twice'", "tag opinion", "save"]);
    assert_eq!((layers(&host, "/inbox"), layers(&host, "/archive").len()), (before, 1));
}

#[test]
fn marks_that_were_begun_anew_and_files_that_go_away_are_told() {
    // Begun at the new place before the old one was known: the same text, the same document.
    let mut host = moved();
    let seen = std::mem::take(&mut host.seen);
    mark(&mut host, ARCHIVE, "Ana", "Monday");
    host.seen = seen;
    let mut ana = open(&mut host, ARCHIVE, "Ana");
    assert_eq!(ana.marks().len(), 3);
    // The old files go: Ben's marks with them, one's own stay and are written.
    host.files.retain(|path, _| !path.starts_with("/inbox"));
    assert_eq!(look(&mut ana, &mut host).told(), "the file of Ben’s marks is gone");
    assert_eq!((ana.marks().len(), ana.warnings().len()), (2, 0));
    run(&mut ana, &mut host, &["select 'twice'", "tag opinion", "save"]);
    assert_eq!(open(&mut host, ARCHIVE, "Ana").marks().len(), 3);

    let mut host = moved();
    let mut ana = open(&mut host, ARCHIVE, "Ana");
    host.files.retain(|path, _| !path.starts_with("/inbox"));
    let told = "the file of your marks was removed; your next change writes it again";
    assert_eq!(look(&mut ana, &mut host).told(), format!("{told}; the file of Ben’s marks is gone"));
    assert_eq!(look(&mut ana, &mut host), News::default());
    run(&mut ana, &mut host, &["select 'twice'", "tag opinion", "save"]);
    assert_eq!(open(&mut host, ARCHIVE, "Ana").marks().len(), 2);
}
