//! Several versions of one mark, side by side in words, and the buttons that settle it.

use crate::gui::panels::mark_row::tag_words;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::{self, moment, say};
use crate::layer::{Annotation, Relation};
use crate::session::conflicts::Version;
use crate::session::{Action, Conflict, Said, Session, Which};
use egui::{Frame, RichText, Ui};

/// Draws the versions of a mark or a relation, and what can be done about them.
pub(in crate::gui) fn versions_ui(cx: &ViewCtx<'_>, session: &Session, conflict: &Conflict, ui: &mut Ui) {
    let frame =
        Frame::new().stroke((cx.theme.line_weight, cx.theme.warning)).corner_radius(6).inner_margin(8);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(heading(conflict)).strong().color(cx.theme.ink_strong));
        let all: Vec<Vec<String>> =
            conflict.versions.iter().map(|version| lines(session, &version.said)).collect();
        for (nth, version) in conflict.versions.iter().enumerate() {
            ui.add_space(4.0);
            let words = format!("{}, {}", title(nth, conflict.versions.len()), when(version));
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
            let others = all.iter().enumerate().filter(|(other, _)| *other != nth);
            let others: Vec<&Vec<String>> = others.map(|(_, lines)| lines).collect();
            for line in &all[nth] {
                // What all say is no help in deciding.
                if !others.iter().all(|other| other.contains(line)) {
                    let look = Look { size: 13.0, lines: 4, ink: cx.theme.ink };
                    words_ui(&mut cx.words.borrow_mut(), line, look, ui);
                }
            }
        }
        ui.add_space(4.0);
        if conflict.is_writable {
            buttons_ui(cx, conflict, ui);
        } else {
            let words = say!("versions-not-yours", person = visible(&conflict.person));
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
        }
    });
}

fn buttons_ui(cx: &ViewCtx<'_>, conflict: &Conflict, ui: &mut Ui) {
    let settle = |which| cx.send(Action::Settle(conflict.name(), which));
    ui.horizontal_wrapped(|ui| {
        if ui.button(say!("versions-keep-this")).on_hover_text(say!("versions-keep-this-hint")).clicked() {
            settle(Which::This);
        }
        let n_others = conflict.versions.len().saturating_sub(1);
        for nth in 1..=n_others {
            let words = if n_others == 1 {
                say!("versions-keep-other")
            } else {
                say!("versions-keep-nth", nth = nth + 1)
            };
            if ui.button(words).on_hover_text(say!("versions-keep-other-hint")).clicked() {
                settle(Which::Other(nth));
            }
        }
        if conflict.has_notes() {
            let hint = say!("versions-both-hint");
            if ui.button(say!("versions-both")).on_hover_text(hint).clicked() {
                settle(Which::Both);
            }
        }
    });
}

/// What the versions are of.
pub(in crate::gui) fn heading(conflict: &Conflict) -> String {
    let is_relation = conflict.versions.iter().any(|version| matches!(version.said, Said::Relation(_)));
    let count = conflict.versions.len();
    if is_relation {
        say!("versions-of-link", count = count)
    } else {
        say!("versions-of-mark", count = count)
    }
}

fn title(nth: usize, count: usize) -> String {
    match nth {
        0 => say!("versions-shown"),
        1 if count == 2 => say!("versions-other"),
        nth => say!("versions-nth", nth = nth + 1),
    }
}

fn when(version: &Version) -> String {
    let when = moment(version.at);
    if version.said == Said::Removed {
        say!("versions-deleted-at", when = when)
    } else {
        say!("versions-from", when = when)
    }
}

/// What a version says, line by line, so that lines can be compared.
fn lines(session: &Session, said: &Said) -> Vec<String> {
    match said {
        Said::Mark(mark) => lines_of_mark(session, mark),
        Said::Relation(relation) => vec![line_of_relation(session, relation)],
        Said::Removed => vec![say!("versions-deleted")],
        Said::Unknown => vec![say!("versions-newer")],
    }
}

fn lines_of_mark(session: &Session, mark: &Annotation) -> Vec<String> {
    let mut lines = vec![
        say!("versions-passage", quote = visible(&shortened(&mark.quote(), 200))),
        say!("versions-tags", tags = tag_words(session, &mark.tags)),
    ];
    if mark.note.is_empty() {
        lines.push(say!("versions-no-note"));
    } else {
        lines.push(say!("versions-note", note = visible(&mark.note)));
    }
    let source = words::source(&mark.attribution);
    lines.push(if source.is_empty() {
        say!("versions-no-source")
    } else {
        say!("versions-source", source = visible(&source))
    });
    lines
        .extend(mark.figures.iter().map(|figure| say!("versions-figure", figure = visible(&figure.wording))));
    if mark.figures.is_empty() {
        lines.push(say!("versions-no-figure"));
    }
    lines
}

fn line_of_relation(session: &Session, relation: &Relation) -> String {
    let quote = |id| {
        let mark = session.mark(id).map(|mark| mark.annotation.quote());
        mark.map_or_else(
            || say!("versions-mark-gone"),
            |quote| format!("“{}”", visible(&shortened(&quote, 60))),
        )
    };
    let kind = session.codebook().relations.iter().find(|kind| kind.id == relation.kind);
    let label = kind.map_or_else(|| relation.kind.to_string(), |kind| visible(&words::name(&kind.label)));
    format!("{} {label} {}", quote(relation.from), quote(relation.to))
}
