//! What a sentence is given: an engine's page, a fresh site of its own, and the words to end with.

use std::{fmt::Display, future::Future, mem, panic::Location, pin::Pin};

use crate::{
    console::{EngineLog, Entry},
    content,
    engine::{Engine, Kind, proxy::Proxy},
    page::Page,
    site::{Site, WEATHER},
};

/// Why a sentence ended before its full stop.
pub enum Stop {
    /// The site, or the test, is wrong.
    Failed(String),
    /// This engine cannot show it; the reason is printed beside the sentence.
    Impossible(String),
}

impl<Reason: Display> From<Reason> for Stop {
    /// With the line that could not go on: the reasons of some drivers have no words.
    #[track_caller]
    fn from(reason: Reason) -> Self {
        Self::Failed(format!("{reason} ({})", Location::caller()))
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
    /// What the browser reaches every host by that is not this machine.
    pub proxy: &'session Proxy,
    /// The browser's only tab.
    pub page: Page,
    /// The server under test.
    pub site: Site,
    /// Those from before starting over. They stay: the last page of one may still ask for its worker, and would complain.
    pub former: Vec<Site>,
    /// Somebody else's server.
    pub elsewhere: Site,
    /// Complaints that belong to the sentence, such as the browser's own word about a request that is made to fail.
    pub expected: fn(&Entry) -> bool,
}

impl Visit<'_> {
    /// Starts over with a site that nothing has been loaded from.
    pub async fn start_over(&mut self) -> Outcome {
        let site = open_site(&self.elsewhere).await?;
        self.former.push(mem::replace(&mut self.site, site));
        self.page = Page::new(self.page.client().clone(), self.site.origin());
        Ok(())
    }
}

/// The finished build, on a server that nothing has been loaded from; its exit leads to the other server.
pub async fn open_site(elsewhere: &Site) -> Outcome<Site> {
    let site = Site::open(count_me_in::serve::router(&content::dist()?)).await?;
    site.lead_the_exit_to(format!("{}{WEATHER}", elsewhere.origin()));
    Ok(site)
}

/// A sentence under way.
pub type Told<'a> = Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// A claim about the site that every engine has to bear out.
#[derive(Clone, Copy)]
pub struct Sentence {
    /// The name of its function, which reads as a sentence.
    pub name: &'static str,
    /// The session in which it is told.
    pub kind: Kind,
    /// Whether nothing else may go on, because it measures time.
    pub is_alone: bool,
    /// The sentence itself.
    pub tell: for<'a> fn(&'a mut Visit<'_>) -> Told<'a>,
}

/// Lists a module's sentences; the functions' names are the sentences.
#[macro_export]
macro_rules! sentences {
    (@in $kind:ident, $is_alone:literal: $($name:ident),+) => {
        /// The sentences of this module.
        pub const SENTENCES: &[$crate::visit::Sentence] = &[
            $($crate::visit::Sentence {
                name: stringify!($name),
                kind: $crate::engine::Kind::$kind,
                is_alone: $is_alone,
                tell: |visit| Box::pin($name(visit)),
            }),+
        ];
    };
    (with scripts off: $($name:ident),+ $(,)?) => { $crate::sentences!(@in ScriptsOff, false: $($name),+); };
    (without waiting: $($name:ident),+ $(,)?) => { $crate::sentences!(@in Impatient, false: $($name),+); };
    (in an app window: $($name:ident),+ $(,)?) => { $crate::sentences!(@in AppWindow, false: $($name),+); };
    (on a full device: $($name:ident),+ $(,)?) => { $crate::sentences!(@in FullDevice, false: $($name),+); };
    (alone: $($name:ident),+ $(,)?) => { $crate::sentences!(@in Tab, true: $($name),+); };
    ($($name:ident),+ $(,)?) => { $crate::sentences!(@in Tab, false: $($name),+); };
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
