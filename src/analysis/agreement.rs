//! How far people who marked the same texts agree: which marks of two people belong together and how they
//! differ, and the measures of agreement over all of it.
//!
//! All measures are in code points or words, each with what it counts, an interval and, where it cannot be
//! told, why: undefined is never perfect.

pub mod clusters;
pub mod compare;
pub mod confusion;
mod drawing;
pub mod estimate;
mod gamma;
pub mod marked;
mod matching;
pub mod measure;
pub mod pairs;
mod per_tag;
mod prepared;
#[cfg(test)]
mod properties;
pub mod sentence;
mod spans;
mod tables;
#[cfg(test)]
mod tests;
mod together;
mod unit;
mod unitizing;
mod words;

pub use clusters::{Cluster, clusters};
pub use compare::{Compared, Finding, Scope, compare, compare_again, names_of, people_of};
pub use confusion::{Confusion, confusion};
pub use estimate::{Estimate, Undefined};
pub use marked::{Mark, Marked, Text};
pub use matching::{Matching, best_pairs};
pub use measure::{Measure, Part, SpanMode};
pub use pairs::{Difference, Pair, pairs, share};
pub use sentence::{Grade, sentence};
