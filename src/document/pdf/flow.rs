//! The paragraphs of all pages as one text: those that go on in the next column or on the next page are
//! put together, notes come after the paragraph that has their sign, items make lists, headings get levels.

use super::lines::Line;
use super::paragraphs::{Draft, Kind};
use super::runs::Height;
use super::{marks, rounding};
use crate::document::Marker;
use std::collections::{BTreeMap, BTreeSet};

/// Marks the notes among the paragraphs of one column: small ones at its end that begin with a sign.
pub(super) fn find_notes(drafts: &mut [Draft], body: f32, page_height: f32) {
    let is_small = |draft: &Draft| draft.size() < 0.93 * body;
    let is_low = |draft: &Draft| draft.lines.first().is_some_and(|line| 0.35 * page_height < line.base);
    let mut first = drafts.len();
    for (at, draft) in drafts.iter().enumerate().rev() {
        if !matches!(draft.kind, Kind::Text | Kind::Heading) || !is_small(draft) || !is_low(draft) {
            break;
        }
        if sign_of(draft).is_some() {
            first = at;
        }
    }
    let mut label = String::new();
    for draft in drafts.iter_mut().skip(first) {
        if let Some((sign, n_runs, n_bytes)) = sign_of(draft) {
            label.clone_from(&sign);
            cut(draft, n_runs, n_bytes);
        }
        draft.kind = Kind::Note(label.clone());
    }
}

/// The sign at the beginning of a note, with how many runs it has, or how many bytes of the first.
fn sign_of(draft: &Draft) -> Option<(String, usize, usize)> {
    let line = draft.lines.first()?;
    let first = line.runs.first()?;
    if first.height == Height::Raised && 1 < line.runs.len() {
        let raised: Vec<&str> = line
            .runs
            .iter()
            .take_while(|run| run.height == Height::Raised)
            .map(|run| run.text.as_str())
            .collect();
        let sign = raised.concat().trim_end_matches(['.', ')']).to_owned();
        let is_sign =
            sign.len() <= 6 && sign.chars().all(|letter| letter.is_numeric() || "*†‡§¶abc".contains(letter));
        return is_sign.then_some((sign, raised.len(), 0));
    }
    let (sign, n_bytes) = marks::note(&line.text())?;
    Some((sign, 0, n_bytes))
}

/// Takes the beginning away from a draft: whole runs, then bytes.
fn cut(draft: &mut Draft, n_runs: usize, n_bytes: usize) {
    let Some(line) = draft.lines.first_mut() else { return };
    line.runs.drain(..n_runs.min(line.runs.len()));
    let mut left = n_bytes;
    while 0 < left
        && let Some(run) = line.runs.first_mut()
    {
        let n = left.min(run.text.len());
        run.text = run.text.get(n..).unwrap_or_default().to_owned();
        left -= n;
        if run.text.is_empty() {
            line.runs.remove(0);
            left = left.saturating_sub(usize::from(line.runs.first().is_some_and(|run| run.is_apart)));
        }
    }
    if let Some(run) = line.runs.first_mut() {
        run.is_apart = false;
        let trimmed = run.text.trim_start().to_owned();
        run.text = trimmed;
    }
}

/// Puts together what the ends of columns and pages cut.
pub(super) fn join(drafts: Vec<Draft>) -> Vec<Draft> {
    let uses_indents = {
        let texts = drafts.iter().filter(|draft| draft.kind == Kind::Text && 1 < draft.lines.len());
        let (n, n_indented) =
            texts.fold((0, 0), |(n, indented), draft| (n + 1, indented + usize::from(draft.is_indented)));
        n < n_indented * 2
    };
    let mut joined: Vec<Draft> = Vec::new();
    for draft in drafts {
        let before = joined
            .iter_mut()
            .rev()
            .take(12)
            .find(|before| before.kind != Kind::Caption && !is_beside(before));
        match before.filter(|before| goes_on(before, &draft, uses_indents)) {
            Some(before) => {
                before.is_full = draft.is_full;
                before.lines.extend(draft.lines);
            }
            None => joined.push(draft),
        }
    }
    joined
}

/// Whether a draft interrupts the text that goes on after it.
fn is_beside(draft: &Draft) -> bool {
    matches!(draft.kind, Kind::Note(_) | Kind::Row { .. })
}

fn goes_on(before: &Draft, draft: &Draft, uses_indents: bool) -> bool {
    let is_note = matches!((&before.kind, &draft.kind), (Kind::Note(_), Kind::Note(_)));
    let is_text = before.kind == Kind::Text && draft.kind == Kind::Text && !draft.is_indented;
    if is_note || !is_text || (before.size() - draft.size()).abs() > 0.06 * before.size() {
        return false;
    }
    // Within one column the lines have told already.
    let is_elsewhere = match (before.lines.last(), draft.lines.first()) {
        (Some(last), Some(first)) => {
            before.page != draft.page
                || first.base < last.base
                || last.right < first.left
                || first.right < last.left
        }
        _ => false,
    };
    let (text, next) = (before.text(), draft.text());
    let begins_small = next.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_lowercase);
    let has_item = next.split(' ').next().is_some_and(marks::is_marker);
    if !is_elsewhere || has_item {
        return false;
    }
    if begins_small || text.ends_with(['-', '\u{ad}', '\u{2010}']) {
        return !marks::ends_sentence(&text) || before.is_full;
    }
    before.is_full && (!marks::ends_sentence(&text) || uses_indents || before.is_justified)
}

/// Makes items of paragraphs that begin with signs of lists: dots always, numbers where another follows.
pub(super) fn find_items(drafts: &mut [Draft]) {
    let marker_of = |draft: &Draft| match draft.kind {
        Kind::Text => draft.lines.first().and_then(|line| marks::item(&line.text())),
        _ => None,
    };
    let found: Vec<Option<(Marker, usize)>> = drafts.iter().map(marker_of).collect();
    let near = |at: usize, step: isize| {
        let mut other = at.checked_add_signed(step);
        // Paragraphs within an item stand between.
        for _ in 0..6 {
            let here = other?;
            match found.get(here)? {
                Some((marker, _)) => return Some(*marker),
                None => other = here.checked_add_signed(step),
            }
        }
        None
    };
    let is_item = |at: usize, marker: Marker, draft: &Draft| match marker {
        Marker::Number(n) => {
            let after = near(at, 1) == Some(Marker::Number(n + 1));
            after || (1 < n && near(at, -1) == Some(Marker::Number(n - 1)))
        }
        _ => {
            let text = draft.text();
            let is_weak = text.split(' ').next().is_some_and(marks::is_weak);
            let hangs = draft.lines.get(1).is_some_and(|second| draft.left + 2.0 < second.left);
            let in_row = found.get(at + 1).is_some_and(|next| matches!(next, Some((Marker::Bullet, _))))
                || at
                    .checked_sub(1)
                    .and_then(|at| found.get(at))
                    .is_some_and(|before| matches!(before, Some((Marker::Bullet, _))));
            !is_weak || hangs || in_row && 1 == draft.lines.len()
        }
    };
    let chosen: Vec<Option<(Marker, usize)>> = drafts
        .iter()
        .enumerate()
        .map(|(at, draft)| found.get(at).copied().flatten().filter(|(marker, _)| is_item(at, *marker, draft)))
        .collect();
    let mut indents: Vec<f32> = Vec::new();
    for (draft, chosen) in drafts.iter_mut().zip(chosen) {
        let Some((marker, n_bytes)) = chosen else {
            if !is_beside(draft) {
                indents.clear();
            }
            continue;
        };
        indents.retain(|indent| *indent < draft.left + 3.0);
        if indents.last().is_none_or(|indent| *indent + 6.0 < draft.left) {
            indents.push(draft.left);
        }
        draft.depth = u8::try_from(indents.len()).unwrap_or(u8::MAX).max(1);
        draft.kind = Kind::Item(marker);
        cut(draft, 0, n_bytes);
    }
}

/// Puts notes after the paragraph that refers to them.
pub(super) fn place_notes(drafts: Vec<Draft>) -> Vec<Draft> {
    let (notes, mut texts): (Vec<Draft>, Vec<Draft>) =
        drafts.into_iter().partition(|draft| matches!(draft.kind, Kind::Note(_)));
    if notes.is_empty() {
        return texts;
    }
    // By page: a sign may come again on every one.
    let mut placed: BTreeMap<usize, Vec<Draft>> = BTreeMap::new();
    let mut last = 0;
    for note in notes {
        let Kind::Note(label) = &note.kind else { continue };
        let reach = |draft: &Draft| draft.page <= note.page;
        let end = texts.iter().rposition(reach).unwrap_or(0);
        let begin = texts.iter().position(|draft| note.page <= draft.page + 1).unwrap_or(0);
        let mut range = texts.iter().enumerate().take(end + 1).skip(begin);
        let at = range.find(|(_, draft)| refers_to(draft, label)).map_or(end.max(last), |(at, _)| at);
        last = last.max(at);
        placed.entry(at).or_default().push(note);
    }
    let mut all = Vec::new();
    for (at, draft) in texts.drain(..).enumerate() {
        all.push(draft);
        all.extend(placed.remove(&at).unwrap_or_default());
    }
    all.extend(placed.into_values().flatten());
    all
}

/// Whether a paragraph has the sign of a note in it.
fn refers_to(draft: &Draft, label: &str) -> bool {
    draft.lines.iter().chain(draft.cells.iter().flatten()).any(|line| refers(line, label))
}

fn refers(line: &Line, label: &str) -> bool {
    let mut raised = String::new();
    for run in &line.runs {
        if run.height == Height::Raised {
            raised.push_str(&run.text);
            if run.text.split([',', ' ']).any(|sign| sign == label) || raised == label {
                return true;
            }
        } else {
            raised.clear();
        }
    }
    let is_star = label.chars().all(|letter| "*†‡§¶".contains(letter));
    is_star && line.runs.iter().any(|run| run.text.ends_with(label))
}

/// The labels of the notes.
pub(super) fn labels_of(drafts: &[Draft]) -> BTreeSet<String> {
    let labels = drafts.iter().filter_map(|draft| match &draft.kind {
        Kind::Note(label) => Some(label.clone()),
        _ => None,
    });
    labels.collect()
}

/// Gives headings their levels: by the file's outline where it names them, else by size and weight; lines
/// of one heading are put together.
pub(super) fn level_headings(drafts: Vec<Draft>, outline: &BTreeMap<String, u8>) -> Vec<Draft> {
    let mut drafts = joined_headings(drafts);
    let key = |draft: &Draft| {
        let size = rounding::whole(draft.size() * 2.0);
        (std::cmp::Reverse(size), !draft.is_bold())
    };
    let is_heading = |draft: &&Draft| draft.kind == Kind::Heading;
    let kinds: BTreeSet<_> = drafts.iter().filter(is_heading).map(key).collect();
    let kinds: Vec<_> = kinds.into_iter().collect();
    let largest = kinds.first().copied();
    // One alone at the beginning is the title; else the largest are parts of the text.
    let first =
        drafts.iter().take(6).position(|draft| draft.kind == Kind::Heading && Some(key(draft)) == largest);
    let n_largest = drafts.iter().filter(is_heading).filter(|draft| Some(key(draft)) == largest).count();
    let has_title = first.is_some() && (n_largest == 1 || kinds.len() == 1 && n_largest <= 1);
    for draft in drafts.iter_mut().filter(|draft| draft.kind == Kind::Heading) {
        let rank = kinds.iter().position(|kind| *kind == key(draft)).unwrap_or(0);
        let by_size = u8::try_from(rank).unwrap_or(5) + if has_title { 1 } else { 2 };
        let told = outline.get(&plain(&draft.text())).map(|depth| depth.saturating_add(u8::from(has_title)));
        let is_title = has_title && rank == 0;
        draft.level = if is_title { 1 } else { told.unwrap_or(by_size).clamp(1, 6) };
    }
    drafts
}

fn joined_headings(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::new();
    for draft in drafts {
        let is_same = |before: &&mut Draft| {
            before.kind == Kind::Heading
                && draft.kind == Kind::Heading
                && before.page == draft.page
                && (before.size() - draft.size()).abs() < 0.05 * draft.size()
                && before.is_bold() == draft.is_bold()
                && before.lines.len() + draft.lines.len() <= 4
                && is_next(before, &draft)
        };
        match joined.last_mut().filter(is_same) {
            Some(before) => before.lines.extend(draft.lines),
            None => joined.push(draft),
        }
    }
    joined
}

fn is_next(before: &Draft, draft: &Draft) -> bool {
    let (Some(last), Some(first)) = (before.lines.last(), draft.lines.first()) else { return false };
    let step = first.base - last.base;
    let begins_new = draft.text().starts_with(|letter: char| letter.is_numeric());
    0.0 < step && step < 1.45 * first.size && !begins_new && !marks::ends_sentence(&before.text())
}

/// Words alone, to compare headings with the outline.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
