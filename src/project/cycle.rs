use super::Project;

/// Resources that depend on one another in a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cycle {
    /// The first of them, by their numbers, each depending on the next.
    pub(crate) members: Vec<usize>,
    /// How many there are; the last depends on the first.
    pub(crate) length: usize,
}

/// So many members of a circle are kept: nobody reads a longer one.
const MOST_MEMBERS: usize = 20;

/// How far the search for circles has come with a resource.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    /// On the way that is being followed, at this position.
    Open(usize),
    Done,
}

impl Project<'_, '_> {
    /// The circles among the dependencies, each told once; sought when first asked for.
    pub(crate) fn cycles(&self) -> &[Cycle] {
        self.cycles.get_or_init(|| {
            let mut marks = vec![Mark::New; self.resources.len()];
            let mut cycles = Vec::new();
            for start in 0..self.resources.len() {
                if marks[start] == Mark::New {
                    self.follow(start, &mut marks, &mut cycles);
                }
            }
            cycles
        })
    }

    /// Goes through all that a resource leads to, without recursion: a chain of resources can be of any length.
    fn follow(&self, start: usize, marks: &mut [Mark], cycles: &mut Vec<Cycle>) {
        let mut way = vec![start];
        let mut waiting = vec![self.next(start)];
        marks[start] = Mark::Open(0);
        while let Some(next) = waiting.last_mut() {
            match next.pop() {
                Some(target) => match marks[target] {
                    Mark::New => {
                        marks[target] = Mark::Open(way.len());
                        way.push(target);
                        waiting.push(self.next(target));
                    }
                    Mark::Open(from) => {
                        let members = way[from..].iter().copied().take(MOST_MEMBERS).collect();
                        cycles.push(Cycle { members, length: way.len() - from });
                    }
                    Mark::Done => {}
                },
                None => {
                    waiting.pop();
                    if let Some(done) = way.pop() {
                        marks[done] = Mark::Done;
                    }
                }
            }
        }
    }

    /// The numbers of the resources that one depends on, the last first.
    fn next(&self, number: usize) -> Vec<usize> {
        let resource = &self.resources[number];
        if resource.definition.is_conditional || !self.counts(resource) {
            return Vec::new();
        }
        let mut next: Vec<usize> = self.targets(resource).map(|(_, target)| self.number(target)).collect();
        next.reverse();
        next
    }
}
