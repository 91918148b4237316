//! The hotline and the way out, above everything.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Site,
    still::{IntoStill, Still},
};

/// One line that stays at the top: the number to call, and the link that leaves. Until the third press of
/// Shift, which leaves too, dots and a polite voice tell how many there were (`src/prerender/exit.js`).
#[component]
pub fn HelpBar(
    /// What every page knows.
    site: Arc<Site>,
    /// What the voice says after the first press and after the second.
    presses: [&'static str; 2],
) -> Still {
    let words = messages();
    let exit = site.organisation.exit.as_str().to_owned();
    let hotline = site.organisation.help.first().cloned().map(|channel| {
        let vanity = channel.vanity.unwrap_or_else(|| channel.label.clone());
        let name = words.help_bar_call(&channel.label, &vanity);
        view! {
            <a class="help-bar__number" href=channel.href aria-label=name>
                <span class="help-bar__vanity">{vanity}</span>
                " "
                <span class="help-bar__digits">"(" {channel.label} ")"</span>
            </a>
        }
    });
    view! {
        <aside class="help-bar" aria-label=words.help_bar_label>
            <div class="help-bar__line">
                <p class="help-bar__call">
                    <span class="help-bar__question">
                        {words.help_bar_question} " "
                        <span class="help-bar__hours">{words.help_bar_hours}</span>
                    </span>
                    {hotline}
                </p>
                <a class="help-bar__exit" href=exit rel="noreferrer nofollow" data-exit="">
                    {words.leave_this_site}
                    <span class="help-bar__presses" aria-hidden="true"></span>
                </a>
            </div>
            <p
                id="exit-presses"
                class="visually-hidden"
                role="status"
                data-after1=presses[0]
                data-after2=presses[1]
            ></p>
        </aside>
    }
    .into_still()
}
