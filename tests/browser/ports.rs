//! Ports of the tests' servers and of the programs that they start.
//!
//! Invariant: each is given out once, and is below those that systems give to outgoing connections. Systems give a free port
//! again and again, and a browser knows for as long as it runs what an origin has told it to keep; and an outgoing
//! connection can take the port of a server that is stopped, or of a program that has yet to listen on it.

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

use tokio::{net::TcpListener, time::sleep};

/// Tests that are run side by side begin at different ones.
static NEXT: LazyLock<AtomicU16> = LazyLock::new(|| {
    let [run, ..] = (process::id() % 8).to_le_bytes();
    AtomicU16::new(12_000 + u16::from(run) * 2_500)
});

/// Listens on a port that nobody has had before.
pub async fn listen(host: Ipv4Addr) -> io::Result<TcpListener> {
    loop {
        match TcpListener::bind((host, NEXT.fetch_add(1, Ordering::Relaxed))).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            outcome => return outcome,
        }
    }
}

/// A port for a program that is about to be started.
pub async fn free() -> io::Result<u16> {
    Ok(listen(Ipv4Addr::LOCALHOST).await?.local_addr()?.port())
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
