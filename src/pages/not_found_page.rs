//! No page of ours, and the ways on from here.

use leptos::prelude::*;

use crate::{
    components::{head::Head, page_title::PageTitle, ways_on::WaysOn},
    messages::messages,
    routes::Route,
    still::{IntoStill, Still},
};

/// The page for an address that names nothing.
#[component]
pub fn NotFoundPage() -> Still {
    let words = messages();
    view! {
        <Head
            title=words.title_of_page(words.not_found_title)
            description=words.not_found_text
            address=Route::NotFound.address()
        />
        <PageTitle title=words.not_found_title lead=words.not_found_text />
        <WaysOn />
    }
    .into_still()
}
