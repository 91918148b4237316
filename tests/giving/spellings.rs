//! How people write amounts, well and badly, as strategies that make millions of them.

use count_me_in::model::{Amount, Language};
use proptest::prelude::*;

/// Every way in which the form promises to read an amount in a language.
pub fn spellings(amount: Amount, language: Language) -> Vec<String> {
    let (units, cents) = (amount.to_minor() / 100, amount.to_minor() % 100);
    let ways: &[(char, char)] = match language {
        Language::English => &[(',', '.')],
        Language::Spanish => &[(',', '.'), ('.', ',')],
    };
    let mut spellings = Vec::new();
    for (group, decimal) in ways {
        for whole in [units.to_string(), grouped(units, *group)] {
            spellings.push(format!("{whole}{decimal}{cents:02}"));
            if cents == 0 {
                spellings.push(whole);
            } else if cents % 10 == 0 {
                spellings.push(format!("{whole}{decimal}{}", cents / 10));
            }
        }
    }
    let plain = spellings.clone();
    for (index, spelling) in plain.into_iter().enumerate() {
        spellings.push(match index % 4 {
            0 => format!("${spelling}"),
            1 => format!(" {spelling}\t"),
            2 => format!("\u{a0}$ {spelling}\u{202f}"),
            _ => format!("{spelling} $"),
        });
    }
    spellings
}

fn grouped(number: u32, mark: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// Amounts that can be written.
pub fn amounts() -> impl Strategy<Value = Amount> {
    // Small ones more often: their marks and zeros are where mistakes are.
    prop_oneof![0..200_000_u32, 0..=Amount::LARGEST.to_minor()].prop_map(Amount::from_minor)
}

/// Anything that somebody could type: amounts, nearly amounts, and what has nothing to do with them.
pub fn typed() -> impl Strategy<Value = String> {
    let language = prop_oneof![Just(Language::English), Just(Language::Spanish)];
    let right = (amounts(), language, any::<prop::sample::Index>()).prop_map(|(amount, language, index)| {
        let all = spellings(amount, language);
        index.get(&all).clone()
    });
    prop_oneof![
        4 => right,
        4 => "[0-9.,$ \u{a0}]{0,14}",
        2 => "[ $]{0,2}[0-9]{1,3}([.,][0-9]{1,4}){0,3}[ $]{0,2}",
        1 => "[-+0-9eExX.,$ \t\u{202f}]{0,12}",
        1 => "\\PC{0,10}",
        1 => any::<String>(),
    ]
}
