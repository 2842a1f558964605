use super::{Member, Object, Positions, RepeatedKey, Unknown, ValueKind};

/// Up to this many members, looking through them all beats hashing.
const FEW: usize = 16;

/// Puts an [`Object`] together member by member, each key once, the last one winning.
#[derive(Debug, Default)]
pub(crate) struct ObjectBuilder<'s> {
    object: Object<'s>,
    repeated: Vec<RepeatedKey>,
    /// Where the members stand that a spread brought: replacing those is what spreads are for.
    spread_in: Vec<bool>,
    /// A bit for each key so far: most keys are new, and seen to be without a comparison.
    seen: u64,
}

impl<'s> ObjectBuilder<'s> {
    /// A builder with room for `capacity` members.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        let object = Object { members: Vec::with_capacity(capacity), ..Object::default() };
        Self { object, ..Self::default() }
    }

    /// Adds a member that stands in the object's own text; it replaces an earlier one.
    pub(crate) fn add(&mut self, member: Member<'s>) {
        match self.position(&member.key) {
            Some(earlier) => {
                let lost = std::mem::replace(&mut self.object.members[earlier], member);
                if !self.set_spread_in(earlier, false) {
                    let winner = self.object.members[earlier].key_span;
                    self.repeated.push(RepeatedKey { key_span: lost.key_span, span: lost.span, winner });
                }
            }
            None => self.push(member),
        }
    }

    /// Adds what a known object brings by a spread.
    pub(crate) fn spread(&mut self, other: &Object<'s>) {
        if other.open {
            self.open();
        }
        for member in &other.members {
            let position = self.position(&member.key);
            match position {
                Some(earlier) => self.object.members[earlier] = member.clone(),
                None => self.push(member.clone()),
            }
            self.set_spread_in(position.unwrap_or(self.object.members.len() - 1), true);
        }
    }

    /// Adds what a known object brings by a spread that may not happen (`...(on && { a: 1 })`): of what it would
    /// replace, the value is not known.
    pub(crate) fn spread_perhaps(&mut self, other: &Object<'s>) {
        if other.open {
            self.open();
        }
        for member in &other.members {
            match self.position(&member.key) {
                Some(earlier) => forget(&mut self.object.members[earlier]),
                None => self.push(member.clone()),
            }
        }
    }

    /// Adds a getter or a setter; the two of them may share a key.
    pub(crate) fn add_accessor(&mut self, member: Member<'s>) {
        match self.position(&member.key) {
            Some(earlier) => self.object.members[earlier] = member,
            None => self.push(member),
        }
    }

    /// Takes out the member with that key: what is `undefined` is left out of what is sent.
    pub(crate) fn remove(&mut self, key: &str) {
        if let Some(position) = self.object.position(key) {
            self.object.members.remove(position);
            self.object.positions = None;
            if position < self.spread_in.len() {
                self.spread_in.remove(position);
            }
        }
    }

    /// Notes that members which are not known come in here. Each may replace one that is there already,
    /// whose key stays certain, but not its value.
    pub(crate) fn open(&mut self) {
        self.object.open = true;
        self.object.members.iter_mut().for_each(forget);
    }

    fn position(&self, key: &str) -> Option<usize> {
        if self.seen & bit(key) == 0 { None } else { self.object.position(key) }
    }

    /// The object; what it lost is added to `repeated`.
    pub(crate) fn finish(self, repeated: &mut Vec<RepeatedKey>) -> Object<'s> {
        repeated.extend(self.repeated);
        self.object
    }

    /// Notes whether a spread brought the member at a position; returns what was noted before.
    fn set_spread_in(&mut self, position: usize, spread_in: bool) -> bool {
        if spread_in && self.spread_in.len() <= position {
            self.spread_in.resize(position + 1, false);
        }
        self.spread_in.get_mut(position).is_some_and(|noted| std::mem::replace(noted, spread_in))
    }

    fn push(&mut self, member: Member<'s>) {
        self.seen |= bit(&member.key);
        let Object { members, positions, .. } = &mut self.object;
        if members.len() >= FEW {
            let numbered = || members.iter().enumerate().map(|(at, member)| (member.key.clone(), at));
            let positions = positions.get_or_insert_with(|| Box::new(Positions(numbered().collect())));
            positions.0.insert(member.key.clone(), members.len());
        }
        members.push(member);
    }
}

/// One of 64 bits, by the length of a key and the letters at its ends.
fn bit(key: &str) -> u64 {
    let bytes = key.as_bytes();
    let ends = [bytes.first(), bytes.last()].map(|byte| usize::from(*byte.unwrap_or(&0)));
    1 << ((bytes.len() + 5 * ends[0] + 11 * ends[1]) % 64)
}

fn forget(member: &mut Member<'_>) {
    member.value.kind = ValueKind::Unknown(Unknown::Expression { text: None, known_type: None });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Value;
    use crate::text::Span;

    fn member(key: String, at: u32) -> Member<'static> {
        let value = Value::new(Span::new(at + 1, at + 2), ValueKind::Null);
        Member { key: key.into(), key_span: Span::new(at, at + 1), span: Span::new(at, at + 2), value }
    }

    #[test]
    fn the_last_of_two_equal_keys_wins_in_small_and_large_objects() {
        for size in [2, FEW, FEW + 1, 100] {
            let mut builder = ObjectBuilder::with_capacity(0);
            for (at, place) in (0..size).zip((0..).step_by(10)) {
                builder.add(member(format!("k{at}"), place));
            }
            builder.add(member("k1".into(), 9000));
            let mut repeated = Vec::new();
            let object = builder.finish(&mut repeated);
            assert_eq!(object.members.len(), size);
            assert_eq!(object.get("k1").unwrap().key_span.start, 9000);
            assert_eq!(repeated.len(), 1, "{size} members");
            assert_eq!(repeated[0].key_span.start, 10);
        }
    }
}
