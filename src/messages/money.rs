//! Amounts of money as people write them.

use super::Messages;
use crate::model::Amount;

impl Messages {
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
    use crate::{messages::messages, model::Amount};

    #[test]
    fn amounts_are_written_as_people_write_them() {
        for (minor, words) in [
            (5_000, "$50"),
            (1_250, "$12.50"),
            (5, "$0.05"),
            (100_000, "$1,000"),
            (123_456_789, "$1,234,567.89"),
        ] {
            assert_eq!(messages().money(Amount::from_minor(minor)), words);
        }
    }
}
