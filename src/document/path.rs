use std::fmt::Write;

use super::push_segment;

/// The way from a resource's properties to a place in them, as a walk knows it: a step costs nothing, and only who
/// has something to say of the place makes a pointer of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'p> {
    /// The way to what is around the place; `None` for what stands in the root.
    pub(crate) parent: Option<&'p Path<'p>>,
    pub(crate) segment: Segment<'p>,
}

/// One step of a [`Path`].
#[derive(Debug, Clone, Copy)]
pub(crate) enum Segment<'p> {
    Key(&'p str),
    Index(usize),
}

impl Path<'_> {
    /// Whether it leads to a member of the root.
    pub(crate) fn is_at_root(&self) -> bool {
        self.parent.is_none()
    }

    /// The way as a JSON Pointer.
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, pointer: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(pointer);
        }
        match self.segment {
            Segment::Key(key) => push_segment(pointer, key),
            Segment::Index(index) => {
                // To write to a string never fails.
                let _ = write!(pointer, "/{index}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_a_pointer_from_the_root() {
        let outer = Path { parent: None, segment: Segment::Key("a/b") };
        let item = Path { parent: Some(&outer), segment: Segment::Index(12) };
        let inner = Path { parent: Some(&item), segment: Segment::Key("~c") };
        assert_eq!(inner.pointer(), "/a~1b/12/~0c");
        assert!(outer.is_at_root() && !inner.is_at_root());
    }
}
