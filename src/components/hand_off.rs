//! The way to the page that takes the gift: its name, what it takes over, and a link for each choice.
//! Invariant: what is pressed says what will happen, and where there is no connection no choice can be handed over.

use leptos::prelude::*;

use crate::{
    messages::document_messages,
    model::{Channel, Chosen, Frequency, Giving, Parameter, Place, Value},
    routes::Route,
    still::{IntoStill, Still},
};

/// A link and, for another amount, a button for each frequency, of which one is seen.
///
/// Enter in the field presses a form's first button, which cannot know the frequency that is chosen: this one closes a
/// dialog that is not there, so without scripts it sends nothing, and `giving.js` hears of it.
#[component]
pub fn HandOff(
    /// How to give.
    giving: Giving,
    /// Who answers a call for help, said where there is no connection.
    hotline: Option<Channel>,
    /// The id of the form.
    form: &'static str,
) -> Still {
    let words = document_messages();
    let plain = giving.plain_form();
    let action = plain.map(|template| match template.fragment() {
        Some(fragment) => format!("{}#{fragment}", template.page()),
        None => template.page().to_owned(),
    });
    let links: Vec<Still> = giving
        .frequencies
        .iter()
        .flat_map(|frequency| {
            let presets = giving.presets.iter().zip(1_usize..).map(|(preset, number)| {
                link(&giving, Chosen::Preset(preset.amount), *frequency, number.to_string())
            });
            let other = plain.is_none().then(|| link(&giving, Chosen::Other, *frequency, "other".to_owned()));
            presets.chain(other).collect::<Vec<_>>()
        })
        .collect();
    let buttons: Vec<Still> =
        giving.frequencies.iter().map(|frequency| button(&giving, *frequency)).collect();
    view! {
        <form id=form class="hand-off" method="get" action=action autocomplete="off">
            <button type="submit" formmethod="dialog" hidden></button>
            <p>{words.giving_leads(giving.host(), &giving.name)} {taken_over(&giving)}</p>
            <div class="hand-off__ways">
                {links} {buttons}
            </div>
            {plain.map(|template| hidden_fields(template.around_amount().1, form))}
            <p class="hand-off__wait" role="status" data-wait=words.giving_wait></p>
            {offline(&giving, hotline)}
            <p class="hand-off__privacy">{words.giving_privacy}</p>
        </form>
    }
    .into_still()
}

/// The button that hands over another amount with a frequency, which it sends itself: what is pressed is what is sent.
fn button(giving: &Giving, frequency: Frequency) -> Still {
    let words = document_messages();
    let how_often = words.how_often(frequency);
    let plain = giving.plain_form();
    let name = plain.and_then(|template| template.parameter(Place::Frequency)).map(str::to_owned);
    let value = name.as_ref().and_then(|_| giving.provider.word(frequency));
    view! {
        <button
            type="submit"
            class="hand-off__go"
            name=name
            value=value
            data-amount="other"
            data-frequency=frequency.name()
            data-scripted=plain.is_none().then_some("")
            data-words=words.giving_continue("{amount}", how_often)
        >
            {words.giving_continue(words.giving_any_amount, how_often)}
        </button>
    }
    .into_still()
}

/// The link of a choice, or why there is none.
fn link(giving: &Giving, chosen: Chosen, frequency: Frequency, amount: String) -> Still {
    let words = document_messages();
    let is_unscripted = (chosen == Chosen::Other).then_some("");
    let how_much = match chosen {
        Chosen::Preset(amount) => words.money(amount),
        Chosen::Other => words.giving_any_amount.to_owned(),
    };
    let Some(href) = giving.link(chosen, frequency, words.language().tag()) else {
        let text = words.giving_other_once;
        return view! {
            <p data-amount=amount data-frequency=frequency.name() data-unscripted=is_unscripted>
                {text}
            </p>
        }
        .into_still();
    };
    view! {
        <a
            class="hand-off__go"
            data-amount=amount
            data-frequency=frequency.name()
            data-unscripted=is_unscripted
            href=href
            rel="noreferrer"
        >
            {words.giving_continue(&how_much, words.how_often(frequency))}
        </a>
    }
    .into_still()
}

/// What goes along, and what has to be entered once more.
fn taken_over(giving: &Giving) -> Still {
    let words = document_messages();
    let (amount, frequency) = (giving.carries(Place::Amount), giving.carries(Place::Frequency));
    let text = match (amount, frequency) {
        (true, true) => return carried(giving),
        (false, true) => words.giving_enter_amount.to_owned(),
        (true, false) => words.giving_enter_frequency.to_owned(),
        (false, false) => words.giving_enter(&giving.name),
    };
    let presets = giving.presets.iter().zip(1_usize..);
    let amounts: Vec<Still> = presets
        .map(|(preset, number)| (number.to_string(), words.money(preset.amount)))
        .chain([("other".to_owned(), words.giving_any_amount.to_owned())])
        .map(|(number, text)| {
            let is_any = (number == "other").then_some("");
            view! { <span data-amount=number data-told=is_any>{text}</span> }.into_still()
        })
        .collect();
    let frequencies: Vec<Still> = giving
        .frequencies
        .iter()
        .map(|frequency| {
            view! { <span data-frequency=frequency.name()>{words.how_often(*frequency)}</span> }.into_still()
        })
        .collect();
    view! {
        " "
        {text}
        " "
        <strong>
            {(!amount).then_some(amounts)} {(!amount && !frequency).then_some(", ")}
            {(!frequency).then_some(frequencies)}
        </strong>
        "."
    }
    .into_still()
}

/// That all of it goes along, and what does not where an amount of the donor's own is an exception.
fn carried(giving: &Giving) -> Still {
    let words = document_messages();
    let [scripted, unscripted] = [true, false].map(|is_scripted| giving.carries_own_amount(is_scripted));
    if scripted && unscripted {
        return view! { {" "} {words.giving_carried} }.into_still();
    }
    let with_scripts = scripted.then(|| {
        view! { <span data-amount="other" data-scripted="">{words.giving_carried}</span> }
    });
    view! {
        " "
        <span data-amount="preset">{words.giving_carried}</span>
        {with_scripts}
        " "
        <span data-amount="other" data-unscripted=scripted.then_some("")>
            {words.giving_enter_own} " " <strong data-told="">{words.giving_any_amount}</strong> "."
        </span>
    }
    .into_still()
}

/// What stands in the place of the link where there is no connection (`data-connection` of the document).
///
/// This site may be the only one that does not answer, so the hosted page can be opened from here, too.
fn offline(giving: &Giving, hotline: Option<Channel>) -> Still {
    let words = document_messages();
    let lang = words.language().tag();
    let hosted = giving.link(Chosen::Other, Frequency::Once, lang).map(|href| {
        view! {
            <p>
                {words.giving_anyway} " "
                <a href=href rel="noreferrer">
                    {words.giving_anyway_link(&giving.name)}
                </a>
            </p>
        }
    });
    let hotline = hotline.map(|channel| view! { <a href=channel.href>{channel.label}</a> });
    view! {
        <div class="hand-off__offline" tabindex="-1">
            <p>
                <strong>{words.giving_offline}</strong>
            </p>
            <p>{words.giving_offline_text} " " {hotline}</p>
            <p>
                <a href=Route::Donate.address() target="_self" data-again="">
                    {words.giving_again}
                </a>
                " "
                <span role="status" data-failed=words.giving_again_failed></span>
            </p>
            {hosted}
        </div>
    }
    .into_still()
}

/// What a plain form sends beside the choice.
pub fn hidden_fields(parameters: &[Parameter], form: &'static str) -> Vec<Still> {
    let lang = document_messages().language().tag();
    let field = |(name, value): &Parameter| {
        let value = match value {
            Value::Fixed(text) => text.clone(),
            Value::Of(Place::Lang) => lang.to_owned(),
            Value::Of(_) => return None,
        };
        Some(view! { <input type="hidden" form=form name=name.clone() value=value /> }.into_still())
    };
    parameters.iter().filter_map(field).collect()
}
