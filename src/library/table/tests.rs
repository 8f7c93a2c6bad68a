//! Tables of a small folder: what is in them, in which order, in which groups.

use super::*;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::layer::{Annotator, AnnotatorId};
use crate::library::Library;
use crate::library::tests::opened;
use crate::session::{Action, Session};
use std::path::Path;
use uuid::Uuid;

fn mark(host: &mut MemoryHost, path: &str, name: &str, lines: &str) {
    let id = AnnotatorId(Uuid::from_u128(u128::from(name.as_bytes()[0]) << 96));
    let person = Annotator { id, name: name.to_owned() };
    let mut session = Session::open(Path::new(path), &Options::default(), Some(person), host).unwrap();
    for line in lines.split("; ").chain(["save"]) {
        session.perform(&line.parse::<Action>().unwrap(), host).unwrap();
    }
}

fn library() -> Library {
    let mut host = MemoryHost::default();
    for (path, head) in [
        ("/desk/a.md", "title: Zebra\ndate: 2017-04-16\nsite: Herald"),
        ("/desk/b.md", "title: ant\ndate: 2017-04-02\nsite: herald"),
        ("/desk/c.md", "title: Mule"),
    ] {
        let text = format!("---\n{head}\n---\n\nEight people died. The army denied it. A disgrace.");
        host.files.insert(path.into(), text.into_bytes());
    }
    let eight = "select 'Eight people'; tag casualty-report; figure 'at least 8'; source 'the army'";
    mark(&mut host, "/desk/a.md", "Ana", eight);
    mark(
        &mut host,
        "/desk/a.md",
        "Ben",
        "select 'denied'; tag denial; note 'yes'; select 'A disgrace'; mark",
    );
    let nine = "select 'Eight people'; tag casualty-report; tag claim a4; figure '3'; source 'The army'";
    mark(&mut host, "/desk/b.md", "Ana", nine);
    mark(&mut host, "/desk/c.md", "Ben", "select 'Eight people'; tag claim; note 'No'");
    opened(&host)
}

fn table(line: &str, column: Column, is_down: bool, grouping: Grouping) -> Table {
    let library = library();
    let query: Query = line.parse().unwrap();
    let matcher = query.matcher(library.codebook()).unwrap();
    let wanted = Wanted { revision: library.revision(), query, column, is_down, grouping };
    TableJob::new(library.snapshot(), matcher, wanted).run(&|| true).unwrap()
}

/// Each line as its article's name and its words.
fn lines(table: &Table) -> Vec<String> {
    table.lines().map(|(entry, row)| format!("{} {}", &entry.name()[..1], row.quote)).collect()
}

#[test]
fn rows_are_chosen_and_sorted_and_those_that_say_nothing_come_last() {
    let cases: [(&str, Column, bool, &[&str]); 11] = [
        ("has:note", Column::Note, false, &["c Eight people", "a denied"]),
        (
            "",
            Column::Words,
            false,
            &["a A disgrace", "a denied", "a Eight people", "b Eight people", "c Eight people"],
        ),
        ("by:Ana", Column::Figure, false, &["b Eight people", "a Eight people"]),
        ("by:Ana", Column::Figure, true, &["a Eight people", "b Eight people"]),
        ("eight", Column::Article, false, &["b Eight people", "c Eight people", "a Eight people"]),
        ("eight", Column::Date, false, &["b Eight people", "a Eight people", "c Eight people"]),
        ("eight", Column::Date, true, &["a Eight people", "b Eight people", "c Eight people"]),
        // Words of the title mean all marks of the article.
        ("zebra", Column::Words, false, &["a A disgrace", "a denied", "a Eight people"]),
        ("zebra eight", Column::Article, false, &["a Eight people"]),
        ("-zebra -outlet:x eight", Column::Article, false, &["b Eight people", "c Eight people"]),
        ("tag:claim", Column::Person, true, &["c Eight people", "b Eight people"]),
    ];
    for (line, column, is_down, expected) in cases {
        let table = table(line, column, is_down, Grouping::None);
        assert_eq!(lines(&table), expected, "{line} {column:?} {is_down}");
        assert!(table.groups().is_empty());
    }
}

#[test]
fn every_column_orders_its_rows_as_their_words_are_ordered() {
    let library = library();
    for column in Column::ALL.into_iter().filter(|column| !matches!(column, Column::Figure | Column::Date)) {
        let table = table("", column, false, Grouping::None);
        let words = table.lines().map(|(entry, row)| column.words(&library, entry, row).to_lowercase());
        let words: Vec<String> = words.collect();
        let mut sorted = words.clone();
        sorted.sort_by(|a, b| (a.is_empty(), a).cmp(&(b.is_empty(), b)));
        assert_eq!(words, sorted, "{column:?}");
    }
}

#[test]
fn groups_stand_in_their_order_with_their_rows_sorted() {
    let groups = |line: &str, column, is_down, grouping| {
        let table = table(line, column, is_down, grouping);
        let lines = lines(&table);
        let group = |group: &Group| {
            let lines = &lines[group.start..group.start + group.n_lines];
            format!("{}: {}", group.label, lines.iter().map(|line| &line[..1]).collect::<String>())
        };
        table.groups().iter().map(group).collect::<Vec<_>>()
    };
    assert_eq!(groups("", Column::Words, false, Grouping::Article), ["ant: b", "Mule: c", "Zebra: aaa"]);
    assert_eq!(groups("", Column::Article, true, Grouping::Article), ["Zebra: aaa", "Mule: c", "ant: b"]);
    // A mark with two tags stands in both groups; those without one come last.
    let by_tag = groups("", Column::Article, false, Grouping::Tag);
    let label = |slug: &str| library().codebook().label(&crate::layer::TagId::new(slug)).to_owned();
    let expected = |slug: &str, rows: &str| format!("{}: {rows}", label(slug));
    assert_eq!(by_tag.len(), 4, "{by_tag:?}");
    assert!(by_tag.contains(&expected("claim", "bc")) && by_tag.contains(&expected("casualty-report", "ba")));
    assert_eq!(by_tag[3], ": a");
    assert_eq!(groups("", Column::Words, false, Grouping::Person), ["Ana: ab", "Ben: aac"]);
    assert_eq!(groups("eight", Column::Words, false, Grouping::Source), ["the army: ab", ": c"]);
    assert_eq!(groups("eight", Column::Words, false, Grouping::Outlet), ["Herald: ab", ": c"]);
    assert_eq!(
        groups("eight", Column::Words, false, Grouping::Day),
        ["2 April 2017: b", "16 April 2017: a", ": c"]
    );
    assert_eq!(
        groups("eight", Column::Date, true, Grouping::Day),
        ["16 April 2017: a", "2 April 2017: b", ": c"]
    );
    assert_eq!(groups("eight", Column::Date, false, Grouping::Month), ["April 2017: ba", ": c"]);
    assert_eq!(groups("eight", Column::Date, false, Grouping::Placement), ["exact: bac"]);
}

#[test]
fn marks_are_counted_once_and_a_table_that_nobody_wants_is_not_made() {
    let by_tag = table("tag:claim", Column::Words, false, Grouping::Tag);
    assert_eq!((by_tag.n_marks(), by_tag.n_articles(), by_tag.n_lines()), (2, 2, 3));
    let library = library();
    let wanted = by_tag.made_for().unwrap().clone();
    let matcher = wanted.query.matcher(library.codebook()).unwrap();
    assert!(TableJob::new(library.snapshot(), matcher, wanted).run(&|| false).is_none());
}

#[test]
fn names_of_columns_and_groupings_are_read_again() {
    assert!(Column::ALL.iter().all(|&column| Column::called(column.name()) == Some(column)));
    assert!(Grouping::ALL.iter().all(|&grouping| Grouping::called(grouping.name()) == grouping));
    assert_eq!((Column::called("colour"), Grouping::called("colour")), (None, Grouping::None));
}

#[test]
fn what_means_the_marks_of_a_count_means_just_as_many() {
    let library = library();
    let counts = |line: &str| {
        let query: Query = line.parse().unwrap();
        Counts::of(&library.snapshot(), &query.matcher(library.codebook()).unwrap())
    };
    let all = counts("");
    assert_eq!((all.n_marks, all.n_articles), (5, 3));
    let tags = all.tags.iter().map(|count| (count, all.of_tag(count)));
    let people = all.people.iter().map(|count| (count, all.of_person(count)));
    let outlets = all.outlets.iter().map(|count| (count, all.of_outlet(count)));
    let told: Vec<String> = tags
        .chain(people)
        .chain(outlets)
        .map(|(count, term)| {
            assert_eq!(counts(&term.to_string()).n_marks, count.n_marks, "{term}");
            format!("{term} {}", count.n_marks)
        })
        .collect();
    assert_eq!(
        told,
        [
            "tag:claim 2",
            "tag:denial 1",
            "tag:casualty-report 2",
            "-has:tag 1",
            "by:Ben 3",
            "by:Ana 2",
            "outlet:Herald 4",
            "-has:outlet 1"
        ]
    );
}

#[test]
fn times_are_told_by_days_where_they_are_few_and_with_those_between() {
    let library = library();
    let query = Query::default();
    let counts = Counts::of(&library.snapshot(), &query.matcher(library.codebook()).unwrap());
    let times = counts.usual_times();
    assert_eq!(
        (times.unit, times.steps.len(), times.n_rough, times.n_undated),
        (counts::Unit::Day, 15, 0, 1)
    );
    assert_eq!(times.steps.iter().map(|(_, n)| n).collect::<Vec<_>>()[..3], [&1, &0, &0]);
    let months = counts.times(counts::Unit::Month).unwrap();
    assert_eq!(
        months.steps.iter().map(|(date, n)| (date.iso(), *n)).collect::<Vec<_>>(),
        [("2017-04".into(), 4)]
    );
    let far = |iso: &str| crate::document::CalendarDate::read(iso, None);
    let counts = Counts { dates: [(far("1917-04-16"), 1), (far("2017"), 2)].into(), ..Counts::default() };
    assert_eq!(counts.times(counts::Unit::Day).unwrap().n_rough, 2);
    let counts = Counts { dates: [(far("1917-04-16"), 1), (far("2017-04-16"), 2)].into(), ..counts };
    assert_eq!(counts.times(counts::Unit::Day), None);
    assert_eq!(counts.usual_times().unit, counts::Unit::Year);
}
