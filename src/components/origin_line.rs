//! A story's line of origin: kind, source, date as far as it is known.

use leptos::prelude::*;

use crate::{
    messages::{Messages, messages},
    model::{Edtf, Kind, Story},
    still::{IntoStill, Still},
};

/// "News article · The Appeal · about 2018".
#[component]
pub fn OriginLine(
    /// The story.
    story: Story,
) -> Still {
    let words = messages();
    let outlet = story.outlet.unwrap_or_else(|| words.source_unknown.to_owned());
    view! {
        <p class="origin-line">
            <span class="origin-line__kind">{kind(words, story.kind)}</span>
            "\u{a0}· "
            <span class="origin-line__source">{outlet}</span>
            "\u{a0}· "
            {date(words, story.published)}
        </p>
    }
    .into_still()
}

fn kind(words: &Messages, kind: Kind) -> &'static str {
    match kind {
        Kind::NewsArticle => words.kind_news_article,
        Kind::Statement => words.kind_statement,
        Kind::Event => words.kind_event,
        Kind::Video => words.kind_video,
        Kind::PressRelease => words.kind_press_release,
        Kind::ActionAlert => words.kind_action_alert,
    }
}

/// The date in words, with what machines understand of it.
pub(super) fn date(words: &Messages, date: Option<Edtf>) -> Still {
    let text = date.map_or_else(|| words.date_unknown.to_owned(), |date| words.date(date));
    match date.and_then(Edtf::to_machine) {
        Some(machine) => view! { <time datetime=machine>{text}</time> }.into_still(),
        None => view! { <span>{text}</span> }.into_still(),
    }
    .into_still()
}
