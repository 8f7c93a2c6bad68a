//! `postil init`: prepares a folder for a team. Nothing that is there is overwritten; lines that git and
//! Syncthing need are added to their files.

use super::args::InitArgs;
use super::print::visible;
use super::{End, Refusal, Stop, World, count};
use crate::host::HostError;
use crate::sidecar::codebook;
use std::path::Path;

/// The most that is read of a file to which lines are added.
const MOST: usize = 1 << 20;

/// For git: layers merge line by line, conflict copies that somebody commits too, and kept texts stay
/// as they are to the byte.
const ATTRIBUTES: [&str; 3] = [
    "*.postil.jsonl text eol=lf merge=union",
    "*.postil*.jsonl text eol=lf merge=union",
    ".postil/texts/*.txt -text",
];

/// For git and for Syncthing: files that are being written are nobody's business.
const IGNORED: [&str; 1] = [".~postil-*.tmp"];

const SETTINGS: &str = "\
# Settings of this folder and of the folders in it, for all who work here.

# Where the texts are kept that marks were made on. With them a mark is found again when its article changes.
#   \"shared\": in .postil/texts/ of this folder, for all. These are whole articles.
#   \"own\": with each person alone.
texts = \"shared\"

# Whether others' marks stay hidden in the window until one's own are handed in (menu Class), so that everybody marks
# first. A convention: whoever opens the files sees all.
# blind = true

# How words without a number are read: \"as-worded\", \"acled\" (tens 10, dozens 12, hundreds 100), or \"house\", which
# is the table below it. The words stay, and each figure names its convention.
# [figures]
# convention = \"house\"
# [figures.house]
# dozens = 24
# several = [3, 9]
";

pub(super) fn run(args: &InitArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let folder = &args.folder;
    prepare(folder, world)?;
    for (name, text) in [("postil.toml", SETTINGS), ("codebook.postil.toml", codebook::BUILTIN)] {
        let done = begin(folder, name, text, world)?;
        world.out.line(&format!("{name}: {done}"))?;
    }
    let lines: [(&str, &[&str]); 3] =
        [(".gitattributes", &ATTRIBUTES), (".gitignore", &IGNORED), (".stignore", &IGNORED)];
    for (name, lines) in lines {
        let done = add(folder, name, lines, world)?;
        world.out.line(&format!("{name}: {done}"))?;
    }
    Ok(End::Done)
}

/// Makes the folder where it is not there.
fn prepare(folder: &Path, world: &mut World<'_>) -> Result<(), Stop> {
    if world.host.is_folder(folder) {
        return Ok(());
    }
    let shown = folder.display().to_string();
    world.host.make_folder(folder).map_err(|error| {
        let hint = match error {
            HostError::NotFound => "make the folder above it first, or look at the spelling of the path",
            _ => "name a folder that can be written",
        };
        Refusal::new(format!("cannot make the folder `{shown}`: {error}")).hint(hint)
    })?;
    world.out.line(&format!("{}: made", visible(&shown)))
}

/// Writes a file where there is none.
fn begin(folder: &Path, name: &str, text: &str, world: &mut World<'_>) -> Result<&'static str, Stop> {
    let path = folder.join(name);
    match world.host.read(&path, 0) {
        Ok(_) => Ok("kept as it is"),
        Err(HostError::NotFound) => {
            write(&path, text, world)?;
            Ok("written")
        }
        Err(error) => Err(not_written(&path, &error).into()),
    }
}

/// Adds the lines that a file lacks.
fn add(folder: &Path, name: &str, lines: &[&str], world: &mut World<'_>) -> Result<String, Stop> {
    let path = folder.join(name);
    let before = match world.host.read(&path, MOST) {
        Ok(bytes) if bytes.len() <= MOST => Some(bytes),
        Ok(_) => return Err(not_written(&path, &HostError::TooLong(MOST >> 20)).into()),
        Err(HostError::NotFound) => None,
        Err(error) => return Err(not_written(&path, &error).into()),
    };
    let Some(before) = before else {
        write(&path, &format!("{}\n", lines.join("\n")), world)?;
        return Ok("written".to_owned());
    };
    let Ok(before) = String::from_utf8(before) else {
        return Err(not_written(&path, &HostError::NoText).into());
    };
    let missing: Vec<&str> =
        lines.iter().copied().filter(|line| !before.lines().any(|there| there.trim() == *line)).collect();
    if missing.is_empty() {
        return Ok("kept as it is".to_owned());
    }
    let end = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    write(&path, &format!("{before}{end}{}\n", missing.join("\n")), world)?;
    Ok(format!("{} added", count(missing.len(), "line")))
}

fn write(path: &Path, text: &str, world: &mut World<'_>) -> Result<(), Stop> {
    world.host.write(path, text.as_bytes()).map_err(|error| not_written(path, &error).into())
}

fn not_written(path: &Path, error: &HostError) -> Refusal {
    Refusal::new(format!("cannot write `{}`: {error}", path.display()))
        .hint("what was written before stays; run it again when that is mended")
}
