//! The fields of the page that makes the lines, and the button that copies these.

use base64::{Engine, engine::general_purpose::STANDARD};
use fantoccini::key::Key;
use sha2::{Digest, Sha256};

use super::{Outcome, PARTNER_SCRIPT, Visit, choose, ensure, ensure_eq, lines, open, said};
use crate::console::Entry;

crate::sentences![
    the_fields_work_by_keyboard_and_say_what_is_wrong,
    the_hash_in_the_lines_is_that_of_the_script_as_it_is_now,
    a_button_copies_the_lines_and_says_so,
];

async fn the_fields_work_by_keyboard_and_say_what_is_wrong(visit: &mut Visit<'_>) -> Outcome {
    open(visit).await?;
    visit.page.run("document.querySelector('[name=show]').focus()").await?;
    for _ in 0..2 {
        visit.page.press(Key::Down).await?;
    }
    ensure!(lines(visit, "element").await?.contains("show=\"hotline\""), "the arrow chooses nothing");
    // What is shown, a field, what is entered there, what is said of it, and what then stands in the lines.
    for (show, name, entered, words, taken) in [
        ("feed", "count", "0", "no number", None),
        ("feed", "count", "2.5", "no number", None),
        ("feed", "count", "07", "Left empty", Some("7")),
        ("feed", "count", "2.0", "Left empty", Some("2")),
        ("feed", "count", "1e1", "Left empty", Some("10")),
        ("feed", "accent", "#ffcc00", "1.4:1 and needs 4.5:1", None),
        ("feed", "accent", "#zz", "no color", None),
        ("feed", "accent", "#7a1f5c", "which is enough", Some("#7a1f5c")),
        ("donate", "from", "USC !", "Left out", None),
        ("donate", "from", "usc-2026", "Lowercase letters", Some("usc-2026")),
    ] {
        choose(visit, "show", show).await?;
        visit
            .page
            .run(&format!("document.querySelector('[name={name}]').focus(); document.activeElement.select()"))
            .await?;
        for key in entered.chars() {
            visit.page.press(key).await?;
        }
        let is_entered = format!("document.activeElement.value === '{entered}'");
        visit.page.wait_for(&format!("{name} to be {entered}"), &is_entered).await?;
        said(visit, name, words).await.map_err(|stop| stop.at(entered))?;
        let lines = lines(visit, "element").await?;
        let found = lines.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
        ensure_eq!(found, taken, "{name} in the lines after {entered}");
        let described: (String, String) = visit
            .page
            .ask("['aria-invalid', 'aria-describedby'].map((name) => document.activeElement.getAttribute(name))")
            .await?;
        let wanted = (taken.is_none().to_string(), format!("embed-{name}-said"));
        ensure_eq!(described, wanted, "how {entered} is judged, and where it is said");
    }
    // Every field has a name.
    for field in visit.page.find_all(".embed-builder input, .embed-builder select").await? {
        if field.is_displayed().await? {
            ensure!(visit.page.name_of(&field).await?.len() > 4, "a field without a name");
        }
    }
    Ok(())
}

async fn the_hash_in_the_lines_is_that_of_the_script_as_it_is_now(visit: &mut Visit<'_>) -> Outcome {
    // The browsers' own words about a site that is gone.
    visit.expected = Entry::is_about_a_failed_request;
    let press = async |visit: &Visit<'_>| -> Outcome {
        visit.page.run("document.querySelector('[name=pin]').focus()").await?;
        visit.page.press(' ').await
    };
    open(visit).await?;
    // This page is of before, as one is that was kept for reading offline.
    let renewed = "// Renewed\n";
    visit.site.publish(PARTNER_SCRIPT, renewed.to_owned());
    press(visit).await?;
    said(visit, "pin", "The lines have its hash").await?;
    let wanted = format!("integrity=\"sha256-{}\" crossorigin", STANDARD.encode(Sha256::digest(renewed)));
    let pinned = lines(visit, "element").await?;
    ensure!(pinned.contains(&wanted), "no {wanted} in {pinned}");
    press(visit).await?;
    ensure!(!lines(visit, "element").await?.contains("integrity"), "a hash that nobody wants");
    visit.site.stop().await;
    press(visit).await?;
    said(visit, "pin", "could not be looked at").await?;
    ensure!(!lines(visit, "element").await?.contains("integrity"), "a hash of nothing");
    Ok(visit.site.start().await?)
}

async fn a_button_copies_the_lines_and_says_so(visit: &mut Visit<'_>) -> Outcome {
    open(visit).await?;
    for name in ["element", "iframe"] {
        let wanted = lines(visit, name).await?;
        visit.page.run(&format!("document.querySelector('[data-snippet={name}] button').focus()")).await?;
        visit.page.press(Key::Enter).await?;
        let said = format!("document.querySelector('[data-snippet={name}] [role=status]').textContent");
        visit.page.wait_for("a word about it", &format!("['Copied.'].includes({said})")).await?;
        visit
            .page
            .run(
                "document.querySelector('#pasted')?.remove();
                 const field = Object.assign(document.createElement('textarea'), { id: 'pasted' });
                 document.querySelector('main').append(field); field.focus()",
            )
            .await?;
        visit.page.press_together(&[Key::Control.into(), 'v']).await?;
        visit.page.wait_for("what was copied", "document.querySelector('#pasted').value").await?;
        ensure_eq!(
            visit.page.ask::<String>("document.querySelector('#pasted').value").await?,
            wanted,
            "what was copied"
        );
    }
    Ok(())
}
