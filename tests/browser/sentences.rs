//! All sentences, by what they are about.

mod app_page;
mod connection;
mod copying;
mod damage;
mod embedding;
mod exit;
mod failures;
mod feed;
mod full_device;
mod giving;
mod hydration;
mod keyboard;
mod leaving;
pub mod navigation;
pub mod offline;
mod policy;
mod proofs;
mod safe_reading;
mod saving_data;
mod scripts_off;
mod speed;
mod strangers;
mod updates;
mod without_wasm;

use crate::visit::Sentence;

/// The hotline's number, on every page.
const HOTLINE: &str = ".help-bar a[href='tel:+18885392373']";

/// The invitation at the top of every page.
const GIVE: &str = ".site-nav__give";

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
        safe_reading::SENTENCES,
        keyboard::SENTENCES,
        exit::SENTENCES,
        exit::place::SENTENCES,
        exit::media::SENTENCES,
        leaving::SENTENCES,
        leaving::at_once::SENTENCES,
        leaving::erasing::SENTENCES,
        leaving::in_an_app_window::SENTENCES,
        leaving::with_scripts_off::SENTENCES,
        giving::SENTENCES,
        giving::address::SENTENCES,
        giving::amounts::SENTENCES,
        giving::enter::SENTENCES,
        giving::errors::SENTENCES,
        giving::looks::SENTENCES,
        giving::providers::SENTENCES,
        giving::scripts::SENTENCES,
        giving::sharing::SENTENCES,
        giving::waiting::SENTENCES,
        offline::SENTENCES,
        app_page::SENTENCES,
        connection::SENTENCES,
        full_device::SENTENCES,
        copying::SENTENCES,
        damage::SENTENCES,
        embedding::SENTENCES,
        embedding::loading::SENTENCES,
        embedding::at_once::SENTENCES,
        embedding::hostile::SENTENCES,
        embedding::framing::SENTENCES,
        embedding::frames::SENTENCES,
        embedding::frames::with_scripts_off::SENTENCES,
        embedding::builder::SENTENCES,
        embedding::builder::fields::SENTENCES,
        embedding::wordpress::SENTENCES,
        policy::SENTENCES,
        strangers::SENTENCES,
        updates::SENTENCES,
        scripts_off::SENTENCES,
        giving::providers::with_scripts_off::SENTENCES,
        giving::enter::with_scripts_off::SENTENCES,
    ]
    .concat()
}
