//! `postil compare`: what it prints of two people's marks, and of people who cannot be compared.

use crate::{ARTICLE, Desk, check};
use expect_test::expect;
use serde_json::Value;

/// A desk on which Ana and Ben marked the same article, each in a way of their own.
fn desk() -> Desk {
    let desk = Desk::with("raid.txt", ARTICLE);
    let ana = "select 'Eight people died'\ntag claim\nselect 'The army denied' 1\ntag denial\nselect 'A disgrace'\ntag opinion\n";
    let ben = "select 'Eight people died in the raid'\ntag claim\nselect 'The army denied' 1\ntag opinion\n";
    desk.run_with(&["run", "raid.txt", "--as", "Ana"], ana);
    desk.run_with(&["run", "raid.txt", "--as", "Ben"], ben);
    desk
}

#[test]
fn differences_and_measures_of_two_people_are_printed() {
    let desk = desk();
    check(
        &desk.run(&["compare", "raid.txt", "--layers", "Ana,Ben", "--measure", "strict,u-alpha,gamma"]),
        expect![[r#"
            Ana: 3 marks
            Ben: 2 marks

            Ana and Ben: 0 agreed, 1 missing, 1 tag, 1 boundary
              boundary: claim “Eight people died” / claim “Eight people died in the raid”
              tag: denial “The army denied” / opinion “The army denied”
              missing: opinion “A disgrace” / nothing

            Agreement (interval: paragraphs drawn anew)
              strict-precision    all               0.000 (0.00 to 0.00)     n 5 marks  Of Ben’s marks, 0 % have the ends and the tags of one of Ana’s.
              strict-recall       all               0.000 (0.00 to 0.00)     n 5 marks  Of Ana’s marks, 0 % have the ends and the tags of one of Ben’s.
              strict-f1           all               0.000 (0.00 to 0.00)     n 5 marks  Of the marks of both, 0 % have the ends and the tags of one of the other’s.
              u-alpha             all               0.332 (-0.09 to 0.37)    n 131 code points  Ana and Ben agree on which passages are marked a little more than chance would have it.
              gamma               all               0.378 (-0.50 to 0.60)    n 5 marks  Ana and Ben agree on passages and their tags a little more than chance would have it.
              strict-precision    claim             0.000 (0.00 to 0.00)     n 2 marks  Of Ben’s marks tagged `claim`, 0 % have the ends and the tags of one of Ana’s.
              strict-recall       claim             0.000 (0.00 to 0.00)     n 2 marks  Of Ana’s marks tagged `claim`, 0 % have the ends and the tags of one of Ben’s.
              strict-f1           claim             0.000 (0.00 to 0.00)     n 2 marks  Of the marks of both tagged `claim`, 0 % have the ends and the tags of one of the other’s.
              u-alpha             claim             0.690 (0.62 to 0.70)     n 131 code points  Ana and Ben agree on which passages bear `claim` well enough for first conclusions.
              strict-precision    denial                –                    n 1 mark  Not told: this person marked nothing: not enough data.
              strict-recall       denial            0.000 (0.00 to 0.00)     n 1 mark  Of Ana’s marks tagged `denial`, 0 % have the ends and the tags of one of Ben’s.
              strict-f1           denial            0.000 (0.00 to 0.00)     n 1 mark  Of the marks of both tagged `denial`, 0 % have the ends and the tags of one of the other’s.
              u-alpha             denial           -0.053 (-0.12 to -0.04)   n 131 code points  Ana and Ben agree on which passages bear `denial` no more than chance would have it.
              strict-precision    opinion           0.000 (0.00 to 0.00)     n 2 marks  Of Ben’s marks tagged `opinion`, 0 % have the ends and the tags of one of Ana’s.
              strict-recall       opinion           0.000 (0.00 to 0.00)     n 2 marks  Of Ana’s marks tagged `opinion`, 0 % have the ends and the tags of one of Ben’s.
              strict-f1           opinion           0.000 (0.00 to 0.00)     n 2 marks  Of the marks of both tagged `opinion`, 0 % have the ends and the tags of one of the other’s.
              u-alpha             opinion          -0.096 (-0.11 to -0.06)   n 131 code points  Ana and Ben agree on which passages bear `opinion` no more than chance would have it.
        "#]],
    );
}

#[test]
fn programs_get_measures_pairs_and_confusions() {
    let desk = desk();
    let json: Value =
        serde_json::from_str(&desk.run(&["compare", "raid.txt", "--layers", "Ana,Ben", "--json"]))
            .expect("JSON");
    let measures = json["measures"].as_array().expect("measures");
    let strict =
        measures.iter().find(|one| one["measure"] == "partial-f1" && one["scope"] == "all").expect("one");
    assert_eq!(
        (&strict["value"], &strict["n"], &strict["people"]),
        (&0.6.into(), &5.into(), &serde_json::json!(["Ana", "Ben"]))
    );
    let undefined =
        measures.iter().find(|one| one["measure"] == "exact-precision" && one["scope"] == "denial");
    let undefined = undefined.expect("one");
    assert_eq!((&undefined["value"], &undefined["low"]), (&Value::Null, &Value::Null));
    assert_eq!(undefined["why"], "this person marked nothing: not enough data");
    let kinds: Vec<&str> =
        json["pairs"].as_array().expect("pairs").iter().filter_map(|pair| pair["kind"].as_str()).collect();
    assert_eq!(kinds, ["boundary", "tag", "missing"]);
    let confusion = json["confusion"].as_array().expect("cells");
    assert!(
        confusion
            .iter()
            .any(|cell| cell["first"] == "denial" && cell["second"] == "opinion" && cell["n"] == 1)
    );
    let csv = desk.run(&["compare", "raid.txt", "--layers", "Ana,Ben", "--csv", "--measure", "partial-f1"]);
    assert!(
        csv.contains("partial-f1,all,Ana; Ben,0.60000,".replace("Ana; Ben", "\"Ana; Ben\"").as_str()),
        "{csv}"
    );
}

#[test]
fn people_stand_in_the_order_of_their_numbers_whoever_marked_the_first_article() {
    let desk = Desk::with("a.txt", ARTICLE);
    std::fs::write(desk.path("b.txt"), ARTICLE).expect("written");
    for (file, people) in [("a.txt", vec![10, 1]), ("b.txt", vec![1, 2, 10])] {
        for nth in people {
            desk.run_with(
                &["run", file, "--as", &format!("Pupil {nth}")],
                "select 'A disgrace'\ntag opinion\n",
            );
        }
    }
    let people = |more: &[&str]| -> Vec<String> {
        let shown = desk.run(&[&["compare", "a.txt", "b.txt", "--measure", "strict-f1"], more].concat());
        let named = shown.lines().map_while(|line| line.split_once(": ")).map(|(name, _)| name.to_owned());
        named.collect()
    };
    assert_eq!(people(&[]), ["Pupil 1", "Pupil 2", "Pupil 10"]);
    assert_eq!(people(&["--layers", "Pupil 10,Pupil 2,Pupil 1"]), ["Pupil 10", "Pupil 2", "Pupil 1"]);
    let shown = desk.run(&["compare", "a.txt", "b.txt", "--layers", "Ana"]);
    assert!(shown.contains("there are marks by Pupil 1, Pupil 2, Pupil 10"), "{shown}");
}

#[test]
fn a_person_is_compared_with_a_machine_and_with_what_they_marked_earlier() {
    let desk = desk();
    desk.run(&["propose", "raid.txt", "--write"]);
    let later = "select 'Eight people died'\ntag claim\nselect 'The army denied' 1\ntag denial\n";
    desk.run_with(&["run", "raid.txt", "--as", "Ana (June)"], later);
    let value = |other: &str, measure: &str| -> Value {
        let layers = format!("Ana,{other}");
        let asked = ["compare", "raid.txt", "--layers", &layers, "--measure", measure, "--json"];
        let json: Value = serde_json::from_str(&desk.run(&asked)).expect("JSON");
        let all = json["measures"].as_array().expect("measures").iter();
        all.filter(|row| row["scope"] == "all").map(|row| row["value"].clone()).next().unwrap_or_default()
    };
    // Two of her three marks, each as it was.
    let again = value("Ana (June)", "strict-recall").as_f64().expect("a value");
    assert!((again - 2.0 / 3.0).abs() < 1e-9, "{again}");
    let machine = value("Postil cues 1", "cohen-kappa");
    assert!(machine.as_f64().is_some_and(|kappa| (-1.0..1.0).contains(&kappa)), "{machine}");
}

#[test]
fn who_cannot_be_compared_is_told() {
    let desk = desk();
    check(
        &desk.run(&["compare", "raid.txt", "--layers", "Ana,Cem"]),
        expect![[r#"
        --- stderr
        error: nobody called `Cem` has marked there
        hint: there are marks by Ana, Ben
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["compare", "raid.txt", "--layers", "Ana"]),
        expect![[r#"
        --- stderr
        error: to compare takes marks of two people at least
        hint: there are marks by Ana, Ben
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["compare", "raid.txt", "--measure", "beauty"]),
        expect![[r#"
        --- stderr
        error: there is no measure `beauty`
        hint: `postil compare --help` names them
        --- exit 2
    "#]],
    );
}
