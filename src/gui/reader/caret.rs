//! Where a command sends the caret: by character, word, line, sentence, paragraph, heading and screen. The
//! page follows it.

use super::Reader;
use super::type_cache::TypeCache;
use crate::document::{BlockKind, Document};
use crate::gui::command::CaretMove;
use crate::page::{Align, Motion, Place};
use crate::session::{Selection, Session};
use crate::text::{TextRange, TextSize, boundary};

/// How far from the edge the caret's line is kept, in points.
const MARGIN: f32 = 60.0;
/// How much of a screen Space scrolls: some lines stay, so that the eye finds its place.
const SCREEN: f32 = 0.88;

impl Reader {
    /// Moves the caret, and with `selects` the moving end of the selection; what is to be selected then. The
    /// pieces kept before stay where `more` is not empty.
    pub(in crate::gui) fn go(
        &mut self,
        session: &Session,
        cache: &mut TypeCache,
        to: CaretMove,
        selects: bool,
    ) -> Selection {
        self.follow_caret(session);
        let before = if selects { session.shown_selection() } else { session.selection().clone() };
        let from = if before.is_set { self.head } else { Place::before(self.page.top_offset()) };
        if selects && to == CaretMove::NextSentence && takes_another(session) {
            let sentence = sentence_to_take(session, before.range().end().max(from.offset));
            return self.select_whole(cache, sentence, before.more);
        }
        let head = self.target(session, cache, from, to, selects);
        self.head = head;
        self.leave_list();
        self.page.scroll_to(&mut cache.fonts, head.offset, Align::Nearest(MARGIN));
        let anchor = match (selects, before.is_set) {
            (true, true) => before.anchor,
            (true, false) => from.offset,
            (false, _) => head.offset,
        };
        // A bare caret on its way to the next piece keeps those before it.
        let keeps = selects || before.range().is_empty();
        let more = if keeps { before.more } else { Vec::new() };
        Selection { anchor, head: head.offset, more, is_set: true }
    }

    /// Selects a sentence, and shows its end.
    fn select_whole(
        &mut self,
        cache: &mut TypeCache,
        sentence: TextRange,
        more: Vec<TextRange>,
    ) -> Selection {
        self.head = Place::before(sentence.end());
        self.wanted_x = None;
        self.leave_list();
        self.page.scroll_to(&mut cache.fonts, sentence.end(), Align::Nearest(MARGIN));
        Selection { anchor: sentence.start(), head: sentence.end(), more, is_set: true }
    }

    /// Scrolls by most of a screen; the caret stays.
    pub(in crate::gui) fn scroll_screen(&mut self, cache: &mut TypeCache, down: bool) {
        let step = f64::from(self.page.viewport().1 * SCREEN);
        self.page.scroll_by(&mut cache.fonts, if down { step } else { -step });
    }

    /// Where arrows scroll instead of moving the caret: scrolls, and says whether this way is one of those.
    pub(in crate::gui) fn scroll_instead(&mut self, cache: &mut TypeCache, to: CaretMove) -> bool {
        let (_, height) = self.page.viewport();
        let lines =
            3.0 * self.page.caret(Place::before(self.page.top_offset())).map_or(28.0, |c| c.rect.height);
        let step = match to {
            CaretMove::LineUp => -f64::from(lines),
            CaretMove::LineDown => f64::from(lines),
            CaretMove::ScreenUp => -f64::from(height * SCREEN),
            CaretMove::ScreenDown => f64::from(height * SCREEN),
            CaretMove::LineStart | CaretMove::Start => f64::MIN,
            CaretMove::LineEnd | CaretMove::End => f64::MAX,
            _ => return false,
        };
        if step == f64::MIN {
            self.page.scroll_to(&mut cache.fonts, TextSize::ZERO, Align::Top);
        } else if step == f64::MAX {
            let end = TextSize::of(self.page.document().text());
            self.page.scroll_to(&mut cache.fonts, end, Align::Nearest(MARGIN));
        } else {
            self.page.scroll_by(&mut cache.fonts, step);
        }
        true
    }

    fn target(
        &mut self,
        session: &Session,
        cache: &mut TypeCache,
        from: Place,
        to: CaretMove,
        selects: bool,
    ) -> Place {
        let document = session.document();
        let text = document.text();
        let is_rtl = self.page.is_rtl_at(&mut cache.fonts, from);
        let range = session.selection().range();
        let motion = match to {
            // Without Shift, an arrow leaves a selection at its end on that side.
            CaretMove::Left | CaretMove::Right if !selects && !range.is_empty() => {
                self.wanted_x = None;
                let is_end = (to == CaretMove::Right) != is_rtl;
                return Place::before(if is_end { range.end() } else { range.start() });
            }
            CaretMove::Left => Motion::Left,
            CaretMove::Right => Motion::Right,
            CaretMove::LineUp => Motion::Up,
            CaretMove::LineDown => Motion::Down,
            CaretMove::LineStart => Motion::LineStart,
            CaretMove::LineEnd => Motion::LineEnd,
            CaretMove::ScreenUp => Motion::PageUp,
            CaretMove::ScreenDown => Motion::PageDown,
            _ => {
                self.wanted_x = None;
                let at = from.offset;
                return Place::before(match to {
                    CaretMove::WordLeft | CaretMove::WordRight => {
                        if (to == CaretMove::WordRight) != is_rtl {
                            boundary::word_end(text, at)
                        } else {
                            boundary::previous_word(text, at)
                        }
                    }
                    CaretMove::NextSentence => next_sentence(document, at, selects),
                    CaretMove::PreviousSentence => previous_sentence(document, at),
                    CaretMove::NextParagraph => paragraph_edge(document, at, true),
                    CaretMove::PreviousParagraph => paragraph_edge(document, at, false),
                    CaretMove::NextHeading => heading(document, at, true).unwrap_or(at),
                    CaretMove::PreviousHeading => heading(document, at, false).unwrap_or(at),
                    CaretMove::Start => TextSize::ZERO,
                    _ => TextSize::of(text),
                });
            }
        };
        self.page.motion(&mut cache.fonts, from, motion, &mut self.wanted_x)
    }
}

/// Whether the next press takes a sentence of its own, instead of adding it to what is selected: where
/// nothing is seen to be selected, and where a mark is chosen.
fn takes_another(session: &Session) -> bool {
    session.focus().is_some() || session.shown_selection().range().is_empty()
}

/// The sentence that is taken from `at` on: behind the chosen mark, and behind sentences that are marked.
fn sentence_to_take(session: &Session, at: TextSize) -> TextRange {
    let document = session.document();
    let behind = |marked: TextRange| {
        let last = boundary::previous_grapheme(document.text(), marked.end());
        sentence_from(document, document.sentence_at(last).end())
    };
    let chosen = session.focus().and_then(|id| session.mark(id)?.hull());
    let mut sentence = chosen.map_or_else(|| sentence_from(document, at), behind);
    while let Some(marked) = mark_on(session, sentence) {
        sentence = behind(marked);
    }
    sentence
}

/// Where one's own mark lies that is on a whole sentence; marks that go on into other paragraphs are on
/// more than sentences.
fn mark_on(session: &Session, sentence: TextRange) -> Option<TextRange> {
    let paragraph = session.document().paragraph_at(sentence.start());
    let marks = session.marks_at(sentence.start()).into_iter().filter(|mark| mark.is_writable());
    let mut places = marks.filter_map(|mark| mark.hull());
    places.find(|&place| !sentence.is_empty() && place.covers(sentence) && paragraph.covers(place))
}

/// The sentence that `at` is in; at the end of one, the next. Empty at the end of the text.
fn sentence_from(document: &Document, at: TextSize) -> TextRange {
    let here = document.sentence_at(at);
    if at < here.end() {
        return here;
    }
    let first = document.block_at(at).unwrap_or(0);
    let next = document.blocks().iter().skip(first).find_map(|block| {
        let sentences = boundary::sentences(document.text(), block.range);
        sentences.into_iter().find(|sentence| at < sentence.end())
    });
    next.unwrap_or_else(|| TextRange::new(at, at))
}

/// The start of the next sentence, or, for a selection, the end of this one or of the next.
fn next_sentence(document: &Document, at: TextSize, selects: bool) -> TextSize {
    let here = document.sentence_at(at);
    if selects && at < here.end() {
        return here.end();
    }
    // Sentences end at paragraphs, and of the paragraphs after this one the first with words counts.
    let text = document.text();
    let first = document.block_at(at).unwrap_or(0);
    for block in document.blocks().iter().skip(first) {
        let sentences = boundary::sentences(text, block.range);
        let next = if selects {
            sentences.iter().find(|sentence| at < sentence.end()).map(|sentence| sentence.end())
        } else {
            sentences.iter().find(|sentence| at < sentence.start()).map(|sentence| sentence.start())
        };
        if let Some(next) = next {
            return next;
        }
    }
    TextSize::of(text)
}

/// The start of the sentence that `at` is in, or of the one before.
fn previous_sentence(document: &Document, at: TextSize) -> TextSize {
    let last = document.block_at(at).map_or(0, |block| block + 1);
    for block in document.blocks().iter().take(last).rev() {
        let sentences = boundary::sentences(document.text(), block.range);
        if let Some(sentence) = sentences.iter().rfind(|sentence| sentence.start() < at) {
            return sentence.start();
        }
    }
    TextSize::ZERO
}

/// The start of the paragraph after `at`, or of the one that has it, or of the one before.
fn paragraph_edge(document: &Document, at: TextSize, forward: bool) -> TextSize {
    let blocks = document.blocks();
    let mut starts = blocks.iter().map(|block| block.range.start());
    if forward {
        let after = blocks.partition_point(|block| block.range.start() <= at);
        blocks.get(after).map_or(TextSize::of(document.text()), |block| block.range.start())
    } else {
        starts.rfind(|&start| start < at).unwrap_or(TextSize::ZERO)
    }
}

/// The start of the next or previous heading.
fn heading(document: &Document, at: TextSize, forward: bool) -> Option<TextSize> {
    let is_heading = |kind: &BlockKind| matches!(kind, BlockKind::Heading { .. });
    let mut headings = document.blocks().iter().filter(|block| is_heading(&block.kind));
    let found = if forward {
        headings.find(|block| at < block.range.start())
    } else {
        headings.rfind(|block| block.range.start() < at)
    };
    found.map(|block| block.range.start())
}
