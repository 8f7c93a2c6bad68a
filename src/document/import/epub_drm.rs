//! Protection against copying: which parts of a book are encrypted, and by whose scheme. Only fonts that are
//! disguised so that they cannot be taken out alone are no protection.

use super::container::{Container, within};
use super::epub_package::unescaped;
use super::epub_xml::elements;
use std::collections::BTreeSet;

/// Whose schemes a book may say that it is protected by; the first where it does not say.
pub const SCHEMES: [&str; 4] = ["", "Readium LCP", "Apple FairPlay", "Adobe ADEPT"];

/// What is encrypted in a book.
#[derive(Clone, Debug, Default)]
pub(super) struct Protection {
    /// The parts that cannot be read.
    pub(super) parts: BTreeSet<String>,
    /// Whose scheme it is, as far as the book tells.
    pub(super) scheme: &'static str,
}

impl Protection {
    /// Reads what the book says of it.
    pub(super) fn of(container: &mut Container<'_>) -> Self {
        let list = container.index("META-INF/encryption.xml").ok().flatten().unwrap_or_default();
        let scheme = match () {
            () if container.has("META-INF/license.lcpl") => "Readium LCP",
            () if container.has("META-INF/sinf.xml") => "Apple FairPlay",
            () if container.has("META-INF/rights.xml") => "Adobe ADEPT",
            () => "",
        };
        let mut parts = BTreeSet::new();
        let mut is_font = false;
        for element in elements(&list) {
            match element.name.as_str() {
                "EncryptedData" => is_font = false,
                "EncryptionMethod" => {
                    let method = element.get("Algorithm").unwrap_or_default();
                    is_font =
                        method.contains("idpf.org/2008/embedding") || method.contains("ns.adobe.com/pdf/enc");
                }
                "CipherReference" if !is_font => {
                    let name = element.get("URI").and_then(|name| within("", &unescaped(name)));
                    parts.extend(name);
                }
                _ => {}
            }
        }
        Self { parts, scheme }
    }
}
