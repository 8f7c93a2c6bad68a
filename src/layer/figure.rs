//! How many, by the article's words. A reading of the words is a suggestion; a person confirms it.

/// A count of people harmed, as an interval with open ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The words it was read from. Never overwritten.
    pub wording: String,
    /// `killed`, `injured`, `missing`, `detained`, `displaced`, `captured`.
    pub outcome: Option<String>,
    /// Of whom: `civilians`, `fighters`, `unstated`.
    pub population: Option<String>,
    /// At least so many; `None`: open.
    pub low: Option<u64>,
    /// At most so many; `None`: open.
    pub high: Option<u64>,
    /// The number that stands in the words.
    pub stated: Option<u64>,
    /// `more-than`, `at-least`, `up-to`, `about`, `exactly`, `between`, `vague`.
    pub qualifier: Option<String>,
    /// How vague words were read: `as-worded`, `acled`, `house`.
    pub convention: Option<String>,
    /// When.
    pub when: Option<When>,
    /// Where.
    pub place: Option<Place>,
    /// Who is blamed.
    pub blamed: Option<String>,
    /// `asserted`, `denied`, `reported`.
    pub stance: Option<String>,
}

/// A span of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// First day, as in the file.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// `day`, `week`, `month`, `year`.
    pub precision: Option<String>,
}

/// A place by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// As worded.
    pub name: Option<String>,
    /// `site`, `town`, `district`, `country`.
    pub precision: Option<String>,
}

impl Figure {
    /// Reads English words: "more than 35" is at least 36 and states 35, "at least n" is [n, ∞),
    /// "up to n" [0, n], "between a and b" [a, b]. Vague words ("dozens") have neither end: the
    /// convention is `as-worded`.
    ///
    /// ```
    /// use postil::layer::Figure;
    /// let figure = Figure::read("more than 35 people were killed");
    /// assert_eq!((figure.low, figure.high, figure.stated), (Some(36), None, Some(35)));
    /// assert_eq!(figure.outcome.as_deref(), Some("killed"));
    /// ```
    pub fn read(wording: &str) -> Self {
        let words = wording.to_lowercase();
        let numbers = numbers(&words);
        let has = |forms: &[&str]| forms.iter().any(|form| words.contains(form));
        let (qualifier, low, high, stated) = match (numbers.as_slice(), &has) {
            ([a, b, ..], has) if has(&["between", " to ", "–", "-"]) => {
                ("between", Some(*a.min(b)), Some(*a.max(b)), None)
            }
            ([n, ..], has) if has(&["more than", "over ", "above "]) => {
                ("more-than", n.checked_add(1), None, Some(*n))
            }
            ([n, ..], has) if has(&["at least", "no fewer than", "no less than"]) => {
                ("at-least", Some(*n), None, Some(*n))
            }
            ([n, ..], has) if has(&["up to", "at most", "no more than"]) => {
                ("up-to", Some(0), Some(*n), Some(*n))
            }
            ([n, ..], has) if has(&["fewer than", "less than", "under "]) => {
                ("up-to", Some(0), Some(n.saturating_sub(1)), Some(*n))
            }
            ([n, ..], has) if has(&["about", "around", "some ", "nearly", "approximately"]) => {
                ("about", None, None, Some(*n))
            }
            ([n, ..], _) => ("exactly", Some(*n), Some(*n), Some(*n)),
            ([], _) => ("vague", None, None, None),
        };
        Self {
            wording: wording.to_owned(),
            outcome: outcome(&words).map(str::to_owned),
            low,
            high,
            stated,
            qualifier: Some(qualifier.to_owned()),
            convention: Some("as-worded".to_owned()),
            ..Self::default()
        }
    }

    /// The interval for people: `≥ 36`, `0–12`, `9`, `about 40`, `as worded`.
    pub fn interval(&self) -> String {
        match (self.low, self.high, self.stated) {
            (Some(low), Some(high), _) if low == high => low.to_string(),
            (Some(low), Some(high), _) => format!("{low}–{high}"),
            (Some(low), None, _) => format!("≥ {low}"),
            (None, Some(high), _) => format!("≤ {high}"),
            (None, None, Some(stated)) => format!("about {stated}"),
            (None, None, None) => "as worded".to_owned(),
        }
    }
}

const NUMBER_WORDS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

const TENS: [(&str, u64); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The numbers in lower-case words, in digits of any script (groups parted by `,`) or in letters.
fn numbers(words: &str) -> Vec<u64> {
    words
        .split(|c: char| !c.is_alphanumeric() && c != ',' && c != '-')
        .filter_map(|word| number(word.trim_matches([',', '-'])))
        .collect()
}

fn number(word: &str) -> Option<u64> {
    let digits: String = word.chars().filter(|&c| c != ',').map_while(digit).collect();
    if !digits.is_empty() && digits.len() == word.chars().filter(|&c| c != ',').count() {
        return digits.parse().ok();
    }
    if let Some(n) = NUMBER_WORDS.iter().position(|&name| name == word) {
        return u64::try_from(n).ok();
    }
    let (ten, unit) = word.split_once('-').unwrap_or((word, "zero"));
    let ten = TENS.iter().find(|(name, _)| *name == ten)?.1;
    let unit = NUMBER_WORDS[..10].iter().position(|&name| name == unit)?;
    Some(ten + u64::try_from(unit).ok()?)
}

/// ASCII, Arabic-Indic and Persian digits.
fn digit(character: char) -> Option<char> {
    let value = match character {
        '0'..='9' => return Some(character),
        '\u{660}'..='\u{669}' => u32::from(character) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(character) - 0x6f0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

fn outcome(words: &str) -> Option<&'static str> {
    let outcomes: [(&str, &[&str]); 6] = [
        ("killed", &["killed", "died", "dead", "deaths", "executed", "bodies", "fatalities"]),
        ("injured", &["injured", "wounded", "hurt"]),
        ("missing", &["missing"]),
        ("detained", &["detained", "arrested", "held"]),
        ("captured", &["captured"]),
        ("displaced", &["displaced", "fled", "evacuated"]),
    ];
    outcomes
        .iter()
        .find(|(_, forms)| forms.iter().any(|form| words.contains(form)))
        .map(|&(outcome, _)| outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_are_read_as_intervals() {
        let cases = [
            ("more than 35 people were killed", "≥ 36"),
            ("at least 12", "≥ 12"),
            ("up to 1,200 fighters", "0–1200"),
            ("between ten and fifteen wounded", "10–15"),
            ("nine people died", "9"),
            ("about forty", "about 40"),
            ("dozens", "as worded"),
            ("٣٥ قتيلا", "35"),
            ("twenty-one dead", "21"),
            ("fewer than 5", "0–4"),
        ];
        for (wording, interval) in cases {
            assert_eq!(Figure::read(wording).interval(), interval, "{wording}");
        }
    }
}
