//! Plain text in, blocks out.

use crate::document::import::tests::{check_text, read, show};
use crate::document::{Document, import};
use crate::text::TextSize;
use expect_test::expect;

#[test]
fn blank_lines_part_paragraphs() {
    check_text(
        "Shelling of the market: who fired?\n\nOn Monday shells fell.  \nThirty died.\n \nThe army denied it.\n",
        expect![[r#"
            heading1 | Shelling of the market: who fired?
            paragraph | On Monday shells fell.  ⏎Thirty died.
            paragraph | The army denied it.
        "#]],
    );
}

#[test]
fn without_blank_lines_every_line_is_a_block() {
    check_text(
        "\nFirst line\nSecond line.\n",
        expect![[r#"
            paragraph | First line
            paragraph | Second line.
        "#]],
    );
}

#[test]
fn a_first_line_that_is_a_sentence_is_no_headline() {
    for first in ["Shells fell.", "2026", "© An agency", "He said:", "Two\nlines"] {
        let document = Document::plain(&format!("{first}\n\nMore."));
        assert_ne!(document.blocks()[0].kind.name(), "heading", "{first}");
    }
    assert_eq!(Document::plain("Only a title").blocks()[0].kind.name(), "paragraph");
}

#[test]
fn credits_of_pictures_are_captions() {
    check_text(
        "A market\n\nWords.\n\n© An agency, FileРынок after the raid\nMore words.\n\nPhoto: A. Name\n\nФото: Имя\n\nPhotos show it.\n",
        expect![[r#"
            heading1 | A market
            paragraph | Words.
            caption | © An agency, FileРынок after the raid
            paragraph | More words.
            caption | Photo: A. Name
            caption | Фото: Имя
            paragraph | Photos show it.
        "#]],
    );
}

#[test]
fn lines_too_long_to_be_wrapped_are_paragraphs() {
    let long = "word ".repeat(50);
    let document = Document::plain(&format!("Title\n\n{long}\n{long}\nshort\n"));
    assert_eq!(document.blocks().len(), 4);
}

#[test]
fn lines_wrapped_by_hand_are_paragraphs_without_blank_lines() {
    check_text(
        "The pier at Lindmouth broke on Sunday, and both of its cranes\nfell into the water, where they lay until the tide went out and\ndivers could reach them.\nThe owner said that it would be mended before the autumn, and\nthat 35 people would be paid for what they lost.\n",
        expect![[r#"
            paragraph | The pier at Lindmouth broke on Sunday, and both of its cranes⏎fell into the water, where they lay until the tide went out and⏎divers could reach them.
            paragraph | The owner said that it would be mended before the autumn, and⏎that 35 people would be paid for what they lost.
        "#]],
    );
    check_text(
        "No one was hurt at Lindmouth\nنفى المتحدث باسم البلدية أن يكون الرصيف قد انهار يوم الأحد وقال\nإن الرافعتين سقطتا في الماء قبل ذلك بأسبوع كامل ولم يصب أحد من\nالعمال بأذى.\nوقال الصيادون غير ذلك.\n",
        expect![[r#"
            paragraph | No one was hurt at Lindmouth
            paragraph | نفى المتحدث باسم البلدية أن يكون الرصيف قد انهار يوم الأحد وقال⏎إن الرافعتين سقطتا في الماء قبل ذلك بأسبوع كامل ولم يصب أحد من⏎العمال بأذى.
            paragraph | وقال الصيادون غير ذلك.
        "#]],
    );
    check_text(
        "市长星期一上午表示码头的损坏并没有造成任何人员受伤他说两台起重机\n在一星期以前就已经落入水中但是渔民们说的话与他完全不同他们看见有\n三个人被送往医院。\n码头将在秋天之前修好。\n",
        expect![[r#"
            paragraph | 市长星期一上午表示码头的损坏并没有造成任何人员受伤他说两台起重机⏎在一星期以前就已经落入水中但是渔民们说的话与他完全不同他们看见有⏎三个人被送往医院。
            paragraph | 码头将在秋天之前修好。
        "#]],
    );
}

#[test]
fn lines_that_nobody_wrapped_are_apart() {
    let apart = [
        "Anna Example, who mends the nets at the pier\nBert Example, who sells what others have caught\nCarla Example, who counts the boats\n",
        "Minister denies that the pier at Lindmouth broke\nFishermen count three people hurt on the same day\nThe cranes were not insured, says the owner's bank\n",
        "2026-05-04 10:00 the pier is open again to all boats\n2026-05-04 11:00 the pier is shut again to all boats\n",
        "It broke.\nNobody was hurt there, said the owner of the pier on Monday.\nThree were.\n",
    ];
    for text in apart {
        assert_eq!(Document::plain(text).blocks().len(), text.lines().count(), "{text}");
        // With a blank line somewhere, lines that stand together belong together.
        assert_eq!(Document::plain(&format!("{text}\nMore.\n")).blocks().len(), 2, "{text}");
    }
}

#[test]
fn paragraphs_begin_where_lines_stand_further_in() {
    check_text(
        "The pier at Lindmouth broke on Sunday, and both of its cranes\nfell into the water, where they lay until the tide went out, and\nso they were found.\n   The owner said that it would be mended before the autumn, which\nthe fishermen do not believe, since he said so a year ago as well.\n   Three were hurt.\n",
        expect![[r#"
            paragraph | The pier at Lindmouth broke on Sunday, and both of its cranes⏎fell into the water, where they lay until the tide went out, and⏎so they were found.
            paragraph |    The owner said that it would be mended before the autumn, which⏎the fishermen do not believe, since he said so a year ago as well.
            paragraph |    Three were hurt.
        "#]],
    );
    // As they hang in lists of sources.
    check_text(
        "Example, A. The pier at Lindmouth and what was said of it by its\n    owner and by others, in three parts.\nExample, B. How many were hurt, by those who carried them to the\n    clinic and by those who paid for it.\n",
        expect![[r#"
            paragraph | Example, A. The pier at Lindmouth and what was said of it by its⏎    owner and by others, in three parts.
            paragraph | Example, B. How many were hurt, by those who carried them to the⏎    clinic and by those who paid for it.
        "#]],
    );
    let squares = "码头\n\n\u{3000}\u{3000}码头损坏。\n\u{3000}\u{3000}三人受伤。\n";
    assert_eq!(Document::plain(squares).blocks().len(), 2, "short lines stand together");
    let long = squares.replace("码头损坏", "市长星期一上午表示码头的损坏并没有造成任何人员受伤");
    assert_eq!(Document::plain(&long).blocks().len(), 3);
}

#[test]
fn pages_and_separators_end_lines_and_paragraphs() {
    let shown = |text: &str| show(&read(text, "a.txt"));
    expect![[r#"
        paragraph | The pier broke.
        paragraph | The second page⏎of two.
        paragraph | The third.
    "#]]
    .assert_eq(&shown("The pier broke.\n\n\u{c}The second page\nof two.\n\u{c}\nThe third.\n"));
    let lines = "A part.\u{2028}Its line.\u{85}Another.\u{b}More.";
    let parts = shown(&format!("The third.\u{2029}{lines}\n\nThe end.\n"));
    assert_eq!(parts, format!("paragraph | The third.\nparagraph | {lines}\nparagraph | The end.\n"));
    // The end of a page is no blank line, so each line is a paragraph still.
    assert_eq!(Document::plain("One\nTwo\n\u{c}\nThree\u{85}Four\n").blocks().len(), 4);
}

#[test]
fn signs_before_quoted_lines_are_structure() {
    let file = "The office wrote:\r\n\r\n> The pier broke on Sunday, and both of\r\n> its cranes fell.\r\n>\r\n>> Nobody was hurt.\r\n> > Nobody at all.\r\nThat is untrue.\r\n";
    let warned = read(file, "a.txt");
    expect![[r#"
        paragraph | The office wrote:
        >paragraph | The pier broke on Sunday, and both of⏎its cranes fell.
        >>paragraph | Nobody was hurt.⏎Nobody at all.
        paragraph | That is untrue.
    "#]]
    .assert_eq(&show(&warned));
    let document = warned.value;
    for (at, _) in document.text().match_indices(|c: char| c.is_alphabetic()) {
        let source = document.source_map().to_source(TextSize::from_usize(at)).expect("a place");
        assert_eq!(file.as_bytes()[source.to_usize()], document.text().as_bytes()[at]);
        assert_eq!(document.source_map().to_reading(source), Some(TextSize::from_usize(at)));
    }
}

#[test]
fn signs_that_may_mean_more_than_stay() {
    for text in ["Hurt:\n\n>35\n", "> 35 people were hurt.\n", ">35\n>40\n", "a > b\n-> c\n", "    > a\n"] {
        assert_eq!(read(text, "a.txt").value.text(), text);
    }
    assert_eq!(read("> Hurt:\n> 35\n", "a.txt").value.text(), "Hurt:\n35\n");
}

#[test]
fn the_head_of_a_mail_says_what_it_is() {
    let document =
        read("From: A. Example\nDate: 4 May 2026\nSubject: The pier\n\nIt broke.\n", "a.txt").value;
    assert_eq!(document.title(), "The pier");
    assert_eq!(document.metadata().byline.as_deref(), Some("A. Example"));
    assert_eq!(document.metadata().published.as_deref(), Some("4 May 2026"));
    assert_eq!(document.blocks().len(), 4);
    assert_eq!(read("Subject: none\n\nFrom: here\n", "a.txt").value.metadata().title, None);
}

#[test]
fn the_text_stays_the_files() {
    let text = " a\n\n\n\tb \n";
    let warned = import::import(text.as_bytes(), "a.txt", &import::Options::default()).expect("a text");
    assert_eq!(warned.value.text(), text);
}

#[test]
fn the_title_of_a_text_that_is_set_in_the_middle_begins_with_its_first_letter() {
    let document = Document::plain("          Copyright 2026 A paper  \n\n   The ferry tilted at noon.\n");
    assert_eq!(document.title(), "Copyright 2026 A paper");
}
