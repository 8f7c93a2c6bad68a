//! A lesson in the window, by keyboard: the pupil's way and the teacher's.

use crate::window::Window;
use postil::exchange::bundle::Bundle;
use postil::host::MemoryHost;

const FILE: &str = "/desk/raid.postil";
const ARTICLE: &str = "Eight people died in the raid. The army denied it.";

fn bundle() -> Bundle {
    Bundle {
        name: "raid.txt".to_owned(),
        article: ARTICLE.into(),
        instructions: Some("# The raid\n\nMark each claim and who makes it.".to_owned()),
        key: b"{}\n".to_vec(),
        ..Bundle::default()
    }
}

fn desk(bytes: Vec<u8>) -> Window {
    let mut host = MemoryHost::with("/desk/other.txt", b"Another article.");
    host.files.insert(FILE.into(), bytes);
    Window::with(host, &["/desk/other.txt"])
}

fn files(window: &Window) -> Vec<String> {
    window.disk().files.keys().map(|path| path.display().to_string()).collect()
}

/// Goes on from control to control until one has the keyboard.
fn tab_to(window: &mut Window, name: &str) {
    for _ in 0..40 {
        if window.focused().starts_with(name) {
            return;
        }
        window.keys(&["Tab"]);
    }
    panic!("no {name} is reached by the keyboard, but {}", window.focused());
}

#[test]
fn a_pupil_opens_an_assignment_and_reads_the_instructions_again() {
    let mut window = desk(bundle().write());
    window.drop_file(FILE);
    assert!(window.says("Assignment: raid") && window.says("Mark each claim and who makes it."));
    assert_eq!(window.field("Folder"), "/desk/raid");
    window.keys(&["Enter"]);
    window.rest();
    assert_eq!(window.session().path().display().to_string(), "/desk/raid/raid.txt");
    assert_eq!(
        files(&window),
        ["/desk/other.txt", "/desk/raid/instructions.md", "/desk/raid/raid.txt", FILE]
    );
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("instructions");
    window.keys(&["Enter"]);
    assert!(window.says("Mark each claim and who makes it."));
    window.keys(&["Escape"]);
    assert!(!window.says("Mark each claim and who makes it."));
    // Opened again, it goes on where it lies.
    window.drop_file(FILE);
    assert!(window.says("It lies there already, with what you have marked"));
    window.click("Go on");
    window.rest();
    assert_eq!(window.session().file_name(), "raid.txt");
}

#[test]
fn an_assignment_that_does_harm_is_refused_with_a_reason_and_nothing_is_written() {
    let whole = bundle().write();
    let odd = Bundle { name: "../../raid.txt".to_owned(), ..bundle() };
    let ours = Bundle { name: "postil.toml".to_owned(), ..bundle() };
    for (bytes, why) in [
        (whole[..whole.len() / 2].to_vec(), "damaged, cut off or no assignment"),
        (b"Not an archive.".to_vec(), "damaged, cut off or no assignment"),
        (odd.write(), "would stand outside of its folder"),
        (ours.write(), "as no article may be"),
    ] {
        let mut window = desk(bytes);
        window.drop_file(FILE);
        window.rest();
        assert!(window.says("“raid.postil” is not opened") && window.says(why), "{:?}", window.names());
        assert_eq!(files(&window), ["/desk/other.txt", FILE]);
        assert_eq!(window.session().file_name(), "other.txt");
    }
}

#[test]
fn a_folder_that_holds_another_assignment_is_left_alone() {
    let mut window = desk(bundle().write());
    window.disk().files.insert("/desk/full/raid.txt".into(), b"Another raid.".to_vec());
    window.drop_file(FILE);
    tab_to(&mut window, "TextInput: Folder");
    window.keys(&["Ctrl+A"]);
    window.type_text("/desk/full");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("there is another “raid.txt” in that folder"), "{:?}", window.names());
    assert!(window.says("Assignment: raid"));
    assert_eq!(window.disk().files[std::path::Path::new("/desk/full/raid.txt")], b"Another raid.");
}
