//! Which events passages tell, by their words: `day outlet count outcome | title | passage`.

use super::tests::account;
use super::*;

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
fn told(articles: &str) -> Vec<Vec<String>> {
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
    let found = told(
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
    let found = told(
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
    assert_eq!(told(&days.join("\n\n")), Vec::<Vec<String>>::new());
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
    let found = told(articles);
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
