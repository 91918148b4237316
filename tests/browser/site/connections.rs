//! The connections of a server, which end with it.

use std::{
    io,
    net::SocketAddr,
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
