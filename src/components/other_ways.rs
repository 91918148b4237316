//! Ways to be counted beside giving.
//! Invariant: what is shared is the site's own address and nothing else; sharing is out of sight until a script has seen
//! what the device can do (`src/prerender/sharing.js`).

use std::sync::Arc;

use leptos::prelude::*;

use super::command::Command;
use crate::{
    messages::document_messages,
    model::Site,
    routes::Route,
    still::{IntoStill, Still},
};

/// Share, read, show the news elsewhere, know the number.
#[component]
pub fn OtherWays(
    /// What every page knows.
    site: Arc<Site>,
) -> Still {
    let words = document_messages();
    let hotline = site.organisation.help.first().cloned().map(|channel| {
        view! { <a href=channel.href>{channel.label}</a> }
    });
    view! {
        <section class="other-ways" aria-labelledby="other-ways">
            <h2 id="other-ways">{words.giving_ways}</h2>
            <ul>
                <li>
                    {words.way_share}
                    <p class="other-ways__address" data-share=Route::HOME.address() hidden>
                        {words.way_share_address} " " <span></span>
                    </p>
                    <Command
                        name="share"
                        text=words.way_share_button
                        busy=words.way_share_busy
                        done=words.way_share_done
                        failed=words.way_share_failed
                    />
                    <Command
                        name="copy"
                        text=words.way_copy_button
                        busy=words.way_copy_busy
                        done=words.way_copy_done
                        failed=words.way_copy_failed
                    />
                </li>
                <li>
                    {words.way_read} " " <a href=Route::HOME.address()>{words.way_read_link}</a>
                </li>
                <li>
                    {words.way_embed} " "
                    <a href=Route::Embed.address() target="_self">
                        {words.way_embed_link}
                    </a>
                </li>
                <li>
                    {words.way_help} " " {hotline} ". "
                    <a href=Route::Help.address()>{words.way_help_link}</a>
                </li>
            </ul>
        </section>
    }
    .into_still()
}
