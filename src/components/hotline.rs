//! Somebody who answers a call for help.

use leptos::prelude::*;

use crate::{
    messages::{Messages, messages},
    model::{Channel, ChannelKind, Language, Service},
    still::{IntoStill, Still},
};

/// A service: what it is, and each way to reach it with its hours, its languages and what stays on the phone.
#[component]
pub fn Hotline(
    /// Who answers.
    service: Service,
    /// How they are reached.
    channels: Vec<Channel>,
) -> Still {
    let words = messages();
    let (name, text) = match service {
        Service::Cast => (words.service_cast, words.service_cast_text),
        Service::National => (words.service_national, words.service_national_text),
        Service::Emergency => (words.service_emergency, words.service_emergency_text),
    };
    let channels = channels.into_iter().map(|each| channel(words, each)).collect_view();
    view! {
        <section class="hotline">
            <h2>{name}</h2>
            <p>{text}</p>
            <ul>{channels}</ul>
        </section>
    }
    .into_still()
}

fn channel(words: &'static Messages, channel: Channel) -> Still {
    let (verb, trace) = match channel.kind {
        ChannelKind::Call => (words.channel_call, words.trace_of_call),
        ChannelKind::Text => (words.channel_text, words.trace_of_text),
        ChannelKind::Tty => (words.channel_tty, words.trace_of_tty),
        ChannelKind::Chat => (words.channel_chat, words.trace_of_chat),
    };
    let names: Vec<&str> = channel
        .languages
        .iter()
        .map(|language| match language {
            Language::English => words.language_en,
            Language::Spanish => words.language_es,
        })
        .collect();
    let names = names.join(", ");
    let languages = match (names.as_str(), channel.interpreters) {
        ("", _) => words.languages_unknown.to_owned(),
        (names, true) => words.languages_and_interpreters(names),
        (names, false) => words.languages(names),
    };
    // An emergency number has no hours to ask about.
    let has_hours = channel.service != Service::Emergency;
    let label = match channel.vanity {
        Some(vanity) => view! { <b>{vanity}</b> " " <b>"(" {channel.label} ")"</b> }.into_still(),
        None => view! { <b>{breakable(&channel.label)}</b> }.into_still(),
    };
    view! {
        <li>
            <a class="hotline__link" href=channel.href rel="noreferrer">
                <span>{verb}</span>
                " "
                {label}
            </a>
            {has_hours.then(|| view! { <span class="hotline__hours">{words.hours_always}</span> })}
            <span class="hotline__fact">{languages}</span>
            <span class="hotline__fact">{trace}</span>
        </li>
    }
    .into_still()
}

/// An address that breaks after its host where it does not fit; a number has no such place.
fn breakable(label: &str) -> Still {
    let (host, rest) = label.split_at(label.find('/').map_or(label.len(), |slash| slash + 1));
    let (host, rest) = (host.to_owned(), rest.to_owned());
    view! {
        {host}
        <wbr />
        {rest}
    }
    .into_still()
}
