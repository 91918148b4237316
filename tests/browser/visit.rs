//! What a sentence is given: an engine's page, a fresh site of its own, and the words to end with.

use std::{fmt::Display, future::Future, pin::Pin};

use crate::{
    console::{EngineLog, Entry},
    content,
    engine::Engine,
    page::Page,
    site::Site,
};

/// Why a sentence ended before its full stop.
pub enum Stop {
    /// The site, or the test, is wrong.
    Failed(String),
    /// This engine cannot show it; the reason is printed beside the sentence.
    Impossible(String),
}

impl<Reason: Display> From<Reason> for Stop {
    fn from(reason: Reason) -> Self {
        Self::Failed(reason.to_string())
    }
}

impl Stop {
    /// Says on which page it was.
    pub fn at(self, address: &str) -> Self {
        match self {
            Self::Failed(reason) => Self::Failed(format!("{address}: {reason}")),
            Self::Impossible(reason) => Self::Impossible(format!("{address}: {reason}")),
        }
    }
}

/// What a sentence, or a step of it, comes to.
pub type Outcome<T = ()> = Result<T, Stop>;

/// One reader's visit. The site has an origin of its own, so nothing cached or stored is left over from another sentence.
pub struct Visit<'session> {
    /// The engine of this trial.
    pub engine: Engine,
    /// The engine's own console.
    pub log: &'session mut EngineLog,
    /// The browser's only tab.
    pub page: Page,
    /// The server under test.
    pub site: Site,
    /// Complaints that belong to the sentence, such as the browser's own word about a request that is made to fail.
    pub expected: fn(&Entry) -> bool,
}

impl Visit<'_> {
    /// Starts over with a site that nothing has been loaded from.
    pub async fn start_over(&mut self) -> Outcome {
        self.site = Site::open(count_me_in::serve::router(&content::dist()?)).await?;
        self.page = Page::new(self.page.client().clone(), self.site.origin());
        Ok(())
    }
}

/// A sentence under way.
pub type Told<'a> = Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// How a sentence wants to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Beside the other engines' sentences.
    Usual,
    /// The same, with scripts switched off.
    ScriptsOff,
    /// With nothing else going on, because it measures time.
    Alone,
}

/// A claim about the site that every engine has to bear out.
#[derive(Clone, Copy)]
pub struct Sentence {
    /// The name of its function, which reads as a sentence.
    pub name: &'static str,
    /// How it wants to be told.
    pub setting: Setting,
    /// The sentence itself.
    pub tell: for<'a> fn(&'a mut Visit<'_>) -> Told<'a>,
}

/// Lists a module's sentences; the functions' names are the sentences.
#[macro_export]
macro_rules! sentences {
    (@in $setting:ident: $($name:ident),+) => {
        /// The sentences of this module.
        pub const SENTENCES: &[$crate::visit::Sentence] = &[
            $($crate::visit::Sentence {
                name: stringify!($name),
                setting: $crate::visit::Setting::$setting,
                tell: |visit| Box::pin($name(visit)),
            }),+
        ];
    };
    (with scripts off: $($name:ident),+ $(,)?) => { $crate::sentences!(@in ScriptsOff: $($name),+); };
    (alone: $($name:ident),+ $(,)?) => { $crate::sentences!(@in Alone: $($name),+); };
    ($($name:ident),+ $(,)?) => { $crate::sentences!(@in Usual: $($name),+); };
}

/// Ends the sentence unless the condition holds.
#[macro_export]
macro_rules! ensure {
    ($condition:expr, $($message:tt)+) => {
        let holds: bool = $condition;
        if !holds {
            return Err($crate::visit::Stop::Failed(format!($($message)+)));
        }
    };
}

/// Ends the sentence unless both sides are equal, and shows both.
#[macro_export]
macro_rules! ensure_eq {
    ($found:expr, $wanted:expr, $($message:tt)+) => {{
        let (found, wanted) = (&$found, &$wanted);
        if found != wanted {
            return Err($crate::visit::Stop::Failed(format!(
                "{}\n  wanted: {wanted:?}\n  found:  {found:?}", format!($($message)+)
            )));
        }
    }};
}
