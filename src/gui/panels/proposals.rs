//! The bar of proposals, below the page: which one is looked at, why it is proposed, and the buttons that accept
//! and refuse it.

use crate::analysis::{Proposal, Reason};
use crate::gui::command::Command;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::session::Session;
use egui::{Button, Frame, Label, Margin, Panel, RichText, Ui};

/// The most letters of words that are quoted.
const LONGEST: usize = 60;

/// Draws the bar, if proposals were asked for; where it begins, in points, since notices stand above it.
pub(in crate::gui) fn proposals_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) -> Option<f32> {
    if !session.has_proposals() {
        return None;
    }
    let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(12, 5));
    let bar = Panel::bottom("proposals").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| bar_ui(cx, session, ui));
    });
    Some(bar.response.rect.top())
}

fn bar_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let open = session.proposals();
    let chosen = open.iter().position(|(nth, _)| Some(*nth) == session.chosen_proposal());
    let count = match chosen {
        Some(at) => say!("proposals-nth", nth = at + 1, count = open.len()),
        None => say!("proposals-open", count = open.len()),
    };
    ui.label(RichText::new(count).color(cx.theme.ink_subdued));
    if let Some((_, proposal)) = chosen.and_then(|at| open.get(at)) {
        let tag = session.codebook().tag(&proposal.tag);
        let label = session.codebook().label(&proposal.tag).to_owned();
        ui.label(RichText::new(visible(&label)).strong().color(cx.theme.tag(tag)));
        let words = why(proposal, session);
        ui.add(Label::new(words).wrap());
    }
    for (command, words, is_shown) in [
        (Command::ACCEPT_PROPOSAL, say!("proposals-accept"), chosen.is_some()),
        (Command::REFUSE_PROPOSAL, say!("proposals-refuse"), chosen.is_some()),
        (Command::PREVIOUS_PROPOSAL, say!("proposals-previous"), !open.is_empty()),
        (Command::NEXT_PROPOSAL, say!("proposals-next"), !open.is_empty()),
        (Command::PROPOSE, say!("proposals-away"), true),
    ] {
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
