//! The whole window without a display: pointer and keys go in, marked text comes out.
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
use postil::host::{Host, MemoryHost};
use postil::session::Session;
use shared_disk::Disk;
use std::path::PathBuf;
use std::sync::MutexGuard;
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
        self.crash_on(ARTICLE)
    }

    /// The same, and the other one opens that article.
    pub(crate) fn crash_on(self, article: &str) -> Self {
        let disk = self.disk.clone();
        drop(self);
        disk.lock().program += 1;
        Self::on(disk, &[article])
    }

    fn on(disk: Disk, paths: &[&str]) -> Self {
        // Nobody reads anew how to begin in each test.
        let known = || "knows_basics = true".to_owned();
        disk.lock().stored.entry("settings.toml".to_owned()).or_insert_with(known);
        Self::first_on(disk, paths)
    }

    /// The first window of a person, who has no settings yet.
    pub(crate) fn first(marked: &str) -> Self {
        let mut host = MemoryHost::default();
        article::lay_down(marked, ARTICLE, &mut host).expect("marked text");
        Self::first_on(Disk::of(host), &[ARTICLE])
    }

    /// A window of a person who opens nothing and is shown the sample, which lies among others.
    pub(crate) fn with_samples(host: MemoryHost, sample: &str) -> Self {
        let disk = Disk::of(host);
        disk.lock().stored.insert("settings.toml".to_owned(), "knows_basics = true".to_owned());
        Self::started(disk, Vec::new(), Some(sample.into()))
    }

    fn first_on(disk: Disk, paths: &[&str]) -> Self {
        Self::started(disk, paths.iter().map(PathBuf::from).collect(), None)
    }

    fn started(disk: Disk, paths: Vec<PathBuf>, sample: Option<PathBuf>) -> Self {
        let door: Box<dyn Host> = Box::new(disk.clone());
        let harness = Harness::builder()
            .with_size(vec2(1200.0, 800.0))
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(60)
            .build_eframe(|cc| {
                let mut app = App::new(door);
                app.start(paths, sample);
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

    /// A window on a disk on which that file takes as long to read as the test wants it to.
    pub(crate) fn held(host: MemoryHost, paths: &[&str], held: &str) -> Self {
        let mut disk = Disk::of(host);
        disk.hold(Some(std::path::Path::new(held)));
        Self::on(disk, paths)
    }

    /// Lets what was held be read.
    pub(crate) fn let_go_on(&mut self) {
        self.disk.hold(None);
    }

    /// Has the program fail, as at a fault of its own, whenever it reads that file; at none for `None`.
    pub(crate) fn fail_at(&self, path: Option<&str>) {
        self.disk.fail_at(path.map(std::path::Path::new));
    }

    /// How often the program has asked what lies in a folder whose path is typed.
    pub(crate) fn n_listed(&self) -> usize {
        self.disk.n_listed()
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
