//! Three people and four machines mark one article, and git carries the files between them: with the
//! attributes of `postil init` and without, with line ends rewritten, on branches, with copies that sync
//! tools leave. Whatever it makes of them, what is shown is what the model says.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test lays files down and starts git")]

#[path = "support/model.rs"]
mod model;
#[path = "support/skips.rs"]
mod skips;

use model::{ARTICLE, Dice, Known, Machine, Model, TEXT};
use std::fs;
use std::path::Path;
use std::process::Command;

const RUNS: u64 = 30;
const STEPS: usize = 14;

/// What tools make of the name of a file that two machines wrote.
const COPIES: [(&str, &str); 6] = [
    (".jsonl", ".sync-conflict-20260302-091407-ABCDEF#.jsonl"),
    (".jsonl", " (conflicted copy 2026-03-02 09140#).jsonl"),
    (".jsonl", "_conflict-20260302-09140#.jsonl"),
    (".jsonl", " (Ana's conflicted copy 2026-03-0#).jsonl"),
    (".jsonl", "-LAPTOP#.jsonl"),
    (".jsonl", " (#).jsonl"),
];

/// Runs git, and says whether it was content.
fn git(folder: &Path, words: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=x", "-c", "user.email=x@example.org"]).args(words);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("LC_ALL", "C");
    command.output().expect("git").status.success()
}

/// A branch of a machine's clone: what is committed there.
struct Clone {
    machine: Machine,
    committed: Known,
}

impl Clone {
    fn commit(&mut self) {
        git(&self.machine.folder, &["add", "-A"]);
        git(&self.machine.folder, &["commit", "-qm", "marks"]);
        self.committed = self.machine.known.clone();
    }

    /// Takes over what another clone committed. What git cannot merge is committed with its marks of
    /// conflict, as people do.
    fn pull(&mut self, from: &Path, known: &Known) {
        self.commit();
        let from = from.display().to_string();
        if !git(&self.machine.folder, &["pull", "-q", "--no-rebase", "--no-edit", &from, "main"]) {
            let status =
                Command::new("git").current_dir(&self.machine.folder).args(["status", "-s"]).output();
            assert!(git(&self.machine.folder, &["add", "-A"]), "{status:?}");
            git(&self.machine.folder, &["commit", "-qm", "merged"]);
        }
        self.machine.known.extend(known);
        self.commit();
    }

    /// Work on a branch, and on the trunk meanwhile, and both together.
    fn branch(&mut self, model: &mut Model, dice: &mut Dice) {
        self.commit();
        let folder = self.machine.folder.clone();
        let before = self.machine.known.clone();
        assert!(git(&folder, &["checkout", "-qb", "side"]));
        for _ in 0..=dice.below(2) {
            model.edit(&mut self.machine, dice);
        }
        self.commit();
        let side = std::mem::replace(&mut self.machine.known, before);
        assert!(git(&folder, &["checkout", "-q", "main"]));
        model.edit(&mut self.machine, dice);
        self.commit();
        if !git(&folder, &["merge", "-q", "--no-edit", "side"]) {
            git(&folder, &["add", "-A"]);
            git(&folder, &["commit", "-qm", "merged"]);
        }
        assert!(git(&folder, &["branch", "-qD", "side"]));
        self.machine.known.extend(side);
        self.commit();
    }
}

fn check(clone: &Clone, model: &Model, what: &str) {
    let folder = &clone.machine.folder;
    let lies = || {
        let names = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let layers = names.filter(|path| path.display().to_string().contains(".postil"));
        layers
            .map(|path| format!("{}:\n{}", path.display(), fs::read_to_string(&path).unwrap_or_default()))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let (shown, expected) = (clone.machine.shown(), model.expected(&clone.machine.known));
    assert!(shown == expected, "{what}:\nshown    {shown:#?}\nexpected {expected:#?}\n{}", lies());
}

/// Four clones of an article: with line ends, and perhaps attributes, as people have them.
fn clones(place: &Path, seed: u64, dice: &mut Dice) -> Vec<Clone> {
    let line_ends = ["false", "true", "input"][dice.below(3)];
    let origin = place.join("origin");
    fs::create_dir(&origin).expect("made");
    assert!(git(&origin, &["init", "-q", "-b", "main"]));
    fs::write(origin.join(ARTICLE), TEXT).expect("written");
    if !seed.is_multiple_of(3) {
        let attributes = "*.postil.jsonl text eol=lf merge=union\n*.postil*.jsonl text eol=lf merge=union\n";
        fs::write(origin.join(".gitattributes"), attributes).expect("written");
    }
    git(&origin, &["add", "-A"]);
    assert!(git(&origin, &["commit", "-qm", "begin"]));
    let clone = |(name, machine): (&str, &str)| {
        let line_ends = format!("core.autocrlf={line_ends}");
        assert!(git(place, &["clone", "-q", "-c", &line_ends, "origin", machine]));
        let machine = Machine::new(&place.join(machine), &place.join(format!("{machine}-home")), name);
        Clone { machine, committed: Known::new() }
    };
    [("Ana", "desk"), ("Ana", "laptop"), ("Ben", "ben"), ("Cleo", "cleo")].map(clone).into()
}

/// How many marks there are in the end, and how many of them with two versions.
fn run(seed: u64) -> (usize, usize) {
    let place = tempfile::tempdir().expect("a place");
    let mut dice = Dice::new(seed + 1);
    let mut model = Model::default();
    let mut clones = clones(place.path(), seed, &mut dice);
    let mut snapshots: Vec<(String, Vec<u8>, Known)> = Vec::new();
    for step in 0..STEPS {
        let at = dice.below(clones.len());
        match dice.below(6) {
            0 => {
                let other = &clones[dice.below(clones.len())];
                let (from, known) = (other.machine.folder.clone(), other.committed.clone());
                if from != clones[at].machine.folder {
                    clones[at].pull(&from, &known);
                }
            }
            1 => clones[at].branch(&mut model, &mut dice),
            2 if !snapshots.is_empty() => {
                let (name, bytes, known) = &snapshots[dice.below(snapshots.len())];
                let (ending, copied) = COPIES[dice.below(COPIES.len())];
                let copy = name.replace(ending, &copied.replace('#', &step.to_string()));
                fs::write(clones[at].machine.folder.join(copy), bytes).expect("written");
                clones[at].machine.known.extend(known);
            }
            _ => {
                model.edit(&mut clones[at].machine, &mut dice);
                let machine = &clones[at].machine;
                let path = machine.layer().expect("a layer");
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                snapshots.push((name, fs::read(&path).expect("read"), model.own(machine)));
            }
        }
        check(&clones[at], &model, &format!("run {seed}, step {step}"));
    }
    for round in 0..2 {
        let n = clones.len();
        for (at, from) in (0..n).flat_map(|at| (0..n).map(move |from| (at, from))) {
            if at != from {
                let known = clones[from].committed.clone();
                let folder = clones[from].machine.folder.clone();
                clones[at].pull(&folder, &known);
                check(&clones[at], &model, &format!("run {seed}, round {round}"));
            }
        }
    }
    let shown = clones[0].machine.shown();
    assert!(clones.iter().all(|clone| clone.machine.shown() == shown), "all have the same");
    (shown.len(), shown.values().filter(|said| 1 < said.len()).count())
}

#[test]
fn what_git_and_sync_tools_make_of_the_files_loses_nothing() {
    if !skips::can_run("git", &["--version"]) {
        return;
    }
    // Most of it is waiting for git, so two threads are at it.
    let found: Vec<(usize, usize)> = std::thread::scope(|scope| {
        let halves = [0, 1].map(|first| {
            scope.spawn(move || (first..RUNS).step_by(2).map(run).collect::<Vec<(usize, usize)>>())
        });
        halves.into_iter().flat_map(|half| half.join().expect("what it says above")).collect()
    });
    let n_marks: usize = found.iter().map(|(n_marks, _)| n_marks).sum();
    let n_conflicts: usize = found.iter().map(|(_, n_conflicts)| n_conflicts).sum();
    // Else the dice have shown nothing.
    assert!(RUNS < n_marks as u64 && 5 < n_conflicts, "{n_marks} marks, {n_conflicts} with two versions");
    println!("{n_marks} marks, {n_conflicts} of them with two versions at the end");
}
