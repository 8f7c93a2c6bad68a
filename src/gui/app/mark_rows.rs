//! The rows of the menu Mark.

use super::row::{Row, group, row};
use crate::gui::command::{On, Popover};
use crate::gui::modal::Modal;
use crate::gui::modal::keys::KeySheet;
use crate::gui::panels::card_field::Field;
use crate::gui::situation;
use crate::layer::Convention;
use crate::session::Action;

/// What stands in the menu Mark.
pub(super) static MARK: &[Row] = &[
    row("tag-", "{key}")
        .when(situation::has_words_or_marks)
        .on_for_tag(situation::is_tagged)
        .context(&[On::Words, On::Mark])
        .for_each_tag(|app, tag| app.tag(tag)),
    group("also-", "Alt+{key}")
        .not_in_bar()
        .when(situation::has_own_marks)
        .context(&[On::Mark])
        .for_each_tag(|app, tag| app.toggle_tag(tag)),
    row("test-tag", "Questionmark")
        .when(situation::has_words_or_mark)
        .otherwise(|app| app.show(Modal::Keys(KeySheet::default())))
        .context(&[On::Words, On::Mark])
        .does(|app, _| app.ask_test()),
    group("say-source", "W")
        .when(situation::has_source)
        .context(&[On::Mark])
        .does(|app, _| app.open_field(Field::Source)),
    row("say-figure", "F")
        .when(situation::has_figure)
        .context(&[On::Mark])
        .does(|app, _| app.open_field(Field::Figure)),
    row("take-source", "Shift+W")
        .when(situation::has_source_or_words)
        .context(&[On::Mark])
        .does(|app, _| app.take_source()),
    row("take-figures", "Shift+F")
        .when(situation::has_figure)
        .context(&[On::Mark])
        .does(|app, _| app.perform(&Action::TakeFigures(None))),
    row("source-from-words", "")
        .when(situation::can_take_source)
        .context(&[On::Words])
        .does(|app, _| app.perform(&Action::SourceHere(None))),
    row("edit-note", "Enter")
        .when(situation::has_words_or_own_mark)
        .context(&[On::Words, On::Mark])
        .does(|app, _| app.edit_note()),
    row("link-mark", "L").when(situation::has_mark).context(&[On::Mark]).does(|app, _| app.begin_link()),
    row("imply-claim", "Ctrl+I")
        .when(situation::is_in_article)
        .context(&[On::Mark])
        .does(|app, _| app.ask_implied_claim()),
    row("delete-mark", "Delete Backspace")
        .when(situation::has_own_marks)
        .context(&[On::Mark])
        .apart()
        .does(|app, _| app.delete_mark()),
    row("copy-to-mine", "Ctrl+D")
        .when(situation::has_others_mark)
        .context(&[On::Mark])
        .does(|app, _| app.perform(&Action::Copy(None))),
    row("confirm-place", "Ctrl+Enter").when(situation::can_confirm).does(|app, _| app.confirm_place()),
    row("next-candidate", "Ctrl+Shift+Y").when(situation::needs_look).does(|app, _| app.next_candidate()),
    row("put-on-selection", "Ctrl+Shift+Enter")
        .when(situation::has_words)
        .does(|app, _| app.put_on_selection()),
    group("convention-as-worded", "")
        .when(situation::has_article)
        .on(|at| situation::reads_by(at, &Convention::AsWorded))
        .does(|app, _| app.perform(&Action::Convention(Convention::AsWorded))),
    row("convention-acled", "")
        .when(situation::has_article)
        .on(|at| situation::reads_by(at, &Convention::Acled))
        .does(|app, _| app.perform(&Action::Convention(Convention::Acled))),
    row("convention-house", "")
        .when(situation::has_article)
        .on(|at| situation::reads_by(at, &Convention::House))
        .does(|app, _| app.perform(&Action::Convention(Convention::House))),
    group("next-mark", "Ctrl+J F8").when(situation::has_marks).does(|app, _| app.step_mark(true)),
    row("previous-mark", "Ctrl+K Shift+F8").when(situation::has_marks).does(|app, _| app.step_mark(false)),
    row("next-alike", "Ctrl+Shift+J")
        .when(situation::has_mark)
        .context(&[On::Mark])
        .does(|app, _| app.go_to_alike(true)),
    row("previous-alike", "Ctrl+Shift+K").when(situation::has_mark).does(|app, _| app.go_to_alike(false)),
    row("next-of-person", "")
        .when(situation::has_mark)
        .context(&[On::Mark])
        .does(|app, _| app.go_to_same_person()),
    row("next-of-others", "").when(situation::has_marks).does(|app, _| app.go_to_others()),
    row("next-to-review", "Ctrl+Shift+E").when(situation::has_marks).does(|app, _| app.go_to_review()),
    row("next-difference", "N")
        .on_page()
        .when(situation::has_others_marks)
        .does(|app, _| app.step_difference(true)),
    row("previous-difference", "Shift+N")
        .on_page()
        .when(situation::has_others_marks)
        .does(|app, _| app.step_difference(false)),
    row("toggle-differences", "")
        .when(situation::has_others_marks)
        .on(situation::shows_differences)
        .does(|app, _| app.show_differences(!app.differences.is_on())),
    row("next-with-two-versions", "")
        .shares()
        .when(situation::has_conflicts)
        .does(|app, _| app.go_to_conflict()),
    group("propose-marks", "Ctrl+Shift+R")
        .when(situation::has_article)
        .on(situation::shows_proposals)
        .does(|app, _| app.propose_marks()),
    row("accept-proposal", "Y").when(situation::has_proposals).does(|app, _| app.decide_proposal(true)),
    row("refuse-proposal", "X").when(situation::has_proposals).does(|app, _| app.decide_proposal(false)),
    row("next-proposal", "Ctrl+Alt+J").when(situation::has_proposals).does(|app, _| app.step_proposal(true)),
    row("previous-proposal", "Ctrl+Alt+K")
        .when(situation::has_proposals)
        .does(|app, _| app.step_proposal(false)),
    row("propose-again", "").when(situation::has_article).does(|app, _| app.propose_again()),
    group("cycle-marks", "Ctrl+M").when(situation::has_marks).does(|app, _| app.cycle_marks()),
    group("who-marks", "").opens(Popover::Who),
    row("add-person", "").does(|app, _| app.ask_person()),
    row("mark-as-", "")
        .not_in_bar()
        .context(&[On::Person])
        .for_each_identity(|app, who| app.mark_as(who, false)),
    row("mark-here-as-", "")
        .not_in_bar()
        .context(&[On::Person])
        .for_each_identity(|app, who| app.mark_as(who, true)),
    group("grow-end", "CloseBracket").when(situation::has_own_place).does(|app, _| app.move_end(false, true)),
    row("shrink-end", "OpenBracket").when(situation::has_own_place).does(|app, _| app.move_end(false, false)),
    row("grow-start", "OpenCurlyBracket")
        .when(situation::has_own_place)
        .does(|app, _| app.move_end(true, false)),
    row("shrink-start", "CloseCurlyBracket")
        .when(situation::has_own_place)
        .does(|app, _| app.move_end(true, true)),
];
