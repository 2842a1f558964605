use std::{
    io::{self, ErrorKind, Read, Write},
    thread,
    time::Duration,
};

/// A stream that is waited for where nothing can be read or written yet. Who started the server may have made its
/// streams so that they do not wait by themselves, as Node does.
pub(super) struct Patient<S>(pub(super) S);

/// How long it takes until the next look.
const NAP: Duration = Duration::from_millis(2);

impl<S: Read> Read for Patient<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        patiently(|| self.0.read(buffer))
    }
}

impl<S: Write> Write for Patient<S> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        patiently(|| self.0.write(buffer))
    }

    fn flush(&mut self) -> io::Result<()> {
        patiently(|| self.0.flush())
    }
}

fn patiently<T>(mut go: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match go() {
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(NAP),
            other => return other,
        }
    }
}
