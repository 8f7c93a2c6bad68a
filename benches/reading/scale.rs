//! Articles of 10 and 50 MB: how soon they are there, what they take, and how they scroll.
//!
//! The window is run without a screen and without the tree for screen readers, sixty times a second,
//! so that the typesetting thread has the time that it has in earnest. A frame is all that the program
//! computes for it (panels, page, triangles) in time of the processor.

use super::texts::{self, Script};
use super::{program, row, spread, words};
use eframe::App as _;
use egui::{Event, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2, vec2};
use postil::disk::Disk;
use postil::gui::App;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A large screen.
const SCREEN: (f32, f32) = (1920.0, 1080.0);
/// What a frame has at sixty a second.
const FRAME: Duration = Duration::from_micros(16_667);

pub(crate) fn measure() {
    starts();
    let folder = tempfile::tempdir().expect("a folder");
    for script in Script::ALL {
        eprintln!("scrolling 50 MB of {} …", script.name());
        let path = folder.path().join(format!("{}.txt", script.name()));
        std::fs::write(&path, texts::in_script(script, 50_000_000)).expect("room for a text");
        fling(&path, script.name());
        drop(std::fs::remove_file(&path));
    }
    let path = folder.path().join("ten.txt");
    std::fs::write(&path, texts::article(10_000_000)).expect("room for a text");
    resize(&path);
}

fn starts() {
    for (megabytes, limit) in [(10, "0.6 s"), (50, "1.5 s")] {
        eprintln!("starting the program with {megabytes} MB …");
        let text = texts::article(megabytes * 1_000_000);
        match program::measure_start("long.txt", text.as_bytes(), 5) {
            Ok(measured) => {
                let what = format!("from the start to the first page of {megabytes} MB");
                row(&what, &spread(measured.starts), limit);
                let more = measured.megabytes.saturating_sub(measured.empty);
                let own = format!("{} MB, {more} MB more than a window with 7 KB", measured.megabytes);
                row(
                    &format!("memory of its own with {megabytes} MB open"),
                    &own,
                    &format!("{} MB more", 5 * megabytes),
                );
            }
            Err(why) => row(&format!("from the start to the first page of {megabytes} MB"), &why, limit),
        }
    }
}

/// The program, driven frame by frame.
struct Window {
    ctx: egui::Context,
    app: App,
    frame: eframe::Frame,
    size: (f32, f32),
    time: f64,
}

impl Window {
    /// With the article open, and its first page seen.
    fn open(path: &Path) -> Self {
        let home = path.with_file_name("home");
        let host = Disk::with(postil::disk::Directories::below(home));
        let ctx = egui::Context::default();
        let mut app = App::new(Box::new(host));
        app.start(vec![path.to_owned()], None);
        app.set_up(&ctx);
        let mut window = Self { ctx, app, frame: eframe::Frame::_new_kittest(), size: SCREEN, time: 0.0 };
        while window.app.workspace().sessions().is_empty() {
            window.paced(Vec::new());
        }
        // The machine's fonts are looked through, and all heights are guessed.
        for _ in 0..180 {
            window.paced(Vec::new());
        }
        window
    }

    /// One frame; how long it took.
    fn step(&mut self, events: Vec<Event>) -> Duration {
        self.time += FRAME.as_secs_f64();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(self.size.0, self.size.1))),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        let (app, frame) = (&mut self.app, &mut self.frame);
        // This thread's own time, so that what else the machine does is not counted.
        let began = cpu_time::ThreadTime::now();
        let mut output = self.ctx.run_ui(input, |ui| {
            app.logic(ui.ctx(), frame);
            app.ui(ui, frame);
        });
        let triangles = self.ctx.tessellate(std::mem::take(&mut output.shapes), 1.0);
        let took = began.elapsed();
        drop(triangles);
        output.textures_delta.clear();
        took
    }

    /// One frame at its time of sixty a second.
    fn paced(&mut self, events: Vec<Event>) -> Duration {
        let began = Instant::now();
        let took = self.step(events);
        sleep(FRAME.saturating_sub(began.elapsed()));
        took
    }
}

fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: usize| words(times[(times.len() * share / 100).min(times.len() - 1)]);
    format!("median {}, 99 of 100 within {}, worst {}", at(50), at(99), at(100))
}

fn fling(path: &Path, script: &str) {
    let mut window = Window::open(path);
    let middle = pos2(SCREEN.0 / 2.0, SCREEN.1 / 2.0);
    window.paced(vec![Event::PointerMoved(middle)]);
    // Two thirds of a screen in every frame.
    let flung = (0..300).map(|_| window.paced(vec![wheel(700.0)])).collect();
    row(&format!("a frame flung through unseen {script}"), &percentiles(flung), "12 ms for 99 of 100");
    for _ in 0..60 {
        window.paced(Vec::new());
    }
    let seen =
        (0..300).map(|nth| window.paced(vec![wheel(if nth % 60 < 30 { -60.0 } else { 60.0 })])).collect();
    row(&format!("a frame scrolled over seen {script}"), &percentiles(seen), "4 ms, 8 ms for 99 of 100");
    let thumb = |share: f32| pos2(track(&window), 60.0 + (SCREEN.1 - 120.0) * share);
    let first = thumb(0.02);
    let places: Vec<Pos2> = (0..300).map(|nth| thumb(0.02 + 0.9 * (nth as f32) / 300.0)).collect();
    window.paced(vec![Event::PointerMoved(first)]);
    window.paced(vec![button(first, true)]);
    let dragged = places.iter().map(|&at| window.paced(vec![Event::PointerMoved(at)])).collect();
    row(
        &format!("a frame of dragging the thumb through {script}"),
        &percentiles(dragged),
        "12 ms for 99 of 100",
    );
}

/// Where the scroll bar of the page is across.
fn track(window: &Window) -> f32 {
    let rect = window.ctx.read_response(egui::Id::unique("page scroll bar")).map(|response| response.rect);
    rect.map_or(SCREEN.0 - 6.0, |rect| rect.center().x)
}

fn resize(path: &Path) {
    eprintln!("resizing 10 MB …");
    let mut window = Window::open(path);
    for _ in 0..30 {
        window.paced(vec![Event::PointerMoved(pos2(SCREEN.0 / 2.0, 400.0)), wheel(900.0)]);
    }
    let sized = (0..60).map(|nth| {
        window.size.0 = 760.0 + 4.0 * (nth as f32);
        window.paced(Vec::new())
    });
    row("a frame of resizing the window on 10 MB", &percentiles(sized.collect()), "16 ms");
    window.size = SCREEN;
    window.paced(Vec::new());
    let zoomed = (0..20).map(|nth| {
        let which = if nth % 6 < 3 { egui::Key::Plus } else { egui::Key::Minus };
        let key = |pressed| Event::Key {
            key: which,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::COMMAND,
        };
        window.paced(vec![key(true), key(false)])
    });
    row("a frame of another text size on 10 MB", &percentiles(zoomed.collect()), "16 ms");
}
