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

#[test]
fn tags_warnings_and_citations_are_told_in_the_language_that_is_spoken() {
    let article = "---\ntitle: La redada\ndate: 2017-04-16\n---\n\nThe army <b>denied</b> it.\n";
    let mut host = MemoryHost::default();
    host.files.insert("/desk/raid.md".into(), article.into());
    host.files.insert("/desk/raid.md.bob-68fe.postil.jsonl".into(), "nothing".into());
    host.languages = vec!["es".to_owned()];
    let mut window = Window::with(host, &["/desk/raid.md"]);
    for words in ["Solo desmentidos", "El archivo contiene HTML", "no es una capa que se pueda leer"] {
        assert!(window.says(words), "{words}: {:?}", window.names());
    }
    window.drag_over("The army");
    assert_eq!(window.named("Desmentido").len(), 1, "{:?}", window.names());
    window.keys(&["Ctrl+Shift+C"]);
    assert_eq!(window.copied(), "“The army” – La redada, 16 de abril de 2017, ¶ 1");
    window.keys(&["2"]);
    assert!(window.says("Desmentido: The army"), "{:?}", window.names());
    run(&mut window, "Copiar la marca como Markdown");
    let copied = window.copied();
    assert_eq!(copied, "- “The army” (Desmentido; Ana) *La redada*, 16 de abril de 2017, ¶ 1\n");
}
