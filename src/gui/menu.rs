//! The menus of the bar. What is on has a check mark, and a menu stays while things are switched in it, unless
//! it is a page that shows itself.

use super::command::{About, Menu, Subject};
use super::icons;
use super::outbox::Request;
use super::view_ctx::ViewCtx;
use super::words::say;
use egui::containers::menu::{MenuConfig, SubMenuButton};
use egui::{
    Align2, Atom, Button, FontId, PopupCloseBehavior, Response, RichText, Role, Ui, WidgetInfo, vec2,
};

/// The column of check marks, in points.
const CHECKS: f32 = 16.0;

/// Menus close by what is chosen in them, since some of it lets them stay.
pub(super) fn config() -> MenuConfig {
    MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}

/// Draws the menus, one beside another; without room for them as menus of one.
pub(super) fn menus_ui(cx: &ViewCtx<'_>, has_room: bool, ui: &mut Ui) {
    if has_room {
        for menu in Menu::BAR {
            ui.menu_button(menu.label(), |ui| menu_ui(cx, menu, ui));
        }
        return;
    }
    ui.menu_button(say!("menu-all"), |ui| {
        set_up(ui);
        for menu in Menu::BAR {
            submenu_ui(&menu.label(), ui, |ui| menu_ui(cx, menu, ui));
        }
    });
}

fn menu_ui(cx: &ViewCtx<'_>, menu: Menu, ui: &mut Ui) {
    set_up(ui);
    let mut is_first = true;
    let (mut themes, mut languages) = (Vec::new(), Vec::new());
    for about in cx.commands.all().iter().filter(|about| about.menu == menu && about.is_in_bar) {
        match about.command.subject() {
            Some(Subject::Theme(_)) => {
                themes.push(about);
                continue;
            }
            Some(Subject::Language(_)) => {
                languages.push(about);
                continue;
            }
            _ => {}
        }
        if about.begins_group && !is_first {
            ui.separator();
        }
        is_first = false;
        drop(entry_ui(cx, about, ui));
    }
    let submenus = [(say!("menu-colours"), themes), (say!("menu-language"), languages)];
    for (nth, (label, entries)) in submenus.iter().filter(|(_, entries)| !entries.is_empty()).enumerate() {
        if nth == 0 {
            ui.separator();
        }
        submenu_ui(label, ui, |ui| entries.iter().for_each(|about| drop(entry_ui(cx, about, ui))));
    }
    if menu == Menu::File && !cx.settings.recent.is_empty() {
        ui.separator();
        submenu_ui(&say!("menu-recent"), ui, |ui| recent_ui(cx, ui));
    }
}

/// The room and the rows of a menu.
pub(super) fn set_up(ui: &mut Ui) {
    ui.set_min_width(240.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().button_padding = vec2(6.0, 3.0);
}

/// A menu in a menu, in line with the entries.
pub(super) fn submenu_ui(label: &str, ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let room = Atom::paint(vec2(CHECKS, CHECKS), |_, _| {});
    SubMenuButton::new((room, label)).config(config()).ui(ui, |ui| {
        set_up(ui);
        content(ui);
    });
}

/// A command in a menu, with its key and a check mark if it is on; greyed out, its tooltip says why.
pub(super) fn entry_ui(cx: &ViewCtx<'_>, about: &About, ui: &mut Ui) -> Response {
    let ready = (cx.ready)(&about.command);
    let is_on = (cx.is_on)(&about.command);
    let key = about.key_label();
    let mut button = Button::new((check(is_on == Some(true)), about.label.as_str()));
    if !key.is_empty() {
        button = button.shortcut_text(RichText::new(&key).color(cx.theme.ink_subdued));
    }
    let entry = ui.add_enabled(ready.is_ok(), button.wrap_mode(egui::TextWrapMode::Extend));
    if let Some(is_on) = is_on {
        let name = format!("{} {key}", about.label);
        say_switched(&entry, ready.is_ok(), is_on, about.command.subject(), name.trim_end());
    }
    if entry.clicked() {
        cx.run(about.command.clone());
        // Several things may be switched one after another; a tag is put on once, and a page is looked at.
        let is_one = matches!(about.command.subject(), Some(Subject::Tag(_)));
        if is_on.is_none() || is_one || matches!(about.menu, Menu::Pages | Menu::Class) {
            ui.close();
        }
    }
    match ready {
        Ok(()) => entry.on_hover_text(&about.hint),
        Err(lack) => {
            let why = format!("{}. {}", about.hint, lack.reason());
            ui.ctx().accesskit_node_builder(entry.id, |node| node.set_description(why.as_str()));
            entry.on_disabled_hover_text(why)
        }
    }
}

fn check<'a>(is_on: bool) -> Atom<'a> {
    Atom::paint(vec2(CHECKS, CHECKS), move |ui, args| {
        if is_on {
            let font = FontId::proportional(CHECKS - 2.0);
            let at = args.rect.center();
            ui.painter().text(at, Align2::CENTER_CENTER, icons::CHECK, font, args.fallback_text_color);
        }
    })
}

fn say_switched(response: &Response, is_enabled: bool, is_on: bool, of: Option<&Subject>, name: &str) {
    let role = match of {
        Some(Subject::Theme(_) | Subject::Language(_)) => Role::RadioButton,
        Some(Subject::Tag(_)) => Role::Button,
        _ => Role::CheckBox,
    };
    response.widget_info(|| WidgetInfo::selected(role, is_enabled, is_on, name));
}

fn recent_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    for path in &cx.settings.recent {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let shown = super::widgets::visible(&name);
        if ui.button(shown).on_hover_text(super::widgets::visible(&path.display().to_string())).clicked() {
            cx.ask(Request::Open(path.clone()));
            ui.close();
        }
    }
}
