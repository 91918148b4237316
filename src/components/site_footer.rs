//! The end of every page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Site,
    routes::Route,
    still::{IntoStill, Still},
};

/// Whose site this is, what it does not do, how to read it safely, what it stores, and how to show it elsewhere.
#[component]
pub fn SiteFooter(
    /// What every page knows.
    site: Arc<Site>,
) -> Still {
    let words = messages();
    let organisation = &site.organisation;
    // `target` keeps the router away: these pages come with scripts of their own.
    view! {
        <footer class="site-footer">
            <p>{words.footer_text(&organisation.short_name)}</p>
            <p>
                <a href=Route::Safety.address()>{words.safety_title}</a>
            </p>
            <p>
                <a href=Route::App.address() target="_self">
                    {words.app_title}
                </a>
            </p>
            <p>
                <a href=Route::Embed.address() target="_self">
                    {words.embed_title}
                </a>
            </p>
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
