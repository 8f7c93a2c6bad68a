//! A pupil's way through an assignment, by pointer.

use crate::Desk;
use crate::window::Window;
use egui::accesskit::Role;
use postil::exchange::bundle::Bundle;
use std::fs;

#[test]
fn a_pupil_opens_an_assignment_marks_and_hands_in_by_pointer() {
    let desk = Desk::with_text("Another article.\n").of_ana();
    let folder = desk.article.parent().expect("a folder");
    let bundle = Bundle {
        name: "raid.txt".to_owned(),
        article: b"Eight people died in the raid.\n\nThe army denied it.\n".to_vec(),
        instructions: Some("Mark each claim.".to_owned()),
        key: b"{}\n".to_vec(),
        ..Bundle::default()
    };
    let file = folder.join("raid.postil");
    fs::write(&file, bundle.write()).expect("written");
    let mut window = Window::start(&desk.screen, &desk.home(), &file);
    window.click("Begin");
    window.see("the article", |tree| tree.passage("Eight people died"));
    window.drag_over("Eight people died");
    window.click("Claim");
    window.see("the claim", |tree| tree.named(Role::Mark, "Claim: Eight people died"));
    window.click("Class");
    window.click("Hand in…");
    window.click("Hand in");
    window.see("the file to send", |tree| tree.button("Show in its folder"));
    window.click("Close");
    window.see("no dialog", |tree| tree.button("Show in its folder").is_none().then_some(()));
    assert_eq!(window.quit().code(), Some(0));
    let sent = folder.join("raid").join("handed-in").read_dir().expect("a folder");
    let sent: Vec<_> = sent.map(|file| file.expect("an entry").path()).collect();
    assert_eq!(sent.len(), 1, "{sent:?}");
    let text = fs::read_to_string(&sent[0]).expect("text");
    assert!(text.contains("\"postil:closed\"") && text.contains("Eight people died"), "{text}");
}
