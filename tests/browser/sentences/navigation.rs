//! From page to page inside the application: what is loaded, shown, focused, announced and remembered.

use crate::{
    content::{self, Item},
    ensure, ensure_eq, sentences,
    visit::{Outcome, Stop, Visit},
};

sentences![
    a_click_on_a_card_opens_the_article_without_a_document_load,
    back_returns_to_the_same_card_and_forward_to_the_article,
    whoever_goes_back_before_a_slow_phone_is_done_is_where_they_came_from,
    a_new_page_starts_at_the_top_with_its_title_focus_and_one_announcement,
    the_address_is_right_after_back_and_forward_and_a_link,
];

/// The item at this place of the feed.
pub fn item(index: usize) -> Outcome<Item> {
    content::items()?.into_iter().nth(index).ok_or_else(|| Stop::Failed(format!("no item {index}")))
}

/// The link in a card's heading.
pub fn card_link(item: &Item) -> String {
    format!(".story-card :is(h2, h3, h4) a[href='{}']", item.address())
}

/// Waits for the whole article, its address and its title.
pub async fn wait_for_article(visit: &Visit<'_>, item: &Item) -> Outcome {
    let (address, title) = (serde_json::to_string(&item.address())?, serde_json::to_string(&item.title)?);
    let shown = format!(
        "location.pathname === {address} && document.title.includes({title}) && document.querySelector('.story-body')
            && document.querySelector('main h1').textContent.includes({title})"
    );
    visit.page.wait_for(&format!("the article {address}"), &shown).await?;
    visit.page.wait_for_address(&format!("{}{}", visit.site.origin(), item.address())).await
}

async fn a_click_on_a_card_opens_the_article_without_a_document_load(visit: &mut Visit<'_>) -> Outcome {
    let item = item(2)?;
    visit.page.open_live("/").await?;
    visit.page.run("window.__sameDocument = true").await?;
    visit.page.click(&card_link(&item)).await?;
    wait_for_article(visit, &item).await?;
    ensure!(visit.page.ask("window.__sameDocument === true").await?, "the document was loaded anew");
    ensure_eq!(visit.site.pages_loaded(), 1, "documents asked of the server");
    Ok(())
}

/// Where a reader is: the link with the focus, whether it is the card's first or second, and the way from the top.
const PLACE: &str = "(() => {
    const focus = document.activeElement;
    const links = [...document.querySelectorAll('.story-card a')];
    return [links.indexOf(focus), focus.textContent.trim(), Math.round(scrollY)];
})()";
type Place = (i32, String, i32);

/// Opens the article from its card in the feed, and says where in the feed that was.
async fn leave_the_feed(visit: &Visit<'_>, item: &Item) -> Outcome<Place> {
    let look = format!(
        "const link = document.querySelector(`{}`);
        link.scrollIntoView({{ block: 'center' }});
        link.focus({{ preventScroll: true }});",
        card_link(item)
    );
    visit.page.run(&look).await?;
    let left: Place = visit.page.ask(PLACE).await?;
    ensure!(left.2 > 500, "the card is too near the top to prove anything: {left:?}");
    visit.page.click(&card_link(item)).await?;
    wait_for_article(visit, item).await?;
    Ok(left)
}

/// Waits until the feed is on screen at this place.
async fn wait_for_the_place(visit: &Visit<'_>, left: &Place) -> Outcome {
    visit.page.wait_for("the feed", "document.querySelectorAll('.story-card').length === 14").await?;
    visit.page.wait_for_address(&format!("{}/", visit.site.origin())).await?;
    let returned =
        format!("(([link, , top]) => link === {} && Math.abs(top - {}) <= 2)({PLACE})", left.0, left.2);
    if let Err(stop) = visit.page.wait_for("the place that was left", &returned).await {
        let found: Place = visit.page.ask(PLACE).await?;
        return Err(stop.at(&format!("left {left:?}, back at {found:?}")));
    }
    Ok(())
}

async fn back_returns_to_the_same_card_and_forward_to_the_article(visit: &mut Visit<'_>) -> Outcome {
    let item = item(8)?;
    visit.page.open_live("/").await?;
    let left = leave_the_feed(visit, &item).await?;
    visit.page.back().await?;
    wait_for_the_place(visit, &left).await?;
    visit.page.forward().await?;
    wait_for_article(visit, &item).await
}

async fn whoever_goes_back_before_a_slow_phone_is_done_is_where_they_came_from(
    visit: &mut Visit<'_>,
) -> Outcome {
    // What a busy app does as soon as it finds the time, it does later; drivers have timers of their own.
    const BUSY: &str = "
        const { setTimeout } = window;
        window.__held = [];
        window.setTimeout = (work, wait) => wait > 0 ? setTimeout(work, wait) : window.__held.push(work);";
    let item = item(8)?;
    visit.page.open_live("/").await?;
    visit.page.run(BUSY).await?;
    let left = leave_the_feed(visit, &item).await?;
    visit.page.back().await?;
    wait_for_the_place(visit, &left).await?;
    ensure!(visit.page.ask::<usize>("window.__held.length").await? > 0, "nothing was put off");
    visit.page.run("window.__held.forEach((work) => work())").await?;
    wait_for_the_place(visit, &left).await
}

async fn a_new_page_starts_at_the_top_with_its_title_focus_and_one_announcement(
    visit: &mut Visit<'_>,
) -> Outcome {
    let item = item(13)?;
    visit.page.open_live("/").await?;
    let listen = "window.__announced = [];
        const announcer = document.querySelector('#announcer[role=status]');
        new MutationObserver(() => {
            if (announcer.textContent.trim()) window.__announced.push(announcer.textContent.trim());
        }).observe(announcer, { subtree: true, childList: true, characterData: true });";
    visit.page.run(listen).await?;
    visit.page.click(&card_link(&item)).await?;
    wait_for_article(visit, &item).await?;
    visit.page.wait_for("an announcement", "window.__announced.length > 0").await?;
    visit.page.wait_for("focus on the heading", "document.activeElement.matches('main h1')").await?;
    ensure_eq!(visit.page.ask::<i64>("Math.round(scrollY)").await?, 0, "pixels from the top");
    let announced: Vec<String> = visit.page.ask("window.__announced").await?;
    ensure!(announced.len() == 1 && announced[0].contains(&item.title), "announced: {announced:?}");
    Ok(())
}

async fn the_address_is_right_after_back_and_forward_and_a_link(visit: &mut Visit<'_>) -> Outcome {
    let (first, second, third) = (item(3)?, item(4)?, item(5)?);
    let neighbour = |item: &Item| format!("nav.neighbours a[href='{}']", item.address());
    visit.page.open_live("/").await?;
    visit.page.click(&card_link(&first)).await?;
    wait_for_article(visit, &first).await?;
    for next in [&second, &third] {
        visit.page.click(&neighbour(next)).await?;
        wait_for_article(visit, next).await?;
    }
    visit.page.back().await?;
    wait_for_article(visit, &second).await?;
    visit.page.forward().await?;
    wait_for_article(visit, &third).await?;
    visit.page.click(&neighbour(&second)).await?;
    wait_for_article(visit, &second).await
}
