//! Long documents: what frames leave to another thread, and that nothing moves when it comes.

use std::sync::Arc;

use proptest::prelude::*;

use crate::document::Document;
use crate::page::{Align, BUNDLED, Fonts, Page, PageStyle, Place};
use crate::text::{TextRange, TextSize};

const WORDS: [&str; 6] = [
    "The army denied on Monday that its fire had killed eight people. ",
    "Военные отрицают, что погибли восемь человек. ",
    "قال الأطباء إن ثمانية أشخاص قتلوا في السوق القديم. ",
    "הצבא הכחיש ביום שני כי שמונה בני אדם נהרגו. ",
    "军方周一否认其炮火在旧市场造成八人死亡。",
    "It said so. ",
];

/// Paragraphs of many lengths and scripts.
fn long(n_paragraphs: usize) -> Arc<Document> {
    let paragraph = |i: usize| WORDS[i % WORDS.len()].repeat(1 + i * 7 % 23).trim_end().to_owned();
    Arc::new(Document::plain(&(0..n_paragraphs).map(paragraph).collect::<Vec<_>>().join("\n\n")))
}

fn fonts() -> Fonts {
    Fonts::new(&BUNDLED)
}

fn lay_out(page: &mut Page, fonts: &mut Fonts) {
    page.layout(fonts, &PageStyle::default(), 800.0, 600.0);
}

/// Does what the typesetting thread would.
fn run_wanted(page: &mut Page, fonts: &mut Fonts) -> usize {
    let mut n_taken = 0;
    if let Some(mut job) = page.wanted() {
        while let Some(set) = job.step(fonts) {
            n_taken += usize::from(page.take(set));
        }
    }
    n_taken
}

fn run_estimates(page: &mut Page) -> bool {
    let Some(mut job) = page.unestimated() else { return false };
    loop {
        if let Some(estimates) = job.step() {
            return page.take_estimates(&estimates);
        }
    }
}

#[test]
fn a_frame_sets_what_it_may_and_the_next_ones_the_rest() {
    let mut fonts = fonts();
    let mut page = Page::new(long(400));
    let mut n_frames = 0;
    loop {
        page.allow(600);
        lay_out(&mut page, &mut fonts);
        n_frames += 1;
        if page.missing().next().is_none() {
            break;
        }
        assert!(page.visible().next().is_some(), "the line that the page is at is always there");
    }
    assert!((3..60).contains(&n_frames), "{n_frames}");
}

#[test]
fn without_a_limit_nothing_is_missing() {
    let mut fonts = fonts();
    let mut page = Page::new(long(400));
    for fraction in [0.0, 0.3, 0.9, 1.0] {
        page.set_fraction(&mut fonts, fraction);
        lay_out(&mut page, &mut fonts);
        assert_eq!(page.missing().next(), None);
    }
}

#[test]
fn what_another_thread_sets_is_in_view_with_the_next_frame() {
    let (mut fonts, mut page) = (fonts(), Page::new(long(400)));
    let mut theirs = fonts.for_another_thread();
    page.allow(1);
    lay_out(&mut page, &mut fonts);
    assert!(page.missing().next().is_some());
    assert!(0 < run_wanted(&mut page, &mut theirs));
    assert_eq!(page.missing().next(), None);
    // True heights may leave room for more.
    let n_rounds = (0..20).take_while(|_| 0 < run_wanted(&mut page, &mut theirs)).count();
    assert!(n_rounds < 20 && page.wanted().is_none(), "nothing is asked for twice");
    // The screens below are there before they are looked at.
    for _ in 0..2 {
        page.allow(0);
        page.scroll_by(&mut fonts, 500.0);
        lay_out(&mut page, &mut fonts);
        assert_eq!(page.missing().next(), None);
    }
    page.scroll_by(&mut fonts, -100.0);
    lay_out(&mut page, &mut fonts);
    run_wanted(&mut page, &mut theirs);
    assert_eq!(page.scroll_by(&mut fonts, -300.0), -300.0);
}

#[test]
fn what_was_set_for_another_width_or_document_is_not_taken() {
    let (mut fonts, mut page) = (fonts(), Page::new(long(400)));
    let mut theirs = fonts.for_another_thread();
    lay_out(&mut page, &mut fonts);
    let mut job = page.wanted().unwrap();
    page.layout(&mut fonts, &PageStyle::default(), 500.0, 600.0);
    assert!(!page.take(job.step(&mut theirs).unwrap()));
    let mut other = Page::new(long(40));
    lay_out(&mut other, &mut fonts);
    assert!(!other.take(page.wanted().unwrap().step(&mut theirs).unwrap()));
    assert!(other.unestimated().is_none(), "a short document is guessed in the frame");
}

#[test]
fn guesses_move_nothing_that_is_in_view_and_come_once() {
    let mut fonts = fonts();
    let mut page = Page::new(long(2000));
    page.set_fraction(&mut fonts, 0.4);
    lay_out(&mut page, &mut fonts);
    page.set_fraction(&mut fonts, 0.6);
    lay_out(&mut page, &mut fonts);
    let ys = |page: &Page| page.visible().map(|shown| (shown.portion, shown.y)).collect::<Vec<_>>();
    let before = ys(&page);
    assert!(run_estimates(&mut page));
    assert_eq!(ys(&page), before);
    lay_out(&mut page, &mut fonts);
    assert_eq!(ys(&page), before);
    assert!(page.unestimated().is_none());
}

#[test]
fn a_line_of_five_megabytes_scrolls() {
    let mut fonts = fonts();
    let text = "The army denied that its fire had killed eight people in the old market. ".repeat(70_000);
    let mut page = Page::new(Arc::new(Document::plain(text.trim_end())));
    lay_out(&mut page, &mut fonts);
    assert!(page.visible().all(|shown| shown.set.range().len().to_usize() < 5000));
    assert!(run_estimates(&mut page));
    let lines = f64::from(u32::try_from(text.len() / 76).unwrap()) * 27.0;
    assert!((0.8..1.25).contains(&(page.total_height() / lines)), "{}", page.total_height() / lines);
    assert_eq!(page.scroll_by(&mut fonts, 300.0), 300.0);
    for share in [0.3, 0.999] {
        page.set_fraction(&mut fonts, share);
        lay_out(&mut page, &mut fonts);
        assert!((page.fraction() - share).abs() < 1e-3);
        let view = page.visible_range();
        assert!(view.len().to_usize() < 20_000 && 0 < view.len().to_usize());
    }
    page.set_fraction(&mut fonts, 1.0);
    lay_out(&mut page, &mut fonts);
    assert_eq!(page.visible_range().end().to_usize(), text.trim_end().len());
}

/// Words of several lengths, in an order that repeats late.
fn prose(words: &str, n_bytes: usize) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let (mut text, mut chance, mut n_words) = (String::new(), 7_u32, 0_u32);
    while text.len() < n_bytes {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(words[usize::try_from(chance >> 8).unwrap() % words.len()]);
        n_words += 1;
        text.push_str(if n_words % (40 + chance % 90) == 0 { ".\n\n" } else { " " });
    }
    text
}

/// The scripts of the bundled faces; the others are set in whatever face the machine has.
#[test]
fn guesses_are_near_the_truth() {
    let mut fonts = fonts();
    let scripts = [
        (
            "English",
            "the army denied on Monday that its fire had killed eight people in old market \
            hospital and said a spokesman for ministry who was asked by reporters about it later",
            0.005,
        ),
        (
            "French",
            "l’armée a démenti lundi que ses tirs aient tué huit personnes au marché où des témoins \
            étaient réfugiés près de la frontière après une trêve",
            0.005,
        ),
        (
            "Russian",
            "военные отрицают что погибли восемь человек врачи настаивают на своём счёте в больнице \
            города сообщили о раненых после обстрела рынка",
            0.015,
        ),
        (
            "Greek",
            "ο στρατός αρνήθηκε τη Δευτέρα ότι τα πυρά του σκότωσαν οκτώ ανθρώπους στην παλιά αγορά της \
            πόλης και οι γιατροί επιμένουν",
            0.01,
        ),
        (
            "Hebrew",
            "הצבא הכחיש ביום שני כי שמונה בני אדם נהרגו בשוק הישן של העיר והרופאים עומדים על ספירתם",
            0.005,
        ),
        (
            "Arabic",
            "نفى المتحدث باسم الجيش مقتل ثمانية أشخاص في سوق المدينة وقال الأطباء إن الجرحى وصلوا إلى \
            المستشفى بعد القصف مساء",
            0.06,
        ),
        (
            "Persian",
            "ارتش روز دوشنبه کشته شدن هشت نفر در بازار قدیمی شهر را رد کرد و پزشکان بر شمار خود \
            پافشاری می‌کنند",
            0.05,
        ),
    ];
    let mut wrong = Vec::new();
    for (name, words, most) in scripts {
        let mut page = Page::new(Arc::new(Document::plain(&prose(words, 60_000))));
        lay_out(&mut page, &mut fonts);
        let guessed = page.total_height();
        (0..page.portions.len()).for_each(|index| {
            page.ensure(&mut fonts, index);
        });
        let off = guessed / page.total_height() - 1.0;
        if most < off.abs() {
            wrong.push(format!("{name} {:.2} %", off * 100.0));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever of it happens in between, a line that was jumped to stands where it was brought.
    #[test]
    fn jumps_are_exact_and_hold(
        share in 0_usize..1000,
        events in prop::collection::vec((0_u8..4, 300.0_f32..1000.0, 0.7_f32..1.6), 0..8),
    ) {
        let mut fonts = fonts();
        let mut theirs = fonts.for_another_thread();
        let document = long(1500);
        let mut page = Page::new(Arc::clone(&document));
        let (mut style, mut width) = (PageStyle::default(), 800.0);
        page.allow(2000);
        page.layout(&mut fonts, &style, width, 600.0);
        let n = document.text().len();
        let at = TextSize::from_usize(share * n / 1000);
        let at = document.snap(TextRange::empty(at)).start();
        page.scroll_to(&mut fonts, at, Align::At(200.0));
        page.layout(&mut fonts, &style, width, 600.0);
        let y = page.caret(Place::before(at)).unwrap().rect.y;
        prop_assert!((y - 200.0).abs() < 1.0 || page.portion_of(at) < Some(20), "{}", y);
        let top = page.top_offset();
        let top_y = page.caret(Place::before(top)).unwrap().rect.y;
        for (what, new_width, zoom) in events {
            match what {
                0 => { run_wanted(&mut page, &mut theirs); }
                1 => { run_estimates(&mut page); }
                2 => width = new_width,
                _ => style.zoom = zoom,
            }
            page.allow(2000);
            page.layout(&mut fonts, &style, width, 600.0);
            let now = page.caret(Place::before(top)).unwrap().rect.y;
            prop_assert!((now - top_y).abs() < 1.0, "{} {}", now, top_y);
        }
    }
}
