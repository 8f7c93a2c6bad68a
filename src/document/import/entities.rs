//! Character references of HTML, for text that no parser has read.

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The longest name of a character reference, without `&` and `;`, in bytes.
const LONGEST_NAME: usize = 32;

/// `text` with its character references replaced; what is none stays.
pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        let (before, reference) = rest.split_at(at);
        decoded.push_str(before);
        let n_read = numeric(reference, &mut decoded).or_else(|| named(reference, &mut decoded));
        let n_read = n_read.unwrap_or_else(|| {
            decoded.push('&');
            1
        });
        rest = reference.get(n_read..).unwrap_or_default();
    }
    decoded.push_str(rest);
    decoded
}

/// Reads `&#1081;` and `&#x439;`; gives the bytes read.
fn numeric(reference: &str, decoded: &mut String) -> Option<usize> {
    let body = reference.strip_prefix("&#")?;
    let (digits, radix, n_head) = match body.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 3),
        None => (body, 10, 2),
    };
    let n_digits = digits.bytes().take_while(|&byte| char::from(byte).is_digit(radix)).count();
    let number = digits.get(..n_digits).filter(|digits| !digits.is_empty())?;
    let code = u32::from_str_radix(number, radix).unwrap_or(u32::MAX);
    // Web pages mean windows-1252 by the numbers of C1.
    let from_c1 = code.checked_sub(0x80).and_then(|n| C1_REPLACEMENTS.get(n as usize).copied().flatten());
    let character = from_c1.or(char::from_u32(code)).filter(|&c| c != '\0').unwrap_or('\u{fffd}');
    decoded.push(if character == '\r' { '\n' } else { character });
    let ends = usize::from(digits.as_bytes().get(n_digits) == Some(&b';'));
    Some(n_head + n_digits + ends)
}

/// Reads `&nbsp;` and, where the old names allow it, `&nbsp`; gives the bytes read.
fn named(reference: &str, decoded: &mut String) -> Option<usize> {
    let body = reference.get(1..)?;
    let n_name = body.bytes().take(LONGEST_NAME).take_while(u8::is_ascii_alphanumeric).count();
    let ends = usize::from(body.as_bytes().get(n_name) == Some(&b';'));
    // Old names need no `;` and may have letters after them: the longest name counts.
    let whole = [n_name + ends].into_iter().chain((2..=n_name).rev());
    whole.filter_map(|n| body.get(..n)).find_map(|name| {
        let &(first, second) = NAMED_ENTITIES.get(name)?;
        // Beginnings of names are in the table with no character.
        decoded.push(char::from_u32(first).filter(|&c| c != '\0')?);
        decoded.extend(char::from_u32(second).filter(|&c| c != '\0'));
        Some(1 + name.len())
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn references_become_characters() {
        let table = [
            ("a &amp; b &lt;&gt;&quot;", "a & b <>\""),
            ("&laquo;&#1076;&#x430;&raquo;", "«да»"),
            ("&#151; &#x97; &#0; &#xd800; &#99999999999;", "— — \u{fffd} \u{fffd} \u{fffd}"),
            ("fish & chips &c. &; &# &#x; &nosuch; AT&T", "fish & chips &c. &; &# &#x; &nosuch; AT&T"),
            ("1&nbsp2 &Afr; &notit; &am", "1\u{a0}2 𝔄 ¬it; &am"),
        ];
        for (text, expected) in table {
            assert_eq!(decode(text), expected);
        }
    }
}
