//! Names, who uses them, and which are like each other.

use super::*;
use crate::document::Timestamp;
use crate::host::MemoryHost;
use crate::layer::{Annotator, AnnotatorId, FolderChange, FolderItem, ItemId, LayerId};
use crate::library::tests::{mark, opened};

fn folder() -> Vec<Arc<Entry>> {
    let mut host = MemoryHost::with(
        "/desk/a.md",
        b"---\nsite: Herald\n---\n\nFighters of ISIL left. ISIS denied it. VTS held the road.",
    );
    host.files.insert(
        "/desk/b.md".into(),
        b"---\nsite: Post\n---\n\nThe Observatory for Roads said that VTS left.".to_vec(),
    );
    mark(
        &mut host,
        "/desk/a.md",
        "Ana",
        &[
            "select 'Fighters of ISIL left'",
            "tag claim",
            "source 'SDS'",
            "select 'ISIS denied it'",
            "tag denial",
            "select 'VTS held the road'",
            "tag claim",
            "source 'SDS'",
        ],
    );
    mark(
        &mut host,
        "/desk/b.md",
        "Ana",
        &["select 'VTS left'", "tag claim", "source 'Observatory for Roads'"],
    );
    opened(&host).entries().cloned().collect()
}

fn register(groups: &[&[&str]]) -> Arc<FolderLayer> {
    let ana = Annotator::new(AnnotatorId::named("ana").unwrap(), "Ana");
    let mut layer = FolderLayer::new(LayerId::named("l1").unwrap(), ana, Timestamp::default());
    for (nth, names) in groups.iter().enumerate() {
        let id = ItemId::named(&format!("x{nth}")).unwrap();
        let actor = Actor::of(id, Timestamp::default(), names.iter().copied());
        layer.apply(&[FolderChange::put(FolderItem::Actor(actor))]).unwrap();
    }
    Arc::new(layer)
}

#[test]
fn each_spelling_is_a_name_of_its_own_with_who_uses_it() {
    let actors = Actors::of(&folder(), &[]);
    let users = |name: &str| -> Vec<(String, usize)> {
        let named = actors.named(name).unwrap_or_else(|| panic!("no {name}"));
        named.users.iter().map(|(user, n)| (user.clone(), *n)).collect()
    };
    let one = |user: &str| vec![(user.to_owned(), 1)];
    assert_eq!(users("ISIL"), one("SDS"));
    assert_eq!(users("ISIS"), one("Herald"));
    assert_eq!(users("VTS"), [("Observatory for Roads".to_owned(), 1), ("SDS".to_owned(), 1)]);
    assert_eq!(users("SDS"), [("Herald".to_owned(), 2)]);
    let matrix = actors.matrix(&["ISIL".to_owned(), "VTS".to_owned()]);
    assert_eq!(
        matrix.rows,
        [("SDS".to_owned(), vec![1, 1]), ("Observatory for Roads".to_owned(), vec![0, 1])]
    );
}

#[test]
fn like_spellings_are_pointed_out_until_somebody_puts_them_together() {
    let entries = folder();
    let alike = |registers: &[Arc<FolderLayer>]| {
        let actors = Actors::of(&entries, registers);
        let alike = actors.alike_to("ISIL");
        alike.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(alike(&[]), ["ISIS"]);
    assert_eq!(alike(&[register(&[&["ISIL", "ISIS"]])]), Vec::<String>::new());
    let of_two = Actors::of(&entries, &[register(&[&["ISIL", "ISIS"], &["SDS"]])]);
    assert!(of_two.is_registered("SDS") && !of_two.is_registered("VTS"));
}

#[test]
fn names_are_told_from_words_that_begin_a_sentence() {
    let quotes = [
        "Shells fell on the Lower Market. Fighters of Hamra fired, Karim Haddad said.",
        "Monitors said so to the Herald and the Post",
        "Fire broke out. He said: Herald reporters saw it",
        "Asked twice, the Ministry of defence and the Governor of Tisova wrote to the UN of old",
    ];
    let names: Vec<String> = words::names_in(&quotes).into_iter().collect();
    assert_eq!(
        names,
        ["Governor of Tisova", "Hamra", "Herald", "Karim Haddad", "Lower Market", "Post", "UN"]
    );
}

#[test]
fn spellings_are_alike_by_articles_initials_and_slips() {
    let cases = [
        ("the army", "The Army", true),
        ("Observatory for Human Rights", "OHR", true),
        ("ISIL", "ISIS", true),
        ("Hammra", "Hamra", true),
        ("Hamra", "Hamla", false),
        ("Al-Hamra", "Hamra", true),
        ("UN", "US", false),
        ("army", "navy", false),
    ];
    for (one, other, expected) in cases {
        assert_eq!(!spelling::alike([one, other].into_iter()).is_empty(), expected, "{one} {other}");
    }
}
