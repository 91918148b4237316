//! The name of a section of the news.

use leptos::prelude::*;

use crate::still::{IntoStill, Still};

/// The heading of a feed.
#[component]
pub fn SectionTitle(
    /// The name.
    title: String,
) -> Still {
    view! {
        <h1 class="section-title" tabindex="-1">
            {title}
        </h1>
    }
    .into_still()
}
