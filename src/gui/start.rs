//! The way to the first frame.

use super::app::App;
use crate::host::Host;
use std::path::PathBuf;

/// Opens the window on `paths` (articles or a folder) and stays in it until it is closed. Without
/// paths: what was open last, else `sample`.
///
/// An error says what the system lacks for a window.
pub fn run(paths: Vec<PathBuf>, sample: Option<PathBuf>, host: Box<dyn Host>) -> Result<(), String> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png"));
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Postil")
        .with_app_id("org.postil.Postil")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([520.0, 360.0])
        .with_drag_and_drop(true);
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    let renderer = renderer();
    let options = eframe::NativeOptions { viewport, renderer, ..Default::default() };
    let mut app = App::new(host);
    // The article is read while the window is made.
    app.start(paths, sample);
    let made = eframe::run_native(
        "Postil",
        options,
        Box::new(|cc| {
            app.set_up(&cc.egui_ctx);
            Ok(Box::new(app))
        }),
    );
    made.map_err(|error| reason(&error.to_string()))
}

/// The last clause of what the window's library says; before it stand names of its files.
fn reason(words: &str) -> String {
    let clause = words.rsplit(": ").next().unwrap_or(words);
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(feature = "wgpu")]
fn renderer() -> eframe::Renderer {
    eframe::Renderer::Wgpu
}

#[cfg(not(feature = "wgpu"))]
fn renderer() -> eframe::Renderer {
    eframe::Renderer::Glow
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_missing_screen_is_told_without_paths() {
        let words = "winit EventLoopError: os error at src/mod.rs:788: Failed to open connection to X server";
        assert_eq!(super::reason(words), "failed to open connection to X server");
    }
}
