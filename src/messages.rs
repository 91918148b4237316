//! All words of the interface, from `locales/`, checked by the compiler.
//! Invariant: a key that is missing in a locale, or used but not defined, does not build.

mod dates;
mod money;

use crate::model::Language;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The words of the interface.
///
/// English is the one language of the interface today; a second one is chosen here.
#[must_use]
pub fn messages() -> &'static Messages {
    static WORDS: Messages = Messages::EN;
    &WORDS
}

/// The words of natively finished documents, which the app never says.
#[must_use]
pub fn document_messages() -> &'static DocumentMessages {
    static WORDS: DocumentMessages = DocumentMessages::EN;
    &WORDS
}

/// Puts values into the `{name}` places of a template.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        for (key, value) in values {
            if *key == name {
                text.push_str(value);
            }
        }
        rest = after;
    }
    text + rest
}

impl DocumentMessages {
    /// The language that these words are in.
    #[must_use]
    pub fn language(&self) -> Language {
        Language::English
    }
}

impl Messages {
    /// The language that these words are in.
    #[must_use]
    pub fn language(&self) -> Language {
        Language::English
    }
}
