//! What stands above the table: the line that filters it, its menus, what is asked for, and how many marks
//! there are and are chosen.

use super::deeds::deeds_ui;
use super::layout::Layout;
use super::{AllMarks, columns, copied, empty_ui};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons::radio_ui;
use crate::gui::widgets::query_line::{Called, chips_ui};
use crate::gui::words::say;
use crate::library::table::{Column, Grouping};
use crate::library::{Entry, Library, MarkRow, Query};
use egui::{Checkbox, RichText, Ui};

/// What the menus beside the field take of the width, in points.
const MENUS: f32 = 330.0;
/// What stands beside the name of a column in their menu, in points.
const BESIDE: f32 = 100.0;

/// What a grouping is called.
fn label(grouping: Grouping) -> String {
    match grouping {
        Grouping::None => say!("group-none"),
        Grouping::Article => say!("group-article"),
        Grouping::Tag => say!("group-tag"),
        Grouping::Person => say!("group-person"),
        Grouping::Source => say!("group-source"),
        Grouping::Day => say!("group-day"),
        Grouping::Month => say!("group-month"),
        Grouping::Outlet => say!("group-outlet"),
        Grouping::Placement => say!("group-placement"),
    }
}

impl AllMarks {
    pub(super) fn line_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, layout: &mut Layout, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let (name, hint) = (say!("all-marks-field"), say!("all-marks-hint"));
            let called = Called { id: "all marks field", name: &name, hint: &hint };
            let width = (ui.available_width() - MENUS).max(160.0);
            self.wants_list |= self.line.field_ui(&called, width, ui);
            self.line.filters_menu(ui);
            self.group_menu(cx, layout, ui);
            columns_menu(layout, ui);
            self.copy_menu(cx, library, layout, ui);
        });
    }

    fn group_menu(&mut self, cx: &ViewCtx<'_>, layout: &mut Layout, ui: &mut Ui) {
        let button = match layout.grouping {
            Grouping::None => say!("all-marks-group"),
            grouping => say!("all-marks-grouped", by = label(grouping).to_lowercase()),
        };
        ui.menu_button(button, |ui| {
            for grouping in Grouping::ALL {
                if radio_ui(cx.theme, layout.grouping == grouping, label(grouping), ui).clicked() {
                    layout.grouping = grouping;
                    ui.close();
                }
            }
            if layout.grouping != Grouping::None {
                ui.separator();
                if ui.button(say!("all-marks-fold-all")).clicked() {
                    self.fold_all(true);
                    ui.close();
                }
                if ui.button(say!("all-marks-unfold-all")).clicked() {
                    self.fold_all(false);
                    ui.close();
                }
            }
        });
    }

    fn copy_menu(&self, cx: &ViewCtx<'_>, library: &Library, layout: &Layout, ui: &mut Ui) {
        ui.menu_button(say!("all-marks-copy"), |ui| {
            if ui.button(say!("all-marks-copy-markdown")).clicked() {
                ui.ctx().copy_text(self.as_markdown(library).0);
                ui.close();
            }
            if ui.button(say!("all-marks-copy-columns")).clicked() {
                ui.ctx().copy_text(self.as_columns(library, layout));
                ui.close();
            }
            let is_all = self.n_chosen() == 0;
            let meant = if is_all { say!("all-marks-copy-all") } else { say!("all-marks-copy-chosen") };
            ui.label(RichText::new(meant).small().color(cx.theme.ink_subdued));
        });
    }

    /// The chosen marks, or all, in the order of the table.
    fn copied(&self) -> Vec<(&Entry, &MarkRow)> {
        let is_all = self.n_chosen() == 0;
        let lines = self.table.lines().filter(|(_, row)| is_all || self.chosen.has(row.id));
        lines.map(|(entry, row)| (&**entry, row)).collect()
    }

    /// The chosen marks, or all, as Markdown; and how many there are.
    pub(in crate::gui) fn as_markdown(&self, library: &Library) -> (String, usize) {
        let rows = self.copied();
        (copied::markdown(library, &rows), rows.len())
    }

    /// The same as columns for a spreadsheet.
    pub(super) fn as_columns(&self, library: &Library, layout: &Layout) -> String {
        let columns: Vec<Column> = layout.columns.iter().map(|(column, _)| *column).collect();
        copied::tabs(library, &columns, &self.copied())
    }

    /// What is asked for, term by term, each of which a click takes away.
    pub(super) fn terms_ui(&mut self, query: &Query, ui: &mut Ui) {
        let terms: Vec<String> = query.terms.iter().map(ToString::to_string).collect();
        if let Some(nth) = chips_ui(&terms, ui) {
            let mut rest = query.clone();
            rest.terms.remove(nth);
            self.line.text = rest.to_string();
        }
    }

    /// How many marks are listed, and, where some are chosen, what can be done to them.
    pub(super) fn count_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let n_chosen = self.n_chosen();
        let is_coming = self.table.made_for().is_none() || !library.progress().is_done;
        ui.horizontal_wrapped(|ui| {
            ui.set_min_height(ui.spacing().interact_size.y);
            let marks = self.table.n_marks();
            let words = if marks == 0 && is_coming {
                say!("all-marks-looking")
            } else {
                say!("all-marks-count", marks = marks, articles = self.table.n_articles())
            };
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
            if 0 < n_chosen {
                let words = say!("all-marks-chosen", count = n_chosen);
                ui.label(RichText::new(words).small().color(cx.theme.ink_strong));
                deeds_ui(cx, ui);
                if ui.button(say!("all-marks-choose-none")).clicked() {
                    self.chosen.clear();
                }
            }
        });
        ui.add_space(4.0);
    }

    /// What stands where no mark is listed.
    pub(super) fn nothing_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        if self.line.text.trim().is_empty() {
            let hint = match library.n_entries() {
                0 => say!("all-marks-no-articles"),
                _ => say!("all-marks-none-hint"),
            };
            return empty_ui(cx, &say!("all-marks-none"), &hint, ui, |_| {});
        }
        empty_ui(cx, &say!("all-marks-no-match"), &say!("all-marks-no-match-hint"), ui, |ui| {
            if ui.button(say!("all-marks-show-all")).clicked() {
                self.line.text.clear();
                self.line.wants_focus = true;
            }
        });
    }
}

/// Which columns are shown, and their order.
fn columns_menu(layout: &mut Layout, ui: &mut Ui) {
    let menu = egui::containers::menu::MenuConfig::new()
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let button = egui::containers::menu::MenuButton::new(say!("all-marks-columns")).config(menu);
    button.ui(ui, |ui| {
        ui.set_max_width(columns_width(ui));
        for column in layout.with_hidden() {
            ui.horizontal(|ui| {
                let mut is_shown = layout.shows(column);
                let is_last = is_shown && layout.columns.len() == 1;
                if ui.add_enabled(!is_last, Checkbox::new(&mut is_shown, columns::label(column))).changed() {
                    layout.toggle(column);
                }
                if is_shown {
                    step_ui(layout, column, ui);
                }
            });
        }
    });
}

/// The room for the longest name of a column, its box and its two buttons, in points.
fn columns_width(ui: &Ui) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let width = |column| {
        let name = ui.painter().layout_no_wrap(columns::label(column), font.clone(), egui::Color32::BLACK);
        name.size().x
    };
    Column::ALL.into_iter().map(width).fold(0.0, f32::max) + BESIDE
}

/// Buttons that put a column further to one side.
fn step_ui(layout: &mut Layout, column: Column, ui: &mut Ui) {
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        for (sign, forward) in [("→", true), ("←", false)] {
            let button = ui.add_enabled(layout.can_step(column, forward), egui::Button::new(sign).small());
            button.widget_info(|| {
                let column = columns::label(column).to_lowercase();
                let name = if forward {
                    say!("all-marks-column-right", column = column)
                } else {
                    say!("all-marks-column-left", column = column)
                };
                egui::WidgetInfo::labeled(egui::Role::Button, button.enabled(), name)
            });
            if button.clicked() {
                layout.step(column, forward);
            }
        }
    });
}
