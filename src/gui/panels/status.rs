//! The line at the foot: how the article was read, how many marks, what needs a look.

use crate::document::{Extent, Importer, Metadata, is_no_date};
use crate::gui::command::Command;
use crate::gui::notices::{Spoken, sentence};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::date;
use crate::session::{Session, Warning};
use egui::{Align, Label, Layout, RichText, Sense, Ui};

/// Draws the line. `spoken` is what a screen reader says of the last action.
pub(in crate::gui) fn status_ui(cx: &ViewCtx<'_>, spoken: &Spoken, ui: &mut Ui) {
    ui.horizontal(|ui| {
        let Some(session) = cx.session else {
            ui.label(RichText::new("No article is open").color(cx.theme.ink_subdued));
            return;
        };
        let reading = session.document().reading();
        let kind = match (reading.importer, reading.extent) {
            (Importer::Plain, _) => "Text",
            (Importer::Markdown, _) => "Markdown",
            (Importer::Html, Extent::Article) => "Web page, its article",
            (Importer::Html, Extent::Page) => "Web page, all of it",
        };
        let subdued = |words: String| RichText::new(words).small().color(cx.theme.ink_subdued);
        ui.label(subdued(kind.to_owned()));
        let encoding = Label::new(subdued(reading.encoding.to_owned())).sense(Sense::click());
        if ui.add(encoding).on_hover_text("The file's encoding. Click if letters look wrong").clicked() {
            cx.run(Command::CHOOSE_ENCODING);
        }
        let origin = origin(session.document().metadata());
        if !origin.is_empty() {
            ui.label(subdued(shortened(&in_visual_order(&origin), 70))).on_hover_text(origin);
        }
        warnings_ui(cx, session.warnings(), ui);
        misleading_ui(cx, session.document().n_misleading(), ui);
        let n_review: usize = session.layers().iter().map(|open| open.placements.n_needing_review()).sum();
        if 0 < n_review {
            let words = if n_review == 1 {
                "1 mark needs a look".to_owned()
            } else {
                format!("{n_review} marks need a look")
            };
            ui.label(RichText::new(words).small().color(cx.theme.warning))
                .on_hover_text("Their words changed or are gone; they stand at the end of the list");
        }
        sharing_ui(cx, session, ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let n_marks: usize = session.layers().iter().map(|open| open.layer.annotations().len()).sum();
            let n_people = session.layers().len();
            let people = if 1 < n_people { format!(" by {n_people} people") } else { String::new() };
            let marks = if n_marks == 1 { "1 mark".to_owned() } else { format!("{n_marks} marks") };
            ui.label(subdued(format!("{marks}{people}")));
            spoken_ui(spoken, ui);
        });
    });
}

/// What waits for a decision since several wrote the same; a click leads to it.
fn sharing_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let n_conflicts = session.conflicts().len();
    let n_copies = session.copies().count();
    let conflicts = match n_conflicts {
        1 => "1 mark has two versions".to_owned(),
        n => format!("{n} marks have two versions"),
    };
    let copies = match n_copies {
        1 => "1 conflict copy".to_owned(),
        n => format!("{n} conflict copies"),
    };
    let all = [
        (n_conflicts, conflicts, "Both are kept until you say which it shall be", Command::NEXT_CONFLICT),
        (
            n_copies,
            copies,
            "They are read as one with their file. Click to remove them",
            Command::REMOVE_COPIES,
        ),
    ];
    for (_, words, hint, command) in all.into_iter().filter(|(n, ..)| 0 < *n) {
        let button = egui::Button::new(RichText::new(words).small().color(cx.theme.warning)).frame(false);
        if ui.add(button).on_hover_text(hint).clicked() {
            cx.run(command);
        }
    }
}

/// Who published it and when, as the file says: a stranger's words.
fn origin(metadata: &Metadata) -> String {
    let published = metadata.published_on(None).map(date);
    let published = published.or_else(|| metadata.published.clone()).filter(|date| !is_no_date(date));
    let said = [&metadata.byline, &metadata.site, &published, &metadata.language];
    let said: Vec<String> = said.into_iter().flatten().map(|words| visible(words)).collect();
    said.join(" · ")
}

/// Says that the article has characters that are not seen and could mislead; a click shows them.
fn misleading_ui(cx: &ViewCtx<'_>, n_misleading: usize, ui: &mut Ui) {
    let words = match n_misleading {
        0 => return,
        1 => "1 unseen character could mislead".to_owned(),
        n => format!("{n} unseen characters could mislead"),
    };
    let label = Label::new(RichText::new(words).small().color(cx.theme.warning)).sense(Sense::click());
    let hint = if cx.settings.shows_signs {
        "They have signs on the page. Click to take the signs away"
    } else {
        "They change the order of words, hide them or split them. Click to see where they are"
    };
    if ui.add(label).on_hover_text(hint).clicked() {
        cx.run(Command::TOGGLE_SIGNS);
    }
}

fn warnings_ui(cx: &ViewCtx<'_>, warnings: &[Warning], ui: &mut Ui) {
    if warnings.is_empty() {
        return;
    }
    let words = if warnings.len() == 1 {
        sentence(&warnings[0].to_string())
    } else {
        format!("{} things to know", warnings.len())
    };
    let words = shortened(&words, 90);
    let all: Vec<String> = warnings.iter().map(|warning| sentence(&warning.to_string())).collect();
    ui.label(RichText::new(format!("⚠ {words}")).small().color(cx.theme.warning))
        .on_hover_text(all.join("\n"));
}

/// A label that nobody sees and screen readers announce when it changes.
fn spoken_ui(spoken: &Spoken, ui: &mut Ui) {
    let (_, response) = ui.allocate_exact_size(egui::vec2(1.0, 1.0), Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Status);
        let live = egui::accesskit::Live::Polite;
        node.set_live(if spoken.is_urgent { egui::accesskit::Live::Assertive } else { live });
        node.set_value(spoken.words.as_str());
    });
}
