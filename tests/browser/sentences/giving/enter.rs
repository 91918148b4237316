//! Enter sends what is chosen, or nothing.

use fantoccini::key::Key;

use super::{DONATE, choose, go_on, providers::example, type_amount, wait_for_hosted_page_at, way_on};
use crate::{
    edition::Edition,
    ensure_eq,
    examples::put,
    sentences,
    site::{Paths, Site},
    visit::{Outcome, Visit},
};

sentences![enter_on_a_choice_sends_no_other_amount];

/// The same without scripts.
pub mod with_scripts_off {
    use super::{Outcome, Visit};

    crate::sentences![with scripts off: with_scripts_off_enter_sends_nothing_that_is_not_chosen];

    async fn with_scripts_off_enter_sends_nothing_that_is_not_chosen(visit: &mut Visit<'_>) -> Outcome {
        super::ensure_enter_sends_what_is_chosen(visit, false).await
    }
}

async fn enter_on_a_choice_sends_no_other_amount(visit: &mut Visit<'_>) -> Outcome {
    ensure_enter_sends_what_is_chosen(visit, true).await
}

/// Every.org has a plain form, which an amount that was typed stays in when another one is chosen.
async fn ensure_enter_sends_what_is_chosen(visit: &mut Visit<'_>, runs_scripts: bool) -> Outcome {
    let example = example("every-org")?;
    let edition = Edition::giving(|file| put(&example, file))?;
    let hosted = Site::open_hosted_page().await?;
    visit.site.lead("https://www.every.org", hosted.origin());
    visit.site.renew(edition.router()).await?;
    let gifts = || hosted.asked_of(Paths::All).into_iter().filter_map(|asked| asked.query);
    visit.page.open(DONATE).await?;
    type_amount(visit, "20").await?;
    choose(visit, "monthly").await?;
    // Enter in the field means the amount in it and the frequency that is chosen; without scripts, nothing.
    visit.page.run("document.querySelector('#other-amount').focus()").await?;
    visit.page.press(Key::Enter).await?;
    if runs_scripts {
        let link = format!("{}/castla?amount=20&frequency=monthly#/donate", hosted.origin());
        wait_for_hosted_page_at(visit, &link).await?;
        visit.page.open(DONATE).await?;
        type_amount(visit, "20").await?;
        choose(visit, "monthly").await?;
    }
    let typed: Vec<String> = gifts().collect();
    choose(visit, "amount-2").await?;
    for radio in ["amount-2", "monthly"] {
        visit.page.run(&format!("document.querySelector('#{radio}').focus()")).await?;
        visit.page.press(Key::Enter).await?;
    }
    ensure_eq!(way_on(visit).await?.text().await?, "Continue to give $50 every month", "the way on");
    go_on(visit).await?;
    let link = format!("{}/castla?amount=50&frequency=monthly#/donate", hosted.origin());
    wait_for_hosted_page_at(visit, &link).await?;
    let sent: Vec<String> = gifts().skip(typed.len()).collect();
    ensure_eq!(sent, ["amount=50&frequency=monthly"], "what was sent");
    ensure_eq!(typed.len(), usize::from(runs_scripts), "how often Enter in the field sends");
    Ok(())
}
