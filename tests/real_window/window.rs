//! The real program in a real window: seen through its accessibility tree, moved by pointer and keys.

use super::screen::Screen;
use super::tree::{Spot, Tree};
use super::wait::until;
use egui::accesskit::Role;
use egui_inspection::protocol::read_handshake;
use egui_inspection::{Request, read_message, write_message};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// The running program.
pub(crate) struct Window<'a> {
    screen: &'a Screen,
    program: Child,
    talk: TcpStream,
    /// What X calls the window.
    id: String,
}

impl<'a> Window<'a> {
    /// Starts the program on `article` and waits until its text is to be seen.
    pub(crate) fn open(screen: &'a Screen, home: &Path, article: &Path) -> Self {
        let mut window = Self::start(screen, home, article);
        window.see("the article's text", |tree| tree.passage(" "));
        window
    }

    /// Starts the program on a file that need not be an article: an assignment shows its instructions first.
    pub(crate) fn start(screen: &'a Screen, home: &Path, file: &Path) -> Self {
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let address = format!("127.0.0.1:{port}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        screen.put_on(&mut command);
        command.arg(file).env("POSTIL_HOME", home).env("EGUI_INSPECTION", &address).stdin(Stdio::null());
        let program = command.spawn().expect("the program starts");
        let pid = program.id().to_string();
        let talk = until("the program to listen", || TcpStream::connect(&address).ok());
        read_handshake(&talk).expect("an inspected program");
        let id = until("the window", || {
            let found = screen.act(&["search", "--onlyvisible", "--pid", &pid])?;
            found.lines().next_back().map(str::to_owned)
        });
        until("the keyboard", || screen.act(&["windowactivate", "--sync", &id]));
        Self { screen, program, talk, id }
    }

    /// The window now.
    pub(crate) fn tree(&mut self) -> Tree {
        write_message(&self.talk, &Request::GetTree).expect("asked");
        Tree::of(read_message(&self.talk).expect("answered")).expect("a tree")
    }

    /// Waits until `look` finds something in the window.
    pub(crate) fn see<T>(&mut self, what: &str, look: impl Fn(&Tree) -> Option<T>) -> T {
        let mut last = None;
        let seen = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            until(what, || look(last.insert(self.tree())))
        }));
        seen.unwrap_or_else(|_| {
            panic!("{what} is not in the window:\n{}", last.map_or_else(String::new, |tree| tree.to_text()))
        })
    }

    fn act(&self, words: &[&str]) {
        assert!(self.screen.act(words).is_some(), "xdotool cannot {words:?}");
    }

    /// Presses keys, one after the other.
    pub(crate) fn keys(&mut self, keys: &[&str]) {
        for key in keys {
            self.act(&["key", "--delay", "20", key]);
        }
        self.tree();
    }

    /// Types words.
    pub(crate) fn write(&mut self, words: &str) {
        self.act(&["type", "--delay", "30", words]);
        self.tree();
    }

    fn point(&mut self, (x, y): Spot) {
        self.act(&["mousemove", "--window", &self.id, &format!("{x:.0}"), &format!("{y:.0}")]);
        // A person sees where the pointer is, too: let it be drawn there.
        self.tree();
    }

    /// Where something stands, once it does in three looks in a row: a dialog is put in the middle when its
    /// size is known.
    fn still(&mut self, what: &str, look: impl Fn(&Tree) -> Option<Spot>) -> Spot {
        let (mut before, mut n_alike) = (None, 0);
        until(&format!("{what} to stand still"), || {
            let found = self.see(what, &look);
            n_alike = if before.replace(found) == Some(found) { n_alike + 1 } else { 0 };
            (2 <= n_alike).then_some(found)
        })
    }

    /// Clicks on the button of that name.
    pub(crate) fn click(&mut self, name: &str) {
        let at = self.still(name, |tree| tree.button(name));
        self.point(at);
        self.act(&["mousedown", "1"]);
        self.tree();
        self.act(&["mouseup", "1"]);
    }

    /// Clicks on what has one of these roles and a name that holds these words.
    pub(crate) fn click_control(&mut self, roles: &[Role], name: &str) {
        let at = self.still(name, |tree| tree.control(roles, name));
        self.point(at);
        self.act(&["click", "1"]);
        self.tree();
    }

    /// Clicks on a field and replaces what is in it.
    pub(crate) fn fill(&mut self, name: &str, words: &str) {
        self.click_control(&[Role::TextInput, Role::PasswordInput, Role::MultilineTextInput], name);
        self.keys(&["ctrl+a"]);
        self.write(words);
    }

    /// Waits until these words are to be read.
    pub(crate) fn read(&mut self, words: &str) {
        self.see(words, |tree| tree.says(words).then_some(()));
    }

    /// Clicks on words of the page.
    pub(crate) fn click_on(&mut self, words: &str) {
        let (start, end) = self.see(words, |tree| tree.passage(words));
        self.point(((start.0 + end.0) / 2.0, (start.1 + end.1) / 2.0));
        self.act(&["click", "1"]);
        self.tree();
    }

    /// Clicks with the right button on words of the page.
    pub(crate) fn right_click_on(&mut self, words: &str) {
        let (start, end) = self.see(words, |tree| tree.passage(words));
        self.point(((start.0 + end.0) / 2.0, (start.1 + end.1) / 2.0));
        self.act(&["mousedown", "3"]);
        self.tree();
        self.act(&["mouseup", "3"]);
        self.tree();
    }

    /// Drags from the first of these words to the last of them, which are in view.
    pub(crate) fn drag_from_to(&mut self, first: &str, last: &str) {
        let (start, _) = self.see(first, |tree| tree.passage(first));
        let (_, end) = self.see(last, |tree| tree.passage(last));
        self.point(start);
        self.act(&["mousedown", "1"]);
        self.point(((start.0 + end.0) / 2.0, (start.1 + end.1) / 2.0));
        self.point(end);
        self.act(&["mouseup", "1"]);
        self.tree();
    }

    /// Selects words with the pointer, after turning the wheel until they are in view.
    pub(crate) fn drag_over(&mut self, words: &str) {
        let page = self.see("the page", Tree::page);
        self.point(((page.x0 + page.x1) / 2.0, (page.y0 + page.y1) / 2.0));
        let (start, end) = until(words, || {
            // Held for two looks in a row: the page stands still.
            let found = self.tree().passage(words).filter(|(_, end)| end.1 < page.y1 - 40.0);
            if found.is_none() {
                self.act(&["click", "5"]);
            }
            found.filter(|_| self.tree().passage(words) == found)
        });
        self.point(start);
        self.act(&["mousedown", "1"]);
        self.point(((start.0 + end.0) / 2.0, (start.1 + end.1) / 2.0));
        self.point(end);
        self.act(&["mouseup", "1"]);
        self.tree();
    }

    /// Presses the keys that quit, and waits until the program has ended.
    pub(crate) fn quit(self) -> ExitStatus {
        self.act(&["key", "ctrl+q"]);
        self.ended()
    }

    /// Waits until the program has ended.
    pub(crate) fn ended(mut self) -> ExitStatus {
        until("the program's end", || self.program.try_wait().expect("a child"))
    }

    /// How many frames the window draws in that time of its own accord.
    pub(crate) fn frames_in(&mut self, time: Duration) -> u64 {
        let before = self.tree().frame;
        sleep(time);
        // Each look costs two: the frame that answers, and one more that it asks for.
        (self.tree().frame - before).saturating_sub(2)
    }

    /// How much of the processor the program uses in that time, in ticks of the system's clock.
    pub(crate) fn ticks_in(&self, time: Duration) -> u64 {
        // What was asked before is over.
        sleep(time / 10);
        let before = self.ticks();
        sleep(time);
        self.ticks() - before
    }

    fn ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.program.id())).expect("it runs");
        // After the name in parentheses; user and system time are fields 14 and 15.
        let (_, fields) = stat.rsplit_once(')').expect("a name");
        fields.split_whitespace().skip(11).take(2).map(|field| field.parse::<u64>().expect("ticks")).sum()
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        // A test that ended, or one that wants to see it killed.
        drop(self.program.kill());
        drop(self.program.wait());
    }
}
