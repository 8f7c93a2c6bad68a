//! The order changed mark by mark against the order made anew.

use super::*;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::layer::Annotator;
use crate::layer::AnnotatorId;
use crate::session::{Action, Place, Session};
use proptest::prelude::*;
use std::path::Path;

const TEXT: &str =
    "The army denied it twice. Eight people died, said a nurse, and forty fled over the bridge.\n";

/// What a person may do next; numbers choose words and marks.
#[derive(Clone, Debug)]
enum Deed {
    Tag(usize, usize, usize),
    AddTag(usize, usize),
    Delete(usize),
    Move(usize, usize, usize),
    Imply,
    Undo,
    Redo,
    Shown(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (0_usize..88, 1_usize..60, 0_usize..4).prop_map(|(at, long, tag)| Deed::Tag(at, long, tag)),
        2 => (any::<usize>(), 0_usize..4).prop_map(|(mark, tag)| Deed::AddTag(mark, tag)),
        2 => any::<usize>().prop_map(Deed::Delete),
        2 => (any::<usize>(), 0_usize..88, 1_usize..60).prop_map(|(mark, at, long)| Deed::Move(mark, at, long)),
        1 => Just(Deed::Imply),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => any::<bool>().prop_map(Deed::Shown),
    ]
}

fn place(at: usize, long: usize) -> Place {
    Place::Bytes(TextRange::from_usize(at..(at + long).min(TEXT.len())))
}

/// The action that a deed is now, if it can be done.
fn action(session: &Session, deed: &Deed) -> Option<Action> {
    let tag = |nth: usize| session.codebook().tags[nth].id.clone();
    let marks = session.marks();
    let mark = |nth: usize| {
        let mark = marks.get(nth.checked_rem(marks.len())?)?;
        Some(Some(mark.annotation.id.0.simple().to_string()))
    };
    Some(match *deed {
        Deed::Tag(_, _, nth) => Action::Tag(tag(nth), None),
        Deed::AddTag(nth, which) => Action::Tag(tag(which), mark(nth)?),
        Deed::Delete(nth) => Action::Delete(mark(nth)?),
        Deed::Move(nth, at, long) => Action::Move(mark(nth)?, vec![place(at, long)]),
        Deed::Imply => Action::Imply(tag(0), "Somebody said so".to_owned()),
        Deed::Undo => Action::Undo,
        Deed::Redo => Action::Redo,
        Deed::Shown(true) => Action::Show("Ana".to_owned()),
        Deed::Shown(false) => Action::Hide("Ana".to_owned()),
    })
}

fn session() -> (Session, MemoryHost) {
    let mut host = MemoryHost::with("/desk/article.txt", TEXT.as_bytes());
    let ana = Annotator { id: AnnotatorId::named("ana").expect("a name"), name: "Ana".to_owned() };
    host.annotator = Some(ana.clone());
    let session = Session::open(Path::new("/desk/article.txt"), &Options::default(), Some(ana), &host);
    (session.expect("the article"), host)
}

proptest! {
    #[test]
    fn an_order_changed_mark_by_mark_is_the_order_made_anew(deeds in prop::collection::vec(deed(), 1..40)) {
        let (mut session, mut host) = session();
        let mut followed: Vec<AnnotationId> = Vec::new();
        let mut revision = session.order().revision();
        for deed in &deeds {
            if let Deed::Tag(at, long, _) = *deed {
                session.perform(&Action::Select(place(at, long)), &mut host).expect("a selection");
            }
            let Some(action) = action(&session, deed) else { continue };
            session.perform(&action, &mut host).ok();
            let order = session.order();
            let mut anew = MarkOrder::default();
            anew.rebuild(session.layers(), session.codebook());
            prop_assert_eq!(order.marks(), anew.marks(), "after {:?}", action);
            prop_assert_eq!(order.placed(), anew.placed());
            prop_assert_eq!(&order.reach, &anew.reach);
            // Whoever follows the changes has the same list.
            match order.since(revision) {
                Some(splices) => {
                    let mut marks = Vec::new();
                    for splice in splices {
                        marks.push(splice);
                    }
                    for splice in marks {
                        match splice {
                            Splice::Removed(at) => { followed.remove(at); }
                            Splice::Inserted(at) => followed.insert(at, AnnotationId(uuid::Uuid::nil())),
                        }
                    }
                    prop_assert_eq!(followed.len(), order.marks().len());
                }
                None => followed = order.marks().iter().map(|mark| mark.id).collect(),
            }
            for (followed, mark) in followed.iter_mut().zip(order.marks()) {
                prop_assert!(*followed == mark.id || followed.0.is_nil(), "a list that follows has another mark");
                *followed = mark.id;
            }
            revision = order.revision();
        }
        for rank in 0..session.order().marks().len() {
            prop_assert_eq!(session.rank(session.order().marks()[rank].id), Some(rank));
        }
    }

    #[test]
    fn what_lies_in_a_stretch_is_what_a_look_at_all_finds(
        marks in prop::collection::vec((0_usize..88, 1_usize..60), 0..60),
        (from, long) in (0_usize..88, 0_usize..30),
    ) {
        let (mut session, mut host) = session();
        for (at, long) in marks {
            session.perform(&Action::Select(place(at, long)), &mut host).expect("a selection");
            session.perform(&Action::Mark, &mut host).ok();
        }
        let stretch = TextRange::from_usize(from..(from + long).min(TEXT.len()));
        let found: Vec<_> = session.pieces_in(stretch).iter().map(|(mark, piece)| (mark.annotation.id, *piece)).collect();
        let all = session.marks();
        let naive: Vec<_> = all
            .iter()
            .flat_map(|mark| {
                let passage = mark.placement.and_then(|placement| placement.passage()).expect("a place");
                passage.pieces().iter().map(|&piece| (mark.annotation.id, piece))
            })
            .filter(|(_, piece)| piece.overlaps(stretch))
            .collect();
        prop_assert_eq!(found, naive);
        let sorted = all.windows(2).all(|pair| {
            let key = |nth: usize| pair[nth].hull().map(|hull| (hull.start(), Reverse(hull.end())));
            key(0) <= key(1)
        });
        prop_assert!(sorted);
    }
}
