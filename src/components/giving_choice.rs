//! How much, how often, and the way to the page that takes the gift.

use leptos::prelude::*;

use crate::{
    messages::{Messages, messages},
    model::{Frequency, Giving},
    still::{IntoStill, Still},
};

/// Two groups of choices and a link that says what will happen.
///
/// There is no `<form>`: the page at the other end takes nothing over, so nothing is sent to it. The
/// words of the link follow the choice by CSS alone, without scripts.
#[component]
pub fn GivingChoice(
    /// How to give.
    giving: Giving,
) -> Still {
    let words = messages();
    let amounts =
        giving.presets.iter().zip(1..).map(|(preset, number)| {
            choice("amount", format!("amount-{number}"), words.money(*preset), false)
        });
    let frequencies = giving.frequencies.iter().map(|frequency| {
        let (name, text, _) = frequency_words(words, *frequency);
        choice("frequency", name.to_owned(), text.to_owned(), *frequency == Frequency::Once)
    });
    // The space is in the words: a space of its own is lost from the name of the link in Chromium.
    let chosen_amounts = giving.presets.iter().zip(1..).map(|(preset, number)| {
        view! { <span data-amount=number>{format!(" {}", words.money(*preset))}</span> }
    });
    let chosen_frequencies = giving.frequencies.iter().map(|frequency| {
        let (name, _, text) = frequency_words(words, *frequency);
        view! { <span data-frequency=name>{format!(" {text}")}</span> }
    });
    view! {
        <div class="giving-choice">
            <fieldset>
                <legend>{words.donate_amount}</legend>
                <div class="giving-choice__options">
                    {amounts.collect_view()}
                    {choice("amount", "amount-other".to_owned(), words.donate_other_amount.to_owned(), true)}
                </div>
            </fieldset>
            <fieldset>
                <legend>{words.donate_frequency}</legend>
                <div class="giving-choice__options">{frequencies.collect_view()}</div>
            </fieldset>
            <a class="giving-choice__continue" href=giving.url.as_str().to_owned() rel="noreferrer">
                {words.donate_continue}
                {chosen_amounts.collect_view()}
                {chosen_frequencies.collect_view()}
            </a>
            <p class="giving-choice__note">{words.donate_hand_off(giving.url.host())}</p>
            <p class="giving-choice__note">{words.donate_privacy}</p>
        </div>
    }
    .into_still()
}

fn choice(group: &'static str, id: String, text: String, is_chosen: bool) -> Still {
    view! {
        <label class="giving-choice__option">
            <input type="radio" name=group id=id checked=is_chosen />
            <span>{text}</span>
        </label>
    }
    .into_still()
}

/// The name in ids, the words of the choice and the words of the link.
fn frequency_words(words: &Messages, frequency: Frequency) -> (&'static str, &'static str, &'static str) {
    match frequency {
        Frequency::Once => ("once", words.frequency_once, words.give_once),
        Frequency::Monthly => ("monthly", words.frequency_monthly, words.give_monthly),
        Frequency::Yearly => ("yearly", words.frequency_yearly, words.give_yearly),
    }
}
