//! A sentence that nobody should miss.

use leptos::prelude::*;

use crate::{
    routes::Route,
    still::{IntoStill, Still},
};

/// The sentence, apart from the text around it, and where there is more to read about it.
#[component]
pub fn Notice(
    /// The sentence.
    #[prop(into)]
    text: String,
    /// The page with more, and what the link to it says.
    #[prop(optional)]
    more: Option<(Route, &'static str)>,
) -> Still {
    let more = more.map(|(route, name)| {
        view! {
            " "
            <a href=route.address()>{name}</a>
        }
    });
    view! { <p class="notice">{text} {more}</p> }.into_still()
}
