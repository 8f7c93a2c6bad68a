//! The grade book as a table for other programs: each section as it is shown.

use super::lists::{answers, divided, taken};
use super::{Section, before};
use crate::gui::class::Weights;
use crate::gui::differences_page::confusion_sheet;
use crate::gui::told;
use crate::gui::widgets::outline::{self, OutlineRow};
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::layer::Codebook;
use crate::session::class::tables::rounded;
use crate::session::class::{ClassBook, Pupil};
use crate::session::exporting::{Field, Sheet};

/// The table of a section, pupils in the order of `rows`; `None` where it has none.
pub(super) fn sheet(
    book: &ClassBook,
    section: Section,
    rows: &[usize],
    codebook: &Codebook,
) -> Option<Sheet> {
    let listed = |rows: Vec<OutlineRow>| Some(outline::sheet(say!("command-show-grade-book"), &rows));
    match section {
        Section::Table => Some(pupils(book, rows)),
        Section::Confusion => Some(confusion_sheet(say!("class-axis-key"), &taken(book), codebook)),
        Section::Divided => listed(divided(book, None)),
        Section::Answers => listed(answers(book, codebook, None)),
        Section::Before => listed(before::rows(book, book.before.as_ref()?, codebook)),
        Section::Rubric => Some(weights(book)),
        Section::Files => Some(files(book)),
    }
}

/// What counts how much, as it is shown.
fn weights(book: &ClassBook) -> Sheet {
    let rows = Weights::of(book.marking.rubric()).told();
    Sheet {
        title: say!("class-section-rubric"),
        head: vec![say!("class-head-what"), say!("class-head-weight")],
        rows: rows.into_iter().map(|(what, weight)| vec![Field::words(what), Field::words(weight)]).collect(),
    }
}

/// The files that are read, and what could not be read of them.
fn files(book: &ClassBook) -> Sheet {
    let grades = &book.made_of;
    let read = [(&grades.handed_in, say!("class-files-now")), (&grades.before, say!("class-files-before"))];
    let read = read.into_iter().flat_map(|(paths, when)| {
        paths
            .iter()
            .map(move |path| vec![Field::words(visible(path)), Field::words(when.clone()), Field::words("")])
    });
    let faults = book.faults().map(|(name, fault)| {
        let what = if fault.is_teachers() { say!("class-files-own") } else { say!("class-files-faults") };
        let of = [visible(name), what, told::handed_fault(fault)];
        of.map(Field::words).to_vec()
    });
    Sheet {
        title: say!("class-section-files"),
        head: vec![say!("class-head-file"), say!("class-head-when"), say!("class-head-why")],
        rows: read.chain(faults).collect(),
    }
}

/// Pupils by marks of the key, with their points for each.
fn pupils(book: &ClassBook, rows: &[usize]) -> Sheet {
    let key = book.marking.key().iter().enumerate();
    let marks = key.map(|(nth, key)| say!("class-numbered", nth = nth + 1, quote = visible(&key.quote)));
    let first = [
        say!("class-head-name"),
        say!("class-head-points"),
        say!("class-head-of"),
        say!("class-head-passed"),
    ];
    let row = |&nth: &usize| {
        let (pupil, name): (&Pupil, &String) = (book.pupils.get(nth)?, book.names.get(nth)?);
        let grade = &pupil.grade;
        let passed = if grade.has_passed { say!("class-passed") } else { say!("class-not-passed") };
        let first = [
            Field::words(name.clone()),
            Field::Number(rounded(grade.points)),
            Field::Number(rounded(grade.of)),
            Field::words(passed),
        ];
        let marks = grade.marks.iter().map(|judged| Field::Number(rounded(judged.points())));
        Some(first.into_iter().chain(marks).chain([Field::count(grade.extras.len())]).collect())
    };
    Sheet {
        title: say!("command-show-grade-book"),
        head: first.into_iter().chain(marks).chain([say!("class-head-extras")]).collect(),
        rows: rows.iter().filter_map(row).collect(),
    }
}
