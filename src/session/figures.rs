//! What a mark counts: figures read from words or from the passage, and set by hand.

use super::action::Nth;
use super::label::Label;
use super::{ActionError, Outcome, Session};
use crate::anchor::{Passage, describe};
use crate::article::MarkRef;
use crate::document::Document;
use crate::host::Host;
use crate::layer::{Convention, Figure, FigureField, FigureIn, LANGUAGES, Share};
use crate::text::search::{Case, Folded};
use crate::text::{TextRange, boundary};

impl Session {
    /// The figures that stand in a mark's passage, by the sentences that it is in, with their places in the
    /// text: what "take from the passage" takes. Where the sentences tell none, the passage by itself may.
    pub fn figures_in(&self, mark: &MarkRef<'_>) -> Vec<FigureIn> {
        let Some(passage) = mark.placement.and_then(|placement| placement.passage()) else {
            return Vec::new();
        };
        let document = self.document();
        let mut found: Vec<FigureIn> = Vec::new();
        for sentences in sentences_of(document, passage) {
            let is_within =
                |figure: &FigureIn| passage.pieces().iter().any(|piece| piece.overlaps(figure.range));
            let all = figures_of(document, sentences).into_iter().filter(is_within);
            found.extend(all.map(|one| FigureIn { figure: self.conventions.read(one.figure), ..one }));
        }
        if found.is_empty()
            && let [piece] = passage.pieces()
        {
            let one = Figure::counted_in(document.slice(*piece));
            found.extend(one.map(|one| FigureIn { range: one.range.shifted(piece.start()), ..one }));
        }
        found
    }

    /// A wording as it is read where it stands in a mark's passage: what became of whom may be told around
    /// it. A wording of one's own is read by itself.
    pub fn read_figure(&self, mark: &MarkRef<'_>, wording: &str) -> Figure {
        self.read_within(mark, wording, &self.figures_in(mark)).0
    }

    fn read_within(
        &self,
        mark: &MarkRef<'_>,
        wording: &str,
        all: &[FigureIn],
    ) -> (Figure, Option<TextRange>) {
        let mut figure = self.conventions.read(Figure::read(wording));
        let passage = mark.placement.and_then(|placement| placement.passage());
        let Some(range) = passage.and_then(|passage| words_in(self.document(), passage, wording)) else {
            return (figure, None);
        };
        let numbers = |figure: &Figure| (figure.low, figure.high, figure.stated);
        let mut around = all.iter().filter(|one| one.range.overlaps(range));
        if let (Some(one), None) = (around.next(), around.next())
            && (numbers(&one.figure) == numbers(&figure) || !figure.has_number())
        {
            let Figure { outcome, population, share, before, .. } = one.figure.clone();
            figure = Figure {
                outcome: figure.outcome.or(outcome),
                population: figure.population.or(population),
                share,
                before,
                ..figure
            };
        }
        (figure, Some(range))
    }

    /// Sets a figure by its wording, or takes it away where there is none. What a person set of it stays, and
    /// so does what words do not tell; what was only read of other words goes with them.
    pub(super) fn set_figure(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        nth: Nth,
        wording: &str,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "figure")?;
        self.learn_conventions(host);
        let mark = self.meant(name)?;
        let n_figures = mark.annotation.figures.len();
        let at = match nth {
            Nth::New => n_figures,
            Nth::Of(nth) => nth.saturating_sub(1),
        };
        if n_figures < at || (at == n_figures && wording.trim().is_empty() && nth != Nth::FIRST) {
            return Err(ActionError::NoFigure(mark.annotation.id, at.saturating_add(1), n_figures));
        }
        if wording.trim().is_empty() {
            return self.change_mark(host, name, Label::Figure, |mark| remove(&mut mark.figures, at));
        }
        let all = self.figures_in(&mark);
        let (read, place) = self.read_within(&mark, wording, &all);
        let before = mark.annotation.figures.get(at);
        let read_before = before.map(|figure| self.read_within(&mark, &figure.wording, &all).0);
        let mut figure = match before.zip(read_before) {
            Some((before, as_read)) => kept_by_hand(before, &as_read, read),
            None => read,
        };
        figure.at = self.described(host, place)?;
        self.change_mark(host, name, Label::Figure, |mark| {
            mark.is_without_figure = false;
            match mark.figures.get_mut(at) {
                Some(old) if old.wording == figure.wording && old.convention == Some(Convention::ByHand) => {
                    old.at = figure.at;
                }
                Some(old) => *old = figure,
                None => mark.figures.push(figure),
            }
        })
    }

    /// Sets one thing of a figure by hand.
    pub(super) fn set_figure_field(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        (nth, field): (usize, FigureField),
        words: &str,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "figure")?;
        let annotation = self.meant(name)?.annotation;
        let n_figures = annotation.figures.len();
        let wanting = ActionError::NoFigure(annotation.id, nth, n_figures);
        let at = nth.checked_sub(1).ok_or_else(|| wanting.clone())?;
        let mut figure = annotation.figures.get(at).cloned().ok_or(wanting)?;
        let wrong = || ActionError::WrongValue(field, words.to_owned());
        field.set(&mut figure, words).ok_or_else(wrong)?;
        if let (FigureField::Convention, Some(convention)) = (field, figure.convention.clone()) {
            self.learn_conventions(host);
            self.read_by(&mut figure, &convention).ok_or_else(wrong)?;
        }
        if figure.part_of.is_some_and(|of| of == at || n_figures <= of) {
            return Err(wrong());
        }
        self.change_mark(host, name, Label::Figure, |mark| {
            mark.figures.get_mut(at).into_iter().for_each(|old| *old = figure.clone());
        })
    }

    /// The numbers of a figure by a convention that is chosen for it; `None` if that has nothing to say of its
    /// words.
    fn read_by(&self, figure: &mut Figure, convention: &Convention) -> Option<()> {
        if !matches!(convention, Convention::AsWorded | Convention::Acled | Convention::House) {
            return Some(());
        }
        let read = self.conventions.read_by(convention, Figure::read(&figure.wording));
        if read.convention.as_ref() != Some(convention) {
            return None;
        }
        (figure.low, figure.high, figure.stated) = (read.low, read.high, read.stated);
        Some(())
    }

    /// Takes all figures that the passage tells. Those that the mark has already stay as they are, except
    /// where nothing was set of one by hand and its words hold those that were found.
    pub(super) fn take_figures(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "figure")?;
        self.learn_conventions(host);
        let mark = self.meant(name)?;
        let found = self.figures_in(&mark);
        if found.is_empty() {
            return Err(ActionError::NothingCounted(mark.annotation.id));
        }
        let mut fresh: Vec<Figure> = Vec::new();
        for one in &found {
            let at = self.described(host, Some(one.range))?;
            let whole = fresh.iter().rposition(|figure| figure.share.is_none());
            let part_of = whole.filter(|_| one.figure.share == Some(Share::Part));
            fresh.push(Figure { at, part_of, ..one.figure.clone() });
        }
        self.change_mark(host, name, Label::Figure, |mark| {
            mark.is_without_figure = false;
            mark.figures = joined(std::mem::take(&mut mark.figures), fresh);
        })
    }

    /// Says that what was read as a figure is none; where the mark has no other, that it counts nothing.
    pub(super) fn no_figure(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        nth: Option<usize>,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "figure")?;
        let annotation = self.meant(name)?.annotation;
        let n_figures = annotation.figures.len();
        let at = nth.map_or(Some(0), |nth| nth.checked_sub(1));
        let at = at.filter(|&at| at < n_figures || nth.is_none());
        let at = at.ok_or(ActionError::NoFigure(annotation.id, nth.unwrap_or(1), n_figures))?;
        self.change_mark(host, name, Label::Figure, |mark| {
            remove(&mut mark.figures, at);
            mark.is_without_figure = mark.figures.is_empty();
        })
    }

    /// A lasting description of a place in the text.
    pub(super) fn described(
        &mut self,
        host: &mut dyn Host,
        place: Option<TextRange>,
    ) -> Result<Option<crate::anchor::Target>, ActionError> {
        let Some(place) = place else { return Ok(None) };
        let place = boundary::trim(self.document().text(), self.document().snap(place));
        let source = self.my_document(host)?;
        Ok((!place.is_empty()).then(|| describe(self.document(), source, &[place], self.opened)))
    }
}

/// Takes a figure away; what was part of it is part of none that is here.
fn remove(figures: &mut Vec<Figure>, at: usize) {
    if at < figures.len() {
        figures.remove(at);
    }
    for figure in figures {
        figure.part_of = match figure.part_of {
            Some(of) if of == at => None,
            Some(of) if at < of => of.checked_sub(1),
            other => other,
        };
    }
}

/// `read`, with what a person set of the figure before: what is another than `as_read` of its words.
fn kept_by_hand(before: &Figure, as_read: &Figure, read: Figure) -> Figure {
    let Figure { outcome, population, share, .. } = before.clone();
    Figure {
        outcome: if outcome == as_read.outcome { read.outcome } else { outcome },
        population: if population == as_read.population { read.population } else { population },
        share: if share == as_read.share { read.share } else { share },
        when: before.when.clone(),
        place: before.place.clone(),
        blamed: before.blamed.clone(),
        stance: before.stance.clone(),
        part_of: before.part_of,
        ..read
    }
}

/// The figures of a mark with those that were found in its passage.
fn joined(old: Vec<Figure>, fresh: Vec<Figure>) -> Vec<Figure> {
    let words =
        |figure: &Figure| figure.wording.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let is_only_read = |figure: &Figure| {
        let read = Figure::read(&figure.wording);
        let Figure { low, high, stated, convention, outcome, .. } = figure.clone();
        let is_outcome = outcome.is_none() || outcome == read.outcome;
        is_outcome
            && kept_by_hand(figure, figure, Figure { low, high, stated, convention, ..read.clone() }) == read
    };
    let gives_way =
        |figure: &Figure| is_only_read(figure) && fresh.iter().any(|new| words(figure).contains(&words(new)));
    let same = |figure: &Figure| fresh.iter().any(|new| words(new) == words(figure));
    let mut all: Vec<Figure> = old.into_iter().filter(|figure| same(figure) || !gives_way(figure)).collect();
    let mut places: Vec<usize> = Vec::new();
    for new in fresh {
        // What was found is part of what was found before it.
        let new = Figure { part_of: new.part_of.and_then(|of| places.get(of).copied()), ..new };
        let known = all.iter().position(|old| words(old) == words(&new));
        places.push(known.unwrap_or(all.len()));
        match known.and_then(|at| all.get_mut(at)) {
            Some(old) => fill(old, new),
            None => all.push(new),
        }
    }
    all
}

/// Adds what was found to a figure where it says nothing of it.
fn fill(old: &mut Figure, new: Figure) {
    old.at = old.at.take().or(new.at);
    old.outcome = old.outcome.take().or(new.outcome);
    old.population = old.population.take().or(new.population);
    if old.share.is_none() {
        (old.share, old.part_of, old.before) = (new.share, new.part_of, new.before);
    }
}

/// Where `wording` stands in a passage, by its letters or, folded, by its words.
fn words_in(document: &Document, passage: &Passage, wording: &str) -> Option<TextRange> {
    let wording = wording.trim();
    passage.pieces().iter().filter(|_| !wording.is_empty()).find_map(|piece| {
        let text = document.slice(*piece);
        let folded = || Folded::of(text, Case::Folded).find_all(wording, Case::Folded).first().copied();
        let literal = text.find(wording).map(|at| TextRange::from_usize(at..at + wording.len()));
        Some(literal.or_else(folded)?.shifted(piece.start()))
    })
}

/// The sentences that a passage stands in, as runs of text, one for each paragraph.
pub(super) fn sentences_of(document: &Document, passage: &Passage) -> Vec<TextRange> {
    let Some(hull) = passage.hull() else { return Vec::new() };
    let blocks = document.blocks().iter().skip(document.block_at(hull.start()).unwrap_or(0));
    let touched = blocks.take_while(|block| block.range.start() < hull.end()).filter_map(|block| {
        let sentences = boundary::sentences(document.text(), block.range).into_iter();
        let is_touched =
            |sentence: &TextRange| passage.pieces().iter().any(|piece| piece.overlaps(*sentence));
        sentences.filter(is_touched).reduce(TextRange::hull)
    });
    touched.collect()
}

/// The figures of a run of text, in bytes of the document.
fn figures_of(document: &Document, run: TextRange) -> Vec<FigureIn> {
    let language = document.language().unwrap_or_default();
    let language = LANGUAGES.iter().copied().find(|known| language.split('-').next() == Some(*known));
    let all = Figure::all_in(document.slice(run), language).into_iter();
    all.map(|one| FigureIn { range: one.range.shifted(run.start()), ..one }).collect()
}
