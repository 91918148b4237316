//! The frames by themselves, in a bare iframe: as wide as they get, as they are wished for, with scripts and without.

pub mod with_scripts_off;

use std::time::{Duration, Instant};

use count_me_in::documents::SANDBOX;

use crate::{
    console::Entry,
    content, ensure, ensure_eq,
    leaving::storage::kept_here,
    partner,
    pauses::{PATIENCE, Pauses},
    sentences,
    sentences::strangers::strangers_since,
    site::Paths,
    visit::{Outcome, Visit},
};

sentences![
    every_frame_is_right_from_200_to_1000_px_by_day_and_by_night,
    what_is_wished_for_is_shown_and_what_is_wrong_is_warned_of_once,
    a_link_of_a_frame_opens_the_whole_site_in_a_tab_of_its_own,
    no_frame_stores_anything_or_asks_for_anything_but_itself,
];

fn iframe(visit: &Visit<'_>, address: &str, width: u32) -> String {
    format!(
        "<iframe src=\"{}{address}\" title=\"Count Me In\" width=\"{width}\" height=\"600\" sandbox=\"{SANDBOX}\"></iframe>",
        visit.site.origin()
    )
}

/// Opens a partner's page with this frame, and goes into it.
async fn enter(visit: &Visit<'_>, address: &str, width: u32) -> Outcome {
    partner::open(visit, &iframe(visit, address, width)).await?;
    visit.page.enter_frame().await?;
    visit.page.wait_for("the frame", "'counted' in document.documentElement.dataset").await
}

async fn every_frame_is_right_from_200_to_1000_px_by_day_and_by_night(visit: &mut Visit<'_>) -> Outcome {
    // What is wider than the frame, or than its own place, without being hidden on purpose.
    const TOO_WIDE: &str = "[...document.querySelectorAll('main *, .help-bar a')].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && !element.closest('.visually-hidden') && (left < -0.5 || right > innerWidth + 0.5);
    }).map((element) => element.outerHTML.slice(0, 80))";
    // How light the ground is, from 0 to 255.
    const GROUND: &str =
        "Number(/\\d+/.exec(getComputedStyle(document.querySelector('.embed-frame')).backgroundColor)[0])";
    // In view at both ends of the frame, and not under anything.
    const EXIT: &str = "(() => {
        const seen = [0, document.body.scrollHeight].map((top) => {
            scrollTo({ top, behavior: 'instant' });
            const { x, y, width, height } = document.querySelector('a[data-exit]').getBoundingClientRect();
            return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('[data-exit]') && height >= 44;
        });
        return seen.every(Boolean);
    })()";
    for frame in partner::frames()? {
        for width in [200, 320, 600, 1000] {
            for (scheme, is_light) in [("light", true), ("dark", false)] {
                let address = format!("{}?scheme={scheme}", frame.address());
                let at = |stop: crate::visit::Stop| stop.at(&format!("{address} at {width}"));
                enter(visit, &address, width).await.map_err(at)?;
                let too_wide: Vec<String> = visit.page.ask(TOO_WIDE).await?;
                ensure_eq!(too_wide, Vec::<String>::new(), "too wide in {address} at {width}");
                let scrolls: bool = visit
                    .page
                    .ask("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                    .await?;
                ensure!(!scrolls, "{address} scrolls sideways at {width}");
                let ground: u32 = visit.page.ask(GROUND).await?;
                ensure_eq!(ground > 127, is_light, "{address} has a ground of {ground}");
                ensure!(visit.page.ask(EXIT).await?, "{address} at {width}: the exit is out of sight");
                ensure!(
                    visit.page.shows(".help-bar a[href='tel:+18885392373']").await?,
                    "{address} at {width}: no number"
                );
                visit.page.leave_frame().await?;
            }
        }
    }
    Ok(())
}

async fn what_is_wished_for_is_shown_and_what_is_wrong_is_warned_of_once(visit: &mut Visit<'_>) -> Outcome {
    const SEEN: &str = "[
        location.pathname,
        document.querySelectorAll('.story-card').length,
        getComputedStyle(document.documentElement).colorScheme,
        getComputedStyle(document.querySelector('.embed-frame__more')).backgroundColor,
        [...document.links].filter(({ pathname }) => pathname === '/donate/').map(({ pathname, search }) => pathname + search).join(' '),
    ].join(' ')";
    visit.expected = |entry| entry.text.contains("Count Me In shows what is usual instead of");
    let teal = "rgb(10, 92, 99)";
    let light = "scheme=light";
    let cases = [
        (format!("/embed/feed/?{light}"), format!("/embed/feed/ 3 light {teal} "), ""),
        (format!("/embed/feed/?count=1&{light}"), format!("/embed/feed/ 1 light {teal} "), ""),
        (format!("/embed/feed/?count=10&{light}"), format!("/embed/feed/ 10 light {teal} "), ""),
        ("/embed/feed/?accent=7a1f5c&scheme=dark".into(), "/embed/feed/ 3 dark rgb(122, 31, 92) ".into(), ""),
        (
            format!("/embed/feed/?accent=%237A1F5C&lang=en&{light}"),
            "/embed/feed/ 3 light rgb(122, 31, 92) ".into(),
            "",
        ),
        (
            format!("/embed/feed/?topic=media&count=2&{light}"),
            format!("/embed/topics/media/ 2 light {teal} "),
            "",
        ),
        (
            format!("/embed/donate/?from=usc-2026&{light}"),
            format!("/embed/donate/ 0 light {teal} /donate/?from=usc-2026"),
            "",
        ),
        (format!("/embed/feed/?count=11&{light}"), format!("/embed/feed/ 3 light {teal} "), "from 1 to 10"),
        (format!("/embed/feed/?count=-1&{light}"), format!("/embed/feed/ 3 light {teal} "), "from 1 to 10"),
        (
            format!("/embed/feed/?topic=weather&{light}"),
            format!("/embed/feed/ 3 light {teal} "),
            "legislation",
        ),
        (
            format!("/embed/feed/?show=article&{light}"),
            format!("/embed/feed/ 3 light {teal} "),
            "article with its name",
        ),
        (
            format!("/embed/feed/?lang=tlh&{light}"),
            format!("/embed/feed/ 3 light {teal} "),
            "the only language",
        ),
        (
            format!("/embed/feed/?accent=ffcc00&{light}"),
            format!("/embed/feed/ 3 light {teal} "),
            "contrast of 1.4:1 and needs 4.5:1",
        ),
        (format!("/embed/feed/?accent=red&{light}"), format!("/embed/feed/ 3 light {teal} "), "a color like"),
        (
            format!("/embed/donate/?from=USC%20!&{light}"),
            format!("/embed/donate/ 0 light {teal} /donate/"),
            "lowercase",
        ),
    ];
    for (address, wanted, warning) in cases {
        show(visit, &address).await.map_err(|stop| stop.at(&address))?;
        ensure_eq!(visit.page.ask::<String>(SEEN).await?, wanted, "{address} shows");
        let said = warnings(visit, usize::from(!warning.is_empty())).await?;
        ensure_eq!(said.len(), usize::from(!warning.is_empty()), "warnings for {address}: {said:?}");
        ensure!(said.iter().all(|entry| entry.text.contains(warning)), "{address}: {said:?}");
    }
    // Many mistakes are one warning.
    show(visit, "/embed/feed/?show=x&count=x&scheme=x&accent=x&lang=x&topic=x&from=X").await?;
    ensure_eq!(warnings(visit, 1).await?.len(), 1, "warnings");
    Ok(())
}

/// Opens a frame by itself: Chromium's driver does not hear what a frame of another process says.
async fn show(visit: &Visit<'_>, address: &str) -> Outcome {
    // A driver may answer while the document before is still there, which was counted, too.
    visit.page.run("window.__before = true").await?;
    visit.page.client().goto(&format!("{}{address}", visit.site.origin())).await?;
    let is_there = "!window.__before && 'counted' in document.documentElement.dataset";
    visit.page.wait_for("the frame", is_there).await
}

/// What the frame has warned of, once there is as much as expected.
async fn warnings(visit: &mut Visit<'_>, expected: usize) -> Outcome<Vec<Entry>> {
    let deadline = Instant::now() + Duration::from_secs(5);
    let mut pauses = Pauses::begin();
    let mut said = Vec::new();
    loop {
        said.extend(visit.log.since_last(visit.page.client()).await?);
        said.retain(|entry| entry.text.contains("Count Me In shows"));
        if said.len() >= expected || Instant::now() > deadline {
            return Ok(said);
        }
        pauses.pause().await;
    }
}

async fn a_link_of_a_frame_opens_the_whole_site_in_a_tab_of_its_own(visit: &mut Visit<'_>) -> Outcome {
    enter(visit, "/embed/feed/", 600).await?;
    let link: String = visit.page.ask("document.querySelector('.story-card__title a').href").await?;
    visit.page.click(".story-card__title a").await?;
    visit.page.leave_frame().await?;
    let client = visit.page.client();
    let partner = client.window().await?;
    let deadline = Instant::now() + PATIENCE;
    let mut pauses = Pauses::begin();
    let tab = loop {
        let tabs = client.windows().await?;
        if let Some(tab) = tabs.into_iter().find(|tab| *tab != partner) {
            break tab;
        }
        ensure!(Instant::now() < deadline, "no tab is opened");
        pauses.pause().await;
    };
    client.switch_to_window(tab).await?;
    // Whatever comes of it, the next sentence is told in the first tab.
    let told = async {
        visit.page.wait_for_address(&link).await?;
        visit.page.wait_until_live().await?;
        ensure!(
            visit.page.ask("self.origin !== 'null' && opener === null").await?,
            "the tab is held to the sandbox"
        );
        Ok(())
    }
    .await;
    client.close_window().await?;
    client.switch_to_window(partner).await?;
    told
}

async fn no_frame_stores_anything_or_asks_for_anything_but_itself(visit: &mut Visit<'_>) -> Outcome {
    // What a browser asks for by itself where a page is opened in a tab, which no frame is meant for.
    visit.expected = |entry| entry.text.contains("/favicon.ico");
    let before = visit.proxy.asked().len();
    for address in content::frames()? {
        let asked = visit.site.asked_of(Paths::All).len();
        let unsandboxed = iframe(visit, &address, 600).replace(&format!("sandbox=\"{SANDBOX}\""), "");
        partner::open(visit, &unsandboxed).await?;
        visit.page.enter_frame().await?;
        visit.page.wait_for("the frame", "'counted' in document.documentElement.dataset").await?;
        ensure_eq!(kept_here(visit).await?, Vec::<String>::new(), "{address} stores");
        visit.page.leave_frame().await?;
        let asked: Vec<String> =
            visit.site.asked_of(Paths::All).split_off(asked).into_iter().map(|asked| asked.path).collect();
        ensure_eq!(asked.join(" "), address, "what {address} asks for");
        // By itself it can be heard; that it says nothing is asked at the sentence's end.
        show(visit, &address).await?;
    }
    ensure_eq!(strangers_since(visit, before), Vec::<String>::new(), "hosts that were asked");
    Ok(())
}
