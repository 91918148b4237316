//! A piece of advice under a heading of its own.

use leptos::prelude::*;

use crate::still::{IntoStill, Still};

/// A heading, and beside or below it what there is to know.
#[component]
pub fn Advice(
    /// The id of the heading.
    id: &'static str,
    /// The heading.
    title: &'static str,
    /// What there is to know: sentences, lists, a table.
    text: Still,
) -> Still {
    view! {
        <section class="advice" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <div class="advice__text">{text}</div>
        </section>
    }
    .into_still()
}
