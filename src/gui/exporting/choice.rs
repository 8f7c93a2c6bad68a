//! What can be handed on of what is looked at, and in which formats.

use crate::gui::words::say;
use crate::session::exporting::{Content, MakesSheet, Marks, proposed_name};
use std::path::PathBuf;

/// A format of the dialog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::gui) enum Form {
    #[default]
    Csv,
    Tsv,
    Xlsx,
    Ndjson,
    W3c,
    Markdown,
    /// A page of HTML: a table, or the report.
    Page,
}

impl Form {
    /// All of them, in the order of the dialog.
    const ALL: [Self; 7] =
        [Self::Csv, Self::Tsv, Self::Xlsx, Self::Ndjson, Self::W3c, Self::Markdown, Self::Page];

    /// The word of the command line and of the core.
    fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Xlsx => "xlsx",
            Self::Ndjson => "ndjson",
            Self::W3c => "w3c",
            Self::Markdown => "markdown",
            Self::Page => "html",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::W3c => "jsonld",
            Self::Markdown => "md",
            other => other.id(),
        }
    }
}

/// What is handed on.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) enum What {
    /// A page's table.
    Sheet(MakesSheet),
    /// Marks.
    Marks(Marks),
}

/// Something that can be handed on.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct Choice {
    /// In words, with how many there are.
    pub label: String,
    /// How many rows or marks.
    pub n: usize,
    /// The article or folder after which the file is called.
    pub of: String,
    /// The page after which it is called besides; empty for all marks.
    pub page: &'static str,
    /// What it is.
    pub what: What,
}

impl Choice {
    /// The formats that it can have.
    pub(super) fn forms(&self) -> impl Iterator<Item = Form> {
        let is_sheet = matches!(self.what, What::Sheet(_));
        Form::ALL.into_iter().filter(move |form| !is_sheet || *form != Form::W3c)
    }

    /// What a format is called for it.
    pub(super) fn label_of(&self, form: Form) -> String {
        match (form, &self.what) {
            (Form::Csv, _) => say!("format-csv"),
            (Form::Tsv, _) => say!("format-tsv"),
            (Form::Xlsx, _) => say!("format-xlsx"),
            (Form::Ndjson, _) => say!("format-ndjson"),
            (Form::W3c, _) => say!("format-w3c"),
            (Form::Markdown, _) => say!("format-markdown"),
            (Form::Page, What::Marks(_)) => say!("format-report"),
            (Form::Page, What::Sheet(_)) => say!("format-page"),
        }
    }

    /// What a format is good for.
    pub(super) fn hint_of(&self, form: Form) -> String {
        match (form, &self.what) {
            (Form::Csv, _) => say!("format-csv-hint"),
            (Form::Tsv, _) => say!("format-tsv-hint"),
            (Form::Xlsx, _) => say!("format-xlsx-hint"),
            (Form::Ndjson, _) => say!("format-ndjson-hint"),
            (Form::W3c, _) => say!("format-w3c-hint"),
            (Form::Markdown, _) => say!("format-markdown-hint"),
            (Form::Page, What::Marks(_)) => say!("format-report-hint"),
            (Form::Page, What::Sheet(_)) => say!("format-page-hint"),
        }
    }

    /// The content of the file in a format.
    pub(super) fn content(&self, form: Form) -> Content {
        match (&self.what, form) {
            (What::Sheet(makes), form) => Content::Sheet(makes.clone(), form.id()),
            (What::Marks(marks), Form::Page) => Content::Report(marks.clone()),
            (What::Marks(marks), form) => Content::Marks(marks.clone(), form.id()),
        }
    }

    /// What the file is called where nobody says otherwise.
    pub(super) fn file_name(&self, form: Form) -> PathBuf {
        proposed_name(&self.of, self.page, form.ending())
    }
}
