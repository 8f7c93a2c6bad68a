//! Articles of any length, the same on every machine.

const WORDS: &str = "the of and to in a that was for on with as by from they were said had not it at his her \
    their which this after before army hospital monitor ministry agency teacher witness driver nurse mayor \
    general spokesman shells fell struck burned closed opened crossed fled returned counted buried denied \
    reported confirmed wrote insisted feared hoped believed killed injured missing detained displaced people \
    civilians soldiers fighters children families bridge road market school bakery square river valley ridge \
    village town city border camp cemetery northern southern eastern western old new last first second third \
    night morning Monday Tuesday Friday June winter flour fuel water bread medicine power light smoke fire \
    agreement truce deal convoy column aircraft rocket drone wall gate house roof street park field harbour \
    more than fewer about almost nearly at least up several dozens many none some every each other same";

/// Chance that repeats itself: the generator of Numerical Recipes.
pub(crate) struct Chance(u32);

impl Chance {
    pub(crate) fn new(seed: u32) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(self.0 >> 8).map_or(0, |number| number % most)
    }
}

/// A text of about so many bytes: a title, and paragraphs of three to seven sentences.
pub(crate) fn article(n_bytes: usize) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut chance = Chance(7);
    let mut text = String::from("What the two sides say");
    while text.len() < n_bytes {
        text.push_str("\n\n");
        for _ in 0..3 + chance.below(5) {
            text.push_str("The");
            for _ in 0..8 + chance.below(16) {
                text.push(' ');
                text.push_str(words[chance.below(words.len())]);
            }
            text.push_str(". ");
        }
        text.truncate(text.trim_end().len());
    }
    text.push('\n');
    text
}

/// The text after an editor: every twentieth paragraph has other words.
pub(crate) fn edited(text: &str) -> String {
    let paragraphs = text.split("\n\n").enumerate().map(|(nth, paragraph)| match nth % 20 {
        7 => paragraph.replace("people", "persons").replace("said", "declared").replace("road", "highway"),
        _ => paragraph.to_owned(),
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    English,
    Russian,
    Arabic,
    Hebrew,
    Chinese,
}

impl Script {
    pub(crate) const ALL: [Self; 5] =
        [Self::English, Self::Russian, Self::Arabic, Self::Hebrew, Self::Chinese];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Russian => "Russian",
            Self::Arabic => "Arabic",
            Self::Hebrew => "Hebrew",
            Self::Chinese => "Chinese",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::English => WORDS,
            Self::Russian => {
                "и в не на что он с как это армия больница город врачи сообщили погибли восемь человек рынок \
                 школа мост дорога вечером утром понедельник отрицает утверждает ранены снаряды обстрел министерство \
                 представитель наблюдатели соглашение перемирие беженцы река деревня граница около более нескольких"
            }
            Self::Arabic => {
                "في من على أن إلى الجيش المستشفى المدينة الأطباء قال قتلوا ثمانية أشخاص السوق المدرسة الجسر \
                 الطريق مساء صباح الإثنين نفى أكد جرحى قذائف القصف الوزارة المتحدث المراقبون الاتفاق الهدنة \
                 النازحين النهر القرية الحدود نحو أكثر عدة وقالت إنه التي الذي هذا بعد قبل مصادر محلية"
            }
            Self::Hebrew => {
                "של על את לא הוא כי עם זה הצבא בית החולים העיר הרופאים אמרו נהרגו שמונה אנשים השוק בית הספר \
                 הגשר הכביש בערב בבוקר ביום שני הכחיש טען נפצעו פגזים ההפגזה המשרד הדובר המשקיפים ההסכם \
                 הפוגה העקורים הנהר הכפר הגבול כ יותר כמה אחרי לפני מקורות מקומיים"
            }
            Self::Chinese => "",
        }
    }
}

/// A text of about so many bytes: paragraphs of three to seven sentences.
pub(crate) fn in_script(script: Script, n_bytes: usize) -> String {
    let words: Vec<&str> = script.words().split_whitespace().collect();
    let mut chance = Chance(11);
    let mut text = String::with_capacity(n_bytes + 4096);
    while text.len() < n_bytes {
        for _ in 0..3 + chance.below(5) {
            let n_words = 8 + chance.below(16);
            for nth in 0..n_words {
                match words.get(chance.below(words.len().max(1))) {
                    Some(word) => text.push_str(word),
                    // Two of the some thousand ideographs that an article draws on.
                    None => (0..2).for_each(|_| text.extend(ideograph(&mut chance))),
                }
                if !words.is_empty() {
                    text.push_str(if nth + 1 < n_words { " " } else { ". " });
                }
            }
            if words.is_empty() {
                text.push('。');
            }
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    text
}

/// The common ones more often than the rare ones, as in a newspaper.
fn ideograph(chance: &mut Chance) -> Option<char> {
    let most = [40, 300, 1500, 3500][chance.below(4)];
    let nth = chance.below(most) * 5;
    u32::try_from(nth).ok().and_then(|nth| char::from_u32(0x4e00 + nth))
}
