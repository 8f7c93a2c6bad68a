//! What a test needs of the machine and may not find there: another program, a right, a disk to mount.
//!
//! A test that is skipped says so past the harness, which keeps to itself what a test prints that passes.
//! Where the variable `POSTIL_NO_SKIPS` is set, as `.ci/run` does, it fails.

use std::io::Write;
use std::process::{Command, Stdio};

/// Whether a program comes to a good end when it is started with `words` after its name; where it does not,
/// the test is skipped.
#[must_use]
#[track_caller]
pub(crate) fn can_run(program: &str, words: &[&str]) -> bool {
    let tried = Command::new(program).args(words).stdin(Stdio::null()).output();
    let why = match tried {
        Ok(output) if output.status.success() => return true,
        Ok(output) => {
            let told = String::from_utf8_lossy(&output.stderr);
            format!("`{program}` cannot be used here: {}", told.lines().next().unwrap_or("it says nothing"))
        }
        Err(error) => format!("`{program}` cannot be started: {error}"),
    };
    skip(&why);
    false
}

/// Says that the test which asks is skipped; what it needs and does not find is `why`. It is to return then.
#[track_caller]
pub(crate) fn skip(why: &str) {
    assert!(std::env::var_os("POSTIL_NO_SKIPS").is_none(), "nothing may be skipped here, and {why}");
    let thread = std::thread::current();
    let line = format!("skipped {}: {why}\n", thread.name().unwrap_or("a test"));
    std::io::stderr().write_all(line.as_bytes()).expect("the terminal takes a line");
}
