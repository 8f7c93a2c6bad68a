//! The version and the commit for `--version` and the About window, and on Windows the icon and manifest.
//!
//! Needs neither git nor network nor any other tool, and puts no date, time or path into the program:
//! the same sources give the same bytes, so there is no `SOURCE_DATE_EPOCH` to honour.
#![expect(clippy::disallowed_methods, reason = "`disk.rs` keeps the program off the disk, not its build")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=POSTIL_VERSION={}", env!("CARGO_PKG_VERSION"));
    println!("cargo::rustc-env=POSTIL_COMMIT={}", commit().unwrap_or_default());
    windows_resources()
}

/// The commit that is checked out; `None` outside a git checkout, as in a release tarball.
fn commit() -> Option<String> {
    let own = git_folder(Path::new(".git"))?;
    let head = watched(&own.join("HEAD"))?;
    let Some(name) = head.trim().strip_prefix("ref: ") else {
        return as_commit(&head);
    };
    // In a worktree HEAD is its own and the branches lie in the main repository.
    let shared = watched(&own.join("commondir")).map_or_else(|| own.clone(), |to| own.join(to.trim()));
    let branch = shared.join(name);
    if let Some(id) = watched(&branch) {
        return as_commit(&id);
    }
    // Packed away. The next commit writes the branch's own file again: watch where it will appear.
    if let Some(folder) = branch.ancestors().skip(1).find(|folder| folder.is_dir()) {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    let packed = watched(&shared.join("packed-refs"))?;
    packed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .find(|(_, packed_name)| *packed_name == name)
        .and_then(|(id, _)| as_commit(id))
}

/// `.git` itself, or, in a worktree, the folder that the file `.git` names.
fn git_folder(git: &Path) -> Option<PathBuf> {
    if git.is_dir() {
        return Some(git.to_owned());
    }
    let link = watched(git)?;
    Some(PathBuf::from(link.trim().strip_prefix("gitdir: ")?))
}

/// The file's text; the build runs again when it changes. (A missing file must not be watched: it is always "changed".)
fn watched(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    println!("cargo::rerun-if-changed={}", path.display());
    Some(text)
}

fn as_commit(text: &str) -> Option<String> {
    let id = text.trim();
    (id.len() >= 40 && id.bytes().all(|b| b.is_ascii_hexdigit())).then(|| id.to_owned())
}

#[cfg(windows)]
fn windows_resources() -> io::Result<()> {
    const ICON: &str = "assets/icon.ico";
    const MANIFEST: &str = "assets/windows/postil.manifest";

    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    println!("cargo::rerun-if-changed={ICON}");
    println!("cargo::rerun-if-changed={MANIFEST}");
    winresource::WindowsResource::new().set_icon(ICON).set_manifest_file(MANIFEST).compile()
}

/// Only Windows keeps an icon and a manifest inside the program.
#[cfg(not(windows))]
fn windows_resources() -> io::Result<()> {
    Ok(())
}
