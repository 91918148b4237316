//! The server under test: the project's own, on a free port, watched and made to fail on demand.

mod answer;
mod connections;
mod fault;
mod own_pages;
mod record;

use std::{
    collections::{BTreeMap, HashMap},
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use answer::answer;
use axum::{Router, middleware};
use connections::serve;
pub use fault::{Fault, Paths};
pub use own_pages::{BEFORE, CALLS_STRANGERS, LEFT_AND_SEEN, PARTNER, SAID, STORAGE, StandIn, WEATHER};
use record::Record;
pub use record::{Asked, Fate};
use tokio::{sync::watch, task::JoinHandle, time::sleep};

use crate::{ensure, pauses::PATIENCE, ports, visit::Outcome};

/// Where leaving leads in the finished build.
pub const REAL_EXIT: &str = "https://www.weather.gov/";

/// What the server and the sentence share.
struct Shared {
    faults: Mutex<Vec<(Paths, Fault)>>,
    held: watch::Sender<bool>,
    stand_in: Mutex<Option<StandIn>>,
    /// Pages of the sentence's own, by their paths.
    published: Mutex<HashMap<String, String>>,
    /// Where links lead, instead of to the real places: what is found in pages, and what it is replaced by.
    leads: Mutex<BTreeMap<String, String>>,
    /// Whether the site's own worker is served, or one that does nothing.
    works: AtomicBool,
    record: Record,
}

/// A running, or stopped, server.
pub struct Site {
    address: SocketAddr,
    app: Router,
    shared: Arc<Shared>,
    serving: Option<JoinHandle<()>>,
    was_stopped: bool,
}

impl Site {
    /// Serves on a port of its own, on this machine's usual address.
    pub async fn open(router: Router) -> io::Result<Self> {
        Self::open_at(Ipv4Addr::LOCALHOST, router).await
    }

    /// Somebody else's site: another host, which has the test server's own pages only.
    pub async fn open_elsewhere() -> io::Result<Self> {
        Self::open_at(Ipv4Addr::new(127, 0, 0, 2), Router::new()).await
    }

    /// The page that takes gifts: a third host, which has one page at every address.
    pub async fn open_hosted_page() -> io::Result<Self> {
        Self::open_at(Ipv4Addr::new(127, 0, 0, 3), own_pages::hosted()).await
    }

    async fn open_at(host: Ipv4Addr, router: Router) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            faults: Mutex::default(),
            held: watch::Sender::new(true),
            stand_in: Mutex::default(),
            published: Mutex::default(),
            leads: Mutex::default(),
            works: AtomicBool::new(false),
            record: Record::default(),
        });
        let app = router.layer(middleware::from_fn_with_state(Arc::clone(&shared), answer));
        let listener = ports::listen(host).await?;
        let address = listener.local_addr()?;
        let serving = Some(tokio::spawn(serve(listener, app.clone())));
        Ok(Self { address, app, shared, serving, was_stopped: false })
    }

    /// What stands before every address.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The host that all such servers have.
    pub const fn host(&self) -> IpAddr {
        self.address.ip()
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

    /// Answers with this page for that path from now on.
    pub fn publish(&self, path: &str, html: String) {
        self.shared.published.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), html);
    }

    /// Lets every page find a stand-in for what the browser itself does not do.
    pub fn stand_in_for(&self, what: StandIn) {
        *self.shared.stand_in.lock().unwrap_or_else(PoisonError::into_inner) = Some(what);
    }

    /// Serves the site's own worker from now on. Most sentences are about what the network brings, so theirs does nothing.
    pub fn let_the_worker_work(&self) {
        self.shared.works.store(true, Ordering::Relaxed);
    }

    /// Whether the site's own worker is served.
    pub fn has_a_working_worker(&self) -> bool {
        self.shared.works.load(Ordering::Relaxed)
    }

    /// Serves another edition from now on, at the same address.
    pub async fn renew(&mut self, router: Router) -> io::Result<()> {
        self.end().await;
        self.app = router.layer(middleware::from_fn_with_state(Arc::clone(&self.shared), answer));
        self.start().await
    }

    /// Lets "Leave this site" lead there in every page, because the real place cannot be reached by a test.
    pub fn lead_the_exit_to(&self, address: String) {
        self.lead(REAL_EXIT, address);
    }

    /// Lets "Leave this site" lead to the real place again.
    pub fn leave_the_exit_as_it_is(&self) {
        self.shared.leads.lock().unwrap_or_else(PoisonError::into_inner).remove(REAL_EXIT);
    }

    /// Lets what leads to a real place lead to another in every page, which is changed on its way to the browser.
    pub fn lead(&self, real: &str, other: String) {
        self.shared.leads.lock().unwrap_or_else(PoisonError::into_inner).insert(real.to_owned(), other);
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

    /// Waits until these paths have been asked for so many times, whatever came of it.
    pub async fn wait_until_asked(&self, paths: Paths, times: usize) -> Outcome {
        let come = || self.asked_of(paths).len() >= times;
        self.wait_until(&format!("{paths:?} to be asked for {times} times"), come).await
    }

    /// Waits until so many documents have been asked for.
    pub async fn wait_for_pages(&self, count: usize) -> Outcome {
        self.wait_until(&format!("{count} documents"), || self.pages_loaded() == count).await
    }

    async fn wait_until(&self, what: &str, come: impl Fn() -> bool) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        while !come() {
            let asked = self.asked_of(Paths::All);
            ensure!(
                Instant::now() < deadline,
                "waited {} s for {what}; instead:\n  {asked:#?}",
                PATIENCE.as_secs()
            );
            sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }

    /// Takes the server off the net: open connections break, new ones are refused.
    pub async fn stop(&mut self) {
        self.was_stopped = true;
        self.end().await;
    }

    /// Whether it is off the net.
    pub const fn is_stopped(&self) -> bool {
        self.serving.is_none()
    }

    /// Whether it was off the net at some time.
    pub const fn was_stopped(&self) -> bool {
        self.was_stopped
    }

    async fn end(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.abort();
            // The task ends by being aborted; that is what is waited for.
            let _ = serving.await;
        }
    }

    /// Puts it back on the same port.
    pub async fn start(&mut self) -> io::Result<()> {
        let listener = ports::listen_again(self.address).await?;
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
