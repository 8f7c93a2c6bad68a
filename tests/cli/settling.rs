//! `postil settle`: what all agree on is copied, the rest is listed and decided, and what was decided stays.

use crate::{ARTICLE, Desk};
use serde_json::Value;

const SETTLE: [&str; 7] = ["settle", "raid.txt", "--layers", "Ana,Ben", "--as", "Settled", "--json"];

fn settled(desk: &Desk) -> Value {
    let mut command = desk.command();
    let out = command.args(SETTLE).output().expect("the program");
    serde_json::from_slice(&out.stdout).expect("JSON")
}

fn id(rest: &Value, nth: usize, person: usize) -> String {
    rest["rest"][nth]["marks"][person]["id"].as_str().expect("an id").to_owned()
}

#[test]
fn what_all_agree_on_is_copied_and_what_is_decided_stays_decided() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let both = "select 'The army denied' 1\ntag denial\nsource 'the army'\n";
    let ana = format!("{both}select 'Eight people died'\ntag claim\nselect 'A disgrace'\ntag opinion\n");
    let ben = format!("{both}select 'Eight people died in the raid'\ntag casualty-report\n");
    desk.run_with(&["run", "raid.txt", "--as", "Ana"], &ana);
    desk.run_with(&["run", "raid.txt", "--as", "Ben"], &ben);
    let first = settled(&desk);
    assert_eq!(first["copied"].as_array().map(Vec::len), Some(1));
    let kinds: Vec<&Value> =
        first["rest"].as_array().expect("rest").iter().map(|one| &one["kinds"]).collect();
    assert_eq!(kinds, [&serde_json::json!(["tag", "boundary"]), &serde_json::json!(["missing"])]);
    // Settling again copies nothing twice.
    assert_eq!(settled(&desk)["copied"], serde_json::json!([]));
    let decisions = format!(
        "decide merge {} {} 'both are right'\nundo\nredo\ndecide drop {} 'it is a caption'\n",
        id(&first, 0, 0),
        id(&first, 0, 1),
        id(&first, 1, 0)
    );
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Settled"], &decisions);
    assert!(!shown.contains("error"), "{shown}");
    let after = settled(&desk);
    assert_eq!(after["rest"], serde_json::json!([]));
    assert_eq!(after["people"][0], serde_json::json!({ "name": "Ana", "decided": 3, "taken": 2 }));
    let list = desk.run(&["list", "raid.txt", "--by", "Settled"]);
    assert!(
        list.contains("Claim, Casualty report  Settled  exact  “Eight people died in the raid”"),
        "{list}"
    );
    assert!(list.contains("note:  “it is a caption”"), "{list}");
    // A mark that is made later comes to the list, and the decisions stay.
    desk.run(&["annotate", "raid.txt", "--as", "Ben", "--quote", "it had been there", "--tag", "claim"]);
    let again = settled(&desk);
    assert_eq!(again["rest"].as_array().map(Vec::len), Some(1));
    assert_eq!((&again["copied"], id(&again, 0, 1).len()), (&serde_json::json!([]), 36));
    assert_eq!(desk.run(&["list", "raid.txt", "--by", "Settled"]), list);
}

#[test]
fn several_settle_one_after_the_other_and_each_decision_says_who() {
    let desk = Desk::with("raid.txt", ARTICLE);
    desk.run_with(&["run", "raid.txt", "--as", "Ana"], "select 'Eight people died'\ntag claim\n");
    let ben = "select 'Eight people died'\ntag opinion\nselect 'A disgrace'\ntag opinion\n";
    desk.run_with(&["run", "raid.txt", "--as", "Ben"], ben);
    let first = settled(&desk);
    assert_eq!(first["rest"].as_array().map(Vec::len), Some(2));
    let take = format!("decide take {} {} 'it counts'\n", id(&first, 0, 0), id(&first, 0, 1));
    desk.run_with(&["run", "raid.txt", "--as", "Settled"], &take);
    let second = |desk: &Desk| -> Value {
        let mut command = desk.command();
        command.args(["settle", "raid.txt", "--layers", "Ana,Ben", "--as", "Dee", "--json"]);
        serde_json::from_slice(&command.output().expect("the program").stdout).expect("JSON")
    };
    let left = second(&desk);
    assert_eq!(left["rest"].as_array().map(Vec::len), Some(1), "{left}");
    let open = format!("decide open {} 'nobody was there'\n", id(&left, 0, 1));
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Dee"], &open);
    assert!(!shown.contains("error"), "{shown}");
    let by = |who: &str| desk.run(&["list", "raid.txt", "--by", who]);
    assert!(by("Settled").contains("“it counts”") && !by("Settled").contains("nobody was there"));
    assert!(by("Dee").contains("“nobody was there”") && !by("Dee").contains("it counts"));
}

#[test]
fn a_decision_is_about_others_marks() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let shown = desk.run_with(
        &["run", "raid.txt", "--as", "Ana"],
        "select 'denied it'\ntag denial\ndecide take a1 'mine'\n",
    );
    assert!(shown.contains("error: line 3"), "{shown}");
    let alone = desk.run(&["settle", "raid.txt", "--layers", "Ana,Cem", "--as", "Settled"]);
    assert!(alone.contains("error: nobody called `Ana` has marked there"), "{alone}");
}
