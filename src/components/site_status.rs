//! What a reader should know about the copy of the site that is on screen.
//! Invariant: it is in every page's HTML; a script shows and hides it by an attribute of the document
//! (`src/prerender/loader.js`, `src/prerender/keeper.js`), so it works without the app.

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Edtf,
    still::{IntoStill, Still},
};

/// A small line at the end of the window: that there is no connection and from when the news is, or that there
/// is a newer version to ask for, and whether asking has failed.
#[component]
pub fn SiteStatus(
    /// The day of the build.
    built: Edtf,
) -> Still {
    let words = messages();
    view! {
        <div class="site-status" role="status">
            <p class="site-status__offline">{words.status_offline(&words.date(built))}</p>
            <p class="site-status__update">
                <span>
                    {words.status_update}
                    <span class="site-status__failed">" " {words.status_update_failed}</span>
                </span>
                <button type="button" data-do="update">
                    {words.status_update_now}
                </button>
            </p>
        </div>
    }
    .into_still()
}
