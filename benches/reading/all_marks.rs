//! The table of all marks of a folder in a window of 1920 by 1080 without a screen: frames while it is
//! scrolled, sorted and filtered over 600,000 rows.

use super::{row, spread, texts, words};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;
use postil::anchor::describe;
use postil::disk::{Directories, Disk};
use postil::document::{Document, DocumentId, Timestamp};
use postil::gui::App;
use postil::layer::{
    Annotation, AnnotationId, Annotator, AnnotatorId, Change, Layer, LayerId, TagId, Transaction,
};
use postil::sidecar::{FORMAT, Header, LayerFile, layer_file_name};
use postil::text::TextRange;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// How many articles there are, and how many marks each has.
const N_ARTICLES: usize = 1_000;
const N_MARKS: usize = 600;
/// How many frames are measured.
const FRAMES: usize = 240;

pub(crate) fn rows() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let folder = place.path().join("desk");
    fs::create_dir(&folder).expect("made");
    eprintln!("table: laying down {N_ARTICLES} articles with {N_MARKS} marks each …");
    (0..N_ARTICLES).for_each(|nth| lay(&folder, nth, N_MARKS));
    eprintln!("table: reading them …");
    let mut window = window(place.path(), &folder, N_ARTICLES * N_MARKS);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    settle(&mut window);
    let n_rows = N_ARTICLES * N_MARKS;
    let frames = scrolled(&mut window);
    row(&format!("a scrolled frame of the table of {n_rows} marks"), &percentiles(&frames), "4 ms");
    let jumps = (0..20).map(|nth| press(&mut window, Modifiers::NONE, [Key::End, Key::Home][nth % 2]));
    row("… a frame that goes to its end or its beginning", &spread(jumps.collect()), "");
    let typed = typed(&mut window);
    row("… a frame while words are typed into its filter", &spread(typed), "16 ms");
}

/// An article with the marks of one person.
pub(crate) fn lay(folder: &Path, nth: usize, n_marks: usize) {
    let text = format!("Report {nth}.\n\n{}", texts::article(6_000));
    let document = Document::plain(&text);
    let tags = ["claim", "denial", "casualty-report", "opinion"];
    let marks = (0..n_marks).map(|mark| {
        let start = (document.text().len() - 80) * mark / n_marks;
        let passage = document.snap(TextRange::from_usize(start..start + 20 + mark % 9 * 6));
        (passage, tags[mark % tags.len()])
    });
    lay_marked(folder, (nth, "txt", &text), &document, marks, |_| {});
}

/// Lays an article down with the marks of one person; `more` adds to each what it carries.
pub(super) fn lay_marked(
    folder: &Path,
    (nth, ending, text): (usize, &str, &str),
    document: &Document,
    marks: impl Iterator<Item = (TextRange, &'static str)>,
    more: impl Fn(&mut Annotation),
) {
    let name = format!("article-{nth}.{ending}");
    fs::write(folder.join(&name), text).expect("written");
    let (id, time) = (DocumentId::mint(document.digest()), Timestamp::from_seconds(0));
    let annotator = Annotator { id: AnnotatorId(Uuid::from_u128(7 << 96)), name: "Ben".to_owned() };
    let layer_id = LayerId(Uuid::from_u128(9 << 96 | nth as u128));
    let mut layer = Layer::new(layer_id, annotator, id, time);
    let marks = marks.enumerate().map(|(mark, (passage, tag))| {
        let spread = (((nth << 32) + mark) as u128).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let mark_id = AnnotationId(uuid::Builder::from_random_bytes(spread.to_be_bytes()).into_uuid());
        let mut annotation = Annotation::new(mark_id, time, describe(document, id, &[passage], time));
        annotation.tags.push(TagId::new(tag));
        more(&mut annotation);
        Change::put(annotation)
    });
    layer.apply(&Transaction::new(marks.collect::<Vec<_>>())).expect("marks");
    let header = Header {
        layer: layer.id,
        annotator: layer.annotator.clone(),
        created: layer.created,
        document: layer.document,
        title: document.title().to_owned(),
        file: name.clone(),
        digest: Some(document.digest()),
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    };
    let bytes = LayerFile::new(header).write(&layer, layer.created);
    fs::write(folder.join(layer_file_name(&name, &layer.annotator)), bytes).expect("written");
}

/// A window that opens these.
pub(crate) fn begin(place: &Path, paths: Vec<PathBuf>) -> Harness<'static, App> {
    let host = Disk::with(Directories::below(place.join("home")));
    let builder = Harness::builder().with_size(vec2(1920.0, 1080.0)).with_step_dt(1.0 / 60.0);
    builder.build_eframe(|cc| {
        let mut app = App::new(Box::new(host));
        app.start(paths, None);
        app.set_up(&cc.egui_ctx);
        app
    })
}

/// The window on the folder, when all of its so many marks are read.
pub(super) fn window(place: &Path, folder: &Path, n_marks: usize) -> Harness<'static, App> {
    let mut harness = begin(place, vec![folder.to_owned()]);
    let began = Instant::now();
    let n_rows = |harness: &Harness<'_, App>| {
        harness.state().workspace().library().map_or(0, |library| library.rows().count())
    };
    while n_rows(&harness) < n_marks {
        assert!(began.elapsed() < Duration::from_secs(600), "{} rows", n_rows(&harness));
        harness.step();
        std::thread::sleep(Duration::from_millis(50));
    }
    settle(&mut harness);
    harness
}

/// Frames until what works off the frame has done with it.
pub(super) fn settle(harness: &mut Harness<'_, App>) {
    for _ in 0..300 {
        harness.step();
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A frame, with its triangles; in time of this thread, so that what else the machine does is not counted.
pub(super) fn frame(harness: &mut Harness<'_, App>) -> Duration {
    let began = cpu_time::ThreadTime::now();
    harness.step();
    let shapes = harness.output().shapes.clone();
    let triangles = harness.ctx.tessellate(shapes, 1.0);
    let took = began.elapsed();
    drop(triangles);
    took
}

/// One frame in which a key goes down.
pub(super) fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, which: Key) -> Duration {
    let event = |pressed| Event::Key { key: which, physical_key: None, pressed, repeat: false, modifiers };
    harness.input_mut().events.extend([Event::ModifiersChanged(modifiers), event(true)]);
    let time = frame(harness);
    harness.input_mut().events.extend([event(false), Event::ModifiersChanged(Modifiers::NONE)]);
    harness.step();
    time
}

/// Frames while the wheel goes down, sorted.
pub(super) fn scrolled(harness: &mut Harness<'_, App>) -> Vec<Duration> {
    harness.event(Event::PointerMoved(egui::pos2(900.0, 600.0)));
    harness.run_steps(5);
    let mut frames: Vec<Duration> = (0..FRAMES)
        .map(|_| {
            harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, -90.0),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            });
            frame(harness)
        })
        .collect();
    frames.sort();
    frames
}

/// Frames while letters are typed into the filter, and a few behind each.
fn typed(harness: &mut Harness<'_, App>) -> Vec<Duration> {
    press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    let mut frames = Vec::new();
    for letter in ["h", "o", "s", "p", "i", "t", "a", "l"] {
        harness.event(Event::Text(letter.to_owned()));
        for _ in 0..20 {
            frames.push(frame(harness));
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    frames
}

pub(super) fn percentiles(sorted: &[Duration]) -> String {
    let at = |percent: usize| words(sorted[sorted.len() * percent / 100]);
    format!("{} ({} at the 99th percentile)", at(50), at(99))
}
