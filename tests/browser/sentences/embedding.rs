//! The element in partners' pages: it shows what is asked for, and never does more to the page than that.

pub mod at_once;
pub mod builder;
pub mod frames;
pub mod framing;
pub mod hostile;
pub mod loading;
pub mod wordpress;

use count_me_in::routes::{Frame, PARTNER_SCRIPT};

use crate::{
    console::Entry,
    ensure, ensure_eq, partner, sentences,
    site::{Fate, Fault, Paths},
    visit::{Outcome, Visit},
};

sentences![
    the_element_shows_each_frame_as_high_as_its_content,
    without_our_site_a_partners_page_has_the_plain_link_and_throws_nothing,
    elements_that_come_and_go_and_change_leave_nothing_behind,
    a_script_that_is_included_twice_or_wrongly_changes_nothing,
    under_the_strictest_policy_both_recipes_work_with_what_the_page_for_partners_says,
];

async fn the_element_shows_each_frame_as_high_as_its_content(visit: &mut Visit<'_>) -> Outcome {
    partner::open(visit, &(partner::script(visit) + &partner::elements()?)).await?;
    for (number, frame) in partner::frames()?.iter().enumerate() {
        partner::wait_until_shown(visit, number).await?;
        let element = partner::frame_of(number);
        ensure_eq!(
            visit.page.ask::<String>(&format!("{element}.src")).await?,
            format!("{}{}", visit.site.origin(), frame.address()),
            "what is shown"
        );
        ensure!(visit.page.ask(&format!("{element}.title.length > 10")).await?, "{frame:?} has no title");
        let height: f64 = visit.page.ask(&format!("{element}.clientHeight")).await?;
        visit.page.enter_frame_of(&element).await?;
        let content = "Math.ceil(document.body.getBoundingClientRect().height)";
        let is_fitting = format!(
            "Math.abs({content} - {height}) < 2 && document.documentElement.scrollHeight <= innerHeight"
        );
        ensure!(visit.page.ask(&is_fitting).await?, "{frame:?} is not {height} px high");
        ensure!(visit.page.ask("self.origin === 'null'").await?, "{frame:?} stands in no sandbox");
        visit.page.leave_frame().await?;
    }
    Ok(())
}

async fn without_our_site_a_partners_page_has_the_plain_link_and_throws_nothing(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.expected =
        |entry| entry.is_about_a_failed_request() || entry.source == "resource" || is_of_network(entry);
    let link = "document.querySelector('cast-news a').offsetHeight";
    let rest = "document.querySelector('cast-news').offsetHeight < 80";
    // The script itself cannot be had.
    let body = partner::script(visit) + &partner::element("") + "<p id=after>After it</p>";
    visit.site.stop().await;
    partner::open(visit, &body).await?;
    ensure!(visit.page.ask(&format!("{link} > 0 && ({rest})")).await?, "no plain link without the script");
    visit.site.start().await?;
    // The script is there, and the frame is not: the server says so, breaks off, or is gone.
    for fault in [Some(Fault::Status(500)), Some(Fault::BrokenTransfer), None] {
        visit.site.repair();
        partner::open(visit, &partner::script(visit)).await?;
        visit.page.wait_for("the element", "customElements.get('cast-news')").await?;
        match fault {
            Some(fault) => visit.site.break_with(Paths::Under(Frame::FOLDERS[0]), fault),
            None => visit.site.stop().await,
        }
        // A frame that is loaded says so, even if it is a browser's own word. Not every browser says of one that is broken
        // off, or that nobody answers for, that nothing more will come.
        let tried = format!(
            "document.body.insertAdjacentHTML('beforeend', `{}`);
            window.__tried = false;
            const told = () => {{ window.__tried = true; }};
            queueMicrotask(() => {}.addEventListener('load', told));
            setTimeout(told, 2000);",
            partner::element(""),
            partner::frame_of(0)
        );
        visit.page.run(&tried).await?;
        visit.page.wait_for("the frame to be tried", "window.__tried").await?;
        ensure!(
            visit.page.ask(&format!("{link} > 0 && ({rest})")).await?,
            "{fault:?}: no plain link, or room around it"
        );
        ensure!(
            !visit.page.ask::<bool>(&partner::is_shown(0)).await?,
            "{fault:?}: something broken is shown"
        );
    }
    visit.site.start().await?;
    let thrown: usize = visit
        .page
        .ask("__heard.filter(({ kind }) => ['error', 'unhandledrejection'].includes(kind)).length")
        .await?;
    ensure_eq!(thrown, 0, "what the page has thrown");
    Ok(())
}

/// The browsers' own words about what cannot be loaded.
fn is_of_network(entry: &Entry) -> bool {
    [
        "Failed to load",
        "Could not connect",
        "Loading failed",
        "Content-Encoding",
        "cannot be loaded",
        "unexpectedly",
    ]
    .iter()
    .any(|words| entry.text.contains(words))
}

/// Counts what the page listens to, before anything else runs.
const COUNT_LISTENERS: &str = "<script>
    window.listeners = new Map();
    const { addEventListener: add, removeEventListener: remove } = window;
    window.addEventListener = (kind, ...rest) => { listeners.set(kind, (listeners.get(kind) ?? 0) + 1); add.call(window, kind, ...rest); };
    window.removeEventListener = (kind, ...rest) => { listeners.set(kind, (listeners.get(kind) ?? 0) - 1); remove.call(window, kind, ...rest); };
    </script>";

async fn elements_that_come_and_go_and_change_leave_nothing_behind(visit: &mut Visit<'_>) -> Outcome {
    const LISTENERS: &str = "[...listeners.values()].reduce((sum, count) => sum + count, 0)";
    let body = format!("{COUNT_LISTENERS}<main></main>{}", partner::script(visit));
    partner::open(visit, &body).await?;
    visit.page.wait_for("the element", "customElements.get('cast-news')").await?;
    ensure_eq!(visit.page.ask::<u32>(LISTENERS).await?, 0, "listeners before there is an element");
    let entries: u32 = visit.page.ask("history.length").await?;
    // As a partner's own app does: puts in, takes out, puts the same in elsewhere.
    let elements = partner::elements()?;
    visit.page.run(&format!("document.querySelector('main').innerHTML = `{elements}`")).await?;
    partner::wait_until_shown(visit, 0).await?;
    ensure_eq!(visit.page.ask::<u32>(LISTENERS).await?, 4, "listeners of four elements");
    visit.page.run("window.kept = document.querySelector('cast-news'); document.querySelector('main').replaceChildren()").await?;
    ensure_eq!(visit.page.ask::<u32>(LISTENERS).await?, 0, "listeners that are left");
    ensure!(
        visit.page.ask("!kept.shadowRoot.querySelector('iframe')").await?,
        "a frame is kept that nobody sees"
    );
    visit.page.run("document.body.append(kept)").await?;
    partner::wait_until_shown(visit, 0).await?;
    // Several attributes at once make one frame of it.
    let asked = visit.site.asked_of(Paths::Under("/embed/")).len();
    visit
        .page
        .run("for (const [name, value] of [['show', 'donate'], ['scheme', 'dark'], ['from', 'a-partner']]) kept.setAttribute(name, value)")
        .await?;
    partner::enter(visit, 0).await?;
    ensure_eq!(
        visit.page.ask::<String>("location.pathname + location.search").await?,
        "/embed/donate/?scheme=dark&from=a-partner",
        "what is shown"
    );
    visit.page.leave_frame().await?;
    ensure_eq!(visit.site.asked_of(Paths::Under("/embed/")).len(), asked + 1, "requests for three changes");
    ensure_eq!(
        visit.page.ask::<u32>("kept.shadowRoot.querySelectorAll('iframe').length").await?,
        1,
        "frames"
    );
    ensure_eq!(visit.page.ask::<u32>("history.length").await?, entries, "entries of the tab");
    visit.page.run("kept.remove()").await?;
    ensure_eq!(visit.page.ask::<u32>(LISTENERS).await?, 0, "listeners that are left");
    Ok(())
}

async fn a_script_that_is_included_twice_or_wrongly_changes_nothing(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |entry| entry.text.contains("load this script by its own address");
    let script = partner::script(visit);
    partner::open(visit, &format!("{script}{}{script}", partner::element("show=donate"))).await?;
    partner::wait_until_shown(visit, 0).await?;
    visit
        .page
        .run(&format!(
            "for (let time = 0; time < 3; time += 1) {{
            const script = document.createElement('script');
            script.src = '{}{PARTNER_SCRIPT}?' + time;
            script.onload = () => {{ window.times = (window.times ?? 0) + 1; }};
            document.head.append(script);
        }}",
            visit.site.origin()
        ))
        .await?;
    visit.page.wait_for("the script to have run again", "window.times === 3").await?;
    ensure!(visit.page.ask(&partner::is_shown(0)).await?, "the frame is gone");
    // A module does not know its own address; it says what to do.
    let module = partner::script(visit).replace("async", "type=module");
    partner::open(visit, &(module + &partner::element(""))).await?;
    visit.page.wait_for("a word about it", "__heard.length > 0").await?;
    ensure!(visit.page.ask("document.querySelector('cast-news a').offsetHeight > 0").await?, "no plain link");
    Ok(())
}

async fn under_the_strictest_policy_both_recipes_work_with_what_the_page_for_partners_says(
    visit: &mut Visit<'_>,
) -> Outcome {
    let ours = visit.site.origin();
    // The page's own icon is all else that it shows.
    let policy = |directives: &str| {
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; {directives}\">\n"
        )
    };
    // Whatever a policy forbids would be said on the console.
    let element = partner::script(visit) + &partner::elements()?;
    let body = policy(&format!("script-src {ours}; frame-src {ours}")) + &element;
    partner::open(visit, &body).await?;
    for number in 0..partner::frames()?.len() {
        partner::wait_until_shown(visit, number).await?;
    }
    let address = Frame::Donate.address();
    let iframe =
        format!("<iframe title=\"Framed\" src=\"{ours}{address}\" sandbox=\"allow-scripts\"></iframe>");
    partner::open(visit, &(policy(&format!("frame-src {ours}")) + &iframe)).await?;
    visit.page.enter_frame().await?;
    visit.page.wait_for("the frame", "'counted' in document.documentElement.dataset").await?;
    visit.page.leave_frame().await
}
