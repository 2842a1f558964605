/// A source of choices that a test draws from: numbers that `proptest` thinks up, and makes simpler where a test fails.
pub(super) struct Choices {
    numbers: std::vec::IntoIter<u32>,
}

impl Choices {
    pub(super) fn new(numbers: Vec<u32>) -> Self {
        Self { numbers: numbers.into_iter() }
    }

    /// Choices that are the same for the same seed.
    pub(super) fn of_seed(seed: usize) -> Self {
        let mut state = seed as u64;
        let numbers = std::iter::repeat_with(move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from(state >> 33).unwrap()
        });
        Self::new(numbers.skip(1).take(600).collect())
    }

    /// A number below `bound`; 0 once there is nothing left to draw.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.numbers.next().map_or(0, |number| number as usize % bound.max(1))
    }

    /// One out of so many times.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of several.
    pub(super) fn one_of<'t, T>(&mut self, several: &'t [T]) -> &'t T {
        &several[self.below(several.len())]
    }
}
