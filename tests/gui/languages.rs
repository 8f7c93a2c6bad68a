//! The languages of the window: that of the system, and one's choice.

use crate::article;
use crate::window::{ARTICLE, Window};
use postil::host::MemoryHost;

fn window(languages: &[&str]) -> Window {
    let mut host = MemoryHost::default();
    article::lay_down("The army [denial#d1:denied] it.", ARTICLE, &mut host).expect("marked text");
    host.languages = languages.iter().map(|&tag| tag.to_owned()).collect();
    Window::with(host, &[ARTICLE])
}

/// Runs a command that is found by its name.
fn run(window: &mut Window, name: &str) {
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text(name);
    window.keys(&["Enter"]);
}

#[test]
fn the_window_speaks_the_systems_language_as_far_as_it_has_words() {
    let window = window(&["es-MX", "en-US"]);
    assert!(window.says("Button: Archivo") && !window.says("Button: File"), "{:?}", window.names());
    assert!(self::window(&["de-DE"]).says("Button: File"));
}

#[test]
fn a_language_is_chosen_among_the_commands_and_kept() {
    let mut window = window(&["es-MX"]);
    run(&mut window, "Idioma: English");
    assert!(window.says("Button: File") && !window.says("Button: Archivo"), "{:?}", window.names());
    let mut window = window.crash();
    assert!(window.says("Button: File"));
    run(&mut window, "Language: Español");
    assert!(window.says("Button: Archivo") && window.says("Ver"));
    run(&mut window, "Idioma: Como el sistema");
    assert!(window.says("Button: Archivo"));
}

#[test]
fn what_is_done_is_told_in_the_language_that_is_spoken() {
    let mut window = window(&["es"]);
    window.disk().files.insert(ARTICLE.into(), b"The army confirmed that 35 people had died.".to_vec());
    window.come_back();
    assert!(window.says("El archivo ha cambiado: "), "{:?}", window.names());
    window.click("Ver qué ha cambiado");
    assert!(window.says("en el texto nuevo, que aún no está en la página"));
    assert!(!window.buttons_with("cifra: nuevo: 35 people").is_empty(), "{:?}", window.buttons_with("cifra"));
}
