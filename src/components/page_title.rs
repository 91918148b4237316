//! The heading of a page that is not an article.

use leptos::prelude::*;

use crate::still::{IntoStill, Still};

/// A title and the sentence under it.
#[component]
pub fn PageTitle(
    /// The title.
    title: &'static str,
    /// The sentence under it.
    lead: &'static str,
) -> Still {
    view! {
        <div class="page-title">
            <h1 tabindex="-1">{title}</h1>
            <p>{lead}</p>
        </div>
    }
    .into_still()
}
