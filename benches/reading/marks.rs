//! Marks in any number, in a window of 1920 by 1080 without a screen: 300 in view, nested eight deep, by
//! four people or six, in a document with as many as lie near the view or with a hundred thousand.

use super::{row, spread, texts, words};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Role, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use postil::anchor::describe;
use postil::disk::{Directories, Disk};
use postil::document::import::{Options, import};
use postil::document::{Document, DocumentId, Timestamp};
use postil::gui::App;
use postil::host::{MemoryHost, Storage};
use postil::layer::{
    Annotation, AnnotationId, Annotator, AnnotatorId, Change, Layer, LayerId, TagId, Transaction,
};
use postil::session::Session;
use postil::sidecar::{FORMAT, Header, LayerFile, layer_file_name};
use postil::text::TextRange;
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

const ARTICLE: &str = "/desk/article.txt";
/// How many marks begin in the first screen.
const IN_VIEW: usize = 300;
const MANY: usize = 100_000;
const N_PEOPLE: usize = 4;
/// As many as have lanes of their own beside the text.
const MOST_PEOPLE: usize = 6;
/// How many frames are measured.
const FRAMES: usize = 400;
/// The bytes of a first screen.
const SCREEN: usize = 1_900;
/// How many marks the smaller document has: those in view, and below them as many on a page as the
/// larger has, for twenty pages. What a frame draws and publishes is the same in both.
const FEW: usize = IN_VIEW + 8 * 100;

pub(crate) fn rows() {
    let bytes = texts::article(5_000_000).into_bytes();
    let document = import(&bytes, "article.txt", &Options::default()).expect("a text").value;
    let folder = tempfile::tempdir().expect("a folder");
    let bare = scrolled(&mut window(&lay(&folder, "bare", &desk(&document, &bytes, N_PEOPLE, 0))));
    let few = scrolled(&mut window(&lay(&folder, "few", &desk(&document, &bytes, N_PEOPLE, FEW))));
    let six = desk(&document, &bytes, MOST_PEOPLE, FEW);
    let six = scrolled(&mut window(&lay(&folder, "six", &six)));
    row("a scrolled frame at 1920 × 1080 without marks", &percentiles(bare), "");
    let median = few[few.len() / 2];
    row("… with 300 marks in view", &percentiles(few), "4 ms, 8 ms");
    row("… with 300 marks in view and six people's stripes", &percentiles(six), "4 ms, 8 ms");
    eprintln!("marks: making {MANY} of them, and opening them …");
    // On a thread, as the program has it: what is left in the memory of this one is what it leaves there.
    let (many, size, opened) = std::thread::scope(|scope| {
        let work = scope.spawn(|| {
            let many = desk(&document, &bytes, N_PEOPLE, MANY);
            let size: usize = many.files.values().map(Vec::len).sum::<usize>() - bytes.len();
            let path = Path::new(ARTICLE);
            let open = || Session::open(path, &Options::default(), many.annotator.clone(), &many);
            let began = cpu_time::ThreadTime::now();
            drop(open());
            (lay(&folder, "many", &many), size, began.elapsed())
        });
        work.join().expect("no panic")
    });
    let what = format!("opening an article with 100,000 marks in {} MB of layers", size / 1_000_000);
    row(&what, &words(opened), "");
    let mut window = window(&many);
    let frames = scrolled(&mut window);
    let ratio = frames[frames.len() / 2].as_secs_f64() / median.as_secs_f64();
    row("… with 300 marks in view of 100,000", &format!("{}, × {ratio:.2}", percentiles(frames)), "× 1.3");
    row("tagging one more among 100,000", &spread(tags(&mut window)), "16 ms");
    let (frames, n) = filtered(&mut window);
    row("a frame while words are typed into the filter over 100,000", &spread(frames), "");
    row("… until the list is whole after the first letter", &format!("{n} frames"), "");
}

/// Lays a desk's files into a folder of their own; the article's path.
fn lay(folder: &tempfile::TempDir, name: &str, desk: &MemoryHost) -> PathBuf {
    let folder = folder.path().join(name);
    std::fs::create_dir(&folder).expect("a folder");
    for (path, bytes) in &desk.files {
        std::fs::write(folder.join(path.file_name().expect("a name")), bytes).expect("room for a file");
    }
    let mut disk = Disk::with(Directories::below(folder.join("home")));
    disk.set_annotator(desk.annotator.as_ref().expect("somebody")).expect("room for a name");
    folder.join("article.txt")
}

/// An article and the layers of some people with `n` marks, of which the first 300 are in view.
fn desk(document: &Document, bytes: &[u8], n_people: usize, n: usize) -> MemoryHost {
    let mut host = MemoryHost::with(ARTICLE, bytes);
    let me = host.annotator.clone().expect("somebody");
    let (id, time) = (DocumentId::mint(document.digest()), Timestamp::from_seconds(0));
    let tags = ["claim", "denial", "casualty-report", "opinion"];
    for person in 0..n_people {
        let annotator = match person {
            0 => me.clone(),
            nth => Annotator {
                id: AnnotatorId(Uuid::from_u128(7 << 96 | nth as u128)),
                name: format!("Person {nth}"),
            },
        };
        let layer_id = LayerId(Uuid::from_u128(9 << 96 | person as u128));
        let mut layer = Layer::new(layer_id, annotator, id, time);
        let marks = (person..n).step_by(n_people).map(|nth| {
            let target = describe(document, id, &[place(document, nth)], time);
            let spread = (nth as u128).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
            let mark_id = AnnotationId(uuid::Builder::from_random_bytes(spread.to_be_bytes()).into_uuid());
            let mut annotation = Annotation::new(mark_id, time, target);
            annotation.tags.push(TagId::new(tags[nth / 3 % tags.len()]));
            Change::put(annotation)
        });
        layer.apply(&Transaction::new(marks.collect::<Vec<_>>())).expect("marks");
        if !layer.is_empty() {
            lay_down(&mut host, document, &layer);
        }
    }
    host
}

/// Eight nested in each other, then the next eight.
fn place(document: &Document, nth: usize) -> TextRange {
    let (group, depth) = (nth / 8, nth % 8);
    let length = document.text().len();
    let start = if nth < IN_VIEW {
        group * SCREEN / (IN_VIEW / 8 + 1)
    } else {
        2 * SCREEN + (length - 3 * SCREEN) / (MANY / 8) * group
    };
    let from = (start + 3 * depth).min(length - 60);
    document.snap(TextRange::from_usize(from..(from + 60 - 6 * depth)))
}

fn lay_down(host: &mut MemoryHost, document: &Document, layer: &Layer) {
    let header = Header {
        layer: layer.id,
        annotator: layer.annotator.clone(),
        created: layer.created,
        document: layer.document,
        title: String::new(),
        file: "article.txt".to_owned(),
        digest: Some(document.digest()),
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    };
    let bytes = LayerFile::new(header).write(layer, layer.created);
    let name = layer_file_name("article.txt", &layer.annotator);
    host.files.insert(Path::new(ARTICLE).with_file_name(name), bytes);
}

fn window(article: &Path) -> Harness<'static, App> {
    let host = Disk::with(Directories::below(article.with_file_name("home")));
    let article = article.to_owned();
    let builder = Harness::builder().with_size(vec2(1920.0, 1080.0)).with_step_dt(1.0 / 60.0);
    let mut harness = builder.build_eframe(|cc| {
        let mut app = App::new(Box::new(host));
        app.start(vec![article], None);
        app.set_up(&cc.egui_ctx);
        app
    });
    for _ in 0..3000 {
        harness.step();
        if harness.state().workspace().active().is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(harness.state().workspace().active().is_some(), "the article was opened");
    // The machine's fonts are looked through, and what lies ahead is set.
    for _ in 0..150 {
        harness.step();
        std::thread::sleep(Duration::from_millis(10));
    }
    let n_marks = harness.state().workspace().active().map_or(0, |session| session.order().marks().len());
    let n_published = harness.query_all_by_role(Role::Mark).count();
    eprintln!("marks: {n_published} of {n_marks} are published");
    assert!(n_marks == 0 || IN_VIEW == n_published, "the 300 are in view");
    harness
}

/// A frame, with its triangles; in time of this thread, so that what else the machine does is not counted.
fn frame(harness: &mut Harness<'_, App>) -> Duration {
    let began = cpu_time::ThreadTime::now();
    harness.step();
    let shapes = harness.output().shapes.clone();
    let triangles = harness.ctx.tessellate(shapes, 1.0);
    let took = began.elapsed();
    drop(triangles);
    took
}

/// Frames while the wheel goes down and up, sorted.
fn scrolled(harness: &mut Harness<'_, App>) -> Vec<Duration> {
    harness.event(Event::PointerMoved(egui::pos2(500.0, 500.0)));
    harness.run_steps(5);
    let mut frames: Vec<Duration> = (0..FRAMES)
        .map(|nth| {
            let delta = vec2(0.0, if nth / 12 % 2 == 0 { -9.0 } else { 9.0 });
            harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta,
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

fn percentiles(sorted: Vec<Duration>) -> String {
    format!(
        "{} ({} at the 99th percentile)",
        words(sorted[sorted.len() / 2]),
        words(sorted[sorted.len() * 99 / 100])
    )
}

/// One frame in which a key goes down.
fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, which: Key) -> Duration {
    let event = |pressed| Event::Key { key: which, physical_key: None, pressed, repeat: false, modifiers };
    harness.input_mut().events.extend([Event::ModifiersChanged(modifiers), event(true)]);
    let time = frame(harness);
    harness.input_mut().events.extend([event(false), Event::ModifiersChanged(Modifiers::NONE)]);
    harness.step();
    time
}

fn tags(harness: &mut Harness<'_, App>) -> Vec<Duration> {
    press(harness, Modifiers::COMMAND, Key::Home);
    let tag = |harness: &mut Harness<'_, App>| {
        press(harness, Modifiers::NONE, Key::ArrowRight);
        press(harness, Modifiers::COMMAND, Key::ArrowRight);
        for _ in 0..3 {
            press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
        }
        press(harness, Modifiers::NONE, Key::Num2)
    };
    (0..20).map(|_| tag(harness)).collect()
}

/// Frames while words are typed into the filter, and how many the list takes after the first letter.
fn filtered(harness: &mut Harness<'_, App>) -> (Vec<Duration>, usize) {
    press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    harness.event(Event::Text("r".to_owned()));
    let mut frames = Vec::new();
    let mut n = 0;
    loop {
        frames.push(frame(harness));
        n += 1;
        let delay = harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        if delay != Duration::ZERO || 200 < n {
            break;
        }
    }
    for letter in ["o", "a", "d", " ", "t"] {
        harness.event(Event::Text(letter.to_owned()));
        frames.push(frame(harness));
    }
    (frames, n)
}
