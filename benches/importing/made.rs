//! A report as DOCX and a book as EPUB, made of the same words on every machine.

use crate::texts;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The words of a page of a report, in bytes.
const PAGE: usize = 2_800;

/// A DOCX file of so many pages.
pub(crate) fn docx(n_pages: usize) -> Vec<u8> {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>");
    let body: String = texts::article(n_pages * PAGE).split("\n\n").map(paragraph).collect();
    zipped(&[
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
             wordprocessingml.document.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\"?><Relationships \
             xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"word/document.xml\"/></Relationships>",
        ),
        (
            "word/document.xml",
            &format!(
                "<?xml version=\"1.0\"?><w:document \
                 xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body>\
                 </w:document>"
            ),
        ),
    ])
}

/// An EPUB file of so many bytes of text, in chapters.
pub(crate) fn epub(n_bytes: usize) -> Vec<u8> {
    let text = texts::article(n_bytes);
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let chapters: Vec<String> = paragraphs.chunks(40).map(chapter).collect();
    let each = |form: &dyn Fn(usize) -> String| (0..chapters.len()).map(form).collect::<String>();
    let items = each(&|nth| {
        format!("<item id=\"c{nth}\" href=\"c{nth}.xhtml\" media-type=\"application/xhtml+xml\"/>")
    });
    let spine = each(&|nth| format!("<itemref idref=\"c{nth}\"/>"));
    let package = format!(
        "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"id\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier \
         id=\"id\">urn:x</dc:identifier><dc:title>What they say</dc:title><dc:language>en</dc:language></metadata>\
         <manifest>{items}</manifest><spine>{spine}</spine></package>"
    );
    let names: Vec<String> = (0..chapters.len()).map(|nth| format!("c{nth}.xhtml")).collect();
    let mut entries = vec![
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<?xml version=\"1.0\"?><container version=\"1.0\" \
             xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"book.opf\" \
             media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
        ),
        ("book.opf", &package),
    ];
    entries.extend(names.iter().map(String::as_str).zip(chapters.iter().map(String::as_str)));
    zipped(&entries)
}

fn chapter(paragraphs: &[&str]) -> String {
    let body: String = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
    format!(
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Part</title></head>\
         <body><h1>A part</h1>{body}</body></html>"
    )
}

fn zipped(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        let is_first = *name == "mimetype";
        let method = if is_first { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).expect("a name");
        writer.write_all(text.as_bytes()).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}
