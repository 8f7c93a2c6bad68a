//! What the disk is asked, in which order, and what happens when it refuses: under strace, which can make
//! single calls fail, and on a small disk that runs full or may not be written.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "a test that starts programs and lays down files")]

#[path = "support/skips.rs"]
mod skips;

use postil::disk::{Directories, Disk};
use postil::document::import::Options;
use postil::host::{Logs, Storage};
use postil::session::recover::recover;
use postil::session::{Action, Session};
use postil::sidecar::LayerFile;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

/// Tells the program, started anew by itself, what to do and where.
const CHILD: &str = "POSTIL_CALLS_CHILD";

fn host(place: &Path) -> Disk {
    Disk::with(Directories::below(place.join("home")))
}

fn article(place: &Path) -> PathBuf {
    place.join("desk").join("raqqa.txt")
}

fn open(place: &Path, host: &mut Disk) -> Session {
    let ana = host.annotator_called("Ana").expect("a person");
    Session::open(&article(place), &Options::default(), Some(ana), host).expect("it opens")
}

fn perform(session: &mut Session, host: &mut Disk, actions: &[&str]) {
    for action in actions {
        let action: Action = action.parse().expect("an action");
        session.perform(&action, host).unwrap_or_else(|error| panic!("{error}"));
    }
}

/// Waits until the log has the last change, or says that it cannot have it.
fn wait_for_log(session: &mut Session, host: &Disk) -> bool {
    for _ in 0..400 {
        let stand = host.log_stand();
        session.take_log_stand(&stand);
        if session.is_kept() || stand.failed.is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    session.is_kept()
}

fn say(words: &str) {
    // Not `print!`, which the test harness keeps to itself. A call that fails here fails by order.
    drop(std::io::stdout().lock().write_all(format!("\n{words}\n").as_bytes()));
}

fn lay_down(place: &Path) {
    std::fs::create_dir_all(place.join("desk")).expect("a folder");
    std::fs::write(article(place), "Eight people died. The army denied it.").expect("the article");
    let mut host = host(place);
    let mut session = open(place, &mut host);
    perform(&mut session, &mut host, &["select 'Eight people'", "tag claim", "save"]);
}

/// The words that are marked in the layer as it lies there; `None` if the file is not whole.
fn marked(place: &Path) -> Option<Vec<String>> {
    let files = std::fs::read_dir(place.join("desk")).expect("the folder");
    let mut paths = files.map(|entry| entry.expect("an entry").path());
    let path = paths.find(|path| path.to_string_lossy().ends_with(".postil.jsonl")).expect("a layer");
    let file = LayerFile::read(&std::fs::read(path).expect("it can be read")).value;
    let is_whole = file.unreadable().next().is_none();
    let mut words: Vec<String> = file.layer()?.annotations().map(|mark| mark.target.quote()).collect();
    words.sort();
    is_whole.then_some(words)
}

fn layers(place: &Path) -> usize {
    let files = std::fs::read_dir(place.join("desk")).expect("the folder").flatten();
    files.filter(|entry| entry.file_name().to_string_lossy().ends_with(".postil.jsonl")).count()
}

/// Marks one more passage, waits for the log, saves, and says how far it came.
fn mark_and_save(place: &Path) {
    let mut host = host(place);
    let mut session = open(place, &mut host);
    perform(&mut session, &mut host, &["select 'denied'", "tag denial"]);
    if wait_for_log(&mut session, &host) {
        say("kept");
    }
    match session.save(&mut host) {
        Ok(()) => say("saved"),
        Err(message) => say(&format!("failed: {message}")),
    }
}

/// On a disk of 300 kB of its own, in which everything happens: it runs full, and may not be written.
fn on_small_disk(place: &Path) {
    // Only the article's folder lies on it; the program's own files do not.
    lay_down(place);
    let filler = place.join("desk").join("filler");
    let mut file = std::fs::File::create(&filler).expect("a file");
    while file.write_all(&[b'x'; 4096]).is_ok() {}
    let mut host = host(place);
    let mut session = open(place, &mut host);
    perform(&mut session, &mut host, &["select 'denied'", "tag denial"]);
    assert!(wait_for_log(&mut session, &host), "the log lies on another disk");
    let message = session.save(&mut host).expect_err("the disk is full");
    assert!(message.to_string().ends_with("the disk is full"), "{message}");
    assert_eq!(marked(place).expect("whole"), ["Eight people"]);
    drop(file);
    std::fs::remove_file(&filler).expect("removed");
    session.save(&mut host).expect("there is room again");
    assert_eq!(marked(place).expect("whole"), ["Eight people", "denied"]);
    say("full: as it should be");

    let mount = |words: &str| {
        let done = Command::new("mount").args(["-o", words]).arg(place.join("desk")).status();
        done.is_ok_and(|status| status.success())
    };
    if !mount("remount,ro") {
        say("read-only: not allowed here");
        return;
    }
    perform(&mut session, &mut host, &["select 'army'", "tag opinion"]);
    assert!(wait_for_log(&mut session, &host));
    let message = session.save(&mut host).expect_err("the folder cannot be written");
    assert!(message.to_string().ends_with("the folder cannot be written"), "{message}");
    assert!(mount("remount,rw"));
    session.save(&mut host).expect("it can be written again");
    assert_eq!(marked(place).expect("whole"), ["Eight people", "army", "denied"]);
    say("read-only: as it should be");
}

/// This program again, as the one that does `what`.
fn child(what: &str, place: &Path, before: &[String]) -> Option<Output> {
    let this = std::env::current_exe().expect("this program").display().to_string();
    let words = before.iter().cloned().chain([this]);
    let words =
        words.chain(["--exact", "the_disk_is_asked_in_the_right_order", "--nocapture"].map(str::to_owned));
    let words: Vec<String> = words.collect();
    let (program, arguments) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments).env(CHILD, format!("{what} {}", place.display()));
    command.output().ok()
}

fn said(output: &Output, words: &str) -> bool {
    String::from_utf8_lossy(&output.stdout).lines().any(|line| line.starts_with(words))
}

fn strace(more: &[&str]) -> Vec<String> {
    ["strace", "-f", "-qq"].iter().chain(more).map(|&word| word.to_owned()).collect()
}

fn has_strace() -> bool {
    skips::can_run("strace", &["-qq", "-e", "trace=none", "true"])
}

#[test]
fn the_disk_is_asked_in_the_right_order() {
    if let Ok(child) = std::env::var(CHILD) {
        let (what, place) = child.split_once(' ').expect("what and where");
        return match what {
            "save" => mark_and_save(Path::new(place)),
            _ => on_small_disk(Path::new(place)),
        };
    }
    if !has_strace() {
        return;
    }
    let place = tempfile::tempdir().expect("a place");
    let place = place.path().canonicalize().expect("a path");
    lay_down(&place);
    let trace = place.join("trace");
    let calls = "trace=write,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat";
    let output =
        child("save", &place, &strace(&["-y", "-s", "40", "-e", calls, "-o", &trace.display().to_string()]));
    let output = output.expect("it runs");
    assert!(said(&output, "kept") && said(&output, "saved"), "{output:?}");
    let trace = std::fs::read_to_string(trace).expect("the trace");
    let lines: Vec<&str> = trace.lines().collect();
    let after = |from: usize, what: &str, words: &[&str]| {
        let found = lines.iter().skip(from).position(|line| words.iter().all(|word| line.contains(word)));
        from + found.unwrap_or_else(|| panic!("no {what} after line {from} of\n{trace}"))
    };
    // First the log: its name is made lasting, and its bytes.
    let log = after(0, "write of the log", &["write(", "/state/log/", "postil:log"]);
    let log = after(log, "sync of the log", &["fdatasync(", "/state/log/"]);
    // Then the layer, and only when all of it is lasting the log goes.
    let written = after(log, "write of the layer", &["write(", "/desk/.~postil-"]);
    let synced = after(written, "sync of the layer", &["fsync(", "/desk/.~postil-"]);
    let renamed = after(synced, "rename", &["rename", "/desk/.~postil-", ".postil.jsonl"]);
    let folder = after(renamed, "sync of the folder", &["fsync(", "/desk>"]);
    let removed = after(folder, "removal of the log", &["unlink", "/state/log/", ".jsonl"]);
    let first = lines.iter().position(|line| line.contains("unlink") && line.contains("/state/log/"));
    assert_eq!(first, Some(removed), "the log goes too early:\n{trace}");
}

#[test]
fn whichever_call_fails_what_was_kept_is_there_and_what_was_saved_too() {
    if !has_strace() {
        return;
    }
    let is_thorough =
        std::env::var("POSTIL_CRASH_ROUNDS").is_ok_and(|rounds| rounds.parse().is_ok_and(|n: u64| 500 <= n));
    let (mut n_runs, mut n_failed) = (0, 0);
    let plans: &[(&str, &[&str], usize)] = &[
        ("fsync", &["EIO", "ENOSPC"], 6),
        ("fdatasync", &["EIO"], 2),
        ("rename,renameat,renameat2", &["EIO", "EACCES", "EROFS"], 3),
        ("write", &["EIO", "ENOSPC", "EDQUOT"], 12),
        ("openat", &["EACCES", "EROFS"], 80),
    ];
    for (calls, errors, most) in plans {
        for error in &errors[..if is_thorough { errors.len() } else { 1 }] {
            // Where not all is tried, the later calls are: the first ones are the loader's.
            let step = if is_thorough || *most < 20 { 1 } else { 8 };
            for nth in (1..=*most).step_by(step) {
                let place = tempfile::tempdir().expect("a place");
                lay_down(place.path());
                let (trace, inject) =
                    (format!("trace={calls}"), format!("inject={calls}:error={error}:when={nth}"));
                let output =
                    child("save", place.path(), &strace(&["-o", "/dev/null", "-e", &trace, "-e", &inject]));
                let output = output.expect("it runs");
                let when = format!("{calls} {error} {nth}");
                let found = marked(place.path()).unwrap_or_else(|| panic!("{when}: the layer is torn"));
                assert_eq!(layers(place.path()), 1, "{when}");
                if said(&output, "saved") {
                    assert_eq!(found, ["Eight people", "denied"], "{when}: said to be saved");
                } else {
                    assert!(found.contains(&"Eight people".to_owned()), "{when}: the old layer is gone");
                }
                if said(&output, "kept") {
                    recover(&mut host(place.path()));
                    assert_eq!(
                        marked(place.path()).expect("whole"),
                        ["Eight people", "denied"],
                        "{when}: said to be kept"
                    );
                }
                n_runs += 1;
                n_failed += usize::from(said(&output, "failed"));
            }
        }
    }
    println!("{n_runs} runs, {n_failed} saves refused");
    assert!(0 < n_failed, "no call that matters was made to fail");
}

#[test]
fn a_full_disk_and_a_folder_that_cannot_be_written_lose_nothing() {
    let root = tempfile::tempdir().expect("a place");
    let place = root.path().join("place");
    std::fs::create_dir_all(place.join("desk")).expect("a folder");
    let desk = place.join("desk").display().to_string();
    if !skips::can_run("unshare", &["-Urm", "sh", "-c", "mount -t tmpfs tmpfs \"$0\"", &desk]) {
        return;
    }
    let script = "mount -t tmpfs -o size=300k tmpfs \"$0\" && exec \"$@\"";
    let before = ["unshare", "-Urm", "sh", "-c", script].map(str::to_owned);
    let before: Vec<String> = before.into_iter().chain([desk]).collect();
    let output = child("small", &place, &before).expect("it runs");
    assert!(said(&output, "full: as it should be"), "{}", String::from_utf8_lossy(&output.stderr));
    if said(&output, "read-only: not allowed here") {
        return skips::skip("a disk that was mounted cannot be closed to writing");
    }
    assert!(said(&output, "read-only: as it should be"), "{}", String::from_utf8_lossy(&output.stderr));
    print!("{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_folder_that_vanishes_leaves_the_change_in_the_log() {
    let place = tempfile::tempdir().expect("a place");
    lay_down(place.path());
    let (desk, away) = (place.path().join("desk"), place.path().join("away"));
    let mut host = host(place.path());
    let mut session = open(place.path(), &mut host);
    std::fs::rename(&desk, &away).expect("moved");
    perform(&mut session, &mut host, &["select 'denied'", "tag denial"]);
    let message = session.save(&mut host).expect_err("there is no folder");
    assert!(message.to_string().ends_with("its folder is gone"), "{message}");
    assert!(wait_for_log(&mut session, &host));
    // A program that lives keeps its logs; another that starts does not get them.
    assert!(recover(&mut self::host(place.path())).is_empty());
    drop((session, host));
    let found = recover(&mut self::host(place.path()));
    assert_eq!(found[0].sentence(), "1 change to raqqa.txt is kept and waits: the article is gone");
    std::fs::rename(&away, &desk).expect("moved back");
    assert_eq!(recover(&mut self::host(place.path()))[0].sentence(), "recovered 1 change to raqqa.txt");
    assert_eq!(marked(place.path()).expect("whole"), ["Eight people", "denied"]);
}

#[test]
fn a_link_to_the_same_layer_is_written_through_and_keeps_the_rights() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = tempfile::tempdir().expect("a place");
    lay_down(place.path());
    let desk = place.path().join("desk");
    let entries = std::fs::read_dir(&desk).expect("the folder").flatten().map(|entry| entry.path());
    let layer = entries.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    let (layer, target) = (layer.expect("a layer"), place.path().join("target.jsonl"));
    std::fs::rename(&layer, &target).expect("moved");
    std::fs::set_permissions(&target, PermissionsExt::from_mode(0o664)).expect("set");
    symlink(&target, &layer).expect("a link");
    mark_and_save(place.path());
    assert!(layer.symlink_metadata().expect("there").is_symlink());
    assert_eq!(target.metadata().expect("there").permissions().mode() & 0o777, 0o664);
    assert_eq!(marked(place.path()).expect("whole"), ["Eight people", "denied"]);
}
