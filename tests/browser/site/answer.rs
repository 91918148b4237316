//! How the server under test answers: as the project's own router does, but for what the sentence has asked for.

use std::sync::{Arc, PoisonError, atomic::Ordering};

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use count_me_in::routes::{self, Frame};

use super::{
    Shared,
    fault::{self, Fault},
    own_pages::{self, SAID},
    record,
};

/// Stands between the browser and the project's own router.
pub async fn answer(State(shared): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let faults: Vec<Fault> = {
        let faults = shared.faults.lock().unwrap_or_else(PoisonError::into_inner);
        faults.iter().filter(|(paths, _)| paths.include(&path)).map(|(_, fault)| *fault).collect()
    };
    let stand_in = *shared.stand_in.lock().unwrap_or_else(PoisonError::into_inner);
    let is_worker = path == routes::WORKER;
    let is_idle = is_worker && !shared.works.load(Ordering::Relaxed);
    let own_page = is_idle.then(own_pages::worker);
    let published = shared.published.lock().unwrap_or_else(PoisonError::into_inner).get(&path).cloned();
    let own_page = own_page.or_else(|| published.map(|html| Html(html).into_response()));
    let own_page = own_page.or_else(|| own_pages::find(request.uri(), stand_in));
    // Dropped before its time when the browser closes the connection.
    let note = (own_page.is_none() || path.starts_with(SAID)).then(|| shared.record.note(&request));
    if record::is_for_a_page(&request) || is_worker || path.ends_with(".json") || !faults.is_empty() {
        // What may be changed on the way has to be readable on the way; data always, lest a browser that resumes a
        // broken transfer gets the rest in another encoding.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    for fault in &faults {
        fault.delay(&shared.held).await;
    }
    let response = match own_page {
        Some(own_page) => own_page,
        None => on_its_way(&shared, &path, &faults, next.run(request).await).await,
    };
    let response = match stand_in.filter(|_| is_worker) {
        // A worker has a connection of its own to ask about.
        Some(stand_in) => fault::put_before(stand_in.script(), response).await,
        None => response,
    };
    if let Some(note) = note {
        note.answered(response.status());
    }
    response
}

/// What becomes of an answer between the project's own router and the browser.
async fn on_its_way(shared: &Shared, path: &str, faults: &[Fault], mut response: Response) -> Response {
    for fault in faults {
        response = fault.apply(response).await;
    }
    // The policy of a frame allows no script but its own.
    let is_frame = Frame::FOLDERS.iter().any(|folder| path.starts_with(folder));
    let response = if is_frame { response } else { own_pages::with_probe(response).await };
    let leads = shared.leads.lock().unwrap_or_else(PoisonError::into_inner).clone();
    fault::change_page(response, |page| {
        leads.iter().fold(page.to_owned(), |page, (real, other)| page.replace(real, other))
    })
    .await
}
