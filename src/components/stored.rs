//! What the site has stored in the browser.
//! Invariant: it is out of sight until a script has counted (`src/prerender/app_page.js`).

use leptos::prelude::*;

use crate::{
    messages::document_messages,
    still::{IntoStill, Still},
};

/// Each kind of thing, and how much there is of it.
#[component]
pub fn Stored() -> Still {
    let words = document_messages();
    let rows: Vec<Still> = [
        ("pages", words.app_stored_pages),
        ("size", words.app_stored_size),
        ("helpers", words.app_stored_helper),
        ("dismissed", words.app_stored_dismissed),
        ("notes", words.app_stored_notes),
    ]
    .into_iter()
    .map(|(name, text)| {
        view! {
            <div>
                <dt>{text}</dt>
                <dd data-stored=name></dd>
            </div>
        }
        .into_still()
    })
    .collect();
    view! {
        <dl
            class="stored"
            data-none=words.app_stored_none
            data-yes=words.app_stored_yes
            data-unknown=words.app_stored_unknown
            hidden
        >
            {rows}
        </dl>
    }
    .into_still()
}
