//! Earlier states of layers: for each layer and day the one before the first change of that day.
//!
//! They lie in the person's own data directory, in a folder for each layer, whose file `path.txt` says
//! where the layer lay. All together take 200 MB at most: the oldest go first, the last of a layer never.

use super::log::name_of;
use super::{Directories, folder_of, host_error, reading, real, replace};
use crate::document::Timestamp;
use crate::host::{Generation, HostError};
use crate::sidecar::caps::MAX_LAYER_BYTES;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What all of them may take, in bytes.
const MOST_BYTES: u64 = 200_000_000;
const PATH: &str = "path.txt";
const MAX_PATH_BYTES: usize = 64 * 1024;
const ENDING: &str = ".jsonl";

/// Keeps `bytes` as the state of the day, unless there is one.
pub(super) fn keep(own: &Directories, layer: &Path, bytes: &[u8], now: Timestamp) -> Result<(), HostError> {
    let folder = folder_for(own, layer);
    let path = folder.join(format!("{}{ENDING}", day_of(now)));
    if path.exists() {
        return Ok(());
    }
    replace::replace_own(&path, bytes)?;
    let place = folder.join(PATH);
    if !place.exists() {
        replace::replace_own(&place, real(layer).to_string_lossy().as_bytes())?;
    }
    sweep(&all(own), MOST_BYTES);
    Ok(())
}

/// Those of the layers in the folder of `beside`, the newest first.
pub(super) fn beside(own: &Directories, beside: &Path) -> Vec<Generation> {
    let folder = real(beside);
    let folder = folder_of(&folder);
    let here = folders(own).into_iter().filter_map(|kept| {
        let layer = PathBuf::from(reading::read_text(&kept.join(PATH), MAX_PATH_BYTES)?);
        (layer.parent() == Some(folder)).then_some((kept, layer))
    });
    let mut found: Vec<Generation> = here
        .flat_map(|(kept, layer)| {
            let of = move |(day, _, n_bytes)| Generation { layer: layer.clone(), day, n_bytes };
            files(&kept).into_iter().map(of)
        })
        .collect();
    found.sort_by(|a, b| (&b.day, &a.layer).cmp(&(&a.day, &b.layer)));
    found
}

/// The bytes of one.
pub(super) fn read(own: &Directories, layer: &Path, day: &str) -> Result<Vec<u8>, HostError> {
    if !is_day(day) {
        return Err(HostError::NotFound);
    }
    reading::read(&folder_for(own, layer).join(format!("{day}{ENDING}")), MAX_LAYER_BYTES)
}

fn root(own: &Directories) -> PathBuf {
    own.data.join("generations")
}

fn folder_for(own: &Directories, layer: &Path) -> PathBuf {
    root(own).join(name_of(layer))
}

/// `2026-11-22`.
fn day_of(now: Timestamp) -> String {
    now.to_string().chars().take(10).collect()
}

fn is_day(day: &str) -> bool {
    day.len() == 10 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn folders(own: &Directories) -> Vec<PathBuf> {
    let entries = root(own).read_dir().into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Day, path and size of what a folder holds.
fn files(folder: &Path) -> Vec<(String, PathBuf, u64)> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .filter_map(|entry| {
            let day = entry.file_name().to_str()?.strip_suffix(ENDING)?.to_owned();
            is_day(&day).then_some((day, entry.path(), entry.metadata().ok()?.len()))
        })
        .collect();
    files.sort();
    files
}

fn all(own: &Directories) -> Vec<(String, PathBuf, u64)> {
    folders(own).iter().flat_map(|folder| files(folder)).collect()
}

/// Removes the oldest until what is left takes `most` bytes; of each layer the newest stays.
fn sweep(all: &[(String, PathBuf, u64)], most: u64) {
    let mut total: u64 = all.iter().map(|(_, _, n_bytes)| n_bytes).sum();
    let mut newest: BTreeMap<&Path, &str> = BTreeMap::new();
    for (day, path, _) in all {
        let newest = newest.entry(folder_of(path)).or_default();
        *newest = (*newest).max(day);
    }
    let mut by_age: Vec<&(String, PathBuf, u64)> = all.iter().collect();
    by_age.sort();
    for (day, path, n_bytes) in by_age {
        if total <= most {
            return;
        }
        let is_last = newest.get(folder_of(path)).is_some_and(|newest| newest == day);
        if !is_last && std::fs::remove_file(path).map_err(|error| host_error(&error)).is_ok() {
            total -= n_bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60;

    fn at(day: i64) -> Timestamp {
        Timestamp::from_seconds(1_772_442_847 + day * DAY)
    }

    #[test]
    fn one_state_is_kept_for_each_layer_and_day() {
        let place = tempfile::tempdir().unwrap();
        let own = Directories::below(place.path().join("home"));
        let layers = ["a.txt.ana-1a7e.postil.jsonl", "b.txt.ana-1a7e.postil.jsonl"];
        let layers = layers.map(|name| place.path().join(name));
        keep(&own, &layers[0], b"one", at(0)).unwrap();
        keep(&own, &layers[0], b"later that day", at(0)).unwrap();
        keep(&own, &layers[0], b"two", at(1)).unwrap();
        keep(&own, &layers[1], b"other", at(1)).unwrap();
        let found = beside(&own, &place.path().join("a.txt"));
        let days: Vec<_> = found.iter().map(|found| (found.day.as_str(), found.n_bytes)).collect();
        assert_eq!(days, [("2026-03-03", 3), ("2026-03-03", 5), ("2026-03-02", 3)]);
        assert_eq!(read(&own, &layers[0], "2026-03-02").unwrap(), b"one");
        assert_eq!(read(&own, &layers[0], "../../../x"), Err(HostError::NotFound));
        assert!(beside(&own, &place.path().join("elsewhere/a.txt")).is_empty());
    }

    #[test]
    fn the_oldest_go_first_and_the_last_of_a_layer_never() {
        let place = tempfile::tempdir().unwrap();
        let own = Directories::below(place.path().join("home"));
        let layers = ["a.postil.jsonl", "b.postil.jsonl"].map(|name| place.path().join(name));
        keep(&own, &layers[1], &[b'x'; 100], at(0)).unwrap();
        for day in 1..4 {
            keep(&own, &layers[0], &[b'x'; 100], at(day)).unwrap();
        }
        sweep(&all(&own), 250);
        let days = |found: Vec<Generation>| found.into_iter().map(|found| found.day).collect::<Vec<_>>();
        assert_eq!(days(beside(&own, &layers[0])), ["2026-03-05", "2026-03-02"]);
        sweep(&all(&own), 0);
        assert_eq!(days(beside(&own, &layers[0])), ["2026-03-05", "2026-03-02"]);
    }
}
