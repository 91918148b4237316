//! The source files, and what one can ask them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of the repository.
pub struct Source {
    pub path: PathBuf,
    pub text: String,
}

impl Source {
    /// The first part of the path below `src/`, without its ending.
    pub fn module(&self) -> String {
        let below = self.path.strip_prefix(root().join("src")).unwrap();
        let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        first.trim_end_matches(".rs").to_owned()
    }

    /// Its path in the repository.
    pub fn name(&self) -> String {
        self.path.strip_prefix(root()).unwrap().display().to_string()
    }

    /// Its name without the ending.
    pub fn stem(&self) -> String {
        self.path.file_stem().unwrap().to_string_lossy().into_owned()
    }

    /// The code without comments and without its tests.
    pub fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        // `main.rs` sees the rest of the crate under its own name.
        lines.map(|line| format!("{line}\n")).collect::<String>().replace("count_me_in::", "crate::")
    }

    /// Whether `crate::module` is used, alone or in a list of imports.
    pub fn uses(&self, module: &str) -> bool {
        let code = self.code();
        let listed = code.split("use crate::{").skip(1).any(|rest| {
            let list = rest.split(";\n").next().unwrap_or_default();
            let mut depth = 0;
            list.split_inclusive(['{', '}', ',', ':']).any(|part| {
                let is_top = depth == 0;
                depth += part.matches('{').count();
                depth -= part.matches('}').count().min(depth);
                is_top && part.trim().trim_end_matches([',', ':', '}', '{']).trim() == module
            })
        });
        let named = format!("crate::{module}");
        listed
            || code.match_indices(&named).any(|(at, _)| {
                !code[at + named.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
            })
    }
}

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder whose name ends so.
pub fn files(folder: &Path, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|other| other == ending) {
            found.push(Source { text: fs::read_to_string(&path).unwrap(), path });
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// All Rust of the app.
pub fn sources() -> Vec<Source> {
    files(&root().join("src"), "rs")
}
