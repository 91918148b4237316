//! How much, how often, and the way to the page that takes the gift.
//! Invariant: no choice is sent to this site. Which parts are seen follows the choice by style alone, so all of it works
//! before any script does; `src/prerender/giving.js` adds what only a script can.

use leptos::prelude::*;

use super::{
    amount_field::AmountField,
    choice_group::{Choice, ChoiceGroup},
    error_summary::ErrorSummary,
    hand_off::{HandOff, hidden_fields},
};
use crate::{
    messages::{DocumentMessages, document_messages},
    model::{Channel, Frequency, Giving, Place, Preset},
    still::{IntoStill, Still},
};

/// The id of the form that hands an amount of the donor's own over.
const FORM: &str = "gift";

/// Two questions, a field for another amount, and the link or button that says what will happen.
#[component]
pub fn GivingForm(
    /// How to give.
    giving: Giving,
    /// Who answers a call for help, said where there is no connection.
    hotline: Option<Channel>,
) -> Still {
    let words = document_messages();
    let form = giving.plain_form().cloned();
    let source = giving.carries(Place::Source).then(|| {
        view! { <p class="giving-form__note" data-source=words.giving_source("{source}") hidden></p> }
    });
    let (minimum, maximum) = (giving.minimum, giving.maximum);
    let small = words.giving_too_small(&words.money(minimum));
    let large = words.giving_too_large(&words.money(maximum));
    let effects: Vec<Still> =
        giving.presets.iter().zip(1..).filter_map(|(preset, number)| effect(words, preset, number)).collect();
    let template = giving.template().map(|template| template.as_str().to_owned());
    let amounts = amounts(words, &giving.presets);
    let frequencies = frequencies(words, &giving);
    // Only fixed links may lack one for an amount of the donor's own.
    let may_not_fit = template.is_none();
    let amount_name = form.as_ref().and_then(|form| form.parameter(Place::Amount)).map(str::to_owned);
    view! {
        <section
            class="giving-form"
            aria-labelledby="giving-form"
            data-template=template
            data-minimum=minimum.to_minor().to_string()
            data-maximum=maximum.to_minor().to_string()
            data-money=words.money_amount("{number}")
            data-group=words.money_group_mark
            data-decimal=words.money_decimal_mark
            data-any=words.giving_any_amount
            data-empty=words.giving_empty
            data-unreadable=words.giving_unreadable
            data-small=small
            data-large=large
            data-once=words.giving_other_once
        >
            <h2 id="giving-form">{words.giving_heading}</h2>
            <ErrorSummary />
            <p class="giving-form__note" data-chosen=words.giving_chosen("{choice}") hidden></p>
            {form.as_ref().map(|form| hidden_fields(form.around_amount().0, FORM))}
            <ChoiceGroup
                question=words.giving_amount
                name="preset"
                choices=amounts
                message=None
            />
            {effects}
            <AmountField giving=giving.clone() form=FORM name=amount_name />
            <ChoiceGroup
                question=words.giving_frequency
                name="frequency"
                choices=frequencies
                message=may_not_fit.then_some("frequency-error")
            />
            {source}
            <HandOff giving hotline form=FORM />
        </section>
    }
    .into_still()
}

fn amounts(words: &DocumentMessages, presets: &[Preset]) -> Vec<Choice> {
    let offered = presets.iter().zip(1..).map(|(preset, number)| Choice {
        id: format!("amount-{number}"),
        text: words.money(preset.amount),
        value: preset.amount.to_minor().to_string(),
        said: words.money(preset.amount),
        is_chosen: false,
    });
    let other = Choice {
        id: "amount-other".to_owned(),
        text: words.giving_other_amount.to_owned(),
        value: String::new(),
        said: words.giving_any_amount.to_owned(),
        is_chosen: true,
    };
    offered.chain([other]).collect()
}

fn frequencies(words: &DocumentMessages, giving: &Giving) -> Vec<Choice> {
    let choice = |frequency: &Frequency| Choice {
        id: frequency.name().to_owned(),
        text: words.frequency(*frequency).to_owned(),
        value: giving.provider.word(*frequency).unwrap_or_default().to_owned(),
        said: words.how_often(*frequency).to_owned(),
        // A gift that comes again is never chosen for anybody.
        is_chosen: *frequency == Frequency::Once,
    };
    giving.frequencies.iter().map(choice).collect()
}

/// What an amount does, in somebody else's words, while it is chosen.
fn effect(words: &DocumentMessages, preset: &Preset, number: usize) -> Option<Still> {
    let effect = preset.effect.clone()?;
    let source = words.giving_effect_source(effect.source.host());
    Some(
        view! {
            <p class="giving-form__note" data-amount=number>
                {effect.text}
                " "
                <a href=effect.source.as_str().to_owned() rel="noreferrer">
                    {source}
                </a>
            </p>
        }
        .into_still(),
    )
}
