//! The place where a partner sees what the lines do.
//! Invariant: what stands there is to be looked at alone. Its "Leave this site" would leave the frame, and not this page.

use leptos::prelude::*;

use crate::{
    messages::document_messages,
    still::{IntoStill, Still},
};

/// A stretch of page of any width; `src/prerender/embed_page.js` puts there exactly the lines that are copied, or says
/// where they can be seen, because a page loads nothing from another address than its own. What is inert is inside the
/// stretch, so that its edge can be pulled.
#[component]
pub fn EmbedPreview(
    /// This page at the address that the lines name, if that is known.
    address: Option<String>,
) -> Still {
    let words = document_messages();
    let elsewhere = address.map(|address| {
        view! {
            <p data-preview="elsewhere" hidden>
                {words.embed_preview_elsewhere}
                " "
                <a href=address.clone()>{address.clone()}</a>
            </p>
        }
    });
    view! {
        <p data-preview="here" hidden>
            {words.embed_preview}
        </p>
        {elsewhere}
        <div class="embed-preview" data-preview="here" hidden>
            <div inert></div>
        </div>
    }
    .into_still()
}
