//! The window without a screen: what the program computes for a frame, with the accessibility tree and
//! the triangles that are handed to the graphics driver.

use super::{WINDOW, texts, timed};
use egui::{Event, Key, Modifiers, Role, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use postil::gui::App;
use postil::host::MemoryHost;
use std::path::PathBuf;
use std::time::Duration;

/// How often words are tagged.
const TIMES: usize = 40;

pub(crate) struct Measured {
    pub(crate) tags: Vec<Duration>,
    pub(crate) frames: Vec<Duration>,
    /// A letter in the field of a figure, with the reading that follows it.
    pub(crate) letters: Vec<Duration>,
    pub(crate) is_idle: bool,
}

pub(crate) fn measure() -> Measured {
    let path = "/desk/article.txt";
    let host = MemoryHost::with(path, texts::article(7_000).as_bytes());
    let builder = Harness::builder().with_size(egui::vec2(WINDOW.0, WINDOW.1)).with_step_dt(1.0 / 60.0);
    let mut harness = builder.build_eframe(|cc| {
        let mut app = App::new(Box::new(host));
        app.start(vec![PathBuf::from(path)], None);
        app.set_up(&cc.egui_ctx);
        app
    });
    harness.run_steps(10);
    press(&mut harness, Modifiers::COMMAND, Key::Home);
    let frames = (0..TIMES).map(|_| frame(&mut harness)).collect();
    let tags = (0..TIMES).map(|nth| tag_three_words(&mut harness, nth)).collect();
    let n_marks = harness.get_all_by_role(Role::Mark).count();
    assert_eq!(n_marks, TIMES, "every press of the key made a mark");
    let letters = letters_of_a_figure(&mut harness);
    Measured { tags, frames, letters, is_idle: is_idle_soon(&mut harness) }
}

/// Types a figure into a casualty report, letter by letter.
fn letters_of_a_figure(harness: &mut Harness<'_, App>) -> Vec<Duration> {
    const CASUALTY_REPORT: usize = 2;
    tag_three_words(harness, CASUALTY_REPORT);
    press(harness, Modifiers::NONE, Key::F);
    harness.run_steps(3);
    let letter = |letter: char| {
        harness.event(Event::Text(letter.to_string()));
        frame(harness)
    };
    let letters = "between 30 and 40 civilians were killed".chars().map(letter).collect();
    press(harness, Modifiers::NONE, Key::Enter);
    letters
}

/// A frame, with its triangles.
fn frame(harness: &mut Harness<'_, App>) -> Duration {
    let whole = timed(|| {
        harness.step();
        let shapes = harness.output().shapes.clone();
        harness.ctx.tessellate(shapes, 1.0)
    });
    whole.0
}

fn key(modifiers: Modifiers, key: Key, pressed: bool) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}

fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, which: Key) {
    harness.event_modifiers(key(modifiers, which, true), modifiers);
    harness.event_modifiers(key(modifiers, which, false), modifiers);
    harness.step();
}

fn tag_three_words(harness: &mut Harness<'_, App>, nth: usize) -> Duration {
    press(harness, Modifiers::NONE, Key::ArrowRight);
    press(harness, Modifiers::COMMAND, Key::ArrowRight);
    for _ in 0..3 {
        press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    }
    let tag = [Key::Num1, Key::Num2, Key::Num3, Key::Num4][nth % 4];
    harness.event(key(Modifiers::NONE, tag, true));
    let time = frame(harness);
    harness.event(key(Modifiers::NONE, tag, false));
    harness.step();
    time
}

/// Whether the window stops asking for frames, once notices have gone and marks are saved.
fn is_idle_soon(harness: &mut Harness<'_, App>) -> bool {
    harness.run_steps(20 * 60);
    harness.output().viewport_output[&ViewportId::ROOT].repaint_delay == Duration::MAX
}
