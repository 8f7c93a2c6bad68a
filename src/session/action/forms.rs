//! The names of the actions in a line, and the words that each takes.

/// The words of the text form and what follows each; help and the errors are made of it.
pub const FORMS: &[(&str, &str)] = &[
    ("select", "'words' [N] | FROM..TO"),
    ("select-more", "'words' [N] | FROM..TO"),
    ("caret", "'words' [N] | FROM..TO | end"),
    ("clear", ""),
    ("mark", ""),
    ("tag", "TAG [ID]"),
    ("tag-all", "TAG 'words' [case] [word] [regex]"),
    ("untag", "[ID] TAG"),
    ("retag", "[ID] TAG"),
    ("note", "[ID] 'words'"),
    ("add-note", "[ID] 'words'"),
    ("source", "[ID] 'the army ← a hospital' | 'unattributed'"),
    ("source-here", "[ID]"),
    ("take-source", "[ID]"),
    ("cue", "[ID] 'said'"),
    ("certainty", "[ID] 'probable'"),
    ("source-actor", "[ID] [N] 'slug'"),
    ("figure", "[ID] [N | +] 'more than 35'"),
    ("figure-set", "[ID] [N] FIELD 'words'"),
    ("take-figures", "[ID]"),
    ("convention", "as-worded | acled | house"),
    ("no-figure", "[ID] [N]"),
    ("delete", "[ID]"),
    ("move", "ID 'words' [N] | FROM..TO …"),
    ("link", "ID RELATION ID [in DOCUMENT]"),
    ("unlink", "ID RELATION ID"),
    ("imply", "TAG 'wording'"),
    ("confirm", "[ID] [N]"),
    ("put", "ID 'words' [N] | FROM..TO …"),
    ("settle", "ID this | other [N] | both"),
    ("decide", "take | merge | drop | open ID … 'reason'"),
    ("accept", "ID for ID | optional"),
    ("focus", "[ID]"),
    ("copy", "[ID]"),
    ("take-remark", "N"),
    ("propose", "[none]"),
    ("proposal", "N"),
    ("accept-proposal", "[N]"),
    ("refuse-proposal", "[N]"),
    ("show", "NAME"),
    ("hide", "NAME"),
    ("undo", ""),
    ("redo", ""),
    ("restore", "DAY"),
    ("save", ""),
    ("reopen", ""),
    (
        "actor",
        "group 'name' … | split 'name' … | note 'name' 'words' | reading 'name' 'proposed' | remove 'name'",
    ),
    ("incident", "join ['name'] ID … | split ID … | name ID 'name' | remove ID"),
    ("verdict", "ID VALUE 'reason'"),
    ("not-found", "'words' ['where'] | remove 'words'"),
];

/// All actions by name, for whoever gave another one.
pub(in crate::session) fn verbs() -> String {
    let names: Vec<&str> = FORMS.iter().map(|&(name, _)| name).collect();
    format!("the actions are {}", names.join(", "))
}
