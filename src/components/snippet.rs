//! Lines to copy, and what they weigh.
//! Invariant: where the lines need a script to be filled in, they are out of sight until it has done so
//! (`src/prerender/embed_page.js`).

use leptos::prelude::*;

use super::command::Command;
use crate::{
    messages::document_messages,
    still::{IntoStill, Still},
};

/// The lines, their size in bytes, and a button that copies them.
#[component]
pub fn Snippet(
    /// What the script calls it.
    name: &'static str,
    /// The name of the button that copies it.
    command: &'static str,
    /// What the lines are made from: text with `{places}`.
    template: String,
    /// The lines as they are with nothing chosen, if that is known without a script.
    lines: Option<String>,
) -> Still {
    let words = document_messages();
    let is_unknown = lines.is_none();
    let size = words.snippet_size(&lines.as_ref().map_or(0, String::len).to_string());
    view! {
        <div class="snippet" data-snippet=name data-template=template hidden=is_unknown>
            <pre>
                <code>{lines}</code>
            </pre>
            <p class="snippet__size" data-template=words.snippet_size("{bytes}")>{size}</p>
            <Command
                name=command
                text=words.snippet_copy
                busy=words.snippet_copy_busy
                done=words.snippet_copy_done
                failed=words.snippet_copy_failed
            />
        </div>
    }
    .into_still()
}
