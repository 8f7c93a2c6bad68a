//! The stripes beside the text: a bar for each mark, in lanes with one lane a person; and what is drawn
//! under the words of marks that overlap.

use crate::chosen;
use crate::window::Window;
use eframe::egui::Rect;
use postil::host::MemoryHost;

/// The bar with this name: there is exactly one.
#[track_caller]
fn bar(window: &Window, name: &str) -> Rect {
    let found = window.named(name);
    assert_eq!(found.len(), 1, "{name}: {:?}", window.names());
    found[0]
}

#[test]
fn marks_that_begin_together_have_a_bar_each_in_their_persons_lane() {
    let mut window = Window::open(
        "The [claim#a1:army denied it twice].\n//- layer Ben\nThe [claim#b1:army] denied it twice.\n\
         //- layer Cora\nThe [claim#c1:army denied] it twice.",
    );
    let names = ["Ana, Claim: army denied it twice", "Ben, Claim: army", "Cora, Claim: army denied"];
    let bars = names.map(|name| bar(&window, name));
    for (nth, id) in ["a1", "b1", "c1"].into_iter().enumerate() {
        assert!(bars[..nth].iter().all(|other| !other.intersects(bars[nth].shrink(0.1))), "{bars:?}");
        window.click(names[nth]);
        assert_eq!(chosen(&window), id);
    }
    // From the text outwards.
    assert!(bars[0].right() <= bars[1].left() && bars[1].right() <= bars[2].left(), "{bars:?}");
    // Whose lanes they are stands above them.
    for name in ["Ana: 1 mark", "Ben: 1 mark", "Cora: 1 mark"] {
        bar(&window, name);
    }
}

#[test]
fn marks_eight_deep_all_have_their_bars_and_none_is_dropped() {
    let words = "one two three four five six seven eight nine";
    let mut window = Window::open(&format!("They counted: {words}."));
    window.resize(1200.0, 1400.0);
    for from in 0..8 {
        let inner: Vec<&str> = words.split(' ').skip(from).collect();
        window.drag_over(&inner.join(" "));
        window.keys(&["1"]);
    }
    window.keys(&["Escape"]);
    let inner = |from: usize| words.split(' ').skip(from).collect::<Vec<_>>().join(" ");
    let names: Vec<String> = (0..8).map(|from| format!("Ana, Claim: {}", inner(from))).collect();
    let bars: Vec<Rect> = names.iter().map(|name| bar(&window, name)).collect();
    for (nth, name) in names.iter().enumerate() {
        assert!(bars[..nth].iter().all(|other| !other.intersects(bars[nth].shrink(0.1))), "{bars:?}");
        window.click(name);
        let quote = window
            .session()
            .focus()
            .and_then(|id| window.session().mark(id))
            .map(|mark| mark.annotation.quote());
        assert_eq!(quote, Some(inner(nth)));
    }
    // All of them are claims, so that one line under the words is theirs.
    assert!(!window.painted().contains('+'), "{}", window.painted());
}

#[test]
fn two_peoples_claims_have_one_line_under_the_words_and_a_denial_another() {
    let window = Window::open(
        "The [claim#a1:army denied it].\n//- layer Ben\nThe [claim#b1:army denied it].\n\
         //- layer Cora\nThe army [denial#c1:denied] it.",
    );
    let lanes: Vec<(String, u32)> =
        window.session().order().marks().iter().map(|mark| (mark.id.to_string(), mark.lane(0))).collect();
    let lane = |id: &str| lanes.iter().find(|(other, _)| other == id).map(|&(_, lane)| lane);
    assert_eq!([lane("a1"), lane("b1"), lane("c1")], [Some(0), Some(0), Some(1)], "{lanes:?}");
}

#[test]
fn the_count_of_lines_without_room_stands_apart_from_notes() {
    for width in [1280.0, 1000.0, 700.0] {
        let mut host = MemoryHost::default();
        host.stored.insert("settings.toml".to_owned(), "text_size = 14.0\nline_height = 1.2".to_owned());
        crate::article::lay_down(
            "The [claim,denial,casualty-report,opinion#a1:army denied it].\n\n@ a1 note 'see page 4'",
            "/desk/article.txt",
            &mut host,
        )
        .expect("marked text");
        let mut window = Window::with(host, &["/desk/article.txt"]);
        window.resize(width, 700.0);
        let counts: Vec<Rect> = ["+1", "+2", "+3"].iter().flat_map(|count| window.places_of(count)).collect();
        assert_eq!(counts.len(), 1, "{}", window.painted());
        let note = window.named(&window.buttons_with("Note on ")[0])[0];
        let bar = bar(&window, "Ana, Claim, Denial, Casualty report, Opinion: army denied it");
        assert!(counts[0].right() <= bar.left() && bar.right() <= note.left(), "{counts:?} {bar} {note}");
    }
}

const LINKED: &str = "[claim#c1:Eight people died]. It rained.\n\nThe army [denial#d1 denies c1:denied] it.";

#[test]
fn a_pointer_that_lies_still_points_at_nothing_while_the_keyboard_goes_on() {
    let mut window =
        Window::open("[claim#c1:Eight people died]. It rained.\n\nThe army [denial#d1:denied] it.");
    let (claim, denial) = ("Ana, Claim: Eight people died", "Ana, Denial: denied");
    window.hover("people");
    assert!(window.is_selected(claim) && !window.is_selected(denial));
    window.keys(&["F8"]);
    window.keys(&["F8"]);
    assert!(window.is_selected(denial) && !window.is_selected(claim), "{}", chosen(&window));
    window.hover("Eight");
    assert!(window.is_selected(claim), "it moves again");
}

#[test]
fn a_mark_under_the_pointer_and_the_chosen_one_light_what_they_are_related_to() {
    let (claim, denial) = ("Ana, Claim: Eight people died", "Ana, Denial: denied");
    let mut window = Window::open(LINKED);
    let lit = |window: &Window| [claim, denial].map(|name| window.is_selected(name));
    let drawn =
        |window: &Window| window.named("Relation: denies").len() + window.named("Relation: denied by").len();
    window.leave();
    assert_eq!((lit(&window), drawn(&window)), ([false, false], 0));
    for words in ["denied", "people"] {
        window.hover(words);
        assert_eq!((lit(&window), drawn(&window)), ([true, true], 1), "the pointer is on {words}");
    }
    window.hover("rained");
    assert_eq!((lit(&window), drawn(&window)), ([false, false], 0));
    window.keys(&["F8"]);
    assert_ne!(chosen(&window), "");
    assert_eq!((lit(&window), drawn(&window)), ([true, true], 1), "one is chosen");
    // From bar to bar.
    let relation =
        window.named("Relation: denied by").into_iter().chain(window.named("Relation: denies")).next();
    let relation = relation.expect("it is drawn");
    let (claim, denial) = (bar(&window, claim), bar(&window, denial));
    assert!(
        claim.y_range().contains(relation.top()) && denial.y_range().contains(relation.bottom()),
        "{relation}"
    );
}

#[test]
fn a_relation_to_what_is_out_of_view_leaves_the_page_at_its_side() {
    let filler = "It rained all day.\n\n".repeat(80);
    let mut window = Window::open(&format!(
        "[claim#c1:Eight people died].\n\n{filler}The army [denial#d1 denies c1:denied] it."
    ));
    window.click("Ana, Claim: Eight people died");
    assert_eq!(window.named("Relation: denied by").len(), 1);
}

#[test]
fn an_implied_claim_has_a_bar_beside_its_denial() {
    let mut window =
        Window::open("The army [denial#d1 denies a1:denied] it.\n\n@ a1 implied claim 'It fired.'");
    let implied = bar(&window, "Ana, Claim, implied: It fired.");
    let denial = bar(&window, "Ana, Denial: denied");
    assert!(denial.right() <= implied.left() && implied.y_range() == denial.y_range(), "{implied} {denial}");
    window.click("Ana, Claim, implied: It fired.");
    assert_eq!(chosen(&window), "a1");
}

#[test]
fn more_than_six_people_have_one_lane_together_that_says_who_they_are() {
    let text = "The army denied it.\n\nIt rained.";
    let mut marked = "The [claim#a1:army denied it].\n\nIt rained.".to_owned();
    for (nth, name) in ["Ben", "Cora", "Dan", "Eve", "Finn", "Gil"].into_iter().enumerate() {
        let layer = text.replacen("army", &format!("[denial#m{nth}:army]"), 1);
        marked.push_str(&format!("\n//- layer {name}\n{layer}"));
    }
    let mut window = Window::open(&marked);
    assert!(window.named("Ana, Claim: army denied it").is_empty());
    let line = bar(&window, "7 marks on this line");
    let legend = bar(
        &window,
        "Ana: 1 mark\nBen: 1 mark\nCora: 1 mark\nDan: 1 mark\nEve: 1 mark\nFinn: 1 mark\nGil: 1 mark",
    );
    assert!(legend.bottom() <= line.top() && legend.left() <= line.left(), "{legend} {line}");
    // A click goes through them.
    window.click("7 marks on this line");
    let first = chosen(&window);
    window.click("7 marks on this line");
    assert_ne!(chosen(&window), first);
}

#[test]
fn bars_stand_at_the_left_of_an_article_from_right_to_left() {
    let window = Window::open(
        "הצבא הכחיש.\n\nהרופאים [claim#c1:עומדים] על דבריהם.\n//- layer Ben\nהצבא הכחיש.\n\n[claim#b1:הרופאים] עומדים על דבריהם.",
    );
    let (mine, his) = (bar(&window, "Ana, Claim: עומדים"), bar(&window, "Ben, Claim: הרופאים"));
    let words = window.middle_of("דבריהם");
    assert!(his.right() <= mine.left() && mine.right() < words.x, "{mine} {his} {words}");
}
