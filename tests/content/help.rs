//! The ways to get help: a wrong digit here could cost a life, so each mistake is found.

use serde_json::{Value, json};

use crate::desk::Desk;

/// Spoils the ways to get help and expects one problem that has this place and says what to write.
fn expect(place: &str, remedy: &str, change: impl FnOnce(&mut Value)) {
    let desk = Desk::new();
    desk.edit("organisation.json", |file| change(&mut file["help"]));
    let report = desk.report();
    assert_eq!(report.len(), 1, "{report:#?}");
    assert!(report[0].starts_with(&format!("content/organisation.json: {place}: ")), "{report:#?}");
    assert!(report[0].contains(remedy), "{report:#?}");
}

#[test]
fn the_number_that_is_dialed_must_be_the_one_that_is_read() {
    expect("help[0].href", "digits of the label", |help| help[0]["href"] = json!("tel:+15935392373"));
    expect("help[2].href", "digits of the label", |help| help[2]["href"] = json!("sms:233734"));
}

#[test]
fn a_link_starts_as_its_kind_does() {
    expect("help[0].href", "starts with `tel:`", |help| help[0]["href"] = json!("sms:233733"));
    expect("help[2].href", "starts with `sms:`", |help| help[2]["href"] = json!("tel:+18883737888"));
    expect("help[4].href", "starts with `https://`", |help| help[4]["href"] = json!("tel:711"));
}

#[test]
fn a_link_that_no_telephone_understands_is_reported() {
    for href in ["tel:888-539-2373", "tel:8885392373", "tel:+10885392373", "tel:+1888KEY2FREE", "sms:2"] {
        expect("help[0].href", "`tel:+1`", |help| help[0]["href"] = json!(href));
    }
}

#[test]
fn a_call_for_help_is_never_an_email_and_never_goes_over_an_open_line() {
    for href in ["mailto:help@castla.org", "http://humantraffickinghotline.org/chat"] {
        expect("help[4].href", "`https://` address", |help| help[4]["href"] = json!(href));
    }
}

#[test]
fn letters_lie_on_the_keys_of_the_digits_beside_them() {
    for vanity in ["888-KEY-2-HELP", "888-KEY-2"] {
        expect("help[0].vanity", "keys of the label", |help| help[0]["vanity"] = json!(vanity));
    }
}
