//! "Count me in", and the thanks.
//! Invariant: nothing is asked here that this site would have to keep, and nothing is said of a gift that has no source.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    components::{giving_facts::GivingFacts, giving_form::GivingForm, other_ways::OtherWays},
    model::{Giving, Site},
    still::{IntoStill, Still},
};

/// The text of the page about giving below its title.
pub fn text(site: &Site, giving: &Giving) -> Still {
    let hotline = site.organisation.help.first().cloned();
    let facts = giving.facts.clone();
    view! {
        <GivingForm giving=giving.clone() hotline />
        <GivingFacts facts />
        <OtherWays site=Arc::new(site.clone()) />
    }
    .into_still()
}

/// The text of the thanks below their title, which know neither who gave nor how much.
pub fn thanks(site: &Site) -> Still {
    view! { <OtherWays site=Arc::new(site.clone()) /> }.into_still()
}
