//! Where to go from a page that is not there.

use leptos::prelude::*;

use crate::{
    messages::messages,
    routes::Route,
    still::{IntoStill, Still},
};

/// The front page and the help page.
#[component]
pub fn WaysOn() -> Still {
    let words = messages();
    view! {
        <ul class="ways-on">
            <li>
                <a href=Route::HOME.address()>{words.back_to_news}</a>
            </li>
            <li>
                <a href=Route::Help.address()>{words.help_title}</a>
            </li>
        </ul>
    }
    .into_still()
}
