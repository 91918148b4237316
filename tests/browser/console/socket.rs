//! A WebSocket to an engine, read all the time so that the engine never waits for the tests.

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::{
    net::TcpStream,
    sync::mpsc::{self, UnboundedReceiver},
};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

/// What an engine's message amounts to: something to pass on, something to answer, both or neither.
pub struct Heard<T> {
    pub news: Option<T>,
    pub answer: Option<Value>,
}

/// A connection to an engine.
pub struct Socket<T> {
    news: UnboundedReceiver<T>,
}

impl<T: Send + 'static> Socket<T> {
    /// Connects, says the greeting, and passes on what the engine says, in order.
    pub async fn open(
        address: &str,
        greeting: Option<Value>,
        understand: fn(&Value) -> Heard<T>,
    ) -> Result<Self, String> {
        let (mut stream, _) =
            connect_async(address).await.map_err(|reason| format!("{address}: {reason}"))?;
        if let Some(greeting) = greeting {
            say(&mut stream, &greeting).await.ok_or_else(|| format!("{address} takes no greeting"))?;
        }
        let (sender, news) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Some(Ok(message)) = stream.next().await {
                let Ok(message) = serde_json::from_slice(&message.into_data()) else {
                    continue;
                };
                let heard = understand(&message);
                let passed_on = heard.news.is_none_or(|news| sender.send(news).is_ok());
                let answered = match heard.answer {
                    Some(answer) => say(&mut stream, &answer).await.is_some(),
                    None => true,
                };
                if !(passed_on && answered) {
                    break;
                }
            }
        });
        Ok(Self { news })
    }

    /// What has arrived since the last call.
    pub fn news(&mut self) -> Vec<T> {
        std::iter::from_fn(|| self.news.try_recv().ok()).collect()
    }
}

async fn say(stream: &mut WebSocketStream<MaybeTlsStream<TcpStream>>, message: &Value) -> Option<()> {
    stream.send(Message::text(message.to_string())).await.ok()
}
