//! What there is to know of the files beside an article: layers, codebook, settings of the folder.

use super::files::host_error;
use super::reading::import_warning;
use crate::gui::words::say;
use crate::host::{SettingsFault, SettingsFaultKind};
use crate::library::{
    AboutLayer, CodebookError, CodebookFault, CodebookField, CodebookWarning, FileWarning, LayerFault,
    LayerWarning, LineFault, LookAlike, TooLarge,
};

/// In one line.
pub(super) fn file_warning(warning: &FileWarning) -> String {
    match warning {
        FileWarning::Article(warning) => import_warning(warning),
        FileWarning::NoCodebook(path, fault) => {
            say!("layers-no-codebook", path = path.display().to_string(), reason = codebook_fault(fault))
        }
        FileWarning::Codebook(path, warning) => {
            say!("layers-of", name = path.display().to_string(), what = codebook_warning(warning))
        }
        FileWarning::Settings(fault) => settings(fault),
        FileWarning::Unlisted(error) => say!("layers-unlisted", reason = host_error(error)),
        FileWarning::Layer(name, about) => layer(name, about),
        FileWarning::LeftUnreadable(path, fault) => {
            let reason = match fault {
                LayerFault::Host(error) => host_error(error),
                LayerFault::TooLarge(reason) => too_large(*reason),
            };
            say!("layers-left-unreadable", path = path.display().to_string(), reason = reason)
        }
        FileWarning::BegunApart { person, folder } => {
            say!("layers-begun-apart", person = person.as_str(), folder = folder.display().to_string())
        }
    }
}

fn layer(name: &str, about: &AboutLayer) -> String {
    match about {
        AboutLayer::None => say!("layers-no-layer", name = name),
        AboutLayer::TooLarge(reason) => say!("layers-too-large", name = name, reason = too_large(*reason)),
        AboutLayer::Unreadable(error) => say!("layers-unreadable", name = name, reason = host_error(error)),
        AboutLayer::Copy => say!("layers-copy", name = name),
        AboutLayer::Content(warning) => say!("layers-of", name = name, what = layer_warning(warning)),
        AboutLayer::More(n) => say!("layers-more", name = name, count = *n),
    }
}

fn too_large(reason: TooLarge) -> String {
    match reason {
        TooLarge::Bytes => say!("layer-too-many-bytes", most = reason.most()),
        TooLarge::Lines => say!("layer-too-many-lines", most = reason.most()),
    }
}

fn layer_warning(warning: &LayerWarning) -> String {
    match warning {
        LayerWarning::Unread(reason) => say!("layer-unread", reason = too_large(*reason)),
        LayerWarning::Line(number, fault) => say!("layer-line", number = *number, what = line_fault(*fault)),
        LayerWarning::NoHeader => say!("layer-no-header"),
        LayerWarning::Newer => say!("layer-newer"),
        LayerWarning::OtherHeader(name) => say!("layer-other-header", person = name.as_str()),
        LayerWarning::Elsewhere(n) => say!("layer-elsewhere", count = *n),
    }
}

fn line_fault(fault: LineFault) -> String {
    match fault {
        LineFault::TooLong => say!("line-too-long"),
        LineFault::Unreadable => say!("line-unreadable"),
        LineFault::BareHeader => say!("line-bare-header"),
        LineFault::NoId => say!("line-no-id"),
        LineFault::OtherKind => say!("line-other-kind"),
        LineFault::NoTarget => say!("line-no-target"),
        LineFault::TooManyPieces => say!("line-too-many-pieces"),
        LineFault::BadPosition => say!("line-bad-position"),
        LineFault::ForeignFigure => say!("line-foreign-figure"),
        LineFault::ForeignSources => say!("line-foreign-sources"),
    }
}

fn codebook_fault(fault: &CodebookFault) -> String {
    match fault {
        CodebookFault::Host(error) => host_error(error),
        CodebookFault::Content(CodebookError::Form(reason)) => {
            say!("codebook-form", reason = reason.trim_end())
        }
        CodebookFault::Content(CodebookError::BadSlug(slug)) => {
            say!("codebook-bad-slug", slug = slug.as_str())
        }
        CodebookFault::Content(CodebookError::DoubledSlug(slug)) => {
            say!("codebook-doubled-slug", slug = slug.as_str())
        }
        CodebookFault::Content(CodebookError::DoubledKey(key)) => {
            say!("codebook-doubled-key", key = key.to_string())
        }
    }
}

fn codebook_warning(warning: &CodebookWarning) -> String {
    match warning {
        CodebookWarning::MissingTag { relation, tag } => {
            say!("codebook-missing-tag", relation = relation.as_str(), tag = tag.as_str())
        }
        CodebookWarning::NoSuch { tag, field, value } => {
            let (tag, value) = (tag.as_str(), value.as_str());
            match field {
                CodebookField::Answer => say!("codebook-no-answer", tag = tag, value = value),
                CodebookField::Colour => say!("codebook-no-colour", tag = tag, value = value),
                CodebookField::Key => say!("codebook-no-key", tag = tag, value = value),
                CodebookField::Shape => say!("codebook-no-shape", tag = tag, value = value),
            }
        }
        CodebookWarning::Alike(alike) => self::alike(alike),
    }
}

/// Tags that look like each other.
pub(super) fn alike(alike: &LookAlike) -> String {
    match alike {
        LookAlike::More(n) => say!("alike-more", count = *n),
        LookAlike::Pair([(first, _), (second, _)]) => {
            say!("alike-pair", first = first.as_str(), second = second.as_str())
        }
    }
}

fn settings(fault: &SettingsFault) -> String {
    let path = fault.path.display().to_string();
    match &fault.what {
        SettingsFaultKind::Host(error) => say!("folder-settings", path = path, reason = host_error(error)),
        SettingsFaultKind::Form(reason) => say!("folder-settings", path = path, reason = reason.as_str()),
        SettingsFaultKind::UnknownKey { line, key, known } => {
            let known = known.join(", ");
            say!("folder-settings-key", path = path, line = *line, key = key.as_str(), known = known)
        }
        SettingsFaultKind::MoreKeys(n) => say!("folder-settings-more", path = path, count = *n),
    }
}
