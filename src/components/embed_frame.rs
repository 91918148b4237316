//! What surrounds the content of a frame in a partner's page.

use std::sync::Arc;

use leptos::prelude::*;

use super::help_bar::HelpBar;
use crate::{
    messages::{document_messages, messages},
    model::Site,
    routes::Route,
    still::{IntoStill, Still},
};

/// The hotline and the way out, whose news it is, the content, and one way on into the site.
#[component]
pub fn EmbedFrame(
    /// What every page knows.
    site: Arc<Site>,
    /// What is shown, in a sentence.
    lead: String,
    /// What is shown.
    content: Still,
    /// The page where there is more, and what the link to it says.
    more: (Route, &'static str),
) -> Still {
    let (route, name) = more;
    let words = document_messages();
    // A frame cannot promise more: a key gives it no right to move the page around it.
    let presses = [words.exit_frame_after_one_press, words.exit_frame_after_two_presses];
    view! {
        <div class="embed-frame">
            <HelpBar site presses />
            <main class="embed-frame__main">
                <header class="embed-frame__head">
                    <h1>
                        <a href=Route::HOME.address()>{messages().site_name}</a>
                    </h1>
                    <p>{lead}</p>
                </header>
                {content}
                <a class="embed-frame__more" href=route.address()>
                    {name}
                </a>
            </main>
        </div>
    }
    .into_still()
}
