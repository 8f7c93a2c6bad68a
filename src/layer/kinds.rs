//! The words of a figure that come from fixed sets. A word that another program or a later version wrote is
//! kept as it stands.

use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $kind:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$of])* $kind,)*
            /// A word that is none of these, as it stands in the file. Made by [`Self::named`] only, so that
            /// no value has two forms.
            Other(Box<str>),
        }

        impl $name {
            /// Those that are known, in the order of menus.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// What `word` of a file means.
            pub fn named(word: &str) -> Self {
                match word {
                    $($word => Self::$kind,)*
                    other => Self::Other(other.into()),
                }
            }

            /// The word of the file.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$kind => $word,)*
                    Self::Other(word) => word,
                }
            }

            /// Whether it is one of [`Self::ALL`].
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    )*};
}

kinds! {
    /// What became of the people.
    Outcome {
        /// Dead.
        Killed = "killed",
        /// Hurt.
        Injured = "injured",
        /// Nobody knows where.
        Missing = "missing",
        /// Held.
        Detained = "detained",
        /// Driven from home.
        Displaced = "displaced",
        /// Taken in battle.
        Captured = "captured",
    }
    /// Who the people were.
    Population {
        /// No fighters.
        Civilians = "civilians",
        /// Who fought.
        Fighters = "fighters",
        /// Under age.
        Children = "children",
        /// Women.
        Women = "women",
        /// Who reported.
        Journalists = "journalists",
        /// Who healed or rescued.
        Medics = "medics",
        /// The words do not say: looked for, and not found.
        Unstated = "unstated",
    }
    /// How the words limit the number.
    Qualifier {
        /// The number itself.
        Exactly = "exactly",
        /// It or more.
        AtLeast = "at-least",
        /// More than it.
        MoreThan = "more-than",
        /// It or fewer.
        UpTo = "up-to",
        /// Fewer than it.
        FewerThan = "fewer-than",
        /// Near it.
        About = "about",
        /// Near it from below.
        Nearly = "nearly",
        /// From one number to another, both included.
        Between = "between",
        /// No number: "dozens".
        Vague = "vague",
    }
    /// How words without a number are read.
    Convention {
        /// As they stand, without a number.
        AsWorded = "as-worded",
        /// By the rules of ACLED: tens 10, dozens 12, hundreds 100.
        Acled = "acled",
        /// By the folder's own table.
        House = "house",
        /// A person set the numbers.
        ByHand = "by-hand",
    }
    /// How the passage takes the figure.
    Stance {
        /// As its own.
        Asserted = "asserted",
        /// As what somebody says.
        Reported = "reported",
        /// As what is not so.
        Denied = "denied",
    }
    /// How exactly a time is known.
    DatePrecision {
        /// To the day.
        Day = "day",
        /// To the week.
        Week = "week",
        /// To the month.
        Month = "month",
        /// To the year.
        Year = "year",
    }
    /// How exactly a place is known.
    PlacePrecision {
        /// A building, a square.
        Site = "site",
        /// A town or village.
        Town = "town",
        /// A district.
        District = "district",
        /// A country.
        Country = "country",
    }
    /// How a figure stands to others of its passage; one that counts by itself has none.
    Share {
        /// Some of those that another counts: "including 12 children".
        Part = "part",
        /// More than another counts: "another 7".
        Addition = "addition",
        /// What another has become: "rose from 35 to 40".
        Update = "update",
        /// What another was before, and what nobody says any more: "an earlier toll of 15".
        Former = "former",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_the_same_there_and_back() {
        for word in ["killed", "injured", "evacuated", "", "Killed"] {
            assert_eq!(Outcome::named(word).name(), word);
            assert_eq!(Outcome::named(word).is_known(), matches!(word, "killed" | "injured"), "{word}");
        }
        for kind in Qualifier::ALL {
            assert_eq!(Qualifier::named(kind.name()), *kind);
        }
    }
}
