//! The numbers of an article, set as figures.

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Figure,
    still::{IntoStill, Still},
};

/// Each number large, with what it counts; nothing when there are none.
#[component]
pub fn Figures(
    /// The numbers.
    figures: Vec<Figure>,
) -> Still {
    let is_empty = figures.is_empty();
    let figures = figures
        .into_iter()
        .map(|figure| {
            let size = if figure.number.chars().count() > 6 { "long" } else { "short" };
            view! {
                <div data-length=size>
                    <dt>{figure.number}</dt>
                    <dd>{figure.counts}</dd>
                </div>
            }
        })
        .collect_view();
    (!is_empty)
        .then(|| {
            view! {
                <section class="figures" aria-labelledby="figures">
                    <h2 id="figures">{messages().figures_heading}</h2>
                    <dl>{figures}</dl>
                </section>
            }
        })
        .into_still()
}
