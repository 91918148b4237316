//! The editor's files: read, checked whole, and cut into what the pages need.
//! Invariant: one run reports every problem of every file; nothing wrong is ever published.

mod check;
mod files;
mod giving;
mod library;
mod problem;
mod schema;

use std::{collections::BTreeMap, fs, path::Path};

use serde::de::DeserializeOwned;
use serde_json::Value;

use files::{NewsFile, OrganisationFile, TopicsFile};
use giving::GivingFile;
pub use library::Library;
pub use problem::Problem;
pub use schema::{Schema, schemas};

use crate::model::Giving;

/// The files as they were read, each with its path for messages.
struct Files {
    news: BTreeMap<String, NewsFile>,
    topics: TopicsFile,
    organisation: OrganisationFile,
    giving: Giving,
}

/// Reads and checks everything in the content folder.
///
/// # Errors
///
/// All problems of all files, in the order of the files.
pub fn read(folder: &Path) -> Result<Library, Vec<Problem>> {
    let mut problems = Vec::new();
    let schemas = schemas();
    let mut news = BTreeMap::new();
    let mut names = Vec::new();
    match fs::read_dir(folder.join("news")) {
        Ok(entries) => {
            names.extend(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()));
        }
        Err(error) => problems.push(Problem::of_file("news", &error.to_string(), "add the folder `news`")),
    }
    names.retain(|name| name.ends_with(".json"));
    names.sort();
    for name in &names {
        let path = format!("news/{name}");
        if let Some(file) = read_file(folder, &path, &schemas.news, &mut problems) {
            news.insert(path, file);
        }
    }
    let topics = read_file(folder, "topics.json", &schemas.topics, &mut problems);
    let organisation = read_file(folder, "organisation.json", &schemas.organisation, &mut problems);
    let giving = read_file::<GivingFile>(folder, "giving.json", &schemas.giving, &mut problems)
        .and_then(|file| giving::checked(file, &mut problems));
    check::news(&news, &names, topics.as_ref(), &mut problems);
    if let Some(organisation) = &organisation {
        check::organisation(organisation, &mut problems);
    }
    if let Some(topics) = &topics {
        check::topics(topics, &mut problems);
    }
    match (topics, organisation, giving) {
        (Some(topics), Some(organisation), Some(giving)) if problems.is_empty() => {
            Ok(Library::new(Files { news, topics, organisation, giving }))
        }
        _ => {
            problems.sort();
            Err(problems)
        }
    }
}

/// Reads one file and holds it against its schema; `None` when there is a problem.
fn read_file<T: DeserializeOwned>(
    folder: &Path,
    path: &str,
    schema: &Schema,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = fs::read_to_string(folder.join(path))
        .map_err(|error| problems.push(Problem::of_file(path, &error.to_string(), "add the file, in UTF-8")))
        .ok()?;
    let value: Value =
        serde_json::from_str(&text).map_err(|error| problems.push(Problem::of_syntax(path, &error))).ok()?;
    let found = schema.problems(path, &value);
    if !found.is_empty() {
        problems.extend(found);
        return None;
    }
    serde_json::from_value(value)
        .map_err(|error| {
            problems.push(Problem::of_file(path, &error.to_string(), "mend the value named above"));
        })
        .ok()
}
