//! The proxy by which a browser reaches every host but this machine: it writes down whom the browser asks, and refuses.

use std::{
    convert::Infallible,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::{Body, Bytes},
    http::{Method, Request, StatusCode},
    response::Response,
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinHandle};

type Record = Arc<Mutex<Vec<String>>>;

/// A proxy of one browser. Dropping it ends it.
pub struct Proxy {
    address: SocketAddr,
    asked: Record,
    serving: JoinHandle<()>,
}

impl Proxy {
    /// Listens on a port of its own.
    pub async fn open() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let asked = Record::default();
        let serving = tokio::spawn(serve(listener, Arc::clone(&asked)));
        Ok(Self { address, asked, serving })
    }

    /// Its host and port.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// As WebDriver has it (<https://www.w3.org/TR/webdriver2/#proxy>). No browser asks a proxy for this machine itself.
    pub fn capability(&self) -> Value {
        let address = self.address.to_string();
        json!({ "proxyType": "manual", "httpProxy": address, "sslProxy": address })
    }

    /// Every origin that was asked for so far, such as `https://stranger.example`.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn serve(listener: TcpListener, asked: Record) {
    while let Ok((stream, _)) = listener.accept().await {
        let asked = Arc::clone(&asked);
        let refuse = service_fn(move |request: Request<Incoming>| {
            // A connection that is asked for is encrypted; what is asked for in the open has its whole address.
            let scheme = if request.method() == Method::CONNECT { "https" } else { "http" };
            let host = request.uri().host().unwrap_or("nobody");
            asked.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{scheme}://{host}"));
            async { Ok::<_, Infallible>(refusal()) }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), refuse));
    }
}

fn refusal() -> Response {
    let mut response = Response::new(Body::from(Bytes::new()));
    *response.status_mut() = StatusCode::BAD_GATEWAY;
    response
}
