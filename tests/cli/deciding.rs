//! What a teacher decides beyond the rubric: points by hand, answers that the key lacks, the class twice; and a
//! class of thirty with planted errors.

use crate::{ARTICLE, Desk};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const KEY: &str = "select 'Eight people died in the raid'\ntag claim\n\
                   select 'The army denied' 1\nselect-more 'it.' 1\ntag denial\nlink a2 denies a1\n\
                   select 'A disgrace'\ntag opinion\n";
const WHOLE: &str = "select 'Eight people died in the raid'\ntag claim\n\
                     select 'The army denied' 1\nselect-more 'it.' 1\ntag denial\nlink a2 denies a1\n\
                     select 'A disgrace'\ntag opinion\n";

/// A desk with a key beside the article, and a folder for what is handed in.
fn desk_with(text: &str, key: &str) -> Desk {
    let desk = Desk::with("raid.txt", text);
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Teacher"], key);
    assert!(!shown.contains("error"), "{shown}");
    fs::create_dir(desk.path("in")).expect("made");
    desk
}

/// A layer as somebody marks it at home.
fn layer(text: &str, name: &str, marks: &str) -> String {
    let home = Desk::with("raid.txt", text);
    let shown = home.run_with(&["run", "raid.txt", "--as", name], marks);
    assert!(!shown.contains("error"), "{shown}");
    let handed = home.run(&["handin", "raid.txt", "--as", name, "--out", "out.jsonl"]);
    assert!(handed.contains("handed in"), "{handed}");
    fs::read_to_string(home.path("out.jsonl")).expect("a layer")
}

fn hand_in(desk: &Desk, nth: usize, layer: &str) {
    let name = format!("raid.txt.p{nth}-{nth:04}.postil.jsonl");
    fs::write(desk.path("in").join(name), layer).expect("written");
}

/// The same marks by somebody else: with another name and other ids.
fn by_another(layer: &str, name: &str, nth: usize) -> String {
    let header: Value = serde_json::from_str(layer.lines().next().expect("a header")).expect("JSON");
    let old = header["creator"]["id"].as_str().expect("an id");
    let was = format!("\"name\":\"{}\"", header["creator"]["name"].as_str().expect("a name"));
    let layer = layer.replace(old, &format!("urn:uuid:00000000-0000-4000-8000-{nth:012x}"));
    let mut layer = layer.replace(&was, &format!("\"name\":\"{name}\""));
    let lines: Vec<Value> = layer.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    for (line, value) in lines.iter().enumerate() {
        let id = value["id"].as_str().expect("an id");
        layer = layer.replace(id, &format!("urn:uuid:00000000-0000-4000-8000-{nth:06x}{line:06x}"));
    }
    layer
}

fn grades(desk: &Desk, more: &[&str]) -> (Value, String) {
    let mut command = desk.command();
    command.args(["grade", "raid.txt", "in", "--key", "Teacher", "--json"]).args(more);
    let out = command.output().expect("the program");
    let errors = String::from_utf8_lossy(&out.stderr).into_owned();
    (serde_json::from_slice(&out.stdout).unwrap_or(Value::Null), errors)
}

fn two_pupils() -> Desk {
    let desk = desk_with(ARTICLE, KEY);
    let more = "select 'been there'\ntag claim\n";
    hand_in(&desk, 1, &layer(ARTICLE, "Ada Lind", &format!("{WHOLE}{more}")));
    hand_in(&desk, 2, &layer(ARTICLE, "Bo Ark", &format!("select 'Eight people died'\ntag opinion\n{more}")));
    desk
}

#[test]
fn points_are_set_by_hand_with_a_reason_kept_and_taken_back() {
    let desk = two_pupils();
    let (before, _) = grades(&desk, &[]);
    assert!(!desk.path("raid.txt.grades").exists(), "nothing was decided");
    let (found, errors) = grades(&desk, &["--decide", "override 'Bo Ark' 1 3.5 'the wording is close'"]);
    assert_eq!(
        (&found[1]["marks"][0]["points"], &found[1]["marks"][0]["of"]),
        (&3.5.into(), &4.0.into()),
        "{errors}"
    );
    assert_eq!(found[1]["marks"][0]["why"], "set by hand: the wording is close");
    assert_eq!(found[1]["marks"][0]["by_hand"], "the wording is close");
    // Read again, and the same bytes each time.
    let kept = fs::read(desk.path("raid.txt.grades")).expect("decisions");
    assert_eq!(grades(&desk, &[]).0, found);
    assert_eq!(fs::read(desk.path("raid.txt.grades")).expect("decisions"), kept);
    let (_, errors) = grades(&desk, &["--decide", "override 'Bo Ark' 1 4 ''"]);
    assert!(errors.contains("points that are set by hand need a reason"), "{errors}");
    let (_, errors) = grades(&desk, &["--decide", "override 'Cem' 1 4 'x'"]);
    assert!(errors.contains("no pupil is called `Cem`; nothing was decided"), "{errors}");
    let (_, errors) = grades(&desk, &["--decide", "override 'Bo Ark' 9 4 'x'"]);
    assert!(errors.contains("the key has no mark `9`"), "{errors}");
    assert_eq!(fs::read(desk.path("raid.txt.grades")).expect("decisions"), kept);
    assert_eq!(grades(&desk, &["--decide", "override 'Bo Ark' 1 none"]).0, before);
}

#[test]
fn an_answer_that_the_key_lacks_is_added_to_it_and_all_are_graded_anew() {
    let desk = two_pupils();
    let (before, _) = grades(&desk, &[]);
    let of = before[0]["of"].as_f64().expect("points");
    assert_eq!(before[0]["extras"].as_array().map(Vec::len), Some(1));
    let shown = desk.run(&["grade", "raid.txt", "in", "--key", "Teacher"]);
    assert!(
        shown.contains("not in the key, and given by 2: claim “been there” (Ada Lind, Bo Ark)"),
        "{shown}"
    );
    let (found, errors) = grades(&desk, &["--decide", "key-add 'Ada Lind' 'been there' 'So it says.'"]);
    for pupil in 0..2 {
        assert_eq!(found[pupil]["extras"], Value::Array(Vec::new()), "{errors}");
        assert_eq!(found[pupil]["of"], of + 4.0);
        let new = &found[pupil]["marks"][2];
        assert_eq!((&new["quote"], &new["explanation"]), (&"been there".into(), &"So it says.".into()));
        assert_eq!(new["verdict"], "found");
    }
    // It stays when the pupil's file is gone, and leaves the key again.
    let id = found[0]["marks"][2]["id"].as_str().expect("an id").to_owned();
    fs::remove_file(desk.path("in/raid.txt.p1-0001.postil.jsonl")).expect("gone");
    let (alone, _) = grades(&desk, &[]);
    assert_eq!(alone[0], found[1]);
    let (alone, errors) = grades(&desk, &["--decide", &format!("key-drop {id}")]);
    assert_eq!(alone[0], before[1], "{errors}");
}

#[test]
fn an_answer_may_stand_for_a_mark_of_the_key() {
    let desk = two_pupils();
    let (found, errors) = grades(&desk, &["--decide", "key-accept 'Bo Ark' 'been there' 3"]);
    // Bo has no opinion there, and gets the points of it for the other passage; the tag is the answer's.
    assert_eq!(found[1]["marks"][2]["verdict"], "found", "{errors}");
    assert_eq!(found[1]["extras"], Value::Array(Vec::new()));
    // Ada has the opinion itself, and the other passage is still one too many.
    assert_eq!(found[0]["marks"][2]["verdict"], "found");
    assert_eq!(found[0]["extras"].as_array().map(Vec::len), Some(1));
}

#[test]
fn decisions_that_cannot_be_read_are_not_written_over() {
    let desk = two_pupils();
    grades(&desk, &["--decide", "override 'Bo Ark' 1 3.5 'close'"]);
    let path = desk.path("raid.txt.grades");
    let whole = fs::read(&path).expect("decisions");
    for damaged in [&whole[..whole.len() / 2], b"{}", b""] {
        fs::write(&path, damaged).expect("written");
        let (found, errors) = grades(&desk, &["--decide", "override 'Bo Ark' 1 1 'other'"]);
        assert_eq!(found, Value::Null);
        assert!(errors.contains("is not written over, and nothing is graded by it"), "{errors}");
        assert_eq!(fs::read(&path).expect("decisions"), damaged);
    }
}

#[test]
fn a_class_is_compared_with_itself_an_earlier_time() {
    let desk = two_pupils();
    fs::create_dir(desk.path("first")).expect("made");
    let first = layer(ARTICLE, "Bo Ark", "select 'A disgrace'\ntag claim\n");
    let now = fs::read_to_string(desk.path("in/raid.txt.p2-0002.postil.jsonl")).expect("a layer");
    let id = |layer: &str| {
        let header: Value = serde_json::from_str(layer.lines().next().expect("a header")).expect("JSON");
        header["creator"]["id"].as_str().expect("an id").to_owned()
    };
    let first = first.replace(&id(&first), &id(&now));
    fs::write(desk.path("first/raid.txt.bo-0001.postil.jsonl"), first).expect("written");
    let (found, errors) = grades(&desk, &["--before", "first"]);
    assert_eq!(found[1]["before"]["points"], 2.0, "{errors}");
    assert_eq!(found[0]["before"], Value::Null);
    let shown = desk.run(&["grade", "raid.txt", "in", "--key", "Teacher", "--before", "first"]);
    assert!(shown.contains("before and after: Ada Lind: - to 96 %"), "{shown}");
    assert!(shown.contains("before and after: Bo Ark: 15 % to "), "{shown}");
}

#[test]
fn a_class_is_compared_with_an_earlier_lesson_that_has_a_key_of_its_own() {
    let desk = two_pupils();
    // The lesson before, in a folder of its own, on another article; whoever was Bo then has another id.
    let text = "Nobody died, the army said. A shame.";
    let first = desk_with(text, "select 'Nobody died'\ntag claim\nselect 'A shame'\ntag opinion\n");
    hand_in(&first, 1, &layer(text, "Bo Ark", "select 'Nobody died'\ntag claim\n"));
    first.run(&["grade", "raid.txt", "in", "--key", "Teacher"]);
    let about = first.path("raid.txt");
    let grades_file = first.path("raid.txt.grades");
    let (_, errors) = grades(&desk, &["--before", &grades_file.display().to_string()]);
    assert!(errors.contains("it tells of no lesson in which something was handed in"), "{errors}");
    let key = first.layers().remove(0);
    let header: Value =
        serde_json::from_str(fs::read_to_string(key).expect("the key").lines().next().expect("a header"))
            .expect("JSON");
    let kept = serde_json::json!({
        "type": "postil:Grades", "postil:format": 1, "article": "raid.txt", "handed-in": ["in"],
        "key": { "id": header["creator"]["id"], "name": "Teacher" },
    });
    fs::write(&grades_file, kept.to_string()).expect("written");
    assert!(about.is_file());
    let before = grades_file.display().to_string();
    let shown = desk.run(&["grade", "raid.txt", "in", "--key", "Teacher", "--before", &before]);
    assert!(shown.contains("before and after: Bo Ark: 50 % to "), "{shown}");
    assert!(shown.contains("before and after: Ada Lind: - to 96 %"), "{shown}");
    assert!(shown.contains("of claim as in the key: 100 % to "), "{shown}");
    assert!(shown.contains("of opinion as in the key: 0 % to "), "{shown}");
    assert!(!shown.contains("\nas in the key: "), "two keys have no marks in common: {shown}");
}

/// Thirty pupils of four kinds, in a fixed order.
fn plant(desk: &Desk, text: &str, kinds: &[(&str, &str, usize)]) -> BTreeMap<String, Vec<String>> {
    let mut planted: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut nth = 0;
    for (kind, marks, n) in kinds {
        let whole = layer(text, "Model", marks);
        for _ in 0..*n {
            nth += 1;
            let name = format!("Pupil {nth:02}");
            hand_in(desk, nth, &by_another(&whole, &name, nth));
            planted.entry((*kind).to_owned()).or_default().push(name);
        }
    }
    assert_eq!(nth, 30);
    planted
}

#[test]
fn the_report_finds_planted_confusions_to_the_pupil() {
    let other = "The flood\n\nTwelve houses were swept away, the mayor said. Nobody warned us, said a farmer.\n\n\
                 The agency rejected that. It is a scandal.\n";
    let other_key = "select 'Twelve houses were swept away'\ntag claim\nselect 'The agency rejected that'\n\
                     tag denial\nselect 'It is a scandal'\ntag opinion\n";
    let confused = WHOLE.replace("raid'\ntag claim", "raid'\ntag opinion").replace("link a2 denies a1\n", "");
    let first: [(&str, &str, usize); 4] = [
        ("right", WHOLE, 13),
        ("claim taken for opinion", &confused, 8),
        ("off", &WHOLE.replace("'Eight people died in the raid'", "'Eight people died'"), 5),
        (
            "missed",
            "select 'Eight people died in the raid'\ntag claim\nselect 'A disgrace'\ntag opinion\n",
            4,
        ),
    ];
    let second: [(&str, &str, usize); 4] = [
        ("right", other_key, 11),
        ("denial taken for claim", &other_key.replace("tag denial", "tag claim"), 9),
        ("opinion taken for claim", &other_key.replace("tag opinion", "tag claim"), 6),
        ("missed", "select 'It is a scandal'\ntag opinion\n", 4),
    ];
    for (text, key, kinds) in [(ARTICLE, KEY, first), (other, other_key, second)] {
        let desk = desk_with(text, key);
        let planted = plant(&desk, text, &kinds);
        let shown = desk.run(&["grade", "raid.txt", "in", "--key", "Teacher"]);
        let told: Vec<&str> =
            shown.lines().filter(|line| line.contains(" taken for ") && !line.starts_with(' ')).collect();
        let expected: Vec<String> = planted
            .iter()
            .filter(|(kind, _)| kind.contains(" taken for "))
            .map(|(kind, who)| format!("{kind}: {} ({})", who.len(), who.join(", ")))
            .collect();
        let mut sorted = told.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, expected, "{shown}");
        let (found, errors) = grades(&desk, &[]);
        let missed: Vec<&str> = found
            .as_array()
            .expect("pupils")
            .iter()
            .filter(|one| {
                one["marks"].as_array().is_some_and(|all| all.iter().any(|mark| mark["verdict"] == "missed"))
            })
            .filter_map(|one| one["name"].as_str())
            .collect();
        assert_eq!(missed, planted["missed"], "{errors}");
        assert_eq!(desk.run(&["grade", "raid.txt", "in", "--key", "Teacher"]), shown);
    }
}

#[test]
fn one_id_under_two_names_is_two_pupils_and_two_files_of_one_are_one() {
    let desk = desk_with(ARTICLE, KEY);
    let ada = layer(ARTICLE, "Ada Lind", WHOLE);
    hand_in(&desk, 1, &ada);
    hand_in(&desk, 2, &ada.replace("\"name\":\"Ada Lind\"", "\"name\":\"Bo Ark\""));
    hand_in(&desk, 3, &ada);
    let (found, errors) = grades(&desk, &[]);
    let names: Vec<&str> =
        found.as_array().expect("pupils").iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!((names, errors.as_str()), (vec!["Ada Lind", "Bo Ark"], ""));
    assert_ne!(found[0]["id"], found[1]["id"]);
    // A file that says otherwise under the same name and id is named.
    let other: Vec<&str> = ada.lines().filter(|line| !line.contains("opinion")).collect();
    let other = other.join("\n").replace("claim", "opinion") + "\n";
    hand_in(&desk, 3, &other);
    let (found, errors) = grades(&desk, &[]);
    assert_eq!(found.as_array().map(Vec::len), Some(2));
    assert!(errors.contains("it is by the same pupil as"), "{errors}");
}

#[test]
fn a_layer_on_another_version_of_the_article_is_placed_and_what_has_no_place_is_not_graded_as_wrong() {
    let desk = desk_with(ARTICLE, KEY);
    let other = ARTICLE.replace("The raid\n\n", "The raid\n\nIt was a cold night.\n\n");
    let other = other.replace("A disgrace.", "Two were hurt in the yard of the school. A disgrace.");
    let marks = "select 'Eight people died in the raid'\ntag claim\nselect 'Two were hurt'\ntag claim\n\
                 select 'A disgrace'\ntag opinion\n";
    hand_in(&desk, 1, &layer(&other, "Ada Lind", marks));
    let (found, errors) = grades(&desk, &[]);
    assert_eq!(found[0]["marks"][0]["verdict"], "found", "{errors}");
    assert_eq!(found[0]["marks"][2]["verdict"], "found");
    assert_eq!(found[0]["unplaced"], serde_json::json!(["Two were hurt"]));
    assert_eq!(found[0]["extras"], Value::Array(Vec::new()));
}
