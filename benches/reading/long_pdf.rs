//! A report as PDF, made of the same words on every machine.

use crate::texts;

/// The words of a page of a report, in bytes.
const PAGE: usize = 2_800;

/// The lines of a page, and the letters of a line.
const LINES: usize = 42;
const LINE: usize = 68;

/// A PDF file of so many pages of one column.
pub(crate) fn of(n_pages: usize) -> Vec<u8> {
    let words: Vec<String> = texts::article(n_pages * PAGE).split_whitespace().map(str::to_owned).collect();
    let mut lines = lines(&words).into_iter();
    let kids: String = (0..n_pages).map(|nth| format!("{} 0 R ", 4 + 2 * nth)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {n_pages} >>"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>".to_owned(),
    ];
    for nth in 0..n_pages {
        let content = 5 + 2 * nth;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R \
             /Resources << /Font << /F 3 0 R >> >> >>"
        ));
        let shown: String = lines.by_ref().take(LINES).map(|line| format!("({line}) Tj T* ")).collect();
        let content = format!("BT /F 11 Tf 16 TL 72 760 Td {shown}ET");
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    file_of(&objects)
}

fn lines(words: &[String]) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words {
        if let Some(last) = lines.last_mut().filter(|last| last.len() + word.len() < LINE) {
            last.push_str(word);
            last.push(' ');
        } else {
            lines.push(format!("{word} "));
        }
    }
    lines
}

fn file_of(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (nth, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", nth + 1).bytes());
    }
    let (n, start) = (objects.len() + 1, file.len());
    let tail = format!(
        "xref\n0 {n}\n0000000000 65535 f \n{table}trailer\n<< /Size {n} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(tail.bytes());
    file
}
