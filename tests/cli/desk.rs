//! A folder of articles, the program, and a home of its own for it.

use postil::document::Digest;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What has not ended by then hangs, however busy the machine is.
const MOST_SECONDS: u64 = 300;

pub(crate) struct Desk {
    folder: TempDir,
    home: TempDir,
    /// The files that count as articles, by the digest of what they held first.
    articles: BTreeMap<PathBuf, Digest>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, home: tempfile::tempdir().expect("a home"), articles: BTreeMap::new() }
    }

    /// A desk with one article.
    pub(crate) fn with(name: &str, text: &str) -> Self {
        let mut desk = Self::new();
        desk.article(name, text.as_bytes());
        desk
    }

    /// Lays an article on the desk, or changes it.
    pub(crate) fn article(&mut self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::write(&path, bytes).expect("written");
        self.articles.insert(path, Digest::of_bytes(bytes));
    }

    /// No longer minds what becomes of an article.
    pub(crate) fn move_away(&mut self, name: &str) {
        self.articles.remove(&self.path(name));
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// How many logs the program has left in its home.
    pub(crate) fn n_logs(&self) -> usize {
        self.home.path().join("state/log").read_dir().map_or(0, Iterator::count)
    }

    /// The names of the layers that lie on the desk.
    pub(crate) fn layers(&self) -> Vec<PathBuf> {
        let entries = self.folder.path().read_dir().expect("a folder");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let mut layers: Vec<PathBuf> =
            paths.filter(|path| path.to_string_lossy().ends_with(".postil.jsonl")).collect();
        layers.sort();
        layers
    }

    /// Everything on the desk, by name; for comparing.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
        let entries = self.folder.path().read_dir().expect("a folder");
        entries
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.is_file())
            .map(|path| {
                let modified = path.metadata().and_then(|found| found.modified()).expect("a time");
                (path.clone(), (fs::read(&path).expect("read"), modified))
            })
            .collect()
    }

    /// What the program prints and how it ends: ids, times and the desk's own path made the same.
    pub(crate) fn run(&self, words: &[&str]) -> String {
        self.run_with(words, "")
    }

    /// The same for a colleague in the same folder, who has a home of their own.
    pub(crate) fn elsewhere(&self, words: &[&str]) -> String {
        let home = tempfile::tempdir().expect("a home");
        let mut command = self.command();
        command.env("POSTIL_HOME", home.path()).args(words);
        self.tidied(&mut command, "")
    }

    /// The same, with lines on standard input.
    pub(crate) fn run_with(&self, words: &[&str], input: &str) -> String {
        let mut command = self.command();
        command.args(words);
        self.tidied(&mut command, input)
    }

    /// The program, on this desk.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        self.settle(&mut command);
        command
    }

    /// Gives any command the desk for its place and its home.
    pub(crate) fn settle(&self, command: &mut Command) {
        command.current_dir(self.folder.path()).env("POSTIL_HOME", self.home.path());
        for variable in ["DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR"] {
            command.env_remove(variable);
        }
    }

    /// Runs `command` and prints what came of it; no article may have changed.
    pub(crate) fn tidied(&self, command: &mut Command, input: &str) -> String {
        let (out, err, code) = finished(command, input);
        let mut shown = out;
        if !err.is_empty() {
            write!(shown, "--- stderr\n{err}").expect("written");
        }
        if code != 0 {
            writeln!(shown, "--- exit {code}").expect("written");
        }
        for (path, digest) in &self.articles {
            let now = fs::read(path).expect("an article");
            assert_eq!(Digest::of_bytes(&now), *digest, "{} was changed", path.display());
        }
        same_every_time(&shown.replace(&*self.folder.path().to_string_lossy(), "<desk>"))
    }
}

/// What a command printed and its exit code; it is stopped where it does not end.
fn finished(command: &mut Command, input: &str) -> (String, String, i32) {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program");
    let mut stdin = child.stdin.take().expect("its input");
    // A program that refuses its arguments reads no input.
    drop(stdin.write_all(input.as_bytes()));
    drop(stdin);
    let (out, err) = (read(child.stdout.take()), read(child.stderr.take()));
    let code = code(&mut child);
    (out.join().expect("its output"), err.join().expect("its errors"), code)
}

fn read(from: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        from.expect("a pipe").read_to_end(&mut bytes).expect("read");
        String::from_utf8(bytes).expect("UTF-8")
    })
}

fn code(child: &mut Child) -> i32 {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return status.code().unwrap_or(-1);
        }
        if Duration::from_secs(MOST_SECONDS) < began.elapsed() {
            child.kill().expect("killed");
            panic!("the program did not end");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Random ids and the time of the day, replaced.
fn same_every_time(shown: &str) -> String {
    let rules = [
        (r"[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "<uuid>"),
        (r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", "<time>"),
        (r"\.([a-z]+)-[0-9a-f]{4}\.postil\.jsonl", ".$1-<id>.postil.jsonl"),
        (r"\b[0-9a-f]{8}\b", "<id>"),
    ];
    rules.iter().fold(shown.to_owned(), |shown, (pattern, with)| {
        regex::Regex::new(pattern).expect("a pattern").replace_all(&shown, *with).into_owned()
    })
}

/// Whether the person who tests may read what the rights forbid, as root may.
pub(crate) fn ignores_rights(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("probe");
    fs::write(&path, b"x").expect("written");
    fs::set_permissions(&path, PermissionsExt::from_mode(0o000)).expect("set");
    let can = fs::read(&path).is_ok();
    fs::remove_file(&path).expect("removed");
    can
}
