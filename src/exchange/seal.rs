//! A key behind a pass-phrase: argon2id (RFC 9106) makes the secret, XChaCha20-Poly1305 closes what it is for.
//!
//! A file begins with `POSTIL-SEAL`, a version, the parameters and the salt of argon2id, and the nonce; the
//! rest is the ciphertext, with the head as what goes with it. Beside it goes a commitment, SHA-256 of salt and
//! contents, which can be published: whoever has the contents later can see that they were fixed before.
//!
//! A pass-phrase on somebody's disk can be guessed in time: this keeps honest people honest.

use crate::document::Digest;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

const MAGIC: &[u8] = b"POSTIL-SEAL\x01";
const N_SALT: usize = 16;
const N_NONCE: usize = 24;
/// Three numbers of four bytes.
const N_PARAMETERS: usize = 12;
const N_HEAD: usize = MAGIC.len() + N_PARAMETERS + N_SALT + N_NONCE;
/// What the secret takes: KiB of memory, passes, lanes.
const COST: [u32; 3] = [19_456, 3, 1];
/// What a stranger's file may ask for.
const MOST_COST: [u32; 3] = [262_144, 16, 4];

/// What salt and nonce are made of.
pub type Chance = [u8; N_SALT + N_NONCE];

/// Why something cannot be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// It is nothing sealed.
    NotSealed,
    /// It ends too soon.
    CutOff,
    /// It asks for more memory or time than is given to a stranger's file.
    TooCostly,
    /// Another pass-phrase was used, or the file was changed.
    Wrong,
    /// There is no pass-phrase.
    NoPassPhrase,
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotSealed => "it is no sealed file",
            Self::CutOff => "the sealed file is cut off",
            Self::TooCostly => "the sealed file asks for more memory than is given to it",
            Self::Wrong => "the pass-phrase is another one, or the sealed file was changed",
            Self::NoPassPhrase => "there is no pass-phrase",
        })
    }
}

impl std::error::Error for SealError {}

/// Closes `contents` behind a pass-phrase.
pub fn seal(contents: &[u8], pass_phrase: &str, chance: &Chance) -> Result<Vec<u8>, SealError> {
    let mut head = MAGIC.to_vec();
    COST.iter().for_each(|number| head.extend(number.to_le_bytes()));
    head.extend(chance);
    let parts = Parts::of(&head)?;
    let closed = parts.cipher(pass_phrase)?.encrypt(&parts.nonce()?, Payload { msg: contents, aad: &head });
    head.extend(closed.map_err(|_| SealError::Wrong)?);
    Ok(head)
}

/// What a sealed file holds.
///
/// # Errors
/// Where it is none, is damaged, or the pass-phrase is another one.
pub fn unseal(sealed: &[u8], pass_phrase: &str) -> Result<Vec<u8>, SealError> {
    let parts = Parts::of(sealed)?;
    let payload = Payload { msg: parts.closed, aad: parts.head };
    parts.cipher(pass_phrase)?.decrypt(&parts.nonce()?, payload).map_err(|_| SealError::Wrong)
}

/// Whether bytes are a sealed file, whole or not.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// What can be published of contents that were sealed: SHA-256 of the salt and the contents, in hexadecimal.
pub fn commitment(sealed: &[u8], contents: &[u8]) -> Result<String, SealError> {
    let parts = Parts::of(sealed)?;
    Ok(Digest::of_bytes(&[parts.salt, contents].concat()).hex())
}

/// A sealed file, taken apart.
struct Parts<'a> {
    head: &'a [u8],
    cost: [u32; 3],
    salt: &'a [u8],
    nonce: &'a [u8],
    closed: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(bytes: &'a [u8]) -> Result<Self, SealError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(SealError::NotSealed)?;
        let (head, closed) = bytes.split_at_checked(N_HEAD).ok_or(SealError::CutOff)?;
        let (numbers, rest) = rest.split_at_checked(N_PARAMETERS).ok_or(SealError::CutOff)?;
        let (salt, rest) = rest.split_at_checked(N_SALT).ok_or(SealError::CutOff)?;
        let (nonce, _) = rest.split_at_checked(N_NONCE).ok_or(SealError::CutOff)?;
        let mut cost = [0; 3];
        for (number, bytes) in cost.iter_mut().zip(numbers.chunks_exact(4)) {
            *number = u32::from_le_bytes(bytes.try_into().map_err(|_| SealError::CutOff)?);
        }
        if cost.iter().zip(MOST_COST).any(|(&number, most)| number == 0 || most < number) {
            return Err(SealError::TooCostly);
        }
        Ok(Self { head, cost, salt, nonce, closed })
    }

    fn nonce(&self) -> Result<XNonce, SealError> {
        XNonce::try_from(self.nonce).map_err(|_| SealError::CutOff)
    }

    fn cipher(&self, pass_phrase: &str) -> Result<XChaCha20Poly1305, SealError> {
        // Two keyboards may write one letter in different bytes.
        let pass_phrase: String = pass_phrase.trim().nfc().collect();
        if pass_phrase.is_empty() {
            return Err(SealError::NoPassPhrase);
        }
        let [memory, passes, lanes] = self.cost;
        let parameters = Params::new(memory, passes, lanes, Some(32)).map_err(|_| SealError::TooCostly)?;
        let mut secret = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into(pass_phrase.as_bytes(), self.salt, &mut secret)
            .map_err(|_| SealError::TooCostly)?;
        XChaCha20Poly1305::new_from_slice(&secret).map_err(|_| SealError::TooCostly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANCE: Chance = [7; 40];

    #[test]
    fn what_is_sealed_comes_back_by_its_pass_phrase_alone() {
        let sealed = seal(b"the key", "ein Wort f\u{fc}r alle", &CHANCE).unwrap();
        assert!(is_sealed(&sealed) && !sealed.windows(7).any(|part| part == b"the key"));
        // The same letter in two code points, and the end of a line.
        assert_eq!(unseal(&sealed, "ein Wort fu\u{308}r alle\n").unwrap(), b"the key");
        assert_eq!(unseal(&sealed, "ein Wort"), Err(SealError::Wrong));
        assert_eq!(unseal(&sealed, " "), Err(SealError::NoPassPhrase));
        let published = commitment(&sealed, b"the key").unwrap();
        assert_eq!(published.len(), 64);
        assert_ne!(published, commitment(&sealed, b"another key").unwrap());
    }

    #[test]
    fn a_changed_or_cut_or_costly_file_is_named_and_opens_nothing() {
        let sealed = seal(b"the key", "word", &CHANCE).unwrap();
        for length in [0, 5, 12, 30, N_HEAD - 1] {
            let expected = if length < MAGIC.len() { SealError::NotSealed } else { SealError::CutOff };
            assert_eq!(unseal(&sealed[..length], "word"), Err(expected), "{length}");
        }
        assert_eq!(unseal(&sealed[..sealed.len() - 1], "word"), Err(SealError::Wrong));
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(unseal(&changed, "word"), Err(SealError::Wrong));
        let mut costly = sealed;
        costly[MAGIC.len()..MAGIC.len() + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(unseal(&costly, "word"), Err(SealError::TooCostly));
    }
}
