//! What is wrong with one answer, at its place (<https://design-system.service.gov.uk/components/error-message/>).
//! Invariant: it is out of sight until a script has found something (`src/prerender/giving.js`).

use leptos::prelude::*;

use crate::{
    messages::document_messages,
    still::{IntoStill, Still},
};

/// The words, after one that tells those who hear it what they are.
#[component]
pub fn ErrorMessage(
    /// Its id, by which the answer is described.
    id: &'static str,
) -> Still {
    view! {
        <p id=id class="error-message" hidden>
            <span class="visually-hidden">{document_messages().giving_error} " "</span>
            <span data-error=""></span>
        </p>
    }
    .into_still()
}
