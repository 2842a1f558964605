/// Whether two names are the same but for case.
pub(crate) fn is_same_but_case(one: &str, other: &str) -> bool {
    is_within(0, one, other)
}

/// Whether at most so many slips (a letter lost, added, changed, or two swapped) lie between two names; letters
/// of ASCII that differ only in case cost nothing.
///
/// Candidates come by the hundred, and nearly all are far away: giving up after two slips costs a fraction of
/// what working out the distance would.
fn is_within(slips: usize, one: &str, other: &str) -> bool {
    let (one, other) = without_common_start(one, other);
    if slips == 0 || (one.is_empty() && other.is_empty()) {
        return one.is_empty() && other.is_empty();
    }
    let (behind_one, behind_other) = (without_first(one), without_first(other));
    is_within(slips - 1, behind_one, behind_other)
        || is_within(slips - 1, behind_one, other)
        || is_within(slips - 1, one, behind_other)
        || (is_swapped(one, other) && is_within(slips - 1, without_first(behind_one), without_first(behind_other)))
}

fn without_common_start<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let is_same = |(one, other): &(u8, u8)| one.eq_ignore_ascii_case(other);
    let mut start = one.bytes().zip(other.bytes()).take_while(is_same).count();
    while !(one.is_char_boundary(start) && other.is_char_boundary(start)) {
        start -= 1;
    }
    (&one[start..], &other[start..])
}

fn without_first(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

fn is_swapped(one: &str, other: &str) -> bool {
    let (mut left, mut right) = (one.chars(), other.chars());
    let (first, second) = ((left.next(), right.next()), (left.next(), right.next()));
    let is_same = |left: Option<char>, right: Option<char>| {
        left.zip(right).is_some_and(|(left, right)| left.eq_ignore_ascii_case(&right))
    };
    is_same(first.0, second.1) && is_same(second.0, first.1)
}

/// The one candidate that `name` was surely meant to be: at most two slips away (one in a name of up
/// to five letters), and no other candidate as near.
pub(crate) fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = name.chars().count();
    let mut slips = match length {
        // A name too long to compare is not a slip of anything.
        0..=2 | 256.. => 0,
        3..=5 => 1,
        _ => 2,
    };
    let mut found = Vec::new();
    for candidate in candidates {
        let is_too_long = candidate.is_ascii() && candidate.len().abs_diff(length) > slips;
        if is_too_long || !is_within(slips, name, candidate) {
            continue;
        }
        while slips > 0 && is_within(slips - 1, name, candidate) {
            slips -= 1;
            found.clear();
        }
        found.push(candidate);
    }
    match found.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// What a message says behind a name that is not known: the name that was meant, or else what to do.
pub(crate) fn suggestion(nearest: Option<&str>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!(": did you mean `{nearest}`?"),
        None => format!(": {otherwise}"),
    }
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
    }

    #[test]
    fn slips_are_counted() {
        let table = [
            ("abcd", "abdc", 1),
            ("aab", "ab", 1),
            ("é", "e", 1),
            ("É", "é", 1),
            ("è", "é", 1),
            ("", "", 0),
            ("", "ab", 2),
            ("Approved", "aproved", 1),
            ("Aprpoevd", "Approved", 2),
            ("Standard_B1ls", "Standard_B1ms", 1),
            ("sttaus", "state", 3),
        ];
        for (one, other, slips) in table {
            let is_within = |slips| is_within(slips, one, other) && is_within(slips, other, one);
            assert!(is_within(slips), "{one} {other}");
            assert!(slips == 0 || !is_within(slips - 1), "{one} {other}");
        }
    }
}
