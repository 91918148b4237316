//! What is said in the place of a page that is not there, and the ways on from here.

use leptos::prelude::*;

use crate::{
    components::{head::Head, page_title::PageTitle, ways_on::WaysOn},
    messages::messages,
    routes::Route,
    still::{IntoStill, Still},
};

/// The page for an address that names nothing, or the one that stands in for a page that cannot be had without a
/// connection.
#[component]
pub fn MissingPage(
    /// Which of the two.
    route: Route,
) -> Still {
    let words = messages();
    let (title, text) = if route == Route::Offline {
        (words.not_kept_title, words.not_kept_text)
    } else {
        (words.not_found_title, words.not_found_text)
    };
    view! {
        <Head title=words.title_of_page(title) description=text address=route.address() />
        <PageTitle title lead=text />
        <WaysOn />
    }
    .into_still()
}
