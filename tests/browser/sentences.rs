//! All sentences, by what they are about.

mod failures;
mod feed;
mod hydration;
mod keyboard;
mod navigation;
mod policy;
mod proofs;
mod saving_data;
mod scripts_off;
mod speed;
mod without_wasm;

use crate::visit::Sentence;

/// The hotline's number, on every page.
const HOTLINE: &str = ".help-bar a[href='tel:+18885392373']";

/// The invitation at the top of every page.
const GIVE: &str = ".site-nav a[href='/donate/']";

/// Every sentence, in the order in which it is told.
pub fn all() -> Vec<Sentence> {
    [
        proofs::SENTENCES,
        feed::SENTENCES,
        navigation::SENTENCES,
        speed::SENTENCES,
        hydration::SENTENCES,
        failures::SENTENCES,
        without_wasm::SENTENCES,
        saving_data::SENTENCES,
        keyboard::SENTENCES,
        policy::SENTENCES,
        scripts_off::SENTENCES,
    ]
    .concat()
}
