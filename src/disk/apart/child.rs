//! What the process does that reads a file apart: it takes what it may from itself, reads what it is asked on
//! standard input, and answers on standard output.

use crate::document::import::{self, ImportError};
use crate::document::packed::{Asked, Wanted, pack, pack_page, pack_parts};
use std::io::{self, Read, Write};
use std::panic::{UnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::thread::{Builder, available_parallelism, scope};

/// Readers of strangers' files need a stack of a known size, in bytes.
const STACK: usize = 8 << 20;

/// The most that is asked, in bytes: a file, and how it is to be read.
const MOST_ASKED: usize = import::MAX_BYTES + (1 << 20);

/// The most threads that read one file; each has memory of its own.
const MOST_THREADS: usize = 4;

/// How many processors there are. To look is to open files, which the process may not do any more when it reads.
static PROCESSORS: OnceLock<usize> = OnceLock::new();

/// How the process ends that was asked in a way that it does not understand.
pub(super) const NOT_ASKED: u8 = 86;

/// Answers one question. The process may do nothing else before or after.
pub fn answer() -> ExitCode {
    let mut asked = Vec::new();
    let most = u64::try_from(MOST_ASKED).unwrap_or(u64::MAX);
    // Who asked and went away takes the end of the question with them, which is then not understood.
    if io::stdin().lock().take(most).read_to_end(&mut asked).is_err() {
        return ExitCode::from(NOT_ASKED);
    }
    PROCESSORS.get_or_init(|| available_parallelism().map_or(1, usize::from));
    let read = Builder::new().stack_size(STACK).spawn(move || {
        let asked = Asked::read(&asked)?;
        limit(&asked);
        Some(answered(&asked))
    });
    let answer = read.ok().and_then(|thread| thread.join().ok()).flatten();
    let Some(answer) = answer else { return ExitCode::from(NOT_ASKED) };
    let mut out = io::stdout().lock();
    match out.write_all(&answer).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answered(asked: &Asked<'_>) -> Vec<u8> {
    let Asked { wanted, bytes, .. } = asked;
    match wanted {
        Wanted::Document { name, options } => {
            pack(&caught(|| import::import_together(bytes, name, options, together)))
        }
        Wanted::Page(page) => pack_page(&caught(|| import::draw_page(bytes, page))),
        Wanted::Parts { names, most } => {
            pack_parts(&caught(|| Ok(import::parts(bytes, names, *most))).unwrap_or_default())
        }
    }
}

/// Has work done on as many threads as the machine has processors.
fn together(work: &(dyn Fn() + Sync)) {
    let n_threads = PROCESSORS.get().copied().unwrap_or(1).min(MOST_THREADS);
    scope(|scope| {
        for _ in 1..n_threads {
            // One thread fewer is no harm.
            drop(Builder::new().stack_size(STACK).spawn_scoped(scope, work));
        }
        work();
    });
}

/// What comes of work that may panic.
pub(super) fn caught<T>(
    work: impl FnOnce() -> Result<T, ImportError> + UnwindSafe,
) -> Result<T, ImportError> {
    catch_unwind(work).unwrap_or(Err(ImportError::Failed))
}

/// Gives up what reading needs not: memory and time beyond the limits, and every file and connection but the
/// three that are open. A system that has no such limits sets none.
#[cfg(unix)]
fn limit(asked: &Asked<'_>) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limits = [
        (Resource::As, asked.memory.saturating_mul(1 << 20)),
        (Resource::Cpu, asked.seconds.max(1)),
        (Resource::Nofile, 3),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ];
    for (resource, most) in limits {
        // A processor's time has a second more at the end of which there is no word of why.
        let maximum = if resource == Resource::Cpu { most.saturating_add(1) } else { most };
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(maximum) }).unwrap_or_default();
    }
}

#[cfg(not(unix))]
fn limit(_: &Asked<'_>) {}
