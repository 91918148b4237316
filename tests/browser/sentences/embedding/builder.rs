//! The page that makes the lines for partners: by keyboard, and the lines do on another site what was seen.

pub mod fields;

use count_me_in::routes::PARTNER_SCRIPT;
use fantoccini::key::Key;

use crate::{
    edition::Edition,
    ensure, ensure_eq, partner, sentences,
    site::{Paths, WEATHER},
    visit::{Outcome, Visit},
};

sentences![
    the_lines_do_on_a_partners_site_what_the_preview_shows,
    our_site_is_not_told_on_which_page_the_lines_stand,
    nothing_in_the_preview_can_be_pressed_or_gets_the_focus,
    where_nothing_can_be_loaded_from_the_lines_address_the_page_says_so,
    a_site_that_knows_its_address_says_what_to_paste_into_wordpress,
];

/// Chooses, as a reader does, and lets the page know.
async fn choose(visit: &Visit<'_>, name: &str, value: &str) -> Outcome {
    visit
        .page
        .run(&format!(
            "const fields = [...document.querySelectorAll('.embed-builder [name={name}]')];
             const field = fields.find(({{ type, value }}) => type === 'radio' && value === '{value}') ?? fields[0];
             if (field.type === 'radio' || field.type === 'checkbox') field.checked = true; else field.value = '{value}';
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        ))
        .await
}

async fn lines(visit: &Visit<'_>, name: &str) -> Outcome<String> {
    visit.page.ask(&format!("document.querySelector('[data-snippet={name}] code').textContent")).await
}

/// Waits until a field says this of what is entered.
async fn said(visit: &Visit<'_>, name: &str, words: &str) -> Outcome {
    let said = format!("document.querySelector('#embed-{name}-said').textContent.includes('{words}')");
    visit.page.wait_for(&format!("a word about {name}"), &said).await
}

async fn open(visit: &Visit<'_>) -> Outcome {
    visit.page.open("/embed/").await?;
    visit.page.wait_for("the fields", "document.querySelector('.embed-builder:not([hidden])')").await
}

async fn the_lines_do_on_a_partners_site_what_the_preview_shows(visit: &mut Visit<'_>) -> Outcome {
    let cases: [&[(&str, &str)]; 5] = [
        &[("show", "feed"), ("count", "2"), ("topic", "media")],
        &[("show", "article"), ("scheme", "dark"), ("article", "thank-you-for-20-years")],
        &[("show", "hotline"), ("accent", "#7a1f5c")],
        &[("show", "donate"), ("from", "a-partner")],
        &[("show", "donate"), ("pin", "on")],
    ];
    for case in cases {
        open(visit).await?;
        for (name, value) in case {
            choose(visit, name, value).await?;
        }
        if case.contains(&("pin", "on")) {
            said(visit, "pin", "The lines have its hash").await?;
        }
        let (element, iframe) = (lines(visit, "element").await?, lines(visit, "iframe").await?);
        for (name, text) in [("element", &element), ("iframe", &iframe)] {
            let size: String = visit
                .page
                .ask(&format!("document.querySelector('[data-snippet={name}] .snippet__size').textContent"))
                .await?;
            ensure_eq!(size, format!("{} bytes", text.len()), "the size of {text}");
        }
        partner::enter(visit, 0).await.map_err(|stop| stop.at(&format!("{case:?} in the preview")))?;
        let wanted: (String, String) = seen(visit).await?;
        visit.page.leave_frame().await?;
        partner::open(visit, &element).await?;
        partner::enter(visit, 0).await.map_err(|stop| stop.at(&element))?;
        ensure_eq!(seen(visit).await?, wanted, "{element}");
        visit.page.leave_frame().await?;
        partner::open(visit, &iframe).await?;
        visit.page.enter_frame().await?;
        visit.page.wait_for("the frame", "'counted' in document.documentElement.dataset").await?;
        ensure_eq!(seen(visit).await?.1, wanted.1, "{iframe}");
        visit.page.leave_frame().await?;
    }
    Ok(())
}

async fn our_site_is_not_told_on_which_page_the_lines_stand(visit: &mut Visit<'_>) -> Outcome {
    // A partner that tells everybody everything.
    const TELLS: &str = "<meta name=\"referrer\" content=\"unsafe-url\">\n";
    open(visit).await?;
    let (element, iframe) = (lines(visit, "element").await?, lines(visit, "iframe").await?);
    let asked_before = visit.site.asked_of(Paths::Under("/embed/")).len();
    partner::open(visit, &format!("{TELLS}{element}")).await?;
    partner::wait_until_shown(visit, 0).await?;
    partner::open(visit, &format!("{TELLS}{iframe}")).await?;
    visit.page.enter_frame().await?;
    visit.page.wait_for("the frame", "'counted' in document.documentElement.dataset").await?;
    visit.page.leave_frame().await?;
    let asked = visit.site.asked_of(Paths::Under("/embed/")).split_off(asked_before);
    let named: Vec<_> =
        asked.iter().filter_map(|asked| Some((&asked.path, asked.referer.as_ref()?))).collect();
    ensure!(
        asked.len() >= 2 && named.is_empty(),
        "of {} requests these name the page: {named:?}",
        asked.len()
    );
    Ok(())
}

async fn nothing_in_the_preview_can_be_pressed_or_gets_the_focus(visit: &mut Visit<'_>) -> Outcome {
    open(visit).await?;
    partner::enter(visit, 0).await?;
    let exit: (f64, f64) = visit
        .page
        .ask("(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector('a[data-exit]').getBoundingClientRect())")
        .await?;
    visit.page.leave_frame().await?;
    let frame = partner::frame_of(0);
    // In the middle of the window, where nothing of the page's own is above it.
    visit
        .page
        .run(&format!(
            "scrollBy({{ top: {frame}.getBoundingClientRect().y + {} - innerHeight / 2, behavior: 'instant' }})",
            exit.1
        ))
        .await?;
    let corner: (f64, f64) =
        visit.page.ask(&format!("(({{ x, y }}) => [x, y])({frame}.getBoundingClientRect())")).await?;
    visit
        .page
        .run("addEventListener('click', ({ target }) => { window.pressed = target.className; }, true)")
        .await?;
    // Whoever presses there presses the place that the preview stands in.
    visit.page.click_at(corner.0 + exit.0, corner.1 + exit.1).await?;
    visit.page.wait_for("the press to be the page's own", "window.pressed === 'embed-preview'").await?;
    visit.page.run("document.querySelector('[name=pin]').focus()").await?;
    visit.page.press(Key::Tab).await?;
    visit
        .page
        .wait_for("what comes after it", "document.activeElement.matches('[data-snippet=element] button')")
        .await
}

/// Where the frame is, and what it shows.
async fn seen(visit: &Visit<'_>) -> Outcome<(String, String)> {
    const SEEN: &str = "[location.pathname, [
        document.querySelector('main').innerText.replace(/\\s+/g, ' '),
        document.documentElement.style.cssText,
        document.querySelector('.embed-frame__more').href,
    ].join(' ')]";
    visit.page.ask(SEEN).await
}

async fn a_site_that_knows_its_address_says_what_to_paste_into_wordpress(visit: &mut Visit<'_>) -> Outcome {
    open(visit).await?;
    ensure!(
        visit.page.ask("document.querySelector('[data-snippet=wordpress]').hidden").await?,
        "an address of no use"
    );
    let exit = format!("{}{WEATHER}", visit.elsewhere.origin());
    let edition = Edition::published_at(&visit.site.origin(), &exit)?;
    visit.site.renew(edition.router()).await?;
    open(visit).await?;
    choose(visit, "show", "article").await?;
    choose(visit, "article", "thank-you-for-20-years").await?;
    ensure_eq!(
        lines(visit, "wordpress").await?,
        format!("{}/news/thank-you-for-20-years/", visit.site.origin()),
        "what to paste"
    );
    Ok(())
}

async fn where_nothing_can_be_loaded_from_the_lines_address_the_page_says_so(
    visit: &mut Visit<'_>,
) -> Outcome {
    const SEEN: &str = "[...document.querySelectorAll('[data-preview]')].filter((part) => part.offsetHeight)";
    let published = "https://news.example.org";
    let exit = format!("{}{WEATHER}", visit.elsewhere.origin());
    let edition = Edition::published_at(published, &exit)?;
    visit.site.renew(edition.router()).await?;
    open(visit).await?;
    let (seen, link): (Vec<String>, String) = visit
        .page
        .ask(&format!("[{SEEN}.map(({{ dataset }}) => dataset.preview), document.querySelector('[data-preview] a').href]"))
        .await?;
    ensure_eq!((seen, link), (vec!["elsewhere".to_owned()], format!("{published}/embed/")), "what is said");
    ensure!(lines(visit, "element").await?.contains(&format!("{published}{PARTNER_SCRIPT}")), "other lines");
    choose(visit, "pin", "on").await?;
    said(visit, "pin", "could not be looked at").await
}
