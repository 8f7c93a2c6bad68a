//! Pictures of the whole window on the samples, for what only an eye can judge: overlapping marks in
//! every theme, right-to-left lines, the chosen mark, the dialogs. `UPDATE_SNAPSHOTS=true` renews them.
#![expect(clippy::disallowed_methods, reason = "the samples are read from the disk")]

#[expect(dead_code, reason = "pictures are looked at, not shown as marked text")]
#[path = "support/article.rs"]
mod article;
mod support;

use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotOptions};
use postil::document::import::Options;
use postil::gui::App;
use postil::host::{MemoryHost, Storage};
use postil::session::Session;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use support::cpu_renderer::CpuRenderer;

/// The samples, as they lie in the repository.
fn samples() -> MemoryHost {
    let mut host = MemoryHost::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_docs");
    for below in [folder.clone(), folder.join("harbour-fire_files")] {
        for entry in fs::read_dir(&below).expect("the samples") {
            let path = entry.expect("a sample").path();
            if path.is_file() {
                let name = path.strip_prefix(&folder).expect("a sample");
                host.files.insert(Path::new("/samples").join(name), fs::read(&path).expect("a sample"));
            }
        }
    }
    article::lay_down(DEEP, "/samples/deep.txt", &mut host).expect("marked text");
    host.files.insert(PathBuf::from("/samples/counts.md"), COUNTS.as_bytes().to_vec());
    host
}

/// What no sample has: a table wider than the page, notes, characters that could mislead.
const COUNTS: &str = "# Counts\n\nThe ministry \u{202e}denied\u{202c} the first count[^a] and called it an inven\u{ad}tion, while the hospital kept to its own, which it had published at noon, and pay\u{200b}pal did not answer when it was asked about the donations that had been announced for the victims.\n\n| Place | First count of the ministry | Second count of the ministry | Count of the hospital | Count of the dockers' union | Remarks |\n|---|---|---|---|---|---|\n| Orlesund | 14 | 16 | 1,204 | 20 | disputed |\n| Ravnhavn | 9 | 9 | 12 | – | unconfirmed by anybody |\n\n![A drawing](drawing.svg)\n\n[^a]: Published on Tuesday evening.\n";

/// Eight marks in each other, in both directions of reading, and marks of another person across them.
const DEEP: &str = "\
[claim#a1:The ministry [denial#a2:said on Monday [opinion#a3:that it was [casualty-report#a4:outraged by [claim#a5:reports of [denial#a6:dozens of [casualty-report#a7:dead [opinion#a8:and wounded]]]]]]]], while the hospital kept to its own count and named [casualty-report#a9:eight people] who had died in the old market.

[claim#b1:אמר [denial#b2:דובר הצבא [opinion#b3:כי [casualty-report#b4:אין [claim#b5:לו [denial#b6:ידיעה [casualty-report#b7:על [opinion#b8:הרוגים]]]]]]]] בשוק הישן.
//- layer Ben
The ministry said [claim#d1:on Monday that it was outraged by reports of dozens of dead and wounded, while the hospital kept] to its own count and named eight people who had died in the old market.

אמר דובר הצבא כי אין לו ידיעה על הרוגים בשוק הישן.";

#[test]
fn marks_eight_deep_have_lanes_of_their_own_and_those_without_room_are_counted() {
    check("window_deep", "", "deep.txt", (1000.0, 420.0), 1.5, &[NEXT_MARK; 8]);
}

#[test]
fn the_same_where_lines_stand_close() {
    check("window_deep_narrow", "text_size = 14.0\nline_height = 1.2", "deep.txt", (640.0, 420.0), 1.5, &[]);
}

/// One picture: settings as stored, an article, a size, a scale, and what is done before it is taken.
fn check(name: &str, settings: &str, article: &str, size: (f32, f32), scale: f32, keys: &[(Modifiers, Key)]) {
    let mut host = samples();
    host.annotator = None;
    check_on(host, name, settings, article, (size, scale), keys);
}

/// The same with another disk.
fn check_on(
    host: MemoryHost,
    name: &str,
    settings: &str,
    article: &str,
    size: ((f32, f32), f32),
    keys: &[(Modifiers, Key)],
) {
    check_when("", host, name, settings, article, size, keys);
}

/// The same once the window says these words: what is found off the frame takes its time.
fn check_when(
    words: &str,
    mut host: MemoryHost,
    name: &str,
    settings: &str,
    article: &str,
    (size, scale): ((f32, f32), f32),
    keys: &[(Modifiers, Key)],
) {
    host.stored.insert("settings.toml".to_owned(), settings.to_owned());
    let path = PathBuf::from("/samples").join(article);
    let mut harness = Harness::builder()
        .with_size(vec2(size.0, size.1))
        .with_pixels_per_point(scale)
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(60)
        .with_render_cursor(false)
        .renderer(CpuRenderer::default())
        .build_eframe(|cc| {
            let mut app = App::new(Box::new(host));
            app.start(vec![path], None);
            app.set_up(&cc.egui_ctx);
            app
        });
    harness.run();
    for &(modifiers, key) in keys {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
    }
    for _ in 0..1000 {
        if words.is_empty() || harness.query_all_by_label_contains(words).next().is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
        harness.run_steps(2);
    }
    // What was said of the file would go by itself after some seconds.
    harness.run_steps(700);
    let options = SnapshotOptions::new().threshold(0.6).max_failed_pixels(40).output_path("tests/pictures");
    harness.snapshot_options(name, &options);
}

#[test]
fn a_picture_with_its_caption() {
    check("window_picture", "theme = \"dark\"", "harbour-fire.html", (1000.0, 1060.0), 1.0, &[]);
}

#[test]
fn a_wide_table_filled_lines_and_signs() {
    let settings = "justify = true\nshows_signs = true";
    check("window_type", settings, "counts.md", (760.0, 640.0), 1.5, &[]);
}

/// An article that Ana marked before its file was changed.
fn changed_article() -> MemoryHost {
    let mut host = samples();
    let path = Path::new("/samples/raid.txt");
    host.files.insert(path.to_owned(), RAID.as_bytes().to_vec());
    let mut session = Session::open(path, &Options::default(), host.annotator(), &host).expect("an article");
    for line in [
        "select '35 people were killed'",
        "tag casualty-report",
        "select 'the depot was a military target'",
        "tag claim",
        "select 'It is a crime without equal.'",
        "tag opinion",
        "clear",
        "save",
    ] {
        session.perform(&line.parse().expect("an action"), &mut host).expect("done");
    }
    let new = RAID
        .replace("said that 35", "claimed that at least 40")
        .replace("was a military", "had been a legitimate military")
        .replace("It is a crime without equal.\n\n", "")
        .replace(
            "Rain fell on Tuesday.",
            "Rain fell on Wednesday. No road was open, قال المتحدث, and 1,200 fled.",
        );
    host.files.insert(path.to_owned(), new.into_bytes());
    host
}

const RAID: &str = "The raid on the depot\n\nThe monitor said that 35 people were killed when the depot burned, most of them dockers who had slept there since the harbour was closed.\n\nThe army denied it and said that the depot was a military target.\n\nIt is a crime without equal.\n\nThe mayor did not answer.\n\nThe harbour stays closed until further notice.\n\nThe union met in the evening.\n\nRain fell on Tuesday.\n";

const CHANGES: (Modifiers, Key) = (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
const REVIEW: (Modifiers, Key) = (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::E);

#[test]
fn what_changed_by_day() {
    check_on(changed_article(), "window_changes", "", "raid.txt", ((1180.0, 720.0), 1.0), &[CHANGES]);
}

#[test]
fn what_changed_by_night_and_narrow() {
    let size = ((640.0, 720.0), 1.0);
    check_on(changed_article(), "window_changes_dark", "theme = \"dark\"", "raid.txt", size, &[CHANGES]);
}

#[test]
fn what_changed_with_the_most_contrast() {
    let (size, contrast) = (((1180.0, 720.0), 1.0), "theme = \"contrast\"");
    check_on(changed_article(), "window_changes_contrast", contrast, "raid.txt", size, &[CHANGES]);
}

#[test]
fn a_mark_whose_words_changed() {
    check_on(changed_article(), "window_review", "", "raid.txt", ((1180.0, 820.0), 1.0), &[REVIEW]);
}

#[test]
fn a_mark_whose_words_are_gone_by_night() {
    let size = ((1180.0, 820.0), 1.0);
    check_on(changed_article(), "window_review_dark", "theme = \"dark\"", "raid.txt", size, &[REVIEW; 3]);
}

const NEXT_MARK: (Modifiers, Key) = (Modifiers::NONE, Key::F8);

#[test]
fn overlapping_marks_of_three_people_by_day() {
    check("window_light", "", "raqqa-retold.md", (1280.0, 800.0), 1.0, &[NEXT_MARK; 6]);
}

#[test]
fn the_same_by_night() {
    check("window_dark", "theme = \"dark\"", "raqqa-retold.md", (1280.0, 800.0), 1.0, &[NEXT_MARK; 6]);
}

#[test]
fn the_same_on_old_paper() {
    check("window_sepia", "theme = \"sepia\"", "raqqa-retold.md", (1280.0, 800.0), 1.0, &[]);
}

#[test]
fn the_same_with_the_most_contrast() {
    check(
        "window_contrast",
        "theme = \"contrast\"",
        "raqqa-retold.md",
        (1280.0, 800.0),
        1.0,
        &[NEXT_MARK; 8],
    );
}

#[test]
fn arabic_with_its_marks_at_scale_1_5() {
    check("window_arabic", "", "fire-ar.html", (900.0, 620.0), 1.5, &[NEXT_MARK]);
}

#[test]
fn hebrew_in_a_narrow_window() {
    check("window_hebrew", "sans = true", "clinic-he.md", (640.0, 700.0), 1.0, &[]);
}

#[test]
fn the_sheet_of_keys() {
    check("window_keys", "", "market.txt", (1000.0, 760.0), 1.0, &[(Modifiers::NONE, Key::F1)]);
}

/// Whole, open, denied and vague figures of three articles on one event.
#[test]
fn the_number_line_of_an_incident() {
    let mut host = samples();
    let of_it = ["harbour-fire.html", "quay-count.md", "quay-names.md"];
    host.files.retain(|path, _| of_it.iter().any(|name| path.to_string_lossy().contains(name)));
    let incidents = (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
    let size = ((1180.0, 1180.0), 1.0);
    check_when("12 figures", host, "window_incidents", "", "quay-count.md", size, &[incidents]);
}

#[test]
fn the_palette() {
    let palette = (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
    check("window_palette", "theme = \"dark\"", "market.txt", (1000.0, 700.0), 1.0, &[palette]);
}
