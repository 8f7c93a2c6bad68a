//! The ladder, rung by rung.

use super::*;
use crate::anchor::{KeptTexts, Placers, describe, place};
use crate::document::{DocumentId, Timestamp};
use crate::text::marks;
use proptest::prelude::*;

fn land(old_marked: &str, new: &str, keep: bool) -> String {
    let (old, ranges) = marks::parse(old_marked);
    let (old, new) = (Document::plain(&old), Document::plain(new));
    let new = Arc::new(new);
    let target = describe(&old, DocumentId::mint(old.digest()), &ranges, Timestamp::default());
    let placement = place(&new, &target, keep.then_some(old.text()));
    let pieces = placement.passage().map_or(&[][..], Passage::pieces);
    format!("{}: {}", placement.name(), marks::show(new.text(), pieces))
}

fn check(old_marked: &str, new: &str, expected: &str) {
    assert_eq!(land(old_marked, new, true), expected, "with the kept text");
}

#[test]
fn an_insertion_before_moves_a_mark() {
    check(
        "The army <|denied|> it.",
        "On Monday the army fell. The army denied it.",
        "moved: On Monday the army fell. The army <|denied|> it.",
    );
}

#[test]
fn an_edited_passage_is_changed_until_confirmed() {
    check(
        "Police said <|three men were held|>.",
        "On Tuesday the police confirmed that three men are held.",
        "changed: On Tuesday the police confirmed that <|three men are held|>.",
    );
}

#[test]
fn a_corrected_number_does_not_jump_to_an_old_copy() {
    check(
        "Today <|seven people died|> in the north.\n\nThe vote is on Monday, they said.\n\nYesterday seven people died in the south.",
        "Today nine people died in the north.\n\nThe vote is on Monday, they said.\n\nYesterday seven people died in the south.",
        "changed: Today <|nine people died|> in the north.\n\nThe vote is on Monday, they said.\n\nYesterday seven people died in the south.",
    );
}

#[test]
fn the_one_copy_that_is_left_is_the_passage() {
    let put = "bridge child early number nine under city cellar while of seven river paper lamps were never counted";
    let marked = put.replace("of", "<|of|>");
    check(
        "The firm announced the closing <|of|> the mill on Monday. Nobody of the staff was asked.",
        &format!("The firm announced the closing {put} the mill on Monday. Nobody of the staff was asked."),
        &format!(
            "changed: The firm announced the closing {marked} the mill on Monday. Nobody of the staff was asked."
        ),
    );
    // Of two that are left, or where one came, nobody can say which it is.
    check(
        "The firm announced the closing <|of|> the mill on Monday. Nobody of the staff was asked.",
        &format!(
            "The firm announced the closing {put} the mill on Monday. Nobody of the staff was asked. Out of date."
        ),
        &format!(
            "orphaned: The firm announced the closing {put} the mill on Monday. Nobody of the staff was asked. Out of date."
        ),
    );
}

#[test]
fn words_that_stand_where_the_text_goes_on_are_preferred_to_a_copy_between_the_same_words() {
    let since = "in it. He left at noon, and nobody in the town has seen him since that day";
    let monday = "The vote is on Monday, and the mill stays closed.";
    check(
        &format!("In May the town asked. The chair, <|Mr Lund, denied any part|> {since}, he said. {monday}"),
        &format!(
            "In May the town asked. The chair, who came late, Mr Lund, denied any part {since}, he said. {monday} In May the town asked. The chair, Mr Lund, denied any part {since}."
        ),
        &format!(
            "moved: In May the town asked. The chair, who came late, <|Mr Lund, denied any part|> {since}, he said. {monday} In May the town asked. The chair, Mr Lund, denied any part {since}."
        ),
    );
}

#[test]
fn a_deleted_passage_is_an_orphan() {
    check(
        "<|A disgrace.|> The vote is on Monday.",
        "The vote is on Monday.",
        "orphaned: The vote is on Monday.",
    );
    assert_eq!(
        land("<|A disgrace.|> The vote is on Monday.", "The vote is on Monday.", false),
        "orphaned: The vote is on Monday."
    );
}

#[test]
fn a_repeated_quote_without_its_text_is_ambiguous() {
    let new = "x he said y. x he said y.";
    assert!(
        land("One <|he said|> two.", new, false).starts_with("orphaned")
            || land("One <|he said|> two.", new, false).starts_with("ambiguous")
    );
}

#[test]
fn line_ends_quotes_and_composition_do_not_matter() {
    check(
        "He said <|“café”|> twice.",
        "He\nsaid \"cafe\u{301}\" twice.",
        "moved: He\nsaid <|\"cafe\u{301}\"|> twice.",
    );
}

proptest! {
    #[test]
    fn what_is_described_is_found_exactly(text in "([a-c]{1,3}[ .\n]|é|e\u{301}|👩\u{200d}🚒|ين|שלום |中文|да ){1,60}", a in 0..300_usize, b in 0..300_usize) {
        let document = Arc::new(Document::plain(&text));
        let range = document.snap(TextRange::from_usize(a.min(b)..a.max(b)));
        prop_assume!(!range.is_empty());
        let target = describe(&document, DocumentId::mint(document.digest()), &[range], Timestamp::default());
        prop_assert_eq!(place(&document, &target, None), Placement::Exact(range.into()));
    }

    #[test]
    fn placing_never_panics_and_never_cuts_a_cluster(old in "([a-c]{1,3}[ .\n]|é|👩\u{200d}🚒){1,40}", new in "([a-c]{1,3}[ .\n]|é|👩\u{200d}🚒){0,40}", a in 0..200_usize, b in 0..200_usize) {
        let (old, new) = (Document::plain(&old), Arc::new(Document::plain(&new)));
        let range = old.snap(TextRange::from_usize(a.min(b)..a.max(b)));
        prop_assume!(!range.is_empty());
        let target = describe(&old, DocumentId::mint(old.digest()), &[range], Timestamp::default());
        for earlier in [None, Some(old.text())] {
            if let Some(passage) = place(&new, &target, earlier).passage() {
                for &piece in passage.pieces() {
                    prop_assert_eq!(new.snap(piece), piece);
                }
            }
        }
    }
}

#[test]
fn positions_out_of_range_count_as_missing() {
    let document = Arc::new(Document::plain("The army denied it."));
    let mut target = describe(
        &document,
        DocumentId::mint(document.digest()),
        &[TextRange::from_usize(9..15)],
        Timestamp::default(),
    );
    target.pieces[0].descriptions[0].position = Some(500..700);
    assert_eq!(place(&document, &target, None).name(), "moved");
}

#[test]
fn each_of_fifty_equal_quotes_is_found_again() {
    let old = "he said so. ".repeat(50);
    let document = Arc::new(Document::plain(&old));
    let edited = Arc::new(Document::plain(&format!("It began on Monday. {old}")));
    for nth in [0, 1, 24, 48, 49] {
        let range = TextRange::from_usize(nth * 12..nth * 12 + 7);
        let target = describe(&document, DocumentId::mint(document.digest()), &[range], Timestamp::default());
        assert_eq!(place(&document, &target, None), Placement::Exact(range.into()));
        let moved = TextRange::from_usize(nth * 12 + 20..nth * 12 + 27);
        let placement = place(&edited, &target, Some(document.text()));
        assert_eq!(placement, Placement::Moved { to: moved.into() }, "the {nth}th");
    }
}

#[test]
fn line_ends_of_another_system_change_nothing() {
    let import = |bytes: &str| {
        let options = crate::document::import::Options::default();
        Arc::new(crate::document::import::import(bytes.as_bytes(), "a.txt", &options).unwrap().value)
    };
    let (old, new) =
        (import("One.\r\n\r\nThe army\r\ndenied it.\r\n"), import("One.\n\nThe army\ndenied it.\n"));
    let at = old.text().find("army").unwrap();
    let range = TextRange::from_usize(at..at + "army\ndenied".len());
    let target = describe(&old, DocumentId::mint(old.digest()), &[range], Timestamp::default());
    assert_eq!(place(&new, &target, None), Placement::Exact(range.into()));
}

#[test]
fn a_mark_of_several_pieces_keeps_its_candidates() {
    let ranges = |nth: usize| TextRange::from_usize(nth..nth + 5);
    let landed = vec![
        Landed::Moved(ranges(0)),
        Landed::Ambiguous(vec![(ranges(10), Score(800)), (ranges(20), Score(790))]),
    ];
    let Placement::Ambiguous(candidates) = join(landed) else { panic!("a person has to choose") };
    assert_eq!(candidates[0].passage.pieces(), [ranges(0), ranges(10)]);
    assert_eq!(candidates[1].passage.pieces(), [ranges(0), ranges(20)]);
}

/// Some words of a text in many scripts, some of them changed, exchanged, left out or new.
fn versions() -> impl Strategy<Value = (String, String)> {
    let word = prop::sample::select(vec![
        "on ",
        "the ",
        "bridge ",
        "shells fell. ",
        "мост ",
        "упал, ",
        "جسر ",
        "桥上",
        "שלום ",
        "👩\u{200d}🚒 ",
        "e\u{301}té\n",
    ]);
    let edit = prop_oneof![6 => Just(0), 1 => Just(1), 1 => Just(2), 1 => Just(3)];
    prop::collection::vec((word.clone(), edit, word), 1..40).prop_map(|words| {
        let old = words.iter().map(|(word, _, _)| *word).collect();
        let new = words.iter().map(|(word, edit, other)| match edit {
            0 => (*word).to_owned(),
            1 => (*other).to_owned(),
            2 => format!("{other}{word}"),
            _ => String::new(),
        });
        (old, new.collect())
    })
}

proptest! {
    #[test]
    fn a_mark_is_on_its_words_or_asks((old, new) in versions(), ends in prop::collection::vec((0..300_usize, 0..300_usize), 1..5)) {
        let (old, new) = (Document::plain(&old), Arc::new(Document::plain(&new)));
        let ranges = ends.iter().map(|&(a, b)| old.snap(TextRange::from_usize(a.min(b)..a.max(b))));
        let ranges: Vec<TextRange> = ranges.filter(|range| !range.is_empty()).collect();
        for earlier in [None, Some(old.text())] {
            let placer = Placer::new(&new, earlier);
            for &range in &ranges {
                let target = describe(&old, DocumentId::mint(old.digest()), &[range], Timestamp::default());
                let placement = placer.place(&target);
                if let Some(&piece) = placement.passage().and_then(|passage| passage.pieces().first()) {
                    prop_assert!(placement.needs_review() || fold(new.slice(piece)) == fold(old.slice(range)));
                }
                // What was placed before makes no difference.
                prop_assert_eq!(placement, Placer::new(&new, earlier).place(&target));
            }
        }
    }
}

#[test]
fn one_alignment_serves_every_target_and_copies_of_the_placers() {
    let old = Document::plain("Nine people died there on Monday. The army denied it. A disgrace.");
    let new =
        Arc::new(Document::plain("Eleven people died there on Monday. The army denies it. A disgrace!"));
    let placers = Placers::new(new, KeptTexts::from([(old.digest(), old.text().to_owned())]));
    let copy = placers.clone();
    assert_eq!(placers.n_alignments(), 0, "nothing was placed yet");
    for (at, placers) in [(0, &placers), (5, &copy), (12, &placers), (39, &copy)] {
        let range = TextRange::from_usize(at..at + 6);
        let id = DocumentId::mint(old.digest());
        placers.place(&describe(&old, id, &[range], Timestamp::default()));
    }
    assert_eq!((placers.n_alignments(), placers.n_placed(), copy.n_placed()), (1, 4, 4));
    let mut others = Placers::new(Arc::clone(placers.document()), KeptTexts::new());
    others.join(&placers);
    assert_eq!((others.n_alignments(), others.kept(old.digest())), (1, Some(old.text())));
}
