//! Grades put into the table that a teacher downloaded from Moodle or Canvas. Only the cells of the grade and of
//! the feedback change: its identifiers, headings and times cannot be invented, and are compared byte for byte
//! by what reads it again.

use std::collections::BTreeMap;
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// Headings of the grade in Moodle's worksheet, and of the feedback, in the languages that it is often used in.
const GRADES: [&str; 12] = [
    "grade",
    "bewertung",
    "note",
    "calificación",
    "valutazione",
    "nota",
    "cijfer",
    "beoordeling",
    "оценка",
    "оцінка",
    "ocena",
    "الدرجة",
];
const FEEDBACK: [&str; 10] = [
    "feedback comments",
    "feedback als kommentar",
    "commentaires de feedback",
    "commentaires",
    "comentarios de retroalimentación",
    "commenti",
    "comentários de feedback",
    "отзыв в виде комментария",
    "відгук коментарем",
    "komentarz zwrotny",
];
const MAXIMUM: [&str; 8] = [
    "maximum grade",
    "bestwertung",
    "note maximale",
    "calificación máxima",
    "valutazione massima",
    "nota máxima",
    "максимальная оценка",
    "максимальна оцінка",
];
/// How Moodle's gradebook ends the headings of an item's value and of its feedback.
const REAL: [&str; 6] = ["(real)", "(punkte)", "(brut)", "(punti)", "(значение)", "(бали)"];
const ITEM_FEEDBACK: [&str; 5] =
    ["(feedback)", "(rückmeldung)", "(retroalimentación)", "(отзыв)", "(відгук)"];

/// What begins the row of Canvas's gradebook that says how many points there are.
const POSSIBLE: &str = "points possible";

/// A pupil's grade.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The name, or the e-mail address, that the pupil marked under.
    pub name: String,
    /// The points, of `of`.
    pub points: f64,
    /// All points that can be had.
    pub of: f64,
    /// The feedback.
    pub words: String,
}

/// Which table it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Moodle's offline grading worksheet of an assignment.
    MoodleWorksheet,
    /// An export of Moodle's gradebook.
    MoodleGradebook,
    /// Canvas's gradebook.
    Canvas,
}

/// A table with grades in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The file.
    pub bytes: Vec<u8>,
    /// Which it is.
    pub kind: Kind,
    /// How many rows got a grade.
    pub n_filled: usize,
    /// The pupils whom no row, or more than one, names.
    pub without_row: Vec<String>,
}

/// Why no grades can be put into a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GradebookFault {
    /// It is no table in UTF-8, or a quotation mark is never closed.
    NoTable,
    /// It is none of the tables that are known.
    Unknown,
    /// Several columns could be meant.
    SeveralColumns(Vec<String>),
}

impl fmt::Display for GradebookFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTable => f.write_str("it is no table of comma-separated values in UTF-8"),
            Self::Unknown => f.write_str(
                "it is neither Moodle's worksheet or gradebook nor Canvas's gradebook: no column of grades is found",
            ),
            Self::SeveralColumns(names) => {
                write!(f, "several columns could be meant: {}; say which with --column", names.join(", "))
            }
        }
    }
}

impl std::error::Error for GradebookFault {}

/// Where things stand in a table.
struct Layout {
    kind: Kind,
    grade: usize,
    feedback: Option<usize>,
    maximum: Option<usize>,
}

/// Puts grades into a table; `column` is a part of the heading of the column that is meant.
pub fn fill(bytes: &[u8], scores: &[Score], column: Option<&str>) -> Result<Filled, GradebookFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| GradebookFault::NoTable)?;
    let mut table = Table::read(text).ok_or(GradebookFault::NoTable)?;
    let layout = table.layout(column)?;
    let people = table.people(scores, &layout);
    let is_points = |row: &Vec<String>| row.first().is_some_and(|cell| folded(&value(cell)) == POSSIBLE);
    let possible = table.rows.iter().position(is_points);
    let possible = possible.and_then(|row| number(&table.cell(row, layout.grade)));
    let mut n_filled = 0;
    let mut without_row = Vec::new();
    for (score, row) in scores.iter().zip(people) {
        let Some(row) = row else {
            without_row.push(score.name.clone());
            continue;
        };
        if table.cell(row, layout.grade).trim() == "EX" {
            continue;
        }
        let own = layout.maximum.and_then(|maximum| number(&table.cell(row, maximum)));
        let points = match own.or(possible).filter(|_| 0.0 < score.of) {
            Some(maximum) => score.points / score.of * maximum,
            None => score.points,
        };
        table.set(row, layout.grade, &format!("{points:.2}"));
        if let Some(feedback) = layout.feedback {
            table.set(row, feedback, &score.words);
        }
        n_filled += 1;
    }
    Ok(Filled { bytes: table.text().into_bytes(), kind: layout.kind, n_filled, without_row })
}

/// A table whose cells are kept as they are written, with what ends each row.
struct Table {
    delimiter: char,
    mark: &'static str,
    rows: Vec<Vec<String>>,
    ends: Vec<String>,
}

impl Table {
    /// `None` where a quotation mark is never closed: then a cell would hold all that follows.
    fn read(text: &str) -> Option<Self> {
        let (mark, text) = match text.strip_prefix('\u{feff}') {
            Some(rest) => ("\u{feff}", rest),
            None => ("", text),
        };
        let first: String = text.chars().take_while(|&c| c != '\n').collect();
        let n = |c: char| first.matches(c).count();
        let delimiter = [',', ';', '\t'].into_iter().max_by_key(|&c| (n(c), c == ',')).unwrap_or(',');
        let mut table = Self { delimiter, mark, rows: Vec::new(), ends: Vec::new() };
        let (mut row, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            match c {
                '"' => {
                    is_quoted = !is_quoted;
                    cell.push(c);
                }
                _ if c == delimiter && !is_quoted => row.push(std::mem::take(&mut cell)),
                '\r' | '\n' if !is_quoted => {
                    let mut end = c.to_string();
                    if c == '\r' {
                        end.extend(characters.next_if_eq(&'\n'));
                    }
                    row.push(std::mem::take(&mut cell));
                    table.rows.push(std::mem::take(&mut row));
                    table.ends.push(end);
                }
                _ => cell.push(c),
            }
        }
        if !cell.is_empty() || !row.is_empty() {
            row.push(cell);
            table.rows.push(row);
            table.ends.push(String::new());
        }
        (!is_quoted).then_some(table)
    }

    fn text(&self) -> String {
        let delimiter = self.delimiter.to_string();
        let rows = self.rows.iter().zip(&self.ends);
        let rows = rows.map(|(row, end)| format!("{}{end}", row.join(&delimiter)));
        format!("{}{}", self.mark, rows.collect::<String>())
    }

    fn cell(&self, row: usize, column: usize) -> String {
        self.rows.get(row).and_then(|row| row.get(column)).map(|cell| value(cell)).unwrap_or_default()
    }

    fn set(&mut self, row: usize, column: usize, words: &str) {
        if self.cell(row, column) == words {
            return;
        }
        let needs_quotes = words.contains([self.delimiter, '"', '\n', '\r']);
        let Some(row) = self.rows.get_mut(row) else { return };
        while row.len() <= column {
            row.push(String::new());
        }
        if let Some(cell) = row.get_mut(column) {
            let was_quoted = cell.starts_with('"');
            *cell = match needs_quotes || was_quoted {
                true => format!("\"{}\"", words.replace('"', "\"\"")),
                false => words.to_owned(),
            };
        }
    }

    fn layout(&self, column: Option<&str>) -> Result<Layout, GradebookFault> {
        let head: Vec<String> = self
            .rows
            .first()
            .ok_or(GradebookFault::NoTable)?
            .iter()
            .map(|cell| folded(&value(cell)))
            .collect();
        let find = |names: &[&str]| head.iter().position(|cell| names.contains(&cell.as_str()));
        let asked = column.map(folded);
        let is_asked = |cell: &str| asked.as_ref().is_none_or(|asked| cell.contains(asked.as_str()));
        let only = |candidates: Vec<usize>| match candidates.as_slice() {
            [only] => Ok(*only),
            [] => Err(GradebookFault::Unknown),
            several => {
                Err(GradebookFault::SeveralColumns(several.iter().map(|&nth| self.cell(0, nth)).collect()))
            }
        };
        if head.first().is_some_and(|cell| cell == "student") && head.iter().any(|cell| cell == "section") {
            let is_assignment = |cell: &str| {
                let id = cell.strip_suffix(')').and_then(|cell| cell.rsplit_once('('));
                id.is_some_and(|(_, id)| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
            };
            let columns = head.iter().enumerate().filter(|(_, cell)| is_assignment(cell) && is_asked(cell));
            let grade = only(columns.map(|(nth, _)| nth).collect())?;
            return Ok(Layout { kind: Kind::Canvas, grade, feedback: None, maximum: None });
        }
        let ending = |ends: &[&str]| -> Vec<usize> {
            let has = |cell: &String| ends.iter().any(|end| cell.ends_with(end)) && is_asked(cell);
            head.iter().enumerate().filter(|(_, cell)| has(cell)).map(|(nth, _)| nth).collect()
        };
        if let Some(grade) = find(&GRADES) {
            let (feedback, maximum) = (find(&FEEDBACK), find(&MAXIMUM));
            return Ok(Layout { kind: Kind::MoodleWorksheet, grade, feedback, maximum });
        }
        let grade = only(ending(&REAL))?;
        // The feedback of the same item stands beside it.
        let item = |nth: usize| {
            let cell = head.get(nth).map_or("", String::as_str);
            cell.rsplit_once(" (").map_or(cell, |(item, _)| item).to_owned()
        };
        let feedback = ending(&ITEM_FEEDBACK).into_iter().find(|&nth| item(nth) == item(grade));
        Ok(Layout { kind: Kind::MoodleGradebook, grade, feedback, maximum: None })
    }

    /// For each score its row: the only one that has its name or address, which no other score has. What was filled
    /// in before is nobody's name.
    fn people(&self, scores: &[Score], layout: &Layout) -> Vec<Option<usize>> {
        let is_filled = |at: usize| at == layout.grade || Some(at) == layout.feedback;
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (nth, row) in self.rows.iter().enumerate().skip(1) {
            let cells = row.iter().enumerate().map(|(at, cell)| match is_filled(at) {
                true => String::new(),
                false => folded(&value(cell)),
            });
            let cells: Vec<String> = cells.collect();
            let mut names: Vec<String> = Vec::new();
            for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                names.push(cell.clone());
                if let Some((last, first)) = cell.split_once(", ") {
                    names.push(format!("{first} {last}"));
                }
                if let Some(next) = cells.get(at + 1).filter(|next| !next.is_empty()) {
                    names.push(format!("{cell} {next}"));
                    names.push(format!("{next} {cell}"));
                }
            }
            names.sort();
            names.dedup();
            names.into_iter().for_each(|name| rows.entry(name).or_default().push(nth));
        }
        let is_shared = |name: &str| 1 < scores.iter().filter(|score| folded(&score.name) == name).count();
        let row = |score: &Score| match rows.get(&folded(&score.name)).map(Vec::as_slice) {
            Some(&[only]) if !is_shared(&folded(&score.name)) => Some(only),
            _ => None,
        };
        scores.iter().map(row).collect()
    }
}

/// What a cell says.
fn value(cell: &str) -> String {
    match cell.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

fn folded(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").nfc().collect::<String>().to_lowercase()
}

fn number(words: &str) -> Option<f64> {
    words.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(name: &str, points: f64) -> Score {
        Score { name: name.to_owned(), points, of: 12.0, words: "3 found, \"1\" missed".to_owned() }
    }

    fn filled(table: &str, scores: &[Score]) -> (String, Filled) {
        let filled = fill(table.as_bytes(), scores, None).unwrap();
        (String::from_utf8(filled.bytes.clone()).unwrap(), filled)
    }

    #[test]
    fn moodles_worksheet_gets_grade_and_feedback_and_keeps_the_rest() {
        let table = "\u{feff}Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\",\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\r\n\
            \"Participant 11\",\"Ada Lind\",ada@school.example,\"Submitted\",,100.00,Yes,\"Monday, 2 March 2026, 9:14 AM\",-,\r\n\
            \"Participant 12\",\"Bo Lind\",bo@school.example,\"Submitted\",,100.00,Yes,-,-,\r\n";
        let (text, found) = filled(table, &[score("ada lind", 9.0), score("Cem Ark", 1.0)]);
        let expected = table.replacen(",\"Submitted\",,100.00", ",\"Submitted\",75.00,100.00", 1);
        let expected = expected.replacen("AM\",-,\r\n", "AM\",-,\"3 found, \"\"1\"\" missed\"\r\n", 1);
        assert_eq!(text, expected);
        assert_eq!((found.kind, found.n_filled), (Kind::MoodleWorksheet, 1));
        assert_eq!(found.without_row, ["Cem Ark"]);
    }

    #[test]
    fn a_translated_worksheet_is_known_and_semicolons_stay() {
        let table = "Kennung;Vollständiger Name;Bewertung;Bestwertung;Zuletzt geändert (Bewertung);Feedback als Kommentar\nTeilnehmer/in 4;Ada Lind;;12,00;-;\n";
        let (text, _) = filled(table, &[score("Ada Lind", 7.5)]);
        assert!(
            text.ends_with("Teilnehmer/in 4;Ada Lind;7.50;12,00;-;\"3 found, \"\"1\"\" missed\"\n"),
            "{text}"
        );
    }

    #[test]
    fn moodles_gradebook_is_matched_by_address_or_by_first_and_last_name() {
        let table = "First name,Last name,ID number,Email address,Raid (Real),Raid (Feedback),Course total (Feedback)\nAda,Lind,1,ada@school.example,-,,\nBo,Lind,2,bo@school.example,-,,\n";
        let (text, found) = filled(table, &[score("BO@school.example", 6.0), score("Lind Ada", 12.0)]);
        assert_eq!(found.kind, Kind::MoodleGradebook);
        let words = "\"3 found, \"\"1\"\" missed\"";
        let expected = table.replacen("example,-,,", &format!("example,12.00,{words},"), 1);
        assert_eq!(text, expected.replacen("example,-,,", &format!("example,6.00,{words},"), 1));
    }

    #[test]
    fn canvas_gets_one_column_by_its_points_and_an_excused_pupil_stays_so() {
        let table = "Student,ID,SIS Login ID,Section,Raid (12345),Unposted Final Score\n    Points Possible,,,,10,(read only)\n\"Lind, Ada\",77,ada,5B,,80\n\"Lind, Bo\",78,bo,5B,EX,80\n";
        let (text, found) = filled(table, &[score("Ada Lind", 6.0), score("Bo Lind", 6.0)]);
        assert_eq!(found.kind, Kind::Canvas);
        assert_eq!(text, table.replacen("5B,,80", "5B,5.00,80", 1));
        let two = table.replace("Unposted Final Score", "Flood (12346)");
        assert!(matches!(fill(two.as_bytes(), &[], None), Err(GradebookFault::SeveralColumns(_))));
        assert!(fill(two.as_bytes(), &[], Some("Raid")).is_ok());
    }

    #[test]
    fn two_of_one_name_get_no_grade_by_guess_and_other_tables_are_refused() {
        let table = "Student,ID,Section,Raid (1)\n\"Lind, Ada\",77,5B,\n\"Lind, Ada\",78,5B,\n";
        let (text, found) = filled(table, &[score("Ada Lind", 6.0)]);
        assert_eq!((text.as_str(), found.without_row.len()), (table, 1));
        let one = "Student,ID,Section,Raid (1)\n\"Lind, Ada\",77,5B,\n";
        let (text, found) = filled(one, &[score("Ada Lind", 6.0), score("Ada Lind", 7.0)]);
        assert_eq!((text.as_str(), found.without_row.len()), (one, 2));
        assert_eq!(fill(b"a,b\n1,2\n", &[], None), Err(GradebookFault::Unknown));
        assert_eq!(fill(b"\xff\xfe", &[], None), Err(GradebookFault::NoTable));
        assert_eq!(fill(b"", &[], None), Err(GradebookFault::NoTable));
        let open = one.replace("\"Lind, Ada\"", "\"Lind, Ada");
        assert_eq!(fill(open.as_bytes(), &[], None), Err(GradebookFault::NoTable));
    }
}
