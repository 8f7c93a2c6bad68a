//! The bar at the top: the menus, what is needed all day as icons, who marks, and whether the marks are
//! saved. The icons are those of the rows of commands and views that have one.

mod look;
mod saving;
mod share;
mod who;

use super::command::{About, Icon, Place, Popover};
use super::menu::{config, menus_ui};
use super::view_ctx::ViewCtx;
use egui::{
    Align, Button, Color32, Context, Id, Layout, MenuBar, Popup, PopupCloseBehavior, RectAlign, Response,
    RichText, Role, Stroke, Ui, WidgetInfo, vec2,
};

/// The size of an icon's button, in points.
const BUTTON: egui::Vec2 = vec2(28.0, 26.0);
/// In a narrower bar, in points, names and words beside icons are left out, and the menus are one.
const ROOM_FOR_WORDS: f32 = 760.0;

/// In how many frames an icon asks for the keyboard: a dialog that the command came from gives it to the page
/// when it goes.
const ASKS: u8 = 2;

/// The name of what opens below an icon in egui's memory.
fn id(popover: Popover) -> Id {
    Id::unique(("below the bar", popover))
}

/// Opens it, with the keyboard on its icon: from there arrows go into it.
pub(super) fn open(popover: Popover, ctx: &Context) {
    Popup::open_id(ctx, id(popover));
    ctx.data_mut(|data| data.insert_temp(id(popover), ASKS));
}

/// Draws it below its icon, if it is open.
fn popover_ui(cx: &ViewCtx<'_>, popover: Popover, icon: &Response) {
    let id = id(popover);
    let asks: u8 = icon.ctx.data_mut(|data| data.remove_temp(id)).unwrap_or_default();
    if 0 < asks {
        icon.request_focus();
        icon.ctx.data_mut(|data| data.insert_temp(id, asks - 1));
        icon.ctx.request_repaint();
    }
    let popup = Popup::menu(icon).id(id).align(RectAlign::BOTTOM_END).gap(2.0);
    popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| match popover {
        Popover::Look => look::look_ui(cx, ui),
        Popover::Share => share::share_ui(cx, ui),
        Popover::Who => who::who_ui(cx, ui),
    });
}

/// Draws the bar.
pub(super) fn bar_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let has_room = ROOM_FOR_WORDS <= ui.available_width();
    MenuBar::new().config(config()).ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding = vec2(7.0, 2.0);
        menus_ui(cx, has_room, ui);
        ui.add_space(6.0);
        let icons = cx.commands.with_icons();
        for (icon, about) in icons.iter().filter(|(icon, _)| matches!(icon.place, Place::Left(_))) {
            icon_ui(cx, *icon, about, ui);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (icon, about) in icons.iter().filter(|(icon, _)| matches!(icon.place, Place::Right(_))) {
                icon_ui(cx, *icon, about, ui);
            }
            ui.add_space(4.0);
            who::button_ui(cx, has_room, ui);
            ui.add_space(4.0);
            saving::state_ui(cx, has_room, ui);
        });
    });
}

/// A command as an icon, with its name and key as the tooltip.
fn icon_ui(cx: &ViewCtx<'_>, icon: Icon, about: &About, ui: &mut Ui) {
    let ready = (cx.ready)(&about.command);
    let is_enabled = ready.is_ok();
    let is_on = (cx.is_on)(&about.command);
    let is_open = about.popover.is_some_and(|popover| Popup::is_id_open(ui.ctx(), id(popover)));
    let ink = if is_on == Some(true) || is_open { cx.theme.accent } else { cx.theme.ink };
    let fill = if is_open { cx.theme.hover } else { Color32::TRANSPARENT };
    let button = Button::new(RichText::new(icon.sign).size(17.0).color(ink)).min_size(BUTTON).fill(fill);
    let response = ui.add_enabled(is_enabled, button.stroke(Stroke::NONE));
    response.widget_info(|| match is_on {
        Some(is_on) => WidgetInfo::selected(Role::Button, is_enabled, is_on, &about.label),
        None => WidgetInfo::labeled(Role::Button, is_enabled, &about.label),
    });
    let key = about.keys.first().map_or_else(String::new, |chord| format!(" ({})", chord.label()));
    let name = about.label.trim_end_matches('…');
    let response = match ready {
        Ok(()) => response.on_hover_text(format!("{name}{key}")),
        Err(lack) => response.on_disabled_hover_text(format!("{name}{key}. {}", lack.reason())),
    };
    match about.popover {
        Some(popover) => popover_ui(cx, popover, &response),
        None if response.clicked() => cx.run(about.command.clone()),
        None => {}
    }
}
