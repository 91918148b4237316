//! A piece of content on its way: pending, ready or failed, with a second try.
//! Invariant: what is on a shelf is ready in the first render, so pages hydrate without waiting.

use std::sync::Arc;

use leptos::prelude::*;

use super::newsroom::{Newsroom, Shard, use_newsroom};
use crate::{browser::Abort, error::LoadError};

/// The three states of a page's content.
#[derive(Debug, PartialEq, Eq)]
pub enum Load<T> {
    /// On its way.
    Pending,
    /// Here.
    Ready(Arc<T>),
    /// Not to be had, and why.
    Failed(LoadError),
}

// Derived, this would ask for `T: Clone`.
impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Pending => Self::Pending,
            Self::Ready(value) => Self::Ready(Arc::clone(value)),
            Self::Failed(error) => Self::Failed(*error),
        }
    }
}

impl<T> Load<T> {
    /// Whether the reader has the answer, good or bad.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !matches!(self, Self::Pending)
    }
}

/// Content on its way; leaving the page aborts the request.
pub struct Loader<T: Send + Sync + 'static> {
    state: RwSignal<Load<T>>,
    attempt: RwSignal<u32>,
}

// Derived, these would ask for `T: Copy`.
impl<T: Send + Sync + 'static> Copy for Loader<T> {}

impl<T: Send + Sync + 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Loader<T> {
    /// Where it stands; tracks.
    #[must_use]
    pub fn state(self) -> Load<T> {
        self.state.get()
    }

    /// Asks once more.
    pub fn try_again(self) {
        self.state.set(Load::Pending);
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// Takes content off its shelf, or sends for it.
pub fn load<S>(key: S::Key) -> Loader<S>
where
    S: Shard + Send + Sync + 'static,
{
    let newsroom = use_newsroom();
    let state = RwSignal::new(match newsroom.find(&key) {
        Some(shard) => Load::Ready(shard),
        None => Load::Pending,
    });
    let attempt = RwSignal::new(0);
    // Effects run in the browser only: a page that is written natively has all its data on the shelf.
    Effect::new(move |_| {
        let is_retry = attempt.get() > 0;
        if !state.with_untracked(Load::is_settled) {
            let abort = Abort::new();
            on_cleanup({
                let abort = abort.clone();
                move || abort.now()
            });
            request(newsroom, key.clone(), state, abort, is_retry);
        }
    });
    Loader { state, attempt }
}

#[cfg(target_arch = "wasm32")]
fn request<S>(newsroom: Newsroom, key: S::Key, state: RwSignal<Load<S>>, abort: Abort, is_retry: bool)
where
    S: Shard + Send + Sync + 'static,
{
    leptos::task::spawn_local(async move {
        match super::remote::get::<S>(&S::address(&key), &abort, is_retry).await {
            Ok(shard) => {
                let shard = Arc::new(shard);
                newsroom.keep(key, Arc::clone(&shard));
                state.try_set(Load::Ready(shard));
            }
            Err(error) => {
                state.try_set(Load::Failed(error));
            }
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn request<S>(_: Newsroom, _: S::Key, _: RwSignal<Load<S>>, _: Abort, _: bool)
where
    S: Shard + Send + Sync + 'static,
{
}
