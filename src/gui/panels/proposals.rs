//! The bar of proposals, below the page: which one is looked at, why it is proposed, and the buttons that accept
//! and refuse it.

use crate::analysis::{Proposal, Reason};
use crate::gui::command::Command;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::session::Session;
use egui::{Align, Button, Frame, Label, Layout, Margin, Panel, RichText, Ui};

/// With less room than this, in points, the reason and the buttons take several lines.
const NARROW: f32 = 760.0;
/// The most letters of words that are quoted.
const LONGEST: usize = 60;

/// Draws the bar, if proposals were asked for; where it begins, in points, since notices stand above it.
pub(in crate::gui) fn proposals_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<f32> {
    if !session.has_proposals() {
        return None;
    }
    let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(12, 5));
    let bar = Panel::bottom("proposals").frame(frame).show(ui, |ui| {
        if ui.available_width() < NARROW {
            ui.horizontal_wrapped(|ui| bar_ui(cx, session, true, ui));
        } else {
            ui.horizontal(|ui| bar_ui(cx, session, false, ui));
        }
    });
    Some(bar.response.rect.top())
}

fn bar_ui(cx: &ViewCtx<'_>, session: &Session, is_narrow: bool, ui: &mut Ui) {
    let open = session.proposals();
    let chosen = open.iter().position(|(nth, _)| Some(*nth) == session.chosen_proposal());
    let count = match chosen {
        Some(at) => say!("proposals-nth", nth = at + 1, count = open.len()),
        None => say!("proposals-open", count = open.len()),
    };
    ui.label(RichText::new(count).color(cx.theme.ink_subdued));
    let told = chosen.and_then(|at| open.get(at)).map(|(_, proposal)| {
        let tag = session.codebook().tag(&proposal.tag);
        let label = session.codebook().label(&proposal.tag).to_owned();
        ui.label(RichText::new(visible(&label)).strong().color(cx.theme.tag(tag)));
        why(proposal, session)
    });
    let words = told.unwrap_or_default();
    let has_open = (chosen.is_some(), !open.is_empty());
    if is_narrow {
        ui.add(Label::new(words).wrap());
        return buttons_ui(cx, has_open, false, ui);
    }
    // The buttons stay where they are, however long the reason is.
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        buttons_ui(cx, has_open, true, ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(words.as_str()).truncate()).on_hover_text(words.as_str());
        });
    });
}

/// The buttons, where there is something to decide and to go to; from right to left the last one first.
fn buttons_ui(cx: &ViewCtx<'_>, (is_chosen, is_any): (bool, bool), is_backward: bool, ui: &mut Ui) {
    let mut buttons = [
        (Command::ACCEPT_PROPOSAL, say!("proposals-accept"), is_chosen),
        (Command::REFUSE_PROPOSAL, say!("proposals-refuse"), is_chosen),
        (Command::PREVIOUS_PROPOSAL, say!("proposals-previous"), is_any),
        (Command::NEXT_PROPOSAL, say!("proposals-next"), is_any),
        (Command::PROPOSE, say!("proposals-away"), true),
    ];
    if is_backward {
        buttons.reverse();
    }
    for (command, words, is_shown) in buttons {
        if is_shown && ui.add(Button::new(words)).clicked() {
            cx.run(command);
        }
    }
}

/// Why a passage is proposed, and by whom it is said.
fn why(proposal: &Proposal, session: &Session) -> String {
    let text = session.document().text();
    let quoted = |words: &str| in_visual_order(&visible(&shortened(words, LONGEST)));
    let words: Vec<String> =
        proposal.told_by(text).iter().take(3).map(|words| format!("“{}”", quoted(words))).collect();
    let words = words.join(", ");
    let why = match &proposal.reason {
        Reason::Attributed(_) => say!("proposal-attributed", words = words),
        Reason::Counted(_) => say!("proposal-counted", words = words),
        Reason::Opinion(_) => say!("proposal-opinion", words = words),
    };
    let sources: Vec<String> = proposal.sources.iter().map(|source| quoted(&source.name)).collect();
    match sources.as_slice() {
        [] => why,
        sources => say!("proposal-by", why = why, source = sources.join(" ← ")),
    }
}
