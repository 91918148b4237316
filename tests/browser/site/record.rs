//! The record of what browsers asked of the server, and what became of it.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    extract::Request,
    http::{StatusCode, header},
};

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// No answer yet.
    Open,
    /// Answered with this status.
    Answered(StatusCode),
    /// The browser closed the connection before there was an answer.
    GivenUp,
}

/// A request.
#[derive(Clone, Debug)]
pub struct Asked {
    pub path: String,
    /// What stands after the path.
    pub query: Option<String>,
    /// The page that the browser names as the one that asks.
    pub referer: Option<String>,
    /// Whether it is for a document to show.
    pub is_for_a_page: bool,
    pub fate: Fate,
}

/// Whether a request is for a document to show; no engine accepts HTML first for anything else.
pub fn is_for_a_page(request: &Request) -> bool {
    request.headers().get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"text/html"))
}

/// All requests, in the order in which they came.
#[derive(Default)]
pub struct Record(Arc<Mutex<Vec<Asked>>>);

impl Record {
    /// Notes a request as open.
    pub fn note(&self, request: &Request) -> Note {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push(Asked {
            path: request.uri().path().to_owned(),
            query: request.uri().query().map(str::to_owned),
            referer: request
                .headers()
                .get(header::REFERER)
                .map(|name| String::from_utf8_lossy(name.as_bytes()).into()),
            is_for_a_page: is_for_a_page(request),
            fate: Fate::Open,
        });
        Note { record: Arc::clone(&self.0), index: asked.len() - 1 }
    }

    /// A copy of the record as it stands.
    pub fn asked(&self) -> Vec<Asked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A request under way. The server drops it when the browser goes away, and so it learns of that.
pub struct Note {
    record: Arc<Mutex<Vec<Asked>>>,
    index: usize,
}

impl Note {
    /// Notes the answer.
    pub fn answered(self, status: StatusCode) {
        self.becomes(Fate::Answered(status));
    }

    fn becomes(&self, fate: Fate) {
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(asked) = record.get_mut(self.index) {
            asked.fate = fate;
        }
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        let open = {
            let record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
            record.get(self.index).is_some_and(|asked| asked.fate == Fate::Open)
        };
        if open {
            self.becomes(Fate::GivenUp);
        }
    }
}
