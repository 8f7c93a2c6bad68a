//! What people say of the chosen mark, and the field for a reply.

use crate::gui::outbox::Request;
use crate::gui::panels::card_row::LINE;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::words::{day_of, say, words_of};
use crate::layer::AnnotationId;
use crate::session::{Action, MarkRef, Reply, Session};
use egui::{Id, Key, RichText, TextEdit, TextStyle, Ui, vec2};

/// The room of the button beside the field, in points. Enter replies, too.
const BUTTON: f32 = 76.0;

/// The replies of others that were not looked at yet.
pub(super) fn unread(cx: &ViewCtx<'_>, replies: &[Reply]) -> Vec<AnnotationId> {
    let me = cx.me.map(|me| me.id);
    let read = cx.workspace.read_replies();
    let new = replies.iter().filter(|reply| Some(reply.by.id) != me && !read.contains(&reply.id));
    new.map(|reply| reply.id).collect()
}

/// Draws what was said of a mark; of a reply, what was said of the mark that it is about.
pub(super) fn replies_ui(cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, label: Id, ui: &mut Ui) {
    let root = session.discussed(mark.annotation.id);
    let replies = session.replies(root);
    let new = unread(cx, &replies);
    if !new.is_empty() {
        cx.ask(Request::RepliesRead(new));
    }
    let is_resolved = replies.last().is_some_and(|reply| reply.resolves);
    let size = TextStyle::Body.resolve(ui.style()).size;
    for reply in &replies {
        let (by, day, words) = (visible(&reply.by.name), day_of(reply.at), visible(&reply.words));
        let said = match (reply.resolves, words.is_empty()) {
            (false, _) => say!("reply-said", by = by, day = day, words = words),
            (true, true) => say!("reply-resolved", by = by, day = day),
            (true, false) => say!("reply-resolved-with", by = by, day = day, words = words),
        };
        let ink = if is_resolved { cx.theme.ink_subdued } else { cx.theme.ink };
        words_ui(&mut cx.words.borrow_mut(), &said, Look { size, lines: 8, ink }, ui);
    }
    for found in session.assessments_of(root) {
        let (by, found) = (visible(&found.layer.layer.annotator.name), visible(&words_of(found.annotation)));
        let said = say!("assessed-by", by = by, found = found);
        words_ui(&mut cx.words.borrow_mut(), &said, Look { size, lines: 12, ink: cx.theme.ink }, ui);
    }
    let key = Id::unique(("reply to", root));
    let mut words = ui.data(|data| data.get_temp::<String>(key)).unwrap_or_default();
    let mut resolves = None;
    let (has_words, can_resolve) = (!words.trim().is_empty(), !replies.is_empty() && !is_resolved);
    ui.horizontal(|ui| {
        let button = if has_words || can_resolve { BUTTON } else { 0.0 };
        let room = (ui.available_width() - button).max(60.0);
        let field = TextEdit::singleline(&mut words).hint_text(say!("reply-hint"));
        let field = ui.add_sized(vec2(room, LINE), field).labelled_by(label);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered || field.gained_focus() {
            // It is the last row of the card.
            field.scroll_to_me(None);
        }
        if can_resolve {
            let resolve = ui.button(say!("reply-resolve")).on_hover_text(say!("reply-resolve-hint"));
            resolves = resolve.clicked().then_some(true);
        } else if has_words && ui.button(say!("reply-send")).clicked() {
            resolves = Some(false);
        }
        if entered && has_words {
            resolves = Some(false);
        }
    });
    if let Some(resolves) = resolves {
        let about = root.0.simple().to_string();
        cx.send(Action::Reply(about, std::mem::take(&mut words).trim().to_owned(), resolves));
    }
    if is_resolved {
        ui.label(RichText::new(say!("reply-is-resolved")).small().color(cx.theme.good));
    }
    ui.data_mut(|data| data.insert_temp(key, words));
}
