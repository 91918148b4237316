//! How the application takes over the finished page: without asking for anything and without being seen.

use crate::{
    content, ensure, ensure_eq, sentences,
    site::{Fate, Fault, Paths},
    visit::{Outcome, Visit},
};

sentences![
    the_app_is_fetched_after_the_first_paint,
    hydration_asks_for_no_data,
    hydration_keeps_every_node_and_every_word
];

/// A page of each kind.
fn pages() -> Outcome<Vec<String>> {
    let article = content::items()?.remove(0).address();
    Ok(vec!["/".into(), article, "/donate/".into(), "/help/".into()])
}

async fn the_app_is_fetched_after_the_first_paint(visit: &mut Visit<'_>) -> Outcome {
    // Milliseconds since the visit began; a paint that the engine does not report would be none at all.
    const TIMES: &str = "(() => {
        const first = (entries) => Math.min(...entries.map((entry) => entry.startTime));
        const app = performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/app-'));
        return [performance.getEntriesByType('paint').length, app.length,
            first(app) - first(performance.getEntriesByType('paint'))];
    })()";
    for address in pages()? {
        visit.start_over().await?;
        visit.page.open_live(&address).await?;
        let (paints, files, later): (usize, usize, f64) = visit.page.ask(TIMES).await?;
        ensure!(paints > 0 && files == 2, "{address}: {paints} paints and {files} files of the app");
        ensure!(later >= 0.0, "{address}: the app is asked for {later} ms after the first paint");
    }
    Ok(())
}

async fn hydration_asks_for_no_data(visit: &mut Visit<'_>) -> Outcome {
    for address in pages()? {
        visit.page.open_live(&address).await?;
        let asked: Vec<_> =
            visit.site.asked_of(Paths::Under("/data/")).into_iter().map(|asked| asked.path).collect();
        ensure_eq!(asked, Vec::<String>::new(), "{address} asks for data");
    }
    Ok(())
}

async fn hydration_keeps_every_node_and_every_word(visit: &mut Visit<'_>) -> Outcome {
    const WASM: Paths = Paths::Ending(".wasm");
    // Elements are compared by identity: one that is replaced by its like is a flash all the same.
    const REMEMBER: &str = "window.__before = [...document.body.querySelectorAll('*')];
        window.__words = document.body.innerText;";
    const CHANGED: &str = "(() => {
        const after = [...document.body.querySelectorAll('*')];
        const gone = __before.filter((node) => !node.isConnected).map((node) => `gone: ${node.outerHTML.slice(0, 80)}`);
        const come = after.filter((node) => !__before.includes(node)).map((node) => `come: ${node.outerHTML.slice(0, 80)}`);
        const lines = (text) => text.split('\\n');
        const now = lines(document.body.innerText);
        const lost = lines(__words).filter((line) => !now.includes(line)).map((line) => `lost: ${line}`);
        const said = now.filter((line) => !lines(__words).includes(line)).map((line) => `said: ${line}`);
        const isMoved = !lost.length && !said.length && document.body.innerText !== __words;
        return [...gone, ...come, ...lost, ...said, ...(isMoved ? ['words in another order'] : [])];
    })()";
    for address in pages()? {
        // What the page before has loaded would come from the cache, and could not be held.
        visit.start_over().await?;
        visit.site.break_with(WASM, Fault::Held);
        visit.page.open(&address).await?;
        visit.site.wait_for(WASM, Fate::Open).await?;
        visit.page.run(REMEMBER).await?;
        visit.site.repair();
        visit.page.wait_until_live().await?;
        let changed: Vec<String> = visit.page.ask(CHANGED).await?;
        ensure_eq!(changed, Vec::<String>::new(), "hydration changes {address}");
    }
    Ok(())
}
