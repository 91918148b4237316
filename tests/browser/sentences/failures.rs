//! An article that does not arrive: every way to fail ends in words, with the hotline still there and two ways on.

use std::time::Duration;

use super::HOTLINE;
use crate::{
    console::Entry,
    content, ensure, ensure_eq, sentences,
    site::{Fate, Fault, Paths},
    visit::{Outcome, Stop, Visit},
};

sentences![
    an_article_that_cannot_be_reached_offline_can_be_tried_again,
    an_article_that_is_not_there_can_be_tried_again,
    an_article_that_the_server_fails_on_can_be_tried_again,
    an_article_that_arrives_as_a_web_page_can_be_tried_again,
    an_article_that_arrives_truncated_can_be_tried_again,
    an_article_whose_transfer_breaks_off_can_be_tried_again,
    an_article_that_is_silent_for_thirty_seconds_can_be_tried_again,
    the_plain_link_of_a_failure_loads_the_page_itself,
    going_elsewhere_gives_up_the_request,
];

const DATA: Paths = Paths::Under("/data/news/");

/// Opens the feed and follows a card whose data will not come.
async fn follow_a_card(visit: &Visit<'_>) -> Outcome<content::Item> {
    let item = content::items()?.into_iter().nth(1).ok_or_else(|| Stop::Failed("no second item".into()))?;
    visit.page.click(&format!(".story-card a[href='{}']", item.address())).await?;
    Ok(item)
}

/// What has to be on the page now, however it came to it.
async fn ensure_failure_helps(visit: &Visit<'_>, item: &content::Item, patience: Duration) -> Outcome {
    visit
        .page
        .wait_within(patience, "word of the failure", "document.querySelector('.failure[role=alert]')")
        .await?;
    let words = visit.page.text_of(".failure").await?;
    ensure!(words.len() > 30, "the failure says no more than {words:?}");
    for jargon in ["JSON", "HTTP", "fetch", "undefined", "null", "Error", "404", "500", "expected"] {
        ensure!(!words.contains(jargon), "{jargon:?} is not a reader's word: {words:?}");
    }
    let heading = visit.page.text_of("main h1").await?;
    ensure!(!heading.trim().is_empty(), "the failure has no heading above it");
    ensure!(visit.page.shows(HOTLINE).await?, "no hotline");
    let link: String = visit.page.ask("document.querySelector('.failure a').getAttribute('href')").await?;
    ensure_eq!(link, item.address(), "the plain link");
    ensure_eq!(visit.page.address().await?, item.address(), "the address bar");
    Ok(())
}

async fn ensure_trying_again_works(visit: &Visit<'_>, item: &content::Item) -> Outcome {
    ensure_eq!(visit.page.text_of(".failure button").await?, "Try again", "the button");
    visit.page.click(".failure button").await?;
    visit.page.wait_for("the article", "document.querySelector('.story-body')").await?;
    ensure!(visit.page.find_all(".failure").await?.is_empty(), "the failure stays beside the article");
    ensure!(visit.page.text_of("main h1").await?.contains(&item.title), "the heading is not the article's");
    Ok(())
}

async fn fail_and_recover(visit: &mut Visit<'_>, fault: Fault, patience: Duration) -> Outcome {
    visit.expected = Entry::is_about_a_failed_request;
    visit.page.open_live("/").await?;
    visit.site.break_with(DATA, fault);
    let item = follow_a_card(visit).await?;
    ensure_failure_helps(visit, &item, patience).await?;
    visit.site.repair();
    ensure_trying_again_works(visit, &item).await
}

const SOON: Duration = Duration::from_secs(10);

async fn an_article_that_cannot_be_reached_offline_can_be_tried_again(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = Entry::is_about_a_failed_request;
    visit.page.open_live("/").await?;
    visit.site.stop().await;
    let item = follow_a_card(visit).await?;
    ensure_failure_helps(visit, &item, SOON).await?;
    visit.site.start().await?;
    ensure_trying_again_works(visit, &item).await
}

async fn an_article_that_is_not_there_can_be_tried_again(visit: &mut Visit<'_>) -> Outcome {
    fail_and_recover(visit, Fault::Status(404), SOON).await
}

async fn an_article_that_the_server_fails_on_can_be_tried_again(visit: &mut Visit<'_>) -> Outcome {
    fail_and_recover(visit, Fault::Status(500), SOON).await
}

async fn an_article_that_arrives_as_a_web_page_can_be_tried_again(visit: &mut Visit<'_>) -> Outcome {
    fail_and_recover(visit, Fault::HtmlInsteadOfJson, SOON).await
}

async fn an_article_that_arrives_truncated_can_be_tried_again(visit: &mut Visit<'_>) -> Outcome {
    fail_and_recover(visit, Fault::Truncated, SOON).await
}

async fn an_article_whose_transfer_breaks_off_can_be_tried_again(visit: &mut Visit<'_>) -> Outcome {
    fail_and_recover(visit, Fault::BrokenTransfer, SOON).await
}

async fn an_article_that_is_silent_for_thirty_seconds_can_be_tried_again(visit: &mut Visit<'_>) -> Outcome {
    fail_and_recover(visit, Fault::Silence, Duration::from_secs(40)).await
}

async fn the_plain_link_of_a_failure_loads_the_page_itself(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = Entry::is_about_a_failed_request;
    visit.page.open_live("/").await?;
    visit.site.break_with(DATA, Fault::Status(500));
    let item = follow_a_card(visit).await?;
    ensure_failure_helps(visit, &item, SOON).await?;
    visit.page.click(".failure a").await?;
    visit.site.wait_for_pages(2).await?;
    visit.page.wait_for("the page itself", "document.querySelector('.story-body')").await
}

async fn going_elsewhere_gives_up_the_request(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    visit.site.break_with(DATA, Fault::Silence);
    follow_a_card(visit).await?;
    visit.site.wait_for(DATA, Fate::Open).await?;
    visit.page.follow(".site-nav a[href='/help/']", "/help/").await?;
    visit.site.wait_for(DATA, Fate::GivenUp).await?;
    visit
        .page
        .wait_for("the help page", "location.pathname === '/help/' && !document.querySelector('.pending')")
        .await?;
    ensure!(
        visit.page.find_all(".failure").await?.is_empty(),
        "what was left behind is reported as a failure"
    );
    Ok(())
}
