//! Numbers before paragraphs and at notes, as word processors write them.

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    Decimal,
    /// With a nought before one digit.
    Padded,
    LowerRoman,
    UpperRoman,
    LowerLetter,
    UpperLetter,
    /// ∗, †, ‡ and so on.
    Signs,
    /// A dot or a dash instead of a number.
    Bullet,
    /// Nothing at all.
    None,
}

impl Digits {
    /// By Word's name for it; other scripts' digits are written as ours.
    pub(super) fn of_word(name: &str) -> Self {
        match name {
            "decimalZero" => Self::Padded,
            "lowerRoman" => Self::LowerRoman,
            "upperRoman" => Self::UpperRoman,
            "lowerLetter" => Self::LowerLetter,
            "upperLetter" => Self::UpperLetter,
            "chicago" => Self::Signs,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// By OpenDocument's name for it.
    pub(super) fn of_open_document(name: &str) -> Self {
        match name {
            "i" => Self::LowerRoman,
            "I" => Self::UpperRoman,
            "a" => Self::LowerLetter,
            "A" => Self::UpperLetter,
            "" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// A number from 1 on in these digits.
    pub(super) fn write(self, n: u64) -> String {
        match self {
            Self::Decimal => n.to_string(),
            Self::Padded => format!("{n:02}"),
            Self::LowerRoman => roman(n).to_lowercase(),
            Self::UpperRoman => roman(n),
            Self::LowerLetter => letters(n),
            Self::UpperLetter => letters(n).to_uppercase(),
            Self::Signs => {
                let index = usize::try_from(n.saturating_sub(1)).unwrap_or_default();
                let sign = ["*", "†", "‡", "§"].get(index % 4).copied().unwrap_or("*");
                sign.repeat((index / 4 + 1).min(8))
            }
            Self::Bullet | Self::None => String::new(),
        }
    }
}

fn roman(n: u64) -> String {
    const VALUES: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if 4000 <= n {
        return n.to_string();
    }
    let (mut rest, mut written) = (n, String::new());
    for (value, letters) in VALUES {
        while value <= rest {
            written.push_str(letters);
            rest -= value;
        }
    }
    written
}

/// a to z, then aa to zz: a letter is repeated.
fn letters(n: u64) -> String {
    let Some(index) = n.checked_sub(1) else { return String::new() };
    let letter = u8::try_from(index % 26).map_or('a', |index| char::from(b'a' + index));
    let times = usize::try_from(index / 26 + 1).unwrap_or(1);
    if 30 < times { n.to_string() } else { letter.to_string().repeat(times) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_file_asks() {
        let table = [
            (Digits::Decimal, 12, "12"),
            (Digits::Padded, 3, "03"),
            (Digits::LowerRoman, 14, "xiv"),
            (Digits::UpperRoman, 1999, "MCMXCIX"),
            (Digits::UpperRoman, 4000, "4000"),
            (Digits::LowerLetter, 28, "bb"),
            (Digits::UpperLetter, 3, "C"),
            (Digits::LowerLetter, 0, ""),
            (Digits::LowerLetter, u64::MAX, "18446744073709551615"),
            (Digits::Signs, 6, "††"),
            (Digits::Bullet, 1, ""),
        ];
        for (digits, n, expected) in table {
            assert_eq!(digits.write(n), expected, "{digits:?} {n}");
        }
    }
}
