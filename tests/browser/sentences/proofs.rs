//! Tests of the tests: complaints are heard, and the server fails as it is told to.

use crate::{
    console::{self, Entry},
    ensure, ensure_eq, sentences,
    sentences::strangers::{self, STRANGERS},
    site::{Fate, Fault, Paths},
    visit::{Outcome, Visit},
};

sentences![
    the_page_itself_hears_every_kind_of_complaint,
    the_engine_itself_hears_every_kind_of_complaint,
    a_complaint_fails_the_sentence_that_does_not_expect_it,
    every_fault_reaches_the_page_as_what_it_is,
    a_request_that_a_page_gives_up_is_noticed,
    a_stopped_server_cannot_be_reached_until_it_starts_again,
    a_request_to_another_host_is_noticed,
];

async fn the_page_itself_hears_every_kind_of_complaint(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    let heard = complain(visit).await?;
    for kind in ["console.warn", "console.error", "error", "unhandledrejection", "securitypolicyviolation"] {
        ensure!(heard.iter().any(|entry| entry.source == kind), "nobody heard {kind}");
    }
    Ok(())
}

async fn the_engine_itself_hears_every_kind_of_complaint(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    complain(visit).await?;
    let entries = visit.log.since_last(visit.page.client()).await?;
    for words in
        ["deliberate warning", "deliberate error", "deliberate throw", "deliberate rejection", "script-src"]
    {
        ensure!(entries.iter().any(|entry| entry.text.contains(words)), "no {words} in {entries:#?}");
    }
    Ok(())
}

async fn a_complaint_fails_the_sentence_that_does_not_expect_it(visit: &mut Visit<'_>) -> Outcome {
    complain(visit).await?;
    let outcome = console::ensure_quiet(visit).await;
    visit.expected = |_| true;
    ensure!(outcome.is_err(), "the noise of /__complaints.html was taken for quiet");
    Ok(())
}

async fn complain(visit: &Visit<'_>) -> Outcome<Vec<Entry>> {
    visit.page.open("/__complaints.html").await?;
    visit.page.wait_for("five complaints", "window.__heard?.length > 4").await?;
    console::heard_by_the_page(visit.page.client()).await
}

/// Asks for data as the application does and tells what comes of it.
const FETCH: &str = "
    const done = arguments[arguments.length - 1];
    fetch('/data/feed/1.json', { cache: 'no-store' }).then(async (answer) => {
        const text = await answer.text();
        const kind = answer.headers.get('content-type')?.split(';')[0] ?? 'nothing';
        try { JSON.parse(text); done(`${answer.status} whole`); }
        catch { done(`${answer.status} ${kind} unreadable`); }
    }).catch(() => done('no answer'));";

async fn every_fault_reaches_the_page_as_what_it_is(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = Entry::is_about_a_failed_request;
    visit.page.open("/").await?;
    let faults = [
        (None, "200 whole"),
        (Some(Fault::Status(404)), "404 nothing unreadable"),
        (Some(Fault::Status(500)), "500 nothing unreadable"),
        (Some(Fault::HtmlInsteadOfJson), "200 text/html unreadable"),
        (Some(Fault::Truncated), "200 application/json unreadable"),
        (Some(Fault::BrokenTransfer), "no answer"),
    ];
    for (fault, wanted) in faults {
        visit.site.repair();
        if let Some(fault) = fault {
            visit.site.break_with(Paths::Under("/data/"), fault);
        }
        let found = visit.page.client().execute_async(FETCH, Vec::new()).await?;
        ensure_eq!(found, wanted, "{fault:?} arrives as something else");
    }
    Ok(())
}

async fn a_request_that_a_page_gives_up_is_noticed(visit: &mut Visit<'_>) -> Outcome {
    visit.site.break_with(Paths::Under("/data/"), Fault::Silence);
    visit.page.open("/").await?;
    visit
        .page
        .run("window.stop = new AbortController(); fetch('/data/x', { signal: stop.signal }).catch(() => {})")
        .await?;
    visit.site.wait_for(Paths::Under("/data/x"), Fate::Open).await?;
    visit.page.run("stop.abort()").await?;
    visit.site.wait_for(Paths::Under("/data/x"), Fate::GivenUp).await
}

async fn a_stopped_server_cannot_be_reached_until_it_starts_again(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = Entry::is_about_a_failed_request;
    visit.page.open("/").await?;
    // Or else the worker's script is still on its way when the server stops.
    visit.page.wait_for("the worker", "navigator.serviceWorker.controller").await?;
    for (stopped, wanted) in [(true, "no answer"), (false, "200 whole")] {
        if stopped {
            visit.site.stop().await;
        } else {
            visit.site.start().await?;
        }
        let found = visit.page.client().execute_async(FETCH, Vec::new()).await?;
        ensure_eq!(found, wanted, "stopped: {stopped}");
    }
    Ok(())
}

async fn a_request_to_another_host_is_noticed(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    let before = visit.proxy.asked().len();
    strangers::call_strangers(visit).await?;
    let noticed = strangers::strangers_since(visit, before);
    ensure!(
        STRANGERS.iter().all(|stranger| noticed.iter().any(|noticed| noticed == stranger)),
        "taken for the browser's own: {noticed:?}"
    );
    for host in
        ["fonts.googleapis.com", "fonts.gstatic.com", "www.google-analytics.com", "www.googletagmanager.com"]
    {
        ensure!(
            !visit.engine.asks_for_itself(&format!("https://{host}")),
            "{host} is taken for the browser's own"
        );
    }
    Ok(())
}
