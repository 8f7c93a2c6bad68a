//! Pictures of the page, for what only an eye can judge. `UPDATE_SNAPSHOTS=true` renews them.
#![expect(clippy::disallowed_methods, reason = "pictures of the page alone, without a theme")]

mod support;

use std::sync::Arc;

use eframe::egui::{self, Color32, Theme, pos2, vec2};
use egui_kittest::{Harness, SnapshotOptions};
use postil::document::{BlockKind, Builder, Document, InlineStyle, Marker, Metadata, Reading, SourceMap};
use postil::gui::reader::glyph_mesh::{Inks, TextPainter};
use postil::page::{BUNDLED, Decoration, Fonts, Margins, Page, PageStyle, Rect, Shown};
use postil::text::TextRange;
use support::cpu_renderer::CpuRenderer;

/// Writes a block whose styled words stand between bars: `*emphasis*`, `_strong_`, and so on.
fn block(builder: &mut Builder, kind: BlockKind, quote: u8, list: u8, text: &str) {
    builder.begin(kind, quote, list);
    let mut open: Option<(char, _)> = None;
    for c in text.chars() {
        let style = match c {
            '*' => InlineStyle::Emphasis,
            '_' => InlineStyle::Strong,
            '`' => InlineStyle::Code,
            '~' => InlineStyle::Strikethrough,
            '^' => InlineStyle::FootnoteReference,
            '|' => InlineStyle::Link(0),
            _ => {
                builder.push(c.encode_utf8(&mut [0; 4]));
                continue;
            }
        };
        match open.take() {
            Some((_, start)) => builder.style(TextRange::new(start, builder.here()), style),
            None => open = Some((c, builder.here())),
        }
    }
    builder.end();
}

fn document(blocks: &[(BlockKind, u8, u8, &str)]) -> Document {
    let mut builder = Builder::default();
    for (kind, quote, list, text) in blocks {
        block(&mut builder, kind.clone(), *quote, *list, text);
    }
    builder.finish(Metadata::default(), Reading::default(), SourceMap::default())
}

fn english() -> Document {
    use BlockKind::{Caption, Code, Footnote, Heading, ListItem, Paragraph, Rule, TableRow};
    document(&[
        (Heading { level: 1 }, 0, 0, "What the army said about the old market, and what it did not"),
        (
            Paragraph,
            0,
            0,
            "The army *denied* on Monday that its fire had killed _eight people_ in the old market. It was “returning fire”, a spokesman said, and called the count of the |district hospital| ~baseless~ premature.^1^ An official file, `count-17.csv`, gives the office’s own figures.",
        ),
        (Heading { level: 2 }, 0, 0, "The two counts"),
        (
            ListItem { marker: Marker::Bullet },
            0,
            1,
            "The hospital: eight killed, more than 35 injured, most of them by fragments of one shell that fell at the corner by the bakery.",
        ),
        (ListItem { marker: Marker::Bullet }, 0, 1, "The army: no civilians killed."),
        (ListItem { marker: Marker::Number(1) }, 0, 2, "Its first statement said nothing of injured people."),
        (ListItem { marker: Marker::Number(10) }, 0, 2, "Its second named three."),
        (ListItem { marker: Marker::Task(true) }, 0, 1, "Asked both for their lists."),
        (
            Paragraph,
            1,
            0,
            "We did not shell the market. We have never shelled a market, and we do not know who did.",
        ),
        (TableRow { header: true, table: 0 }, 0, 0, "Source\tKilled\tInjured\tSaid on"),
        (TableRow { header: false, table: 0 }, 0, 0, "The district hospital\t8\tmore than 35\tMonday"),
        (TableRow { header: false, table: 0 }, 0, 0, "The army\t0\t3\tTuesday, in its second statement"),
        (Caption, 0, 0, "The counts as they stood on Tuesday evening."),
        (Code, 0, 0, "source,killed,injured\nhospital,8,35\narmy,\t0,\t3"),
        (Rule, 0, 0, ""),
        (
            Footnote { label: "1".to_owned() },
            0,
            0,
            "The hospital’s list gives names and ages, the army’s gives neither.",
        ),
    ])
}

fn scripts() -> Document {
    use BlockKind::{Heading, ListItem, Paragraph};
    document(&[
        (Heading { level: 2 }, 0, 0, "الجيش ينفي قصف السوق القديم"),
        (
            Paragraph,
            0,
            0,
            "قال الأطباء إن _ثمانية أشخاص_ قتلوا في السوق القديم يوم الإثنين، ونفى الجيش ذلك في بيان نشره على موقعه army.example ولم يذكر فيه عدد الجرحى (35 بحسب المستشفى).",
        ),
        (
            ListItem { marker: Marker::Bullet },
            0,
            1,
            "المستشفى: ثمانية قتلى وأكثر من خمسة وثلاثين جريحا، معظمهم بشظايا قذيفة واحدة سقطت قرب المخبز.",
        ),
        (ListItem { marker: Marker::Number(2) }, 0, 1, "الجيش: لا قتلى."),
        (Heading { level: 2 }, 0, 0, "הצבא מכחיש"),
        (
            Paragraph,
            0,
            0,
            "הצבא הכחיש ביום שני כי _שמונה בני אדם_ נהרגו בשוק הישן של העיר. דובר אמר ל-Radio Orient כי 42 חיילים (ולא 37) נפצעו.",
        ),
        (Paragraph, 1, 0, "לא ירינו על השוק, ואיננו יודעים מי ירה."),
        (Heading { level: 2 }, 0, 0, "Военные отрицают обстрел"),
        (
            Paragraph,
            0,
            0,
            "Военные отрицают, что на старом рынке погибли _восемь человек_; врачи настаивают на *своём* счёте: «Мы видели их всех». Ο στρατός το αρνείται. Café, naïve, Łódź, São Tomé, Đakovo, Ağrı, fi ffi fl.",
        ),
        (
            Paragraph,
            0,
            0,
            "The commander, قائد اللواء, said “שלום” and left; e\u{301}a\u{323}\u{302} stand over and under.",
        ),
    ])
}

const INKS: Inks = Inks {
    body: Color32::from_rgb(34, 34, 38),
    heading: Color32::from_rgb(18, 18, 22),
    subdued: Color32::from_rgb(110, 110, 118),
    link: Color32::from_rgb(30, 80, 160),
    code: Color32::from_rgb(70, 50, 60),
};

fn paint_grounds(painter: &egui::Painter, shown: &Shown<'_>) {
    let on_screen = |rect: Rect| {
        egui::Rect::from_min_size(pos2(rect.x + shown.x, rect.y + shown.y), vec2(rect.width, rect.height))
    };
    for decoration in shown.set.decorations() {
        match *decoration {
            Decoration::CodeGround(rect) => {
                painter.rect_filled(on_screen(rect), 4.0, Color32::from_gray(240))
            }
            Decoration::CodeSpan(rect) => painter.rect_filled(on_screen(rect), 3.0, Color32::from_gray(240)),
            Decoration::QuoteBar(rect) => painter.rect_filled(on_screen(rect), 0.0, Color32::from_gray(205)),
            Decoration::Rule(rect) => painter.rect_filled(on_screen(rect), 0.0, Color32::from_gray(170)),
            Decoration::TaskBox { rect, is_done } => {
                let rect = on_screen(rect);
                let stroke = egui::Stroke::new(1.0, INKS.subdued);
                painter.rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside);
                if is_done {
                    let at = |x: f32, y: f32| rect.min + vec2(x, y) * rect.width();
                    painter.line(vec![at(0.22, 0.55), at(0.42, 0.75), at(0.8, 0.28)], stroke);
                }
                continue;
            }
        };
    }
}

fn check(name: &str, document: Document, scale: f32, marked: &[&str]) {
    let mut fonts = Fonts::new(&BUNDLED);
    let document = Arc::new(document);
    let mut page = Page::new(Arc::clone(&document));
    page.set_margins(Margins { top: 24.0, bottom: 24.0, ..Margins::default() });
    let mut text = TextPainter::default();
    let passages: Vec<TextRange> = marked
        .iter()
        .filter_map(|words| document.text().find(words).map(|at| TextRange::from_usize(at..at + words.len())))
        .collect();
    assert_eq!(passages.len(), marked.len());
    let draw = move |ui: &mut egui::Ui| {
        let rect = ui.ctx().content_rect();
        let painter = ui.ctx().layer_painter(egui::LayerId::background());
        painter.rect_filled(rect, 0.0, Color32::from_rgb(253, 253, 251));
        let style = PageStyle { scale: ui.ctx().pixels_per_point(), ..PageStyle::default() };
        page.layout(&mut fonts, &style, rect.width(), rect.height());
        text.begin_frame(false);
        for part in passages.iter().flat_map(|&passage| page.parts(passage)) {
            let rect = egui::Rect::from_min_size(
                pos2(part.rect.x, part.rect.y),
                vec2(part.rect.width, part.rect.height),
            );
            painter.rect_filled(rect, 0.0, Color32::from_rgb(255, 236, 170));
        }
        for shown in page.visible() {
            paint_grounds(&painter, &shown);
        }
        for shown in page.visible() {
            text.paint(&painter, shown, page.generation(), rect.min, &INKS);
        }
    };
    let mut harness = Harness::builder()
        .with_size(vec2(720.0, 960.0))
        .with_pixels_per_point(scale)
        .with_theme(Theme::Light)
        .with_render_cursor(false)
        .renderer(CpuRenderer::default())
        .build_ui(draw);
    harness.run();
    let options = SnapshotOptions::new().threshold(0.6).max_failed_pixels(20).output_path("tests/pictures");
    harness.snapshot_options(name, &options);
}

#[test]
fn english_at_scale_1() {
    check(
        "english",
        english(),
        1.0,
        &["denied on Monday", "more than 35 injured, most of them by fragments of one shell that fell"],
    );
}

#[test]
fn english_at_scale_1_5() {
    check("english_1_5", english(), 1.5, &["eight people in the old market. It was", "second statement"]);
}

#[test]
fn scripts_at_scale_1() {
    check("scripts", scripts(), 1.0, &["ثمانية أشخاص قتلوا في السوق", "على موقعه army.example ولم"]);
}

#[test]
fn scripts_at_scale_1_5() {
    check("scripts_1_5", scripts(), 1.5, &["ל-Radio Orient כי 42 חיילים (ולא 37)"]);
}
