//! The whole window without a display: hands and keys go in, marked text comes out.
//!
//! Words on the page and buttons are found through the accessibility nodes. What a test cannot find,
//! a blind reader cannot either.

#[path = "driving.rs"]
mod driving;
#[path = "reader.rs"]
mod reader;
#[path = "seeing.rs"]
mod seeing;
#[path = "shared_disk.rs"]
mod shared_disk;

use crate::article;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, OutputCommand, ViewportCommand, ViewportId, vec2};
use egui_kittest::Harness;
use expect_test::Expect;
use postil::gui::App;
use postil::session::{Host, MemoryHost, Session};
use shared_disk::Disk;
use std::path::PathBuf;
use std::sync::MutexGuard;
use postil::layer::{AnnotationId, Annotator};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// Where the article of [`Window::open`] lies.
pub(crate) const ARTICLE: &str = "/desk/article.txt";

/// The program, its window and its disk.
pub(crate) struct Window {
    harness: Harness<'static, App>,
    disk: Disk,
    copied: Vec<String>,
    commands: Vec<ViewportCommand>,
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
        Self::on(Disk::of(host), paths)
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

    fn keep_generation(&mut self, layer: &Path, bytes: &[u8]) -> Result<(), HostError> {
        self.lock().keep_generation(layer, bytes)
    }

    fn generations(&self, beside: &Path) -> Vec<Generation> {
        Host::generations(&*self.lock(), beside)
    }

    fn generation(&self, layer: &Path, day: &str) -> Result<Vec<u8>, HostError> {
        self.lock().generation(layer, day)
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
