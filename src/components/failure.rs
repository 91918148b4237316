//! What stands where content could not be loaded.

use leptos::prelude::*;

use crate::{
    error::LoadError,
    messages::messages,
    still::{IntoStill, Still},
};

/// What happened, what to do, a second try, and the page itself as a plain link.
#[component]
pub fn Failure(
    /// What happened.
    error: LoadError,
    /// The address of the page itself.
    address: String,
    /// Asks once more.
    try_again: impl Fn() + 'static,
) -> Still {
    let words = messages();
    // `external` keeps the router away: the plain page may come where the data did not.
    view! {
        <div class="failure" role="alert">
            <h2>{error.message(words)}</h2>
            <p>{error.remedy(words)}</p>
            <p class="failure__ways">
                <button type="button" on:click=move |_| try_again()>
                    {words.try_again}
                </button>
                <a href=address rel="external">
                    {words.open_page_itself}
                </a>
            </p>
        </div>
    }
    .into_still()
}
