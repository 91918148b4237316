//! The news, a page at a time: everything, or one topic.

use leptos::prelude::*;

use leptos_router::{hooks::use_params_map, params::ParamsMap};

use super::MissingPage;
use crate::{
    components::{
        failure::Failure, head::Head, page_turner::PageTurner, pending::Pending, section_title::SectionTitle,
        story_grid::StoryGrid,
    },
    content::{Load, load, use_newsroom},
    messages::messages,
    model::{Feed, FeedKey, PageNumber, Topic},
    routes::Route,
    still::{IntoStill, Still},
};

/// The feed that the address names.
#[component]
pub fn FeedPage() -> Still {
    let params = use_params_map();
    let key = Memo::new(move |_| params.with(key_of));
    let feed = move || match key.get().map(|key| (topic_of(&key), key)) {
        Some((Ok(topic), key)) => view! { <FeedOf key topic /> }.into_still(),
        _ => view! { <MissingPage route=Route::NotFound /> }.into_still(),
    };
    feed.into_still()
}

/// The feed in an address; `None` when no feed has that address.
fn key_of(params: &ParamsMap) -> Option<FeedKey> {
    let topic = params.get("topic").map(|topic| topic.parse()).transpose().ok()?;
    let page = match params.get("page") {
        Some(page) => page.parse().ok().filter(|page| *page != PageNumber::FIRST)?,
        None => PageNumber::FIRST,
    };
    Some(FeedKey { topic, page })
}

/// The topic of a feed, if it is of one; an error when there is no such topic.
fn topic_of(key: &FeedKey) -> Result<Option<Topic>, ()> {
    let Some(slug) = &key.topic else {
        return Ok(None);
    };
    use_newsroom().site().topic(slug).cloned().map(Some).ok_or(())
}

#[component]
fn FeedOf(key: FeedKey, topic: Option<Topic>) -> Still {
    let words = messages();
    let feed = load::<Feed>(key.clone());
    let route = Route::Feed(key.clone());
    let address = route.address();
    let (heading, description) = match &topic {
        Some(topic) => (topic.name.clone(), words.description_of_topic(&topic.name)),
        None => (words.news_heading.to_owned(), words.description_of_home.to_owned()),
    };
    let title =
        if route == Route::HOME { words.title_of_home.to_owned() } else { words.title_of_page(&heading) };
    let has_lead = route == Route::HOME;
    view! {
        <Head title description address=address.clone() settled=move || feed.state().is_settled() />
        <SectionTitle title=heading />
        {move || match feed.state() {
            Load::Pending => view! { <Pending message=words.loading /> }.into_still(),
            Load::Ready(feed) => {
                view! {
                    <StoryGrid stories=feed.stories.clone() has_lead />
                    <PageTurner key=key.clone() pages=feed.pages />
                }
                    .into_still()
            }
            Load::Failed(error) => {
                view! { <Failure error address=address.clone() try_again=move || feed.try_again() /> }
                    .into_still()
            }
        }}
    }
    .into_still()
}
