//! A screen of its own for a test: nobody's desktop is ever clicked on.

use super::wait::until;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// An X server without a monitor, and a window manager on it.
pub(crate) struct Screen {
    server: Child,
    manager: Child,
    display: String,
    _alone: MutexGuard<'static, ()>,
}

/// Two windows that are drawn on one processor at once would be too slow for those who look at them.
static ALONE: Mutex<()> = Mutex::new(());

impl Screen {
    /// Starts both on a display that is free.
    pub(crate) fn new() -> Self {
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        // Without `-noreset` the server starts anew when its last client goes: where xdotool is quicker than
        // the window manager, that ends the latter.
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let mut number = String::new();
        let told = server.stdout.take().expect("a pipe");
        BufReader::new(told).read_line(&mut number).expect("Xvfb tells its display");
        let display = format!(":{}", number.trim());
        let manager = Command::new("openbox")
            .env("DISPLAY", &display)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox is installed");
        let screen = Self { server, manager, display, _alone: alone };
        until("the window manager", || screen.act(&["get_desktop"]));
        screen
    }

    /// What a program on this screen is started with.
    pub(crate) fn put_on(&self, command: &mut Command) {
        command.env("DISPLAY", &self.display).env_remove("WAYLAND_DISPLAY").env("LIBGL_ALWAYS_SOFTWARE", "1");
    }

    /// Has xdotool do something, as hands would; what it prints, `None` if it could not.
    pub(crate) fn act(&self, words: &[&str]) -> Option<String> {
        let done = Command::new("xdotool")
            .args(words)
            .env("DISPLAY", &self.display)
            .stdin(Stdio::null())
            .output()
            .expect("xdotool is installed");
        done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in [&mut self.manager, &mut self.server] {
            // Whoever is gone already needs no end.
            drop(child.kill());
            drop(child.wait());
        }
    }
}
