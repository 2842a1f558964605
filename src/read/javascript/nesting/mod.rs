//! How deep a JavaScript text nests, found out without recursion, before the parser sees it.
//!
//! The parser recurses into brackets, but also along chains without any: `!!!!x`, `a => b => c`,
//! `a ? b : c ? d : e`, `if (a) if (b) …`, `class extends class extends …`. This scan reads the text as
//! tokens and keeps an upper bound of both. Where JavaScript's grammar leaves a token unclear to a scan
//! (a `/` after `}` may divide or begin a regular expression) the bound stops going down, so that no
//! text can hide its depth.

mod bound;
mod bytes;
mod levels;

use crate::read::MOST_NESTED;
use bound::is_surely_shallow;
use bytes::{BLANK, SPECIAL_IN_STRING, WORD, is_word};
use levels::{Levels, Opener, TooDeep};

/// Where the text first nests deeper than [`MOST_NESTED`]: the offset of the token that goes too far.
pub(super) fn too_deep_at(text: &str, has_types: bool) -> Option<usize> {
    if is_surely_shallow(text) {
        return None;
    }
    let mut scan = Scan {
        text,
        bytes: text.as_bytes(),
        at: 0,
        has_types,
        levels: Levels::of_file(),
        previous: Previous::Operator,
    };
    scan.run().err().map(|TooDeep| scan.at)
}

/// What the last token was, as far as the next one depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Previous {
    /// Nothing yet, or an operator: an operand comes.
    Operator,
    /// An opening bracket or a comma: an operand comes, or a key.
    Start,
    /// A semicolon: a statement comes.
    Semicolon,
    /// The end of an operand.
    Operand,
    /// `}`: the end of an operand or of a block.
    Brace,
    /// `if`, `for`, `while`, `with`: a header comes.
    HeaderKeyword,
    /// A word that is an operator in some places and a name in others (`yield`, `await`, `of`).
    UnclearWord,
    /// A dot: whatever word comes is a name.
    Dot,
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    has_types: bool,
    levels: Levels,
    previous: Previous,
}

impl Scan<'_> {
    fn run(&mut self) -> Result<(), TooDeep> {
        if self.text.starts_with("#!") {
            self.skip_line();
        }
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => self.blanks(),
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' => self.word()?,
                b'0'..=b'9' => self.number(),
                b'"' | b'\'' => self.string(byte),
                b'`' => {
                    self.at += 1;
                    self.template()?;
                }
                b':' => {
                    self.levels.chain()?;
                    self.at += 1;
                    self.previous = Previous::Operator;
                }
                b',' => {
                    if self.levels.opener() != Opener::Angle {
                        self.levels.end_chain();
                    }
                    self.at += 1;
                    self.previous = Previous::Start;
                }
                b'(' if self.previous == Previous::HeaderKeyword => self.open(Opener::Header)?,
                b'(' => self.open(Opener::Paren)?,
                b'[' => self.open(Opener::Bracket)?,
                b'{' => self.open(Opener::Brace)?,
                b')' | b']' | b'}' => self.close(byte)?,
                b'/' => self.slash()?,
                0x80.. => self.beyond_ascii(),
                // An escape in a name: legal, and found in no file that means well.
                b'\\' => self.count_only_openers()?,
                _ => self.operator(byte)?,
            }
        }
        Ok(())
    }

    /// Skips blanks; indentation, which most of them are, by eight.
    fn blanks(&mut self) {
        self.at += 1;
        if self.bytes.get(self.at).is_some_and(|next| BLANK[usize::from(*next)]) {
            while self.bytes[self.at..].starts_with(b"        ") {
                self.at += 8;
            }
            self.at = self.end_of(&BLANK, true);
        }
    }

    /// Where the bytes from here on stop being of the class, or not of it.
    fn end_of(&self, class: &[bool; 256], of_it: bool) -> usize {
        let ends = |byte: u8| class[usize::from(byte)] != of_it;
        let mut at = self.at;
        let (fours, rest) = self.bytes.get(at..).unwrap_or_default().as_chunks::<4>();
        for four in fours {
            for byte in four {
                if ends(*byte) {
                    return at;
                }
                at += 1;
            }
        }
        at + rest.iter().position(|byte| ends(*byte)).unwrap_or(rest.len())
    }

    fn open(&mut self, opener: Opener) -> Result<(), TooDeep> {
        self.levels.open(opener)?;
        self.at += if opener == Opener::Hole { 2 } else { 1 };
        self.previous = Previous::Start;
        Ok(())
    }

    fn close(&mut self, byte: u8) -> Result<(), TooDeep> {
        if self.levels.unclear {
            self.at += 1;
            return Ok(());
        }
        self.levels.close_angles();
        let opener = self.levels.opener();
        let fits = match byte {
            b')' => matches!(opener, Opener::Paren | Opener::Header),
            b']' => opener == Opener::Bracket,
            _ => matches!(opener, Opener::Brace | Opener::Hole),
        };
        self.at += 1;
        // A bracket that closes nothing is an error to the parser, which stops at it.
        if !fits {
            return Ok(());
        }
        self.levels.close();
        match opener {
            Opener::Hole => return self.template(),
            Opener::Header => self.previous = Previous::Operator,
            _ => self.previous = if byte == b'}' { Previous::Brace } else { Previous::Operand },
        }
        Ok(())
    }

    /// A name, a number or a string behind an operand begins another statement.
    fn operand(&mut self) {
        if matches!(self.previous, Previous::Operand | Previous::Brace) {
            self.levels.end_chain();
        }
        self.previous = Previous::Operand;
    }

    fn word(&mut self) -> Result<(), TooDeep> {
        let start = self.at;
        self.at = self.end_of(&WORD, true);
        let word = &self.bytes[start..self.at];
        match word {
            _ if self.previous == Previous::Dot => self.previous = Previous::Operand,
            _ if self.is_key() => self.skip_colon(),
            _ if word.len() > LONGEST_KEYWORD || self.bytes.get(self.at) == Some(&b':') => self.operand(),
            b"if" | b"for" | b"while" | b"with" => {
                self.begin_statement();
                self.levels.chain()?;
                self.previous = Previous::HeaderKeyword;
            }
            b"do" | b"try" | b"return" | b"throw" => {
                self.begin_statement();
                self.levels.chain()?;
                self.previous = Previous::Operator;
            }
            b"else" => {
                if self.previous == Previous::Semicolon {
                    self.levels.resume_chain();
                }
                self.levels.chain()?;
                self.previous = Previous::Operator;
            }
            b"case" | b"default" => {
                self.levels.end_chain();
                self.previous = Previous::Operator;
            }
            b"typeof" | b"void" | b"delete" | b"new" | b"extends" | b"keyof" | b"infer" | b"readonly" | b"unique"
            | b"asserts" | b"is" | b"abstract" => {
                self.levels.chain()?;
                self.previous = Previous::Operator;
            }
            b"in" | b"instanceof" | b"as" | b"satisfies" => self.previous = Previous::Operator,
            // `for await (…)`
            b"await" if self.previous == Previous::HeaderKeyword => {}
            b"yield" | b"await" | b"async" | b"of" => {
                self.levels.chain()?;
                self.previous = Previous::UnclearWord;
            }
            _ => self.operand(),
        }
        Ok(())
    }

    /// Whether the name or string that ends here is the key of an object. (The first label of a block looks the
    /// same; those that follow it do not.)
    fn is_key(&self) -> bool {
        self.previous == Previous::Start && self.bytes.get(self.at) == Some(&b':')
    }

    fn skip_colon(&mut self) {
        self.at += 1;
        self.previous = Previous::Operator;
    }

    /// A statement's keyword behind an operand, a block or a semicolon begins a statement of its own.
    fn begin_statement(&mut self) {
        if matches!(self.previous, Previous::Operand | Previous::Brace | Previous::Semicolon) {
            self.levels.end_chain();
        }
    }

    fn number(&mut self) {
        while self.bytes.get(self.at).is_some_and(|byte| is_word(*byte) || *byte == b'.') {
            self.at += 1;
        }
        self.operand();
    }

    fn string(&mut self, quote: u8) {
        self.at += 1;
        loop {
            self.at = self.end_of(&SPECIAL_IN_STRING, false);
            let Some(&byte) = self.bytes.get(self.at) else { break };
            self.at += 1;
            match byte {
                b'\\' if self.bytes[self.at..].starts_with(b"\r\n") => self.at += 2,
                b'\\' => self.at += 1,
                b'\n' | b'\r' => break,
                _ if byte == quote => break,
                _ => {}
            }
        }
        if self.is_key() {
            self.skip_colon();
        } else {
            self.operand();
        }
    }

    /// The text of a template, from behind its backquote or behind a hole of it.
    fn template(&mut self) -> Result<(), TooDeep> {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'`' => {
                    self.at += 1;
                    self.previous = Previous::Operand;
                    return Ok(());
                }
                b'\\' => self.at += 2,
                b'$' if self.bytes.get(self.at + 1) == Some(&b'{') => return self.open(Opener::Hole),
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    fn slash(&mut self) -> Result<(), TooDeep> {
        match self.bytes.get(self.at + 1) {
            Some(b'/') => self.skip_line(),
            Some(b'*') => {
                let rest = &self.text[self.at + 2..];
                self.at = rest.find("*/").map_or(self.bytes.len(), |end| self.at + 2 + end + 2);
            }
            _ => match self.previous {
                Previous::Operand => {
                    self.at += 1;
                    self.previous = Previous::Operator;
                }
                Previous::Operator | Previous::Start | Previous::Semicolon => self.regular_expression(),
                Previous::Brace | Previous::UnclearWord | Previous::HeaderKeyword | Previous::Dot => {
                    return self.count_only_openers();
                }
            },
        }
        Ok(())
    }

    /// Skips a regular expression; one that its line does not end is an error to the parser.
    fn regular_expression(&mut self) {
        self.at += 1;
        let mut in_class = false;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => break,
                b'\n' | b'\r' => break,
                _ => {}
            }
        }
        self.previous = Previous::Operand;
    }

    /// From a `/` that may mean two things: whatever could nest, does, wherever it stands.
    fn count_only_openers(&mut self) -> Result<(), TooDeep> {
        self.levels.unclear = true;
        while let Some(&byte) = self.bytes.get(self.at) {
            let could_nest = matches!(byte, b'(' | b'[' | b'{' | b'!' | b'~' | b'=' | b'?' | b'+' | b'-' | b'*' | b'<')
                || (byte.is_ascii_lowercase() && !is_word(self.bytes[self.at - 1]) && self.at_nesting_word());
            if could_nest {
                self.levels.deepen()?;
            }
            self.at += 1;
        }
        Ok(())
    }

    fn at_nesting_word(&self) -> bool {
        let rest = &self.bytes[self.at..];
        ["if", "for", "while", "with", "do", "else", "typeof", "void", "delete", "new", "extends", "keyof", "yield"]
            .iter()
            .chain(["await", "async", "infer", "readonly", "unique", "try"].iter())
            .any(|word| rest.starts_with(word.as_bytes()))
    }

    fn operator(&mut self, byte: u8) -> Result<(), TooDeep> {
        let next = self.bytes.get(self.at + 1).copied();
        let after_operand = matches!(self.previous, Previous::Operand | Previous::Brace);
        match (byte, next) {
            (b';', _) => {
                self.levels.end_chain();
                self.at += 1;
                self.previous = Previous::Semicolon;
                return Ok(());
            }
            (b'.', _) if self.bytes[self.at..].starts_with(b"...") => self.at += 2,
            (b'.', _) => {
                self.at += 1;
                self.previous = Previous::Dot;
                return Ok(());
            }
            (b'-', _) if self.bytes[self.at..].starts_with(b"-->") => return self.count_only_openers(),
            (b'+', Some(b'+')) | (b'-', Some(b'-')) if after_operand => {
                self.at += 2;
                return Ok(());
            }
            (b'?', Some(b'.')) => {
                self.at += 2;
                self.previous = Previous::Dot;
                return Ok(());
            }
            (b'=' | b'!', Some(b'=')) | (b'?', Some(b'?')) => {
                self.at += if self.bytes.get(self.at + 2) == Some(&b'=') { 3 } else { 2 };
                self.previous = Previous::Operator;
                return Ok(());
            }
            (b'<', _) if self.has_types && after_operand => return self.open(Opener::Angle),
            (b'>', _) if self.levels.opener() == Opener::Angle && !self.levels.unclear => {
                self.levels.close();
                self.at += 1;
                self.previous = Previous::Operand;
                return Ok(());
            }
            // What looks like an HTML comment is one in a script, and operators in a module.
            (b'<', Some(b'!')) => return self.count_only_openers(),
            (b'=', Some(b'>')) => {
                self.levels.chain()?;
                self.at += 1;
            }
            (b'<', _) if !self.has_types => {}
            (b'=' | b'!' | b'~' | b'?' | b'<', _) => self.levels.chain()?,
            (b'+' | b'-', _) if !after_operand => self.levels.chain()?,
            (b'*', Some(b'*')) => {
                self.levels.chain()?;
                self.at += 1;
            }
            _ => {}
        }
        self.at += 1;
        self.previous = Previous::Operator;
        Ok(())
    }

    fn beyond_ascii(&mut self) {
        let Some(character) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else {
            // The rest of a character that a backslash cut.
            self.at += 1;
            return;
        };
        let goes_on_a_word = self.at > 0 && is_word(self.bytes[self.at - 1]);
        self.at += character.len_utf8();
        if character.is_whitespace() || character == '\u{feff}' {
            return;
        }
        while self.bytes.get(self.at).is_some_and(|byte| is_word(*byte) || *byte >= 0x80 && !self.at_blank()) {
            self.at += 1;
        }
        if goes_on_a_word {
            self.previous = Previous::Operand;
        } else {
            self.operand();
        }
    }

    /// Whether a blank beyond ASCII stands here.
    fn at_blank(&self) -> bool {
        let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        next.is_some_and(|character| character.is_whitespace() || character == '\u{feff}')
    }

    fn skip_line(&mut self) {
        let rest = &self.text[self.at..];
        let end = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
        self.at += end;
    }
}

/// `instanceof`
const LONGEST_KEYWORD: usize = 10;

#[cfg(test)]
mod tests;
