//! The ways to the exit by keyboard: an early link, and three presses of Shift.

pub mod media;
pub mod place;

use std::time::{Duration, Instant};

use fantoccini::key::Key;

use crate::{
    ensure, ensure_eq,
    leaving::is_at_destination,
    sentences,
    visit::{Outcome, Stop, Visit},
};

sentences![
    exit_this_page_is_the_second_tab_stop_and_leaves,
    each_press_of_shift_shows_a_dot_and_says_how_many_are_left_until_another_key,
    shift_is_forgotten_after_five_seconds_without_a_press,
    the_right_shift_counts_as_the_left_one_does,
    a_shift_that_is_held_counts_once,
    going_back_by_shift_and_tab_does_not_leave,
    the_shift_of_a_touch_keyboard_does_not_count_in_a_text_field,
    the_shift_of_a_board_with_keys_counts_in_a_text_field,
    escape_never_leaves,
];

/// The hidden link, which comes right after the skip link.
const EARLY: &str = ".skip-link[data-exit]";

/// WebDriver's names for the keys (section 17.4.2 of <https://www.w3.org/TR/webdriver2/>).
const SHIFT: char = '\u{E008}';
const RIGHT_SHIFT: char = '\u{E050}';
const TAB: char = '\u{E004}';

/// What somebody sees and hears of the presses.
const PRESSES: &str = "(() => {
    const dots = getComputedStyle(document.querySelector('.help-bar__exit .help-bar__presses'), '::before').content;
    return [dots.replaceAll('\"', ''), document.querySelector('#exit-presses[role=status]').textContent];
})()";

/// What is to be seen and heard after none, one and two.
const AFTER: [(&str, &str); 3] = [
    ("none", ""),
    ("●○○", "Press Shift two more times to leave this site."),
    ("●●○", "Press Shift once more to leave this site."),
];

async fn ensure_pressed(visit: &Visit<'_>, times: usize, after: &str) -> Outcome {
    let found: (String, String) = visit.page.ask(PRESSES).await?;
    ensure_eq!((found.0.as_str(), found.1.as_str()), AFTER[times], "dots and words after {after}");
    Ok(())
}

/// The exit blanks the page at once, so nothing has to be waited for.
async fn ensure_nobody_left(visit: &Visit<'_>, after: &str) -> Outcome {
    let stays = "document.documentElement.dataset.left === undefined && document.body.checkVisibility()";
    ensure!(visit.page.ask(stays).await?, "the page is left after {after}");
    Ok(())
}

async fn ensure_left(visit: &Visit<'_>, after: &str) -> Outcome {
    ensure!(is_at_destination(visit).await?, "nobody leaves after {after}");
    Ok(())
}

async fn exit_this_page_is_the_second_tab_stop_and_leaves(visit: &mut Visit<'_>) -> Outcome {
    const SHOWN: &str = "(() => {
        const { width, height, left, top } = document.activeElement.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        return width > 40 && height >= 44 && document.activeElement === seen;
    })()";
    visit.page.open_live("/").await?;
    let early = visit.page.find(EARLY).await?;
    ensure_eq!(visit.page.name_of(&early).await?, "Exit this page", "the link's name");
    let hidden = format!("document.querySelector('{EARLY}').getBoundingClientRect().width <= 1");
    ensure!(visit.page.ask(&hidden).await?, "the link is seen before it has the focus");
    visit.page.press(TAB).await?;
    ensure!(
        visit.page.ask("document.activeElement.hash === '#main'").await?,
        "the first stop is no skip link"
    );
    visit.page.press(TAB).await?;
    ensure!(
        visit.page.ask(&format!("document.activeElement.matches('{EARLY}')")).await?,
        "the second stop is not it"
    );
    ensure!(visit.page.ask(SHOWN).await?, "the link has the focus and is not seen");
    visit.page.press(Key::Enter).await?;
    ensure_left(visit, "Enter on the early link").await
}

async fn each_press_of_shift_shows_a_dot_and_says_how_many_are_left_until_another_key(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.page.open_live("/").await?;
    for key in ['a', TAB, '\u{E015}'] {
        ensure_pressed(visit, 0, "none").await?;
        visit.page.press(SHIFT).await?;
        ensure_pressed(visit, 1, "one press").await?;
        visit.page.press(SHIFT).await?;
        ensure_pressed(visit, 2, "two presses").await?;
        visit.page.press(key).await?;
        ensure_pressed(visit, 0, &format!("two presses and {key:?}")).await?;
    }
    visit.page.press(SHIFT).await?;
    ensure_pressed(visit, 1, "another key and one press").await?;
    ensure_nobody_left(visit, "presses with other keys between them").await
}

async fn shift_is_forgotten_after_five_seconds_without_a_press(visit: &mut Visit<'_>) -> Outcome {
    const FORGOTTEN: &str = "document.documentElement.dataset.presses === '0'";
    visit.page.open_live("/").await?;
    // Counted from the press, by the page's own clock.
    visit
        .page
        .run("addEventListener('keydown', () => { window.__pressed ??= performance.now(); }, true)")
        .await?;
    visit.page.press(SHIFT).await?;
    visit.page.wait_for("the half of the pause", "performance.now() > window.__pressed + 2500").await?;
    let pressed = Instant::now();
    visit.page.press(SHIFT).await?;
    ensure_pressed(visit, 2, "two presses").await?;
    visit.page.wait_within(Duration::from_secs(8), "the presses to be forgotten", FORGOTTEN).await?;
    // The page's clock starts a little later than the test's.
    let after = pressed.elapsed();
    ensure!(after > Duration::from_millis(4950), "forgotten after {after:?}");
    ensure_pressed(visit, 0, "a pause").await?;
    visit.page.press(SHIFT).await?;
    ensure_pressed(visit, 1, "a pause and one press").await?;
    ensure_nobody_left(visit, "two presses, a pause and one").await
}

async fn the_right_shift_counts_as_the_left_one_does(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    visit
        .page
        .run("window.codes = []; addEventListener('keydown', ({ code }) => codes.push(code), true)")
        .await?;
    visit.page.press(RIGHT_SHIFT).await?;
    ensure_pressed(visit, 1, "the right Shift").await?;
    visit.page.press(SHIFT).await?;
    ensure_pressed(visit, 2, "the right Shift and the left").await?;
    let codes: Vec<String> = visit.page.ask("codes").await?;
    ensure_eq!(codes, ["ShiftRight", "ShiftLeft"], "the keys");
    visit.page.press(RIGHT_SHIFT).await?;
    ensure_left(visit, "the right Shift, the left and the right").await
}

/// Presses Shift as a script can, with these properties of the event.
async fn press_by_script(visit: &Visit<'_>, properties: &str) -> Outcome {
    let press = format!(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
            {{ key: 'Shift', code: 'ShiftLeft', bubbles: true, composed: true, cancelable: true, {properties} }}))"
    );
    visit.page.run(&press).await
}

async fn a_shift_that_is_held_counts_once(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    press_by_script(visit, "").await?;
    for _ in 0..5 {
        press_by_script(visit, "repeat: true").await?;
    }
    ensure_pressed(visit, 1, "one press that is held").await?;
    ensure_nobody_left(visit, "one press that is held").await
}

async fn going_back_by_shift_and_tab_does_not_leave(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    for _ in 0..4 {
        visit.page.press(TAB).await?;
    }
    for times in 1..=3 {
        visit.page.press_together(&[SHIFT, TAB]).await?;
        ensure_pressed(visit, 0, &format!("{times} times Shift and Tab")).await?;
        ensure_nobody_left(visit, &format!("{times} times Shift and Tab")).await?;
    }
    ensure!(visit.page.ask("document.activeElement.hash === '#main'").await?, "Shift and Tab do not go back");
    // One Shift for all of them, as many hold it.
    visit.page.press_together(&[SHIFT, TAB, TAB, TAB]).await?;
    ensure_nobody_left(visit, "Shift and three times Tab").await
}

/// The amount of a gift is what the site lets people write.
async fn write_in_a_text_field(visit: &Visit<'_>) -> Outcome {
    visit.page.open_live("/donate/").await?;
    visit.page.click("#other-amount").await?;
    ensure!(visit.page.ask("document.activeElement.id === 'other-amount'").await?, "nobody writes");
    Ok(())
}

async fn the_shift_of_a_touch_keyboard_does_not_count_in_a_text_field(visit: &mut Visit<'_>) -> Outcome {
    write_in_a_text_field(visit).await?;
    for _ in 0..3 {
        press_by_script(visit, "code: ''").await?;
        ensure_pressed(visit, 0, "the Shift of a touch keyboard in a text field").await?;
    }
    // The radio buttons of the page are no text, but nobody has to know that.
    visit.page.run("document.querySelector('main input').focus()").await?;
    for _ in 0..3 {
        press_by_script(visit, "code: ''").await?;
    }
    ensure_nobody_left(visit, "the Shift of a touch keyboard").await
}

async fn the_shift_of_a_board_with_keys_counts_in_a_text_field(visit: &mut Visit<'_>) -> Outcome {
    write_in_a_text_field(visit).await?;
    if !visit.page.ask::<bool>("matchMedia('(pointer: fine)').matches").await? {
        return Err(Stop::Impossible(format!("{} takes this machine for one without a mouse", visit.engine)));
    }
    // A capital letter in between is somebody writing.
    visit.page.press_together(&[SHIFT, 'a']).await?;
    ensure_pressed(visit, 0, "a capital letter").await?;
    visit.page.press(SHIFT).await?;
    ensure_pressed(visit, 1, "Shift in a text field").await?;
    visit.page.press(SHIFT).await?;
    visit.page.press(SHIFT).await?;
    ensure_left(visit, "three times Shift in a text field").await
}

async fn escape_never_leaves(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    for times in 1..=6 {
        visit.page.press(Key::Escape).await?;
        ensure_nobody_left(visit, &format!("{times} times Escape")).await?;
    }
    visit.page.press(SHIFT).await?;
    visit.page.press(SHIFT).await?;
    visit.page.press(Key::Escape).await?;
    ensure_pressed(visit, 0, "two presses and Escape").await?;
    ensure_nobody_left(visit, "two presses and Escape").await
}
