//! Pages in the middle of the window that are about the folder: each is one file and a row of `VIEWS`.

pub(super) mod all_marks;
