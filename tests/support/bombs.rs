//! Small files that are made to grow without end.

use crate::damage::{entries, zipped};

/// Bytes of which a file is blown up: less than any cap on what is in an archive, and more.
const MIB: usize = 1 << 20;

/// Files of the kind of a sound one that its readers must refuse or cut; with what each tries.
pub(crate) fn bombs(ending: &str, sound: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    match ending {
        "pdf" => pdf(),
        _ if sound.starts_with(b"PK") => zip(sound),
        "mhtml" | "mht" => mhtml(),
        _ => Vec::new(),
    }
}

/// A zip file whose largest XML is another one; and one of many entries.
fn zip(sound: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let sound = entries(sound).expect("a sound zip file");
    let is_text = |name: &str| [".xml", ".xhtml", ".html"].iter().any(|ending| name.ends_with(ending));
    let texts = sound.iter().enumerate().filter(|(_, (name, _))| is_text(name));
    let (largest, _) = texts.max_by_key(|(_, (_, bytes))| bytes.len()).expect("an XML");
    let with = |change: &dyn Fn(&str) -> String| {
        let mut entries = sound.clone();
        let text = String::from_utf8_lossy(&entries[largest].1).into_owned();
        entries[largest].1 = change(&text).into_bytes();
        zipped(&entries)
    };
    // Before the last closing tags: what stands there is read like all before it.
    let insert = |text: &str, more: &str| {
        let at = text.rfind("</").and_then(|end| text[..end].rfind("</")).unwrap_or(text.len());
        [&text[..at], more, &text[at..]].concat()
    };
    let entity = |n: usize| {
        (1..n)
            .map(|n| format!("<!ENTITY e{n} \"{}\">", format!("&e{};", n - 1).repeat(10)))
            .collect::<String>()
    };
    let doctype = format!("<!DOCTYPE a [<!ENTITY e0 \"word \">{}]>", entity(12));
    let mut crowd = sound.clone();
    crowd.extend((0..60_000).map(|nth| (format!("word/{nth}.xml"), Vec::new())));
    vec![
        ("300 MiB of spaces", with(&|text| insert(text, &" ".repeat(300 * MIB)))),
        (
            "a million elements one in another",
            with(&|text| {
                insert(
                    text,
                    &format!(
                        "{}word{}",
                        "<w:p><w:r><w:t>".repeat(333_333),
                        "</w:t></w:r></w:p>".repeat(333_333)
                    ),
                )
            }),
        ),
        ("a million paragraphs that are not closed", with(&|text| insert(text, &"<p>".repeat(1_000_000)))),
        (
            "entities of entities",
            with(&|text| {
                let body = insert(text, "<w:p><w:r><w:t>&e11;</w:t></w:r></w:p><p>&e11;</p>");
                let at = body.find("?>").map_or(0, |at| at + 2);
                [&body[..at], &doctype, &body[at..]].concat()
            }),
        ),
        (
            "one attribute of 20 MiB",
            with(&|text| insert(text, &format!("<p a=\"{}\"/>", "a".repeat(20 * MIB)))),
        ),
        ("60,000 entries", zipped(&crowd)),
    ]
}

/// A PDF file of objects, the first of which is its catalogue.
fn objects(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (nth, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", nth + 1).bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let n = objects.len() + 1;
    file.extend(format!("trailer\n<< /Size {n} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}

fn stream(dictionary: &str, content: &str) -> String {
    format!("<< {dictionary} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

fn pdf() -> Vec<(&'static str, Vec<u8>)> {
    let catalogue = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
    let page = |resources: &str| {
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << {resources} >> >>"
        )
    };
    let pages = |kids: &str, n: usize| format!("<< /Type /Pages /Kids [{kids}] /Count {n} >>");
    let words = "BT /F 10 Tf 20 700 Td (The army denied it) Tj ET";
    // Each form draws the next one twice.
    let mut doubling =
        vec![catalogue.clone(), pages("3 0 R", 1), page("/XObject << /X 5 0 R >>"), stream("", "/X Do")];
    for nth in 5..45 {
        let next = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> >>",
            nth + 1
        );
        doubling.push(stream(&next, "/X Do /X Do"));
    }
    doubling.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", ""));
    let itself = vec![
        catalogue.clone(),
        pages("3 0 R", 1),
        page("/XObject << /X 5 0 R >>"),
        stream("", "/X Do"),
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
            "/X Do",
        ),
    ];
    let tree = vec![catalogue.clone(), pages("2 0 R 3 0 R", 2), page(""), stream("", "")];
    let font = format!("/Font << /F {FONT} >>");
    let same =
        |n: usize| vec![catalogue.clone(), pages(&"3 0 R ".repeat(n), n), page(&font), stream("", words)];
    let one = |content: &str| vec![catalogue.clone(), pages("3 0 R", 1), page(&font), stream("", content)];
    vec![
        ("forms that draw each other twice", objects(&doubling)),
        ("a form that draws itself", objects(&itself)),
        ("pages that are their own parents", objects(&tree)),
        ("one page 100,000 times", objects(&same(100_000))),
        ("a million words on one page", objects(&one(&format!("{words} ").repeat(1_000_000)))),
        ("states that are never given back", objects(&one(&"q ".repeat(2_000_000)))),
        ("an array in an array in an array", objects(&one(&"[".repeat(1_000_000)))),
        (
            "dictionaries in dictionaries",
            objects(&[
                format!("<< /Type /Catalog /Pages 2 0 R /A {} >>", "<< /A ".repeat(300_000)),
                pages("3 0 R", 1),
                page(""),
                stream("", words),
            ]),
        ),
    ]
}

fn mhtml() -> Vec<(&'static str, Vec<u8>)> {
    let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b0\"\r\n\r\n";
    let nested: String = (0..20_000)
        .map(|nth| format!("--b{nth}\r\nContent-Type: multipart/related; boundary=\"b{}\"\r\n\r\n", nth + 1))
        .collect();
    let part = "--b0\r\nContent-Type: text/html\r\n\r\n<p>The army denied it.\r\n";
    vec![
        ("parts in parts", format!("{head}{nested}").into_bytes()),
        ("200,000 parts", format!("{head}{}--b0--\r\n", part.repeat(200_000)).into_bytes()),
        ("a header of 20 MiB", format!("{head}X-A: {}\r\n", "a".repeat(20 * MIB)).into_bytes()),
    ]
}
