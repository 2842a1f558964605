//! The server on standard input and output.

mod patient;
mod stream;

use std::io::{self, BufRead, BufReader, Write};
#[cfg(not(target_os = "wasi"))]
use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, sync_channel},
    thread,
    time::Duration,
};

use super::{Server, frame::Frame};
use crate::workspace::Disk;
use patient::Patient;

/// Serves an editor on standard input and output until it says goodbye or is gone. The exit code is 0 where it said
/// goodbye as the protocol has it, else 1.
#[must_use]
pub fn serve() -> u8 {
    let mut server = Server::new(Box::new(Disk));
    // Nobody is left to tell where the output is closed.
    run(&mut server, &mut Patient(io::stdout().lock())).unwrap_or(1)
}

/// So many messages wait at the most; who sends more waits, too.
#[cfg(not(target_os = "wasi"))]
const MOST_WAITING: usize = 1024;

/// How often files are looked at that the client does not watch.
#[cfg(not(target_os = "wasi"))]
const LOOK_AROUND: Duration = Duration::from_secs(2);

#[cfg(not(target_os = "wasi"))]
fn run(server: &mut Server, output: &mut impl Write) -> io::Result<u8> {
    let (sender, receiver) = sync_channel(MOST_WAITING);
    thread::spawn(move || {
        let mut input = BufReader::new(Patient(io::stdin().lock()));
        while let Some(frame) = next(&mut input) {
            if sender.send(frame).is_err() {
                break;
            }
        }
    });
    loop {
        let is_gone = take_what_came(server, &receiver, output)?;
        let had_something_to_do = step(server, output)?;
        match server.exit_code() {
            Some(code) => return Ok(code),
            None if had_something_to_do => continue,
            None if is_gone => return Ok(1),
            None => {}
        }
        let next = if server.has_to_look_around() {
            receiver.recv_timeout(LOOK_AROUND)
        } else {
            receiver.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match next {
            Ok(frame) => take(server, frame, output)?,
            Err(RecvTimeoutError::Timeout) => server.session.look_around(),
            Err(RecvTimeoutError::Disconnected) => {}
        }
    }
}

/// Takes in all that came: a request may have been called off, a change been overtaken by the next. Returns whether the
/// client is gone.
#[cfg(not(target_os = "wasi"))]
fn take_what_came(server: &mut Server, receiver: &Receiver<Frame>, output: &mut impl Write) -> io::Result<bool> {
    loop {
        match receiver.try_recv() {
            Ok(frame) => take(server, frame, output)?,
            Err(TryRecvError::Empty) => return Ok(false),
            Err(TryRecvError::Disconnected) => return Ok(true),
        }
    }
}

/// The same for a system that has no threads: whatever came is seen to before the next is taken in.
#[cfg(target_os = "wasi")]
fn run(server: &mut Server, output: &mut impl Write) -> io::Result<u8> {
    let mut input = BufReader::new(Patient(io::stdin().lock()));
    while let Some(frame) = next(&mut input) {
        take(server, frame, output)?;
        while step(server, output)? {}
        if let Some(code) = server.exit_code() {
            return Ok(code);
        }
    }
    Ok(1)
}

/// What comes next; `None` at the end, or where nobody can tell where the next message begins.
fn next(input: &mut impl BufRead) -> Option<Frame> {
    stream::read(input).ok().flatten()
}

fn take(server: &mut Server, frame: Frame, output: &mut impl Write) -> io::Result<()> {
    server.take_frame(frame).map_or(Ok(()), |answer| stream::write(output, &answer))
}

/// Does the next thing, and sends what comes of it; `false` where there was nothing to do.
fn step(server: &mut Server, output: &mut impl Write) -> io::Result<bool> {
    let had_something_to_do = server.step();
    for message in server.message_texts() {
        stream::write(output, &message)?;
    }
    Ok(had_something_to_do)
}

#[cfg(not(target_os = "wasi"))]
impl Server {
    /// Whether files have to be looked at from time to time because the client does not watch them.
    fn has_to_look_around(&self) -> bool {
        !self.session.client.watches_files && self.session.projects.documents().next().is_some()
    }
}
