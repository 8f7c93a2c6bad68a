//! What portals say, and a portal of our own on a bus of its own.
#![expect(clippy::disallowed_methods, reason = "the bus is another program, and is listened to on a thread")]

use super::*;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;
use std::time::Duration;
use zbus::blocking::connection::Builder;

fn settings(of: &[(&str, &str, Value<'static>)]) -> Settings {
    let mut settings = Settings::new();
    for (namespace, key, value) in of {
        let value = value.try_to_owned().expect("no file descriptor");
        settings.entry((*namespace).to_owned()).or_default().insert((*key).to_owned(), value);
    }
    settings
}

#[test]
fn what_portals_say_is_understood() {
    let desktop = |of: &[(&str, &str, Value<'static>)]| wishes(&settings(of));
    assert_eq!(desktop(&[]), DesktopWishes::default());
    let nested = Value::Value(Box::new(Value::U32(1)));
    let dark = desktop(&[(APPEARANCE, "color-scheme", nested), (APPEARANCE, "contrast", Value::U32(0))]);
    assert_eq!(dark, DesktopWishes { is_dark: Some(true), ..DesktopWishes::default() });
    let light = desktop(&[(APPEARANCE, "color-scheme", Value::U32(2))]);
    assert_eq!(light.is_dark, Some(false));
    // Numbers that nobody has defined yet, and values of another kind.
    let odd = [(APPEARANCE, "color-scheme", Value::U32(7)), (APPEARANCE, "contrast", Value::Bool(true))];
    assert_eq!(desktop(&odd), DesktopWishes::default());
    let still = DesktopWishes { less_motion: true, ..DesktopWishes::default() };
    assert_eq!(desktop(&[(APPEARANCE, "reduced-motion", Value::U32(1))]), still);
    assert_eq!(desktop(&[(GNOME, "enable-animations", Value::Bool(false))]), still);
    let strong = DesktopWishes { more_contrast: true, ..DesktopWishes::default() };
    assert_eq!(desktop(&[(GNOME_ACCESS, "high-contrast", Value::Bool(true))]), strong);
}

/// A bus that nobody else uses.
struct Bus(Child, String);

impl Bus {
    fn start() -> Option<Self> {
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--print-address=1"]).stdout(Stdio::piped());
        let mut child = daemon.spawn().ok()?;
        let mut address = String::new();
        BufReader::new(child.stdout.take()?).read_line(&mut address).ok()?;
        Some(Self(child, address.trim().to_owned()))
    }

    fn connect(&self) -> Builder<'_> {
        Builder::address(self.1.as_str()).expect("the address of a bus")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.0.kill().and_then(|()| self.0.wait()).map(drop).unwrap_or_default();
    }
}

/// A portal that knows nothing but dark and light.
struct Portal(Arc<AtomicU32>);

#[zbus::interface(name = "org.freedesktop.portal.Settings")]
impl Portal {
    fn read_all(&self, namespaces: Vec<String>) -> Settings {
        let scheme = Value::U32(self.0.load(Ordering::SeqCst));
        let known = settings(&[(APPEARANCE, "color-scheme", scheme)]);
        known.into_iter().filter(|(namespace, _)| namespaces.contains(namespace)).collect()
    }
}

#[test]
fn a_change_of_the_desktop_is_heard() {
    let Some(bus) = Bus::start() else {
        eprintln!("not tried: `dbus-daemon` is not installed");
        return;
    };
    let path = "/org/freedesktop/portal/desktop";
    let scheme = Arc::new(AtomicU32::new(2));
    let portal = bus.connect().serve_at(path, Portal(Arc::clone(&scheme))).expect("a path");
    let portal = portal.name("org.freedesktop.portal.Desktop").expect("a name").build().expect("a portal");
    let program = bus.connect().build().expect("a connection");
    let (sender, heard) = channel();
    let listener = std::thread::spawn(move || follow_portal(&program, &mut |now| sender.send(now).is_ok()));
    let hear = || heard.recv_timeout(Duration::from_secs(20)).expect("an answer").is_dark;
    let change = |to: u32| {
        scheme.store(to, Ordering::SeqCst);
        let body = (APPEARANCE, "color-scheme", Value::U32(to));
        let none = Option::<&str>::None;
        portal
            .emit_signal(none, path, "org.freedesktop.portal.Settings", "SettingChanged", &body)
            .expect("sent");
    };
    assert_eq!(hear(), Some(false));
    change(1);
    assert_eq!(hear(), Some(true));
    change(0);
    assert_eq!(hear(), None);
    // Nobody listens any more: the next change ends it.
    drop(heard);
    change(1);
    assert!(listener.join().expect("no panic").is_ok());
}
