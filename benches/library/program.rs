//! The program on the command line, measured from outside: how long it takes, and the most memory it had.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often it is looked at how much memory it has.
const OFTEN: Duration = Duration::from_millis(2);

/// What a run took.
pub(crate) struct Run {
    pub(crate) time: Duration,
    /// The most that was its own and of files together, in megabytes; 0 where the system does not say.
    pub(crate) megabytes: u64,
}

/// Runs `postil` with `args` and a home, and throws away what it says.
pub(crate) fn run(args: &[&str], path: &Path, home: &Path) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
    command.args(args).arg(path).env("POSTIL_HOME", home);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let began = Instant::now();
    let mut child = command.spawn().expect("the program");
    let mut most = 0;
    while child.try_wait().expect("a child").is_none() {
        most = peak(child.id()).unwrap_or(0).max(most);
        sleep(OFTEN);
    }
    Run { time: began.elapsed(), megabytes: most / 1024 }
}

/// The most memory of a process so far, in kilobytes.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
