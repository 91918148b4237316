//! The name of the paper, and a supporter's voice.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Site,
    routes::Route,
    still::{IntoStill, Still},
};

/// The name, whose news it is, and the quotation.
#[component]
pub fn Masthead(
    /// What every page knows.
    site: Arc<Site>,
) -> Still {
    let words = messages();
    let organisation = &site.organisation;
    view! {
        <header class="masthead">
            <div class="masthead__title">
                <a class="masthead__name" href=Route::HOME.address()>
                    {words.site_name}
                </a>
                <p class="masthead__tagline">
                    {words
                        .site_tagline(
                            &organisation.name,
                            &organisation.place,
                            &organisation.short_name,
                        )}
                </p>
            </div>
            <figure class="masthead__voice">
                <blockquote>
                    <p>{words.voice_quote(&organisation.voice.quote)}</p>
                </blockquote>
                <figcaption>{organisation.voice.by.clone()}</figcaption>
            </figure>
        </header>
    }
    .into_still()
}
