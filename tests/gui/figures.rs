//! How many, in the card: several figures, their chips, and what the passage offers.

use crate::window::Window;
use expect_test::expect;

const RAID: &str = "A hospital said that [casualty-report#k1:many were injured, and more than 35 people were killed] \
                    on Monday.";

#[test]
fn the_chips_follow_the_typing() {
    let mut window = Window::open("On Monday [casualty-report#k1:more than 35 civilians were killed].");
    window.click_on_text("35");
    window.keys(&["F"]);
    window.type_text("more than 3");
    assert!(window.says("Least and most: ≥ 4"), "{:?}", window.names());
    window.type_text("5 civilians were killed");
    for chip in ["Least and most: ≥ 36", "What became of them: killed", "Of whom: civilians"] {
        assert!(window.says(chip), "{chip}: {:?}", window.names());
    }
    // Nothing is kept before Enter.
    assert!(window.session().marks()[0].annotation.figures.is_empty());
    window.keys(&["Enter"]);
    assert_eq!(window.session().marks()[0].annotation.figures[0].low, Some(36));
}

#[test]
fn all_figures_of_the_passage_are_taken_by_one_click_and_undone_by_one_key() {
    let mut window = Window::open(RAID);
    window.click_on_text("35");
    window.click("Take 2 from the passage");
    window.check(expect![[r#"
        A hospital said that [casualty-report#k1:many were injured, and more than <|>35 people were killed] on Monday.
        @ k1 figure 'many' outcome 'injured'
        @ k1 figure 'more than 35 people' outcome 'killed'"#]]);
    assert_eq!(window.field("Figure 2"), "more than 35 people");
    assert!(window.says("Least and most: as worded") && window.says("Least and most: ≥ 36"));
    window.keys(&["Ctrl+Z"]);
    assert!(window.session().marks()[0].annotation.figures.is_empty());
}

#[test]
fn a_chip_is_set_by_pointer() {
    let mut window = Window::open(&format!("{RAID}\n\n@ k1 figure 'more than 35 people' outcome 'killed'"));
    window.click_on_text("35");
    window.click("What became of them: killed");
    window.click("missing");
    window.check(expect![[r#"
        A hospital said that [casualty-report#k1:many were injured, and more than <|>35 people were killed] on Monday.

        @ k1 figure 'more than 35 people' outcome 'missing'"#]]);
    window.click("More of this figure");
    window.click("reported");
    window.click("More of this figure");
    window.click("Place");
    window.type_text("the market");
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        A hospital said that [casualty-report#k1:many were injured, and more than <|>35 people were killed] on Monday.

        @ k1 figure 'more than 35 people' outcome 'missing' place 'the market' stance 'reported'"#]]);
    assert!(window.says("Place: the market"));
}

#[test]
fn a_chip_is_set_by_keyboard() {
    let mut window = Window::open(&format!("{RAID}\n\n@ k1 figure 'more than 35 people'"));
    window.click_on_text("35");
    window.keys(&["F", "ArrowDown"]);
    assert_eq!(window.focused(), "Button: Least and most: ≥ 36");
    window.keys(&["Enter"]);
    assert_eq!(window.focused(), "TextInput: At least");
    window.keys(&["Tab"]);
    assert_eq!(window.focused(), "TextInput: At most");
    window.type_text("50");
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        A hospital said that [casualty-report#k1:many were injured, and more than <|>35 people were killed] on Monday.

        @ k1 figure 'more than 35 people' high '50' convention 'by-hand'"#]]);
    assert!(window.says("Least and most: 36–50") && window.says("How it is read: set by hand"));
    // What cannot be is refused, and the figure stays.
    window.click("Least and most: 36–50");
    window.click("At least");
    window.keys(&["Ctrl+A"]);
    window.type_text("60");
    window.keys(&["Enter"]);
    assert_eq!(window.session().marks()[0].annotation.figures[0].low, Some(36));
}

#[test]
fn one_more_is_typed_and_one_is_none() {
    let mut window = Window::open(&format!("{RAID}\n\n@ k1 figure 'more than 35 people'"));
    window.click_on_text("35");
    window.click("One more");
    window.type_text("dozens");
    window.keys(&["Enter"]);
    window.check(expect![[r#"
        A hospital said that [casualty-report#k1:many were injured, and more than <|>35 people were killed] on Monday.

        @ k1 figure 'more than 35 people'
        @ k1 figure 'dozens'"#]]);
    window.keys(&["F"]);
    window.keys(&["Ctrl+A", "Delete", "Enter"]);
    window.check(expect![[r#"
        A hospital said that [casualty-report#k1:many were injured, and more than <|>35 people were killed] on Monday.

        @ k1 figure 'dozens'"#]]);
}

#[test]
fn what_counts_nobody_is_no_figure() {
    let mut window = Window::open("[casualty-report#k1:Nine people were killed].");
    window.click_on_text("people");
    window.click("Not a figure");
    window.check(expect![[r#"
        [casualty-report#k1:Nine pe<|>ople were killed].
        @ k1 no-figure"#]]);
    assert!(window.says("Nothing is counted here"));
}

#[test]
fn who_says_it_is_taken_with_the_words_that_attribute() {
    let mut window = Window::open(RAID);
    window.click_on_text("35");
    window.click("Take “a hospital” from the sentence");
    window.check(expect![[r#"
        A hospital said that [casualty-report#k1:many were injured, and more than <|>35 people were killed] on Monday.
        @ k1 source 'a hospital'
        @ k1 cue 'said'"#]]);
    window.click("Attributed by “said”");
    window.click("How sure it is");
    window.type_text("probable");
    window.keys(&["Enter"]);
    let attribution = window.session().marks()[0].annotation.attribution.clone();
    assert_eq!(attribution.certainty.as_deref(), Some("probable"));
    let places = window.session().places_of(window.session().marks()[0].annotation);
    let text = window.session().document().text();
    let words = |ranges: &[postil::text::TextRange]| {
        ranges.iter().filter_map(|range| range.of(text).map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(
        (words(&places.sources), words(&places.cue)),
        (vec!["A hospital".to_owned()], vec!["said".to_owned()])
    );
}

#[test]
fn nobody_is_named_by_one_click() {
    let mut window = Window::open("[claim#c1:The bridge fell].");
    window.click_on_text("bridge");
    window.click("Nobody is named");
    assert!(window.session().marks()[0].annotation.attribution.is_unattributed);
    // By the keyboard it is the last of the names that the field offers.
    window.keys(&["Ctrl+Z", "W", "Up", "Enter"]);
    assert!(window.session().marks()[0].annotation.attribution.is_unattributed);
    window.keys(&["Ctrl+Z", "W"]);
    window.type_text("Ben");
    window.keys(&["Up", "Enter"]);
    assert_eq!(window.session().marks()[0].annotation.attribution.summary(), "Ben");
}

#[test]
fn nothing_in_the_card_moves_when_what_the_text_tells_is_taken() {
    let mut window = Window::open("The army said that [casualty-report:at least nine people were killed].");
    window.click_on_text("nine");
    let links = |window: &Window| window.named("Link…")[0].top();
    let before = links(&window);
    window.click("Take “the army” from the sentence");
    assert_eq!(links(&window), before);
    window.click("Take ≥ 9 killed from the passage");
    assert!(window.says("What became of them: killed"), "{:?}", window.names());
    // Chips have an edge, which the words that they take the place of have not.
    assert!((links(&window) - before).abs() < 2.0, "{before} {}", links(&window));
}
