//! Whom a gift goes to.

use leptos::prelude::*;

use crate::{
    messages::document_messages,
    model::Sourced,
    still::{IntoStill, Still},
};

/// What there is to know of the organization, each with where it can be checked.
#[component]
pub fn GivingFacts(
    /// The sentences.
    facts: Vec<Sourced>,
) -> Still {
    let words = document_messages();
    let facts: Vec<Still> = facts
        .into_iter()
        .map(|fact| {
            view! {
                <li>
                    {fact.text} " "
                    <a href=fact.source.as_str().to_owned() rel="noreferrer">
                        {words.giving_fact_source(fact.source.host())}
                    </a>
                </li>
            }
            .into_still()
        })
        .collect();
    view! {
        <section class="giving-facts" aria-labelledby="giving-facts">
            <h2 id="giving-facts">{words.giving_facts}</h2>
            <ul>{facts}</ul>
        </section>
    }
    .into_still()
}
