//! Other stories of the same matter.

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Headline,
    routes::Route,
    still::{IntoStill, Still},
};

/// Their titles as links; nothing when there is none.
#[component]
pub fn Related(
    /// The stories.
    related: Vec<Headline>,
) -> Still {
    let is_empty = related.is_empty();
    let related = related
        .into_iter()
        .map(|headline| {
            view! {
                <li>
                    <a href=Route::Article(headline.slug).address()>{headline.title}</a>
                </li>
            }
        })
        .collect_view();
    (!is_empty)
        .then(|| {
            view! {
                <section class="related" aria-labelledby="related">
                    <h2 id="related">{messages().related_heading}</h2>
                    <ul>{related}</ul>
                </section>
            }
        })
        .into_still()
}
