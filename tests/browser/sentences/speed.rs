//! What readers would feel as slowness, measured while nothing else goes on.

use super::navigation::{card_link, item, wait_for_article};
use crate::{
    ensure, sentences,
    site::{Fault, Paths},
    visit::{Outcome, Visit},
};

sentences![alone: the_heading_shows_within_a_tenth_of_a_second_while_the_data_is_on_its_way];

async fn the_heading_shows_within_a_tenth_of_a_second_while_the_data_is_on_its_way(
    visit: &mut Visit<'_>,
) -> Outcome {
    let item = item(4)?;
    visit.page.open_live("/").await?;
    visit.site.break_with(Paths::Under("/data/"), Fault::Held);
    // Measured inside the page, from the click to the change that shows the heading.
    let title = serde_json::to_string(&item.title)?;
    let measure = format!(
        "addEventListener('click', () => {{
            const clicked = performance.now();
            const observer = new MutationObserver(() => {{
                if (!document.querySelector('main h1')?.textContent.includes({title})) return;
                window.__shownAfter = performance.now() - clicked;
                observer.disconnect();
            }});
            observer.observe(document, {{ subtree: true, childList: true, characterData: true }});
        }}, {{ capture: true, once: true }})"
    );
    visit.page.run(&measure).await?;
    visit.page.click(&card_link(&item)).await?;
    visit.page.wait_for("the heading", "window.__shownAfter !== undefined").await?;
    let shown_after: f64 = visit.page.ask("window.__shownAfter").await?;
    ensure!(shown_after <= 100.0, "the heading shows {shown_after:.0} ms after the click");
    visit.page.find(".pending").await?;
    visit.site.repair();
    wait_for_article(visit, &item).await
}
