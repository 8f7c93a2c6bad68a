//! How pairs of accounts lie to each other, as lines of the tests of incidents, and what ranges make of them.

use super::account::kind_of;
use super::tests::only;
use super::{Reason, Rule, Verdict};

#[test]
fn every_pair_has_a_verdict_with_its_reason() {
    let cases = [
        ("2017-04-15 X A killed 100-", "2017-04-15 X B killed 112", Verdict::Compatible, Reason::Meet),
        ("2017-04-15 X A killed 8", "2017-04-15 X B killed 8", Verdict::Compatible, Reason::SameNumber),
        ("2017-04-15 X A killed 8", "2017-04-15 X B killed 12", Verdict::Conflict, Reason::Apart(0)),
        ("2017-04-15 X A killed 8", "2017-04-17 X A killed 12", Verdict::Update, Reason::Rose(2)),
        ("2017-04-15 X A killed 12", "2017-04-17 X A killed 8", Verdict::Reversal, Reason::Fell(2)),
        ("2017-04-15 X A killed 8-", "2017-04-16 X A killed 12-", Verdict::Update, Reason::Rose(1)),
        ("2017-04-15 X A killed 12 civilians", "2017-04-15 X B killed 20", Verdict::PartOf, Reason::Part),
        (
            "2017-04-15 X A killed 12 children",
            "2017-04-15 X B killed 10 civilians",
            Verdict::Conflict,
            Reason::LargerPart,
        ),
        (
            "2017-04-15 X A killed 12",
            "2017-04-15 X B injured 12",
            Verdict::NotComparable,
            Reason::OtherOutcome,
        ),
        ("2017-04-15 X A killed ?", "2017-04-15 X B killed 12", Verdict::NotComparable, Reason::NoNumber),
        ("2017-04-15 X A killed 12 denied", "2017-04-15 X B killed 12", Verdict::Conflict, Reason::Denied),
        (
            "2017-04-15 X A killed 12 in a",
            "2017-04-15 X A killed 14 in a",
            Verdict::Conflict,
            Reason::TwoNumbers,
        ),
        (
            "2017-04-15 X A killed 35 in a",
            "2017-04-15 X A killed 40 from 35 in a",
            Verdict::Update,
            Reason::Rose(0),
        ),
        ("2017-04-15 X A killed 0", "2017-04-15 X B killed 1-", Verdict::Conflict, Reason::Apart(0)),
        // "12 children" and "including 12 children" of one monitor; twice the same words are one statement.
        (
            "2017-04-15 X A killed 12 children in a",
            "2017-04-15 X A killed 12 children part in b",
            Verdict::Repeat,
            Reason::SameOrigin,
        ),
    ];
    check_pairs(&cases);
}

/// What the pair of each two lines is.
fn check_pairs(cases: &[(&str, &str, Verdict, Reason)]) {
    for (one, other, verdict, reason) in cases.iter().copied() {
        let incident = only(&format!("{one}\n{other}"));
        let pairs: Vec<_> = incident.pairs().iter().map(|pair| (pair.verdict, pair.reason)).collect();
        assert_eq!(pairs, [(verdict, reason)], "{one} / {other}");
        // Which stands first in the list makes no difference.
        let turned = only(&format!("{other}\n{one}"));
        if one.split_whitespace().next() != other.split_whitespace().next() {
            assert_eq!(turned.pairs().first().map(|pair| pair.verdict), Some(verdict), "{one} / {other}");
        }
    }
}

#[test]
fn a_toll_rises_while_the_dead_are_found() {
    check_pairs(&[
        // A toll that rises: the larger count of a later day takes the place of the smaller one, whoever has it.
        ("2017-04-15 X A killed 43", "2017-04-18 X B killed 112-", Verdict::Update, Reason::Outgrown(3)),
        ("2017-04-15 X A killed 12", "2017-04-16 X B killed 8", Verdict::Conflict, Reason::Apart(1)),
        (
            "2017-04-15 X A killed 43",
            "2017-04-20 X B killed 67 children",
            Verdict::Update,
            Reason::OutgrownByPart(5),
        ),
        (
            "2017-04-15 X A killed 67 children",
            "2017-04-20 X B killed 43",
            Verdict::Conflict,
            Reason::LargerPart,
        ),
        // What comes on top is no part, and no count of all.
        (
            "2017-04-15 X A killed 15 civilians in a",
            "2017-04-15 X A killed 6 addition in a",
            Verdict::NotComparable,
            Reason::OnTop,
        ),
        (
            "2017-04-15 X A killed 6 addition",
            "2017-04-15 X B killed 80",
            Verdict::NotComparable,
            Reason::OnTop,
        ),
        // What another count has become counts all.
        (
            "2017-04-15 X A killed 40 update",
            "2017-04-15 X B killed 40",
            Verdict::Compatible,
            Reason::SameNumber,
        ),
        (
            "2017-04-15 X A killed 9 children part",
            "2017-04-15 X B killed 9 children",
            Verdict::Compatible,
            Reason::SameNumber,
        ),
    ]);
    // As long as nobody says the smaller one again.
    let verdicts =
        |lines: &str| -> Vec<Verdict> { only(lines).pairs().iter().map(|pair| pair.verdict).collect() };
    let before = "2017-04-15 X A killed 43\n2017-04-18 X B killed 112";
    assert_eq!(verdicts(before), [Verdict::Update]);
    assert_eq!(verdicts(&format!("{before}\n2017-04-18 X A killed 43")), [Verdict::Conflict]);
    assert_eq!(verdicts(&format!("{before}\n2017-04-16 X A killed 43")), [Verdict::Update]);
    // Nothing rose where the larger one had been said by then.
    let contested = verdicts(&format!("{before}\n2017-04-15 X C killed 112"));
    assert_eq!(contested, [Verdict::Conflict, Verdict::Conflict, Verdict::Compatible]);
}

#[test]
fn what_a_count_was_before_is_replaced_by_it_whoever_said_it() {
    let verdicts = |lines: &str| -> Vec<(Verdict, Reason)> {
        only(lines).pairs().iter().map(|pair| (pair.verdict, pair.reason)).collect()
    };
    // The headline has the new toll, the text the one before.
    let of_one = verdicts("2017-04-15 X A killed 70 from 20 in a\n2017-04-15 X A killed 20 in a");
    assert_eq!(of_one, [(Verdict::Update, Reason::Rose(0))]);
    let of_two = verdicts("2017-04-16 X A killed 126 from 112\n2017-04-16 X B killed 112");
    assert_eq!(of_two, [(Verdict::Update, Reason::Replaced)]);
    // What is replaced is outgrown by all that is larger, though that was said on its day.
    let replaced =
        "2017-04-15 X A killed 70 from 20 in a\n2017-04-15 X A killed 20 in a\n2017-04-15 X B killed 100-";
    assert!(verdicts(replaced).contains(&(Verdict::Update, Reason::Outgrown(0))), "{:?}", verdicts(replaced));
    // One that its article gives up is at odds with nobody, and counts no more.
    let given_up =
        "2017-04-15 X A killed 15 former in a\n2017-04-15 X A killed 18 in a\n2017-04-15 X B killed 18";
    let former = (Verdict::Update, Reason::Former);
    let same = (Verdict::Compatible, Reason::SameNumber);
    assert_eq!(verdicts(given_up), [former, former, same]);
    let estimate = only(given_up).estimate("killed", &Rule::Range).expect("an estimate");
    assert_eq!((estimate.low, estimate.high, estimate.n_parts), (Some(18), Some(18), 0));
    // Of other people it is no count before.
    let others = verdicts("2017-04-16 X A killed 126 from 12\n2017-04-16 X B killed 12 children");
    assert_eq!(others, [(Verdict::PartOf, Reason::Part)]);
}

#[test]
fn one_origin_on_one_day_is_taken_to_count_on() {
    let verdicts = |lines: &str| -> Vec<(Verdict, Reason)> {
        only(lines).pairs().iter().map(|pair| (pair.verdict, pair.reason)).collect()
    };
    let larger_first = "2017-04-04 X A killed 72- in a\n2017-04-04 X A killed 58- in b";
    assert_eq!(verdicts(larger_first), [(Verdict::Update, Reason::Rose(0))]);
    let smaller_first = "2017-04-04 X A killed 58- in a\n2017-04-04 X A killed 72- in b";
    assert_eq!(verdicts(smaller_first), [(Verdict::Update, Reason::Rose(0))]);
    // A smaller one that was said before is not at odds with one that grew beyond what all had said by then.
    let grown = verdicts("2017-04-04 X A killed 11\n2017-04-04 X B killed 20-\n2017-04-13 X C killed 31");
    assert!(grown.contains(&(Verdict::Update, Reason::Outgrown(9))), "{grown:?}");
}

#[test]
fn a_part_that_does_not_say_of_whom_is_none_of_the_children() {
    let pairs = |lines: &str| -> Vec<(Verdict, Reason)> {
        only(lines).pairs().iter().map(|pair| (pair.verdict, pair.reason)).collect()
    };
    let children = pairs("2017-04-16 X A killed 70 children in a\n2017-04-16 X A killed 109- part in a");
    assert_eq!(children, [(Verdict::NotComparable, Reason::OtherPopulation)]);
    let all = pairs("2017-04-16 X A killed 126 in a\n2017-04-16 X A killed 109- part in a");
    assert_eq!(all, [(Verdict::PartOf, Reason::Part)]);
}

#[test]
fn what_is_rejected_is_at_odds_with_those_who_say_it_alone() {
    check_pairs(&[
        // "No more than 20 were killed."
        ("2017-04-15 X A killed 21- rejected", "2017-04-15 X B killed 26", Verdict::Conflict, Reason::Denied),
        (
            "2017-04-15 X A killed 21- rejected",
            "2017-04-15 X B killed 16",
            Verdict::Compatible,
            Reason::OtherDenied,
        ),
        (
            "2017-04-15 X A killed 21- rejected",
            "2017-04-15 X B killed 14-",
            Verdict::Compatible,
            Reason::OtherDenied,
        ),
        // What another mark denies is said all the same.
        ("2017-04-15 X A killed 21- denied", "2017-04-15 X B killed 16", Verdict::Conflict, Reason::Denied),
        (
            "2017-04-15 X A killed 6 civilians rejected",
            "2017-04-15 X B killed 6 children",
            Verdict::NotComparable,
            Reason::OtherPopulation,
        ),
    ]);
}

#[test]
fn some_of_the_dead_are_some_of_all_who_died_whoever_counts_them() {
    check_pairs(&[
        ("2017-04-15 X A killed 126", "2017-04-16 X B killed 109- part", Verdict::PartOf, Reason::Part),
        ("2017-04-15 X A injured 130-", "2017-04-16 X B injured 3 part", Verdict::PartOf, Reason::Part),
        // Whom they are some of may be many more than others had counted by then.
        (
            "2017-04-15 X A killed 43",
            "2017-04-16 X B killed 109- part",
            Verdict::Update,
            Reason::OutgrownByPart(1),
        ),
        // Of the people whom another article counts they need not be.
        (
            "2017-04-15 X A killed 70 civilians",
            "2017-04-15 X B killed 60 part",
            Verdict::NotComparable,
            Reason::OtherPopulation,
        ),
    ]);
}

#[test]
fn others_of_whom_something_else_is_told_come_on_top_of_no_count() {
    let told = |lines: &str| -> Vec<String> {
        let mut accounts = super::tests::read(lines);
        super::account::count_apart(&mut accounts);
        accounts.iter().map(|account| account.share.to_string()).collect()
    };
    let apart = "2017-04-04 X A killed 100- in a\n2017-04-04 X A injured 400 addition in a";
    assert_eq!(told(apart), ["", ""]);
    let on_top = "2017-04-04 X A injured 60- in a\n2017-04-04 X A injured 7 addition in a";
    assert_eq!(told(on_top), ["", "addition"]);
    // What they come on top of may stand where nobody marked it.
    assert_eq!(told("2017-04-04 X A injured 7 addition in a"), ["addition"]);
}

#[test]
fn a_part_beyond_every_whole_is_in_the_range() {
    let incident = only(
        "2016-07-19 X A killed 56 civilians
         2016-07-19 X B killed 85
         2016-07-19 X C killed 160 civilians
         2016-07-19 X D killed 200 civilians denied",
    );
    let estimate = |rule: Rule| incident.estimate("killed", &rule).expect("an estimate");
    let range = estimate(Rule::Range);
    assert_eq!((range.low, range.high, range.n_parts, range.statements.len()), (Some(85), Some(160), 2, 2));
    assert_eq!(estimate(Rule::Latest).high, Some(85));
}

#[test]
fn six_teachers_are_not_all_who_died() {
    let kinds = ["six teachers", "14 Students", "more than 20 people", "dozens", ""].map(kind_of);
    assert_eq!(kinds, [Some("teachers"), Some("students"), None, None, None]);
}
