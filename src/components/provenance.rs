//! Where an article comes from, and how its date is known.

use leptos::prelude::*;

use super::origin_line::date;
use crate::{
    messages::messages,
    model::{Basis, BasisKind, Source, Story, Topic, WebAddress},
    routes::Route,
    still::{IntoStill, Still},
};

/// Outlet, author, links to the original, the date with its reason, and the topics.
#[component]
pub fn Provenance(
    /// The story.
    story: Story,
    /// Where it comes from.
    source: Source,
    /// How its date is known.
    basis: Basis,
    /// Its topics.
    topics: Vec<Topic>,
) -> Still {
    let words = messages();
    let how = match basis.how {
        BasisKind::Stated => words.basis_stated,
        BasisKind::Derived => words.basis_derived,
        BasisKind::Found => words.basis_found,
        BasisKind::Inferred => words.basis_inferred,
        BasisKind::Unknown => words.basis_unknown,
    };
    let outlet = story.outlet.unwrap_or_else(|| words.source_unknown.to_owned());
    let is_found = source.url.is_some() || source.repost.is_some();
    let topics = topics
        .into_iter()
        .map(|topic| {
            view! {
                <li>
                    <a href=Route::topic(topic.slug).address()>{topic.name}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="provenance" aria-labelledby="provenance">
            <h2 id="provenance">{words.source_heading}</h2>
            <dl>
                {row(words.source_outlet, outlet)}
                {source.author.map(|author| row(words.source_author, author))}
                {source.url.map(|url| row(words.source_original, read_at(url)))}
                {source.repost.map(|url| row(words.source_repost, read_at(url)))}
                {row(words.source_date, date(words, story.published))}
                {row(words.source_basis, (how, " ", basis.note))}
                {basis.url.map(|url| view! { <dd>{check_at(url)}</dd> })}
                {row(words.topics_heading, view! { <ul>{topics}</ul> })}
            </dl>
            {(!is_found).then(|| view! { <p>{words.source_not_found}</p> })}
            <p>{words.source_own_words}</p>
        </section>
    }
    .into_still()
}

fn row(name: &'static str, value: impl IntoView + 'static) -> Still {
    view! {
        <dt>{name}</dt>
        <dd>{value}</dd>
    }
    .into_still()
}

fn read_at(url: WebAddress) -> Still {
    let text = messages().source_read_at(url.host());
    link(text, url).into_still()
}

fn check_at(url: WebAddress) -> Still {
    let text = messages().source_check_at(url.host());
    link(text, url).into_still()
}

fn link(text: String, url: WebAddress) -> Still {
    view! {
        <a href=String::from(url) rel="noreferrer">
            {text}
        </a>
    }
    .into_still()
}
