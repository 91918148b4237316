//! The text of an article.

use leptos::prelude::*;

use crate::{
    model::{Block, Language},
    still::{IntoStill, Still},
};

/// The blocks, one after the other.
#[component]
pub fn StoryText(
    /// The blocks.
    blocks: Vec<Block>,
    /// The language that they are in.
    lang: Language,
) -> Still {
    view! {
        <div class="story-text" lang=lang.tag()>
            {blocks.into_iter().map(block).collect_view()}
        </div>
    }
    .into_still()
}

fn block(block: Block) -> Still {
    match block {
        Block::Paragraph { text } => view! { <p>{text}</p> }.into_still(),
        Block::Heading { text } => view! { <h2>{text}</h2> }.into_still(),
        Block::Quote { text, by } => view! {
            <figure class="story-text__quote">
                <blockquote>
                    <p>"“" {text} "”"</p>
                </blockquote>
                <figcaption>{by}</figcaption>
            </figure>
        }
        .into_still(),
        Block::List { items } => {
            let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
            view! { <ul>{items}</ul> }.into_still()
        }
        Block::Link { text, url } => view! {
            <p>
                <a href=String::from(url) rel="noreferrer">
                    {text}
                </a>
            </p>
        }
        .into_still(),
    }
    .into_still()
}
