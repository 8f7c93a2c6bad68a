//! Chooses between the window and the command line.

use clap::Parser;
use postil::cli::args::{Colour, ListArgs, ReadingArgs, ShowArgs};
use postil::cli::{self, Args, Command, End, Printer, World};
use postil::disk::{Disk, apart};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What the system gives the first thread is too little for deeply nested pages on Windows.
const STACK_BYTES: usize = 8 * 1024 * 1024;

fn main() -> ExitCode {
    // Asked by a Postil that reads a stranger's file, and by nobody else.
    if std::env::args_os().skip(1).eq([apart::ARGUMENT]) {
        return apart::answer();
    }
    match Args::parse() {
        Args { command: Some(command), .. } => on_large_stack(move || command_line(&command)).into(),
        Args { paths, command: None } => window(paths),
    }
}

/// What is missing for a window, if anything is.
fn missing_for_window() -> Option<&'static str> {
    if !cfg!(feature = "gui") {
        return Some("this postil was built without a window: the feature `gui` is missing");
    }
    let needs_display = cfg!(unix) && !cfg!(target_os = "macos");
    if needs_display && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return Some("there is no display for a window: neither `DISPLAY` nor `WAYLAND_DISPLAY` is set");
    }
    None
}

fn window(paths: Vec<PathBuf>) -> ExitCode {
    let missing = missing_for_window().map(str::to_owned).or_else(|| open_window(&paths).err());
    match missing {
        None => ExitCode::SUCCESS,
        Some(missing) => on_large_stack(move || in_terminal(&paths, &missing)).into(),
    }
}

/// The window, until it is closed; an error says what the system lacks for one.
#[cfg(feature = "gui")]
fn open_window(paths: &[PathBuf]) -> Result<(), String> {
    let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
    let paths = paths.iter().map(absolute).collect();
    postil::gui::run(paths, Disk::sample(), Box::new(Disk::new().reading_by_itself()))
        .map_err(|error| format!("the window cannot be opened: {error}"))
}

#[cfg(not(feature = "gui"))]
fn open_window(_paths: &[PathBuf]) -> Result<(), String> {
    Ok(())
}

/// Shows the articles in the terminal instead of a window.
fn in_terminal(paths: &[PathBuf], missing: &str) -> End {
    tell(&format!("warning: {missing}; the terminal has to do"));
    if paths.is_empty() {
        tell(
            "hint: `postil show FILE` shows an article in the terminal, `postil --help` what else can be done",
        );
    }
    let commands = paths.iter().cloned().map(|path| {
        if path.is_dir() {
            Command::List(ListArgs { paths: vec![path], ..ListArgs::default() })
        } else {
            Command::Show(ShowArgs {
                file: path,
                marked: false,
                colour: Colour::Auto,
                reading: ReadingArgs::default(),
            })
        }
    });
    commands.map(|command| command_line(&command)).max().unwrap_or(End::Done)
}

fn command_line(command: &Command) -> End {
    let mut host = Disk::new().without_logs().reading_by_itself();
    let (mut input, out) = (io::stdin().lock(), io::stdout());
    let has_colours = out.is_terminal() && !is_set("NO_COLOR");
    let mut world = World {
        host: &mut host,
        input: &mut input,
        out: Printer::new(out.lock()),
        err: Printer::new(io::stderr().lock()),
        has_colours,
    };
    cli::run(command, &mut world)
}

#[expect(clippy::disallowed_methods, reason = "here the environment is looked at")]
fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

fn tell(words: &str) {
    // Where even this cannot be printed there is nobody to tell.
    drop(writeln!(io::stderr(), "{words}"));
}

/// Does work where there is a stack of [`STACK_BYTES`]: where the system gives the first thread as much, no other is
/// started, in which memory is had in small pieces and more slowly.
fn on_large_stack(work: impl FnOnce() -> End + Send + 'static) -> End {
    let done = if first_thread_is_large() {
        Ok(std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)))
    } else {
        on_its_own_thread(work)
    };
    match done {
        Ok(Ok(end)) => end,
        Ok(Err(_)) => {
            tell("error: postil made a mistake of its own; nothing was written that is not whole");
            tell("hint: please report the line above and what you did");
            End::Unusable
        }
        Err(error) => {
            tell(&format!("error: the system gives no thread to work on: {error}"));
            End::Unusable
        }
    }
}

#[cfg(unix)]
fn first_thread_is_large() -> bool {
    use rustix::process::{Resource, getrlimit};
    let least = u64::try_from(STACK_BYTES).unwrap_or(u64::MAX);
    getrlimit(Resource::Stack).current.is_none_or(|most| least <= most)
}

#[cfg(not(unix))]
fn first_thread_is_large() -> bool {
    false
}

#[expect(clippy::disallowed_methods, reason = "readers of strangers' files need a stack of a known size")]
fn on_its_own_thread(work: impl FnOnce() -> End + Send + 'static) -> io::Result<std::thread::Result<End>> {
    let thread = std::thread::Builder::new().name("postil".to_owned()).stack_size(STACK_BYTES).spawn(work)?;
    Ok(thread.join())
}
