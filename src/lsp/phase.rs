/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// The client has not said yet what it can do.
    Waiting,
    Running,
    /// The client is about to leave.
    ShutDown,
    /// It left: the exit code of the process.
    Exited(u8),
}
