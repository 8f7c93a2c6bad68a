//! What is read of ODT files that are made here, part by part.

use super::container_tests::packed;
use super::docx_tests::told;
use super::{ArchiveError, Extent, ImportError, Options, import};
use crate::document::{Document, ImagePlace, ImportWarning, Warned};

const NAMES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#;

const STYLES: &str = r#"<office:styles>
 <style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>
 <style:style style:name="Title" style:family="paragraph"/>
 <style:style style:name="Quotations" style:family="paragraph"/>
 <style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>
 <style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
 <style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
 <text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>
 </office:styles>
 <office:master-styles><style:master-page><style:footer><text:p>Harbour News</text:p></style:footer></style:master-page></office:master-styles>"#;

const ABOUT: &str = r#"<office:meta><dc:title>Old title</dc:title><dc:creator>Cleo Marsh</dc:creator>
 <meta:initial-creator>Dana Reyes</meta:initial-creator><meta:creation-date>2026-03-01T08:00:00</meta:creation-date></office:meta>"#;

fn file(body: &str) -> Vec<u8> {
    let part = |root: &str, inner: &str| format!("<office:{root} {NAMES}>{inner}</office:{root}>");
    let text = part(
        "document-content",
        &format!(
            "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" \
             style:parent-style-name=\"Quotations\"/></office:automatic-styles>\
             <office:body><office:text>{body}</office:text></office:body>"
        ),
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", text.as_bytes()),
        ("styles.xml", part("document-styles", STYLES).as_bytes()),
        ("meta.xml", part("document-meta", ABOUT).as_bytes()),
        ("Pictures/fire.png", b"no picture"),
    ])
}

fn read_as(body: &str, extent: Extent) -> Warned<Document, ImportWarning> {
    let options = Options { extent, ..Options::default() };
    import(&file(body), "a.docx", &options).expect("a document")
}

fn read(body: &str) -> Document {
    read_as(body, Extent::Article).value
}

fn p(words: &str) -> String {
    format!("<text:p>{words}</text:p>")
}

#[test]
fn styles_make_headings_quotations_captions_and_lists() {
    let item = |words: &str| format!("<text:list-item><text:p>{words}</text:p></text:list-item>");
    let inner = format!(
        "<text:list-item><text:p>second</text:p><text:list>{}</text:list><text:p>more of it</text:p></text:list-item>",
        item("below it")
    );
    let body = [
        "<text:p text:style-name=\"Title\">Fire at the quay</text:p>".to_owned(),
        "<text:h text:outline-level=\"1\">What is\n   known</text:h>".to_owned(),
        "<text:p text:style-name=\"P1\">We saw smoke.</text:p>".to_owned(),
        format!("<text:list text:style-name=\"N\">{}{inner}{}</text:list>", item("first"), item("third")),
        "<text:p text:style-name=\"Illustration\">The quay at night</text:p>".to_owned(),
        p(" One<text:s text:c=\"2\"/>two<text:tab/>three<text:line-break/> four "),
    ];
    let document = read(&body.concat());
    assert_eq!(
        told(&document),
        "h1 headline: Fire at the quay\nh2: What is known\n>paragraph: We saw smoke.\nNumber(1): first\n\
         Number(2): second\nNumber(1) <a)>: below it\nparagraph: more of it\nNumber(3): third\n\
         caption caption: The quay at night\nparagraph: One  two\tthree\nfour\n"
    );
    let metadata = document.metadata();
    let of = |value: &Option<String>| value.clone().unwrap_or_default();
    assert_eq!(
        (of(&metadata.title), of(&metadata.byline)),
        ("Fire at the quay".to_owned(), "Dana Reyes".to_owned())
    );
    assert_eq!(
        (of(&metadata.published), of(&metadata.language)),
        ("2026-03-01T08:00:00".to_owned(), "en-GB".to_owned())
    );
    assert_eq!(document.left_out().last().map(|passage| passage.text.as_str()), Some("Harbour News"));
}

#[test]
fn notes_comments_and_changes_are_told_apart_from_the_text() {
    let note = |class: &str, sign: &str, words: &str| {
        format!(
            "<text:note text:note-class=\"{class}\"><text:note-citation>{sign}</text:note-citation>\
             <text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
        )
    };
    let changes = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info>\
                   <dc:creator>Cleo</dc:creator></office:change-info><text:p>or nine</text:p></text:deletion>\
                   </text:changed-region></text:tracked-changes>";
    let comment = "<office:annotation office:name=\"n1\"><dc:creator>Cleo</dc:creator><dc:date>2026-03-02</dc:date>\
                   <text:p>Who counted?</text:p><text:p>Ask again.</text:p></office:annotation>";
    let body = [
        changes.to_owned(),
        p(&format!(
            "At least 35{} <text:change text:change-id=\"c1\"/>{comment}died<office:annotation-end office:name=\"n1\"/>{}.",
            note("footnote", "1", "By the office."),
            note("endnote", "i", "Seen on Monday.")
        )),
        p("<text:span text:style-name=\"Hidden\">unseen</text:span>Seen."),
    ];
    let found = read_as(&body.concat(), Extent::Article);
    let told = told(&found.value);
    assert!(!found.value.text().contains("351"), "{told}");
    let after: Vec<&str> = told.lines().skip(1).collect();
    assert_eq!(
        after,
        ["note 1 footnote: By the office.", "paragraph: Seen.", "note i footnote: Seen on Monday."]
    );
    assert_eq!(found.warnings, [ImportWarning::Changes(1)]);
    let left: Vec<&str> = found.value.left_out().iter().map(|passage| passage.text.as_str()).collect();
    assert_eq!(left, ["or nine", "unseen", "Harbour News"]);
    let [remark] = found.value.remarks() else { panic!("{:?}", found.value.remarks()) };
    assert_eq!(found.value.slice(remark.range), "died");
    assert_eq!((remark.author.as_deref(), remark.text.as_str()), (Some("Cleo"), "Who counted?\nAsk again."));
}

#[test]
fn tables_boxes_pictures_and_sections_are_read() {
    let cell = |words: &str| format!("<table:table-cell>{}</table:table-cell>", p(words));
    let table = format!(
        "<table:table><table:table-header-rows><table:table-row>{}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}<table:covered-table-cell/>{}</table:table-row></table:table>",
        cell("Source"),
        cell("Dead"),
        cell("Mayor"),
        cell("8")
    );
    let frame = "<draw:frame svg:width=\"2.54cm\" svg:height=\"1in\"><draw:image xlink:href=\"Pictures/fire.png\"/>\
                 <svg:desc>Smoke over the quay</svg:desc></draw:frame>";
    let body = [
        table,
        p(&format!(
            "Before<draw:frame><draw:text-box>{}</draw:text-box></draw:frame> after",
            p("In the box")
        )),
        p(frame),
        format!("<text:section text:display=\"none\">{}</text:section>", p("Not shown")),
        p(
            "<text:a xlink:href=\"https://a.example\">A link</text:a> and <text:span text:style-name=\"Struck\">gone</text:span>",
        ),
    ];
    let document = read(&body.concat());
    assert_eq!(document.text(), "Source\tDead\nMayor\t\t8\n\nBefore after\n\nIn the box\n\nA link and gone");
    assert_eq!(document.link(0), Some("https://a.example"));
    let [image] = document.images() else { panic!("{:?}", document.images()) };
    assert_eq!(image.place(), ImagePlace::Part("Pictures/fire.png"));
    assert_eq!((image.alt.as_str(), image.declared), ("Smoke over the quay", Some((96, 96))));
    assert_eq!(document.left_out()[0].text, "Not shown");
}

#[test]
fn a_file_with_a_password_is_said() {
    let bytes = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        (
            "META-INF/manifest.xml",
            b"<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
        ("content.xml", b"\x01\x02"),
    ]);
    let refused = import(&bytes, "a.odt", &Options::default()).expect_err("a password");
    assert_eq!(refused, ImportError::Archive(ArchiveError::Encrypted("content.xml".to_owned())));
}
