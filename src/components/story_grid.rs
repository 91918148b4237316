//! The stories of a feed page.

use leptos::prelude::*;

use super::story_card::StoryCard;
use crate::{
    messages::messages,
    model::Story,
    still::{IntoStill, Still},
};

/// The stories in editorial order; on the front page the first one is set large.
#[component]
pub fn StoryGrid(
    /// The stories.
    stories: Vec<Story>,
    /// Whether the first one is set large.
    has_lead: bool,
) -> Still {
    if stories.is_empty() {
        return view! { <p class="story-grid__empty">{messages().topic_is_empty}</p> }.into_still();
    }
    let cards = stories
        .into_iter()
        .enumerate()
        .map(|(index, story)| view! { <StoryCard story is_lead=has_lead && index == 0 /> })
        .collect_view();
    view! { <div class="story-grid">{cards}</div> }.into_still()
}
