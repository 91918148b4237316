//! A way to end a request early, that remembers why.

#[cfg(target_arch = "wasm32")]
mod platform {
    use std::{cell::Cell, rc::Rc};

    use send_wrapper::SendWrapper;
    use web_sys::{AbortController, AbortSignal};

    /// Ends a request, because nobody waits for it or because it is silent.
    #[derive(Clone)]
    pub struct Abort(SendWrapper<Rc<Inner>>);

    struct Inner {
        controller: Option<AbortController>,
        for_silence: Cell<bool>,
    }

    impl Abort {
        /// A way to end one request.
        #[must_use]
        pub fn new() -> Self {
            Self(SendWrapper::new(Rc::new(Inner {
                // Only a browser without AbortController fails here; there, requests run to their end.
                controller: AbortController::new().ok(),
                for_silence: Cell::new(false),
            })))
        }

        /// Ends the request: nobody waits for it any more.
        pub fn now(&self) {
            if let Some(controller) = &self.0.controller {
                controller.abort();
            }
        }

        /// Ends the request: it has been silent for too long.
        pub fn for_silence(&self) {
            self.0.for_silence.set(true);
            self.now();
        }

        /// Whether silence was the reason.
        #[must_use]
        pub fn was_for_silence(&self) -> bool {
            self.0.for_silence.get()
        }

        /// What the request listens to.
        #[must_use]
        pub fn signal(&self) -> Option<AbortSignal> {
            self.0.controller.as_ref().map(AbortController::signal)
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    /// Ends a request; natively there is none.
    #[derive(Clone)]
    pub struct Abort;

    impl Abort {
        /// A way to end nothing.
        #[must_use]
        pub fn new() -> Self {
            Self
        }

        /// Does nothing.
        pub fn now(&self) {}
    }
}

pub use platform::Abort;

impl Default for Abort {
    fn default() -> Self {
        Self::new()
    }
}
