//! What stands where content is on its way.

use leptos::prelude::*;

use crate::still::{IntoStill, Still};

/// A quiet line and the shape of a text to come.
#[component]
pub fn Pending(
    /// What is on its way, in words.
    message: &'static str,
) -> Still {
    view! {
        <div class="pending" aria-busy="true">
            <p>{message}</p>
            <span class="pending__line"></span>
            <span class="pending__line"></span>
            <span class="pending__line"></span>
        </div>
    }
    .into_still()
}
