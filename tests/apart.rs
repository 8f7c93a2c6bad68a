//! Strangers' files are read by a process of its own, whose hanging, memory or crash ends nothing else: the
//! real program is asked, and programs that do harm in its place.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "the program is asked as it asks itself")]

#[path = "support/skips.rs"]
mod skips;

use postil::disk::{Directories, Disk, apart};
use postil::document::import::{ImportError, Options, draw_page, import, is_archive_name, is_article_name};
use postil::document::packed::{Asked, Wanted, pack, unpack};
use postil::document::page_picture::{PageSize, PageWanted};
use postil::host::{Files, Host};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const PAGE: &str = "<!doctype html><title>The harbour</title><p>The <b>army</b> denied that it had fired.<p>A \
                    hospital counted <a href='#n'>eight</a> dead.";

fn disk() -> Disk {
    Disk::with(Directories::below(PathBuf::from("/nowhere")))
}

fn reading_by(command: &[&str], limits: apart::Limits) -> Disk {
    disk().reading_by(command.iter().map(OsString::from).collect(), limits)
}

/// The program as it is shipped.
fn postil(limits: apart::Limits) -> Disk {
    reading_by(&[env!("CARGO_BIN_EXE_postil"), apart::ARGUMENT], limits)
}

/// What is said when the page is read by a command.
fn refusal_by(command: &[&str], limits: apart::Limits) -> Option<ImportError> {
    reading_by(command, limits).read_apart(PAGE.as_bytes(), "a.html", &Options::default()).err()
}

/// Limits that no test waits for.
fn generous() -> apart::Limits {
    apart::Limits { seconds: 600, memory: 4096 }
}

#[test]
fn what_comes_home_is_what_is_read_here() {
    let options = Options { encoding: Some("windows-1251".to_owned()), ..Options::default() };
    let markdown = "# The harbour\n\n- *eight* died[^1]\n\n[^1]: a hospital\n";
    let empty: &[u8] = b"";
    for (name, bytes, options) in [
        ("a.html", PAGE.as_bytes(), Options::default()),
        ("a.md", markdown.as_bytes(), Options::default()),
        ("a.txt", &b"\xc2\xee\xf1\xe5\xec\xfc"[..], options),
        ("a.txt", empty, Options::default()),
        ("a.rtf", b"{\\rtf1}", Options::default()),
        ("a.txt", b"x", Options { encoding: Some("klingon".to_owned()), ..Options::default() }),
    ] {
        let home = postil(generous()).read_apart(bytes, name, &options);
        assert_eq!(pack(&home), pack(&import(bytes, name, &options)), "{name}");
    }
}

/// Every sample, and every PDF of the tests, whatever is in it.
#[test]
fn every_sample_comes_home() {
    let mut n_read = 0;
    for folder in ["sample_docs", "tests/fixtures/pdf"] {
        let Ok(entries) = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).read_dir() else { continue };
        for entry in entries {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if path.is_file() && (is_article_name(&name) || is_archive_name(&name)) {
                let bytes = std::fs::read(&path).expect("a sample");
                let home = postil(generous()).read_apart(&bytes, &name, &Options::default());
                let here = import(&bytes, &name, &Options::default());
                assert!(pack(&home) == pack(&here), "{name}: {:?}", home.err());
                n_read += usize::from(here.is_ok());
            }
        }
    }
    assert!(8 < n_read, "{n_read} samples");
}

/// A page is drawn, and pictures are taken out of a file, in that process as well.
#[test]
fn what_is_drawn_and_taken_out_comes_home() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pdf");
    let wanted = |page| PageWanted { password: None, page, size: PageSize { width: 200.0, longest: 999.0 } };
    if cfg!(feature = "pdf") {
        let bytes = std::fs::read(folder.join("two-columns-hyphens.pdf")).expect("a page of our own");
        let drawn = postil(generous()).draw_apart(&bytes, &wanted(0)).expect("a PDF").expect("its page");
        assert_eq!(Ok(Some(drawn)), draw_page(&bytes, &wanted(0)));
        assert_eq!(postil(generous()).draw_apart(&bytes, &wanted(9)), Ok(None));
    }
    let hangs = reading_by(&["sleep", "600"], apart::Limits { seconds: 1, ..generous() });
    assert_eq!(hangs.draw_apart(b"%PDF", &wanted(0)), Err(ImportError::TooLong(1)));
    let page = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\n\
                Content-Type: text/html\nContent-Location: a:/a.html\n\n<p>Eight\n--b\n\
                Content-Type: image/png\nContent-Location: a:/a.png\n\nPIXELS\n--b--\n";
    let names = ["a:/a.png", "a:/b.png"].map(str::to_owned);
    let parts = postil(generous()).parts_apart(page.as_bytes(), &names, 3);
    assert_eq!(parts, [Some(b"PIX".to_vec()), None]);
    // What crashes has nothing to give, and there is a place for each that was asked for.
    let crashes = reading_by(&["false"], generous());
    assert_eq!(crashes.parts_apart(page.as_bytes(), &names, 3), [None, None]);
}

/// So the page was not read by this process, which has all the memory that it needs.
#[test]
fn a_process_without_memory_ends_and_says_so() {
    let limits = apart::Limits { memory: 96, ..generous() };
    let text = "The army denied it.\n\n".repeat(1_000_000);
    let read = postil(limits).read_apart(text.as_bytes(), "a.txt", &Options::default());
    assert_eq!(read.err(), Some(ImportError::TooMuchMemory(96)));
}

#[test]
fn a_process_that_hangs_is_ended() {
    let limits = apart::Limits { seconds: 1, ..generous() };
    assert_eq!(refusal_by(&["sleep", "600"], limits), Some(ImportError::TooLong(1)));
    // It says all that it has to say, and stays.
    assert_eq!(
        refusal_by(&["sh", "-c", "exec 1>&- 2>&-; exec sleep 600"], limits),
        Some(ImportError::TooLong(1))
    );
}

#[test]
fn a_process_that_uses_up_a_processor_is_ended_by_the_system() {
    // It asks itself for its end as the system would.
    let command = ["sh", "-c", "cat >/dev/null; kill -XCPU $$; exec sleep 600"];
    assert_eq!(
        refusal_by(&command, apart::Limits { seconds: 599, ..generous() }),
        Some(ImportError::TooLong(599))
    );
}

#[test]
fn a_process_that_crashes_is_told_from_one_without_memory() {
    for command in [
        &["false"][..],
        &["true"],
        &["sh", "-c", "kill -SEGV $$"],
        &["sh", "-c", "cat >/dev/null; kill -ABRT $$"],
        // What was asked is no answer.
        &["cat"],
        &["sh", "-c", "cat >/dev/null; echo 'has overflowed its stack' >&2; kill -ABRT $$"],
    ] {
        assert_eq!(refusal_by(command, generous()), Some(ImportError::Crashed), "{command:?}");
    }
    let starved = "cat >/dev/null; echo 'memory allocation of 64 bytes failed' >&2; kill -ABRT $$";
    assert_eq!(refusal_by(&["sh", "-c", starved], generous()), Some(ImportError::TooMuchMemory(4096)));
    // Words without end are neither kept nor waited for.
    let talker = "cat >/dev/null; head -c 10000000 /dev/zero >&2; exit 3";
    assert_eq!(refusal_by(&["sh", "-c", talker], generous()), Some(ImportError::Crashed));
}

#[test]
fn a_process_that_answers_without_end_is_ended() {
    assert_eq!(refusal_by(&["yes"], generous()), Some(ImportError::TooMuchMemory(4096)));
}

#[test]
fn a_process_that_nobody_waits_for_is_ended() {
    let mut disk = reading_by(&["sleep", "600"], generous());
    let n_asked = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&n_asked);
    disk.read_apart_while(Arc::new(move || asked.fetch_add(1, Ordering::Relaxed) < 2));
    let read = disk.read_apart(PAGE.as_bytes(), "a.html", &Options::default());
    assert_eq!(read.err(), Some(ImportError::Stopped));
    assert_eq!(n_asked.load(Ordering::Relaxed), 3);
}

#[test]
fn where_no_process_can_be_started_a_thread_reads() {
    for disk in [
        disk(),
        reading_by(&["/nowhere/postil"], generous()),
        reading_by(&["sh", "-c", "exit 86"], generous()),
    ] {
        let read = disk.read_apart(PAGE.as_bytes(), "a.html", &Options::default());
        assert_eq!(pack(&read), pack(&import(PAGE.as_bytes(), "a.html", &Options::default())));
    }
}

/// Starts the program as it starts itself, and sends it these bytes.
fn answer_to(mut command: Command, asked: &[u8]) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program");
    child.stdin.take().expect("its input").write_all(asked).expect("a question");
    child.wait_with_output().expect("its end")
}

/// Who asked is gone, and nobody waits for the process.
#[test]
fn a_question_that_is_not_whole_is_not_answered() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
    command.arg(apart::ARGUMENT);
    let answer = answer_to(command, b"postil asks");
    assert_eq!((answer.status.code(), answer.stdout.len()), (Some(86), 0));
}

#[test]
fn while_it_reads_the_process_opens_nothing_and_calls_nobody() {
    if !skips::can_run("strace", &["-o", "/dev/null", "true"]) {
        return;
    }
    let page = "<p>Eight people died.<img src='/etc/hostname'><img src='http://192.0.2.1/a.png'>\
                <iframe src='file:///etc/hostname'></iframe>";
    let (read, calls) = traced("a.html", page.as_bytes());
    assert_eq!(read, "Eight people died.");
    assert_eq!(harmful(&calls, &[]), None, "{calls}");
}

/// The pages of a PDF are read by several threads, and the C library, which gives memory back, asks in vain how the
/// system keeps it.
#[cfg(feature = "pdf")]
#[test]
fn while_threads_read_a_pdf_they_open_nothing_and_call_nobody() {
    if !skips::can_run("strace", &["-o", "/dev/null", "true"]) {
        return;
    }
    let file = include_bytes!("fixtures/pdf/three-columns.pdf");
    let (read, calls) = traced("a.pdf", file);
    assert!(!read.is_empty());
    assert_eq!(
        harmful(&calls, &["clone3(", "clone(", "overcommit_memory\", O_RDONLY|O_CLOEXEC) = -1"]),
        None,
        "{calls}"
    );
}

/// What a process reads of a file, and what it asks of the system meanwhile.
fn traced(name: &str, bytes: &[u8]) -> (String, String) {
    let wanted = Wanted::Document { name, options: Options::default() };
    let asked = Asked { wanted, memory: 4096, seconds: 600, bytes };
    let folder = tempfile::tempdir().expect("a folder");
    let trace = folder.path().join("trace");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", "trace=%file,%network,%process,prlimit64", "-o"]).arg(&trace);
    command.arg(env!("CARGO_BIN_EXE_postil")).arg(apart::ARGUMENT);
    let answer = answer_to(command, &[asked.head().as_slice(), asked.bytes].concat());
    let read = unpack(&answer.stdout).expect("an answer").expect("a document");
    (read.value.text().to_owned(), std::fs::read_to_string(&trace).expect("a trace"))
}

/// The first call after its files were taken from it that it has no need of.
fn harmful<'c>(calls: &'c str, needed: &[&str]) -> Option<&'c str> {
    let mut after = calls.lines().skip_while(|call| !call.contains("RLIMIT_NOFILE")).skip(1).peekable();
    assert!(after.peek().is_some(), "its files are not taken from it: {calls}");
    let harmless = ["prlimit64(", "exit", "+++", "resumed"];
    after.find(|call| !harmless.iter().chain(needed).any(|known| call.contains(known)))
}
