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

/// Something to choose from a list: the value, and what it is called.
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
    let accent = Judgments {
        good: Some(words.builder_accent_good("{ratio}")),
        low: Some(words.builder_accent_low("{ratio}")),
        ..Judgments::of(words.builder_accent_usual, words.builder_accent_wrong)
    };
    let from = Judgments::of(words.builder_from_hint, words.builder_from_wrong);
    let pin = Judgments {
        good: Some(words.builder_pin_good.to_owned()),
        wrong: Some(words.builder_pin_wrong),
        ..Judgments::default()
    };
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
                {said("count", Judgments::of(words.builder_count_usual, words.builder_count_wrong))}
            </p>
            {select("scheme", words.builder_scheme, schemes.into())}
            {text_field("accent", words.builder_accent, (7, None), accent)}
            {text_field("from", words.builder_from, (64, Some("[a-z0-9\\-]+")), from)}
            <div data-field="pin">
                <label class="embed-builder__switch">
                    <input type="checkbox" name="pin" aria-describedby="embed-pin-said" />
                    <span>{words.builder_pin}</span>
                </label>
                {said("pin", pin)}
            </div>
        </div>
    }
    .into_still()
}

/// What is said of what is entered in a field, by the script's judgment; what is not there is never said.
#[derive(Default)]
struct Judgments {
    /// Before anything is entered.
    usual: Option<&'static str>,
    good: Option<String>,
    /// A contrast that is too low.
    low: Option<String>,
    wrong: Option<&'static str>,
}

impl Judgments {
    fn of(usual: &'static str, wrong: &'static str) -> Self {
        Self { usual: Some(usual), wrong: Some(wrong), ..Self::default() }
    }
}

fn said(name: &'static str, judgments: Judgments) -> Still {
    let Judgments { usual, good, low, wrong } = judgments;
    view! {
        <span
            id=format!("embed-{name}-said")
            class="embed-builder__said"
            role="status"
            data-usual=usual
            data-good=good
            data-low=low
            data-wrong=wrong
        >
            {usual}
        </span>
    }
    .into_still()
}

fn text_field(
    name: &'static str,
    label: &'static str,
    (most, pattern): (u32, Option<&'static str>),
    judgments: Judgments,
) -> Still {
    let id = format!("embed-{name}");
    view! {
        <p class="embed-builder__field" data-field=name>
            <label for=id.clone()>{label}</label>
            <input
                id=id
                name=name
                type="text"
                maxlength=most
                pattern=pattern
                autocomplete="off"
                spellcheck="false"
                aria-describedby=format!("embed-{name}-said")
            />
            {said(name, judgments)}
        </p>
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
