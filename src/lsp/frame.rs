//! How messages follow one another in a stream: a header that says how long each is, and the message.

use std::io::{self, BufRead, ErrorKind, Read, Write};

use lsp_server::Message;
use serde::Serialize;
use serde_json::{Value, json};

/// The longest message that is taken: a file of the largest size, with room for what is written around it.
const LONGEST: usize = 64 * 1024 * 1024;

/// The longest line of a header.
const LONGEST_LINE: u64 = 8 * 1024;

/// What comes out of a stream.
#[derive(Debug)]
pub(super) enum Frame {
    Message(Message),
    /// Something that is no message: what to answer.
    Malformed(Value),
}

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

/// What a message says.
pub(super) fn frame_of(content: &[u8]) -> Frame {
    match serde_json::from_slice(content) {
        Ok(message) => Frame::Message(message),
        Err(error) => match serde_json::from_slice::<Value>(content) {
            Ok(_) => Frame::Malformed(refusal(-32600, "the message is no request, response or notification")),
            Err(_) => Frame::Malformed(refusal(-32700, &format!("the message is not JSON: {error}"))),
        },
    }
}

/// Nobody knows which request it is an answer to.
fn refusal(code: i32, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": null, "error": { "code": code, "message": message } })
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
pub(super) fn write(stream: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let content = serde_json::to_vec(message)?;
    write!(stream, "Content-Length: {}\r\n\r\n", content.len())?;
    stream.write_all(&content)?;
    stream.flush()
}

/// A message as a text.
pub(super) fn written(message: &Message) -> String {
    let whole = Whole { jsonrpc: "2.0", message };
    serde_json::to_string(&whole).unwrap_or_default()
}

/// A message with the version of the protocol that it is of.
#[derive(Serialize)]
struct Whole<'m> {
    jsonrpc: &'static str,
    #[serde(flatten)]
    message: &'m Message,
}
