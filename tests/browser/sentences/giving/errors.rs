//! What is wrong is said as it should be (<https://design-system.service.gov.uk/components/error-summary/>), and the form is
//! whole for those who use the keyboard or hear it.

use fantoccini::key::Key;

use super::{
    DONATE, FIELD, choose, give_by_plain_page, go_on, open_hosted_page, type_amount, wait_for_hosted_page,
    way_on,
};
use crate::{
    ensure, ensure_eq, sentences,
    visit::{Outcome, Visit},
};

sentences![
    what_is_wrong_is_said_when_it_is_sent_and_not_before,
    the_whole_form_works_by_keyboard_alone,
    assistive_technology_knows_each_question_answer_and_button,
];

async fn what_is_wrong_is_said_when_it_is_sent_and_not_before(visit: &mut Visit<'_>) -> Outcome {
    const SAID: &str = "[document.title, document.querySelector('.error-summary').hidden,
        document.querySelector('.error-summary a').textContent, document.querySelector('#other-amount-error').innerText.trim(),
        document.activeElement.className || document.activeElement.id, document.querySelector('#other-amount').value,
        document.querySelector('#other-amount').getAttribute('aria-describedby'),
        document.querySelector('#other-amount').getAttribute('aria-invalid')]";
    type Said = (String, bool, String, String, String, String, String, Option<String>);
    let (hosted, _edition) = open_hosted_page(visit).await?;
    visit.page.open_live(DONATE).await?;
    let title: String = visit.page.ask("document.title").await?;
    for (typed, words) in [
        ("", "Enter an amount, such as 50"),
        ("fifty", "Enter an amount in dollars, such as 50, 12.50 or 1,000"),
        ("1.000", "Enter an amount in dollars, such as 50, 12.50 or 1,000"),
        ("<b>50</b>", "Enter an amount in dollars, such as 50, 12.50 or 1,000"),
        ("0.99", "Enter $1 or more"),
        ("100,000.01", "Enter $100,000 or less"),
        ("99999999999", "Enter $100,000 or less"),
    ] {
        visit.page.open_live(DONATE).await?;
        type_amount(visit, typed).await?;
        visit.page.press(Key::Tab).await?;
        ensure!(visit.page.ask::<Said>(SAID).await?.1, "{typed:?} is complained about before it is sent");
        go_on(visit).await?;
        let (said_title, is_hidden, summary, own, focus, kept, described, invalid): Said =
            visit.page.ask(SAID).await?;
        ensure!(!is_hidden, "{typed:?} is not complained about");
        ensure_eq!(said_title, format!("Error: {title}"), "the title for {typed:?}");
        ensure_eq!(summary, words, "the summary for {typed:?}");
        ensure!(
            own.ends_with(words) && own.starts_with("Error:"),
            "at the field stands {own:?} for {typed:?}"
        );
        ensure_eq!(focus, "error-summary", "what has the focus after {typed:?}");
        ensure_eq!(kept, typed, "what stays in the field");
        ensure_eq!(described, "other-amount-hint other-amount-error", "what describes the field");
        ensure_eq!(invalid.as_deref(), Some("true"), "whether the field is invalid");
        visit.page.click(".error-summary a").await?;
        ensure!(
            visit.page.ask("document.activeElement.matches('#other-amount')").await?,
            "the link leads nowhere"
        );
    }
    // How often has nothing to do with what is wrong; a preset makes it pointless.
    choose(visit, "monthly").await?;
    let (said_title, is_hidden, ..): Said = visit.page.ask(SAID).await?;
    ensure!(!is_hidden && said_title == format!("Error: {title}"), "the complaint goes with another answer");
    choose(visit, "amount-2").await?;
    let (said_title, is_hidden, ..): Said = visit.page.ask(SAID).await?;
    ensure!(is_hidden && said_title == title, "the complaint stays for another choice");
    choose(visit, "amount-other").await?;
    type_amount(visit, "12.50").await?;
    go_on(visit).await?;
    wait_for_hosted_page(visit, &hosted).await
}

async fn the_whole_form_works_by_keyboard_alone(visit: &mut Visit<'_>) -> Outcome {
    const FOCUS: &str = "document.activeElement.id || document.activeElement.textContent.trim()";
    let (hosted, _edition) = open_hosted_page(visit).await?;
    visit.page.open_live(DONATE).await?;
    visit.page.run("document.querySelector('main h1').focus()").await?;
    visit.page.press(Key::Tab).await?;
    ensure_eq!(visit.page.ask::<String>(FOCUS).await?, "amount-other", "the first stop");
    visit.page.press(Key::Tab).await?;
    ensure_eq!(visit.page.ask::<String>(FOCUS).await?, "other-amount", "the second stop");
    for sign in "fifty".chars() {
        visit.page.press(sign).await?;
    }
    // Enter sends, the focus is on the summary, and the next stop is its link.
    visit.page.press(Key::Enter).await?;
    visit.page.wait_for("the summary", "document.activeElement.matches('.error-summary')").await?;
    visit.page.press(Key::Tab).await?;
    visit.page.press(Key::Enter).await?;
    ensure_eq!(visit.page.ask::<String>(FOCUS).await?, "other-amount", "where the summary's link leads");
    type_amount(visit, "$37.5").await?;
    visit.page.press(Key::Tab).await?;
    ensure_eq!(visit.page.ask::<String>(FOCUS).await?, "once", "the stop after the field");
    visit.page.press(Key::Down).await?;
    ensure!(visit.page.ask("document.querySelector('#monthly').checked").await?, "the arrow chooses nothing");
    visit.page.press(Key::Tab).await?;
    let words: String = visit.page.ask("document.activeElement.innerText").await?;
    ensure_eq!(words, "Continue to give $37.50 every month", "the last stop");
    visit.page.press(Key::Enter).await?;
    wait_for_hosted_page(visit, &hosted).await
}

async fn assistive_technology_knows_each_question_answer_and_button(visit: &mut Visit<'_>) -> Outcome {
    let _edition = give_by_plain_page(visit).await?;
    visit.page.open_live(DONATE).await?;
    for (selector, name) in [
        ("fieldset:has(#amount-1)", "How much would you like to give?"),
        ("#amount-2", "$50"),
        ("#amount-other", "Another amount"),
        (FIELD, "Amount in US dollars"),
        ("fieldset:has(#once)", "How often?"),
        ("#monthly", "Every month"),
        (".giving-form", "Your gift"),
    ] {
        let element = visit.page.find(selector).await?;
        ensure_eq!(visit.page.name_of(&element).await?, name, "the name of {selector}");
    }
    let button = way_on(visit).await?;
    ensure_eq!(
        visit.page.name_of(&button).await?,
        "Continue to give an amount of your choice once",
        "the button"
    );
    type_amount(visit, " 1,000 ").await?;
    choose(visit, "yearly").await?;
    let button = way_on(visit).await?;
    ensure_eq!(visit.page.name_of(&button).await?, "Continue to give $1,000 every year", "the button");
    choose(visit, "amount-3").await?;
    let link = way_on(visit).await?;
    ensure_eq!(visit.page.name_of(&link).await?, "Continue to give $100 every year", "the link");
    let entered = visit.page.text_of(".hand-off strong").await?;
    ensure_eq!(entered, "$100, every year", "what the donor is told to enter");
    Ok(())
}
