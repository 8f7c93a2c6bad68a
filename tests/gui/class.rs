//! A lesson in the window, by keyboard: the pupil's way and the teacher's.

use crate::article;
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

/// A pupil's window with two marks in the article of an assignment.
fn pupil() -> Window {
    let mut window = desk(bundle().write());
    window.drop_file(FILE);
    window.keys(&["Enter"]);
    window.rest();
    window.drag_over("Eight people died");
    window.keys(&["1"]);
    if window.says("Under what name") || window.session().annotator().is_none() {
        window.type_text("Ada");
        window.keys(&["Enter"]);
    }
    window.rest();
    window
}

fn command(window: &mut Window, words: &str) {
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text(words);
    window.keys(&["Enter"]);
    window.rest();
}

fn sent(window: &Window) -> (String, Vec<u8>) {
    let disk = window.disk();
    let found = disk.files.iter().find(|(path, _)| path.to_string_lossy().contains("/handed-in/"));
    let (path, bytes) = found.expect("a file to send");
    (path.display().to_string(), bytes.clone())
}

/// The pupil's layer beside the article.
fn mine(window: &Window) -> String {
    let disk = window.disk();
    let is_mine = |path: &str| path.starts_with("/desk/raid/raid.txt.") && path.ends_with(".postil.jsonl");
    let found = disk.files.iter().find(|(path, _)| is_mine(&path.to_string_lossy()));
    String::from_utf8_lossy(found.expect("a layer").1).into_owned()
}

#[test]
fn a_pupil_hands_in_by_keyboard_and_the_marks_stay_until_they_are_taken_back() {
    let mut window = pupil();
    command(&mut window, "hand in");
    assert!(window.says("You hand in one mark on"), "{:?}", window.names());
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("Send this file back"), "{:?}", window.names());
    let (path, bytes) = sent(&window);
    assert!(path.starts_with("/desk/raid/handed-in/raid.txt.") && path.ends_with(".postil.jsonl"), "{path}");
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains("\"postil:closed\"") && !text.contains("key"), "{text}");
    window.keys(&["Tab"]);
    tab_to(&mut window, "Button: Close");
    window.keys(&["Enter"]);
    assert!(window.says("Handed in") && !window.says("Send this file back"), "{:?}", window.names());
    assert!(mine(&window).contains("\"postil:closed\""));
    // A key that would mark asks instead, and nothing changed.
    window.drag_over("The army denied");
    window.keys(&["2"]);
    window.rest();
    assert!(window.says("so they stay as they are"), "{:?}", window.names());
    assert_eq!(window.session().marks().len(), 1);
    window.keys(&["Escape"]);
    assert!(window.session().handed_in().is_some());
    window.keys(&["2"]);
    window.keys(&["Enter"]);
    window.rest();
    assert_eq!(window.session().marks().len(), 2);
    assert!(!mine(&window).contains("\"postil:closed\""));
    // Undone, it is as it was handed in, and can be handed in again.
    command(&mut window, "hand in");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("2 marks are handed in"), "{:?}", window.names());
    let again = String::from_utf8(sent(&window).1).expect("text");
    assert!(again.contains("\"denial\"") && again.contains("\"postil:closed\""), "{again}");
}

#[test]
fn enter_on_cancel_cancels() {
    let mut window = pupil();
    command(&mut window, "hand in");
    tab_to(&mut window, "Button: Cancel");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.session().handed_in().is_none() && !window.says("You hand in"), "{:?}", window.names());
}

/// A pupil's window after the marks were handed in, and what the teacher's program gives back.
fn handed_in() -> (Window, Vec<u8>) {
    let mut window = pupil();
    command(&mut window, "hand in");
    window.keys(&["Enter"]);
    window.rest();
    window.keys(&["Escape"]);
    let (_, handed) = sent(&window);
    let feedback = graded(&handed);
    (window, feedback)
}

#[test]
fn feedback_that_is_dropped_stands_on_the_page_with_what_is_missing() {
    let (mut window, feedback) = handed_in();
    window.disk().files.insert("/desk/back/feedback-ada.postil.jsonl".into(), feedback.clone());
    window.drop_file("/desk/back/feedback-ada.postil.jsonl");
    window.rest();
    assert!(window.says("Teacher (feedback) stands beside your marks"), "{:?}", window.names());
    assert!(
        window.says("As in the key: 4 of 4 points") && window.says("Somebody counted."),
        "{:?}",
        window.names()
    );
    assert!(window.says("Not marked: 0 of 4 points") && window.says("It rejects the claim."));
    assert!(window.says("Not passed: 4 of 8 points") || window.says("Passed: 4 of 8 points"));
    // It is in a file of its own, and the pupil's marks are as they were handed in.
    let laid = files(&window).into_iter().filter(|path| path.contains("teacher-feedback")).count();
    assert_eq!(laid, 1);
    let mine = window.session().my_layer().map(|placed| placed.layer.annotations().len());
    assert_eq!(mine, Some(1));
    // All of it together at the side, and each row leads to its words.
    let rows = [
        "As in the key: 4 of 4 points; “Eight people died”; Somebody counted.",
        "Not marked: 0 of 4 points; “The army denied”; It rejects the claim.",
    ];
    let listed = || {
        let all = window.buttons_with(" of 4 points; ");
        all.into_iter().filter(|row| rows.contains(&row.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(listed(), rows, "{:?}", window.names());
    window.click(rows[1]);
    let focus = window.session().focus().and_then(|id| window.session().mark(id));
    assert_eq!(focus.map(|mark| mark.annotation.quote()).as_deref(), Some("The army denied"));
    // With the keyboard too, once it was hidden by its command and is asked for again.
    command(&mut window, "feedback");
    assert!(window.buttons_with("; It rejects the claim.").is_empty(), "{:?}", window.names());
    command(&mut window, "feedback");
    window.keys(&["F6", "ArrowDown", "ArrowUp", "Enter"]);
    let focus = window.session().focus().and_then(|id| window.session().mark(id));
    assert_eq!(focus.map(|mark| mark.annotation.quote()).as_deref(), Some("Eight people died"));
    // In the card of the pupil's mark among all marks, too.
    window.keys(&["F10"]);
    window.click_on_text("Eight people");
    assert!(window.says("Feedback by Teacher (feedback): Eight people died"), "{:?}", window.names());
    window.click("Claim by Ana: Eight people died");
    assert!(window.says("Teacher (feedback): As in the key: 4 of 4 points"), "{:?}", window.names());
}

#[test]
fn an_article_without_feedback_shows_its_marks_where_feedback_was_looked_at() {
    let (mut window, feedback) = handed_in();
    window.disk().files.insert("/desk/other.txt".into(), b"Shells fell.".to_vec());
    window.disk().files.insert("/desk/back/feedback-ada.postil.jsonl".into(), feedback);
    window.drop_file("/desk/back/feedback-ada.postil.jsonl");
    window.rest();
    assert!(window.says("Show feedback"), "{:?}", window.names());
    window.drop_file("/desk/other.txt");
    window.rest();
    assert!(!window.says("Show feedback") && window.says("Nothing is marked yet"), "{:?}", window.names());
}

/// What a teacher gives back on a layer that was handed in.
fn graded(handed: &[u8]) -> Vec<u8> {
    use postil::anchor::Placers;
    use postil::document::import::{Options, import};
    use postil::session::class::feedback::Feedback;
    use postil::session::class::{Grades, Marking};
    use postil::sidecar::LayerFile;
    let marked = "[claim#k1:Eight people died] in the raid. [denial#k2:The army denied] it.\n\n\
                  @ k1 note 'Somebody counted.'\n@ k2 note 'It rejects the claim.'";
    let mut host = MemoryHost::default();
    article::lay_down(marked, "/key/raid.txt", &mut host).expect("marked text");
    let key = host.files.iter().find(|(path, _)| path.to_string_lossy().ends_with(".jsonl"));
    let mut key = LayerFile::read(key.expect("the key").1).value.layer().expect("a layer");
    key.annotator =
        postil::layer::Annotator::new(postil::layer::AnnotatorId::named("key").expect("a name"), "Teacher");
    let document = import(ARTICLE.as_bytes(), "raid.txt", &Options::default()).expect("read").value;
    let placers = Placers::new(std::sync::Arc::new(document), Default::default());
    let marking = Marking::new(placers, key, Default::default());
    let (handed, faults) = marking.collect(vec![("ada".to_owned(), handed.to_vec())]);
    let pupils = marking.grade(&handed, &Grades::default());
    assert!(faults.is_empty() && pupils.len() == 1, "{faults:?}");
    Feedback::of(&marking, &pupils[0], &postil::session::class::phrase::english).bytes
}

#[test]
fn a_teacher_makes_an_assignment_by_keyboard_and_a_pupil_opens_it() {
    let marked = "[claim#a1:Eight people died] in the raid. [denial#a2:The army denied] it.\n\n\
                  @ a1 note 'Somebody counted.'";
    let mut window = Window::open(marked);
    command(&mut window, "make an assignment");
    assert!(window.says("What pupils are to do") && window.focused().contains("What pupils are to do"));
    window.keys(&["Ctrl+A"]);
    window.type_text("Mark each claim.");
    // Enter is a line here, and the dialog stays at its first step.
    window.keys(&["Enter"]);
    window.type_text("Say who says it.");
    assert!(window.field("What pupils are to do").contains("Mark each claim.\nSay who says it."));
    tab_to(&mut window, "Button: Next");
    window.keys(&["Enter"]);
    assert!(window.says("2 marks with a tag, 1 of them without an explanation"), "{:?}", window.names());
    tab_to(&mut window, "TextInput: Explanation 2");
    window.type_text("It rejects.");
    window.rest();
    tab_to(&mut window, "CheckBox: May be left out");
    window.keys(&["Space"]);
    window.rest();
    assert!(window.says("2 marks with a tag, all with an explanation"), "{:?}", window.names());
    tab_to(&mut window, "Button: Next");
    window.keys(&["Enter"]);
    assert_eq!(window.field("Right passage"), "2");
    tab_to(&mut window, "TextInput: Percent of the points to pass");
    window.keys(&["Ctrl+A"]);
    window.type_text("sixty");
    assert!(window.says("A field holds no number"));
    window.keys(&["Ctrl+A"]);
    window.type_text("60");
    tab_to(&mut window, "Button: Next");
    window.keys(&["Enter"]);
    assert!(window.says("Give a pass-phrase, or do not seal the key."), "{:?}", window.names());
    tab_to(&mut window, "PasswordInput: Pass-phrase");
    window.type_text("three blue doors");
    window.keys(&["Tab"]);
    window.type_text("three blue door");
    assert!(window.says("The two pass-phrases differ."));
    window.type_text("s");
    assert!(window.says("the key with 2 marks (1 may be left out, 0 accepted as well), sealed"));
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("The assignment is written"), "{:?}", window.names());
    let bytes = window.disk().files[std::path::Path::new("/desk/article.postil")].clone();
    let bundle = Bundle::read(&bytes).expect("an assignment");
    assert_eq!(bundle.instructions.as_deref(), Some("Mark each claim.\nSay who says it.\n"));
    assert!(bundle.rubric.contains("pass = 0.6"), "{}", bundle.rubric);
    let commitment = bundle.commitment.clone().expect("a commitment");
    assert!(window.field("Commitment of the key").contains(&commitment));
    let key = postil::exchange::seal::unseal(&bundle.key, "three blue doors").expect("the key");
    let key = postil::sidecar::LayerFile::read(&key).value.layer().expect("a layer");
    let notes: Vec<&str> = key.annotations().map(|mark| mark.note.as_str()).collect();
    assert!(notes.contains(&"Somebody counted.") && notes.contains(&"It rejects."), "{notes:?}");
    // Made once more, the file that is there is not replaced unasked.
    window.keys(&["Escape"]);
    command(&mut window, "make an assignment");
    window.click("4. File");
    window.click("Seal the key with a pass-phrase");
    window.click("Write the file");
    window.rest();
    assert!(window.says("There is a file of that name"), "{:?}", window.names());
    window.click("Replace the file");
    window.rest();
    let bytes = window.disk().files[std::path::Path::new("/desk/article.postil")].clone();
    assert_eq!(Bundle::read(&bytes).expect("an assignment").commitment, None);
}

#[test]
fn what_was_typed_of_an_assignment_is_there_again() {
    let mut window = Window::open("[claim#a1:Eight people died] in the raid.");
    command(&mut window, "make an assignment");
    window.keys(&["Ctrl+A"]);
    window.type_text("Mark each claim.");
    window.keys(&["Escape"]);
    assert!(!window.says("What pupils are to do"));
    command(&mut window, "make an assignment");
    assert_eq!(window.field("What pupils are to do"), "Mark each claim.");
}

#[test]
fn others_marks_are_hidden_where_the_folder_asks_for_it_until_one_hands_in() {
    let marked = "[claim#a1:Eight people died] in the raid.\n//- layer ben\n\
                  Eight people died in the [opinion#b1:raid].";
    let mut host = MemoryHost::default();
    article::lay_down(marked, "/desk/article.txt", &mut host).expect("marked text");
    host.files.insert("/desk/postil.toml".into(), b"blind = true\n".to_vec());
    let mut window = Window::with(host, &["/desk"]);
    window.rest();
    assert_eq!(window.session().layers().len(), 1, "{:?}", window.names());
    assert!(window.says("ben: hidden until you hand in"), "{:?}", window.names());
    let n_rows = |window: &Window| window.app().workspace().library().map(|library| library.rows().count());
    assert_eq!(n_rows(&window), Some(1));
    command(&mut window, "who has done what");
    assert!(window.says("ben: hidden until you hand in"), "{:?}", window.names());
    window.keys(&["Escape"]);
    command(&mut window, "hand in");
    window.keys(&["Enter"]);
    window.rest();
    window.keys(&["Escape"]);
    window.rest();
    assert_eq!(window.session().layers().len(), 2);
    assert_eq!(n_rows(&window), Some(2));
    command(&mut window, "take back");
    assert_eq!(window.session().layers().len(), 1);
}
