//! What a partner can choose before copying lines.
//! Invariant: it is out of sight until the script that works it shows it (`src/prerender/embed_page.js`).

use leptos::prelude::*;

use crate::{
    messages::document_messages,
    routes::PARTNER_SCRIPT,
    still::{IntoStill, Still},
};

/// What can be shown.
#[derive(Clone)]
pub struct Choice {
    /// The name that partners write for it.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What the frame is called.
    pub title: &'static str,
    /// Where the link leads that stands in its place until the frame is there, and for those who cannot load it.
    pub link: String,
    /// What that link says.
    pub text: String,
}

/// Something to choose from a list: the value, what it is called, and an address of its own if it has one.
pub type Entry = (String, String);

/// The fields, and what they say of what is entered.
#[component]
pub fn EmbedBuilder(
    /// Where the site is published, if that is known.
    origin: Option<String>,
    /// What can be shown, the usual first.
    choices: Vec<Choice>,
    /// Articles to choose from, newest first.
    articles: Vec<Entry>,
    /// The topics.
    topics: Vec<Entry>,
) -> Still {
    let words = document_messages();
    let shows = choices.into_iter().enumerate().map(|(index, choice)| {
        view! {
            <label class="choice-group__choice">
                <input
                    type="radio"
                    name="show"
                    value=choice.name
                    checked=index == 0
                    data-title=choice.title
                    data-link=choice.link
                    data-text=choice.text
                />
                <span>{choice.label}</span>
            </label>
        }
    });
    let schemes = [
        ("auto", words.builder_scheme_auto),
        ("light", words.builder_scheme_light),
        ("dark", words.builder_scheme_dark),
    ]
    .map(|(value, label)| (value.to_owned(), label.to_owned()));
    let any_topic = (String::new(), words.builder_topic_any.to_owned());
    view! {
        <div class="embed-builder" data-origin=origin data-script=PARTNER_SCRIPT hidden>
            <fieldset>
                <legend>{words.builder_show}</legend>
                <div class="choice-group__choices">{shows.collect_view()}</div>
            </fieldset>
            {select("article", words.builder_article, articles)}
            {select("topic", words.builder_topic, [any_topic].into_iter().chain(topics).collect())}
            <p class="embed-builder__field" data-field="count">
                <label for="embed-count">{words.builder_count}</label>
                <input
                    id="embed-count"
                    name="count"
                    type="number"
                    min="1"
                    max="10"
                    value="3"
                    inputmode="numeric"
                    aria-describedby="embed-count-said"
                />
                {said("count", words.builder_count_usual, words.builder_count_wrong)}
            </p>
            {select("scheme", words.builder_scheme, schemes.into())}
            <p class="embed-builder__field" data-field="accent">
                <label for="embed-accent">{words.builder_accent}</label>
                <input
                    id="embed-accent"
                    name="accent"
                    type="text"
                    maxlength="7"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="embed-accent-said"
                />
                <span
                    id="embed-accent-said"
                    class="embed-builder__said"
                    role="status"
                    data-usual=words.builder_accent_usual
                    data-good=words.builder_accent_good("{ratio}")
                    data-low=words.builder_accent_low("{ratio}")
                    data-wrong=words.builder_accent_wrong
                >
                    {words.builder_accent_usual}
                </span>
            </p>
            <p class="embed-builder__field" data-field="from">
                <label for="embed-from">{words.builder_from}</label>
                <input
                    id="embed-from"
                    name="from"
                    type="text"
                    maxlength="64"
                    pattern="[a-z0-9\\-]+"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="embed-from-said"
                />
                {said("from", words.builder_from_hint, words.builder_from_wrong)}
            </p>
            <div data-field="pin">
                <label class="embed-builder__switch">
                    <input type="checkbox" name="pin" aria-describedby="embed-pin-said" />
                    <span>{words.builder_pin}</span>
                </label>
                <span
                    id="embed-pin-said"
                    class="embed-builder__said"
                    role="status"
                    data-good=words.builder_pin_good
                    data-wrong=words.builder_pin_wrong
                ></span>
            </div>
        </div>
    }
    .into_still()
}

/// What is said of a field: what is usual, or what is wrong with what is entered.
fn said(name: &'static str, usual: &'static str, wrong: &'static str) -> Still {
    view! {
        <span
            id=format!("embed-{name}-said")
            class="embed-builder__said"
            role="status"
            data-usual=usual
            data-wrong=wrong
        >
            {usual}
        </span>
    }
    .into_still()
}

fn select(name: &'static str, label: &'static str, entries: Vec<Entry>) -> Still {
    let id = format!("embed-{name}");
    let entries = entries.into_iter().map(|(value, label)| view! { <option value=value>{label}</option> });
    view! {
        <p class="embed-builder__field" data-field=name>
            <label for=id.clone()>{label}</label>
            <select id=id name=name>
                {entries.collect_view()}
            </select>
        </p>
    }
    .into_still()
}
