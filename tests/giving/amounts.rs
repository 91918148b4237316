//! What is typed is read as what was meant, or refused; held for millions of inputs.

use count_me_in::{
    messages::document_messages,
    model::{Amount, AmountError, Language},
};
use proptest::prelude::*;

use crate::spellings::{amounts, spellings, typed};

/// How many amounts in a row are tried from each that is drawn.
const RUN: u32 = 1_000;

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

/// All digits of a text.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

proptest! {
    #![proptest_config(cases(250))]

    /// 250 times 1,000 amounts, in 8 to 24 spellings each.
    #[test]
    fn every_spelling_of_an_amount_is_read_as_that_amount(start in amounts()) {
        for minor in start.to_minor()..start.to_minor().saturating_add(RUN).min(Amount::LARGEST.to_minor()) {
            let amount = Amount::from_minor(minor);
            for language in Language::ALL {
                for text in spellings(amount, language) {
                    prop_assert_eq!(Amount::parse(&text, language), Ok(amount), "{:?}", text);
                }
                prop_assert_eq!(Amount::parse(&amount.to_decimal(), language), Ok(amount));
                prop_assert_eq!(Amount::parse(&document_messages().money(amount), language), Ok(amount));
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(60_000))]

    #[test]
    fn whatever_is_typed_is_read_without_inventing_or_losing_a_digit(text in typed()) {
        for language in Language::ALL {
            match Amount::parse(&text, language) {
                Ok(amount) => {
                    let typed = digits(&text);
                    let typed = typed.trim_start_matches('0');
                    let read = format!("{}{:02}", amount.to_minor() / 100, amount.to_minor() % 100);
                    let read = read.trim_start_matches('0');
                    let zeros = read.strip_prefix(typed);
                    prop_assert!(zeros.is_some_and(|zeros| ["", "0", "00"].contains(&zeros)), "{text:?} is read as {read}");
                    prop_assert!(text.chars().all(|sign| "0123456789.,$ \t\u{a0}\u{202f}".contains(sign)), "{text:?}");
                    prop_assert_eq!(Amount::parse(&amount.to_decimal(), language), Ok(amount));
                }
                Err(AmountError::Empty) => prop_assert!(digits(&text).is_empty() && !text.contains('$'), "{text:?}"),
                Err(AmountError::TooLarge) => prop_assert!(digits(&text).len() > 7, "{text:?}"),
                Err(AmountError::Unreadable) => {}
            }
        }
    }

    #[test]
    fn no_text_means_one_amount_in_english_and_another_in_spanish(text in typed()) {
        if let Ok(amount) = Amount::parse(&text, Language::English) {
            prop_assert_eq!(Amount::parse(&text, Language::Spanish), Ok(amount), "{:?}", text);
        }
    }
}
