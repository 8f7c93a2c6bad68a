//! The rows of the outline of threads: where each stands, and its words when it is in view.

use super::{behind, verdict};
use crate::analysis::marked::{Bearing, Marked};
use crate::analysis::threads::{Thread, Threads};
use crate::gui::widgets::outline::{Outline, OutlineRow};
use crate::gui::words::{name, say};
use crate::layer::{Codebook, RelationSlug};

/// Where a row stands: numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    OpenHead,
    Open(usize),
    BrokenHead,
    Broken(usize),
    /// Of contested claims, or of others.
    Head(bool),
    Claim(usize),
    /// Which line of which thread.
    Line(usize, usize),
}

/// All rows of some threads.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<At>);

impl Rows {
    /// Those of these.
    pub(super) fn of(threads: &Threads) -> Self {
        let head = |at: At, n: usize| (0 < n).then_some(at);
        let open = threads.open.len();
        let broken = threads.broken.len();
        let mut rows: Vec<At> = head(At::OpenHead, open).into_iter().chain((0..open).map(At::Open)).collect();
        rows.extend(head(At::BrokenHead, broken).into_iter().chain((0..broken).map(At::Broken)));
        let mut was_contested = None;
        for (nth, thread) in threads.threads.iter().enumerate() {
            if was_contested.replace(thread.is_contested) != Some(thread.is_contested) {
                rows.push(At::Head(thread.is_contested));
            }
            rows.push(At::Claim(nth));
            rows.extend((0..thread.lines.len()).map(|line| At::Line(nth, line)));
        }
        Self(rows)
    }

    /// How many there are.
    pub(super) fn n(&self) -> usize {
        self.0.len()
    }

    /// The mark of a row.
    pub(super) fn mark<'a>(&self, threads: &'a Threads, row: usize) -> Option<&'a Marked> {
        match *self.0.get(row)? {
            At::OpenHead | At::BrokenHead | At::Head(_) => None,
            At::Open(nth) => threads.open.get(nth),
            At::Broken(nth) => threads.broken.get(nth).map(|broken| &broken.mark),
            At::Claim(nth) => threads.threads.get(nth).map(|thread| &thread.claim),
            At::Line(nth, line) => Some(&threads.threads.get(nth)?.lines.get(line)?.mark),
        }
    }

    /// The thread that a row is in.
    pub(super) fn thread<'a>(&self, threads: &'a Threads, row: usize) -> Option<&'a Thread> {
        match *self.0.get(row)? {
            At::Claim(nth) | At::Line(nth, _) => threads.threads.get(nth),
            _ => None,
        }
    }
}

/// The rows with what they tell.
pub(super) struct Shown<'a> {
    pub(super) rows: &'a Rows,
    pub(super) threads: &'a Threads,
    pub(super) codebook: &'a Codebook,
    pub(super) current: Option<usize>,
}

impl Outline for Shown<'_> {
    fn n_rows(&self) -> usize {
        self.rows.n()
    }

    fn is_stop(&self, row: usize) -> bool {
        self.rows.0.get(row).is_some_and(|at| !matches!(at, At::OpenHead | At::BrokenHead | At::Head(_)))
    }

    fn row(&self, row: usize) -> OutlineRow {
        let told = self.rows.0.get(row).and_then(|at| self.told(*at)).unwrap_or_default();
        OutlineRow { is_chosen: self.current == Some(row), ..told }
    }
}

impl Shown<'_> {
    fn told(&self, at: At) -> Option<OutlineRow> {
        let heading = |words: String| Some(OutlineRow { is_heading: true, words, ..OutlineRow::default() });
        match at {
            At::OpenHead => heading(say!("threads-open")),
            At::BrokenHead => heading(say!("threads-broken")),
            At::Head(true) => heading(say!("threads-contested")),
            At::Head(false) => heading(say!("threads-others")),
            At::Open(nth) => {
                let mark = self.threads.open.get(nth)?;
                Some(OutlineRow { warns: true, ..of_mark(0, say!("threads-open-kind"), mark) })
            }
            At::Broken(nth) => {
                let broken = self.threads.broken.get(nth)?;
                let kind = label(self.codebook, &broken.kind, !broken.starts_here);
                let gone =
                    if broken.words.is_empty() { broken.gone.to_string() } else { broken.words.to_string() };
                let words = format!("{} → {gone}", broken.mark.row().quote);
                let kind = say!("threads-broken-kind", kind = kind);
                Some(OutlineRow { warns: true, words, ..of_mark(0, kind, &broken.mark) })
            }
            At::Claim(nth) => {
                let thread = self.threads.threads.get(nth)?;
                let held = thread.verdicts.iter().filter_map(|(_, verdicts)| verdicts.last());
                let held: Vec<String> = held.map(|held| verdict::value(&held.value)).collect();
                Some(of_mark(0, held.join(", "), &thread.claim))
            }
            At::Line(nth, line) => {
                let line = self.threads.threads.get(nth)?.lines.get(line)?;
                let warns = line.bearing != Bearing::Other;
                let kind = label(self.codebook, &line.kind, true);
                Some(OutlineRow { warns, ..of_mark(line.depth, kind, &line.mark) })
            }
        }
    }
}

fn of_mark(depth: usize, kind: String, mark: &Marked) -> OutlineRow {
    let (words, behind) = (mark.row().quote.to_string(), behind(mark));
    OutlineRow { depth, kind, words, behind, ..OutlineRow::default() }
}

/// A relation as the codebook calls it, from either end.
fn label(codebook: &Codebook, kind: &RelationSlug, is_inverse: bool) -> String {
    let known = codebook.relation(kind);
    let label = known.map_or(kind.as_str(), |kind| if is_inverse { &kind.inverse } else { &kind.label });
    name(label)
}
