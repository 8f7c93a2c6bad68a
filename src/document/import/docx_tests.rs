//! What is read of DOCX files that are made here, part by part.

use super::container_tests::packed;
use super::{Extent, Options, import};
use crate::document::{Document, ImagePlace, ImportWarning, Warned};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>"#;

const RELATIONS: &str = r#"<Relationships>
 <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
 <Relationship Id="rId2" Type="x/numbering" Target="numbering.xml"/>
 <Relationship Id="rId3" Type="x/footnotes" Target="footnotes.xml"/>
 <Relationship Id="rId4" Type="x/comments" Target="comments.xml"/>
 <Relationship Id="rId5" Type="x/image" Target="media/fire.png"/>
 <Relationship Id="rId6" Type="x/hyperlink" Target="https://a.example/report" TargetMode="External"/>
 <Relationship Id="rId7" Type="x/header" Target="header1.xml"/>
 <Relationship Id="rId8" Type="x/endnotes" Target="endnotes.xml"/></Relationships>"#;

const STYLES: &str = r#"<w:styles>
 <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
 <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
 <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
 <w:style w:type="paragraph" w:styleId="U1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
 <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Section"/><w:basedOn w:val="U1"/></w:style>
 <w:style w:type="paragraph" w:styleId="Z"><w:name w:val="Quote"/></w:style>
 <w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
 <w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style>
 <w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
 <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;

const NOTES: &str = r#"<w:footnotes><w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>
 <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> By the harbour office.</w:t></w:r></w:p></w:footnote>
 <w:footnote w:id="3"><w:p><w:r><w:t>By the union.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

const ENDNOTES: &str = r#"<w:endnotes><w:endnote w:id="1"><w:p><w:r><w:t>Seen on Monday.</w:t></w:r></w:p></w:endnote></w:endnotes>"#;

const COMMENTS: &str = r#"<w:comments><w:comment w:id="9" w:author="Cleo" w:date="2026-03-02T09:14:07Z">
 <w:p><w:r><w:t>Who counted?</w:t></w:r></w:p><w:p><w:r><w:t>Ask again.</w:t></w:r></w:p></w:comment></w:comments>"#;

const CORE: &str = r#"<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Old title</dc:title><dc:creator>Dana Reyes</dc:creator>
 <dcterms:created>2026-03-01T08:00:00Z</dcterms:created></cp:coreProperties>"#;

/// A file with this body.
fn file(body: &str) -> Vec<u8> {
    let text = format!("{HEAD}{body}</w:body></w:document>");
    packed(&[
        ("word/document.xml", text.as_bytes()),
        ("word/_rels/document.xml.rels", RELATIONS.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/footnotes.xml", NOTES.as_bytes()),
        ("word/endnotes.xml", ENDNOTES.as_bytes()),
        ("word/comments.xml", COMMENTS.as_bytes()),
        ("word/header1.xml", b"<w:hdr><w:p><w:r><w:t>Harbour News</w:t></w:r></w:p></w:hdr>"),
        ("docProps/core.xml", CORE.as_bytes()),
    ])
}

fn read_as(body: &str, extent: Extent) -> Warned<Document, ImportWarning> {
    // The name lies: what counts is what is in it.
    let options = Options { extent, ..Options::default() };
    import(&file(body), "a.epub", &options).expect("a document")
}

fn read(body: &str) -> Document {
    read_as(body, Extent::Article).value
}

/// A paragraph with properties.
fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn style(id: &str) -> String {
    format!("<w:pStyle w:val=\"{id}\"/>")
}

/// The blocks in one line each: kind, level or marker, role, label, words.
pub(super) fn told(document: &Document) -> String {
    let mut told = String::new();
    for block in document.blocks() {
        let kind = match &block.kind {
            crate::document::BlockKind::Heading { level } => format!("h{level}"),
            crate::document::BlockKind::ListItem { marker } => format!("{marker:?}"),
            crate::document::BlockKind::Footnote { label } => format!("note {label}"),
            kind => kind.name().to_owned(),
        };
        let role = block.role.map(|role| format!(" {}", role.name())).unwrap_or_default();
        let label = block.label.as_deref().map(|label| format!(" <{label}>")).unwrap_or_default();
        let quote = ">".repeat(block.quote_depth.into());
        told.push_str(&format!("{quote}{kind}{role}{label}: {}\n", document.slice(block.range)));
    }
    told
}

#[test]
fn styles_make_headings_quotations_captions_and_lists() {
    let item = |level: u8| format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr>");
    let body = [
        p(&style("T"), &r("Fire at the quay")),
        p(&style("V1"), &r("What is known 2")),
        p(&style("U1"), &r("What is known")),
        p(&style("Own"), &r("Who says so")),
        p("<w:outlineLvl w:val=\"2\"/>", &r("A detail")),
        p(&style("Z"), &r("We saw smoke.")),
        p(&item(0), &r("first")),
        p(&item(1), &r("below it")),
        p(&item(0), &r("second")),
        p(&style("C"), &r("The quay at night")),
        p("", "<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"),
    ];
    let document = read(&body.concat());
    assert_eq!(
        told(&document),
        "h1 headline: Fire at the quay\nh2: What is known\nh2: Who says so\nh4: A detail\n\
         >paragraph: We saw smoke.\nNumber(1): first\nNumber(1) <1.a>: below it\nNumber(2): second\n\
         caption caption: The quay at night\nparagraph: One\ttwo\nthree\n"
    );
    assert_eq!(document.left_out()[0].text, "What is known 2");
    let metadata = document.metadata();
    let of = |value: &Option<String>| value.clone().unwrap_or_default();
    assert_eq!(of(&metadata.title), "Fire at the quay");
    assert_eq!(of(&metadata.byline), "Dana Reyes");
    assert_eq!(of(&metadata.published), "2026-03-01T08:00:00Z");
    assert_eq!(of(&metadata.language), "en-GB");
}

#[test]
fn notes_follow_their_paragraph_and_their_signs_are_no_digits_of_the_number_before() {
    let sign = |id: u8| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let end = "<w:r><w:endnoteReference w:id=\"1\"/></w:r>";
    let own = "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>*</w:t></w:r>";
    let body = [
        p("", &(r("At least 35") + &sign(2) + &r(" died") + own + &r(", says one") + end)),
        p("", &r("More.")),
    ];
    let document = read(&body.concat());
    let told = told(&document);
    assert!(!document.text().contains("351"), "{told}");
    let notes: Vec<&str> = told.lines().skip(1).collect();
    assert_eq!(
        notes,
        [
            "note 1 footnote: By the harbour office.",
            "note * footnote: By the union.",
            "paragraph: More.",
            "note i footnote: Seen on Monday."
        ]
    );
}

#[test]
fn changes_are_read_as_accepted_and_what_was_deleted_is_named() {
    let body = [
        p(
            "",
            &(r("Eight")
                + "<w:del><w:r><w:delText> or nine</w:delText></w:r></w:del>"
                + "<w:ins>"
                + &r(" people")
                + "</w:ins>"
                + "<w:moveFrom>"
                + &r(" at dawn")
                + "</w:moveFrom>"
                + &r(" died")
                + "<w:moveTo>"
                + &r(" at dawn")
                + "</w:moveTo>"),
        ),
        p("<w:rPr><w:del/></w:rPr>", &r("The army")),
        p("", &r("denied it.")),
        p("", &("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden words</w:t></w:r>".to_owned() + &r("Seen."))),
    ];
    let found = read_as(&body.concat(), Extent::Article);
    assert_eq!(found.value.text(), "Eight people died at dawn\n\nThe army denied it.\n\nSeen.");
    assert_eq!(found.warnings, [ImportWarning::Changes(1)]);
    let left: Vec<(&str, &str)> =
        found.value.left_out().iter().map(|passage| (passage.why.name(), passage.text.as_str())).collect();
    assert_eq!(left, [("deleted", "or nine"), ("hidden", "hidden words")]);
    let all = read_as(&body.concat(), Extent::WithLeftOut).value;
    assert_eq!(all.text(), "Eight or nine people died at dawn\n\nThe army denied it.\n\nhidden wordsSeen.");
}

#[test]
fn comments_of_others_stand_at_their_words() {
    let body = p(
        "",
        &(r("The mayor says ")
            + "<w:commentRangeStart w:id=\"9\"/>"
            + &r("eight died")
            + "<w:commentRangeEnd w:id=\"9\"/>"
            + "<w:r><w:commentReference w:id=\"9\"/></w:r>"
            + &r(" there.")),
    );
    let document = read(&body);
    assert_eq!(document.text(), "The mayor says eight died there.");
    let [remark] = document.remarks() else { panic!("{:?}", document.remarks()) };
    assert_eq!(document.slice(remark.range), "eight died");
    assert_eq!(remark.author.as_deref(), Some("Cleo"));
    assert_eq!(remark.text, "Who counted?\nAsk again.");
}

#[test]
fn tables_are_rows_and_what_lays_out_a_page_is_none() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", &r(words)))
    };
    let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
    let header =
        format!("<w:tr><w:trPr><w:tblHeader/></w:trPr>{}</w:tr>", cell("", "Source") + &cell("", "Dead"));
    let data = format!(
        "<w:tbl>{header}{}{}</w:tbl>",
        row(&(cell("<w:gridSpan w:val=\"2\"/>", "Mayor") + &cell("", "8"))),
        row(&(cell("<w:vMerge/>", "") + &cell("", "9") + &cell("", "")))
    );
    let nested = format!(
        "<w:tbl>{}</w:tbl>",
        row(&(format!("<w:tc>{data}{}</w:tc>", p("", "")) + &cell("", "Beside it")))
    );
    let document = read(&(data + &p("", &r("Between.")) + &nested));
    assert_eq!(
        told(&document),
        "table-row: Source\tDead\ntable-row: Mayor\t\t8\ntable-row: \t9\nparagraph: Between.\n\
         table-row: Source\tDead\ntable-row: Mayor\t\t8\ntable-row: \t9\nparagraph: Beside it\n"
    );
}

#[test]
fn boxes_controls_fields_and_alternatives_give_their_words_once() {
    let textbox = |words: &str| format!("<w:txbxContent>{}</w:txbxContent>", p("", &r(words)));
    let body = [
        p(
            "",
            &format!(
                "{}<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}",
                r("Before"),
                textbox("In the box"),
                textbox("In the box"),
                r(" and after")
            ),
        ),
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            p("", &r("In a control"))
        ),
        p(
            "",
            &format!(
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://b.example\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{}<w:hyperlink r:id=\"rId6\">{}</w:hyperlink>",
                r("a field"),
                r(" and "),
                r("a link")
            ),
        ),
        p(
            "",
            "<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r>",
        ),
        p("", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
    ];
    let document = read(&body.concat());
    assert_eq!(
        document.text(),
        "Before and after\n\nIn the box\n\nIn a control\n\na field and a link\n\nco\u{ad}opα"
    );
    let links: Vec<&str> = (0..2).filter_map(|index| document.link(index)).collect();
    assert_eq!(links, ["https://b.example", "https://a.example/report"]);
    assert_eq!(document.left_out()[0].text, "x=1");
}

#[test]
fn pictures_lie_in_the_file_and_have_their_words() {
    let picture = "<w:r><w:drawing><wp:inline><wp:extent cx=\"952500\" cy=\"476250\"/><wp:docPr id=\"1\" name=\"p\" \
                   descr=\"Smoke over the quay\"/><a:blip r:embed=\"rId5\"/></wp:inline></w:drawing></w:r>";
    let document = read(
        &(p("", picture) + &p("", &r("Words.")) + "<w:sectPr><w:headerReference r:id=\"rId7\"/></w:sectPr>"),
    );
    let [image] = document.images() else { panic!("{:?}", document.images()) };
    assert_eq!(image.place(), ImagePlace::Part("word/media/fire.png"));
    assert_eq!(
        (image.alt.as_str(), image.declared, image.before),
        ("Smoke over the quay", Some((100, 50)), 0)
    );
    assert_eq!(
        (document.left_out()[0].why.name(), document.left_out()[0].text.as_str()),
        ("page-header", "Harbour News")
    );
}

#[test]
fn a_part_that_is_cut_is_read_as_far_as_it_goes_and_said() {
    let text = format!("{HEAD}{}<w:p><w:r><w:t>Half a", p("", &r("A whole one.")));
    let bytes = packed(&[("word/document.xml", text.as_bytes())]);
    let found = import(&bytes, "a.docx", &Options::default()).expect("a document");
    assert_eq!(found.value.text(), "A whole one.\n\nHalf a");
    assert_eq!(found.warnings, [ImportWarning::PartCut]);
}

#[test]
fn items_in_a_cell_keep_their_numbers() {
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>";
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let items = p(list, &r("Eight dead")) + &p(list, &r("nine hurt"));
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&p("", &r("Mayor"))), cell(&items));
    assert_eq!(read(&table).text(), "Mayor\t1. Eight dead 2. nine hurt");
}

#[test]
fn texts_and_diagrams_in_parts_of_their_own_stand_at_their_places() {
    let relations = r#"<Relationships><Relationship Id="a" Type="x/aFChunk" Target="part.html"/>
        <Relationship Id="b" Type="x/aFChunk" Target="part.txt"/>
        <Relationship Id="c" Type="x/aFChunk" Target="part.docx"/>
        <Relationship Id="d" Type="x/diagramData" Target="data.xml"/></Relationships>"#;
    let diagram = r#"<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r>
        <a:t>Mayor</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Harbour </a:t></a:r><a:r>
        <a:t>office</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"#;
    let chunk = |id: &str| format!("<w:altChunk r:id=\"{id}\"/>");
    let drawing = "<w:r><w:drawing><dgm:relIds \
                   xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:dm=\"d\"/></w:drawing></w:r>";
    let body =
        [p("", &r("Before.")), chunk("a"), p("", drawing), chunk("b"), chunk("c"), p("", &r("After."))]
            .concat();
    let text = format!("{HEAD}{body}</w:body></w:document>");
    let nested = packed(&[("word/document.xml", b"")]);
    let bytes = packed(&[
        ("word/document.xml", text.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/part.html", b"<h2>The quay</h2><p>It <b>burned</b>.</p>"),
        ("word/part.txt", b"One line.\nAnother."),
        ("word/part.docx", &nested),
        ("word/data.xml", diagram.as_bytes()),
    ]);
    let found = import(&bytes, "a.docx", &Options::default()).expect("a document");
    assert_eq!(
        found.value.text(),
        "Before.\n\nThe quay\n\nIt burned.\n\nMayor\n\nHarbour office\n\nOne line.\n\nAnother.\n\nAfter."
    );
    assert_eq!(found.warnings, [ImportWarning::Embedded(1)]);
}
