//! A story in the feed.

use leptos::prelude::*;

use super::origin_line::OriginLine;
use crate::{
    messages::messages,
    model::Story,
    routes::Route,
    still::{IntoStill, Still},
};

/// Where it comes from, its title, its summary, "Read more", and what happened next.
#[component]
pub fn StoryCard(
    /// The story.
    story: Story,
    /// Whether it is the large one.
    is_lead: bool,
) -> Still {
    let words = messages();
    let address = Route::Article(story.slug.clone()).address();
    let title = story.marked_title();
    let lang = story.lang.tag();
    let size = match title.chars().count() {
        ..60 => "short",
        60..110 => "medium",
        _ => "long",
    };
    view! {
        <article class="story-card" class:story-card--lead=is_lead data-length=size>
            <div class="story-card__head">
                <OriginLine story=story.clone() />
                <h2 class="story-card__title" lang=lang>
                    <a href=address.clone()>{title.clone()}</a>
                </h2>
                {story.subtitle.map(|subtitle| view! { <p class="story-card__subtitle" lang=lang>{subtitle}</p> })}
            </div>
            <div class="story-card__text">
                <p lang=lang>{story.summary}</p>
                <a class="story-card__more" href=address>
                    {words.read_more}
                    <span class="visually-hidden">" " {words.read_more_about(&title)}</span>
                </a>
                {story
                    .outcome
                    .map(|outcome| {
                        view! {
                            <p class="story-card__next" lang=lang>
                                <b>{words.what_happened_next_lead}</b>
                                " "
                                {outcome}
                            </p>
                        }
                    })}
            </div>
        </article>
    }
    .into_still()
}
