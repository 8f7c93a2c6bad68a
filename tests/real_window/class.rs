//! A pupil's way through an assignment and a teacher's through a lesson, by pointer.

use crate::Desk;
use crate::window::Window;
use egui::accesskit::Role;
use postil::exchange::bundle::Bundle;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
#[ignore = "needs a screen of its own"]
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

/// The program without a window, as another person has it at home.
fn at_home(home: &Path, folder: &Path, command: &[&str], input: &str) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_postil"));
    program.args(command).current_dir(folder).env("POSTIL_HOME", home).stdin(Stdio::piped());
    let mut running = program.stdout(Stdio::null()).spawn().expect("the program");
    running.stdin.take().expect("its input").write_all(input.as_bytes()).expect("heard");
    assert!(running.wait().expect("ended").success(), "{command:?}");
}

/// What two pupils hand in, who both see an opinion that the key has not.
fn hand_in(assignment: &Path, into: &Path) {
    fs::create_dir_all(into).expect("made");
    for (name, words) in [("Ada", "Eight people died"), ("Bo", "Eight people")] {
        let home = tempfile::tempdir().expect("a home");
        let folder = home.path().join("lesson");
        fs::create_dir(&folder).expect("made");
        fs::copy(assignment, folder.join("raid.postil")).expect("copied");
        at_home(home.path(), &folder, &["unpack", "raid.postil", "--out", "raid"], "");
        let marks = format!("select '{words}'\ntag claim\nselect 'A disgrace'\ntag opinion\n");
        at_home(home.path(), &folder, &["run", "raid/article.txt", "--as", name], &marks);
        let out = into.join(format!("article.txt.{}-0001.postil.jsonl", name.to_lowercase()));
        let out = out.display().to_string();
        at_home(home.path(), &folder, &["handin", "raid/article.txt", "--as", name, "--out", &out], "");
    }
}

#[test]
#[ignore = "needs a screen of its own"]
fn a_teacher_makes_a_sealed_assignment_grades_adds_an_answer_and_gives_back_by_pointer() {
    const PHRASE: &str = "three blue doors";
    let desk =
        Desk::with_text("Eight people died in the raid.\n\nThe army denied it. A disgrace.\n").of_ana();
    let folder = desk.article.parent().expect("a folder").to_owned();
    let mut window = desk.open();
    for (words, tag) in [("Eight people died", "Claim"), ("The army denied", "Denial")] {
        window.drag_over(words);
        window.click(tag);
        let label = format!("{tag}: {words}");
        window.see(&label, |tree| tree.named(Role::Mark, &label));
    }
    // The assignment.
    window.click("Class");
    window.click("Make an assignment…");
    window.fill("What pupils are to do", "Mark each claim.");
    for step in ["Whose marks are the key?", "Right passage", "Seal the key"] {
        window.click("Next");
        window.read(step);
    }
    window.fill("Pass-phrase", PHRASE);
    window.fill("Once more", PHRASE);
    window.click("Write the file");
    window.read("Commitment of the key");
    window.click("Close");
    let assignment = folder.join("article.postil");
    window.see("no dialog", |tree| tree.button("Close").is_none().then_some(()));
    hand_in(&assignment, &folder.join("in"));
    // The grade book, by the sealed key.
    window.click("Class");
    window.click_control(&[Role::CheckBox], "Grade book");
    window.click("Key: Ana");
    window.click("By an assignment…");
    window.fill("Path", &assignment.display().to_string());
    window.keys(&["Return"]);
    window.read("The key is sealed");
    window.fill("Pass-phrase", PHRASE);
    window.click("Open the key");
    window.click("Add a folder…");
    window.fill("Path", &folder.join("in").display().to_string());
    window.keys(&["Return"]);
    window.read("2 pupils, ");
    window.read("2 marks in the key");
    // What both gave and the key lacks.
    window.click("Not in the key (1)");
    window.click_control(&[Role::Button], "A disgrace");
    window.click("Add to the key");
    window.read("3 marks in the key");
    window.click("Table");
    window.read("Ada; 3 “A disgrace”; as in the key");
    // Back to the pupils.
    window.click("Grades out…");
    window.click_control(&[Role::RadioButton], "Feedback for each pupil");
    window.click("Write");
    let feedback = |start: &str| {
        let files = folder.join("article grades").read_dir().into_iter().flatten();
        let mut names = files.map(|file| file.expect("an entry").file_name().to_string_lossy().into_owned());
        names.any(|name| name.starts_with(start))
    };
    crate::wait::until("feedback", || (feedback("feedback-ada-") && feedback("feedback-bo-")).then_some(()));
    assert_eq!(window.quit().code(), Some(0));
    assert!(folder.join("article.postil.grades").is_file());
}
