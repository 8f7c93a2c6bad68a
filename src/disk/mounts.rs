//! Which folders the system tells of changes in. It knows what this machine does; what another
//! machine does on a share, or a program that plays a disk, it does not.

use std::path::Path;

/// Kinds of file system whose contents others change without this machine's knowing. Those of programs
/// are called `fuse` and `fuse.` with a name.
const SILENT: [&str; 14] = [
    "9p",
    "afs",
    "ceph",
    "cifs",
    "coda",
    "drvfs",
    "fuse",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];
/// And those of virtual machines.
const SILENT_GUEST: [&str; 4] = ["prl_fs", "vboxsf", "virtiofs", "vmhgfs"];

/// Whether events about `folder` can be relied on.
pub(super) fn tells_of_changes(folder: &Path) -> bool {
    if cfg!(windows) {
        return !folder.to_string_lossy().starts_with(r"\\");
    }
    if cfg!(target_os = "macos") {
        // Shares are mounted there, and sticks.
        return !folder.starts_with("/Volumes");
    }
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    // A file of the kernel, which says itself to be empty.
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    kind_of(&folder, &mounts).is_none_or(|kind| !is_silent(kind))
}

fn is_silent(kind: &str) -> bool {
    SILENT.contains(&kind) || SILENT_GUEST.contains(&kind) || kind.starts_with("fuse.")
}

/// The kind of file system that `folder` is on: that of the longest mount above it, the last of equals.
fn kind_of<'a>(folder: &Path, mounts: &'a str) -> Option<&'a str> {
    let mounted = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let at = words.nth(1)?;
        Some((at.replace(r"\040", " "), words.next()?))
    });
    let above = mounted.filter(|(at, _)| folder.starts_with(at));
    above.max_by_key(|(at, _)| at.len()).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_known_by_the_mount_above_the_folder() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /home/ana/my\\040share nfs4 rw 0 0\n\
                      rclone /home/ana/my\\040share/cloud fuse.rclone rw 0 0\n";
        let kind = |folder: &str| kind_of(Path::new(folder), mounts).unwrap();
        assert_eq!(kind("/home/ana"), "ext4");
        assert_eq!(kind("/home/ana/my share/articles"), "nfs4");
        assert_eq!(kind("/home/ana/my share/cloud"), "fuse.rclone");
        assert_eq!(kind("/home/ana/my shares"), "ext4");
        assert!(is_silent("nfs4") && is_silent("fuse.rclone") && !is_silent("ext4") && !is_silent("fuseblk"));
    }
}
