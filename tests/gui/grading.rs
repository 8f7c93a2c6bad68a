//! A class in the window: collected, graded, decided by hand, its answers added to the key, and grades going out.

use crate::window::Window;
use postil::host::MemoryHost;
use postil::session::class::Grades;
use std::path::Path;

const ARTICLE: &str = "/desk/raid.txt";
const KEY: &str = "[claim#k1:Eight people died] in the raid. The army [denial#k2:denied] it. [opinion#k3:A disgrace]. \
                   Nobody had been there.\n@ k1 note 'Evidence could settle it.'";
const PUPILS: &str = "//- layer Cem\n[claim#c1:Eight people] died in the raid. The army [denial#c2:denied] it. \
                      [claim#c3:A disgrace]. [claim#c4:Nobody had been there].\n\
                      //- layer Dora\n[claim#d1:Eight people died] in the raid. The army denied it. \
                      [opinion#d3:A disgrace]. [claim#d4:Nobody had been there].";

/// The teacher's desk: an article with the key beside it, and a folder with what two pupils handed in.
fn desk() -> MemoryHost {
    let mut host = MemoryHost::default();
    crate::article::lay_down(KEY, ARTICLE, &mut host).expect("marked text");
    let mut home = MemoryHost::default();
    crate::article::lay_down(PUPILS, ARTICLE, &mut home).expect("marked text");
    for (path, bytes) in home.files.into_iter().filter(|(path, _)| path != Path::new(ARTICLE)) {
        host.files.insert(Path::new("/desk/in").join(path.file_name().expect("a name")), bytes);
    }
    host
}

fn window() -> Window {
    let mut window = Window::with(desk(), &[ARTICLE]);
    window.keys(&["Ctrl+Shift+B"]);
    window
}

/// The window with the class collected.
fn collected() -> Window {
    let mut window = window();
    assert!(window.says("Nothing was handed in yet"));
    window.drop_file("/desk/in");
    window.rest();
    window
}

/// Goes on from control to control until one has the keyboard.
fn tab_to(window: &mut Window, name: &str) {
    for _ in 0..80 {
        if window.focused().contains(name) {
            return;
        }
        window.keys(&["Tab"]);
    }
    panic!("no {name} is reached by the keyboard, but {}", window.focused());
}

fn kept(window: &Window) -> Grades {
    let bytes = window.disk().files.get(Path::new("/desk/raid.txt.grades")).cloned().expect("decisions");
    Grades::read(&bytes).expect("a file of a class")
}

fn cells(window: &Window, words: &str) -> Vec<String> {
    window.buttons_with(words)
}

#[test]
fn a_folder_is_collected_and_graded_by_keyboard() {
    let mut window = window();
    tab_to(&mut window, "Add a folder…");
    window.keys(&["Enter"]);
    window.keys(&["Ctrl+A"]);
    window.type_text("/desk/in");
    window.keys(&["Enter"]);
    window.rest();
    assert!(
        window.says("2 pupils, 2 passed, 68 % on average; 3 marks in the key, 12 points"),
        "{:?}",
        window.names()
    );
    assert_eq!(
        cells(&window, "Cem"),
        [
            "Cem; 1 “Eight people died”; with other ends; 3.41 of 4 points",
            "Cem; 2 “denied”; as in the key; 4 of 4 points",
            "Cem; 3 “A disgrace”; with another tag; 2 of 4 points",
            "Cem; 1 mark that the key lacks",
            "Cem: 8.91 of 12 points, passed",
        ]
    );
    assert_eq!(kept(&window).handed_in, ["in"]);
}

#[test]
fn a_cell_says_why_and_points_are_set_by_hand_with_a_reason() {
    let mut window = collected();
    window.click("Cem; 1 “Eight people died”; with other ends; 3.41 of 4 points");
    for words in
        ["Evidence could settle it.", "Passage: 1.41 of 2, 71 % of the passage", "Tag: 2 of 2, right"]
    {
        assert!(window.says(words), "{words}: {:?}", window.names());
    }
    // By keyboard to the next pupil and on to the field.
    window.keys(&["ArrowDown", "ArrowRight"]);
    assert!(window.focused().contains("Dora; 2 “denied”; not marked"), "{}", window.focused());
    window.keys(&["Enter", "Ctrl+A"]);
    window.type_text("3");
    assert!(!window.is_enabled("Set by hand"), "a reason is needed");
    window.keys(&["Tab"]);
    window.type_text("She told me");
    window.keys(&["Enter"]);
    window.rest();
    assert_eq!(cells(&window, "Dora; 2"), ["Dora; 2 “denied”; not marked, set by hand; 3 of 4 points"]);
    assert!(window.says("Set by hand to 3: She told me"));
    assert_eq!(kept(&window).overrides.values().map(|one| one.points).collect::<Vec<_>>(), [3.0]);
    window.keys(&["Ctrl+Z"]);
    window.rest();
    assert_eq!(cells(&window, "Dora; 2"), ["Dora; 2 “denied”; not marked; 0 of 4 points"]);
    assert!(kept(&window).overrides.is_empty());
    window.keys(&["Ctrl+Shift+Z"]);
    window.rest();
    assert_eq!(kept(&window).overrides.len(), 1);
    // Another window reads it again.
    let mut again = window.crash_on(ARTICLE);
    again.keys(&["Ctrl+Shift+B"]);
    again.rest();
    assert_eq!(cells(&again, "Dora; 2"), ["Dora; 2 “denied”; not marked, set by hand; 3 of 4 points"]);
}

#[test]
fn an_answer_that_the_key_lacks_is_added_by_one_key_and_taken_out_again() {
    let mut window = collected();
    window.click("Not in the key (1)");
    assert!(window.says("Nobody had been there"));
    let rows = window.buttons_with("Nobody had been there");
    let row = rows.iter().find(|row| !row.contains("Eight")).expect("the answer");
    window.click(row);
    window.keys(&["A"]);
    window.rest();
    assert!(
        window.says("Not in the key (0)") && window.says("1 answer was added to the key"),
        "{:?}",
        window.names()
    );
    window.click("Table");
    assert_eq!(cells(&window, "Dora; 4"), ["Dora; 4 “Nobody had been there”; as in the key; 4 of 4 points"]);
    window.click("Mark 4 of the key: Nobody had been there");
    assert!(window.says("2 as in the key, 0 otherwise, 0 not"));
    window.click("Take out of the key");
    window.rest();
    assert!(window.says("Not in the key (1)"));
    assert!(kept(&window).answers.is_none());
}

#[test]
fn what_was_taken_for_what_and_what_divided_the_class_is_told() {
    let mut window = collected();
    window.click("Taken for");
    window.click("Key: Opinion; pupils: Claim; once");
    assert!(window.says("Opinion taken for Claim: 1 (Cem)"), "{:?}", window.names());
    window.click("Divided");
    assert!(window.says("1 as in the key, 0 otherwise, 1 not"), "{:?}", window.names());
}

#[test]
fn the_article_shows_where_the_class_marked_and_steps_through_the_key() {
    let mut window = collected();
    window.keys(&["Ctrl+Shift+B"]);
    window.keys(&["Alt+Shift+N"]);
    window.rest();
    assert!(window.says("Mark 2 of 3 in the key"), "{:?}", window.names());
    assert!(window.says("1 as in the key, 0 otherwise, 1 not"), "{:?}", window.names());
    window.keys(&["Alt+Shift+N"]);
    assert!(window.says("Mark 3 of 3 in the key"), "{:?}", window.names());
    window.keys(&["Alt+Shift+P"]);
    assert!(window.says("Mark 2 of 3 in the key"), "{:?}", window.names());
    assert!(window.says("Where 2 pupils marked, and how they marked 3 marks of the key"));
    window.click("Hide the class");
    assert!(!window.says("Where 2 pupils marked, and how they marked 3 marks of the key"));
}

#[test]
fn grades_go_out_as_a_table_and_into_a_gradebook() {
    let mut window = collected();
    window.click("Grades out…");
    assert_eq!(window.field("File"), "/desk/raid grades.csv");
    window.keys(&["Enter"]);
    window.rest();
    let table = window.disk().files.get(Path::new("/desk/raid grades.csv")).cloned().expect("a table");
    let table = String::from_utf8(table).expect("UTF-8");
    assert!(table.starts_with("\u{feff}name,id,points,of,") && table.contains("\r\nCem,"), "{table}");
    // What is there is not written over without a word.
    window.click("Grades out…");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("There is such a file already") && window.says("Replace it"));
    window.keys(&["Escape"]);
    let book = "First name,Last name,Email address,Raid (Real),Raid (Feedback)\r\nCem,Oz,cem,-,\r\nEva,Ho,eva,-,\r\n";
    window.disk().files.insert("/desk/book.csv".into(), book.into());
    window.drop_file("/desk/book.csv");
    assert_eq!(window.field("File"), "/desk/book.csv");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("1 grade is in “book.csv”"), "{:?}", window.names());
    let filled = window.disk().files.get(Path::new("/desk/book.csv")).cloned().expect("a table");
    let filled = String::from_utf8(filled).expect("UTF-8");
    assert!(filled.contains("Cem,Oz,cem,8.91,") && filled.ends_with("\r\nEva,Ho,eva,-,\r\n"), "{filled}");
}

#[test]
fn the_grade_book_is_exported_as_it_is_shown() {
    let mut window = collected();
    let table = |window: &mut Window| {
        window.keys(&["Ctrl+E"]);
        window.rest();
        assert!(window.says("The page “Grade book” as it is shown"), "{:?}", window.names());
        let place = window.field("Write to");
        window.keys(&["Enter"]);
        window.rest();
        let bytes = window.disk().files.remove(Path::new(&place)).expect("a table");
        String::from_utf8(bytes).expect("UTF-8")
    };
    let pupils = table(&mut window);
    assert!(pupils.contains("Pupil,Points,Of,Passed,1. Eight people died"), "{pupils}");
    assert!(pupils.contains("Cem,8.912,12,passed,3.412,4,2,1"), "{pupils}");
    window.click("Taken for");
    let taken = table(&mut window);
    assert!(taken.contains("Opinion,1,"), "{taken}");
    window.click("Divided");
    let divided = table(&mut window);
    assert!(divided.contains("1 as in the key, 0 otherwise, 1 not"), "{divided}");
    window.click("Rubric");
    let weights = table(&mut window);
    assert!(
        weights.contains("Right passage,") && weights.contains("Percent of the points to pass,"),
        "{weights}"
    );
    window.click("Files");
    let files = table(&mut window);
    assert!(files.contains("Handed in") && 1 < files.lines().count(), "{files}");
}

#[test]
fn a_damaged_file_is_named_and_spoils_nothing() {
    let mut host = desk();
    host.files.insert("/desk/in/raid.txt.x-0009.postil.jsonl".into(), b"PK\x03\x04 cut off".to_vec());
    let mut window = Window::with(host, &[ARTICLE]);
    window.keys(&["Ctrl+Shift+B"]);
    window.drop_file("/desk/in");
    window.rest();
    assert!(window.says("2 pupils, 2 passed, 68 % on average; 3 marks in the key, 12 points"));
    window.click("1 file is not graded");
    let words =
        "raid.txt.x-0009.postil.jsonl: it cannot be read: it is damaged, cut off or no assignment at all";
    assert!(window.says(words), "{:?}", window.names());
}

#[test]
fn the_key_among_what_was_handed_in_is_no_fault() {
    let mut host = desk();
    let layer = |(path, _): &(&std::path::PathBuf, &Vec<u8>)| path.parent() == Some(Path::new("/desk"));
    let key = host.files.iter().filter(layer).find(|(path, _)| path.to_string_lossy().ends_with(".jsonl"));
    let key = key.expect("the key").1.clone();
    host.files.insert("/desk/in/raid.txt.ana-0001.postil.jsonl".into(), key);
    let mut window = Window::with(host, &[ARTICLE]);
    window.keys(&["Ctrl+Shift+B"]);
    window.drop_file("/desk/in");
    window.rest();
    assert!(window.says("2 pupils, 2 passed, 68 % on average; 3 marks in the key, 12 points"));
    assert!(!window.says("is not graded"), "{:?}", window.names());
    window.click("Files");
    assert!(!window.says("Not read, or not whole"), "{:?}", window.names());
    assert!(window.says("Your own, beside what was handed in"), "{:?}", window.names());
    assert!(window.says("raid.txt.ana-0001.postil.jsonl: it is the key, and is not graded"));
}

#[test]
fn decisions_that_cannot_be_read_are_told_and_stay() {
    let mut host = desk();
    host.files.insert("/desk/raid.txt.grades".into(), b"{".to_vec());
    let mut window = Window::with(host, &[ARTICLE]);
    window.keys(&["Ctrl+Shift+B"]);
    let words =
        "“raid.txt.grades” is not written over, and nothing is graded by it: it is damaged or cut off";
    assert!(window.says(words), "{:?}", window.names());
    window.drop_file("/desk/in");
    window.rest();
    assert_eq!(window.disk().files[Path::new("/desk/raid.txt.grades")], b"{");
}

#[test]
fn an_assignment_is_chosen_as_the_key() {
    use postil::exchange::bundle::Bundle;
    let mut host = desk();
    let key = host.files.iter().find(|(path, _)| path.to_string_lossy().starts_with("/desk/raid.txt.ana-"));
    let bundle = Bundle {
        name: "raid.txt".to_owned(),
        article: host.files[Path::new(ARTICLE)].clone(),
        key: key.expect("the key").1.clone(),
        rubric: "pass = 0.9\n".to_owned(),
        ..Bundle::default()
    };
    host.files.insert("/desk/lesson.postil".into(), bundle.write());
    host.files.insert("/desk/other.txt".into(), b"Another article.".to_vec());
    let mut window = Window::with(host, &["/desk/other.txt"]);
    window.keys(&["Ctrl+Shift+B"]);
    window.click("Choose the key");
    window.click("By an assignment…");
    window.keys(&["Ctrl+A"]);
    window.type_text("/desk/lesson.postil");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("Key: lesson.postil"), "{:?}", window.names());
    window.drop_file("/desk/in");
    window.rest();
    assert!(
        window.says("2 pupils, 0 passed, 68 % on average; 3 marks in the key, 12 points"),
        "{:?}",
        window.names()
    );
}

#[test]
fn the_rubric_is_changed_by_keyboard_and_everybody_is_graded_anew() {
    let mut window = collected();
    window.click("Rubric");
    assert_eq!(window.field("Right passage"), "2");
    assert!(!window.is_enabled("Grade by this") && !window.is_enabled("As it was given out"));
    tab_to(&mut window, "TextInput: Right passage");
    window.keys(&["Ctrl+A"]);
    window.type_text("much");
    assert!(window.says("A field holds no number") && !window.is_enabled("Grade by this"));
    window.keys(&["Ctrl+A"]);
    window.type_text("4");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("3 marks in the key, 18 points"), "{:?}", window.names());
    assert!(kept(&window).rubric.is_some_and(|rubric| rubric.contains("passage = 4")));
    window.click("As it was given out");
    window.rest();
    assert!(window.says("3 marks in the key, 12 points") && window.field("Right passage") == "2");
    window.keys(&["Ctrl+Z"]);
    window.rest();
    assert!(window.says("3 marks in the key, 18 points") && window.field("Right passage") == "4");
}

#[test]
fn what_pupils_get_back_is_in_the_language_of_the_window() {
    let mut host = desk();
    host.languages = vec!["es".to_owned()];
    let mut window = Window::with(host, &[ARTICLE]);
    window.keys(&["Ctrl+Shift+B"]);
    window.drop_file("/desk/in");
    window.rest();
    for kind in ["Una página para cada alumno (HTML)", "La respuesta para cada alumno"] {
        window.click("Sacar las notas…");
        window.click(kind);
        window.click("Escribir");
        window.rest();
    }
    let file = |ending: &str, name: &str| {
        let disk = window.disk();
        let found = disk.files.iter().find(|(path, _)| {
            let path = path.to_string_lossy();
            path.contains(name) && path.ends_with(ending)
        });
        String::from_utf8(found.expect("a file").1.clone()).expect("UTF-8")
    };
    let page = file(".html", "cem-");
    for words in ["<html lang=\"es\">", "En la clave", "Pasaje: 1.41 de 2", "71 %", "no está en la clave"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let feedback = file(".jsonl", "feedback-cem-");
    assert!(feedback.contains("Etiqueta: ") && !feedback.contains("taken for"), "{feedback}");
    assert!(feedback.contains("1 con otra etiqueta"), "{feedback}");
}

#[test]
fn what_was_handed_in_beside_the_article_is_graded_by_one_key() {
    let mut host = MemoryHost::default();
    crate::article::lay_down(KEY, ARTICLE, &mut host).expect("marked text");
    let mut home = MemoryHost::default();
    crate::article::lay_down(PUPILS, ARTICLE, &mut home).expect("marked text");
    for (path, bytes) in home.files.into_iter().filter(|(path, _)| path != Path::new(ARTICLE)) {
        let text = String::from_utf8(bytes).expect("a layer");
        let closed = text.replacen('{', "{\"postil:closed\":\"2026-03-02T09:14:07Z\",", 1);
        host.files.insert(path, closed.into_bytes());
    }
    let mut window = Window::with(host, &[ARTICLE]);
    window.keys(&["Ctrl+Shift+B"]);
    window.rest();
    assert!(window.focused().contains("Grade the 2 that lie beside the article"), "{}", window.focused());
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("2 pupils, 2 passed, 68 % on average"), "{:?}", window.names());
    // The keys go through the table at once.
    window.keys(&["ArrowRight"]);
    assert!(window.focused().contains("Cem; 1 “Eight people died”"), "{}", window.focused());
    assert_eq!(kept(&window).handed_in.len(), 2);
}
