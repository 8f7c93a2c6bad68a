//! What the floors below say by values, in the words of the window: what was done, what came in, and why
//! something was refused. What only a line of actions can meet keeps the English words of its value.

pub(super) mod agreement;
mod class;
mod exporting;
mod files;
mod grades;
mod layers;
pub(super) mod left_out;
mod phrases;
mod reading;
mod refused;
mod warnings;

use super::words::{self, name, say};
use crate::layer::FigureField;
use crate::session::history::Way;

use crate::session::refresh::notice::Notice;
use crate::session::{Done, FolderLabel, Label, News};
pub(super) use class::{assignment_fault, given_fault, making_fault};
pub(super) use exporting::{export_fault, export_hint};
pub(super) use files::{
    edit_fault, host_error, import_error, open_error, open_hint, open_reason, save_error,
};
pub(super) use grades::{
    class_desk_fault, class_error, class_fault, class_step, divided, handed_fault, line, out_fault, verdict,
    verdict_name, why,
};
pub(super) use phrases::phrase;
pub(super) use refused::{hint, refusal};
pub(super) use warnings::{moved, recovered, warning};

/// What was done.
pub(super) fn done(done: &Done) -> String {
    match done {
        Done::Step(Way::Back, step) => say!("done-undone", step = label(step)),
        Done::Step(Way::Forth, step) => say!("done-again", step = label(step)),
        Done::Convention(convention) => {
            let convention = words::figures::value(FigureField::Convention, convention.name());
            say!("done-convention", convention = convention)
        }
        Done::HandedIn(at) => say!("done-handed-in", at = words::moment(*at)),
        Done::TakenBack => say!("done-taken-back"),
        Done::Deleted => say!("done-deleted"),
        Done::Copied => say!("done-copied"),
        Done::KeptThis => say!("done-kept-this"),
        Done::KeptOther => say!("done-kept-other"),
        Done::KeptBoth => say!("done-kept-both"),
        Done::Marked { n: 0, n_before, tag } => {
            say!("done-marked-before", count = *n_before, tag = name(tag))
        }
        Done::Marked { n, n_before: 0, tag } => say!("done-marked", count = *n, tag = name(tag)),
        Done::Marked { n, n_before, tag } => {
            say!("done-marked-some", count = *n, tag = name(tag), before = *n_before)
        }
        Done::AsThen(day) => say!("done-as-then", day = day.as_str()),
        Done::Restored(day, n) => say!("done-restored", day = day.as_str(), count = *n),
    }
}

/// That a step about the folder was taken.
pub(super) fn folder_step(way: Way, label: FolderLabel) -> String {
    let step = match label {
        FolderLabel::Group => say!("step-group"),
        FolderLabel::Split => say!("step-split"),
        FolderLabel::NoteActor => say!("step-note-actor"),
        FolderLabel::Reading => say!("step-reading"),
        FolderLabel::RemoveActor => say!("step-remove-actor"),
        FolderLabel::Join => say!("step-join"),
        FolderLabel::SplitIncident => say!("step-split-incident"),
        FolderLabel::NameIncident => say!("step-name-incident"),
        FolderLabel::RemoveIncident => say!("step-remove-incident"),
        FolderLabel::Verdict => say!("step-verdict"),
        FolderLabel::NotFound => say!("step-not-found"),
        FolderLabel::Found => say!("step-found"),
        FolderLabel::CorrectDate => say!("step-correct-date"),
        FolderLabel::CorrectOutlet => say!("step-correct-outlet"),
    };
    match way {
        Way::Back => say!("done-undone", step = step),
        Way::Forth => say!("done-again", step = step),
    }
}

/// What a step is called, for undo.
fn label(label: &Label) -> String {
    match label {
        Label::Mark => say!("step-mark"),
        Label::Tag(tag) => say!("step-tag", tag = name(tag)),
        Label::Untag(tag) => say!("step-untag", tag = name(tag)),
        Label::Retag(tag) => say!("step-retag", tag = name(tag)),
        Label::Places(n, tag) => say!("step-places", count = *n, tag = name(tag)),
        Label::Imply => say!("step-imply"),
        Label::Note => say!("step-note"),
        Label::AddToNote => say!("step-add-to-note"),
        Label::Source => say!("step-source"),
        Label::Figure => say!("step-figure"),
        Label::Delete => say!("step-delete"),
        Label::Ends => say!("step-ends"),
        Label::Copy => say!("step-copy"),
        Label::Remark => say!("step-remark"),
        Label::Accept(tag) => say!("step-accept", tag = name(tag)),
        Label::TakeIn => say!("step-take-in"),
        Label::Link => say!("step-link"),
        Label::Unlink => say!("step-unlink"),
        Label::Relink => say!("step-relink"),
        Label::Confirm => say!("step-confirm"),
        Label::Put => say!("step-put"),
        Label::Settle => say!("step-settle"),
        Label::Decide => say!("step-decide"),
        Label::Reply => say!("step-reply"),
        Label::Restore => say!("step-restore"),
        Label::Together(called) => called.clone(),
        Label::TakeBack(of) => say!("step-take-back", step = self::label(of)),
    }
}

/// All that came in, in one line.
pub(super) fn news(news: &News) -> String {
    news.notices.iter().map(notice).collect::<Vec<_>>().join("; ")
}

fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Codebook => say!("news-codebook"),
        Notice::CameIn { whose: Some(name), n_marks } => {
            say!("news-came-in", count = *n_marks, person = name.as_str())
        }
        Notice::CameIn { whose: None, n_marks } => say!("news-came-in-mine", count = *n_marks),
        Notice::Changed { whose, counts: [more, fewer, different] } => {
            let counts = [
                (*more, say!("news-more", count = *more)),
                (*fewer, say!("news-fewer", count = *fewer)),
                (*different, say!("news-different", count = *different)),
            ];
            let counts = counts.into_iter().filter(|(n, _)| 0 < *n).map(|(_, words)| words);
            let counts = counts.collect::<Vec<_>>().join(", ");
            match whose {
                Some(name) => say!("news-changed", person = name.as_str(), how = counts),
                None => say!("news-changed-mine", how = counts),
            }
        }
        Notice::MineRemoved => say!("news-mine-removed"),
        Notice::Gone(name) => say!("news-gone", person = name.as_str()),
    }
}
