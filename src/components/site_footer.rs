//! The end of every page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Site,
    still::{IntoStill, Still},
};

/// Whose site this is, and what it does not do.
#[component]
pub fn SiteFooter(
    /// What every page knows.
    site: Arc<Site>,
) -> Still {
    let organisation = &site.organisation;
    view! {
        <footer class="site-footer">
            <p>{messages().footer_text(&organisation.short_name)}</p>
            <p>
                <a href=organisation.website.as_str().to_owned() rel="noreferrer">
                    {organisation.name.clone()}
                    ", "
                    {organisation.website.host().to_owned()}
                </a>
            </p>
        </footer>
    }
    .into_still()
}
