//! An analyst at work on one article in the real window, by keyboard alone: who says what, who denies which
//! claim, how many died by whose count, and which names are one actor.

use super::Desk;
use super::window::Window;
use egui::accesskit::Role;
use serde_json::Value;
use std::fs;

const DEAL: &str = "Sources in Raqqa say that the SDS and ISIS have struck a deal";
const DENIAL: &str = "A spokesman for the SDS denied that any such agreement exists";
const TOLL: &str = "more than 35 civilians were killed in the strikes";

/// Looks for words, which are selected then, and presses keys.
fn find(window: &mut Window<'_>, words: &str, keys: &[&str]) {
    window.keys(&["ctrl+f"]);
    window.see("the finder", |tree| tree.button("Close the search"));
    window.keys(&["ctrl+a"]);
    window.write(words);
    window.see(words, |tree| tree.says("1 of 1").then_some(()));
    window.keys(&["Escape"]);
    window.see("no finder", |tree| tree.button("Close the search").is_none().then_some(()));
    window.keys(keys);
}

/// Goes down the page of actors to each of the names, chooses it, and puts all of them together.
fn group(window: &mut Window<'_>, names: &[&str]) {
    for name in names {
        // "like ISIL; ISIS; 2 marks", where another name is spelt alike.
        let is_it = |row: &str| row.starts_with(&format!("{name}; ")) || row.contains(&format!("; {name}; "));
        window.keys(&["Home"]);
        let mut n_rows = 0;
        while !is_it(window.tree().focused()) {
            window.keys(&["Down"]);
            n_rows += 1;
            assert!(n_rows < 30, "{name} is not in the list:\n{}", window.tree().to_text());
        }
        window.keys(&["space"]);
    }
    window.keys(&["g"]);
    let all = names.join(", ");
    window.see(&all, |tree| tree.says(&format!("; {all}\"")).then_some(()));
}

/// The lines of the layer files in the folder whose name begins so.
fn lines(desk: &Desk, start: &str) -> Vec<Value> {
    let folder = desk.article.parent().expect("a folder").read_dir().expect("listed");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let is_it = |name: &str| name.starts_with(start) && name.ends_with(".postil.jsonl");
    let files = paths.filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(is_it));
    let texts = files.map(|path| fs::read_to_string(path).expect("a layer"));
    let read = |text: String| -> Vec<Value> {
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    };
    texts.flat_map(read).collect()
}

#[test]
#[ignore = "needs a screen of its own"]
fn who_denies_what_and_how_many_died_by_whose_count_is_told_by_keys() {
    let desk = Desk::with_sample("raqqa-retold.md").of_ana();
    let mut window = desk.open();
    find(&mut window, DEAL, &["1", "shift+w"]);
    window.see("its source", |tree| tree.button("Attributed by “say”"));
    find(&mut window, DENIAL, &["2", "shift+w"]);
    window.see("who denies", |tree| tree.button("Attributed by “denied”"));
    window.keys(&["l"]);
    window.see("that a link waits", |tree| tree.named(Role::TextInput, "The other mark"));
    window.keys(&["Return"]);
    window.see("what is denied", |tree| tree.button("Kind of link: denies"));
    find(&mut window, TOLL, &["3", "shift+f", "shift+w"]);
    window.see("the toll", |tree| tree.says("Least and most: ≥ 36").then_some(()));
    window.see("who counts", |tree| tree.button("Attributed by “According to”"));
    find(&mut window, "it executed two men", &["3", "shift+f"]);
    window.see("the two", |tree| tree.says("Least and most: 2").then_some(()));
    find(&mut window, "denies that it is losing", &["2", "ctrl+i"]);
    window.see("the question", |tree| tree.named(Role::TextInput, "Wording"));
    window.write("ISIS is losing");
    window.keys(&["Return"]);
    window.see("the implied claim", |tree| tree.says("ISIS is losing").then_some(()));
    for words in ["by LIH to accept only dirhams", "ISIL fighters on parade", "an agreement with the VTS"] {
        find(&mut window, words, &["1"]);
        window.see(words, |tree| tree.named(Role::Mark, &format!("Claim: {words}")));
    }

    // From the last mark back over the denials to the first.
    window.keys(&["ctrl+shift+2", "Return"]);
    window.see("the field of the note", |tree| tree.named(Role::MultilineTextInput, "Note"));
    window.write("by whom?");
    window.keys(&["Return"]);
    window.see("its note", |tree| tree.note(&format!("Denial: {DENIAL}")).filter(|note| note == "by whom?"));

    window.keys(&["ctrl+shift+a"]);
    window.see("the names", |tree| tree.says("ISIL; 1 mark").then_some(()));
    group(&mut window, &["ISIS", "ISIL", "LIH"]);
    group(&mut window, &["SDS", "VTS"]);
    window.keys(&["ctrl+Tab"]);
    window.see("the article", |tree| tree.named(Role::Mark, &format!("Denial: {DENIAL}")));
    assert_eq!(window.quit().code(), Some(0));

    let marks = lines(&desk, "raqqa-retold.md.ana-1a7e");
    let of = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let links: Vec<&Value> = marks.iter().filter(|line| of(line, "motivation") == "linking").collect();
    assert_eq!(links.len(), 2, "each denial has its claim: {marks:#?}");
    let actors = lines(&desk, "folder.ana-1a7e");
    assert_eq!(
        actors.iter().filter(|line| of(line, "motivation") == "identifying").count(),
        2,
        "{actors:#?}"
    );

    let mut again = desk.open();
    again.see("where it was left", |tree| tree.named(Role::Mark, "Claim: by LIH to accept only dirhams"));
    again.keys(&["ctrl+Home"]);
    again.see("its beginning", |tree| tree.says("A city under fire").then_some(()));
    again.keys(&["ctrl+2", "ctrl+2"]);
    again.see("the note", |tree| tree.note(&format!("Denial: {DENIAL}")).filter(|note| note == "by whom?"));
    again.keys(&["ctrl+shift+a"]);
    again.see("one actor", |tree| tree.says("; ISIS, ISIL, LIH\"").then_some(()));
    again.keys(&["ctrl+shift+t"]);
    again.see("what is denied", |tree| tree.says("0 open denials").then_some(()));
    assert_eq!(again.quit().code(), Some(0));
}
