//! The journeys and the changed texts of `tests/suite`.

#[path = "support/article.rs"]
mod article;
#[path = "support/desk.rs"]
mod desk;
#[path = "support/marked/properties.rs"]
mod marked_properties;
#[path = "support/marked/tests.rs"]
mod marked_tests;
#[path = "support/suite.rs"]
mod suite;

use article::marked::{self, Marked};
use desk::Desk;
use postil::anchor::{KeptTexts, Placers};
use postil::layer::{Annotator, AnnotatorId, Placements};
use postil::sidecar::builtin;
use postil::sidecar::marked::show;
use std::sync::Arc;
use suite::{Refusal, Section, StepKind, run_all, sections};
use uuid::Uuid;

#[test]
fn journeys_go_as_written() {
    run_all(&sections("session"), journey);
}

#[test]
fn marks_are_found_again_as_written() {
    run_all(&sections("anchor"), versions);
}

#[test]
fn changes_in_substance_are_told_as_written() {
    run_all(&sections("substance"), substance);
}

/// Compares the old text with the new one: a line for each change, `kind: old → new`.
fn substance(section: &Section) -> Result<(), String> {
    let mut new = String::new();
    for step in &section.steps {
        match &step.kind {
            StepKind::Becomes(text) => new.clone_from(text),
            StepKind::Marked(expected) => {
                let found = postil::analysis::changes(&section.start, &new);
                let line = |change: &postil::analysis::SubstantialChange| {
                    format!("{}: {}", change.kind.name(), change.summary())
                };
                let told: Vec<String> = found.iter().map(line).collect();
                let told = if told.is_empty() { "nothing".to_owned() } else { told.join("\n") };
                section.compare(step.line, "what changed", expected, &told)?;
            }
            _ => return Err(format!("tests/suite/{}:{}: a step of a journey", section.file, step.line)),
        }
    }
    Ok(())
}

/// Does what a section says; then, unasked, undoes and redoes everything, saves and opens anew.
fn journey(section: &Section) -> Result<(), String> {
    let at = |line: usize, problem: String| format!("tests/suite/{}:{line}: {problem}", section.file);
    let mut desk = Desk::open(&section.start).map_err(|problem| at(section.line, problem))?;
    let mut base = desk.marks();
    let start =
        marked::parse(&section.start, &builtin()).map_err(|error| at(section.line, error.to_string()))?;
    let start = Marked { selection: Vec::new(), ..start }.write();
    section.compare(section.line, "the opened article", &start, &base)?;
    for step in &section.steps {
        match &step.kind {
            StepKind::Action { action, refusal } => {
                let before = desk.marked();
                match (desk.perform(action), refusal) {
                    (Ok(()), None) => {}
                    (Ok(()), Some(refusal)) => {
                        return Err(at(
                            step.line,
                            format!("`{action}` was done, not refused: {}", refusal.error),
                        ));
                    }
                    (Err(error), None) => {
                        return Err(at(step.line, format!("`{action}` was refused: {error}")));
                    }
                    (Err(error), Some(Refusal { error: message, hint })) => {
                        section.compare(step.line, "the refusal", message, &error.to_string())?;
                        if let Some(hint) = hint {
                            let given = error.hint().unwrap_or_default();
                            section.compare(step.line, "the hint", hint, &given)?;
                        }
                        section.compare(step.line, "after the refusal", &before, &desk.marked())?;
                    }
                }
                if action == "reopen" {
                    base = desk.marks();
                }
            }
            StepKind::Marked(expected) => {
                section.compare(step.line, "the marked text", expected, &desk.marked())?;
            }
            StepKind::Becomes(text) => {
                // Others change the article's file, and it is read again.
                desk.host.files.insert(desk::ARTICLE.into(), text.as_bytes().to_vec());
                desk.perform("reopen").map_err(|error| at(step.line, error.to_string()))?;
                base = desk.marks();
            }
            StepKind::Placement(_) => {
                return Err(at(step.line, "a step for two versions in a journey".to_owned()));
            }
        }
    }
    let line = section.steps.last().map_or(section.line, |step| step.line);
    let done = desk.marks();
    let n_undone = (0..).take_while(|_| desk.perform("undo").is_ok()).count();
    section.compare(line, "all undone", &base, &desk.marks())?;
    let n_redone = (0..n_undone).take_while(|_| desk.perform("redo").is_ok()).count();
    section.compare(line, "steps done again", &n_undone.to_string(), &n_redone.to_string())?;
    section.compare(line, "all done again", &done, &desk.marks())?;
    let shown = !section
        .steps
        .iter()
        .any(|step| matches!(&step.kind, StepKind::Action { action, .. } if action.starts_with("hide ")));
    desk.perform("save").map_err(|error| at(line, error.to_string()))?;
    let files = desk.files();
    desk.perform("reopen").map_err(|error| at(line, error.to_string()))?;
    if shown {
        section.compare(line, "saved and opened again", &done, &desk.marks())?;
    }
    desk.perform("save").map_err(|error| at(line, error.to_string()))?;
    section.compare(line, "saved twice", &format!("{files:#?}"), &format!("{:#?}", desk.files()))
}

/// Places the marks of the old text in the new one.
fn versions(section: &Section) -> Result<(), String> {
    let at = |line: usize, problem: String| format!("tests/suite/{}:{line}: {problem}", section.file);
    let codebook = builtin();
    let read =
        |line: usize, text: &str| marked::parse(text, &codebook).map_err(|error| at(line, error.to_string()));
    let old = read(section.line, &section.start)?;
    let annotator = Annotator { id: AnnotatorId(Uuid::nil()), name: "Ana".to_owned() };
    let document = marked::document(&old);
    let layer =
        marked::layer(&old, 0, &document, annotator, "2026-03-02T09:14:07Z".parse().map_err(|_| "a time")?);
    let kept = KeptTexts::from([(document.digest(), old.text.clone())]);
    let mut placements = Placements::default();
    for step in &section.steps {
        match &step.kind {
            StepKind::Becomes(expected) => {
                let new = Arc::new(marked::document(&read(step.line, expected)?));
                placements = Placements::of(&layer, &Placers::new(Arc::clone(&new), kept.clone()));
                let actual = show(&new, &[("", &layer, &placements)], &[]);
                section.compare(step.line, "the marks in the new text", expected, &actual)?;
            }
            StepKind::Placement(expected) => {
                for (_, placement) in placements.iter() {
                    section.compare(step.line, "the placement", expected, placement.name())?;
                }
            }
            _ => return Err(at(step.line, "a step of a journey between two versions".to_owned())),
        }
    }
    Ok(())
}
