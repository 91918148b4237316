//! Every way to get help, with what a caller should know first.

use leptos::prelude::*;

use crate::{
    components::{head::Head, hotline::Hotline, notice::Notice, page_title::PageTitle},
    content::use_newsroom,
    messages::messages,
    model::Service,
    routes::Route,
    still::{IntoStill, Still},
};

/// The help page.
#[component]
pub fn HelpPage() -> Still {
    let words = messages();
    let site = use_newsroom().site();
    let hotlines = Service::ALL
        .into_iter()
        .map(|service| {
            let channels = site.organisation.help.iter();
            let channels = channels.filter(|channel| channel.service == service).cloned();
            view! { <Hotline service channels=channels.collect() /> }
        })
        .collect_view();
    view! {
        <Head
            title=words.title_of_page(words.help_title)
            description=words.help_description
            address=Route::Help.address()
        />
        <PageTitle title=words.help_title lead=words.help_lead />
        <Notice text=words.help_log_warning more=(Route::Safety, words.safety_title) />
        <div class="hotlines">{hotlines}</div>
    }
    .into_still()
}
