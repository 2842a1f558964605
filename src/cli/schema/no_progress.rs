/// The bar, where there is no terminal to draw it on.
#[derive(Debug, Default)]
pub(super) struct Progress(());

#[expect(clippy::unused_self, reason = "as the bar has it")]
impl Progress {
    pub(super) fn show(&mut self, _done: usize, _of: usize, _file: &str) {}

    pub(super) fn finish(self) {}
}
