/// How many slips (a letter lost, added, changed, or two swapped) lie between two names; letters that
/// differ only in case cost nothing.
pub(crate) fn edit_distance(left: &str, right: &str) -> usize {
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    let (left, right) = without_common_ends(&left, &right);
    strsim::osa_distance(left, right)
}

/// The parts in which two names differ: comparing those costs little, and the slips lie there.
fn without_common_ends<'a>(left: &'a str, right: &'a str) -> (&'a str, &'a str) {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
    };
    let start = same(&mut left.chars().zip(right.chars()));
    let (left, right) = (&left[start..], &right[start..]);
    let end = same(&mut left.chars().rev().zip(right.chars().rev()));
    (&left[..left.len() - end], &right[..right.len() - end])
}

/// The one candidate that `name` was surely meant to be: at most two slips away (one in a name of up
/// to five letters), and no other candidate as near.
pub(crate) fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = name.chars().count();
    let allowed = match length {
        // A name too long to compare is not a slip of anything, and comparing is quadratic.
        0..=2 | 256.. => 0,
        3..=5 => 1,
        _ => 2,
    };
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    for candidate in candidates {
        if candidate.chars().count().abs_diff(length) > allowed {
            continue;
        }
        let distance = edit_distance(name, candidate);
        if distance > allowed {
            continue;
        }
        match best {
            Some((nearest, _)) if distance > nearest => {}
            Some((nearest, _)) if distance == nearest => tied = true,
            _ => (best, tied) = (Some((distance, candidate)), false),
        }
    }
    best.filter(|_| !tied).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_slip_has_a_nearest_name() {
        let known = ["status", "state", "id", "description"];
        assert_eq!(nearest("sttaus", known), Some("status"));
        assert_eq!(nearest("Status", known), Some("status"));
        assert_eq!(nearest("stats", known), None, "`state` and `status` are equally near");
        assert_eq!(nearest("ix", known), None, "a short name is not guessed at");
        assert_eq!(nearest("ID", known), Some("id"));
        assert_eq!(nearest("actionsRequired", known), None);
        assert_eq!([edit_distance("abcd", "abdc"), edit_distance("aab", "ab"), edit_distance("é", "e")], [1, 1, 1]);
    }
}
