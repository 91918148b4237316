//! One article; what its card has shown already stands there at once.

use leptos::prelude::*;

use leptos_router::hooks::use_params_map;

use super::MissingPage;
use crate::{
    components::{
        failure::Failure, head::Head, pending::Pending, section_title::SectionTitle, story_body::StoryBody,
        story_head::StoryHead,
    },
    content::{Load, load, use_newsroom},
    messages::messages,
    model::{Article, Slug, Story},
    routes::Route,
    still::{IntoStill, Still},
};

/// The article that the address names.
#[component]
pub fn ArticlePage() -> Still {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug")?.parse::<Slug>().ok()));
    let article = move || match slug.get() {
        Some(slug) => view! { <ArticleOf slug /> }.into_still(),
        None => view! { <MissingPage route=Route::NotFound /> }.into_still(),
    };
    article.into_still()
}

#[component]
fn ArticleOf(slug: Slug) -> Still {
    let words = messages();
    let newsroom = use_newsroom();
    let article = load::<Article>(slug.clone());
    let address = Route::Article(slug.clone()).address();
    // Equal before and after the article arrives, so the heading that has the focus is not made anew.
    let story = Memo::new(move |_| match article.state() {
        Load::Ready(article) => Some(article.story.clone()),
        _ => newsroom.story(&slug),
    });
    let title = move || words.title_of_page(&story.with(|story| heading(story.as_ref())));
    let description =
        move || story.with(|story| story.as_ref().map(|story| story.summary.clone()).unwrap_or_default());
    view! {
        <Head
            title=Signal::derive(title)
            description=Signal::derive(description)
            address=address.clone()
            settled=move || article.state().is_settled()
        />
        <article class="article">
            {move || match story.get() {
                Some(story) => view! { <StoryHead story /> }.into_still(),
                None => {
                    view! { <SectionTitle title=heading(None) /> }.into_still()
                }
            }}
            {move || match article.state() {
                Load::Pending => view! { <Pending message=words.loading_story /> }.into_still(),
                Load::Ready(article) => {
                    view! { <StoryBody article site=newsroom.site() /> }.into_still()
                }
                Load::Failed(error) => {
                    view! {
                        <Failure error address=address.clone() try_again=move || article.try_again() />
                    }
                        .into_still()
                }
            }}
        </article>
    }
    .into_still()
}

fn heading(story: Option<&Story>) -> String {
    story.map_or_else(|| messages().loading.to_owned(), Story::marked_title)
}
