//! The top of an article, the same before and after its text has arrived.

use leptos::prelude::*;

use super::origin_line::OriginLine;
use crate::{
    messages::messages,
    model::Story,
    still::{IntoStill, Still},
};

/// Where it comes from, the title, the line under it and the summary.
#[component]
pub fn StoryHead(
    /// The story.
    story: Story,
) -> Still {
    let title = story.marked_title();
    let lang = story.lang.tag();
    let size = if title.chars().count() > 110 { "long" } else { "short" };
    view! {
        <header class="story-head" data-length=size>
            <OriginLine story=story.clone() />
            <h1 tabindex="-1" lang=lang>
                {title}
            </h1>
            {story.subtitle.map(|subtitle| view! { <p class="story-head__subtitle" lang=lang>{subtitle}</p> })}
            <p class="story-head__summary" lang=lang>
                {story.summary}
            </p>
            {story
                .misprint
                .map(|misprint| {
                    view! {
                        <p class="story-head__misprint">
                            {messages().misprint_note(&misprint.meant, &misprint.printed)}
                        </p>
                    }
                })}
        </header>
    }
    .into_still()
}
