//! Texts that are finished natively: the app, or a partner's page, shows them without what makes them.
//! Invariant: a document says nothing that changes while it is read.

mod app;
mod embed;
pub mod frames;
mod giving;
mod safety;

pub use embed::{Offer, SANDBOX};
use leptos::prelude::*;

use crate::{
    model::{Document, Giving, Leaving, Site},
    routes::Route,
    still::{IntoStill, Still},
};

/// Every document, by the page that it belongs to.
#[must_use]
pub fn all(site: &Site, giving: &Giving, leaving: &Leaving, offer: &Offer<'_>) -> Vec<(Route, Document)> {
    vec![
        (Route::Safety, document(|| safety::text(site, leaving))),
        (Route::App, document(app::text)),
        (Route::Donate, document(|| giving::text(site, giving))),
        (Route::Thanks, document(|| giving::thanks(site))),
        (Route::Embed, document(|| embed::text(site, offer))),
    ]
}

fn document(text: impl FnOnce() -> Still) -> Document {
    Document { html: html(text) }
}

/// The HTML of a text, without the marks that hydration needs.
fn html(text: impl FnOnce() -> Still) -> String {
    let owner = Owner::new();
    let html = owner.with(|| text().to_html());
    owner.unset();
    html.replace("<!>", "")
}

/// Sentences as a list, and a last point of another kind.
fn list(points: &[&str], last: Option<Still>) -> Still {
    let points = points.iter().map(|point| (*point).to_owned().into_still()).chain(last);
    let points: Vec<Still> = points.map(|point| view! { <li>{point}</li> }.into_still()).collect();
    view! { <ul>{points}</ul> }.into_still()
}
