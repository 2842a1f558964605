/// What a place is in.
pub(super) struct Surroundings {
    pub(super) around: Around,
    /// The brackets that are open there, the outermost first: where each is, and which. None in the hole of a template.
    pub(super) brackets: Option<Vec<(usize, char)>>,
}

/// What a place is right in.
pub(super) enum Around {
    Comment,
    /// Code: the last letter of it before the word that reaches up to the place.
    Code(Option<char>),
    String(Quoted),
}

/// A string that is open.
#[derive(Clone, Copy)]
pub(super) struct Quoted {
    pub(super) quote: char,
    /// Where its content starts.
    pub(super) start: usize,
    /// The last letter of code before it.
    pub(super) before: Option<char>,
}

/// What the end of a text is in. A regular expression is taken for code: a quote in it counts up to the end of its line.
pub(super) fn surroundings(text: &str) -> Surroundings {
    let mut string: Option<Quoted> = None;
    let mut code = Code::default();
    let mut brackets: Vec<(usize, char)> = Vec::new();
    // The templates whose holes the place is in, and how many braces are open in each hole.
    let mut holes: Vec<(Quoted, usize)> = Vec::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        if let Some(Quoted { quote, .. }) = string {
            match letter {
                '\\' => _ = letters.next(),
                '\n' if quote != '`' => string = None,
                '$' if quote == '`' && text[at + 1..].starts_with('{') => {
                    holes.extend(string.take().map(|template| (template, 0)));
                    brackets.extend(letters.next());
                }
                _ if letter == quote => string = None,
                _ => {}
            }
            continue;
        }
        if let Some(mark) = end_of_comment(&text[at..]) {
            let inside = at + "//".len();
            let Some(length) = text[inside..].find(mark) else {
                return Surroundings { around: Around::Comment, brackets: None };
            };
            while letters.offset() < inside + length + mark.len() && letters.next().is_some() {}
            // It parts words as a blank does.
            code.take(' ');
            continue;
        }
        code.take(letter);
        match letter {
            '{' | '[' | '(' => brackets.push((at, letter)),
            '}' | ']' | ')' => _ = brackets.pop(),
            _ => {}
        }
        match (letter, holes.last_mut()) {
            ('"' | '\'' | '`', _) => string = Some(Quoted { quote: letter, start: at + 1, before: code.before }),
            ('{', Some((_, braces))) => *braces += 1,
            ('}', Some((_, 0))) => string = holes.pop().map(|(template, _)| template),
            ('}', Some((_, braces))) => *braces -= 1,
            _ => {}
        }
    }
    let around = match string {
        Some(string) => Around::String(string),
        None => Around::Code(if code.is_in_a_word { code.before } else { code.last }),
    };
    Surroundings { around, brackets: holes.is_empty().then_some(brackets) }
}

/// What was read of code, but for blanks.
#[derive(Default)]
struct Code {
    last: Option<char>,
    is_in_a_word: bool,
    /// The last letter before the word, or the mark, that the last one belongs to.
    before: Option<char>,
}

impl Code {
    fn take(&mut self, letter: char) {
        let is_of_the_same_word = self.is_in_a_word && is_of_a_word(letter);
        self.is_in_a_word = is_of_a_word(letter);
        if letter.is_whitespace() {
            return;
        }
        if !is_of_the_same_word {
            self.before = self.last;
        }
        self.last = Some(letter);
    }
}

/// The mark that ends the comment which a text begins with; `None` where it begins with none.
fn end_of_comment(text: &str) -> Option<&'static str> {
    match text.get(..2)? {
        "//" => Some("\n"),
        "/*" => Some("*/"),
        _ => None,
    }
}

pub(super) fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$')
}
