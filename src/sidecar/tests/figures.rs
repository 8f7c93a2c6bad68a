//! What figures carry, and that programs of the version before and of later ones lose nothing of it.

use super::{CLAIM, DENIAL, EXAMPLE, REPORT, edit, layer_of, mark, read, written};
use crate::layer::{Convention, DatePrecision, Figure, Outcome, Qualifier, Share, Stance};

/// Ana's report with all that a figure can carry.
fn full() -> (String, Vec<Figure>) {
    let mut file = read(EXAMPLE);
    let mut layer = layer_of(&file);
    let at = mark(&layer, CLAIM).target;
    edit(&mut layer, REPORT, |mark| {
        mark.proposed_by = Some("Postil cues 1".to_owned());
        let mut part = Figure::read("12 of them children");
        part.share = Some(Share::Part);
        part.part_of = Some(0);
        part.at = Some(at);
        let mut risen = Figure::read("40");
        (risen.share, risen.before) = (Some(Share::Update), Some(35));
        mark.figures.extend([part, risen]);
    });
    let figures = mark(&layer, REPORT).figures;
    (written(&mut file, &layer), figures)
}

#[test]
fn all_that_a_figure_carries_comes_back() {
    let (text, figures) = full();
    let again = mark(&layer_of(&read(&text)), REPORT);
    assert_eq!(again.figures, figures);
    assert_eq!(again.proposed_by.as_deref(), Some("Postil cues 1"));
    assert!(text.contains(r#""postil:share":"part","postil:partOf":1,"postil:at":{"source""#), "{text}");
    assert!(text.contains(r#""postil:share":"update","postil:before":35}"#), "{text}");
    assert!(text.contains(r#""postil:proposedBy":"Postil cues 1","postil:rev":2"#), "{text}");
}

/// The version before knew none of the later keys: where it wrote a line anew, they followed its own, a
/// mark's after `postil:was`, a figure's after `postil:stance`.
#[test]
fn a_line_that_the_version_before_rewrote_says_the_same() {
    let (text, figures) = full();
    let proposed = r#""postil:proposedBy":"Postil cues 1","#;
    let line = text.lines().find(|line| line.contains(proposed)).expect("a line");
    let body = line.strip_suffix('}').expect("an object").replace(proposed, "");
    let older = format!(r#"{body},"postil:proposedBy":"Postil cues 1"}}"#);
    let older = older.replace(r#""postil:rev":2"#, r#""postil:rev":3"#);
    let mut file = read(&text.replace(line, &older));
    let mut layer = layer_of(&file);
    let again = mark(&layer, REPORT);
    assert_eq!((&again.figures, again.proposed_by.as_deref()), (&figures, Some("Postil cues 1")));
    edit(&mut layer, REPORT, |mark| mark.note = "Seen".to_owned());
    let text = written(&mut file, &layer);
    assert_eq!(text.matches("postil:proposedBy").count(), 1);
    assert_eq!(mark(&layer_of(&read(&text)), REPORT).figures, figures);
}

#[test]
fn words_that_are_not_known_stay_to_the_letter() {
    let words = [
        (r#""postil:outcome":"killed""#, r#""postil:outcome":"Evacuated ""#),
        (r#""postil:population":"unstated""#, r#""postil:population":"aid workers""#),
        (r#""postil:qualifier":"more-than""#, r#""postil:qualifier":"rather-more""#),
        (r#""postil:convention":"as-worded""#, r#""postil:convention":"desk 7""#),
        (r#""postil:precision":"day""#, r#""postil:precision":"hour""#),
        (r#""postil:precision":"site""#, r#""postil:precision":"room""#),
        (r#""postil:stance":"asserted""#, r#""postil:stance":"mocked""#),
    ];
    let odd = words.iter().fold(EXAMPLE.to_owned(), |text, (known, unknown)| text.replace(known, unknown));
    let mut file = read(&odd);
    let mut layer = layer_of(&file);
    let figure = mark(&layer, REPORT).figures[0].clone();
    assert_eq!(figure.outcome, Some(Outcome::named("Evacuated ")));
    assert!(!figure.qualifier.as_ref().is_some_and(Qualifier::is_known));
    assert_eq!(written(&mut file, &layer), odd);
    edit(&mut layer, REPORT, |mark| mark.figures[0].blamed = None);
    let text = written(&mut file, &layer);
    for (_, unknown) in words {
        assert!(text.contains(unknown), "{unknown}");
    }
    assert_eq!(figure.when.and_then(|when| when.precision), Some(DatePrecision::named("hour")));
    assert_eq!(figure.convention, Some(Convention::named("desk 7")));
    assert_eq!(figure.stance, Some(Stance::named("mocked")));
}

#[test]
fn later_keys_in_another_form_stand_as_they_stood() {
    let odd = r#""postil:stance":"asserted","postil:share":["part"],"postil:partOf":0,"postil:before":3.5,"postil:at":"here""#;
    let proposed = r#""postil:proposedBy":{"name":"Rules"},"postil:rev":1"#;
    let mut text = EXAMPLE.replace(r#""postil:stance":"asserted""#, odd);
    let first = text.find(r#""postil:rev":1}"#).and_then(|header| {
        let from = header.checked_add(8)?;
        Some(text[from..].find(r#""postil:rev":1"#)? + from)
    });
    let at = first.expect("the report's revision");
    text.replace_range(at..at + r#""postil:rev":1"#.len(), proposed);
    let mut file = read(&text);
    let mut layer = layer_of(&file);
    let report = mark(&layer, REPORT);
    let figure = &report.figures[0];
    assert_eq!((figure.low, &figure.share, figure.part_of, &figure.at), (Some(36), &None, None, &None));
    assert_eq!(report.proposed_by, None);
    edit(&mut layer, REPORT, |mark| mark.figures[0].low = Some(30));
    let after = written(&mut file, &layer);
    for kept in [&odd[odd.find(',').unwrap_or(0)..], r#""postil:proposedBy":{"name":"Rules"}"#] {
        assert!(after.contains(kept), "{kept} in {after}");
    }
    edit(&mut layer, REPORT, |mark| {
        mark.figures[0].before = Some(3);
        mark.proposed_by = Some("A person".to_owned());
    });
    let after = written(&mut file, &layer);
    assert_eq!((after.matches("postil:before").count(), after.matches("postil:proposedBy").count()), (1, 1));
}

#[test]
fn words_that_changed_have_no_place_any_more() {
    let layer = layer_of(&read(EXAMPLE));
    let at = Some(mark(&layer, DENIAL).target);
    let mut figure = Figure { wording: mark(&layer, DENIAL).quote(), at, ..Figure::default() };
    assert_eq!(figure.words_at(), figure.at.as_ref());
    figure.wording = "others".to_owned();
    assert_eq!(figure.words_at(), None);
}
