//! A partner's page on another origin, with frames of ours in it.

use count_me_in::routes::{Frame, PARTNER_SCRIPT};

use crate::{
    content,
    visit::{Outcome, Visit},
};

/// Where the partner's page is.
pub const PAGE: &str = "/__partners/page.html";

/// One frame of each sort.
pub fn frames() -> Outcome<[Frame; 4]> {
    let slug = content::items()?.swap_remove(0).slug.parse().map_err(|_| "no slug")?;
    Ok([Frame::Feed(None), Frame::Article(slug), Frame::Hotline, Frame::Donate])
}

/// The element with these attributes, and the link in it that partners copy with it.
pub fn element(attributes: &str) -> String {
    format!(
        "<cast-news {attributes}><a href=\"https://count-me-in.example/\">The plain link</a></cast-news>\n"
    )
}

/// An element for each sort of frame.
pub fn elements() -> Outcome<String> {
    let article = content::items()?.swap_remove(0).slug;
    let article = format!("show=article article={article}");
    Ok(["show=feed", &article, "show=hotline", "show=donate"].map(element).concat())
}

/// The tag of the element's script.
pub fn script(visit: &Visit<'_>) -> String {
    format!("<script src=\"{}{PARTNER_SCRIPT}\" async></script>\n", visit.site.origin())
}

/// Opens a page of the partner's with this in its body. What it complains of is heard as on our own pages.
pub async fn open(visit: &Visit<'_>, body: &str) -> Outcome {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>A partner’s page</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<script src=\"/__probe.js\"></script>\n{body}"
    );
    visit.elsewhere.publish(PAGE, page);
    visit.page.go(&format!("{}{PAGE}", visit.elsewhere.origin())).await
}

/// JavaScript for the frame of the element with that number.
pub fn frame_of(number: usize) -> String {
    format!("document.querySelectorAll('cast-news')[{number}].shadowRoot.querySelector('iframe')")
}

/// Waits until the element with that number shows its frame, and goes into it.
pub async fn enter(visit: &Visit<'_>, number: usize) -> Outcome {
    wait_until_shown(visit, number).await?;
    visit.page.enter_frame_of(&frame_of(number)).await
}

/// Waits until the element with that number shows its frame. It is brought into view, because it is loaded late.
pub async fn wait_until_shown(visit: &Visit<'_>, number: usize) -> Outcome {
    let frame = frame_of(number);
    visit.page.wait_for("the element", &format!("{frame}?.src")).await?;
    visit.page.run(&format!("{frame}.scrollIntoView()")).await?;
    visit.page.wait_for("the frame to be shown", &is_shown(number)).await
}

/// JavaScript that says whether the element with that number shows its frame, and no longer the link.
pub fn is_shown(number: usize) -> String {
    format!(
        "((frame) => getComputedStyle(frame).visibility === 'visible' && frame.offsetHeight > 64
            && !document.querySelectorAll('cast-news')[{number}].firstElementChild.offsetHeight)({})",
        frame_of(number)
    )
}
