/// A pattern that says which letters a text consists of, and how many of them: `^[a-z0-9-]{3,24}$`. Most patterns of
/// names are of this kind, and holding a name against one takes no engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OneClass {
    /// A bit for each letter of ASCII.
    letters: u128,
    least: usize,
    most: usize,
}

impl OneClass {
    /// `None` for a pattern of another kind.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        let inner = pattern.strip_prefix("^[")?.strip_suffix('$')?;
        let (class, quantifier) = split_class(inner)?;
        let (least, most) = match quantifier {
            "+" => (1, usize::MAX),
            "*" => (0, usize::MAX),
            "" => (1, 1),
            bounds => {
                let bounds = bounds.strip_prefix('{')?.strip_suffix('}')?;
                let (least, most) = bounds.split_once(',').unwrap_or((bounds, bounds));
                (least.parse().ok()?, most.parse().ok()?)
            }
        };
        Some(Self { letters: letters(class)?, least, most })
    }

    /// Whether a text of ASCII is as the pattern says.
    pub(super) fn matches(self, text: &str) -> bool {
        let is_of_class = |byte: u8| byte.is_ascii() && self.letters & bit(byte) != 0;
        (self.least..=self.most).contains(&text.len()) && text.bytes().all(is_of_class)
    }
}

/// What stands in the square brackets, and behind them.
fn split_class(inner: &str) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    let end = inner.find(|letter| {
        let ends = letter == ']' && !is_escaped;
        is_escaped = letter == '\\' && !is_escaped;
        ends
    })?;
    Some((&inner[..end], &inner[end + 1..]))
}

/// The letters of a class; `None` for one that says more than letters, ranges and `\w`.
fn letters(class: &str) -> Option<u128> {
    let mut items = Vec::new();
    let mut letters = 0;
    let mut rest = class.bytes().peekable();
    if !class.is_ascii() || class.is_empty() || class.starts_with('^') {
        return None;
    }
    while let Some(byte) = rest.next() {
        match byte {
            b'\\' => match rest.next()? {
                b'w' => {
                    letters |= (0..=127)
                        .filter(|byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_')
                        .fold(0, |all, byte| all | bit(byte));
                    // No range begins or ends here.
                    items.push(None);
                }
                escaped if escaped.is_ascii_punctuation() => items.push(Some((escaped, true))),
                _ => return None,
            },
            b'[' | b'&' | b'~' => return None,
            plain => items.push(Some((plain, false))),
        }
    }
    let mut at = 0;
    while at < items.len() {
        match (items[at], items.get(at + 1), items.get(at + 2)) {
            (Some((first, _)), Some(Some((b'-', false))), Some(Some((last, _)))) => {
                if first > *last {
                    return None;
                }
                letters |= (first..=*last).fold(0, |all, byte| all | bit(byte));
                at += 3;
            }
            (Some((byte, _)), ..) => {
                letters |= bit(byte);
                at += 1;
            }
            // What stands for several letters ends no range: the hyphen is one, and so is what comes behind it.
            (None, Some(Some((b'-', false))), Some(Some((byte, _)))) => {
                letters |= bit(b'-') | bit(*byte);
                at += 3;
            }
            (None, ..) => at += 1,
        }
    }
    Some(letters)
}

fn bit(byte: u8) -> u128 {
    1 << byte
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An engine says the same of every letter, and of texts of several lengths.
    #[test]
    fn a_class_is_read_as_an_engine_reads_it() {
        let patterns = [
            r"^[-\w\._\(\)]+$",
            "^[a-z0-9]+$",
            "^[a-zA-Z0-9-]{3,24}$",
            "^[a-zA-Z0-9-_]*$",
            "^[a-zA-Z0-9_.-]*$",
            "^[0-9]{2}$",
            "^[-a-c.]$",
        ];
        for pattern in patterns {
            let engine = regex_lite::Regex::new(pattern).unwrap();
            let class = OneClass::of(pattern).unwrap();
            for letter in (1..=127_u8).map(char::from) {
                for length in [0, 1, 2, 3, 24, 25] {
                    let text = letter.to_string().repeat(length);
                    assert_eq!(class.matches(&text), engine.is_match(&text), "{pattern} {text:?}");
                }
            }
        }
    }

    #[test]
    fn what_says_more_is_left_to_an_engine() {
        for pattern in ["^[a-z][a-z0-9]*$", "^[a-z]+", "[a-z]+$", "^[^a]+$", r"^[\d]+$", "^[z-a]$", "^[a-z", "^[a]+?$"]
        {
            assert_eq!(OneClass::of(pattern), None, "{pattern}");
        }
    }
}
