//! The connections of a server, which end with it.

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::{net::TcpListener, task::JoinSet};

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
