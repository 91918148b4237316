//! A desk on which a test may spoil a copy of the content.

use std::{
    fs,
    path::{Path, PathBuf},
};

use count_me_in::editorial::{self, Problem};
use serde_json::Value;

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the content that a test may spoil.
pub struct Desk(tempfile::TempDir);

impl Desk {
    /// A fresh copy.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("content"), folder.path());
        Self(folder)
    }

    /// The folder of the copy.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// A file of the copy.
    pub fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    /// Replaces a file.
    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).unwrap();
    }

    /// Changes a file as JSON.
    pub fn edit(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let mut value: Value = serde_json::from_str(&fs::read_to_string(self.path(file)).unwrap()).unwrap();
        change(&mut value);
        self.write(file, &value.to_string());
    }

    /// What the check finds.
    pub fn problems(&self) -> Vec<Problem> {
        editorial::read(self.0.path()).err().unwrap_or_default()
    }

    /// The problems as an editor reads them.
    pub fn report(&self) -> Vec<String> {
        self.problems().iter().map(Problem::to_string).collect()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}
