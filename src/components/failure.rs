//! What stands where content could not be loaded.

use std::rc::Rc;

use leptos::{ev, prelude::*};

use crate::{
    error::LoadError,
    messages::messages,
    still::{IntoStill, Still},
};

/// What happened, what to do, a second try, and the page itself as a plain link. When the connection comes back, the
/// second try is made without being asked for.
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
    let try_again: Rc<dyn Fn()> = Rc::new(try_again);
    let unasked = Rc::clone(&try_again);
    Effect::new(move |_| {
        let unasked = Rc::clone(&unasked);
        let listening = window_event_listener(ev::online, move |_| unasked());
        on_cleanup(move || listening.remove());
    });
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
