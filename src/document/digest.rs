//! The identity of a text: its SHA-256, and the id of a document that is minted from it.

use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Postil's namespace. Part of the file format: never fetched, never changed.
pub const NAMESPACE: Uuid = Uuid::from_u128(0xc9a2f5d8_3b64_4e0a_9d17_6f2b8e51a043);

/// The SHA-256 of a reading text in UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

const BASE64URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const NI: &str = "ni:///sha-256;";

impl Digest {
    /// The digest of `text`.
    pub fn of(text: &str) -> Self {
        Self::of_bytes(text.as_bytes())
    }

    /// The digest of any bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The 32 bytes themselves.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Lower-case hexadecimal, the name of a kept text.
    pub fn hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The first 16 hexadecimal digits, as `postil:was` names a version of a line.
    pub fn short_hex(self) -> String {
        self.hex().chars().take(16).collect()
    }

    /// The RFC 6920 name: `ni:///sha-256;` and base64url without padding.
    pub fn ni(self) -> String {
        let mut name = NI.to_owned();
        for chunk in self.0.chunks(3) {
            let bits = chunk.iter().fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte))
                << (8 * (3 - chunk.len()));
            for place in 0..=chunk.len() {
                let letter = BASE64URL.get((bits >> (18 - 6 * place) & 63) as usize);
                name.extend(letter.copied().map(char::from));
            }
        }
        name
    }
}

impl FromStr for Digest {
    type Err = NotADigest;

    /// Reads the form that [`Digest::ni`] writes.
    fn from_str(name: &str) -> Result<Self, NotADigest> {
        let code = name.strip_prefix(NI).ok_or(NotADigest)?;
        let mut bytes = Vec::with_capacity(33);
        let (mut bits, mut n_bits) = (0_u32, 0);
        for character in code.bytes() {
            bits = bits << 6 | value_of(character).ok_or(NotADigest)?;
            n_bits += 6;
            if 8 <= n_bits {
                n_bits -= 8;
                bytes.push(u8::try_from(bits >> n_bits & 255).map_err(|_| NotADigest)?);
            }
        }
        Ok(Self(bytes.try_into().map_err(|_| NotADigest)?))
    }
}

/// The six bits that a letter of [`BASE64URL`] stands for.
fn value_of(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.ni())
    }
}

/// What a string is that names no digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADigest;

impl fmt::Display for NotADigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an `ni:///sha-256;` name")
    }
}

impl std::error::Error for NotADigest {}

/// Which document a mark is about, whatever its file is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub Uuid);

impl DocumentId {
    /// The id that two people give independently to the same text: version 5 of our namespace
    /// and the digest's name.
    pub fn mint(digest: Digest) -> Self {
        Self(Uuid::new_v5(&NAMESPACE, digest.ni().as_bytes()))
    }

    /// What stands for the folder that a file lies in, where the file is about no document of it: the same
    /// for everybody and in every folder, so that two machines of one person begin one layer.
    pub fn of_folder() -> Self {
        Self(Uuid::new_v5(&NAMESPACE, b"folder"))
    }

    /// The absolute IRI of the files.
    pub fn iri(self) -> String {
        self.0.urn().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The article of the worked example in the description of the format.
    const MARKET: &str = "Shells hit a market 🕊\n\nOn Monday shells fell on the market of the lower town. A monitoring group said that the army had fired them from the ridge.\n\n“More than 35 people were killed,” the group said, citing a hospital. The army denied, in a statement on Tuesday, that it had fired on the town. No week of this war has been more shameful.\n";

    #[test]
    fn digest_and_id_are_those_of_the_format() {
        let digest = Digest::of(MARKET);
        assert_eq!(digest.ni(), "ni:///sha-256;HZaZil7y4jCLM85O7aWMzcHX8Ndh_XfaBBF5gufQNoI");
        assert_eq!(digest.hex(), "1d96998a5ef2e2308b33ce4eeda58ccdc1d7f0d761fd77da04117982e7d03682");
        assert_eq!(DocumentId::mint(digest).iri(), "urn:uuid:6b446b9e-ce9d-5309-a4d0-b494cef2d413");
    }

    #[test]
    fn a_digest_reads_what_it_writes() {
        let digest = Digest::of("x");
        assert_eq!(digest.ni().parse(), Ok(digest));
        assert_eq!("ni:///sha-256;AAAA".parse::<Digest>(), Err(NotADigest));
        assert_eq!("sha256".parse::<Digest>(), Err(NotADigest));
    }
}
