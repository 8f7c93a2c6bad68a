//! The article in the colours of those who speak in it.

use crate::article;
use crate::window::{ARTICLE, Window};
use postil::host::MemoryHost;

#[test]
fn the_article_shows_who_is_speaking_and_each_voice_leads_to_its_words() {
    let told = "Eight people had died, a hospital said. [claim#c1:It rained all night.] The army denied that it \
                had fired.\n\n@ c1 source 'the mayor'";
    let mut host = MemoryHost::default();
    article::lay_down(told, ARTICLE, &mut host).expect("marked text");
    let mut window = Window::with(host, &[ARTICLE]);
    assert!(!window.says("A a hospital"));
    window.keys(&["Ctrl+Shift+W"]);
    for voice in ["a hospital", "the mayor", "the army"] {
        let with = window.buttons_with(&format!("{voice} "));
        assert_eq!(with.len(), 1, "{voice} {:?}", window.names());
    }
    assert!(window.names().iter().any(|name| name.contains("no source ")), "{:?}", window.names());
    // A screen reader is told of each passage whose it is.
    let told = |words: &str| window.names().iter().any(|name| name.contains(words));
    assert!(
        told("a hospital: Eight people had died") && told("the mayor: It rained all night."),
        "{:?}",
        window.names()
    );
    let mayor = window.buttons_with("the mayor ").remove(0);
    window.click(&mayor);
    let at = window.session().document().text().find("It rained").expect("the words");
    assert_eq!(window.session().selection().head.to_usize(), at);
    // What marks say is followed.
    window.click("Claim: It rained all night.");
    window.keys(&["Delete"]);
    assert!(window.buttons_with("the mayor ").is_empty(), "{:?}", window.names());
    window.keys(&["Ctrl+Shift+W"]);
    assert!(window.buttons_with("a hospital ").is_empty());
}
