//! What the desktop wishes of programs, asked of its portal over D-Bus: dark or light, more contrast, less
//! motion. And what it does for them: it shows a file in its folder.

use crate::host::DesktopWishes;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{OwnedValue, Value};

/// Where every desktop says it.
const APPEARANCE: &str = "org.freedesktop.appearance";
/// Where GNOME says what it has said for longer.
const GNOME: &str = "org.gnome.desktop.interface";
const GNOME_ACCESS: &str = "org.gnome.desktop.a11y.interface";

/// Values by namespace and key, as the portal gives them.
type Settings = HashMap<String, HashMap<String, OwnedValue>>;

/// Tells what is wished, and again whenever it changes, until `tell` answers no.
pub(super) fn follow(tell: &mut dyn FnMut(DesktopWishes) -> bool) {
    // Without a bus or a portal nothing is wished.
    Connection::session().and_then(|bus| follow_portal(&bus, tell)).unwrap_or_default();
}

fn follow_portal(bus: &Connection, tell: &mut dyn FnMut(DesktopWishes) -> bool) -> zbus::Result<()> {
    let portal = Proxy::new(
        bus,
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
    )?;
    // Heard before the first question, so that no change falls between the two.
    let changes = portal.receive_signal("SettingChanged")?;
    let ask =
        || -> zbus::Result<Settings> { portal.call("ReadAll", &(vec![APPEARANCE, GNOME, GNOME_ACCESS],)) };
    let mut wished = wishes(&ask()?);
    if !tell(wished) {
        return Ok(());
    }
    for _ in changes {
        // A portal that is being replaced answers nothing for a moment.
        let now = ask().map_or(wished, |settings| wishes(&settings));
        if now != wished && !tell(now) {
            break;
        }
        wished = now;
    }
    Ok(())
}

fn wishes(settings: &Settings) -> DesktopWishes {
    let value = |namespace: &str, key: &str| Some(unwrapped(settings.get(namespace)?.get(key)?));
    let number = |key: &str| match value(APPEARANCE, key)? {
        Value::U32(number) => Some(*number),
        _ => None,
    };
    let is = |namespace: &str, key: &str, wanted: bool| matches!(value(namespace, key), Some(Value::Bool(found)) if *found == wanted);
    DesktopWishes {
        is_dark: match number("color-scheme") {
            Some(1) => Some(true),
            Some(2) => Some(false),
            _ => None,
        },
        more_contrast: number("contrast") == Some(1) || is(GNOME_ACCESS, "high-contrast", true),
        less_motion: number("reduced-motion") == Some(1) || is(GNOME, "enable-animations", false),
    }
}

/// Has the file manager show a file; whether there is one that does.
pub(super) fn reveal(file: &Path) -> bool {
    const MANAGER: &str = "org.freedesktop.FileManager1";
    let show = |bus: &Connection| -> zbus::Result<()> {
        let manager = Proxy::new(bus, MANAGER, "/org/freedesktop/FileManager1", MANAGER)?;
        manager.call("ShowItems", &(vec![address(file)], ""))
    };
    Connection::session().and_then(|bus| show(&bus)).is_ok()
}

/// Has the portal open a file, which lets programs that see few folders read this one; whether there is a
/// portal that does.
pub(super) fn open(file: &Path) -> bool {
    let open = |bus: &Connection| -> Option<()> {
        let held = std::fs::File::open(file).ok()?;
        let portal = Proxy::new(
            bus,
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.OpenURI",
        );
        let options: HashMap<&str, Value<'_>> = HashMap::new();
        let asked = portal.ok()?.call_method("OpenFile", &("", zbus::zvariant::Fd::from(&held), options));
        asked.ok().map(drop)
    };
    Connection::session().ok().and_then(|bus| open(&bus)).is_some()
}

/// A path as an address.
fn address(file: &Path) -> String {
    let mut address = String::from("file://");
    for &byte in file.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            write!(address, "%{byte:02X}").unwrap_or_default();
        }
    }
    address
}

/// Some portals put a variant into the variant.
fn unwrapped<'a>(value: &'a Value<'a>) -> &'a Value<'a> {
    match value {
        Value::Value(inner) => unwrapped(inner),
        value => value,
    }
}

#[cfg(test)]
mod tests;
