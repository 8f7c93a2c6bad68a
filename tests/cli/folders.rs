//! Folders of articles on the command line: what is in them is read, and printed as it comes.

use crate::desk::{Desk, ignores_rights};
use crate::{ARTICLE, check, marked_desk};
use expect_test::expect;
use serde_json::Value;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

/// Articles beside one another, in sub-folders, and where nobody looks.
fn nested_desk() -> Desk {
    let mut desk = marked_desk();
    for folder in ["2017/may", ".git", ".postil", "2016"] {
        fs::create_dir_all(desk.path(folder)).expect("made");
    }
    for name in ["2017/10.txt", "2017/9.txt", "2017/may/a.md", "2016/b.txt", ".git/c.txt", ".postil/d.txt"] {
        desk.article(name, b"The army denied it.\n");
    }
    desk.run(&["annotate", "2017/9.txt", "--as", "Ana", "--quote", "denied it", "--tag", "denial"]);
    desk
}

#[test]
fn folders_are_read_with_their_sub_folders_and_hidden_ones_are_not() {
    let desk = nested_desk();
    check(
        &desk.run(&["check", "."]),
        expect![[r#"
            ./raid.txt: 4 marks, 4 exact
            ./2016/b.txt: 0 marks
            ./2017/9.txt: 1 mark, 1 exact
            ./2017/10.txt: 0 marks
            ./2017/may/a.md: 0 marks
            5 articles: 5 marks, 5 exact
        "#]],
    );
    check(
        &desk.run(&["list", "2017", "2016/b.txt", "--tag", "denial"]),
        expect![[r#"
            2017/9.txt: 1 mark
              <id>  Denial  Ana  exact  “denied it”
        "#]],
    );
}

#[test]
fn links_in_circles_end_and_those_that_lead_out_are_told() {
    let desk = nested_desk();
    let before = desk.run(&["list", "2017", "2016"]);
    symlink(".", desk.path("2017/loop")).expect("a link");
    symlink("../may", desk.path("2017/may/self")).expect("a link");
    symlink("../2017", desk.path("2017/round")).expect("a link");
    assert_eq!(desk.run(&["list", "2017", "2016"]), before);
    symlink("../2016", desk.path("2017/out")).expect("a link");
    let shown = desk.run(&["list", "2017", "2016"]);
    let told = "--- stderr\nwarning: `2017/out` leads out of the folder and is not looked into; name it to have it read\n";
    assert_eq!(shown, format!("{before}{told}"));
    // Who names a link means what it leads to.
    assert_eq!(desk.run(&["list", "2017/out"]), "2017/out/b.txt: 0 marks\n");
}

#[test]
fn a_folder_that_cannot_be_read_keeps_no_other_from_being_read() {
    let desk = nested_desk();
    if ignores_rights(&desk.path("")) {
        return;
    }
    let set = |mode| fs::set_permissions(desk.path("2016"), PermissionsExt::from_mode(mode)).expect("set");
    set(0o000);
    let mut nested = desk.command();
    nested.args(["list", "2016", "2017", "--json"]);
    let ran = nested.output().expect("the program");
    set(0o755);
    assert_eq!(ran.status.code(), Some(2));
    let errors = String::from_utf8(ran.stderr).expect("UTF-8");
    assert!(errors.starts_with("error: cannot list the folder `2016`: the system gives no permission\n"));
    assert_eq!(marks(&String::from_utf8(ran.stdout).expect("UTF-8")).len(), 1);
}

/// The elements of the array that was printed before any warning.
fn marks(shown: &str) -> Vec<Value> {
    let json = shown.split("--- stderr").next().expect("a part");
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

#[test]
fn an_array_is_whole_whatever_fails_between_its_articles() {
    let mut desk = nested_desk();
    symlink("nowhere", desk.path("2016/broken.txt")).expect("a link");
    desk.article("0.html", b"\0\0\0\0");
    for words in [&["list", ".", "--json"][..], &["check", ".", "--json"], &["find", ".", "denied", "--json"]]
    {
        let shown = desk.run(words);
        assert!(
            shown.contains("\nerror: cannot open `./2016/broken.txt`: there is no such file\n"),
            "{shown}"
        );
        assert!(shown.ends_with("--- exit 2\n"), "{shown}");
        let articles: Vec<String> = marks(&shown)
            .iter()
            .map(|found| {
                found.get("article").unwrap_or(&found["document"]).as_str().expect("a path").to_owned()
            })
            .collect();
        assert!(articles.iter().any(|path| path == "./raid.txt"), "{articles:?}");
        assert!(articles.iter().any(|path| path == "./2017/9.txt"), "{articles:?}");
    }
    assert_eq!(desk.run(&["list", "2016/b.txt", "--json"]), "[]\n");
}

#[test]
fn list_tells_programs_source_figure_and_links() {
    let desk = marked_desk();
    let all = marks(&desk.run(&["list", ".", "--json"]));
    let told = |words: &str| all.iter().find(|mark| mark["quote"] == words).expect("a mark");
    let dead = told("Eight people died in the raid");
    assert_eq!((&dead["article"], &dead["title"]), (&Value::from("./raid.txt"), &Value::from("The raid")));
    assert_eq!(dead["source"], "a hospital");
    let said: [(&str, Value); 4] =
        [("low", 8.into()), ("high", 8.into()), ("stated", 8.into()), ("wording", "Eight people".into())];
    for (key, value) in said {
        assert_eq!(dead["figure"][0][key], value);
    }
    let words = ["qualifier", "convention", "outcome"].map(|key| &dead["figure"][0][key]);
    assert_eq!(words, [&Value::from("exactly"), &Value::from("as-worded"), &Value::from("killed")]);
    assert_eq!(dead["sources"], serde_json::json!([{ "name": "a hospital", "actor": null }]));
    assert_eq!(
        (&dead["cue"], &dead["unattributed"], &dead["links"]),
        (&Value::Null, &Value::from(false), &serde_json::json!([]))
    );
    let denied = told("The army denied … it.");
    assert_eq!((&denied["source"], &denied["figure"]), (&Value::Null, &serde_json::json!([])));
    let link = serde_json::json!([{ "relation": "denies", "to": "<uuid>", "words": "Eight people died" }]);
    assert_eq!(denied["links"], link);
}

/// Reads a table by the grammar of RFC 4180, character by character.
fn read_table(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut is_quoted, mut characters) = (false, text.chars().peekable());
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(characters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(character),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !is_quoted, "the last line has no end");
    rows
}

#[test]
fn a_table_can_be_read_back_and_runs_nothing() {
    let mut desk = marked_desk();
    desk.article("sums.txt", b"=1+1, said \"he\".\n\nMore.\n");
    let marks =
        "select '=1+1, said \"he\"'\ntag claim\nnote '+cmd\\nof two, lines'\nsource '@army <- a hospital'\n";
    desk.run_with(&["run", "sums.txt", "--as", "Ana"], marks);
    let shown = desk.run(&["list", ".", "--csv"]);
    let table = read_table(&shown);
    let column = |name: &str| table[0].iter().position(|head| head == name).expect("a column");
    assert_eq!(table.len(), 6);
    assert!(table.iter().all(|row| row.len() == table[0].len()));
    let cell = |row: usize, name: &str| table[row][column(name)].as_str();
    assert_eq!((cell(1, "low"), cell(1, "high"), cell(1, "figure")), ("8", "8", "Eight people"));
    assert_eq!((cell(3, "start"), cell(3, "end"), cell(3, "links")), ("58; 74", "73; 77", "denies <uuid>"));
    assert_eq!((cell(5, "article"), cell(5, "tags")), ("./sums.txt", "claim"));
    assert_eq!(cell(5, "quote"), "'=1+1, said \"he\"");
    assert_eq!(cell(5, "source"), "'@army ← a hospital");
    assert!(cell(5, "note").starts_with("'+cmd"), "{}", cell(5, "note"));
    let with_mark = desk.run(&["list", ".", "--csv", "--bom"]);
    assert_eq!(with_mark.strip_prefix('\u{feff}'), Some(shown.as_str()));
    assert_eq!(desk.run(&["list", "2.txt", "--bom"]).lines().last(), Some("--- exit 2"));
}

#[test]
fn the_help_of_list_names_every_column() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let help = desk.run(&["list", "--help"]);
    let table = read_table(&desk.run(&["list", "raid.txt", "--csv"]));
    for column in &table[0] {
        assert!(
            help.contains(&format!("\n  {column} ")) || help.contains(&format!("\n  {column}\n")),
            "{column}"
        );
    }
}

#[test]
fn find_looks_into_folders_and_groups_by_article() {
    let desk = nested_desk();
    check(
        &desk.run(&["find", ".", "the army"]),
        expect![[r#"
            ./raid.txt: 2 places
                1  …in the raid, a hospital said. The army denied it.
                2  The army denied that it had been there.…
            ./2016/b.txt: 1 place
                1  The army denied it.
            ./2017/9.txt: 1 place
                1  The army denied it.
            ./2017/10.txt: 1 place
                1  The army denied it.
            ./2017/may/a.md: 1 place
                1  The army denied it.
        "#]],
    );
    assert_eq!(desk.run(&["find", "2016", "2017/9.txt", "raid"]), "");
    let found = marks(&desk.run(&["find", "2016", "denied", "--json"]));
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["article"], &found[0]["start"]), (&Value::from("2016/b.txt"), &Value::from(9)));
}
