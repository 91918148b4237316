//! A sentence that nobody should miss.

use leptos::prelude::*;

use crate::still::{IntoStill, Still};

/// The sentence, apart from the text around it.
#[component]
pub fn Notice(
    /// The sentence.
    text: &'static str,
) -> Still {
    view! { <p class="notice">{text}</p> }.into_still()
}
