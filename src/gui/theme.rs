//! Colours by what they are for, from `assets/themes`, and egui's style made of them.
#![expect(clippy::disallowed_methods, reason = "the one file that makes colours")]

use super::words::say;
use crate::layer::{AnnotatorId, Shape, Tag};
use egui::{Color32, CornerRadius, FontFamily, FontId, Stroke, TextStyle, Visuals};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ThemeName {
    /// What the desktop wishes: light, dark or with the most contrast.
    #[default]
    System,
    /// Warm paper.
    Light,
    /// By night.
    Dark,
    /// Brown on cream.
    Sepia,
    /// The most contrast: black on white.
    Contrast,
    /// The same by night: white on black.
    ContrastDark,
}

impl ThemeName {
    /// All of them, in the order of the menu.
    pub(super) const ALL: [Self; 6] =
        [Self::System, Self::Light, Self::Sepia, Self::Dark, Self::Contrast, Self::ContrastDark];

    /// For people.
    pub(super) fn label(self) -> String {
        match self {
            Self::System => say!("theme-system"),
            Self::Light => say!("theme-light"),
            Self::Dark => say!("theme-dark"),
            Self::Sepia => say!("theme-sepia"),
            Self::Contrast => say!("theme-contrast"),
            Self::ContrastDark => say!("theme-contrast-dark"),
        }
    }

    /// For the names of commands: never changes.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::System => "as-the-system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Sepia => "sepia",
            Self::Contrast => "high-contrast",
            Self::ContrastDark => "high-contrast-dark",
        }
    }

    /// The theme that it is on a desktop with these wishes.
    pub(super) fn on_desktop(self, is_dark: bool, more_contrast: bool) -> Self {
        match (self, more_contrast, is_dark) {
            (Self::System, true, false) => Self::Contrast,
            (Self::System, true, true) => Self::ContrastDark,
            (Self::System, false, true) => Self::Dark,
            (Self::System, false, false) => Self::Light,
            (chosen, ..) => chosen,
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::System | Self::Light => include_str!("../../assets/themes/light.toml"),
            Self::Dark => include_str!("../../assets/themes/dark.toml"),
            Self::Sepia => include_str!("../../assets/themes/sepia.toml"),
            Self::Contrast => include_str!("../../assets/themes/contrast.toml"),
            Self::ContrastDark => include_str!("../../assets/themes/contrast-dark.toml"),
        }
    }
}

/// The colours of a theme.
#[derive(Clone, Debug)]
pub(super) struct Theme {
    /// Whether the paper is dark.
    pub is_dark: bool,
    pub page: Color32,
    pub ink: Color32,
    pub ink_subdued: Color32,
    pub ink_strong: Color32,
    pub panel: Color32,
    pub panel_raised: Color32,
    pub line: Color32,
    /// Round what can be typed into or pressed: 3 to 1 on all grounds (WCAG 2.2, 1.4.11).
    pub edge: Color32,
    /// How heavy the lines of marks and links are, beside those of the quiet themes.
    pub line_weight: f32,
    pub hover: Color32,
    /// Under pictures that let their ground be seen: they were made for white paper.
    pub picture_ground: Color32,
    pub pressed: Color32,
    pub accent: Color32,
    pub accent_ink: Color32,
    pub selection: Color32,
    pub search_hit: Color32,
    pub hit_current: Color32,
    pub link: Color32,
    pub caret: Color32,
    pub notice: Color32,
    pub warning: Color32,
    pub error: Color32,
    pub good: Color32,
    pub shadow: Color32,
    /// The colours that were chosen for people, by id.
    pub of_people: BTreeMap<String, usize>,
}

/// How many colours there are for people.
pub(super) const N_PEOPLE: usize = 12;

impl Theme {
    /// The colours of `name`.
    pub(super) fn of(name: ThemeName) -> Self {
        let tokens: BTreeMap<String, String> = toml::from_str(name.source()).unwrap_or_default();
        let is_dark = tokens.get("base").is_some_and(|base| base == "dark");
        let color = |token: &str| tokens.get(token).and_then(|hex| hex_color(hex)).unwrap_or(Color32::GRAY);
        Self {
            is_dark,
            page: color("page"),
            ink: color("ink"),
            ink_subdued: color("ink_subdued"),
            ink_strong: color("ink_strong"),
            panel: color("panel"),
            panel_raised: color("panel_raised"),
            line: color("line"),
            edge: color("edge"),
            line_weight: tokens.get("line_weight").and_then(|weight| weight.parse().ok()).unwrap_or(1.0),
            hover: color("hover"),
            picture_ground: Color32::WHITE,
            pressed: color("pressed"),
            accent: color("accent"),
            accent_ink: color("accent_ink"),
            selection: color("selection"),
            search_hit: color("search_hit"),
            hit_current: color("hit_current"),
            link: color("link"),
            caret: color("caret"),
            notice: color("notice"),
            warning: color("warning"),
            error: color("error"),
            good: color("good"),
            shadow: color("shadow"),
            of_people: BTreeMap::new(),
        }
    }

    /// A tag's colour on this paper; tags that the codebook lacks are grey.
    pub(super) fn tag(&self, tag: Option<&Tag>) -> Color32 {
        tag.map_or(self.ink_subdued, |tag| from_rgb(if self.is_dark { tag.dark } else { tag.light }))
    }

    /// The wash under a mark: weak enough for three to lie on each other.
    pub(super) fn wash(&self, tag: Color32, is_focused: bool) -> Color32 {
        let strength = match (self.is_dark, is_focused) {
            (false, false) => 0.11,
            (false, true) => 0.26,
            (true, false) => 0.17,
            (true, true) => 0.36,
        };
        tag.gamma_multiply(strength)
    }

    /// The colour of a person: the one that was chosen, else one by their id, which is the same on every
    /// machine.
    pub(super) fn person(&self, person: AnnotatorId) -> Color32 {
        let chosen = self.of_people.get(&person.0.to_string()).copied();
        self.nth_person(chosen.unwrap_or(usize::from(person.0.as_bytes()[0])))
    }

    /// A colour that can be chosen for a person, below [`N_PEOPLE`]; they begin anew after the last. They were
    /// searched for by what `theme/tests.rs` measures: apart from each other and from the tags for the
    /// colour-blind too, and dark or light enough for words.
    pub(super) fn nth_person(&self, nth: usize) -> Color32 {
        const LIGHT: [u32; N_PEOPLE] = [
            0x82_0e_08, 0x59_32_70, 0x4b_1c_73, 0xa0_3f_63, 0x38_40_0d, 0x07_40_54, 0x77_58_7f, 0x94_24_3a,
            0x0c_69_59, 0x6f_08_3f, 0x65_42_83, 0x45_32_8d,
        ];
        const DARK: [u32; N_PEOPLE] = [
            0xe3_ba_38, 0xb7_a8_f5, 0x5b_f1_cf, 0xaa_81_94, 0xab_cf_7c, 0x8b_c4_cb, 0xc2_ab_5a, 0xda_c0_f5,
            0x28_c4_97, 0x64_a2_69, 0xf7_d3_58, 0xc7_e4_95,
        ];
        let table = if self.is_dark { DARK } else { LIGHT };
        from_rgb(table[nth % N_PEOPLE])
    }

    /// egui's style in these colours.
    pub(super) fn apply(&self, ctx: &egui::Context) {
        let base = if self.is_dark { egui::Theme::Dark } else { egui::Theme::Light };
        let mut style = egui::Style { visuals: self.visuals(), animation_time: 0.1, ..Default::default() };
        let text = |size| FontId::new(size, FontFamily::Proportional);
        style.text_styles = BTreeMap::from([
            (TextStyle::Small, text(11.5)),
            (TextStyle::Body, text(13.0)),
            (TextStyle::Button, text(13.0)),
            (TextStyle::Heading, FontId::new(16.0, bold())),
            (TextStyle::Monospace, FontId::new(12.5, FontFamily::Monospace)),
        ]);
        style.spacing.item_spacing = egui::vec2(8.0, 6.0);
        style.spacing.button_padding = egui::vec2(8.0, 4.0);
        style.spacing.menu_margin = egui::Margin::same(6);
        style.spacing.indent = 14.0;
        style.spacing.interact_size.y = 24.0;
        // Thin, over what is scrolled, and wider where the pointer comes near.
        style.spacing.scroll =
            egui::style::ScrollStyle { bar_width: 8.0, ..egui::style::ScrollStyle::floating() };
        // What is scrolled into view is there at once, and does not swing.
        style.spacing.scroll.kinetic.rubber_band = false;
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.35;
        style.explanation_tooltips = false;
        // In both slots, so that no word from the system about its own theme changes the window's.
        for slot in [egui::Theme::Light, egui::Theme::Dark] {
            ctx.set_style_of(slot, style.clone());
        }
        ctx.set_theme(base);
    }

    /// The edge of what can be pressed or typed into.
    pub(super) fn edge(&self) -> Stroke {
        Stroke::new(self.line_weight, self.edge)
    }

    fn visuals(&self) -> Visuals {
        let mut visuals = if self.is_dark { Visuals::dark() } else { Visuals::light() };
        visuals.override_text_color = None;
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.panel_raised;
        visuals.window_stroke = Stroke::new(self.line_weight, self.line);
        visuals.window_corner_radius = CornerRadius::same(8);
        visuals.menu_corner_radius = CornerRadius::same(8);
        visuals.extreme_bg_color = self.panel_raised;
        visuals.text_edit_bg_color = Some(self.page);
        visuals.faint_bg_color = self.hover;
        visuals.code_bg_color = self.hover;
        visuals.hyperlink_color = self.link;
        visuals.warn_fg_color = self.warning;
        visuals.error_fg_color = self.error;
        visuals.weak_text_color = Some(self.ink_subdued);
        visuals.selection.bg_fill = self.selection;
        visuals.selection.stroke = Stroke::new(1.5, self.accent);
        let shadow = egui::Shadow { offset: [0, 6], blur: 24, spread: 0, color: self.shadow };
        (visuals.window_shadow, visuals.popup_shadow) = (shadow, shadow);
        visuals.indent_has_left_vline = false;
        visuals.striped = false;
        visuals.slider_trailing_fill = true;
        visuals.text_cursor.stroke = Stroke::new(1.5, self.caret);
        visuals.text_cursor.blink = false;
        let widgets = &mut visuals.widgets;
        for (widget, fill, ink) in [
            (&mut widgets.noninteractive, self.panel, self.ink),
            (&mut widgets.inactive, Color32::TRANSPARENT, self.ink),
            (&mut widgets.hovered, self.hover, self.ink_strong),
            (&mut widgets.active, self.pressed, self.ink_strong),
            (&mut widgets.open, self.hover, self.ink_strong),
        ] {
            widget.bg_fill = fill;
            widget.weak_bg_fill = fill;
            widget.bg_stroke = Stroke::NONE;
            widget.fg_stroke = Stroke::new(1.0, ink);
            widget.corner_radius = CornerRadius::same(4);
            widget.expansion = 0.0;
        }
        widgets.noninteractive.bg_stroke = Stroke::new(self.line_weight, self.line);
        widgets.inactive.bg_fill = self.pressed;
        // An edge says what can be pressed or typed into; menus take it away again.
        let edge = self.edge();
        (widgets.inactive.bg_stroke, widgets.hovered.bg_stroke, widgets.active.bg_stroke) =
            (edge, edge, edge);
        visuals
    }
}

/// The family of bold interface text.
pub(super) fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// The interface's faces: ours first, egui's own for signs that ours lack.
pub(super) fn font_definitions() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::default();
    let faces: [(&str, &'static [u8]); 6] = [
        ("sans", include_bytes!("../../assets/fonts/sans-regular.otf")),
        ("sans-bold", include_bytes!("../../assets/fonts/sans-bold.otf")),
        ("mono", include_bytes!("../../assets/fonts/mono-regular.ttf")),
        ("arabic", include_bytes!("../../assets/fonts/arabic-regular.ttf")),
        ("hebrew", include_bytes!("../../assets/fonts/hebrew-regular.ttf")),
        ("icons", include_bytes!("../../assets/fonts/icons.ttf")),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), egui::FontData::from_static(bytes).into());
    }
    let others = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let chain = |first: &[&str]| {
        let ours = first.iter().chain(&["mono", "arabic", "hebrew", "icons"]).map(|&name| name.to_owned());
        ours.chain(others.iter().cloned()).collect::<Vec<_>>()
    };
    fonts.families.insert(FontFamily::Proportional, chain(&["sans"]));
    fonts.families.insert(bold(), chain(&["sans-bold", "sans"]));
    fonts.families.insert(FontFamily::Monospace, chain(&["mono"]));
    fonts
}

fn from_rgb(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// `#rrggbb` or `#rrggbbaa`.
fn hex_color(hex: &str) -> Option<Color32> {
    let digits = hex.strip_prefix('#')?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [a, b, c, d] = value.to_be_bytes();
    match digits.len() {
        6 => Some(Color32::from_rgb(b, c, d)),
        8 => Some(Color32::from_rgba_unmultiplied(a, b, c, d)),
        _ => None,
    }
}

/// The word for a shape in the legend.
pub(super) fn shape_words(shape: Shape) -> String {
    match shape {
        Shape::Solid => say!("shape-solid"),
        Shape::Double => say!("shape-double"),
        Shape::Dotted => say!("shape-dotted"),
        Shape::Wavy => say!("shape-wavy"),
        Shape::Dashed => say!("shape-dashed"),
    }
}

#[cfg(test)]
mod tests;
