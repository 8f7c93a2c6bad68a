//! The real program in a real window: an X server without a monitor, a window manager, and a pointer
//! and keys that come through X. The accessibility tree says what is shown, and where.
//!
//! `cargo test --test real_window -- --ignored` needs Xvfb, openbox, xdotool and Mesa's software GL.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "a test lays files on a desk and starts programs")]

#[path = "real_window/analysis.rs"]
mod analysis;
#[path = "real_window/class.rs"]
mod class;
#[path = "real_window/marking.rs"]
mod marking;
#[path = "real_window/screen.rs"]
mod screen;
#[path = "real_window/tree.rs"]
mod tree;
#[path = "real_window/wait.rs"]
mod wait;
#[path = "real_window/window.rs"]
mod window;

use egui::accesskit::Role;
use screen::Screen;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use wait::until;
use window::Window;

/// How long an idle window is watched.
const SECONDS: Duration = Duration::from_secs(3);

/// A screen, a folder with one article, and a home for the program.
struct Desk {
    screen: Screen,
    folder: TempDir,
    article: PathBuf,
}

impl Desk {
    fn with(article: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let name = article.file_name().expect("a name");
        let copy = folder.path().join("articles").join(name);
        fs::create_dir_all(copy.parent().expect("a folder")).expect("made");
        fs::copy(article, &copy).expect("the article");
        Self { screen: Screen::new(), folder, article: copy }
    }

    fn with_sample(name: &str) -> Self {
        Self::with(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_docs").join(name))
    }

    fn with_text(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let article = folder.path().join("article.txt");
        fs::write(&article, text).expect("written");
        Self::with(&article)
    }

    /// Ana has marked here before.
    fn of_ana(self) -> Self {
        let config = self.home().join("config");
        fs::create_dir_all(&config).expect("made");
        let person = "name = \"Ana\"\nid = \"1a7e0000-0000-4000-8000-000000000001\"\n";
        fs::write(config.join("annotator.toml"), person).expect("written");
        self
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    fn open(&self) -> Window<'_> {
        Window::open(&self.screen, &self.home(), &self.article)
    }

    /// Tag, quote and note of every mark in the layer files beside the article.
    fn marks(&self) -> Vec<(String, String, String)> {
        let beside = self.article.parent().expect("a folder").read_dir().expect("listed");
        let paths = beside.map(|entry| entry.expect("an entry").path());
        let layers = paths.filter(|path| path.to_string_lossy().ends_with(".postil.jsonl"));
        layers.flat_map(|layer| marks_of(&fs::read_to_string(layer).expect("a layer"))).collect()
    }
}

fn marks_of(layer: &str) -> Vec<(String, String, String)> {
    let lines = layer.lines().skip(1).map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let marks = lines.filter(|line| line.get("target").is_some());
    marks.map(|mark| (body(&mark, "tagging"), quote(&mark), body(&mark, "commenting"))).collect()
}

fn body(mark: &Value, purpose: &str) -> String {
    let bodies = mark["body"].as_array().cloned().unwrap_or_else(|| vec![mark["body"].clone()]);
    let found = bodies.iter().find(|body| body["purpose"] == purpose);
    found.and_then(|body| body["value"].as_str()).unwrap_or_default().to_owned()
}

fn quote(mark: &Value) -> String {
    let selectors = mark["target"]["selector"].as_array().cloned().unwrap_or_default();
    let found = selectors.iter().find(|selector| selector["type"] == "TextQuoteSelector");
    found.and_then(|selector| selector["exact"].as_str()).unwrap_or_default().to_owned()
}

fn mark(tag: &str, quote: &str, note: &str) -> (String, String, String) {
    (tag.to_owned(), quote.to_owned(), note.to_owned())
}

#[expect(clippy::print_stdout, reason = "what was skipped is said")]
/// The article that the program was made for, where it lies beside the repository; else a sample.
fn long_article() -> (PathBuf, &'static str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let raqqa = root.join("../shared/articles/raqqa.txt");
    if raqqa.is_file() {
        return (raqqa, "denies the existence of any agreement");
    }
    println!("skipped: {} is not here, so a sample stands in for it", raqqa.display());
    (root.join("sample_docs/raqqa-retold.md"), "denied that any such agreement exists")
}

#[test]
#[ignore = "needs a screen of its own"]
fn a_denial_is_marked_by_pointer_and_key_and_is_there_tomorrow() {
    let (article, words) = long_article();
    let desk = Desk::with(&article);
    let mut window = desk.open();

    window.drag_over(words);
    window.keys(&["2"]);
    window.see("the question for a name", |tree| tree.button("Start marking"));
    window.write("Ana");
    window.keys(&["Return"]);
    let label = format!("Denial: {words}");
    window.see(&label, |tree| tree.named(Role::Mark, &label));

    assert_eq!(window.quit().code(), Some(0));
    assert_eq!(desk.marks(), [mark("denial", words, "")]);

    let mut again = desk.open();
    again.click(&label);
    again.see(&label, |tree| tree.named(Role::Mark, &label));
    assert_eq!(again.quit().code(), Some(0));
    assert_eq!(desk.marks(), [mark("denial", words, "")]);
}

#[test]
#[ignore = "needs a screen of its own"]
fn the_keyboard_alone_is_enough() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();

    window.keys(&["ctrl+Home", "ctrl+Right", "ctrl+shift+Right", "ctrl+shift+Right", "1"]);
    let label = window.see("the claim", |tree| tree.named(Role::Mark, "Claim: "));
    let words = label.trim_start_matches("Claim: ").to_owned();
    window.keys(&["Return"]);
    window.see("the note's field", |tree| tree.named(Role::MultilineTextInput, "Note"));
    window.write("see page 4");
    window.see("the note", |tree| tree.note(&label).filter(|note| note == "see page 4"));
    window.keys(&["Return", "ctrl+z"]);
    window.see("the mark without the note", |tree| tree.note(&label).is_none().then_some(()));
    window.keys(&["ctrl+z"]);
    window.see("no mark", |tree| tree.names(Role::Mark, "").is_empty().then_some(()));
    window.keys(&["ctrl+shift+z", "ctrl+shift+z"]);
    window.see("the note again", |tree| tree.note(&label));

    assert_eq!(window.quit().code(), Some(0));
    assert_eq!(desk.marks(), [mark("claim", &words, "see page 4")]);
}

#[test]
#[ignore = "needs a screen of its own"]
fn the_pointer_alone_is_enough() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();

    window.drag_over("The army denied");
    window.click("Denial");
    window.see("the denial", |tree| tree.named(Role::Mark, "Denial: The army denied"));
    until("the saved mark", || (desk.marks() == [mark("denial", "The army denied", "")]).then_some(()));
    window.click("File");
    window.click("Quit");

    assert_eq!(window.ended().code(), Some(0));
}

#[test]
#[ignore = "needs a screen of its own"]
fn what_was_marked_before_a_kill_is_there_at_the_next_start() {
    let desk = Desk::with_sample("market.txt").of_ana();
    // Where the layer would lie is a folder: nothing can be saved, and the log has it all.
    let layer = desk.article.with_file_name("market.txt.ana-1a7e.postil.jsonl");
    fs::create_dir(&layer).expect("a folder");
    let mut window = desk.open();
    window.drag_over("The army denied");
    window.keys(&["2"]);
    window.see("that it is kept", |tree| tree.to_text().contains("Kept, not saved").then_some(()));
    // Dropped without a word, it is killed.
    drop(window);
    fs::remove_dir(&layer).expect("removed");

    let mut again = desk.open();
    let words = "Recovered 1 change to market.txt";
    again.see("what was recovered", |tree| tree.to_text().contains(words).then_some(()));
    again.see("the denial", |tree| tree.named(Role::Mark, "Denial: The army denied"));
    assert_eq!(again.quit().code(), Some(0));
    assert_eq!(desk.marks(), [mark("denial", "The army denied", "")]);
}

#[test]
#[ignore = "needs a screen of its own"]
fn an_idle_window_does_nothing() {
    let desk = Desk::with_sample("market.txt").of_ana();
    let mut window = desk.open();
    // Fonts are looked for and first notices go; then nothing is drawn but for those who look.
    until("the window to settle", || (window.frames_in(SECONDS) == 0).then_some(()));

    let ticks = window.ticks_in(SECONDS);
    let frames = window.frames_in(SECONDS);
    println!("idle: {ticks} ticks and {frames} frames in {} s each", SECONDS.as_secs());
    assert!(ticks <= 1 && frames == 0, "{ticks} ticks, {frames} frames");
}

#[test]
#[ignore = "needs a screen of its own"]
fn fifty_megabytes_are_searched_gone_through_and_marked_at_their_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = folder.path().join("long.txt");
    let paragraph = "The army denied on Monday that its forces had shelled the town, and doctors said that \
                     more than thirty people were killed. Residents spoke of many others who were injured.\n\n";
    let mut text = paragraph.repeat(50_000_000 / paragraph.len());
    text.push_str("At the very end a spokesman denied everything.\n");
    fs::write(&long, &text).expect("room for a long article");
    let desk = Desk::with(&long).of_ana();
    let mut window = desk.open();

    window.keys(&["ctrl+End"]);
    window.see("the last sentence", |tree| tree.passage("denied everything"));
    window.drag_over("denied everything");
    window.keys(&["2"]);
    window.see("the denial", |tree| tree.named(Role::Mark, "Denial: denied everything"));
    window.keys(&["ctrl+Home", "ctrl+f"]);
    window.write("a spokesman");
    window.see("the only hit, far below", |tree| tree.passage("a spokesman"));
    window.keys(&["Escape"]);

    assert_eq!(window.quit().code(), Some(0));
    assert_eq!(desk.marks(), [mark("denial", "denied everything", "")]);
    assert!(fs::read(&desk.article).expect("the article") == text.as_bytes(), "the article is as it was");
}
