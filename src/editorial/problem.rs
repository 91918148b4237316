//! What is wrong with a content file, and what to write instead.

use std::fmt;

/// One problem: file, field, what was found and what to write.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The field, such as `updates[0].date`, or a line and column; empty for the file itself.
    pub place: String,
    /// What stands there.
    pub found: String,
    /// What to write instead.
    pub remedy: String,
}

impl Problem {
    pub(super) fn new(file: &str, place: &str, found: &str, remedy: &str) -> Self {
        let sentence = |text: &str| text.trim().trim_end_matches('.').to_owned();
        Self {
            file: file.to_owned(),
            place: place.to_owned(),
            found: sentence(found),
            remedy: sentence(remedy),
        }
    }

    pub(super) fn of_file(file: &str, found: &str, remedy: &str) -> Self {
        Self::new(file, "", found, remedy)
    }

    pub(super) fn of_syntax(file: &str, error: &serde_json::Error) -> Self {
        let place = format!("line {}, column {}", error.line(), error.column());
        let found = error.to_string();
        let found = found.split(" at line ").next().unwrap_or_default();
        Self::new(
            file,
            &place,
            &format!("not valid JSON: {found}"),
            "mend the JSON at or just before this place",
        )
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "content/{}: ", self.file)?;
        if !self.place.is_empty() {
            write!(formatter, "{}: ", self.place)?;
        }
        write!(formatter, "found {}. {}.", self.found, self.remedy)
    }
}
