//! A question with a few answers, of which one is chosen.

use leptos::prelude::*;

use super::error_message::ErrorMessage;
use crate::still::{IntoStill, Still};

/// An answer.
pub struct Choice {
    /// Its id in the page.
    pub id: String,
    /// What it says.
    pub text: String,
    /// What it stands for.
    pub value: String,
    /// How a sentence says it.
    pub said: String,
    /// Whether it is chosen from the start.
    pub is_chosen: bool,
}

/// Real radio buttons, each with a tile around it. They belong to no form, so that Enter on one sends nothing.
#[component]
pub fn ChoiceGroup(
    /// The question.
    question: &'static str,
    /// The name of the group.
    name: &'static str,
    /// The answers.
    choices: Vec<Choice>,
    /// The id of what is said when the answer does not fit, where it may not.
    message: Option<&'static str>,
) -> Still {
    let choices: Vec<Still> = choices
        .into_iter()
        .map(|Choice { id, text, value, said, is_chosen }| {
            view! {
                <label class="choice-group__choice">
                    <input
                        type="radio"
                        name=name
                        id=id
                        value=value
                        data-said=said
                        checked=is_chosen
                    />
                    <span>{text}</span>
                </label>
            }
            .into_still()
        })
        .collect();
    view! {
        <fieldset class="choice-group" data-message=message>
            <legend>{question}</legend>
            {message.map(|id| view! { <ErrorMessage id /> })}
            <div class="choice-group__choices">{choices}</div>
        </fieldset>
    }
    .into_still()
}
