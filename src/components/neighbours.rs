//! The stories around an article.

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Headline,
    routes::Route,
    still::{IntoStill, Still},
};

/// The story before, the story after, and the way back to all of them.
#[component]
pub fn Neighbours(
    /// The story before.
    previous: Option<Headline>,
    /// The story after.
    next: Option<Headline>,
) -> Still {
    let words = messages();
    let link = |headline: Headline, name: &'static str, rel: &'static str| {
        view! {
            <a class="neighbours__story" href=Route::Article(headline.slug).address() rel=rel>
                <span>{name}</span>
                " "
                <b>{headline.title}</b>
            </a>
        }
    };
    view! {
        <nav class="neighbours" aria-label=words.neighbours_label>
            {previous.map(|headline| link(headline, words.neighbour_previous, "prev"))}
            {next.map(|headline| link(headline, words.neighbour_next, "next"))}
            <a class="neighbours__all" href=Route::HOME.address()>
                {words.back_to_news}
            </a>
        </nav>
    }
    .into_still()
}
