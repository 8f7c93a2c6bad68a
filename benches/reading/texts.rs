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
struct Chance(u32);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
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
