//! The wall: one passage at a time for a projector, in large type and alone lit, and what a class sees there,
//! which a key reveals. Nothing else of the window is drawn meanwhile, and nobody's name.

mod counts;

use super::outbox::Request;
use super::theme::Theme;
use super::view_ctx::ViewCtx;
use super::widgets::chip::tag_chip_ui;
use super::widgets::words::{Look, Words};
use super::words::{name, one_of, say};
use crate::analysis::votes::Voted;
use crate::document::Document;
use crate::layer::{Tag, TagId};
use crate::session::Session;
use crate::session::class::wall::Wall;
use crate::text::{TextRange, TextSize};
use counts::counts_ui;
use egui::{Align2, Button, Color32, Event, FontId, Key, Rect, RichText, Sense, Ui, WidgetInfo, pos2, vec2};
use std::path::PathBuf;

/// A paragraph of more bytes is shown only as far as the sentences of the passage reach, so that those who sit at
/// the back can read it; and sentences of more bytes only as far as they have room.
const LONGEST: (usize, usize) = (320, 1200);
/// The largest and the smallest type of a passage, in points of a window 800 high.
const SIZES: (f32, f32) = (44.0, 20.0);

/// How much of a passage is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Question,
    Counts,
    Key,
}

/// What is on the wall.
#[derive(Clone, Debug)]
pub(super) struct ClassWall {
    path: PathBuf,
    /// Of the marks that it was made of.
    revision: u64,
    wall: Wall,
    /// The passages in the order of showing.
    order: Vec<usize>,
    at: usize,
    stage: Stage,
    /// The tag that is asked about, where the person chose one.
    asked: Option<TagId>,
    shows_initials: bool,
    divided_first: bool,
    /// Whether the window filled the screen before.
    pub was_whole_screen: bool,
}

/// What a key or a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Reveal,
    Next,
    Back,
    Initials,
    Divided,
    Leave,
}

impl ClassWall {
    /// Of the marks on an article, as far as anybody's passages are there.
    pub(super) fn of(session: &Session) -> Option<Self> {
        let mut wall = Self {
            path: session.path().to_owned(),
            revision: 0,
            wall: Wall::default(),
            order: Vec::new(),
            at: 0,
            stage: Stage::Question,
            asked: None,
            shows_initials: false,
            divided_first: false,
            was_whole_screen: false,
        };
        wall.take(session);
        (!wall.order.is_empty()).then_some(wall)
    }

    /// Takes over what marks have become; whether there is still something to show.
    pub(super) fn follow(&mut self, session: Option<&Session>) -> bool {
        let Some(session) = session.filter(|session| session.path() == self.path) else { return false };
        if self.revision != session.article().revision() {
            self.take(session);
        }
        !self.order.is_empty()
    }

    fn take(&mut self, session: &Session) {
        let before = self.order.get(self.at).and_then(|&nth| self.wall.passages.get(nth)).cloned();
        self.revision = session.article().revision();
        self.wall = Wall::of(session);
        self.arrange();
        let same = |nth: &usize| self.wall.passages.get(*nth).map(|one| &one.pieces);
        let found = self.order.iter().position(|nth| same(nth) == before.as_ref().map(|one| &one.pieces));
        self.at = found.unwrap_or(self.at).min(self.order.len().saturating_sub(1));
    }

    /// Puts the passages in the order that is chosen.
    fn arrange(&mut self) {
        self.order = (0..self.wall.passages.len()).collect();
        if self.divided_first {
            let division = |nth: &usize| self.wall.passages.get(*nth).map_or(0.0, |one| one.division());
            self.order.sort_by(|a, b| division(b).total_cmp(&division(a)));
        }
    }

    fn has_key(&self) -> bool {
        !self.wall.key.is_empty()
    }

    fn does(&mut self, deed: Deed, cx: &ViewCtx<'_>) {
        let last = self.order.len().saturating_sub(1);
        match deed {
            Deed::Reveal => {
                self.stage = match self.stage {
                    Stage::Question => Stage::Counts,
                    Stage::Counts if self.has_key() => Stage::Key,
                    _ => Stage::Question,
                }
            }
            Deed::Next if self.at < last => self.go_to(self.at + 1),
            Deed::Back if 0 < self.at => self.go_to(self.at - 1),
            Deed::Next | Deed::Back => {}
            Deed::Initials => self.shows_initials = !self.shows_initials,
            Deed::Divided => {
                self.divided_first = !self.divided_first;
                self.arrange();
                self.go_to(0);
            }
            Deed::Leave => cx.ask(Request::LeaveWall),
        }
    }

    fn go_to(&mut self, at: usize) {
        (self.at, self.stage, self.asked) = (at, Stage::Question, None);
    }

    /// Draws it and answers its keys.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let whole = ui.max_rect();
        let scale = (whole.height() / 800.0).min(whole.width() / 1100.0).clamp(0.6, 3.0);
        let inner = whole.shrink2(vec2(whole.width() * 0.05, 22.0 * scale));
        for deed in pressed(ui) {
            self.does(deed, cx);
        }
        self.choose_tag(cx, ui);
        let foot = inner.with_min_y(inner.max.y - 46.0 * scale);
        self.buttons_ui(cx, foot, scale, ui);
        let tags = &session.codebook().tags;
        let asked = self.asked_about(session);
        self.head_ui(cx, asked, inner, scale, ui);
        let Some(voted) = self.voted() else { return };
        let body = inner.with_min_y(inner.min.y + 40.0 * scale).with_max_y(foot.min.y - 16.0 * scale);
        // What is revealed has its room from the start, so that nothing moves.
        let n_rows = tags.len() + 1;
        let told = counts::height(n_rows, self.has_key(), body.height(), scale);
        let told = body.with_min_y(body.max.y - told);
        let question = body.with_min_y(told.min.y - 62.0 * scale).with_max_y(told.min.y);
        let passage = body.with_max_y(question.min.y - 12.0 * scale);
        passage_ui(cx, session.document(), &voted.pieces, passage, scale, ui);
        if let Some(asked) = asked {
            let what = one_of(&asked.label).unwrap_or_else(|| say!("wall-quoted", tag = name(&asked.label)));
            let words = say!("wall-question", what = what);
            line_ui(ui, question, Align2::LEFT_CENTER, (&words, 34.0 * scale), cx.theme.ink_strong);
        }
        if Stage::Question < self.stage {
            let key = (self.stage == Stage::Key).then(|| self.wall.key_at(voted));
            let class = &self.wall.class;
            let shown = counts::Counts { voted, class, key, asked, shows_initials: self.shows_initials };
            counts_ui(cx, &shown, told, scale, ui);
        }
    }

    /// The passage that is shown.
    fn voted(&self) -> Option<&Voted> {
        self.order.get(self.at).and_then(|&nth| self.wall.passages.get(nth))
    }

    /// The tag that is asked about: the one that the person chose, else the one that most gave.
    fn asked_about<'a>(&self, session: &'a Session) -> Option<&'a Tag> {
        let tags = &session.codebook().tags;
        let chosen = self.asked.as_ref().and_then(|id| session.codebook().tag(id));
        let most = || session.codebook().tag(self.voted()?.most(tags.iter().map(|tag| &tag.id))?);
        chosen.or_else(most)
    }

    /// A tag's key asks about that tag.
    fn choose_tag(&mut self, cx: &ViewCtx<'_>, ui: &Ui) {
        let typed = ui.input(|input| {
            let mut texts = input.events.iter().filter_map(|event| match event {
                Event::Text(text) => text.chars().next(),
                _ => None,
            });
            texts.next_back()
        });
        // These are the wall's own.
        let typed = typed.filter(|key| !"nbid ".contains(key.to_ascii_lowercase()));
        if let Some(tag) = typed.and_then(|key| cx.commands.codebook().tag_of_key(key)) {
            self.asked = Some(tag.id.clone());
        }
    }

    /// Where the class is, which tag is asked about, and how many they are.
    fn head_ui(&mut self, cx: &ViewCtx<'_>, asked: Option<&Tag>, inner: Rect, scale: f32, ui: &mut Ui) {
        let head = inner.with_max_y(inner.min.y + 30.0 * scale);
        let ink = cx.theme.ink_subdued;
        let (nth, count) = (self.at + 1, self.order.len());
        let at = say!("wall-at", nth = nth, count = count);
        line_ui(ui, head, Align2::LEFT_CENTER, (&at, 18.0 * scale), ink);
        let people = say!("wall-people", count = self.wall.class.len());
        line_ui(ui, head, Align2::RIGHT_CENTER, (&people, 18.0 * scale), ink);
        let room = head.with_min_x(head.min.x + 130.0 * scale).with_max_x(head.max.x - 130.0 * scale);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let mut row = ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout));
        for tag in &cx.commands.codebook().tags {
            let is_asked = asked.is_some_and(|asked| asked.id == tag.id);
            if tag_chip_ui(&mut row, cx.theme, tag, is_asked, true).clicked() {
                self.asked = Some(tag.id.clone());
            }
        }
    }

    fn buttons_ui(&mut self, cx: &ViewCtx<'_>, foot: Rect, scale: f32, ui: &mut Ui) {
        let buttons = [
            (Deed::Back, say!("wall-back"), None),
            (Deed::Reveal, self.reveal_words(), None),
            (Deed::Next, say!("wall-next"), None),
            (Deed::Initials, say!("wall-initials"), Some(self.shows_initials)),
            (Deed::Divided, say!("wall-divided"), Some(self.divided_first)),
            (Deed::Leave, say!("wall-leave"), None),
        ];
        let mut done = None;
        let mut row = ui.new_child(egui::UiBuilder::new().max_rect(foot));
        row.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0 * scale;
            ui.spacing_mut().button_padding = vec2(12.0, 8.0) * scale;
            for (deed, words, is_on) in buttons {
                let is_able = match deed {
                    Deed::Back => 0 < self.at,
                    Deed::Next => self.at + 1 < self.order.len(),
                    _ => true,
                };
                let label = RichText::new(&words).size(16.0 * scale);
                let button = Button::new(label).selected(is_on == Some(true));
                let response = ui.add_enabled(is_able, button);
                response.widget_info(|| match is_on {
                    Some(is_on) => WidgetInfo::selected(egui::Role::Button, is_able, is_on, &words),
                    None => WidgetInfo::labeled(egui::Role::Button, is_able, &words),
                });
                if response.clicked() {
                    done = Some(deed);
                }
            }
        });
        if let Some(deed) = done {
            self.does(deed, cx);
        }
    }

    fn reveal_words(&self) -> String {
        match self.stage {
            Stage::Question => say!("wall-reveal"),
            Stage::Counts if self.has_key() => say!("wall-reveal-key"),
            _ => say!("wall-hide"),
        }
    }
}

/// What was pressed, in its order. Space is a button's own where one has the keyboard.
fn pressed(ui: &Ui) -> Vec<Deed> {
    let has_button = ui.memory(|memory| memory.focused()).is_some();
    let deed_of = |key: Key| match key {
        Key::N | Key::ArrowRight | Key::PageDown => Some(Deed::Next),
        Key::B | Key::ArrowLeft | Key::PageUp => Some(Deed::Back),
        Key::I => Some(Deed::Initials),
        Key::D => Some(Deed::Divided),
        Key::F11 => Some(Deed::Leave),
        Key::Space if !has_button => Some(Deed::Reveal),
        _ => None,
    };
    ui.input(|input| {
        let keys = input.events.iter().filter_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } if modifiers.is_none() => deed_of(*key),
            _ => None,
        });
        keys.collect()
    })
}

/// A line of words that screen readers have too.
fn line_ui(ui: &mut Ui, rect: Rect, align: Align2, (words, size): (&str, f32), ink: Color32) {
    let at = align.pos_in_rect(&rect);
    let drawn = ui.painter().text(at, align, words, FontId::proportional(size), ink);
    let response = ui.interact(drawn, egui::Id::unique(("wall line", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
}

/// The passage in its paragraph, as large as there is room for, and all around it dim.
fn passage_ui(
    cx: &ViewCtx<'_>,
    document: &Document,
    pieces: &[std::ops::Range<usize>],
    rect: Rect,
    scale: f32,
    ui: &mut Ui,
) {
    let range = |piece: &std::ops::Range<usize>| {
        document.units().range_from_code_points(document.text(), piece.clone())
    };
    let lit: Vec<TextRange> = pieces.iter().filter_map(range).collect();
    let (Some(first), Some(last)) = (lit.first(), lit.last()) else { return };
    let around = around(document, TextRange::new(first.start(), last.end()));
    let words = document.slice(around);
    let lit = lit.iter().filter_map(|piece| within(*piece, around));
    let lit: Vec<TextRange> = lit.collect();
    let mut guard = cx.words.borrow_mut();
    let set: &mut Words = &mut guard;
    let look = |size: f32| Look { size, lines: 60, ink: cx.theme.ink_strong };
    let mut size = SIZES.0 * scale;
    let mut placed = set.place(ui.ctx(), words, rect.width(), look(size));
    while rect.height() < placed.size.y && SIZES.1 * scale < size {
        size = (size - 4.0 * scale).max(SIZES.1 * scale);
        placed = set.place(ui.ctx(), words, rect.width(), look(size));
    }
    let painter = ui.painter().with_clip_rect(rect.expand(4.0));
    let at = pos2(rect.left(), rect.top() + ((rect.height() - placed.size.y) / 2.0).max(0.0));
    let rects = |set: &Words, range: TextRange| -> Vec<Rect> {
        set.parts(placed, range).into_iter().map(|(part, _)| part.translate(at.to_vec2())).collect()
    };
    for part in lit.iter().flat_map(|&piece| rects(set, piece)) {
        painter.rect_filled(part, 0.0, lit_ground(cx.theme));
    }
    set.paint(placed, &painter, at, cx.theme.ink_strong);
    for part in gaps(&lit, TextSize::of(words)).into_iter().flat_map(|gap| rects(set, gap)) {
        painter.rect_filled(part, 0.0, cx.theme.page.gamma_multiply(0.66));
    }
    drop(guard);
    let shown = lit.iter().filter_map(|piece| piece.of(words)).collect::<Vec<_>>().join(" … ");
    let response = ui.interact(rect, egui::Id::unique("wall passage"), Sense::hover());
    let shown = say!("wall-passage", words = shown.as_str());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &shown));
}

/// What lies under the words that are meant.
fn lit_ground(theme: &Theme) -> Color32 {
    theme.wash(theme.accent, false)
}

/// What of the text is shown with a passage: its paragraphs, or where they are long, its sentences.
fn around(document: &Document, hull: TextRange) -> TextRange {
    let spanned = |of: &dyn Fn(TextSize) -> TextRange| {
        let before_end = TextSize::from_usize(hull.end().to_usize().saturating_sub(1)).max(hull.start());
        TextRange::new(of(hull.start()).start().min(hull.start()), of(before_end).end().max(hull.end()))
    };
    let paragraphs = spanned(&|at| document.paragraph_at(at));
    if paragraphs.to_usize().len() <= LONGEST.0 {
        return paragraphs;
    }
    let sentences = spanned(&|at| document.sentence_at(at));
    if sentences.to_usize().len() <= LONGEST.1 {
        return sentences;
    }
    let end = TextSize::from_usize(hull.start().to_usize() + LONGEST.1).min(hull.end());
    document.snap(TextRange::new(hull.start(), end))
}

/// A range as a part of another one, from its start.
fn within(range: TextRange, outer: TextRange) -> Option<TextRange> {
    let (range, outer) = (range.to_usize(), outer.to_usize());
    let (start, end) = (range.start.max(outer.start), range.end.min(outer.end));
    (start < end).then(|| TextRange::from_usize(start - outer.start..end - outer.start))
}

/// What lies between and around ranges that are in order, up to `end`.
fn gaps(ranges: &[TextRange], end: TextSize) -> Vec<TextRange> {
    let mut at = 0;
    let mut gaps = Vec::new();
    let all =
        ranges.iter().map(|range| range.to_usize()).chain(std::iter::once(end.to_usize()..end.to_usize()));
    for range in all {
        if at < range.start {
            gaps.push(TextRange::from_usize(at..range.start));
        }
        at = at.max(range.end);
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dim_is_what_is_not_lit() {
        let range = |range: std::ops::Range<usize>| TextRange::from_usize(range);
        assert_eq!(
            gaps(&[range(2..4), range(6..8)], TextSize::from_usize(9)),
            [range(0..2), range(4..6), range(8..9)]
        );
        assert_eq!(gaps(&[range(0..9)], TextSize::from_usize(9)), []);
        assert_eq!(within(range(5..20), range(10..15)), Some(range(0..5)));
        assert_eq!(within(range(5..9), range(10..15)), None);
    }

    #[test]
    fn a_long_paragraph_is_shown_by_its_sentences_alone() {
        let filler = "The mill stood empty for years. ".repeat(60);
        let document = Document::plain(&format!("{filler}The army denied it. {filler}"));
        let start = document.text().find("army").expect("there");
        let hull = TextRange::from_usize(start..start + 11);
        assert_eq!(document.slice(around(&document, hull)).trim(), "The army denied it.");
        let whole = TextRange::all(document.text());
        assert!(around(&document, whole).to_usize().len() <= LONGEST.1);
    }
}
