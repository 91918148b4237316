//! What an address of ours may ask for, and what it may not.

use super::{
    DONATE, choose, give_by_plain_page, go_on, navigation, providers::example, type_amount,
    wait_for_hosted_page_at, way_on,
};
use crate::{
    edition::Edition,
    ensure, ensure_eq,
    examples::put,
    partner, sentences,
    site::{Paths, Site},
    visit::{Outcome, Visit},
};

sentences![
    an_address_fills_in_the_form_and_the_page_says_so,
    monthly_is_chosen_by_the_donor_or_by_the_address_and_by_nothing_else,
    a_hostile_address_changes_no_link_and_adds_nothing,
    a_gift_carries_the_name_of_the_article_or_partner_that_it_comes_from_and_nothing_else,
];

/// The line that says where the choice comes from.
const CHOSEN: &str = "[data-chosen]";

async fn an_address_fills_in_the_form_and_the_page_says_so(visit: &mut Visit<'_>) -> Outcome {
    let _edition = give_by_plain_page(visit).await?;
    for (query, way, said) in [
        ("amount=50&frequency=monthly", "Continue to give $50 every month", "$50 every month"),
        ("amount=37.50", "Continue to give $37.50 once", "$37.50"),
        ("amount=%241%2C000&frequency=yearly", "Continue to give $1,000 every year", "$1,000 every year"),
        ("frequency=once", "Continue to give an amount of your choice once", "once"),
    ] {
        visit.page.open_live(&format!("{DONATE}?{query}")).await?;
        ensure_eq!(way_on(visit).await?.text().await?, way, "the way on after {query}");
        let words = format!("The link that you followed chose {said}. You can change that here.");
        ensure_eq!(visit.page.text_of(CHOSEN).await?, words, "what is said after {query}");
    }
    Ok(())
}

async fn monthly_is_chosen_by_the_donor_or_by_the_address_and_by_nothing_else(
    visit: &mut Visit<'_>,
) -> Outcome {
    let _edition = give_by_plain_page(visit).await?;
    for query in [
        "",
        "?amount=50",
        "?frequency=weekly",
        "?frequency=Monthly",
        "?frequency=",
        "?from=monthly",
        "?monthly",
    ] {
        visit.page.open_live(&format!("{DONATE}{query}")).await?;
        ensure!(
            visit.page.ask("document.querySelector('#once').checked").await?,
            "{query} chooses something else"
        );
        let is_silent: bool = visit.page.ask("document.querySelector('[data-chosen]').hidden").await?;
        ensure_eq!(is_silent, query != "?amount=50", "whether nothing is said after {query}");
    }
    Ok(())
}

async fn a_hostile_address_changes_no_link_and_adds_nothing(visit: &mut Visit<'_>) -> Outcome {
    // Everything that a link or a word could come out of, and how many elements there are.
    const STATE: &str = "JSON.stringify([
        [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href')),
        document.querySelector('.giving-form form').getAttribute('action'),
        document.querySelectorAll('main *').length,
        document.querySelector('main').innerText,
        [...document.querySelectorAll('input')].map(({ value, checked }) => [value, checked]),
    ])";
    // Every.org's template has a form, and this one a place for the source.
    let mut example = example("every-org")?;
    let template =
        "https://www.every.org/castla?amount={amount}&frequency={frequency}&partner={source}#/donate";
    example["template"] = template.into();
    let edition = Edition::giving(|file| put(&example, file))?;
    visit.site.renew(edition.router()).await?;
    visit.page.open_live(DONATE).await?;
    let before: String = visit.page.ask(STATE).await?;
    for query in [
        "amount=%22%3E%3Cscript%3Ewindow.__hostile=1%3C/script%3E",
        "amount=javascript:alert(1)",
        "amount=1e9",
        "amount=-50",
        "amount=0",
        "amount=50%26frequency=monthly",
        "amount=999999999999999999999",
        "amount=%EF%BC%95%EF%BC%90",
        "frequency=%22%5D,*%5Bid",
        "frequency=amount-1",
        "frequency=other-amount",
        "frequency=__proto__",
        "from=https://evil.example/",
        "from=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "from=A-PARTNER",
        "from=a%26amount=1",
        "from=..%2F..%2F",
        "from=constructor.prototype",
        "template=https://evil.example/&provider=https://evil.example/",
        "amount&frequency&from",
        "%7Bamount%7D=50&from=%7Bamount%7D",
    ] {
        visit.page.open_live(&format!("{DONATE}?{query}")).await?;
        ensure_eq!(visit.page.ask::<String>(STATE).await?, before, "what {query} leaves");
        ensure!(visit.page.ask("window.__hostile === undefined").await?, "{query} runs a script");
    }
    let long = "a".repeat(65);
    visit.page.open_live(&format!("{DONATE}?from={long}")).await?;
    ensure_eq!(visit.page.ask::<String>(STATE).await?, before, "what a long source leaves");
    // What is of the right form goes along, and is said.
    visit.page.open_live(&format!("{DONATE}?from=a-partner&amount=25")).await?;
    let link = way_on(visit).await?.attr("href").await?.unwrap_or_default();
    let expected = "https://www.every.org/castla?amount=25&frequency=once&partner=a-partner#/donate";
    ensure_eq!(link, expected, "the link with a source");
    ensure!(visit.page.text_of("[data-source]").await?.contains("“a-partner”"), "it is not said");
    Ok(())
}

async fn a_gift_carries_the_name_of_the_article_or_partner_that_it_comes_from_and_nothing_else(
    visit: &mut Visit<'_>,
) -> Outcome {
    let example = example("givebutter")?;
    let edition = Edition::giving(|file| put(&example, file))?;
    let hosted = Site::open_hosted_page().await?;
    visit.site.lead("https://givebutter.com", hosted.origin());
    visit.site.renew(edition.router()).await?;
    let item = navigation::item(0)?;
    for (from, slug) in [("an article", item.slug.as_str()), ("a partner", "a-partner")] {
        if from == "an article" {
            visit.page.open_live(&item.address()).await?;
            visit.page.follow(".count-me-in__link", &item.donate_address()).await?;
        } else {
            partner::open(visit, &(partner::script(visit) + &partner::element("show=donate from=a-partner")))
                .await?;
            partner::enter(visit, 0).await?;
            let link: String = visit.page.ask("document.querySelector('.embed-frame__more').href").await?;
            visit.page.leave_frame().await?;
            visit.page.go(&link).await?;
        }
        visit.page.wait_for("the form", "document.querySelector('.giving-form[data-live]')").await?;
        choose(visit, "amount-other").await?;
        type_amount(visit, "37.50").await?;
        go_on(visit).await?;
        let link = format!("{}/castla?amount=37.50&utm_source={slug}", hosted.origin());
        wait_for_hosted_page_at(visit, &link).await.map_err(|stop| stop.at(from))?;
    }
    let queries: Vec<String> =
        hosted.asked_of(Paths::All).into_iter().filter_map(|asked| asked.query).collect();
    let wanted = [item.slug.as_str(), "a-partner"].map(|slug| format!("amount=37.50&utm_source={slug}"));
    ensure_eq!(queries, wanted, "what arrived");
    Ok(())
}
