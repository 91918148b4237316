//! The connections of a server, which end with it.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    process,
    sync::{
        LazyLock,
        atomic::{AtomicU16, Ordering},
    },
    time::{Duration, Instant},
};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::{net::TcpListener, task::JoinSet, time::sleep};

/// Connections live in this task, so that they end with it.
pub async fn serve(listener: TcpListener, app: Router) {
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

/// The next port, below those that systems give to outgoing connections: of these, one could take a stopped server's place.
/// Tests that are run side by side begin at different ones.
static PORT: LazyLock<AtomicU16> = LazyLock::new(|| {
    let [run, ..] = (process::id() % 8).to_le_bytes();
    AtomicU16::new(20_000 + u16::from(run) * 1_500)
});

/// Listens on a port that no server has had before. Systems give a free port again and again, and a browser knows for as
/// long as it runs what an origin has told it to keep: a worker, its copy of a site, what is stored.
pub async fn listen(host: Ipv4Addr) -> io::Result<TcpListener> {
    loop {
        match TcpListener::bind((host, PORT.fetch_add(1, Ordering::Relaxed))).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            outcome => return outcome,
        }
    }
}

/// Listens where somebody has listened a moment ago.
pub async fn listen_again(address: SocketAddr) -> io::Result<TcpListener> {
    let deadline = Instant::now() + Duration::from_secs(5);
    loop {
        match TcpListener::bind(address).await {
            // A program that is just being started has a copy of the old socket until it runs.
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && Instant::now() < deadline => {
                sleep(Duration::from_millis(5)).await;
            }
            outcome => return outcome,
        }
    }
}
