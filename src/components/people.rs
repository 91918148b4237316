//! Who is named in an article.

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Person,
    still::{IntoStill, Still},
};

/// Each name with its role at the time; nothing when there is none.
#[component]
pub fn People(
    /// The people.
    people: Vec<Person>,
) -> Still {
    let is_empty = people.is_empty();
    let people = people
        .into_iter()
        .map(|person| {
            view! {
                <li>
                    <b>{person.name}</b>
                    <span>{person.role}</span>
                </li>
            }
        })
        .collect_view();
    (!is_empty)
        .then(|| {
            view! {
                <section class="people" aria-labelledby="people">
                    <h2 id="people">{messages().people_heading}</h2>
                    <ul>{people}</ul>
                </section>
            }
        })
        .into_still()
}
