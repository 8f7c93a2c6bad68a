//! What is said of a folder: actors, incidents and verdicts by `postil run`, of an article and of a folder.

use super::desk::Desk;

const TEXT: &str = "SDS said that nine people died. VTS denied it.\n";

fn marked() -> Desk {
    let mut desk = Desk::with("raid.txt", TEXT);
    desk.article("market.txt", b"The army said that VTS held the market.\n");
    desk
}

#[test]
fn a_script_marks_an_article_and_says_what_it_means_in_the_folder() {
    let desk = marked();
    let script = "select 'nine people died'\ntag casualty-report\nsource 'SDS'\nselect 'VTS denied it'\n\
                  tag denial\nactor group 'SDS' 'VTS'\nincident join 'Raid' a1 a2\n\
                  verdict a1 undecided 'one source only'\nactor group 'army'\nundo\n";
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Ana"], script);
    assert!(shown.contains("[casualty-report") && !shown.contains("error"), "{shown}");
    let name = folder_file(&desk);
    let register = std::fs::read_to_string(desk.path(&name)).expect("a register");
    assert_eq!(register.lines().count(), 4, "{register}");
    assert!(!register.contains("\"army\""), "{register}");
    // The folder's own commands go on with it, and say what stands there.
    let more = "verdict Raid contested 'two counts'\nactor reading VTS SDS\n";
    let told = desk.run_with(&["run", ".", "--as", "Ana"], more);
    for line in [
        "actor group 'SDS' 'VTS'\n",
        "actor reading 'VTS' 'SDS'\n",
        "incident join 'Raid' ",
        " undecided 'one source only'\n",
        "verdict Raid contested 'two counts'\n",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    // Articles are read without a word about it.
    for words in [["check", "raid.txt"], ["check", "market.txt"], ["show", "market.txt"], ["list", "."]] {
        let shown = desk.run(&words);
        assert!(!shown.contains("folder.") && !shown.contains("warning"), "{words:?}: {shown}");
    }
}

#[test]
fn what_is_refused_leaves_marks_and_register_as_they_were() {
    let desk = marked();
    let script = "select 'nine people died'\ntag claim\nactor group 'SDS'\nverdict a1 likely ' '\n";
    let shown = desk.run_with(&["run", "raid.txt", "--as", "Ana"], script);
    assert!(
        shown.contains("line 4: a verdict needs a reason") && shown.contains("nothing was saved"),
        "{shown}"
    );
    assert_eq!(desk.layers(), Vec::<std::path::PathBuf>::new());
    let shown = desk.run_with(&["run", ".", "--as", "Ana"], "select 'SDS'\n");
    assert!(shown.contains("this is about an article"), "{shown}");
}

#[test]
fn an_article_below_uses_the_register_of_the_folder_above() {
    let mut desk = marked();
    std::fs::create_dir(desk.path("2017")).expect("a folder");
    desk.article("2017/raid.txt", TEXT.as_bytes());
    desk.run_with(&["run", ".", "--as", "Ana"], "actor group 'SDS'\n");
    let script = "select 'VTS denied it'\ntag denial\nactor group 'SDS' 'VTS'\n";
    desk.run_with(&["run", "2017/raid.txt", "--as", "Ana"], script);
    let told = desk.run_with(&["run", ".", "--as", "Ana"], "actor note SDS 'the alliance'\n");
    assert_eq!(told, "actor group 'SDS' 'VTS'\nactor note 'SDS' 'the alliance'\n");
}

fn folder_file(desk: &Desk) -> String {
    let names = desk
        .layers()
        .into_iter()
        .filter_map(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    let mut names = names.filter(|name| name.starts_with("folder.ana-"));
    names.next().expect("a register lies in the folder")
}
