//! A date as far as it is known.
//! Invariant: an [`Edtf`] is a real calendar date of the years 1000 to 9999, or a part of one.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A date in the part of EDTF (ISO 8601-2:2019, <https://www.loc.gov/standards/datetime/>) that news
/// needs: `2018-01-30`, `2018-01`, `2018`, each with an optional `~` for "approximately", and
/// `XXXX-01` for a month whose year is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    approximate: bool,
}

/// Why a text is not an [`Edtf`] date; its words say what to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdtfError;

impl Edtf {
    /// The year, 1000 to 9999, when it is known.
    #[must_use]
    pub fn year(self) -> Option<u16> {
        self.year
    }

    /// The month, 1 to 12, when it is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1, when it is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Whether the date was inferred and may be a little off.
    #[must_use]
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// The value for `<time datetime>` (HTML, section 4.5.14), which knows neither `~` nor an
    /// unknown year.
    #[must_use]
    pub fn to_machine(self) -> Option<String> {
        self.year.map(|_| Self { approximate: false, ..self }.to_string())
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn digits<T: FromStr>(text: &str, length: usize) -> Result<T, EdtfError> {
    if text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| EdtfError)
    } else {
        Err(EdtfError)
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (date, approximate) = match text.strip_suffix('~') {
            Some(date) => (date, true),
            None => (text, false),
        };
        let mut parts = date.split('-');
        let year = match parts.next() {
            Some("XXXX") | None => None,
            Some(year) => Some(digits(year, 4)?).filter(|year| *year >= 1000),
        };
        let month = parts.next().map(|month| digits(month, 2)).transpose()?;
        let day = parts.next().map(|day| digits(day, 2)).transpose()?;
        let is_real = match (year, month, day) {
            (Some(_), None | Some(1..=12), None) => true,
            (Some(year), Some(month @ 1..=12), Some(day)) => (1..=days_in(year, month)).contains(&day),
            (None, Some(1..=12), None) => date.starts_with("XXXX") && !approximate,
            _ => false,
        };
        if is_real && parts.next().is_none() {
            Ok(Self { year, month, day, approximate })
        } else {
            Err(EdtfError)
        }
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(formatter, "{year}")?,
            None => formatter.write_str("XXXX")?,
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(formatter, "-{part:02}")?;
        }
        formatter.write_str(if self.approximate { "~" } else { "" })
    }
}

impl fmt::Display for EdtfError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "write a date as far as it is known: 2018-01-30, 2018-01 or 2018, with ~ at the end when \
             it is approximate, or XXXX-01 when the year is unknown",
        )
    }
}

impl std::error::Error for EdtfError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_comes_back_as_it_was_written() {
        for text in ["2018-01-30", "2020-02-29", "2018-06~", "2018", "2018~", "XXXX-01"] {
            assert_eq!(text.parse::<Edtf>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn a_date_that_no_calendar_has_is_refused() {
        for bad in [
            "",
            "18",
            "2018-13",
            "2018-00",
            "2018-1-3",
            "2018-02-30",
            "2019-02-29",
            "1900-02-29",
            "2018-01-30T00",
            "2018-01-30-01",
            "XXXX",
            "XXXX-01-02",
            "XXXX-13",
            "0999",
            "2018~~",
            "+201",
        ] {
            assert_eq!(bad.parse::<Edtf>(), Err(EdtfError), "{bad:?}");
        }
    }

    #[test]
    fn machines_get_only_what_they_understand() {
        let machine = |text: &str| text.parse::<Edtf>().unwrap().to_machine();
        assert_eq!(machine("2018-06~").as_deref(), Some("2018-06"));
        assert_eq!(machine("XXXX-01"), None);
    }
}
