//! The finished site, made from Trunk's output, the content and the app itself.
//! Invariant: the whole output is a map from file name to bytes before the first byte is written.

mod head;
mod page;
mod policy;
mod report;
mod shell;
mod style;

use std::{
    collections::BTreeMap,
    env, fmt, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    content::{PageData, Payload},
    editorial::{self, Problem},
    routes::{self, Route},
    serve,
};
use shell::Shell;

/// What a build writes: names relative to the site's root, and bytes.
type Files = BTreeMap<String, Vec<u8>>;

/// The port of `bin/serve`.
const PORT: u16 = 8080;

/// Runs the command of the command line: `prerender`, `schemas` or `serve`.
#[must_use]
pub fn command_line() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let command = env::args().nth(1);
    let outcome = match command.as_deref() {
        Some("prerender") => hook(root),
        Some("schemas") => write_schemas(&root.join("content")).map_err(Failure::from),
        Some("serve") => serve::run(&root.join("dist"), PORT).map_err(Failure::from),
        _ => Err(Failure::Usage),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Why a build has failed.
#[derive(Debug)]
pub enum Failure {
    /// The content is wrong.
    Content(Vec<Problem>),
    /// A budget is exceeded.
    Budget(String),
    /// The style does not compile.
    Style(String),
    /// Trunk's page is not what [`Shell`] expects.
    Shell(String),
    /// A file could not be read or written.
    Io(io::Error),
    /// The command is none of ours.
    Usage,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(problems) => {
                writeln!(formatter, "The content has {} problem(s):", problems.len())?;
                problems.iter().try_for_each(|problem| writeln!(formatter, "  {problem}"))
            }
            Self::Budget(text) | Self::Style(text) | Self::Shell(text) => formatter.write_str(text),
            Self::Io(error) => write!(formatter, "{error}"),
            Self::Usage => formatter.write_str("Usage: count-me-in prerender | schemas | serve"),
        }
    }
}

/// Trunk's `post_build` hook: finishes the site in the folder that Trunk names.
fn hook(root: &Path) -> Result<(), Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(Failure::Usage)?;
    let build = Build {
        content: &root.join("content"),
        style: &root.join("style/main.css"),
        staging: &staging,
        is_release: env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release"),
    };
    let pages = build.finish()?;
    println!("{pages} pages are finished.");
    Ok(())
}

/// What a site is made from.
pub struct Build<'a> {
    /// The folder of the editor's files.
    pub content: &'a Path,
    /// The style sheet that imports all others.
    pub style: &'a Path,
    /// The folder that Trunk has filled, and that becomes the site.
    pub staging: &'a Path,
    /// Whether files are compressed and weighed.
    pub is_release: bool,
}

impl Build<'_> {
    /// Finishes the site and returns the number of its pages.
    ///
    /// # Errors
    ///
    /// When the content or the style is wrong, a budget is exceeded, or a file cannot be read or written.
    pub fn finish(&self) -> Result<usize, Failure> {
        let library = editorial::read(self.content).map_err(Failure::Content)?;
        let shell = Shell::read(self.staging, style::bundle(self.style)?)?;
        let pages = library.pages();
        let count = pages.len();
        let mut files = site(pages, &shell);
        if self.is_release {
            files.extend(report::compress_and_report(&files, &shell.style)?);
        }
        shell.remove_originals(self.staging)?;
        for (name, bytes) in &files {
            let path = self.staging.join(name);
            fs::create_dir_all(path.parent().unwrap_or(self.staging))?;
            fs::write(path, bytes)?;
        }
        Ok(count)
    }
}

/// Every file of the site.
#[must_use]
fn site(pages: Vec<PageData>, shell: &Shell) -> Files {
    let mut files = shell.assets();
    for data in pages {
        if let Some((name, json)) = shard(&data) {
            files.insert(name, json);
        }
        let file = Route::parse(&data.address).file();
        files.insert(file, page::html(shell, data).into_bytes());
    }
    files
}

/// The data of a page as a file of its own, for readers who come by a link inside the app.
fn shard(data: &PageData) -> Option<(String, Vec<u8>)> {
    let (address, json) = match (Route::parse(&data.address), &data.payload) {
        (Route::Feed(key), Payload::Feed(feed)) => (routes::feed_data(&key), serde_json::to_vec(feed)),
        (Route::Article(slug), Payload::Article(article)) => {
            (routes::article_data(&slug), serde_json::to_vec(article))
        }
        _ => return None,
    };
    Some((address.trim_start_matches('/').to_owned(), json.ok()?))
}

/// Writes the JSON schemas for editors.
fn write_schemas(content: &Path) -> io::Result<()> {
    for (name, text) in editorial::schemas().files() {
        fs::write(content.join(name), text)?;
    }
    Ok(())
}
