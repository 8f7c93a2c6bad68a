//! The rows of the menu Mark.

use super::row::{Row, group, row};
use crate::gui::situation;
use crate::session::Action;

/// What stands in the menu Mark.
pub(super) static MARK: &[Row] = &[
    row("tag-", "{Tag}", "{key}")
        .hint("The passage {description}")
        .when(situation::has_words_or_marks)
        .for_each_tag(|app, tag| app.tag(tag)),
    group("also-", "Also {tag}", "Alt+{key}")
        .hint("Adds the tag to the chosen mark, or takes it off")
        .not_in_bar()
        .when(situation::has_own_marks)
        .for_each_tag(|app, tag| app.toggle_tag(tag)),
    group("edit-note", "Note", "Enter")
        .hint("Opens the note; marks the selection first if need be")
        .when(situation::has_words_or_own_mark)
        .does(|app, _| app.edit_note()),
    row("imply-claim", "Implied claim…", "Ctrl+I")
        .hint("Adds a claim that the article only implies, in your words")
        .when(situation::has_article)
        .does(|app, _| app.ask_implied_claim()),
    row("delete-mark", "Delete mark", "Delete Backspace")
        .hint("Deletes the chosen mark and its links")
        .when(situation::has_own_marks)
        .does(|app, _| app.delete_mark()),
    row("copy-to-mine", "Copy into mine", "Ctrl+D")
        .hint("Copies another person's mark into your layer")
        .when(situation::has_others_mark)
        .does(|app, _| app.perform(&Action::Copy(None))),
    row("confirm-place", "Confirm place", "Ctrl+Enter")
        .hint("Says that a mark whose words changed stands where the page shows it")
        .when(situation::can_confirm)
        .does(|app, _| app.confirm_place()),
    row("next-candidate", "Next place", "Ctrl+Shift+Y")
        .hint("Shows the next of the places that a mark may be at")
        .when(situation::needs_look)
        .does(|app, _| app.next_candidate()),
    row("put-on-selection", "Put on the selection", "Ctrl+Shift+Enter")
        .hint("Puts a mark whose words changed or are gone on the selected words")
        .when(situation::has_words)
        .does(|app, _| app.put_on_selection()),
    group("next-mark", "Next mark", "Ctrl+J F8")
        .hint("Chooses the next mark in the text")
        .when(situation::has_marks)
        .does(|app, _| app.step_mark(true)),
    row("previous-mark", "Previous mark", "Ctrl+K Shift+F8")
        .hint("Chooses the mark before")
        .when(situation::has_marks)
        .does(|app, _| app.step_mark(false)),
    row("next-alike", "Next with the same tag", "Ctrl+Shift+J")
        .hint("Chooses the next mark with the tag of the chosen one")
        .when(situation::has_mark)
        .does(|app, _| app.go_to_alike(true)),
    row("previous-alike", "Previous with the same tag", "Ctrl+Shift+K")
        .hint("Chooses the mark before with the tag of the chosen one")
        .when(situation::has_mark)
        .does(|app, _| app.go_to_alike(false)),
    row("next-of-person", "Next of the same person", "")
        .hint("Chooses the next mark of whoever made the chosen one")
        .when(situation::has_mark)
        .does(|app, _| app.go_to_same_person()),
    row("next-of-others", "Next of somebody else", "")
        .hint("Chooses the next mark that is not yours")
        .when(situation::has_marks)
        .does(|app, _| app.go_to_others()),
    row("next-to-review", "Next that needs a look", "Ctrl+Shift+E")
        .hint("Chooses the next mark whose words changed or are gone")
        .when(situation::has_marks)
        .does(|app, _| app.go_to_review()),
    row("next-with-two-versions", "Next with two versions", "")
        .hint(
            "Chooses the next mark that was changed on two machines or by a merge, to say which it shall be",
        )
        .when(situation::has_conflicts)
        .does(|app, _| app.go_to_conflict()),
    row("cycle-marks", "Next mark here", "Ctrl+M")
        .hint("Where several marks lie, chooses the next of them")
        .when(situation::has_marks)
        .does(|app, _| app.cycle_marks()),
    group("grow-end", "Extend end by a word", "CloseBracket Alt+Shift+Right")
        .hint("Moves the end of the mark a word on")
        .when(situation::has_own_place)
        .does(|app, _| app.move_end(false, true)),
    row("shrink-end", "Shrink end by a word", "OpenBracket Alt+Shift+Left")
        .hint("Moves the end of the mark a word back")
        .when(situation::has_own_place)
        .does(|app, _| app.move_end(false, false)),
    row("grow-start", "Extend start by a word", "OpenCurlyBracket")
        .hint("Moves the start of the mark a word back")
        .when(situation::has_own_place)
        .does(|app, _| app.move_end(true, false)),
    row("shrink-start", "Shrink start by a word", "CloseCurlyBracket")
        .hint("Moves the start of the mark a word on")
        .when(situation::has_own_place)
        .does(|app, _| app.move_end(true, true)),
];
