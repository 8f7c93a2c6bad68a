//! Threads of dispute: each claim that is answered, with who repeats, confirms, corrects and denies it, and
//! who disputes its figure only; over all articles of a folder, as an outline.
//!
//! Nothing here holds anybody right: what a person holds of a claim is the person's verdict.

#[cfg(test)]
mod tests;

use super::marked::{Bearing, Marked, Tie, Ties, is_rejecting};
use crate::layer::{About, AnnotationId, Annotator, Codebook, FolderLayer, RelationSlug, Verdict};
use crate::library::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// Deeper answers than these are told no more; nobody writes so deep, but marks may answer one another in
/// circles.
const DEEPEST: usize = 12;
/// The most lines of one thread.
const MOST_LINES: usize = 10_000;

/// What is disputed in a folder.
#[derive(Clone, Debug, Default)]
pub struct Threads {
    /// Denials of nobody knows what.
    pub open: Vec<Marked>,
    /// Relations one of whose ends is not there, or not any more.
    pub broken: Vec<Broken>,
    /// The claims that are answered, contested ones first.
    pub threads: Vec<Thread>,
}

/// One claim, with all that answers it.
#[derive(Clone, Debug)]
pub struct Thread {
    /// What is claimed: nothing of the folder is answered by it.
    pub claim: Marked,
    /// What answers it, in the order of an outline.
    pub lines: Vec<Line>,
    /// Whether anything in it is denied or its figure disputed.
    pub is_contested: bool,
    /// What people hold of the claim: each person's verdicts, the last one last.
    pub verdicts: Vec<(Arc<FolderLayer>, Vec<Verdict>)>,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct Line {
    /// How deep it stands: an answer to the claim itself is at 1.
    pub depth: usize,
    /// How it answers the line above that is less deep.
    pub kind: RelationSlug,
    /// What that does to it.
    pub bearing: Bearing,
    /// What answers.
    pub mark: Marked,
}

/// A relation without one of its ends.
#[derive(Clone, Debug)]
pub struct Broken {
    /// The end that is there.
    pub mark: Marked,
    /// Which relation it is.
    pub kind: RelationSlug,
    /// Whether it starts at that end.
    pub starts_here: bool,
    /// The end that is not.
    pub gone: AnnotationId,
    /// The words that it last had; empty where nobody knows them.
    pub words: Box<str>,
}

impl Threads {
    /// What is disputed in these articles.
    pub fn of(entries: &[Arc<Entry>], codebook: &Codebook, registers: &[Arc<FolderLayer>]) -> Self {
        let ties = Ties::of(entries);
        let mut answers: HashMap<AnnotationId, Vec<&Tie>> = HashMap::new();
        let mut answering: HashSet<AnnotationId> = HashSet::new();
        let mut rejecting: HashSet<AnnotationId> = HashSet::new();
        let mut broken = Vec::new();
        for tie in &ties.ties {
            if let Some(one) = broken_of(tie, &ties) {
                broken.push(one);
                continue;
            }
            answers.entry(tie.to).or_default().push(tie);
            answering.insert(tie.from);
            if Bearing::of(codebook, &tie.kind) != Bearing::Other {
                rejecting.insert(tie.from);
            }
        }
        let mut marks: Vec<&Marked> = ties.marks.values().collect();
        marks.sort_by_key(|mark| mark.order());
        let is_open = |mark: &&Marked| is_rejecting(codebook, mark.row()) && !rejecting.contains(&mark.id());
        let open = marks.iter().copied().filter(is_open).cloned().collect();
        let outline = Outline { ties: &ties, answers: &answers, codebook };
        let mut threads: Vec<Thread> = Vec::new();
        let mut told: HashSet<AnnotationId> = HashSet::new();
        // Claims that answer nothing come first; what is left then answers in a circle.
        let is_first = |mark: &&Marked| answers.contains_key(&mark.id()) && !answering.contains(&mark.id());
        let first: Vec<&Marked> = marks.iter().copied().filter(is_first).collect();
        for claim in first.into_iter().chain(marks.iter().copied()) {
            if !answers.contains_key(&claim.id()) || told.contains(&claim.id()) {
                continue;
            }
            let lines = outline.below(claim);
            told.insert(claim.id());
            told.extend(lines.iter().map(|line| line.mark.id()));
            let is_contested = lines.iter().any(|line| line.bearing != Bearing::Other);
            let verdicts = verdicts_on(About::Mark(claim.id()), registers);
            threads.push(Thread { claim: claim.clone(), lines, is_contested, verdicts });
        }
        threads.sort_by_key(|thread| !thread.is_contested);
        Self { open, broken, threads }
    }

    /// The thread of a claim, or one in which a mark answers.
    pub fn of_mark(&self, id: AnnotationId) -> Option<&Thread> {
        let claims = || self.threads.iter().find(|thread| thread.claim.id() == id);
        let has = |thread: &&Thread| thread.lines.iter().any(|line| line.mark.id() == id);
        claims().or_else(|| self.threads.iter().find(has))
    }
}

impl Thread {
    /// The names of who stands in the thread, by how they bear on the claim: those who answer the claim itself.
    pub fn sides(&self) -> BTreeMap<Bearing, Vec<String>> {
        let mut sides: BTreeMap<Bearing, Vec<String>> = BTreeMap::new();
        for line in self.lines.iter().filter(|line| line.depth == 1) {
            let who = speaker(&line.mark);
            let names = sides.entry(line.bearing).or_default();
            if !names.contains(&who) {
                names.push(who);
            }
        }
        sides
    }
}

/// Who says it: the nearest source, else the outlet, else the article.
pub fn speaker(mark: &Marked) -> String {
    let (row, entry) = (mark.row(), mark.entry());
    let named = row.sources.first().map(|source| source.name.to_string());
    let outlet = || Some(entry.outlet.to_string()).filter(|outlet| !outlet.is_empty());
    named.or_else(outlet).unwrap_or_else(|| entry.title.to_string())
}

/// What people hold of something: each person's verdicts, the last one last.
pub fn verdicts_on(about: About, registers: &[Arc<FolderLayer>]) -> Vec<(Arc<FolderLayer>, Vec<Verdict>)> {
    let of = |layer: &Arc<FolderLayer>| -> (Arc<FolderLayer>, Vec<Verdict>) {
        (Arc::clone(layer), layer.verdicts_on(about).into_iter().cloned().collect())
    };
    registers.iter().map(of).filter(|(_, verdicts)| !verdicts.is_empty()).collect()
}

/// Whose verdicts they are.
pub fn judge(verdicts: &(Arc<FolderLayer>, Vec<Verdict>)) -> &Annotator {
    &verdicts.0.annotator
}

fn broken_of(tie: &Tie, ties: &Ties) -> Option<Broken> {
    let (mark, starts_here, gone) = match (ties.marks.get(&tie.from), ties.marks.get(&tie.to)) {
        (Some(mark), None) => (mark, true, tie.to),
        (None, Some(mark)) => (mark, false, tie.from),
        _ => return None,
    };
    let words = ties.last_words.get(&gone).cloned().unwrap_or_default();
    Some(Broken { mark: mark.clone(), kind: tie.kind.clone(), starts_here, gone, words })
}

struct Outline<'a> {
    ties: &'a Ties,
    answers: &'a HashMap<AnnotationId, Vec<&'a Tie>>,
    codebook: &'a Codebook,
}

impl Outline<'_> {
    /// All that answers a claim, and what answers that.
    fn below(&self, claim: &Marked) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        // No recursion: strangers' files may have long chains. What is told already is not told again.
        let mut told: HashSet<AnnotationId> = HashSet::from([claim.id()]);
        let mut left: Vec<Line> = self.answers_to(claim, 1);
        while let Some(line) = left.pop().filter(|_| lines.len() < MOST_LINES) {
            let is_new = told.insert(line.mark.id());
            if is_new && line.depth < DEEPEST {
                left.extend(self.answers_to(&line.mark, line.depth.saturating_add(1)));
            }
            lines.push(line);
        }
        lines
    }

    /// In the order of the codebook's relations and of time, the last first.
    fn answers_to(&self, mark: &Marked, depth: usize) -> Vec<Line> {
        let ties = self.answers.get(&mark.id()).map_or(&[][..], Vec::as_slice);
        let line = |tie: &&Tie| {
            let mark = self.ties.marks.get(&tie.from)?.clone();
            let bearing = Bearing::of(self.codebook, &tie.kind);
            Some(Line { depth, kind: tie.kind.clone(), bearing, mark })
        };
        let mut lines: Vec<Line> = ties.iter().filter_map(line).collect();
        let rank = |kind: &RelationSlug| self.codebook.relations.iter().position(|known| known.id == *kind);
        lines.sort_by_key(|line| {
            let rank = rank(&line.kind);
            std::cmp::Reverse((rank.is_none(), rank, line.mark.order()))
        });
        lines
    }
}
