//! The table of what leaving does: what the tests see is held against what is kept, or kept anew.
//! Invariant: `/safety/` says nothing that was not seen with the code that it names.

use std::{
    env, fs,
    path::Path,
    process::Command,
    sync::{Mutex, PoisonError},
};

use count_me_in::{
    model::{Finding, Leaving, Seen, Situation},
    prerender,
};

use crate::{
    engine::Engine,
    ensure,
    visit::{Outcome, Stop, Visit},
};

/// Where the table is kept.
const FILE: &str = "measured/leaving.json";

/// How it is made anew.
const REMEDY: &str = "if that is right, run `REMEASURE=1 cargo test --test browser -- leaving`";

/// The engines write one file.
static WRITING: Mutex<()> = Mutex::new(());

/// Holds what was seen against the table, or writes it there when it is made anew.
pub fn enter(visit: &Visit<'_>, situation: Situation, seen: Option<Seen>) -> Outcome {
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let mut table: Leaving = serde_json::from_slice(&fs::read(&file)?)?;
    let code = prerender::exit_hash().map_err(|failure| failure.to_string())?;
    let finding = Finding { situation, browser: browser(visit)?, seen };
    let name = name(visit.engine);
    let is_of_this = |kept: &Finding| kept.situation == situation && kept.browser.starts_with(name);
    if env::var_os("REMEASURE").is_none() {
        ensure!(table.code == code, "{FILE} is about other code of the exit: {REMEDY}");
        let kept = table.findings.iter().find(|kept| is_of_this(kept));
        ensure!(
            kept.is_some_and(|kept| kept.seen == seen),
            "{FILE} does not have what was seen; {REMEDY}\n  kept: {kept:?}\n  seen: {finding:?}"
        );
        return Ok(());
    }
    let today = today()?;
    if table.code != code || table.tested != today {
        // What other code did is of no use any more, and the table has one day for all that it says.
        table.findings.clear();
        table.code = code;
        table.tested = today;
    }
    table.findings.retain(|kept| !is_of_this(kept));
    table.findings.push(finding);
    table
        .findings
        .sort_by(|one, other| (one.situation, &one.browser).cmp(&(other.situation, &other.browser)));
    // At once and whole, because builds of other sentences read it meanwhile.
    let new = file.with_extension("new");
    fs::write(&new, serde_json::to_string_pretty(&table)? + "\n")?;
    Ok(fs::rename(&new, &file)?)
}

fn today() -> Outcome<count_me_in::model::Edtf> {
    let date = Command::new("date").args(["-u", "+%F"]).output()?;
    String::from_utf8_lossy(&date.stdout).trim().parse().map_err(|_| Stop::Failed("no date".into()))
}

const fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Chromium => "Chromium",
        Engine::Firefox => "Firefox",
        Engine::WebKit => "WebKit",
    }
}

/// The name and version by which the table calls the browser.
fn browser(visit: &Visit<'_>) -> Outcome<String> {
    let capabilities = visit.page.client().capabilities();
    let version = capabilities
        .and_then(|capabilities| capabilities.get("browserVersion"))
        .and_then(|version| version.as_str())
        .ok_or_else(|| Stop::Failed("the browser does not say its version".into()))?;
    // WebKit's minor number counts its half-years.
    let numbers = if visit.engine == Engine::WebKit { 2 } else { 1 };
    let version: Vec<&str> = version.split('.').take(numbers).collect();
    Ok(format!("{} {}", name(visit.engine), version.join(".")))
}
