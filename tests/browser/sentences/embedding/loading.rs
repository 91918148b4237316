//! When the element loads its frame, and how often that changes its size.

use count_me_in::routes::Frame;

use crate::{
    ensure, ensure_eq, partner, sentences,
    site::Paths,
    visit::{Outcome, Visit},
};

sentences![
    a_frame_is_sized_once_and_again_only_when_its_width_changes,
    a_frame_far_below_is_not_loaded_before_somebody_comes_near_it,
];

async fn a_frame_is_sized_once_and_again_only_when_its_width_changes(visit: &mut Visit<'_>) -> Outcome {
    const WATCH: &str = "
        window.heights = new Set();
        window.places = new Set();
        const look = () => {
            const height = document.querySelector('cast-news').shadowRoot?.querySelector('iframe')?.style.height;
            if (height && height !== '10000px') { heights.add(height); places.add(document.querySelector('#after').offsetTop); }
            requestAnimationFrame(look);
        };
        look();";
    let body = format!(
        "<div id=column style=\"width: 600px\">{}</div><p id=after>After it</p><script>{WATCH}</script>{}",
        partner::element("show=article article=thank-you-for-20-years"),
        partner::script(visit)
    );
    partner::open(visit, &body).await?;
    partner::wait_until_shown(visit, 0).await?;
    // Whatever else is going to happen to the frame happens before it has answered this.
    partner::enter(visit, 0).await?;
    visit.page.wait_for("the frame to have come to rest", "document.readyState === 'complete'").await?;
    wait_for_two_paints(visit).await?;
    visit.page.leave_frame().await?;
    wait_for_two_paints(visit).await?;
    visit.page.wait_for("a height", "heights.size > 0").await?;
    let settled: (usize, usize) = visit.page.ask("[heights.size, places.size]").await?;
    ensure_eq!(settled, (1, 1), "heights that the frame has had, and places of what is after it");
    visit.page.run("document.querySelector('#column').style.width = '240px'").await?;
    visit.page.wait_for("the frame to become higher", "heights.size > 1").await
}

async fn a_frame_far_below_is_not_loaded_before_somebody_comes_near_it(visit: &mut Visit<'_>) -> Outcome {
    const BELOW: Paths = Paths::Under(Frame::FOLDERS[0]);
    let far = "<div style=\"height: 30000px\"></div>";
    let body =
        [&partner::script(visit), &partner::element("show=hotline"), far, &partner::element("")].concat();
    partner::open(visit, &body).await?;
    partner::wait_until_shown(visit, 0).await?;
    visit.page.wait_for("the element below", &format!("{}?.src", partner::frame_of(1))).await?;
    wait_for_two_paints(visit).await?;
    ensure!(visit.site.asked_of(BELOW).is_empty(), "a frame is loaded that nobody comes near");
    partner::wait_until_shown(visit, 1).await?;
    ensure_eq!(visit.site.asked_of(BELOW).len(), 1, "how often it is loaded");
    Ok(())
}

/// Waits until the page has been painted twice: what an observer finds in the first, it has told by the second.
async fn wait_for_two_paints(visit: &Visit<'_>) -> Outcome {
    let twice = "window.__painted = false;
        requestAnimationFrame(() => requestAnimationFrame(() => { window.__painted = true; }));";
    visit.page.run(twice).await?;
    visit.page.wait_for("two paints", "window.__painted").await
}
