//! Dates as people write them, with the precision that is known and no more.

use super::Messages;
use crate::model::Edtf;

impl Messages {
    /// The date in words: "January 30, 2018", "June 2018", "about 2018", "January, year not given".
    #[must_use]
    pub fn date(&self, date: Edtf) -> String {
        let month = date.month().map_or("", |month| self.month(month));
        let year = date.year().map(|year| year.to_string());
        let words = match (year, date.month(), date.day()) {
            (Some(year), Some(_), Some(day)) => self.date_day(&day.to_string(), month, &year),
            (Some(year), Some(_), None) => self.date_month(month, &year),
            (Some(year), None, _) => year,
            (None, ..) => self.date_month_without_year(month),
        };
        if date.is_approximate() { self.date_about(&words) } else { words }
    }

    fn month(&self, month: u8) -> &'static str {
        let names = [
            self.month_1,
            self.month_2,
            self.month_3,
            self.month_4,
            self.month_5,
            self.month_6,
            self.month_7,
            self.month_8,
            self.month_9,
            self.month_10,
            self.month_11,
            self.month_12,
        ];
        names.get(usize::from(month) - 1).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::messages::messages;

    #[test]
    fn a_date_says_no_more_than_is_known() {
        for (edtf, words) in [
            ("2018-01-30", "January 30, 2018"),
            ("2018-06", "June 2018"),
            ("2018-06~", "about June 2018"),
            ("2018", "2018"),
            ("2018~", "about 2018"),
            ("XXXX-01", "January, year not given"),
        ] {
            assert_eq!(messages().date(edtf.parse().unwrap()), words);
        }
    }
}
