//! Damaged files of every kind that is read, each in the process that strangers' files are read in: none brings
//! it down, hangs it, or takes more memory than there is for one. `scripts/damage` tries thousands.
#![cfg(unix)]
#![expect(
    clippy::disallowed_methods,
    reason = "samples are files, and a long run is asked for by a variable"
)]

#[path = "support/bombs.rs"]
mod bombs;
#[path = "support/damage.rs"]
mod damage;

use postil::disk::{Directories, Disk, apart};
use postil::document::import::{ImportError, Options, is_archive_name, is_article_name};
use postil::host::Files;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many damaged files of each kind are made where no other number is asked for.
const FEW: usize = 40;

/// Where the sound ones lie; a folder that is not there has none.
const FOLDERS: [&str; 3] = ["sample_docs", "tests/fixtures/pages", "tests/fixtures/pdf"];

/// So many are read at once.
const THREADS: usize = 2;

/// What is tried: all kinds with few files and patience, or what `POSTIL_DAMAGE` asks for: `KIND N`.
struct Asked {
    kind: Option<String>,
    n: usize,
    limits: apart::Limits,
    /// Where the files are kept that did harm.
    keep: Option<PathBuf>,
}

fn asked() -> Asked {
    let words = std::env::var("POSTIL_DAMAGE").unwrap_or_default();
    let mut words = words.split_whitespace();
    match (words.next(), words.next().and_then(|n| n.parse().ok())) {
        (Some(kind), Some(n)) => Asked {
            kind: Some(kind.to_owned()),
            n,
            limits: apart::Limits { seconds: 10, memory: 1024 },
            keep: std::env::var_os("POSTIL_DAMAGE_KEEP").map(PathBuf::from),
        },
        // Machines differ, and a test waits for what a loaded one does late.
        _ => Asked { kind: None, n: FEW, limits: apart::Limits { seconds: 600, memory: 1024 }, keep: None },
    }
}

/// The samples by their ending, each with its name and bytes.
fn samples() -> BTreeMap<String, Vec<(String, Vec<u8>)>> {
    let mut samples: BTreeMap<String, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    let folders = FOLDERS.map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    for entry in folders.iter().filter_map(|folder| folder.read_dir().ok()).flatten() {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_file() && (is_article_name(&name) || is_archive_name(&name)) {
            let ending = name.rsplit('.').next().unwrap_or_default().to_owned();
            samples.entry(ending).or_default().push((name, std::fs::read(&path).expect("a sample")));
        }
    }
    samples.values_mut().for_each(|samples| samples.sort());
    samples
}

/// A file that is tried, and how it came about.
struct Tried {
    name: String,
    how: String,
    bytes: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
}

fn tried(ending: &str, samples: &[(String, Vec<u8>)], n: usize) -> Vec<Tried> {
    let mut all = Vec::new();
    for (name, sound) in samples {
        all.extend((0..n.div_ceil(samples.len()) as u64).map(|nth| {
            let sound = sound.clone();
            let bytes =
                Box::new(move || damage::damaged(&sound, nth)) as Box<dyn Fn() -> Vec<u8> + Send + Sync>;
            Tried { name: name.clone(), how: format!("damage {nth}"), bytes }
        }));
    }
    let first = samples.first().map(|(name, sound)| (name.clone(), bombs::bombs(ending, sound)));
    if let Some((name, bombs)) = first {
        all.extend(bombs.into_iter().map(|(what, bomb)| Tried {
            name: name.clone(),
            how: what.to_owned(),
            bytes: Box::new(move || bomb.clone()),
        }));
    }
    all
}

#[test]
fn damaged_files_end_nothing() {
    let asked = asked();
    let program = [env!("CARGO_BIN_EXE_postil"), apart::ARGUMENT].map(Into::into).to_vec();
    let disk = Disk::with(Directories::below(PathBuf::from("/nowhere"))).reading_by(program, asked.limits);
    let mut faults = Vec::new();
    let is_asked = |ending: &str| asked.kind.as_deref().is_none_or(|kind| kind == ending);
    for (ending, samples) in samples().iter().filter(|(ending, _)| is_asked(ending)) {
        let tried = tried(ending, samples, asked.n);
        let (next, n_read, found) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for _ in 0..THREADS {
                let (disk, tried, next, n_read, found, asked) =
                    (disk.clone(), &tried, &next, &n_read, &found, &asked);
                scope.spawn(move || {
                    while let Some(one) = tried.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let bytes = (one.bytes)();
                        match disk.read_apart(&bytes, &one.name, &Options::default()) {
                            Ok(_) => drop(n_read.fetch_add(1, Ordering::Relaxed)),
                            Err(error) if is_harm(&error) => {
                                keep(asked, one, &bytes);
                                let fault = format!("{}: {}: {error}", one.name, one.how);
                                found.lock().expect("faults").push(fault);
                            }
                            Err(_) => {}
                        }
                    }
                });
            }
        });
        let found = found.into_inner().expect("faults");
        println!(
            "{ending}: {} files, {} read, {} refused, {} did harm",
            tried.len(),
            n_read.load(Ordering::Relaxed),
            tried.len() - n_read.load(Ordering::Relaxed) - found.len(),
            found.len()
        );
        faults.extend(found);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A panic, a crash, a hang, or too much memory: what a reader of ours should have refused itself.
fn is_harm(error: &ImportError) -> bool {
    matches!(
        error,
        ImportError::Failed | ImportError::Crashed | ImportError::TooLong(_) | ImportError::TooMuchMemory(_)
    )
}

fn keep(asked: &Asked, one: &Tried, bytes: &[u8]) {
    if let Some(folder) = &asked.keep {
        std::fs::create_dir_all(folder).expect("a folder for what is found");
        let name = format!("{} {}", one.how.replace([' ', ','], "-"), one.name);
        std::fs::write(folder.join(name), bytes).expect("what is found");
    }
}

#[test]
fn damage_is_always_the_same_and_never_nothing() {
    let sound = b"one 1 two 2 three 3 four 4 five 5 six 6 seven 7";
    let changed = (0..200).filter(|&nth| damage::damaged(sound, nth) != sound).count();
    assert!(190 < changed, "{changed} of 200 are damaged");
    assert!((0..200).all(|nth| damage::damaged(sound, nth) == damage::damaged(sound, nth)));
    // What is in a zip file is damaged, and the zip file is whole.
    let zip = damage::zipped(&[("a.xml".to_owned(), b"<p>word</p>".to_vec())]);
    let inside = (0..200).filter_map(|nth| damage::entries(&damage::damaged(&zip, nth * 2 + 1)));
    let inside: Vec<_> = inside.flatten().collect();
    assert!(100 < inside.iter().filter(|(_, bytes)| bytes != b"<p>word</p>").count());
}
