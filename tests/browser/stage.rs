//! An engine's stage: its sessions, opened when first needed, and the rule that one sentence at a time is told on it.

use std::{
    cmp::Reverse,
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
    time::{error::Elapsed, timeout},
};

use crate::{
    console,
    engine::{Engine, Kind, NotOpened, Session},
    page::Page,
    site::Site,
    visit::{self, Outcome, Sentence, Stop, Visit},
};

/// A sentence that has not come to an end by then hangs.
const LONGEST: Duration = Duration::from_secs(300);

/// How many of the sentences that took longest are named in the end.
const LONGEST_NAMED: usize = 12;

/// One engine with the sessions it has open.
pub struct Stage {
    engine: Engine,
    runtime: Handle,
    /// Shared by all stages: many can tell at once, or one alone.
    floor: Arc<RwLock<()>>,
    sessions: Mutex<HashMap<Kind, Result<Session, NotOpened>>>,
    /// How long each sentence took.
    times: Mutex<Vec<(Duration, &'static str)>>,
}

impl Stage {
    /// A stage on which nothing runs yet.
    pub fn new(engine: Engine, runtime: Handle, floor: Arc<RwLock<()>>) -> Self {
        Self { engine, runtime, floor, sessions: Mutex::default(), times: Mutex::default() }
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

    /// Says how long it all took, and which sentences took longest; ends the sessions as the browsers would like it.
    pub async fn close(&self) {
        let mut times = self.times.lock().await;
        times.sort_unstable_by_key(|(time, _)| Reverse(*time));
        let longest: String = times
            .iter()
            .take(LONGEST_NAMED)
            .map(|(time, name)| format!("\n  {:5.1} s  {}", time.as_secs_f32(), name.replace('_', " ")))
            .collect();
        let all: Duration = times.iter().map(|(time, _)| *time).sum();
        eprintln!(
            "{} has told {} sentences in {:.0} s; the longest:{longest}",
            self.engine,
            times.len(),
            all.as_secs_f32()
        );
        for (_, session) in self.sessions.lock().await.drain() {
            if let Ok(session) = session {
                session.close().await;
            }
        }
    }

    async fn tell(&self, sentence: Sentence) -> Result<Completion, Failed> {
        let kind = sentence.kind;
        let mut sessions = self.sessions.lock().await;
        let session = match sessions.entry(kind) {
            Entry::Occupied(session) => session.into_mut(),
            Entry::Vacant(place) => place.insert(self.start(kind).await),
        };
        let session = match session {
            Ok(session) => session,
            Err(NotOpened::Missing(advice)) if env::var_os("CI").is_none_or(|ci| ci != "true") => {
                return Ok(Completion::ignored_with(advice));
            }
            Err(NotOpened::Impossible(reason)) => return Ok(Completion::ignored_with(reason.clone())),
            Err(reason) => return Err(reason.into()),
        };
        let told = if sentence.is_alone {
            let _alone = self.floor.write().await;
            self.time(session, sentence).await
        } else {
            let _together = self.floor.read().await;
            self.time(session, sentence).await
        };
        match told {
            Ok(Ok(())) => Ok(Completion::Completed),
            Ok(Err(Stop::Impossible(reason))) => Ok(Completion::ignored_with(reason)),
            Ok(Err(Stop::Failed(reason))) => {
                match self.picture_of(session, sentence).await {
                    Ok(picture) => Err(format!("{reason}\n  picture: {picture}").into()),
                    Err(no_picture) => {
                        // A browser that has no picture to give is gone, and would fail every sentence after this one.
                        sessions.remove(&kind);
                        Err(format!("{reason}\n  no picture: {no_picture}; the browser was ended").into())
                    }
                }
            }
            Err(_) => {
                // A browser that hangs would fail every sentence after this one, too.
                sessions.remove(&kind);
                Err(format!("not told to its end in {} s; the browser was ended", LONGEST.as_secs()).into())
            }
        }
    }

    async fn start(&self, kind: Kind) -> Result<Session, NotOpened> {
        let _together = self.floor.read().await;
        let started = Instant::now();
        let session = self.engine.open(kind).await?;
        eprintln!("{} is ready, {kind} ({:.1} s)", self.engine, started.elapsed().as_secs_f32());
        Ok(session)
    }

    async fn time(&self, session: &mut Session, sentence: Sentence) -> Result<Outcome, Elapsed> {
        let started = Instant::now();
        let told = timeout(LONGEST, self.visit(session, sentence)).await;
        self.times.lock().await.push((started.elapsed(), sentence.name));
        told
    }

    async fn visit(&self, session: &mut Session, sentence: Sentence) -> Outcome {
        let elsewhere = Site::open_elsewhere().await?;
        let site = visit::open_site(&elsewhere).await?;
        let page = Page::new(session.client.clone(), site.origin());
        // What the page before still had to say belongs to the sentence before.
        page.leave().await?;
        session.log.since_last(&session.client).await?;
        let mut visit = Visit {
            engine: self.engine,
            log: &mut session.log,
            proxy: &session.proxy,
            page,
            site,
            former: Vec::new(),
            elsewhere,
            expected: |_| false,
        };
        (sentence.tell)(&mut visit).await?;
        console::ensure_quiet(&mut visit).await
    }

    async fn picture_of(&self, session: &Session, sentence: Sentence) -> Result<String, String> {
        let file =
            PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{}.png", self.engine, sentence.name));
        let picture = timeout(Duration::from_secs(10), session.client.screenshot())
            .await
            .map_err(|_| "the browser does not answer".to_owned())?
            .map_err(|reason| reason.to_string())?;
        std::fs::write(&file, picture).map_err(|reason| reason.to_string())?;
        Ok(file.display().to_string())
    }
}
