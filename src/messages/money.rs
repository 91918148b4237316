//! Amounts of money, and how often they are given, as people write them.

use super::DocumentMessages;
use crate::model::{Amount, Frequency};

impl DocumentMessages {
    /// The amount in words: "$50", "$12.50", "$1,000".
    #[must_use]
    pub fn money(&self, amount: Amount) -> String {
        let (units, cents) = (amount.to_minor() / 100, amount.to_minor() % 100);
        let mut number = self.grouped(units);
        if cents > 0 {
            number += &format!("{}{cents:02}", self.money_decimal_mark);
        }
        self.money_amount(&number)
    }

    /// The answer to "How often?".
    #[must_use]
    pub fn frequency(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Once => self.frequency_once,
            Frequency::Monthly => self.frequency_monthly,
            Frequency::Quarterly => self.frequency_quarterly,
            Frequency::Yearly => self.frequency_yearly,
        }
    }

    /// How a sentence says how often.
    #[must_use]
    pub fn how_often(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Once => self.give_once,
            Frequency::Monthly => self.give_monthly,
            Frequency::Quarterly => self.give_quarterly,
            Frequency::Yearly => self.give_yearly,
        }
    }

    fn grouped(&self, number: u32) -> String {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped += self.money_group_mark;
            }
            grouped.push(digit);
        }
        grouped
    }
}

#[cfg(test)]
mod tests {
    use crate::{messages::document_messages, model::Amount};

    #[test]
    fn amounts_are_written_as_people_write_them() {
        for (minor, words) in [
            (5_000, "$50"),
            (1_250, "$12.50"),
            (5, "$0.05"),
            (100_000, "$1,000"),
            (123_456_789, "$1,234,567.89"),
        ] {
            assert_eq!(document_messages().money(Amount::from_minor(minor)), words);
        }
    }
}
