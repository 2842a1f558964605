//! How deep the parser is at a place: brackets that are open, and chains of operators in each.

use super::MOST_NESTED;

/// The text nests deeper than is read.
pub(super) struct TooDeep;

/// The brackets that are open, and how deep they and all chains in them are together.
pub(super) struct Levels {
    innermost: Level,
    /// The brackets around the innermost, the outermost first.
    around: Vec<Level>,
    depth: usize,
    /// Whether something was met whose meaning a scan cannot tell: from there on nothing closes any more.
    pub(super) unclear: bool,
}

/// One bracket that is open.
struct Level {
    opener: Opener,
    /// Operators and keywords since the last one that lets the parser return.
    chain: usize,
    /// `chain` before the last semicolon: an `else` goes on from there.
    chain_before: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    File,
    Paren,
    /// The parenthesis behind `if`, `for`, `while`, `with`: a statement follows it, not an operator.
    Header,
    Bracket,
    Brace,
    /// `${` in a template.
    Hole,
    /// `<` behind a type's name.
    Angle,
}

impl Levels {
    /// The file, with nothing open in it.
    pub(super) fn of_file() -> Self {
        let file = Level { opener: Opener::File, chain: 0, chain_before: 0 };
        Self { innermost: file, around: Vec::new(), depth: 0, unclear: false }
    }

    /// What opened the innermost bracket.
    pub(super) fn opener(&self) -> Opener {
        self.innermost.opener
    }

    pub(super) fn open(&mut self, opener: Opener) -> Result<(), TooDeep> {
        self.deepen()?;
        let level = Level { opener, chain: 0, chain_before: 0 };
        self.around.push(std::mem::replace(&mut self.innermost, level));
        Ok(())
    }

    /// The innermost bracket closes.
    pub(super) fn close(&mut self) {
        // The file itself has nothing around it, and stays.
        if let Some(around) = self.around.pop() {
            self.depth -= self.innermost.chain + 1;
            self.innermost = around;
        }
    }

    /// What looked like the arguments of a type was none.
    pub(super) fn close_angles(&mut self) {
        while self.opener() == Opener::Angle {
            self.close();
        }
    }

    /// One more link in the chain of the level.
    pub(super) fn chain(&mut self) -> Result<(), TooDeep> {
        self.deepen()?;
        self.innermost.chain += 1;
        Ok(())
    }

    /// The parser returns from all that the chain made it enter.
    pub(super) fn end_chain(&mut self) {
        if !self.unclear {
            self.close_angles();
            let chain = std::mem::take(&mut self.innermost.chain);
            self.innermost.chain_before = chain;
            self.depth -= chain;
        }
    }

    /// The chain that the last semicolon ended goes on.
    pub(super) fn resume_chain(&mut self) {
        self.innermost.chain += self.innermost.chain_before;
        self.depth += self.innermost.chain_before;
    }

    /// One level deeper, for good.
    pub(super) fn deepen(&mut self) -> Result<(), TooDeep> {
        self.depth += 1;
        if self.depth > MOST_NESTED { Err(TooDeep) } else { Ok(()) }
    }
}
