//! The page about giving: when it works, what it carries, and what it keeps.

pub mod address;
pub mod amounts;
pub mod enter;
pub mod errors;
mod expected;
pub mod looks;
pub mod providers;
pub mod scripts;
pub mod sharing;
pub mod waiting;

use count_me_in::routes::Route;

use super::{HOTLINE, navigation, offline};
use crate::{
    edition::Edition,
    ensure, ensure_eq,
    examples::put,
    leaving::storage,
    sentences,
    site::{Asked, Fate, Fault, Paths, Site},
    visit::{Outcome, Stop, Visit},
};

sentences![
    the_form_works_before_the_app_has_come,
    the_form_works_when_somebody_comes_back_to_it,
    an_article_leads_to_giving_with_its_name,
    giving_without_a_connection_keeps_the_choice_and_offers_the_hotline,
    giving_stores_nothing,
];

/// The page about giving.
pub const DONATE: &str = "/donate/";

/// The host of the plain page.
pub const MIGHTYCAUSE: &str = "https://www.mightycause.com";

/// The field for another amount.
pub const FIELD: &str = "#other-amount";

/// The plain page's path on it.
const ORGANIZATION: &str = "/organization/Coalition-To-Abolish-Slavery-And-Trafficking";

/// Types into the field for another amount, in the place of what is there.
pub async fn type_amount(visit: &Visit<'_>, text: &str) -> Outcome {
    visit.page.bring_into_view(FIELD).await?;
    let field = visit.page.find(FIELD).await?;
    field.click().await?;
    field.clear().await?;
    // WebKit's driver does not know how to type nothing.
    if text.is_empty() { Ok(()) } else { Ok(field.send_keys(text).await?) }
}

/// Chooses an answer by its id, as a reader with a mouse does.
pub async fn choose(visit: &Visit<'_>, id: &str) -> Outcome {
    visit.page.bring_into_view(&format!("#{id}")).await?;
    visit.page.click(&format!("label:has(#{id})")).await
}

/// Presses what leads on, which is the one way that is seen.
pub async fn go_on(visit: &Visit<'_>) -> Outcome {
    let way = way_on(visit).await?;
    visit.page.bring_into_view(".hand-off__ways").await?;
    Ok(way.click().await?)
}

/// What can be pressed to go on: the one that is seen.
pub async fn way_on(visit: &Visit<'_>) -> Outcome<fantoccini::elements::Element> {
    let mut seen = Vec::new();
    for way in visit.page.find_all(".hand-off__go").await? {
        if way.is_displayed().await? {
            seen.push(way);
        }
    }
    ensure_eq!(seen.len(), 1, "ways to go on that are seen");
    seen.pop().ok_or_else(|| Stop::Failed("no way to go on".into()))
}

/// The site as it is with a plain page, whatever the content has, for as long as the edition is kept.
async fn give_by_plain_page(visit: &mut Visit<'_>) -> Outcome<Edition> {
    let example = providers::example("plain-page")?;
    let edition = Edition::giving(|file| put(&example, file))?;
    visit.site.renew(edition.router()).await?;
    Ok(edition)
}

/// The same, with a third site in the place of the plain page.
async fn open_hosted_page(visit: &mut Visit<'_>) -> Outcome<(Site, Edition)> {
    let edition = give_by_plain_page(visit).await?;
    let hosted = Site::open_hosted_page().await?;
    visit.site.lead(MIGHTYCAUSE, hosted.origin());
    Ok((hosted, edition))
}

async fn wait_for_hosted_page(visit: &Visit<'_>, hosted: &Site) -> Outcome {
    wait_for_hosted_page_at(visit, &format!("{}{ORGANIZATION}", hosted.origin())).await
}

/// Waits until the hosted page is there, and that by this link. Not only for its address: in Firefox a page that is on its
/// way takes the place of one that is opened meanwhile.
pub async fn wait_for_hosted_page_at(visit: &Visit<'_>, link: &str) -> Outcome {
    visit.page.wait_for_address(link).await?;
    visit.page.wait_for("the hosted page", "document.title === 'A page that takes gifts'").await
}

async fn the_form_works_before_the_app_has_come(visit: &mut Visit<'_>) -> Outcome {
    const WASM: Paths = Paths::Ending(".wasm");
    let (hosted, _edition) = open_hosted_page(visit).await?;
    visit.site.break_with(WASM, Fault::Held);
    visit.page.open(DONATE).await?;
    visit.site.wait_for(WASM, Fate::Open).await?;
    type_amount(visit, "fifty").await?;
    go_on(visit).await?;
    ensure!(visit.page.shows(".error-summary").await?, "nothing is said");
    let title: String = visit.page.ask("document.title").await?;
    ensure!(title.starts_with("Error: "), "the title with a mistake is {title}");
    type_amount(visit, "50").await?;
    ensure_eq!(way_on(visit).await?.text().await?, "Continue to give $50 once", "the button");
    // The app takes over and leaves everything as it is.
    visit.site.repair();
    visit.page.wait_until_live().await?;
    ensure_eq!(
        way_on(visit).await?.text().await?,
        "Continue to give $50 once",
        "the button once the app has come"
    );
    ensure_eq!(visit.page.ask::<String>("document.title").await?, title, "the title once the app has come");
    go_on(visit).await?;
    wait_for_hosted_page(visit, &hosted).await
}

async fn the_form_works_when_somebody_comes_back_to_it(visit: &mut Visit<'_>) -> Outcome {
    let (hosted, _edition) = open_hosted_page(visit).await?;
    visit.page.open_live(DONATE).await?;
    visit.page.run("window.__sameDocument = true").await?;
    choose(visit, "monthly").await?;
    visit.page.bring_into_view(".site-nav a[href='/help/']").await?;
    visit.page.follow(".site-nav a[href='/help/']", "/help/").await?;
    visit.page.wait_for("the hotlines", "document.querySelector('main .hotline')").await?;
    visit.page.back().await?;
    visit.page.wait_for("the form", "document.querySelector('.giving-form[data-live]')").await?;
    ensure!(visit.page.ask("window.__sameDocument === true").await?, "the document was loaded anew");
    type_amount(visit, "7.7").await?;
    ensure_eq!(way_on(visit).await?.text().await?, "Continue to give $7.70 once", "the button");
    go_on(visit).await?;
    wait_for_hosted_page(visit, &hosted).await?;
    visit.page.back().await?;
    visit.page.wait_for("the page about giving", "document.querySelector('.giving-form[data-live]')").await?;
    ensure!(
        !visit.page.ask::<bool>("document.querySelector('#monthly').checked").await?,
        "monthly is chosen"
    );
    way_on(visit).await?;
    Ok(())
}

async fn an_article_leads_to_giving_with_its_name(visit: &mut Visit<'_>) -> Outcome {
    let item = navigation::item(0)?;
    let _edition = give_by_plain_page(visit).await?;
    visit.page.open_live("/").await?;
    visit.page.click(&navigation::card_link(&item)).await?;
    navigation::wait_for_article(visit, &item).await?;
    visit.page.follow(".count-me-in__link", &item.donate_address()).await?;
    visit.page.wait_for("the form", "document.querySelector('.giving-form[data-live]')").await?;
    // A plain page takes nothing over, so nothing is said to go along.
    ensure!(visit.page.find_all("[data-source]").await?.is_empty(), "something is said to go along");
    Ok(())
}

async fn giving_without_a_connection_keeps_the_choice_and_offers_the_hotline(
    visit: &mut Visit<'_>,
) -> Outcome {
    const SAYS_SO: &str = "document.querySelector('.hand-off__offline').checkVisibility()";
    visit.expected = |_| true;
    let (hosted, _edition) = open_hosted_page(visit).await?;
    offline::visit_once(visit).await?;
    // The worker keeps pages as they were built; what leads elsewhere in them is not changed on the way.
    offline::go_offline(visit).await;
    for address in [DONATE, &Route::Thanks.address()] {
        visit.page.open_live(address).await?;
        ensure!(visit.page.shows(HOTLINE).await?, "{address} has no hotline offline");
    }
    // The page says so before anybody presses anything.
    visit.page.open_live(DONATE).await?;
    visit.page.wait_for("the words about it", SAYS_SO).await?;
    // The connection goes while somebody fills in the form.
    visit.site.start().await?;
    visit.page.open_live(DONATE).await?;
    visit.page.wait_for("the connection", "document.documentElement.dataset.connection === 'on'").await?;
    choose(visit, "amount-other").await?;
    type_amount(visit, "12.50").await?;
    choose(visit, "monthly").await?;
    offline::go_offline(visit).await;
    go_on(visit).await?;
    visit.page.wait_for("the words about it", SAYS_SO).await?;
    let said = visit.page.text_of(".hand-off__offline").await?;
    ensure!(said.contains("Giving needs a connection") && said.contains("888-539-2373"), "said: {said}");
    ensure!(visit.page.find_all(".hand-off__go").await?.len() > 1, "the ways are gone for good");
    for way in visit.page.find_all(".hand-off__go").await? {
        ensure!(!way.is_displayed().await?, "there is something to press");
    }
    visit.page.bring_into_view("[data-again]").await?;
    visit.page.click("[data-again]").await?;
    let failed = "document.querySelector('[data-failed]').textContent.includes('still no connection')";
    visit.page.wait_for("the answer", failed).await?;
    visit.site.start().await?;
    visit.page.bring_into_view("[data-again]").await?;
    visit.page.click("[data-again]").await?;
    visit
        .page
        .wait_for(
            "the button",
            "document.querySelector('.hand-off button[data-frequency=monthly]').checkVisibility()",
        )
        .await?;
    ensure_eq!(way_on(visit).await?.text().await?, "Continue to give $12.50 every month", "the choice");
    let focus: String = visit.page.ask("document.activeElement.innerText").await?;
    ensure_eq!(focus, "Continue to give $12.50 every month", "what has the focus");
    ensure_eq!(visit.page.address().await?, DONATE, "the address bar");
    ensure!(hosted.asked_of(Paths::All).is_empty(), "the hosted page was asked for something");
    Ok(())
}

async fn giving_stores_nothing(visit: &mut Visit<'_>) -> Outcome {
    let (hosted, _edition) = open_hosted_page(visit).await?;
    visit.page.open_live("/donate/?amount=50&frequency=monthly&from=a-partner").await?;
    choose(visit, "amount-other").await?;
    type_amount(visit, "12.50").await?;
    go_on(visit).await?;
    wait_for_hosted_page(visit, &hosted).await?;
    visit.page.open_live(DONATE).await?;
    ensure_eq!(storage::kept_besides_the_copy(visit).await?, Vec::<String>::new(), "kinds of storage used");
    let asked = visit.site.asked_of(Paths::All);
    let is_sent = |asked: &Asked| {
        asked.path.contains("12.50") || asked.query.iter().any(|query| query.contains("12.50"))
    };
    ensure!(!asked.iter().any(is_sent), "the amount was sent: {asked:?}");
    Ok(())
}
