use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, sync_channel},
    thread,
    time::Duration,
};

use super::{
    Server,
    frame::{self, Frame},
};
use crate::workspace::Disk;

/// So many messages wait at the most; who sends more waits, too.
const MOST_WAITING: usize = 1024;

/// How often files are looked at that the client does not watch.
const LOOK_AROUND: Duration = Duration::from_secs(2);

/// Serves an editor on standard input and output until it says goodbye or is gone. The exit code is 0 where it said
/// goodbye as the protocol has it, else 1.
#[must_use]
pub fn serve() -> u8 {
    let (sender, receiver) = sync_channel(MOST_WAITING);
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        while let Ok(Some(frame)) = frame::read(&mut input) {
            if sender.send(frame).is_err() {
                break;
            }
        }
    });
    // Nobody is left to tell where the output is closed.
    run(&mut Server::new(Box::new(Disk)), &receiver, &mut io::stdout().lock()).unwrap_or(1)
}

fn run(server: &mut Server, receiver: &Receiver<Frame>, output: &mut impl io::Write) -> io::Result<u8> {
    loop {
        // All that came is taken in first: a request may have been called off, a change been overtaken by the next.
        let mut is_gone = false;
        loop {
            match receiver.try_recv() {
                Ok(frame) => take(server, frame, output)?,
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    is_gone = true;
                    break;
                }
            }
        }
        let had_something_to_do = server.step();
        for message in server.messages() {
            write(output, message)?;
        }
        if let Some(code) = server.exit_code() {
            return Ok(code);
        }
        if had_something_to_do && !is_gone {
            continue;
        }
        if is_gone {
            return Ok(1);
        }
        let next = if server.has_to_look_around() {
            receiver.recv_timeout(LOOK_AROUND)
        } else {
            receiver.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match next {
            Ok(frame) => take(server, frame, output)?,
            Err(RecvTimeoutError::Timeout) => server.look_around(),
            Err(RecvTimeoutError::Disconnected) => {}
        }
    }
}

fn take(server: &mut Server, frame: Frame, output: &mut impl io::Write) -> io::Result<()> {
    match frame {
        Frame::Message(message) => {
            server.take(message);
            Ok(())
        }
        Frame::Malformed(refusal) => frame::write(output, &refusal),
    }
}

fn write(output: &mut impl io::Write, message: lsp_server::Message) -> io::Result<()> {
    message.write(output)
}
