//! What is decided of marks that differ: the buttons and the field for a reason, on the page of differences and
//! below the article. Who settles does so under a name of their own, so that what is decided stands beside
//! everybody's marks and in nobody's way.

use super::outbox::{NewPerson, Request};
use super::view_ctx::ViewCtx;
use super::widgets::visible;
use super::words::say;
use crate::analysis::differences::Differing;
use crate::layer::{AnnotationId, Annotator, AnnotatorId};
use crate::session::{Action, How};
use egui::{Id, RichText, TextEdit, Ui};

/// The room of the field for a reason, in points.
const FIELD: f32 = 220.0;

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Deed {
    /// The decision.
    pub action: Action,
    /// Whether its mark is to be worded otherwise at once.
    pub rewords: bool,
}

/// Who marked what of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub id: AnnotationId,
    pub person: AnnotatorId,
    pub name: String,
}

/// Draws the buttons; what was chosen. Whoever marked there themselves is offered to settle under another name.
pub(super) fn decide_ui(cx: &ViewCtx<'_>, marks: &[Mark], ui: &mut Ui) -> Option<Deed> {
    // Who has no name yet is asked for it with the first decision.
    if let Some(me) = cx.me.filter(|me| marks.iter().any(|mark| mark.person == me.id)) {
        settle_ui(cx, me, ui);
        return None;
    }
    let key = Id::unique("reason of a decision");
    let mut reason = ui.data(|data| data.get_temp::<String>(key)).unwrap_or_default();
    let label = ui.label(RichText::new(say!("settle-reason")).color(cx.theme.ink_subdued));
    let field = TextEdit::singleline(&mut reason).desired_width(FIELD).hint_text(say!("settle-reason-hint"));
    ui.add(field).labelled_by(label.id);
    let mut deed = None;
    let mut decide = |how: How, first: Option<AnnotationId>, rewords: bool| {
        let others = marks.iter().map(|mark| mark.id).filter(|id| Some(*id) != first);
        let ids = first.into_iter().chain(others).map(|id| id.0.simple().to_string()).collect();
        deed = Some(Deed { action: Action::Decide(how, ids, reason.trim().to_owned()), rewords });
    };
    for mark in marks {
        if ui.button(say!("settle-take", person = visible(&mark.name))).clicked() {
            decide(How::Take, Some(mark.id), false);
        }
    }
    let merge = ui.add_enabled(1 < marks.len(), egui::Button::new(say!("settle-merge")));
    if merge.on_hover_text(say!("settle-merge-hint")).clicked() {
        decide(How::Merge, None, false);
    }
    let first = marks.first().map(|mark| mark.id);
    if ui.button(say!("settle-reword")).on_hover_text(say!("settle-reword-hint")).clicked() {
        decide(How::Take, first, true);
    }
    if ui.button(say!("settle-drop")).on_hover_text(say!("settle-drop-hint")).clicked() {
        decide(How::Drop, None, false);
    }
    if ui.button(say!("settle-open")).on_hover_text(say!("settle-open-hint")).clicked() {
        decide(How::Open, None, false);
    }
    let kept = if deed.is_some() { String::new() } else { reason };
    ui.data_mut(|data| data.insert_temp(key, kept));
    deed
}

/// What was decided: "Dee took one: the second report says so".
pub(super) fn decided_words(one: &Differing) -> Option<String> {
    let decided = one.decided.as_ref()?;
    let by = visible(&decided.by.name);
    Some(match (decided.is_old, decided.how.as_str()) {
        (true, _) => say!("differences-again", by = by),
        (false, "takes") => say!("settled-takes", by = by),
        (false, "merges") => say!("settled-merges", by = by),
        (false, "leaves-open") => say!("settled-open", by = by),
        (false, _) => say!("settled-drops", by = by),
    })
}

/// Offers to settle under a name of one's own.
pub(super) fn settle_ui(cx: &ViewCtx<'_>, me: &Annotator, ui: &mut Ui) {
    let name = say!("settle-name", name = me.name.as_str());
    let button = ui.button(say!("settle-as", name = visible(&name)));
    if button.on_hover_text(say!("settle-as-hint")).clicked() {
        let colour = cx.identities.len();
        cx.ask(Request::AddPerson(NewPerson { name, colour, is_here: true }));
    }
}
