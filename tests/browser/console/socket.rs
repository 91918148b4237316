//! A WebSocket to an engine's console, read all the time so that the engine never waits for the tests.

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::{
    net::TcpStream,
    sync::mpsc::{self, UnboundedReceiver},
};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

use super::Entry;

/// What an engine's message amounts to.
pub enum Heard {
    /// A message on the console.
    Entry(Entry),
    /// Something to be answered.
    Question { answer: Value },
    /// Nothing of interest.
    Other,
}

/// A connection to an engine's console.
pub struct Socket {
    entries: UnboundedReceiver<Entry>,
}

impl Socket {
    /// Connects, says the greeting, and passes on what the engine says, in order.
    pub async fn open(
        address: &str,
        greeting: Option<Value>,
        understand: fn(&Value) -> Heard,
    ) -> Result<Self, String> {
        let (mut stream, _) =
            connect_async(address).await.map_err(|reason| format!("{address}: {reason}"))?;
        if let Some(greeting) = greeting {
            say(&mut stream, &greeting).await.ok_or_else(|| format!("{address} takes no greeting"))?;
        }
        let (sender, entries) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Some(Ok(message)) = stream.next().await {
                let Ok(message) = serde_json::from_slice(&message.into_data()) else {
                    continue;
                };
                let goes_on = match understand(&message) {
                    Heard::Entry(entry) => sender.send(entry).ok(),
                    Heard::Question { answer } => say(&mut stream, &answer).await,
                    Heard::Other => Some(()),
                };
                if goes_on.is_none() {
                    break;
                }
            }
        });
        Ok(Self { entries })
    }

    /// What has arrived since the last call.
    pub fn entries(&mut self) -> Vec<Entry> {
        std::iter::from_fn(|| self.entries.try_recv().ok()).collect()
    }
}

async fn say(stream: &mut WebSocketStream<MaybeTlsStream<TcpStream>>, message: &Value) -> Option<()> {
    stream.send(Message::text(message.to_string())).await.ok()
}
