//! An article that is moved to another folder: its marks are found where they were left.

use crate::desk::Desk;
use crate::{check, marked_desk};
use expect_test::expect;
use std::fs;

/// The program's words for what it found.
fn told(whose: &str) -> String {
    format!("archive/raid.txt: this article was moved: {whose} were found in `<desk>`")
}

fn move_article(desk: &Desk, from: &str, to: &str) {
    for path in [from, to] {
        let folder = desk.path(path);
        fs::create_dir_all(folder.parent().expect("a folder")).expect("made");
    }
    fs::rename(desk.path(from), desk.path(to)).expect("moved");
}

#[test]
fn marks_are_found_listed_and_written_at_the_new_place() {
    let mut desk = marked_desk();
    desk.move_away("raid.txt");
    move_article(&desk, "raid.txt", "archive/raid.txt");
    let before = desk.files();
    let [listed, checked] = ["list", "check"].map(|command| desk.run(&[command, "archive/raid.txt"]));
    check(
        &checked,
        expect![[r#"
        archive/raid.txt: 4 marks, 4 exact
        --- stderr
        warning: archive/raid.txt: this article was moved: the marks of 2 people were found in `<desk>`
    "#]],
    );
    assert!(listed.contains("archive/raid.txt: 4 marks") && listed.contains(&told("the marks of 2 people")));
    assert!(desk.run(&["show", "archive/raid.txt"]).contains("the marks of 2 people were found in"));
    assert!(desk.files() == before, "the old folder is as it was");
    assert_eq!(fs::read_dir(desk.path("archive")).expect("a folder").count(), 1, "looking writes nothing");

    let annotate = ["annotate", "archive/raid.txt", "--as", "Ana", "--quote", "A disgrace", "--tag", "claim"];
    check(
        &desk.run(&annotate),
        expect![[r#"
        <uuid>
        --- stderr
        warning: this article was moved: your marks and those of Ben were found in `<desk>`; yours are saved beside the article from the next change on
    "#]],
    );
    let names = fs::read_dir(desk.path("archive")).expect("a folder");
    assert_eq!(names.count(), 2);
    assert!(desk.files() == before, "the old folder is as it was");
    assert!(desk.run(&["list", "archive/raid.txt"]).contains("archive/raid.txt: 5 marks"));
    // For whoever gets the new folder alone, Ana's marks are all there.
    let alone = desk.elsewhere(&["list", "archive/raid.txt"]);
    assert!(alone.starts_with("archive/raid.txt: 4 marks") && !alone.contains("warning"), "{alone}");
}

#[test]
fn a_copy_and_another_machine_get_none() {
    let desk = marked_desk();
    fs::create_dir(desk.path("archive")).expect("made");
    fs::copy(desk.path("raid.txt"), desk.path("archive/raid.txt")).expect("copied");
    assert_eq!(desk.run(&["list", "archive/raid.txt"]), "archive/raid.txt: 0 marks\n");
    let checked = desk.run(&["check", "."]);
    assert!(checked.contains("raid.txt: 4 marks") && !checked.contains("moved"), "{checked}");
    let mut desk = marked_desk();
    desk.move_away("raid.txt");
    move_article(&desk, "raid.txt", "archive/raid.txt");
    assert_eq!(desk.elsewhere(&["list", "archive/raid.txt"]), "archive/raid.txt: 0 marks\n");
    // Whoever only looked at the marks of others finds them again, too.
    desk.article("archive/raid.txt", crate::ARTICLE.as_bytes());
    assert!(desk.run(&["list", "archive/raid.txt"]).contains("4 marks"));
}

#[test]
fn marks_of_others_that_were_only_read_are_found_again() {
    let home = tempfile::tempdir().expect("a home");
    let mut desk = marked_desk();
    let as_reader = |desk: &Desk, path: &str| {
        let mut command = desk.command();
        command.env("POSTIL_HOME", home.path()).args(["list", path]);
        desk.tidied(&mut command, "")
    };
    assert!(as_reader(&desk, "raid.txt").contains("4 marks"));
    desk.move_away("raid.txt");
    move_article(&desk, "raid.txt", "archive/raid.txt");
    let listed = as_reader(&desk, "archive/raid.txt");
    assert!(listed.contains("4 marks") && listed.contains(&told("the marks of 2 people")), "{listed}");
    // What is remembered is damaged: nothing is found, and nothing is wrong.
    for file in fs::read_dir(home.path().join("state/layers")).expect("a folder") {
        fs::write(file.expect("a file").path(), "{\"layer\":\"/etc/passwd\"}\nnonsense").expect("written");
    }
    desk.article("archive/raid.txt", crate::ARTICLE.as_bytes());
    assert_eq!(as_reader(&desk, "archive/raid.txt"), "archive/raid.txt: 0 marks\n");
}
