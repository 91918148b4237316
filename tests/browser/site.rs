//! The server under test: the project's own, on a free port, watched and made to fail on demand.

mod fault;
mod own_pages;
mod record;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{Request, State},
    http::header,
    middleware::{self, Next},
    response::Response,
};
pub use fault::{Fault, Paths};
use hyper::server::conn::http1;
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use record::Record;
pub use record::{Asked, Fate};
use tokio::{
    net::TcpListener,
    sync::watch,
    task::{JoinHandle, JoinSet},
    time::sleep,
};

use crate::{ensure, visit::Outcome};

/// What the server and the sentence share.
struct Shared {
    faults: Mutex<Vec<(Paths, Fault)>>,
    held: watch::Sender<bool>,
    saves_data: AtomicBool,
    record: Record,
}

/// A running, or stopped, server.
pub struct Site {
    address: SocketAddr,
    app: Router,
    shared: Arc<Shared>,
    serving: Option<JoinHandle<()>>,
}

impl Site {
    /// Serves on a port of its own.
    pub async fn open(router: Router) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            faults: Mutex::default(),
            held: watch::Sender::new(true),
            saves_data: AtomicBool::new(false),
            record: Record::default(),
        });
        let app = router.layer(middleware::from_fn_with_state(Arc::clone(&shared), answer));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let serving = Some(tokio::spawn(serve(listener, app.clone())));
        Ok(Self { address, app, shared, serving })
    }

    /// What stands before every address.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Makes requests for these paths fail in this way, from now on.
    pub fn break_with(&self, paths: Paths, fault: Fault) {
        self.shared.held.send_replace(true);
        self.shared.faults.lock().unwrap_or_else(PoisonError::into_inner).push((paths, fault));
    }

    /// Lifts every fault; what is held goes on.
    pub fn repair(&self) {
        self.shared.faults.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.shared.held.send_replace(false);
    }

    /// Lets every page find a stand-in for `navigator.connection` that asks to save data.
    pub fn stand_in_for_saving_data(&self) {
        self.shared.saves_data.store(true, Ordering::Relaxed);
    }

    /// What was asked of these paths so far, in order.
    pub fn asked_of(&self, paths: Paths) -> Vec<Asked> {
        let mut asked = self.shared.record.asked();
        asked.retain(|asked| paths.include(&asked.path));
        asked
    }

    /// How many documents were asked for.
    pub fn pages_loaded(&self) -> usize {
        let asked = self.asked_of(Paths::All);
        asked.iter().filter(|asked| asked.is_for_a_page).count()
    }

    /// Waits until a request for these paths has come to this.
    pub async fn wait_for(&self, paths: Paths, fate: Fate) -> Outcome {
        let come = || self.asked_of(paths).iter().any(|asked| asked.fate == fate);
        self.wait_until(&format!("{paths:?} to be {fate:?}"), come).await
    }

    /// Waits until so many documents have been asked for.
    pub async fn wait_for_pages(&self, count: usize) -> Outcome {
        self.wait_until(&format!("{count} documents"), || self.pages_loaded() == count).await
    }

    async fn wait_until(&self, what: &str, come: impl Fn() -> bool) -> Outcome {
        let deadline = Instant::now() + Duration::from_secs(10);
        while !come() {
            let asked = self.asked_of(Paths::All);
            ensure!(Instant::now() < deadline, "waited 10 s for {what}; instead:\n  {asked:#?}");
            sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }

    /// Takes the server off the net: open connections break, new ones are refused.
    pub async fn stop(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.abort();
            // The task ends by being aborted; that is what is waited for.
            let _ = serving.await;
        }
    }

    /// Puts it back on the same port.
    pub async fn start(&mut self) -> io::Result<()> {
        let listener = TcpListener::bind(self.address).await?;
        self.serving = Some(tokio::spawn(serve(listener, self.app.clone())));
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(serving) = &self.serving {
            serving.abort();
        }
    }
}

/// Connections live in this task, so that they end with it.
async fn serve(listener: TcpListener, app: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => if let Ok((stream, _)) = accepted {
                let service = TowerToHyperService::new(app.clone());
                connections.spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            },
            // A connection that ended badly is what some sentences ask for.
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Stands between the browser and the project's own router.
async fn answer(State(shared): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    if let Some(own_page) = own_pages::find(request.uri().path(), shared.saves_data.load(Ordering::Relaxed)) {
        return own_page;
    }
    let path = request.uri().path().to_owned();
    // Dropped before its time when the browser closes the connection.
    let note = shared.record.note(&request);
    let faults: Vec<Fault> = {
        let faults = shared.faults.lock().unwrap_or_else(PoisonError::into_inner);
        faults.iter().filter(|(paths, _)| paths.include(&path)).map(|(_, fault)| *fault).collect()
    };
    if record::is_for_a_page(&request) || path.ends_with(".json") || !faults.is_empty() {
        // What may be changed on the way has to be readable on the way; data always, lest a browser that resumes a
        // broken transfer gets the rest in another encoding.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    for fault in &faults {
        fault.delay(&shared.held).await;
    }
    let mut response = next.run(request).await;
    for fault in &faults {
        response = fault.apply(response).await;
    }
    let response = own_pages::with_probe(response).await;
    note.answered(response.status());
    response
}
