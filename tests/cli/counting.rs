//! What several articles count, and what each source says.

use crate::check;
use crate::desk::Desk;
use expect_test::expect;
use std::path::PathBuf;

/// Three accounts of one raid.
pub(crate) fn raid() -> Desk {
    let mut desk = Desk::new();
    let articles = [
        (
            "a.md",
            "2017-04-16",
            "Gazette",
            "A raid on the market of Zahra killed 35 people, the Field Monitor said.",
            "select 'killed 35 people'\ntag casualty-report\nfigure 'killed 35 people'\nsource 'the Field Monitor'\n",
        ),
        (
            "b.md",
            "2017-04-17",
            "Courier",
            "At least 40 people were killed in Zahra, said the Field Monitor.",
            "select 'At least 40 people were killed'\ntag casualty-report\nfigure 'At least 40 people were killed'\n\
             source 'the Field Monitor'\n",
        ),
        (
            "c.md",
            "2017-04-17",
            "Herald",
            "Twelve people were killed in Zahra, the army said. It denied the rest.",
            "select 'Twelve people were killed'\ntag casualty-report\nfigure 'Twelve people were killed'\nsource 'the army'\n\
             select 'denied the rest'\ntag denial\nsource 'the army'\nlink a2 denies a1\n",
        ),
    ];
    for (name, date, outlet, text, actions) in articles {
        let head = format!("---\ndate: {date}\nsource: {outlet}\nlocation: Zahra\n---\n\n");
        desk.article(name, format!("{head}{text}\n").as_bytes());
        assert!(!desk.run_with(&["run", name, "--as", "Ana"], actions).contains("error"));
    }
    desk
}

#[test]
fn what_a_person_put_together_is_told_first_however_the_articles_are_named() {
    let desk = raid();
    // One mark of each of two articles, by the ids in their layers.
    let mark = |article: &str| {
        let layers = desk.layers();
        let is_its = |path: &&PathBuf| path.to_string_lossy().contains(article);
        let layer = std::fs::read_to_string(layers.iter().find(is_its).expect("a layer")).expect("read");
        let line = layer.lines().skip(1).find(|line| line.contains("people")).expect("a mark");
        let id = line.split("\"id\":\"urn:uuid:").nth(1).expect("an id");
        id.chars().take_while(|letter| *letter != '"').filter(|letter| *letter != '-').collect::<String>()
    };
    let script = format!(
        "incident join 'The raid' {} {}\nverdict 'The raid' contested 'the army was not there'\n",
        mark("a.md"),
        mark("c.md")
    );
    let done = desk.run_with(&["run", ".", "--as", "Ana"], &script);
    assert!(done.starts_with("incident join"), "{done}");
    for paths in [&["."][..], &["a.md", "b.md", "c.md"]] {
        let words = desk.run(&[&["incidents"], paths].concat());
        let expected = "The raid (put together by Ana)\n  contested: the army was not there\n";
        assert!(words.starts_with(expected), "{paths:?}: {words}");
    }
}

#[test]
fn an_incident_is_told_by_origins_with_the_verdict_of_each_pair() {
    let desk = raid();
    check(
        &desk.run(&["incidents", ".", "--rule", "latest"]),
        expect![[r#"
        Zahra, 2017-04-13 – 2017-04-16: 3 figures, 2 origins
          killed: best 40, from 40 to open (latest)
            1  35 killed  the Field Monitor  2017-04-16 ./a.md  “killed 35 people”
            2  ≥ 40 killed  the Field Monitor  2017-04-17 ./b.md  “At least 40 people were killed”
            3  12 killed, denied  the army  2017-04-17 ./c.md  “Twelve people were killed”
               1 and 3: conflict, one rejects what the other says
               2 and 3: conflict, one rejects what the other says
               1 and 2: update, the same origin says more a day later

    "#]],
    );
    let told = desk.run(&["incidents", ".", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(told[0]["origins"], serde_json::json!(["the Field Monitor", "the army"]));
    assert_eq!(told[0]["statements"].as_array().map(Vec::len), Some(3));
    assert_eq!(desk.run(&["incidents", ".", "--csv"]).lines().count(), 4);
    check(
        &desk.run(&["incidents", ".", "--rule", "guess"]),
        expect![[r#"
        --- stderr
        error: invalid value 'guess' for '--rule <RULE>': rules are range, majority, most-conservative, latest, and source-hierarchy:NAME,NAME…

        For more information, try '--help'.
        --- exit 2
    "#]],
    );
}

#[test]
fn what_each_source_says_is_listed() {
    let desk = raid();
    check(
        &desk.run(&["sources", "."]),
        expect![[r#"
        the Field Monitor: 2 marks in 2 articles, 56.2 % of the marked words
          Casualty report 2, 2 figures
          2017-04-16 – 2017-04-17
        the army: 2 marks in 1 article, 43.8 % of the marked words
          Casualty report 1, Denial 1, 1 figure, 1 denial made, 1 denial received
          2017-04-17
    "#]],
    );
    check(
        &desk.run(&["sources", ".", "--csv"]).replace('\r', ""),
        expect![[r#"
        source,marks,figures,denials_made,denials_received,articles,first,last,words,share,names,tags
        the Field Monitor,2,2,0,0,2,2017-04-16,2017-04-17,9,56.2,the Field Monitor (2),casualty-report 2
        the army,2,1,1,1,1,2017-04-17,2017-04-17,7,43.8,the army (2),"casualty-report 1; denial 1"
    "#]],
    );
    check(
        &desk.run(&["ledger", "."]),
        expect![[r#"
        2017-04-16 ./a.md: casualty-report, the Field Monitor  “killed 35 people”
            35 killed
        2017-04-17 ./b.md: casualty-report, the Field Monitor  “At least 40 people were killed”
            ≥ 40 killed
        2017-04-17 ./c.md: casualty-report, the army  “Twelve people were killed”
            12 killed
            denied by the army
        2017-04-17 ./c.md: denial, the army  “denied the rest”
    "#]],
    );
    assert_eq!(desk.run(&["ledger", ".", "--csv"]).lines().count(), 5);
    assert!(desk.run(&["ledger", ".", "--json"]).contains("\"denied_by\": [\n      \"the army\"\n    ]"));
}

#[test]
fn marks_are_counted_by_tag_person_outlet_and_time() {
    let desk = raid();
    check(
        &desk.run(&["counts", "."]),
        expect![[r#"
        4 marks in 3 articles
        by tag
               1  Denial
               3  Casualty report
        by person
               4  Ana
        by outlet
               2  Herald
               1  Courier
               1  Gazette
        by day
               1  2017-04-16
               3  2017-04-17
    "#]],
    );
    check(
        &desk
            .run(&["counts", ".", "--by", "outlet,month", "--only", "tag:casualty-report", "--csv"])
            .replace('\r', ""),
        expect![[r#"
            by,id,name,marks
            outlet,courier,Courier,1
            outlet,gazette,Gazette,1
            outlet,herald,Herald,1
            month,2017-04,2017-04,3
        "#]],
    );
    check(
        &desk.run(&["counts", ".", "--only", "tga:claim"]),
        expect![[r#"
        --- stderr
        error: there is no filter `tga:`
        hint: the filters are tag, by, source, note, outlet, title, in, language, before, after, date, is, has; words with a colon are looked for in quotation marks
        --- exit 2
    "#]],
    );
}

#[test]
fn who_is_speaking_is_told_by_shares() {
    let desk = raid();
    check(
        &desk.run(&["voices", "."]),
        expect![[r#"
        ./a.md
           63.8 %  the Field Monitor
           36.2 %  no source
        ./b.md
           60.4 %  the Field Monitor
           39.6 %  no source
        ./c.md
           72.4 %  the army
           27.6 %  no source
    "#]],
    );
    check(
        &desk.run(&["voices", "c.md", "--json"]),
        expect![[r#"
        [
          {
            "article": "c.md",
            "voices": [
              {
                "name": "the army",
                "share": 72.4,
                "passages": [
                  {
                    "start": 0,
                    "end": 25,
                    "marked": true
                  },
                  {
                    "start": 25,
                    "end": 34,
                    "marked": false
                  },
                  {
                    "start": 54,
                    "end": 69,
                    "marked": true
                  }
                ]
              }
            ],
            "without_source": 27.6
          }
        ]
    "#]],
    );
}

#[test]
fn where_nothing_is_found_it_is_said_why() {
    let desk = Desk::with("raid.txt", "Nine people died in Zahra, the army said.\n");
    let questions = ["threads", "actors", "lint", "sources", "incidents", "ledger", "counts"];
    for question in questions {
        let told = desk.run(&[question, "raid.txt"]);
        assert!(told.contains("note: nothing is marked in 1 article"), "{question}: {told}");
        let as_json = desk.run(&[question, "raid.txt", "--json"]);
        assert!(!as_json.contains("note:"), "{question}: {as_json}");
    }
    let script = "select 'Nine people died'\ntag casualty-report\ntake-figures\ntake-source\n";
    desk.run_with(&["run", "raid.txt", "--as", "Ana"], script);
    let told = desk.run(&["incidents", "raid.txt"]);
    assert!(told.contains("note: 1 incident, told by one origin: `--all` lists it"), "{told}");
    let told = desk.run(&["threads", "raid.txt"]);
    assert!(told.contains("note: no threads: 1 mark in 1 article"), "{told}");
}
