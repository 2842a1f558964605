//! Says in the words of `regex-lite` what a pattern says in those of ECMA 262, which are swagger's.
//!
//! The engine knows no letters beyond ASCII by their kind. What a pattern demands of them (`\p{L}`) is read as broadly
//! as can be, so that a text which keeps to the pattern is never refused.

/// The same pattern for `regex-lite`; `None` for one that only an engine which goes back can match, and for one of
/// which nobody can tell what it means.
pub(super) fn to_linear(pattern: &str) -> Option<String> {
    let mut translator = Translator { rest: pattern, written: String::with_capacity(pattern.len()) };
    while let Some(letter) = translator.next() {
        translator.outside_of_classes(letter)?;
    }
    Some(translator.written)
}

/// What ECMA 262 takes for white space, as members of a class.
const SPACE: &str = r"\t-\r \xA0\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}";

/// All that is no white space, as members of a class.
const NO_SPACE: &str = r"\x00-\x08\x0E-\x1F!-\x9F\xA1-\x{167F}\x{1681}-\x{1FFF}\x{200B}-\x{2027}\x{202A}-\x{202E}\x{2030}-\x{205E}\x{2060}-\x{2FFF}\x{3001}-\x{FEFE}\x{FF00}-\x{10FFFF}";

/// What a dot matches.
const NO_LINE_END: &str = r"[^\n\r\x{2028}\x{2029}]";

const BEYOND_ASCII: &str = r"\x80-\x{10FFFF}";

/// A member of a class.
enum Atom {
    Letter(char),
    /// Several, as the engine has them.
    Letters(String),
}

struct Translator<'p> {
    rest: &'p str,
    written: String,
}

impl Translator<'_> {
    fn next(&mut self) -> Option<char> {
        let letter = self.rest.chars().next()?;
        self.rest = &self.rest[letter.len_utf8()..];
        Some(letter)
    }

    fn eat(&mut self, expected: &str) -> bool {
        let rest = self.rest.strip_prefix(expected);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn outside_of_classes(&mut self, letter: char) -> Option<()> {
        match letter {
            '\\' => match self.next()? {
                // Anchors; of words, and in the engines that Azure's authors try their patterns on also of the text.
                anchor @ ('b' | 'B' | 'A' | 'z') => self.written.extend(['\\', anchor]),
                escaped => match self.escape(escaped, false)? {
                    Atom::Letter(letter) => self.literal(letter),
                    Atom::Letters(letters) => self.written.extend(["[", &letters, "]"]),
                },
            },
            '[' => self.class()?,
            '.' => self.written.push_str(NO_LINE_END),
            '(' => {
                let looks_around = ["?=", "?!", "?<=", "?<!"].iter().any(|sign| self.rest.starts_with(sign));
                if looks_around {
                    return None;
                }
                self.written.push('(');
            }
            '{' => match count(self.rest) {
                Some(count) => {
                    self.written.extend(["{", count]);
                    self.rest = &self.rest[count.len()..];
                }
                None => self.literal('{'),
            },
            ']' | '}' => self.literal(letter),
            other => self.written.push(other),
        }
        Some(())
    }

    /// A class, its opening bracket read.
    fn class(&mut self) -> Option<()> {
        let is_negated = self.eat("^");
        if self.rest.starts_with(']') && !self.rest[1..].contains(']') {
            self.next();
            self.written.push_str(if is_negated { r"[\s\S]" } else { r"[^\s\S]" });
            return Some(());
        }
        self.written.push_str(if is_negated { "[^" } else { "[" });
        // Most engines take a bracket for a letter where it would leave the class empty, and so do those who write `[]a]`.
        let mut letter = self.next()?;
        loop {
            let first = self.atom(letter, is_negated)?;
            if self.rest.starts_with('-') && !self.rest.starts_with("-]") {
                self.next();
                let last = self.next()?;
                match (first, self.atom(last, is_negated)?) {
                    (Atom::Letter(first), Atom::Letter(last)) if first > last => return None,
                    (Atom::Letter(first), Atom::Letter(last)) => {
                        self.literal(first);
                        self.written.push('-');
                        self.literal(last);
                    }
                    (first, last) => {
                        self.member(first);
                        self.literal('-');
                        self.member(last);
                    }
                }
            } else {
                self.member(first);
            }
            letter = self.next()?;
            if letter == ']' {
                break;
            }
        }
        self.written.push(']');
        Some(())
    }

    fn atom(&mut self, letter: char, in_negated: bool) -> Option<Atom> {
        match letter {
            '\\' => match self.next()? {
                'b' => Some(Atom::Letter('\u{8}')),
                escaped => self.escape(escaped, in_negated),
            },
            letter => Some(Atom::Letter(letter)),
        }
    }

    fn member(&mut self, atom: Atom) {
        match atom {
            Atom::Letter(letter) => self.literal(letter),
            Atom::Letters(letters) => self.written.push_str(&letters),
        }
    }

    fn literal(&mut self, letter: char) {
        if r"\.+*?()|[]{}^$#&-~".contains(letter) {
            self.written.push('\\');
        }
        self.written.push(letter);
    }

    /// What stands behind a backslash.
    fn escape(&mut self, letter: char, in_negated: bool) -> Option<Atom> {
        Some(match letter {
            'd' | 'D' | 'w' | 'W' => Atom::Letters(format!("\\{letter}")),
            's' => Atom::Letters(SPACE.to_owned()),
            'S' => Atom::Letters(NO_SPACE.to_owned()),
            't' => Atom::Letter('\t'),
            'n' => Atom::Letter('\n'),
            'r' => Atom::Letter('\r'),
            'v' => Atom::Letter('\u{b}'),
            'f' => Atom::Letter('\u{c}'),
            '0' if !self.rest.starts_with(|next: char| next.is_ascii_digit()) => Atom::Letter('\0'),
            'c' => Atom::Letter(char::from(u8::try_from(self.next()?).ok().filter(u8::is_ascii_alphabetic)? % 32)),
            'x' => Atom::Letter(char::from_u32(self.hexadecimal(2)?)?),
            'u' => Atom::Letter(self.code_point()?),
            'p' | 'P' => Atom::Letters(self.letters_of_a_kind(letter == 'p', in_negated)?),
            // Another letter is a backreference, or of some other dialect.
            other if other.is_ascii_alphanumeric() => return None,
            other => Atom::Letter(other),
        })
    }

    fn hexadecimal(&mut self, digits: usize) -> Option<u32> {
        let written = self.rest.get(..digits).filter(|written| written.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.rest = &self.rest[digits..];
        u32::from_str_radix(written, 16).ok()
    }

    /// What stands behind `\u`: four digits, twice for a letter of two halves, or any number in braces.
    fn code_point(&mut self) -> Option<char> {
        if self.eat("{") {
            let digits = self.rest.find('}')?;
            let code = self.hexadecimal(digits)?;
            self.next();
            return char::from_u32(code);
        }
        let first = self.hexadecimal(4)?;
        if (0xD800..0xDC00).contains(&first) && self.eat("\\u") {
            let second = self.hexadecimal(4)?.checked_sub(0xDC00)?;
            return char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + second);
        }
        char::from_u32(first)
    }

    /// What stands behind `\p` or `\P`: exact in ASCII. Of the others all may be of the kind, and all may not: a class
    /// that takes them has them all, and one that leaves them out leaves out none.
    fn letters_of_a_kind(&mut self, are_meant: bool, in_negated: bool) -> Option<String> {
        let name = if self.eat("{") {
            let (name, rest) = self.rest.split_once('}')?;
            self.rest = rest;
            name
        } else {
            let (name, rest) = self.rest.split_at_checked(1)?;
            self.rest = rest;
            name
        };
        let is_of_kind: fn(u8) -> bool = match name {
            "L" | "Letter" | "Alphabetic" => |byte| byte.is_ascii_alphabetic(),
            "Lu" | "Uppercase_Letter" | "Uppercase" => |byte| byte.is_ascii_uppercase(),
            "Ll" | "Lowercase_Letter" | "Lowercase" => |byte| byte.is_ascii_lowercase(),
            "N" | "Number" | "Nd" | "Decimal_Number" => |byte| byte.is_ascii_digit(),
            "Z" | "Separator" | "Zs" | "Space_Separator" => |byte| byte == b' ',
            "Lt" | "Lm" | "Lo" | "M" | "Mark" | "Mn" | "Mc" | "Nl" | "No" => |_| false,
            _ => return None,
        };
        let mut letters = String::new();
        for byte in (0..=127_u8).filter(|byte| is_of_kind(*byte) == are_meant) {
            letters.push_str(r"\x");
            letters.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or_default()));
        }
        if !in_negated {
            letters.push_str(BEYOND_ASCII);
        }
        Some(letters)
    }
}

/// How often something comes, up to the closing brace, if that is what stands behind an opening one.
fn count(rest: &str) -> Option<&str> {
    let end = rest.find('}')?;
    let (least, most) = rest[..end].split_once(',').unwrap_or((&rest[..end], ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!least.is_empty() && is_number(least) && is_number(most)).then_some(&rest[..=end])
}

#[cfg(test)]
mod tests {
    use crate::catalog::Pattern;

    /// A pattern, what it matches, and what it does not.
    const TABLE: &[(&str, &[&str], &[&str])] = &[
        ("^[a-z0-9]+(-[a-z0-9]+)*", &["a", "a-b", "a "], &["", "A", "-a", "é"]),
        (r"^\d{3}$", &["123"], &["12", "1234", "\u{661}\u{662}\u{663}", "123\n"]),
        (r"^\w+$", &["a_1"], &["é", "a-b"]),
        (r"\bend\b", &["the end."], &["bend", "ends"]),
        (r"^a\/b\-c\_d\@e$", &["a/b-c_d@e"], &["a\\/b-c_d@e"]),
        ("^.$", &["a", "é", "\u{1f600}", "\u{85}"], &["\n", "\r", "\u{2028}", ""]),
        (r"^\s$", &[" ", "\t", "\u{a0}", "\u{feff}", "\u{2003}"], &["a", "\u{85}", "\u{200b}"]),
        (r"^\S$", &["a", "\u{85}", "\u{200b}"], &[" ", "\u{a0}", "\u{2003}"]),
        (r"^[^\s]$", &["a", "\u{200b}"], &[" ", "\u{a0}"]),
        (r"^[\S ]$", &["a", " "], &["\t"]),
        (r"^\x41\u0042\u{43}\cI$", &["ABC\t"], &["ABCI"]),
        (r"^\uD83D\uDE00$", &["\u{1f600}"], &["\u{1f601}"]),
        (r"^[\b\t]$", &["\u{8}", "\t"], &["b"]),
        (r"^(?<year>\d+)$", &["2026"], &["x"]),
        (r"(?i)^abc$", &["aBc"], &["abd"]),
        (r"\Aabc\z", &["abc"], &["xabc", "abc\n"]),
        ("^[^]$", &["a", "\n"], &["", "ab"]),
        ("^a[]?$", &["a"], &["aa", ""]),
        ("^[]a]$", &["]", "a"], &["b"]),
        ("^[^]a]$", &["b"], &["]", "a"]),
        ("^[a&&b]$", &["a", "&", "b"], &["c"]),
        ("^[[a]$", &["[", "a"], &["b"]),
        ("^[a-z--b]$", &["q", "-", "1", "/"], &["~"]),
        (r"^[\w--z]$", &["a", "-", "z"], &["."]),
        (r"^[\w.-]$", &["a", ".", "-"], &["/"]),
        ("^[a-zA-Z0-9-_]$", &["a", "-", "_"], &["."]),
        ("^[A-z]$", &["a", "_", "^"], &["1"]),
        (r"^[-\w\._\(\)]+$", &["a.(b)-_"], &["a b", "é"]),
        ("^a{2}b{1,}c{1,2}$", &["aabcc"], &["abc", "aabccc"]),
        ("^{a}]{,2}$", &["{a}]{,2}"], &["a"]),
        (r"^\p{L}+$", &["abc", "é"], &["1", "a b", ""]),
        (r"^[\p{L}\p{Nd}_]+$", &["a1_", "é"], &["a-b"]),
        (r"^[^\p{L}]+$", &["1-", "é"], &["a"]),
        (r"^\P{L}$", &["1", "é"], &["a"]),
        (r"^[^\P{L}]$", &["a", "é"], &["1"]),
        (r"^\pL$", &["a"], &["1"]),
    ];

    #[test]
    fn a_pattern_means_what_swagger_means_by_it() {
        for (expression, right, wrong) in TABLE {
            let pattern = Pattern::new((*expression).to_owned());
            assert!(pattern.is_usable(), "{expression}");
            for text in *right {
                assert!(pattern.may_match(text), "{expression} on {text:?}");
            }
            for text in *wrong {
                assert!(!pattern.may_match(text), "{expression} on {text:?}");
            }
        }
    }

    /// Those that look around or back, those of dialects that nobody can tell apart, and those that are wrong.
    #[test]
    fn what_cannot_be_matched_in_linear_time_is_not_checked() {
        let patterns = [
            "^(?!x).*$",
            "^(?=x)y",
            "(?<=a)b",
            "(?<!-)$",
            r"^(a)\1$",
            r"^(?<n>a)\k<n>$",
            r"a\Z",
            r"\p{Greek}",
            "[z-a]",
            "[a",
            "(a",
            "a)",
            "*a",
            r"a\",
            r"\uD83D",
            r"\xZ1",
        ];
        for expression in patterns {
            let pattern = Pattern::new(expression.to_owned());
            assert!(!pattern.is_usable(), "{expression}");
            assert!(pattern.may_match("anything"), "{expression}");
        }
    }
}
