//! Fields of a DOCX file: instructions of which only the results are text.

/// The fields that are open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

#[derive(Debug, Default)]
struct Field {
    code: String,
    /// Whether its result has begun.
    shows: bool,
    is_link: bool,
}

impl Fields {
    pub(super) fn begin(&mut self) {
        self.open.push(Field::default());
    }

    /// Takes more of the instruction.
    pub(super) fn code(&mut self, code: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.shows) {
            field.code.push_str(code);
        }
    }

    /// The result begins; where it is a link, the address.
    pub(super) fn show(&mut self) -> Option<String> {
        let field = self.open.last_mut()?;
        field.shows = true;
        let address = address(&field.code);
        field.is_link = address.is_some();
        address
    }

    /// Ends the innermost; whether it was a link.
    pub(super) fn end(&mut self) -> bool {
        self.open.pop().is_some_and(|field| field.is_link)
    }

    /// Whether what comes is part of an instruction.
    pub(super) fn is_in_code(&self) -> bool {
        self.open.iter().any(|field| !field.shows)
    }

    /// An instruction that goes on over the end of a paragraph is none: its file is damaged, and what
    /// follows is text.
    pub(super) fn end_paragraph(&mut self) {
        self.open.retain(|field| field.shows);
    }
}

/// Where the result of an instruction leads.
fn address(code: &str) -> Option<String> {
    let words = words(code);
    let mut words = words.iter().map(String::as_str);
    let kind = words.next()?.to_ascii_uppercase();
    let (mut target, mut place, mut is_followed) = (None, None, false);
    while let Some(word) = words.next() {
        match word {
            "\\l" => place = words.next(),
            "\\h" => is_followed = true,
            // A tip and a frame, each with a word after it.
            "\\o" | "\\t" => drop(words.next()),
            _ if word.starts_with('\\') => {}
            _ => target = target.or(Some(word)),
        }
    }
    match kind.as_str() {
        "HYPERLINK" => {
            let place = place.map(|place| format!("#{place}")).unwrap_or_default();
            Some(format!("{}{place}", target.unwrap_or_default())).filter(|address| !address.is_empty())
        }
        "REF" | "PAGEREF" | "NOTEREF" if is_followed => target.map(|target| format!("#{target}")),
        _ => None,
    }
}

/// The words of an instruction; what stands in quotation marks is one.
fn words(code: &str) -> Vec<String> {
    let (mut words, mut word, mut is_quoted) = (Vec::new(), String::new(), false);
    for letter in code.chars() {
        match letter {
            '"' | '“' | '”' => {
                is_quoted = !is_quoted;
                if !is_quoted {
                    words.push(std::mem::take(&mut word));
                }
            }
            _ if letter.is_whitespace() && !is_quoted => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
            _ => word.push(letter),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_from_instructions() {
        let table = [
            (" HYPERLINK \"https://a.example/b c\" ", Some("https://a.example/b c")),
            ("HYPERLINK \\l \"part 2\" \\o \"a tip\"", Some("#part 2")),
            ("hyperlink https://a.example \\l top", Some("https://a.example#top")),
            ("REF _Ref7 \\h", Some("#_Ref7")),
            ("REF _Ref7", None),
            ("PAGE", None),
            ("", None),
        ];
        for (code, expected) in table {
            assert_eq!(address(code).as_deref(), expected, "{code}");
        }
    }

    #[test]
    fn only_results_show() {
        let mut fields = Fields::default();
        fields.begin();
        fields.code("IF 1 = ");
        fields.begin();
        assert!(fields.show().is_none() && fields.is_in_code(), "a result within an instruction");
        assert!(!fields.end());
        fields.show();
        assert!(!fields.is_in_code());
        fields.end();
        fields.begin();
        fields.end_paragraph();
        assert!(!fields.is_in_code());
    }
}
