//! Somebody who answers a call for help.

use leptos::prelude::*;

use crate::{
    messages::{Messages, messages},
    model::{Channel, ChannelKind, Language, Service},
    still::{IntoStill, Still},
};

/// A service: what it is, and each way to reach it with its hours and languages.
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
    let verb = match channel.kind {
        ChannelKind::Call => words.channel_call,
        ChannelKind::Text => words.channel_text,
        ChannelKind::Tty => words.channel_tty,
        ChannelKind::Chat => words.channel_chat,
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
    let languages =
        if channel.interpreters { words.languages_and_interpreters(&names) } else { words.languages(&names) };
    // An emergency number has no hours to ask about.
    let has_hours = channel.service != Service::Emergency;
    let label = match channel.vanity {
        Some(vanity) => view! { <b>{vanity}</b> " " <b>"(" {channel.label} ")"</b> }.into_still(),
        None => view! { <b>{channel.label}</b> }.into_still(),
    };
    view! {
        <li>
            <a class="hotline__link" href=channel.href rel="noreferrer">
                <span>{verb}</span>
                " "
                {label}
            </a>
            {has_hours.then(|| view! { <span class="hotline__hours">{words.hours_always}</span> })}
            {(!names.is_empty()).then_some(languages)}
        </li>
    }
    .into_still()
}
