//! What `postil check` found, for people.

use super::{Counts, Findings};
use crate::anchor::Placement;
use crate::cli::count;
use crate::cli::placed::{self, MOST_WORDS, PLACEMENTS};
use crate::cli::print::{quoted, visible};
use crate::layer::AnnotationId;
use crate::session::{MarkRef, Session};

impl Counts {
    /// `5 marks, 4 exact, 1 changed, 1 unreadable line`.
    pub(super) fn words(&self) -> String {
        let placed = PLACEMENTS.iter().zip(&self.placed).filter(|&(_, &n)| 0 < n);
        let mut words = vec![count(self.n_marks, "mark")];
        words.extend(placed.map(|(name, n)| format!("{n} {name}")));
        if 0 < self.n_implied {
            words.push(format!("{} implied", self.n_implied));
        }
        if 0 < self.n_conflicts {
            words.push(count(self.n_conflicts, "unsettled version"));
        }
        if 0 < self.n_unreadable {
            words.push(count(self.n_unreadable, "unreadable line"));
        }
        if 0 < self.n_figures {
            words.push(format!("{} read otherwise today", count(self.n_figures, "figure")));
        }
        if 0 < self.n_carried {
            words.push(format!("{} carried", count(self.n_carried, "line")));
        }
        words.join(", ")
    }
}

impl Findings<'_> {
    /// One article: a line of counts, and a line for whatever needs a person.
    pub(super) fn report(&self, session: &Session) -> String {
        let path = session.path().display().to_string();
        let mut report = format!("{}: {}\n", visible(&path), self.counts.words());
        for mark in &self.marks {
            if let Some(placement) =
                mark.placement.filter(|placement| !matches!(placement, Placement::Exact(_)))
            {
                report.push_str(&finding(session, mark, placement));
            }
        }
        for (mark, figure, today) in &self.figures {
            let (id, wording) = (mark.annotation.id, quoted(&figure.wording, MOST_WORDS));
            let who = visible(&mark.layer.layer.annotator.name).into_owned();
            let (has, today) = (figure.interval(), today.interval());
            report.push_str(&format!(
                "  figure     {id}  {who}: {wording} is saved as {has}; read today it is {today}\n"
            ));
            report.push_str(&format!(
                "             nothing was changed: `figure {id} '…'` with its words in `postil run` reads it anew\n"
            ));
        }
        for (name, id, _, _) in &self.versions {
            let (id, name) = (AnnotationId(*id), visible(name));
            report.push_str(&format!(
                "  two versions  {id}  in {name}: the newer one is shown, both are kept\n"
            ));
        }
        for (name, number, line) in &self.lines {
            let (name, line) = (visible(name), quoted(line, 60));
            report.push_str(&format!("  unreadable  line {number} of {name}: {line}\n"));
        }
        for (name, n) in &self.carried {
            let (carried, name) = (count(*n, "line"), visible(name));
            report.push_str(&format!(
                "  carried     {carried} of {name}, of a kind that is kept and not shown\n"
            ));
        }
        for (name, who) in &self.copies {
            let (name, who) = (visible(name), visible(who));
            report.push_str(&format!(
                "  copy        {name} holds marks of {who} a second time: both files are read as one\n"
            ));
        }
        for name in &self.files {
            report.push_str(&format!("  unreadable  all of {}\n", visible(name)));
        }
        report
    }
}

/// What a person should know of a mark that is not where it was made.
fn finding(session: &Session, mark: &MarkRef<'_>, placement: &Placement) -> String {
    let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| session.codebook().label(tag)).collect();
    let tags = visible(&tags.join(", ")).into_owned();
    let who = visible(&mark.layer.layer.annotator.name).into_owned();
    let mut found = format!(
        "  {:<9}  {}  {tags}, {who}: {}\n",
        placement.name(),
        mark.annotation.id,
        quoted(&mark.annotation.quote(), MOST_WORDS)
    );
    for remark in placed::remarks(session.document(), placement) {
        found.push_str(&format!("             {remark}\n"));
    }
    found
}
