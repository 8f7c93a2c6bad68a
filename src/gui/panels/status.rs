//! The line at the foot: what waits for a person, how the article was read, how many marks there are. What
//! waits always has room; what is only good to know makes way.

use crate::document::{Document, Extent, Importer, LocatorKind, Metadata, is_no_date};
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::notices::{Spoken, sentence};
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::{date, say};
use crate::session::Session;
use egui::{Align, Button, Color32, Label, Layout, RichText, Sense, TextStyle, Ui};

/// The room between two things, in points.
const GAP: f32 = 12.0;
/// The room that encoding and origin are worth, in points.
const ROOM_TO_TELL: f32 = 150.0;

/// Something that waits for a person, or that must be said.
struct Waits {
    words: String,
    hint: String,
    /// What a click does.
    command: Option<Command>,
    /// Whether nothing is wrong: it is only said.
    is_quiet: bool,
}

/// Draws the line. `spoken` is what a screen reader says of the last action.
pub(in crate::gui) fn status_ui(cx: &ViewCtx<'_>, spoken: &Spoken, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = GAP;
    let Some(session) = cx.session else {
        ui.label(RichText::new(say!("foot-nothing")).color(cx.theme.ink_subdued));
        return;
    };
    let all = waiting(cx, session);
    let marks = marks(session);
    let taken: f32 =
        all.iter().map(|waits| &waits.words).chain([&marks]).map(|words| width(words, ui) + GAP).sum();
    let left = ui.available_width() - taken;
    if left < 0.0 {
        // More than one line of it: nothing is cut off.
        ui.horizontal_wrapped(|ui| {
            all.iter().for_each(|waits| waits.ui(cx, ui));
            spoken_ui(spoken, ui);
        });
        return;
    }
    ui.horizontal(|ui| {
        if ROOM_TO_TELL <= left {
            read_ui(cx, session, left, ui);
        }
        all.iter().for_each(|waits| waits.ui(cx, ui));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(marks).small().color(cx.theme.ink_subdued));
            spoken_ui(spoken, ui);
        });
    });
}

fn width(words: &str, ui: &Ui) -> f32 {
    let font = TextStyle::Small.resolve(ui.style());
    ui.painter().layout_no_wrap(words.to_owned(), font, Color32::BLACK).size().x
}

impl Waits {
    fn ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let ink = if self.is_quiet { cx.theme.ink_subdued } else { cx.theme.warning };
        let words = RichText::new(&self.words).small().color(ink);
        match &self.command {
            Some(command) => {
                let button = ui.add(Button::new(words).frame(false));
                if button.on_hover_text(&self.hint).clicked() {
                    cx.run(command.clone());
                }
            }
            None => _ = ui.label(words).on_hover_text(&self.hint),
        }
    }
}

/// Everything that waits for a person, the most pressing first.
fn waiting(cx: &ViewCtx<'_>, session: &Session) -> Vec<Waits> {
    let n_review: usize = session.layers().iter().map(|open| open.placements.n_needing_review()).sum();
    let (n_conflicts, n_copies) = (session.conflicts().len(), session.copies().count());
    let n_proposals = session.proposals().len();
    let n_misleading = session.document().n_misleading();
    let misleading_hint =
        if cx.settings.shows_signs { say!("foot-misleading-shown") } else { say!("foot-misleading-hint") };
    let mut all = vec![
        (
            n_conflicts,
            say!("foot-versions", count = n_conflicts),
            say!("foot-versions-hint"),
            Command::NEXT_CONFLICT,
        ),
        (n_copies, say!("foot-copies", count = n_copies), say!("foot-copies-hint"), Command::REMOVE_COPIES),
        (
            n_proposals,
            say!("foot-proposals", count = n_proposals),
            say!("foot-proposals-hint"),
            Command::NEXT_PROPOSAL,
        ),
        (n_review, say!("foot-review", count = n_review), say!("foot-review-hint"), Command::NEXT_TO_REVIEW),
        (n_misleading, say!("foot-misleading", count = n_misleading), misleading_hint, Command::TOGGLE_SIGNS),
    ];
    all.retain(|(n, ..)| 0 < *n);
    let with_commands = all.into_iter().map(|(_, words, hint, command)| (words, hint, Some(command)));
    let warnings: Vec<String> =
        session.warnings().iter().map(|warning| sentence(&told::warning(warning))).collect();
    let told = match warnings.as_slice() {
        [] => None,
        [one] => Some(shortened(one, 60)),
        several => Some(say!("foot-warnings", count = several.len())),
    };
    let told = told.map(|words| (format!("{} {words}", icons::WARNING), warnings.join("\n"), None));
    let waits = |(words, hint, command)| Waits { words, hint, command, is_quiet: false };
    with_commands.chain(told).map(waits).chain(beside(session.document())).collect()
}

/// What the file has beside the text: it is said, so that nothing is left out in silence.
fn beside(document: &Document) -> impl Iterator<Item = Waits> {
    let n_words = document.n_words_left_out();
    let n_left_out = document.left_out().len();
    let left_out = (0 < n_left_out)
        .then(|| (say!("foot-left-out", count = n_left_out, words = n_words), say!("foot-left-out-hint")));
    let n_remarks = document.remarks().len();
    let remarks =
        (0 < n_remarks).then(|| (say!("foot-remarks", count = n_remarks), say!("foot-remarks-hint")));
    let waits = |(words, hint)| {
        let command = Some(Command::TOGGLE_BESIDE);
        Waits { words, hint, command, is_quiet: true }
    };
    left_out.into_iter().chain(remarks).map(waits)
}

/// How many marks there are, and of how many people.
fn marks(session: &Session) -> String {
    let n_marks: usize = session.layers().iter().map(|open| open.layer.annotations().len()).sum();
    match session.layers().len() {
        people if 1 < people => say!("foot-marks-by", count = n_marks, people = people),
        _ => say!("foot-marks", count = n_marks),
    }
}

/// How the article was read, and where it is from, in what `room` there is.
fn read_ui(cx: &ViewCtx<'_>, session: &Session, room: f32, ui: &mut Ui) {
    let reading = session.document().reading();
    let kind = match (reading.importer, reading.extent) {
        (Importer::Plain, _) => say!("foot-text"),
        (Importer::Markdown, _) => say!("foot-markdown"),
        (Importer::Subtitles, _) => say!("foot-subtitles"),
        (Importer::Epub, _) => say!("foot-book"),
        (Importer::Html | Importer::Mhtml | Importer::WebArchive | Importer::PageZip, extent) => match extent
        {
            Extent::Article => say!("foot-page-article"),
            Extent::Page => say!("foot-page-whole"),
            Extent::WithLeftOut => say!("foot-page-with-left-out"),
        },
        (Importer::Pdf, _) => say!("foot-pdf"),
        (Importer::Docx, _) => say!("foot-docx"),
        (Importer::Odt, _) => say!("foot-odt"),
    };
    let subdued = |words: &str| RichText::new(words).small().color(cx.theme.ink_subdued);
    let place = locator(cx, session.document());
    let taken = width(&kind, ui) + width(reading.encoding, ui) + width(&place, ui) + 4.0 * GAP;
    if !place.is_empty() {
        if (cx.ready)(&Command::TOGGLE_PAGE).is_ok() {
            let button = ui.add(Button::new(subdued(&place)).frame(false));
            if button.on_hover_text(say!("foot-locator-hint")).clicked() {
                cx.run(Command::TOGGLE_PAGE);
            }
        } else {
            ui.label(subdued(&place));
        }
    }
    ui.label(subdued(&kind));
    if !reading.encoding.is_empty() {
        let encoding = Label::new(subdued(reading.encoding)).sense(Sense::click());
        if ui.add(encoding).on_hover_text(say!("foot-encoding")).clicked() {
            cx.run(Command::CHOOSE_ENCODING);
        }
    }
    let origin = origin(session.document().metadata());
    let room = room - taken;
    if origin.is_empty() || room < ROOM_TO_TELL / 2.0 {
        return;
    }
    let words = shortened(&origin, 90);
    let room = room.min(width(&words, ui) + 1.0);
    let label = Label::new(subdued(&words)).truncate();
    ui.allocate_ui(egui::vec2(room, ui.available_height()), |ui| ui.add(label).on_hover_text(origin));
}

/// The page and the chapter of what is read; empty where the file has neither.
fn locator(cx: &ViewCtx<'_>, document: &Document) -> String {
    // The first and the last page of a scan are at one place of its text.
    let has_text = !document.text().trim().is_empty();
    let at = |kind| {
        document
            .locator_at(cx.page.as_ref()?.place(), kind)
            .filter(|found| has_text && !found.label.is_empty())
    };
    let page = at(LocatorKind::Page).map(|page| say!("foot-locator-page", label = page.label.as_str()));
    let chapter = at(LocatorKind::Chapter).map(|chapter| {
        say!("foot-locator-chapter", label = shortened(&in_visual_order(&visible(&chapter.label)), 40))
    });
    page.into_iter().chain(chapter).collect::<Vec<_>>().join(" · ")
}

/// Who published it and when, as the file says: a stranger's words.
fn origin(metadata: &Metadata) -> String {
    let published = metadata.published_on(None).map(date);
    let published = published.or_else(|| metadata.published.clone()).filter(|date| !is_no_date(date));
    let said = [&metadata.byline, &metadata.site, &published, &metadata.language];
    // Each by itself: words that read to the left do not turn the others round.
    let said = said.into_iter().flatten().map(|words| in_visual_order(&visible(words)));
    let said: Vec<String> = said.collect();
    said.join(" · ")
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
