//! Who may frame what: frames everybody, pages of the app nobody but the site itself.

use crate::{
    content, ensure, ensure_eq, partner, sentences,
    site::{Fault, Paths},
    visit::{Outcome, Visit},
};

sentences![
    a_page_of_the_app_does_not_run_in_another_sites_frame,
    where_no_header_says_so_a_framed_page_makes_way_for_the_frame,
    the_site_itself_may_frame_its_pages,
];

fn frame(address: &str, sandbox: &str) -> String {
    format!("<iframe title=\"Framed\" src=\"{address}\" {sandbox} width=\"600\" height=\"400\"></iframe>")
}

async fn a_page_of_the_app_does_not_run_in_another_sites_frame(visit: &mut Visit<'_>) -> Outcome {
    // The browsers' own words about what the header forbids.
    visit.expected = |_| true;
    // Where nothing is, a page of the app says so.
    let nowhere = ["/anything/", "/embed/news/there-is-none/"].map(str::to_owned);
    for address in content::addresses()?.into_iter().chain(nowhere) {
        visit.page.leave_frame().await?;
        partner::open(visit, &frame(&format!("{}{address}", visit.site.origin()), "")).await?;
        visit.page.enter_frame().await?;
        // A browser's own page may answer nothing at all.
        let shows_us: Option<bool> =
            visit.page.ask("Boolean(document.querySelector('.site-frame, main'))").await?;
        ensure!(shows_us != Some(true), "{address} is shown in another site's frame");
    }
    visit.page.leave_frame().await
}

async fn where_no_header_says_so_a_framed_page_makes_way_for_the_frame(visit: &mut Visit<'_>) -> Outcome {
    // What a page was about to load is broken off; some browsers say so.
    visit.expected = |_| true;
    visit.site.break_with(Paths::All, Fault::NoPolicy);
    let article = content::items()?.swap_remove(0).address();
    let instead = format!("/embed{article}");
    for (address, wanted) in [
        (article.as_str(), instead.as_str()),
        ("/help/", "/embed/hotline/"),
        ("/donate/", "/embed/donate/"),
        ("/donate/thanks/", "/embed/donate/"),
        ("/topics/media/", "/embed/topics/media/"),
        ("/", "/embed/feed/"),
        ("/safety/", "/embed/feed/"),
        ("/news/there-is-none/", "/embed/feed/"),
        ("/constructor/", "/embed/feed/"),
    ] {
        for sandbox in ["", "sandbox=\"allow-scripts\""] {
            partner::open(visit, &frame(&format!("{}{address}", visit.site.origin()), sandbox)).await?;
            visit.page.enter_frame().await?;
            let is_there = format!(
                "location.pathname === '{wanted}' && document.querySelector('.embed-frame a[data-exit]')"
            );
            visit
                .page
                .wait_for("the frame", &is_there)
                .await
                .map_err(|stop| stop.at(&format!("{address} {sandbox}")))?;
            ensure!(
                visit.page.ask("document.querySelector('a[data-exit]').offsetHeight > 0").await?,
                "{address} {sandbox}: no way out"
            );
            visit.page.leave_frame().await?;
        }
    }
    Ok(())
}

async fn the_site_itself_may_frame_its_pages(visit: &mut Visit<'_>) -> Outcome {
    visit
        .site
        .publish("/__own.html", format!("<!doctype html><html><title>x</title>{}", frame("/help/", "")));
    visit.page.open("/__own.html").await?;
    visit.page.enter_frame().await?;
    visit.page.wait_until_live().await?;
    ensure_eq!(visit.page.ask::<String>("location.pathname").await?, "/help/", "what is shown");
    ensure!(visit.page.shows("main h1").await?, "the page is hidden");
    visit.page.leave_frame().await
}
