//! What the person prefers, kept in the configuration as `settings.toml`.

use super::command::KeyChoices;
use super::theme::ThemeName;
use super::widgets::visible;
use super::words::{Language, say};
use crate::host::{DesktopWishes, Storage};
use crate::library::EntryOrder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const FILE: &str = "settings.toml";
/// Where a text is kept that stood there and was none of settings.
const UNREAD: &str = "settings-unread.toml";
const MOST_RECENT: usize = 12;
/// Points; beyond these nobody reads.
const SIZES: std::ops::RangeInclusive<f32> = 10.0..=48.0;

/// How much the window moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum MotionWish {
    /// As the desktop wishes.
    #[default]
    System,
    /// What opens and scrolls may glide.
    Full,
    /// Nothing glides or fades.
    Less,
}

impl MotionWish {
    /// All of them, in the order of the dialog.
    pub(super) const ALL: [Self; 3] = [Self::System, Self::Full, Self::Less];

    /// For people.
    pub(super) fn label(self) -> String {
        match self {
            Self::System => say!("motion-system"),
            Self::Full => say!("motion-full"),
            Self::Less => say!("motion-less"),
        }
    }

    /// Whether nothing glides, on a desktop that wishes so or not.
    pub(super) fn is_less(self, desktop_wishes: bool) -> bool {
        match self {
            Self::System => desktop_wishes,
            Self::Full => false,
            Self::Less => true,
        }
    }
}

/// What the desktop wished when it was last heard of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SeenDesktop {
    /// Dark or light; `None` where it does not mind.
    pub dark: Option<bool>,
    /// The most contrast.
    pub contrast: bool,
    /// No motion.
    pub still: bool,
}

impl SeenDesktop {
    /// The theme that `theme` is on this desktop.
    pub(super) fn wished(&self, theme: ThemeName) -> ThemeName {
        theme.on_desktop(self.dark.unwrap_or(false), self.contrast)
    }
}

impl From<DesktopWishes> for SeenDesktop {
    fn from(desktop: DesktopWishes) -> Self {
        let DesktopWishes { is_dark, more_contrast, less_motion } = desktop;
        Self { dark: is_dark, contrast: more_contrast, still: less_motion }
    }
}

/// How a table is shown. Names that another version of the program wrote mean nothing here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct TableSettings {
    /// Its columns in their order; none: the usual ones.
    pub columns: Vec<ColumnSettings>,
    /// The column that it is sorted by.
    pub sort: String,
    /// Whether from the last to the first.
    pub is_down: bool,
    /// By what its rows stand in groups.
    pub group: String,
}

/// A column that is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ColumnSettings {
    pub name: String,
    /// Its share of the width, beside the others.
    pub share: f32,
}

/// Preferences, and what was open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    /// The language of the window.
    pub language: Language,
    /// Colours.
    pub theme: ThemeName,
    /// Whether the page has the sans face.
    pub sans: bool,
    /// The size of the article's text, in points.
    pub text_size: f32,
    /// Distance of baselines, as a multiple of the size.
    pub line_height: f32,
    /// Characters to a line.
    pub characters: f32,
    /// Whether lines are filled to both edges.
    pub justify: bool,
    /// Whether characters that are not seen have signs on the page.
    pub shows_signs: bool,
    /// The zoom of the whole window.
    pub window_zoom: f32,
    /// Whether the left side is shown.
    pub shows_folder: bool,
    /// Which view it shows.
    pub dock: String,
    /// Whether the folders in a folder belong to it.
    pub reads_subfolders: bool,
    /// What the articles of a folder are ordered by.
    pub articles_by: String,
    /// Whether paragraphs have numbers in the margin.
    pub shows_numbers: bool,
    /// Whether the article shows who is speaking.
    pub shows_voices: bool,
    /// Whether the right side is shown.
    pub shows_marks: bool,
    /// Which view it shows.
    pub panel: String,
    /// How much the window moves.
    pub motion: MotionWish,
    /// Whether arrows scroll instead of moving the caret.
    pub arrows_scroll: bool,
    /// Whether the person has put away the lines that say how to begin.
    pub knows_basics: bool,
    /// Whether notes stand beside the text.
    pub shows_notes: bool,
    /// Keys other than the usual ones, by the name of the command.
    pub keys: KeyChoices,
    /// Articles and folders opened before, the last first.
    pub recent: Vec<PathBuf>,
    /// What was open when the window was closed.
    pub open: Vec<PathBuf>,
    /// The folder that was open.
    pub folder: Option<PathBuf>,
    /// Who marks in a folder, where that is somebody else than everywhere: ids by path.
    pub marks_as: BTreeMap<String, String>,
    /// The colours that were chosen for people: numbers from 0, by id.
    pub colours_of_people: BTreeMap<String, usize>,
    /// What the desktop wished when it was last heard of.
    pub desktop: SeenDesktop,
    /// The table of all marks.
    pub all_marks: TableSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::System,
            theme: ThemeName::System,
            sans: false,
            text_size: 18.0,
            line_height: 1.55,
            characters: 66.0,
            justify: false,
            shows_signs: false,
            window_zoom: 1.0,
            shows_folder: true,
            dock: "folder".to_owned(),
            reads_subfolders: true,
            articles_by: EntryOrder::default().name().to_owned(),
            shows_numbers: false,
            shows_voices: false,
            shows_marks: true,
            panel: "marks".to_owned(),
            motion: MotionWish::System,
            arrows_scroll: false,
            knows_basics: false,
            shows_notes: true,
            keys: KeyChoices::new(),
            recent: Vec::new(),
            open: Vec::new(),
            folder: None,
            marks_as: BTreeMap::new(),
            colours_of_people: BTreeMap::new(),
            desktop: SeenDesktop::default(),
            all_marks: TableSettings::default(),
        }
    }
}

impl Settings {
    /// As stored. For a value that cannot be read the usual one holds, and that is said; the others stay. A
    /// text that is no settings at all is kept under another name, since the next that are stored take its place.
    pub(super) fn load(host: &mut dyn Storage) -> (Self, Option<String>) {
        let Some(text) = host.stored(FILE) else { return (Self::default(), None) };
        if let Ok(settings) = toml::from_str::<Self>(&text) {
            return (settings.in_range(), None);
        }
        let Ok(table) = toml::from_str::<toml::Table>(&text) else {
            host.store(UNREAD, &text).unwrap_or_default();
            return (Self::default(), Some(say!("settings-unread", file = UNREAD)));
        };
        let is_read = |name: &String, value: &toml::Value| {
            toml::Table::from_iter([(name.clone(), value.clone())]).try_into::<Self>().is_ok()
        };
        let (known, unknown): (toml::Table, toml::Table) =
            table.into_iter().partition(|(name, value)| is_read(name, value));
        let names = unknown.into_iter().map(|(name, _)| visible(&name)).collect::<Vec<_>>().join(", ");
        let settings = known.try_into::<Self>().unwrap_or_default();
        (settings.in_range(), Some(say!("settings-partly-unread", names = names)))
    }

    /// Stores them; a failure costs preferences, never work, and is not worth a word.
    pub(super) fn store(&self, host: &mut dyn Storage) {
        // A path that is no Unicode cannot stand there, and must not cost the rest.
        let mut storable = self.clone();
        for paths in [&mut storable.recent, &mut storable.open] {
            paths.retain(|path| path.to_str().is_some());
        }
        storable.folder = storable.folder.filter(|folder| folder.to_str().is_some());
        if let Ok(text) = toml::to_string(&storable) {
            host.store(FILE, &text).unwrap_or_default();
        }
    }

    /// The same within what can be read.
    pub(super) fn in_range(mut self) -> Self {
        self.text_size = self.text_size.clamp(*SIZES.start(), *SIZES.end());
        self.line_height = self.line_height.clamp(1.2, 2.2);
        self.characters = self.characters.clamp(40.0, 100.0);
        self.window_zoom = self.window_zoom.clamp(0.5, 3.0);
        self
    }

    /// Larger (1) or smaller (-1) text, in steps that look even.
    pub(super) fn step_text(&mut self, step: f32) {
        self.text_size = (self.text_size * 1.1_f32.powf(step) * 2.0).round() / 2.0;
    }

    /// The usual size of text.
    pub(super) fn reset_text(&mut self) {
        self.text_size = Self::default().text_size;
    }

    /// The usual size of the window's elements.
    pub(super) fn reset_window(&mut self) {
        self.window_zoom = Self::default().window_zoom;
    }

    /// A larger (1) or smaller (-1) window.
    pub(super) fn step_window(&mut self, step: f32) {
        self.window_zoom = ((self.window_zoom + 0.1 * step) * 10.0).round() / 10.0;
    }

    /// Remembers an article or a folder as opened.
    pub(super) fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }
}
