//! The assistant that makes an assignment of the open article, in four steps: what pupils are to do, the key, how
//! marks are weighed, and where it goes. Each step can be gone back to, and nothing typed is lost.

use super::making_weights::Weights;
use crate::gui::outbox::{Lesson, Request};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::{closing_ui, hears_enter, is_on_control, room_for_list};
use crate::gui::widgets::{buttons, shortened, visible};
use crate::gui::words::{name, say};
use crate::layer::{AnnotatorId, Codebook};
use crate::session::Session;
use crate::session::class::making::{Draft, KeyLine, MakingFault, key_lines};
use egui::{Key, RichText, TextEdit, Ui};
use std::path::{Path, PathBuf};

/// How high the part between the steps and the buttons is, where there is room, in points.
const BODY: f32 = 380.0;

/// A step of the assistant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Task,
    Key,
    Weights,
    Place,
}

impl Step {
    const ALL: [Self; 4] = [Self::Task, Self::Key, Self::Weights, Self::Place];

    fn label(self) -> String {
        match self {
            Self::Task => say!("making-step-task"),
            Self::Key => say!("making-step-key"),
            Self::Weights => say!("making-step-weights"),
            Self::Place => say!("making-step-place"),
        }
    }

    fn next(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|step| *step != self).nth(1)
    }

    fn before(self) -> Option<Self> {
        Self::ALL.into_iter().take_while(|step| *step != self).last()
    }
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) struct Made {
    pub path: PathBuf,
    /// What can be published of the key, if that is sealed.
    pub commitment: Option<String>,
}

/// An assignment in the making, with what has been typed.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct MakingSheet {
    /// The article.
    pub article: PathBuf,
    pub(super) step: Step,
    pub(super) task: String,
    /// Whose marks are the key.
    pub(super) key_by: Option<AnnotatorId>,
    /// The key, with the revision of the session that it was read at.
    pub(super) lines: Vec<KeyLine>,
    pub(super) lines_of: Option<(u64, AnnotatorId)>,
    pub(super) weights: Weights,
    /// Whether a pass-phrase closes the key, and that twice.
    pub(super) seals: bool,
    pub(super) pass_phrase: [String; 2],
    pub(super) out: String,
    /// Whether a file of that name is there, as turned out when it was to be written.
    pub(super) is_taken: Option<PathBuf>,
    pub(super) is_busy: bool,
    pub(super) made: Option<Made>,
    /// Whether the field of the step is to get the keyboard.
    pub(super) wants_focus: bool,
}

impl MakingSheet {
    /// For an article: the key is one's own marks, if there are some.
    pub(in crate::gui) fn of(session: &Session) -> Self {
        let has_tags = |person: &AnnotatorId| !key_lines(session, *person).is_empty();
        let people = session.layers().iter().map(|placed| placed.layer.annotator.id);
        Self {
            article: session.path().to_owned(),
            step: Step::Task,
            task: task(session),
            key_by: people.into_iter().find(has_tags),
            lines: Vec::new(),
            lines_of: None,
            weights: Weights::default(),
            seals: true,
            pass_phrase: Default::default(),
            out: session.path().with_extension("postil").display().to_string(),
            is_taken: None,
            is_busy: false,
            made: None,
            wants_focus: true,
        }
    }

    pub(in crate::gui) fn title(&self) -> String {
        say!("title-making")
    }

    /// Takes the folder that was chosen in the system's dialog.
    pub(in crate::gui) fn set_folder(&mut self, folder: &Path) {
        let name = Path::new(self.out.trim()).file_name().map(ToOwned::to_owned);
        let name = name.or_else(|| Some(self.article.with_extension("postil").file_name()?.to_owned()));
        self.out = folder.join(name.unwrap_or_default()).display().to_string();
    }

    /// It was written, or not; whether that is to be told elsewhere.
    pub(in crate::gui) fn was_written(
        &mut self,
        path: &Path,
        result: Result<Option<String>, MakingFault>,
    ) -> Option<MakingFault> {
        self.is_busy = false;
        match result {
            Ok(commitment) => {
                self.made = Some(Made { path: path.to_owned(), commitment });
                self.wants_focus = true;
                None
            }
            Err(MakingFault::Exists(path)) => {
                self.is_taken = Some(path);
                None
            }
            Err(fault) => Some(fault),
        }
    }

    /// Whether there is nothing to go on with.
    pub(in crate::gui) fn is_done(&self) -> bool {
        self.made.is_some()
    }

    /// Draws it.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.set_width(540.0);
        let Some(session) = cx.session.filter(|session| session.path() == self.article) else { return };
        if let Some(made) = &self.made {
            made.ui(cx, ui);
            return closing_ui(cx, ui);
        }
        self.follow(session);
        self.steps_ui(cx, ui);
        ui.add_space(8.0);
        ui.scope(|ui| {
            // Of one height, so that nothing jumps from step to step.
            ui.set_min_height(room_for_list(ui, BODY));
            match self.step {
                Step::Task => self.task_ui(cx, session, ui),
                Step::Key => self.key_ui(cx, session, ui),
                Step::Weights => self.weights.ui(cx, &mut self.wants_focus, ui),
                Step::Place => self.place_ui(cx, session, ui),
            }
        });
        self.buttons_ui(cx, session, ui);
    }

    /// Reads the key where the marks are others than they were.
    fn follow(&mut self, session: &Session) {
        let now = self.key_by.map(|person| (session.revision(), person));
        if self.lines_of != now {
            self.lines = self.key_by.map(|person| key_lines(session, person)).unwrap_or_default();
            self.lines_of = now;
        }
    }

    /// The steps in a row: each can be gone to.
    fn steps_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.horizontal(|ui| {
            for (nth, step) in Step::ALL.into_iter().enumerate() {
                let is_here = step == self.step;
                let ink = if is_here { cx.theme.ink_strong } else { cx.theme.ink_subdued };
                let words = say!("making-step", nth = nth + 1, step = step.label());
                if ui.selectable_label(is_here, RichText::new(words).color(ink)).clicked() {
                    self.go(step);
                }
            }
        });
    }

    fn go(&mut self, step: Step) {
        (self.step, self.wants_focus) = (step, true);
    }

    fn task_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let label = ui.label(say!("making-task"));
        let height = room_for_list(ui, 260.0);
        egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
            let field = TextEdit::multiline(&mut self.task).desired_rows(11).desired_width(f32::INFINITY);
            let field = ui.add(field).labelled_by(label.id);
            if std::mem::take(&mut self.wants_focus) {
                field.request_focus();
            }
            hears_enter(ui, &field);
        });
        let codebook = visible(&name(&session.codebook().name));
        let tags = session.codebook().tags.iter().map(|tag| visible(&name(&tag.label)));
        let tags = tags.collect::<Vec<_>>().join(", ");
        let words = say!("making-codebook", codebook = codebook, tags = tags);
        ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
    }

    fn buttons_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let lack = self.lack();
        ui.add_space(8.0);
        if let Some(lack) = &lack {
            ui.label(RichText::new(lack).color(cx.theme.warning));
        }
        let is_last = self.step.next().is_none();
        let is_ready = !self.is_busy && (lack.is_none() || !is_last && self.step != Step::Key);
        let does = match (is_last, &self.is_taken) {
            (false, _) => say!("making-next"),
            (true, Some(_)) => say!("making-replace"),
            (true, None) => say!("making-write"),
        };
        let row = ui.horizontal(|ui| {
            let main = ui.add_enabled(is_ready, buttons::primary(cx.theme, &does)).clicked();
            if let Some(before) = self.step.before()
                && ui.button(say!("making-back")).clicked()
            {
                self.go(before);
            }
            if ui.button(say!("dialog-cancel")).clicked() {
                cx.ask(Request::CloseDialog);
            }
            main
        });
        let enter = ui.input(|input| input.key_pressed(Key::Enter)) && !is_on_control(ui);
        if !is_ready || !row.inner && !enter {
            return;
        }
        match self.step.next() {
            Some(next) => self.go(next),
            None => self.write(cx, session),
        }
    }

    /// What is missing in this step; in the last of what is missing at all.
    fn lack(&self) -> Option<String> {
        match self.step {
            Step::Task => None,
            Step::Key if self.lines.is_empty() => Some(say!("making-no-key")),
            Step::Key => None,
            Step::Weights => self.weights.read().is_none().then(|| say!("making-wrong-weights")),
            Step::Place if self.lines.is_empty() => Some(say!("making-no-key")),
            Step::Place if self.weights.read().is_none() => Some(say!("making-wrong-weights")),
            Step::Place => self.lack_of_place(),
        }
    }

    fn write(&mut self, cx: &ViewCtx<'_>, session: &Session) {
        let Some((person, rubric)) = self.key_by.zip(self.weights.read()) else { return };
        let draft = Draft::of(session, person).map(|draft| Draft {
            instructions: self.task.clone(),
            rubric,
            pass_phrase: self.seals.then(|| self.pass_phrase[0].clone()),
            ..draft
        });
        let out = self.out_path();
        let replaces = self.is_taken.as_ref() == Some(&out);
        if let Ok(draft) = draft {
            self.is_busy = true;
            cx.ask(Request::Lesson(Lesson::Assign(Box::new(draft), out, replaces)));
        }
    }

    /// The file, with the ending that opens it.
    pub(super) fn out_path(&self) -> PathBuf {
        let path = PathBuf::from(self.out.trim());
        match path.extension() {
            Some(ending) if ending.eq_ignore_ascii_case("postil") => path,
            _ => {
                let mut name = path.into_os_string();
                name.push(".postil");
                name.into()
            }
        }
    }
}

/// What pupils are to do, to begin with: the title, and what the codebook has.
fn task(session: &Session) -> String {
    let title = shortened(&visible(session.document().title()), 120);
    let tags = lines_of(session.codebook());
    say!("making-task-begins", title = title, tags = tags)
}

fn lines_of(codebook: &Codebook) -> String {
    let line = |tag: &crate::layer::Tag| {
        let (label, about) = (visible(&name(&tag.label)), visible(&name(&tag.description)));
        if about.is_empty() { format!("- **{label}**") } else { format!("- **{label}**: {about}") }
    };
    codebook.tags.iter().map(line).collect::<Vec<_>>().join("\n")
}
