//! What the README tells to try is tried, letter by letter, in an empty folder.

use crate::{Desk, check};
use expect_test::expect;
use std::path::Path;
use std::process::Command;

/// The commands below a heading, as they stand in the README.
fn commands_of(heading: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(path).expect("the README").replace("\r\n", "\n");
    let section = readme.split(&format!("\n## {heading}\n")).nth(1).expect("the section");
    let section = section.split("\n## ").next().unwrap_or_default();
    let block = section.split("\n```sh\n").nth(1).expect("commands");
    block.split("\n```\n").next().unwrap_or_default().to_owned()
}

/// What they print on an empty desk, and how the last of them ends.
fn tried(desk: &Desk, heading: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_postil")).parent().expect("a folder").display().to_string();
    let paths = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("sh");
    command.arg("-c").arg(commands_of(heading));
    desk.settle(command.env("PATH", format!("{program}:{paths}")));
    let shown = desk.tidied(&mut command, "");
    // Another one each time.
    let Some((before, after)) = shown.split_once("commitment: ") else { return shown };
    format!("{before}commitment: <64 digits>{}", after.get(64..).unwrap_or_default())
}

#[test]
fn a_teams_week_is_as_the_readme_has_it() {
    check(
        &tried(&Desk::new(), "A team's week"),
        expect![[r#"
        <uuid>
        <uuid>
        <uuid>
        <uuid>
        Ana: 2 marks
        Ben: 2 marks

        Ana and Ben: 1 agreed, 1 boundary
          boundary: claim “The army had fired” / claim “The army had fired, a group said”

        Agreement (interval: paragraphs drawn anew)
          strict-f1           all               0.500 (0.50 to 0.50)     n 4 marks  Of the marks of both, 50 % have the ends and the tags of one of the other’s.
          strict-f1           casualty-report   1.000 (1.00 to 1.00)     n 2 marks  Of the marks of both tagged `casualty-report`, 100 % have the ends and the tags of one of the other’s.
          strict-f1           claim             0.000 (0.00 to 0.00)     n 2 marks  Of the marks of both tagged `claim`, 0 % have the ends and the tags of one of the other’s.
        1 mark copied, on which all agree
          boundary: Ana: <id> claim “The army had fired” / Ben: <id> claim “The army had fired, a group said”
        1 difference to be decided
        --- exit 1
    "#]],
    );
}

#[test]
fn a_teachers_lesson_is_as_the_readme_has_it() {
    let desk = Desk::new();
    check(
        &tried(&desk, "A teacher's lesson"),
        expect![[r#"
        //- layer Teacher
        [casualty-report#<id>:Eight people died in the raid], a hospital said. [denial#<id> denies <id>:The army denied it]. A disgrace.

        @ <id> note 'It counts people harmed.'
        @ <id> source 'a hospital'
        @ <id> figure 'Eight' outcome 'killed'
        @ <id> note 'It rejects the report.'
        @ <id> source 'the army'
        raid.postil: 2 marks in the key
        commitment: <64 digits>
        pupil/raid.txt: written
        //- layer Pupil 1
        [casualty-report#<id>:Eight people died] in the raid, a hospital said. The army denied it. [opinion#<id>:A disgrace].

        @ <id> note '✗ Does it reject a statement, made here or elsewhere?\n✓ Does it count people harmed, or say that there are none?\n✓ Could evidence settle it?'
        @ <id> figure 'Eight' outcome 'killed'
        pupil-1.postil.jsonl: 2 marks handed in at <time>; send this file back
        Pupil 1: 3.67 of 12 points: 1 with other ends, 1 missed, 1 not in the key; not passed
          4.17/6  “Eight people died in the raid”: passage: 59 % of the passage; source: not that of the key
          0/6  “The army denied it”: not marked
          -0.5  “A disgrace”: not in the key
    "#]],
    );
    let pages: Vec<_> = desk.path("pages").read_dir().expect("pages").collect();
    assert_eq!(pages.len(), 1);
}
