//! Files that are empty, huge, broken, no files at all, and disks that are full.

use crate::desk::{Desk, ignores_rights};
use crate::{ARTICLE, check, marked_desk, skips};
use expect_test::expect;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

/// One of the layer files, changed by hand.
fn spoil(desk: &Desk, spoil: impl FnOnce(String) -> String) {
    let layer = &desk.layers()[0];
    let text = fs::read_to_string(layer).expect("a layer");
    fs::write(layer, spoil(text)).expect("written");
}

#[test]
fn an_empty_article_opens() {
    let desk = Desk::with("empty.txt", "");
    check(
        &desk.run(&["show", "empty.txt"]),
        expect![[r#"

        --- stderr
        warning: the file is empty
    "#]],
    );
    check(
        &desk.run(&["list", "empty.txt"]),
        expect![[r#"
        empty.txt: 0 marks
        --- stderr
        warning: empty.txt: the file is empty
    "#]],
    );
    check(
        &desk.run(&["annotate", "empty.txt", "--as", "Ana", "--quote", "x", "--tag", "claim"]),
        expect![[r#"
            --- stderr
            warning: the file is empty
            error: `x` does not stand in the article
            hint: copy the words from `postil text`; spaces, quotes and dashes may differ, letters may not
            --- exit 2
        "#]],
    );
}

#[test]
fn what_is_no_text_is_refused() {
    let mut desk = Desk::new();
    desk.article("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    desk.article("bytes.txt", &(0..=255).cycle().take(4000).collect::<Vec<u8>>());
    check(
        &desk.run(&["show", "picture.txt"]),
        expect![[r#"
            --- stderr
            error: cannot read `picture.txt`: it is a picture, which Postil does not read
            hint: Postil reads no letters in pictures: have a program for text recognition save them as text and open that
            --- exit 2
        "#]],
    );
    check(
        &desk.run(&["check", "bytes.txt", "picture.txt"]),
        expect![[r#"
            --- stderr
            error: cannot read `bytes.txt`: it is no text: its bytes fit no encoding of letters
            hint: open the article as text, Markdown or a saved web page
            error: cannot read `picture.txt`: it is a picture, which Postil does not read
            hint: Postil reads no letters in pictures: have a program for text recognition save them as text and open that
            --- exit 2
        "#]],
    );
}

#[test]
fn invalid_utf_8_is_read_and_told() {
    let mut desk = Desk::new();
    desk.article("bad.txt", b"Eight people died, the mayor said. \xff\xfe He denied \xe2\x80 it.\n");
    check(
        &desk.run(&["show", "bad.txt"]),
        expect![[r#"
            Eight people died, the mayor said. ÿş He denied â€ it.
            --- stderr
            warning: the file is not UTF-8; judged by its letters it was read as windows-1254
        "#]],
    );
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let desk = Desk::new();
    let file = fs::File::create(desk.path("huge.txt")).expect("a file");
    file.set_len(1 << 30).expect("a sparse file");
    check(
        &desk.run(&["show", "huge.txt"]),
        expect![[r#"
        --- stderr
        error: cannot read `huge.txt`: it has more than 64 MiB, the most that is read of one article
        hint: cut it into parts and open those
        --- exit 2
    "#]],
    );
}

#[test]
fn what_is_no_ordinary_file_neither_hangs_nor_is_endless() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let made = Command::new("mkfifo")
        .arg(desk.path("pipe.txt"))
        .arg(desk.path("raid.txt.x-0000.postil.jsonl"))
        .status();
    assert!(made.expect("mkfifo").success());
    symlink("/dev/zero", desk.path("zero.txt")).expect("a link");
    check(
        &desk.run(&["text", "pipe.txt"]),
        expect![[r#"
        --- stderr
        error: cannot open `pipe.txt`: it is no ordinary file
        hint: open a copy of the article in a folder of your own
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["text", "zero.txt"]),
        expect![[r#"
        --- stderr
        error: cannot open `zero.txt`: it is no ordinary file
        hint: open a copy of the article in a folder of your own
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["text", "."]),
        expect![[r#"
        --- stderr
        error: cannot open `.`: it is a folder
        hint: open a folder in the window, or name one of its articles
        --- exit 2
    "#]],
    );
    check(
        &desk.run(&["list", "."]),
        expect![[r#"
        ./raid.txt: 0 marks
        --- stderr
        error: cannot open `./pipe.txt`: it is no ordinary file
        hint: open a copy of the article in a folder of your own
        warning: ./raid.txt: `raid.txt.x-<id>.postil.jsonl` cannot be read: it is no ordinary file
        error: cannot open `./zero.txt`: it is no ordinary file
        hint: open a copy of the article in a folder of your own
        --- exit 2
    "#]],
    );
}

#[test]
fn a_broken_line_is_kept_and_told() {
    let desk = marked_desk();
    spoil(&desk, |text| text + "{\"half\": \n");
    check(
        &desk.run(&["check", "raid.txt"]),
        expect![[r#"
            raid.txt: 4 marks, 4 exact, 1 unreadable line
              unreadable  line 6 of raid.txt.ana-<id>.postil.jsonl: “{"half":”
            --- exit 1
        "#]],
    );
    desk.run(&["annotate", "raid.txt", "--as", "Ana", "--quote", "hospital", "--tag", "claim"]);
    let text = fs::read_to_string(&desk.layers()[0]).expect("a layer");
    assert!(text.contains("{\"half\": \n"), "{text}");
}

#[test]
fn a_layer_without_a_header_is_left_alone() {
    let desk = Desk::with("raid.txt", ARTICLE);
    fs::write(desk.path("raid.txt.cleo-0000.postil.jsonl"), b"nothing\nof this\n").expect("written");
    check(
        &desk.run(&["check", "raid.txt"]),
        expect![[r#"
        raid.txt: 0 marks, 2 unreadable lines
          unreadable  all of raid.txt.cleo-<id>.postil.jsonl
        --- stderr
        warning: raid.txt: `raid.txt.cleo-<id>.postil.jsonl`: line 1 cannot be read and is kept as it is
        warning: raid.txt: `raid.txt.cleo-<id>.postil.jsonl`: line 2 cannot be read and is kept as it is
        warning: raid.txt: `raid.txt.cleo-<id>.postil.jsonl`: the file does not say whose layer it is, of which document
        warning: raid.txt: `raid.txt.cleo-<id>.postil.jsonl` is no layer that can be read; it is left as it is
        --- exit 1
    "#]],
    );
}

#[test]
fn a_newer_layer_is_read_and_never_written() {
    let desk = marked_desk();
    spoil(&desk, |text| text.replace("\"postil:format\":1", "\"postil:format\":99"));
    let before = desk.files();
    check(
        &desk.run(&["list", "raid.txt", "--by", "Ana", "--tag", "denial"]),
        expect![[r#"
            raid.txt: 1 mark
              <id>  Denial  Ana  exact  “The army denied … it.”
                        denies  <id> “Eight people died”
                        note:  “who's army?”
            --- stderr
            warning: raid.txt: `raid.txt.ana-<id>.postil.jsonl`: a newer postil wrote this layer; it can be read, not changed
        "#]],
    );
    check(
        &desk.run(&["annotate", "raid.txt", "--as", "Ana", "--quote", "hospital", "--tag", "claim"]),
        expect![[r#"
            --- stderr
            warning: `raid.txt.ana-<id>.postil.jsonl`: a newer postil wrote this layer; it can be read, not changed
            error: nothing can be marked: the layer was written by a newer Postil
            hint: install the newer version, or give another name in the settings
            --- exit 2
        "#]],
    );
    assert!(desk.files() == before);
}

#[test]
fn strange_characters_do_not_steer_the_terminal() {
    let desk = Desk::with("steer.txt", "He \u{1b}[2J\u{202e}denied\u{202c} it.\u{7}\n");
    let quote = "\u{1b}[2J\u{202e}denied";
    desk.run(&[
        "annotate",
        "steer.txt",
        "--as",
        "A\u{1b}[0m",
        "--quote",
        quote,
        "--tag",
        "denial",
        "--note",
        "\u{9b}x",
    ]);
    for words in [
        &["show", "steer.txt"][..],
        &["list", "steer.txt"],
        &["list", "steer.txt", "--json"],
        &["show", "steer.txt", "--marked"],
    ] {
        let shown = desk.run(words);
        let steers = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
        assert!(!shown.contains(steers), "{shown:?}");
    }
    check(
        &desk.run(&["list", "steer.txt"]),
        expect![[r#"
        steer.txt: 1 mark
          <id>  Denial  A␛[0m  exact  “␛[2J⟨U+202E⟩denied”
                    note:  “⟨U+009B⟩x”
    "#]],
    );
    check(
        &desk.run(&["show", "no\u{1b}file"]),
        expect![[r#"
        --- stderr
        error: cannot open `no␛file`: there is no such file
        hint: look at the spelling of the path
        --- exit 2
    "#]],
    );
}

#[test]
fn a_folder_without_rights_is_told() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"];
    let before: &[&str] = if ignores_rights(desk.path(".").as_path()) { &bound } else { &[] };
    if before == bound && !skips::can_run(bound[0], &[bound[1], "true"]) {
        return;
    }
    let run = |words: &[&str]| {
        let words = [before, &[env!("CARGO_BIN_EXE_postil")], words].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]);
        desk.settle(&mut command);
        desk.tidied(&mut command, "")
    };
    let folder = desk.path("closed");
    fs::create_dir(&folder).expect("a folder");
    fs::set_permissions(&folder, PermissionsExt::from_mode(0o000)).expect("set");
    let shown = run(&["list", "closed"]);
    assert!(
        shown.contains("error: cannot list the folder `closed`: the system gives no permission"),
        "{shown}"
    );
    fs::set_permissions(desk.path("."), PermissionsExt::from_mode(0o555)).expect("set");
    let shown = run(&["annotate", "raid.txt", "--as", "Ana", "--quote", "hospital", "--tag", "claim"]);
    fs::set_permissions(desk.path("."), PermissionsExt::from_mode(0o755)).expect("set");
    fs::set_permissions(&folder, PermissionsExt::from_mode(0o755)).expect("set");
    assert!(shown.contains("hint: nothing was written") && shown.contains("--- exit 2"), "{shown}");
}

#[test]
fn a_planted_link_is_not_followed() {
    let desk = marked_desk();
    let layer = desk.layers()[0].clone();
    let target = desk.path("profile");
    fs::write(&target, b"precious").expect("written");
    fs::remove_file(&layer).expect("removed");
    symlink(&target, &layer).expect("a link");
    check(
        &desk.run(&["annotate", "raid.txt", "--as", "Ana", "--quote", "hospital", "--tag", "claim"]),
        expect![[r#"
            --- stderr
            warning: `raid.txt.ana-<id>.postil.jsonl`: line 1 cannot be read and is kept as it is
            warning: `raid.txt.ana-<id>.postil.jsonl`: the file does not say whose layer it is, of which document
            warning: `raid.txt.ana-<id>.postil.jsonl` is no layer that can be read; it is left as it is
            error: the marks cannot be saved in `raid.txt.ana-<id>.postil.jsonl`: it is a link to something that is not this layer
            hint: nothing was written; the article and the marks in its files are as they were
            --- exit 2
        "#]],
    );
    assert_eq!(fs::read(&target).expect("read"), b"precious");
}

#[test]
fn a_link_to_the_same_layer_is_written_through() {
    let desk = marked_desk();
    let layer = desk.layers()[0].clone();
    let target = desk.path("kept-elsewhere");
    fs::rename(&layer, &target).expect("moved");
    symlink(&target, &layer).expect("a link");
    desk.run(&["annotate", "raid.txt", "--as", "Ana", "--quote", "hospital", "--tag", "claim"]);
    assert!(layer.is_symlink());
    assert!(fs::read_to_string(&target).expect("read").contains("\"exact\":\"hospital\""));
}

/// A disk of 300 kB with the article, a layer, and next to no room.
const FULL_DISK: &str = r#"
    mount -t tmpfs -o size=300k none disk && cp raid.txt disk/ && cd disk || exit 77
    "$0" annotate raid.txt --as Ana --quote hospital --tag claim > /dev/null || exit 78
    cp raid.txt.ana-*.postil.jsonl ../before
    dd if=/dev/zero of=ballast bs=1k 2> /dev/null
    "$0" annotate raid.txt --as Ana --quote 'A disgrace' --tag opinion
    echo "exit $?"
    cmp raid.txt.ana-*.postil.jsonl ../before && echo the old layer is whole
    ls -A
"#;

#[test]
fn a_full_disk_leaves_the_old_layer_whole() {
    let desk = Desk::with("raid.txt", ARTICLE);
    fs::create_dir(desk.path("disk")).expect("a folder");
    let folder = desk.path("disk").display().to_string();
    if !skips::can_run("unshare", &["-Urm", "sh", "-c", "mount -t tmpfs none \"$0\"", &folder]) {
        return;
    }
    let mut command = Command::new("unshare");
    command.args(["-Urm", "sh", "-c", FULL_DISK, env!("CARGO_BIN_EXE_postil")]);
    desk.settle(&mut command);
    check(
        &desk.tidied(&mut command, ""),
        expect![[r#"
        exit 2
        the old layer is whole
        ballast
        raid.txt
        raid.txt.ana-<id>.postil.jsonl
        --- stderr
        error: the marks cannot be saved in `raid.txt.ana-<id>.postil.jsonl`: the disk is full
        hint: nothing was written; the article and the marks in its files are as they were
    "#]],
    );
}
