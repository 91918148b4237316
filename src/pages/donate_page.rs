//! "Count me in": an honest hand-off to the page that takes the gift, and other ways to count.

use leptos::prelude::*;

use crate::{
    components::{giving_choice::GivingChoice, head::Head, other_ways::OtherWays, page_title::PageTitle},
    content::use_newsroom,
    messages::messages,
    routes::Route,
    still::{IntoStill, Still},
};

/// The donate page.
#[component]
pub fn DonatePage() -> Still {
    let words = messages();
    let site = use_newsroom().site();
    view! {
        <Head
            title=words.title_of_page(words.donate_title)
            description=words.donate_description
            address=Route::Donate.address()
        />
        <PageTitle title=words.donate_title lead=words.donate_lead />
        <GivingChoice giving=site.giving.clone() />
        <OtherWays site />
    }
    .into_still()
}
