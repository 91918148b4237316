//! An article below its head.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    figures::Figures, neighbours::Neighbours, people::People, provenance::Provenance, related::Related,
    story_text::StoryText, updates::Updates,
};
use crate::{
    model::{Article, Site},
    still::{IntoStill, Still},
};

/// The text, with its figures in the margin; then what happened next, who is named, where it comes
/// from, what is related, and the stories around it.
#[component]
pub fn StoryBody(
    /// The article.
    article: Arc<Article>,
    /// What every page knows.
    site: Arc<Site>,
) -> Still {
    let article = Arc::unwrap_or_clone(article);
    let topics = article.topics.iter().filter_map(|slug| site.topic(slug).cloned()).collect();
    view! {
        <div class="story-body">
            <Figures figures=article.figures />
            <StoryText blocks=article.body lang=article.story.lang />
            <div class="story-body__after">
                <Updates updates=article.updates lang=article.story.lang />
                <People people=article.people />
                <Provenance
                    story=article.story
                    source=article.source
                    basis=article.basis
                    topics
                />
                <Related related=article.related />
            </div>
        </div>
        <Neighbours previous=article.previous next=article.next />
    }
    .into_still()
}
