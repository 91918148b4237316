//! `/app/`: installing, what is stored, and deleting all of it.

use super::{
    navigation,
    offline::{PATIENCE, go_offline, visit_once, wait_until_kept},
};
use crate::{
    content, ensure, ensure_eq,
    leaving::storage::{kept_besides_the_copy, kept_here},
    sentences,
    site::StandIn,
    visit::{Outcome, Visit},
};

sentences![
    the_app_page_counts_what_is_kept_deletes_it_and_keeps_it_again,
    where_a_browser_stores_nothing_deleting_says_that_all_is_deleted,
    while_a_slow_device_counts_the_app_page_says_how_to_install_and_not_that_scripts_are_missing,
    the_way_to_the_app_page_and_back_loads_whole_pages,
    installing_is_offered_on_the_app_page_alone_and_never_by_itself,
];

/// What stands in the table of what is stored.
async fn stored(visit: &Visit<'_>, name: &str) -> Outcome<String> {
    visit.page.text_of(&format!("[data-stored='{name}']")).await
}

/// Waits until the line below a button says that its work is done, which may mean that everything has been fetched.
async fn wait_until_done(visit: &Visit<'_>, name: &str) -> Outcome {
    let line = format!("document.querySelector('[data-command={name}] + [role=status]')");
    let over = format!("[{line}?.dataset.done, {line}?.dataset.failed].includes({line}?.textContent)");
    if let Err(stop) = visit.page.wait_within(PATIENCE, &format!("{name} to be done"), &over).await {
        let said: Option<String> = visit.page.ask(&format!("{line}?.textContent")).await?;
        return Err(stop.at(&format!("the page says {said:?}")));
    }
    let (said, done): (String, String) =
        visit.page.ask(&format!("[{line}.textContent, {line}.dataset.done]")).await?;
    ensure_eq!(said, done, "what came of {name}");
    Ok(())
}

/// Presses a button, most of which are not there before what is stored has been counted, and waits until its work is done.
pub async fn press(visit: &Visit<'_>, name: &str) -> Outcome {
    let shown = format!("!document.querySelector('[data-command={name}]').hidden");
    visit.page.wait_for(&format!("the button to {name}"), &shown).await?;
    visit.page.click(&format!("[data-command={name}]")).await?;
    wait_until_done(visit, name).await
}

async fn the_app_page_counts_what_is_kept_deletes_it_and_keeps_it_again(visit: &mut Visit<'_>) -> Outcome {
    visit_once(visit).await?;
    visit.page.click("[data-dismiss=safe-reading]").await?;
    visit.page.open_live("/app/").await?;
    wait_until_done(visit, "keep").await?;
    let pages = content::addresses()?.len().to_string();
    ensure_eq!(stored(visit, "pages").await?, pages, "pages that are kept");
    let size = stored(visit, "size").await?;
    ensure!(size.ends_with("MB") && !size.starts_with('0'), "the size is {size}");
    ensure_eq!(stored(visit, "dismissed").await?, "Yes", "whether it was noted that a line was put away");
    ensure_eq!(kept_besides_the_copy(visit).await?, ["localStorage"], "what else is stored");
    ensure!(!visit.page.shows("[data-command=keep]").await?, "what is kept can be kept");

    press(visit, "delete").await?;
    ensure_eq!(kept_here(visit).await?, Vec::<String>::new(), "what is stored after deleting");
    for name in ["pages", "size", "helpers", "dismissed", "notes"] {
        ensure_eq!(stored(visit, name).await?, "None", "what the page says of {name}");
    }

    press(visit, "keep").await?;
    ensure_eq!(stored(visit, "pages").await?, pages, "pages that are kept again");
    wait_until_kept(visit).await?;
    go_offline(visit).await;
    visit.page.open_live(&navigation::item(0)?.address()).await?;
    ensure!(visit.page.shows(".story-body").await?, "what was kept again is not whole");
    Ok(())
}

async fn where_a_browser_stores_nothing_deleting_says_that_all_is_deleted(visit: &mut Visit<'_>) -> Outcome {
    visit.site.stand_in_for(StandIn::RefusesStorage);
    visit.page.open_live("/app/").await?;
    press(visit, "delete").await?;
    for name in ["pages", "size", "helpers", "dismissed", "notes"] {
        ensure_eq!(stored(visit, name).await?, "None", "what the page says of {name}");
    }
    Ok(())
}

async fn while_a_slow_device_counts_the_app_page_says_how_to_install_and_not_that_scripts_are_missing(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.site.stand_in_for(StandIn::CountsSlowly);
    visit.page.open_live("/app/").await?;
    ensure!(visit.page.shows(".install-steps__others").await?, "the steps are not those of this browser");
    ensure!(!visit.page.shows(".stored").await?, "something was counted all the same");
    ensure!(!visit.page.shows(".without-scripts").await?, "the page says that there are no scripts");
    Ok(())
}

async fn the_way_to_the_app_page_and_back_loads_whole_pages(visit: &mut Visit<'_>) -> Outcome {
    const LINK: &str = ".site-footer a[href='/app/']";
    let item = navigation::item(0)?;
    visit.page.open_live(&item.address()).await?;
    visit.page.run("window.__before = true").await?;
    visit.page.follow(LINK, "/app/").await?;
    // The page's own script is in the page, so it is no use that the app alone puts the page on screen.
    visit.page.wait_for("what is stored", "document.querySelector('.stored:not([hidden])')").await?;
    ensure!(
        !visit.page.ask::<bool>("Boolean(window.__before)").await?,
        "the document is the one from before"
    );
    visit.page.wait_until_live().await?;
    visit.page.back().await?;
    navigation::wait_for_article(visit, &item).await?;
    visit.page.wait_until_live().await?;
    visit.page.forward().await?;
    visit.page.wait_for("what is stored, again", "document.querySelector('.stored:not([hidden])')").await
}

async fn installing_is_offered_on_the_app_page_alone_and_never_by_itself(visit: &mut Visit<'_>) -> Outcome {
    // No driver can make a browser offer it, so what the browser would send is sent.
    const OFFER: &str = "(() => {
        const offer = new Event('beforeinstallprompt', { cancelable: true });
        window.__asked = 0;
        offer.prompt = async () => { window.__asked += 1; return { outcome: 'accepted' }; };
        dispatchEvent(offer);
        return offer.defaultPrevented;
    })()";
    for address in content::addresses()? {
        visit.page.open(&address).await?;
        let buttons = visit.page.find_all("[data-command=install]").await?.len();
        let expected = usize::from(address == "/app/");
        ensure_eq!(buttons, expected, "buttons that install on {address}");
    }
    for address in ["/", "/app/"] {
        visit.page.open_live(address).await?;
        ensure!(visit.page.ask(OFFER).await?, "{address} lets the browser ask by itself");
        ensure_eq!(visit.page.ask::<usize>("__asked").await?, 0, "how often {address} has asked");
    }
    let notice = "document.querySelector('.notice').compareDocumentPosition(
        document.querySelector('[data-command=install]')) & Node.DOCUMENT_POSITION_FOLLOWING";
    ensure!(visit.page.ask::<u32>(notice).await? > 0, "the button comes before the word about the icon");
    press(visit, "install").await?;
    ensure_eq!(visit.page.ask::<usize>("__asked").await?, 1, "how often the browser was asked");
    Ok(())
}
