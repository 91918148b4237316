//! From one page of a feed to the next.

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::{FeedKey, PageNumber},
    routes::Route,
    still::{IntoStill, Still},
};

/// Which page this is, and links to its neighbors; nothing for a feed of one page.
#[component]
pub fn PageTurner(
    /// The feed and its page.
    key: FeedKey,
    /// How many pages the feed has.
    pages: PageNumber,
) -> Still {
    let words = messages();
    let link = |page: PageNumber, text: &'static str, rel: &'static str| {
        let topic = key.topic.clone();
        let address = Route::Feed(FeedKey { topic, page }).address();
        view! {
            <a href=address rel=rel>
                {text}
            </a>
        }
    };
    let newer = key.page.previous().map(|page| link(page, words.page_newer, "prev"));
    let older = (key.page < pages).then(|| link(key.page.next(), words.page_older, "next"));
    (pages > PageNumber::FIRST)
        .then(|| {
            view! {
                <nav class="page-turner" aria-label=words.pages_label>
                    {newer}
                    <span>{words.page_of(&key.page.to_string(), &pages.to_string())}</span>
                    {older}
                </nav>
            }
        })
        .into_still()
}
