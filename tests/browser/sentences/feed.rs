//! The feed, as the finished page has it and as the application keeps it.

use crate::{
    content, ensure_eq, sentences,
    visit::{Outcome, Visit},
};

sentences![
    the_feed_lists_fourteen_items_in_order_after_hydration,
    every_read_more_link_says_what_there_is_to_read
];

/// Each card's address and heading.
const CARDS: &str = "[...document.querySelectorAll('article.story-card')].map((card) => {
    const link = card.querySelector(':is(h2, h3, h4) a');
    return [link?.getAttribute('href') ?? '', link?.textContent.trim() ?? ''];
})";

/// Compares the cards on the page with the editor's files.
pub async fn ensure_all_items_in_order(visit: &Visit<'_>) -> Outcome {
    let cards: Vec<(String, String)> = visit.page.ask(CARDS).await?;
    let items: Vec<_> = content::items()?.into_iter().map(|item| (item.address(), item.title)).collect();
    ensure_eq!(cards, items, "the cards are not the items in their order");
    Ok(())
}

async fn the_feed_lists_fourteen_items_in_order_after_hydration(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    ensure_all_items_in_order(visit).await
}

async fn every_read_more_link_says_what_there_is_to_read(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    for item in content::items()? {
        let mut names = Vec::new();
        for link in visit.page.find_all(&format!(".story-card a[href='{}']", item.address())).await? {
            names.push(visit.page.name_of(&link).await?);
        }
        let nameless: Vec<_> = names.iter().filter(|name| !name.contains(&item.title)).collect();
        ensure_eq!(names.len(), 2, "{} is not linked twice", item.address());
        ensure_eq!(nameless, Vec::<&String>::new(), "these links to {} do not say so", item.address());
    }
    Ok(())
}
