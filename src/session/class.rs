//! A class: the layers that pupils handed in, against a key on the same text, with how they are weighed and what
//! the teacher decided.

pub mod action;
pub mod assignment;
pub mod book;
pub mod decisions;
pub mod density;
pub mod earlier;
pub mod feedback;
pub mod given;
pub mod handed;
pub mod making;
pub mod marking;
pub mod out;
pub mod pages;
pub mod phrase;
pub mod rubric;
pub mod tables;
pub mod wall;

pub use crate::exchange::gradebook::GradebookFault;
pub use crate::exchange::grades::{Grades, GradesFault};
pub use action::{ClassAction, ClassError};
pub use book::{ClassBook, ClassFault, ClassJob, KeySource, Lessons};
pub use decisions::{ClassDesk, ClassDeskFault, ClassLabel, ClassSaveJob, ClassSaveResult};
pub use handed::{Handed, HandedFault, LessonFault, NamedFault};
pub use marking::{Marking, Pupil, class_of, names};
pub use out::{Out, OutFault, Written};
pub use phrase::Phrase;
