//! What is wrong with what was sent (<https://design-system.service.gov.uk/components/error-summary/>).
//! Invariant: it is out of sight until a script has found something (`src/prerender/giving.js`).

use leptos::prelude::*;

use crate::{
    messages::document_messages,
    still::{IntoStill, Still},
};

/// A heading, and a link to what has to be mended. It takes the focus when it appears.
#[component]
pub fn ErrorSummary() -> Still {
    let words = document_messages();
    view! {
        <div class="error-summary" tabindex="-1" aria-labelledby="error-summary" data-error-prefix=words.giving_error hidden>
            <div role="alert">
                <h2 id="error-summary">{words.giving_problem}</h2>
                <ul>
                    <li>
                        <a href="#other-amount" target="_self" data-error=""></a>
                    </li>
                </ul>
            </div>
        </div>
    }
    .into_still()
}
