//! Dates and times of RFC 3339.

/// A day that the calendar has: `2026-01-31`.
pub(super) fn is_date(text: &str) -> bool {
    let Some([year, month, day]) = fields(text, [4, 2, 2], b'-') else { return false };
    let is_leap_year = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year => 29,
        2 => 28,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// A day, a time, and how far that is from UTC: `2026-01-31T12:00:00Z`.
pub(super) fn is_date_time(text: &str) -> bool {
    let parts = text.split_once(['T', 't']);
    parts.is_some_and(|(date, time)| is_date(date) && is_time(time))
}

/// A time, and how far it is from UTC: `12:00:00.5+01:00`.
fn is_time(text: &str) -> bool {
    let Some((clock, rest)) = text.split_at_checked(8) else { return false };
    let Some([hour, minute, second]) = fields(clock, [2, 2, 2], b':') else { return false };
    let rest = match rest.strip_prefix('.') {
        Some(behind) => {
            let zone = behind.trim_start_matches(|letter: char| letter.is_ascii_digit());
            if zone.len() == behind.len() {
                return false;
            }
            zone
        }
        None => rest,
    };
    let Some(offset) = minutes_from_utc(rest) else { return false };
    let minutes_of_day = (hour * 60 + minute - offset).rem_euclid(24 * 60);
    // A leap second is the last of a day in UTC.
    hour <= 23 && minute <= 59 && (second <= 59 || (second == 60 && minutes_of_day == 24 * 60 - 1))
}

/// What `Z` or `+01:00` stands for.
fn minutes_from_utc(zone: &str) -> Option<i32> {
    if zone.eq_ignore_ascii_case("Z") {
        return Some(0);
    }
    let (sign, zone) = match zone.strip_prefix('+') {
        Some(zone) => (1, zone),
        None => (-1, zone.strip_prefix('-')?),
    };
    let [hours, minutes] = fields(zone, [2, 2], b':')?;
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 60 + minutes))
}

/// The numbers of a text: of so many digits each, with one separator between two.
fn fields<const N: usize>(text: &str, digits: [usize; N], separator: u8) -> Option<[i32; N]> {
    let mut rest = text.as_bytes();
    let mut numbers = [0; N];
    for (at, (number, digits)) in numbers.iter_mut().zip(digits).enumerate() {
        if at > 0 {
            rest = rest.strip_prefix(&[separator])?;
        }
        let (written, behind) = rest.split_at_checked(digits)?;
        for digit in written {
            *number = *number * 10 + i32::from(digit.is_ascii_digit().then(|| digit - b'0')?);
        }
        rest = behind;
    }
    rest.is_empty().then_some(numbers)
}
