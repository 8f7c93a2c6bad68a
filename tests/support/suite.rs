//! Reads the files of `tests/suite`: sections of marked text, actions and what is expected of them.
//!
//! ```text
//! --- name: a sentence ---
//! The army denied it.                      the start: marked text
//! $ select 'denied'                        an action
//! = The army <|denied|> it.                the marked text then, up to the next step
//! $ tag lie
//! error: the codebook has no tag `lie`     the action above is refused, with these words
//! hint: its tags are …                     optional
//! ```
//!
//! In sections of two versions `=>` parts the old text from what is expected of the new one, and
//! `placement: changed` below says where every mark landed. Blank lines at the end of a text are not
//! its own; lines before the first section are remarks. A line of a text that would read as a step
//! begins with `\`, which marked text takes away.
//!
//! Knows nothing of sessions: what the steps mean is the runner's affair.

#![expect(clippy::disallowed_methods, reason = "the suite is files")]

use std::path::{Path, PathBuf};

/// One section of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    /// The file, from the folder of the suite.
    pub(crate) file: String,
    /// The line of its head, counted from 1.
    pub(crate) line: usize,
    /// What stands between the dashes.
    pub(crate) name: String,
    /// The marked text that it begins with.
    pub(crate) start: String,
    /// What is done and expected, in order.
    pub(crate) steps: Vec<Step>,
}

/// One step of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// Its line, counted from 1.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) kind: StepKind,
}

/// The kinds of step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StepKind {
    /// `$ tag denial`: is done, and must succeed unless it carries a refusal.
    Action {
        /// In the text form of actions.
        action: String,
        /// The words that it must be refused with.
        refusal: Option<Refusal>,
    },
    /// `= …`: the marked text now.
    Marked(String),
    /// `=> …`: the text becomes this one, and the marks are to land so.
    Becomes(String),
    /// `placement: changed`: where the marks landed, by the name of the placement.
    Placement(String),
}

/// What an action is refused with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// After `error: `.
    pub(crate) error: String,
    /// After `hint: `; `None`: any or none.
    pub(crate) hint: Option<String>,
}

impl Section {
    /// Compares, and describes the difference where there is one: file and line, both texts.
    pub(crate) fn compare(
        &self,
        line: usize,
        what: &str,
        expected: &str,
        actual: &str,
    ) -> Result<(), String> {
        if expected == actual {
            return Ok(());
        }
        let indented = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect::<String>();
        Err(format!(
            "tests/suite/{}:{line}: {what} ({})\n  expected:\n{}  actual:\n{}",
            self.file,
            self.name,
            indented(expected),
            indented(actual),
        ))
    }
}

/// The sections of every `.txt` file in `tests/suite/<folder>`, by file and line.
///
/// Panics where a file cannot be read or is no suite file: that is a failure of the tests.
pub(crate) fn sections(folder: &str) -> Vec<Section> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut files = Vec::new();
    collect(&root.join(folder), &mut files);
    files.sort();
    assert!(!files.is_empty(), "tests/suite/{folder} has no files");
    let mut sections = Vec::new();
    for path in files {
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let read = parse(&file, &text.replace("\r\n", "\n"));
        sections.extend(read.unwrap_or_else(|error| panic!("tests/suite/{error}")));
    }
    sections
}

/// Runs `run` on every section, and fails with all that went wrong, not only the first.
#[track_caller]
pub(crate) fn run_all(sections: &[Section], run: impl Fn(&Section) -> Result<(), String>) {
    let failures: Vec<String> = sections.iter().filter_map(|section| run(section).err()).collect();
    let (n_failed, n_all) = (failures.len(), sections.len());
    assert!(failures.is_empty(), "{n_failed} of {n_all} sections failed\n\n{}", failures.join("\n"));
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            files.push(path);
        }
    }
}

/// Reads one file; the error begins with file and line.
pub(crate) fn parse(file: &str, text: &str) -> Result<Vec<Section>, String> {
    let mut sections: Vec<Section> = Vec::new();
    for (i, line) in text.lines().enumerate() {
        let number = i + 1;
        let head = line.strip_prefix("--- ").and_then(|rest| rest.strip_suffix(" ---"));
        if let Some(name) = head {
            let (file, name) = (file.to_owned(), name.to_owned());
            sections.push(Section { file, line: number, name, start: String::new(), steps: Vec::new() });
        } else if let Some(section) = sections.last_mut() {
            section.read(number, line).map_err(|problem| format!("{file}:{number}: {problem}"))?;
        }
    }
    for section in &mut sections {
        section.trim();
        if section.steps.is_empty() {
            return Err(format!("{file}:{}: the section has no steps", section.line));
        }
    }
    Ok(sections)
}

impl Section {
    fn read(&mut self, number: usize, line: &str) -> Result<(), String> {
        let kind = if let Some(action) = line.strip_prefix("$ ") {
            StepKind::Action { action: action.trim().to_owned(), refusal: None }
        } else if let Some(marked) = line.strip_prefix("= ") {
            StepKind::Marked(format!("{marked}\n"))
        } else if line == "=" {
            StepKind::Marked("\n".to_owned())
        } else if line == "=>" {
            StepKind::Becomes(String::new())
        } else if let Some(name) = line.strip_prefix("placement: ") {
            StepKind::Placement(name.trim().to_owned())
        } else if let Some(error) = line.strip_prefix("error: ") {
            let refusal = Refusal { error: error.trim().to_owned(), hint: None };
            return self.refuse(refusal);
        } else if let Some(hint) = line.strip_prefix("hint: ") {
            return self.hint(hint.trim());
        } else {
            return self.go_on(line);
        };
        self.steps.push(Step { line: number, kind });
        Ok(())
    }

    fn refuse(&mut self, wanted: Refusal) -> Result<(), String> {
        match self.steps.last_mut().map(|step| &mut step.kind) {
            Some(StepKind::Action { refusal: refusal @ None, .. }) => *refusal = Some(wanted),
            _ => return Err("`error:` follows no action".to_owned()),
        }
        Ok(())
    }

    fn hint(&mut self, words: &str) -> Result<(), String> {
        match self.steps.last_mut().map(|step| &mut step.kind) {
            Some(StepKind::Action { refusal: Some(Refusal { hint: hint @ None, .. }), .. }) => {
                *hint = Some(words.to_owned());
            }
            _ => return Err("`hint:` follows no `error:`".to_owned()),
        }
        Ok(())
    }

    /// A further line of the text that is being read.
    fn go_on(&mut self, line: &str) -> Result<(), String> {
        let text = match self.steps.last_mut().map(|step| &mut step.kind) {
            None => &mut self.start,
            Some(StepKind::Marked(text) | StepKind::Becomes(text)) => text,
            Some(_) if line.trim().is_empty() => return Ok(()),
            Some(_) => return Err(format!("`{line}` is neither a step nor part of a text")),
        };
        text.push_str(line);
        text.push('\n');
        Ok(())
    }

    /// Takes the blank lines at the end of each text away.
    fn trim(&mut self) {
        let trim = |text: &mut String| text.truncate(text.trim_end_matches('\n').len());
        trim(&mut self.start);
        for step in &mut self.steps {
            if let StepKind::Marked(text) | StepKind::Becomes(text) = &mut step.kind {
                trim(text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journey_is_read_step_by_step() {
        let text = "a remark\n--- denial: tag ---\nThe army\ndenied it.\n\n$ tag lie\nerror: no\nhint: yes\n\n$ undo\n= The\n\narmy\n\n--- next: one ---\nx\n=\n";
        let sections = parse("session/x.txt", text).unwrap();
        assert_eq!(sections.len(), 2);
        assert_eq!(sections[0].start, "The army\ndenied it.");
        let refusal = Some(Refusal { error: "no".to_owned(), hint: Some("yes".to_owned()) });
        let kinds: Vec<StepKind> = sections[0].steps.iter().map(|step| step.kind.clone()).collect();
        assert_eq!(
            kinds,
            [
                StepKind::Action { action: "tag lie".to_owned(), refusal },
                StepKind::Action { action: "undo".to_owned(), refusal: None },
                StepKind::Marked("The\n\narmy".to_owned()),
            ]
        );
        assert_eq!(sections[1].steps, [Step { line: 17, kind: StepKind::Marked(String::new()) }]);
    }

    #[test]
    fn two_versions_are_parted_by_an_arrow() {
        let sections = parse("anchor/x.txt", "--- a ---\nold\n=>\nnew\n\ntext\nplacement: moved\n").unwrap();
        assert_eq!(sections[0].steps[0].kind, StepKind::Becomes("new\n\ntext".to_owned()));
        assert_eq!(sections[0].steps[1].kind, StepKind::Placement("moved".to_owned()));
    }

    #[test]
    fn what_is_no_suite_file_is_refused() {
        assert_eq!(parse("x", "--- a ---\nb\nerror: c").unwrap_err(), "x:3: `error:` follows no action");
        assert_eq!(parse("x", "--- a ---\nb\n").unwrap_err(), "x:1: the section has no steps");
        let stray = parse("x", "--- a ---\nb\n$ undo\nc").unwrap_err();
        assert_eq!(stray, "x:4: `c` is neither a step nor part of a text");
    }
}
