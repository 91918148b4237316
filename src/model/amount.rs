//! Amounts of money, and how people and links write them.
//! Invariant: an [`Amount`] is a whole number of minor units, never a float.

use serde::{Deserialize, Serialize};

use super::Language;

/// An amount of money in minor units: cents of a US dollar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(u32);

/// Why a text is not an [`Amount`]; what to write instead is said by the words of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// There is nothing but room for an amount.
    Empty,
    /// It is not written as amounts are.
    Unreadable,
    /// It is more than [`Amount::LARGEST`].
    TooLarge,
}

/// What people leave around an amount: spaces, tabs, and spaces that keep a line together.
const SPACES: [char; 4] = [' ', '\t', '\u{a0}', '\u{202f}'];

/// The mark between groups of three digits and the mark before cents. In Spanish both ways are in use: Mexico and the
/// United States write as English does, Spain and South America the other way round.
const MARKS: [(char, char); 2] = [(',', '.'), ('.', ',')];

impl Amount {
    /// The largest amount that can be written: seven digits before the mark.
    pub const LARGEST: Self = Self(999_999_999);

    /// An amount of `minor` cents.
    #[must_use]
    pub const fn from_minor(minor: u32) -> Self {
        Self(minor)
    }

    /// The amount in cents.
    #[must_use]
    pub const fn to_minor(self) -> u32 {
        self.0
    }

    /// Reads what a person has typed: `50`, `$50`, `12.50`, ` 1,000 `, and in Spanish `1.000` and `50,00` too.
    ///
    /// A text that could mean two amounts is refused, so `1.000` is no amount in English.
    ///
    /// No donor's amount ever comes here: this is the reference, held to millions of spellings, and what runs in a page is
    /// its twin in `amounts.js`. `tests/browser/sentences/giving/amounts.rs` holds the twin against it.
    ///
    /// # Errors
    ///
    /// When the text is no amount, or one that is too large; limits of a gift are not asked about here.
    pub fn parse(text: &str, language: Language) -> Result<Self, AmountError> {
        let text = text.trim_matches(SPACES);
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        let number = text.strip_prefix('$').or_else(|| text.strip_suffix('$')).unwrap_or(text);
        let number = number.trim_matches(SPACES);
        let ways = match language {
            Language::English => &MARKS[..1],
            Language::Spanish => &MARKS[..],
        };
        let (whole, cents) = ways
            .iter()
            .find_map(|(group, decimal)| split(number, *group, *decimal))
            .ok_or(AmountError::Unreadable)?;
        let number: u64 = format!("{whole}{cents:0<2}").parse().map_err(|_| AmountError::TooLarge)?;
        let minor = u32::try_from(number).map_err(|_| AmountError::TooLarge)?;
        if minor > Self::LARGEST.0 { Err(AmountError::TooLarge) } else { Ok(Self(minor)) }
    }

    /// The amount as links write it, which is the same in all languages: `50`, `12.50`.
    #[must_use]
    pub fn to_decimal(self) -> String {
        match (self.0 / 100, self.0 % 100) {
            (units, 0) => units.to_string(),
            (units, cents) => format!("{units}.{cents:02}"),
        }
    }
}

/// The digits before the decimal mark, without marks between groups, and those after it, if both are written this way.
fn split(number: &str, group: char, decimal: char) -> Option<(String, &str)> {
    let (whole, cents) = match number.split_once(decimal) {
        Some((whole, cents)) => (whole, Some(cents)),
        None => (number, None),
    };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = || {
        let mut groups = whole.split(group);
        let first = groups.next().unwrap_or_default();
        are_digits(first)
            && first.len() <= 3
            && !first.starts_with('0')
            && groups.all(|group| group.len() == 3 && are_digits(group))
    };
    let is_whole = are_digits(whole) || is_grouped();
    let are_cents = cents.is_none_or(|cents| cents.len() <= 2 && are_digits(cents));
    (is_whole && are_cents).then(|| (whole.replace(group, ""), cents.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str, language: Language) -> Result<u32, AmountError> {
        Amount::parse(text, language).map(Amount::to_minor)
    }

    #[test]
    fn every_spelling_of_the_form_is_read() {
        for text in ["50", "$50", "50.00", "$ 50", "50 $", "\t50\u{a0}", "050", "$50.0"] {
            for language in Language::ALL {
                assert_eq!(parse(text, language), Ok(5_000), "{text:?} in {language:?}");
            }
        }
        for (text, minor) in
            [(" 1,000 ", 100_000), ("1,234,567.89", 123_456_789), ("12.5", 1_250), ("0.05", 5), ("0", 0)]
        {
            for language in Language::ALL {
                assert_eq!(parse(text, language), Ok(minor), "{text:?} in {language:?}");
            }
        }
    }

    #[test]
    fn spanish_has_its_own_marks_too() {
        for (text, minor) in
            [("1.000", 100_000), ("50,00", 5_000), ("1.234.567,89", 123_456_789), ("12,5", 1_250)]
        {
            assert_eq!(parse(text, Language::Spanish), Ok(minor), "{text:?}");
            assert_eq!(parse(text, Language::English), Err(AmountError::Unreadable), "{text:?}");
        }
    }

    #[test]
    fn what_could_mean_something_else_is_refused() {
        for text in [
            "$", "$$50", "$50$", "-50", "+50", "5e3", "0x10", "50.", ".50", "1,00", "1,0000", "0,500",
            "1,000,00", "50.000", "1.0.0", "fifty", "50 60", "５０", "1 000", "$-50", "50\u{0}", "NaN",
            "Infinity", "%35%30",
        ] {
            assert_eq!(parse(text, Language::English), Err(AmountError::Unreadable), "{text:?}");
        }
        for text in ["", "   ", "\u{202f}"] {
            assert_eq!(parse(text, Language::English), Err(AmountError::Empty), "{text:?}");
        }
        for text in ["10000000", "9,999,999,999.99", &"9".repeat(400)] {
            assert_eq!(parse(text, Language::English), Err(AmountError::TooLarge), "{text:?}");
        }
        assert_eq!(parse("9999999.99", Language::English), Ok(Amount::LARGEST.to_minor()));
    }
}
