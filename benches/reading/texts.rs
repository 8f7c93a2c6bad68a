//! Articles of any length, the same on every machine.

use std::fmt::Write as _;

const WHO: [&str; 6] = ["The army", "A hospital", "The monitor", "A teacher", "The ministry", "An agency"];
const DOES: [&str; 6] = ["denied", "reported", "confirmed", "wrote", "insisted", "said on Monday"];
const WHAT: [&str; 6] = [
    "that more than 35 people were killed in the northern town",
    "that the road to the south had been cut since the morning",
    "that no agreement of any kind existed between the two sides",
    "that the bridge over the river could still be crossed by night",
    "that flour, fuel and medicines would last for another week",
    "that nobody had been told before the shells began to fall",
];

/// A text of at least so many bytes, in paragraphs of five sentences; no two sentences are the same.
pub(crate) fn article(n_bytes: usize) -> String {
    let mut text = String::from("What the two sides say\n");
    let mut nth = 0_usize;
    while text.len() < n_bytes {
        if nth.is_multiple_of(5) {
            text.push('\n');
        }
        // Numbers of different sizes keep the words from falling into step.
        let (who, does, what) = (WHO[nth % 6], DOES[nth / 3 % 6], WHAT[nth * nth / 7 % 6]);
        let end = if nth % 5 == 4 { ".\n" } else { ". " };
        write!(text, "{who} {does} {what}, according to report {nth}{end}").expect("a string takes all");
        nth += 1;
    }
    text
}

/// The text after an editor: every twentieth paragraph has other words.
pub(crate) fn edited(text: &str) -> String {
    let paragraphs = text.split("\n\n").enumerate().map(|(nth, paragraph)| match nth % 20 {
        7 => paragraph.replace("people", "civilians").replace("according to", "as stated in"),
        _ => paragraph.to_owned(),
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
