//! The whole window without a display: hands and keys go in, marked text comes out.
//!
//! Words on the page and buttons are found through the accessibility nodes. What a test cannot find,
//! a blind reader cannot either.

#[path = "reader.rs"]
mod reader;

use crate::article;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use expect_test::Expect;
use postil::document::{Digest, Timestamp};
use postil::gui::App;
use postil::layer::{AnnotationId, Annotator};
use postil::session::host::{LeftLogs, LogId, LogStand, Stamp, Stamps};
use postil::session::{Host, HostError, MemoryHost, SaveState, Session};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use eframe::egui::accesskit::{Role, TextDirection};
use eframe::egui::{
    DroppedFile, Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect, Shape, ViewportCommand,
    ViewportEvent, ViewportId, pos2, vec2,
};

/// Where the article of [`Window::open`] lies.
pub(crate) const ARTICLE: &str = "/desk/article.txt";

/// The program, its window and its disk.
pub(crate) struct Window {
    harness: Harness<'static, App>,
    disk: Disk,
    copied: Vec<String>,
    commands: Vec<ViewportCommand>,
}

/// A disk that a test can look at and break while the program has it.
#[derive(Clone)]
struct Disk(Arc<Mutex<MemoryHost>>);

/// A character of the page as a screen reader knows it.
struct Spot {
    text: String,
    rect: Rect,
    is_rtl: bool,
}

impl Spot {
    /// Just inside the character, at its start or its end.
    fn edge(&self, is_end: bool) -> Pos2 {
        let inset = (self.rect.width() * 0.2).min(1.0);
        let is_right = is_end != self.is_rtl;
        pos2(
            if is_right { self.rect.right() - inset } else { self.rect.left() + inset },
            self.rect.center().y,
        )
    }
}

impl Window {
    /// A window with an article and its layers, read from marked text.
    pub(crate) fn open(marked: &str) -> Self {
        Self::open_by(Some("Ana"), marked)
    }

    /// The same for a person of that name, or for nobody yet.
    pub(crate) fn open_by(name: Option<&str>, marked: &str) -> Self {
        let mut host = MemoryHost::default();
        article::lay_down(marked, ARTICLE, &mut host).expect("marked text");
        host.annotator = host.annotator.filter(|_| name.is_some());
        Self::with(host, &[ARTICLE])
    }

    /// A window on what lies on `host`.
    pub(crate) fn with(host: MemoryHost, paths: &[&str]) -> Self {
        Self::on(Disk(Arc::new(Mutex::new(host))), paths)
    }

    /// The program is killed where it stands; another one starts on the same disk.
    pub(crate) fn crash(self) -> Self {
        let disk = self.disk.clone();
        drop(self);
        disk.lock().program += 1;
        Self::on(disk, &[ARTICLE])
    }

    fn on(disk: Disk, paths: &[&str]) -> Self {
        let paths = paths.iter().map(PathBuf::from).collect();
        let door: Box<dyn Host> = Box::new(disk.clone());
        let harness = Harness::builder()
            .with_size(vec2(1200.0, 800.0))
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(60)
            .build_eframe(|cc| {
                let mut app = App::new(door);
                app.start(paths, None);
                app.set_up(&cc.egui_ctx);
                app
            });
        let mut window = Self { harness, disk, copied: Vec::new(), commands: Vec::new() };
        window.settle();
        window
    }

    // What is done to it.

    /// Drags over some words of the page.
    pub(crate) fn drag_over(&mut self, words: &str) {
        let (from, to) = self.ends_of(words);
        self.drag(from, to, Modifiers::NONE);
    }

    /// The same with Ctrl held: one more piece.
    pub(crate) fn ctrl_drag_over(&mut self, words: &str) {
        let (from, to) = self.ends_of(words);
        self.drag(from, to, Modifiers::CTRL | Modifiers::COMMAND);
    }

    /// Drags from the start or end of some words to the start or end of others.
    pub(crate) fn drag_end(&mut self, from: (&str, bool), to: (&str, bool)) {
        let end = |window: &Self, (words, is_end): (&str, bool)| {
            let (start, end) = window.ends_of(words);
            if is_end { end } else { start }
        };
        self.drag(end(self, from), end(self, to), Modifiers::NONE);
    }

    /// Clicks into the middle of some words.
    pub(crate) fn click_on_text(&mut self, words: &str) {
        self.clicks_on_text(words, 1, Modifiers::NONE);
    }

    /// Clicks twice.
    pub(crate) fn double_click(&mut self, words: &str) {
        self.clicks_on_text(words, 2, Modifiers::NONE);
    }

    /// Clicks three times.
    pub(crate) fn triple_click(&mut self, words: &str) {
        self.clicks_on_text(words, 3, Modifiers::NONE);
    }

    /// Clicks at the end of some words with Shift held.
    pub(crate) fn shift_click_after(&mut self, words: &str) {
        let at = self.ends_of(words).1;
        self.wait(1.0);
        self.clicks(at, 1, Modifiers::SHIFT);
    }

    /// Lets the pointer rest on some words.
    pub(crate) fn hover(&mut self, words: &str) {
        let at = self.middle_of(words);
        self.frame(vec![Event::PointerMoved(at - vec2(1.0, 0.0))]);
        self.frame(vec![Event::PointerMoved(at)]);
        self.settle();
        self.wait(1.0);
    }

    /// Takes the pointer out of the window.
    pub(crate) fn leave(&mut self) {
        self.frame(vec![Event::PointerGone]);
        self.settle();
    }

    /// Clicks what has this accessible name: there must be exactly one.
    #[track_caller]
    pub(crate) fn click(&mut self, name: &str) {
        let found = self.named(name);
        assert!(
            found.len() == 1,
            "{} things are called {name:?} among\n{}",
            found.len(),
            self.names().join("\n")
        );
        self.clicks(found[0].center(), 1, Modifiers::NONE);
    }

    /// Clicks the `nth` of the things with this accessible name.
    #[track_caller]
    pub(crate) fn click_nth(&mut self, name: &str, nth: usize) {
        let found = self.named(name);
        assert!(
            nth < found.len(),
            "{} things are called {name:?} among\n{}",
            found.len(),
            self.names().join("\n")
        );
        self.clicks(found[nth].center(), 1, Modifiers::NONE);
    }

    /// Presses chords, as the sheet of keys writes them: "Ctrl+Shift+Z".
    pub(crate) fn keys(&mut self, chords: &[&str]) {
        for chord in chords {
            let (modifiers, key) = parse_chord(chord);
            let mut events = vec![Event::ModifiersChanged(modifiers), key_event(key, modifiers, true)];
            match (modifiers.command, key) {
                (true, Key::C) => events.push(Event::Copy),
                (true, Key::X) => events.push(Event::Cut),
                (false, _) => events.extend(text_of(key, modifiers).map(Event::Text)),
                _ => {}
            }
            self.frame(events);
            self.frame(vec![key_event(key, modifiers, false), Event::ModifiersChanged(Modifiers::NONE)]);
            self.settle();
        }
    }

    /// Presses several chords so quickly that one frame has them all.
    pub(crate) fn keys_at_once(&mut self, chords: &[&str]) {
        let press = |chord: &&str| {
            let (modifiers, key) = parse_chord(chord);
            [key_event(key, modifiers, true), key_event(key, modifiers, false)]
        };
        self.frame(chords.iter().flat_map(press).collect());
        self.settle();
    }

    /// Presses chords in one frame, and lets no other follow.
    pub(crate) fn press(&mut self, chords: &[&str]) {
        let press = |chord: &&str| {
            let (modifiers, key) = parse_chord(chord);
            [key_event(key, modifiers, true), key_event(key, modifiers, false)]
        };
        self.frame(chords.iter().flat_map(press).collect());
    }

    /// Draws a frame in which nothing comes from outside.
    pub(crate) fn blink(&mut self) {
        self.frame(Vec::new());
    }

    /// Takes the focus away from the window.
    pub(crate) fn turn_away(&mut self) {
        self.frame(vec![Event::WindowFocused(false)]);
    }

    /// Types letters, each as a key and as text, as a keyboard sends them.
    pub(crate) fn type_text(&mut self, words: &str) {
        for letter in words.chars() {
            let key =
                Key::from_name(&letter.to_uppercase().to_string()).or((letter == ' ').then_some(Key::Space));
            let mut events: Vec<Event> =
                key.map(|key| key_event(key, Modifiers::NONE, true)).into_iter().collect();
            events.push(Event::Text(letter.to_string()));
            self.frame(events);
            self.frame(key.map(|key| key_event(key, Modifiers::NONE, false)).into_iter().collect());
        }
        self.settle();
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.frame(Vec::new());
        self.settle();
    }

    /// Lets time pass until nothing is awaited any more.
    pub(crate) fn rest(&mut self) {
        for _ in 0..40 {
            if self.is_idle() {
                return;
            }
            self.wait(0.5);
        }
    }

    /// Asks the window to close; whether it does.
    pub(crate) fn close(&mut self) -> bool {
        self.commands.clear();
        if let Some(viewport) = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT) {
            viewport.events.push(ViewportEvent::Close);
        }
        self.frame(Vec::new());
        if let Some(viewport) = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT) {
            viewport.events.clear();
        }
        self.settle();
        !self.commands.contains(&ViewportCommand::CancelClose)
    }

    /// Comes back to the window from another one.
    pub(crate) fn come_back(&mut self) {
        self.frame(vec![Event::WindowFocused(false)]);
        self.frame(vec![Event::WindowFocused(true)]);
        self.settle();
    }

    /// Drops a file on the window.
    pub(crate) fn drop_file(&mut self, path: &str) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.into())));
        self.frame(Vec::new());
        self.settle();
    }

    /// Makes the window as large as this.
    pub(crate) fn resize(&mut self, width: f32, height: f32) {
        self.harness.set_size(vec2(width, height));
        self.settle();
    }

    // What is seen of it.

    /// Compares the open article, its marks and the selection with marked text.
    #[track_caller]
    pub(crate) fn check(&self, expected: Expect) {
        expected.assert_eq(&article::show(self.session()));
    }

    /// The article that is looked at.
    pub(crate) fn session(&self) -> &Session {
        self.harness.state().workspace().active().expect("an open article")
    }

    /// The program.
    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    /// The files, settings and moods of the disk.
    pub(crate) fn disk(&self) -> MutexGuard<'_, MemoryHost> {
        self.disk.lock()
    }

    /// The bytes of my layer as text; empty if there is none.
    pub(crate) fn layer_file(&self) -> String {
        let disk = self.disk();
        let mine = disk.files.iter().find(|(path, _)| path.display().to_string().contains(".ana-"));
        mine.map_or_else(String::new, |(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
    }

    /// What went to the clipboard last.
    pub(crate) fn copied(&self) -> &str {
        self.copied.last().map_or("", String::as_str)
    }

    /// Whether something in the window has these words, as a screen reader would read them.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.names().iter().any(|name| name.contains(words))
    }

    /// The accessible names of everything but the words of the page, in the order of the tree.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            if node.role() == Role::TextRun {
                continue;
            }
            let parts = [node.label(), node.value(), node.description()];
            let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            if !parts.is_empty() {
                names.push(format!("{:?}: {}", node.role(), parts.join(" | ")));
            }
        }
        names
    }

    /// The accessible names of the buttons (the rows of lists are buttons too) that have `words`.
    pub(crate) fn buttons_with(&self, words: &str) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let labels = nodes.filter(|node| node.accesskit_node().role() == Role::Button);
        labels
            .filter_map(|node| node.accesskit_node().label())
            .filter(|label| label.contains(words))
            .collect()
    }

    /// Whether the button, if there is one, can be pressed.
    pub(crate) fn is_enabled(&self, name: &str) -> bool {
        self.harness.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            node.label().as_deref() == Some(name) && node.role() == Role::Button && !node.is_disabled()
        })
    }

    /// The name of what has the keyboard, with its role.
    pub(crate) fn focused(&self) -> String {
        let mut nodes = self.harness.root().children_recursive();
        let focused = nodes.find(|node| node.accesskit_node().is_focused());
        let node = focused.map(|node| node.accesskit_node());
        node.map_or_else(String::new, |node| {
            format!("{:?}: {}", node.role(), node.label().or(node.value()).unwrap_or_default())
        })
    }

    /// The value of the field with this name.
    pub(crate) fn field(&self, name: &str) -> String {
        let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        let mut nodes = self.harness.root().children_recursive();
        let field = nodes.find(|node| {
            is_field(node.accesskit_node().role()) && node.accesskit_node().label().as_deref() == Some(name)
        });
        field.and_then(|field| field.accesskit_node().value()).unwrap_or_default()
    }

    /// Every word that is painted outside the page.
    pub(crate) fn painted(&self) -> String {
        fn collect(shape: &Shape, into: &mut String) {
            match shape {
                Shape::Text(text) => {
                    into.push_str(&text.galley.job.text);
                    into.push('\n');
                }
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, into)),
                _ => {}
            }
        }
        let mut words = String::new();
        self.harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut words));
        words
    }

    /// Whether no further frame is asked for, now or later.
    pub(crate) fn is_idle(&self) -> bool {
        self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay == Duration::MAX
    }

    /// Whether the marks are on the disk.
    pub(crate) fn is_saved(&self) -> bool {
        *self.session().save_state() == SaveState::Saved
    }

    /// The height of the first line that has these words.
    pub(crate) fn line_height(&self, words: &str) -> f32 {
        let (spots, start, _) = self.find(words);
        spots[start].rect.height()
    }

    // How it is done.

    fn drag(&mut self, from: Pos2, to: Pos2, modifiers: Modifiers) {
        self.wait(1.0);
        self.frame(vec![Event::PointerMoved(from), Event::ModifiersChanged(modifiers)]);
        self.frame(vec![pointer(from, true, modifiers)]);
        for share in [0.25, 0.5, 0.75, 1.0] {
            self.frame(vec![Event::PointerMoved(from + (to - from) * share)]);
        }
        self.frame(vec![pointer(to, false, modifiers)]);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        self.settle();
    }

    fn clicks_on_text(&mut self, words: &str, count: usize, modifiers: Modifiers) {
        let at = self.middle_of(words);
        // A click after a click elsewhere is none of a double click.
        self.wait(1.0);
        self.clicks(at, count, modifiers);
    }

    fn clicks(&mut self, at: Pos2, count: usize, modifiers: Modifiers) {
        self.frame(vec![Event::PointerMoved(at), Event::ModifiersChanged(modifiers)]);
        for _ in 0..count {
            self.frame(vec![pointer(at, true, modifiers)]);
            self.frame(vec![pointer(at, false, modifiers)]);
        }
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
        self.settle();
    }

    pub(crate) fn named(&self, name: &str) -> Vec<Rect> {
        let can_be_clicked = |role| {
            !matches!(
                role,
                Role::Label | Role::TextRun | Role::Mark | Role::Document | Role::Window | Role::Status
            )
        };
        let nodes = self.harness.root().children_recursive();
        let found = nodes.filter(|node| {
            let node = node.accesskit_node();
            can_be_clicked(node.role()) && node.has_bounds() && node.label().as_deref() == Some(name)
        });
        found.map(|node| node.rect()).collect()
    }

    pub(crate) fn middle_of(&self, words: &str) -> Pos2 {
        let (spots, start, end) = self.find(words);
        spots[(start + end) / 2].rect.center()
    }

    fn ends_of(&self, words: &str) -> (Pos2, Pos2) {
        let (spots, start, end) = self.find(words);
        (spots[start].edge(false), spots[end].edge(true))
    }

    /// The characters in view, and the first and the last of `words` among them.
    #[track_caller]
    fn find(&self, words: &str) -> (Vec<Spot>, usize, usize) {
        let spots = self.spots();
        let text: String = spots.iter().map(|spot| spot.text.as_str()).collect();
        let at = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in view: {text:?}"));
        let index = |byte: usize| {
            let mut before = 0;
            spots.iter().position(|spot| {
                before += spot.text.len();
                byte < before
            })
        };
        let (start, end) = (index(at), index(at + words.len() - 1));
        (spots, start.expect("found"), end.expect("found"))
    }

    fn spots(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        let mut nodes = self.harness.root().children_recursive();
        let page = nodes.find(|node| node.accesskit_node().role() == Role::Document);
        for run in page.iter().flat_map(NodeT::children_recursive) {
            if run.accesskit_node().role() != Role::TextRun {
                continue;
            }
            let line = run.rect();
            // Lines above and below are published too, but no hand gets there.
            if !page.as_ref().is_some_and(|page| page.rect().contains(line.center())) {
                continue;
            }
            let node = run.accesskit_node();
            let node = node.data();
            let value = node.value().expect("a line has words");
            let lefts = node.character_positions().expect("each has a place");
            let widths = node.character_widths().expect("and a width");
            let mut at = 0;
            for ((&length, left), width) in node.character_lengths().iter().zip(lefts).zip(widths) {
                let text = value[at..at + usize::from(length)].to_owned();
                at += usize::from(length);
                let is_rtl = node.text_direction() == Some(TextDirection::RightToLeft);
                let x = if is_rtl { line.right() - left - width } else { line.left() + left };
                let rect = Rect::from_min_size(pos2(x, line.top()), vec2(*width, line.height()));
                spots.push(Spot { text, rect, is_rtl });
            }
        }
        spots
    }

    /// One frame with some events.
    fn frame(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
        self.note_output();
    }

    /// Frames until none is asked for at once.
    fn settle(&mut self) {
        for _ in 0..240 {
            self.harness.step();
            self.note_output();
            if self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay != Duration::ZERO {
                // One more with nothing to do: here unnamed widgets are found out.
                self.harness.run();
                return;
            }
        }
        panic!("the window paints for ever: {:?}", self.harness.ctx.repaint_causes());
    }

    fn note_output(&mut self) {
        for command in &self.harness.output().platform_output.commands {
            if let OutputCommand::CopyText(words) = command {
                self.copied.push(words.clone());
            }
        }
        self.commands
            .extend(self.harness.output().viewport_output[&ViewportId::ROOT].commands.iter().cloned());
        let painted = self.painted();
        assert!(!painted.contains(" use of "), "two widgets have one id:\n{painted}");
    }
}

fn pointer(pos: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }
}

fn key_event(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}

fn parse_chord(chord: &str) -> (Modifiers, Key) {
    let mut modifiers = Modifiers::NONE;
    let mut key = None;
    for part in chord.split('+') {
        match part {
            "Ctrl" => modifiers |= Modifiers::CTRL | Modifiers::COMMAND,
            "Shift" => modifiers |= Modifiers::SHIFT,
            "Alt" => modifiers |= Modifiers::ALT,
            "Left" | "Right" | "Up" | "Down" => key = Key::from_name(&format!("Arrow{part}")),
            name => key = Key::from_name(name),
        }
    }
    (modifiers, key.unwrap_or_else(|| panic!("there is no key {chord:?}")))
}

/// What a key types, where it types something.
fn text_of(key: Key, modifiers: Modifiers) -> Option<String> {
    let name = key.name();
    let is_letter = name.chars().count() == 1 && !modifiers.alt;
    is_letter.then(|| if modifiers.shift { name.to_owned() } else { name.to_lowercase() })
}

/// A file that comes from outside by its path alone.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        unreachable!("the program reads files through its host")
    }
}

impl Disk {
    fn lock(&self) -> MutexGuard<'_, MemoryHost> {
        self.0.lock().expect("one thread")
    }
}

impl Host for Disk {
    fn read(&self, path: &Path, most: usize) -> Result<Vec<u8>, HostError> {
        self.lock().read(path, most)
    }

    fn read_beside(&self, document: &Path, path: &str, most: usize) -> Result<Vec<u8>, HostError> {
        self.lock().read_beside(document, path, most)
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        self.lock().write(path, bytes)
    }

    fn begin_log(&mut self, layer: &Path) -> Option<LogId> {
        self.lock().begin_log(layer)
    }

    fn log(&mut self, log: LogId, bytes: Vec<u8>) -> u64 {
        self.lock().log(log, bytes)
    }

    fn end_log(&mut self, log: LogId) {
        self.lock().end_log(log);
    }

    fn log_stand(&self) -> LogStand {
        self.lock().log_stand()
    }

    fn left_logs(&mut self) -> LeftLogs {
        self.lock().left_logs()
    }

    fn remove_left_log(&mut self, name: &str) -> Result<(), HostError> {
        self.lock().remove_left_log(name)
    }

    fn remove_layer(&mut self, path: &Path) -> Result<(), HostError> {
        self.lock().remove_layer(path)
    }

    fn layers_beside(&self, document: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.lock().layers_beside(document)
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.lock().stamp(path)
    }

    fn stamps(&self, folder: &Path) -> Result<Stamps, HostError> {
        self.lock().stamps(folder)
    }

    fn articles_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.lock().articles_in(folder)
    }

    fn folders_in(&self, folder: &Path) -> Result<Vec<PathBuf>, HostError> {
        self.lock().folders_in(folder)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.lock().is_folder(path)
    }

    fn make_folder(&mut self, path: &Path) -> Result<(), HostError> {
        self.lock().make_folder(path)
    }

    fn codebook_for(&self, document: &Path) -> Option<(PathBuf, String)> {
        self.lock().codebook_for(document)
    }

    fn kept_text(&self, digest: Digest) -> Option<String> {
        self.lock().kept_text(digest)
    }

    fn keep_text(&mut self, digest: Digest, text: &str) -> Result<(), HostError> {
        self.lock().keep_text(digest, text)
    }

    fn annotator(&self) -> Option<Annotator> {
        self.lock().annotator()
    }

    fn set_annotator(&mut self, annotator: &Annotator) -> Result<(), HostError> {
        self.lock().set_annotator(annotator)
    }

    fn annotator_called(&mut self, name: &str) -> Result<Annotator, HostError> {
        self.lock().annotator_called(name)
    }

    fn stored(&self, name: &str) -> Option<String> {
        Host::stored(&*self.lock(), name)
    }

    fn store(&mut self, name: &str, text: &str) -> Result<(), HostError> {
        self.lock().store(name, text)
    }

    fn another(&self) -> Option<Box<dyn Host>> {
        None
    }

    fn now(&self) -> Timestamp {
        Host::now(&*self.lock())
    }

    fn fresh_uuid(&mut self) -> uuid::Uuid {
        self.lock().fresh_uuid()
    }

    fn fresh_annotation(&mut self) -> AnnotationId {
        self.lock().fresh_annotation()
    }
}
