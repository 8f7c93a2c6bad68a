//! The program: what is open, what is shown, and who does what is asked.

mod articles;
mod caret;
mod changed;
mod class;
mod class_rows;
mod commands;
mod comparing;
mod copying;
mod editing;
mod events;
mod exporting;
mod failed;
mod fields;
mod finding;
mod frame;
mod going;
mod grading;
mod held;
mod importing;
mod indexing;
mod left_off;
mod linking;
mod listed;
mod mark_rows;
mod marks;
mod middle;
mod pages;
mod pasting;
mod people;
mod popups;
mod proposing;
mod register;
mod requests;
mod reviewing;
mod revised;
mod rounds;
mod row;
mod rows;
mod saving;
mod searching;
mod sharing;
mod table;
mod view;
mod view_rows;
mod voices;
mod wall;

use super::class::{Grading, MakingSheet};
use super::command::Commands;
use super::finding::Finding;
use super::linking::Linking;
use super::modal::Modal;
use super::notices::Notices;
use super::outbox::Outbox;
use super::panels::marks_view::MarksView;
use super::reader::{Reader, TypeCache};
use super::settings::Settings;
use super::shown_views::Views;
use super::theme::{Theme, ThemeName, font_definitions};
use super::wall::ClassWall;
use super::widgets::words::Words;
use super::words;
use super::worker::Worker;
use crate::host::Host;
use crate::layer::Codebook;
use crate::workspace::Workspace;
pub use commands::key_table;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;

/// The program behind the window.
pub struct App {
    host: Box<dyn Host>,
    worker: Worker,
    /// Those of the system, the most wanted first.
    languages: Vec<String>,
    workspace: Workspace,
    readers: BTreeMap<PathBuf, Reader>,
    cache: TypeCache,
    settings: Settings,
    theme: Theme,
    /// Which theme that is, and whether nothing glides, once the window has been told.
    theme_in_use: Option<(ThemeName, bool)>,
    /// What the menus show while no article is open.
    codebook: Codebook,
    commands: Rc<Commands>,
    people: people::People,
    /// What the system pasted in this frame.
    pasted: Option<String>,
    /// Whether the keys that paste are held and something came of them.
    has_pasted: bool,
    modal: Option<Modal>,
    /// What is shown to a class, instead of all else.
    wall: Option<ClassWall>,
    /// An assignment whose dialog was left.
    making: Option<Box<MakingSheet>>,
    popups: popups::Popups,
    notices: Notices,
    /// Panels and pages.
    views: Views,
    /// Other versions of the open articles.
    revised: BTreeMap<PathBuf, revised::Revised>,
    finding: Finding,
    /// The link that waits for its other end.
    linking: Option<Linking>,
    words: RefCell<Words>,
    outbox: Outbox,
    saving: saving::Saving,
    editing: editing::Editing,
    exporting: exporting::Exporting,
    looking: changed::Looking,
    left_off: left_off::LeftOff,
    /// Articles that are on their way.
    opening: BTreeSet<PathBuf>,
    /// What is gone to when its article has been opened.
    awaited: Option<(PathBuf, searching::Goal, Option<&'static str>)>,
    /// The article that is being opened as a preview.
    awaited_preview: Option<PathBuf>,
    /// What opened files that are locked, while this window is open. Never written.
    passwords: BTreeMap<PathBuf, String>,
    /// Where people differ in the open article.
    differences: comparing::ShownDifferences,
    /// Who is speaking in it.
    voices: voices::ShownVoices,
    /// The class that is graded.
    grading: Grading,
    /// The looks at the folder.
    indexing: indexing::Indexing,
    /// Input that waits for the next frame.
    held: Vec<egui::Event>,
    /// Whether a field had the keyboard in the last frame.
    was_typing: bool,
    /// Whether the page, or nobody, had it.
    was_on_page: bool,
    /// The folder of the samples, where there is one.
    samples: Option<PathBuf>,
    /// What the window's title says now.
    title: String,
}

impl App {
    /// A program with nothing open.
    pub fn new(mut host: Box<dyn Host>) -> Self {
        let languages = host.languages();
        words::speak(words::Language::System, &languages);
        let (settings, warning) = Settings::load(&mut *host);
        words::speak(settings.language, &languages);
        let mut notices = Notices::default();
        if let Some(warning) = warning {
            notices.refuse(warning, None);
        }
        Self {
            worker: Worker::new(host.another().is_some()),
            people: people::People::of(&*host),
            pasted: None,
            has_pasted: false,
            host,
            languages,
            workspace: Workspace::default(),
            readers: BTreeMap::new(),
            cache: TypeCache::new(),
            theme: Theme::of(settings.theme),
            theme_in_use: None,
            commands: Rc::default(),
            settings,
            codebook: Codebook::default(),
            modal: None,
            wall: None,
            making: None,
            popups: popups::Popups::default(),
            notices,
            views: Views::new(),
            revised: BTreeMap::new(),
            finding: Finding::default(),
            linking: None,
            words: RefCell::default(),
            outbox: Outbox::default(),
            saving: saving::Saving::default(),
            editing: editing::Editing::default(),
            exporting: exporting::Exporting::default(),
            looking: changed::Looking::default(),
            left_off: left_off::LeftOff::default(),
            opening: BTreeSet::new(),
            awaited: None,
            awaited_preview: None,
            passwords: BTreeMap::new(),
            differences: comparing::ShownDifferences::default(),
            voices: voices::ShownVoices::default(),
            grading: Grading::default(),
            indexing: indexing::Indexing::default(),
            was_typing: false,
            held: Vec::new(),
            was_on_page: true,
            samples: None,
            title: String::new(),
        }
    }

    /// Opens what was asked for, else what was open last, else the sample.
    pub fn start(&mut self, paths: Vec<PathBuf>, sample: Option<PathBuf>) {
        self.begin_list();
        self.samples = sample.as_deref().and_then(std::path::Path::parent).map(PathBuf::from);
        let is_last = paths.is_empty();
        let mut paths = paths;
        if is_last {
            paths.extend(self.settings.open.iter().cloned());
            if let Some(folder) = self.settings.folder.clone().filter(|folder| self.host.is_folder(folder)) {
                self.list(folder);
            }
        }
        if paths.is_empty() {
            paths.extend(sample);
            if let Some(folder) = self.samples.clone() {
                self.list(folder);
            }
        }
        for path in paths {
            self.open(path, &crate::document::import::Options::default());
        }
    }

    /// Gives the window its faces, colours and manners.
    pub fn set_up(&mut self, ctx: &egui::Context) {
        ctx.set_fonts(font_definitions());
        self.dress(ctx);
        ctx.set_zoom_factor(self.settings.window_zoom);
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.quit_shortcuts.clear();
            options.fallback_theme = egui::Theme::Light;
        });
        self.worker.set_context(ctx);
        self.worker.follow_desktop(&*self.host);
        self.worker.typeset_with(self.cache.fonts.for_another_thread());
        self.words.get_mut().set_fonts(&self.cache.fonts);
        self.worker.scan_fonts(self.cache.fonts.scan());
        self.wait_for_first();
    }

    /// The open articles: what tests compare, after they went through the window.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The marks at the right.
    fn marks_view(&mut self) -> Option<&mut MarksView> {
        self.views.get_mut()
    }

    /// The codebook of the article, or what the menus show while none is open.
    fn codebook(&self) -> &Codebook {
        self.workspace.active().map_or(&self.codebook, |session| session.codebook())
    }

    /// The table of commands, made anew when the codebook, the people or the keys changed.
    fn commands(&mut self) -> Rc<Commands> {
        let layers = self.workspace.active().map_or(&[][..], |session| session.layers());
        // One alone is the person at the window, or all there is.
        let people = layers.iter().map(|open| &open.layer.annotator).filter(|_| 1 < layers.len());
        let identities = &self.people.all;
        if !self.commands.is_for(self.codebook(), people.clone(), identities, &self.settings.keys) {
            let people = (people.cloned().collect(), identities.clone());
            self.commands = Rc::new(commands::commands(self.codebook(), people, &self.settings.keys));
        }
        Rc::clone(&self.commands)
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        self.hold_back(ctx, input);
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.answer_events();
        self.dress(ctx);
        self.hear_paste(ctx);
        self.answer_keys(ctx);
        self.answer_drops(ctx);
        self.follow_search();
        self.follow_linking();
        self.follow_folder_search();
        self.save_by_itself(ctx);
        self.follow_exporting();
        self.look_around(ctx);
        self.keep_places_by_itself(ctx);
        self.compare_new_text();
        self.follow_differences();
        self.follow_voices();
        self.follow_wall(ctx);
        self.follow_class();
        self.answer_close(ctx);
        self.name_window(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.workspace.follow_listing();
        self.draw(ui);
        self.do_requests(ui.ctx());
        self.typeset_ahead();
        self.was_typing = ui.ctx().text_edit_focused();
        self.was_on_page = self.is_on_page(ui.ctx());
    }
}
