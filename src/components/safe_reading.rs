//! One quiet line for somebody whose screen is seen by others.
//! Invariant: it is in every page's HTML, covers nothing, and goes away without the app
//! (`src/prerender/safe_reading.js`).

use leptos::prelude::*;

use crate::{
    messages::messages,
    routes::Route,
    still::{IntoStill, Still},
};

/// A question, the link to the advice, and a button that puts the line away; only on the page that the
/// reader entered by, unless that is the advice itself.
#[component]
pub fn SafeReading(
    /// The page that is on screen.
    here: Memo<Route>,
) -> Still {
    let words = messages();
    let entered = here.get_untracked();
    // As an attribute with a text, like `aria-current`: a second kind of attribute weighs more.
    let hides = move || here.with(|here| *here != entered || *here == Route::Safety).then_some("");
    view! {
        <aside class="safe-reading" aria-label=words.safe_reading_label hidden=hides>
            <p>
                {words.safe_reading_question} " "
                <a href=Route::Safety.address()>{words.safety_title}</a>
            </p>
            <button type="button" data-dismiss="safe-reading" aria-label=words.safe_reading_dismiss_name>
                {words.safe_reading_dismiss}
            </button>
        </aside>
    }
    .into_still()
}
