//! An article's address in a post of a real WordPress: our card, in the sandbox that WordPress makes.

use axum::http::StatusCode;
use count_me_in::routes::Frame;

use crate::{
    content,
    edition::Edition,
    ensure, ensure_eq, sentences,
    site::{Fate, Paths, WEATHER},
    visit::{Outcome, Visit},
    wordpress,
};

sentences![
    a_post_with_nothing_but_an_articles_address_shows_our_card,
    without_our_site_a_post_has_the_articles_title_as_a_link,
];

/// The frame, as WordPress has written it.
const FRAME: &str = "document.querySelector('iframe.wp-embedded-content')";

/// Opens a post that holds the first article's address, on a site that knows its own; that edition is gone when it is dropped.
async fn open_post(visit: &mut Visit<'_>) -> Outcome<(content::Item, Edition)> {
    let wordpress = wordpress::running().await?;
    let origin = visit.site.origin();
    let edition = Edition::published_at(&origin, &format!("{}{WEATHER}", visit.elsewhere.origin()))?;
    visit.site.renew(edition.router()).await?;
    let item = content::items()?.swap_remove(0);
    let post = wordpress.publish(&format!("{origin}{}", item.address()))?;
    visit.page.go(&post).await?;
    Ok((item, edition))
}

async fn a_post_with_nothing_but_an_articles_address_shows_our_card(visit: &mut Visit<'_>) -> Outcome {
    let (item, _edition) = open_post(visit).await?;
    // WordPress has asked for the page and for what the page says describes it, and for nothing else.
    visit.site.wait_for(Paths::Under("/oembed/"), Fate::Answered(StatusCode::OK)).await?;
    visit
        .page
        .wait_for("WordPress to show the frame", &format!("{FRAME} && !{FRAME}.hasAttribute('style')"))
        .await?;
    ensure_eq!(
        visit.page.ask::<String>(&format!("{FRAME}.getAttribute('sandbox')")).await?,
        "allow-scripts",
        "the sandbox"
    );
    let height: u32 = visit.page.ask(&format!("Number({FRAME}.height)")).await?;
    ensure!((200..=1000).contains(&height), "the frame is {height} px high");
    let fallback: u32 =
        visit.page.ask("document.querySelector('blockquote.wp-embedded-content').offsetHeight").await?;
    ensure_eq!(fallback, 0, "the height of the link in its place");
    // WordPress drops the frame's own word about it, so browsers do as they usually do: they name the site, not the page.
    for asked in visit.site.asked_of(Paths::Under(Frame::FOLDERS[2])) {
        ensure!(!asked.referer.as_ref().is_some_and(|page| page.contains("p=")), "{asked:?} names the post");
    }
    visit.page.enter_frame().await?;
    ensure_eq!(visit.page.text_of(".story-card__title").await?, item.title, "the card");
    ensure!(visit.page.shows(".help-bar a[href^='tel:']").await?, "no hotline");
    ensure!(visit.page.shows("a[data-exit]").await?, "no exit");
    let content: u32 = visit.page.ask("Math.ceil(document.body.getBoundingClientRect().height)").await?;
    ensure!(content.abs_diff(height) < 2, "the frame is {height} px high, and its content {content}");
    // WordPress follows the frame's link for it, since the sandbox lets nothing out.
    visit.page.click(".story-card__title a").await?;
    visit.page.leave_frame().await?;
    let address = format!("{}{}", visit.site.origin(), item.address());
    visit.page.wait_for_address(&address).await?;
    visit.page.wait_until_live().await
}

async fn without_our_site_a_post_has_the_articles_title_as_a_link(visit: &mut Visit<'_>) -> Outcome {
    // The browsers' own words about a frame that cannot be loaded.
    visit.expected = |_| true;
    let (item, _edition) = open_post(visit).await?;
    visit.site.stop().await;
    visit.page.run("setTimeout(() => location.reload())").await?;
    let link = "blockquote.wp-embedded-content a";
    visit.page.wait_for("the post again", &format!("performance.getEntriesByType('navigation')[0]?.type === 'reload' && document.querySelector('{link}')")).await?;
    ensure_eq!(visit.page.text_of(link).await?, item.title, "the link");
    ensure!(visit.page.ask(&format!("{FRAME}.hasAttribute('style')")).await?, "something broken is shown");
    visit.site.start().await?;
    Ok(())
}
