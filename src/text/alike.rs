//! Words that look alike though their characters differ: by the skeletons of UTS #39.

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

/// How a word looks, in two ways: without regard to capitals, and with it. Two words look alike if they agree
/// in one of them: `Iraq` is `iraq` written otherwise, and has the look of `lraq`.
pub fn looks(word: &str) -> [String; 2] {
    let plain: String = word.nfkc().collect();
    [skeleton(&plain.to_lowercase()).collect(), skeleton(&plain).collect()]
}

/// Where two words begin to differ, in words: `character 3 is U+0061 in the first, U+0430 in the second`;
/// `None` if they do not.
pub fn difference(first: &str, second: &str) -> Option<String> {
    let (mut left, mut right) = (first.chars(), second.chars());
    let mut nth = 0_usize;
    loop {
        nth = nth.saturating_add(1);
        return Some(match (left.next(), right.next()) {
            (None, None) => return None,
            (Some(one), Some(other)) if one == other => continue,
            (Some(one), Some(other)) => format!(
                "character {nth} is {} in the first, {} in the second",
                code_point(one),
                code_point(other)
            ),
            (Some(one), None) => {
                format!("character {nth} is {} in the first, and the second ends before it", code_point(one))
            }
            (None, Some(other)) => {
                format!(
                    "character {nth} is {} in the second, and the first ends before it",
                    code_point(other)
                )
            }
        });
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_alike(a: &str, b: &str) -> bool {
        looks(a).iter().zip(looks(b)).any(|(a, b)| *a == b)
    }

    #[test]
    fn words_look_alike_across_scripts_widths_and_capitals() {
        for other in ["cl\u{430}im", "CLAIM", "ｃｌａｉｍ", "cla\u{200b}im", "c1aim", "cIaim"] {
            assert!(are_alike("claim", other), "{other}");
        }
        assert!(are_alike("ﬁre", "fire") && are_alike("é", "e\u{301}") && are_alike("Iraq", "iraq"));
        for (one, other) in [("claim", "claims"), ("denial", "opinion"), ("e", "é"), ("утверждение", "claim")]
        {
            assert!(!are_alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_first_difference_is_told_by_its_code_points() {
        let told = |a, b| difference(a, b).unwrap_or_default();
        assert_eq!(told("claim", "cl\u{430}im"), "character 3 is U+0061 in the first, U+0430 in the second");
        assert_eq!(
            told("a", "a\u{200b}"),
            "character 2 is U+200B in the second, and the first ends before it"
        );
        assert_eq!(told("ab", "a"), "character 2 is U+0062 in the first, and the second ends before it");
        assert_eq!(difference("a", "a"), None);
    }
}
