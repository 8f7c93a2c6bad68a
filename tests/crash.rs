//! The kill loop: programs that mark, save and log are killed at random moments, again and again on the
//! same folder. Whatever they said was kept is there afterwards, every file is whole, and what others
//! wrote is untouched. `POSTIL_CRASH_ROUNDS` asks for more rounds. That the loop would notice is shown by
//! programs that save and log as one must not.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test that starts and kills programs, and lays down files")]

#[path = "crash/naive.rs"]
mod naive;

use naive::{Fault, Naive};
use postil::disk::{Directories, Disk};
use postil::document::import::Options;
use postil::host::{Host, Logs};
use postil::layer::AnnotationId;
use postil::session::recover::recover;
use postil::session::save::SaveResult;
use postil::session::{Action, Session};
use postil::sidecar::LayerFile;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

const ROUNDS: u64 = 40;
/// After so many rounds a new folder is begun.
const ROUNDS_IN_A_FOLDER: u64 = 10;
/// By when a program that saves or logs as one must not has been caught. Most are in the second round.
const ROUNDS_UNTIL_CAUGHT: u64 = 100;
/// Tells the program, started anew by itself, to be the one that is killed.
const CHILD: &str = "POSTIL_CRASH_CHILD";
/// How long such a program lives at most, in milliseconds.
const LONGEST_LIFE: u64 = 300;
const WORDS: usize = 300;
/// A line of another program, and one that nobody can read.
const STRANGE: [&str; 2] =
    [r#"{"id":"https://elsewhere.example/7","type":"Annotation","x":1.10}"#, "{not a line"];

/// Numbers that look random and are the same for every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n
    }
}

fn host(place: &Path) -> Disk {
    Disk::with(Directories::below(place.join("home")))
}

fn article(place: &Path) -> PathBuf {
    place.join("desk").join("raqqa.txt")
}

fn open(place: &Path, host: &mut dyn Host, name: &str) -> Session {
    let person = host.annotator_called(name).expect("a person");
    Session::open(&article(place), &Options::default(), Some(person), host).expect("it opens")
}

fn say(words: &str) {
    // Not `print!`, which the test harness keeps to itself.
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{words}\n").as_bytes()).expect("the parent listens");
    out.flush().expect("the parent listens");
}

fn perform(session: &mut Session, host: &mut dyn Host, action: &str) -> Option<AnnotationId> {
    let action: Action = action.parse().expect("an action");
    session.perform(&action, host).unwrap_or_else(|error| panic!("{error}")).created
}

/// Marks, notes, deletes and saves until it is killed. Says what it is going to do, and what is kept.
fn be_killed(place: &Path, first: u64, fault: Fault) {
    let mut host = Naive { disk: host(place), fault, n_logged: 0 };
    let mut session = open(place, &mut host, "Ana");
    let mut chance = Chance(first * 2 + 1);
    let mut mine: Vec<AnnotationId> = Vec::new();
    let mut unkept: Vec<u64> = Vec::new();
    let (saved, to_hear): (Sender<SaveResult>, Receiver<SaveResult>) = channel();
    for n in first + 1.. {
        let nth = usize::try_from(chance.below(1000)).expect("a small number") % mine.len().max(1);
        let some = mine.get(nth).copied();
        match (chance.below(10), some) {
            (0..=4, Some(id)) => {
                say(&format!("note {n} {}", id.0));
                perform(&mut session, &mut host, &format!("note {} 'n{n}'", id.0));
            }
            (5, Some(id)) => {
                say(&format!("delete {n} {}", id.0));
                perform(&mut session, &mut host, &format!("delete {}", id.0));
                mine.retain(|other| *other != id);
            }
            _ => {
                perform(&mut session, &mut host, &format!("select 'word{}.'", chance.below(WORDS as u64)));
                let id = perform(&mut session, &mut host, "mark").expect("a mark");
                say(&format!("note {n} {}", id.0));
                perform(&mut session, &mut host, &format!("note {} 'n{n}'", id.0));
                mine.push(id);
            }
        }
        unkept.push(n);
        // A person pauses now and then, and the log comes after; some are killed before that.
        for _ in 0..if chance.below(4) == 0 { 60 } else { 0 } {
            std::thread::sleep(Duration::from_millis(1));
            session.take_log_stand(&host.log_stand());
            if session.is_kept() {
                break;
            }
        }
        session.take_log_stand(&host.log_stand());
        if session.is_kept() && !unkept.is_empty() {
            say(&format!("kept {n}"));
            unkept.clear();
        }
        to_hear.try_iter().for_each(|result| drop(session.finish_save(result)));
        if chance.below(8) == 0
            && let Some(job) = session.start_save(&mut host)
        {
            let (saved, mut host) = (saved.clone(), host.another().expect("another door"));
            std::thread::spawn(move || drop(saved.send(job.run(&mut *host))));
        }
        std::thread::sleep(Duration::from_micros(chance.below(12_000)));
    }
}

/// What is known of one mark: the last thing that was said to be kept, and what was begun after it.
#[derive(Clone, Debug, Default)]
struct Known {
    kept: Option<(u64, bool)>,
    begun: Vec<(u64, bool)>,
}

impl Known {
    /// `found` is the number in the mark's note, or that there is no mark.
    fn allows(&self, found: Option<u64>) -> bool {
        let is_so = |&(n, is_there): &(u64, bool)| match found {
            Some(found) => is_there && n == found,
            None => !is_there,
        };
        // A mark that was never kept may be there without its note, or not at all.
        self.kept.is_none_or(|kept| is_so(&kept)) || self.begun.iter().any(is_so)
    }
}

fn start(place: &Path, first: u64, fault: Fault) -> Child {
    Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "what_was_kept_survives_every_kill", "--nocapture"])
        .env(CHILD, format!("{first} {} {}", fault.name(), place.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("it starts")
}

/// Notes what a killed program said. A last line that was cut off says nothing.
fn listen(child: &mut Child, known: &mut BTreeMap<String, Known>) -> usize {
    let mut said = String::new();
    child.stdout.take().expect("a pipe").read_to_string(&mut said).expect("text");
    let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let mut begun: Vec<(u64, bool, String)> = Vec::new();
    let mut n_kept = 0;
    for line in whole.lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["note", n, id] => begun.push((n.parse().expect("a number"), true, id.to_owned())),
            ["delete", n, id] => begun.push((n.parse().expect("a number"), false, id.to_owned())),
            ["kept", n] => {
                let n: u64 = n.parse().expect("a number");
                n_kept += 1;
                for (n, is_there, id) in begun.extract_if(.., |(begun, _, _)| *begun <= n) {
                    known.entry(id).or_default().kept = Some((n, is_there));
                }
            }
            _ => {}
        }
    }
    for (n, is_there, id) in begun {
        known.entry(id).or_default().begun.push((n, is_there));
    }
    n_kept
}

fn lay_down(place: &Path) {
    std::fs::create_dir_all(place.join("desk")).expect("a folder");
    let words: Vec<String> = (0..WORDS).map(|n| format!("Here is word{n}.")).collect();
    std::fs::write(article(place), words.join(" ")).expect("the article");
    let mut host = host(place);
    for name in ["Ana", "Ben"] {
        let mut session = open(place, &mut host, name);
        perform(&mut session, &mut host, "select 'word7.'");
        perform(&mut session, &mut host, "tag claim");
        session.save(&mut host).expect("it saves");
        let path = session.my_desk().and_then(|desk| desk.path().map(Path::to_owned)).expect("a layer");
        let mut file = std::fs::OpenOptions::new().append(true).open(path).expect("the layer");
        file.write_all(STRANGE.join("\n").as_bytes()).expect("a line");
    }
}

fn layer(place: &Path, name: &str) -> Vec<u8> {
    let files = std::fs::read_dir(place.join("desk")).expect("the folder");
    let mut paths = files.map(|entry| entry.expect("an entry").path());
    let path = paths.find(|path| path.to_string_lossy().contains(&format!(".{name}-")));
    std::fs::read(path.expect("a layer")).expect("it can be read")
}

/// That a layer file is whole: nothing in it is unreadable but what was put there.
fn look_whole(bytes: &[u8], complaints: &mut Vec<String>) {
    let file = LayerFile::read(bytes).value;
    let beginning = |line: &[u8]| String::from_utf8_lossy(line).chars().take(80).collect::<String>();
    let unreadable: Vec<String> = file.unreadable().map(|(_, line)| beginning(line)).collect();
    if unreadable != [STRANGE[1]] {
        complaints.push(format!("torn: these lines cannot be read: {unreadable:?}"));
    }
    let text = String::from_utf8_lossy(bytes);
    if !STRANGE.iter().all(|line| text.contains(line)) {
        complaints.push("torn: a line of another program is gone".to_owned());
    }
    if file.header().is_none() {
        complaints.push("torn: the first line is gone".to_owned());
    }
}

/// What is in the layer now, by mark.
fn look_kept(place: &Path, known: &mut BTreeMap<String, Known>, complaints: &mut Vec<String>) {
    let mut host = host(place);
    let session = open(place, &mut host, "Ana");
    let Some(open) = session.my_layer() else { return complaints.push("lost: the whole layer".to_owned()) };
    let found: BTreeMap<String, Option<u64>> = open
        .layer
        .annotations()
        .map(|mark| (mark.id.0.to_string(), mark.note.strip_prefix('n').and_then(|n| n.parse().ok())))
        .collect();
    for (id, known) in known.iter() {
        let is_bare = found.get(id) == Some(&None);
        let is_right = known.allows(found.get(id).copied().flatten()) || (is_bare && known.kept.is_none());
        if !is_right || (is_bare && known.kept.is_some()) {
            complaints.push(format!("lost: {id} should be {known:?} and is {:?}", found.get(id)));
        }
    }
    // From now on what is there is what has to be there.
    *known = found
        .into_iter()
        .filter_map(|(id, n)| Some((id, Known { kept: Some((n?, true)), begun: Vec::new() })))
        .collect();
}

/// Programs that are started on a desk and killed, and what they said.
struct Loop {
    fault: Fault,
    chance: Chance,
    place: tempfile::TempDir,
    known: BTreeMap<String, Known>,
    n_kept: usize,
    n_recovered: usize,
}

impl Loop {
    fn new(fault: Fault) -> Self {
        let place = tempfile::tempdir().expect("a place");
        let chance = Chance(0x5eed_cafe);
        Self { fault, chance, place, known: BTreeMap::new(), n_kept: 0, n_recovered: 0 }
    }

    /// Starts programs, kills each within `longest` milliseconds, and says what is wrong then.
    fn round(&mut self, round: u64, longest: u64) -> Vec<String> {
        if round.is_multiple_of(ROUNDS_IN_A_FOLDER) {
            self.place = tempfile::tempdir().expect("a place");
            lay_down(self.place.path());
            self.known.clear();
        }
        let desk = self.place.path();
        let bens = layer(desk, "ben");
        let text = std::fs::read(article(desk)).expect("the article");
        // In some rounds two windows of one person are open on the article.
        let n_children = 1 + self.chance.below(3) / 2;
        let first = |child| (round + 1) * 1_000_000 + child * 100_000;
        let mut children: Vec<Child> =
            (0..n_children).map(|child| start(desk, first(child), self.fault)).collect();
        for child in &mut children {
            std::thread::sleep(Duration::from_millis(3 + self.chance.below(longest - 2)));
            child.kill().expect("it can be killed");
            child.wait().expect("it ends");
            self.n_kept += listen(child, &mut self.known);
        }
        let mut complaints = Vec::new();
        look_whole(&layer(desk, "ana"), &mut complaints);
        for recovered in recover(&mut host(desk)) {
            if (&recovered.waits, recovered.n_damaged) != (&None, 0) {
                complaints.push(format!("lost: {recovered:?}"));
            }
            self.n_recovered += recovered.n_changes;
        }
        look_whole(&layer(desk, "ana"), &mut complaints);
        look_kept(desk, &mut self.known, &mut complaints);
        if layer(desk, "ben") != bens || std::fs::read(article(desk)).expect("the article") != text {
            complaints.push("another person’s file was changed".to_owned());
        }
        let logs = std::fs::read_dir(desk.join("home/state/log")).into_iter().flatten().flatten();
        let logs = logs.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "jsonl"));
        if logs.count() != 0 {
            complaints.push("logs stay".to_owned());
        }
        complaints
    }
}

#[test]
fn what_was_kept_survives_every_kill() {
    if let Ok(child) = std::env::var(CHILD) {
        let [first, fault, place] = child.splitn(3, ' ').collect::<Vec<_>>()[..] else { panic!("{child}") };
        let fault = Fault::ALL.into_iter().find(|known| known.name() == fault).expect("a fault");
        return be_killed(Path::new(place), first.parse().expect("a number"), fault);
    }
    let rounds = std::env::var("POSTIL_CRASH_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(ROUNDS);
    let mut kills = Loop::new(Fault::None);
    for round in 0..rounds {
        let complaints = kills.round(round, LONGEST_LIFE);
        assert!(complaints.is_empty(), "round {round}: {complaints:#?}");
    }
    let Loop { n_kept, n_recovered, .. } = kills;
    println!("{rounds} rounds, {n_kept} times something was kept, {n_recovered} changes recovered");
    // The test would prove nothing if the programs had never got so far.
    assert!(rounds < 20 || (rounds < n_kept as u64 && 0 < n_recovered));
}

/// The first round that has complaints, and these. On a slow machine the programs live longer from round
/// to round, so that they get to saving.
fn caught(fault: Fault) -> (u64, Vec<String>) {
    let mut kills = Loop::new(fault);
    let mut rounds = (0..ROUNDS_UNTIL_CAUGHT).map(|n| (n, kills.round(n, LONGEST_LIFE + 20 * n)));
    rounds
        .find(|(_, complaints)| !complaints.is_empty())
        .unwrap_or_else(|| panic!("{fault:?} was not caught"))
}

#[test]
fn a_layer_that_is_written_over_itself_is_caught() {
    let (round, complaints) = caught(Fault::InPlace);
    println!("caught in round {round}: {}", complaints[0]);
    assert!(complaints.iter().any(|complaint| complaint.starts_with("torn: ")), "{complaints:#?}");
}

#[test]
fn a_log_that_was_never_written_is_caught() {
    let (round, complaints) = caught(Fault::Forgetful);
    println!("caught in round {round}: {}", complaints[0]);
    assert!(complaints.iter().all(|complaint| complaint.starts_with("lost: ")), "{complaints:#?}");
}
