//! Arithmetic of JSON numbers as they are written: exact, and of decimals as decimals.

use std::cmp::Ordering;

use serde_json::Number;

/// Beyond this, no number of JSON is an integer that the reader keeps as one.
const BEYOND_INTEGERS: f64 = 36_893_488_147_419_103_232.0;

/// Which of two numbers is greater.
pub(super) fn compare(one: &Number, other: &Number) -> Ordering {
    match (integer(one), integer(other)) {
        (Some(one), Some(other)) => one.cmp(&other),
        (Some(one), None) => compare_to_float(one, float(other)),
        (None, Some(other)) => compare_to_float(other, float(one)).reverse(),
        (None, None) => float(one).total_cmp(&float(other)),
    }
}

/// Whether the number has nothing behind its point: `2.0` is whole.
pub(super) fn is_whole(number: &Number) -> bool {
    integer(number).is_some() || float(number).fract() == 0.0
}

/// Whether the number is a whole number of times the other, which is above 0. `0.3` is three times `0.1`.
pub(super) fn is_multiple(number: &Number, of: &Number) -> bool {
    let (Some(number), Some(of)) = (Decimal::of(number), Decimal::of(of)) else { return true };
    if number.digits == 0 || of.digits == 0 {
        return true;
    }
    match u32::try_from(number.exponent - of.exponent) {
        // The power of ten is only needed as far as the divisor sees it.
        Ok(places) => {
            let scaled = (number.digits % of.digits) * power_of_ten(places, of.digits) % of.digits;
            scaled == 0
        }
        // A divisor too large for the type is larger than any number.
        Err(_) => {
            let places = number.exponent.abs_diff(of.exponent);
            let divisor = 10_u128.checked_pow(places).and_then(|power| of.digits.checked_mul(power));
            divisor.is_some_and(|divisor| number.digits % divisor == 0)
        }
    }
}

/// The number, where the reader keeps it as an integer.
fn integer(number: &Number) -> Option<i128> {
    number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
}

/// The number, where it is not an integer. It is finite: JSON has no other.
fn float(number: &Number) -> f64 {
    let float = number.as_f64().unwrap_or_default();
    // There is one zero.
    if float == 0.0 { 0.0 } else { float }
}

/// Compares without rounding the integer.
fn compare_to_float(integer: i128, float: f64) -> Ordering {
    if float >= BEYOND_INTEGERS {
        return Ordering::Less;
    }
    if float <= -BEYOND_INTEGERS {
        return Ordering::Greater;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it has no fraction, and is far from the ends of the type")]
    let whole = float.trunc() as i128;
    integer.cmp(&whole).then_with(|| 0.0_f64.total_cmp(&(float.fract() + 0.0)))
}

/// The size of a number, its sign left out: `digits` times ten to the power of `exponent`. The digits take 64 bits.
struct Decimal {
    digits: u128,
    exponent: i32,
}

impl Decimal {
    fn of(number: &Number) -> Option<Self> {
        if let Some(integer) = integer(number) {
            return Some(Self { digits: integer.unsigned_abs(), exponent: 0 });
        }
        // The shortest digits that mean this number: what stands in the file, but for what it says twice.
        let written = format!("{:e}", float(number).abs());
        let (digits, exponent) = written.split_once('e')?;
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let behind_the_point = i32::try_from(fraction.len()).ok()?;
        let digits = [whole, fraction].concat().parse().ok()?;
        Some(Self { digits, exponent: exponent.parse::<i32>().ok()? - behind_the_point })
    }
}

/// Ten to the power of `exponent`, as far as a division by `modulus` sees it: a number of 64 bits.
fn power_of_ten(exponent: u32, modulus: u128) -> u128 {
    (0..exponent).fold(1 % modulus, |power, _| power * 10 % modulus)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn numbers_compare_by_what_they_are_worth() {
        let ascending = [
            "-1e300",
            "-18446744073709551616.0",
            "-9223372036854775808",
            "-9007199254740993",
            "-1.5",
            "-1",
            "-1e-300",
            "0",
            "1e-300",
            "0.1",
            "1",
            "1.5",
            "2",
            "9007199254740992",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616.0",
            "1e300",
        ];
        for (at, one) in ascending.iter().enumerate() {
            for (with, other) in ascending.iter().enumerate() {
                assert_eq!(compare(&number(one), &number(other)), at.cmp(&with), "{one} and {other}");
            }
        }
        for (one, other) in
            [("1", "1.0"), ("0", "-0.0"), ("0.0", "-0.0"), ("100", "1e2"), ("9007199254740992", "9007199254740992.0")]
        {
            assert_eq!(compare(&number(one), &number(other)), Ordering::Equal, "{one} and {other}");
        }
    }

    #[test]
    fn a_number_is_whole_however_it_is_written() {
        for (text, expected) in
            [("1", true), ("1.0", true), ("-3e2", true), ("1e300", true), ("1.5", false), ("1e-1", false)]
        {
            assert_eq!(is_whole(&number(text)), expected, "{text}");
        }
    }

    #[test]
    fn multiples_are_those_of_what_is_written() {
        let table = [
            ("4", "2", true),
            ("3", "2", false),
            ("-4", "2", true),
            ("0", "7", true),
            ("0.0", "0.1", true),
            ("0.3", "0.1", true),
            ("0.35", "0.1", false),
            ("1.1", "0.01", true),
            ("1070468.14", "0.01", true),
            ("4.0", "2", true),
            ("4.5", "1.5", true),
            ("7", "0.5", true),
            ("1", "3", false),
            ("0.5", "1", false),
            ("1e300", "10", true),
            ("1e300", "3", false),
            ("3e300", "3", true),
            ("1e-300", "1", false),
            ("1e-300", "1e-301", true),
            ("18446744073709551615", "5", true),
            ("18446744073709551615", "2", false),
            ("9007199254740993", "9007199254740993", true),
        ];
        for (text, of, expected) in table {
            assert_eq!(is_multiple(&number(text), &number(of)), expected, "{text} of {of}");
        }
    }
}
