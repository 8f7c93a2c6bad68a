//! `postil init`: a folder for a team.

use crate::check;
use crate::desk::Desk;
use expect_test::expect;
use std::fs;

#[test]
fn a_folder_is_prepared_and_nothing_is_overwritten() {
    let desk = Desk::new();
    fs::write(desk.path(".gitattributes"), "*.png binary").expect("written");
    fs::write(desk.path("codebook.postil.toml"), "name = \"ours\"\n").expect("written");
    check(
        &desk.run(&["init", "."]),
        expect![[r#"
        postil.toml: written
        codebook.postil.toml: kept as it is
        .gitattributes: 3 lines added
        .gitignore: written
        .stignore: written
    "#]],
    );
    let read = |name: &str| fs::read_to_string(desk.path(name)).expect("read");
    check(
        &read(".gitattributes"),
        expect![[r#"
        *.png binary
        *.postil.jsonl text eol=lf merge=union
        *.postil*.jsonl text eol=lf merge=union
        .postil/texts/*.txt -text
    "#]],
    );
    assert_eq!(read("codebook.postil.toml"), "name = \"ours\"\n");
    assert_eq!(
        (read(".gitignore"), read(".stignore")),
        (".~postil-*.tmp\n".into(), ".~postil-*.tmp\n".into())
    );
    let before = desk.files();
    assert!(!desk.run(&["init"]).contains("written"));
    assert_eq!(desk.files(), before);
}

#[test]
fn a_new_folder_is_made_but_not_those_above_it() {
    let desk = Desk::new();
    assert!(desk.run(&["init", "team"]).starts_with("team: made\npostil.toml: written\n"));
    assert!(desk.path("team/codebook.postil.toml").is_file());
    check(
        &desk.run(&["init", "no/such"]),
        expect![[r#"
        --- stderr
        error: cannot make the folder `no/such`: there is no such file
        hint: make the folder above it first, or look at the spelling of the path
        --- exit 2
    "#]],
    );
}

#[test]
fn the_folder_keeps_texts_for_the_team_and_they_find_marks_again() {
    let mut desk = Desk::with("raid.txt", "Eight people died in the raid. The army denied it on Monday.\n");
    desk.run(&["init"]);
    desk.run(&["annotate", "raid.txt", "--as", "Ana", "--quote", "The army denied it", "--tag", "denial"]);
    let texts = desk.path(".postil/texts");
    assert_eq!(fs::read_dir(&texts).expect("kept").count(), 1);
    assert!(desk.run(&["check", "."]).contains("1 mark, 1 exact"));
    desk.article("raid.txt", b"Nine people died in the raid. The army denied all on Monday.\n");
    // A colleague's machine has never seen the old text.
    assert!(desk.elsewhere(&["check", "."]).contains("1 mark, 1 changed"));
}

#[test]
fn settings_that_cannot_be_used_are_told_with_every_article() {
    let desk = Desk::with("raid.txt", "Eight people died.\n");
    fs::write(desk.path("postil.toml"), "# ours\ntexts = \"sharde\"\n").expect("written");
    let told = "the settings `<desk>/postil.toml` cannot be used: line 2: unknown variant `sharde`, expected `own` or \
                `shared`; until then texts are kept with each person alone\n";
    let shown = desk.run(&["show", "raid.txt"]);
    assert!(shown.contains(&format!("warning: {told}")), "{shown}");
    let checked = desk.run(&["check", "raid.txt"]);
    assert!(checked.contains(&format!("warning: raid.txt: {told}")), "{checked}");
    fs::write(desk.path("postil.toml"), "text = \"shared\"\n").expect("written");
    let checked = desk.run(&["check", "raid.txt"]);
    assert!(
        checked.contains(
            "line 1: the key `text` is not known and says nothing; known is `texts`, `blind`, `figures`"
        ),
        "{checked}"
    );
}
