//! The menu of whose register of the folder is followed.

use super::visible;
use crate::analysis::ledger::Whose;
use crate::gui::view_ctx::ViewCtx;
use crate::layer::FolderLayer;
use egui::Ui;
use std::sync::Arc;

/// What the menu calls the choices.
pub(in crate::gui) struct Called<'a> {
    pub all: String,
    pub nobody: String,
    /// One's own.
    pub mine: String,
    /// Those of a person, by the name.
    pub one: &'a dyn Fn(String) -> String,
}

/// The menu, where anybody has something to follow: the people of `with`. Whether another one was chosen.
pub(in crate::gui) fn whose_ui(
    cx: &ViewCtx<'_>,
    with: &[Arc<FolderLayer>],
    whose: &mut Whose,
    called: &Called<'_>,
    ui: &mut Ui,
) -> bool {
    if with.is_empty() && *whose == Whose::All {
        return false;
    }
    let name = |whose: Whose| match whose {
        Whose::All => called.all.clone(),
        Whose::Nobody => called.nobody.clone(),
        Whose::One(id) if cx.me.is_some_and(|me| me.id == id) => called.mine.clone(),
        Whose::One(id) => {
            let layer = with.iter().find(|layer| layer.annotator.id == id);
            (called.one)(layer.map(|layer| visible(&layer.annotator.name)).unwrap_or_default())
        }
    };
    let people = with.iter().map(|layer| Whose::One(layer.annotator.id));
    let all: Vec<Whose> = [Whose::All].into_iter().chain(people).chain([Whose::Nobody]).collect();
    let before = *whose;
    ui.menu_button(name(before), |ui| {
        for one in all {
            if ui.radio(before == one, name(one)).clicked() {
                *whose = one;
                ui.close();
            }
        }
    });
    *whose != before
}
