//! What comes in while an article is open.

use super::*;
use crate::host::MemoryHost;
use crate::layer::Annotator;
use crate::session::Action;
use std::path::Path;
use uuid::Uuid;

const ARTICLE: &str = "/desk/a.txt";

fn host() -> MemoryHost {
    MemoryHost::with(ARTICLE, b"Eight people died. The army denied it. A disgrace.")
}

fn open(host: &MemoryHost, name: &str) -> Session {
    let id = AnnotatorId(Uuid::from_u128(u128::from(name.as_bytes()[0]) << 120 | 1));
    let annotator = Annotator { id, name: name.to_owned() };
    Session::open(Path::new(ARTICLE), &Options::default(), Some(annotator), host).unwrap()
}

fn run(session: &mut Session, host: &mut MemoryHost, actions: &[&str]) {
    for action in actions {
        session.perform(&action.parse::<Action>().unwrap(), host).unwrap();
    }
}

fn look(session: &mut Session, host: &MemoryHost) -> News {
    let result = session.start_refresh(None, false).run(host);
    session.take_refresh(result)
}

fn notices(session: &mut Session, host: &MemoryHost) -> String {
    look(session, host).told()
}

fn layer_of(host: &MemoryHost, name: &str) -> PathBuf {
    host.files.keys().find(|path| path.display().to_string().contains(name)).unwrap().clone()
}

#[test]
fn what_a_colleague_saves_comes_in_and_nothing_else_moves() {
    let mut host = host();
    let (mut ana, mut ben) = (open(&host, "Ana"), open(&host, "Ben"));
    run(&mut ana, &mut host, &["select 'denied'", "tag denial", "save", "select 'A disgrace'"]);
    assert_eq!(notices(&mut ana, &host), "", "one's own saves are no news");
    run(&mut ben, &mut host, &["select 'Eight'", "tag claim", "save"]);
    let (selection, n_steps) = (ana.selection().clone(), ana.history().len());
    assert_eq!(notices(&mut ana, &host), "1 mark by Ben came in");
    assert_eq!(notices(&mut ana, &host), "");
    run(&mut ben, &mut host, &["note 'x'", "select 'army'", "tag claim", "select 'it'", "tag claim", "save"]);
    assert_eq!(notices(&mut ana, &host), "Ben’s marks changed: 2 more, 1 different");
    assert_eq!((ana.selection(), ana.history().len()), (&selection, n_steps));
    assert_eq!(ana.marks().len(), 4);
    host.files.remove(&layer_of(&host, ".ben-"));
    assert_eq!(notices(&mut ana, &host), "the file of Ben’s marks is gone");
    assert_eq!(ana.marks().len(), 1);
    run(&mut ana, &mut host, &["undo"]);
    assert_eq!(ana.marks().len(), 0);
}

#[test]
fn hidden_marks_stay_hidden_when_their_file_changes() {
    let mut host = host();
    let mut ben = open(&host, "Ben");
    run(&mut ben, &mut host, &["select 'Eight'", "tag claim", "save"]);
    let mut ana = open(&host, "Ana");
    run(&mut ana, &mut host, &["hide Ben"]);
    run(&mut ben, &mut host, &["select 'army'", "tag claim", "save"]);
    assert_eq!(notices(&mut ana, &host), "Ben’s marks changed: 1 more");
    assert!(ana.marks().is_empty());
}

#[test]
fn another_machine_of_mine_adds_to_my_marks_and_the_next_save_keeps_both() {
    let mut host = host();
    let mut desk = open(&host, "Ana");
    run(&mut desk, &mut host, &["select 'denied'", "tag denial", "save"]);
    let mut laptop = open(&host, "Ana");
    run(&mut laptop, &mut host, &["select 'Eight'", "tag claim", "save"]);
    // What is not saved yet is not touched; it meets the other when it is saved.
    run(&mut desk, &mut host, &["select 'disgrace'", "tag opinion"]);
    let news = look(&mut desk, &host);
    assert!(news.waits_for_save && news.notices.is_empty());
    assert_eq!(desk.marks().len(), 2);
    run(&mut desk, &mut host, &["save"]);
    assert_eq!(desk.marks().len(), 3);
    assert_eq!(notices(&mut desk, &host), "");
    assert_eq!(notices(&mut laptop, &host), "your marks changed: 1 more");
    assert_eq!(laptop.marks().len(), 3);
    // A sync tool puts an older state in the place of the newer one: nothing goes away.
    let path = layer_of(&host, ".ana-");
    let newer = host.files[&path].clone();
    run(&mut laptop, &mut host, &["select 'it'", "tag claim", "save"]);
    host.files.insert(path, newer);
    assert_eq!(notices(&mut laptop, &host), "");
    run(&mut laptop, &mut host, &["select 'army'", "tag claim", "save"]);
    assert_eq!(open(&host, "Ana").marks().len(), 5);
}

#[test]
fn my_removed_file_is_told_once_and_written_again() {
    let mut host = host();
    let mut ana = open(&host, "Ana");
    run(&mut ana, &mut host, &["select 'denied'", "tag denial", "save"]);
    host.files.remove(&layer_of(&host, ".ana-"));
    let result = ana.start_refresh(None, true).run(&host);
    assert!(ana.take_refresh(result).is_unsure, "it may come back in a moment");
    let told = "the file of your marks was removed; your next change writes it again";
    assert_eq!(notices(&mut ana, &host), told);
    assert_eq!(notices(&mut ana, &host), "");
    run(&mut ana, &mut host, &["select 'army'", "tag claim", "save"]);
    assert_eq!(open(&host, "Ana").marks().len(), 2);
}

#[test]
fn a_half_written_file_is_looked_at_again_before_anything_is_said() {
    let mut host = host();
    let mut ana = open(&host, "Ana");
    let mut ben = open(&host, "Ben");
    run(&mut ben, &mut host, &["select 'Eight'", "tag claim", "select 'army'", "tag claim", "save"]);
    assert_eq!(notices(&mut ana, &host), "2 marks by Ben came in");
    let path = layer_of(&host, ".ben-");
    let whole = host.files[&path].clone();
    for cut in [0, 40, whole.len() - 200] {
        host.files.insert(path.clone(), whole[..cut].to_vec());
        let result = ana.start_refresh(None, true).run(&host);
        let news = ana.take_refresh(result);
        assert!(news.is_unsure && news.notices.is_empty(), "{cut}");
        assert_eq!(ana.marks().len(), 2);
    }
    host.files.insert(path, whole);
    assert_eq!(look(&mut ana, &host), News::default());
}

#[test]
fn the_article_and_the_codebook_are_looked_at_too() {
    let mut host = host();
    let mut ana = open(&host, "Ana");
    host.files.insert(ARTICLE.into(), b"Nine people died. The army denied it. A disgrace.".to_vec());
    assert_eq!(look(&mut ana, &host).article, Some(ArticleNews::Changed));
    assert_eq!(look(&mut ana, &host).article, None, "told once");
    // The same text in other bytes.
    host.files
        .insert(ARTICLE.into(), b"\xef\xbb\xbfEight people died. The army denied it. A disgrace.".to_vec());
    assert_eq!(look(&mut ana, &host).article, None);
    host.files.remove(Path::new(ARTICLE));
    assert_eq!(look(&mut ana, &host).article, Some(ArticleNews::Gone));

    let codebook = "name = \"x\"\nrevision = 2\n[[tag]]\nslug = \"claim\"\nlabel = \"Claim\"\n";
    host.files.insert("/desk/codebook.postil.toml".into(), codebook.as_bytes().to_vec());
    assert_eq!(notices(&mut ana, &host), "the codebook has changed");
    assert_eq!(ana.codebook().tags.len(), 1);
}

#[test]
fn the_text_that_was_read_to_be_noticed_is_the_one_that_is_shown() {
    let mut host = host();
    let mut ana = open(&host, "Ana");
    host.files.insert(ARTICLE.into(), b"Nine people died. The army denied it.".to_vec());
    look(&mut ana, &host);
    let noticed = std::sync::Arc::clone(ana.new_text().and_then(NewText::document).expect("a text"));
    let read = |host: &MemoryHost, options: &Options| {
        Session::open_after(Path::new(ARTICLE), options, None, &ana.before(), host).unwrap()
    };
    let again = read(&host, &Options::default());
    assert!(std::sync::Arc::ptr_eq(again.document(), &noticed) && again.new_text().is_none());
    assert!(again.earlier_text().is_some_and(|earlier| earlier.was_open));
    // Read in another way, or changed once more, it is another text.
    let other = Options { encoding: Some("windows-1252".to_owned()), ..Options::default() };
    assert!(!std::sync::Arc::ptr_eq(read(&host, &other).document(), &noticed));
    host.files.insert(ARTICLE.into(), b"Ten people died. The army denied it.".to_vec());
    assert!(read(&host, &Options::default()).document().text().starts_with("Ten"));
}

#[test]
fn a_file_that_becomes_what_it_was_leaves_nothing_to_be_read() {
    let mut host = host();
    let mut ana = open(&host, "Ana");
    let before = host.files[Path::new(ARTICLE)].clone();
    for gone in [false, true] {
        host.files.insert(ARTICLE.into(), b"Nine people died.".to_vec());
        look(&mut ana, &host);
        assert!(ana.new_text().is_some() && ana.newest().text().starts_with("Nine"));
        if gone {
            host.files.remove(Path::new(ARTICLE));
        } else {
            host.files.insert(ARTICLE.into(), before.clone());
        }
        look(&mut ana, &host);
        assert!(ana.new_text().is_none() && ana.newest().text().starts_with("Eight"));
    }
}

/// A locked file that changed is read with the password that opened it, here and whenever it is read again.
#[cfg(feature = "pdf")]
#[test]
fn a_locked_file_that_changes_is_read_with_its_password() {
    let locked = include_bytes!("../../../tests/fixtures/locked.pdf");
    let path = Path::new("/desk/locked.pdf");
    let mut host = MemoryHost::with("/desk/locked.pdf", locked);
    let password = Some("harbour".to_owned());
    let options = Options { password, ..Options::default() };
    let mut ana = Session::open(path, &options, None, &host).expect("it is unlocked");
    host.files.insert(path.into(), [&locked[..], b"\n%\n"].concat());
    assert_eq!(look(&mut ana, &host).article, None);
    assert!(ana.new_text().is_none());
    ana.perform(&crate::session::Action::Reopen, &mut host).expect("it is read again");
    assert_eq!(ana.options(), options);
}
