//! The whole site without scripts: complete pages and plain links.

use count_me_in::routes::{Route, donate_from};

use super::{GIVE, HOTLINE, feed, giving, keyboard};
use crate::{
    content, ensure, ensure_eq, sentences,
    visit::{Outcome, Visit},
};

sentences![with scripts off:
    scripts_are_really_off,
    the_feed_lists_fourteen_items_in_order_from_html_alone,
    every_page_has_its_heading_and_the_hotline_and_a_link_that_works_with_scripts_off,
    the_articles_can_be_read_one_after_the_other_with_scripts_off,
    the_donate_page_hands_off_to_a_secure_address_with_scripts_off,
    the_skip_link_works_with_scripts_off,
];

async fn scripts_are_really_off(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open("/__complaints.html").await?;
    ensure!(visit.page.ask("window.__heard === undefined").await?, "the page ran a script");
    Ok(())
}

async fn the_feed_lists_fourteen_items_in_order_from_html_alone(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open("/").await?;
    feed::ensure_all_items_in_order(visit).await
}

async fn every_page_has_its_heading_and_the_hotline_and_a_link_that_works_with_scripts_off(
    visit: &mut Visit<'_>,
) -> Outcome {
    for address in content::addresses()? {
        visit.page.open(&address).await?;
        ensure_eq!(visit.page.find_all("h1").await?.len(), 1, "headings of {address}");
        ensure!(!visit.page.text_of("main h1").await?.trim().is_empty(), "{address} has an empty heading");
        let hotline = visit.page.find(HOTLINE).await?;
        ensure!(hotline.is_displayed().await?, "{address} shows no hotline");
        // Whichever page it is, the header leads to this one; an article's, with its name.
        visit.page.follow(GIVE, &donate_from(&Route::parse(&address))).await?;
    }
    Ok(())
}

async fn the_articles_can_be_read_one_after_the_other_with_scripts_off(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open("/").await?;
    for (index, item) in content::items()?.into_iter().enumerate() {
        let place = if index == 0 { ".story-card" } else { "nav.neighbours" };
        visit.page.follow(&format!("{place} a[href='{}']", item.address()), &item.address()).await?;
        let heading = visit.page.text_of("main h1").await?;
        ensure!(heading.contains(&item.title), "{} is headed {heading:?}", item.address());
        ensure!(visit.page.shows(".story-body").await?, "{} shows no text", item.address());
    }
    Ok(())
}

async fn the_donate_page_hands_off_to_a_secure_address_with_scripts_off(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open("/donate/").await?;
    giving::choose(visit, "amount-1").await?;
    let link = giving::way_on(visit).await?;
    let href = link.attr("href").await?.unwrap_or_default();
    ensure!(href.starts_with("https://"), "the link leads to {href}");
    Ok(())
}

async fn the_skip_link_works_with_scripts_off(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open("/").await?;
    keyboard::ensure_skip_link_works(visit).await
}
