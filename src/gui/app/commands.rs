//! Where commands and requests are done. Every arm is one call; the work lives with its noun.

use super::App;
use crate::anchor::Placement;
use crate::document::{BlockKind, Extent, Importer, import};
use crate::gui::command::Command;
use crate::gui::modal::Modal;
use crate::gui::outbox::Request;
use crate::gui::palette::Palette;
use crate::gui::reader::Reader;
use crate::gui::settings::Settings;
use crate::gui::theme::Theme;
use crate::gui::view_ctx::name;
use crate::gui::worker::Ask;
use crate::layer::{AnnotationId, Annotator, AnnotatorId, TagId};
use crate::page::Align;
use crate::session::{Action, Place, Session};
use crate::text::{TextRange, TextSize, boundary};
use egui::{Context, ViewportCommand};

/// How far from the edge a chosen mark is kept, in points.
const MARGIN: f32 = 80.0;

/// Whether `command` would do something now; else it is greyed out.
pub(super) fn can_run(session: Option<&Session>, command: &Command) -> bool {
    let has_words = session.is_some_and(|session| !session.selection().is_empty());
    let mark = session.and_then(|session| session.mark(session.focus()?));
    let is_mine = mark.is_some_and(|mark| mark.is_writable());
    let has_place = mark.is_some_and(|mark| mark.hull().is_some());
    match command {
        Command::Undo => session.is_some_and(|session| session.history().undo_label().is_some()),
        Command::Redo => session.is_some_and(|session| session.history().redo_label().is_some()),
        Command::Copy => has_words,
        Command::TagWith(_) | Command::EditNote => has_words || is_mine,
        Command::ToggleTag(_) | Command::DeleteMark => is_mine,
        Command::CopyToMine => mark.is_some() && !is_mine,
        Command::ConfirmPlace => {
            is_mine && matches!(mark.and_then(|mark| mark.placement), Some(Placement::Changed { .. }))
        }
        Command::GrowEnd | Command::GrowStart | Command::ShrinkEnd | Command::ShrinkStart => {
            is_mine && has_place
        }
        Command::NextMark | Command::PreviousMark | Command::CycleMarks => {
            session.is_some_and(|session| session.layers().iter().any(|open| !open.layer.is_empty()))
        }
        Command::SwitchExtent => {
            session.is_some_and(|session| session.document().reading().importer == Importer::Html)
        }
        Command::CloseArticle
        | Command::NextArticle
        | Command::PreviousArticle
        | Command::ChooseEncoding
        | Command::Save
        | Command::SelectAll
        | Command::Clear
        | Command::ImplyClaim
        | Command::NextPanel
        | Command::FilterMarks => session.is_some(),
        _ => true,
    }
}

impl App {
    /// Does what views asked for while they were drawn.
    pub(super) fn do_requests(&mut self, ctx: &Context) {
        let requests = self.outbox.take();
        if !requests.is_empty() {
            ctx.request_repaint();
        }
        for request in requests {
            match request {
                Request::Command(command) => self.run_command(&command, ctx),
                Request::Action(action) => self.perform(&action),
                Request::GoTo(id) => self.go_to_mark(id),
                Request::Focus(id) => self.perform(&Action::Focus(id.and_then(name))),
                Request::Open(path) => self.open(path, &import::Options::default()),
                Request::Activate(index) => self.activate(index),
                Request::Close(index) => self.close(index),
                Request::Modal(modal) => self.show(modal),
                Request::Annotator(name) => self.set_annotator(name),
                Request::Settings(settings) => self.set_settings(*settings, ctx),
                Request::ReadAgain(options) => self.read_again(&options),
                Request::Link(address) => self.follow(&address, ctx),
            }
        }
    }

    pub(super) fn run_command(&mut self, command: &Command, ctx: &Context) {
        if !can_run(self.workspace.active(), command) {
            return;
        }
        match command {
            Command::OpenArticle => self.worker.ask(Ask::Articles),
            Command::OpenFolder => self.worker.ask(Ask::Folder),
            Command::CloseArticle => self.close(self.workspace.active_index()),
            Command::NextArticle => self.step_article(true),
            Command::PreviousArticle => self.step_article(false),
            Command::Save => self.start_saves(),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Undo => self.perform(&Action::Undo),
            Command::Redo => self.perform(&Action::Redo),
            Command::Copy => self.copy_words(ctx),
            Command::SelectAll => self.select_all(),
            Command::Clear => self.perform(&Action::Clear),
            Command::TagWith(tag) => self.tag(tag),
            Command::ToggleTag(tag) => self.toggle_tag(tag),
            Command::EditNote => self.edit_note(),
            Command::DeleteMark => self.perform(&Action::Delete(None)),
            Command::CopyToMine => self.perform(&Action::Copy(None)),
            Command::ConfirmPlace => self.perform(&Action::Confirm(None)),
            Command::ImplyClaim => self.show(Some(Modal::Imply {
                wording: String::new(),
                tag: self.codebook().tags.first().map(|tag| tag.id.clone()),
            })),
            Command::NextMark => self.step_mark(true),
            Command::PreviousMark => self.step_mark(false),
            Command::CycleMarks => self.cycle_marks(),
            Command::GrowEnd => self.move_end(false, true),
            Command::ShrinkEnd => self.move_end(false, false),
            Command::GrowStart => self.move_end(true, false),
            Command::ShrinkStart => self.move_end(true, true),
            Command::TextLarger => self.set_settings(self.settings.with_text_step(1.0), ctx),
            Command::TextSmaller => self.set_settings(self.settings.with_text_step(-1.0), ctx),
            Command::TextUsual => self.set_settings(
                Settings { text_size: Settings::default().text_size, ..self.settings.clone() },
                ctx,
            ),
            Command::WindowLarger => self.set_settings(self.settings.with_window_step(1.0), ctx),
            Command::WindowSmaller => self.set_settings(self.settings.with_window_step(-1.0), ctx),
            Command::Theme(theme) => {
                self.set_settings(Settings { theme: theme.0, ..self.settings.clone() }, ctx)
            }
            Command::SwitchFace => {
                self.set_settings(Settings { sans: !self.settings.sans, ..self.settings.clone() }, ctx)
            }
            Command::ToggleFolder => self.toggle_folder(ctx),
            Command::ToggleMarks => self.set_settings(
                Settings { shows_marks: !self.settings.shows_marks, ..self.settings.clone() },
                ctx,
            ),
            Command::NextPanel => self.step_panel(ctx),
            Command::FilterMarks => self.marks.focus_filter(),
            Command::ChooseEncoding => self.show(Some(Modal::Encoding { label: String::new() })),
            Command::SwitchExtent => self.switch_extent(),
            Command::Palette => self.show(Some(Modal::Palette(Palette::default()))),
            Command::Keys => self.show(Some(Modal::Keys)),
            Command::Settings => self.show(Some(Modal::Settings)),
            Command::About => self.show(Some(Modal::About)),
        }
        ctx.request_repaint();
    }

    /// Has the session do something, after asking who marks if that is not known yet.
    pub(super) fn perform(&mut self, action: &Action) {
        let Some(session) = self.workspace.active_mut() else { return };
        if action.changes_marks() && session.annotator().is_none() {
            self.show(Some(Modal::who(vec![action.clone()])));
            return;
        }
        match session.perform(action, &mut *self.host) {
            Ok(outcome) => outcome.notice.into_iter().for_each(|notice| self.notices.say(notice)),
            Err(error) => self.notices.refuse(error.message, error.hint),
        }
        if action.changes_marks() {
            self.workspace.recount();
        }
    }

    fn set_annotator(&mut self, person: String) {
        let annotator = Annotator { id: AnnotatorId(self.host.fresh_uuid()), name: person };
        if let Err(error) = self.host.set_annotator(&annotator) {
            self.notices.refuse(
                format!("your name cannot be kept: {error}"),
                Some("it will be asked again".to_owned()),
            );
        }
        let paths: Vec<_> =
            self.workspace.sessions().iter().map(|session| session.path().to_owned()).collect();
        for path in paths {
            if let Some(session) = self.workspace.session_mut(&path) {
                session.set_annotator(annotator.clone());
            }
        }
        if let Some(Modal::WhoMarks { then, .. }) = self.modal.take() {
            then.iter().for_each(|action| self.perform(action));
        }
        // Who asked for a note goes on to it.
        if !self.editor.wants_note() {
            self.focus_page();
        }
    }

    fn show(&mut self, modal: Option<Modal>) {
        if modal.is_none() {
            self.focus_page();
        }
        self.modal = modal;
    }

    pub(super) fn focus_page(&mut self) {
        if let Some(reader) = self.reader_mut() {
            reader.focus();
        }
    }

    fn activate(&mut self, index: usize) {
        self.workspace.activate(index);
        self.focus_page();
    }

    fn step_article(&mut self, forward: bool) {
        let count = self.workspace.sessions().len();
        let step = if forward { 1 } else { count.saturating_sub(1) };
        if 1 < count {
            self.activate((self.workspace.active_index() + step) % count);
        }
    }

    fn close(&mut self, index: usize) {
        let errors = self.save_all();
        if !errors.is_empty() {
            self.notices
                .refuse(errors.join("; "), Some("the article stays open so that nothing is lost".to_owned()));
            return;
        }
        if let Some(session) = self.workspace.sessions().get(index) {
            self.readers.remove(session.path());
        }
        self.workspace.close(index);
        self.remember_open();
        self.focus_page();
    }

    fn copy_words(&mut self, ctx: &Context) {
        let Some(session) = self.workspace.active() else { return };
        let pieces = session.selection().pieces();
        let words: Vec<&str> = pieces.iter().map(|&piece| session.document().slice(piece)).collect();
        ctx.copy_text(words.join("\n"));
        self.notices.say("copied");
    }

    fn select_all(&mut self) {
        let end =
            self.workspace.active().map_or(TextSize::ZERO, |session| TextSize::of(session.document().text()));
        self.perform(&Action::Span { anchor: TextSize::ZERO, head: end, keeps: false });
    }

    /// A tag's key: the words just marked and the chosen mark get it instead of what they had;
    /// a selection is marked with it.
    fn tag(&mut self, tag: &TagId) {
        let mine = self
            .workspace
            .active()
            .and_then(|session| session.mark(session.focus()?))
            .is_some_and(|mark| mark.is_writable());
        self.perform(&if mine { Action::Retag(None, tag.clone()) } else { Action::Tag(tag.clone(), None) });
    }

    fn toggle_tag(&mut self, tag: &TagId) {
        let Some(mark) = self.workspace.active().and_then(|session| session.mark(session.focus()?)) else {
            return;
        };
        let id = name(mark.annotation.id);
        self.perform(&if mark.annotation.has_tag(tag) {
            Action::Untag(id, tag.clone())
        } else {
            Action::Tag(tag.clone(), id)
        });
    }

    fn edit_note(&mut self) {
        let is_new = self.workspace.active().is_some_and(|session| session.focus().is_none());
        if is_new {
            self.perform(&Action::Mark);
        }
        self.settings.shows_marks = true;
        self.editor.focus_note();
    }

    fn step_mark(&mut self, forward: bool) {
        if let Some(id) = self.workspace.active().and_then(|session| session.next_mark(forward)) {
            self.go_to_mark(id);
        }
    }

    /// Of the marks at the caret, or at the chosen mark, the next.
    fn cycle_marks(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let hull = session.focus().and_then(|id| session.mark(id)).and_then(|mark| mark.hull());
        let caret = session.selection().head;
        let at = hull.filter(|hull| !hull.contains(caret)).map_or(caret, TextRange::start);
        let marks = session.marks_at(at);
        let focused = marks.iter().position(|mark| Some(mark.annotation.id) == session.focus());
        let next =
            marks.get(focused.map_or(0, |i| (i + 1) % marks.len().max(1))).map(|mark| mark.annotation.id);
        if let Some(next) = next {
            self.perform(&Action::Focus(name(next)));
        }
    }

    fn go_to_mark(&mut self, id: AnnotationId) {
        let start =
            self.workspace.active().and_then(|session| session.mark(id)?.hull()).map(TextRange::start);
        if let Some(start) = start {
            self.perform(&Action::Span { anchor: start, head: start, keeps: false });
            if let Some(reader) = self.reader_mut() {
                reader.go_to(start, Align::Nearest(MARGIN));
            }
        }
        self.perform(&Action::Focus(name(id)));
    }

    /// Moves an end of the chosen mark by a word.
    fn move_end(&mut self, is_start: bool, forward: bool) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|id| session.mark(id)) else { return };
        let Some(passage) = mark.placement.and_then(Placement::passage) else { return };
        let text = session.document().text();
        let mut pieces = passage.pieces().to_vec();
        let changed = if is_start { pieces.first_mut() } else { pieces.last_mut() };
        if let Some(piece) = changed {
            *piece = match (is_start, forward) {
                (true, true) => TextRange::new(
                    boundary::next_word(text, piece.start()).min(boundary::previous_word(text, piece.end())),
                    piece.end(),
                ),
                (true, false) => TextRange::new(boundary::previous_word(text, piece.start()), piece.end()),
                (false, true) => TextRange::new(piece.start(), boundary::word_end(text, piece.end())),
                (false, false) => TextRange::new(piece.start(), shrunk_end(text, *piece)),
            };
        }
        let id = name(mark.annotation.id);
        self.perform(&Action::Move(id, pieces.into_iter().map(Place::Bytes).collect()));
    }

    fn toggle_folder(&mut self, ctx: &Context) {
        if self.workspace.folder().is_some() {
            self.set_settings(
                Settings { shows_folder: !self.settings.shows_folder, ..self.settings.clone() },
                ctx,
            );
            return;
        }
        let folder = self
            .workspace
            .active()
            .and_then(|session| session.path().parent().map(std::path::Path::to_owned));
        self.settings.shows_folder = true;
        match folder {
            Some(folder) => self.list(folder),
            None => self.worker.ask(Ask::Folder),
        }
    }

    fn step_panel(&mut self, ctx: &Context) {
        let on_page = ctx.memory(|memory| memory.has_focus(Reader::id()));
        if on_page && self.settings.shows_marks {
            self.marks.focus_filter();
        } else {
            self.focus_page();
        }
    }

    fn set_settings(&mut self, settings: Settings, ctx: &Context) {
        if settings.theme != self.settings.theme {
            self.theme = Theme::of(settings.theme);
            self.theme.apply(ctx);
        }
        ctx.set_zoom_factor(settings.window_zoom);
        self.settings = settings;
        self.settings.store(&mut *self.host);
    }

    fn read_again(&mut self, options: &import::Options) {
        let errors = self.save_all();
        if !errors.is_empty() {
            self.notices.refuse(errors.join("; "), None);
            return;
        }
        self.modal = None;
        if let Some(path) = self.workspace.active().map(|session| session.path().to_owned()) {
            self.open(path, options);
        }
    }

    fn switch_extent(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let reading = session.document().reading();
        let extent = if reading.extent == Extent::Page { Extent::Article } else { Extent::Page };
        let encoding = reading.encoding_overridden.then(|| reading.encoding.to_owned());
        self.read_again(&import::Options { encoding, extent });
    }

    /// A footnote is shown; an address is given to the clipboard, since nothing is ever fetched.
    fn follow(&mut self, address: &str, ctx: &Context) {
        let Some(label) = address.strip_prefix("footnote:") else {
            ctx.copy_text(address.to_owned());
            self.notices.say(format!("address copied: {address}"));
            return;
        };
        let blocks = self.workspace.active().map(|session| session.document().blocks()).unwrap_or_default();
        let is_note = |kind: &BlockKind| matches!(kind, BlockKind::Footnote { label: own } if own == label);
        let start = blocks.iter().find(|block| is_note(&block.kind)).map(|block| block.range.start());
        if let (Some(start), Some(reader)) = (start, self.reader_mut()) {
            reader.go_to(start, Align::Upper);
        }
    }
}

/// The end of `piece` without its last word; its first word stays.
fn shrunk_end(text: &str, piece: TextRange) -> TextSize {
    let last = boundary::previous_word(text, piece.end());
    let before = boundary::previous_word(text, last);
    let first = boundary::word_end(text, piece.start());
    boundary::word_end(text, before).min(last).max(first.min(piece.end()))
}
