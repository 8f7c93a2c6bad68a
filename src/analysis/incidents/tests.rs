//! Incidents as tables of accounts: `day place origin outcome interval [words]`.

use super::*;
use crate::document::Timestamp;
use crate::layer::{Actor, Annotator, AnnotatorId, FolderItem, ItemId, LayerId, Qualifier, tolerance};
use std::collections::BTreeSet;
use std::sync::Arc;

/// An account from a line: day of its article, place, source, outcome, interval (`36-`, `-12`, `8`, `6-8`, `~40`, `?`),
/// and what else is said: `civilians`, `denied` (by another mark), `rejected` (by its own passage), `part`, `in a.txt`, `on 2017-04-15`, `or Homs` (the article's place),
/// `of 1`: a part of the first.
pub(super) fn account(nth: usize, line: &str) -> Account {
    let mut words = line.split_whitespace();
    let mut word = || words.next().expect("five words");
    let (told, place, source, outcome, interval) = (word(), word(), word(), word(), word());
    let rest: Vec<&str> = line.split_whitespace().skip(5).collect();
    let after =
        |key: &str| rest.iter().position(|word| *word == key).and_then(|at| rest.get(at + 1)).copied();
    let told = Days::from_words(Some(told), None).map(|days| days.first);
    let (low, high) = match interval.split_once('-') {
        Some((low, high)) => (low.parse().ok(), high.parse().ok()),
        None => (interval.parse().ok(), interval.parse().ok()),
    };
    let near = interval.strip_prefix('~').and_then(|near| near.parse().ok());
    let mark = |nth: &dyn std::fmt::Display| AnnotationId::named(&format!("m{nth}")).expect("a name");
    let own = after("on").and_then(|day| Days::from_words(Some(day), None));
    Account {
        mark: mark(&nth),
        nth: 0,
        person: "Ana".into(),
        article: after("in").map_or_else(|| Arc::from(format!("{nth}.txt")), Arc::from),
        title: "".into(),
        outlet: after("outlet").unwrap_or_default().into(),
        told_on: told,
        days: own.or(told.map(|day| Days { first: day - 4, last: day })),
        is_dated: own.is_some(),
        place: place.trim_matches('.').into(),
        other_place: after("or").unwrap_or_default().into(),
        outcome: outcome.into(),
        population: rest
            .iter()
            .find(|word| matches!(**word, "civilians" | "children"))
            .copied()
            .unwrap_or_default()
            .into(),
        low,
        high,
        stated: near.or(low.filter(|_| low == high)),
        tolerance: near.and_then(|near| tolerance(Some(&Qualifier::About), near, "")),
        wording: interval.into(),
        interval: interval.into(),
        convention: "as-worded".into(),
        is_denied: rest.contains(&"denied") || rest.contains(&"rejected"),
        rejects: rest.contains(&"rejected"),
        share: rest
            .iter()
            .find(|word| matches!(**word, "part" | "addition" | "update" | "former"))
            .copied()
            .unwrap_or_default()
            .into(),
        wholes: after("of").map(|nth| Whole::of_mark(mark(&nth))).into_iter().collect(),
        before: after("from").and_then(|before| before.parse().ok()),
        blamed: "".into(),
        sources: if source == "." { Arc::from([]) } else { Arc::from([source.replace('_', " ").into()]) },
        quote: interval.into(),
        at: nth,
    }
}

pub(super) fn read(lines: &str) -> Vec<Arc<Account>> {
    lines.trim().lines().enumerate().map(|(nth, line)| Arc::new(account(nth + 1, line))).collect()
}

/// Which marks stand together, those of several first.
pub(super) fn together(lines: &str) -> Vec<Vec<String>> {
    let names = |incident: &Arc<Incident>| {
        let mut names: Vec<String> = incident.accounts.iter().map(|account| account.mark.handle()).collect();
        names.sort();
        names
    };
    incidents(read(lines), &[]).iter().map(names).collect()
}

/// Accounts that belong together, whatever they say.
pub(super) fn only(lines: &str) -> Incident {
    Incident::of(super::parts::told_as_parts(read(lines)), &Joined::default())
}

#[test]
fn accounts_of_one_place_and_time_stand_together() {
    let found = together(
        "2017-04-15 aleppo Observatory killed 100-
         2017-04-16 Aleppo Reuters killed 112
         2017-04-16 Homs Observatory killed 110
         2017-06-01 Aleppo Observatory killed 105
         2017-04-16 Aleppo . killed 3
         2017-04-17 Alepo state_media killed 39",
    );
    let expected: [&[&str]; 4] = [&["m1", "m2", "m6"], &["m3"], &["m4"], &["m5"]];
    assert_eq!(found.iter().filter(|group| 1 < group.len()).collect::<Vec<_>>(), [&expected[0].to_vec()]);
    assert_eq!(found.len(), expected.len(), "{found:?}");
}

#[test]
fn what_a_figure_dates_itself_outweighs_its_article() {
    let found = together(
        "2017-04-20 Raqqa A killed 20 on 2017-04-11
         2017-04-12 Raqqa B killed 22 on 2017-04-11
         2017-04-12 Raqqa C killed 21 on 2017-04-12",
    );
    assert_eq!(found, [vec!["m1", "m2"], vec!["m3"]]);
}

#[test]
fn one_article_does_not_count_an_event_twice() {
    let found = together(
        "2017-04-12 Raqqa A killed 20 in a.txt
         2017-04-12 Raqqa A killed 31 in a.txt
         2017-04-12 Raqqa A injured 50 in a.txt
         2017-04-12 Raqqa A killed 6 part in a.txt
         2017-04-13 Raqqa B killed 19-",
    );
    let has = |group: &Vec<String>, name: &str| group.iter().any(|mark| mark == name);
    assert!(has(&found[0], "m1") && has(&found[0], "m3") && has(&found[0], "m5"), "{found:?}");
    assert!(!found.iter().any(|group| has(group, "m1") && has(group, "m2")), "{found:?}");
    // The part stands with what its article counts.
    assert!(found.iter().any(|group| has(group, "m4") && 1 < group.len()), "{found:?}");
}

#[test]
fn the_count_of_a_war_is_none_of_a_raid() {
    let found = together(
        "2016-07-06 Aleppo A killed 19 in a.txt
         2016-07-06 Aleppo . killed 280001- in a.txt
         2016-07-06 Aleppo B killed 29 in a.txt",
    );
    assert!(found.contains(&vec!["m2".to_owned()]), "{found:?}");
}

#[test]
fn what_one_origin_says_in_many_articles_is_said_once() {
    let incident = only(
        "2017-04-15 X the_Syrian_Observatory_for_Human_Rights killed 100
         2017-04-15 X the_Observatory killed 100
         2017-04-16 X a_hospital killed 80-90
         2017-04-16 X . killed 100 outlet Gazette
         2017-04-16 X . killed 100 outlet Gazette",
    );
    assert_eq!(incident.origins.len(), 3, "{:?}", incident.origins);
    let sizes: Vec<usize> = incident.statements.iter().map(|statement| statement.accounts.len()).collect();
    assert_eq!(sizes, [2, 1, 2]);
}

#[test]
fn names_that_a_person_put_together_are_one_origin() {
    let accounts = || {
        read(
            "2017-04-15 X the_World_Council killed 100
             2017-04-15 X the_Council's_envoy_Ada_Holm killed 100
             2017-04-16 X a_hospital killed 100",
        )
    };
    // They are several incidents, since they share no words.
    let origins = |registers: &[Arc<FolderLayer>], memory: &mut Memory| -> BTreeSet<String> {
        let found = memory.of(accounts(), registers);
        found.iter().flat_map(|incident| incident.origins.iter().map(ToString::to_string)).collect()
    };
    let at = Timestamp::default();
    let ana = Annotator { id: AnnotatorId(uuid::Uuid::from_u128(1)), name: "Ana".to_owned() };
    let register = |names: [&str; 2]| {
        let layer = FolderLayer::new(LayerId(uuid::Uuid::from_u128(2)), ana.clone(), at);
        let actor = Actor::of(ItemId(uuid::Uuid::from_u128(3)), at, names);
        [Arc::new(layer.holding([Arc::new(FolderItem::Actor(actor))]))]
    };
    let mut memory = Memory::default();
    let apart = ["the World Council", "the Council's envoy Ada Holm", "a hospital"];
    let apart = BTreeSet::from(apart.map(str::to_owned));
    assert_eq!(origins(&[], &mut memory), apart);
    let joined = register(["World Council", "the Council's envoy Ada Holm"]);
    let two = ["World Council", "a hospital"];
    assert_eq!(origins(&joined, &mut memory), BTreeSet::from(two.map(str::to_owned)));
    let incident = Incident::of(accounts(), &Joined::of(&joined));
    assert_eq!((incident.origins.len(), incident.statements.len()), (2, 2));
    assert_eq!(origins(&[], &mut memory), apart, "and taken apart again");
}

#[test]
fn each_rule_takes_its_number() {
    let incident = only(
        "2017-04-15 X A killed 100
         2017-04-15 X B killed 80-90
         2017-04-16 X C killed 100
         2017-04-17 X D killed 120-
         2017-04-17 X E killed ?
         2017-04-17 X F killed 2 denied
         2017-04-17 X B killed 30 children",
    );
    let estimate = |rule: &str| {
        let estimate = incident.estimate("killed", &rule.parse().expect("a rule")).expect("counts");
        assert_eq!((estimate.n_vague, estimate.n_denied, estimate.n_parts), (1, 1, 1));
        (estimate.low, estimate.best, estimate.high)
    };
    assert_eq!(estimate("range"), (Some(80), None, None));
    assert_eq!(estimate("majority"), (Some(100), Some(100), Some(100)));
    assert_eq!(estimate("most-conservative"), (Some(80), Some(80), None));
    assert_eq!(estimate("latest"), (Some(120), Some(120), None));
    assert_eq!(estimate("source-hierarchy:nobody,b,a"), (Some(80), Some(80), Some(90)));
    assert_eq!("source-hierarchy".parse::<Rule>(), Err(estimate::UnknownRule));
    assert!(incident.estimate("missing", &Rule::Range).is_none());
    // Two that are told by as many: neither is the majority's.
    let even = only("2017-04-15 X A killed 1\n2017-04-15 X B killed 2");
    let none = even.estimate("killed", &Rule::Majority).expect("counts");
    assert_eq!((none.low, none.best, none.statements.len()), (None, None, 0));
}

#[test]
fn what_differs_from_most_others_is_told() {
    let incident = only(
        "2017-04-15 Aleppo A killed 100- on 2017-04-15
         2017-04-15 Aleppo B killed 112 on 2017-04-15
         2017-04-16 Alepo C killed 39 on 2017-04-15
         2017-04-16 Homs D injured 39 on 2017-04-13
         2017-04-16 . E killed ?
         2017-04-16 Aleppo F injured 55 civilians",
    );
    let told: Vec<String> = incident
        .differing()
        .iter()
        .map(|its| {
            let all = [(its.when, "when"), (its.place, "where"), (its.who, "who"), (its.number, "number")];
            all.iter().filter(|(differs, _)| *differs).map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
        })
        .collect();
    // Two are told by as many: both differ. Other people are counted apart.
    let even = only("2017-04-15 X A killed 1\n2017-04-15 X B killed 2");
    assert!(even.differing().iter().all(|its| its.number && !its.place));
    assert_eq!(told, ["", "", "number", "when where", "", ""]);
}

#[test]
fn what_a_person_put_together_goes_before_what_is_proposed() {
    let lines = "2017-04-15 Aleppo A killed 100-
         2017-04-16 Aleppo B killed 112
         2017-04-16 Aleppo C killed 110
         2017-06-01 Homs A killed 4";
    let mark = |name: &str| AnnotationId::named(name).expect("a name");
    let item = |name: &str| ItemId::named(name).expect("a name");
    let register = |name: &str, incidents: &[(&str, &str, &[&str])]| {
        let person = Annotator::new(AnnotatorId::named(name).expect("a name"), name);
        let layer = FolderLayer::new(LayerId::named(name).expect("a name"), person, Timestamp::default());
        let incident = |(id, name, marks): &(&str, &str, &[&str])| {
            Arc::new(FolderItem::Incident(crate::layer::Incident {
                id: item(id),
                created: Timestamp::default(),
                modified: None,
                name: (*name).to_owned(),
                marks: marks.iter().map(|name| mark(name)).collect(),
                note: String::new(),
            }))
        };
        Arc::new(layer.holding(incidents.iter().map(incident)))
    };
    let ana = register("ana", &[("i1", "the convoy", &["m1", "m4", "m9"])]);
    let ben = register("ben", &[("i2", "", &["m4"]), ("i3", "", &["m2"])]);
    let told = |registers: &[Arc<FolderLayer>]| -> Vec<(Option<String>, Vec<String>)> {
        let told = |incident: &Arc<Incident>| {
            let held = incident.held.as_ref();
            let held = held.map(|held| format!("{} {} -{}", held.person, held.name, held.n_without_figure));
            (held, incident.marks().iter().map(|mark| mark.handle()).collect())
        };
        incidents(read(lines), registers).iter().map(told).collect()
    };
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    // Nobody takes a mark out of the register that is followed first; what is left is proposed.
    let both = [Arc::clone(&ana), Arc::clone(&ben)];
    let expected = [
        (Some("ana the convoy -1".to_owned()), names(&["m1", "m4"])),
        (Some("ben  -0".to_owned()), names(&["m2"])),
        (None, names(&["m3"])),
    ];
    assert_eq!(told(&both), expected);
    assert_eq!(told(&people::in_order(&both, Some(ana.annotator.id))), expected);
    let turned = told(&people::in_order(&both, Some(ben.annotator.id)));
    assert!(turned.contains(&(Some("ana the convoy -1".to_owned()), names(&["m1"]))), "{turned:?}");
    assert_eq!(told(&[]).first(), Some(&(None, names(&["m1", "m2", "m3"]))));
}

#[test]
fn no_order_of_articles_makes_other_incidents() {
    let lines = "2017-04-15 aleppo A killed 100-
         2017-04-16 Aleppo B killed 112
         2017-04-17 Aleppo C killed 39
         2017-04-18 Aleppo C injured 39
         2017-04-19 Homs C killed 39
         2017-04-19 . C killed 39";
    let expected = incidents(read(lines), &[]);
    let mut turned = read(lines);
    turned.reverse();
    let ids = |all: &[Arc<Incident>]| {
        all.iter().map(|incident| (incident.id, incident.accounts.len())).collect::<Vec<_>>()
    };
    assert_eq!(ids(&incidents(turned, &[])), ids(&expected));
}

#[test]
fn what_is_near_can_be_meant_as_far_as_it_is_rounded() {
    let lines =
        "2017-04-15 Irbid army killed ~40\n2017-04-15 Irbid army killed 36-\n2017-04-15 Irbid army killed ?";
    let bounds: Vec<_> = read(lines).iter().map(|account| account.bounds()).collect();
    assert_eq!(bounds, [(35, 45), (36, u64::MAX), (0, u64::MAX)]);
}

/// The articles of a folder, each a block of lines: `day outlet | title`, and for each figure `count outcome |
/// passage`. All are of one town.
fn folder(articles: &str) -> Vec<Arc<Account>> {
    let mut all = Vec::new();
    for (nth, article) in articles.trim().split("\n\n").enumerate() {
        let mut lines = article.lines().map(str::trim);
        let (head, title) = lines.next().and_then(|line| line.split_once(" | ")).expect("a head");
        let (day, outlet) = head.split_once(' ').expect("a day and an outlet");
        for (line, (figure, quote)) in lines.filter_map(|line| line.split_once(" | ")).enumerate() {
            let (count, outcome) = figure.split_once(' ').expect("a count and an outcome");
            let plain = account(
                10 * (nth + 1) + line,
                &format!("{day} Zahra . {outcome} {count} in {nth}.txt outlet {outlet}"),
            );
            let told = Account { title: title.into(), quote: quote.into(), at: 1_000 * line, ..plain };
            all.push(Arc::new(told));
        }
    }
    all
}

/// The incidents that several articles tell, each as the titles of these.
fn told_by(articles: &str) -> Vec<Vec<String>> {
    let titles = |incident: &Arc<Incident>| {
        let mut titles: Vec<String> =
            incident.accounts.iter().map(|account| account.title.to_string()).collect();
        titles.dedup();
        titles
    };
    let all = incidents(folder(articles), &[]);
    all.iter().map(titles).filter(|titles| 1 < titles.len()).collect()
}

#[test]
fn events_of_one_town_and_week_are_told_apart_by_what_is_told_of_them() {
    let found = told_by(
        "2016-10-05 Gazette | Shelling of a bakery kills eleven
         11 killed | Eleven people were killed when mortars hit the queue outside a bakery

         2016-10-05 Courier | Mines kill eight farmers
         8 killed | Eight farmers died when their tractor drove over mines on the road to the dam

         2016-10-06 Herald | Death toll of bakery shelling rises
         14 killed | At least 14 died in the shelling of the bakery, mortars that struck a queue for bread

         2016-10-06 Tribune | Boat capsizes
         9 killed | Nine people drowned when their boat capsized below the bridge",
    );
    assert_eq!(found, [["Shelling of a bakery kills eleven", "Death toll of bakery shelling rises"]]);
}

#[test]
fn one_event_is_one_though_the_first_counts_are_far_from_the_last() {
    let found = told_by(
        "2017-04-15 Gazette | Bomb hits buses of evacuees
         43 killed | A car bomb killed 43 people as it hit buses that waited with evacuees at Rashidin

         2017-04-16 Courier | Toll of bus bombing passes one hundred
         112 killed | The bomb that hit a convoy of buses with evacuees killed 112 people

         2017-04-22 Herald | What the evacuees say
         126- killed | A week after the bombing of the buses at Rashidin, in which over 125 evacuees died",
    );
    assert_eq!(found.first().map(Vec::len), Some(3), "{found:?}");
}

#[test]
fn the_phrases_of_an_outlet_make_no_event() {
    let daily = |day: u32, n: u32| {
        format!(
            "2016-08-{day} Agency | Rocket shells on day {day}
             {n} injured | A source at the Police Command told the agency that rocket shells were fired at a \
             neighbourhood of the city, causing material damage to houses and injuring {n}"
        )
    };
    let days: Vec<String> = [(12, 4), (13, 7), (14, 2), (15, 12)].map(|(day, n)| daily(day, n)).into();
    assert_eq!(told_by(&days.join("\n\n")), Vec::<Vec<String>>::new());
}

#[test]
fn an_article_that_tells_of_two_events_is_in_both() {
    let articles = "2016-07-05 Gazette | Motorbike bomb at a bakery
         16 killed | A bomber on a motorbike killed 16 people at a bakery before the holiday
         21 killed | Two days before, 21 had died when warplanes struck a school in the village of Marj

         2016-07-04 Courier | Warplanes strike a school
         21 killed | Twenty-one people, pupils among them, were killed when warplanes struck the school of Marj

         2016-07-06 Herald | Bakery bombing mourned
         16 killed | The 16 people whom a motorbike bomb killed at the bakery were buried";
    let found = told_by(articles);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found.iter().all(|titles| titles.contains(&"Motorbike bomb at a bakery".to_owned())),
        "{found:?}"
    );
}

#[test]
fn what_is_known_from_before_gives_the_same_incidents() {
    let articles = "2017-04-15 Gazette | Bomb hits buses of evacuees
         43 killed | A car bomb killed 43 people as it hit buses that waited with evacuees at Rashidin

         2017-04-16 Courier | Toll of bus bombing passes one hundred
         112 killed | The bomb that hit a convoy of buses with evacuees killed 112 people

         2017-04-16 Herald | Mines kill farmers
         8 killed | Eight farmers died when their tractor drove over mines on the road to the dam";
    let shown = |all: &[Arc<Incident>]| -> Vec<(AnnotationId, usize)> {
        all.iter().map(|incident| (incident.id, incident.accounts.len())).collect()
    };
    let all = folder(articles);
    let mut memory = Memory::default();
    let first = memory.of(all.clone(), &[]);
    for nth in 0..all.len() {
        let mut fewer = all.clone();
        fewer.remove(nth);
        assert_eq!(shown(&memory.of(fewer.clone(), &[])), shown(&incidents(fewer, &[])), "without {nth}");
    }
    let again = memory.of(all, &[]);
    assert_eq!(shown(&again), shown(&first));
    let third = memory.of(again.iter().flat_map(|incident| incident.accounts.clone()).collect(), &[]);
    assert!(again.iter().zip(&third).any(|(a, b)| Arc::ptr_eq(a, b)), "what is the same is used again");
}
