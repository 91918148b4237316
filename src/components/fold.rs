//! What only some readers need, folded away.

use leptos::prelude::*;

use crate::still::{IntoStill, Still};

/// A line that says what is in it, and opens.
#[component]
pub fn Fold(
    /// What is in it.
    title: &'static str,
    /// What is seen when it is open.
    text: Still,
) -> Still {
    view! {
        <details class="fold">
            <summary>{title}</summary>
            <div class="fold__text">{text}</div>
        </details>
    }
    .into_still()
}
