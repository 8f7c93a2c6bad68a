//! Words can be read on every ground that they stand on, and people can be told apart, by the colour-blind too.

use super::*;
use crate::gui::widgets::shape::ShapeLine;

/// How a colour is told in a fault: its name and the colour.
type Named = (&'static str, Color32);

const THEMES: [ThemeName; 5] =
    [ThemeName::Light, ThemeName::Sepia, ThemeName::Dark, ThemeName::Contrast, ThemeName::ContrastDark];

fn linear(color: Color32) -> [f64; 3] {
    let [red, green, blue, _] = color.to_array();
    [red, green, blue].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &[[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(factor, value)| factor * value).sum())
}

/// The ratio of contrast of WCAG 2.2, from 1 to 21.
fn contrast(one: Color32, other: Color32) -> f64 {
    let luminance = |color| times(&[[0.2126, 0.7152, 0.0722], [0.0; 3], [0.0; 3]], linear(color))[0] + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

/// OKLab (Ottosson 2020) of a colour in linear light: distances in it are about those that are seen.
fn oklab(linear: [f64; 3]) -> [f64; 3] {
    let cones = times(
        &[
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ],
        linear.map(|value| value.clamp(0.0, 1.0)),
    );
    times(
        &[
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ],
        cones.map(f64::cbrt),
    )
}

/// What those see who see all colours, and those who lack one kind of cones: the matrices of Machado,
/// Oliveira and Fernandes (2009) at their full strength.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("all", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// How far apart two colours are for whom they are hardest to tell apart.
fn apart(one: Color32, other: Color32) -> f64 {
    let seen = |color, eyes| oklab(times(eyes, linear(color)));
    let distance = |eyes| {
        let squares = seen(one, eyes).into_iter().zip(seen(other, eyes)).map(|(a, b)| (a - b).powi(2));
        squares.sum::<f64>().sqrt()
    };
    EYES.iter().map(|(_, eyes)| distance(eyes)).fold(f64::INFINITY, f64::min)
}

/// Every ink with every ground that it stands on, and the least contrast of the two.
fn pairs(theme: &Theme, text: f64, lines: f64) -> Vec<(Named, Named, f64)> {
    let grounds: [Named; 4] = [
        ("page", theme.page),
        ("panel", theme.panel),
        ("panel_raised", theme.panel_raised),
        ("hover", theme.hover),
    ];
    let lit: [Named; 5] = [
        ("pressed", theme.pressed),
        ("selection", theme.selection),
        ("search_hit", theme.search_hit),
        ("hit_current", theme.hit_current),
        ("notice", theme.notice),
    ];
    let inks: [Named; 2] = [("ink", theme.ink), ("ink_strong", theme.ink_strong)];
    let others: [Named; 5] = [
        ("ink_subdued", theme.ink_subdued),
        ("link", theme.link),
        ("warning", theme.warning),
        ("error", theme.error),
        ("good", theme.good),
    ];
    let strokes: [Named; 2] = [("accent", theme.accent), ("caret", theme.caret)];
    let mut pairs = vec![
        (("accent_ink", theme.accent_ink), ("accent", theme.accent), text),
        (("ink_subdued", theme.ink_subdued), ("notice", theme.notice), text),
        (("warning", theme.warning), ("notice", theme.notice), text),
        (("ink_subdued", theme.ink_subdued), ("selection", theme.selection), text),
    ];
    for ground in grounds {
        pairs.extend(inks.iter().chain(&others).map(|ink| (*ink, ground, text)));
        pairs.extend(strokes.iter().map(|stroke| (*stroke, ground, 3.0)));
    }
    pairs.extend(grounds.iter().take(3).map(|ground| (("line", theme.line), *ground, lines)));
    pairs.extend(lit.iter().flat_map(|ground| inks.map(|ink| (ink, *ground, text))));
    pairs
}

#[test]
fn every_ink_can_be_read_on_its_grounds() {
    for name in THEMES {
        let is_strong = matches!(name, ThemeName::Contrast | ThemeName::ContrastDark);
        // WCAG 2.2: 4.5 for text (AA), 7 for enhanced contrast (AAA), 3 for what is no text. Hairlines of the
        // quiet themes part what is parted by room anyway.
        let (text, lines) = if is_strong { (7.0, 3.0) } else { (4.5, 1.1) };
        for ((ink, color), (ground, under), least) in pairs(&Theme::of(name), text, lines) {
            let found = contrast(color, under);
            assert!(least <= found, "{name:?}: {ink} on {ground} has {found:.2}, not {least}");
        }
    }
}

#[test]
fn people_can_be_read_and_told_apart_from_each_other_and_from_tags() {
    let codebook = crate::sidecar::builtin();
    for name in THEMES {
        let theme = Theme::of(name);
        let people: Vec<Color32> = (0..N_PEOPLE).map(|nth| theme.nth_person(nth)).collect();
        assert!(12 <= people.len());
        let tags: Vec<Color32> = codebook.tags.iter().map(|tag| theme.tag(Some(tag))).collect();
        for (nth, person) in people.iter().enumerate() {
            for ground in [theme.page, theme.panel] {
                let found = contrast(*person, ground);
                assert!(4.5 <= found, "{name:?}: person {nth} has {found:.2}");
            }
            // A just noticeable difference is about 0.02.
            for other in people.iter().skip(nth + 1).chain(&tags) {
                let found = apart(*person, *other);
                assert!(0.045 <= found, "{name:?}: person {nth} and {other:?} are {found:.3} apart");
            }
        }
    }
}

#[test]
fn what_can_be_pressed_or_typed_into_has_an_edge_that_is_seen() {
    for name in THEMES {
        let theme = Theme::of(name);
        let widgets = theme.visuals().widgets;
        let grounds: [Named; 4] = [
            ("page", theme.page),
            ("panel", theme.panel),
            ("panel_raised", theme.panel_raised),
            ("hover", theme.hover),
        ];
        for (state, widget) in
            [("inactive", widgets.inactive), ("hovered", widgets.hovered), ("active", widgets.active)]
        {
            let edge = widget.bg_stroke;
            assert!(1.0 <= edge.width);
            for (ground, under) in grounds {
                let found = contrast(edge.color, under);
                assert!(3.0 <= found, "{name:?}: the {state} edge on {ground} has {found:.2}, not 3");
            }
        }
    }
}

#[test]
fn with_high_contrast_lines_of_marks_are_two_points_and_more() {
    for name in [ThemeName::Contrast, ThemeName::ContrastDark] {
        let weight = Theme::of(name).line_weight;
        let shapes = [Shape::Solid, Shape::Double, Shape::Dotted, Shape::Wavy, Shape::Dashed];
        for (shape, scale) in
            shapes.into_iter().flat_map(|shape| [1.0, 1.25, 1.5, 2.0].map(|scale| (shape, scale)))
        {
            let line = ShapeLine { shape, from: 0.0, to: 60.0, at: 10.0, color: Color32::BLACK, weight };
            for drawn in line.flat(scale) {
                let width = match &drawn {
                    egui::Shape::Rect(rect) => rect.rect.height(),
                    egui::Shape::Circle(circle) => 2.0 * circle.radius,
                    egui::Shape::Path(path) => path.stroke.width,
                    other => panic!("{shape:?} is drawn as {other:?}"),
                };
                assert!(1.99 <= width, "{name:?}: {shape:?} at scale {scale} is {width} points");
            }
        }
    }
}
