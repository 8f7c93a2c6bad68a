//! The measures by name.

use std::fmt;

/// How a mark of one person counts as found by another.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum SpanMode {
    /// The same ends and the same tags (SemEval 2013).
    Strict,
    /// The same ends.
    Exact,
    /// The same ends count 1, any overlap ½.
    Partial,
    /// Any overlap and the same tags.
    Type,
    /// At least this share, in thousandths, of what either covers is covered by both; any tags.
    Share(u16),
}

/// What is asked of the marks that were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// How many of the second person's marks the first one has.
    Precision,
    /// How many of the first person's marks the second one has.
    Recall,
    /// The harmonic mean of both, which is the same both ways.
    F1,
}

/// A measure of agreement.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Measure {
    /// Of marks, between two people.
    Span(SpanMode, Part),
    /// Cohen's κ: of words, marked or not, between two people.
    CohenKappa,
    /// Fleiss' κ: of words, marked or not, between all.
    FleissKappa,
    /// Krippendorff's α for nominal values: of words, marked or not.
    Alpha,
    /// Krippendorff's u-α of 2016: of the passages on the line of code points, a tag against none.
    UnitizingAlpha,
    /// γ of Mathet and others 2015, with α = β = 1 and a fixed seed.
    Gamma,
}

impl Measure {
    /// Those that are asked for where none is named.
    pub const ALL: [Self; 23] = {
        let spans = [
            SpanMode::Strict,
            SpanMode::Exact,
            SpanMode::Partial,
            SpanMode::Type,
            SpanMode::Share(500),
            SpanMode::Share(750),
        ];
        let mut all = [Self::Gamma; 23];
        let mut nth = 0;
        while nth < 18 {
            let part = [Part::Precision, Part::Recall, Part::F1][nth % 3];
            all[nth] = Self::Span(spans[nth / 3], part);
            nth += 1;
        }
        all[18] = Self::CohenKappa;
        all[19] = Self::FleissKappa;
        all[20] = Self::Alpha;
        all[21] = Self::UnitizingAlpha;
        all
    };

    /// The measures that a word means: one by its name (`strict-f1`, `iou-0.6-recall`), or all of a kind
    /// (`strict`, `f1`, `kappa`, `alpha`). None where it means nothing.
    pub fn named(word: &str) -> Vec<Self> {
        let word = word.to_lowercase();
        let (mode, part) = match word.rsplit_once('-') {
            Some((mode, part)) if Part::named(part).is_some() => (mode, Part::named(part)),
            _ => (word.as_str(), None),
        };
        if let Some(mode) = SpanMode::named(mode) {
            let parts = Part::ALL.into_iter().filter(|one| part.is_none_or(|part| part == *one));
            return parts.map(|part| Self::Span(mode, part)).collect();
        }
        let is_meant = |measure: &Self| {
            let name = measure.to_string();
            name == word || name.rsplit('-').next() == Some(&word) || name.split('-').next() == Some(&word)
        };
        Self::ALL.into_iter().filter(is_meant).collect()
    }

    /// Whether it is about two people.
    pub fn is_of_two(self) -> bool {
        matches!(self, Self::Span(..) | Self::CohenKappa)
    }

    /// What it counts: marks, words or code points.
    pub fn counts(self) -> &'static str {
        match self {
            Self::Span(..) | Self::Gamma => "marks",
            Self::CohenKappa | Self::FleissKappa | Self::Alpha => "words",
            Self::UnitizingAlpha => "code points",
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Span(mode, part) => write!(f, "{mode}-{}", part.name()),
            Self::CohenKappa => f.write_str("cohen-kappa"),
            Self::FleissKappa => f.write_str("fleiss-kappa"),
            Self::Alpha => f.write_str("krippendorff-alpha"),
            Self::UnitizingAlpha => f.write_str("u-alpha"),
            Self::Gamma => f.write_str("gamma"),
        }
    }
}

impl SpanMode {
    fn named(word: &str) -> Option<Self> {
        match word {
            "strict" => Some(Self::Strict),
            "exact" => Some(Self::Exact),
            "partial" => Some(Self::Partial),
            "type" => Some(Self::Type),
            _ => {
                let share: f64 = word.strip_prefix("iou-")?.parse().ok()?;
                let thousandths = (1..=1000_u16).find(|&n| (f64::from(n) / 1e3 - share).abs() < 5e-4)?;
                Some(Self::Share(thousandths))
            }
        }
    }
}

impl fmt::Display for SpanMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Strict => f.write_str("strict"),
            Self::Exact => f.write_str("exact"),
            Self::Partial => f.write_str("partial"),
            Self::Type => f.write_str("type"),
            Self::Share(thousandths) => write!(f, "iou-{}", f64::from(*thousandths) / 1e3),
        }
    }
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Precision, Self::Recall, Self::F1];

    /// What files call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Precision => "precision",
            Self::Recall => "recall",
            Self::F1 => "f1",
        }
    }

    fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_a_name_of_its_own_and_is_found_by_it() {
        for measure in Measure::ALL {
            assert_eq!(Measure::named(&measure.to_string()), [measure]);
        }
        assert_eq!(Measure::named("iou-0.6").len(), 3);
        assert_eq!(Measure::named("kappa"), [Measure::CohenKappa, Measure::FleissKappa]);
        assert_eq!(Measure::named("f1").len(), 6);
        assert_eq!(Measure::named("IOU-0.5-F1"), [Measure::Span(SpanMode::Share(500), Part::F1)]);
        assert!(Measure::named("iou-2").is_empty() && Measure::named("beauty").is_empty());
        // u-α ends in the name of α, and both are meant by that.
        assert_eq!(Measure::named("alpha"), [Measure::Alpha, Measure::UnitizingAlpha]);
    }
}
