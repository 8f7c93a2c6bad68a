//! Two real instances of Syncthing on the loopback address carry a folder between two machines, on which
//! one person and a colleague mark the same article, also while they are apart. Whatever copies it leaves,
//! both sides show the same, and what the model says.
//!
//! Asked for by the variable `POSTIL_SYNCTHING` (`.ci/run` sets it), since it takes a minute.
#![cfg(unix)]
#![expect(clippy::print_stdout, reason = "how long it took is what one wants to know of a run")]
#![expect(clippy::disallowed_methods, reason = "a test lays files down and starts another program")]

#[path = "support/model.rs"]
mod model;
#[path = "support/skips.rs"]
mod skips;

use model::{ARTICLE, Dice, Machine, Model, TEXT};
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Longer than this nothing takes that works.
const PATIENCE: Duration = Duration::from_secs(90);
const ROUNDS: usize = 4;

/// One instance: a home, a port, a name among the others.
struct Instance {
    home: PathBuf,
    port: u16,
    device: String,
    running: Option<Child>,
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Instance {
    /// Makes keys and a name; the reason where that cannot be done.
    fn new(home: &Path) -> Result<Self, String> {
        let home = home.to_owned();
        let made = syncthing(&home, &["generate", "--no-default-folder"])?;
        let device = syncthing(&home, &["--device-id"])?.trim().to_owned();
        if device.len() != 63 {
            return Err(format!("it gave no id: {device}{made}"));
        }
        let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        Ok(Self { home, port, device, running: None })
    }

    fn configure(&self, folder: &Path, all: [&Instance; 2]) {
        let devices: String = all
            .iter()
            .map(|one| {
                format!(
                    "<device id=\"{}\" name=\"x\" compression=\"never\"><address>tcp://127.0.0.1:{}</address></device>\n",
                    one.device, one.port
                )
            })
            .collect();
        let shared: String =
            all.iter().map(|one| format!("<device id=\"{}\"></device>", one.device)).collect();
        let config = format!(
            "<configuration version=\"35\">\n\
             <folder id=\"desk\" label=\"desk\" path=\"{}\" type=\"sendreceive\" rescanIntervalS=\"2\" \
             fsWatcherEnabled=\"true\" fsWatcherDelayS=\"1\">{shared}<minDiskFree unit=\"%\">0</minDiskFree>\
             <maxConflicts>-1</maxConflicts></folder>\n{devices}\
             <gui enabled=\"false\"></gui>\n<options><listenAddress>tcp://127.0.0.1:{}</listenAddress>\
             <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>\
             <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><startBrowser>false</startBrowser>\
             <reconnectionIntervalS>1</reconnectionIntervalS><urAccepted>-1</urAccepted>\
             <autoUpgradeIntervalH>0</autoUpgradeIntervalH><crashReportingEnabled>false</crashReportingEnabled>\
             <announceLANAddresses>false</announceLANAddresses></options>\n</configuration>\n",
            folder.display(),
            self.port
        );
        fs::write(self.home.join("config.xml"), config).expect("written");
    }

    fn start(&mut self) {
        let log = fs::File::create(self.home.join("log")).expect("a log");
        let mut command = command(&self.home);
        command.arg("serve").arg(format!("--home={}", self.home.display()));
        command.args(["--no-browser", "--no-restart", "--no-upgrade"]);
        // Without the process that watches over the real one and would leave it alone when it is killed.
        command.env("STMONITORED", "yes");
        command.stdout(log.try_clone().expect("a log")).stderr(log).stdin(Stdio::null());
        self.running = Some(command.spawn().expect("starts"));
    }

    fn has_ended(&mut self) -> bool {
        self.running.as_mut().is_none_or(|child| !matches!(child.try_wait(), Ok(None)))
    }

    fn stop(&mut self) {
        if let Some(mut child) = self.running.take() {
            drop(child.kill());
            drop(child.wait());
        }
    }

    /// What it printed last, for people who wonder.
    fn log(&self) -> String {
        let log = fs::read_to_string(self.home.join("log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }
}

fn command(home: &Path) -> Command {
    let mut command = Command::new("syncthing");
    // Should it ever look elsewhere than where it is told, then not into a person's own settings.
    command.env("HOME", home).env("XDG_CONFIG_HOME", home).env("STNOUPGRADE", "1");
    command.env("STNODEFAULTFOLDER", "1");
    command
}

fn syncthing(home: &Path, words: &[&str]) -> Result<String, String> {
    let home_word = format!("--home={}", home.display());
    let done = command(home).args(words).arg(home_word).output().map_err(|error| error.to_string())?;
    let out = String::from_utf8_lossy(&done.stdout).into_owned();
    if done.status.success() {
        Ok(out)
    } else {
        Err(String::from_utf8_lossy(&done.stderr).into_owned() + &out)
    }
}

/// Waits until both machines show what the model says.
fn wait(machines: &mut [Machine; 2], instances: &[Instance; 2], model: &Model, what: &str) {
    let all: model::Known = machines.iter().flat_map(|machine| machine.known.clone()).collect();
    let expected = model.expected(&all);
    let began = Instant::now();
    while machines.iter().any(|machine| machine.shown() != expected) {
        if PATIENCE < began.elapsed() {
            let shown: Vec<_> = machines.iter().map(Machine::shown).collect();
            let logs: Vec<String> = instances.iter().map(Instance::log).collect();
            panic!(
                "{what}: after {PATIENCE:?}\nexpected {expected:#?}\nshown {shown:#?}\n{}",
                logs.join("\n---\n")
            );
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("{what}: both have it after {:.1} s", began.elapsed().as_secs_f32());
    for machine in machines {
        machine.known.clone_from(&all);
    }
}

#[test]
fn two_machines_that_syncthing_joins_show_the_same() {
    if std::env::var_os("POSTIL_SYNCTHING").is_none() {
        println!("not asked for: `POSTIL_SYNCTHING` is not set");
        return;
    }
    if !skips::can_run("syncthing", &["--version"]) {
        return;
    }
    let place = tempfile::tempdir().expect("a place");
    let folders = ["desk", "laptop"].map(|name| place.path().join(name));
    let mut found = Vec::new();
    for (i, folder) in folders.iter().enumerate() {
        fs::create_dir_all(folder).expect("made");
        // Syncthing wants a sign that the folder is the right one.
        fs::create_dir_all(folder.join(".stfolder")).expect("made");
        let home = place.path().join(format!("home{i}"));
        fs::create_dir_all(&home).expect("made");
        match Instance::new(&home) {
            Ok(instance) => found.push(instance),
            Err(reason) => {
                return skips::skip(&format!("syncthing makes no instance: {}", reason.trim()));
            }
        }
    }
    let Ok(mut instances) = <[Instance; 2]>::try_from(found) else { panic!("there are two") };
    for (instance, folder) in instances.iter().zip(&folders) {
        instance.configure(folder, [&instances[0], &instances[1]]);
    }
    fs::write(folders[0].join(ARTICLE), TEXT).expect("written");
    fs::write(folders[0].join(".stignore"), ".~postil-*.tmp\n").expect("written");
    fs::write(folders[1].join(".stignore"), ".~postil-*.tmp\n").expect("written");
    instances.iter_mut().for_each(Instance::start);
    let began = Instant::now();
    while fs::read_to_string(folders[1].join(ARTICLE)).unwrap_or_default() != TEXT {
        if PATIENCE < began.elapsed() {
            let logs: Vec<String> = instances.iter().map(Instance::log).collect();
            let logs = logs.join("\n---\n");
            let have_ended = instances.iter_mut().any(Instance::has_ended);
            assert!(have_ended, "both run and do not find each other:\n{logs}");
            return skips::skip(&format!("syncthing does not run here:\n{logs}"));
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    let machine = |i: usize| Machine::new(&folders[i], &place.path().join(format!("postil{i}")), "Ana");
    let mut machines = [machine(0), machine(1)];
    let (mut model, mut dice) = (Model::default(), Dice::new(7));
    for round in 0..ROUNDS {
        // Joined: one after the other.
        for machine in &mut machines {
            model.edit(machine, &mut dice);
        }
        wait(&mut machines, &instances, &model, &format!("round {round}, joined"));
        // Apart: both change the same file.
        instances[1].stop();
        for _ in 0..2 {
            for machine in &mut machines {
                model.edit(machine, &mut dice);
            }
        }
        instances[1].start();
        wait(&mut machines, &instances, &model, &format!("round {round}, apart"));
    }
    assert!(machines.iter().all(|machine| model.own(machine) == machine.known), "all marks are one person's");
    assert_eq!(
        machines[0].layer().map(|path| path.file_name().map(ToOwned::to_owned)),
        machines[1].layer().map(|path| path.file_name().map(ToOwned::to_owned))
    );
    let names = fs::read_dir(&folders[0]).expect("a folder");
    let copies = names.filter(|entry| {
        entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().contains("sync-conflict"))
    });
    let n_copies = copies.count();
    assert!(0 < n_copies, "without a conflict nothing was tried");
    println!("{n_copies} conflict copies, all read as one");
}
