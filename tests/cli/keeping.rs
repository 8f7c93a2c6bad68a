//! What the command line leaves behind when it is refused, when it cannot save and when it is killed: all of
//! it or nothing, and it says which.

use crate::desk::Desk;
use crate::{has_strace, marked_desk};
use std::fs;
use std::process::Command;

/// The two commands that mark, with what they read.
const COMMANDS: [(&[&str], &str); 2] = [
    (&["annotate", "raid.txt", "--as", "Ana", "--quote", "A disgrace", "--tag", "opinion"], ""),
    (&["run", "raid.txt", "--as", "Ana"], "select 'A disgrace'\ntag opinion\nnote 'his word'\n"),
];
/// The calls by which something is changed on a disk.
const CALLS: &str = "write,fsync,fdatasync,rename,renameat,renameat2,fchmod,unlink,unlinkat,ftruncate";
/// By which call a command has come to its end.
const MOST_CALLS: usize = 60;

/// The program under strace, which does something at its `nth` call that changes the disk.
fn traced(desk: &Desk, calls: &str, what: &str, nth: usize, words: &[&str]) -> Command {
    let mut command = Command::new("strace");
    let inject = format!("inject={calls}:{what}:when={nth}");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={calls}"), "-e", &inject]);
    command.arg(env!("CARGO_BIN_EXE_postil")).args(words);
    desk.settle(&mut command);
    command
}

fn layer(desk: &Desk) -> Vec<u8> {
    fs::read(&desk.layers()[0]).expect("a layer")
}

#[test]
fn what_was_refused_does_not_come_back() {
    let desk = marked_desk();
    let before = desk.files();
    let script = "select 'A disgrace'\ntag opinion\nlink a1 denies a99\n";
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Ana"], script);
    assert!(shown.contains("hint: nothing was saved") && shown.ends_with("--- exit 2\n"), "{shown}");
    assert!(desk.files() == before);
    assert_eq!(desk.n_logs(), 0, "the next window would recover what was refused");
}

#[test]
fn what_cannot_be_saved_is_told_and_nothing_of_it_is_kept() {
    if !has_strace() {
        return;
    }
    for (words, input) in COMMANDS {
        // The first renamings are those of the program's own files.
        let refused = (1..8).find_map(|nth| {
            let desk = marked_desk();
            let before = layer(&desk);
            let calls = "rename,renameat,renameat2";
            let shown = desk.tidied(&mut traced(&desk, calls, "error=ENOSPC", nth, words), input);
            shown.contains("the marks cannot be saved in").then_some((desk, before, shown))
        });
        let (desk, before, shown) = refused.expect("a save that fails");
        assert!(shown.contains("the disk is full\nhint: nothing was written;"), "{shown}");
        assert!(shown.ends_with("--- exit 2\n"), "{shown}");
        assert_eq!(layer(&desk), before, "{words:?}");
        assert_eq!(desk.n_logs(), 0, "{words:?}");
    }
}

#[test]
fn a_kill_at_any_call_leaves_the_old_layer_or_the_new_one() {
    if !has_strace() {
        return;
    }
    for (words, input) in COMMANDS {
        let (mut n_old, mut n_new) = (0, 0);
        for nth in 1..MOST_CALLS {
            let desk = marked_desk();
            let before = String::from_utf8(layer(&desk)).expect("UTF-8");
            let shown = desk.tidied(&mut traced(&desk, CALLS, "signal=KILL", nth, words), input);
            let after = String::from_utf8(layer(&desk)).expect("UTF-8");
            let is_new = after.contains("\"exact\":\"A disgrace\"");
            (n_old, n_new) = (n_old + usize::from(!is_new), n_new + usize::from(is_new));
            assert!(is_new || after == before, "call {nth} of {words:?}: {after}");
            assert!(before.lines().all(|line| after.contains(line)), "call {nth} of {words:?}: {after}");
            let checked = desk.run(&["check", "raid.txt"]);
            assert!(!checked.contains("unreadable"), "call {nth} of {words:?}: {checked}");
            assert_eq!(desk.n_logs(), 0, "call {nth} of {words:?}");
            if !shown.contains("--- exit") {
                break;
            }
        }
        assert!(1 < n_old && 1 < n_new, "{words:?}: {n_old} kills before the renaming, {n_new} after it");
    }
}
