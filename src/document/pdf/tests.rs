//! What is read of pages made for the purpose: `tests/fixtures/pdf` has each with its text, typed in by
//! whoever made the page. Files are compared by rows of four words, and by the order of their blocks.
#![expect(clippy::disallowed_methods, reason = "a test reads its pages from the disk")]

use crate::document::import::{Extent, ImportError, Options, draw_page, import, parts};
use crate::document::page_picture::{MAX_PIXELS, PageSize, PageWanted};
use crate::document::{Document, ImportWarning, InlineStyle, Warned};
use crate::text::TextRange;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pdf")
}

fn read(name: &str) -> Warned<Document, ImportWarning> {
    let bytes = fs::read(folder().join(format!("{name}.pdf"))).expect("a page of our own");
    import(&bytes, "a.pdf", &Options::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn truth(name: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.txt"))).expect("its text")
}

/// The names of all that have a text.
fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the pages");
    let names = entries.filter_map(|entry| {
        let name = entry.expect("a file").file_name().to_string_lossy().into_owned();
        name.strip_suffix(".txt").map(str::to_owned)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// How often each row of four words is met.
fn rows<'t>(words: &[&'t str]) -> BTreeMap<Vec<&'t str>, usize> {
    let mut rows = BTreeMap::new();
    for row in words.windows(4) {
        *rows.entry(row.to_vec()).or_default() += 1;
    }
    rows
}

/// The harmonic mean of precision and recall by rows of four words.
fn score(expected: &str, found: &str) -> f64 {
    let (expected, found) = (rows(&words(expected)), rows(&words(found)));
    let common: usize = expected.iter().map(|(row, n)| found.get(row).copied().unwrap_or(0).min(*n)).sum();
    let total: usize = expected.values().chain(found.values()).sum();
    2.0 * common as f64 / total as f64
}

#[test]
fn pages_made_for_the_purpose_are_read_as_they_were_written() {
    let mut failed = String::new();
    for name in names() {
        let (read, truth) = (read(&name), truth(&name));
        let f1 = score(&truth, read.value.text());
        let blocks: Vec<&str> = read.value.text().split("\n\n").collect();
        let expected: Vec<&str> = truth.trim_end().split("\n\n").collect();
        if f1 < 0.99 || blocks != expected || !read.warnings.is_empty() {
            failed.push_str(&format!("{name}: {f1:.4} {:?}\n", read.told()));
            for (found, expected) in blocks.iter().zip(&expected).filter(|(a, b)| a != b).take(3) {
                failed.push_str(&format!("    found {found:?}\n    not   {expected:?}\n"));
            }
            failed.push_str(&format!("    {} blocks, not {}\n", blocks.len(), expected.len()));
        }
    }
    assert!(failed.is_empty(), "{failed}");
}

#[test]
fn running_heads_and_numbers_of_pages_are_left_out_by_name_or_taken_in() {
    let document = read("one-column").value;
    let reasons: Vec<&str> = document.left_out().iter().map(|passage| passage.why.name()).collect();
    assert_eq!(
        reasons,
        ["page-header", "page-number", "page-header", "page-number", "page-header", "page-number"]
    );
    assert!(!document.text().contains("The Storvik Papers"));
    let bytes = fs::read(folder().join("one-column.pdf")).expect("a page of our own");
    let options = Options { extent: Extent::WithLeftOut, ..Options::default() };
    let whole = import(&bytes, "a.pdf", &options).expect("a PDF").value;
    assert_eq!(whole.text().matches("The Storvik Papers").count(), 3);
}

#[test]
fn what_a_file_says_of_itself_and_its_styles_are_known() {
    let document = read("odds-and-ends").value;
    assert_eq!(document.metadata().title.as_deref(), Some("Odds and ends"));
    assert_eq!(document.language(), Some("en"));
    let styled = |style: InlineStyle| {
        let spans = document.spans().iter().filter(|span| span.style == style);
        spans.map(|span| document.slice(span.range)).collect::<Vec<_>>()
    };
    assert_eq!(styled(InlineStyle::Strong), ["whole list"]);
    assert_eq!(styled(InlineStyle::Emphasis), ["all the barges"]);
    assert_eq!(styled(InlineStyle::Link(0)), ["the archive of the town"]);
    assert_eq!(document.link(0), Some("https://storvik.example/barges"));
    let notes = read("footnotes").value;
    let references = notes.spans().iter().filter(|span| span.style == InlineStyle::FootnoteReference);
    assert_eq!(references.map(|span| notes.slice(span.range)).collect::<Vec<_>>(), ["1", "2", "3", "4"]);
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places on a page, in pixels")]
#[test]
fn each_word_has_its_place_on_its_page_and_the_page_can_be_drawn() {
    let bytes = fs::read(folder().join("two-columns-hyphens.pdf")).expect("a page of our own");
    let document = read("two-columns-hyphens").value;
    let at = |words: &str| {
        let start = document.text().find(words).expect(words);
        TextRange::from_usize(start..start + words.len())
    };
    let title = document.page_boxes().boxes_of(at("Nine days of silence"));
    assert_eq!(title.len(), 1, "{title:?}");
    let size = PageSize { width: 600.0, longest: 2048.0 };
    let wanted = |page, size| PageWanted { password: None, page, size };
    let page = draw_page(&bytes, &wanted(0, size)).expect("a PDF").expect("its first page");
    assert_eq!(page.rgba.len(), page.width * page.height * 4);
    // Something dark stands in the box, and nothing at the edge of the page.
    let is_dark = |x: f32, y: f32| {
        let at = (y as usize * page.width + x as usize) * 4;
        page.rgba[at] < 128
    };
    let [left, top, right, bottom] = title[0].place.map(|points| points * page.scale);
    let points = (left as usize..right as usize)
        .flat_map(|x| (top as usize..bottom as usize).map(move |y| (x as f32, y as f32)));
    assert!(points.clone().any(|(x, y)| is_dark(x, y)), "nothing is drawn in {title:?}");
    assert!(!(0..page.width).any(|x| is_dark(x as f32, 2.0)));
    // A place of every block is on the page that its box says.
    let mut last = 0;
    for block in document.blocks() {
        let boxes = document.page_boxes().boxes_of(block.range);
        assert!(!boxes.is_empty(), "{:?}", document.slice(block.range));
        let page = document.page_boxes().page_of(block.range.start()).expect("a page");
        assert!(last <= page && boxes.iter().all(|one| page <= one.page));
        last = page;
    }
    assert_eq!(draw_page(&bytes, &wanted(99, size)), Ok(None));
    let large = draw_page(&bytes, &wanted(0, PageSize { width: 1.0e9, ..size })).expect("a PDF");
    let large = large.expect("its first page");
    assert!(large.width.max(large.height) <= 2048, "{}×{}", large.width, large.height);
    let large = draw_page(&bytes, &wanted(0, PageSize { width: 1.0e9, longest: 1.0e9 })).expect("a PDF");
    let large = large.expect("its first page");
    assert!(large.width * large.height <= MAX_PIXELS, "{}×{}", large.width, large.height);
}

/// Bytes changed, cut and doubled by a fixed rule: nothing panics, whatever comes of it.
#[test]
fn damaged_files_are_read_or_refused() {
    let names = ["columns-and-tables", "arabic", "footnotes", "odds-and-ends"];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or(0)
    };
    let (mut n_read, mut n_refused) = (0, 0);
    for nth in 0..100 {
        let mut bytes = fs::read(folder().join(format!("{}.pdf", names[nth % 4]))).expect("a page");
        match nth % 5 {
            0 => bytes.truncate(next(bytes.len())),
            1 => {
                let at = next(bytes.len());
                let tail = bytes.split_off(at);
                bytes.extend_from_within(at / 2..);
                bytes.extend(tail);
            }
            _ => {
                for _ in 0..=next(40) {
                    let at = next(bytes.len());
                    bytes[at] ^= 1 << next(8);
                }
            }
        }
        match import(&bytes, "a.pdf", &Options::default()) {
            Ok(_) => n_read += 1,
            Err(_) => n_refused += 1,
        }
    }
    assert_eq!(n_read + n_refused, 100);
    assert!(40 < n_read, "only {n_read} of 100 were read");
}

#[test]
fn a_locked_file_opens_with_its_password_alone() {
    let bytes = fs::read(folder().with_file_name("locked.pdf")).expect("a locked page");
    let read = |password: Option<&str>| {
        let options = Options { password: password.map(str::to_owned), ..Options::default() };
        import(&bytes, "locked.pdf", &options).map(|read| read.value.title().to_owned())
    };
    assert_eq!(read(None), Err(ImportError::Password { was_wrong: false }));
    assert_eq!(read(Some("wall of")), Err(ImportError::Password { was_wrong: true }));
    assert_eq!(read(Some("harbour")).as_deref(), Ok("Who closed the mill?"));
}

/// A file of these objects, the first of which is its catalogue.
fn file_of(objects: &[&str]) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (nth, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", nth + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    places.iter().for_each(|place| file.push_str(&format!("{place:010} 00000 n \n")));
    let n = objects.len() + 1;
    file.push_str(&format!("trailer\n<< /Size {n} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
    file.into_bytes()
}

#[test]
fn links_within_a_file_lead_to_the_words_at_their_place() {
    let page = |contents: &str, more: &str| {
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {contents} 0 R /Resources << /Font << /F \
             << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> {more} >>"
        )
    };
    let drawn = |words: &[(&str, u32)]| {
        let lines = words
            .iter()
            .map(|(words, y)| format!("BT /F 12 Tf 50 {y} Td ({words}) Tj ET\n"))
            .collect::<String>();
        format!("<< /Length {} >>\nstream\n{lines}\nendstream", lines.len())
    };
    let link = |y: u32, leads: &str| {
        format!("<< /Type /Annot /Subtype /Link /Rect [50 {} 200 {}] {leads} >>", y - 3, y + 10)
    };
    let links = [
        link(700, "/Dest [4 0 R /XYZ 50 412 0]"),
        link(600, "/A << /S /GoTo /D (note) >>"),
        link(500, "/Dest [4 0 R /Fit]"),
        link(400, "/A << /S /GoTo /D (nowhere) >>"),
        link(300, "/Dest [1 0 R /Fit]"),
    ];
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Names << /Dests << /Names [(note) << /D [4 0 R /FitH 212] >>] >> >> >>"
            .to_owned(),
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>".to_owned(),
        page("5", &format!("/Annots [{}]", links.join(" "))),
        page("6", ""),
        drawn(&[("To the list", 700), ("To the note", 600), ("To the page", 500), ("Nowhere", 400), ("Nor there", 300)]),
        drawn(&[("Second page", 700), ("The list of barges", 400), ("The note on the mill", 200)]),
    ];
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    let document = import(&file_of(&objects), "a.pdf", &Options::default()).expect("a PDF").value;
    let mut led = Vec::new();
    for span in document.spans() {
        if let InlineStyle::Link(nth) = span.style {
            let place = document.link(nth).and_then(|address| address.strip_prefix('#')).expect("a place");
            let rest = &document.text()[document.place(place).expect(place).to_usize()..];
            led.push((document.slice(span.range), rest.split('\n').next().unwrap_or_default()));
        }
    }
    let expected = [
        ("To the list", "The list of barges"),
        ("To the note", "The note on the mill"),
        ("To the page", "Second page"),
    ];
    assert_eq!(led, expected);
}

#[test]
fn letters_that_nobody_can_tell_are_counted_and_said() {
    // The second font draws a box and does not say which letter it means.
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F << \
                /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /G << /Type /Font /Subtype /Type3 /FontBBox \
                [0 0 700 700] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g57 5 0 R >> /Encoding << /Type \
                /Encoding /Differences [66 /g57] >> /FirstChar 66 /LastChar 66 /Widths [700] >> >> >> >>";
    let box_drawn = "700 0 0 0 700 700 d1 0 0 700 700 re f";
    let glyph = format!("<< /Length {} >>\nstream\n{box_drawn}\nendstream", box_drawn.len());
    let words = "BT /F 12 Tf 50 700 Td (CA) Tj /G 12 Tf (B) Tj /F 12 Tf (LE) Tj ET";
    let drawn = format!("<< /Length {} >>\nstream\n{words}\nendstream", words.len());
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        drawn.as_str(),
        glyph.as_str(),
    ];
    let read = import(&file_of(&objects), "a.pdf", &Options::default()).expect("a PDF");
    assert_eq!(read.value.text(), "CA\u{fffd}LE");
    assert_eq!(read.warnings, [ImportWarning::UnknownLetters { n: 1, of: 5 }]);
}

#[test]
fn a_picture_stands_before_its_caption_and_is_cut_out_of_its_page() {
    let lines = "BT /F 12 Tf 50 700 Td (The mill stood for nine days.) Tj ET\n\
        BT /F 12 Tf 50 430 Td (Figure 1: The mill, in four colours.) Tj ET\nq 200 0 0 100 50 450 cm /I Do Q\n\
        q 20 0 0 20 50 750 cm /I Do Q\n";
    let pixels = "ff0000 00ff00 0000ff ffffff>";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> /Font \
         << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{lines}\nendstream", lines.len()),
        format!(
            "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter \
             /ASCIIHexDecode /Length {} >>\nstream\n{pixels}\nendstream",
            pixels.len()
        ),
    ];
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    let bytes = file_of(&objects);
    let document = import(&bytes, "a.pdf", &Options::default()).expect("a PDF").value;
    let [picture] = document.images() else { panic!("{:?}", document.images()) };
    let caption =
        document.blocks().iter().position(|block| document.slice(block.range).starts_with("Figure"));
    assert_eq!(Some(picture.before as usize), caption);
    assert_eq!(picture.declared, Some((267, 133)));
    let name = picture.source.strip_prefix("part:").expect("a part").to_owned();
    assert_eq!(name, "page-1-50-250-250-350.bmp");
    let part = |name: &str, most: usize| parts(&bytes, &[name.to_owned()], most).pop().flatten();
    let whole = part(&name, 1 << 20).expect("a picture");
    assert_eq!(whole.len(), 54 + 200 * 400 * 3);
    // Rows stand from below, and their pixels are blue, green, red.
    let pixel = |column: usize, row: usize| &whole[54 + (199 - row) * 1200 + column * 3..][..3];
    assert_eq!((pixel(40, 20), pixel(360, 20)), (&[0, 0, 255][..], &[0, 255, 0][..]));
    assert_eq!((pixel(40, 180), pixel(360, 180)), (&[255, 0, 0][..], &[255, 255, 255][..]));
    assert_eq!(part(&name, 64).as_deref(), Some(&whole[..54]));
    for none in [
        "page-2-50-250-250-350.bmp",
        "page-1-50-250-9999-350.bmp",
        "page-1-250-250-50-350.bmp",
        "page-0-1-1-2-2.bmp",
        "a.png",
    ] {
        assert_eq!(part(none, 1 << 20), None, "{none}");
    }
}
