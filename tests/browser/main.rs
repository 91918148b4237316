//! Drives the finished site in real Chromium, Firefox and WebKit: every engine hears every sentence.
//!
//! The engines work side by side; the sentences of one engine run one after the other in one browser session.

mod console;
mod content;
mod edition;
mod engine;
#[path = "../giving/examples.rs"]
mod examples;
mod leaving;
mod page;
mod partner;
mod pauses;
mod ports;
mod screen;
mod sentences;
#[path = "../common/shell.rs"]
mod shell;
mod site;
#[path = "../giving/spellings.rs"]
mod spellings;
mod stage;
mod visit;
mod wordpress;

use std::{process::ExitCode, sync::Arc};

use engine::{Engine, process};
use libtest_mimic::{Arguments, Trial};
use stage::Stage;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(reason) => {
            eprintln!("The browser tests cannot start: {reason}");
            return ExitCode::FAILURE;
        }
    };
    runtime.spawn(process::end_all_on_interrupt());

    let floor = Arc::default();
    let stages =
        Engine::ALL.map(|engine| Arc::new(Stage::new(engine, runtime.handle().clone(), Arc::clone(&floor))));
    let sentences = sentences::all();
    let trials: Vec<Trial> =
        sentences.iter().flat_map(|sentence| stages.iter().map(|stage| stage.trial(*sentence))).collect();
    // A trial that waits for its engine holds a thread and nothing else; with one for each, no engine waits for another.
    arguments.test_threads = Some(arguments.test_threads.unwrap_or(trials.len()));

    let conclusion = libtest_mimic::run(&arguments, trials);
    for stage in &stages {
        runtime.block_on(stage.close());
    }
    process::end_all();
    conclusion.exit_code()
}
