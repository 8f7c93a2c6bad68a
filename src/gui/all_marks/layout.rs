//! Which columns the table has, in which order, how wide, and by what it is sorted and put into groups: as
//! the settings have it.

use crate::gui::settings::{ColumnSettings, Settings, TableSettings};
use crate::library::table::{Column, Grouping};
use egui::{Rect, pos2, vec2};

/// No column is narrower than this part of the width.
const LEAST: f32 = 0.03;

/// Where there is less room for a share, in points, the table is scrolled to the side.
const LEAST_SHARE: f32 = 68.0;

/// The columns that are shown, each with its share of the width, and their order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    pub columns: Vec<(Column, f32)>,
    pub sort: Column,
    pub is_down: bool,
    pub grouping: Grouping,
}

impl Layout {
    /// As the settings have it; what they do not know is as usual.
    pub(super) fn of(settings: &Settings) -> Self {
        let TableSettings { columns, sort, is_down, group } = &settings.all_marks;
        let mut known: Vec<(Column, f32)> = Vec::new();
        for ColumnSettings { name, share } in columns {
            let column = Column::called(name).filter(|column| known.iter().all(|(other, _)| other != column));
            known.extend(column.map(|column| {
                (column, if share.is_finite() && 0.0 < *share { *share } else { column.share() })
            }));
        }
        if known.is_empty() {
            let usual = Column::ALL.into_iter().filter(|column| column.is_usual());
            known = usual.map(|column| (column, column.share())).collect();
        }
        Self {
            columns: known,
            sort: Column::called(sort).unwrap_or(Column::Article),
            is_down: *is_down,
            grouping: Grouping::called(group),
        }
    }

    /// Settings with this layout.
    pub(super) fn kept(&self, settings: &Settings) -> Settings {
        let column = |(column, share): &(Column, f32)| ColumnSettings {
            name: column.name().to_owned(),
            share: (share * 100.0).round() / 100.0,
        };
        let all_marks = TableSettings {
            columns: self.columns.iter().map(column).collect(),
            sort: self.sort.name().to_owned(),
            is_down: self.is_down,
            group: self.grouping.name().to_owned(),
        };
        Settings { all_marks, ..settings.clone() }
    }

    /// The least width at which its columns can be read, in points.
    pub(super) fn least_width(&self) -> f32 {
        self.columns.iter().map(|(_, share)| share * LEAST_SHARE).sum()
    }

    /// Whether a column is shown.
    pub(super) fn shows(&self, column: Column) -> bool {
        self.columns.iter().any(|(other, _)| *other == column)
    }

    /// Shows a column at its usual place, or hides it; the last one stays.
    pub(super) fn toggle(&mut self, column: Column) {
        if self.shows(column) {
            if 1 < self.columns.len() {
                self.columns.retain(|(other, _)| *other != column);
            }
            return;
        }
        let rank = |column: Column| Column::ALL.iter().position(|other| *other == column);
        let after = self.columns.iter().rposition(|(other, _)| rank(*other) < rank(column));
        self.columns.insert(after.map_or(0, |after| after + 1), (column, column.share()));
    }

    /// Those that are shown in their order, and the hidden ones where they would be.
    pub(super) fn with_hidden(&self) -> Vec<Column> {
        let mut all = self.clone();
        Column::ALL.into_iter().filter(|column| !self.shows(*column)).for_each(|column| all.toggle(column));
        all.columns.into_iter().map(|(column, _)| column).collect()
    }

    /// Puts a column one place to the left or to the right.
    pub(super) fn step(&mut self, column: Column, forward: bool) {
        if let Some((at, to)) = self.way(column, forward) {
            self.columns.swap(at, to);
        }
    }

    /// Whether there is a column on that side of it.
    pub(super) fn can_step(&self, column: Column, forward: bool) -> bool {
        self.way(column, forward).is_some()
    }

    /// Where a column stands, and the place beside it.
    fn way(&self, column: Column, forward: bool) -> Option<(usize, usize)> {
        let at = self.columns.iter().position(|(other, _)| *other == column)?;
        let to = if forward { at + 1 } else { at.checked_sub(1)? };
        (to < self.columns.len()).then_some((at, to))
    }

    /// Sorts by a column; by the one that it is sorted by already the other way round.
    pub(super) fn sort_by(&mut self, column: Column) {
        (self.sort, self.is_down) = (column, self.sort == column && !self.is_down);
    }

    /// Moves the edge after the `nth` column by a part of the width; the next one gives what it takes.
    pub(super) fn move_edge(&mut self, nth: usize, part: f32) {
        let all: f32 = self.columns.iter().map(|(_, share)| share).sum();
        let least = all * LEAST;
        if let Some([(_, left), (_, right)]) = self.columns.get_mut(nth..nth + 2) {
            let by = (part * all).clamp((least - *left).min(0.0), (*right - least).max(0.0));
            *left += by;
            *right -= by;
        }
    }

    /// The cells of a row, column by column.
    pub(super) fn cells(&self, rect: Rect) -> Vec<(Column, Rect)> {
        let all: f32 = self.columns.iter().map(|(_, share)| share).sum();
        let mut left = rect.left();
        let cell = |&(column, share): &(Column, f32)| {
            let width = rect.width() * share / all;
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
            left += width;
            (column, cell)
        };
        self.columns.iter().map(cell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_is_kept_and_what_cannot_be_known_is_as_usual() {
        let usual = Layout::of(&Settings::default());
        let mut layout = usual.clone();
        layout.toggle(Column::Links);
        layout.toggle(Column::Tags);
        layout.step(Column::Words, true);
        layout.sort_by(Column::Note);
        layout.sort_by(Column::Note);
        layout.move_edge(0, 0.05);
        layout.grouping = Grouping::Month;
        let kept = layout.kept(&Settings::default());
        let again = Layout::of(&kept);
        assert_eq!((again.sort, again.is_down, again.grouping), (Column::Note, true, Grouping::Month));
        let columns = |layout: &Layout| layout.columns.iter().map(|(column, _)| *column).collect::<Vec<_>>();
        assert_eq!(columns(&again), columns(&layout));
        assert!(again.shows(Column::Links) && !again.shows(Column::Tags));
        let strange = ["colour", "words", "words"]
            .map(|name| ColumnSettings { name: name.to_owned(), share: f32::NAN });
        let settings = Settings {
            all_marks: TableSettings {
                columns: strange.to_vec(),
                sort: "?".to_owned(),
                ..TableSettings::default()
            },
            ..Settings::default()
        };
        let layout = Layout::of(&settings);
        assert_eq!(layout.columns, [(Column::Words, Column::Words.share())]);
        assert_eq!(layout.sort, Column::Article);
    }

    #[test]
    fn a_column_that_is_hidden_keeps_its_place_among_all() {
        let mut layout = Layout::of(&Settings::default());
        assert_eq!(layout.with_hidden(), Column::ALL);
        for column in [Column::Person, Column::Words, Column::Note] {
            layout.toggle(column);
            assert_eq!(layout.with_hidden(), Column::ALL, "{column:?}");
        }
        assert!(!layout.can_step(Column::Tags, false) && layout.can_step(Column::Tags, true));
        assert!(!layout.can_step(Column::Source, true) && !layout.can_step(Column::Note, true));
        layout.step(Column::Tags, true);
        let shown: Vec<Column> = layout.columns.iter().map(|(column, _)| *column).collect();
        assert_eq!(shown, [Column::Article, Column::Tags, Column::Date, Column::Source]);
        layout.step(Column::Article, false);
        assert_eq!(layout.with_hidden().len(), Column::ALL.len());
    }

    #[test]
    fn an_edge_moves_between_two_columns_and_leaves_both_some_room() {
        let mut layout = Layout::of(&Settings::default());
        let all = |layout: &Layout| layout.columns.iter().map(|(_, share)| share).sum::<f32>();
        let (before, last) = (all(&layout), layout.columns.len() - 1);
        for (nth, part) in [(0, 0.1), (0, -9.0), (1, 9.0), (last, 0.1), (last + 7, 0.1)] {
            layout.move_edge(nth, part);
            assert!((all(&layout) - before).abs() < 0.01);
            assert!(layout.columns.iter().all(|(_, share)| before * 0.029 < *share), "{layout:?}");
        }
    }
}
