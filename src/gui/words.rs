//! What the window says, asked for by key: `say!("folder-articles", count = 3)` is "3 articles".
//!
//! The words stand in `assets/words`, in [Fluent](https://projectfluent.org), one file for each language,
//! with plurals by the rules of CLDR. `tests/tidy.rs` holds that every key that is asked for is there,
//! and that none is there which nobody asks for.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::RefCell;

/// A language of the window: its tag by BCP 47, and its words.
type Language = (&'static str, &'static str);

const ENGLISH: Language = ("en", include_str!("../../assets/words/en.ftl"));

/// The words of one language.
struct Spoken(FluentBundle<FluentResource>);

impl Spoken {
    fn of((tag, words): Language) -> Self {
        let mut bundle = FluentBundle::new(tag.parse().into_iter().collect());
        // What cannot be read is left out, and its key is shown: the tests find it before anybody sees it.
        let resource = FluentResource::try_new(words.to_owned()).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(resource);
        // egui draws the signs that keep directions apart as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => whole(number.value).map(grouped),
            _ => None,
        }));
        Self(bundle)
    }

    fn text(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.0.get_message(key).and_then(|message| message.value());
        pattern.map_or_else(
            || key.to_owned(),
            |pattern| self.0.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
        )
    }

    fn attribute(&self, key: &str, name: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let attribute = self.0.get_message(key)?.get_attribute(name)?;
        Some(self.0.format_pattern(attribute.value(), args, &mut Vec::new()).into_owned())
    }
}

/// A count; `None` for what is none.
fn whole(number: f64) -> Option<usize> {
    (0.0 <= number && number.fract() == 0.0 && number < 1e15).then(|| format!("{number:.0}").parse().ok())?
}

/// `12,345`.
pub(in crate::gui) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (nth, digit) in digits.chars().enumerate() {
        if 0 < nth && (digits.len() - nth).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

thread_local! {
    /// A window draws on one thread. Each has words of its own, so that windows of tests do not share them.
    static SPOKEN: RefCell<Spoken> = RefCell::new(Spoken::of(ENGLISH));
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

/// The words for a key, with numbers and words to put into them by name.
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::gui::words::text($key, &[$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),*])
    };
}
pub(in crate::gui) use say;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_can_be_read() {
        let (tag, words) = ENGLISH;
        let bundle = FluentBundle::<FluentResource>::new(vec![tag.parse().expect("a language")]);
        assert_eq!(bundle.locales.len(), 1);
        let errors = FluentResource::try_new(words.to_owned()).err().map(|(_, errors)| errors);
        assert_eq!(errors, None, "the words of {tag}");
    }

    #[test]
    fn numbers_choose_the_plural_and_are_grouped() {
        assert_eq!(say!("folder-articles", count = 1), "1 article");
        assert_eq!(say!("folder-articles", count = 12_345), "12,345 articles");
    }

    #[test]
    fn a_key_without_words_is_shown_itself() {
        assert_eq!(text("nothing-of-this-name", &[]), "nothing-of-this-name");
    }
}
