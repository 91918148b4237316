//! A page whose text is finished natively, and shown without knowing what is in it.

use leptos::prelude::*;

use crate::{
    browser::{self, DOCUMENT_ID},
    components::{failure::Failure, head::Head, page_title::PageTitle, pending::Pending},
    content::{Load, load},
    messages::messages,
    model::Document,
    routes::Route,
    still::{IntoStill, Still},
};

/// How to read safely, the app on this device, giving and its thanks, or what partner sites can show: a title, and the
/// text that `documents` has. It is on screen at once where the page was entered, otherwise sent for.
#[component]
pub fn DocumentPage(
    /// The page.
    route: Route,
) -> Still {
    let words = messages();
    let (title, description, lead) = match route {
        Route::App => (words.app_title, words.app_description, words.app_lead),
        Route::Donate => (words.donate_title, words.donate_description, words.donate_lead),
        Route::Thanks => (words.thanks_title, words.thanks_description, words.thanks_lead),
        Route::Embed => (words.embed_title, words.embed_description, words.embed_lead),
        _ => (words.safety_title, words.safety_description, words.safety_lead),
    };
    let address = route.address();
    // Links load such a page as a whole; Back, after another page was loaded anew, does not.
    if let Some(script) = route.script() {
        browser::reload_without(script, &address);
    }
    let document = load::<Document>(route);
    let text = {
        let address = address.clone();
        move || match document.state() {
            Load::Pending => view! { <Pending message=messages().loading /> }.into_still(),
            Load::Ready(document) => {
                // Safe: the build has made it from components, which escape what they show.
                view! { <div id=DOCUMENT_ID class="document" inner_html=document.html.clone()></div> }
                    .into_still()
            }
            Load::Failed(error) => {
                let address = address.clone();
                view! { <Failure error address try_again=move || document.try_again() /> }.into_still()
            }
        }
    };
    view! {
        <Head title=words.title_of_page(title) description=description.to_owned() address />
        <PageTitle title lead />
        {text.into_still()}
    }
    .into_still()
}
