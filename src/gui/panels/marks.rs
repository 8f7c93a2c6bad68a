//! The marks at the right: in order, by tag or by person; filtered by words and tags; a click goes there.

use crate::anchor::Placement;
use crate::gui::command::On;
use crate::gui::context::{Clicked, context_menu};
use crate::gui::icons::CLOSE;
use crate::gui::panels::mark_row::{LIST, ROW, group_ui, mark_ui};
use crate::gui::panels::marks_filter::{self, Haystack, for_each_tag};
use crate::gui::panels::people::people_ui;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::chip::tag_chip_ui;
use crate::gui::widgets::{rows, visible};
use crate::gui::words::{name, say};
use crate::layer::{AnnotationId, TagId};
use crate::session::Session;
use egui::{RichText, ScrollArea, Sense, TextEdit, Ui, vec2};
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

/// Between two rows.
const GAP: f32 = 2.0;

/// In which order the marks stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Text,
    Tag,
    Person,
}

/// One row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Row {
    /// An index into the groups.
    Group(usize),
    /// An index into the session's order of marks.
    Mark(usize),
}

impl Row {
    /// The index of the mark; of a group its own.
    fn mark(self) -> usize {
        match self {
            Self::Group(nth) | Self::Mark(nth) => nth,
        }
    }
}

/// The rows of the list.
#[derive(Debug, Default)]
enum Rows {
    /// Every mark in the order of the text: nothing needs to be made for that.
    #[default]
    All,
    /// Those that fit, perhaps in groups of so many under a name.
    Some { rows: Vec<Row>, groups: Vec<(String, usize)> },
}

impl Rows {
    /// The same with each implied claim below the mark that answers it, where they are in the order of the text.
    fn with_implied(self, session: &Session) -> Self {
        let implied = marks_filter::implied(session);
        let rows: Vec<Row> = match self {
            Self::All if implied.is_empty() => return Self::All,
            Self::All => (0..session.order().marks().len()).map(Row::Mark).collect(),
            Self::Some { rows, groups } if groups.is_empty() => rows,
            grouped => return grouped,
        };
        let listed = |nth: usize| rows.binary_search_by_key(&nth, |row| row.mark()).is_ok();
        let is_moved = |&(claim, answer): &(usize, usize)| listed(claim) && listed(answer);
        let moved: Vec<(usize, usize)> = implied.into_iter().filter(is_moved).collect();
        let stays = |row: &Row| moved.iter().all(|&(claim, _)| claim != row.mark());
        let with_claims = |row: Row| {
            let claims = moved.iter().filter(move |&&(_, answer)| answer == row.mark());
            std::iter::once(row).chain(claims.map(|&(claim, _)| Row::Mark(claim)))
        };
        let rows = rows.iter().copied().filter(stays).flat_map(with_claims).collect();
        Self::Some { rows, groups: Vec::new() }
    }
}

/// Which marks of an article are listed.
#[derive(Clone, Debug, Default)]
struct Filter {
    words: String,
    tags: Vec<TagId>,
    /// Only those that a person has to look at.
    only_review: bool,
}

impl Filter {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.tags.is_empty() && !self.only_review
    }
}

/// What the list shows, and its rows as last made.
#[derive(Debug, Default)]
pub(in crate::gui) struct MarksPanel {
    order: Order,
    filter: Filter,
    /// Those of the articles that are not looked at: each keeps its own.
    filters: HashMap<PathBuf, Filter>,
    rows: Rows,
    /// How many marks the filter leaves.
    n_listed: usize,
    /// The article and the revision of its order of marks that the rows were made for.
    made_for: Option<(PathBuf, u64)>,
    haystack: Haystack,
    wants_focus: bool,
    wants_list: bool,
    /// The mark that the list last scrolled to.
    shown: Option<AnnotationId>,
}

impl MarksPanel {
    /// Puts the keyboard into the filter.
    pub(in crate::gui) fn focus_filter(&mut self) {
        self.wants_focus = true;
    }

    /// Puts the keyboard on the chosen row of the list, or on its first.
    pub(in crate::gui) fn focus_list(&mut self) {
        self.wants_list = true;
    }

    /// Draws people, filter and list.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        self.follow_article(session);
        people_ui(cx, session, ui);
        let changed = self.filter_ui(cx, session, ui);
        self.make_rows(session, changed, ui);
        if self.n_rows(session) == 0 {
            self.wants_focus |= std::mem::take(&mut self.wants_list);
            if self.empty_ui(cx, session, ui) {
                self.made_for = None;
                ui.ctx().request_repaint();
            }
            return;
        }
        self.list_ui(cx, session, ui);
    }

    /// Takes up the filter of the article that is looked at, and puts that of the one before by.
    fn follow_article(&mut self, session: &Session) {
        let Some((before, _)) = self.made_for.take_if(|(path, _)| path != session.path()) else { return };
        let filter = self.filters.remove(session.path()).unwrap_or_default();
        self.filters.insert(before, std::mem::replace(&mut self.filter, filter));
    }

    /// Makes the rows anew where marks or filter changed.
    fn make_rows(&mut self, session: &Session, changed: bool, ui: &Ui) {
        let present = (session.path().to_owned(), session.order().revision());
        let mut is_stale = changed || self.made_for.as_ref() != Some(&present);
        if self.filter.words.is_empty() {
            self.haystack.clear();
        } else if is_stale || !self.haystack.is_read() {
            is_stale = true;
            if !self.haystack.follow(session) {
                ui.ctx().request_repaint();
            }
        }
        if is_stale {
            self.rows = self.rows_of(session).with_implied(session);
            self.n_listed = match &self.rows {
                Rows::All => session.order().marks().len(),
                Rows::Some { rows, .. } => {
                    let marks = rows.iter().filter(|row| matches!(row, Row::Mark(_)));
                    marks.collect::<BTreeSet<_>>().len()
                }
            };
            self.made_for = Some(present);
        }
    }

    /// The marks that it shows, by their indices in the session's order, in its own order.
    pub(in crate::gui) fn listed(&self, session: &Session) -> Vec<usize> {
        match &self.rows {
            Rows::All => (0..session.order().marks().len()).collect(),
            Rows::Some { rows, .. } => {
                let mark = |row: &Row| if let Row::Mark(nth) = row { Some(*nth) } else { None };
                rows.iter().filter_map(mark).collect()
            }
        }
    }

    fn n_rows(&self, session: &Session) -> usize {
        match &self.rows {
            Rows::All => session.order().marks().len(),
            Rows::Some { rows, .. } => rows.len(),
        }
    }

    /// The row of a mark, if it is in the list.
    fn row_of(&self, session: &Session, id: AnnotationId) -> Option<usize> {
        let rank = session.rank(id)?;
        match &self.rows {
            Rows::All => Some(rank),
            Rows::Some { rows, .. } => rows.iter().position(|&row| row == Row::Mark(rank)),
        }
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let mut area = ScrollArea::vertical().id_salt("marks").auto_shrink([false, false]);
        let focus = session.focus();
        let is_mark = |row: usize| match &self.rows {
            Rows::All => true,
            Rows::Some { rows, .. } => matches!(rows.get(row), Some(Row::Mark(_))),
        };
        let n_rows = self.n_rows(session);
        let chosen = |focus: AnnotationId| self.row_of(session, focus);
        let wanted = self
            .wants_list
            .then(|| focus.and_then(chosen).or((0..n_rows).find(|&row| is_mark(row))).unwrap_or_default());
        let view = ui.available_height();
        let last = rows::last_offset(n_rows, ROW + GAP, view + GAP);
        let offset = |row| rows::offset_to_show(row, ROW + GAP, view).min(last);
        if let Some(row) = rows::stepped(ui, LIST, n_rows, wanted, &is_mark) {
            area = area.vertical_scroll_offset(offset(row));
        } else if focus != self.shown
            && let Some(row) = focus.and_then(chosen)
        {
            area = area.vertical_scroll_offset(offset(row));
        }
        (self.shown, self.wants_list) = (focus, false);
        ui.spacing_mut().item_spacing.y = GAP;
        // Below the rows, which come after it.
        let ground =
            ui.interact(ui.available_rect_before_wrap(), ui.scope_id().with("ground"), Sense::click());
        context_menu(cx, &ground, Clicked::on(On::List));
        area.show_rows(ui, ROW, self.n_rows(session), |ui, range| {
            for shown in range {
                let row = match &self.rows {
                    Rows::All => Some(Row::Mark(shown)),
                    Rows::Some { rows, .. } => rows.get(shown).copied(),
                };
                match (row, &self.rows) {
                    (Some(Row::Group(nth)), Rows::Some { groups, .. }) => {
                        if let Some((label, count)) = groups.get(nth) {
                            group_ui(cx, label, *count, ui);
                        }
                    }
                    (Some(Row::Mark(nth)), _) => {
                        if let Some(mark) = session.nth_mark(nth) {
                            mark_ui(cx, session, &mark, shown, ui);
                        }
                    }
                    _ => {}
                }
            }
        });
    }

    /// Draws what the list is filtered and ordered by; whether that was changed.
    fn filter_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) -> bool {
        let mut changed = false;
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.filter.words)
                .hint_text(say!("marks-find"))
                .desired_width(ui.available_width() - 118.0);
            let field = ui.add(field);
            let (name, words) = (say!("marks-find"), self.filter.words.clone());
            field.widget_info(|| egui::WidgetInfo {
                label: Some(name.clone()),
                ..egui::WidgetInfo::text_edit(true, "", &words, "")
            });
            if std::mem::take(&mut self.wants_focus) {
                field.request_focus();
            }
            changed |= field.changed() | self.order_ui(ui);
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
            changed |= self.review_ui(cx, session, ui);
            for tag in &session.codebook().tags {
                let is_on = self.filter.tags.contains(&tag.id);
                let chip = tag_chip_ui(ui, cx.theme, tag, is_on, false);
                // The same chips tag things elsewhere: their names tell them apart.
                let name = say!("marks-only", tags = name(&tag.plural).to_lowercase());
                chip.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, &name));
                if chip.on_hover_text(say!("marks-only-hint")).clicked() {
                    changed = true;
                    match is_on {
                        true => self.filter.tags.retain(|id| *id != tag.id),
                        false => self.filter.tags.push(tag.id.clone()),
                    }
                }
            }
            changed |= self.clear_ui(session, ui);
        });
        ui.add_space(4.0);
        changed
    }

    /// Draws the order to choose; whether it was changed.
    fn order_ui(&mut self, ui: &mut Ui) -> bool {
        let words = |order: Order| match order {
            Order::Text => say!("marks-in-order"),
            Order::Tag => say!("marks-by-tag"),
            Order::Person => say!("marks-by-person"),
        };
        let before = self.order;
        let label = words(before);
        let combo = egui::ComboBox::from_id_salt("order").width(96.0).selected_text(&label);
        let combo = combo.show_ui(ui, |ui| {
            for order in [Order::Text, Order::Tag, Order::Person] {
                ui.selectable_value(&mut self.order, order, words(order));
            }
        });
        let name = say!("marks-order");
        combo.response.widget_info(|| egui::WidgetInfo {
            current_text_value: Some(label.clone()),
            ..egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &name)
        });
        self.order != before
    }

    /// Where the list is filtered, a chip that says how many marks are left and takes the filter away;
    /// whether it did.
    fn clear_ui(&mut self, session: &Session, ui: &mut Ui) -> bool {
        if self.filter.is_empty() {
            return false;
        }
        let (some, count) = (self.n_listed, session.order().marks().len());
        let words = format!("{}  {CLOSE}", say!("marks-some", some = some, count = count));
        let chip = ui.add(egui::Button::new(RichText::new(words).small()).corner_radius(9));
        let name = say!("marks-clear");
        chip.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if chip.on_hover_text(&name).clicked() {
            self.filter = Filter::default();
            return true;
        }
        false
    }

    /// The switch for marks that need a look, where there are any; whether it was changed.
    fn review_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) -> bool {
        let n_review = session.n_to_review();
        if n_review == 0 {
            return std::mem::take(&mut self.filter.only_review);
        }
        let label = RichText::new(say!("marks-look", count = n_review)).small().color(cx.theme.warning);
        let switch = ui.add(egui::Button::selectable(self.filter.only_review, label));
        let is_on = self.filter.only_review;
        let name = say!("marks-only-look");
        switch.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, &name));
        if switch.on_hover_text(say!("marks-only-look-hint")).clicked() {
            self.filter.only_review = !is_on;
            return true;
        }
        false
    }

    fn rows_of(&self, session: &Session) -> Rows {
        if self.filter.is_empty() && self.order == Order::Text {
            return Rows::All;
        }
        let mut fitting =
            marks_filter::fitting(session, &self.haystack, &self.filter.words, &self.filter.tags);
        if self.filter.only_review {
            fitting.retain(|&nth| {
                let placement = session.nth_mark(nth).and_then(|mark| mark.placement);
                placement.is_some_and(Placement::needs_review)
            });
        }
        let marks = session.order().marks();
        let (labels, mut members): (Vec<String>, Vec<Vec<usize>>) = match self.order {
            Order::Text => {
                let rows = fitting.into_iter().map(Row::Mark).collect();
                return Rows::Some { rows, groups: Vec::new() };
            }
            Order::Tag => {
                let tags = session.codebook().tags.iter().map(|tag| name(&tag.plural));
                (
                    tags.chain([say!("group-nothing")]).collect(),
                    vec![Vec::new(); session.codebook().tags.len() + 1],
                )
            }
            Order::Person => {
                let names = session.layers().iter().map(|open| visible(&open.layer.annotator.name));
                (names.collect(), vec![Vec::new(); session.layers().len()])
            }
        };
        let other = members.len().saturating_sub(1);
        for nth in fitting {
            let mut put = |group: usize| members.get_mut(group).into_iter().for_each(|group| group.push(nth));
            match (self.order, &marks[nth]) {
                (Order::Person, mark) => put(mark.layer),
                (_, mark) => for_each_tag(session, nth, mark, |tag| put(tag.unwrap_or(other))),
            }
        }
        let (mut rows, mut groups) = (Vec::new(), Vec::new());
        for (label, marks) in labels.into_iter().zip(members).filter(|(_, marks)| !marks.is_empty()) {
            rows.push(Row::Group(groups.len()));
            groups.push((label, marks.len()));
            rows.extend(marks.into_iter().map(Row::Mark));
        }
        Rows::Some { rows, groups }
    }

    /// What stands where no mark does; whether the filter was taken away.
    fn empty_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) -> bool {
        ui.add_space(16.0);
        if !self.filter.is_empty() {
            let words = RichText::new(say!("marks-no-match")).color(cx.theme.link);
            if ui.add(egui::Button::new(words).frame(false).wrap()).clicked() {
                self.filter = Filter::default();
                return true;
            }
            return false;
        }
        let tags = session.codebook().tags.iter();
        let keys = tags.filter_map(|tag| Some(format!("{} {}", tag.key?, name(&tag.label).to_lowercase())));
        let words = say!("marks-none", keys = keys.collect::<Vec<_>>().join(", "));
        ui.label(RichText::new(words).color(cx.theme.ink_subdued));
        false
    }
}
