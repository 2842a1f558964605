//! How messages follow one another in a stream: a header that says how long each is, and the message.

use std::io::{self, BufRead, ErrorKind, Read, Write};

use crate::lsp::frame::{Frame, frame_of, refusal};

/// The longest message that is taken: a file of the largest size, with room for what is written around it.
const LONGEST: usize = 64 * 1024 * 1024;

/// The longest line of a header.
const LONGEST_LINE: u64 = 8 * 1024;

/// The next message of a stream; `None` at its end.
///
/// # Errors
/// If the stream breaks off, or nobody can tell where its next message begins.
pub(super) fn read(stream: &mut impl BufRead) -> io::Result<Option<Frame>> {
    let Some(length) = read_header(stream)? else { return Ok(None) };
    if length > LONGEST {
        io::copy(&mut stream.take(length as u64), &mut io::sink())?;
        return Ok(Some(Frame::Malformed(refusal(-32600, "the message is too long"))));
    }
    let mut content = vec![0; length];
    stream.read_exact(&mut content)?;
    Ok(Some(frame_of(&content)))
}

/// How long the next message is; `None` at the end of the stream.
fn read_header(stream: &mut impl BufRead) -> io::Result<Option<usize>> {
    let mut length = None;
    let mut line = String::new();
    loop {
        line.clear();
        if stream.take(LONGEST_LINE).read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_end();
        if line.is_empty() {
            let missing = || io::Error::new(ErrorKind::InvalidData, "a message without Content-Length");
            return length.ok_or_else(missing).map(Some);
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

/// Writes a message.
///
/// # Errors
/// If nobody takes it.
pub(super) fn write(stream: &mut impl Write, message: &str) -> io::Result<()> {
    write!(stream, "Content-Length: {}\r\n\r\n{message}", message.len())?;
    stream.flush()
}
