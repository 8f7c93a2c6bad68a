//! What the window says, asked for by key: `say!("folder-articles", count = 3)` is "3 articles".
//!
//! The words stand in `assets/words`, in [Fluent](https://projectfluent.org), one file for each language,
//! with plurals by the rules of CLDR. `tests/tidy.rs` holds that every key that is asked for is there,
//! and that none is there which nobody asks for.

mod assessing;
mod dates;
pub(super) mod figures;
mod language;
mod names;
mod near;
mod sources;

pub(super) use assessing::{found_of, has_words, relation_name, words_of};
pub(super) use dates::{date, date_of, day_of, days, moment, short_date, short_date_of};
pub(super) use figures::figure;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
pub(super) use language::Language;
use language::{ENGLISH, Known};
pub(super) use names::{name, one_of};
pub(super) use near::near_misses;
pub(super) use sources::source;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The words for a key, with numbers and words to put into them by name.
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::gui::words::text($key, &[$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),*])
    };
}
pub(in crate::gui) use say;

/// The words of one language.
struct Spoken {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// The names of the built-in codebook, from English.
    names: BTreeMap<String, String>,
    /// What one mark of a tag is called in a sentence, by the tag's English name.
    ones: BTreeMap<String, String>,
    /// Passages that are easily taken for another tag.
    near: Vec<near::NearMiss>,
}

impl Spoken {
    fn of(known: Known) -> Self {
        let spoken = Self::of_words(known);
        Self {
            names: names::names(&spoken),
            ones: names::ones(&spoken),
            near: near::read(known.near_misses),
            ..spoken
        }
    }

    /// Without names.
    fn of_words(known: Known) -> Self {
        let mut bundle = FluentBundle::new(known.tag.parse().into_iter().collect());
        // What cannot be read is left out, and its key is shown: the tests find it before anybody sees it.
        let resource = FluentResource::try_new(known.words.to_owned()).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(resource);
        // egui draws the signs that keep directions apart as boxes.
        bundle.set_use_isolating(false);
        let separator = known.separator;
        bundle.set_formatter(Some(match separator {
            '.' => |value, _| in_groups(value, '.'),
            _ => |value, _| in_groups(value, ','),
        }));
        Self { tag: known.tag, bundle, names: BTreeMap::new(), ones: BTreeMap::new(), near: Vec::new() }
    }

    fn text(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        pattern.map_or_else(
            || key.to_owned(),
            |pattern| self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
        )
    }

    fn attribute(&self, key: &str, name: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let attribute = self.bundle.get_message(key)?.get_attribute(name)?;
        Some(self.bundle.format_pattern(attribute.value(), args, &mut Vec::new()).into_owned())
    }
}

/// A count as people of a language write it; `None` for what is none.
fn in_groups(value: &FluentValue<'_>, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(number) => whole(number.value).map(|count| grouped_by(count, separator)),
        _ => None,
    }
}

/// A count; `None` for what is none.
fn whole(number: f64) -> Option<usize> {
    (0.0 <= number && number.fract() == 0.0 && number < 1e15).then(|| format!("{number:.0}").parse().ok())?
}

/// `12,345`, as the language that is spoken writes it.
pub(in crate::gui) fn grouped(number: usize) -> String {
    say!("number", number = number)
}

fn grouped_by(number: usize, separator: char) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (nth, digit) in digits.chars().enumerate() {
        if 0 < nth && (digits.len() - nth).is_multiple_of(3) {
            shown.push(separator);
        }
        shown.push(digit);
    }
    shown
}

thread_local! {
    /// A window draws on one thread. Each has words of its own, so that windows of tests do not share them.
    static SPOKEN: RefCell<Spoken> = RefCell::new(Spoken::of(ENGLISH));
}

/// Has the window of this thread speak a language, where the system's are `wanted`; whether it spoke another
/// one before.
pub(in crate::gui) fn speak(language: Language, wanted: &[String]) -> bool {
    let known = language.spoken(wanted);
    SPOKEN.with_borrow_mut(|spoken| {
        let is_other = spoken.tag != known.tag;
        if is_other {
            *spoken = Spoken::of(known);
        }
        is_other
    })
}

/// Does the same on whatever thread, in the language that this one speaks now.
pub(in crate::gui) fn carried<T>(
    make: impl Fn() -> T + Send + Sync + 'static,
) -> impl Fn() -> T + Send + Sync + 'static {
    let carry = carrying();
    move || {
        carry();
        make()
    }
}

/// What has whatever thread speak the language that this one speaks now.
pub(in crate::gui) fn carrying() -> impl Fn() + Send + Sync + 'static {
    let tag = spoken();
    move || {
        let known = language::KNOWN.iter().find(|known| known.tag == tag);
        SPOKEN.with_borrow_mut(|spoken| {
            if let Some(known) = known.filter(|known| known.tag != spoken.tag) {
                *spoken = Spoken::of(*known);
            }
        });
    }
}

/// The tag of the language that the window of this thread speaks: what is kept in its words is kept by it.
pub(in crate::gui) fn spoken() -> &'static str {
    SPOKEN.with_borrow(|spoken| spoken.tag)
}

/// The words for a key, with what is put into them; the key itself if it has none. Called by `say!`.
pub(in crate::gui) fn text(key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
    let args = as_fluent(args);
    SPOKEN.with_borrow(|spoken| spoken.text(key, args.as_ref()))
}

/// What a key has besides its words under a name, such as the hint of a command, if it has it.
pub(in crate::gui) fn attribute(
    key: &str,
    name: &str,
    args: &[(&'static str, FluentValue<'_>)],
) -> Option<String> {
    let args = as_fluent(args);
    SPOKEN.with_borrow(|spoken| spoken.attribute(key, name, args.as_ref()))
}

fn as_fluent<'a>(args: &[(&'static str, FluentValue<'a>)]) -> Option<FluentArgs<'a>> {
    (!args.is_empty()).then(|| args.iter().cloned().collect())
}

/// The key of the words of the command of a row, or of its several commands, whose names begin with the
/// row's and a hyphen.
pub(in crate::gui) fn key_of_row(name: &str) -> String {
    name.strip_suffix('-').map_or_else(|| format!("command-{name}"), |several| format!("commands-{several}"))
}

#[cfg(test)]
mod tests {
    use super::language::{KNOWN, SPANISH};
    use super::*;

    #[test]
    fn the_words_can_be_read() {
        for known in KNOWN {
            let bundle = FluentBundle::<FluentResource>::new(vec![known.tag.parse().expect("a language")]);
            assert_eq!(bundle.locales.len(), 1);
            let errors = FluentResource::try_new(known.words.to_owned()).err().map(|(_, errors)| errors);
            assert_eq!(errors, None, "the words of {}", known.tag);
        }
    }

    #[test]
    fn numbers_choose_the_plural_and_are_grouped() {
        assert_eq!(say!("folder-articles", count = 1), "1 article");
        assert_eq!(say!("folder-articles", count = 12_345), "12,345 articles");
    }

    #[test]
    fn another_language_is_spoken_from_then_on() {
        assert!(!speak(Language::System, &[]));
        assert!(speak(Language::Spanish, &[]) && !speak(Language::System, &[SPANISH.tag.to_owned()]));
        assert_eq!(say!("folder-articles", count = 12_345), "12.345 artículos");
        assert!(speak(Language::English, &[]));
        assert_eq!(say!("folder-articles", count = 1), "1 article");
    }

    #[test]
    fn a_key_without_words_is_shown_itself() {
        assert_eq!(text("nothing-of-this-name", &[]), "nothing-of-this-name");
    }
}
