//! Child processes that do not outlive the tests: each leads a group of its own, which ends as a whole.

use std::{
    collections::BTreeSet,
    env,
    error::Error,
    fs::File,
    io,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Mutex, PoisonError},
};

use axum::body::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use tokio::signal::unix::{SignalKind, signal};

use super::NotOpened;

static GROUPS: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

/// A running program and everything that it starts.
pub struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts the program; what it writes goes to a log of that name.
    pub fn start(command: &mut Command, log: &str) -> io::Result<Self> {
        let log = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{log}.log"));
        let out = File::create(&log)?;
        command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out);
        Self::spawn(command, log)
    }

    /// Starts a program whose first words are read by the test.
    pub fn start_and_read(command: &mut Command, log: &str) -> io::Result<(Self, Option<ChildStdout>)> {
        let log = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{log}.log"));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(File::create(&log)?);
        let mut process = Self::spawn(command, log)?;
        let stdout = process.child.stdout.take();
        Ok((process, stdout))
    }

    fn spawn(command: &mut Command, log: PathBuf) -> io::Result<Self> {
        let child = command.process_group(0).spawn()?;
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).insert(child.id());
        Ok(Self { child, log })
    }

    /// The process id, which is the group's too.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Where its output went.
    pub fn log(&self) -> &Path {
        &self.log
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        end(self.id());
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id());
        // The group has been ended; this only tells the system that nobody asks for its exit code.
        let _ = self.child.wait();
    }
}

/// Ends every group that still runs.
pub fn end_all() {
    for group in &*GROUPS.lock().unwrap_or_else(PoisonError::into_inner) {
        end(*group);
    }
}

/// Ends every group when the tests are interrupted, since groups of their own do not hear Ctrl-C.
pub async fn end_all_on_interrupt() {
    let (Ok(mut interrupted), Ok(mut terminated)) =
        (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return;
    };
    tokio::select! {
        _ = interrupted.recv() => {}
        _ = terminated.recv() => {}
    }
    end_all();
    std::process::exit(130);
}

/// The standard library can end a process but not a group; the shell's own `kill` is on every machine.
fn end(group: u32) {
    let command = format!("kill -s KILL -- -{group}");
    let _ = Command::new("sh").args(["-c", &command]).stderr(Stdio::null()).status();
}

/// The first of these programs that is on the PATH or among the tools that `bin/setup` installed.
pub fn find(names: &[&str], advice: &str) -> Result<PathBuf, NotOpened> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).chain(tool_folders()).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|program| program.is_file())
        .ok_or_else(|| NotOpened::Missing(format!("{} is not installed: {advice}", names.join(" or "))))
}

fn tool_folders() -> Vec<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cache")));
    let Some(tools) = cache.and_then(|cache| cache.join("count-me-in/tools").read_dir().ok()) else {
        return Vec::new();
    };
    tools.flatten().map(|tool| tool.path().join("bin")).collect()
}

/// What a local server answers to a GET.
pub async fn answer(port: u16, path: &str) -> Result<String, Box<dyn Error + Send + Sync>> {
    let client = Client::builder(TokioExecutor::new()).build_http::<Empty<Bytes>>();
    let answer = client.get(format!("http://127.0.0.1:{port}{path}").parse()?).await?;
    let body = answer.into_body().collect().await?.to_bytes();
    Ok(String::from_utf8_lossy(&body).into_owned())
}
