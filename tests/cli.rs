//! The real program: what each command prints, on which stream, and how it ends.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test lays files on a desk and starts the program")]

#[path = "cli/bounds.rs"]
mod bounds;
#[path = "cli/carried.rs"]
mod carried;
#[path = "cli/comparing.rs"]
mod comparing;
#[path = "cli/contained.rs"]
mod contained;
#[path = "cli/counting.rs"]
mod counting;
#[path = "cli/deciding.rs"]
mod deciding;
#[path = "cli/desk.rs"]
mod desk;
#[path = "cli/figures.rs"]
mod figures;
#[path = "cli/finding.rs"]
mod finding;
#[path = "cli/folders.rs"]
mod folders;
#[path = "cli/handing_on.rs"]
mod handing_on;
#[path = "cli/history.rs"]
mod history;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/keeping.rs"]
mod keeping;
#[path = "cli/moving.rs"]
mod moving;
#[path = "cli/placing.rs"]
mod placing;
#[path = "cli/preparing.rs"]
mod preparing;
#[path = "cli/proposing.rs"]
mod proposing;
#[path = "cli/readme.rs"]
mod readme;
#[path = "cli/registers.rs"]
mod registers;
#[path = "cli/reporting.rs"]
mod reporting;
#[path = "cli/searching.rs"]
mod searching;
#[path = "cli/settling.rs"]
mod settling;
#[path = "cli/showing.rs"]
mod showing;
#[path = "support/skips.rs"]
mod skips;
#[path = "cli/teaching.rs"]
mod teaching;

use desk::Desk;
use expect_test::{Expect, expect};

const ARTICLE: &str = "The raid\n\nEight people died in the raid, a hospital said. The army denied it.\n\nThe army denied that it had been there. A disgrace.\n";

fn check(shown: &str, expected: Expect) {
    expected.assert_eq(shown);
}

/// A desk on which Ana and Ben marked the article.
fn marked_desk() -> Desk {
    let desk = Desk::with("raid.txt", ARTICLE);
    let ana = "select 'Eight people died in the raid'\ntag casualty-report\nfigure 'Eight people'\nsource 'a hospital'\n\
               select 'Eight people died'\ntag claim\n\
               select 'The army denied' 1\nselect-more 'it.' 1\ntag denial\nlink a3 denies a2\nnote 'who\\'s army?'\n";
    desk.run_with(&["run", "raid.txt", "--as", "Ana"], ana);
    desk.run(&["annotate", "raid.txt", "--as", "Ben", "--quote", "A disgrace", "--tag", "opinion"]);
    desk
}

/// Whether what the program asks the system for can be watched; where not, the test is skipped.
fn has_strace() -> bool {
    skips::can_run("strace", &["-o", "/dev/null", "true"])
}

#[test]
fn annotate_prints_the_id_and_refuses_what_is_not_clear() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let annotate = |more: &[&str]| desk.run(&[&["annotate", "raid.txt", "--as", "Ana"], more].concat());
    check(
        &annotate(&["--quote", "denied it", "--tag", "denial,opinion", "--note", "see p. 4"]),
        expect![[r#"
            <uuid>
        "#]],
    );
    check(
        &annotate(&["--quote", "The army denied", "--tag", "denial"]),
        expect![[r#"
        --- stderr
        error: “The army denied” stands in the article 2 times
        hint: say which with `--nth`:
          --nth 1  line 3: … the raid, a hospital said. [The army denied] it.
          --nth 2  line 5: [The army denied] that it had been there. A…
        --- exit 2
    "#]],
    );
    check(
        &annotate(&["--quote", "The army denied", "--nth", "3", "--tag", "denial"]),
        expect![[r#"
        --- stderr
        error: `The army denied` stands in the article 2 times, not 3
        --- exit 2
    "#]],
    );
    check(
        &annotate(&["--quote", "nobody", "--tag", "denial"]),
        expect![[r#"
        --- stderr
        error: `nobody` does not stand in the article
        hint: copy the words from `postil text`; spaces, quotes and dashes may differ, letters may not
        --- exit 2
    "#]],
    );
    check(
        &annotate(&["--quote", "denied it", "--tag", "lie"]),
        expect![[r#"
        --- stderr
        error: the codebook has no tag `lie`
        hint: its tags are claim, denial, casualty-report, opinion
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["annotate", "raid.txt", "--as", " ", "--quote", "it", "--tag", "claim"]),
        expect![[r#"
            --- stderr
            error: nobody is named who marks
            hint: give a name: `--as Ana`
            --- exit 2
        "#]],
    );
    check(
        &desk.run(&["list", "raid.txt"]),
        expect![[r#"
        raid.txt: 1 mark
          <id>  Denial, Opinion  Ana  exact  “denied it”
                    note:  “see p. 4”
    "#]],
    );
}

#[test]
fn run_does_all_or_nothing() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let run = |lines: &str| desk.run_with(&["run", "raid.txt", "--as", "Ana"], lines);
    check(
        &run("# a comment\n\nselect 'denied it'\ntag denial\nlink a1 denies zz\n"),
        expect![[r#"
        --- stderr
        error: line 5: there is no mark `zz`
        hint: `postil list` shows the ids
        hint: nothing was saved
        --- exit 2
    "#]],
    );
    check(
        &run("select 'denied it'\ntag denial\ndance\n"),
        expect![[r#"
            --- stderr
            error: line 3: there is no action `dance`
            hint: the actions are select, select-more, caret, clear, mark, tag, tag-all, untag, retag, test, note, add-note, source, source-here, take-source, cue, certainty, source-actor, figure, figure-set, take-figures, convention, no-figure, delete, move, link, unlink, imply, confirm, put, settle, decide, reply, resolve, accept, focus, copy, take-remark, propose, proposal, accept-proposal, refuse-proposal, show, hide, undo, redo, restore, hand-in, take-back, save, reopen, actor, incident, verdict, not-found, correct
            hint: nothing was saved
            --- exit 2
        "#]],
    );
    check(
        &run("select 'denied it\n"),
        expect![[r#"
        --- stderr
        error: line 1: a `'` is not closed
        hint: write `\'` for an apostrophe within quotes
        hint: nothing was saved
        --- exit 2
    "#]],
    );
    assert!(desk.layers().is_empty());
    check(
        &run("select 'denied it'\ntag denial\nsave\nselect 'nobody'\n"),
        expect![[r#"
        --- stderr
        error: line 4: `nobody` does not stand in the article
        hint: copy the words from `postil text`; spaces, quotes and dashes may differ, letters may not
        hint: the lines up to number 3 are saved, nothing after them
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["list", "raid.txt"]),
        expect![[r#"
        raid.txt: 1 mark
          <id>  Denial  Ana  exact  “denied it”
    "#]],
    );
}

#[test]
fn check_tells_what_became_of_marks_when_the_article_changed() {
    let mut desk = marked_desk();
    check(
        &desk.run(&["check", "raid.txt"]),
        expect![[r#"
        raid.txt: 4 marks, 4 exact
    "#]],
    );
    desk.article(
        "raid.txt",
        ARTICLE
            .replace("Eight people died in", "At least eight people were killed in")
            .replace(" A disgrace.", "")
            .replace("The raid", "On Monday: the raid")
            .as_bytes(),
    );
    desk.article("other.txt", b"Nothing.\n");
    check(
        &desk.run(&["check", "."]),
        expect![[r#"
            ./other.txt: 0 marks
            ./raid.txt: 4 marks, 1 moved, 2 changed, 1 orphaned
              changed    <id>  Casualty report, Ana: “Eight people died in the raid”
                         now at 30..66 “eight people were killed in the raid”, if that is it
              changed    <id>  Claim, Ana: “Eight people died”
                         now at 30..54 “eight people were killed”, if that is it
              moved      <id>  Denial, Ana: “The army denied … it.”
              orphaned   <id>  Opinion, Ben: “A disgrace”
                         the words are gone
            2 articles: 4 marks, 1 moved, 2 changed, 1 orphaned
            --- exit 1
        "#]],
    );
}

#[test]
fn saving_an_untouched_layer_writes_nothing() {
    let desk = marked_desk();
    let before = desk.files();
    for words in [["show", "raid.txt"], ["list", "raid.txt"], ["check", "raid.txt"], ["text", "raid.txt"]] {
        desk.run(&words);
    }
    desk.run_with(
        &["run", "raid.txt", "--as", "Ana"],
        "save\nselect 'raid' 1\ntag claim\nundo\nsave\nreopen\n",
    );
    assert!(desk.files() == before);
}

#[test]
fn fifteen_programs_at_once_lose_no_mark() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let mark = |n: usize| {
        let n = n.to_string();
        let mut command = desk.command();
        command.args(["annotate", "raid.txt", "--as", "Ana", "--quote", "e", "--nth", &n, "--tag", "claim"]);
        command.stdout(std::process::Stdio::null()).spawn().expect("the program")
    };
    for mut child in (1..=15).map(mark).collect::<Vec<_>>() {
        assert!(child.wait().expect("an end").success());
    }
    assert_eq!(desk.layers().len(), 1);
    assert_eq!(desk.run(&["check", "raid.txt"]), "raid.txt: 15 marks, 15 exact\n");
}

#[test]
fn a_closed_pipe_is_no_mistake() {
    let desk = Desk::with("long.txt", &"All work and no play.\n\n".repeat(50_000));
    let mut shell = std::process::Command::new("sh");
    desk.settle(&mut shell);
    shell.args(["-c", "{ \"$0\" text long.txt; echo $? >&2; } | head -n 1", env!("CARGO_BIN_EXE_postil")]);
    check(
        &desk.tidied(&mut shell, ""),
        expect![[r#"
        All work and no play.
        --- stderr
        0
    "#]],
    );
}

#[test]
fn without_a_window_the_article_is_shown_in_the_terminal() {
    let shown = Desk::with("raid.txt", ARTICLE).run(&["raid.txt"]);
    assert!(shown.starts_with(ARTICLE), "{shown}");
    assert!(shown.contains("--- stderr\nwarning: ") && !shown.contains("--- exit"), "{shown}");
}

#[test]
fn wrong_words_are_refused_with_the_right_ones() {
    let desk = Desk::new();
    check(
        &desk.run(&["list"]),
        expect![[r#"
        --- stderr
        error: the following required arguments were not provided:
          <PATH>...

        Usage: postil list <PATH>...

        For more information, try '--help'.
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["show", "nowhere.txt"]),
        expect![[r#"
        --- stderr
        error: cannot open `nowhere.txt`: there is no such file
        hint: look at the spelling of the path
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["check", "."]),
        expect![[r#"
        --- stderr
        warning: there are no articles in `.`
    "#]],
    );
    let version = desk.run(&["--version"]);
    assert!(version.starts_with(concat!("postil ", env!("CARGO_PKG_VERSION"))), "{version}");
}
