//! A button whose work a script does, and what came of it.
//! Invariant: the button is out of sight until the script that works it shows it (`src/prerender/app_page.js`, `sharing.js`).

use leptos::prelude::*;

use crate::still::{IntoStill, Still};

/// The button, and below it a line that is said politely: what is being done, what was done, or what to do instead.
#[component]
pub fn Command(
    /// What the script calls it.
    name: &'static str,
    /// What the button says.
    text: &'static str,
    /// What is said while it is at work.
    busy: &'static str,
    /// What is said when it is done.
    done: &'static str,
    /// What is said when it is not: why, and what to do.
    failed: &'static str,
) -> Still {
    view! {
        <div class="command">
            <button type="button" data-command=name hidden>
                {text}
            </button>
            <p role="status" data-busy=busy data-done=done data-failed=failed></p>
        </div>
    }
    .into_still()
}
