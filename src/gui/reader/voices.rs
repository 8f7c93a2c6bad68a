//! Who is speaking, on the page: a tint under what each voice says, its sign where it begins to speak, and a tick
//! where it begins and ends, so that no voice is told by a colour alone.

use super::Reader;
use super::frame::{Frame, bounds_of};
use crate::gui::voices::{colour, sign};
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use crate::text::{TextRange, TextSize};
use egui::accesskit::Role;
use egui::{Align2, FontId, Painter, Rect, Sense, Stroke, Ui, vec2};
use std::collections::BTreeMap;

/// The size of the signs, in points.
const SIGN: f32 = 9.0;
/// So many letters of what is said stand in what a screen reader is told.
const QUOTE: usize = 160;

impl Reader {
    /// Whether voices are shown here: the tints of marks give way to them.
    pub(super) fn shows_voices(frame: &Frame<'_>) -> bool {
        frame.cx.voices.is_some()
    }

    /// The tints under what is said.
    pub(super) fn paint_voices(&self, frame: &Frame<'_>, painter: &Painter) {
        self.each_voice_part(frame, |part| {
            let tint = frame.cx.theme.wash(colour(frame.cx.theme, part.voice), false);
            painter.rect_filled(part.rect.shrink2(vec2(0.0, 1.5)), 1.0, tint);
        });
    }

    /// The signs and ticks, over the words.
    pub(super) fn paint_voice_signs(&self, frame: &Frame<'_>, painter: &Painter) {
        self.each_voice_part(frame, |part| {
            let ink = colour(frame.cx.theme, part.voice);
            let stroke = Stroke::new(1.2 * frame.cx.theme.line_weight, ink);
            let rect = part.rect.shrink2(vec2(0.0, 1.5));
            let (start, end) =
                if part.is_rtl { (rect.right(), rect.left()) } else { (rect.left(), rect.right()) };
            if part.begins {
                painter.vline(start, rect.top()..=rect.bottom(), stroke);
                let align = if part.is_rtl { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
                let at = egui::pos2(start + if part.is_rtl { -2.0 } else { 2.0 }, rect.top());
                let galley = painter.layout_no_wrap(sign(part.voice), FontId::proportional(SIGN), ink);
                let ground = align.anchor_size(at, galley.size());
                painter.rect_filled(ground.shrink2(vec2(-1.0, 2.0)), 1.0, frame.cx.theme.page);
                painter.galley(ground.min, galley, ink);
            }
            if part.ends {
                painter.vline(end, rect.center().y..=rect.bottom(), stroke);
            }
        });
    }

    /// What each voice says in view, for screen readers, with its sign and its name.
    pub(super) fn publish_voices(&self, frame: &Frame<'_>, ui: &Ui) {
        let Some(heard) = frame.cx.voices.filter(|heard| heard.is_of(frame.session)) else { return };
        let mut in_view: BTreeMap<TextSize, (TextRange, usize, Rect)> = BTreeMap::new();
        self.each_voice_part(frame, |part| {
            let rect = part.rect.intersect(frame.rect);
            if rect.is_positive() {
                let known = in_view.entry(part.passage.start()).or_insert((part.passage, part.voice, rect));
                known.2 = known.2.union(rect);
            }
        });
        for (start, (passage, voice, bounds)) in in_view {
            let Some(name) = heard.voices.all.get(voice).map(|voice| visible(&voice.name)) else { continue };
            let quote = shortened(&visible(frame.session.document().slice(passage)), QUOTE);
            let words = say!("voices-passage", sign = sign(voice), name = name, quote = quote);
            let id = ui.scope_id().with(("voice", start.to_usize()));
            ui.interact(bounds, id, Sense::hover());
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Mark);
                node.set_label(words);
                node.set_bounds(bounds_of(bounds));
            });
        }
    }

    /// What of the passages is in view, line by line.
    fn each_voice_part(&self, frame: &Frame<'_>, mut draw: impl FnMut(VoicePart)) {
        let Some(heard) = frame.cx.voices.filter(|heard| heard.is_of(frame.session)) else { return };
        let view = self.page.visible_range();
        let passages = &heard.voices.passages;
        let first = passages.partition_point(|passage| passage.range.end() <= view.start());
        for passage in passages.iter().skip(first).take_while(|passage| passage.range.start() < view.end()) {
            for part in self.page.parts(passage.range) {
                draw(VoicePart {
                    rect: frame.to_window(part.rect),
                    passage: passage.range,
                    voice: passage.voice,
                    is_rtl: part.is_rtl,
                    begins: part.range.start() == passage.range.start(),
                    ends: part.range.end() == passage.range.end(),
                });
            }
        }
    }
}

/// What a voice says on one line.
struct VoicePart {
    rect: Rect,
    passage: TextRange,
    voice: usize,
    is_rtl: bool,
    begins: bool,
    ends: bool,
}
