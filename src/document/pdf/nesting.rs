//! Dictionaries in dictionaries, counted before the file is opened: where its list of objects is damaged, the
//! reader looks for one at every dictionary, and goes as deep as it may each time.

/// How deep values nest that the reader still reads.
const MAX_DEPTH: usize = 512;

/// The longest that a name is, in bytes.
const MAX_NAME: usize = 127;

/// Whether dictionaries nest deeper than anything that is read. One within another is the value of a name;
/// bytes of a picture that look like one are not.
pub(super) fn is_too_deep(bytes: &[u8]) -> bool {
    let (mut depth, mut last) = (0_usize, 0);
    for at in memchr::memchr2_iter(b'<', b'>', bytes) {
        let sign = bytes.get(at..at + 2).filter(|_| last <= at);
        match sign {
            Some(b"<<") if bytes.get(last..at).is_some_and(ends_with_name) => depth += 1,
            Some(b"<<") => depth = 1,
            Some(b">>") => depth = depth.saturating_sub(1),
            _ => continue,
        }
        last = at + 2;
        if MAX_DEPTH < depth {
            return true;
        }
    }
    false
}

/// Whether the last that stands here is a name, or an array that has just begun.
fn ends_with_name(before: &[u8]) -> bool {
    let mut rest = before.trim_ascii_end();
    while let Some(outside) = rest.strip_suffix(b"[") {
        rest = outside.trim_ascii_end();
    }
    let slash = rest.iter().rev().take(MAX_NAME + 1).position(|&byte| byte == b'/' || byte <= b' ');
    slash.is_some_and(|n_after| rest.iter().rev().nth(n_after) == Some(&b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dictionaries_in_dictionaries_nest() {
        for (bytes, is_deep) in [
            ("<< /A ".repeat(513), true),
            ("<</A[ [".repeat(513), true),
            ("<< /A ".repeat(512), false),
            ("<< /A << /B 1 >> /C << >> >> ".repeat(9_000), false),
            ("<< /A 1 0 R ".repeat(9_000), false),
            ("<".repeat(90_000), false),
            ("<a".repeat(90_000), false),
        ] {
            assert_eq!(is_too_deep(bytes.as_bytes()), is_deep, "{}", &bytes[..30]);
        }
    }
}
