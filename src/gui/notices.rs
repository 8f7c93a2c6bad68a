//! Short sentences at the foot of the page: what was done, what was refused and what to do about it.

use super::command::Command;
use super::theme::Theme;
use egui::{Align2, Area, Context, Frame, Margin, Order, RichText, vec2};

/// How long a notice stays, in seconds. Refusals stay longer: they have to be read.
const STAY: f64 = 4.0;
const STAY_ERROR: f64 = 9.0;
/// Those that offer to take something back: a person has to see it and decide.
const STAY_OFFER: f64 = 20.0;
/// From the foot of the page, in points.
const ABOVE: f32 = 16.0;
/// More would cover the page.
const MOST: usize = 6;

/// A button below a notice.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub label: String,
    pub hint: String,
    pub command: Command,
}

#[derive(Debug)]
struct Notice {
    text: String,
    hint: Option<String>,
    is_error: bool,
    /// What takes back what was done.
    undo: Option<Offer>,
    /// What can be done with what came of it.
    more: Vec<Offer>,
    /// Whether it says how far something has come: the next one takes its place.
    is_progress: bool,
    since: Option<f64>,
}

impl Notice {
    /// How long it stays, in seconds.
    fn stay(&self) -> f64 {
        if !self.offers().is_empty() {
            return STAY_OFFER;
        }
        if self.is_error || self.hint.is_some() { STAY_ERROR } else { STAY }
    }

    fn offers(&self) -> Vec<&Offer> {
        self.undo.iter().chain(&self.more).collect()
    }
}

/// What is being said.
#[derive(Debug, Default)]
pub(super) struct Notices {
    list: Vec<Notice>,
    /// The last thing said, for screen readers: it stays when the notice goes.
    spoken: Spoken,
}

/// Words for screen readers.
#[derive(Clone, Debug, Default)]
pub(super) struct Spoken {
    pub words: String,
    /// Whether it cannot wait until the reader has finished a sentence.
    pub is_urgent: bool,
}

impl Notices {
    /// Says what was done.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.add(text.into(), None, false, None);
    }

    /// Says what happened, and more about it; it stays as long as a refusal, for it has to be read.
    pub(super) fn tell(&mut self, text: impl Into<String>, more: Option<String>) {
        self.add(text.into(), more, false, None);
    }

    /// Says what was done, with a button that takes it back.
    pub(super) fn offer(&mut self, text: impl Into<String>, more: Option<String>, undo: Offer) {
        self.forget_offers();
        self.add(text.into(), more, false, Some(undo));
    }

    /// Says what was made, with buttons for what can be done with it.
    pub(super) fn offer_all(&mut self, text: impl Into<String>, hint: Option<String>, more: Vec<Offer>) {
        self.add(text.into(), hint, false, None);
        if let Some(notice) = self.list.last_mut() {
            notice.more = more;
        }
    }

    /// Says how far something has come, in the place of what was said of it before; not to screen readers,
    /// which would speak without end.
    pub(super) fn go_on(&mut self, text: String) {
        self.list.retain(|notice| !notice.is_progress);
        let (hint, is_error, undo, more) = (None, false, None, Vec::new());
        self.list.push(Notice { text, hint, is_error, undo, more, is_progress: true, since: None });
    }

    /// Takes away what offers to take something back, and says how far it has come: it was taken back, or
    /// is done.
    pub(super) fn forget_offers(&mut self) {
        self.list.retain(|notice| notice.undo.is_none() && !notice.is_progress);
    }

    /// Takes away what offers this command.
    pub(super) fn forget_offer(&mut self, command: &Command) {
        self.list.retain(|notice| notice.undo.as_ref().is_none_or(|undo| undo.command != *command));
    }

    /// Says what was refused, and what to do.
    pub(super) fn refuse(&mut self, text: impl Into<String>, hint: Option<String>) {
        self.add(text.into(), hint, true, None);
    }

    /// Says something to screen readers only: on the screen it is seen where it happened.
    pub(super) fn whisper(&mut self, text: &str) {
        self.speak(sentence(text), false);
    }

    /// The same words said again are news again, so they differ by a space that nobody hears.
    fn speak(&mut self, words: String, is_urgent: bool) {
        let words = if words == self.spoken.words { format!("{words}\u{a0}") } else { words };
        self.spoken = Spoken { words, is_urgent };
    }

    fn add(&mut self, text: String, hint: Option<String>, is_error: bool, undo: Option<Offer>) {
        let words = match &hint {
            Some(hint) => format!("{}. {}", sentence(&text), sentence(hint)),
            None => sentence(&text),
        };
        self.speak(words, is_error);
        self.list.retain(|notice| notice.text != text && STAY < notice.stay());
        let more = Vec::new();
        self.list.push(Notice { text, hint, is_error, undo, more, is_progress: false, since: None });
        let surplus = self.list.len().saturating_sub(MOST);
        self.list.drain(..surplus);
    }

    /// Draws them at the foot of what is looked at, which ends at `foot` points, so that they cover no button of
    /// the bars below it, and forgets the old ones; the command of a button that was clicked.
    pub(super) fn ui(&mut self, ctx: &Context, theme: &Theme, foot: f32) -> Option<Command> {
        let now = ctx.input(|input| input.time);
        for notice in &mut self.list {
            notice.since.get_or_insert(now);
        }
        let left = |notice: &Notice| notice.stay() - (now - notice.since.unwrap_or(now));
        self.list.retain(|notice| 0.0 < left(notice));
        let soonest = self.list.iter().map(left).reduce(f64::min)?;
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(soonest.max(0.05)));
        Area::new(egui::Id::unique("notices"))
            .order(Order::Tooltip)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, foot - ctx.content_rect().bottom() - ABOVE))
            .interactable(self.list.iter().any(|notice| !notice.offers().is_empty()))
            .show(ctx, |ui| {
                self.list.iter().fold(None, |clicked, notice| notice_ui(notice, theme, ui).or(clicked))
            })
            .inner
    }

    /// What a screen reader is to say.
    pub(super) fn spoken(&self) -> &Spoken {
        &self.spoken
    }
}

/// Draws a notice; the command of its button if it was clicked.
fn notice_ui(notice: &Notice, theme: &Theme, ui: &mut egui::Ui) -> Option<Command> {
    let edge = if notice.is_error { theme.error } else { theme.accent };
    let frame = Frame::new().fill(theme.panel_raised).stroke((theme.line_weight, edge)).corner_radius(6);
    let shown = frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_max_width(560.0);
        ui.label(RichText::new(sentence(&notice.text)).color(theme.ink_strong));
        if let Some(hint) = &notice.hint {
            ui.label(RichText::new(sentence(hint)).color(theme.ink_subdued));
        }
        let offers = notice.offers();
        if offers.is_empty() {
            return None;
        }
        let clicked = ui.horizontal(|ui| {
            let buttons = offers
                .into_iter()
                .filter(|offer| ui.button(&offer.label).on_hover_text(&offer.hint).clicked());
            buttons.map(|offer| offer.command.clone()).last()
        });
        clicked.inner
    });
    shown.inner
}

/// With a capital at the start and quotation marks round names, as the window writes; the core writes
/// sentences in lower case, and names between backticks, as a terminal has them.
pub(super) fn sentence(text: &str) -> String {
    let shown = super::widgets::visible(text);
    let mut is_open = false;
    let mut characters = shown.chars().map(|c| match c {
        '`' => {
            is_open = !is_open;
            if is_open { '“' } else { '”' }
        }
        other => other,
    });
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
