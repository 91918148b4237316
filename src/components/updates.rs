//! What happened after an article was published.

use leptos::prelude::*;

use super::origin_line::date;
use crate::{
    messages::messages,
    model::{Language, Update},
    still::{IntoStill, Still},
};

/// "What happened next": dated sentences with their sources, oldest first; nothing when there is none.
#[component]
pub fn Updates(
    /// What happened.
    updates: Vec<Update>,
    /// The language of the sentences.
    lang: Language,
) -> Still {
    let words = messages();
    let is_empty = updates.is_empty();
    let updates = updates
        .into_iter()
        .map(|update| {
            let host = update.url.host().to_owned();
            view! {
                <li>
                    <p class="updates__date">{date(words, Some(update.date))}</p>
                    <p lang=lang.tag()>{update.text}</p>
                    <p class="updates__source">
                        <a href=String::from(update.url) rel="noreferrer">
                            {words.source_check_at(&host)}
                        </a>
                    </p>
                </li>
            }
        })
        .collect_view();
    (!is_empty)
        .then(|| {
            view! {
                <section class="updates" aria-labelledby="updates">
                    <h2 id="updates">{words.what_happened_next}</h2>
                    <ol>{updates}</ol>
                </section>
            }
        })
        .into_still()
}
