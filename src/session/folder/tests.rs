//! A register from its first name to its file, another machine's changes among them.

use super::*;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::layer::{About, AnnotationId, AnnotatorId};
use crate::library::Depth;
use crate::session::{Action, Session};
use uuid::Uuid;

const FILE: &str = "/desk/folder.ana-1a7e.postil.jsonl";

/// Two articles, in which Ana marked three passages: their ids.
fn folder() -> (MemoryHost, Vec<AnnotationId>) {
    let mut host = MemoryHost::with("/desk/raid.txt", b"SDS said that nine died. VTS denied it.");
    host.files.insert("/desk/2017/raid.txt".into(), b"The YPG-led SDS held the road.".to_vec());
    let mut made = Vec::new();
    for (path, lines) in [
        ("/desk/raid.txt", &["select 'nine died'", "tag casualty-report", "source 'SDS'"][..]),
        ("/desk/raid.txt", &["select 'VTS denied it'", "tag denial"]),
        ("/desk/2017/raid.txt", &["select 'The YPG-led SDS held the road'", "tag claim"]),
    ] {
        let me = host.annotator.clone();
        let mut session = Session::open(Path::new(path), &Options::default(), me, &host).unwrap();
        for line in lines.iter().chain(&["save"]) {
            let outcome = session.perform(&line.parse::<Action>().unwrap(), &mut host).unwrap();
            made.extend(outcome.created);
        }
    }
    (host, made)
}

fn library(host: &MemoryHost) -> Library {
    let mut library = Library::new("/desk".into(), Depth::All);
    let job = library.look();
    job.run(host, |news| {
        library.take(news);
        true
    });
    library
}

fn desk(host: &MemoryHost) -> FolderDesk {
    FolderDesk::open(Path::new("/desk"), host.annotator.clone().unwrap(), host).unwrap()
}

fn act(desk: &mut FolderDesk, host: &mut MemoryHost, line: &str) -> Result<(), ActionError> {
    let Action::Folder(action) = line.parse::<Action>().unwrap() else { panic!("{line}") };
    let library = library(host);
    desk.perform(&action, &library, host)
}

fn done(desk: &mut FolderDesk, host: &mut MemoryHost, lines: &[String]) {
    for line in lines {
        act(desk, host, line).unwrap_or_else(|error| panic!("{line}: {error}"));
    }
}

fn lines<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(str::to_owned).to_vec()
}

/// `SDS=VTS, LIH(ISIL)`: each actor with its names and proposed readings.
fn actors(layer: Option<&Arc<FolderLayer>>) -> String {
    let Some(layer) = layer else { return String::new() };
    let name = |name: &crate::layer::ActorName| match &name.reading {
        Some(reading) => format!("{}({reading})", name.name),
        None => name.name.clone(),
    };
    let mut all: Vec<String> =
        layer.actors().map(|actor| actor.names.iter().map(name).collect::<Vec<_>>().join("=")).collect();
    all.sort();
    all.join(", ")
}

#[test]
fn names_are_put_together_and_taken_apart() {
    let (mut host, marks) = folder();
    let cases: [(&[&str], &str); 7] = [
        (&["actor group 'SDS' 'VTS'"], "SDS=VTS"),
        (&["actor group 'SDS' 'VTS'", "actor group 'VTS'"], "VTS=SDS"),
        (&["actor group 'A' 'B'", "actor group 'C' 'D'", "actor group 'A' 'D' 'E'"], "A=D=E=B=C"),
        (&["actor group 'A' 'B' 'C'", "actor split 'B'"], "A=C, B"),
        (&["actor group 'A' 'B'", "actor split 'A' 'B'"], "A, B"),
        (&["actor group 'LIH'", "actor reading 'LIH' 'ISIL'", "actor group 'ISIL' 'LIH'"], "ISIL=LIH(ISIL)"),
        (&["actor group 'A' 'B'", "actor remove 'B'"], ""),
    ];
    for (done, expected) in cases {
        let mut desk = desk(&host);
        for line in done {
            act(&mut desk, &mut host, line).unwrap();
        }
        assert_eq!(actors(desk.layer()), expected, "{done:?}");
        while desk.undo_label().is_some() {
            desk.step(Way::Back).unwrap();
        }
        assert_eq!(actors(desk.layer()), "", "{done:?}");
        while desk.redo_label().is_some() {
            desk.step(Way::Forth).unwrap();
        }
        assert_eq!(actors(desk.layer()), expected, "{done:?}");
    }
    // The marks in which a name stands go with it.
    let mut desk = desk(&host);
    act(&mut desk, &mut host, "actor group 'SDS' 'VTS'").unwrap();
    let at = |desk: &FolderDesk, name| desk.layer().unwrap().actor_called(name).unwrap().at.clone();
    assert_eq!(at(&desk, "SDS").len(), 3);
    act(&mut desk, &mut host, "actor split 'VTS'").unwrap();
    assert_eq!(at(&desk, "VTS"), [crate::layer::Occurrence::Mark(marks[1])]);
    assert_eq!(at(&desk, "SDS").len(), 2);
}

#[test]
fn a_mark_is_in_one_incident_at_most() {
    let (mut host, marks) = folder();
    let [a, b, c] = [0, 1, 2].map(|nth| marks[nth].0.simple().to_string());
    let mut desk = desk(&host);
    let told = |desk: &FolderDesk| {
        let mut all: Vec<String> = desk
            .layer()
            .unwrap()
            .incidents()
            .map(|incident| {
                let place = |mark: &AnnotationId| {
                    ["a", "b", "c"][marks.iter().position(|known| known == mark).unwrap()]
                };
                let marks: Vec<&str> = incident.marks.iter().map(place).collect();
                format!("{}:{}", incident.name, marks.join(""))
            })
            .collect();
        all.sort();
        all.join(" ")
    };
    done(&mut desk, &mut host, &[format!("incident join 'Raid' {a} {b}")]);
    assert_eq!(told(&desk), "Raid:ab");
    done(&mut desk, &mut host, &[format!("incident join 'Raid' {c}"), format!("incident split {b}")]);
    assert_eq!(told(&desk), ":b Raid:ac");
    done(
        &mut desk,
        &mut host,
        &[format!("incident name {b} 'Denial'"), "incident join Raid Denial".to_owned()],
    );
    assert_eq!(told(&desk), "Raid:acb");
    done(&mut desk, &mut host, &lines(["verdict Raid contested 'two counts'"]));
    let raid = desk.layer().unwrap().incidents().next().unwrap().id;
    assert_eq!(desk.layer().unwrap().verdict_on(About::Incident(raid)).unwrap().value, "contested");
    done(&mut desk, &mut host, &lines(["incident remove Raid"]));
    assert_eq!(told(&desk), "");
}

#[test]
fn what_cannot_be_done_is_refused_with_what_to_do() {
    let (mut host, marks) = folder();
    let mark = marks[0].0.simple().to_string();
    let mut desk = desk(&host);
    let cases = [
        (format!("verdict {mark} likely ' '"), FolderError::NoReason),
        (format!("verdict {mark} ' ' 'so it is'"), FolderError::NoValue),
        ("verdict ffffffff likely 'so it is'".to_owned(), FolderError::Unknown("ffffffff".to_owned())),
        ("actor split 'SDS'".to_owned(), FolderError::UnknownActor("SDS".to_owned())),
        ("actor group ' '".to_owned(), FolderError::NoName),
        (format!("incident name {mark} 'x'"), FolderError::UnknownIncident(mark.clone())),
    ];
    for (line, error) in cases {
        assert!(!error.hint().is_empty());
        assert_eq!(act(&mut desk, &mut host, &line), Err(ActionError::Folder(error)), "{line}");
        assert!(desk.undo_label().is_none() && desk.start_save(host.now).is_none(), "{line}");
    }
}

#[test]
fn what_is_saved_is_read_again_and_what_is_unchanged_gives_the_same_bytes() {
    let (mut host, marks) = folder();
    let mark = marks[0].0.simple().to_string();
    let mut desk = desk(&host);
    let all = [
        "actor group 'SDS' 'VTS'".to_owned(),
        "actor reading 'VTS' 'SDS'".to_owned(),
        "actor note 'SDS' 'the alliance'".to_owned(),
        format!("incident join 'Raid' {mark}"),
        format!("verdict {mark} likely 'two hospitals'"),
        format!("verdict {mark} undecided 'one took it back'"),
    ];
    done(&mut desk, &mut host, &all);
    desk.save(&mut host).unwrap();
    let bytes = host.files[Path::new(FILE)].clone();
    let again = super::FolderDesk::open(Path::new("/desk"), host.annotator.clone().unwrap(), &host).unwrap();
    assert_eq!(again.layer(), desk.layer());
    let verdicts = desk.layer().unwrap().verdicts_on(About::Mark(marks[0]));
    let values: Vec<&str> = verdicts.iter().map(|verdict| verdict.value.as_str()).collect();
    assert_eq!(values, ["likely", "undecided"]);
    desk.save(&mut host).unwrap();
    assert_eq!(host.files[Path::new(FILE)], bytes);
    // The articles' entries know nothing of it, and the folder shows it.
    let library = library(&host);
    assert_eq!(library.registers().len(), 1);
    assert_eq!(actors(Some(&library.registers()[0])), "SDS=VTS(SDS)");
    assert!(library.entries().all(|entry| entry.layers.len() == 1 && entry.n_unreadable == 0));
}

#[test]
fn another_machine_adds_and_other_programs_keys_stay() {
    let (mut host, _) = folder();
    let mut one = desk(&host);
    done(&mut one, &mut host, &lines(["actor group 'SDS' 'VTS'", "actor group 'LIH'"]));
    one.save(&mut host).unwrap();
    let mut other = desk(&host);
    // One machine names, the other splits; neither knows of it.
    done(&mut other, &mut host, &lines(["actor note 'LIH' 'not sure'"]));
    done(&mut one, &mut host, &lines(["actor split 'VTS'"]));
    other.save(&mut host).unwrap();
    let text = String::from_utf8(host.files[Path::new(FILE)].clone()).unwrap();
    let text = text.replace(r#""value":"SDS""#, r#""value":"SDS","x:key":[1.50]"#);
    host.files.insert(FILE.into(), text.into_bytes());
    one.save(&mut host).unwrap();
    assert_eq!(actors(one.layer()), "LIH, SDS, VTS");
    assert_eq!(one.layer().unwrap().actor_called("LIH").unwrap().note, "not sure");
    let text = String::from_utf8(host.files[Path::new(FILE)].clone()).unwrap();
    assert!(text.contains(r#""x:key":[1.50]"#), "{text}");
    // And the other one, which has nothing to save, follows.
    other.follow(library(&host).register_files());
    assert_eq!(other.layer().unwrap().actors().count(), 3);
}

#[test]
fn a_conflict_copy_is_read_as_one_with_the_file_and_another_persons_register_is_left_alone() {
    let (mut host, _) = folder();
    let mut mine = desk(&host);
    done(&mut mine, &mut host, &lines(["actor group 'SDS'"]));
    mine.save(&mut host).unwrap();
    let before = host.files[Path::new(FILE)].clone();
    done(&mut mine, &mut host, &lines(["actor group 'VTS'"]));
    mine.save(&mut host).unwrap();
    host.files.insert("/desk/folder.ana-1a7e.postil (1).jsonl".into(), host.files[Path::new(FILE)].clone());
    host.files.insert(FILE.into(), before);
    let ben = Annotator { id: AnnotatorId(Uuid::from_u128(0xb << 124)), name: "Ben".to_owned() };
    let mut bens = FolderDesk::open(Path::new("/desk"), ben, &host).unwrap();
    done(&mut bens, &mut host, &lines(["actor group 'SDS' 'VTS'"]));
    bens.save(&mut host).unwrap();
    let library = library(&host);
    let told: Vec<String> = library.registers().iter().map(|layer| actors(Some(layer))).collect();
    assert_eq!(told, ["SDS, VTS", "SDS=VTS"]);
    assert_eq!(library.register_files().warnings.len(), 1);
}

#[test]
fn a_register_of_a_newer_program_is_read_and_not_written() {
    let (mut host, _) = folder();
    let mut mine = desk(&host);
    done(&mut mine, &mut host, &lines(["actor group 'SDS'"]));
    mine.save(&mut host).unwrap();
    let text = String::from_utf8(host.files[Path::new(FILE)].clone()).unwrap();
    let text = text.replace(r#""postil:format":1"#, r#""postil:format":9"#);
    host.files.insert(FILE.into(), text.clone().into_bytes());
    let mut mine = desk(&host);
    assert_eq!(actors(mine.layer()), "SDS");
    let refused = act(&mut mine, &mut host, "actor group 'VTS'");
    assert_eq!(refused, Err(ActionError::ReadOnlyLayer(ReadOnly::Newer)));
    assert_eq!(host.files[Path::new(FILE)], text.into_bytes());
}

#[test]
fn what_cannot_be_written_stays_and_is_written_later() {
    let (mut host, _) = folder();
    let mut mine = desk(&host);
    done(&mut mine, &mut host, &lines(["actor group 'SDS'"]));
    host.write_fails = Some(HostError::Denied);
    assert!(mine.save(&mut host).is_err() && mine.save_error().is_some());
    host.write_fails = None;
    mine.save(&mut host).unwrap();
    assert_eq!(actors(desk(&host).layer()), "SDS");
}

#[test]
fn an_article_is_held_to_be_of_another_day_and_outlet_than_its_file_says() {
    let (mut host, _) = folder();
    let article = b"---\ndate: 2016-10-06\nsite: Herald\n---\n\nNine died.".to_vec();
    host.files.insert("/desk/late.md".into(), article.clone());
    let mut mine = desk(&host);
    let shown = |mine: &FolderDesk, host: &MemoryHost| {
        let mut library = library(host);
        library.set_my_register(mine.layer().cloned());
        let entry = library.entry("late.md").expect("an article");
        let stated = entry.stated.as_ref().map_or("its file".to_owned(), |stated| {
            format!("{}, not {} {}", stated.by, stated.date.expect("a date").iso(), stated.outlet)
        });
        format!("{} {} by {stated}", entry.date.expect("a date").iso(), entry.outlet)
    };
    assert_eq!(shown(&mine, &host), "2016-10-06 Herald by its file");
    done(&mut mine, &mut host, &lines(["correct 'late.md' date '3 October 2016'"]));
    assert_eq!(shown(&mine, &host), "2016-10-03 Herald by Ana, not 2016-10-06 Herald");
    done(&mut mine, &mut host, &lines(["correct 'late.md' outlet 'The Post'"]));
    mine.save(&mut host).unwrap();
    // It is read again from the register, and the article is as it was.
    assert_eq!(shown(&desk(&host), &host), "2016-10-03 The Post by Ana, not 2016-10-06 Herald");
    assert_eq!(host.files[Path::new("/desk/late.md")], article);
    mine.step(Way::Back).unwrap();
    assert_eq!(shown(&mine, &host), "2016-10-03 Herald by Ana, not 2016-10-06 Herald");
    // What corrects nothing any more is no entry.
    done(&mut mine, &mut host, &lines(["correct 'late.md' date ''"]));
    assert_eq!(mine.layer().unwrap().items().len(), 0);
    assert_eq!(shown(&mine, &host), "2016-10-06 Herald by its file");
    // "4/6/2016" may be two days.
    for line in ["correct 'late.md' date '4/6/2016'", "correct 'gone.md' date '2016'"] {
        assert!(matches!(act(&mut mine, &mut host, line), Err(ActionError::Folder(_))), "{line}");
    }
}

#[test]
fn of_two_corrections_the_last_counts_and_others_keys_stay() {
    let (mut host, _) = folder();
    let mut mine = desk(&host);
    done(&mut mine, &mut host, &lines(["correct 'raid.txt' date '2016-10-03'"]));
    mine.save(&mut host).unwrap();
    let ben = Annotator { id: AnnotatorId(Uuid::from_u128(0xb << 124)), name: "Ben".to_owned() };
    let mut bens = FolderDesk::open(Path::new("/desk"), ben, &host).unwrap();
    host.now = "2030-01-01T00:00:00Z".parse().unwrap();
    done(&mut bens, &mut host, &lines(["correct 'raid.txt' date '2016-10'"]));
    bens.save(&mut host).unwrap();
    let date = |host: &MemoryHost| library(host).entry("raid.txt").unwrap().date.unwrap().iso();
    assert_eq!(date(&host), "2016-10");
    let text = String::from_utf8(host.files[Path::new(FILE)].clone()).unwrap();
    let text = text.replace(r#""value":"2016-10-03""#, r#""value":"2016-10-03","x:key":[1.50]"#);
    host.files.insert(FILE.into(), text.into_bytes());
    let mut mine = desk(&host);
    host.now = "2030-01-02T00:00:00Z".parse().unwrap();
    done(&mut mine, &mut host, &lines(["correct 'raid.txt' outlet 'The Post'"]));
    mine.save(&mut host).unwrap();
    let text = String::from_utf8(host.files[Path::new(FILE)].clone()).unwrap();
    assert!(text.contains(r#""x:key":[1.50]"#) && text.contains(r#""postil:fact":"outlet""#), "{text}");
    assert_eq!(date(&host), "2016-10-03");
}
