//! Who is speaking, above the page: a bar of shares, and a button for each voice that leads to what it says.

use crate::analysis::voices::Voices;
use crate::gui::outbox::{Request, Way};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::voices::{colour, sign};
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::session::Session;
use crate::session::exporting::{Field, Sheet};
use egui::{Button, Frame, Margin, Panel, Rect, RichText, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// The most letters of a name.
const LONGEST: usize = 32;
/// The most voices that are listed by name, and how many are where there is less room than so many points.
const MOST: usize = 12;
const FEW: (usize, f32) = (5, 560.0);
/// The height of the bar of shares, in points.
const BAR: f32 = 10.0;

/// Draws the shares above the page, with what each sign means; a click goes to what that voice says next.
pub(in crate::gui) fn voices_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    let Some(heard) = cx.voices else { return };
    let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(12, 6));
    Panel::top("voices").frame(frame).show(ui, |ui| {
        shares_ui(cx, &heard.voices, ui);
        let most = if ui.available_width() < FEW.1 { FEW.0 } else { MOST };
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
            for (nth, voice) in heard.voices.all.iter().enumerate().take(most) {
                let (sign, share) = (sign(nth), percent(voice.share));
                let name = in_visual_order(&shortened(&visible(&voice.name), LONGEST));
                let words = say!("voices-voice", sign = sign, name = name, share = share);
                let ink = colour(cx.theme, nth);
                let button = ui.add(Button::new(RichText::new(words).small().color(ink)).small());
                if button.on_hover_text(say!("voices-next")).clicked()
                    && let Some(passage) = heard.next(nth, session.selection().head)
                {
                    cx.ask(Request::Go(Way::Offset(passage.range.start())));
                }
            }
            let more = heard.voices.all.len().saturating_sub(most);
            if 0 < more {
                let words = say!("voices-more", count = more);
                ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
            }
            let without = say!("voices-without", share = percent(heard.voices.share_without));
            ui.label(RichText::new(without).small().color(cx.theme.ink_subdued));
        });
    });
}

/// A bar of all voices; the part without one is hollow.
fn shares_ui(cx: &ViewCtx<'_>, voices: &Voices, ui: &mut Ui) {
    let (_, whole) = ui.allocate_space(vec2(ui.available_width(), BAR));
    let response = ui.interact(whole, egui::Id::unique("shares of voices"), Sense::hover());
    let told: Vec<String> = voices
        .all
        .iter()
        .map(|voice| say!("voices-share", name = visible(&voice.name), share = percent(voice.share)))
        .chain([say!("voices-without", share = percent(voices.share_without))])
        .collect();
    let told = told.join(", ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Image);
        node.set_label(told);
        node.set_bounds(egui::accesskit::Rect {
            x0: whole.left().into(),
            y0: whole.top().into(),
            x1: whole.right().into(),
            y1: whole.bottom().into(),
        });
    });
    let mut left = whole.left();
    let font = egui::FontId::proportional(BAR - 1.0);
    for (nth, voice) in voices.all.iter().enumerate() {
        let right = left + whole.width() * voice.share / 100.0;
        let rect = Rect::from_min_max(pos2(left, whole.top()), pos2(right, whole.bottom()));
        ui.painter().rect_filled(rect.shrink2(vec2(0.5, 0.0)), 0.0, colour(cx.theme, nth));
        if 14.0 < rect.width() {
            let at = rect.center();
            ui.painter().text(at, egui::Align2::CENTER_CENTER, sign(nth), font.clone(), cx.theme.page);
        }
        left = right;
    }
    ui.painter().rect_stroke(whole, 1.0, Stroke::new(1.0, cx.theme.edge), StrokeKind::Inside);
}

/// Who speaks as a table for other programs, each with the share of the text and how often; last the part without.
pub(in crate::gui) fn sheet(voices: &Voices) -> Sheet {
    let hundredths = |share: f32| Field::Number((f64::from(share) * 10.0).round() / 10.0);
    let named = voices.all.iter().enumerate().map(|(nth, voice)| {
        let n = voices.passages.iter().filter(|passage| passage.voice == nth).count();
        vec![
            Field::words(sign(nth)),
            Field::words(visible(&voice.name)),
            hundredths(voice.share),
            Field::count(n),
        ]
    });
    let without = vec![
        Field::words(""),
        Field::words(say!("voices-nobody")),
        hundredths(voices.share_without),
        Field::words(""),
    ];
    Sheet {
        title: say!("look-voices"),
        head: vec![say!("voices-sign"), say!("voices-name"), say!("voices-of-text"), say!("voices-passages")],
        rows: named.chain([without]).collect(),
    }
}

/// Hundredths as a whole number; what is there and too little for that is less than one.
fn percent(share: f32) -> String {
    if 0.0 < share && share < 1.0 { "<1".to_owned() } else { format!("{share:.0}") }
}
