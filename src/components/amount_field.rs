//! The field for an amount of the donor's own.
//! Invariant: nothing is asked of what is typed before it is sent; then `src/prerender/giving.js` reads it, and where no
//! script runs, the browser itself holds it against the pattern.

use leptos::prelude::*;

use super::error_message::ErrorMessage;
use crate::{
    messages::document_messages,
    model::Giving,
    still::{IntoStill, Still},
};

/// Digits as links write them, for browsers that run no script.
const PATTERN: &str = "[0-9]{1,7}([.][0-9]{2})?";

const HINT: &str = "other-amount-hint";
const ERROR: &str = "other-amount-error";

/// A label, an example, room for what is wrong, and the field. Without scripts it is there only where a plain form can
/// hand the amount over.
#[component]
pub fn AmountField(
    /// How to give.
    giving: Giving,
    /// The id of the form that sends it.
    form: &'static str,
    /// The name under which the form sends it, if it does.
    name: Option<String>,
) -> Still {
    let words = document_messages();
    let hint = words.giving_hint(&words.money(giving.maximum), &words.money(giving.minimum));
    let is_sent = name.is_some();
    view! {
        <div class="amount-field" data-amount="other" data-scripted=(!is_sent).then_some("")>
            <label for="other-amount">{words.giving_field}</label>
            <p id=HINT>{hint}</p>
            <ErrorMessage id=ERROR />
            <input
                id="other-amount"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                spellcheck="false"
                form=form
                name=name
                required=is_sent
                pattern=is_sent.then_some(PATTERN)
                title=is_sent.then_some(words.giving_hint_digits)
                aria-describedby=HINT
                data-hint=HINT
                data-message=ERROR
            />
        </div>
    }
    .into_still()
}
