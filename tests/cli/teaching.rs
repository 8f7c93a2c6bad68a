//! A lesson on the command line: the assignment, what pupils hand in, grades, pages and gradebooks.

use crate::{ARTICLE, Desk};
use serde_json::Value;
use std::fs;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const KEY: &str = "select 'Eight people died in the raid'\ntag claim\nnote 'Evidence could settle it.'\n\
                   select 'The army denied' 1\nselect-more 'it.' 1\ntag denial\nsource 'the army'\nlink a2 denies a1\n\
                   select 'A disgrace'\ntag opinion\n";

/// A teacher's desk with a key, a pass-phrase and an assignment.
fn teachers_desk() -> Desk {
    let desk = Desk::with("raid.txt", ARTICLE);
    desk.run_with(&["run", "raid.txt", "--as", "Teacher"], KEY);
    fs::write(desk.path("word.txt"), "three blue doors\n").expect("written");
    let made = desk.run(&[
        "assign",
        "raid.txt",
        "--key",
        "Teacher",
        "--seal",
        "--pass-phrase-file",
        "word.txt",
        "--out",
        "raid.postil",
    ]);
    assert!(made.contains("raid.postil: 3 marks in the key\ncommitment: "), "{made}");
    desk
}

/// What a pupil hands in, who opens the assignment at home.
fn pupil(teacher: &Desk, name: &str, out: &str, marks: &str) -> Vec<u8> {
    let desk = Desk::new();
    fs::copy(teacher.path("raid.postil"), desk.path("raid.postil")).expect("copied");
    let unpacked = desk.run(&["unpack", "raid.postil"]);
    assert!(unpacked.contains("raid.txt: written") && !unpacked.contains("key"), "{unpacked}");
    let shown = desk.run_with(&["run", "raid/raid.txt", "--as", name], marks);
    assert!(!shown.contains("error"), "{shown}");
    let handed = desk.run(&["handin", "raid/raid.txt", "--as", name, "--out", out]);
    assert!(handed.contains("handed in at <time>; send this file back"), "{handed}");
    fs::read(desk.path(out)).expect("a file")
}

fn grades(desk: &Desk, more: &[&str]) -> (Value, String) {
    let mut command = desk.command();
    command.args(["grade", "raid.postil", "in", "--pass-phrase-file", "word.txt", "--json"]).args(more);
    let out = command.output().expect("the program");
    let errors = String::from_utf8_lossy(&out.stderr).into_owned();
    (serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("no JSON: {errors}")), errors)
}

/// A desk on which three pupils, two of one name, handed in.
fn class() -> Desk {
    let desk = teachers_desk();
    fs::create_dir(desk.path("in")).expect("made");
    let whole = KEY.replace("note 'Evidence could settle it.'\n", "");
    let half = "select 'Eight people died'\ntag opinion\nselect 'been there'\ntag claim\n";
    for (nth, (name, marks)) in
        [("Ada Lind", whole.as_str()), ("Bo Ark", half), ("Bo Ark", "select 'A disgrace'\ntag opinion\n")]
            .into_iter()
            .enumerate()
    {
        let out = format!("{nth}.postil.jsonl");
        let bytes = pupil(&desk, name, &out, marks);
        fs::write(desk.path("in").join(format!("raid.txt.p{nth}-000{nth}.postil.jsonl")), bytes)
            .expect("written");
    }
    desk
}

#[test]
fn a_class_is_graded_with_reasons_and_twice_the_same() {
    let desk = class();
    let (found, errors) = grades(&desk, &[]);
    let names: Vec<&str> =
        found.as_array().expect("pupils").iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(names.len(), 3, "{errors}");
    assert_eq!(names[0], "Ada Lind");
    assert!(
        names[1].starts_with("Bo Ark (") && names[2].starts_with("Bo Ark (") && names[1] != names[2],
        "{names:?}"
    );
    assert_eq!((&found[0]["points"], &found[0]["of"]), (&14.0.into(), &14.0.into()));
    assert_eq!(found[0]["marks"][0]["explanation"], "Evidence could settle it.");
    let bo = found
        .as_array()
        .expect("pupils")
        .iter()
        .find(|one| one["extras"].as_array().is_some_and(|all| !all.is_empty()));
    let bo = bo.expect("a pupil with an extra mark");
    assert_eq!(bo["marks"][0]["verdict"], "tag");
    let why = bo["marks"][0]["why"].as_str().expect("why");
    assert!(why.contains("tag: claim taken for opinion"), "{why}");
    assert_eq!((&bo["marks"][1]["verdict"], &bo["marks"][1]["points"]), (&"missed".into(), &0.0.into()));
    assert_eq!(grades(&desk, &[]).0, found);
}

#[test]
fn pages_workbook_and_gradebook_are_written_and_the_same_each_time() {
    let desk = class();
    let book = "First name,Last name,Email address,Raid (Real),Raid (Feedback)\r\nAda,Lind,ada@school.example,-,\r\nCem,Oz,cem@school.example,-,\r\n";
    fs::write(desk.path("book.csv"), book).expect("written");
    let more = ["--html", "pages", "--xlsx", "grades.xlsx", "--fill", "book.csv"];
    let (_, errors) = grades(&desk, &more);
    assert!(errors.contains("`Bo Ark` has no row of their own"), "{errors}");
    let filled = fs::read_to_string(desk.path("book.csv")).expect("a table");
    assert_eq!(filled, book.replacen("-,\r", "14.00,14 of 14 points: 3 found\r", 1));
    let all = || {
        let pages = desk.path("pages").read_dir().expect("pages").map(|page| page.expect("an entry").path());
        let mut pages: Vec<_> = pages.map(|page| (page.clone(), fs::read(page).expect("a page"))).collect();
        pages.sort();
        (pages, fs::read(desk.path("grades.xlsx")).expect("a workbook"))
    };
    let first = all();
    assert_eq!(first.0.len(), 3);
    let ada = String::from_utf8(first.0[0].1.clone()).expect("UTF-8");
    assert!(ada.contains("14 of 14 points") && ada.contains("Evidence could settle it."), "{ada}");
    grades(&desk, &more);
    assert!(all() == first);
}

#[test]
fn what_is_hostile_from_one_pupil_is_named_and_spoils_nothing() {
    let desk = class();
    let (before, _) = grades(&desk, &[]);
    fs::write(desk.path("in").join("raid.txt.x-0009.postil.jsonl"), b"{\"type\": \"Annotation")
        .expect("written");
    fs::write(desk.path("in").join("raid.txt.y-0008.postil.jsonl"), b"PK\x03\x04 cut off").expect("written");
    let key = fs::read(&desk.layers()[0]).expect("the key");
    fs::write(desk.path("in").join("raid.txt.z-0007.postil.jsonl"), key).expect("written");
    let (after, errors) = grades(&desk, &[]);
    assert_eq!(after, before);
    for expected in [
        "x-0009.postil.jsonl`: it holds no marks",
        "y-0008.postil.jsonl`: it cannot be read",
        "note: `raid.txt.z-0007.postil.jsonl`: it is the key",
    ] {
        assert!(errors.contains(expected), "{expected} in {errors}");
    }
}

/// An archive of files.
fn packed(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, SimpleFileOptions::default()).expect("a name");
        writer.write_all(&bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

#[test]
fn ten_thousand_files_links_and_bombs_of_one_pupil_spoil_nothing_for_the_others() {
    let desk = class();
    let (before, _) = grades(&desk, &[]);
    let inside = |name: &str| desk.path("in").join(name);
    let name = |nth: usize| format!("raid.txt.n{nth}-{nth:04}.postil.jsonl");
    fs::write(inside("many.zip"), packed((0..10_001).map(|nth| (name(nth), Vec::new())))).expect("written");
    let mut link = ZipWriter::new(Cursor::new(Vec::new()));
    link.add_symlink(name(1), "/etc/passwd", SimpleFileOptions::default()).expect("a link");
    fs::write(inside("link.zip"), link.finish().expect("memory").into_inner()).expect("written");
    fs::write(inside("out.zip"), packed([(format!("../../{}", name(2)), b"{}".to_vec())])).expect("written");
    // Archives in an archive, each of which would grow to 100 MiB.
    let bomb = packed([(name(3), vec![b' '; 100 << 20])]);
    let bombs = packed((0..3).map(|nth| (format!("{nth}.zip"), bomb.clone())));
    fs::write(inside("bombs.zip"), bombs).expect("written");
    fs::create_dir(inside("many")).expect("made");
    for nth in 0..10_000 {
        fs::write(inside("many").join(name(nth)), "?").expect("written");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("..", inside("circle")).expect("a link");
    let (after, errors) = grades(&desk, &[]);
    assert_eq!(after, before);
    for expected in [
        "many.zip`: it holds 10001 files, more than are read",
        "link.zip`: `raid.txt.n1-0001.postil.jsonl` would stand outside of its folder",
        "out.zip`: `../../raid.txt.n2-0002.postil.jsonl` would stand outside of its folder",
        "bombs.zip: 0.zip`: `raid.txt.n3-0003.postil.jsonl` is larger than what is read",
        "there are more than 4000 files: this one and those after it are left out",
    ] {
        assert!(errors.contains(expected), "{expected} in {errors:.2000}");
    }
}

#[test]
fn a_sealed_key_opens_by_its_pass_phrase_alone_and_can_be_proved() {
    let desk = teachers_desk();
    let key = desk.layers()[0].clone();
    let key = key.file_name().and_then(|name| name.to_str()).expect("a name");
    let wrong = desk.run_with(&["grade", "raid.postil", key], "four red doors\n");
    assert!(wrong.contains("error: the pass-phrase is another one"), "{wrong}");
    let none = desk.run(&["unseal", "raid.postil", "--out", "open.jsonl"]);
    assert!(none.contains("error: there is no pass-phrase"), "{none}");
    let opened = desk.run_with(&["unseal", "raid.postil", "--out", "open.jsonl"], "three blue doors\n");
    assert!(opened.starts_with("commitment: "), "{opened}");
    assert_eq!(fs::read(desk.path("open.jsonl")).expect("open"), fs::read(desk.path(key)).expect("the key"));
    desk.run_with(&["seal", "open.jsonl", "--out", "again.sealed"], "word\n");
    assert!(
        !String::from_utf8_lossy(&fs::read(desk.path("again.sealed")).expect("sealed")).contains("claim")
    );
}

#[test]
fn another_passage_is_accepted_and_another_mark_may_be_left_out() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let more = "select 'Eight people died'\ntag claim\naccept a4 for a1\naccept a3 optional\n";
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Teacher"], &format!("{KEY}{more}"));
    assert!(!shown.contains("error"), "{shown}");
    desk.run_with(&["run", "raid.txt", "--as", "Ada"], "select 'Eight people died'\ntag claim\n");
    let ada =
        desk.layers().into_iter().find(|path| path.to_string_lossy().contains(".ada-")).expect("a layer");
    let shown = desk.run(&["grade", "raid.txt", &ada.to_string_lossy(), "--key", "Teacher", "--csv"]);
    assert!(shown.contains(",4,10,40,no,1,0,0,1,0,"), "{shown}");
}

#[test]
fn feedback_is_a_layer_for_each_pupil_that_is_read_beside_the_article_and_never_graded() {
    let desk = class();
    let (_, errors) = grades(&desk, &["--feedback", "back"]);
    assert!(!errors.contains("error"), "{errors}");
    let all = || {
        let files = desk.path("back").read_dir().expect("files").map(|file| file.expect("an entry").path());
        let mut files: Vec<_> = files.map(|file| (file.clone(), fs::read(file).expect("a file"))).collect();
        files.sort();
        files
    };
    let first = all();
    let names: Vec<String> =
        first.iter().map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(
        names[0].starts_with("feedback-ada-lind-") && names[1].starts_with("feedback-bo-ark-"),
        "{names:?}"
    );
    // It stands beside the pupil's article like the marks of another person.
    let home = Desk::new();
    fs::copy(desk.path("raid.postil"), home.path("raid.postil")).expect("copied");
    home.run(&["unpack", "raid.postil"]);
    let missed = first.iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains("\"missed\""));
    let (_, bytes) = missed.expect("a pupil who missed something");
    fs::write(home.path("raid/feedback.postil.jsonl"), bytes).expect("written");
    let shown = home.run(&["list", "raid/raid.txt", "--json"]);
    assert!(shown.contains("[]") || !shown.contains("claim"), "feedback is no mark of the folder: {shown}");
    let shown = home.run(&["show", "raid/raid.txt", "--marked"]);
    assert!(shown.contains("The army denied"), "{shown}");
    let text = String::from_utf8_lossy(bytes);
    assert!(text.contains("\"motivation\":\"assessing\"") && text.contains("\"postil:points\":"), "{text}");
    // Given back by mistake, it is named and graded as nothing; and twice it is the same.
    fs::write(desk.path("in").join("raid.txt.f-0006.postil.jsonl"), bytes).expect("written");
    let (_, errors) = grades(&desk, &["--feedback", "back"]);
    assert!(errors.contains("it is feedback on a pupil’s marks"), "{errors}");
    assert!(all() == first);
}

#[test]
fn what_is_handed_in_is_closed_and_can_be_taken_back() {
    let desk = Desk::with("raid.txt", ARTICLE);
    desk.run_with(&["run", "raid.txt", "--as", "Ada"], "select 'A disgrace'\ntag opinion\n");
    let handed = desk.run(&["handin", "raid.txt", "--as", "Ada"]);
    assert!(handed.contains("handed-in") && handed.contains("1 mark handed in at <time>"), "{handed}");
    let closed = |desk: &Desk| {
        String::from_utf8_lossy(&fs::read(&desk.layers()[0]).expect("a layer")).contains("postil:closed")
    };
    assert!(closed(&desk));
    let refused =
        desk.run_with(&["run", "raid.txt", "--as", "Ada"], "select 'The army denied' 1\ntag denial\n");
    assert!(refused.contains("your marks were handed in at"), "{refused}");
    let went_on = desk.run_with(
        &["run", "raid.txt", "--as", "Ada"],
        "take-back\nselect 'The army denied' 1\ntag denial\nhand-in\n",
    );
    assert!(!went_on.contains("error"), "{went_on}");
    assert!(closed(&desk));
    let nothing = desk.run(&["handin", "raid.txt", "--as", "Bo"]);
    assert!(nothing.contains("Bo has marked nothing there"), "{nothing}");
}
