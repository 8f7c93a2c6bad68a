//! What is said of a folder: actors, incidents and verdicts by `postil run`, of an article and of a folder.

use super::desk::Desk;

const TEXT: &str = "SDS said that nine people died. VTS denied it.\n";

fn marked() -> Desk {
    let mut desk = Desk::with("raid.txt", TEXT);
    desk.article("market.txt", b"The army said that VTS held the market.\n");
    desk
}

#[test]
fn a_script_marks_an_article_and_says_what_it_means_in_the_folder() {
    let desk = marked();
    let script = "select 'nine people died'\ntag casualty-report\nsource 'SDS'\nselect 'VTS denied it'\n\
                  tag denial\nactor group 'SDS' 'VTS'\nincident join 'Raid' a1 a2\n\
                  verdict a1 undecided 'one source only'\nactor group 'army'\nundo\n";
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Ana"], script);
    assert!(shown.contains("[casualty-report") && !shown.contains("error"), "{shown}");
    let name = folder_file(&desk);
    let register = std::fs::read_to_string(desk.path(&name)).expect("a register");
    assert_eq!(register.lines().count(), 4, "{register}");
    assert!(!register.contains("\"army\""), "{register}");
    // The folder's own commands go on with it, and say what stands there.
    let more = "verdict Raid contested 'two counts'\nactor reading VTS SDS\n";
    let told = desk.run_with(&["run", ".", "--as", "Ana"], more);
    for line in [
        "actor group 'SDS' 'VTS'\n",
        "actor reading 'VTS' 'SDS'\n",
        "incident join 'Raid' ",
        " undecided 'one source only'\n",
        "verdict Raid contested 'two counts'\n",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    // Articles are read without a word about it.
    for words in [["check", "raid.txt"], ["check", "market.txt"], ["show", "market.txt"], ["list", "."]] {
        let shown = desk.run(&words);
        assert!(!shown.contains("folder.") && !shown.contains("warning"), "{words:?}: {shown}");
    }
}

#[test]
fn what_is_refused_leaves_marks_and_register_as_they_were() {
    let desk = marked();
    let script = "select 'nine people died'\ntag claim\nactor group 'SDS'\nverdict a1 likely ' '\n";
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Ana"], script);
    assert!(
        shown.contains("line 4: a verdict needs a reason") && shown.contains("nothing was saved"),
        "{shown}"
    );
    assert_eq!(desk.layers(), Vec::<std::path::PathBuf>::new());
    let shown = desk.run_with(&["run", ".", "--as", "Ana"], "select 'SDS'\n");
    assert!(shown.contains("this is about an article"), "{shown}");
}

#[test]
fn an_article_below_uses_the_register_of_the_folder_above() {
    let mut desk = marked();
    std::fs::create_dir(desk.path("2017")).expect("a folder");
    desk.article("2017/raid.txt", TEXT.as_bytes());
    desk.run_with(&["run", ".", "--as", "Ana"], "actor group 'SDS'\n");
    let script = "select 'VTS denied it'\ntag denial\nactor group 'SDS' 'VTS'\n";
    desk.run_with(&["run", "2017/raid.txt", "--as", "Ana"], script);
    let told = desk.run_with(&["run", ".", "--as", "Ana"], "actor note SDS 'the alliance'\n");
    assert_eq!(told, "actor group 'SDS' 'VTS'\nactor note 'SDS' 'the alliance'\n");
}

fn folder_file(desk: &Desk) -> String {
    let names = desk
        .layers()
        .into_iter()
        .filter_map(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    let mut names = names.filter(|name| name.starts_with("folder.ana-"));
    names.next().expect("a register lies in the folder")
}

/// Two articles: a count, a denial of it in the other one, a denial of nobody knows what.
fn disputed() -> Desk {
    let mut desk = marked();
    let script = "select 'nine people died'\ntag casualty-report\nsource 'SDS'\nfigure 'nine people'\n\
                  select 'VTS denied it'\ntag denial\nlink a2 denies a1\nactor group 'SDS' 'VTS'\n\
                  verdict a1 contested 'two counts'\nverdict a1 undecided 'one took it back'\n\
                  not-found 'a second hospital' 'in both articles'\n";
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Ana"], script);
    assert!(!shown.contains("--- exit"), "{shown}");
    desk.article("other.txt", b"The town denied that it was there.\n");
    let script = "select 'The town denied'\ntag denial\nsource 'the town'\n";
    desk.run_with(&["run", "other.txt", "--as", "Ben"], script);
    desk
}

fn json(shown: &str) -> serde_json::Value {
    let json = shown.split("--- exit").next().unwrap_or_default();
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {shown}"))
}

#[test]
fn threads_tell_who_denies_what_and_what_people_hold_of_it() {
    let desk = disputed();
    let found = json(&desk.run(&["threads", ".", "--json"]));
    let open = found["open"].as_array().expect("open denials");
    assert_eq!((open.len(), open[0]["quote"].as_str()), (1, Some("The town denied")));
    let thread = &found["threads"][0];
    assert_eq!(thread["claim"]["quote"], "nine people died");
    assert_eq!(thread["contested"], true);
    let answer = &thread["answers"][0];
    let told = (&answer["depth"], &answer["relation"], &answer["mark"]["quote"]);
    assert_eq!(told, (&1.into(), &"denies".into(), &"VTS denied it".into()));
    let values = thread["verdicts"].as_array().expect("verdicts").iter();
    let values: Vec<_> =
        values.map(|verdict| (verdict["value"].as_str(), verdict["holds"].as_bool())).collect();
    assert_eq!(values, [(Some("contested"), Some(false)), (Some("undecided"), Some(true))]);
    let told = desk.run(&["threads", "."]);
    assert!(told.contains("Denied, but what?") && told.contains("denied by: "), "{told}");
    // One article by itself has its own disputes only, and is called as it was named.
    let told = desk.run(&["threads", "raid.txt"]);
    assert!(told.contains("  raid.txt\n") && !told.contains("/raid.txt"), "{told}");
    let found = json(&desk.run(&["threads", "other.txt", "--json"]));
    assert_eq!(
        (found["open"].as_array().map(Vec::len), found["threads"].as_array().map(Vec::len)),
        (Some(1), Some(0))
    );
}

#[test]
fn actors_tell_who_uses_which_name() {
    let desk = disputed();
    let found = json(&desk.run(&["actors", ".", "--json"]));
    let names = found["names"].as_array().expect("names");
    let vts = names.iter().find(|name| name["name"] == "VTS").expect("VTS");
    assert_eq!((vts["in_words"].as_u64(), vts["registered"].as_bool()), (Some(1), Some(true)));
    assert_eq!(found["actors"][0]["names"][1]["name"], "VTS");
    assert_eq!(
        found["matrix"]["names"].as_array().map(Vec::len),
        found["matrix"]["rows"][0]["counts"].as_array().map(Vec::len)
    );
}

#[test]
fn lint_tells_what_to_look_at_and_what_mends_it() {
    let desk = disputed();
    let shown = desk.run(&["lint", ".", "--json"]);
    assert!(shown.contains("--- exit 1"), "{shown}");
    let found = json(&shown);
    let checks: Vec<_> =
        found.as_array().expect("findings").iter().filter_map(|one| one["check"].as_str()).collect();
    for expected in ["nothing-denied", "unregistered-name", "no-date", "not-found"] {
        assert!(checks.contains(&expected), "{expected}: {checks:?}");
    }
    let name = found.as_array().expect("findings").iter().find(|one| one["check"] == "unregistered-name");
    assert_eq!(name.map(|one| &one["action"]), Some(&"actor group 'the town'".into()));
    let told = desk.run(&["lint", "raid.txt"]);
    assert!(told.contains("[no-date]") && told.contains("  mend: ") && !told.contains("other.txt"), "{told}");
    assert!(told.contains("raid.txt: ") && !told.contains("/raid.txt"), "{told}");
    // What was looked for without a word of where is told without one.
    desk.run_with(&["run", "other.txt", "--as", "Ben"], "not-found 'a third count'\n");
    let told = desk.run(&["lint", "."]);
    assert!(told.contains("\nBen looked for `a third count` and did not find it [not-found]\n"), "{told}");
}

#[test]
fn incidents_and_counts_follow_the_date_and_outlet_that_a_person_gives_an_article() {
    let mut desk = Desk::new();
    let article = |date: &str, outlet: &str, count: &str| {
        let head = format!("---\ndate: {date}\nsite: {outlet}\nlocation: Vostra\n---\n\n");
        format!("{head}The raid on the bakery of Vostra killed {count} people.\n").into_bytes()
    };
    desk.article("a.md", &article("2026-03-01", "Herald", "12"));
    desk.article("b.md", &article("2026-03-04", "Courier", "8"));
    for name in ["a.md", "b.md"] {
        let words = if name == "a.md" { "12 people" } else { "8 people" };
        let script = format!(
            "select 'The raid on the bakery of Vostra killed {words}'\ntag casualty-report\nsource 'the monitor'\n\
             figure '{words}'\nfigure-set 1 outcome 'killed'\nsave\n"
        );
        desk.run_with(&["run", name, "--as", "Ana"], &script);
    }
    // Of the days that their files give they are two.
    let apart = desk.run(&["incidents", ".", "--all"]);
    assert!(apart.contains("8 killed") && !apart.contains("1 and 2"), "{apart}");
    let script = "correct 'b.md' date '2026-02-27'\ncorrect 'b.md' outlet 'The Post'\n";
    let told = desk.run_with(&["run", ".", "--as", "Ana"], script);
    assert!(told.contains("correct 'b.md' date '2026-02-27'\ncorrect 'b.md' outlet 'The Post'"), "{told}");
    let words = desk.run(&["incidents", ".", "--all"]);
    assert!(words.contains("update, the same origin says more 2 days later"), "{words}");
    assert!(words.contains("the monitor  2026-02-27 ./b.md"), "{words}");
    let counts = desk.run(&["counts", ".", "--by", "outlet", "--json"]);
    assert!(counts.contains("The Post") && counts.contains("Herald"), "{counts}");
    desk.run(&["report", ".", "--out", "out.html"]);
    let data = std::fs::read_to_string(desk.path("out.json")).expect("data");
    assert!(data.contains("\"date\": \"2026-02-27\"") || data.contains("\"date\":\"2026-02-27\""), "{data}");
    let table = desk.run(&["export", ".", "--format", "csv", "--out", "-"]);
    // What the file says stays beside it.
    assert!(table.contains("The Post,2026-02-27,2026-03-04"), "{table}");
    let text = std::fs::read_to_string(desk.path("b.md")).expect("the article");
    assert!(text.contains("date: 2026-03-04"), "{text}");
}
