//! Ways to be counted beside giving.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Site,
    routes::Route,
    still::{IntoStill, Still},
};

/// Read, share, know the number.
#[component]
pub fn OtherWays(
    /// What every page knows.
    site: Arc<Site>,
) -> Still {
    let words = messages();
    let hotline = site.organisation.help.first().cloned().map(|channel| {
        view! {
            " "
            <a href=channel.href>{channel.label}</a>
        }
    });
    view! {
        <section class="other-ways" aria-labelledby="other-ways">
            <h2 id="other-ways">{words.donate_other_ways}</h2>
            <ul>
                <li>
                    {words.donate_way_share} " " <a href=Route::HOME.address()>{words.nav_news}</a>
                </li>
                <li>{words.donate_way_help} {hotline}</li>
            </ul>
        </section>
    }
    .into_still()
}
