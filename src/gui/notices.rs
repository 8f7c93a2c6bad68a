//! Short sentences at the foot of the page: what was done, what was refused and what to do about it.

use super::theme::Theme;
use egui::{Align2, Area, Context, Frame, Margin, Order, RichText, vec2};

/// How long a notice stays, in seconds. Refusals stay longer: they have to be read.
const STAY: f64 = 4.0;
const STAY_ERROR: f64 = 9.0;
/// More would cover the page.
const MOST: usize = 6;

#[derive(Debug)]
struct Notice {
    text: String,
    hint: Option<String>,
    is_error: bool,
    since: Option<f64>,
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
        self.add(text.into(), None, false);
    }

    /// Says what happened, and more about it; it stays as long as a refusal, for it has to be read.
    pub(super) fn tell(&mut self, text: impl Into<String>, more: Option<String>) {
        self.add(text.into(), more, false);
    }

    /// Says what was refused, and what to do.
    pub(super) fn refuse(&mut self, text: impl Into<String>, hint: Option<String>) {
        self.add(text.into(), hint, true);
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

    fn add(&mut self, text: String, hint: Option<String>, is_error: bool) {
        let words = match &hint {
            Some(hint) => format!("{}. {}", sentence(&text), sentence(hint)),
            None => sentence(&text),
        };
        self.speak(words, is_error);
        self.list.retain(|notice| notice.text != text && (notice.is_error || notice.hint.is_some()));
        self.list.push(Notice { text, hint, is_error, since: None });
        let surplus = self.list.len().saturating_sub(MOST);
        self.list.drain(..surplus);
    }

    /// Draws them above the status bar, and forgets the old ones.
    pub(super) fn ui(&mut self, ctx: &Context, theme: &Theme) {
        let now = ctx.input(|input| input.time);
        for notice in &mut self.list {
            notice.since.get_or_insert(now);
        }
        let left = |notice: &Notice| {
            let stay = if notice.is_error || notice.hint.is_some() { STAY_ERROR } else { STAY };
            stay - (now - notice.since.unwrap_or(now))
        };
        self.list.retain(|notice| 0.0 < left(notice));
        let Some(soonest) = self.list.iter().map(left).reduce(f64::min) else { return };
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(soonest.max(0.05)));
        Area::new(egui::Id::unique("notices"))
            .order(Order::Tooltip)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0))
            .interactable(false)
            .show(ctx, |ui| {
                for notice in &self.list {
                    notice_ui(notice, theme, ui);
                }
            });
    }

    /// What a screen reader is to say.
    pub(super) fn spoken(&self) -> &Spoken {
        &self.spoken
    }
}

fn notice_ui(notice: &Notice, theme: &Theme, ui: &mut egui::Ui) {
    let edge = if notice.is_error { theme.error } else { theme.accent };
    Frame::new()
        .fill(theme.panel_raised)
        .stroke((1.0, edge))
        .corner_radius(6)
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_max_width(560.0);
            ui.label(RichText::new(sentence(&notice.text)).color(theme.ink_strong));
            if let Some(hint) = &notice.hint {
                ui.label(RichText::new(sentence(hint)).color(theme.ink_subdued));
            }
        });
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
