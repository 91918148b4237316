//! An engine's stage: its sessions, opened when first needed, and the rule that one sentence at a time is told on it.

use std::{
    collections::{HashMap, hash_map::Entry},
    env,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use libtest_mimic::{Completion, Failed, Trial};
use tokio::{
    runtime::Handle,
    sync::{Mutex, RwLock},
    time::timeout,
};

use crate::{
    console, content,
    engine::{Engine, NotOpened, Scripts, Session},
    page::Page,
    site::Site,
    visit::{Outcome, Sentence, Setting, Stop, Visit},
};

/// A sentence that has not come to an end by then hangs.
const LONGEST: Duration = Duration::from_secs(120);

/// One engine with the sessions it has open.
pub struct Stage {
    engine: Engine,
    runtime: Handle,
    /// Shared by all stages: many can tell at once, or one alone.
    floor: Arc<RwLock<()>>,
    sessions: Mutex<HashMap<Scripts, Result<Session, NotOpened>>>,
}

impl Stage {
    /// A stage on which nothing runs yet.
    pub fn new(engine: Engine, runtime: Handle, floor: Arc<RwLock<()>>) -> Self {
        Self { engine, runtime, floor, sessions: Mutex::default() }
    }

    /// The sentence as a test of this engine, such as `chromium: the skip link comes first`.
    pub fn trial(self: &Arc<Self>, sentence: Sentence) -> Trial {
        let stage = Arc::clone(self);
        let name = format!("{}: {}", self.engine, sentence.name.replace('_', " "));
        Trial::ignorable_test(name, move || {
            let runtime = stage.runtime.clone();
            runtime.block_on(stage.tell(sentence))
        })
    }

    /// Ends the sessions as the browsers would like it.
    pub async fn close(&self) {
        for (_, session) in self.sessions.lock().await.drain() {
            if let Ok(session) = session {
                session.close().await;
            }
        }
    }

    async fn tell(&self, sentence: Sentence) -> Result<Completion, Failed> {
        let scripts = if sentence.setting == Setting::ScriptsOff { Scripts::Off } else { Scripts::On };
        let mut sessions = self.sessions.lock().await;
        let session = match sessions.entry(scripts) {
            Entry::Occupied(session) => session.into_mut(),
            Entry::Vacant(place) => place.insert(self.start(scripts).await),
        };
        let session = match session {
            Ok(session) => session,
            Err(NotOpened::Missing(advice)) if env::var_os("CI").is_none_or(|ci| ci != "true") => {
                return Ok(Completion::ignored_with(advice));
            }
            Err(reason) => return Err(reason.into()),
        };
        let told = if sentence.setting == Setting::Alone {
            let _alone = self.floor.write().await;
            timeout(LONGEST, self.visit(session, sentence)).await
        } else {
            let _together = self.floor.read().await;
            timeout(LONGEST, self.visit(session, sentence)).await
        };
        match told {
            Ok(Ok(())) => Ok(Completion::Completed),
            Ok(Err(Stop::Impossible(reason))) => Ok(Completion::ignored_with(reason)),
            Ok(Err(Stop::Failed(reason))) => {
                let picture = self.picture_of(session, sentence).await;
                Err(format!("{reason}\n  picture: {picture}").into())
            }
            Err(_) => {
                // A browser that hangs would fail every sentence after this one, too.
                sessions.remove(&scripts);
                Err(format!("not told to its end in {} s; the browser was ended", LONGEST.as_secs()).into())
            }
        }
    }

    async fn start(&self, scripts: Scripts) -> Result<Session, NotOpened> {
        let _together = self.floor.read().await;
        let started = Instant::now();
        let session = self.engine.open(scripts).await?;
        eprintln!("{} is ready, {scripts} ({:.1} s)", self.engine, started.elapsed().as_secs_f32());
        Ok(session)
    }

    async fn visit(&self, session: &mut Session, sentence: Sentence) -> Outcome {
        let site = Site::open(count_me_in::serve::router(&content::dist()?)).await?;
        let page = Page::new(session.client.clone(), site.origin());
        // What the page before still had to say belongs to the sentence before.
        page.leave().await?;
        session.log.since_last(&session.client).await?;
        let mut visit = Visit { engine: self.engine, log: &mut session.log, page, site, expected: |_| false };
        (sentence.tell)(&mut visit).await?;
        console::ensure_quiet(&mut visit).await
    }

    async fn picture_of(&self, session: &Session, sentence: Sentence) -> String {
        let file =
            PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{}.png", self.engine, sentence.name));
        let picture = timeout(Duration::from_secs(10), session.client.screenshot()).await;
        let saved = match picture {
            Ok(Ok(picture)) => std::fs::write(&file, picture).map_err(|reason| reason.to_string()),
            Ok(Err(reason)) => Err(reason.to_string()),
            Err(_) => Err("the browser does not answer".into()),
        };
        match saved {
            Ok(()) => file.display().to_string(),
            Err(reason) => format!("none, because {reason}"),
        }
    }
}
