//! The exit on paper, in the reader's own colors, and for those whom movement makes ill.

use serde_json::{Value, json};

use super::EARLY;
use crate::{
    engine::Engine,
    ensure, ensure_eq, partner, sentences,
    visit::{Outcome, Stop, Visit},
};

sentences![
    a_printed_page_does_not_tell_which_page_it_was_left_by,
    a_printed_frame_does_not_tell_which_page_it_was_left_by,
    in_forced_colors_the_exit_has_a_border_and_words,
    with_reduced_motion_nothing_of_the_exit_moves,
];

/// What is seen of the exit.
const SEEN: &str = "[...document.querySelectorAll('a[data-exit], .help-bar__presses')]
    .filter((element) => element.checkVisibility()).map((element) => element.outerHTML)";

/// Opens the start page as it is for this medium, looks at it, and is back on the screen.
async fn look(visit: &Visit<'_>, media: Value, query: &str, prepare: &str, flaws: &str) -> Outcome {
    look_at("/", visit, media, query, prepare, flaws).await
}

/// The same with a page at that address.
async fn look_at(
    address: &str,
    visit: &Visit<'_>,
    media: Value,
    query: &str,
    prepare: &str,
    flaws: &str,
) -> Outcome {
    if visit.engine != Engine::Chromium {
        let reason =
            format!("the driver of {} can set neither paper nor preferences of a reader", visit.engine);
        return Err(Stop::Impossible(reason));
    }
    visit.page.open(address).await?;
    if address == "/" {
        visit.page.wait_until_live().await?;
    }
    visit.page.run(prepare).await?;
    visit.page.ask_developer_tools("Emulation.setEmulatedMedia", media).await?;
    let outcome = find(visit, query, flaws).await;
    let none = json!({ "media": "", "features": [] });
    visit.page.ask_developer_tools("Emulation.setEmulatedMedia", none).await?;
    outcome
}

async fn find(visit: &Visit<'_>, query: &str, flaws: &str) -> Outcome {
    ensure!(
        visit.page.ask(&format!("matchMedia('{query}').matches")).await?,
        "the page does not know of {query}"
    );
    let flaws: Vec<String> = visit.page.ask(flaws).await?;
    ensure_eq!(flaws, Vec::<String>::new(), "with {query}");
    Ok(())
}

async fn a_printed_page_does_not_tell_which_page_it_was_left_by(visit: &mut Visit<'_>) -> Outcome {
    // Whoever prints by keyboard may have the focus on the early link, where it is seen.
    let prepare =
        format!("document.querySelector('{EARLY}').focus(); document.documentElement.dataset.presses = 1;");
    look(visit, json!({ "media": "print" }), "print", &prepare, SEEN).await
}

async fn a_printed_frame_does_not_tell_which_page_it_was_left_by(visit: &mut Visit<'_>) -> Outcome {
    let prepare = "document.documentElement.dataset.presses = 1";
    for frame in partner::frames()? {
        look_at(&frame.address(), visit, json!({ "media": "print" }), "print", prepare, SEEN).await?;
    }
    Ok(())
}

async fn in_forced_colors_the_exit_has_a_border_and_words(visit: &mut Visit<'_>) -> Outcome {
    let flaws = "(() => {
        const exit = document.querySelector('.help-bar__exit');
        const style = getComputedStyle(exit);
        const ground = getComputedStyle(exit.closest('.help-bar')).backgroundColor;
        const flaws = [];
        if (style.borderStyle !== 'solid' || parseFloat(style.borderWidth) < 1) flaws.push('it has no border');
        if (style.borderColor === ground) flaws.push(`the border is ${ground} like the bar`);
        if (style.color === ground) flaws.push(`the words are ${ground} like the bar`);
        if (!exit.innerText.includes('Leave this site')) flaws.push(`it says ${exit.innerText}`);
        if (style.forcedColorAdjust !== 'auto') flaws.push('it keeps its own colors');
        return flaws;
    })()";
    let media = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    look(visit, media, "(forced-colors: active)", "", flaws).await
}

async fn with_reduced_motion_nothing_of_the_exit_moves(visit: &mut Visit<'_>) -> Outcome {
    let flaws = "(() => {
        document.documentElement.dataset.presses = 1;
        const flaws = [];
        for (const element of document.querySelectorAll('.help-bar, .help-bar *, a[data-exit]')) {
            element.focus();
            for (const part of ['', '::before', '::after']) {
                const { animationName, transitionDuration } = getComputedStyle(element, part);
                if (animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration))
                    flaws.push(`${element.className}${part}: ${animationName} ${transitionDuration}`);
            }
        }
        for (const { effect } of document.getAnimations()) flaws.push(`${effect?.target?.className} moves`);
        return flaws;
    })()";
    let media = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    look(visit, media, "(prefers-reduced-motion: reduce)", "", flaws).await
}
